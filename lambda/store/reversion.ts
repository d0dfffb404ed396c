import type { Instant } from '../domain/instant.ts';
import { reversionArticle } from './desk-writes.ts';
import type { NewsTable } from './news-table.ts';
import { articleOf } from './relist.ts';
import { decode, inParallel, scanPage, type TableKey } from './repair/table-walk.ts';

/**
 * Takes down for every article of a source that the source counts from the beginning again. One page of the table at a time: whoever walks may stop
 * after any, and go on from its `next` later. What was begun anew since `begun` is passed over, so that a walk that goes on does nothing twice.
 * @param begun when the walk began, by the wall clock
 * @param clock the wall clock, read anew for each article
 */
export async function* reversionSource(
  table: NewsTable,
  source: string,
  begun: Instant,
  clock: () => Instant,
  from: TableKey | null = null,
): AsyncGenerator<{ items: number; begunAnew: number; asTheyWere: number; next: TableKey | null }> {
  let after = from;
  do {
    const page = await scanPage(table, after);
    const articles = page.items.filter((item) => {
      const manifest = decode(table.manifest, item);
      const since = manifest?.state?.numbering?.since;
      return manifest?.source === source && !(since && since >= begun);
    });
    const done = await inParallel(articles, (item) => reversionArticle(table, articleOf(item), clock()));
    const begunAnew = done.filter((highest) => highest !== null).length;
    after = page.end;
    yield { items: page.items.length, begunAnew, asTheyWere: done.length - begunAnew, next: after };
  } while (after);
}
