import type { Instant } from './instant.ts';

/** What anything readable carries: the moment from which, and perhaps until which, it may be read. */
export type Dated = { availableFrom: Instant; until?: Instant | null };

/**
 * The visibility rule. Every reader passes what it found through here, whatever its keys already promise.
 * @param clock the instant at which the request reads
 */
export function visible({ availableFrom, until }: Dated, clock: Instant): boolean {
  return availableFrom <= clock && !(until && until <= clock);
}
