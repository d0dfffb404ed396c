import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partId, postKey } from '../../../lambda/domain/identity.ts';
import { requestContext } from '../../../lambda/graphql/context.ts';
import { buildServer } from '../../../lambda/graphql/server.ts';
import { ENTITY_KEYS } from '../../../lambda/graphql/subgraph-sdl.ts';
import { sign, signBody } from '../../../lambda/signature.ts';
import { pushArticle } from '../../../lambda/store/article-writes.ts';
import { pushFront } from '../../../lambda/store/front-writes.ts';
import { openNewsTable } from '../../../lambda/store/news-table.ts';
import { type ArticleWish, anArticle, aPerson, aPost, aQuotation, at, idOf, LIVE } from '../../support/article.ts';
import { aContainer, aFront, latest } from '../../support/front.ts';
import { type Answer, askHandler, httpEvent, LAMBDA_CONTEXT, ROUTER_SECRET, SITE } from '../../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../../support/table.ts';

type Handler = typeof import('../../../lambda/graphql/handler.ts')['handler'];
let local: LocalTable;
let handler: Handler;

const ARTICLES = Array.from({ length: 60 }, (_, n) => `article ${n}`);
const SAID = 'They shall not pass';
const HIDDEN = ['embargoed', 'withheld', 'withdrawn', 'expired'];

beforeAll(async () => {
  local = await startLocalTable();
  await askHandler(local, 'prod'); // sets what the handler reads
  ({ handler } = await import('../../../lambda/graphql/handler.ts'));
  const push = (id: string, wish: Partial<ArticleWish> = {}, time = at('06:00')) =>
    pushArticle(local.table, anArticle({ id, ...wish }), time);
  for (const [n, id] of ARTICLES.entries()) await push(id, { section: n % 2 === 0 ? 'World' : 'Sport' });
  await push('quoting', { paragraphs: [SAID], quotations: [aQuotation(SAID, 'Ada Quay')], about: [aPerson('Ada Quay')] });
  await push('live', { liveBlog: LIVE, posts: [aPost('first'), aPost('second')] });
  await push('embargoed', { embargoedUntil: at('2099-01-01T00:00:00.000Z') });
  await push('withheld', { status: 'WITHHELD' });
  await push('expired', { expires: at('06:30') });
  await push('withdrawn');
  await push('withdrawn', { version: 2, status: 'CANCELED' }, at('07:00'));
  await pushFront(local.table, aFront({ slug: 'home', containers: [aContainer('newest', [], latest(5))] }), at('06:00'));
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

type Told = { status: number | undefined; headers: Record<string, unknown>; answer: Answer<Record<string, unknown>> };

const now = () => Math.floor(Date.now() / 1000);
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const SIGNED = { method: 'POST', target: '/subgraph' };

/** @param signature made of the body; none when it is null */
async function sent(
  body: string,
  signature: ((body: Uint8Array) => string) | null = (body) => sign(ROUTER_SECRET, { ...SIGNED, body }, now()),
  event: object = {},
): Promise<Told> {
  const headers: Record<string, string> = signature ? { 'x-broadsheet-signature': signature(bytes(body)) } : {};
  const answer = await handler({ ...httpEvent('/subgraph', body, headers), ...event }, LAMBDA_CONTEXT);
  const { statusCode, headers: said = {}, body: text = '' } = answer as APIGatewayProxyStructuredResultV2;
  return { status: statusCode, headers: said, answer: JSON.parse(text) };
}
const asked = (query: string, variables: object = {}) => sent(JSON.stringify({ query, variables }));
const code = ({ status, answer }: Told) => [status, answer.errors?.[0]?.extensions.code];

describe('/subgraph', () => {
  const BODY = JSON.stringify({ query: '{ site { name } }' });

  it('answers what a client signed, whole or by its body alone', async () => {
    const answer = { data: { site: { name: 'The Test' } } };
    expect((await sent(BODY)).answer).toEqual(answer);
    expect((await sent(BODY, (body) => signBody(ROUTER_SECRET, body, now()))).answer).toEqual(answer);
    const encoded = { body: Buffer.from(BODY).toString('base64'), isBase64Encoded: true };
    expect((await sent(BODY, undefined, encoded)).answer).toEqual(answer);
  });

  it.each<[string, ((body: Uint8Array) => string) | null]>([
    ['nothing', null],
    ['no signature', () => 'yes'],
    ['another secret', (body) => sign(`${ROUTER_SECRET}?`, { ...SIGNED, body }, now())],
    ['another body', () => sign(ROUTER_SECRET, { ...SIGNED, body: bytes('{}') }, now())],
    ['another address', (body) => sign(ROUTER_SECRET, { ...SIGNED, target: '/graphql', body }, now())],
    ['another method', (body) => sign(ROUTER_SECRET, { ...SIGNED, method: 'PUT', body }, now())],
    ['six minutes ago', (body) => sign(ROUTER_SECRET, { ...SIGNED, body }, now() - 360)],
    ['in six minutes', (body) => signBody(ROUTER_SECRET, body, now() + 360)],
  ])('refuses what is signed with %s, before a word of it is read', async (_what, signature) => {
    for (const body of [BODY, '{{{', '', 'x'.repeat(200_000)]) {
      const told = await sent(body, signature);
      expect(code(told)).toEqual([401, 'UNAUTHENTICATED']);
      expect(told.headers).toEqual({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    }
  });

  it('is for no page: nothing there says that a page may read it, and nothing is kept', async () => {
    const asks = { requestContext: { http: { method: 'OPTIONS', path: '/subgraph' } }, headers: { origin: 'https://page.example' } };
    for (const told of [await sent(BODY), await sent('', null, asks)]) {
      expect(Object.keys(told.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(told.headers['cache-control']).toBe('no-store');
    }
  });

  it('is asked by POST alone, whatever is signed', async () => {
    const get = { requestContext: { http: { method: 'GET', path: '/subgraph' } }, rawQueryString: 'query={site{name}}', body: undefined };
    const target = '/subgraph?query={site{name}}';
    for (const signature of [
      (body: Uint8Array) => sign(ROUTER_SECRET, { method: 'GET', target, body }, now()),
      (body: Uint8Array) => sign(ROUTER_SECRET, { method: 'POST', target, body }, now()),
      (body: Uint8Array) => signBody(ROUTER_SECRET, body, now()),
    ])
      expect(code(await sent('', signature, get))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('tells a router the schema in production too', async () => {
    const { answer } = await asked('{ _service { sdl } }');
    expect((answer.data._service as { sdl: string }).sdl).toMatch(
      /^extend schema\n[\s\S]*type NewsArticle implements Node @key\(fields: "id"\) \{/,
    );
  });

  it('holds to the limits', async () => {
    const deep = `{ latest { edges { node { ${'related { article { '.repeat(10)} id ${'} } '.repeat(10)} } } } }`;
    expect(code(await asked(deep))).toEqual([400, 'TOO_MUCH_ASKED']);
    expect(code(await asked(`{ site { name } } #${'x'.repeat(140_000)}`))).toEqual([413, 'TOO_MUCH_ASKED']);
  });
});

it('/graphql knows neither _entities nor _service, whoever asks', async () => {
  for (const query of ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }']) {
    const body = JSON.stringify({ query });
    const signature = sign(ROUTER_SECRET, { method: 'POST', target: '/graphql', body: bytes(body) }, now());
    const both: Record<string, string>[] = [{}, { 'x-broadsheet-signature': signature }];
    for (const headers of both) {
      const { statusCode, body: text = '' } = (await handler(
        httpEvent('/graphql', body, headers),
        LAMBDA_CONTEXT,
      )) as APIGatewayProxyStructuredResultV2;
      expect([statusCode, JSON.parse(text).errors[0].extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
      expect(JSON.parse(text).data).toBeUndefined();
    }
  }
});

const FIELDS = `__typename ${Object.entries(ENTITY_KEYS)
  .map(([type, key]) => `... on ${type} { ${key} }`)
  .join(' ')}`;
const ENTITIES = `query ($r: [_Any!]!) { _entities(representations: $r) { ${FIELDS} } }`;
const article = (id: string) => ({ __typename: 'NewsArticle', id: idOf(id) });

const server = buildServer({ stage: 'dev', log: () => {}, of: 'subgraph' });

/** Asks the server itself, which says what a request cost. Every call is noted when it begins and when it ends. */
async function measured(query: string, variables: Record<string, unknown>) {
  const table = openNewsTable({ tableName: local.tableName, endpoint: local.endpoint });
  const moments: ('begins' | 'ends')[] = [];
  table.client.middlewareStack.add(
    (next) => async (input) => {
      moments.push('begins');
      return next(input).finally(() => moments.push('ends'));
    },
    { step: 'initialize' },
  );
  const contextValue = requestContext(table, { site: SITE, clock: at('08:00') });
  const { body } = await server.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('An answer came in parts');
  const { data, errors } = JSON.parse(JSON.stringify(body.singleResult)) as Answer<Record<string, unknown[]>>;
  return { data, errors, calls: contextValue.meter.calls, moments };
}

describe('_entities', () => {
  it('finds every type that has a key, in the order asked', async () => {
    const all = [
      article('article 1'),
      { __typename: 'Section', slug: 'sport' },
      { __typename: 'Quotation', id: partId('q', idOf('quoting'), await quotationKey()) },
      { __typename: 'Person', id: aPerson('Ada Quay').id },
      { __typename: 'LivePost', id: partId('u', idOf('live'), postKey('second')) },
      { __typename: 'Front', slug: 'home' },
      article('article 0'),
    ];
    const { answer } = await asked(ENTITIES, { r: all });
    expect(answer).toEqual({ data: { _entities: all } });
  });

  it('answers with null what is hidden, exactly as what never was', async () => {
    const hidden = HIDDEN.map(article);
    const never = HIDDEN.map((id) => article(`never ${id}`));
    const [found, control] = [await measured(ENTITIES, { r: hidden }), await measured(ENTITIES, { r: never })];
    expect(found.data).toEqual({ _entities: [null, null, null, null] });
    expect([found.data, found.errors, found.calls]).toEqual([control.data, control.errors, control.calls]);
  });

  it('reads fifty articles in one call, as nodes does', async () => {
    const some = ARTICLES.slice(0, 50);
    const query = (field: string) =>
      `query ($r: [_Any!]!, $ids: [ID!]!) { ${field} { ... on NewsArticle { id headline path section { slug } } } }`;
    const entities = await measured(query('_entities(representations: $r)').replace(', $ids: [ID!]!', ''), { r: some.map(article) });
    const nodes = await measured(query('nodes(ids: $ids)').replace('$r: [_Any!]!, ', ''), { ids: some.map(idOf) });
    expect(entities.calls).toBe(1);
    expect(nodes.calls).toBe(1);
    expect(entities.data._entities).toEqual(nodes.data.nodes);
    const heads = await measured('query ($r: [_Any!]!) { _entities(representations: $r) { ... on NewsArticle { dateline } } }', {
      r: some.map(article),
    });
    expect([heads.errors, heads.calls]).toEqual([undefined, 2]); // all heads in one more
  });

  it('reads everything in one wave, and each section and front once', async () => {
    const r = [
      ...ARTICLES.slice(0, 20).map(article),
      ...['world', 'sport', 'world', 'never'].map((slug) => ({ __typename: 'Section', slug })),
      ...['home', 'home'].map((slug) => ({ __typename: 'Front', slug })),
      ...[aPerson('Ada Quay'), aPerson('Nobody')].map(({ id }) => ({ __typename: 'Person', id })),
    ];
    const { data, errors, calls, moments } = await measured(ENTITIES, { r });
    expect(errors).toBeUndefined();
    expect(data._entities?.map((one) => one !== null)).toEqual(
      r.map((one) => !['never', aPerson('Nobody').id].includes('slug' in one ? one.slug : one.id)),
    );
    expect(calls).toBe(6); // articles, three sections, a front, concepts
    expect(moments.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'begins'));
  });

  it('takes nothing for what it is not, and reads nothing for it', async () => {
    const { data, errors, calls } = await measured(ENTITIES, {
      r: [
        { __typename: 'Person', id: idOf('article 1') },
        { __typename: 'NewsArticle', id: aPerson('Ada Quay').id },
        { __typename: 'Organization', id: aPerson('Ada Quay').id },
        { __typename: 'LivePost', id: 'no id' },
        { __typename: 'Section', slug: 'x'.repeat(2_000) },
      ],
    });
    expect([data, errors, calls]).toEqual([{ _entities: [null, null, null, null, null] }, undefined, 0]);
    const beside = await measured(ENTITIES, { r: [article('article 1'), { __typename: 'Person', id: idOf('article 1') }] });
    expect(beside.data._entities).toEqual([article('article 1'), null]);
  });

  it('says of each mistake where it is, and answers the others', async () => {
    const { data, errors } = await measured(ENTITIES, {
      r: [
        { __typename: 'Comment', id: '1' },
        article('article 1'),
        { __typename: 'NewsArticle' },
        { __typename: 'Section', id: 'sport' },
        { __typename: 'NewsArticle', id: 7 },
        { id: idOf('article 1') },
        { __typename: 'toString', id: '1' },
        'NewsArticle',
      ],
    });
    expect(data).toEqual({ _entities: [null, article('article 1'), null, null, null, null, null, null] });
    const types = Object.keys(ENTITY_KEYS).join(', ');
    expect(errors?.map(({ path, message, extensions }) => [path?.[1], message, extensions.code])).toEqual([
      [0, `representations[0]: __typename is one of ${types}, not "Comment"`, 'BAD_USER_INPUT'],
      [2, 'representations[2]: NewsArticle is named by its id, a text', 'BAD_USER_INPUT'],
      [3, 'representations[3]: Section is named by its slug, a text', 'BAD_USER_INPUT'],
      [4, 'representations[4]: NewsArticle is named by its id, a text', 'BAD_USER_INPUT'],
      [5, `representations[5]: __typename is one of ${types}, not undefined`, 'BAD_USER_INPUT'],
      [6, `representations[6]: __typename is one of ${types}, not "toString"`, 'BAD_USER_INPUT'],
      [7, `representations[7]: __typename is one of ${types}, not undefined`, 'BAD_USER_INPUT'],
    ]);
  });

  it('takes a hundred at a time, and weighs them by their number', async () => {
    const many = (length: number) => ({ r: Array.from({ length }, (_, n) => article(`article ${n % 60}`)) });
    expect((await measured(ENTITIES, many(100))).errors).toBeUndefined();
    const { data, errors, calls } = await measured(ENTITIES, many(101));
    expect([data, calls]).toEqual([null, 0]);
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['At most 100 representations at a time, not 101', 'BAD_USER_INPUT'],
    ]);
    const related =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on NewsArticle { related(first: 3) { article { id } } } } }';
    expect(code(await asked(related, many(20)))).toEqual([200, undefined]);
    expect(code(await asked(related, many(90)))).toEqual([400, 'TOO_MUCH_ASKED']);
  });
});

async function quotationKey(): Promise<string> {
  const { data } = await measured('query ($id: ID!) { node(id: $id) { ... on NewsArticle { quotations { id } } } }', {
    id: idOf('quoting'),
  });
  const [{ id = '' } = {}] = (data.node as unknown as { quotations: { id: string }[] }).quotations;
  return id.split('_').at(-1) ?? '';
}
