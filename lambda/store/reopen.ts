import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { ArticleState } from '../domain/article-state.ts';
import type { Instant } from '../domain/instant.ts';
import { cutKey } from './items.ts';
import { putState } from './manifest.ts';
import type { NewsTable } from './news-table.ts';
import type { ArticleName } from './read-manifest.ts';
import { type Action, transact } from './transaction.ts';

/**
 * Writes `state` as one whose lists have yet to be made, with the moment at which the sweeper would finish it.
 * @param besides what is written with it, or not at all
 * @throws {StaleState} when the state is no longer `before`
 */
export async function reopen(
  table: NewsTable,
  name: ArticleName,
  before: ArticleState,
  state: ArticleState,
  now: Instant,
  besides: readonly Action[] = [],
): Promise<void> {
  const place = state.moment ?? cutKey(now, name.id, Math.max(0, state.known.version));
  const reopened: ArticleState = { ...state, rev: before.rev + 1, made: null, finished: false, moment: place };
  const moment = table.moment.build(PutTransaction).item({ place, articleId: name.id });
  await transact(table, [putState(table, name, before, reopened), moment, ...besides]);
}
