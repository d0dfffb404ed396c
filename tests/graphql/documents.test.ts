import { execFile } from 'node:child_process';
import { mkdtempDisposableSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsClient, SectionDocument } from '../../client/src/index.ts';
import { documentId } from '../../lambda/domain/document-id.ts';
import { openDocuments } from '../../lambda/graphql/documents.ts';
import { readClientDocuments, registerDocuments } from '../../lambda/local/client-documents.ts';
import { type HttpHandler, startGateway } from '../../lambda/local/gateway.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { registerDocument } from '../../lambda/store/document-writes.ts';
import { metered } from '../../lambda/store/news-table.ts';
import { anArticle, at } from '../support/article.ts';
import { type Answer, askHandler } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const ROOT = join(import.meta.dirname, '../..');
const SECTION =
  'query InSection($slug: String!, $first: Int) { section(slug: $slug) { name articles(first: $first) { edges { node { headline } } } } }';
const TWO = 'query One { site { name } } query Two { site { url } }';

const scope = new AsyncDisposableStack();
let local: LocalTable;
let url: string;
beforeAll(async () => {
  local = scope.use(await startLocalTable());
  await askHandler(local); // tells the handler of its table
  const { handler } = await import('../../lambda/graphql/handler.ts');
  ({ url } = scope.use(await startGateway({ functions: { 'ANY /graphql': handler as HttpHandler }, port: 0 })));
  for (const id of ['one', 'two', 'three']) await pushArticle(local.table, anArticle({ id, section: 'World' }), at('06:00'));
  for (const text of [SECTION, TWO]) expect(await registerDocument(local.table, text)).toBe('REGISTERED');
}, 60_000);
afterAll(() => scope.disposeAsync());

type Said = { status: number; type: string | null; cache: string | null; body: Answer<Record<string, unknown>> };

async function said(answer: Response): Promise<Said> {
  const { status, headers } = answer;
  return { status, type: headers.get('content-type'), cache: headers.get('cache-control'), body: (await answer.json()) as Said['body'] };
}
const get = async (query: Record<string, string>, headers: Record<string, string> = {}) =>
  said(await fetch(`${url}/graphql?${new URLSearchParams(query)}`, { headers }));
const post = async (body: string | object, type: string | null = 'application/json', accept = '*/*') => {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  return said(
    await fetch(`${url}/graphql`, { method: 'POST', headers: { accept, ...(type !== null && { 'content-type': type }) }, body: bytes }),
  );
};
const refused = (status: number, code: string, message = /./) => ({
  status,
  type: expect.stringMatching(/^application\/json\b/),
  cache: 'no-store',
  body: { errors: [{ message: expect.stringMatching(message), extensions: { code } }] },
});

const WORLD = { section: { name: 'World', articles: { edges: [expect.anything(), expect.anything()] } } };
const VARIABLES = '{"first":2,"slug":"world"}';

describe('a registered document', () => {
  it('is asked by GET with its id, without a header, and answered as application/json whatever is accepted', async () => {
    const id = documentId(SECTION);
    for (const accept of ['*/*', 'application/graphql-response+json', 'text/html', 'multipart/mixed']) {
      const { status, type, body } = await get({ documentId: id, variables: VARIABLES }, { accept });
      expect([status, type?.split(';')[0], body.data]).toEqual([200, 'application/json', WORLD]);
    }
    const { body } = await get({ documentId: `sha256:${id}`, variables: '{ "slug": "world", "first": 2, "unknown": [1] }' });
    expect(body.data).toEqual(WORLD);
    expect((await get({ documentId: id, variables: VARIABLES }, { 'content-type': 'text/plain' })).status).toBe(200); // a GET has no body
  });

  it('is asked by POST, and answered in the same way', async () => {
    for (const accept of ['*/*', 'application/graphql-response+json', 'text/html']) {
      const request = { documentId: documentId(SECTION), variables: { slug: 'world', first: 2 } };
      const { status, type, body } = await post(request, 'application/json', accept);
      expect([status, type?.split(';')[0], body.data]).toEqual([200, 'application/json', WORLD]);
    }
    expect((await post({ documentId: documentId(SECTION), query: null, variables: { slug: 'world', first: 2 } })).body.data).toEqual(WORLD);
    expect((await post({ documentId: documentId(SECTION), variables: { slug: 'world' } }, 'Application/JSON; charset=utf-8')).status).toBe(
      200,
    );
  });

  it('has several operations, of which one is named', async () => {
    const documentIdOfTwo = documentId(TWO);
    expect((await get({ documentId: documentIdOfTwo, operationName: 'Two' })).body.data).toEqual({ site: { url: 'https://test.example' } });
    expect((await post({ documentId: documentIdOfTwo, operationName: 'One' })).body.data).toEqual({ site: { name: 'The Test' } });
    expect(await get({ documentId: documentIdOfTwo })).toMatchObject(refused(400, 'OPERATION_RESOLUTION_FAILURE'));
  });

  it('is read once, and its reading is counted', async () => {
    const text = '{ latest(first: 1) { edges { node { id } } } }';
    await registerDocument(local.table, text);
    const cost = async () => (await get({ documentId: documentId(text) })).body.extensions?.cost;
    expect(await cost()).toEqual({ calls: 2, units: expect.any(Number) });
    expect(await cost()).toEqual({ calls: 1, units: expect.any(Number) });
  });

  it('never changes, and is refused by the limits like any other', async () => {
    expect(await registerDocument(local.table, SECTION)).toBe('UNCHANGED');
    const many = 'query M($n: Int) { latest(first: $n) { edges { node { about { articles(first: 50) { edges { node { id } } } } } } } }';
    await registerDocument(local.table, many);
    expect(await get({ documentId: documentId(many), variables: '{"n":100}' })).toMatchObject(refused(400, 'TOO_MUCH_ASKED'));
  });

  it('is answered from the moment on at which it is registered', async () => {
    const text = '{ site { publisher } }';
    const unknown = refused(
      400,
      'DOCUMENT_NOT_FOUND',
      new RegExp(`^Nobody has registered the document ${documentId(text)}\\. .*npm run documents`),
    );
    expect(await get({ documentId: documentId(text) })).toEqual(unknown);
    expect(await post({ documentId: documentId(text) })).toEqual(unknown);
    await registerDocument(local.table, text);
    expect((await get({ documentId: documentId(text) })).body.data).toEqual({ site: { publisher: 'Test Press' } });
  });

  it('is kept in memory while there is room, and what was not asked for longest goes first', async () => {
    const texts = ['a', 'b', 'c'].map((name) => `query ${name} { site { name } }`);
    for (const text of texts) await registerDocument(local.table, text);
    const documents = openDocuments(2 * (texts[0]?.length ?? 0));
    const asked = async (turn: number) => {
      const table = metered(local.table);
      expect(await documents(documentId(texts[turn] ?? ''), table)).toBe(texts[turn]);
      return table.meter.calls;
    };
    const calls = [];
    for (const turn of [0, 1, 0, 2, 0, 1]) calls.push(await asked(turn));
    expect(calls).toEqual([1, 1, 0, 1, 0, 1]);
  });
});

describe('a request that cannot be understood', () => {
  const id = documentId(SECTION);

  it.each<[string, Record<string, string>, RegExp]>([
    ['an id that is none', { documentId: 'front' }, /64 hexadecimal digits/],
    ['an empty id', { documentId: '' }, /64 hexadecimal digits/],
    ['capitals', { documentId: id.toUpperCase() }, /64 hexadecimal digits/],
    ['a hash of another kind', { documentId: `md5:${id}` }, /64 hexadecimal digits/],
    ['id and query', { documentId: id, query: '{ site { name } }' }, /documentId or query, not both/],
    ['variables that are no JSON', { documentId: id, variables: '{slug:' }, /variables/],
    ['variables that are a list', { documentId: id, variables: '[]' }, /variables/],
    ['variables that are null', { documentId: id, variables: 'null' }, /variables/],
  ])('is refused, by GET: %s', async (_, query, reason) => {
    expect(await get(query)).toEqual(refused(400, 'BAD_REQUEST', reason));
  });

  it.each<[string, string | object, RegExp]>([
    ['an id that is no text', { documentId: 7 }, /64 hexadecimal digits/],
    ['an id that is null', { documentId: null, query: null }, /64 hexadecimal digits/],
    ['a list of ids', { documentId: [id] }, /64 hexadecimal digits/],
    ['id and query', { documentId: id, query: '{ site { name } }' }, /documentId or query, not both/],
    ['variables that are text', { documentId: id, variables: '{}' }, /variables/],
    ['variables that are a list', { documentId: id, variables: [] }, /variables/],
    ['a body that is no JSON', '{ site { name } }', /^The body is no JSON$/],
    ['no body', '', /^The body is no JSON$/],
    ['a list of requests', [{ documentId: id }], /a JSON object/],
    ['null', 'null', /a JSON object/],
    [
      'variables nested deeper than any stack',
      `{"documentId":"${id}","variables":{"slug":${'['.repeat(60_000)}${']'.repeat(60_000)}}}`,
      /./,
    ],
  ])('is refused, by POST: %s', async (_, body, reason) => {
    const { status, body: answer } = await post(body);
    expect(status).toBe(400);
    expect(answer.errors?.[0]?.extensions.code).toMatch(/^(BAD_REQUEST|BAD_USER_INPUT|TOO_MUCH_ASKED)$/);
    expect(answer.errors?.[0]?.message).toMatch(reason);
  });

  it('is refused with the same id twice', async () => {
    expect(await said(await fetch(`${url}/graphql?documentId=${id}&documentId=${id}`))).toEqual(refused(400, 'BAD_REQUEST', /once/));
  });

  it.each([
    null,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/jsonp',
  ])('is refused, by POST: as %s', async (type) => {
    for (const body of [{ query: '{ site { name } }' }, { documentId: id }])
      expect(await post(body, type)).toEqual(refused(415, 'BAD_REQUEST', /content-type: application\/json/));
  });

  it('is refused by GET in its own words where a form of another site could have sent it', async () => {
    const query = '{ site { name } }';
    expect(await get({ query })).toEqual(refused(400, 'BAD_REQUEST', /Cross-Site Request Forgery/));
    expect((await get({ query }, { 'apollo-require-preflight': '1' })).body.data).toEqual({ site: { name: 'The Test' } });
  });
});

describe('a page of any other site', () => {
  const PAGE = { origin: 'https://elsewhere.example' };

  it('is told once a day that it may ask, and with which headers', async () => {
    const asks = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type,x-broadsheet-reader' };
    const { status, headers } = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers: { ...PAGE, ...asks } });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
    const allowed = headers.get('access-control-allow-headers')?.split(', ');
    for (const name of [
      'content-type',
      'accept',
      'x-broadsheet-reader',
      'x-broadsheet-preview',
      'apollo-require-preflight',
      'if-none-match',
    ])
      expect(allowed).toContain(name);
    expect(allowed).not.toContain('x-broadsheet-client');
    expect([headers.get('access-control-max-age'), headers.get('cache-control')]).toEqual(['86400', 'public, max-age=86400']);
    expect(headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('may read every answer, also a refusal, and never with credentials', async () => {
    const answers = [
      await fetch(`${url}/graphql?documentId=${documentId(TWO)}&operationName=One`, { headers: PAGE }),
      await fetch(`${url}/graphql?documentId=none`, { headers: PAGE }),
      await fetch(`${url}/graphql`, { method: 'POST', headers: PAGE, body: '{' }),
      await fetch(`${url}/graphql`, { method: 'DELETE', headers: { ...PAGE, 'apollo-require-preflight': '1' } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 400, 415, 405]);
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('age, etag, retry-after, x-broadsheet-preview');
      expect(headers.has('access-control-allow-credentials')).toBe(false);
      expect(headers.get('vary') ?? '').not.toMatch(/origin/i);
    }
  });
});

it('is asked as docs/clients.md shows', async () => {
  await registerDocuments(local.table, readClientDocuments(['examples'], ROOT));
  const [, lines = ''] =
    /## 5\. Asked by its id[\s\S]*?```sh\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'docs/clients.md'), 'utf8')) ?? [];
  expect(lines).toContain('http://127.0.0.1:4000');
  const { stdout } = await promisify(execFile)('sh', ['-ec', lines.replace('http://127.0.0.1:4000', url)], { cwd: ROOT });
  const { data, errors } = JSON.parse(stdout);
  expect(errors).toBeUndefined();
  expect(data.section).toMatchObject({ name: 'World', articles: { edges: expect.arrayContaining([expect.anything()]) } });
});

describe('the package for front ends', () => {
  it('asks by GET what its own list of documents has registered', async () => {
    using folder = mkdtempDisposableSync(`${tmpdir()}/documents-`);
    const list = join(folder.path, 'documents.json');
    const client = newsClient({ url: `${url}/graphql`, trusted: true });
    expect((await client.ask(SectionDocument, { slug: 'world' })).errors).toMatchObject([{ extensions: { code: 'DOCUMENT_NOT_FOUND' } }]);
    await promisify(execFile)(process.execPath, ['client/documents.ts', list], { cwd: ROOT });
    const documents = Object.values(JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>);
    expect(documents.length).toBeGreaterThan(10);
    for (const text of documents) await registerDocument(local.table, text);
    const { data, errors } = await client.ask(SectionDocument, { slug: 'world' });
    expect([errors, data?.section?.name]).toEqual([undefined, 'World']);
  });
});
