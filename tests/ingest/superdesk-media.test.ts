import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { lookToken } from '../../lambda/ingest/signature.ts';
import { assetFiles } from '../../lambda/local/asset-files.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { type HttpHandler, startGateway } from '../../lambda/local/gateway.ts';
import { aMediaForm, aPicture } from '../support/files.ts';
import { SITE_ENVIRONMENT } from '../support/graphql.ts';
import { startLambda, through } from '../support/lambda-runtime.ts';
import { startLocalTable } from '../support/table.ts';

/** As Superdesk's HTTP push sends the files of an item before it: over HTTP, to the bundles as they are deployed. */

const SECRET = 'superdesk secret';
const KEYS = [{ source: 'newsroom', secret: SECRET, scheme: 'superdesk', assets: true }];

const scope = new AsyncDisposableStack();
const folder = mkdtempSync(`${tmpdir()}/superdesk-media-`);
let url: string;
let environment: Record<string, string>;

beforeAll(async () => {
  const { endpoint, tableName } = scope.use(await startLocalTable());
  environment = {
    ...LOCAL_AWS,
    ...{ [ENV.newsTable]: tableName, [ENV.dynamodbEndpoint]: endpoint, [ENV.stage]: 'prod', [ENV.ingestKeys]: JSON.stringify(KEYS) },
    ...{
      [ENV.assetsBucket]: pathToFileURL(folder).href,
      [ENV.assetsUrl]: 'http://media.example/assets',
      [ENV.assetsSecret]: 's'.repeat(32),
    },
    ...SITE_ENVIRONMENT,
  };
  const graphql = scope.use(await startLambda({ bundle: 'graphql', environment }));
  const ingest = scope.use(await startLambda({ bundle: 'ingest', environment }));
  ({ url } = scope.use(await startGateway({ functions: routes(through(graphql), through(ingest)), port: 0 })));
});
afterAll(async () => {
  await scope.disposeAsync();
  rmSync(folder, { recursive: true });
});

function routes(graphql: HttpHandler, ingest: HttpHandler): Record<string, HttpHandler> {
  return {
    ...{ 'ANY /graphql': graphql, 'POST /ingest': ingest, 'POST /ingest/{format}': ingest },
    ...{ 'GET /ingest/assets/{id+}': ingest, 'POST /ingest/assets/{id+}': ingest, 'GET /assets/{name}': assetFiles(folder) },
  };
}

const signed = (bytes: Buffer) => ({ 'x-superdesk-signature': `sha1=${createHmac('sha1', SECRET).update(bytes).digest('hex')}` });
const password = { authorization: `Basic ${Buffer.from(`newsroom:${lookToken(SECRET)}`).toString('base64')}` };

const isThere = async (id: string, headers: Record<string, string> = password) =>
  (await fetch(`${url}/ingest/assets/${id}`, { headers })).status;

async function sendMedia(id: string, media: Uint8Array, base = url): Promise<Response> {
  const body = aMediaForm(id, media);
  const type = 'multipart/form-data; boundary=2f8a1c0de4b94f6c9c0c8d4d5ab0f1c7';
  return fetch(`${base}/ingest/assets`, { method: 'POST', headers: { 'content-type': type, ...signed(body) }, body: new Uint8Array(body) });
}

/** ninjs as Superdesk writes it, with a picture in two sizes whose addresses are those of the CMS. */
function itemWith(
  media: string,
  { version = 1, status = 'usable', embargoed }: { version?: number; status?: string; embargoed?: string } = {},
): Buffer {
  const rendition = (id: string, size: number) => ({
    ...{ href: `https://cms.newsroom.example/api/upload/${id}/raw`, media: id, mimetype: 'image/png', width: size, height: size },
  });
  return Buffer.from(
    JSON.stringify({
      ...{ guid: `urn:newsml:newsroom.example:${media}`, version: String(version), type: 'text', pubstatus: status, language: 'en' },
      ...{ versioncreated: `2026-09-16T0${version}:00:00+0000`, ...(embargoed && { embargoed }) },
      ...{ headline: `Weir ${media}`, body_html: '<p>It was mended.</p>' },
      associations: {
        featuremedia: {
          ...{
            guid: `tag:newsroom.example:${media}`,
            type: 'picture',
            pubstatus: 'usable',
            version: '1',
            headline: 'The weir',
            body_text: 'A weir',
          },
          renditions: { baseImage: rendition(`${media}-base`, 1400), thumbnail: rendition(`${media}-thumb`, 160) },
        },
      },
    }),
  );
}

async function push(item: Buffer): Promise<{ status: number; said: { articles?: { id: string }[]; error?: { code: string } } }> {
  const answer = await fetch(`${url}/ingest`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed(item) },
    body: new Uint8Array(item),
  });
  return { status: answer.status, said: (await answer.json()) as { articles?: { id: string }[] } };
}

type Shown = { __typename: string; image?: { url: string; renditions: { name: string; url: string; width: number }[] } } | null;

async function shown(id: string | undefined): Promise<Shown> {
  const query = `{ article(by: { id: "${id}" }) { __typename ... on NewsArticle { image { url renditions { name url width } } } } }`;
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: { article: Shown } }).data.article;
}

const onThisMachine = (address: string) => address.replace('http://media.example', url);

describe('what Superdesk sends before an item', () => {
  it('is asked for, sent, known, and shown with the article; its bytes are those that were sent', async () => {
    for (const [id, shade] of [
      ['w1-base', 1],
      ['w1-thumb', 2],
    ] as const) {
      expect(await isThere(id)).toBe(404);
      expect((await sendMedia(id, aPicture(shade))).status).toBe(201);
      expect(await isThere(id)).toBe(200);
      expect((await sendMedia(id, aPicture(shade))).status).toBe(200);
    }
    const { status, said } = await push(itemWith('w1'));
    expect(status).toBe(201);

    const image = (await shown(said.articles?.[0]?.id))?.image;
    expect(image?.renditions).toMatchObject([{ name: 'thumbnail', width: 160 }]);
    for (const [address, shade] of [
      [image?.url, 1],
      [image?.renditions[0]?.url, 2],
    ] as const) {
      expect(address).toMatch(/^http:\/\/media\.example\/assets\/[\w-]{43}$/);
      const file = await fetch(onThisMachine(address ?? ''));
      expect([file.status, file.headers.get('content-type'), file.headers.get('x-content-type-options')]).toEqual([
        200,
        'image/png',
        'nosniff',
      ]);
      expect(Buffer.from(await file.arrayBuffer()).equals(aPicture(shade))).toBe(true);
    }
  });

  it('is told to nobody who shows no password, and Superdesk then sends it again without harm', async () => {
    await sendMedia('quiet', aPicture());
    expect(await isThere('quiet', {})).toBe(404);
    expect((await sendMedia('quiet', aPicture())).status).toBe(200);
    expect(await isThere('quiet', { authorization: 'Basic bmV3c3Jvb206d3Jvbmc=' })).toBe(401);
  });

  it('was not sent: the item is refused, and nothing of it shows; sent then, it is taken', async () => {
    await sendMedia('w2-base', aPicture());
    const refused = await push(itemWith('w2'));
    expect([refused.status, refused.said.error?.code]).toEqual([422, 'ASSETS_MISSING']);
    await sendMedia('w2-thumb', aPicture());
    expect((await push(itemWith('w2'))).status).toBe(201);
  });

  it('of an embargoed item shows nowhere, and nobody can list or guess it', async () => {
    await sendMedia('w3-base', aPicture());
    await sendMedia('w3-thumb', aPicture());
    const { status, said } = await push(itemWith('w3', { embargoed: '2999-01-01T00:00:00+0000' }));
    expect(status).toBe(201);
    expect(await shown(said.articles?.[0]?.id)).toBeNull();
    for (const guess of ['', 'w3-base', '..', '.', '%2e%2e', 'A'.repeat(43)])
      expect((await fetch(`${url}/assets/${guess}`)).status).toBe(404);
    const names = readdirSync(folder);
    expect(names.every((name) => /^[\w-]{43}$/.test(name))).toBe(true);
  });

  it('is not needed for a kill', async () => {
    const { status, said } = await push(itemWith('w4', { version: 2, status: 'canceled' }));
    expect([status, said.articles?.length]).toEqual([201, 1]);
  });

  it('as large as is taken comes in whole; larger is refused by the function, and by API Gateway before it', async () => {
    const of = (size: number) => Buffer.concat([aPicture(), Buffer.alloc(size - aPicture().length)]);
    const most = of(4 * 1024 * 1024);
    const { asset } = (await (await sendMedia('most', most)).json()) as { asset: { url: string } };
    expect(Buffer.from(await (await fetch(onThisMachine(asset.url))).arrayBuffer()).equals(most)).toBe(true);
    const before = readdirSync(folder).length;
    expect((await sendMedia('more', of(4 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await sendMedia('far-more', of(5 * 1024 * 1024))).status).toBe(413);
    expect(readdirSync(folder)).toHaveLength(before);
  });

  it('that its own library sends is taken: Python’s requests, with the password in the address', async ({ skip }) => {
    const python = (program: string, ...words: string[]) => promisify(execFile)('python3', ['-c', program, ...words]);
    const isAble = await python('import requests').then(
      () => true,
      () => false,
    );
    if (!isAble) skip('Python’s requests is not on this machine');
    const program = `
import hmac, io, sys, requests
base, secret, token = sys.argv[1:]
assets = base.replace('http://', 'http://newsroom:' + token + '@') + '/ingest/assets'
session = requests.Session()
def there():
    return session.get(assets + '/2026112409/python.png').status_code
def send():
    prepared = requests.Request('POST', assets).prepare()
    prepared.prepare_body({'media_id': '2026112409/python.png'}, {'media': ('2026112409/python.png', io.BytesIO(bytes.fromhex('${aPicture(7).toString('hex')}')), 'image/png')})
    headers = prepared.headers.copy()
    headers['x-superdesk-signature'] = 'sha1=' + hmac.new(secret.encode(), prepared.body, 'sha1').hexdigest()
    prepared.prepare_headers(headers)
    return session.send(prepared).status_code
print(there(), send(), there(), send())
`;
    const { stdout } = await python(program, url, SECRET, lookToken(SECRET));
    expect(stdout.trim()).toBe('404 201 200 200');
  });
});

describe('the function', () => {
  it('says at once what is wrong with its files', async () => {
    const wrong: [Record<string, string>, RegExp][] = [
      [
        { [ENV.assetsUrl]: 'http://media.example/', [ENV.assetsSecret]: 'short' },
        /ASSETS_URL must be .*; ASSETS_SECRET must have 32 characters/,
      ],
      [{ [ENV.assetsBucket]: '' }, /ASSETS_BUCKET is missing/],
      [
        { [ENV.assetsBucket]: '', [ENV.assetsUrl]: '', [ENV.assetsSecret]: '' },
        /a key of INGEST_KEYS says .*assets.*, and ASSETS_BUCKET is missing/,
      ],
    ];
    for (const [change, said] of wrong) {
      await using runtime = await startLambda({ bundle: 'ingest', environment: { ...environment, ...change } });
      expect(JSON.stringify(await runtime.invoke({}))).toMatch(said);
    }
  });

  it('answers 503, with when to come back, while S3 throttles or is not there', async () => {
    const throttling = createServer((request, response) => {
      request.resume();
      response.writeHead(503, { 'content-type': 'application/xml' }).end('<Error><Code>SlowDown</Code></Error>');
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => throttling.once('listening', resolve));
    const endpoint = `http://127.0.0.1:${(throttling.address() as AddressInfo).port}`;
    try {
      for (const s3 of [endpoint, 'http://127.0.0.1:1']) {
        await using runtime = await startLambda({
          bundle: 'ingest',
          environment: { ...environment, [ENV.assetsBucket]: 'pictures', [ENV.s3Endpoint]: s3 },
        });
        await using gateway = await startGateway({ functions: routes(through(runtime), through(runtime)), port: 0 });
        const sent = await sendMedia('w9', aPicture(), gateway.url);
        expect([sent.status, sent.headers.get('retry-after')]).toEqual([503, '5']);
        const looked = await fetch(`${gateway.url}/ingest/assets/w9`, { headers: password });
        expect([looked.status, looked.headers.get('retry-after')]).toEqual([503, '5']);
      }
    } finally {
      throttling.close().closeAllConnections();
    }
  });
});
