import type { Instant } from '../../domain/instant.ts';
import type { LivePost } from '../../domain/live-post.ts';
import { type ReadablePost, type ReaderAccess, readablePost } from '../../domain/paywall.ts';
import type { Head } from '../../domain/version.ts';
import { listKeyEvents, listPinned, listPosts, readPosts } from '../../store/live-post-reads.ts';
import type { NewsTable } from '../../store/news-table.ts';
import type { Page, PageRequest } from '../../store/page.ts';

/** Posts as they can be read at the clock of one request by its reader, each behind the head of its article. */
export type LivePostReader = {
  postsOf(article: Head, page: PageRequest): Promise<Page<ReadablePost>>;
  keyEventsOf(article: Head, first: number): Promise<ReadablePost[]>;
  pinnedOf(article: Head): Promise<ReadablePost[]>;
  /** Posts by their keys, in the order asked; null where there is none to read. One call for all. */
  postsByKey(wanted: readonly { article: Head; key: string }[]): Promise<(ReadablePost | null)[]>;
};

export function livePostReader(table: NewsTable, clock: Instant, access: ReaderAccess): LivePostReader {
  const readable = (article: Head) => (post: LivePost) => readablePost(article, post, access);
  return {
    async postsOf(article, request) {
      const page = await listPosts(table, article, clock, request);
      return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: readable(article)(node) })) };
    },
    keyEventsOf: async (article, first) => (await listKeyEvents(table, article, clock, first)).map(readable(article)),
    pinnedOf: async (article) => (await listPinned(table, article, clock)).map(readable(article)),
    async postsByKey(wanted) {
      const posts = await readPosts(table, wanted, clock);
      return wanted.map(({ article }, place) => {
        const post = posts[place];
        return post ? readable(article)(post) : null;
      });
    },
  };
}
