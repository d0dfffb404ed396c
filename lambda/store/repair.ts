import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import type { ArticleState } from '../domain/article-state.ts';
import { type ArticleId, isArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Listing } from '../domain/listings.ts';
import { settleArticle } from './article-writes.ts';
import { renewVersions } from './concept-renewal.ts';
import { checkState } from './manifest.ts';
import type { NewsTable } from './news-table.ts';
import { instantIn } from './page.ts';
import { readManifest } from './read-manifest.ts';
import { articleOf, relistArticle, type WalkPlace } from './relist.ts';
import { reopen } from './reopen.ts';
import {
  changesOf,
  type Finding,
  type Inspection,
  inspectArticle,
  isUnderWay,
  momentsOf,
  partitionOf,
} from './repair/article-inspection.ts';
import { inspectLiveBlog, liveBlogOf, mendLiveBlog } from './repair/live-inspection.ts';
import {
  hasProfile,
  inspectEntry,
  inspectMerged,
  inspectProfile,
  profilePartition,
  removeEntry,
  renewProfile,
} from './repair/profile-inspection.ts';
import {
  decode,
  inParallel,
  readItems,
  readPartition,
  removeItem,
  type StoredItem,
  scanPage,
  type TableKey,
  textOf,
} from './repair/table-walk.ts';
import { MAX_ACTIONS, StaleState, transact } from './transaction.ts';

/** Articles first, with all that is made from their versions; then what stands elsewhere and may belong to nobody. */
export const REPAIR_PASSES = ['ARTICLES', 'REST'] as const;
export type RepairPlace = WalkPlace<(typeof REPAIR_PASSES)[number]>;

/** A finding, and whether it is mended now. */
export type Repaired = Finding & { mended: boolean };

/** An article is mended and looked at again so often; what is wrong then stays for a human. */
const ROUNDS = 3;

/** What a moment, a change or a listing says of its article. */
type Claim = { item: Finding['item']; key: TableKey; article: ArticleId };

/**
 * Compares the whole table with the versions that are stored in it, and mends what `write` allows it to: every item of an article, its
 * copies in lists, profiles and directories, the posts of live blogs, and whatever belongs to nobody. Nothing is mended but under the fence of the article, so it
 * can run beside everything else.
 * One page at a time: whoever walks may stop after any, and go on from its `next` later.
 * @param clock the wall clock, read anew for each article: a walk takes longer than a moment
 */
export async function* repairTable(
  table: NewsTable,
  clock: () => Instant,
  { write, from = { pass: 'ARTICLES', after: null } }: { write: boolean; from?: RepairPlace },
): AsyncGenerator<{ pass: RepairPlace['pass']; items: number; findings: Repaired[]; next: RepairPlace | null }> {
  const ofMissingListings = new Set<string>();
  for (const pass of REPAIR_PASSES.slice(REPAIR_PASSES.indexOf(from.pass))) {
    let after = pass === from.pass ? from.after : null;
    do {
      const page = await scanPage(table, after);
      const done = after?.pk; // its first items stood on the page before
      const findings =
        pass === 'ARTICLES'
          ? await repairArticles(table, clock, write, page.items, done)
          : await repairRest(table, clock, write, page.items, done, ofMissingListings);
      if (!write) for (const { item, key } of findings) if (item === 'Listing') ofMissingListings.add(key.pk);
      after = page.end;
      yield {
        pass,
        items: page.items.length,
        findings,
        next: after ? { pass, after } : pass === 'ARTICLES' ? { pass: 'REST', after: null } : null,
      };
    } while (after);
  }
}

async function repairArticles(table: NewsTable, clock: () => Instant, write: boolean, items: StoredItem[], done: string | undefined) {
  const partitions = [...new Set(items.map(({ pk }) => pk))].filter((pk) => pk.startsWith('ARTICLE#') && pk !== done);
  const found = await inParallel(partitions, (pk) => repairArticle(table, articleOf({ pk, sk: '' }), clock, write));
  return found.flat();
}

/** Inspects an article, mends it if it may, and looks once more at what came of it. */
async function repairArticle(table: NewsTable, id: ArticleId, clock: () => Instant, write: boolean): Promise<Repaired[]> {
  const found = new Map<string, Finding>();
  const nameOf = ({ item, key }: Finding) => `${item} ${textOf(key)}`;
  for (let round = 1; ; round += 1) {
    const inspection = await inspectArticle(table, id, clock());
    for (const finding of inspection.findings) if (!found.has(nameOf(finding))) found.set(nameOf(finding), finding);
    const left = new Set(inspection.findings.map(nameOf));
    if (!write || round > ROUNDS || !inspection.findings.some(({ mendable }) => mendable)) {
      return [...found].map(([name, finding]) => ({ ...finding, mended: !left.has(name) }));
    }
    try {
      await mendArticle(table, id, inspection, clock());
    } catch (error) {
      if (!(error instanceof StaleState)) throw error; // somebody else wrote: look again
    }
  }
}

/** Single items first, each transaction under the fence of the state that was inspected; then the state; then the lists. */
async function mendArticle(table: NewsTable, id: ArticleId, { actions, before, corrected, name, relist }: Inspection, now: Instant) {
  const perPart = MAX_ACTIONS - 1;
  for (let at = 0; at < actions.length; at += perPart) {
    await transact(table, [fence(table, id, before.rev), ...actions.slice(at, at + perPart)]);
  }
  if (corrected && name) {
    await reopen(table, name, before, corrected, now);
    await settleArticle(table, id, now);
  } else if (relist) {
    await relistArticle(table, id, now);
  }
}

/** Lists, paths, moments and changes that belong to no article as it stands; profiles and directories. */
async function repairRest(
  table: NewsTable,
  clock: () => Instant,
  write: boolean,
  items: StoredItem[],
  done: string | undefined,
  ofMissingListings: ReadonlySet<string>,
): Promise<Repaired[]> {
  const claims = items.flatMap((item) => claimOf(table, item) ?? []);
  const states = await statesOf(table, new Set(claims.map(({ article }) => article)));
  const mend = async (found: Finding[], mending: () => Promise<void>): Promise<Repaired[]> => {
    let mended = write && found.length > 0;
    try {
      if (mended) await mending();
    } catch (error) {
      if (!(error instanceof StaleState)) throw error; // somebody else wrote: the next run looks again
      mended = false;
    }
    return found.map((finding) => ({ ...finding, mended }));
  };

  const unfounded = claims.filter((claim) => !agrees(claim, states.get(claim.article), clock()));
  const orphans = await inParallel(unfounded, async (claim) => {
    const rev = await confirmedRev(table, claim, clock());
    if (rev === null) return [];
    const is = states.get(claim.article) ? 'belongs to nothing that its article says' : 'belongs to an article that is not there';
    return mend([{ item: claim.item, key: claim.key, is, shouldBe: 'not there', mendable: true }], async () => {
      await transact(table, [fence(table, claim.article, rev), removeItem(table, claim.key)]);
      if (hasProfile(claim.key.pk)) await renewProfile(table, claim.key.pk);
    });
  });
  const partitions = [...new Set(items.map(({ pk }) => pk))].filter((pk) => hasProfile(pk) && pk !== done && !ofMissingListings.has(pk));
  const profiles = await inParallel(partitions, async (pk) => mend(await inspectProfile(table, pk), () => renewProfile(table, pk)));
  const merged = await inParallel(
    items.filter(({ e }) => e === table.verdict.entityName),
    async (verdict) => {
      const found = await inspectMerged(table, verdict);
      return mend(found, async () => {
        for (const article of new Set(found.map(({ key }) => key.sk.split('#')[2] as ArticleId))) {
          await renewVersions(table, article, clock());
          await settleArticle(table, article, clock());
        }
      });
    },
  );
  const listed = items.filter(
    ({ e, pk, id }) => e === table.directory.entityName && !ofMissingListings.has(profilePartition(pk, String(id))),
  );
  const entries = await inParallel(listed, async ({ pk, sk, id }) => {
    const key = { pk, sk };
    return mend(await inspectEntry(table, key, String(id)), () => removeEntry(table, key, String(id)));
  });
  const liveBlogs = [...new Set(items.map(({ pk }) => pk))].flatMap((pk) => (pk === done ? [] : (liveBlogOf(pk) ?? [])));
  const posts = await inParallel(liveBlogs, async (id) => {
    const state = (await statesOf(table, new Set([id]))).get(id);
    const inspection = await inspectLiveBlog(table, id, !!state);
    const rev = typeof state === 'object' ? (state?.rev ?? 0) : 0;
    return mend(inspection.findings, () => mendLiveBlog(table, id, inspection, !!state, fence(table, id, rev)));
  });
  return [...orphans, ...profiles, ...merged, ...entries, ...posts].flat();
}

/** Which article an item says that it belongs to; null for all that says nothing of the kind. */
function claimOf(table: NewsTable, item: StoredItem): Claim | null {
  const key = { pk: item.pk, sk: item.sk };
  const claim = (kind: Finding['item'], article: unknown) =>
    typeof article === 'string' && isArticleId(article) ? { item: kind, key, article } : null;
  if (item.e === table.listing.entityName) return claim('Listing', item.sk.split('#')[2]);
  if (item.e === table.path.entityName) return claim('Path', decode(table.path, item)?.articleId);
  if (item.e === table.moment.entityName) return claim('Moment', item.sk.split('#')[2]);
  if (item.e === table.change.entityName) return claim('Change', item.sk.split('#')[2]);
  return null;
}

/** The states of some articles; `UNTOLD` where there is no manifest, but a version to make one from; null where there is nothing. */
async function statesOf(table: NewsTable, ids: ReadonlySet<ArticleId>): Promise<Map<ArticleId, ArticleState | 'UNTOLD' | null>> {
  const items = await readItems(
    table,
    [...ids].map((id) => ({ pk: partitionOf(id), sk: 'LISTINGS' })),
  );
  const states = new Map<ArticleId, ArticleState | 'UNTOLD' | null>();
  for (const id of ids) {
    const manifest = decode(table.manifest, items.get(textOf({ pk: partitionOf(id), sk: 'LISTINGS' })));
    if (manifest?.state && manifest.rev !== undefined) states.set(id, { ...manifest.state, rev: manifest.rev });
    else states.set(id, (await readPartition(table, partitionOf(id))).some(({ sk }) => sk.endsWith('#HEAD')) ? 'UNTOLD' : null);
  }
  return states;
}

/** Whether an article as it stands accounts for an item. What a cut change left is told apart once that is finished. */
function agrees({ item, key, article }: Claim, state: ArticleState | 'UNTOLD' | null | undefined, now: Instant): boolean {
  if (state === null || state === undefined) return false;
  if (state === 'UNTOLD' || isUnderWay(state, now)) return true;
  const [, , , tail] = key.sk.split('#');
  switch (item) {
    case 'Listing': {
      const kind = key.sk[0] as Listing['kind'];
      const name = `${key.pk}|${kind}${kind === 'Q' ? `|${Number(tail)}` : ''}`; // as listingName has it
      return state.lists.includes(name) && state.listedAt === instantIn(key.sk);
    }
    case 'Moment': // one that has come is the sweeper's; early, late or twice does no harm
      return instantIn(key.sk) <= now || key.sk === state.moment || momentsOf(state, article, now).some(({ place }) => place === key.sk);
    case 'Change': {
      const version = Number(tail);
      const { current } = state;
      if (current === null && state.hold && version <= state.known.version) return true; // all that an erasure leaves
      // a withdrawal by editors has the number of the version that it took away, and may have been taken back
      if (current && (version < current.version || (version === current.version && instantIn(key.sk) < current.changedAt))) return true;
      return changesOf(state).some((change) => change.version === version && change.changedAt === instantIn(key.sk));
    }
    default: // a path never changes its article, also when the version that wished for it was superseded
      return true;
  }
}

/**
 * Looks again, consistently, at an item that its article does not account for: null when it is gone or accounted for by now, else the
 * `rev` under which it is neither. While that lasts, nothing puts it in its place again.
 */
async function confirmedRev(table: NewsTable, claim: Claim, now: Instant): Promise<number | null> {
  const first = (await statesOf(table, new Set([claim.article]))).get(claim.article);
  if (agrees(claim, first, now)) return null;
  if (!(await readItems(table, [claim.key])).has(textOf(claim.key))) return null;
  const rev = typeof first === 'object' ? (first?.rev ?? 0) : 0;
  const second = await readManifest(table, claim.article);
  return (second?.state.rev ?? 0) === rev ? rev : null;
}

/** Lets the rest of a transaction pass only while an article is at `rev`; 0 means that it has no manifest. */
function fence(table: NewsTable, id: ArticleId, rev: number) {
  if (rev > 0) return checkState(table, id, rev);
  return table.manifest.build(ConditionCheck).key({ articleId: id }).condition({ attr: 'rev', exists: false });
}
