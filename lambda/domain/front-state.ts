import { nextNumber } from './article-state.ts';
import type { FrontEdition } from './front.ts';
import { type Instant, LAST_INSTANT, latest } from './instant.ts';

/** What the state needs to know of one stored version. */
export type FrontVersionRef = { version: number; availableFrom: Instant };

/**
 * One front as far as writing must know it. As with articles: at most one current and one pending version, and `rev` fences every write.
 */
export type FrontState = {
  rev: number;
  /** Who writes this front; the first that did. */
  source: string;
  /** Highest version taken in, and the hash of its content. */
  known: { version: number; hash: string };
  /** Newest version whose availableFrom had passed when last looked at; may be a tombstone. */
  current: FrontVersionRef | null;
  pending: FrontVersionRef | null;
  /** Versions that could be read before the current one and are still stored, oldest first; about {@link KEPT}. */
  kept: readonly FrontVersionRef[];
};

/** What decides when a pushed version is readable, and the hash of all that the source sent. */
export type FrontWish = Pick<FrontEdition, 'version' | 'embargoedUntil' | 'scheduledFor' | 'pubStatus'> & { hash: string };

export type FrontDecision =
  | {
      outcome: 'UNCHANGED';
      version: number;
      /** The same version came with other content: worth a warning, and nothing else. */
      conflicting: boolean;
    }
  | {
      outcome: 'ACCEPTED';
      version: number;
      next: FrontState;
      /** The new version; null for the withdrawal of what never was readable: it leaves no trace but its number. */
      added: FrontVersionRef | null;
      /** Versions that go: the pending one that is replaced, and those that could be read so long ago that no clock asks for them. */
      removed: readonly FrontVersionRef[];
    };

/**
 * How many former versions stay. Nobody reads at a clock before the wall clock; two machines may differ by a second or two, in which nobody
 * pushes a front ten times.
 */
export const KEPT = 10;

/** A front that nobody has pushed yet. */
export function newFront(source: string): FrontState {
  return { rev: 0, source, known: { version: -1, hash: '' }, current: null, pending: null, kept: [] };
}

/** What becomes of a front when its source pushes a version at `now`: the wall clock, or the moment of the current version if that is later. */
export function decideFront(before: FrontState, wish: FrontWish, now: Instant): FrontDecision {
  const version = wish.version ?? nextNumber(before, wish.hash);
  if (version <= before.known.version) {
    return { outcome: 'UNCHANGED', version, conflicting: version === before.known.version && wish.hash !== before.known.hash };
  }
  const state = settleFront(before, now);
  const known = { version, hash: wish.hash };
  const superseded = state.pending ? [state.pending] : [];
  if (wish.pubStatus === 'CANCELED' && state.current === null) {
    return { outcome: 'ACCEPTED', version, next: { ...state, known, pending: null }, added: null, removed: superseded };
  }
  const added = { version, availableFrom: availability(state, wish, now) };
  if (added.availableFrom > now) {
    return { outcome: 'ACCEPTED', version, next: { ...state, known, pending: added }, added, removed: superseded };
  }
  const former = state.current ? [...state.kept, state.current] : state.kept;
  const gone = former.slice(0, Math.max(0, former.length - KEPT));
  const next = { ...state, known, current: added, pending: null, kept: former.slice(gone.length) };
  return { outcome: 'ACCEPTED', version, next, added, removed: [...superseded, ...gone] };
}

/** A pending version whose moment has come becomes the current one. Done in memory before every decision. */
function settleFront(state: FrontState, now: Instant): FrontState {
  const { pending, current, kept } = state;
  if (pending === null || pending.availableFrom > now) return state;
  return { ...state, current: pending, pending: null, kept: current ? [...kept, current] : kept };
}

/** A front is never older than its push; embargo and schedule delay it, and a withdrawal ignores both. Keys of one front ascend with version. */
function availability({ current }: FrontState, wish: FrontWish, now: Instant): Instant {
  if (wish.pubStatus === 'WITHHELD') return LAST_INSTANT;
  if (wish.pubStatus === 'CANCELED') return latest(now, current?.availableFrom);
  return latest(now, wish.embargoedUntil, wish.scheduledFor, current?.availableFrom);
}
