import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ArticleId } from '../domain/identity.ts';
import { type Instant, instantOf, millisecondsOf } from '../domain/instant.ts';
import { settleArticle } from './article-writes.ts';
import { type ChangeRef, changeOf } from './items.ts';
import { upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';

/** Moments taken at a time, as many as the event bus takes in one call: what is settled is announced before the next are looked at. */
const PAGE = 10;

/** What happens to moments besides the settling of their articles. */
export type Sweeping = {
  /** Is told of every moment that has come, as it is found. */
  found?: (at: Instant) => void;
  /**
   * Announces the changes that belong to a page of moments, once their articles are settled.
   * @returns those that could not be announced, each with the reason: their moments stay
   */
  announce?: (changes: readonly ChangeRef[]) => Promise<ReadonlyMap<ChangeRef, unknown>>;
};

/**
 * Works off every moment that has come: settles and relists the article, announces its change, then deletes the moment. Early, late or twice does no harm.
 * Runs every minute; each article's own page is right to the millisecond without it. An article that fails keeps its moment for the next
 * run and holds up no other.
 * @param now the wall clock
 * @returns how many moments were worked off
 * @throws {AggregateError} at the end, with whatever failed
 */
export async function sweep(table: NewsTable, now: Instant, { found, announce }: Sweeping = {}): Promise<number> {
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
    const settled: { place: string; change: ChangeRef }[] = [];
    for (const { place, articleId } of Items) {
      last = place;
      const change = changeOf({ place, articleId });
      found?.(change.changedAt);
      try {
        await settleArticle(table, articleId as ArticleId, now);
        settled.push({ place, change });
      } catch (failure) {
        failures.push(failure);
      }
    }
    const untold = (await announce?.(settled.map(({ change }) => change))) ?? new Map();
    for (const { place, change } of settled) {
      try {
        if (untold.has(change)) throw untold.get(change);
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

/** The next moment after `now` and up to `until`, or null. One call; none where there is no time between. */
export async function nextMoment(table: NewsTable, now: Instant, until: Instant): Promise<Instant | null> {
  if (until <= now) return null;
  const { Items = [] } = await counted(
    table,
    table.moment.table
      .build(QueryCommand)
      .entities(table.moment)
      .query({ partition: 'MOMENTS', range: upTo('D', until, instantOf(millisecondsOf(now) + 1)) })
      .options({ limit: 1, consistent: true, ...ONE_PAGE })
      .send(),
  );
  const [moment] = Items;
  return moment ? changeOf(moment).changedAt : null;
}
