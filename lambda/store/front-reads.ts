import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ReadableFront } from '../domain/front.ts';
import type { Instant } from '../domain/instant.ts';
import { visible } from '../domain/visible.ts';
import { upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';

/**
 * The version of a front that may be read at `clock`; null when there is none, when it was taken away, or when nothing may be known of it yet.
 * One call, whatever waits. The clock is enough for a preview: a front holds ids of articles, which are read at that clock themselves.
 */
export async function readFront(table: NewsTable, slug: string, clock: Instant): Promise<ReadableFront | null> {
  const { Items = [] } = await counted(
    table,
    table.front.table
      .build(QueryCommand)
      .entities(table.front)
      .query({ partition: `FRONT#${slug}`, range: upTo('V', clock) })
      .options({ limit: 1, reverse: true, ...ONE_PAGE })
      .send(),
  );
  const front = Items[0]?.front;
  return front?.type === 'FRONT' && visible(front, clock) ? front : null;
}
