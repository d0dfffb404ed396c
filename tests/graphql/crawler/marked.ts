import type { Article, Contribution, ContributionRole, Edition, HeadlineRole, Named, Story } from '../../../lambda/domain/article.ts';
import { type Block, type BlockContent, countWords, type Image, type RichText, withKeys } from '../../../lambda/domain/body.ts';
import { type ConceptRef, identifiedConcept, namedConcept } from '../../../lambda/domain/concept.ts';
import type { ConceptCard } from '../../../lambda/domain/concept-card.ts';
import type { Front, FrontContainer, FrontItem } from '../../../lambda/domain/front.ts';
import { type ArticleId, type ConceptKind, postKey } from '../../../lambda/domain/identity.ts';
import { type Instant, instantOf } from '../../../lambda/domain/instant.ts';
import { type LivePost, postBlocks } from '../../../lambda/domain/live-post.ts';
import { type Quotation, type QuotationContent, quotationsWithKeys } from '../../../lambda/domain/quotation.ts';
import { SOURCE } from '../../support/article.ts';

/** Articles and fronts in which every text, address and instant stands nowhere else, so that whatever shows of them tells where it came from. */

/**
 * Everything is given: nothing left out, nothing null. What is made below is of such types, so that a field which is new to the domain is a
 * type error here until it is marked.
 */
export type Complete<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? Complete<NonNullable<Item>>[]
    : { [Field in keyof T]-?: Complete<NonNullable<T[Field]>> };

/** What an edition says of its publication, besides the story; a test gives what it is about. */
export type Publishing = Partial<
  Pick<Edition, 'version' | 'firstPublished' | 'embargoedUntil' | 'scheduledFor' | 'expires' | 'pubStatus'>
> & {
  posts?: readonly LivePost[];
};

/** Slugs and names that all articles share, so that hidden ones wait in the very lists in which open ones stand. */
export const SHARED = { section: 'shared', series: 'serial', group: 'one-story', vocabulary: 'none' } as const;

export const KINDS: readonly ConceptKind[] = ['Person', 'Organization', 'Place', 'NewsEvent', 'Topic'];

const HEADLINE_ROLES = ['SHORT', 'SOCIAL', 'SEARCH'] as const satisfies Exclude<HeadlineRole, 'MAIN'>[];

/** The uri of the concept of a kind that every article names, each by a name of its own. */
export function sharedUri(kind: ConceptKind): string {
  return `https://id.example/shared/${kind}`;
}

/** The shared concept's id, under whatever name. */
export function sharedConcept(kind: ConceptKind): ConceptRef {
  return identifiedConcept(kind, kind, sharedUri(kind));
}

/** What only other kinds of concept show. */
const NO_PERSON = { image: null, biography: null, jobTitle: null, links: [] };
const NOWHERE = { geo: null };
const NEVER = { startDate: null, endDate: null };
const NOT_OF: Readonly<Record<ConceptKind, Partial<ConceptCard>>> = {
  Person: { ...NOWHERE, ...NEVER },
  Organization: { ...NO_PERSON, ...NOWHERE, ...NEVER },
  Place: { ...NO_PERSON, ...NEVER },
  NewsEvent: { ...NO_PERSON, ...NOWHERE },
  Topic: { ...NO_PERSON, ...NOWHERE, ...NEVER },
};

/** A marker: five letters or digits between `zq` and `zq`. It survives slugs, folding of case, percent-encoding and HTML. */
const TOKEN = /zq[0-9a-z]{5}zq/g;
const ID = /[a-z]_[\w-]{22}(?![\w-])|(?<=[bqu]_)[\w-]{22}(?=_)/g;
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** What in a text cannot have come from anywhere else: markers, ids that are made of names, and instants. Ids come without their letter. */
export function marksIn(text: string): string[] {
  const ids = (text.match(ID) ?? []).map((id) => id.slice(-22));
  return [...(text.match(TOKEN) ?? []), ...ids, ...(text.match(INSTANT) ?? [])];
}

/** Writes the texts of one article or front. */
export class Pen {
  readonly #number: number;
  #written = 0;

  /** @param number of the article or front: 0 to 1,295 */
  constructor(number: number) {
    this.#number = number;
  }

  token(): string {
    this.#written += 1;
    return `zq${this.#number.toString(36).padStart(2, '0')}${this.#written.toString(36).padStart(3, '0')}zq`;
  }

  word(what: string): string {
    return `${what} ${this.token()}`;
  }

  slug(what: string): string {
    return `${what}-${this.token()}`;
  }

  url(): string {
    return `https://media.example/${this.token()}`;
  }

  /** An instant of the years before any article, an hour apart from every other. */
  instant(): Instant {
    this.#written += 1;
    return instantOf(Date.UTC(1990, 0, 1) + (this.#number * 1000 + this.#written) * 3_600_000);
  }

  named(what: string): Named {
    return { slug: this.slug(what), name: this.word(what) };
  }

  /** Where a concept stands in a vocabulary: told of topics alone. */
  #place(kind: ConceptKind): { scheme: string; code: string } {
    if (kind !== 'Topic') return { scheme: SHARED.vocabulary, code: SHARED.vocabulary };
    return { scheme: this.word('scheme'), code: this.word('code') };
  }

  /** A concept of this article alone. */
  concept(kind: ConceptKind): Complete<ConceptRef> {
    const uri = this.url();
    return { ...identifiedConcept(kind, this.word(kind), uri), uri, ...this.#place(kind) };
  }

  /** The concept that all articles name, as this one names it. */
  shared(kind: ConceptKind): Complete<ConceptRef> {
    const uri = sharedUri(kind);
    return { ...identifiedConcept(kind, this.word(kind), uri), uri, ...this.#place(kind) };
  }

  rich(what: string): Complete<RichText> {
    const text = this.word(what);
    return { text, marks: [{ type: 'LINK', start: 0, end: what.length, href: this.url(), concept: this.concept('Topic').id }] };
  }

  image(what: string): Complete<Image> {
    const rendition = () => ({ name: this.word('cut'), url: this.url(), width: 320, height: 180, mimeType: `image/${this.token()}` });
    return {
      ...{
        url: this.url(),
        alternativeText: this.word(`${what} alt`),
        caption: this.word(`${what} caption`),
        creditText: this.word('photo'),
      },
      ...{ width: 1600, height: 900, focalPoint: { x: 0.25, y: 0.5 }, renditions: [rendition(), rendition()] },
    };
  }

  blocks(): { [Kind in BlockContent['kind']]: Complete<Extract<BlockContent, { kind: Kind }>> } {
    const item = (what: string, level = 0) => ({ ...this.rich(what), level });
    const cell = (isHeader: boolean) => ({ ...this.rich('cell'), isHeader, colSpan: 1, rowSpan: 1 });
    return {
      Paragraph: { kind: 'Paragraph', ...this.rich('paragraph') },
      Heading: { kind: 'Heading', level: 2, ...this.rich('heading') },
      Blockquote: { kind: 'Blockquote', cite: this.word('cite'), ...this.rich('blockquote') },
      ListBlock: { kind: 'ListBlock', ordered: true, items: [item('item'), item('item', 1)] },
      TableBlock: { kind: 'TableBlock', caption: this.word('caption'), rows: [{ cells: [cell(true)] }, { cells: [cell(false)] }] },
      ImageBlock: { kind: 'ImageBlock', image: this.image('picture') },
      GalleryBlock: { kind: 'GalleryBlock', caption: this.word('gallery'), images: [this.image('first'), this.image('second')] },
      VideoBlock: {
        kind: 'VideoBlock',
        video: {
          ...{ url: this.url(), mimeType: `video/${this.token()}`, caption: this.word('film'), creditText: this.word('camera') },
          ...{ duration: 61, poster: this.image('still') },
        },
      },
      PullQuote: { kind: 'PullQuote', cite: this.word('cite'), ...this.rich('pull quote') },
      Embed: { kind: 'Embed', url: this.url(), provider: this.word('site'), text: this.word('post') },
      KeyFacts: { kind: 'KeyFacts', heading: this.word('facts'), items: [item('fact')] },
      CorrectionNote: { kind: 'CorrectionNote', date: this.instant(), ...this.rich('correction') },
      Divider: { kind: 'Divider' },
      UnknownBlock: { kind: 'UnknownBlock', name: this.word('unknown'), text: this.word('whatever') },
    };
  }

  /** A paragraph of two quotations: one of a speaker of its own, one of the speaker whom all articles quote, or of an organisation. */
  quoted(block: number, other: 'shared' | 'organisation'): { paragraph: Complete<BlockContent>; quotations: Complete<QuotationContent>[] } {
    let text = this.word('They said');
    const quotations = (['own', other] as const).map((who): Complete<QuotationContent> => {
      const ref = (kind: ConceptKind) => (who === 'shared' ? this.shared(kind) : this.concept(kind));
      const said = this.word('said words');
      const start = text.length + 2;
      text += ` “${said}”`;
      return {
        ...{ text: said, directness: who === 'own' ? 'DIRECT' : 'PARTIAL', cue: this.word('cue'), block, start, end: start + said.length },
        speaker: {
          ...{
            name: this.word('speaker'),
            jobTitle: this.word('job'),
            affiliation: ref('Organization'),
            describedAs: this.word('described'),
          },
          ...{ anonymous: false, agent: ref(who === 'organisation' ? 'Organization' : 'Person') },
        },
        ...{ assertedBy: who === 'own' ? 'SOURCE' : 'MACHINE', recordedAt: ref('NewsEvent'), confidence: 0.5 },
      };
    });
    return { paragraph: { kind: 'Paragraph', text, marks: [] }, quotations };
  }

  /** Posts of a live blog, by their source's ids; all of them pinned and key events. The source's own id leaves no mark: it is hashed. */
  posts(ids: readonly string[], datePublished?: Instant): Complete<LivePost>[] {
    return ids.map((id) => {
      const { Paragraph, ImageBlock } = this.blocks();
      return {
        ...{ key: postKey(id), headline: this.word('post headline'), byline: this.word('post byline') },
        blocks: postBlocks(postKey(id), [Paragraph, ImageBlock]) as Complete<LivePost>['blocks'],
        ...{ datePublished: datePublished ?? this.instant(), dateModified: this.instant(), isKeyEvent: true, isPinned: true },
        contributions: [this.contribution('AUTHOR', this.shared('Person'))],
      };
    });
  }

  contribution(role: ContributionRole, person: Complete<ConceptRef>): Complete<Contribution> {
    return { role, person, note: this.word('note'), links: [{ name: this.word('account'), url: this.url() }] };
  }

  /** What editors say of a concept; without what its kind cannot show. */
  card(kind: ConceptKind): ConceptCard {
    const whole: Complete<ConceptCard> = {
      ...{ alternateNames: [this.word('other name')], sameAs: [this.url()], description: this.word('what it is') },
      ...{ image: this.image('portrait'), biography: this.word('biography'), jobTitle: this.word('card job') },
      ...{ links: [{ name: this.word('page'), url: this.url() }], geo: { latitude: 12.5, longitude: -3.25 } },
      ...{ startDate: this.instant(), endDate: this.instant() },
    };
    return { ...whole, ...NOT_OF[kind] };
  }

  story(wordCount: number): Complete<Story> {
    const { quotations } = this.quoted(0, 'shared');
    const standfirst = this.rich('standfirst');
    return {
      headline: this.word('headline'),
      standfirst: { ...standfirst, quotation: quotationsWithKeys(quotations.slice(0, 1), [{ key: 'none' }])[0] as Complete<Quotation> },
      abstract: this.word('abstract'),
      kicker: this.word('kicker'),
      byline: this.word('byline'),
      dateline: this.word('dateline'),
      language: 'en',
      genre: this.word('genre'),
      section: { ...this.named('section'), parents: [{ slug: SHARED.section, name: this.word('parent') }, this.named('between')] },
      series: { slug: SHARED.series, name: this.word('series') },
      translationGroup: SHARED.group,
      path: `/${this.slug('path')}`,
      contributions: [this.contribution('AUTHOR', this.shared('Person')), this.contribution('PHOTOGRAPHER', this.concept('Person'))],
      about: [...KINDS.map((kind) => this.shared(kind)), this.concept('Topic')],
      mentions: KINDS.map((kind) => this.concept(kind)),
      image: this.image('lead'),
      wordCount,
      isAccessibleForFree: true,
      copyrightNotice: this.word('copyright'),
      creditLine: this.word('credit'),
      headlines: HEADLINE_ROLES.map((role) => ({ role, text: this.word(role.toLowerCase()) })),
      located: this.word('located'),
      usageTerms: this.word('terms'),
      digitalSourceType: this.word('source type'),
      seo: { title: this.word('seo title'), description: this.word('seo description'), noIndex: false },
      related: [],
      corrections: [{ date: this.instant(), text: this.word('correction') }],
      versionNote: this.word('version note'),
      accessTier: this.word('tier'),
      freeBlocks: 0,
      liveBlog: { isLive: true, starts: this.instant(), ends: this.instant() },
    };
  }

  /** An article with everything that an article can have. Its first block is a paragraph with quotations, its last another one. */
  article(uri: string, publishing: Publishing, story: Partial<Story> = {}): Article & { story: Story } {
    const posts = this.posts(['first', 'second']);
    const kinds = Object.values(this.blocks()) as BlockContent[];
    const [first, last] = [this.quoted(0, 'shared'), this.quoted(kinds.length + 1, 'organisation')];
    const blocks = withKeys([first.paragraph as BlockContent, ...kinds, last.paragraph as BlockContent]);
    const quotations = [...first.quotations, ...last.quotations];
    return this.#edition(uri, { posts, ...publishing }, { ...this.story(countWords(blocks, 'en')), ...story }, blocks, quotations);
  }

  /** A short article, all of whose card fits into a teaser; it stands in the shared section and series. */
  shortArticle(uri: string, publishing: Publishing, story: Partial<Story> = {}): Article & { story: Story } {
    const blocks = withKeys([{ kind: 'Paragraph', text: this.word('paragraph'), marks: [] }]);
    const unsaid = { dateline: null, translationGroup: null, located: null, usageTerms: null, digitalSourceType: null, seo: null } as const;
    const person = namedConcept('Person', this.word('Person'), SOURCE);
    const short: Story = {
      ...{ ...this.story(2), ...unsaid, contributions: [{ role: 'AUTHOR', person, links: [], note: null }], mentions: [person] },
      ...{ standfirst: { text: this.word('standfirst'), marks: [], quotation: null }, image: { ...this.image('lead'), renditions: [] } },
      ...{
        about: [this.shared('Person')],
        section: { slug: SHARED.section, name: this.word('section'), parents: [] },
        headlines: [],
        corrections: [],
        versionNote: null,
        accessTier: null,
        liveBlog: null,
        copyrightNotice: null,
      },
    };
    return this.#edition(uri, publishing, { ...short, ...story }, blocks, []);
  }

  #edition(uri: string, publishing: Publishing, story: Story, blocks: Block[], quotations: QuotationContent[]): Article & { story: Story } {
    const {
      version = 1,
      pubStatus = 'USABLE',
      firstPublished = null,
      embargoedUntil = null,
      scheduledFor = null,
      expires = null,
    } = publishing;
    const { standfirst } = story;
    const quotation = standfirst?.quotation ? { ...standfirst.quotation, block: null, blockKey: null } : null; // that is where a standfirst is
    return {
      ...{ source: SOURCE, uri, version, versionCreated: this.instant(), firstCreated: this.instant(), firstPublished },
      ...{ embargoedUntil, scheduledFor, expires, pubStatus: pubStatus as 'USABLE', posts: publishing.posts ?? null },
      story: { ...story, standfirst: standfirst && { ...standfirst, quotation } },
      body: { blocks, quotations: quotationsWithKeys(quotations, blocks) },
    } satisfies { [Field in Exclude<keyof Required<Article>, 'takesBack'>]: unknown }; // which is kept nowhere
  }

  /** A front with one container of the articles that are named, in words of its own, and those that follow. */
  front(slug: string, articles: readonly ArticleId[], more: readonly FrontContainer[] = []): Front {
    const item = (article: ArticleId): Complete<FrontItem> => ({
      ...{ article, headline: this.word('front headline'), kicker: this.word('front kicker'), standfirst: this.word('front standfirst') },
      image: this.image('front'),
    });
    const container: Omit<Complete<FrontContainer>, 'fill'> = {
      ...{
        id: this.slug('container'),
        headline: this.word('container'),
        kicker: this.word('container kicker'),
        path: `/${this.slug('leads')}`,
      },
      ...{ layout: this.word('layout'), items: articles.map(item) },
    };
    const front: Omit<Complete<Front>, 'containers'> = {
      ...{ slug, title: this.word('title'), inLanguage: 'en', description: this.word('front description') },
    };
    return { ...front, containers: [{ ...container, fill: null }, ...more] };
  }
}
