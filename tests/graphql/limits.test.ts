import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { buildSchema, type DocumentNode, type OperationDefinitionNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeDefs } from '../../lambda/generated/type-defs.ts';
import { checkLimits, LIMITS, TooMuch } from '../../lambda/graphql/limits.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, at } from '../support/article.ts';
import { askHandler, httpEvent } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const schema = buildSchema(typeDefs);
const EXAMPLES = join(import.meta.dirname, '../../examples');

/** Why a document is refused; null when it is taken. */
function refusal(text: string, variables: Record<string, unknown> = {}): string | null {
  try {
    const document: DocumentNode = parse(text);
    checkLimits(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
    return null;
  } catch (error) {
    if (error instanceof TooMuch) return error.message;
    throw error;
  }
}

const LIST =
  'edges { node { id headline(role: SHORT) kicker path image { url crop(ratio: 1.5, width: 400) } section { name } } } pageInfo { endCursor }';

describe('what one request may ask for', () => {
  it('holds every document of examples/', () => {
    const files = globSync('*.graphql', { cwd: EXAMPLES });
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(refusal(readFileSync(join(EXAMPLES, file), 'utf8')), file).toBeNull();
  });

  it('holds a front of thirty lists, each of twenty cards', () => {
    const front = Array.from({ length: 30 }, (_, n) => `l${n}: section(slug: "s${n}") { name articles(first: 20) { ${LIST} } }`);
    expect(refusal(`{ ${front.join(' ')} }`)).toBeNull();
  });

  it('holds a page of a hundred, and not a page of a hundred for each of a hundred', () => {
    const lists = (first: string, inner: string) =>
      `query Q($n: Int, $d: Int = 100) { latest(first: ${first}) { edges { node { about { articles(first: ${inner}) { edges { node { headline } } } } } } } }`;
    expect(refusal(`{ latest(first: 100) { ${LIST} } }`)).toBeNull();
    for (const [first, inner] of [
      ['100', '100'],
      ['$n', '1'],
      ['$d', '1'],
      ['100', '$n'],
    ] as const)
      expect(refusal(lists(first, inner), { n: 100 }), `${first}, ${inner}`).toMatch(
        /^The document may take \d+ questions to the table; at most 250/,
      );
    expect(refusal(lists('$n', '1'), { n: 2 })).toBeNull();
  });

  it('counts what stands in the answer, also where it is one question to the table', () => {
    const wide = `{ latest(first: 100) { edges { node { quotations { speaker { agent { id } } } body { blocks { id ... on ListBlock { items { text marks { type } } } ... on KeyFacts { items { text } } } } mentions { id } about { id } contributions { person { id links { url } } } image { renditions { url } } } } } }`;
    expect(refusal(wide)).toMatch(/^The answer may hold \d+ things; at most 20000 are taken/);
    expect(refusal(wide.replace('100', '5'))).toBeNull();
  });

  it('counts of the types that a thing may have the one that asks most: a block is of one kind', () => {
    const kinds = ['ListBlock { items { text } }', 'KeyFacts { items { text } }', 'TableBlock { rows { cells { text } } }'];
    const blocks = (some: string[]) =>
      `{ latest(first: 100) { edges { node { body { blocks { ${some.map((kind) => `... on ${kind}`).join(' ')} } } } } } }`;
    expect(refusal(blocks(kinds))).toBeNull();
    const named = blocks(['KeyFacts { ...K }', 'ListBlock { ...L }', 'TableBlock { ...T }']);
    const fragments =
      'fragment K on KeyFacts { items { text } } fragment L on ListBlock { items { text } } fragment T on TableBlock { rows { cells { text } } }';
    expect(refusal(`${named} ${fragments}`)).toBeNull();
  });

  it('counts the ids of `nodes`, in the document and in its variables', () => {
    const related = (ids: string) =>
      `query Q($ids: [ID!]!) { nodes(ids: ${ids}) { ... on NewsArticle { related(first: 3) { article { id } } } } }`;
    const ids = Array.from({ length: 100 }, (_, n) => `a_${n}`);
    expect(refusal(related('$ids'), { ids })).toMatch(/questions/);
    expect(refusal(related(JSON.stringify(ids)))).toMatch(/questions/);
    expect(refusal(related('$ids'), { ids: ids.slice(0, 10) })).toBeNull();
  });

  it('goes through fragments, and weighs each of them once', () => {
    const bomb = Array.from({ length: 40 }, (_, n) => `fragment F${n} on NewsArticle { ...F${n + 1} ...F${n + 1} }`);
    const text = `{ latest(first: 1) { edges { node { ...F0 } } } } ${bomb.join('\n')} fragment F40 on NewsArticle { related(first: 20) { article { id } } }`;
    expect(refusal(text)).toMatch(/more than a thousand million questions/);
    const chain = Array.from({ length: 30 }, (_, n) => `fragment D${n} on Section { parent { ...D${n + 1} } }`);
    expect(refusal(`{ section(slug: "a") { ...D0 } } ${chain.join('\n')} fragment D30 on Section { slug }`)).toMatch(
      /^The document goes 32 fields deep/,
    );
    const inline = `{ latest(first: 100) { ... on ArticleConnection { edges { ... { node { ... on NewsArticle { related(first: 3) { article { id } } } } } } } } }`;
    expect(refusal(inline)).toMatch(/questions/);
  });

  it('tells a connection of one size from the same with another size, when both spread one fragment', () => {
    const both = (first: number) =>
      `{ a: latest(first: 1) { ...C } b: latest(first: ${first}) { ...C } } fragment C on ArticleConnection { edges { node { related(first: 1) { article { id } } } } }`;
    expect(refusal(both(20))).toBeNull();
    expect(refusal(both(100))).toMatch(/may take 305 questions/);
  });

  it.each([
    [
      'depth',
      `{ section(slug: "a") ${'{ parent '.repeat(25)}{ slug }${' }'.repeat(25)} }`,
      /^The document goes \d+ fields deep; at most 20/,
    ],
    [
      'aliases',
      `{ ${Array.from({ length: 201 }, (_, n) => `a${n}: site { name }`).join(' ')} }`,
      /gives 201 fields names of their own; at most 200/,
    ],
    ['aliases of __typename', `{ ${Array.from({ length: 201 }, (_, n) => `a${n}: __typename`).join(' ')} }`, /names of their own/],
    ['directives', `{ site { name ${'@include(if: true) '.repeat(101)} } }`, /has 101 directives; at most 100/],
    [
      'directives of fragments that nobody spreads',
      `{ site { name } } fragment F on Site { name ${'@skip(if: true) '.repeat(101)} }`,
      /directives/,
    ],
    ['braces', `{ section(slug: "a") ${'{ parent '.repeat(100)}{ slug }${' }'.repeat(100)} }`, /nests more than 60 selections/],
    ['inline fragments', `{ site ${'{ ... '.repeat(100)}{ name }${' }'.repeat(100)} }`, /nests more than 60 selections/],
  ])('has an end: %s', (_, text, reason) => {
    expect(refusal(text)).toMatch(reason);
  });
});

it('is what docs/clients.md says', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/clients.md'), 'utf8').split('## What one request may ask for')[1] ?? '';
  const told = [...page.matchAll(/^\| [^|]+ \| (\d+)\b/gm)].map(([, number]) => Number(number));
  const { bytes, tokens, values, depth, nesting, aliases, directives, questions, things } = LIMITS;
  expect(told).toEqual([bytes, tokens, values, depth, nesting, aliases, directives, questions, things]);
});

describe('a request that asks for too much', () => {
  let local: LocalTable;
  beforeAll(async () => {
    local = await startLocalTable();
    for (const id of ['1', '2', '3']) await pushArticle(local.table, anArticle({ id }), at('06:00'));
  }, 60_000);
  afterAll(() => local[Symbol.asyncDispose]());

  it('is answered 400 or 413 with one stable code, and reads nothing', async () => {
    await askHandler(local);
    const { handler } = await import('../../lambda/graphql/handler.ts');
    const ask = async (body: string) => {
      const answer = (await handler(httpEvent('/graphql', body), {
        getRemainingTimeInMillis: () => 60_000,
      } as Context)) as APIGatewayProxyStructuredResultV2;
      const { errors, extensions } = JSON.parse(answer.body ?? '');
      return [answer.statusCode, errors[0].extensions.code, extensions?.cost?.calls ?? 0];
    };
    const deep = `{ latest(first: 100) { edges { node { related(first: 20) { article { related(first: 20) { article { id } } } } } } } }`;
    expect(await ask(JSON.stringify({ query: deep }))).toEqual([400, 'TOO_MUCH_ASKED', 0]);
    for (const query of [
      `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}`,
      `{ nodes(ids: ${'['.repeat(5_000)}) }`,
      `{ ${'a '.repeat(5_000)} }`,
    ])
      expect(await ask(JSON.stringify({ query }))).toEqual([400, 'GRAPHQL_PARSE_FAILED', 0]);
    for (const nested of [`{ section(slug: "a") ${'{ parent '.repeat(1_300)}{ slug }${'}'.repeat(1_300)} }`])
      expect(await ask(JSON.stringify({ query: nested }))).toEqual([400, 'TOO_MUCH_ASKED', 0]);
    expect(await ask(JSON.stringify({ query: '{ site { name } }', variables: { x: 'x'.repeat(LIMITS.bytes) } }))).toEqual([
      413,
      'TOO_MUCH_ASKED',
      0,
    ]);
  });

  it('knows every field of an article that asks the table for each article of a list', async () => {
    const ask = await askHandler(local);
    const fields = Object.values(schema.getType('NewsArticle')?.toConfig() ?? {});
    expect(fields.length).toBeGreaterThan(0);
    const type = schema.getType('NewsArticle');
    const all = type && 'getFields' in type ? Object.values(type.getFields()) : [];
    const callsOf = async (first: number, field: string) => {
      const { extensions } = await ask(`{ latest(first: ${first}) { edges { node { ${field} } } } }`);
      return extensions?.cost.calls ?? Number.NaN;
    };
    for (const { name, type: of } of all) {
      const inner = String(of).match(/^\[?(String|Int|Boolean|ID|DateTime|Float|[A-Z]\w*)/)?.[1] ?? '';
      const leaf = schema.getType(inner);
      const field = leaf && 'getFields' in leaf ? `${name} { __typename }` : name;
      const grows = (await callsOf(3, field)) > (await callsOf(1, field));
      const [one, three] = [1, 3].map((first) => questionsIn(`{ latest(first: ${first}) { edges { node { ${field} } } } }`));
      expect(grows && !(Number(three) > Number(one)), `${name} asks the table for each article`).toBe(false);
    }
  });
});

/** How many questions a document is thought to take: the largest number of copies of it that one request may hold says so. */
function questionsIn(text: string): number {
  const inner = text.slice(1, -1);
  for (let copies = LIMITS.aliases; copies > 0; copies -= 1) {
    const many = `{ ${Array.from({ length: copies }, (_, n) => `c${n}:${inner}`).join(' ')} }`;
    if (refusal(many) === null) return LIMITS.questions / copies;
  }
  return Number.POSITIVE_INFINITY;
}
