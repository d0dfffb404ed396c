import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempDisposableSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import * as client from '../../client/src/index.ts';
import { ArticleDocument, FrontDocument, newsClient } from '../../client/src/index.ts';

const ROOT = join(import.meta.dirname, '../..');

type Request = { method: string; url: URL; headers: IncomingMessage['headers']; body: string };

/** A service that keeps what it is asked, and answers everything alike. */
async function startListener() {
  const requests: Request[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const url = new URL(request.url ?? '', 'http://listener');
    requests.push({ method: request.method ?? '', url, headers: request.headers, body: Buffer.concat(parts).toString() });
    response.setHeader('content-type', 'application/json');
    response.end('{"data": {"article": null}}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return { url, requests, [Symbol.dispose]: () => void server.close() };
}

describe('the client', () => {
  it('sends the text of a document with POST', async () => {
    using listener = await startListener();
    const { data } = await newsClient({ url: listener.url }).ask(ArticleDocument, { path: '/world/häfen' });
    expect(data).toEqual({ article: null });
    const [{ method, headers, body } = {} as Request] = listener.requests;
    expect([method, headers['content-type']]).toEqual(['POST', 'application/json']);
    expect(JSON.parse(body)).toEqual({ query: ArticleDocument.toString(), variables: { path: '/world/häfen' } });
  });

  it('asks registered documents by their hash with GET, the keys of variables in one order', async () => {
    using listener = await startListener();
    const trusting = newsClient({ url: listener.url, trusted: true });
    const anyOrder = { path: '/a', ...({ b: { z: 1, a: [{ y: 1, x: 2 }] }, a: undefined } as object) };
    await trusting.ask(ArticleDocument, anyOrder);
    await trusting.ask(FrontDocument);
    const id = (text: string) => createHash('sha256').update(text).digest('hex');
    expect(listener.requests.map(({ method, url }) => [method, Object.fromEntries(url.searchParams)])).toEqual([
      ['GET', { documentId: id(ArticleDocument.toString()), variables: '{"b":{"a":[{"x":2,"y":1}],"z":1},"path":"/a"}' }],
      ['GET', { documentId: id(FrontDocument.toString()) }],
    ]);
  });

  it('sends the text where a browser has no hashes: on pages of another machine without https', async () => {
    using listener = await startListener();
    vi.stubGlobal('crypto', {});
    await newsClient({ url: listener.url, trusted: true }).ask(FrontDocument);
    vi.unstubAllGlobals();
    const [{ method, body } = {} as Request] = listener.requests;
    expect([method, JSON.parse(body).query]).toEqual(['POST', FrontDocument.toString()]);
  });

  it('shows the token of a reader, and then never asks where others are answered', async () => {
    using listener = await startListener();
    await newsClient({ url: listener.url, trusted: true, readerToken: () => 'expires=1,v1=0' }).ask(FrontDocument);
    const [{ method, url, headers, body } = {} as Request] = listener.requests;
    expect([method, url.search, headers['x-broadsheet-reader']]).toEqual(['POST', '', 'expires=1,v1=0']);
    expect(Object.keys(JSON.parse(body))).toEqual(['documentId']);
  });
});

describe('the client of a newsroom', () => {
  it('shows its token, and then asks where nothing is kept', async () => {
    using listener = await startListener();
    let token: string | undefined = 'as-of=2026-11-03T18:00:00.000Z,expires=1,v1=0';
    const looking = newsClient({ url: listener.url, trusted: true, previewToken: () => token });
    await looking.ask(FrontDocument);
    token = undefined;
    await looking.ask(FrontDocument);
    expect(listener.requests.map(({ method, headers }) => [method, headers['x-broadsheet-preview']])).toEqual([
      ['POST', 'as-of=2026-11-03T18:00:00.000Z,expires=1,v1=0'],
      ['GET', undefined],
    ]);
  });
});

describe('the package', () => {
  it('does what its page shows', () => {
    const [, shown = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, 'client/README.md'), 'utf8')) ?? [];
    expect(shown).toContain("newsClient({ url: 'http://127.0.0.1:4000/graphql' })");
    for (const [, name = ''] of shown.matchAll(/import \{ ([^}]*) \}/g))
      for (const one of name.split(', ')) expect(Object.keys(client)).toContain(one);
  });

  it('is built into modules with types that a project of its own compiles and runs', async () => {
    using folder = mkdtempDisposableSync(`${tmpdir()}/client-`);
    const run = promisify(execFile);
    const installed = join(folder.path, 'node_modules/@broadsheet/client');
    mkdirSync(installed, { recursive: true });
    const tsc = join(ROOT, 'node_modules/.bin/tsc');
    await run(process.execPath, [tsc, '-p', join(ROOT, 'client/tsconfig.json'), '--outDir', join(installed, 'dist')]);
    writeFileSync(join(installed, 'package.json'), readFileSync(join(ROOT, 'client/package.json')));
    symlinkSync(join(ROOT, 'node_modules/@graphql-typed-document-node'), join(folder.path, 'node_modules/@graphql-typed-document-node'));
    writeFileSync(join(folder.path, 'package.json'), '{"type": "module"}');
    writeFileSync(
      join(folder.path, 'page.ts'),
      `import { type ArticleCardFragment, FrontDocument, newsClient, possibleTypes, runs } from '@broadsheet/client';
const client = newsClient({ url: 'http://127.0.0.1:9/graphql' });
export const asked: Promise<unknown> = client.ask(FrontDocument).catch(() => null);
const headline = (card: ArticleCardFragment): string => card.headline;
console.log(JSON.stringify(runs('abc', [{ start: 1, end: 2 }])), typeof headline, possibleTypes.possibleTypes.Node.length > 3);
`,
    );
    const options = [
      '--target',
      'es2024',
      '--module',
      'nodenext',
      '--lib',
      'es2024,dom',
      '--types',
      '',
      '--strict',
      '--outDir',
      folder.path,
    ];
    await run(process.execPath, [tsc, join(folder.path, 'page.ts'), ...options], { cwd: folder.path });
    const { stdout } = await run(process.execPath, [join(folder.path, 'page.js')], { cwd: folder.path });
    expect(stdout).toBe('[{"text":"a","marks":[]},{"text":"b","marks":[{"start":1,"end":2}]},{"text":"c","marks":[]}] function true\n');
  });
});
