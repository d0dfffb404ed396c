import { type Article, type Edition, type RelatedRef, type Story, UNSAID } from '../../domain/article.ts';
import { type BlockContent, type Body, blockText, countWords, textBytes, withKeys } from '../../domain/body.ts';
import { distinctConcepts } from '../../domain/concept.ts';
import { ArticleTooLarge, type Fault, Refused } from '../../domain/fault.ts';
import { articleId } from '../../domain/identity.ts';
import { defaultPath, normalizePath } from '../../domain/path.ts';
import { quotationsWithKeys } from '../../domain/quotation.ts';
import { MAX_BODY_BYTES } from '../../store/body-codec.ts';
import type { Format, ReadArticle, Sent } from '../format.ts';
import { parseNamedLanguage } from '../language.ts';
import { mentionsIn } from '../quotations/mentions.ts';
import { standfirstQuotation } from '../quotations/standfirst-quotation.ts';
import { sectionOf } from '../section.ts';
import { readCredits } from './ans-credits.ts';
import { ElementReader, LEFT_OF_ELEMENT, readCorrection, readRelatedStory } from './ans-elements.ts';
import { readPromoted } from './ans-media.ts';
import { type Publication, readPublication, versionOf } from './ans-publication.ts';
import { type AnsSection, readSection, readTaxonomy } from './ans-taxonomy.ts';
import { basicIn, plainIn } from './ans-words.ts';
import { checkSize } from './document-size.ts';
import { parseJsonObject } from './json-document.ts';
import { isRecord, Mapping } from './mapping.ts';
import { distinctRelated } from './ninjs-associations.ts';
import { quotationsIn } from './quotations-in-blocks.ts';
import { stableUri } from './source-uri.ts';
import { unseen } from './unseen-media.ts';

/** Largest document, in bytes: the largest body with as much around it. A push carries 6 MB at most, base64 included. */
const MAX_ANS_BYTES = 2 * MAX_BODY_BYTES;

/** The schemas of ANS so far, 0.5.8 to 0.10.12, are of one kind: later ones add keys. */
const VERSION = /^0\.\d+(?:\.\d+)?$/;

/** For desks, for advertising and for the pages of the CMS. docs/integrate.md says why of each. */
const LEFT = [
  ...['subtype', 'channels', 'alignment', 'canonical_url_external', 'short_url', 'geo', 'address', 'planning', 'workflow', 'pitches'],
  ...['tracking', 'comments', 'slug', 'rendering_guides', 'additional_properties', 'content_aliases', 'variations', 'voice_transcripts'],
  ...['contributors', 'fronts', 'website_section', 'date', '_website_ids', '_website_urls'],
];

/**
 * ANS, the stories of Arc XP, one a document; or an operation on one, as the system tells of them. What becomes of each key stands in
 * docs/integrate.md. A key that nobody knows is left out with a warning: newsrooms and later schemas add some. A slip of the hand is refused, and so is what
 * may be a restriction, or all that an element says.
 */
export const ans: Format = {
  name: 'ans',
  extensions: ['.ans.json'],
  detect: ({ json }) =>
    isRecord(json) && (json.type === 'story_operation' || (json.type === 'story' && VERSION.test(String(json.version)))),
  read: (sent) => [readDocument(sent)],
};

function readDocument(sent: Sent): ReadArticle {
  const warnings: string[] = [];
  const article = readSent(sent, warnings);
  return warnings.length > 0 ? { ...article, warnings } : article;
}

function readSent(sent: Sent, warnings: string[]): Article {
  const { length } = sent.bytes;
  if (length > MAX_ANS_BYTES)
    throw new ArticleTooLarge([{ place: 'document', reason: `holds ${length} bytes; at most ${MAX_ANS_BYTES} can be taken` }]);
  const faults: Fault[] = [];
  const fields = new Mapping(parseJsonObject(sent.bytes), 'document', faults, warnings);
  const type = fields.text('type');
  if (type === 'story_operation') return readOperation(fields, sent);
  if (type !== 'story') {
    fields.fault('type', type === null ? 'is missing; "story" is read' : `is "${type.slice(0, 40)}", and no article; "story" is`);
    throw new Refused(faults); // what is no article needs no words
  }
  const article = readStory(fields, sent, false);
  fields.close();
  return article();
}

/** What was done to a story. Without the story, only what takes it away can be followed. */
function readOperation(fields: Mapping, sent: Sent): Article {
  const { faults } = fields;
  fields.skip('version', 'submit_date', 'revision_id', 'branch', 'priority', 'app_name', 'display_date', 'publish_date');
  const [operation, id, date, editions] = [
    fields.required('operation', (key) => fields.oneOf(key, OPERATIONS)),
    fields.needed('story_id'),
    fields.instant('date'),
    fields.texts('editions'),
  ];
  if (/edition$/.test(operation ?? '') && editions.length > 0 && !editions.some((name) => /^(?:default|web)$/i.test(name))) {
    fields.fault('editions', 'hold neither default nor web, and the site is none of the others');
  }
  const isTakenAway = operation === 'delete' || operation === 'unpublish_edition';
  if (isTakenAway) fields.skip('story');
  const readIt = () => fields.mapping('story', (of) => readStory(of, { ...sent, uri: id }, operation === 'publish_edition'));
  const story = isTakenAway ? null : fields.required('story', readIt);
  if (isTakenAway && sent.wishes.variants === 'language')
    fields.fault('story_id', 'names a story in all its languages, and each of them is an article');
  fields.close();
  if (story) {
    const article = story();
    if (article.uri !== stableUri(id) && !article.uri.startsWith(`${stableUri(id)}|`))
      fields.fault('story_id', 'is not the id of the story');
    if (faults.length > 0) throw new Refused(faults);
    return article;
  }
  if (faults.length > 0) throw new Refused(faults);
  return {
    ...{ source: sent.source, uri: stableUri(id), version: versionOf('CANCELED', null, date), versionCreated: date },
    ...{ firstCreated: null, firstPublished: null, embargoedUntil: null, scheduledFor: null, expires: null },
    ...{ pubStatus: 'CANCELED', story: null, body: null },
  };
}

const OPERATIONS = Object.fromEntries(
  ['create', 'update', 'delete', 'publish_edition', 'unpublish_edition'].map((operation) => [operation, operation]),
);

/** @returns what makes the article, once its reader has closed the mapping; that throws {@link Refused} with all faults */
function readStory(fields: Mapping, sent: Sent, isPublished: boolean): () => Article {
  const { source, wishes } = sent;
  const { faults } = fields;
  if (fields.text('type') !== 'story') fields.fault('type', 'must be "story"');
  const schema = fields.needed('version');
  if (schema !== '' && !VERSION.test(schema)) fields.fault('version', `is "${schema.slice(0, 20)}"; ANS 0.5 to 0.10 is read`);
  fields.skip(...LEFT);
  const { status, version, updated, firstPublished, scheduledFor, embargoedUntil, ...access } = readPublication(fields, isPublished);
  const dates = { version, versionCreated: updated, embargoedUntil, scheduledFor, expires: null };
  if (status === 'CANCELED') {
    const language = fields.parsed('language', parseNamedLanguage);
    fields.skipOthers(); // what is wrong with the words of a story must not keep it from being taken back
    const uri = uriOf(fields, language, sent);
    return () => {
      if (faults.length > 0) throw new Refused(faults);
      return { source, uri, ...dates, firstCreated: null, firstPublished: null, pubStatus: status, story: null, body: null };
    };
  }
  const elements = new ElementReader({ source, embargoedUntil });
  const contents = elements.readAll(fields);
  const said = { ...readSaid(fields, source, { updated, embargoedUntil }), ...access, toldInBody: elements.related };
  const edition = {
    ...{ source, uri: uriOf(fields, said.language, sent), ...dates, firstCreated: fields.instant('created_date') },
    firstPublished: firstPublished ?? (status === 'USABLE' ? (wishes.published ?? null) : null),
  };
  return () => {
    const isTold = (key: string) => faults.some(({ place }) => place.startsWith(fields.placeOf(key)));
    if (said.headline === null && !isTold('headlines'))
      faults.push({ place: `${fields.placeOf('headlines')}: basic`, reason: 'is missing' });
    if (!contents.some(isSeen) && !isTold('content_elements')) fields.fault('content_elements', 'hold no words');
    if (faults.length > 0) throw new Refused(faults);
    const blocks = withKeys([...unseen(said.promoted.lead, contents), ...contents, ...said.undated, ...said.editorNote]);
    checkSize(textBytes(blocks), MAX_BODY_BYTES);
    const language = said.language ?? wishes.language ?? 'en';
    const told = { language, source, known: said.taxonomy.known, events: [] };
    const body = { blocks, quotations: quotationsWithKeys(quotationsIn(blocks, told), blocks) };
    return { ...edition, pubStatus: status, story: storyOf(said, body, language, edition, wishes), body };
  };
}

/** Whether a block has anything for readers. */
function isSeen(block: BlockContent): boolean {
  return block.kind !== 'Divider' && (!('text' in block) || block.text !== '' || block.kind === 'Embed');
}

/** What the source calls the story; where its CMS has not stored it yet, the name of its file. */
function uriOf(fields: Mapping, language: string | null, { uri, wishes }: Sent): string {
  const id = stableUri(fields.textOrNumber('_id') ?? uri);
  if (wishes.variants !== 'language') return id;
  if (language === null) fields.fault('language', 'is missing, and is needed where language variants share one id');
  return `${id}|${language}`;
}

type Said = ReturnType<typeof readSaid> & Pick<Publication, 'access' | 'isFree'> & { toldInBody: readonly RelatedRef[] };

function readSaid(fields: Mapping, source: string, { updated, embargoedUntil }: Pick<Publication, 'updated' | 'embargoedUntil'>) {
  const websites = readWebsites(fields);
  const names = [fields.text('website'), fields.text('canonical_website')];
  const site = names.find((name) => name !== null) ?? (websites.length === 1 ? websites[0]?.name : null);
  const here = websites.find(({ name }) => name === site) ?? null;
  const corrections = fields
    .list('corrections', (entry) => {
      entry.skip('type', ...LEFT_OF_ELEMENT, 'channels');
      return readCorrection(entry);
    })
    .flat();
  const printed = readCredits(fields, 'vanity_credits', source).contributions.map(({ person }) => person.name);
  return {
    ...(fields.mapping('headlines', readHeadlines) ?? { headline: null, headlines: [] }),
    standfirst: basicIn(fields, 'subheadlines'),
    abstract: basicIn(fields, 'description'),
    kicker: fields.mapping('label', readLabel),
    byline: printed.join(', ') || null,
    language: fields.parsed('language', parseNamedLanguage),
    located: plainIn(fields, 'location'),
    isSponsored: fields.mapping('owner', readOwner) ?? false,
    path: readPath(fields, here?.url ?? null),
    isKeptFromSearch: fields.mapping('syndication', readSyndication) ?? false,
    copyrightNotice: plainIn(fields, 'copyright'),
    creditLine: creditLineOf(fields),
    editorNote: readEditorNote(fields),
    corrections: updated === null ? [] : corrections.map((note) => ({ date: updated, text: blockText(note) })),
    /** Corrections of a story that does not say when it was changed, for the end of its body. */
    undated: updated === null ? corrections : [],
    credits: readCredits(fields, 'credits', source),
    promoted: readPromoted(fields, { source, embargoedUntil }),
    related: fields.mapping('related_content', (of) => readRelated(of, source)) ?? [],
    taxonomy: readTaxonomy(fields, source, here?.section ?? null),
  };
}

/** `basic` stands above the story; of the others those are kept whose names say what they are for. */
function readHeadlines(of: Mapping): { headline: string | null; headlines: Story['headlines'] } {
  of.skipOthers();
  const first = (...keys: readonly string[]) => keys.map((key) => plainIn(of, key)).find((text) => text !== null) ?? null;
  const others = [
    { role: 'SHORT' as const, text: first('mobile', 'native') },
    { role: 'SOCIAL' as const, text: first('social', 'twitter', 'facebook') },
    { role: 'SEARCH' as const, text: first('meta_title', 'seo') },
  ];
  return { headline: first('basic'), headlines: others.flatMap(({ role, text }) => (text === null ? [] : [{ role, text }])) };
}

/** The word above the headline, unless it is to be hidden. */
function readLabel(of: Mapping): string | null {
  const labels = of.keys().map((key) => ({
    key,
    text: of.mapping(key, (label) => {
      label.skip('url', 'additional_properties');
      const text = plainIn(label, 'text');
      return label.flag('display') === false ? null : text;
    }),
  }));
  return labels.find(({ key }) => key === 'basic')?.text ?? null;
}

function readOwner(of: Mapping): boolean {
  of.skipOthers();
  return of.flag('sponsored') ?? false;
}

function readSyndication(of: Mapping): boolean {
  of.skipOthers();
  return of.flag('search') === false;
}

/** Who sent the story in, if that is not its own newsroom. What `source` says is what `distributor` said before 0.10. */
function creditLineOf(fields: Mapping): string | null {
  const isStaff = (word: string | null) => word === null || /^staff$/i.test(word);
  const distributor = fields.mapping('distributor', (of) => {
    of.skipOthers();
    const [name, category] = [plainIn(of, 'name'), of.text('category')];
    return { name: category !== null && isStaff(category) ? null : name };
  });
  const former = fields.mapping('source', (of) => {
    of.skipOthers();
    const name = plainIn(of, 'name');
    return isStaff(of.text('source_type')) || /^\(deprecated\)$/.test(name ?? '') ? null : name;
  });
  return distributor === null ? former : distributor.name;
}

/** What an editor has to say beside the story, for its readers; for the end of its body. */
function readEditorNote(fields: Mapping): BlockContent[] {
  const text = plainIn(fields, 'editor_note');
  return text === null ? [] : [{ kind: 'UnknownBlock', name: 'editor_note', text }];
}

type Website = { name: string; section: AnsSection | null; url: string | null };

function readWebsites(fields: Mapping): Website[] {
  const all = fields.mapping('websites', (of) =>
    of
      .keys()
      .map((name) =>
        of.mapping(
          name,
          (site): Website => ({ name, section: site.mapping('website_section', readSection), url: site.text('website_url') }),
        ),
      ),
  );
  return (all ?? []).filter((site) => site !== null);
}

/** Where the story stands on the site that the document is for. Null for an address with a query, which is one for machines. */
function readPath(fields: Mapping, websiteUrl: string | null): string | null {
  const urls = ['website_url', 'canonical_url'].map((key) => ({ url: fields.text(key), place: fields.placeOf(key) }));
  const found = [urls[0], { url: websiteUrl, place: fields.placeOf('websites') }, urls[1]].find((one) => one?.url != null);
  if (!found?.url || !/^(?:https?:\/\/|\/(?!\/))/i.test(found.url) || !URL.canParse(found.url, 'https://site.invalid')) return null;
  const { pathname, search } = new URL(found.url, 'https://site.invalid');
  return search !== '' || pathname === '/' ? null : fields.attempt(() => normalizePath(pathname, found.place));
}

/** Stories among what belongs to one; pictures, videos and embeds for the margin of a page are left, and so is where its readers are sent on to. */
function readRelated(of: Mapping, source: string): RelatedRef[] {
  of.skip('redirect');
  return of
    .keys()
    .filter((key) => key !== 'redirect')
    .flatMap((key) => of.list(key, (entry) => readRelatedItem(entry, source)))
    .filter((related) => related !== null);
}

function readRelatedItem(entry: Mapping, source: string): RelatedRef | null {
  entry.skipOthers();
  const referent = entry.mapping('referent', (of) => {
    of.skipOthers();
    return { type: of.text('type'), id: of.textOrNumber('id') };
  });
  if (referent !== null) {
    return referent.type === 'story' && referent.id !== null ? { article: articleId(source, stableUri(referent.id)), label: null } : null;
  }
  return entry.text('type') === 'story' ? readRelatedStory(entry, source) : null;
}

type Dates = Pick<Edition, 'uri' | 'firstPublished' | 'firstCreated'>;

function storyOf(said: Said, { blocks, quotations }: Body, language: string, edition: Dates, wishes: Sent['wishes']): Story {
  const { headline, standfirst, abstract, kicker, byline, taxonomy, credits, promoted, copyrightNotice, creditLine, located } = said;
  const section = taxonomy.section ?? sectionOf(wishes.section);
  const { about, mentions } = taxonomy;
  return {
    headline: headline ?? '',
    standfirst: standfirst === null ? null : { text: standfirst, marks: [], quotation: standfirstQuotation(standfirst, quotations) },
    ...{ abstract, kicker, byline, dateline: null, language, genre: said.isSponsored ? 'Sponsored' : null, section, series: null },
    translationGroup: wishes.variants === 'language' ? edition.uri.slice(0, edition.uri.lastIndexOf('|')) : null,
    path: said.path ?? wishes.path ?? defaultPath(section.slug, edition.firstPublished ?? edition.firstCreated, headline ?? ''),
    contributions: credits.contributions,
    about: distinctConcepts(about),
    mentions: distinctConcepts([...mentions, ...mentionsIn(quotations)]),
    image: promoted.image,
    wordCount: countWords(blocks, language),
    ...{ isAccessibleForFree: said.isFree, copyrightNotice, creditLine },
    ...UNSAID,
    ...{ headlines: said.headlines, located, accessTier: said.access, corrections: said.corrections },
    seo: said.isKeptFromSearch ? { title: null, description: null, noIndex: true } : null,
    related: distinctRelated([...said.related, ...said.toldInBody]),
  };
}
