import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { settleArticle } from './article-writes.ts';
import { upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';

/** Moments taken per page; a page of them stays far below DynamoDB's 1 MB. */
const PAGE = 100;

/**
 * Works off every moment that has come: settles and relists the article, then deletes the moment. Early, late or twice does no harm.
 * Runs every minute; each article's own page is right to the millisecond without it. An article that fails keeps its moment for the next
 * run and holds up no other.
 * @param now the wall clock
 * @returns how many moments were worked off
 * @throws {AggregateError} at the end, with whatever failed
 */
export async function sweep(table: NewsTable, now: Instant): Promise<number> {
  const failures: unknown[] = [];
  let swept = 0;
  let last: string | undefined;
  for (;;) {
    const { Items = [] } = await counted(
      table,
      table.moment.table
        .build(QueryCommand)
        .entities(table.moment)
        .query({ partition: 'MOMENTS', range: upTo('D', now) })
        .options({
          ...{ limit: PAGE, consistent: true, ...ONE_PAGE },
          ...(last ? { exclusiveStartKey: { pk: 'MOMENTS', sk: last } } : {}),
        })
        .send(),
    );
    if (Items.length === 0) break;
    for (const { place, articleId } of Items) {
      last = place;
      try {
        await settleArticle(table, articleId as ArticleId, now);
        await counted(table, table.moment.build(DeleteItemCommand).key({ place }).options({ capacity: 'TOTAL' }).send());
        swept += 1;
      } catch (failure) {
        failures.push(failure);
      }
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} moments could not be worked off and stay for the next run`);
  return swept;
}
