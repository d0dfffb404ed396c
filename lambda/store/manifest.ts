import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { ArticleState } from '../domain/article-state.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { NewsTable } from './news-table.ts';
import type { ArticleName } from './read-manifest.ts';
import { atRev } from './transaction.ts';

/** Writes a state, if the one before is still the one that was read. */
export function putState(table: NewsTable, { id, source, uri }: ArticleName, before: ArticleState, next: ArticleState) {
  const { rev, ...state } = next;
  const unchanged = atRev(before.rev);
  return table.manifest.build(PutTransaction).item({ articleId: id, rev, source, uri, state }).options({ condition: unchanged });
}

/** Lets the rest of a transaction pass only while the state is at `rev`. */
export function checkState(table: NewsTable, id: ArticleId, rev: number) {
  return table.manifest.build(ConditionCheck).key({ articleId: id }).condition({ attr: 'rev', eq: rev });
}

/** Removes a moment. */
export function deleteMoment(table: NewsTable, place: string) {
  return table.moment.build(DeleteTransaction).key({ place });
}
