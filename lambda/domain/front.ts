import type { PubStatus } from './article.ts';
import type { Image } from './body.ts';
import { refuse } from './fault.ts';
import type { ArticleId, ConceptId } from './identity.ts';
import type { Instant } from './instant.ts';
import { slugOf } from './path.ts';
import type { Teaser } from './teaser.ts';

/** A curated page of the site: what editors placed, and the lists that fill what they left open. Read at the same clock as articles. */
export type Front = {
  /** Segments of slug words joined by `/`; {@link HOME} is the root of the site. */
  slug: string;
  title: string;
  /** BCP 47; null where the front mixes languages or does not say. */
  inLanguage: string | null;
  description: string | null;
  containers: readonly FrontContainer[];
};

/** A part of a front, in the order of the page. */
export type FrontContainer = {
  /** A slug, unique within the front. */
  id: string;
  headline: string | null;
  kicker: string | null;
  /** Where its headline leads: a path of the site. */
  path: string | null;
  /** A word for the front end. */
  layout: string | null;
  items: readonly FrontItem[];
  fill: Fill | null;
};

/** An article as an editor placed it. What is given here stands in the place of what the article says of itself. */
export type FrontItem = {
  article: ArticleId;
  headline: string | null;
  kicker: string | null;
  /** Plain text. */
  standfirst: string | null;
  image: Image | null;
};

/** The list from which a container is filled. */
export type FillList =
  | { kind: 'LATEST' /** BCP 47. */; language: string | null }
  | { kind: 'SECTION' | 'SERIES'; slug: string }
  | { kind: 'ABOUT'; concept: ConceptId };

/** What stands in a container below what editors placed, until it holds `upTo` articles in all: 1 to {@link MOST_IN_CONTAINER}. */
export type Fill = { from: FillList; upTo: number };

/** One version of a front as it is kept, or what is left of one that was taken away. */
export type FrontVersion = { version: number; availableFrom: Instant } & (({ type: 'FRONT' } & Front) | { type: 'TOMBSTONE' });

/** A version that can be read. */
export type ReadableFront = FrontVersion & { type: 'FRONT' };

/** A front as its source sends it. For `CANCELED` the front is not looked at and may be null. */
export type FrontEdition = {
  source: string;
  slug: string;
  /** The source's number, 0 to 2^53 - 1. Null: the source does not number; other content then counts as the next version. */
  version: number | null;
  embargoedUntil: Instant | null;
  scheduledFor: Instant | null;
} & ({ pubStatus: Exclude<PubStatus, 'CANCELED'>; front: Front } | { pubStatus: 'CANCELED'; front: Front | null });

/** The front at the root of the site. */
export const HOME = 'home';

/** A container that holds more is a section page. Thirty teasers of 1.2 KB are 5 read units. */
export const MOST_IN_CONTAINER = 30;

/** All curated articles of a front come in one BatchGet. @see Amazon DynamoDB API Reference, "BatchGetItem": 100 items */
export const MOST_CURATED = 100;

/** Each distinct list is one Query beside the others; more of them than this wait for connections. The SDK opens 50. */
export const MOST_LISTS = 20;

/** A page of a list holds no more. @see MAX_PAGE_SIZE in store/page.ts */
const LONGEST_PAGE = 100;

/** As the slugs of sections: far above any in use, far below a partition key's 2,048 bytes. */
const MAX_SLUG_BYTES = 1024;

/** Whether a text can name a front: `home`, `world/europe`. */
export function isFrontSlug(slug: string): boolean {
  return Buffer.byteLength(slug) <= MAX_SLUG_BYTES && slug.split('/').every((segment) => segment === slugOf(segment));
}

/** @throws {Refused} naming `place`, when the text can name no front */
export function parseFrontSlug(text: string, place: string): string {
  if (isFrontSlug(text)) return text;
  const accepted = text.split('/').filter(Boolean).map(slugOf).join('/').slice(0, 80) || HOME;
  return refuse(place, `"${text.slice(0, 80)}" is no slug of a front; "${accepted}" would be`);
}

/** The articles that editors placed anywhere on a front, each once. */
export function curatedArticles({ containers }: Front): ArticleId[] {
  return [...new Set(containers.flatMap(({ items }) => items.map(({ article }) => article)))];
}

/**
 * The lists that fill a front, each once, and how many articles of each have to be at hand: as many as can stand in its containers and those
 * above them together with all that editors placed, so that none is missing when every other is skipped. Made of the front alone: what
 * is hidden changes neither the number of lists nor their lengths.
 */
export function listsOf({ containers }: Front): { list: FillList; first: number }[] {
  const lists = new Map<string, { list: FillList; first: number }>();
  for (const [place, { fill }] of containers.entries()) {
    if (fill === null) continue;
    const places = containers.map(({ items, fill: own }, at) =>
      own && at <= place ? own.upTo : Math.min(items.length, own?.upTo ?? items.length),
    );
    const first = Math.min(
      places.reduce((sum, one) => sum + one, 0),
      LONGEST_PAGE,
    );
    lists.set(listKey(fill.from), { list: fill.from, first });
  }
  return [...lists.values()];
}

/** One name for one list. */
export function listKey(list: FillList): string {
  return JSON.stringify([list.kind, 'slug' in list ? list.slug : 'concept' in list ? list.concept : list.language]);
}

/** An article in its place. `curated` is what an editor said of it; null where a list put it there. */
export type Placed = { curated: FrontItem | null; teaser: Teaser };

/**
 * What stands in each container. First everything that editors placed and that can be read, each article at its first place; then the lists,
 * from the first container to the last, without what already stands anywhere on the front: an editor's place is worth more than a list's.
 * What cannot be read is left out, and its place is filled.
 * @param teaserOf the teaser of an article that can be read, or null
 * @param articlesIn the articles of a list, newest first
 */
export function placeArticles(
  { containers }: Front,
  teaserOf: (article: ArticleId) => Teaser | null,
  articlesIn: (list: FillList) => readonly Teaser[],
): Placed[][] {
  const standing = new Set<ArticleId>();
  const placed = containers.map(({ items, fill }) => {
    const here: Placed[] = [];
    for (const curated of items) {
      const teaser = teaserOf(curated.article);
      if (teaser === null || standing.has(teaser.id) || here.length === fill?.upTo) continue;
      standing.add(teaser.id);
      here.push({ curated, teaser });
    }
    return here;
  });
  for (const [place, { fill }] of containers.entries()) {
    const here = placed[place] as Placed[];
    for (const teaser of fill ? articlesIn(fill.from) : []) {
      if (here.length === fill?.upTo) break;
      if (standing.has(teaser.id)) continue;
      standing.add(teaser.id);
      here.push({ curated: null, teaser });
    }
  }
  return placed;
}
