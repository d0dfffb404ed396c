import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ArticleId } from '../domain/identity.ts';
import { type Instant, instantOf, millisecondsOf } from '../domain/instant.ts';
import { type ChangeKind, changeKey } from './items.ts';
import { upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { CHANGE_SHAPE, cursorOf, type Page, walkOf } from './page.ts';

/** Something that became readable, moved or was withdrawn. Whoever follows reads the article anew: this says only that it is due. */
export type Change = { changedAt: Instant; articleId: ArticleId; version: number; kind: ChangeKind };

/** How far readers stay behind the clock, in milliseconds: writers' clocks differ, and a write takes a moment to arrive. */
const SETTLING_MS = 5_000;

/**
 * What changed, oldest first, up to five seconds before `clock`: nothing lands behind a cursor that was given out. One call.
 * @param since the cursor of the last change that the caller has seen; null from the beginning
 * @throws {InvalidPage}
 */
export async function listChanges(table: NewsTable, since: string | null, clock: Instant, first?: number): Promise<Page<Change>> {
  const { size, behind } = walkOf({ first, after: since }, CHANGE_SHAPE);
  const range = upTo('C', instantOf(millisecondsOf(clock) - SETTLING_MS));
  if (behind !== null && behind >= range.between[1]) return { edges: [], hasNextPage: false, hasPreviousPage: true };
  const { Items = [] } = await counted(
    table,
    table.change.table
      .build(QueryCommand)
      .entities(table.change)
      .query({ partition: 'CHANGES', range })
      .options({
        ...{ limit: size + 1, ...ONE_PAGE },
        ...(behind === null ? {} : { exclusiveStartKey: { pk: 'CHANGES', sk: behind } }),
      })
      .send(),
  );
  const edges = Items.slice(0, size).map(({ changedAt, articleId, version, kind }) => ({
    cursor: cursorOf(changeKey(changedAt, articleId, version)),
    node: { changedAt, articleId: articleId as ArticleId, version, kind },
  }));
  return { edges, hasNextPage: Items.length > size, hasPreviousPage: behind !== null };
}

/** When something last became readable, moved or was withdrawn; null when nothing ever was. One call. */
export async function readLastChange(table: NewsTable, clock: Instant): Promise<Instant | null> {
  const { Items = [] } = await counted(
    table,
    table.change.table
      .build(QueryCommand)
      .entities(table.change)
      .query({ partition: 'CHANGES', range: upTo('C', clock) })
      .options({ limit: 1, reverse: true, ...ONE_PAGE })
      .send(),
  );
  return Items[0]?.changedAt ?? null;
}
