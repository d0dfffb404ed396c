import { articleTag, conceptTag, listTag } from '../domain/cache-tags.ts';
import { blockHtml } from '../domain/html.ts';
import { type ConceptId, conceptKindOf } from '../domain/identity.ts';
import { type Instant, latest } from '../domain/instant.ts';
import { LIST } from '../domain/listings.ts';
import { readablePart } from '../domain/paywall.ts';
import type { Site } from '../domain/site.ts';
import { authorPath, conceptPath, sectionPath } from '../domain/site-paths.ts';
import type { Teaser } from '../domain/teaser.ts';
import type { Head } from '../domain/version.ts';
import { readArticleAt, readListed } from '../store/article-reads.ts';
import { readConcepts, readSection } from '../store/concept-reads.ts';
import { listAbout, listContributions, listLatest, listSection } from '../store/listing-reads.ts';
import type { Page } from '../store/page.ts';
import { firstEnd, MOST_BYTES, type Reading } from './reading.ts';
import { bytesOf, type Markup } from './xml.ts';

/** A feed, whatever it is written as. */
export type Feed = {
  title: string;
  description: string | null;
  /** The page of the site that shows the same: a path. */
  page: string;
  /** Where the feed itself stands, without the ending that says what it is written as: `/feeds/latest`. */
  place: string;
  /** The language of all its articles; null where they have several, or there are none. */
  language: string | null;
  /** When the newest of its versions became readable. */
  updated: Instant | null;
  items: readonly FeedItem[];
  tags: readonly string[];
  ends: Instant | null;
};

export type FeedItem = {
  head: Head;
  /** What everybody may read of the body, with whole addresses; empty when that is nothing. */
  html: string;
};

/** What a list is called, and its articles. */
type Listed = Pick<Feed, 'title' | 'description' | 'page' | 'place' | 'tags'> & { articles: Page<Teaser> };

/** As many as a page of a list has. Two days of a small newsroom, two hours of a large one; readers of feeds ask several times an hour. */
const FIRST = { first: 20 };

/** The newest articles of the site. Two calls, as for all feeds: the list, and the articles in it with their bodies. */
export function latestFeed(reading: Reading): Promise<Feed | null> {
  return feedOf(reading, async ({ table, site, clock }) => ({
    ...{ title: site.name, description: null, page: '/', place: '/feeds/latest', tags: [listTag(LIST.latest())] },
    articles: await listLatest(table, null, clock, FIRST),
  }));
}

/** The articles of a section, or null when it is none that is public. One call more, beside the list. */
export function sectionFeed(reading: Reading, slug: string): Promise<Feed | null> {
  return feedOf(reading, async ({ table, site, clock }) => {
    const [section, articles] = await Promise.all([readSection(table, slug, clock), listSection(table, slug, clock, FIRST)]);
    return (
      section && {
        ...{ title: titled(section.name, site), description: null, page: sectionPath(section), articles },
        ...{ place: `/feeds/sections/${encodeURIComponent(slug)}`, tags: [listTag(LIST.section(slug))] },
      }
    );
  });
}

/** What is about a person, organisation, place, event or topic, or null when it is none that is public. Calls as for a section. */
export function conceptFeed(reading: Reading, id: string): Promise<Feed | null> {
  return feedOf(reading, async (reading) => {
    const found = await findConcept(reading, id, listAbout);
    if (found === null) return null;
    const { concept, articles, about } = found;
    return { ...about, page: conceptPath(concept), place: `/feeds/concepts/${concept.id}`, articles };
  });
}

/** What a person has written, or null when nothing of theirs can be read. Calls as for a section. */
export function authorFeed(reading: Reading, id: string): Promise<Feed | null> {
  return feedOf(reading, async (reading) => {
    const found = await findConcept(reading, id, listContributions);
    if (found === null || found.articles.edges.length === 0) return null;
    const { concept, articles, about } = found;
    return { ...about, page: authorPath(concept), place: `/feeds/authors/${concept.id}`, articles };
  });
}

/** Under the id of a concept that was merged stands the other; its list costs one call more. */
async function findConcept({ table, site, clock }: Reading, id: string, list: typeof listAbout | typeof listContributions) {
  if (conceptKindOf(id) === null || (list === listContributions && conceptKindOf(id) !== 'Person')) return null;
  const asked = id as ConceptId;
  const [[concept = null], listed] = await Promise.all([readConcepts(table, [asked], clock), list(table, asked, clock, FIRST)]);
  if (concept === null) return null;
  const articles = concept.id === asked ? listed : await list(table, concept.id, clock, FIRST);
  const about = { title: titled(concept.name, site), description: concept.card?.description ?? null, tags: [conceptTag(concept.id)] };
  return { concept, articles, about };
}

async function feedOf(reading: Reading, find: (reading: Reading) => Promise<Listed | null>): Promise<Feed | null> {
  const listed = await find(reading);
  if (listed === null) return null;
  const { articles, tags, ...names } = listed;
  const teasers = articles.edges.map(({ node }) => node);
  const items = teasers.length > 0 ? await itemsOf(reading, teasers) : [];
  const heads = items.map(({ head }) => head);
  const languages = new Set(heads.map(({ language }) => language));
  return {
    ...names,
    items,
    language: languages.size === 1 ? (heads[0]?.language ?? null) : null,
    updated: heads.reduce<Instant | null>((newest, { dateModified }) => latest(dateModified, newest), null),
    tags: [...tags, ...heads.map(({ id }) => articleTag(id))],
    ends: firstEnd(heads),
  };
}

/** The articles themselves, of the versions that the list tells of. What has changed since the list was read is read anew, and left out where it is gone. */
async function itemsOf({ table, site, clock }: Reading, teasers: readonly Teaser[]): Promise<FeedItem[]> {
  const found = await readListed(table, teasers, clock, { withBody: true });
  const items = await Promise.all(
    teasers.map(async ({ id }, place): Promise<FeedItem[]> => {
      const article = found[place] ?? (await readArticleAt(table, id, clock, { withBody: true }));
      if (article === null || article === 'NO_ROOM' || 'tombstone' in article || article.body === null) return [];
      const { blocks } = readablePart(article.head, article.body, 'FREE').body;
      return [{ head: article.head, html: withWholeAddresses(blocks.map(blockHtml).join('\n'), site) }];
    }),
  );
  return items.flat();
}

/**
 * Whoever reads a feed stands on another site, where a path leads nowhere.
 * @param html as `html.ts` writes it: a quote in a text is escaped there, so that what looks like an attribute is one
 */
function withWholeAddresses(html: string, { url }: Site): string {
  return html.replace(/ (href|src|poster)="\/(?!\/)/g, ` $1="${url}/`);
}

function titled(name: string, site: Site): string {
  return `${name} – ${site.name}`;
}

/** What stands below a title in a list of articles. */
export function summaryOf({ abstract, standfirst }: Head): string | null {
  return abstract ?? standfirst?.text ?? null;
}

/** The id of an article, the same in every feed and over all its versions; that of its ninjs. */
export function itemId({ url }: Site, { id }: Head): string {
  return `${url}/articles/${id}`;
}

/**
 * The items as one answer can hold them: what is too long for it goes without its body, and the feed ends where even that is too much.
 * @param write one item, with or without its body
 */
export function itemsWithin(items: readonly FeedItem[], write: (item: FeedItem) => Markup, most = MOST_BYTES): Markup[] {
  const written: Markup[] = [];
  let left = most;
  for (const item of items) {
    const fitting = [item, { ...item, html: '' }].map(write).find((markup) => bytesOf(markup) <= left);
    if (fitting === undefined) break;
    left -= bytesOf(fitting);
    written.push(fitting);
  }
  return written;
}
