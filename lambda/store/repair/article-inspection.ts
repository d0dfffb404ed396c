import { isDeepStrictEqual } from 'node:util';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { type ArticleState, NEW_ARTICLE, settle, shownVersion, type VersionRef } from '../../domain/article-state.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { type Instant, millisecondsOf } from '../../domain/instant.ts';
import { listingName, listingsOf, parseListingName } from '../../domain/listings.ts';
import { teaserOf } from '../../domain/teaser.ts';
import type { Head, Tombstone } from '../../domain/version.ts';
import { changeKey, listingKey, momentKey } from '../items.ts';
import type { NewsTable } from '../news-table.ts';
import { instantIn } from '../page.ts';
import { type ArticleName, readState } from '../read-manifest.ts';
import type { Action } from '../transaction.ts';
import { readVersion } from '../version-reads.ts';
import {
  changeKind,
  chunkCount,
  isOf,
  missingChunks,
  type StoredVersions,
  storedVersions,
  type Told,
  type ToldField,
  toldByVersions,
  versionKey,
} from './stored-versions.ts';
import { asStored, decode, plain, readItems, readPartition, removeItem, type StoredItem, type TableKey, textOf } from './table-walk.ts';

/** One item that is not as the stored versions have it. */
export type Finding = {
  item:
    | 'Manifest'
    | 'Head'
    | 'Body'
    | 'End'
    | 'Teaser'
    | 'Path'
    | 'Listing'
    | 'Profile'
    | 'Directory'
    | 'Change'
    | 'Moment'
    | 'LivePost'
    | 'LiveIndex';
  key: TableKey;
  /** What is wrong, and what it should be: two half sentences. */
  is: string;
  shouldBe: string;
  /** False when the table does not hold what mending would need. */
  mendable: boolean;
};

/** What there is to say of one article, and what would put it right. */
export type Inspection = {
  findings: Finding[];
  /** Null when nothing tells what its source calls it. */
  name: ArticleName | null;
  /** The state that was inspected; `rev` is 0 when there is no manifest. */
  before: ArticleState;
  /** Single items to put or delete, while the article is at that `rev`. */
  actions: Action[];
  /** The state as the versions have it, when the manifest says otherwise. */
  corrected: ArticleState | null;
  /** Whether its lists, teaser and profiles have to be written anew. */
  relist: boolean;
};

/** One article as it lies in the table. */
type Article = {
  table: NewsTable;
  id: ArticleId;
  pk: string;
  now: Instant;
  name: ArticleName | null;
  /** The manifest as written; {@link NEW_ARTICLE} when there is none. */
  before: ArticleState;
  hasManifest: boolean;
  teaser: StoredItem | undefined;
  stored: StoredVersions;
  told: Told;
  /** Whether all is there that its lists are made from. */
  relistable: boolean;
};

/** What a part of the inspection adds to it. */
type Part = { findings: Finding[]; actions?: Action[]; relist?: boolean };

/** An article that others write meanwhile is looked at again, so often. */
const LOOKS = 5;

/** The sweeper comes every minute: a change that was cut more recently is its business, or still under way. */
const SWEEP_MS = 60_000;

/**
 * Compares all items of one article with its stored versions, and its copies in lists. What the sweeper will do by itself is no finding.
 * Some four calls.
 * @param now the wall clock
 */
export async function inspectArticle(table: NewsTable, id: ArticleId, now: Instant): Promise<Inspection> {
  for (let look = 1; ; look += 1) {
    const inspection = await inspectOnce(table, id, now);
    if (inspection.findings.length === 0 || look === LOOKS) return inspection;
    if ((await readState(table, id)).rev === inspection.before.rev) return inspection;
  }
}

/** A change that was begun so lately that its writer, or else the sweeper, will finish it. */
export function isUnderWay({ finished, moment }: ArticleState, now: Instant): boolean {
  return !finished && moment !== null && millisecondsOf(instantIn(moment)) > millisecondsOf(now) - SWEEP_MS;
}

/** The moments that have to stand for an article: those of its pending version and of its expiry. */
export function momentsOf({ current, pending, made }: ArticleState, id: ArticleId, now: Instant): { at: Instant; place: string }[] {
  const moment = (at: Instant, version: number) => ({ at, place: momentKey(at, id, version) });
  const end = (ref: VersionRef | null) => (ref?.expires && ref.expires !== ref.availableFrom ? [moment(ref.expires, ref.version)] : []);
  const begins = pending && pending.status !== 'WITHHELD' ? [moment(pending.availableFrom, pending.version)] : [];
  const over = current?.expires && current.expires <= now && made !== current.version; // worked off
  return [...begins, ...end(pending), ...(over ? [] : end(current))];
}

/** Where the current and the pending version stand in CHANGES. */
export function changesOf({ current, pending }: ArticleState): { changedAt: Instant; version: number; isEnd: boolean }[] {
  return [current, pending].flatMap((ref) => {
    if (ref === null || ref.status === 'WITHHELD') return [];
    const { changedAt, version, expires } = ref;
    const change = { changedAt, version, isEnd: expires !== null && expires <= changedAt };
    return expires && expires > changedAt ? [change, { changedAt: expires, version, isEnd: true }] : [change];
  });
}

/** Partition of an article's own items. */
export function partitionOf(id: ArticleId): string {
  return `ARTICLE#${id}`;
}

async function inspectOnce(table: NewsTable, id: ArticleId, now: Instant): Promise<Inspection> {
  const pk = partitionOf(id);
  const items = await readPartition(table, pk);
  const { before, hasManifest, name } = readManifestItem(table, id, items);
  if (isUnderWay(before, now)) return { findings: [], name, before, actions: [], corrected: null, relist: false };
  const stored = storedVersions(table, items);
  const told = await toldByVersions(table, id, before, stored.versions, now);
  const teaser = items.find(({ sk }) => sk === 'TEASER');
  const article: Article = { table, id, pk, now, name, before, hasManifest, teaser, stored, told, relistable: false };
  article.relistable = name !== null && isWhole(article, shownVersion(settle(told.state, now).state, now));

  const contradicts = hasManifest ? told.differs.length > 0 : stored.versions.length > 0;
  const corrected = contradicts && article.relistable ? told.state : null;
  const parts = [
    inspectVersions(article),
    inspectRemnants(article),
    inspectManifest(article),
    inspectEnds(article),
    await inspectDated(article),
    await inspectPaths(article),
    contradicts ? { findings: [] } : await inspectCopies(article),
  ];
  return {
    ...{ name, before, corrected },
    findings: parts.flatMap(({ findings }) => findings),
    actions: parts.flatMap(({ actions = [] }) => actions),
    relist: article.relistable && parts.some(({ relist = false }) => relist),
  };
}

/** What the manifest says, and what the article is called: by its manifest, else by a version. */
function readManifestItem(table: NewsTable, id: ArticleId, items: readonly StoredItem[]) {
  const item = items.find(({ sk }) => sk === 'LISTINGS');
  const manifest = decode(table.manifest, item);
  const rev = typeof item?.rev === 'number' ? item.rev : 0;
  const head = items.map((item) => decode(table.versionHead, item)?.head).find((head) => head?.type === 'HEAD') as Head | undefined;
  const { source = head?.source, uri = head?.uri } = manifest ?? {};
  return {
    before: { ...NEW_ARTICLE, ...manifest?.state, rev } as ArticleState,
    hasManifest: manifest?.state !== undefined,
    name: source !== undefined && uri !== undefined ? { id, source, uri } : null,
  };
}

/** What is lost of heads and bodies. Words come back from nowhere; the tombstone of a withdrawal says nothing that the manifest does not. */
function inspectVersions({ table, id, pk, stored, told }: Article): Part {
  const { versions, unreadable, chunks } = stored;
  const { lost, strays, state } = told;
  const withdrawals = lost.filter(({ status }) => status === 'CANCELED');
  const gone = new Map(unreadable.map((sk) => [sk, 'the head of a version, and cannot be read']));
  for (const ref of lost) gone.set(versionKey(ref, 'HEAD'), `version ${ref.version}, as its manifest says`);
  for (const ref of withdrawals) gone.delete(versionKey(ref, 'HEAD'));
  for (const { of } of chunks) {
    const hasHead = versions.some((version) => isOf(of, version));
    if (!hasHead && mayHaveBeenPublic(of, state)) gone.set(versionKey(of, 'HEAD'), 'a version of which chunks are there');
  }
  const missing = versions.flatMap((version) =>
    strays.includes(version) ? [] : missingChunks(version).map((chunk) => ({ version, chunk })),
  );
  return {
    findings: [
      ...withdrawals.map((ref) => {
        return finding('Head', { pk, sk: versionKey(ref, 'HEAD') }, 'missing', `the withdrawal by version ${ref.version}`);
      }),
      ...[...gone].map(([sk, shouldBe]) => finding('Head', { pk, sk }, 'missing', shouldBe, false)),
      ...missing.map(({ version, chunk }) => {
        const shouldBe = `chunk ${chunk + 1} of the ${chunkCount(version.head)} of version ${version.version}`;
        return finding('Body', { pk, sk: versionKey(version, chunk) }, 'missing', shouldBe, false);
      }),
    ],
    actions: withdrawals.map(({ version, availableFrom }) => {
      const paths = state.paths.map(({ path }) => path);
      const head: Tombstone = { type: 'TOMBSTONE', id, version, availableFrom, reason: 'WITHDRAWN', paths };
      return table.versionHead.build(PutTransaction).item({ articleId: id, availableFrom, version, head });
    }),
  };
}

/** What is left of versions that were superseded, and chunks that belong to none. */
function inspectRemnants({ table, pk, stored: { versions, unreadable, chunks }, told }: Article): Part {
  const { lost, strays, state } = told;
  const remnants = strays.map(({ sk, version }) =>
    finding('Head', { pk, sk }, `left of version ${version}, which was superseded`, 'not there'),
  );
  for (const { sk, of, chunk } of chunks) {
    const version = versions.find((version) => isOf(of, version));
    const headIsLost = lost.some((ref) => isOf(of, ref)) || unreadable.includes(versionKey(of, 'HEAD')) || mayHaveBeenPublic(of, state);
    let is: string | null = null;
    if (version === undefined) is = headIsLost ? null : 'a chunk without its version';
    else if (strays.includes(version)) is = `left of version ${version.version}, which was superseded`;
    else if (chunk >= chunkCount(version.head)) is = `one chunk more than version ${version.version} has`;
    if (is !== null) remnants.push(finding('Body', { pk, sk }, is, 'not there'));
  }
  return { findings: remnants, actions: remnants.map(({ key }) => removeItem(table, key)) };
}

/** Whether a version lies where former ones do. */
function mayHaveBeenPublic({ version, availableFrom }: { version: number; availableFrom: Instant }, { current }: ArticleState): boolean {
  return current !== null && version < current.version && availableFrom <= current.availableFrom;
}

/** The manifest beside the versions. What it says of lists comes with the copies. */
function inspectManifest({ pk, before, hasManifest, stored, told, relistable }: Article): Part {
  const key = { pk, sk: 'LISTINGS' };
  const { state, differs } = told;
  if (!hasManifest) {
    return {
      findings:
        stored.versions.length === 0 ? [] : [finding('Manifest', key, 'missing', inWords(state, ['current', 'pending']), relistable)],
    };
  }
  const is = `has ${inWords(before, differs)}`;
  return { findings: differs.length === 0 ? [] : [finding('Manifest', key, is, inWords(state, differs), relistable)] };
}

/** The tombstones of versions that expire. */
function inspectEnds({ table, id, pk, stored, told: { state } }: Article): Part {
  const findings: Finding[] = [];
  const actions: Action[] = [];
  const expected = new Set<string>();
  for (const ref of [state.current, state.pending]) {
    if (!ref?.expires) continue;
    const { version, expires } = ref;
    const sk = versionKey({ version, availableFrom: expires }, 'TOMB');
    expected.add(sk);
    const head = stored.versions.find((version) => isOf(version, ref))?.head;
    if (head?.type !== 'HEAD') continue; // lost: nothing tells its paths
    const tombstone = tombstoneOf(head, expires);
    const end = stored.ends.get(sk);
    if (end && isDeepStrictEqual(decode(table.versionEnd, end)?.tombstone, plain(tombstone))) continue;
    findings.push(finding('End', { pk, sk }, end ? 'differs' : 'missing', `the end of version ${version}`));
    actions.push(table.versionEnd.build(PutTransaction).item({ articleId: id, expires, version, tombstone }));
  }
  for (const sk of stored.ends.keys()) {
    if (expected.has(sk)) continue;
    findings.push(finding('End', { pk, sk }, 'belongs to no version that expires', 'not there'));
    actions.push(removeItem(table, { pk, sk }));
  }
  return { findings, actions };
}

/** Moments and changes. */
async function inspectDated({ table, id, now, stored, told: { state }, relistable }: Article): Promise<Part> {
  const moments = momentsOf(state, id, now).map((moment) => ({ ...moment, key: { pk: 'MOMENTS', sk: moment.place } }));
  const changes = changesOf(state).map((change) => ({
    ...change,
    key: { pk: 'CHANGES', sk: changeKey(change.changedAt, id, change.version) },
  }));
  const standing = await readItems(
    table,
    [...moments, ...changes].map(({ key }) => key),
  );
  const part: Required<Part> = { findings: [], actions: [], relist: false };
  for (const { at, place, key } of moments) {
    if (standing.has(textOf(key))) continue;
    const overdue = at <= now;
    part.findings.push(finding('Moment', key, 'missing', overdue ? 'there until the lists were renewed' : 'there', !overdue || relistable));
    if (overdue) part.relist = true;
    else part.actions.push(table.moment.build(PutTransaction).item({ place, articleId: id }));
  }
  for (const { changedAt, version, isEnd, key } of changes) {
    if (standing.has(textOf(key))) continue;
    const kind = isEnd ? 'WITHDRAWN' : changeKind(stored.versions, version);
    part.findings.push(finding('Change', key, 'missing', `${kind} by version ${version}`));
    part.actions.push(table.change.build(PutTransaction).item({ changedAt, articleId: id, version, kind }));
  }
  return part;
}

async function inspectPaths({ table, id, told: { state } }: Article): Promise<Part> {
  const paths = [...state.paths.map(({ path }) => path), state.current?.path, state.pending?.path].filter(
    (path) => typeof path === 'string',
  );
  const keyOf = (path: string) => ({ pk: `PATH#${path}`, sk: 'PATH' });
  const standing = await readItems(table, paths.map(keyOf));
  const part: Required<Part> = { findings: [], actions: [], relist: false };
  for (const path of new Set(paths)) {
    const item = standing.get(textOf(keyOf(path)));
    const owner = decode(table.path, item)?.articleId;
    if (owner === id) continue;
    const is = item ? `leads to ${owner ?? 'nothing that can be read'}` : 'missing';
    part.findings.push(finding('Path', keyOf(path), is, `the path of ${id}`, item === undefined));
    if (item) continue; // a path never changes its article
    const free = { condition: { attr: 'articleId', exists: false } } as const;
    part.actions.push(table.path.build(PutTransaction).item({ path, articleId: id }).options(free));
  }
  return part;
}

/** The copies: listings and teaser, and what the manifest says of them. */
async function inspectCopies(article: Article): Promise<Part> {
  const { table, pk, now, hasManifest, teaser, told, relistable } = article;
  const { state } = told;
  const manifest = { pk, sk: 'LISTINGS' };
  if (!state.finished) {
    const is = `has a change that was cut${state.moment ? ` at ${instantIn(state.moment)}` : ''}`;
    return { findings: [finding('Manifest', manifest, is, 'finished', relistable)], relist: true };
  }
  if (!hasManifest) {
    if (!teaser) return { findings: [] };
    const key = { pk, sk: 'TEASER' };
    return { findings: [finding('Teaser', key, 'belongs to no article', 'not there')], actions: [removeItem(table, key)] };
  }
  // What has reached its moment is relisted by the sweeper; until then the lists show what they showed before.
  const shown = isDue(state, now)
    ? ([state.current, state.pending].find((ref) => ref?.version === state.made) ?? null)
    : shownVersion(state, now);
  if (!isWhole(article, shown)) return { findings: [] };

  const copies = await copiesOf(article, shown);
  const made = shown?.version ?? null;
  const aCopy = `a copy of version ${made}`;
  const names = new Set(copies.listings.map(({ name }) => name));
  const unnamed = [...names].filter((name) => !state.lists.includes(name));
  const wrong = [
    ...(state.made === made ? [] : [`shows ${state.made === null ? 'no version' : `version ${state.made}`}`]),
    ...inLists('does not name', unnamed),
    ...inLists(
      'names',
      state.lists.filter((name) => !names.has(name)),
    ),
  ];
  const findings =
    wrong.length > 0 ? [finding('Manifest', manifest, wrong.join(', '), `the ${names.size} lists of version ${made}`, relistable)] : [];
  const standing = await readItems(
    table,
    copies.listings.map(({ key }) => key),
  );
  for (const { name, key, content } of copies.listings) {
    const item = standing.get(textOf(key));
    if ((item && isDeepStrictEqual(decode(table.listing, item)?.listing, content)) || (!item && unnamed.includes(name))) continue;
    findings.push(finding('Listing', key, item ? 'differs' : 'missing', aCopy, relistable));
  }
  if (copies.teaser ? !isDeepStrictEqual(decode(table.teaser, teaser)?.teaser, copies.teaser) : teaser) {
    const is = teaser ? (copies.teaser ? 'differs' : 'of an article that is in no list') : 'missing';
    findings.push(finding('Teaser', { pk, sk: 'TEASER' }, is, copies.teaser ? aCopy : 'not there', relistable));
  }
  return { findings, relist: findings.length > 0 };
}

/** The teaser and every listing that a version makes, as they are stored; none for no version. */
async function copiesOf({ table, id, told: { state } }: Article, shown: VersionRef | null) {
  const { listedAt } = state;
  const version = shown && (await readVersion(table, id, shown));
  if (version?.head.type !== 'HEAD' || listedAt === null) return { teaser: null, listings: [] };
  const teaser = teaserOf(version.head);
  const listings = listingsOf(version.head, teaser, version.body?.quotations ?? []).map((listing) => {
    const name = listingName(listing);
    const { kind, turn } = parseListingName(name);
    const { partition, kind: _, ...content } = listing;
    const place = listingKey(kind, listedAt, id, turn);
    const written = asStored(table.listing, { partition, place, listing: content });
    return { name, key: { pk: partition, sk: place }, content: written?.listing };
  });
  return { teaser: asStored(table.teaser, { articleId: id, teaser })?.teaser ?? null, listings };
}

/** Whether the lists still show what stood before a moment that has come. */
function isDue(state: ArticleState, now: Instant): boolean {
  const { current, made } = state;
  return settle(state, now).state !== state || (current?.expires != null && current.expires <= now && made === current.version);
}

/** Whether head and body of a version are there. */
function isWhole({ stored }: Article, ref: VersionRef | null): boolean {
  if (ref === null) return true;
  const version = stored.versions.find((version) => isOf(version, ref));
  return version !== undefined && missingChunks(version).length === 0;
}

function tombstoneOf(head: Head, expires: Instant): Tombstone {
  const paths = [head.path, ...head.formerPaths.map(({ path }) => path)];
  return { type: 'TOMBSTONE', id: head.id, version: head.version, availableFrom: expires, reason: 'EXPIRED', paths };
}

function finding(item: Finding['item'], key: TableKey, is: string, shouldBe: string, mendable = true): Finding {
  return { item, key, is, shouldBe, mendable };
}

function inLists(says: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${says} ${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''}`];
}

/** Some fields of a state as a person would say them. */
function inWords({ known, current, pending, listedAt, paths }: ArticleState, fields: readonly ToldField[]): string {
  const words: Record<ToldField, string> = {
    known: `version ${known.version} as the highest known`,
    current: current ? `version ${current.version} current since ${current.availableFrom}` : 'no current version',
    pending: pending ? `version ${pending.version} pending until ${pending.availableFrom}` : 'no pending version',
    listedAt: `listedAt ${listedAt}`,
    paths: `paths ${paths.map(({ path }) => path).join(' ') || 'none'}`,
  };
  return fields.map((field) => words[field]).join(', ');
}
