import type { Article, Story } from '../../../lambda/domain/article.ts';
import type { ConceptRef } from '../../../lambda/domain/concept.ts';
import type { CardEdition } from '../../../lambda/domain/concept-card.ts';
import type { FrontContainer, FrontEdition } from '../../../lambda/domain/front.ts';
import type { Instant } from '../../../lambda/domain/instant.ts';
import { pushArticle, settleArticle } from '../../../lambda/store/article-writes.ts';
import { pushCard } from '../../../lambda/store/card-writes.ts';
import { pushFront } from '../../../lambda/store/front-writes.ts';
import type { NewsTable } from '../../../lambda/store/news-table.ts';
import { at, idOf, SOURCE } from '../../support/article.ts';
import { aContainer, latest, section } from '../../support/front.ts';
import { KINDS, marksIn, Pen, type Publishing, SHARED, sharedConcept, sharedUri } from './marked.ts';

/** A newsroom that hides as much as it shows: what is pushed, and what of it readers without a token may see. */

/** A text that was pushed: where in what it stood, and whether readers may see it. */
export type Leaf = { of: string; path: string; text: string; isShown: boolean };

/** One edition of an article or of a front. */
export type Entry = {
  /** What a failing test calls it. */
  name: string;
  /** Nothing that readers can ask may tell whether it was pushed. */
  isSecret: boolean;
  /** The wall clock at which it is pushed. */
  at: Instant;
  /** Whether a text of it, by its place in what was pushed, may show. */
  shows: (path: string) => boolean;
} & ({ article: Article } | { front: FrontEdition } | { card: CardEdition });

const EVERYTHING = () => true;
const NOTHING = () => false;
/** An article that could be read keeps its id: it was given out, and tells that it is gone. */
const ITS_ID = (path: string) => path === 'id' || path === 'uri' || path === 'expires';

const PUSHED = at('08:00');
const LATER = at('09:00');

/** No test lives to see it: the moment of whatever waits. Each has its own, which may not show either. */
const waiting = (minute: number) => `2099-01-01T00:${String(minute).padStart(2, '0')}:00.000Z` as Instant;

/** First published in the night before, the higher the later. */
const published = (minute: number) => at(`0${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}:00.001`);

/** Where a paid article of {@link Pen.article} is cut: behind its first paragraph. */
const FREE_BLOCKS = 1;

let numbers = 0;
const pen = () => {
  numbers += 1;
  return new Pen(numbers);
};

type Uri = { uri: string; minute: number };
const uri = (minute: number): Uri => ({ uri: pen().word('uri'), minute });

function rich({ uri, minute }: Uri, publishing: Publishing = {}, story: Partial<Story> = {}): Article & { story: Story } {
  return pen().article(uri, { firstPublished: published(minute), ...publishing }, story);
}

function short({ uri, minute }: Uri, publishing: Publishing = {}, story: Partial<Story> = {}): Article & { story: Story } {
  return pen().shortArticle(uri, { firstPublished: published(minute), ...publishing }, story);
}

const CANCELED = { embargoedUntil: null, scheduledFor: null, expires: null, pubStatus: 'CANCELED', story: null, body: null } as const;
function kill({ uri }: Uri, version: number): Article {
  return { source: SOURCE, uri, version, versionCreated: null, firstCreated: null, firstPublished: null, ...CANCELED };
}

const OPEN = uri(1);
const PAID = uri(59);
const EMBARGOED = uri(20);
const BRIEF = uri(21);
const SCHEDULED = uri(22);
const DRAFT = uri(23);
const WITHDRAWN = uri(30);
const EXPIRED = uri(31);
const OVER = uri(32);
const UPDATED = uri(40);
const REWORKED = uri(41);
const POSTPONED = uri(42);
const HURRIED = uri(43);
const CORRECTED = uri(44);
const RETURNED = uri(45);
const AWAITED = uri(46);
const NEVER = uri(47);
const PARTNER = uri(2);
const LIVE = uri(50);

/** What shows of a version that a newer one has followed: its place, which leads on, and what readers were told of the change. */
const FORMER = (path: string) => ITS_ID(path) || path === 'story.path' || path === 'story.versionNote' || path === 'firstPublished';
const FORMER_PATH = (path: string) => FORMER(path) && path !== 'story.versionNote';

/** A post keeps its place when it changes. */
const FORMER_POSTS = (path: string) => FORMER(path) || /^posts\.[01]\.datePublished$/.test(path);

/** Behind the cut of a paid article. Who is mentioned is told to everybody; what they said there, and as who, is not. */
function isFree(path: string): boolean {
  if (path.startsWith('posts.')) return !path.includes('.blocks.');
  const [, part, place, ...rest] = /^body\.(blocks|quotations)\.(\d+)\.(.*)/.exec(path) ?? [];
  if (part === undefined) return true;
  if (part === 'blocks') return Number(place) < FREE_BLOCKS;
  return Number(place) < 2 || /(agent|affiliation|recordedAt)\./.test(rest.join('.'));
}

const related = [
  { article: idOf(PAID.uri), label: pen().word('related') },
  { article: idOf(EMBARGOED.uri), label: pen().word('related') },
  { article: idOf(WITHDRAWN.uri), label: pen().word('related') },
  { article: idOf(DRAFT.uri), label: pen().word('related') },
];

const both = (name: string, article: Article, shows: Entry['shows'] = EVERYTHING, when = PUSHED): Entry => ({
  ...{ name, article, shows, isSecret: false, at: when },
});
const secret = (name: string, article: Article, when = PUSHED): Entry => ({ name, article, shows: NOTHING, isSecret: true, at: when });

const COVERED = { liveBlog: { isLive: true, starts: pen().instant(), ends: pen().instant() } };

/** One post changed, one taken away, and one whose moment has not come. */
const LIVE_POSTS = [...pen().posts(['first', 'second']), ...pen().posts(['fourth'], waiting(12))];
const isPublicPost = (path: string) => !path.startsWith('posts.2.');

/** Until the sweeper has been there, within the minute, names that this article alone made public stay so; this one has none. */
const UNSWEPT = { mentions: [], contributions: [] };

const ARTICLES: Entry[] = [
  both('an open article', rich(OPEN, {}, { related }), (path) => !/^story\.related\.[1-3]\./.test(path)),
  both('a live blog', short(LIVE, { posts: pen().posts(['first', 'second', 'third']) }, COVERED), FORMER_POSTS),
  both('a live blog with a post that waits', short(LIVE, { version: 2, posts: LIVE_POSTS }, COVERED), isPublicPost, LATER),
  secret(
    'an update of a live blog',
    short(LIVE, { version: 3, scheduledFor: waiting(13), posts: pen().posts(['first', 'fifth']) }, COVERED),
    LATER,
  ),
  both('its translation', short(PARTNER, {}, { translationGroup: SHARED.group, language: 'de' })),
  both('a paid article', rich(PAID, {}, { isAccessibleForFree: false, freeBlocks: FREE_BLOCKS }), isFree),

  secret('an embargoed article', rich(EMBARGOED, { embargoedUntil: waiting(1) })),
  secret('a short embargoed article', short(BRIEF, { embargoedUntil: waiting(2) }, { translationGroup: SHARED.group })),
  secret('a scheduled article', short(SCHEDULED, { scheduledFor: waiting(3) })),
  secret('a draft', rich(DRAFT, { pubStatus: 'WITHHELD' })),

  both('a withdrawn article', rich(WITHDRAWN), ITS_ID),
  both('its withdrawal', kill(WITHDRAWN, 2), EVERYTHING, LATER),
  both('an article that has expired', short(EXPIRED, { expires: at('12:00') }, UNSWEPT), ITS_ID),
  both('an article that has expired and left its lists', short(OVER, { expires: at('12:00') }), ITS_ID),

  both('an article with an update that waits', short(UPDATED)),
  secret('an update that waits', rich(UPDATED, { version: 2, scheduledFor: waiting(4) }), LATER),
  both('an article with a draft beside it', short(REWORKED)),
  secret('a draft beside what is current', short(REWORKED, { version: 2, pubStatus: 'WITHHELD' }), LATER),

  secret('an embargoed version that another one followed', short(POSTPONED, { embargoedUntil: waiting(5) })),
  secret('an embargoed version behind another one', short(POSTPONED, { version: 2, embargoedUntil: waiting(6) }), LATER),
  secret('an embargoed version that an open one followed', short(HURRIED, { embargoedUntil: waiting(7) })),
  both('an open version behind an embargoed one', short(HURRIED, { version: 2 }), EVERYTHING, LATER),
  secret('an article that was killed before its moment', short(NEVER, { embargoedUntil: waiting(8) })),
  secret('its kill', kill(NEVER, 2), LATER),

  both('what was wrong', rich(CORRECTED), FORMER),
  both('what was put right', short(CORRECTED, { version: 2 }), EVERYTHING, LATER),
  both('what was withdrawn before it came back', short(RETURNED), FORMER_PATH),
  both('a withdrawal that was not the last word', kill(RETURNED, 2), EVERYTHING, LATER),
  both('what came back', short(RETURNED, { version: 3 }), EVERYTHING, at('10:00')),
  both('what was withdrawn before an update', short(AWAITED), ITS_ID),
  both('a withdrawal before an update', kill(AWAITED, 2), EVERYTHING, LATER),
  secret('an update that waits behind a withdrawal', short(AWAITED, { version: 3, embargoedUntil: waiting(9) }), at('10:00')),
];

const plain = (container: FrontContainer): FrontContainer => ({ ...container, id: `list-${container.id}` });
const LISTS: FrontContainer[] = [
  plain(aContainer('about', [], { from: { kind: 'ABOUT', concept: sharedConcept('Topic').id }, upTo: 30 })),
  plain(aContainer('series', [], { from: { kind: 'SERIES', slug: SHARED.series }, upTo: 30 })),
  plain(aContainer('section', [], section(SHARED.section, 30))),
  plain(aContainer('latest', [], latest(30, 'en'))),
];

const CURATED = [OPEN, EMBARGOED, WITHDRAWN, DRAFT, EXPIRED, UPDATED, PAID, NEVER, AWAITED, POSTPONED, BRIEF].map(({ uri }) => idOf(uri));
const READABLE = new Set([OPEN, UPDATED, PAID].map(({ uri }) => idOf(uri)));
const readableItems = CURATED.flatMap((id, place) => (READABLE.has(id) ? [place] : []));
const showsOnFront = (path: string) => {
  const [, place] = /^front\.containers\.0\.items\.(\d+)\./.exec(path) ?? [];
  return place === undefined || readableItems.includes(Number(place));
};

type FrontPublishing = Partial<Pick<FrontEdition, 'version' | 'embargoedUntil' | 'scheduledFor' | 'pubStatus'>>;
function front(slug: string, publishing: FrontPublishing = {}, more: readonly FrontContainer[] = []): FrontEdition {
  const { version = 1, embargoedUntil = null, scheduledFor = null, pubStatus = 'USABLE' } = publishing;
  return {
    ...{ source: SOURCE, slug, version, embargoedUntil, scheduledFor, pubStatus },
    front: pen().front(slug, CURATED, more),
  } as FrontEdition;
}

const FRONT_SLUGS = {
  home: 'home',
  evening: 'evening',
  former: 'former',
  gone: pen().slug('gone'),
  waits: pen().slug('waits'),
  draft: pen().slug('draft'),
};

const FRONTS: Entry[] = [
  { name: 'the home front', front: front(FRONT_SLUGS.home, {}, LISTS), isSecret: false, at: PUSHED, shows: showsOnFront },
  { name: 'a front with a version that waits', front: front(FRONT_SLUGS.evening), isSecret: false, at: PUSHED, shows: showsOnFront },
  {
    ...{ name: 'a version of a front that waits', front: front(FRONT_SLUGS.evening, { version: 2, scheduledFor: waiting(10) }) },
    ...{ isSecret: true, at: LATER, shows: NOTHING },
  },
  { name: 'a former version of a front', front: front(FRONT_SLUGS.former), isSecret: false, at: PUSHED, shows: NOTHING },
  { name: 'the newest version of it', front: front(FRONT_SLUGS.former, { version: 2 }), isSecret: false, at: LATER, shows: showsOnFront },
  { name: 'a withdrawn front', front: front(FRONT_SLUGS.gone), isSecret: false, at: PUSHED, shows: NOTHING },
  {
    ...{ name: 'its withdrawal', isSecret: false, at: LATER, shows: EVERYTHING },
    front: {
      source: SOURCE,
      slug: FRONT_SLUGS.gone,
      version: 2,
      embargoedUntil: null,
      scheduledFor: null,
      pubStatus: 'CANCELED',
      front: null,
    },
  },
  {
    name: 'a front that waits',
    front: front(FRONT_SLUGS.waits, { scheduledFor: waiting(11) }),
    isSecret: true,
    at: PUSHED,
    shows: NOTHING,
  },
  {
    name: 'a front that is a draft',
    front: front(FRONT_SLUGS.draft, { pubStatus: 'WITHHELD' }),
    isSecret: true,
    at: PUSHED,
    shows: NOTHING,
  },
];

const cardOf = (name: string, { id, kind }: ConceptRef, shows: Entry['shows']): Entry => ({
  ...{ name: `${name}: ${kind}`, isSecret: false, at: PUSHED, shows },
  card: { source: SOURCE, concept: id, version: 1, card: pen().card(kind) },
});
/** Those that an embargoed article alone names. Their cards are no secret of ours, and wait with it. */
const HIDDEN_CONCEPTS = ARTICLES.flatMap((entry) =>
  'article' in entry && entry.article.uri === EMBARGOED.uri ? (entry.article.story?.mentions ?? []) : [],
);

const CARDS: Entry[] = [
  ...KINDS.map((kind) => cardOf('a card', sharedConcept(kind), EVERYTHING)),
  ...HIDDEN_CONCEPTS.map((concept) => cardOf('a card of a concept that is not public', concept, NOTHING)),
];

export const ENTRIES: readonly Entry[] = [...ARTICLES, ...FRONTS, ...CARDS];

/** Names of things for whoever asks; see values.ts. */
export const ARTICLE_URIS = {
  open: OPEN.uri,
  paid: PAID.uri,
  embargoed: EMBARGOED.uri,
  updated: UPDATED.uri,
  withdrawn: WITHDRAWN.uri,
  live: LIVE.uri,
};
export const FRONTS_BY_NAME = FRONT_SLUGS;

/** Every text of an edition with its place in it, and the id that is made of its uri. */
export function leavesOf(entry: Entry): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') leaves.push({ of: entry.name, path, text: value, isShown: entry.shows(path) });
    else if (typeof value === 'object' && value !== null)
      for (const [key, part] of Object.entries(value)) walk(part, path === '' ? key : `${path}.${key}`);
  };
  if ('article' in entry) walk({ ...entry.article, id: idOf(entry.article.uri) }, '');
  else walk('front' in entry ? entry.front : entry.card, '');
  return leaves;
}

/** Marks that readers may not see, each with the name of where it stands. What also stands where they may is none. */
export function hiddenMarks(entries: readonly Entry[] = ENTRIES): Map<string, string> {
  const leaves = entries.flatMap(leavesOf);
  const shown = new Set(leaves.filter(({ isShown }) => isShown).flatMap(({ text }) => marksIn(text)));
  const hidden = leaves.filter(({ isShown }) => !isShown);
  return new Map(
    hidden.flatMap(({ of, path, text }) =>
      marksIn(text)
        .filter((mark) => !shown.has(mark))
        .map((mark) => [mark, `${of}: ${path}`] as const),
    ),
  );
}

/** Words of ours, of IPTC and of BCP 47; keys that are made of the text beside them. Nothing that a newsroom writes. */
const NO_WORDS = /(^|\.)(source|pubStatus|language|inLanguage|kind|type|role|identity|directness|assertedBy|key|blockKey)$/;
const SHARED_TEXTS: ReadonlySet<string> = new Set([
  ...[...Object.values(SHARED), FRONT_SLUGS.home, FRONT_SLUGS.evening, FRONT_SLUGS.former, ...LISTS.map(({ id }) => id)],
  ...(['Person', 'Organization', 'Place', 'NewsEvent', 'Topic'] as const).map(sharedUri),
]);

/** Texts that were pushed without a mark: nobody would see them leak. */
export function unmarked(entries: readonly Entry[] = ENTRIES): Leaf[] {
  return entries
    .flatMap(leavesOf)
    .filter(({ path, text }) => marksIn(text).length === 0 && !NO_WORDS.test(path) && !SHARED_TEXTS.has(text) && !path.includes('.fill.'));
}

/** Pushes the newsroom, or what of it is no secret. */
export async function pushNewsroom(table: NewsTable, { secrets }: { secrets: boolean }): Promise<void> {
  for (const entry of ENTRIES) if (secrets || !entry.isSecret) await push(table, entry, entry.at);
  await settleArticle(table, idOf(OVER.uri), at('12:01'));
}

/**
 * What the other newsroom hides, made public: every edition of which something is hidden, as a first version that anybody may read. An
 * article has one such edition under its own uri, the others under uris of their own.
 */
export const OPENED: readonly Entry[] = openEntries();

function openEntries(): Entry[] {
  const taken = new Set<string>();
  return ENTRIES.flatMap((entry): Entry[] => {
    const hides = leavesOf(entry).some(({ isShown }) => !isShown);
    if (!hides || isKill(entry)) return [];
    const publishing = { version: 1, embargoedUntil: null, scheduledFor: null, pubStatus: 'USABLE' } as const;
    if ('front' in entry) {
      const { slug } = entry.front;
      const own = taken.has(slug) ? `${slug}-${taken.size}` : slug;
      taken.add(own);
      return [{ ...entry, front: { ...entry.front, ...publishing, slug: own } as FrontEdition }];
    }
    if ('card' in entry) return [entry];
    const { uri, posts } = entry.article;
    const own = taken.has(uri) ? `${uri} ${taken.size}` : uri;
    taken.add(own);
    const open = posts?.map((post) => (post.datePublished > PUSHED ? { ...post, datePublished: published(0) } : post)) ?? null;
    return [{ ...entry, article: { ...entry.article, ...publishing, uri: own, expires: null, posts: open } as Article }];
  });
}

/** Pushes what is hidden elsewhere, for everybody to read. */
export async function pushOpened(table: NewsTable): Promise<void> {
  for (const entry of OPENED) await push(table, entry, PUSHED);
}

/**
 * Marks that have to be found: those of all that is open in one newsroom and of all that the other one opens, so that a crawl which finds them
 * looked everywhere.
 */
export function readableMarks(): { open: Map<string, string>; opened: Map<string, string> } {
  const marks = (leaves: readonly Leaf[]) =>
    new Map(
      leaves
        .filter(({ path }) => !NO_WORDS.test(path) && !UNREAD.some(({ place }) => place.test(path)))
        .flatMap(({ of, path, text }) => marksIn(text).map((mark) => [mark, `${of}: ${path}`] as const)),
    );
  const open = ENTRIES.filter((entry) => entry.shows(FIRST_OF_ALL) && !isKill(entry)).flatMap(leavesOf);
  return { open: marks(open.filter(({ isShown }) => isShown)), opened: marks(OPENED.flatMap(leavesOf)) };
}

function isKill(entry: Entry): boolean {
  return !('card' in entry) && ('front' in entry ? entry.front : entry.article).pubStatus === 'CANCELED';
}

/** Marks of what no field shows, of all that is opened: none may be found. */
export function unreadMarks(): Map<string, string> {
  const unread = OPENED.flatMap(leavesOf).filter(({ path }) => UNREAD.some(({ place }) => place.test(path)));
  return new Map(unread.flatMap(({ path, text }) => (SHARED_TEXTS.has(text) ? [] : marksIn(text).map((mark) => [mark, path] as const))));
}

/** Of an article that can be read, its headline can be. */
const FIRST_OF_ALL = 'story.headline';

/** What no field of the schema shows, also of what is open, and why. A place that a field does show must leave this list. */
export const UNREAD: readonly { place: RegExp; why: string }[] = [
  {
    place: /^story\.standfirst\.quotation\..*\.uri$/,
    why: 'quotations of standfirsts stand in no list, so that whom they alone name has no page, and no addresses',
  },
];

async function push(table: NewsTable, entry: Entry, when: Instant): Promise<void> {
  if ('article' in entry) await pushArticle(table, entry.article, when);
  else if ('front' in entry) await pushFront(table, entry.front, when);
  else await pushCard(table, entry.card, when);
}
