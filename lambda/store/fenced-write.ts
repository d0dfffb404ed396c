import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { type ArticleState, settle, shownVersion, type VersionRef } from '../domain/article-state.ts';
import type { Body } from '../domain/body.ts';
import { refuse } from '../domain/fault.ts';
import type { Instant } from '../domain/instant.ts';
import { type Listing, listingName, listingsOf, parseListingName } from '../domain/listings.ts';
import { type Teaser, teaserOf } from '../domain/teaser.ts';
import type { Head, Tombstone } from '../domain/version.ts';
import { type ChangeKind, cutKey, listingKey, momentKey } from './items.ts';
import { checkState, deleteMoment, putState } from './manifest.ts';
import type { NewsTable } from './news-table.ts';
import { reconcileProfiles } from './profile-writes.ts';
import type { ArticleName } from './read-manifest.ts';
import { type Action, fitsOneTransaction, MAX_ACTIONS, StaleState, transact } from './transaction.ts';
import { readVersion } from './version-reads.ts';

/** A version on its way into the table. */
export type NewVersion = { ref: VersionRef; head: Head | Tombstone; chunks: readonly Uint8Array[]; body: Body | null };

/** One change of one article, decided and not yet written. */
export type Change = {
  before: ArticleState;
  /** The decided state; its `rev`, `lists`, `made`, `moment` and `finished` are still those of `before`. */
  next: ArticleState;
  added: NewVersion | null;
  superseded: VersionRef | null;
  retired: readonly VersionRef[];
  now: Instant;
};

/** What the lists shall show after a change. */
type Shown = { version: number; teaser: Teaser; listings: readonly Listing[] };

/** The change is written, and somebody else has changed the article before its lists were done; whoever comes last finishes them. */
export class TakenOver extends StaleState {}

/** An item of DynamoDB holds 400 KB; a head or listing that comes near has gone wrong in its source. */
const MAX_HEAD_BYTES = 300 * 1024;

/**
 * Writes one change in the order in which a cut at any point can be finished, and no reader meets a listed article that it cannot
 * open. One transaction where it fits; else intent (I), removals (R), heads (H), additions (A), each fenced by `rev`. Then the
 * profiles of its concepts, and the finish (F).
 * @throws {StaleState} when somebody else changed the article in between; nothing is lost, the caller decides again
 * @throws {TakenOver} when that happened after the change itself was written: it must not be decided again
 */
export async function writeChange(table: NewsTable, name: ArticleName, change: Change): Promise<void> {
  const { before, next, now } = change;
  const relisted = listsAreOwed(change) ? await whatIsShown(table, name, change) : 'AS_BEFORE';
  const listings = listingActions(table, name, change, relisted);
  const versions = [...versionActions(table, name, change), ...teaserActions(table, name, relisted)];
  const path = pathActions(table, name, change);
  const moment = cutKey(now, name.id, next.known.version);
  const mark = table.moment.build(PutTransaction).item({ place: moment, articleId: name.id });

  const left = [...new Set([...before.left, ...before.lists])];
  const decided: ArticleState = {
    ...next,
    rev: before.rev + 1,
    ...(relisted === 'AS_BEFORE' ? {} : { lists: relisted?.listings.map(listingName) ?? [], made: relisted?.version ?? null }),
    left,
    finished: false,
    moment,
  };
  const whole = [putState(table, name, before, decided), mark, ...path, ...versions, ...listings.obsolete, ...listings.standing];
  const inParts = !fitsOneTransaction(whole);
  let written = decided;
  if (inParts) {
    const intent: ArticleState = { ...before, rev: before.rev + 1, made: null, finished: false, moment };
    await transact(table, [putState(table, name, before, intent), mark, ...path]);
    await inFencedParts(table, name, intent.rev, listings.removals);
    written = { ...decided, rev: intent.rev + 1 };
    await transact(table, [putState(table, name, intent, written), ...versions]);
  } else {
    await transact(table, whole);
  }
  try {
    if (inParts) await inFencedParts(table, name, written.rev, listings.standing);
    const moments = before.finished ? [before.listedAt, next.listedAt].filter((at) => at !== null) : null;
    await reconcileProfiles(table, [...left, ...written.lists], moments);
    const finished: ArticleState = { ...written, rev: written.rev + 1, left: [], finished: true, moment: null };
    const done = [...new Set([moment, ...(before.moment ? [before.moment] : [])])];
    await transact(table, [putState(table, name, written, finished), ...done.map((place) => deleteMoment(table, place))]);
  } catch (error) {
    throw error instanceof StaleState ? new TakenOver() : error;
  }
}

/** Writes any number of actions, each transaction passing only while the article is at `rev`. */
async function inFencedParts(table: NewsTable, { id }: ArticleName, rev: number, actions: readonly Action[]): Promise<void> {
  const perPart = MAX_ACTIONS - 1;
  for (let at = 0; at < actions.length; at += perPart) {
    await transact(table, [checkState(table, id, rev), ...actions.slice(at, at + perPart)]);
  }
}

/** A change that leaves the shown version as it is, such as a pending update, costs the lists nothing. */
function listsAreOwed({ before, next, now }: Change): boolean {
  return !before.finished || before.listedAt !== next.listedAt || (shownVersion(next, now)?.version ?? null) !== before.made;
}

/** The version that the lists shall show, taken from the hand where it was just pushed, else from the table. */
async function whatIsShown(table: NewsTable, { id }: ArticleName, { next, added, now }: Change): Promise<Shown | null> {
  const ref = shownVersion(next, now);
  if (ref === null) return null;
  const stored = added?.ref.version === ref.version ? added : await readVersion(table, id, ref);
  if (stored.head.type !== 'HEAD') return null;
  const teaser = teaserOf(stored.head);
  return { version: ref.version, teaser, listings: listingsOf(stored.head, teaser, stored.body?.quotations ?? []) };
}

/**
 * `standing` are put; `obsolete` are those before that are not put again; `removals` are what must go before the new version may be read.
 * While nothing has been readable every listing goes first: an old one would show words that never were public. So it is when the new version
 * ends by itself: an old listing knows nothing of that end, and a cut would leave it standing beyond.
 */
function listingActions(table: NewsTable, { id }: ArticleName, { before, next, now }: Change, shown: Shown | null | 'AS_BEFORE') {
  if (shown === 'AS_BEFORE') return { standing: [], obsolete: [], removals: [] };
  const key = (name: string, listedAt: Instant) => {
    const { partition, kind, turn } = parseListingName(name);
    return { partition, place: listingKey(kind, listedAt, id, turn) };
  };
  const put = (listing: Listing, listedAt: Instant): Action => {
    const { partition, kind, ...content } = listing;
    return table.listing.build(PutTransaction).item({ ...key(listingName(listing), listedAt), listing: content });
  };
  const moved = before.listedAt !== next.listedAt;
  const kept = new Set(moved ? [] : shown?.listings.map(listingName));
  const remove = (names: readonly string[]): Action[] =>
    before.listedAt === null ? [] : names.map((name) => table.listing.build(DeleteTransaction).key(key(name, before.listedAt as Instant)));
  const listedAt = next.listedAt;
  const allGoFirst = settle(before, now).state.current === null || (shown !== null && shown.teaser.until !== null);
  return {
    standing: listedAt && shown ? shown.listings.map((listing) => put(listing, listedAt)) : [],
    obsolete: remove(before.lists.filter((name) => !kept.has(name))),
    removals: remove(allGoFirst ? before.lists : before.lists.filter((name) => !kept.has(name))),
  };
}

/** Heads, bodies, tombstones, moments and changes: all that belongs to versions. */
function versionActions(table: NewsTable, { id }: ArticleName, { next, added, superseded, retired, now }: Change): Action[] {
  const shown = shownVersion(next, now);
  const ends = shown !== null && shown.version !== added?.ref.version ? shown.expires : null;
  return [
    ...(ends !== null ? [putMoment(table, ends, id, shown?.version ?? 0)] : []), // a writer whose clock is behind may list it again
    ...(superseded ? removeVersion(table, id, superseded) : []),
    ...retired.flatMap((ref) => removeEnd(table, id, ref)),
    ...(added ? putVersion(table, id, added, changeKind(next, added, retired), now) : []),
  ];
}

/** The teaser under the article's own id goes with its listings. */
function teaserActions(table: NewsTable, { id }: ArticleName, shown: Shown | null | 'AS_BEFORE'): Action[] {
  if (shown === 'AS_BEFORE') return [];
  return shown
    ? [table.teaser.build(PutTransaction).item({ articleId: id, teaser: shown.teaser })]
    : [table.teaser.build(DeleteTransaction).key({ articleId: id })];
}

function putVersion(table: NewsTable, articleId: string, { ref, head, chunks }: NewVersion, kind: ChangeKind, now: Instant): Action[] {
  const { version, availableFrom, expires, changedAt, status } = ref;
  const key = { articleId, availableFrom, version };
  if (Buffer.byteLength(JSON.stringify(head)) > MAX_HEAD_BYTES)
    refuse('article', `headline, standfirst, people and subjects together take more than ${MAX_HEAD_BYTES} bytes`);
  const withheld = status === 'WITHHELD';
  const ends = expires !== null && expires <= changedAt;
  return [
    table.versionHead.build(PutTransaction).item({ ...key, head }),
    ...chunks.map((bytes, chunk) => table.versionBody.build(PutTransaction).item({ ...key, chunk, codec: 'deflate-raw', bytes })),
    ...(withheld ? [] : [table.change.build(PutTransaction).item({ changedAt, articleId, version, kind: ends ? 'WITHDRAWN' : kind })]),
    ...(availableFrom > now && !withheld ? [putMoment(table, availableFrom, articleId, version)] : []),
    ...(expires && head.type === 'HEAD' ? putEnd(table, head, expires, ends, now) : []),
  ];
}

/** A version that expires carries its own end: a tombstone, an entry in the changes, a moment for the sweeper. */
function putEnd(table: NewsTable, head: Head, expires: Instant, sameChange: boolean, now: Instant): Action[] {
  const { id: articleId, version } = head;
  const paths = [head.path, ...head.formerPaths.map(({ path }) => path)];
  const tombstone: Tombstone = { type: 'TOMBSTONE', id: head.id, version, availableFrom: expires, reason: 'EXPIRED', paths };
  return [
    table.versionEnd.build(PutTransaction).item({ articleId, expires, version, tombstone }),
    ...(sameChange ? [] : [table.change.build(PutTransaction).item({ changedAt: expires, articleId, version, kind: 'WITHDRAWN' })]),
    ...(expires > now && expires !== head.availableFrom ? [putMoment(table, expires, articleId, version)] : []),
  ];
}

function removeEnd(table: NewsTable, articleId: string, { version, expires, changedAt, availableFrom }: VersionRef): Action[] {
  if (expires === null) return [];
  return [
    table.versionEnd.build(DeleteTransaction).key({ articleId, expires, version }),
    ...(expires > changedAt ? [table.change.build(DeleteTransaction).key({ changedAt: expires, articleId, version })] : []),
    ...(expires !== availableFrom ? [deleteMoment(table, momentKey(expires, articleId, version))] : []),
  ];
}

function removeVersion(table: NewsTable, articleId: string, ref: VersionRef): Action[] {
  const { version, availableFrom, chunks, changedAt, status } = ref;
  const key = { articleId, availableFrom, version };
  return [
    table.versionHead.build(DeleteTransaction).key(key),
    ...Array.from({ length: chunks }, (_, chunk) => table.versionBody.build(DeleteTransaction).key({ ...key, chunk })),
    ...(status === 'WITHHELD'
      ? []
      : [
          table.change.build(DeleteTransaction).key({ changedAt, articleId, version }),
          deleteMoment(table, momentKey(availableFrom, articleId, version)),
        ]),
    ...removeEnd(table, articleId, ref),
  ];
}

function putMoment(table: NewsTable, at: Instant, articleId: string, version: number): Action {
  return table.moment.build(PutTransaction).item({ place: momentKey(at, articleId, version), articleId });
}

/** A path is put if it is free or already this article's; otherwise the whole change is decided again. */
function pathActions(table: NewsTable, { id }: ArticleName, { added }: Change): Action[] {
  if (!added?.ref.path) return [];
  return [
    table.path
      .build(PutTransaction)
      .item({ path: added.ref.path, articleId: id })
      .options({
        condition: {
          or: [
            { attr: 'articleId', exists: false },
            { attr: 'articleId', eq: id },
          ],
        },
      }),
  ];
}

function changeKind(next: ArticleState, { ref }: NewVersion, retired: readonly VersionRef[]): ChangeKind {
  if (ref.status === 'CANCELED') return 'WITHDRAWN';
  const former = next.current?.version === ref.version ? retired.at(-1) : next.current;
  if (!former || former.status === 'CANCELED') return 'PUBLISHED';
  return former.path === ref.path ? 'UPDATED' : 'MOVED';
}
