import { blockText } from '../../domain/body.ts';
import { blockHtml } from '../../domain/html.ts';
import { partId } from '../../domain/identity.ts';
import type { LiveBlogResolvers, LivePostResolvers } from '../../generated/graphql.ts';
import { connection } from '../connection.ts';

export const LiveBlog: Pick<LiveBlogResolvers, 'coverageStartTime' | 'coverageEndTime' | 'keyEvents' | 'pinned' | 'posts'> = {
  coverageStartTime: ({ starts }) => starts,
  coverageEndTime: ({ ends }) => ends,
  keyEvents: async ({ article }, { first }, { livePosts }) =>
    (await livePosts.keyEventsOf(article, first)).map((post) => ({ ...post, article })),
  pinned: async ({ article }, _args, { livePosts }) => (await livePosts.pinnedOf(article)).map((post) => ({ ...post, article })),
  posts: async ({ article }, page, { livePosts }) => connection(await livePosts.postsOf(article, page), (post) => ({ ...post, article })),
};

export const LivePost: Pick<LivePostResolvers, 'id' | 'html' | 'text' | 'blocks' | 'contributions' | 'isPartOf'> = {
  id: ({ article, key }) => partId('u', article.id, key),
  html: ({ blocks }) => blocks.map(blockHtml).join('\n'),
  text: ({ blocks }) => blocks.map(blockText).filter(Boolean).join('\n\n'),
  blocks: ({ blocks, article }) => blocks.map((block) => ({ ...block, article: article.id })),
  contributions: ({ contributions }) => contributions.map((contribution) => ({ ...contribution, place: null })),
  isPartOf: ({ article }) => article,
};
