import { composeServices } from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../../lambda/config.ts';
import { parseInstant } from '../../../lambda/domain/instant.ts';
import { LOCAL_AWS } from '../../../lambda/local/dynamodb.ts';
import { startGateway } from '../../../lambda/local/gateway.ts';
import { pushArticle } from '../../../lambda/store/article-writes.ts';
import { anArticle, at, idOf } from '../../support/article.ts';
import { type Answer, ROUTER_SECRET, SITE_ENVIRONMENT } from '../../support/graphql.ts';
import { type LambdaRuntime, startLambda, through } from '../../support/lambda-runtime.ts';
import { ingestSamples } from '../../support/samples.ts';
import { startLocalTable } from '../../support/table.ts';
import { commentsOn, READS_SDL, startReads } from './reads.ts';
import { signedSource } from './signed-source.ts';

/** A gateway in front of two graphs: the read side as it is deployed on prod, and another team's. */

const MARK = 'zhhidden';
const NEVER = idOf('never was');

type Known = { id: string; headline: string; section: { slug: string; name: string; path: string } };

const scope = new AsyncDisposableStack();
let runtime: LambdaRuntime;
let known: Known[];
let broadsheet: string;
let ask: Ask;
let askUnsigned: Ask;
type Ask = <Data>(query: string, variables?: Record<string, unknown>) => Promise<Answer<Data>>;

beforeAll(async () => {
  const { endpoint, tableName, table } = scope.use(await startLocalTable());
  await ingestSamples(table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  const waits = { headline: MARK, paragraphs: [MARK], path: `/world/${MARK}`, embargoedUntil: at('2099-01-01T00:00:00.000Z') };
  await pushArticle(table, anArticle({ id: 'embargoed', ...waits }), at('06:00'));
  const environment = {
    ...LOCAL_AWS,
    ...SITE_ENVIRONMENT,
    ...{ [ENV.newsTable]: tableName, [ENV.dynamodbEndpoint]: endpoint, [ENV.stage]: 'prod', [ENV.documents]: 'registered' },
    [ENV.clientSecrets]: JSON.stringify({ router: ROUTER_SECRET }),
    [ENV.originSecrets]: JSON.stringify({ a: 'what the CDN shows' }), // a router does not come through it
  };
  runtime = scope.use(await startLambda({ bundle: 'graphql', environment, timeoutMs: 60_000 }));
  const { url } = scope.use(await startGateway({ functions: { 'POST /subgraph': through(runtime) }, port: 0 }));
  broadsheet = `${url}/subgraph`;
  const source = signedSource(broadsheet, ROUTER_SECRET);
  known = await newest(source);
  const mostRead = [
    ...known.map(({ id, section }) => ({ article: id, section: section.slug })),
    ...['embargoed', 'never was'].map((id) => ({ article: idOf(id), section: 'never' })),
  ];
  const reads = scope.use(await startReads({ mostRead }));
  const { sdl } = (await said<{ _service: { sdl: string } }>(source, '{ _service { sdl } }'))._service;
  const { supergraphSdl, errors, hints } = composeServices([
    { name: 'broadsheet', url: broadsheet, typeDefs: parse(sdl) },
    { name: 'reads', url: reads.url, typeDefs: parse(READS_SDL) },
  ]);
  if (!supergraphSdl) throw new Error(String(errors));
  expect(hints).toEqual([]);
  ask = await gatewayOver(supergraphSdl, (url) => signedSource(url, ROUTER_SECRET));
  askUnsigned = await gatewayOver(supergraphSdl, (url) => new RemoteGraphQLDataSource({ url }));
}, 120_000);
afterAll(() => scope.disposeAsync());

async function gatewayOver(supergraphSdl: string, sourceOf: (url: string) => RemoteGraphQLDataSource): Promise<Ask> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url = '' }) => (name === 'broadsheet' ? sourceOf(url) : new RemoteGraphQLDataSource({ url })),
  });
  const server = new ApolloServer({ gateway });
  await server.start();
  scope.defer(() => server.stop());
  return async (query, variables = {}) => {
    const { body } = await server.executeOperation({ query, variables });
    if (body.kind !== 'single') throw new Error('An answer came in parts');
    return JSON.parse(JSON.stringify(body.singleResult));
  };
}

/** What the subgraph itself says. */
async function said<Data>(source: RemoteGraphQLDataSource, query: string): Promise<Data> {
  const { data, errors } = await source.process({ request: { query }, context: {} } as never);
  expect(errors).toBeUndefined();
  return data as Data;
}

async function newest(source: RemoteGraphQLDataSource): Promise<Known[]> {
  const list = '{ latest(first: 12) { edges { node { id headline section { slug name path } } } } }';
  const { latest } = await said<{ latest: { edges: { node: Known }[] } }>(source, list);
  return latest.edges.map(({ node }) => node);
}

/** How many calls each request to the subgraph took, of those made while `run` ran. */
async function callsOf(run: () => Promise<unknown>): Promise<number[]> {
  const before = runtime.lines.length;
  await run();
  return runtime.lines
    .slice(before)
    .flatMap((line) => /"DynamoDbCalls":(\d+)/.exec(line)?.[1] ?? [])
    .map(Number);
}

describe('a query across both graphs', () => {
  it('goes from an article of ours to what the other knows of it, and of its section', async () => {
    const { id, headline, section } = known[0] as Known;
    const { data, errors } = await ask<{ article: unknown }>(
      `query ($by: ArticleBy!) { article(by: $by) { ... on NewsArticle {
        headline commentCount comments(first: 2) { nodes { text } pageInfo { hasNextPage } }
        section { slug name path editor articles(first: 1) { edges { node { commentCount } } pageInfo { hasNextPage } } }
      } } }`,
      { by: { id } },
    );
    expect(errors).toBeUndefined();
    const comments = commentsOn(id);
    expect(data.article).toEqual({
      ...{ headline, commentCount: comments.length },
      comments: { nodes: comments.slice(0, 2), pageInfo: { hasNextPage: comments.length > 2 } },
      section: {
        ...{ ...section, editor: `editor of ${section.slug}` },
        articles: { edges: [{ node: { commentCount: expect.any(Number) } }], pageInfo: { hasNextPage: expect.any(Boolean) } },
      },
    });
  });

  const MOST_READ = `query ($by: ReadBy!) { mostRead(by: $by) {
    readers article { id headline path commentCount } section { slug path editor }
  } }`;
  type MostRead = { mostRead: { readers: number; article: unknown; section: unknown }[] };

  it('goes from a list of the other to articles and sections of ours, in one request of one wave', async () => {
    const lines = await callsOf(async () => {
      const { data, errors } = await ask<MostRead>(MOST_READ, { by: { day: '2026-11-24' } });
      expect(errors).toBeUndefined();
      const shown = data.mostRead.slice(0, known.length);
      expect(shown).toEqual(
        known.map(({ id, headline, section: { slug, path } }, place) => ({
          readers: 100 - place,
          article: { id, headline, path: expect.stringMatching(/^\//), commentCount: commentsOn(id).length },
          section: { slug, path, editor: `editor of ${slug}` },
        })),
      );
    });
    const slugs = new Set([...known.map(({ section }) => section.slug), 'never']);
    expect(lines).toHaveLength(2); // articles, sections
    expect(lines.sort((one, other) => one - other)).toEqual([1, slugs.size]);
  });

  it('shows nothing of what is under embargo, and no more than of what never was', async () => {
    const { data, errors } = await ask<MostRead>(MOST_READ, { by: { section: 'never' } });
    expect(errors).toBeUndefined();
    const [waits, never] = data.mostRead;
    expect(waits).toEqual({ readers: expect.any(Number), article: null, section: null });
    expect(never).toEqual({ readers: expect.any(Number), article: null, section: null });
    const names = await ask<MostRead>('{ mostRead(by: { section: "never" }) { article { id commentCount } } }');
    expect(names.data.mostRead).toEqual(
      [idOf('embargoed'), NEVER].map((id) => ({ article: { id, commentCount: commentsOn(id).length } })), // the other's own words
    );
    for (const text of [...runtime.lines, JSON.stringify([data, names])]) expect(text).not.toContain(MARK);
  });

  it('holds to exactly one way to name something, in both', async () => {
    const { id } = known[0] as Known;
    const one = 'query ($by: ArticleBy!) { article(by: $by) { __typename } }';
    expect((await ask(one, { by: { id } })).data).toEqual({ article: { __typename: 'NewsArticle' } });
    const two = await ask<{ article: unknown }>(one, { by: { id, path: '/world' } });
    expect([two.data?.article ?? null, JSON.stringify(two.errors?.[0]?.extensions)]).toEqual([
      null,
      expect.stringMatching(/[Ee]xactly one key/),
    ]);
    const theirs = await ask<MostRead>(MOST_READ, { by: { day: '2026-11-24', section: 'world' } });
    expect([theirs.data?.mostRead ?? null, JSON.stringify(theirs.errors?.[0]?.extensions)]).toEqual([
      null,
      expect.stringMatching(/[Ee]xactly one key/),
    ]);
  });

  it('cannot ask for what is for one graph only', async () => {
    for (const query of [`{ node(id: "${NEVER}") { id } }`, `{ nodes(ids: []) { id } }`, '{ _service { sdl } }']) {
      const { errors } = await ask(query);
      expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    }
  });
});

it('a gateway that does not sign gets nothing of ours, and the rest of its answer', async () => {
  const { data, errors } = await askUnsigned<{ mostRead: unknown[] }>(
    '{ mostRead(by: { day: "2026-11-24" }) { readers article { headline } } }',
  );
  expect(data.mostRead[0]).toEqual({ readers: 100, article: null });
  expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await fetch(broadsheet, { method: 'POST', body: '{}' })).status).toBe(401);
});
