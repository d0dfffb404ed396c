import { isDeepStrictEqual } from 'node:util';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { emptyTable } from '../support/table.ts';
import { contentsOf, differences } from './contents.ts';
import { article, LATER, NOW } from './newsroom.ts';
import { type Faults, startProxy } from './proxy.ts';
import { pushedList } from './pushed-list.ts';

/** What a run showed. */
export type LostAnswers = { pushes: number; lost: number; faults: string[] };

/**
 * One answer in four is lost after the write, and some transactions meet another one besides: every push says what became of it,
 * as without faults, and the table is the same, before and after the sweeper.
 * @param endpoint of the real DynamoDB
 * @param most how many pushes: the fixed list, then articles of the newsroom
 */
export async function lostAnswers({ endpoint, seed, most }: { endpoint: string; seed: number; most: number }): Promise<LostAnswers> {
  const weather: Faults = { '*': { lostAnswer: 0.25 }, TransactWriteItems: { lostAnswer: 0.25, conflict: 0.15 } };
  const more = Array.from({ length: most }, (_, n) => article(seed, n + 2));
  const pushes = [...pushedList(), ...more].slice(0, most);
  const runs = await Promise.all(
    [{}, weather].map(async (faults) => {
      const { table, tableName } = await emptyTable(endpoint);
      await using proxy = await startProxy({ endpoint, seed, faults });
      const behind = openNewsTable({ tableName, endpoint: proxy.endpoint });
      const answers: unknown[] = [];
      for (const version of pushes) answers.push(await pushArticle(behind, version, NOW).catch(String));
      const written = await contentsOf(table);
      await sweep(behind, LATER);
      return { answers, written, swept: await contentsOf(table), lost: proxy.counts.faults.lostAnswer ?? 0 };
    }),
  );
  const [control, tried] = runs as [(typeof runs)[number], (typeof runs)[number]];
  const answered = control.answers.flatMap((wanted, n) => {
    const found = tried.answers[n];
    return isDeepStrictEqual(wanted, found) ? [] : [`push ${n + 1} was answered ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
  });
  const faults = [...answered, ...differences(control.written, tried.written), ...differences(control.swept, tried.swept)];
  return { pushes: pushes.length, lost: tried.lost, faults };
}
