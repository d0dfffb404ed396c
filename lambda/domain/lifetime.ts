import { type Instant, millisecondsOf } from './instant.ts';

/**
 * Every shared lifetime ends with a quarter of a minute, in milliseconds: what lifts on the minute, as embargoes do, comes with the first refresh after it,
 * although no lifetime ever follows what is yet hidden.
 */
const REFRESH = 15_000;

/** For so long a stale answer is given to whoever asks while a newer one is fetched. Seconds. */
const WHILE_REVALIDATE = 15;

/**
 * An answer is given for this long while the service cannot make one, counted with the time that it was fresh. Seconds. So long can be seen what was killed
 * while neither the purge nor the service answers.
 */
const WHILE_BROKEN = 300;

/** What is not there may be there the next moment. Seconds. */
const EMPTY = 5;

/** What is said of every answer that no cache may keep. */
export const NOT_KEPT = 'no-store';

export type Age = {
  /** The clock that the answer was read at. */
  readAt: Instant;
  /** The wall clock when it is sent: from then on caches count. */
  sentAt: Instant;
  /** What its document allows, see `Policy`. */
  seconds: number;
  /** When the first of what it shows ends, by what its own source made public. */
  ends: Instant | null;
  /** Whether what was asked for is not there. */
  isEmpty: boolean;
};

/**
 * How long an answer lives, as `cache-control` says it. Browsers ask each time, and get 304 for what they have. Whole seconds are rounded down: no answer
 * outlives the quarter that it was read in. What is not there is given to nobody once it is stale: an error is better than "there is no such page".
 */
export function lifetimeOf({ readAt, sentAt, seconds, ends, isEmpty }: Age): string {
  const [read, sent] = [millisecondsOf(readAt), millisecondsOf(sentAt)];
  const left = (until: number) => Math.max(0, Math.floor((until - sent) / 1000));
  const quarter = read - (read % REFRESH) + REFRESH;
  const end = ends === null ? Number.POSITIVE_INFINITY : millisecondsOf(ends);
  const shared = left(Math.min(quarter, end, read + 1000 * (isEmpty ? Math.min(seconds, EMPTY) : seconds)));
  const stale = isEmpty ? 0 : Math.min(WHILE_REVALIDATE, left(end) - shared);
  const broken = isEmpty ? 0 : WHILE_BROKEN - REFRESH / 1000;
  return `max-age=0, s-maxage=${shared}, stale-while-revalidate=${stale}, stale-if-error=${broken}`;
}

/** `cache-control` of what stands at an address and everybody may read. @param now when it was read, and is sent */
export function sharedCacheControl(now: Instant, ends: Instant | null = null): string {
  return `public, ${lifetimeOf({ readAt: now, sentAt: now, seconds: REFRESH / 1000, ends, isEmpty: false })}`;
}
