import type { GraphQLResolveInfo } from 'graphql';
import type { ListedArticle } from '../domain/teaser.ts';
import type { Page, PageRequest } from '../store/page.ts';
import type { RequestContext } from './context.ts';
import { fitted } from './words.ts';

/** A page as Relay connections have it. `toNode` makes of each item what the resolvers of its type expect. */
export function connection<Item, Node>({ edges, hasNextPage, hasPreviousPage }: Page<Item>, toNode: (item: Item) => Node) {
  return {
    edges: edges.map(({ cursor, node }) => ({ cursor, node: toNode(node) })),
    pageInfo: { hasNextPage, hasPreviousPage, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** A page whose items are nodes as they are. */
export function connectionOf<Node>(page: Page<Node>) {
  return connection(page, (node) => node);
}

/** A page of articles. It ends early, with the cursor of the last one shown, when their words fill the answer. */
export async function articleConnection<Article extends ListedArticle>(
  page: Page<Article>,
  asked: PageRequest,
  info: GraphQLResolveInfo,
  context: RequestContext,
) {
  return connectionOf(await fitted(page, (article) => article, asked, { info, steps: ['edges', 'node'] }, context));
}
