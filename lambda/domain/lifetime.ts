import { type Instant, millisecondsOf } from './instant.ts';

/**
 * Answers that many readers share are renewed on one beat, in seconds: at every :00, :15, :30 and :45. What lifts on the minute comes with the first
 * answer after it, and how long an answer lives tells nothing of what waits behind it.
 */
const BEAT = 15;

/** While an answer is renewed, and while nobody can renew it, the last one is better than none. Seconds. */
const STALE = { whileRevalidating: 15, ifError: 300 };

/**
 * How long an answer that is made at `now` may be shared, in whole seconds, 0 to 15: until the next beat and not beyond.
 * @param ends when something in the answer ends that everybody may know to end: its own `expires`. Nothing hidden may shorten a lifetime
 */
export function sharedLifetime(now: Instant, ends: Instant | null = null): number {
  const time = millisecondsOf(now);
  const untilBeat = BEAT * 1000 - (time % (BEAT * 1000));
  const untilEnd = ends === null ? untilBeat : Math.max(0, millisecondsOf(ends) - time);
  return Math.floor(Math.min(untilBeat, untilEnd) / 1000);
}

/** `cache-control` of an answer that everybody may read. Browsers ask again each time; a CDN keeps it for {@link sharedLifetime}. */
export function sharedCacheControl(now: Instant, ends: Instant | null = null): string {
  const { whileRevalidating, ifError } = STALE;
  return `public, max-age=0, s-maxage=${sharedLifetime(now, ends)}, stale-while-revalidate=${whileRevalidating}, stale-if-error=${ifError}`;
}
