import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { Instant } from '../domain/instant.ts';
import { type LivePost, shownPost } from '../domain/live-post.ts';
import type { Head } from '../domain/version.ts';
import { visible } from '../domain/visible.ts';
import { batchGet } from './batch-get.ts';
import { datedPage } from './dated-page.ts';
import { liveBlogKey, type PostList, postPlace, upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { type Page, type PageRequest, POST_SHAPE, walkOf } from './page.ts';

/**
 * Posts stand behind their article: every reader takes the head that can be read at the clock, and shows what belongs to it. Whoever has none,
 * because the article is withdrawn or waits, cannot ask.
 */

/** What is held at the top of a page is a handful; a source that pins everything gets its newest. */
const MOST_PINNED = 20;

/** The posts, newest first. With `before` the newest cursor in hand it answers what came since: the poll of open pages. One call. @throws {InvalidPage} */
export function listPosts(table: NewsTable, article: Head, clock: Instant, page: PageRequest): Promise<Page<LivePost>> {
  return listPage(table, article, 'P', clock, page);
}

/** The key events, newest first. One call. @param first 1 to 100 @throws {InvalidPage} */
export async function listKeyEvents(table: NewsTable, article: Head, clock: Instant, first: number): Promise<LivePost[]> {
  return (await listPage(table, article, 'K', clock, { first })).edges.map(({ node }) => node);
}

/** The pinned posts, newest first, at most {@link MOST_PINNED}. One call. */
export async function listPinned(table: NewsTable, article: Head, clock: Instant): Promise<LivePost[]> {
  return (await listPage(table, article, 'T', clock, { first: MOST_PINNED })).edges.map(({ node }) => node);
}

/** Posts of any articles by their keys, in the order asked; null where nothing may be read at `clock`. One call for each hundred. */
export async function readPosts(
  table: NewsTable,
  wanted: readonly { article: Head; key: string }[],
  clock: Instant,
): Promise<(LivePost | null)[]> {
  const requests = new Map(
    wanted
      .filter(({ article }) => isOpen(article, clock))
      .map(({ article, key }) => {
        const partition = liveBlogKey(article.id);
        const place = postPlace(key);
        return [`${partition} ${place}`, table.livePost.build(BatchGetRequest).key({ partition, place })];
      }),
  );
  const items = await batchGet(table, [...requests.values()], { consistent: false });
  const found = new Map(items.map(({ partition, place, states }) => [`${partition} ${place}`, states]));
  return wanted.map(({ article, key }) => {
    const states = found.get(`${liveBlogKey(article.id)} ${postPlace(key)}`);
    return states ? shownPost(states, article, clock) : null;
  });
}

async function listPage(table: NewsTable, article: Head, list: PostList, clock: Instant, request: PageRequest): Promise<Page<LivePost>> {
  const walk = walkOf(request, POST_SHAPE[list]);
  if (!isOpen(article, clock)) return { edges: [], hasNextPage: false, hasPreviousPage: false };
  const partition = liveBlogKey(article.id);
  const range = upTo(list, clock);
  const page = await datedPage(
    { partition, range, walk },
    (options) =>
      counted(
        table,
        table.livePost.table
          .build(QueryCommand)
          .entities(table.livePost)
          .query({ partition, range })
          .options({ ...options, ...ONE_PAGE })
          .send(),
      ),
    ({ states }) => shownPost(states, article, clock) !== null,
  );
  return {
    ...page,
    edges: page.edges.flatMap(({ cursor, node: { states } }) => {
      const node = shownPost(states, article, clock);
      return node ? [{ cursor, node }] : [];
    }),
  };
}

/** Whether the article can be read at the clock, and is a live blog in the version that it has then. */
function isOpen(article: Head, clock: Instant): boolean {
  return visible(article, clock) && article.liveBlog !== null;
}
