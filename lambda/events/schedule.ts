import { setTimeout as sleep } from 'node:timers/promises';
import { type Instant, instantOf, millisecondsOf } from '../domain/instant.ts';
import { count } from '../invocation.ts';
import { whole } from '../log.ts';
import { nextMoment, sweep } from '../store/sweeper.ts';
import { announce, type NewsDesk } from './announce.ts';

/** The schedule comes every minute; a moment found this long after its time was missed by one round at least. Milliseconds. */
const LATE_MS = 120_000;

/** How far a round looks ahead: to the next one. Milliseconds. */
const ROUND_MS = 60_000;

/**
 * Works off the moments that have come, then those of the coming minute, each at its time: between them it waits, and where none is due it ends at
 * once. Early, late, twice or beside another round does no harm. Never rejects.
 * @param lastsMs how long this round may last
 * @returns how many moments were worked off
 */
export async function answerSchedule(desk: NewsDesk, lastsMs: number): Promise<{ moments: number }> {
  const { clock, log, table } = desk;
  const end = instantOf(millisecondsOf(clock()) + Math.max(0, Math.min(ROUND_MS, lastsMs)));
  let moments = 0;
  try {
    for (let now = clock(); ; now = clock()) {
      moments += await onePass(desk, now);
      const next = await nextMoment(table, now, end);
      if (next === null) break;
      await sleep(Math.max(0, millisecondsOf(next) - millisecondsOf(clock())));
    }
  } catch (error) {
    log({ level: 'error', message: 'The schedule failed, and will try again', error: whole(error) });
  }
  return { moments };
}

async function onePass(desk: NewsDesk, now: Instant): Promise<number> {
  const { table, log } = desk;
  let late = 0;
  try {
    return await sweep(table, now, {
      found: (at) => {
        if (millisecondsOf(now) - millisecondsOf(at) > LATE_MS) late += 1;
      },
      announce: async (changes) => {
        const told = await announce(desk, changes, 'SETTLED');
        return new Map(
          changes.flatMap((change, turn) => {
            const outcome = told[turn];
            if (outcome === 'AHEAD') return [[change, 'The change cannot be read yet']];
            return typeof outcome === 'object' ? [[change, outcome.failed]] : [];
          }),
        );
      },
    });
  } catch (error) {
    log({ level: 'error', message: 'Moments could not be worked off, and stay', error: whole(error), causes: causesOf(error) });
    return 0;
  } finally {
    count('LateMoments', late);
  }
}

function causesOf(error: unknown): unknown[] {
  return error instanceof AggregateError ? error.errors.slice(0, 5).map(whole) : [];
}
