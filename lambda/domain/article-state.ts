import type { Edition, PubStatus } from './article.ts';
import { earliest, type Instant, instantOf, LAST_INSTANT, latest, millisecondsOf } from './instant.ts';
import type { Splits } from './verdict.ts';

/** What the state needs to know of one stored version. */
export type VersionRef = {
  version: number;
  availableFrom: Instant;
  status: PubStatus;
  /** Null for a withdrawal. */
  path: string | null;
  /** How many body chunks it has. */
  chunks: number;
  /** The instant of its own tombstone; null when it does not expire. */
  expires: Instant | null;
  /** The instant under which it stands in CHANGES: the later of availableFrom and acceptance. */
  changedAt: Instant;
};

/** A canonical path of a version that became readable, and when the next path took its place. */
export type FormerPath = { path: string; until: Instant | null };

/**
 * One article as far as writing must know it: the manifest. At any instant it has at most one current and at most one
 * pending version. `rev` counts every change and fences every write.
 */
export type ArticleState = {
  rev: number;
  /** Highest version taken in, and the hash of its content. */
  known: { version: number; hash: string };
  /** Newest version whose availableFrom had passed when last looked at; may be CANCELED. */
  current: VersionRef | null;
  pending: VersionRef | null;
  /** availableFrom of the first version that became readable; while nothing has been readable, that of the pending one. */
  listedAt: Instant | null;
  /** Names of the lists in which the article stands: at any time a superset of what stands. */
  lists: readonly string[];
  /** Names of lists left by an unfinished change; their concepts and sections have yet to be looked at. */
  left: readonly string[];
  /** The version that the listings show; null when they show none, or none for certain. */
  made: number | null;
  /** False from the first write of a change to its last. */
  finished: boolean;
  /** Sort key of the MOMENTS item that finishes a change that was cut; null when there is none. */
  moment: string | null;
  paths: readonly FormerPath[];
  /** While editors hold the article back: since when, and why, in their words, which nobody else gets to see. Left out when they do not. */
  hold?: Hold;
  /** Where the source has begun to number anew, and editors said so. Left out where it has not. */
  numbering?: Numbering;
  /** Whom this article means by concepts that editors split. Left out where it means what all do. */
  splits?: Splits;
};

/** Versions of a source that counts from the beginning again. Keys go on ascending: what they hold is the source's number and `base`. */
export type Numbering = {
  base: number;
  /** When editors said so. */
  since: Instant;
  /** When the newest version from before was made. What was made no later is from before as well. */
  lastMade: Instant;
  /** The highest number of any numbering before this one. */
  highest: number;
};

export type Hold = { since: Instant; reason: string };

/** What decides when a pushed version is readable. */
export type Wish = Pick<
  Edition,
  'version' | 'versionCreated' | 'firstPublished' | 'embargoedUntil' | 'scheduledFor' | 'expires' | 'pubStatus'
> & {
  /** Hash of all that the source sent. */
  hash: string;
  path: string | null;
  chunks: number;
};

export type Decision =
  | {
      /** Editors hold the article back; nothing of the push is kept. */
      outcome: 'HELD';
      since: Instant;
    }
  | {
      /** Since the source numbers anew: its number was in use before, and it does not say when it was made, so that it may be a recording from then. */
      outcome: 'UNDATED';
      highest: number;
    }
  | {
      outcome: 'UNCHANGED';
      version: number;
      /** It was made before its source began to number anew, which was then. */
      madeBefore?: Instant;
      /** The same version came with other content: worth a line in the log, and nothing else. */
      conflicting: boolean;
    }
  | {
      outcome: 'ACCEPTED';
      version: number;
      /** The state after the push; `rev`, `lists`, `made` and `finished` are still those from before. */
      next: ArticleState;
      /** The new version; null for the withdrawal of what never was readable: it leaves no trace but its number. */
      added: VersionRef | null;
      /** The pending version that goes, head and all chunks. */
      superseded: VersionRef | null;
      /** Versions that are no longer current; their expiry tombstones go. */
      retired: readonly VersionRef[];
    };

export const NEW_ARTICLE: ArticleState = {
  rev: 0,
  known: { version: -1, hash: '' },
  current: null,
  pending: null,
  listedAt: null,
  lists: [],
  left: [],
  made: null,
  finished: true,
  moment: null,
  paths: [],
};

/** A pending version whose moment has come becomes the current one. Done in memory before every decision. */
export function settle(state: ArticleState, now: Instant): { state: ArticleState; retired: readonly VersionRef[] } {
  const { pending, current } = state;
  if (pending === null || pending.availableFrom > now) return { state, retired: [] };
  return {
    state: { ...state, current: pending, pending: null, paths: joinPath(state.paths, pending) },
    retired: current ? [current] : [],
  };
}

/**
 * The instant at which a writer decides. Where another one, whose clock is ahead, has already made something current, time does not go
 * back: a kill would wait for the article that it kills, and a version that has expired would be listed again.
 */
export function deciding({ current }: ArticleState, wall: Instant): Instant {
  return latest(wall, current?.availableFrom);
}

/** What becomes of an article when a source pushes a version at `now`, the instant of {@link deciding}. */
export function decidePush(before: ArticleState, wish: Wish, now: Instant): Decision {
  const { numbering } = before;
  const version = wish.version === null ? nextNumber(before, wish.hash) : wish.version + (numbering?.base ?? 0);
  const age = ageOf(wish, numbering);
  if (numbering && age === 'BEFORE') return { outcome: 'UNCHANGED', version, conflicting: false, madeBefore: numbering.since };
  if (version <= before.known.version) {
    return { outcome: 'UNCHANGED', version, conflicting: version === before.known.version && wish.hash !== before.known.hash };
  }
  if (numbering && age === 'UNTOLD' && wish.pubStatus !== 'CANCELED') return { outcome: 'UNDATED', highest: numbering.highest };
  if (before.hold && wish.pubStatus !== 'CANCELED') return { outcome: 'HELD', since: before.hold.since }; // a kill is never refused
  const { state, retired } = settle(before, now);
  const known = { version, hash: wish.hash };
  const superseded = state.pending;

  if (wish.pubStatus === 'CANCELED' && state.current === null) {
    return { outcome: 'ACCEPTED', version, next: { ...state, known, pending: null, listedAt: null }, added: null, superseded, retired };
  }
  const wished = availability(state, wish, now);
  // what was withdrawn by editors and is sent again has the number of its withdrawal, and must not have its key
  const again = state.current?.version === version ? state.current : null;
  const availableFrom = again ? latest(wished, after(again.availableFrom)) : wished;
  const added: VersionRef = {
    version,
    availableFrom,
    status: wish.pubStatus,
    path: wish.pubStatus === 'CANCELED' ? null : wish.path,
    chunks: wish.pubStatus === 'CANCELED' ? 0 : wish.chunks,
    expires: wish.expires && wish.pubStatus === 'USABLE' ? latest(availableFrom, wish.expires) : null,
    changedAt: latest(availableFrom, now, again && after(again.changedAt)),
  };
  const listedAt = state.current ? state.listedAt : availableFrom;
  if (availableFrom > now) {
    return { outcome: 'ACCEPTED', version, next: { ...state, known, pending: added, listedAt }, added, superseded, retired };
  }
  const next: ArticleState = { ...state, known, current: added, pending: null, listedAt, paths: joinPath(state.paths, added) };
  return { outcome: 'ACCEPTED', version, next, added, superseded, retired: state.current ? [...retired, state.current] : retired };
}

/** Whether a version was made before its source began to number anew, or since. A number that was not in use then is from since. */
function ageOf({ version, versionCreated }: Wish, numbering: Numbering | undefined): 'BEFORE' | 'UNTOLD' | 'SINCE' {
  if (numbering === undefined || version === null) return 'SINCE';
  if (versionCreated === null) return version <= numbering.highest ? 'UNTOLD' : 'SINCE';
  return versionCreated <= numbering.lastMade ? 'BEFORE' : 'SINCE';
}

/** What becomes of an article when editors act upon it, as of a push. */
export type DeskDecision = Pick<Decision & { outcome: 'ACCEPTED' }, 'next' | 'added' | 'superseded' | 'retired'>;

/**
 * What becomes of an article that editors withdraw at `now`, the instant of {@link deciding}: it is gone for readers as by a kill of its source, the pending version goes, and
 * no push but a kill is taken until {@link decideRelease}. The withdrawal bears the number of the version that it takes away, for the numbers are the source's; it is later
 * than that version by a millisecond at least, or its key would be the same. Holding again only changes the reason.
 */
export function decideHold(before: ArticleState, reason: string, now: Instant): DeskDecision {
  const { state, retired } = settle(before, now);
  const hold: Hold = { since: before.hold?.since ?? now, reason };
  const { current, pending: superseded } = state;
  if (current === null) return { next: { ...state, hold, pending: null, listedAt: null }, added: null, superseded, retired };
  // what has expired is gone; a withdrawal would take its end away, and come a millisecond later
  const isGone = current.status === 'CANCELED' || (current.expires !== null && current.expires <= now);
  if (isGone) return { next: { ...state, hold, pending: null }, added: null, superseded, retired };
  const availableFrom = latest(now, after(current.availableFrom));
  const added: VersionRef = {
    ...{ version: current.version, availableFrom, status: 'CANCELED', path: null, chunks: 0, expires: null },
    changedAt: latest(availableFrom, after(current.changedAt)),
  };
  return { next: { ...state, hold, current: added, pending: null }, added, superseded, retired: [...retired, current] };
}

/**
 * An article that editors let go: its source may send the version again that it sent last, or a newer one. Until it does, readers find what they found before.
 * What was withdrawn does not come back by itself: meanwhile its source may have had reasons to mend it.
 */
export function decideRelease({ hold: _, ...state }: ArticleState): ArticleState {
  return { ...state, known: { version: state.known.version - 1, hash: '' } };
}

/**
 * An article whose source counts from the beginning again: the next number of its source, whichever, makes a key above all that stand.
 * @param lastMade when the newest version that stands was made
 * @returns null where that has been said, and nothing has come since
 */
export function decideReversion(before: ArticleState, lastMade: Instant, now: Instant): ArticleState | null {
  const { known, numbering } = before;
  if (numbering && known.version < numbering.base) return null;
  const highest = Math.max(numberToldOf(before), numbering?.highest ?? 0);
  return { ...before, numbering: { base: known.version + 1, since: now, lastMade, highest } };
}

/** The highest version taken in, as its source counts. */
export function numberToldOf({ known, numbering }: ArticleState): number {
  if (!numbering) return known.version;
  return known.version < numbering.base ? numbering.highest : known.version - numbering.base;
}

/** The next millisecond. */
function after(instant: Instant): Instant {
  return instantOf(millisecondsOf(instant) + 1);
}

/**
 * The version that the lists show at `now`: the current one if it is usable; none if it is withdrawn or has expired;
 * without a current one the pending first publication, whose keys lie in the future. Never a pending update.
 */
export function shownVersion(state: ArticleState, now: Instant): VersionRef | null {
  const { current, pending } = state;
  if (current) return current.status === 'USABLE' && !(current.expires && current.expires <= now) ? current : null;
  return pending?.status === 'USABLE' ? pending : null;
}

/** Paths of an article once `ref` is readable: its own last, with the moment at which it took over from the one before. */
export function joinPath(paths: readonly FormerPath[], ref: VersionRef): readonly FormerPath[] {
  const last = paths.at(-1);
  if (ref.path === null || last?.path === ref.path) return paths;
  const others = paths.filter(({ path }) => path !== ref.path);
  return [...others.map((former) => (former === last ? { ...former, until: ref.availableFrom } : former)), { path: ref.path, until: null }];
}

/** A claim of the source never delays: only embargo and schedule do. A kill ignores both. Keys of one article ascend with version. */
function availability({ current }: ArticleState, wish: Wish, now: Instant): Instant {
  if (wish.pubStatus === 'WITHHELD') return LAST_INSTANT;
  const created = earliest(wish.versionCreated ?? now, now);
  if (wish.pubStatus === 'CANCELED') return latest(created, current?.availableFrom);
  if (current) return latest(created, wish.embargoedUntil, wish.scheduledFor, current.availableFrom);
  return latest(wish.firstPublished ?? created, wish.embargoedUntil, wish.scheduledFor);
}

/** The number of a push whose source does not number: the known one while its content stays, else the next. */
export function nextNumber({ known }: Pick<ArticleState, 'known'>, hash: string): number {
  if (known.version < 0) return 1;
  return known.hash === hash ? known.version : known.version + 1;
}
