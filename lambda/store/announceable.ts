import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { type ArticleState, settle, type VersionRef } from '../domain/article-state.ts';
import type { Instant } from '../domain/instant.ts';
import { parseListingName } from '../domain/listings.ts';
import type { Head } from '../domain/version.ts';
import { visible } from '../domain/visible.ts';
import { batchGet } from './batch-get.ts';
import { type ChangeKind, type ChangeRef, changeKey, momentKey } from './items.ts';
import { counted, type NewsTable } from './news-table.ts';

/** What may be said of a change now: it is due; its moment has not come; or it never will, because the version was superseded or erased before. */
export type Announceable = ChangeRef &
  ({ stands: 'DUE'; kind: ChangeKind; shown: Head | null; lists: string[] } | { stands: 'AHEAD' | 'GONE' });

/**
 * Looks up what may be said of some changes at the wall clock, in their order. Records of a stream come late, twice and out of order: they only name what
 * to look at, and what stands in the table is told. A change is due when readers find it in `changes`; `shown` is the article as they find it
 * now, null when they do not, and `lists` are the partitions in which it stands. All reads are consistent. Two calls for each hundred changes.
 */
export async function readAnnounceable(table: NewsTable, refs: readonly ChangeRef[], now: Instant): Promise<Announceable[]> {
  const changes = await batchGet(
    table,
    unique(refs, keyOf).map((ref) => table.change.build(BatchGetRequest).key(ref)),
    { consistent: true },
  );
  const kinds = new Map(changes.map((change) => [changeKey(change.changedAt, change.articleId, change.version), change.kind]));
  const due = refs.filter((ref) => kinds.has(keyOf(ref)) && ref.changedAt <= now);
  const states = await statesOf(table, due);
  const heads = await headsShown(table, states, now);
  return refs.map((ref): Announceable => {
    const kind = kinds.get(keyOf(ref));
    if (kind === undefined) return { ...ref, stands: 'GONE' };
    const state = states.get(ref.articleId);
    if (ref.changedAt > now || !state || !holds(state, ref)) return { ...ref, stands: 'AHEAD' };
    const lists = [...state.lists, ...state.left].map((name) => parseListingName(name).partition);
    return { ...ref, stands: 'DUE', kind, shown: heads.get(ref.articleId) ?? null, lists: [...new Set(lists)] };
  });
}

/** Leaves a change among the moments, for the next sweep to announce. One call. */
export async function parkChange(table: NewsTable, { changedAt, articleId, version }: ChangeRef): Promise<void> {
  const place = momentKey(changedAt, articleId, version);
  await counted(table, table.moment.build(PutItemCommand).item({ place, articleId }).options({ capacity: 'TOTAL' }).send());
}

/** A change may be met before the state that was written with it: reads are not isolated from a transaction. */
function holds({ known, current }: ArticleState, { version }: ChangeRef): boolean {
  return Math.max(known.version, current?.version ?? 0) >= version;
}

async function statesOf(table: NewsTable, refs: readonly ChangeRef[]): Promise<Map<string, ArticleState>> {
  const requests = unique(refs, ({ articleId }) => articleId).map(({ articleId }) =>
    table.manifest.build(BatchGetRequest).key({ articleId }),
  );
  const manifests = await batchGet(table, requests, { consistent: true });
  return new Map(manifests.map(({ articleId, state, rev }) => [articleId, { ...state, rev }]));
}

/** The heads that readers find at `now`, by article. */
async function headsShown(table: NewsTable, states: ReadonlyMap<string, ArticleState>, now: Instant): Promise<Map<string, Head>> {
  const shown = [...states].flatMap(([articleId, state]) => {
    const { current } = settle(state, now).state;
    return current && isUsable(current, now) ? [{ articleId, availableFrom: current.availableFrom, version: current.version }] : [];
  });
  const heads = await batchGet(
    table,
    shown.map((key) => table.versionHead.build(BatchGetRequest).key(key)),
    { consistent: true },
  );
  return new Map(heads.flatMap(({ articleId, head }) => (head.type === 'HEAD' && visible(head, now) ? [[articleId, head]] : [])));
}

function isUsable({ status, availableFrom, expires }: VersionRef, now: Instant): boolean {
  return status === 'USABLE' && visible({ availableFrom, until: expires }, now);
}

function keyOf({ changedAt, articleId, version }: ChangeRef): string {
  return changeKey(changedAt, articleId, version);
}

function unique<One>(many: readonly One[], key: (one: One) => string): One[] {
  return [...new Map(many.map((one) => [key(one), one])).values()];
}
