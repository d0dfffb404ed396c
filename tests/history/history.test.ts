import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDynamodb } from '../../lambda/local/dynamodb.ts';
import { histories } from './generators.ts';
import { type Lane, openLane } from './lane.ts';
import { runHistory, type Tally } from './runner.ts';

/** `HISTORIES=10000 SEED=… npx vitest run tests/history` is the full form; without, the short one that every test run affords. */
const HISTORIES = Number(process.env.HISTORIES ?? 150);
const SEED = Number(process.env.SEED ?? 879_779_755); // the same for everybody, so that a red run speaks of the change at hand
/** Histories that run beside each other, each on a table of its own: while one waits for the server another computes. */
const LANES = 3;

let dynamodb: Awaited<ReturnType<typeof startDynamodb>>;
let lanes: Lane[] = [];
beforeAll(async () => {
  dynamodb = await startDynamodb();
  lanes = await Promise.all(Array.from({ length: LANES }, (_, lane) => openLane(dynamodb.endpoint, lane)));
});
afterAll(async () => {
  for (const lane of lanes) lane.close();
  await dynamodb[Symbol.asyncDispose]();
});

describe('whatever newsrooms push, and wherever it is cut', () => {
  it(`reads as the whole list of pushes says (${HISTORIES} histories, seed ${SEED})`, { timeout: 4 * 3_600_000 }, async () => {
    const began = performance.now();
    const tally: Tally = new Map();
    let done = 0;
    let failed: Lane | null = null;
    try {
      await Promise.all(
        lanes.map((lane, turn) =>
          fc.assert(
            fc.asyncProperty(histories, async (history) => {
              if (failed !== null && failed !== lane) return; // the other lanes leave the machine to the one that has found something
              await runHistory(lane, history, tally).catch((error) => {
                failed = lane;
                throw error;
              });
              done += 1;
              if (done % 1000 === 0) console.log(`${done} histories, ${seconds(began)} s`);
            }),
            { seed: SEED + turn, numRuns: Math.ceil(HISTORIES / LANES), endOnFailure: process.env.SHRINK !== '1' },
          ),
        ),
      );
    } finally {
      console.log(`${done} histories, seed ${SEED}, ${seconds(began)} s`);
      console.log(
        [...tally]
          .sort()
          .map(([what, times]) => `${String(times).padStart(7)}  ${what}`)
          .join('\n'),
      );
    }
    expect(done).toBeGreaterThanOrEqual(HISTORIES);
  });
});

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
