import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../../lambda/domain/article.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { emptyTable } from '../support/table.ts';
import { type Contents, contentsOf, differences } from './contents.ts';
import { article, LATER, NOW } from './newsroom.ts';
import { type Faults, type Operation, startProxy } from './proxy.ts';
import { pushedList } from './pushed-list.ts';

/** What a run showed. */
export type LostAnswers = { pushes: number; lost: number; faults: string[] };

/** How often the SDK repeats a call, as `lambda/store/retries.ts` has it. */
const ATTEMPTS = 10;

/** What is done to a row of pushes: faults by the dice, or at a call that is chosen. */
type Weather = Pick<Parameters<typeof startProxy>[0], 'faults' | 'onCall'>;

type Run = { answers: unknown[]; written: Contents; swept: Contents; lost: number; operations: Operation[] };

/**
 * One answer in four is lost after the write, and some transactions meet another one besides: every push says what became of it,
 * as without faults, and the table is the same, before and after the sweeper.
 * @param endpoint of the real DynamoDB
 * @param most how many pushes: the fixed list, then articles of the newsroom
 */
export async function lostAnswers({ endpoint, seed, most }: { endpoint: string; seed: number; most: number }): Promise<LostAnswers> {
  const faults: Faults = { '*': { lostAnswer: 0.25 }, TransactWriteItems: { lostAnswer: 0.25, conflict: 0.15 } };
  const more = Array.from({ length: most }, (_, n) => article(seed, n + 2));
  const pushes = [...pushedList(), ...more].slice(0, most);
  const [control, tried] = await Promise.all([push(endpoint, seed, pushes, {}), push(endpoint, seed, pushes, { faults })]);
  return { pushes: pushes.length, lost: tried.lost, faults: changed(control, tried) };
}

/**
 * The same for each single call of one push in turn: its answer is lost, and where a transaction comes next, it meets another one. Then for
 * each transaction in turn: all answers that the SDK waits for are lost, so that the push itself has to look what became of it.
 * @param endpoint of the real DynamoDB
 * @param version what is pushed into an empty table
 */
export async function eachAnswerLost({
  endpoint,
  seed,
  version,
}: {
  endpoint: string;
  seed: number;
  version: Article;
}): Promise<LostAnswers> {
  const control = await push(endpoint, seed, [version], {});
  const calls = control.operations.map((operation, n) => ({ operation, call: n + 1 }));
  const cuts = [
    ...calls.map(({ call }) => ({
      at: `with the answer of call ${call} lost`,
      onCall: ({ number, operation }: { number: number; operation: Operation }) =>
        number === call
          ? ('lostAnswer' as const)
          : number === call + 1 && operation === 'TransactWriteItems'
            ? ('conflict' as const)
            : undefined,
    })),
    ...calls
      .filter(({ operation }) => operation === 'TransactWriteItems')
      .map(({ call }) => ({
        at: `with all answers to the transaction of call ${call} lost`,
        onCall: ({ number }: { number: number }) => (number >= call && number < call + ATTEMPTS ? ('lostAnswer' as const) : undefined),
      })),
  ];
  const result: LostAnswers = { pushes: cuts.length, lost: 0, faults: [] };
  const next = cuts.values();
  const work = async () => {
    for (const { at, onCall } of next) {
      const tried = await push(endpoint, seed, [version], { onCall });
      result.lost += tried.lost;
      result.faults.push(...changed(control, tried).map((fault) => `${at}: ${fault}`));
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return result;
}

async function push(endpoint: string, seed: number, pushes: readonly Article[], { faults = {}, onCall }: Weather): Promise<Run> {
  const { table, tableName } = await emptyTable(endpoint);
  const operations: Operation[] = [];
  await using proxy = await startProxy({
    ...{ endpoint, seed, faults },
    onCall: (call) => {
      operations.push(call.operation);
      return onCall?.(call);
    },
  });
  const behind = openNewsTable({ tableName, endpoint: proxy.endpoint });
  const answers: unknown[] = [];
  for (const version of pushes) answers.push(await pushArticle(behind, version, NOW).catch(String));
  const during = { answers, written: await contentsOf(table), operations: [...operations] };
  await sweep(behind, LATER);
  return { ...during, swept: await contentsOf(table), lost: proxy.counts.faults.lostAnswer ?? 0 };
}

function changed(control: Run, tried: Run): string[] {
  const answered = control.answers.flatMap((wanted, n) => {
    const found = tried.answers[n];
    return isDeepStrictEqual(wanted, found) ? [] : [`push ${n + 1} was answered ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  });
  return [...answered, ...differences(control.written, tried.written), ...differences(control.swept, tried.swept)];
}
