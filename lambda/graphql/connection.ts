import type { Page } from '../store/page.ts';

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
