import type { Article } from '../../lambda/domain/article.ts';
import { blockText } from '../../lambda/domain/body.ts';
import { articleId } from '../../lambda/domain/identity.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { emptyTable } from '../support/table.ts';
import { type Expected, findFaults } from './inspection.ts';
import { NOW, versionsOf } from './newsroom.ts';
import { type Faults, startProxy } from './proxy.ts';
import { type Pushes, pushAll } from './pusher.ts';

/** 30 % throttling, 40 % of batches in part, 5 % resets, 5 % lost answers, and for transactions 3 % conflicts and 2 % throttled items. */
export const HARD_WEATHER: Faults = {
  '*': { throttle: 0.3, reset: 0.05, lostAnswer: 0.05 },
  BatchGetItem: { partial: 0.4 },
  BatchWriteItem: { partial: 0.4 },
  TransactWriteItems: { conflict: 0.03, throttledTransaction: 0.02 },
};

/** What a run showed. `faults` are the ways in which the table is wrong afterwards. */
export type NothingLost = { articles: number; readable: number; faults: string[]; met: Record<string, number>; calls: number } & Pushes;

/**
 * "Nothing lost": articles are pushed through the weather, then everything is looked at without it.
 * @param endpoint of the real DynamoDB
 */
export async function nothingLost({
  endpoint,
  seed,
  articles,
  weather,
}: {
  endpoint: string;
  seed: number;
  articles: number;
  weather: Faults;
}): Promise<NothingLost> {
  const { table, tableName } = await emptyTable(endpoint);
  await using proxy = await startProxy({ endpoint, seed, faults: weather });
  const stories = Array.from({ length: articles }, (_, n) => versionsOf(seed, n));
  const pushes = await pushAll(openNewsTable({ tableName, endpoint: proxy.endpoint }), stories);
  const expected = expectedOf(stories);
  const faults = await findFaults(table, expected, NOW);
  const unread = new Set(faults.flatMap((fault) => /^(\S+) (?:cannot be read|reads as|was withdrawn)/.exec(fault)?.[1] ?? []));
  return { articles, readable: articles - unread.size, faults, met: proxy.counts.faults, calls: proxy.counts.calls, ...pushes };
}

/** What must be found of each article: its last version. */
export function expectedOf(stories: readonly (readonly Article[])[]): Expected {
  return new Map(
    stories.map((versions) => {
      const last = versions.at(-1) as Article;
      const [block] = last.body?.blocks ?? [];
      const wanted = last.pubStatus === 'USABLE' && block ? { headline: last.story.headline, text: blockText(block) } : 'WITHDRAWN';
      return [articleId(last.source, last.uri), wanted] as const;
    }),
  );
}
