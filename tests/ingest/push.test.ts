import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../../lambda/domain/identity.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { answerPush, type Desk } from '../../lambda/ingest/push.ts';
import { parseIngestKeys, sign } from '../../lambda/ingest/signature.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const NOW = Date.parse('2026-03-14T12:00:00Z');
const HARBOUR = 'Harbour closes\n\n“We had no choice,” said Ilse Marrin, the harbour master of Port Sorrel.\n';

let local: LocalTable;
let lines: Record<string, unknown>[];
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

type Request = { path?: string; query?: string; body?: string | Uint8Array; method?: string; signature?: string | null; base64?: boolean };

/** A push as API Gateway hands it on, signed by the source `wire` unless told otherwise. */
async function push(
  { path = '/ingest/text', query = 'uri=harbour', body = HARBOUR, method = 'POST', signature, base64 = false }: Request,
  desk: Partial<Desk> = {},
) {
  const bytes = Buffer.from(body as string);
  const header = signature === undefined ? sign('wire-secret', bytes, NOW / 1000) : signature;
  const event = {
    ...{ version: '2.0', rawPath: path, rawQueryString: query, requestContext: { http: { method } } },
    headers: header === null ? {} : { 'x-broadsheet-signature': header },
    ...{ body: bytes.toString(base64 ? 'base64' : 'utf8'), isBase64Encoded: base64 },
  };
  return answer(event, desk);
}

async function answer(event: unknown, desk: Partial<Desk> = {}) {
  lines = [];
  const keys = parseIngestKeys('{"wire": "wire-secret", "desk": "desk-secret"}');
  const { statusCode, headers, body } = await answerPush(event, {
    table: local.table,
    keys,
    log: (line) => lines.push(line),
    now: NOW,
    ...desk,
  });
  return { status: statusCode, headers, body: JSON.parse(body ?? 'null') };
}

describe('a push', () => {
  it('is answered 201 when its article is accepted, and 200 when it was known', async () => {
    const accepted = await push({ query: 'uri=urn:wire:1&section=world&published=2026-03-01T08:00:00%2B01:00&language=en-gb' });
    expect(accepted).toMatchObject({
      status: 201,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: { articles: [{ uri: 'urn:wire:1', outcome: 'ACCEPTED', version: 1, path: '/world/2026/03/harbour-closes', warnings: [] }] },
    });
    expect(lines).toMatchObject([{ level: 'info', message: 'Pushed', source: 'wire', outcome: 'ACCEPTED' }]);
    expect(JSON.stringify(lines)).not.toContain('Harbour closes');
    const again = await push({ query: 'uri=urn:wire:1&section=world&published=2026-03-01T08:00:00%2B01:00&language=en-gb' });
    expect(again).toMatchObject({ status: 200, body: { articles: [{ outcome: 'UNCHANGED', version: 1, known: 1 }] } });
    const found = await readArticleAt(local.table, articleId('wire', 'urn:wire:1'), instantOf(NOW), { withBody: false });
    expect(found).toMatchObject({ head: { source: 'wire', language: 'en-GB', section: { slug: 'world', name: 'World' } } });
  });

  it('writes under the source that its key names', async () => {
    const signature = sign('desk-secret', Buffer.from(HARBOUR), NOW / 1000);
    const { body } = await push({ signature, query: 'uri=shared' });
    const other = await push({ query: 'uri=shared&path=/other' });
    expect([body.articles[0].id, other.body.articles[0].id]).toEqual([articleId('desk', 'shared'), articleId('wire', 'shared')]);
  });

  it('may be base64, and is signed over its raw bytes', async () => {
    const document = Buffer.from('# Häfen\n\n— 🚢\n');
    const { status, body } = await push({ path: '/ingest/markdown', query: 'uri=raw', body: document, base64: true });
    expect([status, body.articles[0].path]).toEqual([201, '/news/häfen']);
    const broken = await push({ path: '/ingest/markdown', query: 'uri=raw2', body: Buffer.from('# A\n\n\xff', 'latin1'), base64: true });
    expect(broken).toMatchObject({ status: 422, body: { articles: [{ faults: [{ place: 'line 3' }] }] } });
  });

  it('that is refused is answered 422 with the place of each fault, and its words stay out of the log', async () => {
    const refused = await push({
      path: '/ingest/markdown',
      query: 'uri=bad',
      body: '---\nheadlin: Secret\npublished: Secret\n---\nWords.\n',
    });
    expect(refused).toMatchObject({
      status: 422,
      body: {
        articles: [
          {
            uri: 'bad',
            outcome: 'REFUSED',
            faults: [{ place: 'front matter: published' }, { place: 'front matter: headlin' }, { place: 'headline' }],
          },
        ],
      },
    });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('Secret');
  });

  it('that is too large is answered 413', async () => {
    expect(await push({ query: 'uri=large', body: `A\n\n${'x'.repeat(2_200_000)}\n` })).toMatchObject({
      status: 413,
      body: { articles: [{ outcome: 'REFUSED' }] },
    });
  });

  it.each([
    ['without a signature', null],
    ['with a wrong one', sign('other-secret', Buffer.from(HARBOUR), NOW / 1000)],
    ['with one of another body', sign('wire-secret', Buffer.from('x'), NOW / 1000)],
    ['with one of six minutes ago', sign('wire-secret', Buffer.from(HARBOUR), NOW / 1000 - 360)],
  ])('%s is answered 401 and leaves no trace', async (_, signature) => {
    expect(await push({ signature, query: 'uri=unsigned' })).toMatchObject({ status: 401, body: { error: { code: 'UNAUTHENTICATED' } } });
    for (const source of ['wire', 'desk']) {
      expect(await readArticleAt(local.table, articleId(source, 'unsigned'), instantOf(NOW), { withBody: false })).toBeNull();
    }
  });

  it.each<[what: string, request: Request, places: string[]]>([
    ['an unknown format', { path: '/ingest/pdf' }, ['format']],
    ['an unknown parameter', { query: 'uri=a&sectoin=world' }, ['parameter sectoin']],
    ['a parameter twice', { query: 'uri=a&uri=b' }, ['parameter uri']],
    ['wrong values', { query: 'uri=a&published=soon&path=x&language=en_GB' }, ['path', 'published', 'language']],
  ])('with %s is answered 400 with what would be taken', async (_, request, places) => {
    const { status, body } = await push(request);
    expect([status, body.error.faults.map(({ place }: { place: string }) => place)]).toEqual([400, places]);
  });

  it('to another place or by another method is answered 404 and 405', async () => {
    expect((await push({ path: '/ingest' })).status).toBe(404);
    expect((await push({ path: '/ingest/text/more' })).status).toBe(404);
    expect(await push({ method: 'GET' })).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  it('that names nothing is answered 422', async () => {
    expect(await push({ query: '' })).toMatchObject({ status: 422, body: { articles: [{ faults: [{ place: 'uri' }] }] } });
  });

  it('that we cannot serve is answered 503, to be sent again, without a word of why', async () => {
    const gone = openNewsTable({ tableName: 'news-gone', endpoint: 'http://127.0.0.1:1' });
    const { status, headers, body } = await push({}, { table: gone });
    expect([status, headers?.['retry-after'], body]).toEqual([
      ...[503, '5'],
      { error: { code: 'UNAVAILABLE', message: 'Something went wrong on our side; send it again' } },
    ]);
    expect(JSON.stringify(lines)).toContain('ECONNREFUSED');
  });

  it.each<[what: string, event: unknown]>([
    ['nothing', null],
    ['a word', 'warm-up'],
    ['a message of EventBridge', { source: 'aws.events', detail: {} }],
    [
      'a body that is no text',
      { rawPath: '/ingest/text', rawQueryString: '', headers: {}, requestContext: { http: { method: 'POST' } }, body: 5 },
    ],
    ['headers that are null', { rawPath: '/ingest/text', headers: null, requestContext: { http: { method: 'POST' } } }],
    ['no headers', { rawPath: '/ingest/text', requestContext: { http: { method: 'POST' } } }],
  ])('that is no HTTP request but %s is answered 400', async (_, event) => {
    expect(await answer(event)).toEqual({
      status: 400,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: { error: { code: 'BAD_REQUEST', message: 'This function answers HTTP requests only' } },
    });
    expect(lines).toEqual([]);
  });
});
