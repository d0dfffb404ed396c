import { setTimeout as sleep } from 'node:timers/promises';
import { StaleState } from './transaction.ts';

/** How often a write reads and decides again when others write the same thing. Each of them gets its turn within a few milliseconds. */
export const DECISIONS = 12;

/** Waits until the others are likely to be done, the longer the more often they were in the way. @param attempt 1 for the first */
export function letOthersFinish(attempt: number): Promise<void> {
  return sleep(Math.random() * 20 * attempt); // ms
}

/**
 * Reads, decides and writes, again and again until nobody else wrote in between.
 * @throws {StaleState} when somebody did {@link DECISIONS} times; and whatever `decide` throws besides
 */
export async function undisturbed<Result>(decide: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await decide();
    } catch (error) {
      if (!(error instanceof StaleState) || attempt === DECISIONS) throw error;
      await letOthersFinish(attempt);
    }
  }
}
