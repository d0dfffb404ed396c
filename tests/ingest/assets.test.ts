import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_ASSET_BYTES } from '../../lambda/domain/asset.ts';
import { type Assets, openAssets } from '../../lambda/ingest/assets/assets.ts';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { answerPush, type Desk } from '../../lambda/ingest/push.ts';
import { lookToken, signAsSuperdesk } from '../../lambda/ingest/signature.ts';
import { sign } from '../../lambda/signature.ts';
import { aForm, aMediaForm, aPicture, type FormField } from '../support/files.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const URL = 'https://media.gazette.example/a';
const KEYS = [
  { id: 'wire', source: 'wire', secret: 'wire secret' },
  { source: 'agency', secret: 'agency secret', scheme: ['superdesk', 'broadsheet'] },
  { source: 'newsroom', secret: 'newsroom secret', scheme: 'superdesk', assets: true },
  { source: 'texts', secret: 'texts secret', formats: ['text'] },
  { source: 'bound', secret: 'bound secret', sections: ['sport'] },
  { source: 'former', secret: 'former secret', notAfter: '2026-11-24T11:59:00Z' },
];

let local: LocalTable;
let folder: string;
let assets: Assets;
let lines: object[];
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());
beforeEach(() => {
  folder = mkdtempSync(`${tmpdir()}/assets-`);
  assets = openAssets({ bucket: pathToFileURL(folder).href, url: URL, secret: 's'.repeat(32), endpoint: undefined });
  lines = [];
  return () => rmSync(folder, { recursive: true });
});

type Sent = {
  method?: string;
  path?: string;
  query?: string;
  body?: Uint8Array;
  /** Of ours; `superdesk` for one of Superdesk's. */
  secret?: string;
  superdesk?: string;
  headers?: Record<string, string>;
  desk?: Partial<Desk>;
};

/** One request as API Gateway hands it on: with a body that is no text as base64. */
async function send({ method = 'POST', path = '/ingest/assets', query = '', body, secret, superdesk, headers = {}, desk = {} }: Sent) {
  const bytes = body ?? Buffer.alloc(0);
  const target = query ? `${path}?${query}` : path;
  const event = {
    ...{ version: '2.0', rawPath: path, rawQueryString: query, requestContext: { http: { method } } },
    headers: {
      ...(secret === undefined ? {} : { 'x-broadsheet-signature': sign(secret, { method, target, body: bytes }, NOW / 1000) }),
      ...(superdesk === undefined ? {} : { 'x-superdesk-signature': signAsSuperdesk(superdesk, bytes) }),
      ...headers,
    },
    ...(body && { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }),
  };
  const base = {
    table: local.table,
    assets,
    keys: parseIngestKeys(JSON.stringify(KEYS)),
    log: (line: object) => void lines.push(line),
    now: NOW,
  };
  const answer = await answerPush(event, { ...base, ...desk });
  const said = JSON.parse(answer.body ?? 'null');
  return {
    status: answer.statusCode,
    headers: answer.headers,
    said,
    faults: said.error?.faults?.map((one: Record<string, string>) => `${one.place}: ${one.reason}`),
  };
}

const kept = () => readdirSync(folder);
const ask = (path: string, as: Sent = { secret: 'wire secret' }) => send({ method: 'GET', path: `/ingest/assets/${path}`, ...as });
const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`any:${password}`).toString('base64')}` });

describe('a file', () => {
  it('is kept once, under a name that nobody can guess, and is known from then on', async () => {
    const first = await send({ path: '/ingest/assets/weir.png', body: aPicture(), secret: 'wire secret' });
    const facts = { id: 'weir.png', type: 'image/png', size: aPicture().length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
    expect(first).toMatchObject({
      status: 201,
      said: { asset: { ...facts, outcome: 'ACCEPTED', url: expect.stringMatching(/^https:\/\/media\.gazette\.example\/a\/[\w-]{43}$/) } },
    });
    const name = first.said.asset.url.slice(URL.length + 1);
    expect(kept()).toEqual([name]);
    expect(readFileSync(at(name)).equals(aPicture())).toBe(true);

    const again = await send({ path: '/ingest/assets/weir.png', body: aPicture(), secret: 'wire secret' });
    expect(again).toMatchObject({ status: 200, said: { asset: { outcome: 'UNCHANGED', url: first.said.asset.url } } });
    expect(await ask('weir.png')).toMatchObject({ status: 200, said: { asset: { ...facts, url: first.said.asset.url } } });
  });

  it('is never overwritten: other bytes under its id are refused', async () => {
    await send({ path: '/ingest/assets/weir.png', body: aPicture(1), secret: 'wire secret' });
    const other = await send({ path: '/ingest/assets/weir.png', body: aPicture(2), secret: 'wire secret' });
    expect([other.status, other.faults]).toEqual([
      422,
      ['media: differs from what was sent as "weir.png" before; a file that has changed gets an id of its own'],
    ]);
    expect(kept().map((name) => readFileSync(at(name)).equals(aPicture(1)))).toEqual([true]);
  });

  it('of ten senders at once is written by one', async () => {
    const sent = Array.from({ length: 10 }, (_, turn) =>
      send({ path: '/ingest/assets/race', body: aPicture(turn % 2), secret: 'wire secret' }),
    );
    const statuses = (await Promise.all(sent)).map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 201, 422, 422, 422, 422, 422]);
    expect(kept()).toHaveLength(1);
  });

  it('belongs to its source: the same id of another one is another file', async () => {
    const own = await send({ path: '/ingest/assets/logo', body: aPicture(1), secret: 'wire secret' });
    expect((await ask('logo', { secret: 'agency secret' })).status).toBe(404);
    const other = await send({ path: '/ingest/assets/logo', body: aPicture(2), secret: 'agency secret' });
    expect([other.status, other.said.asset.url === own.said.asset.url]).toEqual([201, false]);
    expect(kept()).toHaveLength(2);
  });

  it('has another name under another secret', async () => {
    const one = await send({ path: '/ingest/assets/x', body: aPicture(), secret: 'wire secret' });
    const elsewhere = openAssets({ bucket: pathToFileURL(folder).href, url: URL, secret: 't'.repeat(32), endpoint: undefined });
    const other = await send({ path: '/ingest/assets/x', body: aPicture(), secret: 'wire secret', desk: { assets: elsewhere } });
    expect(one.said.asset.url).not.toBe(other.said.asset.url);
  });

  it.each([
    '5b1fcbe9eac8a0a2b6d9a0f1',
    '2018112912/4f0e.jpg',
    'urn:newsml:gazette.example:2026:weir',
    'المرفأ_١',
    '港口-1',
    'tag:x,2026:(a)',
  ])('may be called %s', async (id) => {
    const path = `/ingest/assets/${id.split('/').map(encodeURIComponent).join('/')}`;
    expect((await send({ path, body: aPicture(), secret: 'wire secret' })).said.asset?.id).toBe(id);
    expect((await ask(path.slice('/ingest/assets/'.length))).status).toBe(200);
    expect((await send({ body: aMediaForm(id, aPicture()), secret: 'wire secret' })).status).toBe(200);
  });

  it('is the same under both Unicode forms of its id', async () => {
    expect((await send({ body: aMediaForm('Ha\u0308fen', aPicture()), secret: 'wire secret' })).status).toBe(201);
    expect((await ask(encodeURIComponent('H\u00E4fen'))).status).toBe(200);
  });

  it.each([
    '..',
    '../x',
    'a/../b',
    'a/./b',
    '/a',
    'a/',
    'a//b',
    '..%2Fx',
    'a\\..\\b',
    'a b',
    'a\u0000b',
    'a\nb',
    'a?b',
    'a#b',
    '%2e%2e',
    '\u202Ea',
    'x'.repeat(257),
  ])('cannot be called %j', async (id) => {
    for (const request of [
      { path: `/ingest/assets/${id}`, body: aPicture() },
      { path: `/ingest/assets/${encodeURIComponent(id)}`, body: aPicture() },
      { body: aMediaForm(id, aPicture()) },
    ]) {
      const { status, faults } = await send({ ...request, secret: 'wire secret' });
      expect(status).toBe(400);
      expect(faults[0]).toMatch(/^(id|body: media_id|body): /);
    }
    expect((await ask(encodeURIComponent(id))).status).toBe(400);
    expect(kept()).toEqual([]);
  });
});

describe('a type', () => {
  const padded = (begin: string) => Buffer.concat([Buffer.from(begin, 'latin1'), Buffer.alloc(64)]);
  it.each<[type: string, begin: string]>([
    ['image/jpeg', '\xFF\xD8\xFF\xE0'],
    ['image/png', '\x89PNG\r\n\x1A\n'],
    ['image/gif', 'GIF89a'],
    ['image/webp', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['image/avif', '\0\0\0\x20ftypavif'],
    ['audio/mpeg', 'ID3\x04'],
    ['audio/mpeg', '\xFF\xFB\x90'],
    ['audio/mp4', '\0\0\0\x20ftypM4A '],
    ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt '],
    ['audio/ogg', `OggS${'\0'.repeat(24)}OpusHead`],
    ['video/mp4', '\0\0\0\x18ftypmp42'],
  ])('%s is told from the bytes, whatever the sender calls it', async (type, begin) => {
    const sent = await send({ body: aMediaForm('file', padded(begin), 'text/html'), secret: 'wire secret' });
    expect([sent.status, sent.said.asset?.type]).toEqual([201, type]);
  });

  it.each<[what: string, bytes: string]>([
    ['HTML that is called a picture', '<!doctype html><script>alert(1)</script>'],
    ['SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG without one', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['PDF', '%PDF-1.7'],
    ['half of the beginning of a PNG', '\x89PNG'],
    ['a beginning that stands later', ' GIF89a'],
    ['RIFF of another kind', 'RIFF\x24\0\0\0AVI LIST'],
    ['text', 'Words.'],
    ['zip', 'PK\x03\x04'],
    ['a program', '\x7FELF'],
  ])('%s is refused', async (_, bytes) => {
    for (const body of [Buffer.from(bytes, 'latin1'), aMediaForm('file', Buffer.from(bytes, 'latin1'), 'image/png')]) {
      const { status, said } = await send({
        path: '/ingest/assets/file',
        body,
        secret: 'wire secret',
        headers: { 'content-type': 'image/png' },
      });
      expect([status, said.error.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      expect(said.error.message).toContain('image/jpeg');
    }
    expect(kept()).toEqual([]);
  });
});

describe('a size', () => {
  const picture = (size: number) => Buffer.concat([aPicture(), Buffer.alloc(size - aPicture().length)]);

  it('of 4 MB is taken, one byte more is refused, and nothing is written', async () => {
    expect((await send({ path: '/ingest/assets/most', body: picture(MAX_ASSET_BYTES), secret: 'wire secret' })).status).toBe(201);
    expect((await send({ body: aMediaForm('most-form', picture(MAX_ASSET_BYTES)), superdesk: 'newsroom secret' })).status).toBe(201);
    for (const request of [
      { path: '/ingest/assets/more', body: picture(MAX_ASSET_BYTES + 1), secret: 'wire secret' },
      { body: aMediaForm('more', picture(MAX_ASSET_BYTES + 1)), superdesk: 'newsroom secret' },
      { body: aMediaForm('more', picture(MAX_ASSET_BYTES + 200_000)), superdesk: 'newsroom secret' },
    ]) {
      const { status, faults } = await send(request);
      expect([status, faults[0]]).toEqual([413, expect.stringMatching(/^media: holds \d+ bytes; at most 4194304 can be taken$/)]);
    }
    expect(kept()).toHaveLength(2);
  });

  it('of nothing is refused', async () => {
    for (const request of [
      { path: '/ingest/assets/none', secret: 'wire secret' },
      { path: '/ingest/assets/none', body: Buffer.alloc(0), secret: 'wire secret' },
      { body: aMediaForm('none', Buffer.alloc(0)), superdesk: 'newsroom secret' },
    ])
      expect(await send(request)).toMatchObject({ status: 400, faults: ['media: is empty'] });
  });
});

describe('a form', () => {
  const id: FormField = { name: 'media_id', value: 'x' };
  const media: FormField = { name: 'media', value: aPicture(), filename: 'x.png', type: 'image/png' };
  const whole = aForm([id, media]);

  it.each<[what: string, body: Buffer, fault: RegExp]>([
    ['without an end', whole.subarray(0, -8), /^body: is no multipart\/form-data: /],
    ['cut in its file', whole.subarray(0, whole.length - 60), /^body: is no multipart\/form-data: /],
    ['cut in its first line', Buffer.from('--abc'), /^body: line 1: must be a boundary/],
    ['of two dashes', Buffer.from('--'), /^body: line 1: must be a boundary/],
    ['with a boundary that can be none', aForm([id, media], 'a"b'), /^body: line 1: must be a boundary/],
    ['with bare line feeds', Buffer.from(whole.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), /^body: line 1: must be a boundary/],
    ['without a file', aForm([id]), /^body: media: is missing/],
    ['whose file has no filename', aForm([id, { name: 'media', value: aPicture() }]), /^body: media: must be a file/],
    ['without an id', aForm([media]), /^id: is missing/],
    ['whose id is a file', aForm([{ ...id, filename: 'x' }, media]), /^body: media_id: must be text/],
    ['with two files', aForm([id, media, media]), /^body: media: is given more than once/],
    ['with two ids', aForm([id, id, media]), /^body: media_id: is given more than once/],
    ['with a field that nobody knows', aForm([id, media, { name: 'acl', value: 'public' }]), /^body: acl: is not known/],
  ])('%s is refused with the place', async (_, body, fault) => {
    const { status, faults } = await send({ body, secret: 'wire secret' });
    expect([status, faults]).toEqual([400, [expect.stringMatching(fault)]]);
    expect(kept()).toEqual([]);
  });

  it('may say what Superdesk’s manual lets it say', async () => {
    const body = aForm([id, media, { name: 'mime_type', value: 'image/png' }, { name: 'filemeta', value: '{}' }]);
    expect((await send({ body, superdesk: 'newsroom secret' })).status).toBe(201);
  });

  it('goes to the address of its id or to the one of all, and to no other', async () => {
    expect((await send({ path: '/ingest/assets/x', body: whole, secret: 'wire secret' })).status).toBe(201);
    expect((await send({ path: '/ingest/assets/y', body: aForm([media]), secret: 'wire secret' })).said.asset.id).toBe('y');
    expect((await send({ path: '/ingest/assets/y', body: whole, secret: 'wire secret' })).faults).toEqual([
      'body: media_id: is not the id in the address',
    ]);
  });

  it('of whatever bytes is answered with a 4xx or is whole, and never with a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 4 }), async (place, bytes) => {
        const body = Buffer.from(whole);
        Buffer.from(bytes).copy(body, place);
        expect([200, 201, 400, 415, 422]).toContain((await send({ body, secret: 'wire secret' })).status);
      }),
      { seed: 26, numRuns: 300 },
    );
    expect(lines.filter((line) => (line as { level: string }).level === 'error')).toEqual([]);
  });
});

describe('who may', () => {
  it('send: whoever signs, and nobody who changes a byte, the id or the method', async () => {
    const path = '/ingest/assets/x';
    const body = aPicture();
    const signature = sign('wire secret', { method: 'POST', target: path, body }, NOW / 1000);
    const signed = { 'x-broadsheet-signature': signature };
    const flipped = Buffer.from(body);
    flipped[body.length - 1] = 1;
    for (const wrong of [
      { path, body, headers: {} },
      { path, body, secret: 'another secret' },
      { path, body, secret: 'former secret' },
      { path, body: flipped, headers: signed },
      { path: '/ingest/assets/y', body, headers: signed },
      { path, body, headers: basic(lookToken('wire secret')) },
      { path, body, superdesk: 'wire secret' },
    ])
      expect((await send(wrong)).status).toBe(401);
    const form = aMediaForm('x', body);
    const changed = Buffer.from(form.toString('latin1').replace('\r\nx\r\n', '\r\ny\r\n'), 'latin1');
    expect((await send({ body: changed, headers: { 'x-superdesk-signature': signAsSuperdesk('newsroom secret', form) } })).status).toBe(
      401,
    );
    expect(kept()).toEqual([]);
    expect((await send({ path, body, headers: signed })).status).toBe(201);
  });

  it('send: keys without the name "assets", or bound to sections, may not', async () => {
    for (const secret of ['texts secret', 'bound secret']) {
      expect((await send({ path: '/ingest/assets/x', body: aPicture(), secret })).status).toBe(403);
      expect((await ask('x', { secret })).status).toBe(403);
    }
  });

  it('send as Superdesk: a form that says its id, for the address is not signed', async () => {
    expect((await send({ path: '/ingest/assets/x', body: aPicture(), superdesk: 'newsroom secret' })).faults).toEqual([
      'body: media_id: is missing: the signature does not cover the address',
    ]);
    const nameless = aForm([{ name: 'media', value: aPicture(), filename: 'x' }]);
    expect((await send({ path: '/ingest/assets/x', body: nameless, superdesk: 'newsroom secret' })).status).toBe(400);
    expect((await send({ body: aMediaForm('x', aPicture()), superdesk: 'newsroom secret', query: 'x=1' })).status).toBe(400);
  });

  it('nobody plays a form again as another one that hides in its picture', async () => {
    const hidden = aForm(
      [
        { name: 'media_id', value: 'front-page' },
        { name: 'media', value: aPicture(9), filename: 'x' },
      ],
      'hidden',
    );
    const picture = Buffer.concat([aPicture(), Buffer.from('\r\n'), hidden]);
    const body = aMediaForm('harmless', picture);
    const answer = await send({ body, superdesk: 'newsroom secret', headers: { 'content-type': 'multipart/form-data; boundary=hidden' } });
    expect(answer).toMatchObject({ status: 201, said: { asset: { id: 'harmless', size: picture.length } } });
  });

  it('nobody plays a document of Superdesk’s as a file, nor a file as a document', async () => {
    const document = Buffer.from('{"guid": "urn:x", "version": "1", "headline": "H", "body_html": "<p>W</p>"}');
    expect((await send({ body: document, superdesk: 'newsroom secret' })).status).toBe(400);
    expect((await send({ path: '/ingest', body: aMediaForm('x', aPicture()), superdesk: 'newsroom secret' })).status).toBe(400);
    expect((await send({ path: '/ingest/ninjs', body: aMediaForm('x', aPicture()), superdesk: 'newsroom secret' })).status).toBe(422);
    expect(kept()).toEqual([]);
  });

  it('ask: with a signature, or with the password of the address, which is told less; without either nothing is there', async () => {
    await send({ body: aMediaForm('x', aPicture()), superdesk: 'newsroom secret' });
    const there = { id: 'x', type: 'image/png', size: aPicture().length, sha256: expect.any(String) };
    expect((await ask('x', { headers: basic(lookToken('newsroom secret')) })).said).toEqual({ asset: there });
    expect((await ask('x', { superdesk: 'newsroom secret' })).said).toEqual({ asset: there });
    const [nothing, absent] = [await ask('x', {}), await ask('y', { headers: basic(lookToken('newsroom secret')) })];
    expect([nothing.status, nothing.said]).toEqual([404, absent.said]);
    expect(await ask('x', { headers: basic(lookToken('wire secret')) })).toMatchObject({ status: 404 });
  });

  it('ask: nobody whose signature or password is wrong, of another kind or out of date', async () => {
    const wrong = [lookToken('another secret'), lookToken('former secret'), 'newsroom secret', '', `${lookToken('newsroom secret')}0`];
    for (const headers of [
      ...wrong.map(basic),
      { authorization: `Bearer ${lookToken('newsroom secret')}` },
      { authorization: '' },
      { 'x-superdesk-signature': '' },
    ])
      expect((await ask('x', { headers })).status).toBe(401);
    const forPost = sign('wire secret', { method: 'POST', target: '/ingest/assets/x', body: Buffer.alloc(0) }, NOW / 1000);
    expect((await ask('x', { headers: { 'x-broadsheet-signature': forPost } })).status).toBe(401);
  });

  it('neither HEAD, PUT nor DELETE', async () => {
    for (const method of ['HEAD', 'PUT', 'DELETE'])
      expect(await send({ method, path: '/ingest/assets/x', body: aPicture(), secret: 'wire secret' })).toMatchObject({
        status: 405,
        headers: { allow: 'GET, POST' },
      });
    expect(await send({ method: 'GET', secret: 'wire secret' })).toMatchObject({ status: 405, headers: { allow: 'POST' } });
  });

  it('nobody, where no files are kept', async () => {
    const desk = { assets: null };
    expect((await send({ path: '/ingest/assets/x', body: aPicture(), secret: 'wire secret', desk })).status).toBe(404);
    expect((await ask('x', { secret: 'wire secret', desk })).status).toBe(404);
  });

  it('send compressed: a picture is, already', async () => {
    expect(
      (await send({ path: '/ingest/assets/x', body: aPicture(), secret: 'wire secret', headers: { 'content-encoding': 'GZIP' } })).status,
    ).toBe(415);
  });
});

describe('what is ours', () => {
  it('is answered 503 and to be sent again, and leaves nothing', async () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, ''); // where the folder should be
    for (const answer of [await send({ path: '/ingest/assets/x', body: aPicture(), secret: 'wire secret' }), await ask('x')])
      expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(lines).toHaveLength(2);
  });
});

describe('an article that names files', () => {
  const item = (media: string, more: object = {}) => ({
    ...{
      guid: `urn:newsroom:${media}`,
      version: '1',
      type: 'text',
      pubstatus: 'usable',
      language: 'en',
      headline: 'Weir',
      body_html: '<p>Words.</p>',
    },
    associations: {
      featuremedia: {
        ...{ guid: 'urn:picture', type: 'picture', pubstatus: 'usable', headline: 'The weir', version: '1' },
        renditions: { original: { href: `https://cms.newsroom.example/raw/${media}`, media, mimetype: 'image/png', width: 1, height: 1 } },
      },
    },
    ...more,
  });
  const push = (document: object, superdesk = 'newsroom secret', desk: Partial<Desk> = {}) =>
    send({ path: '/ingest', body: Buffer.from(JSON.stringify(document)), superdesk, desk });

  it('is refused while one of them is not there, and taken once it is', async () => {
    const before = await push(item('p1'));
    expect([before.status, before.said.error.code, before.faults]).toEqual([
      422,
      'ASSETS_MISSING',
      ['media: "p1" was not sent to /ingest/assets before this document'],
    ]);
    await send({ body: aMediaForm('p1', aPicture()), superdesk: 'newsroom secret' });
    expect((await push(item('p1'))).said.articles).toMatchObject([{ outcome: 'ACCEPTED', version: 1 }]);
    expect((await push(item('p1'))).status).toBe(200);
  });

  it('is withdrawn without any of them, and with ids that can be none', async () => {
    expect((await push(item('p2', { version: '2', pubstatus: 'canceled' }))).status).toBe(201);
    expect((await push(item('../p3', { version: '2', pubstatus: 'canceled' }))).status).toBe(201);
  });

  it('is refused with an id that can be none', async () => {
    expect((await push(item('../p4'))).faults).toEqual([expect.stringMatching(/^media: may not begin or end with a slash/)]);
  });

  it('of a key that does not say so keeps the addresses that stand in it, and asks nothing', async () => {
    const broken: Assets = {
      ...assets,
      bucket: { find: () => Promise.reject(new Error('asked')), keep: () => Promise.reject(new Error('asked')) },
    };
    expect((await push(item('p5'), 'agency secret', { assets: broken })).status).toBe(201);
    expect((await push(item('p5'), 'newsroom secret', { assets: broken })).status).toBe(503);
  });

  it('may not name those of another source', async () => {
    await send({ body: aMediaForm('p6', aPicture()), superdesk: 'agency secret' });
    expect((await push(item('p6'))).status).toBe(422);
  });
});
