import { type ArticleState, settle, shownVersion } from '../domain/article-state.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { settleArticle } from './article-writes.ts';
import type { NewsTable } from './news-table.ts';
import { type ArticleName, readManifest } from './read-manifest.ts';
import { reopen } from './reopen.ts';
import { hasProfile, renewProfile } from './repair/profile-inspection.ts';
import { inParallel, type StoredItem, scanPage, type TableKey } from './repair/table-walk.ts';
import { StaleState } from './transaction.ts';
import { readVersion } from './version-reads.ts';

/** Where a walk has come to: which of its passes over the table, and the last item of it that is done. */
export type WalkPlace<Pass extends string> = { pass: Pass; after: TableKey | null };

/** The copies: lists and teasers of articles first, because profiles are made from lists. */
export const RELIST_PASSES = ['ARTICLES', 'PROFILES'] as const;
export type RelistPlace = WalkPlace<(typeof RELIST_PASSES)[number]>;

/** What a relisting of everything would write. */
export type RelistCost = {
  articles: number;
  profiles: number;
  /** Copies: listings, teasers, profiles and directory entries. */
  items: number;
  /** DynamoDB's write units, estimated from what stands. */
  writeUnits: number;
  /** What the count itself has read. */
  readUnits: number;
};

/** How often an article that others write at the same time is read again. */
const ATTEMPTS = 12;

/** A write unit is a kilobyte, and a transaction takes two for each. @see Amazon DynamoDB Developer Guide, "Read and write operations" */
const UNIT_BYTES = 1024;
const PER_TRANSACTED_KB = 2;

/**
 * Writes an article's lists, teaser and profiles anew from its stored version, whether they are owed or not: through the same fenced
 * change that every push goes through, and so that the sweeper finishes it should this be cut.
 * @param now the wall clock
 * @throws {Error} before anything is written, when head or body of that version are not whole
 */
export async function relistArticle(table: NewsTable, id: ArticleId, now: Instant): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const manifest = await readManifest(table, id);
    if (manifest === null) return;
    await expectWhole(table, manifest, now);
    try {
      await reopen(table, manifest, manifest.state, manifest.state, now);
      break;
    } catch (error) {
      if (!(error instanceof StaleState) || attempt === ATTEMPTS) throw error;
    }
  }
  await settleArticle(table, id, now);
}

/** Lists made from half a version would lose what stands in them; a change that cannot be finished would be tried for ever. */
async function expectWhole(table: NewsTable, { id, state }: ArticleName & { state: ArticleState }, now: Instant): Promise<void> {
  const shown = shownVersion(settle(state, now).state, now);
  if (shown !== null) await readVersion(table, id, shown);
}

/**
 * Counts what {@link relistTable} would write. Reads the whole table once.
 * @param looked is told how many items more have been looked at
 */
export async function estimateRelist(table: NewsTable, looked: (items: number) => void): Promise<RelistCost> {
  const cost: RelistCost = { articles: 0, profiles: 0, items: 0, writeUnits: 0, readUnits: 0 };
  const before = table.meter.units;
  let after: TableKey | null = null;
  do {
    const page = await scanPage(table, after);
    for (const item of page.items) {
      const units = Math.ceil(bytesOf(item) / UNIT_BYTES) * PER_TRANSACTED_KB;
      if (item.e === 'Manifest') {
        cost.articles += 1;
        cost.writeUnits += 3 * units + 3 * PER_TRANSACTED_KB; // opened, listed, finished; its moment put twice and removed once
      } else if (item.e === 'Listing' || item.e === 'Teaser' || item.e === 'Profile' || item.e === 'Directory') {
        if (item.e === 'Profile') cost.profiles += 1;
        cost.items += 1;
        cost.writeUnits += units;
      }
    }
    looked(page.items.length);
    after = page.end;
  } while (after);
  return { ...cost, readUnits: table.meter.units - before };
}

/**
 * Renews every copy in the table from the stored versions: after a change of what a teaser, a listing or a profile holds.
 * One page at a time: whoever walks may stop after any, and go on from its `next` later.
 * @param clock the wall clock, read anew for each article: a walk takes longer than a moment
 */
export async function* relistTable(
  table: NewsTable,
  clock: () => Instant,
  from: RelistPlace = { pass: 'ARTICLES', after: null },
): AsyncGenerator<{ items: number; renewed: number; failed: string[]; next: RelistPlace | null }> {
  for (const pass of RELIST_PASSES.slice(RELIST_PASSES.indexOf(from.pass))) {
    let after = pass === from.pass ? from.after : null;
    do {
      const page = await scanPage(table, after);
      const work =
        pass === 'ARTICLES'
          ? page.items.filter(({ e }) => e === 'Manifest')
          : page.items.filter(({ e, pk }) => e === 'Profile' && hasProfile(pk));
      const faults = await inParallel(work, async (item) => {
        try {
          if (pass === 'ARTICLES') await relistArticle(table, articleOf(item), clock());
          else await renewProfile(table, item.pk);
          return [];
        } catch (error) {
          return [`${item.pk}: ${(error as Error).message}`];
        }
      });
      const failed = faults.flat();
      after = page.end;
      const next = after ? { pass, after } : pass === 'ARTICLES' ? { pass: 'PROFILES' as const, after: null } : null;
      yield { items: page.items.length, renewed: work.length - failed.length, failed, next };
    } while (after);
  }
}

/** The article that an item of its own partition belongs to. */
export function articleOf({ pk }: TableKey): ArticleId {
  return pk.slice('ARTICLE#'.length) as ArticleId;
}

function bytesOf(item: StoredItem): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + name.length + Buffer.byteLength(String(value)), 0);
}
