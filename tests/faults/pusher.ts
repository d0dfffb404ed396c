import { setTimeout as sleep } from 'node:timers/promises';
import type { Article } from '../../lambda/domain/article.ts';
import { Refused } from '../../lambda/domain/fault.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { NOW } from './newsroom.ts';

/** How often a content system sends an article that was answered with 503 before it calls a person. */
const PATIENCE = 25;

/** What a run of pushes met. */
export type Pushes = { pushes: number; answeredWithError: number; givenUp: number; milliseconds: number };

/**
 * Pushes articles as a content system does: some at once, the versions of one article one after the other, and again what was answered
 * with an error.
 * @param stories the versions of each article, in order
 */
export async function pushAll(table: NewsTable, stories: Iterable<readonly Article[]>, atOnce = 8): Promise<Pushes> {
  const started = performance.now();
  const count = { pushes: 0, answeredWithError: 0, givenUp: 0 };
  const queue = stories[Symbol.iterator]();
  const work = async () => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      for (const version of next.value) {
        count.pushes += 1;
        if (!(await pushUntilTaken(table, version, () => (count.answeredWithError += 1)))) count.givenUp += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { ...count, milliseconds: Math.round(performance.now() - started) };
}

async function pushUntilTaken(table: NewsTable, version: Article, onError: () => void): Promise<boolean> {
  for (let attempt = 1; attempt <= PATIENCE; attempt += 1) {
    try {
      await pushArticle(table, version, NOW);
      return true;
    } catch (error) {
      if (error instanceof Refused) throw error;
      onError();
      await sleep(20);
    }
  }
  return false;
}
