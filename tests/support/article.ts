import { type Article, type LiveCoverage, type Story, topSection, UNSAID } from '../../lambda/domain/article.ts';
import { type BlockContent, countWords, withKeys } from '../../lambda/domain/body.ts';
import { namedConcept } from '../../lambda/domain/concept.ts';
import { type ArticleId, articleId, postKey } from '../../lambda/domain/identity.ts';
import { type Instant, parseInstant } from '../../lambda/domain/instant.ts';
import { type LivePost, postBlocks } from '../../lambda/domain/live-post.ts';
import { slugOf } from '../../lambda/domain/path.ts';
import { type QuotationContent, quotationsWithKeys } from '../../lambda/domain/quotation.ts';

/** The day on which tests take place, unless they say otherwise. */
export const DAY = '2026-03-14';

/** `at('06:00')`, `at('19:59:59.999')`: an instant on the day of the tests; a full instant is taken as it is. */
export function at(time: string): Instant {
  return parseInstant(time.includes('T') ? time : `${DAY}T${time}Z`, 'test');
}

/** What a test says of an article; the rest is filled in. `id` becomes the uri. */
export type ArticleWish = {
  id: string;
  version?: number | null;
  status?: Article['pubStatus'];
  created?: Instant | null;
  published?: Instant;
  embargoedUntil?: Instant;
  scheduledFor?: Instant;
  expires?: Instant;
  paragraphs?: string[];
  blocks?: BlockContent[];
  quotations?: QuotationContent[];
  section?: string;
  posts?: readonly LivePost[] | null;
} & Partial<Omit<Story, 'section'>>;

export const SOURCE = 'test';

/** An article of the source `test`: usable, English, in the section World, of one paragraph. */
export function anArticle(wish: ArticleWish): Article {
  const {
    id,
    version = 1,
    status = 'USABLE',
    created = null,
    section = 'World',
    paragraphs = [`Words of ${id}.`],
    blocks,
    quotations = [],
    posts,
    ...rest
  } = wish;
  const { published = null, embargoedUntil = null, scheduledFor = null, expires = null, ...story } = rest;
  const blocksWithKeys = withKeys(blocks ?? paragraphs.map((text) => ({ kind: 'Paragraph', text, marks: [] })));
  const body = { blocks: blocksWithKeys, quotations: quotationsWithKeys(quotations, blocksWithKeys) };
  return {
    ...{ source: SOURCE, uri: id, version, versionCreated: created, firstCreated: null, firstPublished: published },
    ...{ embargoedUntil, scheduledFor, expires, pubStatus: status },
    ...(posts === undefined ? {} : { posts }),
    story: {
      ...{
        headline: `Headline of ${id}`,
        standfirst: null,
        abstract: null,
        kicker: null,
        byline: null,
        dateline: null,
        language: 'en',
        genre: null,
      },
      ...{
        section: topSection({ slug: slugOf(section), name: section }),
        series: null,
        translationGroup: null,
        path: `/${slugOf(section)}/${slugOf(id)}`,
      },
      ...{ contributions: [], about: [], mentions: [], image: null, wordCount: countWords(body.blocks, 'en'), isAccessibleForFree: true },
      ...{ copyrightNotice: null, creditLine: null, ...UNSAID },
      ...story,
    },
    body,
  };
}

/** The id of the article that {@link anArticle} builds. */
export function idOf(id: string): ArticleId {
  return articleId(SOURCE, id);
}

/** A person known by name. */
export function aPerson(name: string) {
  return namedConcept('Person', name, SOURCE);
}

/** A quotation of the first paragraph, said by a person with a role. */
export function aQuotation(text: string, speaker: string, wish: Partial<QuotationContent> = {}): QuotationContent {
  const agent = aPerson(speaker);
  return {
    ...{ text, directness: 'DIRECT', cue: 'said', block: 0, start: 0, end: text.length, assertedBy: 'SOURCE', confidence: null },
    speaker: { name: speaker, jobTitle: 'minister', affiliation: null, describedAs: null, anonymous: false, agent },
    ...wish,
  };
}

/** What makes an article a live blog. */
export const LIVE: LiveCoverage = { isLive: true, starts: null, ends: null };

/** A post of one paragraph, made public at the beginning of the tests' day unless it says otherwise. `id` is the source's own. */
export function aPost(id: string, wish: Partial<LivePost> & { text?: string } = {}): LivePost {
  const { text = `Words of ${id}.`, ...rest } = wish;
  const key = postKey(id);
  return {
    ...{ key, headline: null, blocks: postBlocks(key, [{ kind: 'Paragraph', text, marks: [] }]), datePublished: at('00:00') },
    ...{ dateModified: null, isKeyEvent: false, isPinned: false, byline: null, contributions: [] },
    ...rest,
  };
}
