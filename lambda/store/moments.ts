import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';

/** Moments read in one page; a page of them stays far below DynamoDB's 1 MB. */
const PAGE = 500;

/** The articles that have a moment up to `clock`, or had one that was not worked off. Read consistently; one call for each five hundred. */
export async function articlesWithMoments(table: NewsTable, clock: Instant): Promise<Set<ArticleId>> {
  const ids = new Set<ArticleId>();
  let exclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await counted(
      table,
      table.moment.table
        .build(QueryCommand)
        .entities(table.moment)
        .query({ partition: 'MOMENTS', range: upTo('D', clock) })
        .options({
          ...{ limit: PAGE, consistent: true, ...ONE_PAGE },
          ...(exclusiveStartKey ? { exclusiveStartKey } : {}),
        })
        .send(),
    );
    for (const { articleId } of page.Items ?? []) ids.add(articleId as ArticleId);
    exclusiveStartKey = page.LastEvaluatedKey;
  } while (exclusiveStartKey);
  return ids;
}
