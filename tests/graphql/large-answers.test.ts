import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type ArticleWish, anArticle, aQuotation, at, idOf } from '../support/article.ts';
import { httpEvent, SITE_ENVIRONMENT } from '../support/graphql.ts';
import { type LambdaRuntime, startLambda } from '../support/lambda-runtime.ts';
import { startLocalTable } from '../support/table.ts';

/** A synchronous answer of Lambda carries 6 MB, as the JSON that the function hands back. See AWS Lambda quotas, "Invocation payload". */
const PAYLOAD = 6 * 1024 * 1024;

const KB = 1024;
const TOPIC = identifiedConcept('Topic', 'Inquiry', 'urn:topic:inquiry');
const SPEAKER = identifiedConcept('Person', 'Ilse Marrin', 'urn:person:marrin');

/** Text in paragraphs of 10 KB that is no repetition, so that a long body has several chunks. */
const paragraphs = (bytes: number, seed: number): string[] =>
  Array.from({ length: Math.ceil(bytes / (10 * KB)) }, (_, part) => {
    let state = seed * 7_919 + part * 104_729 + 1;
    return Array.from({ length: 10 * KB }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return 'abcdefghijklmnopqrstuvwxyz     '[(state >>> 16) % 31];
    }).join('');
  });

/** Article `n` of the section Large; newer the higher. */
function large(n: number, bytes: number, wish: Partial<ArticleWish> = {}) {
  const { speaker, ...rest } = aQuotation('quoted', 'Ilse Marrin');
  return anArticle({
    ...{ id: `large${n}`, section: 'Large', about: [TOPIC], paragraphs: ['quoted words', ...paragraphs(bytes, n)] },
    quotations: [{ ...rest, speaker: speaker && { ...speaker, agent: SPEAKER } }],
    ...wish,
  });
}

const HOW_MANY = 10;

const scope = new AsyncDisposableStack();
let graphql: LambdaRuntime;

beforeAll(async () => {
  const { endpoint, tableName, table } = scope.use(await startLocalTable());
  for (let n = 0; n < HOW_MANY; n += 1) await pushArticle(table, large(n, n % 3 === 0 ? 1_990 * KB : 700 * KB), at(`06:${10 + n}`));
  const repeated = Array.from({ length: 190 }, () => 'a'.repeat(10 * KB)); // 2 MB of text in a few KB
  for (const id of ['bomb1', 'bomb2', 'bomb3', 'bomb4', 'bomb5'])
    await pushArticle(table, anArticle({ id, section: 'Bombs', paragraphs: repeated }), at('06:00'));
  await pushArticle(
    table,
    anArticle({ id: 'quotes', section: 'Quotes', paragraphs: Array.from({ length: 200 }, () => '"'.repeat(10 * KB)) }),
    at('06:00'),
  );
  for (let n = 0; n < 100; n += 1)
    await pushArticle(table, anArticle({ id: `usual${n}`, section: 'Usual', paragraphs: paragraphs(10 * KB, n) }), at('05:00'));
  const environment = {
    ...LOCAL_AWS,
    ...SITE_ENVIRONMENT,
    [ENV.newsTable]: tableName,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.stage]: 'prod',
  };
  graphql = scope.use(await startLambda({ bundle: 'graphql', environment, timeoutMs: 60_000 }));
}, 120_000);
afterAll(() => scope.disposeAsync());

type Page = {
  edges: { cursor: string; node: { id: string; body?: { text: string } | null } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
};
type Told<Data> = { status: number; data: Data; errors: { path?: (string | number)[]; extensions: { code: string } }[] };

/** Asks the bundle. No answer is larger than what Lambda takes, and none is a fault of ours. */
async function ask<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Told<Data>> {
  const { response, error } = await graphql.invoke(httpEvent('/graphql', JSON.stringify({ query, variables })));
  expect(error).toBeUndefined();
  expect(Buffer.byteLength(JSON.stringify(response))).toBeLessThanOrEqual(PAYLOAD);
  const { statusCode: status, body } = response as { statusCode: number; body: string };
  expect(status).toBeLessThan(500);
  const { data, errors = [] } = JSON.parse(body);
  expect(
    errors.map(({ extensions }: Told<Data>['errors'][number]) => extensions.code).filter((code: string) => code !== 'ANSWER_TOO_LARGE'),
  ).toEqual([]);
  return { status, data, errors };
}

const PAGE = 'edges { cursor node { id body { text } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const NEWEST_FIRST = Array.from({ length: HOW_MANY }, (_, n) => idOf(`large${HOW_MANY - 1 - n}`));

/** Walks a list to its end, by what each page says of itself. */
async function walk(way: 'forward' | 'back', fields: string): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let cursor = null as string | null;
  for (let pages = 1; ; pages += 1) {
    const args: string = way === 'forward' ? 'first: 100, after: $c' : 'last: 100, before: $c';
    const { data, errors }: Told<{ section: { articles: Page } }> = await ask(
      `query ($c: String) { section(slug: "large") { articles(${args}) { ${fields} } } }`,
      { c: cursor },
    );
    expect(errors).toEqual([]);
    const { edges, pageInfo } = data.section.articles;
    expect(edges.length).toBeGreaterThan(0);
    for (const { node } of edges) if ('body' in node) expect(node.body?.text?.length ?? 0).toBeGreaterThan(600 * KB);
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
    const page = edges.map(({ node }) => node.id);
    if (way === 'forward') ids.push(...page);
    else ids.unshift(...page);
    cursor = way === 'forward' ? pageInfo.endCursor : pageInfo.startCursor;
    if (!(way === 'forward' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return { ids, pages };
    expect(pages).toBeLessThan(HOW_MANY + 1);
  }
}

describe('an answer of large articles', () => {
  it.each(['forward', 'back'] as const)(
    'ends a page early, with a cursor from which the rest follows: %s',
    async (way) => {
      const { ids, pages } = await walk(way, PAGE);
      expect(ids).toEqual(NEWEST_FIRST);
      expect(pages).toBeGreaterThan(2);
    },
    60_000,
  );

  it('is one page where no words are asked for', async () => {
    expect(await walk('forward', PAGE.replace('body { text }', 'headline'))).toEqual({ ids: NEWEST_FIRST, pages: 1 });
    expect(await walk('forward', PAGE.replace('{ text }', '@include(if: false) { text }'))).toEqual({ ids: NEWEST_FIRST, pages: 1 });
  });

  it('counts words as often as they are asked for, behind fragments and aliases too', async () => {
    const counted = async (words: string) => {
      const { data, status } = await ask<{ section: { articles: Page } }>(
        `{ section(slug: "large") { articles(first: 100) { edges { cursor node { id ...W } } pageInfo { hasNextPage endCursor } } } } fragment W on NewsArticle { ${words} }`,
      );
      return status === 200 ? data.section.articles.edges.length : 0;
    };
    const once = await counted('body { wordCount html }');
    const twice = await counted('a: body { html } b: body { blocks { html } }');
    expect(once).toBeGreaterThan(2);
    expect(twice).toBeLessThan(once);
    expect(twice).toBeGreaterThan(0);
    expect(await counted('jsonLd')).toBe(once);
    expect(await counted('quotations { text }')).toBeGreaterThan(once); // their words are few; the bodies in which they stand are read all the same
  }, 60_000);

  it('holds a hundred articles of the usual length whole', async () => {
    const { data, errors } = await ask<{ section: { articles: Page } }>(
      '{ section(slug: "usual") { articles(first: 100) { edges { cursor node { id headline body { html blocks { id __typename ... on Paragraph { text } ... on Heading { text level } } } } } pageInfo { hasNextPage } } } }',
    );
    expect(errors).toEqual([]);
    expect([data.section.articles.edges.length, data.section.articles.pageInfo.hasNextPage]).toEqual([100, false]);
  });

  it('ends a page early also where a body takes next to nothing in the table', async () => {
    const { data, errors } = await ask<{ section: { articles: Page } }>(`{ section(slug: "bombs") { articles { ${PAGE} } } }`);
    expect(errors).toEqual([]);
    expect([data.section.articles.edges.length, data.section.articles.pageInfo.hasNextPage]).toEqual([2, true]);
  });

  it('counts the words that quotations, roles and changes lead to', async () => {
    const inner = (to: string) => `edges { cursor node { ${to} { id body { text } } } } pageInfo { hasNextPage endCursor }`;
    const { data, errors } = await ask<{ person: { quotations: Page; roles: Page }; changes: Page }>(
      `{ person: node(id: "${SPEAKER.id}") { ... on Person { quotations(first: 100) { ${inner('isPartOf')} } } } }`,
    );
    expect(errors).toEqual([]);
    expect(data.person.quotations.edges.length).toBeLessThan(HOW_MANY);
    expect(data.person.quotations.pageInfo).toEqual({ hasNextPage: true, endCursor: data.person.quotations.edges.at(-1)?.cursor });
    const { data: log } = await ask<{ changes: Page }>(`{ changes(first: 100) { ${inner('article')} } }`);
    expect(log.changes.edges.length).toBeGreaterThan(0);
    expect(log.changes.pageInfo).toEqual({ hasNextPage: true, endCursor: log.changes.edges.at(-1)?.cursor });
  }, 60_000);

  it('gives one list what it asks for, and says of another that nothing is left for it', async () => {
    const { data, errors } = await ask<Record<'a' | 'b', { articles: Page | null }>>(
      `{ a: section(slug: "large") { articles(first: 100) { ${PAGE} } } b: section(slug: "bombs") { articles(first: 100) { ${PAGE} } } }`,
    );
    expect([data.a.articles, data.b.articles].filter((page) => page === null).length).toBe(errors.length);
    expect(errors.length).toBeLessThanOrEqual(1);
  });

  it('says of each of some ids whether it fits', async () => {
    const { data, errors } = await ask<{ nodes: ({ id: string } | null)[] }>(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on NewsArticle { body { text } } } }',
      { ids: NEWEST_FIRST },
    );
    const shown = data.nodes.filter((node) => node !== null);
    expect(shown.length).toBeGreaterThan(1);
    expect(shown.map(({ id }) => id)).toEqual(NEWEST_FIRST.slice(0, shown.length));
    expect(errors.map(({ path }) => path)).toEqual(NEWEST_FIRST.slice(shown.length).map((_, n) => ['nodes', shown.length + n]));
    const again = await ask<{ nodes: unknown[] }>('query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on NewsArticle { headline } } }', {
      ids: NEWEST_FIRST,
    });
    expect([again.data.nodes.length, again.errors]).toEqual([HOW_MANY, []]);
  });

  it('says so of an article that is larger by itself than an answer, and gives it in parts', async () => {
    const whole = await ask('query ($id: ID!) { node(id: $id) { ... on NewsArticle { body { html text } jsonLd ninjs } } }', {
      id: idOf('large0'),
    });
    expect(whole.errors.length).toBeGreaterThan(0);
    const part = await ask<{ node: { body: { text: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on NewsArticle { body { text } } } }',
      { id: idOf('large0') },
    );
    expect([part.errors, part.data.node.body.text.length > 1_900 * KB]).toEqual([[], true]);
    const both = await ask<{ node: { body: { text: string; html: string } } }>(
      'query ($id: ID!) { node(id: $id) { ... on NewsArticle { body { text html } } } }',
      { id: idOf('large0') },
    );
    expect(both.errors).toEqual([]);
  });

  it('is an error of its own where the payload is what grows: every quote is escaped twice', async () => {
    const { status, data, errors } = await ask('query ($id: ID!) { node(id: $id) { ... on NewsArticle { body { text } } } }', {
      id: idOf('quotes'),
    });
    expect([status, data, errors.map(({ extensions }) => extensions.code)]).toEqual([400, undefined, ['ANSWER_TOO_LARGE']]);
  });
});
