import { mkdtempDisposableSync, readdirSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AssetFacts, assetName, factsOf } from '../../lambda/domain/asset.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { type AssetBucket, openAssetBucket } from '../../lambda/store/asset-bucket.ts';
import { aPicture } from '../support/files.ts';

/**
 * There is no S3 to run here: the servers that stand for it pass `If-None-Match` over. This one speaks as much of S3's HTTP as is asked of it, and says 412, 503
 * and nothing at all as S3 does. See Amazon S3 API Reference, "PutObject" and "HeadObject".
 */
type Kept = { headers: IncomingHttpHeaders; bytes: Buffer };
type Fault = { status: number; code: string };
let kept: Map<string, Kept>;
let asked: string[];
let faults: Fault[];
/** The next file is written, and its sender does not hear of it. */
let losesAnswer: boolean;
let bucket: AssetBucket;

beforeEach(async () => {
  Object.assign(process.env, LOCAL_AWS);
  [kept, asked, faults, losesAnswer] = [new Map(), [], [], false];
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    asked.push(`${request.method} ${path}`);
    const say = (status: number, code: string) =>
      response
        .writeHead(status, { 'content-type': 'application/xml' })
        .end(request.method === 'HEAD' ? undefined : `<Error><Code>${code}</Code></Error>`);
    const fault = faults.shift();
    if (fault) return say(fault.status, fault.code);
    const there = kept.get(path);
    if (request.method === 'HEAD') {
      if (!there) return say(404, 'NotFound');
      const { 'content-type': type = '', 'x-amz-meta-sha256': sha256 = '' } = there.headers;
      return response.writeHead(200, { 'content-type': type, 'content-length': there.bytes.length, 'x-amz-meta-sha256': sha256 }).end();
    }
    if (request.headers['if-none-match'] === '*' && there) return say(412, 'PreconditionFailed');
    kept.set(path, { headers: request.headers, bytes });
    if (losesAnswer) {
      losesAnswer = false;
      return response.destroy();
    }
    return response.writeHead(200, { etag: '"x"' }).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  bucket = openAssetBucket({ bucket: 'pictures', endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
  return () => void server.close().closeAllConnections();
});
afterEach(() => expect(faults).toEqual([]));

const NAME = assetName('s'.repeat(32), 'wire', 'weir');
const facts = (bytes: Uint8Array) => factsOf(bytes) as AssetFacts;
const keep = (bytes: Uint8Array, name = NAME) => bucket.keep(name, bytes, facts(bytes));

describe('a bucket of S3', () => {
  it('takes a file with its type, its sum and how long it may be kept, in one call', async () => {
    expect(await keep(aPicture())).toBeNull();
    const { headers, bytes } = kept.get(`/pictures/${NAME}`) as Kept;
    expect(bytes.equals(aPicture())).toBe(true);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'image/png', 'cache-control': 'public, max-age=31536000, immutable', 'if-none-match': '*' },
      'x-amz-meta-sha256': facts(aPicture()).sha256,
    });
    expect(asked).toEqual([`PUT /pictures/${NAME}`]);
  });

  it('says what is known of a file, and null of one that is not there', async () => {
    await keep(aPicture());
    expect(await bucket.find(NAME)).toEqual(facts(aPicture()));
    expect(await bucket.find(assetName('s'.repeat(32), 'wire', 'other'))).toBeNull();
  });

  it('never overwrites: it says what is there', async () => {
    await keep(aPicture(1));
    expect(await keep(aPicture(2))).toEqual(facts(aPicture(1)));
    expect(kept.get(`/pictures/${NAME}`)?.bytes.equals(aPicture(1))).toBe(true);
  });

  it('finds its own file there when the answer to the first attempt was lost', async () => {
    losesAnswer = true;
    expect(await keep(aPicture())).toEqual(facts(aPicture()));
  });

  it('is asked again while it throttles', async () => {
    faults = [
      { status: 503, code: 'SlowDown' },
      { status: 500, code: 'InternalError' },
    ];
    expect(await keep(aPicture())).toBeNull();
    expect(asked).toHaveLength(3);
  });

  it.each<[what: string, fault: Fault]>([
    ['may not be asked', { status: 403, code: 'AccessDenied' }],
    ['is not there', { status: 404, code: 'NoSuchBucket' }],
    ['is being written by another', { status: 409, code: 'ConditionalRequestConflict' }],
  ])('fails when it %s', async (_, fault) => {
    faults = [fault];
    await expect(keep(aPicture())).rejects.toThrow();
    expect(kept.size).toBe(0);
  });

  it('that says 403 of a file is no bucket without it', async () => {
    faults = [{ status: 403, code: 'AccessDenied' }];
    await expect(bucket.find(NAME)).rejects.toThrow();
  });

  it('fails when what was there is gone when it is looked at', async () => {
    faults = [
      { status: 412, code: 'PreconditionFailed' },
      { status: 404, code: 'NotFound' },
    ];
    await expect(keep(aPicture())).rejects.toThrow('was there and is not any more');
  });

  it('is given up at the deadline', async () => {
    await expect(bucket.keep(NAME, aPicture(), facts(aPicture()), AbortSignal.abort())).rejects.toThrow();
    await expect(bucket.find(NAME, AbortSignal.abort())).rejects.toThrow();
    expect(asked).toEqual([]);
  });
});

describe('a folder in its place', () => {
  it('keeps files in the same way, and leaves nothing else', async () => {
    using folder = mkdtempDisposableSync(`${tmpdir()}/bucket-`);
    bucket = openAssetBucket({ bucket: pathToFileURL(`${folder.path}/made/when needed`).href });
    expect(await bucket.find(NAME)).toBeNull();
    expect(await keep(aPicture(1))).toBeNull();
    expect(await keep(aPicture(2))).toEqual(facts(aPicture(1)));
    expect(await bucket.find(NAME)).toEqual(facts(aPicture(1)));
    expect(await bucket.find('../../etc/passwd')).toBeNull();
    expect(readdirSync(`${folder.path}/made/when needed`)).toEqual([NAME]);
  });
});
