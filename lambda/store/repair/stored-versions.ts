import { isDeepStrictEqual } from 'node:util';
import { type ArticleState, joinPath, NEW_ARTICLE, type Numbering, type VersionRef } from '../../domain/article-state.ts';
import type { ArticleId } from '../../domain/identity.ts';
import { type Instant, LAST_INSTANT, latest } from '../../domain/instant.ts';
import { type Head, ownNumber, type Tombstone } from '../../domain/version.ts';
import type { ChangeKind } from '../items.ts';
import { chunkNumber, padVersion } from '../keys.ts';
import type { NewsTable } from '../news-table.ts';
import { decode, plain, readChangedAt, type StoredItem } from './table-walk.ts';

/** One stored version: its head, and which of its chunks are there. */
export type Version = { sk: string; availableFrom: Instant; version: number; head: Head | Tombstone; chunks: ReadonlySet<number> };

/** All that is stored of the versions of one article, by what it is. */
export type StoredVersions = {
  /** Ascending by number; of one number by their instants. */
  versions: readonly Version[];
  /** Sort keys of heads that cannot be read. */
  unreadable: readonly string[];
  chunks: readonly { sk: string; of: { availableFrom: Instant; version: number }; chunk: number }[];
  ends: ReadonlyMap<string, StoredItem>;
};

const VERSION_KEY = /^V#([^#]{24})#(\d{16})#(HEAD|TOMB|BODY#(\d\d))$/;

/** Fields of a state that follow from the versions. */
export const TOLD_BY_VERSIONS = ['known', 'current', 'pending', 'listedAt', 'paths'] as const;
export type ToldField = (typeof TOLD_BY_VERSIONS)[number];

/** What the versions say of the state. */
export type Told = {
  state: ArticleState;
  /** In which fields the manifest says something else. */
  differs: readonly ToldField[];
  /** Versions that the manifest names and that are not there. */
  lost: readonly VersionRef[];
  /** Versions that were superseded and should be gone. */
  strays: readonly Version[];
};

/** Tells the items of an article's versions apart. */
export function storedVersions(table: NewsTable, items: readonly StoredItem[]): StoredVersions {
  const parsed = items.flatMap((item) => {
    const [sk, availableFrom, version, tail, downwards] = VERSION_KEY.exec(item.sk) ?? [];
    if (sk === undefined) return [];
    return [{ item, sk, of: { availableFrom: availableFrom as Instant, version: Number(version) }, tail, chunk: 99 - Number(downwards) }];
  });
  const chunks = parsed.filter(({ tail }) => tail?.startsWith('BODY'));
  const unreadable: string[] = [];
  const versions = parsed
    .filter(({ tail }) => tail === 'HEAD')
    .flatMap(({ item, sk, of }): Version[] => {
      const head = decode(table.versionHead, item)?.head;
      if (!head) unreadable.push(sk);
      const own = chunks.filter((chunk) => isDeepStrictEqual(chunk.of, of)).map(({ chunk }) => chunk);
      return head ? [{ sk, ...of, head, chunks: new Set(own) }] : [];
    });
  const ends = parsed.filter(({ tail }) => tail === 'TOMB').map(({ sk, item }): [string, StoredItem] => [sk, item]);
  return { versions: versions.sort((one, other) => one.version - other.version), unreadable, chunks, ends: new Map(ends) };
}

/**
 * The state as the stored versions have it. The manifest tells which of them are the current and the pending one; a version that it does
 * not know yet was written after it. Whatever is neither of these nor older than the current one was superseded.
 * @param manifest the state as written; {@link NEW_ARTICLE} when there is none
 */
export async function toldByVersions(
  table: NewsTable,
  id: ArticleId,
  manifest: ArticleState,
  versions: readonly Version[],
  now: Instant,
): Promise<Told> {
  const newer = versions.filter(({ version }) => version > manifest.known.version);
  const top = newer.at(-1);
  const named = (ref: VersionRef | null) =>
    ref && (versions.find((version) => isOf(version, ref)) ?? versions.find(({ version }) => version === ref.version) ?? null);
  const current = newer.findLast(({ availableFrom }) => availableFrom <= now) ?? named(manifest.current);
  const pending = top ? (top.availableFrom > now ? top : null) : named(manifest.pending);

  const refTo = async (version: Version | null, former: VersionRef | null) => {
    if (version === null) return former; // lost, or none
    if (former?.version === version.version) return refOf(version, former.changedAt);
    return refOf(version, await readChangedAt(table, id, version.version, version.availableFrom));
  };
  const currentRef = await refTo(current, manifest.current);
  const pendingRef = await refTo(pending, top ? null : manifest.pending);
  // a withdrawal by editors has the number of the version that it took away
  const wasPublic = (version: Version) =>
    version === current ||
    (currentRef !== null && version.version <= currentRef.version && version.availableFrom <= currentRef.availableFrom);
  const published = versions.filter(wasPublic);
  const first = published.findLast(({ head }) => head.type === 'HEAD')?.head as Head | undefined;

  const lost = [current ? null : manifest.current, pending || top ? null : manifest.pending].filter((ref) => ref !== null);
  const state: ArticleState = {
    ...manifest,
    known: top ? { version: top.version, hash: '' } : manifest.known, // what the source sent cannot be told from what was kept
    current: currentRef,
    pending: pendingRef,
    listedAt: currentRef ? (first?.datePublished ?? manifest.listedAt) : (pendingRef?.availableFrom ?? null),
    paths: pathsOf(manifest, current, published),
    ...numberingBy(versions, manifest),
  };
  return {
    state,
    differs: TOLD_BY_VERSIONS.filter((field) => !isDeepStrictEqual(plain(manifest[field]), plain(state[field]))),
    lost,
    strays: versions.filter((version) => version !== pending && !wasPublic(version)),
  };
}

/** Where a manifest is lost, the heads still tell by how much their source's numbers were raised, and so where it began to number anew. */
function numberingBy(versions: readonly Version[], manifest: ArticleState): { numbering?: Numbering } {
  const heads = versions.map(({ head }) => head).filter((head) => head.type === 'HEAD');
  const first = heads.find(({ base }) => base !== undefined && base === heads.at(-1)?.base);
  if (manifest.numbering || first?.base === undefined) return {};
  const { base, availableFrom: since } = first;
  const before = heads.filter(({ version }) => version < base);
  const made = before.map(({ versionCreated, availableFrom }) => versionCreated ?? availableFrom);
  return {
    numbering: {
      base,
      since,
      lastMade: made.length > 0 ? made.reduce((one, other) => latest(one, other)) : since,
      highest: Math.max(0, ...before.map(ownNumber)),
    },
  };
}

/** The chunks, from 0, that a version says it has and that are not there. */
export function missingChunks({ head, chunks }: Version): number[] {
  return Array.from({ length: chunkCount(head) }, (_, chunk) => chunk).filter((chunk) => !chunks.has(chunk));
}

export function chunkCount(head: Head | Tombstone): number {
  return head.type === 'HEAD' ? head.chunks : 0;
}

export function isOf({ version, availableFrom }: { version: number; availableFrom: Instant }, ref: VersionRef | Version): boolean {
  return version === ref.version && availableFrom === ref.availableFrom;
}

/** What a version was to the public, by the one before it. */
export function changeKind(versions: readonly Version[], number: number): ChangeKind {
  const place = versions.findLastIndex(({ version }) => version === number); // of two with one number editors withdrew the first
  const version = versions[place];
  const former = place < 0 ? versions.findLast(({ version }) => version < number) : versions[place - 1];
  if (version?.head.type === 'TOMBSTONE') return 'WITHDRAWN';
  if (former?.head.type !== 'HEAD') return 'PUBLISHED';
  return former.head.path === version?.head.path ? 'UPDATED' : 'MOVED';
}

/** Sort key of an item of a version. */
export function versionKey(
  { availableFrom, version }: { availableFrom: Instant; version: number },
  part: 'HEAD' | 'TOMB' | number,
): string {
  return `V#${availableFrom}#${padVersion(version)}#${typeof part === 'number' ? `BODY#${chunkNumber(part)}` : part}`;
}

/**
 * The paths of an article: as the manifest has them, unless a version that was public stood elsewhere. A path that only the manifest knows
 * is that of a version that was lost, and stays.
 */
function pathsOf({ paths }: ArticleState, current: Version | null, published: readonly Version[]): ArticleState['paths'] {
  const told = published.reduce((paths, version) => joinPath(paths, refOf(version, version.availableFrom)), NEW_ARTICLE.paths);
  const isKnown = told.every(({ path }) => paths.some((known) => known.path === path));
  const isLast = current?.head.type !== 'HEAD' || paths.at(-1)?.path === current.head.path;
  return isKnown && isLast ? paths : [...paths.filter(({ path }) => !told.some((known) => known.path === path)), ...told];
}

function refOf({ version, availableFrom, head }: Version, changedAt: Instant): VersionRef {
  if (head.type === 'TOMBSTONE') return { version, availableFrom, status: 'CANCELED', path: null, chunks: 0, expires: null, changedAt };
  const status = availableFrom === LAST_INSTANT ? 'WITHHELD' : 'USABLE';
  return { version, availableFrom, status, path: head.path, chunks: head.chunks, expires: head.until, changedAt };
}
