import { killedAtAnyPoint } from './killed.ts';
import { eachAnswerLost, lostAnswers } from './lost-answers.ts';
import { HARD_WEATHER, nothingLost } from './nothing-lost.ts';
import { pushedList } from './pushed-list.ts';
import { openReadingRoom, READING_WEATHER, type ReadingRoom, readsUnderFaults, readsWhileHanging } from './reads.ts';

/** One run and what it showed. A promise is kept where `faults` is empty. */
export type Verdict = { run: string; figures: Record<string, number>; faults: string[] };

/** How much is tried: the short form is for every day, the full one for the figures. */
export type Form = 'short' | 'full';

/** @param endpoint of the real DynamoDB */
export type Trial = (wish: { endpoint: string; seed: number; form: Form }) => AsyncGenerator<Verdict>;

/** Less than this share of right answers breaks the promise. */
const RIGHT = 0.9995;

/** Milliseconds. Lambda gives the resolver ten seconds; the short form gives it two, so as to wait for less. */
const TIMEOUT: Record<Form, number> = { short: 2_000, full: 10_000 };

/** Where the pushed list withdraws the article that no single transaction holds. */
const KILL_OF_LARGE = pushedList().findIndex(({ uri, pubStatus }) => uri === 'hearing' && pubStatus === 'CANCELED');

let room: ReadingRoom | undefined;

/** The reading room of this process: the function keeps the configuration with which it was loaded. */
export async function readingRoom({ endpoint, seed, form }: Parameters<Trial>[0]): Promise<ReadingRoom> {
  room ??= await openReadingRoom({ endpoint, seed, articles: form === 'short' ? 20 : 300, pages: form === 'short' ? 30 : 120 });
  return room;
}

/** Ends what {@link readingRoom} began. */
export async function closeReadingRoom(): Promise<void> {
  await room?.[Symbol.asyncDispose]();
  room = undefined;
}

/** The promises about faults, each as the runs that show it: first without faults, then with them. */
export const PROMISES = {
  'nothing lost': async function* ({ endpoint, seed, form }) {
    const articles = form === 'short' ? 40 : 10_000;
    for (const [run, weather] of [
      ['without faults', {}],
      ['30 % throttled, 40 % of batches in part, 5 % reset, 5 % lost', HARD_WEATHER],
    ] as const) {
      const { faults, met, readable, ...more } = await nothingLost({ endpoint, seed, articles, weather });
      const givenUp = more.givenUp > 0 ? [`${more.givenUp} pushes were never taken`] : [];
      yield { run, figures: { readable, ...more, ...met }, faults: [...givenUp, ...faults] };
    }
  },

  'killed at any point': async function* ({ endpoint, seed, form }) {
    const { faults, ...figures } = await killedAtAnyPoint({ endpoint, seed, moments: form === 'short' ? 8 : 100 });
    yield { run: 'killed, pushed again, compared with an uninterrupted run', figures, faults };
    if (form === 'short') return;
    const inParts = await killedAtAnyPoint({ endpoint, seed, moments: 34, from: KILL_OF_LARGE, to: KILL_OF_LARGE + 1 });
    yield {
      run: 'the same within the withdrawal of a large article',
      figures: { moments: inParts.moments, calls: inParts.calls, looks: inParts.looks },
      faults: inParts.faults,
    };
  },

  'lost answers': async function* ({ endpoint, seed, form }) {
    for (const version of form === 'short' ? pushedList().slice(0, 1) : pushedList().slice(0, 3)) {
      const { faults, ...figures } = await eachAnswerLost({ endpoint, seed, version });
      yield { run: `each answer to the push of "${version.uri}" lost in turn`, figures, faults };
    }
    const { faults, ...figures } = await lostAnswers({ endpoint, seed, most: form === 'short' ? 8 : 200 });
    yield { run: '25 % of answers lost, 15 % of transactions in conflict', figures, faults };
  },

  'reads under faults': async function* (wish) {
    const read = await readingRoom(wish);
    for (const [run, weather] of [
      ['without faults', {}],
      ['20 % throttled, 500 or reset; torn reads', READING_WEATHER],
    ] as const) {
      const { faults, met, ...more } = await readsUnderFaults(read, { weather, requests: wish.form === 'short' ? 240 : 10_000 });
      const tooFew = more.right < RIGHT * more.requests ? [`only ${more.right} of ${more.requests} answers were right and in time`] : [];
      yield { run, figures: { ...more, ...met }, faults: [...tooFew, ...faults] };
    }
  },

  'reads while DynamoDB hangs': async function* (wish) {
    const read = await readingRoom(wish);
    for (const [run, hanging, requests] of [
      ['every call hangs', 1, wish.form === 'short' ? 12 : 60],
      ['three calls in ten hang', 0.3, wish.form === 'short' ? 30 : 300],
    ] as const) {
      const { faults, ...figures } = await readsWhileHanging(read, { hanging, timeout: TIMEOUT[wish.form], requests });
      yield { run, figures, faults };
    }
  },
} as const satisfies Record<string, Trial>;

export type PromiseName = keyof typeof PROMISES;
