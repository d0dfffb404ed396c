import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** A second graph, made as another team would make it: who read what, and what readers say of it. */
export const READS_SDL = readFileSync(`${import.meta.dirname}/reads.graphql`, 'utf8');

/** What it knows: ids of articles and slugs of sections, and nothing else of them. */
export type Known = {
  /** In the order of readers. */
  mostRead: readonly { article: string; section: string }[];
};

/** Serves it over HTTP on a free port. */
export async function startReads({ mostRead }: Known): Promise<{ url: string } & AsyncDisposable> {
  const reads = mostRead.map(({ article, section }, place) => ({
    ...{ id: `read-${place}`, readers: 100 - place },
    ...{ article: { __typename: 'NewsArticle', id: article }, section: { __typename: 'Section', slug: section } },
  }));
  const resolvers = {
    Query: {
      node: (_root: unknown, { id }: { id: string }) => reads.find((read) => read.id === id) ?? null,
      mostRead: (_root: unknown, { by }: { by: { day?: string; section?: string } }) =>
        by.section ? reads.filter(({ section }) => section.slug === by.section) : reads,
    },
    Node: { __resolveType: () => 'Read' },
    NewsArticle: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      commentCount: ({ id }: { id: string }) => commentsOn(id).length,
      comments: ({ id }: { id: string }, { first }: { first: number }) => ({
        nodes: commentsOn(id).slice(0, first),
        pageInfo: { hasNextPage: commentsOn(id).length > first, hasPreviousPage: false },
      }),
    },
    Section: {
      __resolveReference: ({ slug }: { slug: string }) => ({ slug }),
      name: ({ slug }: { slug: string }) => slug[0]?.toUpperCase() + slug.slice(1),
      editor: ({ slug }: { slug: string }) => `editor of ${slug}`,
    },
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(READS_SDL), resolvers }]);
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()] });
  const { url } = await startStandaloneServer(server, { listen: { port: 0, host: '127.0.0.1' } });
  return { url, [Symbol.asyncDispose]: () => server.stop() };
}

/** As many as the id has capital letters. */
export function commentsOn(id: string): { text: string }[] {
  return [...id.matchAll(/[A-Z]/g)].map(([letter]) => ({ text: `Comment ${letter}` }));
}
