import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { settleArticle } from './article-writes.ts';
import { upTo } from './keys.ts';
import { counted, type NewsTable } from './news-table.ts';

/** Moments taken per page; a page of them stays far below DynamoDB's 1 MB. */
const PAGE = 100;

/**
 * Works off every moment that has come: settles and relists the article, then deletes the moment. Early, late or twice does no harm.
 * Runs every minute; each article's own page is right to the millisecond without it.
 * @param now the wall clock
 * @returns how many moments were worked off
 */
export async function sweep(table: NewsTable, now: Instant): Promise<number> {
  let swept = 0;
  for (;;) {
    const { Items = [] } = await counted(
      table,
      table.moment.table
        .build(QueryCommand)
        .entities(table.moment)
        .query({ partition: 'MOMENTS', range: upTo('D', now) })
        .options({ limit: PAGE, maxPages: 1, consistent: true, capacity: 'TOTAL', entityAttrFilter: false, noEntityMatchBehavior: 'THROW' })
        .send(),
    );
    if (Items.length === 0) return swept;
    for (const { place, articleId } of Items) {
      await settleArticle(table, articleId as ArticleId, now);
      await counted(table, table.moment.build(DeleteItemCommand).key({ place }).options({ capacity: 'TOTAL' }).send());
      swept += 1;
    }
  }
}
