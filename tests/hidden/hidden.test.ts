import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Instant } from '../../lambda/domain/instant.ts';
import type { Teaser } from '../../lambda/domain/teaser.ts';
import type { Page } from '../../lambda/store/page.ts';
import { at } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';
import type { FeedsGoing } from './feeds-walk.ts';
import { HIDINGS, membersOf, pushNewsroom, READ_AT, SOON } from './newsroom.ts';

/** What `npm run test:hidden` shows of 1,000 among 10,000, in a size that every run of the tests can take. */

/** Ends what would take for ever, in milliseconds. */
const LONG = 200_000;

const members = membersOf(100, 20);

let local: LocalTable;
let control: Pick<LocalTable, 'table'>;

beforeAll(async () => {
  local = await startLocalTable();
  control = await emptyTable(local.endpoint);
  await pushNewsroom(local.table, members, { secrets: true });
  await pushNewsroom(control.table, members, { secrets: false });
}, LONG);
afterAll(() => local[Symbol.asyncDispose]());

/** A walk through the server as it is loaded now. */
async function queried(options: { compared: boolean; most?: number }) {
  vi.resetModules();
  const { askerOf, serverForWalks, walkQueries } = await import('./graphql-walk.ts');
  const server = serverForWalks();
  const other = options.compared ? askerOf(server, control.table, READ_AT) : null;
  return walkQueries(askerOf(server, local.table, READ_AT), other, members, { ...(options.most ? { most: options.most } : {}) });
}

/** A walk through all addresses, by the function as it is loaded now. */
async function fetched(options: FeedsGoing = {}) {
  vi.resetModules();
  const { walkFeeds } = await import('./feeds-walk.ts');
  return walkFeeds(local.table, control.table, members, options);
}

describe('articles that are hidden among others', () => {
  it('are hidden in every way there is', () => {
    for (const hiding of HIDINGS) expect(members.filter((one) => one.hiding === hiding).length).toBeGreaterThan(2);
  });

  it(
    'show in no byte of any answer, and change no answer, no lifetime and no number of calls',
    async () => {
      const { faults, requests } = await queried({ compared: true });
      expect(faults).toEqual([]);
      expect(requests).toBeGreaterThan(150);
    },
    LONG,
  );

  it(
    'nor in anything that stands at an address',
    async () => {
      const { faults, requests } = await fetched();
      expect(faults).toEqual([]);
      expect(requests).toBeGreaterThan(400);
    },
    LONG,
  );
});

/** Everything has come, and is news. */
const LATER = at('2099-01-01T00:00:01.000Z');
const READS = '../../lambda/store/article-reads.ts';
const LISTS = '../../lambda/store/listing-reads.ts';
const CONCEPTS = '../../lambda/store/concept-reads.ts';
const CHANGES = '../../lambda/store/change-reads.ts';
const FRONTS = '../../lambda/store/front-reads.ts';
const POSTS = '../../lambda/store/live-post-reads.ts';
const EXPORTS = '../../lambda/feeds/article-export.ts';
const FEEDS = '../../lambda/feeds/feed.ts';
const SITEMAPS = '../../lambda/feeds/sitemap.ts';
const VISIBLE = '../../lambda/domain/visible.ts';

type Read = (...args: unknown[]) => unknown;

/** Puts another function in the place of one that reads. */
function mock(file: string, read: string, changed: (read: Read) => Read): void {
  vi.doMock(file, async (original) => {
    const reads = await original<Record<string, Read>>();
    return { ...reads, [read]: changed(reads[read] as Read) };
  });
}

/** The same read, at a clock of its own. */
const late =
  (read: Read): Read =>
  (...args) =>
    read(...args.map((one) => (one === READ_AT ? LATER : isReading(one) ? { ...one, clock: LATER } : one)));

function isReading(one: unknown): one is { clock: Instant } {
  return typeof one === 'object' && one !== null && 'clock' in one && one.clock === READ_AT;
}

describe('one way to read that forgets the clock', () => {
  afterEach(() => {
    for (const file of [READS, LISTS, CONCEPTS, CHANGES, FRONTS, POSTS, EXPORTS, FEEDS, SITEMAPS, VISIBLE]) vi.doUnmock(file);
  });

  it.each([
    ['teasers by id', READS, 'readTeasers'],
    ['an article by path', READS, 'readArticleByPath'],
    ['a section', LISTS, 'listSection'],
    ['quotations', LISTS, 'listQuotations'],
    ['translations', LISTS, 'listTranslations'],
    ['concepts by id', CONCEPTS, 'readConcepts'],
    ['a directory', CONCEPTS, 'listConcepts'],
    ['sections', CONCEPTS, 'listSections'],
    ['a front', FRONTS, 'readFront'],
    ['changes', CHANGES, 'listChanges'],
    ['posts', POSTS, 'listPosts'],
  ])(
    'is found among queries: %s',
    async (_name, file, read) => {
      mock(file, read, late);
      const { faults } = await queried({ compared: read === 'listChanges', most: 1 });
      expect(faults).not.toEqual([]);
    },
    LONG,
  );

  it.each([
    ['an article', READS, 'readArticleAt'],
    ['the newest', LISTS, 'listLatest'],
    ['a section', LISTS, 'listSection'],
    ['the name of a section', CONCEPTS, 'readSection'],
    ['what is about something', LISTS, 'listAbout'],
    ['what somebody wrote', LISTS, 'listContributions'],
    ['concepts', CONCEPTS, 'readConcepts'],
    ['posts', POSTS, 'listPosts'],
    ['the last change', CHANGES, 'readLastChange'],
    ['jsonLd', EXPORTS, 'jsonLdAt'],
    ['ninjs', EXPORTS, 'ninjsAt'],
    ['the feed of the newest', FEEDS, 'latestFeed'],
    ['that of a section', FEEDS, 'sectionFeed'],
    ['that of a concept', FEEDS, 'conceptFeed'],
    ['that of an author', FEEDS, 'authorFeed'],
    ['the sitemap of news', SITEMAPS, 'newsSitemap'],
    ['the index of sitemaps', SITEMAPS, 'sitemapIndex'],
    ['a sitemap of the archive', SITEMAPS, 'archiveSitemap'],
  ])(
    'is found at addresses: %s',
    async (_name, file, read) => {
      mock(file, read, late);
      const { faults } = await fetched({ most: 1, isQuick: true });
      expect(faults).not.toEqual([]);
    },
    LONG,
  );

  /** What else than words tells of what is hidden: an end of the answer, a call. */
  const told = async (read: Read, args: unknown[]) => {
    const [now, then] = [await read(...args), await late(read)(...args)];
    return { now, isOther: JSON.stringify(now) !== JSON.stringify(then) };
  };

  it.each([
    ['jsonLd', EXPORTS, 'jsonLdAt'],
    ['a feed', FEEDS, 'latestFeed'],
    ['a sitemap', SITEMAPS, 'archiveSitemap'],
  ])(
    'is found by the lifetime of what it kept back: %s',
    async (_name, file, read) => {
      mock(file, read, (original) => async (...args) => {
        const { now, isOther } = await told(original, args);
        return isOther && isRecord(now) ? { ...now, ends: SOON } : now;
      });
      const { faults } = await fetched({ most: 1, isQuick: true });
      expect(faults).toEqual([expect.stringMatching(/^headers .*cache-control/)]);
    },
    LONG,
  );

  it(
    'is found by the lifetime of a list',
    async () => {
      mock(LISTS, 'listLatest', (original) => async (...args) => {
        const { now, isOther } = await told(original, args);
        const { edges, ...page } = now as Page<Teaser>;
        return { ...page, edges: edges.map(({ node, ...edge }) => ({ ...edge, node: isOther ? { ...node, until: SOON } : node })) };
      });
      const { faults } = await queried({ compared: true, most: 1 });
      expect(faults).toEqual([expect.stringMatching(/s-maxage=5.*not .*s-maxage=13/)]);
    },
    LONG,
  );

  it(
    'is found by its calls',
    async () => {
      mock(LISTS, 'listAbout', (original) => async (...args) => {
        const { now, isOther } = await told(original, args);
        return isOther ? original(...args) : now;
      });
      const { faults } = await fetched({ most: 1, isQuick: true });
      expect(faults).toEqual([expect.stringMatching(/^calls /)]);
    },
    LONG,
  );

  it(
    'is found: nobody is asked whether something is visible',
    async () => {
      vi.doMock(VISIBLE, () => ({ visible: () => true }));
      for (const { faults } of [await queried({ compared: false, most: 1 }), await fetched({ most: 1, isQuick: true })])
        expect(faults).not.toEqual([]);
    },
    LONG,
  );
});

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
