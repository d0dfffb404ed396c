import { instantOf } from '../domain/instant.ts';
import type { NewsTable } from '../store/news-table.ts';
import { sweep } from '../store/sweeper.ts';

/** What a schedule does on AWS every minute happens here more often, so that an embargo set by hand is seen to lift. Milliseconds. */
const INTERVAL = 10_000;

/** Works off the moments that have come, at once and then every ten seconds. A round that fails is said, and the next one tries again. */
export function startSweeper(table: NewsTable): AsyncDisposable {
  let round = Promise.resolve();
  const next = () => {
    round = round
      .then(() => sweep(table, instantOf(Date.now())))
      .then(() => {})
      .catch((error) => console.error('The sweeper failed and will try again:', error));
  };
  next();
  const timer = setInterval(next, INTERVAL);
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await round;
    },
  };
}
