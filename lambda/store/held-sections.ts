import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ArticleId } from '../domain/identity.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';

/** Above the newest head of an article stand the tombstones of its withdrawal and of its end; mostly none. */
const AT_ONCE = 4;

/**
 * The slugs of the section in which an article stands, or last stood or is to stand, and of its parents: those of its newest version that is kept, at
 * any clock. For the write side alone, which asks before it lets a key write. One call, more for an article that was withdrawn and returned many times.
 * @returns null when no version of it is kept
 */
export async function heldSections(table: NewsTable, id: ArticleId): Promise<string[] | null> {
  let after: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await counted(
      table,
      table.versionHead.table
        .build(QueryCommand)
        .entities(table.versionHead, table.versionEnd, table.versionBody)
        .query({ partition: `ARTICLE#${id}`, range: { between: ['V#', 'V$'] } })
        .options({ reverse: true, limit: AT_ONCE, consistent: true, ...ONE_PAGE, ...(after && { exclusiveStartKey: after }) })
        .send(),
    );
    for (const item of Items) {
      if (!('head' in item) || item.head.type !== 'HEAD') continue;
      const { section } = item.head;
      return [section.slug, ...section.parents.map(({ slug }) => slug)];
    }
    after = LastEvaluatedKey;
  } while (after !== undefined);
  return null;
}
