import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../../lambda/domain/identity.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { answerPush, type Desk } from '../../lambda/ingest/push.ts';
import { signAsSuperdesk } from '../../lambda/ingest/signature.ts';
import { sign, signBody } from '../../lambda/signature.ts';
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

type Request = {
  path?: string;
  query?: string;
  body?: string | Uint8Array;
  method?: string;
  /** With which it is signed. */
  secret?: string;
  signature?: string | null;
  headers?: Record<string, string>;
  base64?: boolean;
};

const KEYS = '{"wire": "wire-secret", "desk": "desk-secret"}';

/** A push as API Gateway hands it on, signed by the source `wire` unless told otherwise. */
async function push(request: Request, desk: Partial<Desk> = {}) {
  const { path = '/ingest/text', query = 'uri=harbour', body = HARBOUR, method = 'POST', secret = 'wire-secret', base64 = false } = request;
  const bytes = Buffer.from(body as string);
  const { signature = sign(secret, { method, target: `${path}${query && '?'}${query}`, body: bytes }, NOW / 1000) } = request;
  const event = {
    ...{ version: '2.0', rawPath: path, rawQueryString: query, requestContext: { http: { method } } },
    headers: { ...(signature === null ? {} : { 'x-broadsheet-signature': signature }), ...request.headers },
    ...{ body: bytes.toString(base64 ? 'base64' : 'utf8'), isBase64Encoded: base64 },
  };
  return answer(event, desk);
}

async function answer(event: unknown, desk: Partial<Desk> = {}) {
  lines = [];
  const { statusCode, headers, body } = await answerPush(event, {
    table: local.table,
    keys: parseIngestKeys(KEYS),
    log: (line) => lines.push(line),
    now: NOW,
    ...desk,
  });
  return { status: statusCode, headers, body: JSON.parse(body ?? 'null') };
}

/** A push of one Markdown article by a source with one key, which holds what is said of it. */
async function pushWith(key: object, uri: string, frontMatter: string, format = 'markdown') {
  const keys = parseIngestKeys(JSON.stringify([{ source: 'bound', secret: 'bound-secret', ...key }]));
  const body = `---\nuri: ${uri}\n${frontMatter}\n---\n# ${uri}\n\nWords.\n`;
  return push({ path: `/ingest/${format}`, query: '', body, secret: 'bound-secret' }, { keys });
}

const headOf = (source: string, uri: string) => readArticleAt(local.table, articleId(source, uri), instantOf(NOW), { withBody: false });
const faultsOf = ({ body }: { body: { error: { faults: { place: string; reason: string }[] } } }) =>
  body.error.faults.map(({ place, reason }) => `${place}: ${reason}`);

function signed(secret: string, other: object = {}, seconds = NOW / 1000): string {
  return sign(secret, { method: 'POST', target: '/ingest/text?uri=unsigned', body: Buffer.from(HARBOUR), ...other }, seconds);
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
    const { body } = await push({ secret: 'desk-secret', query: 'uri=shared' });
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
    ['with a wrong one', signed('other-secret')],
    ['with one of another body', signed('wire-secret', { body: Buffer.from('x') })],
    ['with one of another address', signed('wire-secret', { target: '/ingest/text?uri=other' })],
    ['with one of six minutes ago', signed('wire-secret', {}, NOW / 1000 - 360)],
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
    expect((await push({ path: '/ingests' })).status).toBe(404);
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

describe('the key of a push', () => {
  it('may send its formats, and no others', async () => {
    const key = { formats: ['markdown'] };
    expect((await pushWith(key, 'k1', '')).status).toBe(201);
    const other = await pushWith(key, 'k1-text', '', 'text');
    expect([other.status, other.body.error.code, faultsOf(other)]).toEqual([
      ...[403, 'FORBIDDEN'],
      ['format: "text" is not for this key; it has: markdown'],
    ]);
  });

  it('may send uris that begin as it says, and no others', async () => {
    const key = { uriPrefixes: ['urn:one:', 'urn:two:'] };
    expect((await pushWith(key, 'urn:two:k2', '')).status).toBe(201);
    const other = await pushWith(key, 'urn:three:k2', '');
    expect([other.status, faultsOf(other)]).toEqual([403, ['uri: "urn:three:k2" is not for this key; it has: urn:one:, urn:two:']]);
    expect(await headOf('bound', 'urn:three:k2')).toBeNull();
  });

  it('writes into its sections and those that lie in them, and takes no article out of another', async () => {
    const sport = { sections: ['sport'] };
    expect((await pushWith(sport, 'k3', 'version: 1\nsection: { name: Rowing, slug: rowing, in: Sport }')).status).toBe(201);
    expect((await pushWith(sport, 'k3', 'version: 2\nstatus: canceled')).status).toBe(201);
    expect((await pushWith(sport, 'k3', 'version: 3\nsection: Sport')).status).toBe(201);
    const moved = await pushWith(sport, 'k3', 'version: 4\nsection: Politics');
    expect([moved.status, faultsOf(moved)]).toEqual([403, ['section: "politics" is not for this key; it has: sport']]);

    expect((await pushWith({}, 'k3-politics', 'version: 1\nsection: Politics')).status).toBe(201);
    for (const wish of ['version: 2\nsection: Sport', 'version: 2\nstatus: canceled']) {
      const other = await pushWith(sport, 'k3-politics', wish);
      expect([other.status, faultsOf(other)]).toEqual([403, ['section: "politics" is not for this key; it has: sport']]);
    }
    expect((await pushWith({}, 'k3-politics', 'version: 2\nstatus: canceled')).status).toBe(201);
    expect((await pushWith(sport, 'k3-politics', 'version: 3\nsection: Sport')).status).toBe(403);
    expect(await headOf('bound', 'k3-politics')).toMatchObject({ tombstone: { version: 2 } });
  });

  it('of one source and another are in use beside each other, until the old one ends', async () => {
    const keys = parseIngestKeys(
      JSON.stringify([
        { id: '2025', source: 'wire', secret: 'old', notAfter: instantOf(NOW) },
        { id: '2026', source: 'wire', secret: 'new' },
      ]),
    );
    expect((await push({ secret: 'new', query: 'uri=k4' }, { keys })).status).toBe(201);
    expect(lines).toMatchObject([{ key: '2026', source: 'wire' }]);
    expect((await push({ secret: 'old', query: 'uri=k4-old' }, { keys })).status).toBe(401);
    expect((await push({ secret: 'old', query: 'uri=k4-old', signature: atNow('old', -1000) }, { keys, now: NOW - 1000 })).status).toBe(
      201,
    );
  });

  it('of Superdesk signs the body alone, sends ninjs, and says nothing in the address, which it does not sign', async () => {
    const keys = parseIngestKeys('[{"source": "desk", "secret": "sd", "scheme": "superdesk"}]');
    const body = JSON.stringify({
      uri: 'urn:k5',
      version: '3',
      headlines: [{ value: 'Signed' }],
      bodies: [{ contentType: 'text/plain', value: 'Words.' }],
    });
    const headers = { 'x-superdesk-signature': signAsSuperdesk('sd', Buffer.from(body)) };
    const sent = { path: '/ingest', query: '', signature: null, body, headers };
    expect((await push({ ...sent, base64: true }, { keys })).status).toBe(201);
    const again = await push(sent, { keys, now: NOW + 86_400_000 });
    expect(again).toMatchObject({ status: 200, body: { articles: [{ outcome: 'UNCHANGED', version: 3, known: 3 }] } });
    expect(faultsOf(await push({ ...sent, query: 'section=world' }, { keys }))).toEqual([
      'parameter section: is in no part that was signed; v2 of x-broadsheet-signature signs the address too',
    ]);
    expect((await push({ ...sent, path: '/ingest/text' }, { keys })).status).toBe(403);
    expect((await push({ ...sent, body: body.replace('Words', 'Wordz') }, { keys })).status).toBe(401);
    const either = parseIngestKeys('[{"source": "desk", "secret": "sd", "scheme": ["superdesk", "broadsheet"]}]');
    for (const path of ['/ingest/markdown', '/ingest/concepts', '/ingest/fronts/home'])
      expect((await push({ ...sent, path }, { keys: either })).status).toBe(403);
    const ours = parseIngestKeys('[{"source": "desk", "secret": "sd"}]');
    expect((await push(sent, { keys: ours })).status).toBe(401);
  });
});

describe('a push with the short signature', () => {
  it('is taken, and says nothing in the address, which is not signed', async () => {
    const body = '---\nuri: short\n---\n# Short\n\nWords.\n';
    const sent = { path: '/ingest/markdown', query: '', body, signature: signBody('wire-secret', Buffer.from(body), NOW / 1000) };
    expect((await push(sent)).status).toBe(201);
    const more = await push({ ...sent, query: 'section=world&path=/elsewhere' });
    expect([more.status, ...faultsOf(more).map((fault) => fault.split(':')[0])]).toEqual([400, 'parameter section', 'parameter path']);
  });
});

describe('a push without a format', () => {
  it.each<[format: string, document: string]>([
    ['text', HARBOUR],
    ['markdown', '# Told one\n\nWords.\n'],
    ['markdown', '---\nuri: told-two\n---\n# Told two\n\nWords.\n'],
    ['ninjs', '{"uri": "told-three", "headlines": [{"value": "Told"}], "bodies": [{"contentType": "text/plain", "value": "Words."}]}'],
  ])('is %s when that is certain', async (format, body) => {
    const keys = parseIngestKeys(JSON.stringify([{ source: 'told', secret: 'told', formats: [format] }]));
    expect((await push({ path: '/ingest', query: `uri=told-${format}`, body, secret: 'told' }, { keys })).status).toBe(201);
  });

  it.each<[what: string, document: string | Uint8Array]>([
    ['nothing', ''],
    ['a headline alone', 'Harbour closes\n'],
    ['text with a list', 'Harbour closes\n\n- One\n- Two\n'],
    ['a page of HTML', '<!doctype html>\n\n<p>Words\n'],
    ['JSON of another kind', '{"type": "FeatureCollection", "uri": "x"}'],
    ['JSON that is cut', '{"uri": "x", "headlines": ['],
    ['bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])],
  ])('that holds %s is refused with the formats there are', async (_, body) => {
    const { status, body: said } = await push({ path: '/ingest', query: 'uri=untold', body, base64: true });
    expect([status, said.error.faults[0].place]).toEqual([400, 'format']);
    for (const name of ['/ingest/text', '/ingest/markdown', '/ingest/ninjs']) expect(said.error.faults[0].reason).toContain(name);
  });
});

describe('a push as gzip', () => {
  const headers = { 'content-encoding': 'gzip' };

  it('is signed as it is sent, and read as it unfolds', async () => {
    expect((await push({ query: 'uri=folded', body: gzipSync(HARBOUR), base64: true, headers })).status).toBe(201);
    expect(await headOf('wire', 'folded')).toMatchObject({ head: { headline: 'Harbour closes' } });
  });

  it('that unfolds without end, is none, or comes in another encoding is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect((await push({ query: 'uri=bomb', body: bomb, base64: true, headers })).status).toBe(413);
    expect((await push({ query: 'uri=none', body: HARBOUR, headers })).status).toBe(400);
    expect((await push({ query: 'uri=brotli', headers: { 'content-encoding': 'br' } })).status).toBe(415);
  });
});

function atNow(secret: string, milliseconds: number): string {
  return sign(secret, { method: 'POST', target: '/ingest/text?uri=k4-old', body: Buffer.from(HARBOUR) }, (NOW + milliseconds) / 1000);
}
