import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { documentId } from '../../lambda/domain/document-id.ts';
import { lookToken, signAsSuperdesk } from '../../lambda/ingest/signature.ts';
import { findFreePort } from '../../lambda/local/dynamodb.ts';
import { TABS } from '../../lambda/local/graphiql.ts';
import { signBody } from '../../lambda/signature.ts';
import { aMediaForm, aPicture } from '../support/files.ts';
import { descendantsOf, isRunning, type Running, run, temporaryFolder } from './processes.ts';

/** Loading the samples takes seconds on an idle machine, and many times that on a busy one. */
const PATIENCE = 180_000;

/** The embedded DynamoDB is what is started and ended here, and /proc tells what runs. */
const elsewhere = process.env.DYNAMODB_ENDPOINT !== undefined || process.platform !== 'linux';

const READY = 'To stop: Ctrl-C.';

let folder: { path: string } & AsyncDisposable;
let port: number;

beforeAll(async () => {
  folder = await temporaryFolder();
  port = await findFreePort();
});
afterAll(() => folder[Symbol.asyncDispose]());

/** `npm start` without npm, on the data folder of this file unless told otherwise. */
function start(environment: Record<string, string> = {}): Running {
  return run(process.execPath, ['lambda/local/start.ts'], { PORT: String(port), DATA_DIR: join(folder.path, 'data'), ...environment });
}

function get(path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`);
}

async function ask(query: string, variables: Record<string, string> = {}) {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as { data?: Record<string, unknown>; errors?: { message: string }[] };
}

describe.skipIf(elsewhere)('a first start (skipped outside Linux and with DYNAMODB_ENDPOINT)', { timeout: PATIENCE }, () => {
  let service: Running;

  beforeAll(async () => {
    service = start();
    await service.says(READY);
  }, PATIENCE);
  afterAll(() => service[Symbol.asyncDispose]());

  it('says how far the sample newsroom is loaded, then what is served', () => {
    expect(service.words()).toMatch(/Loading the sample newsroom: \d+ of \d+\n/);
    expect(service.words()).toMatch(/Loaded the sample newsroom: \d\d+ articles\.\n/);
    expect(service.words()).toContain(`http://127.0.0.1:${port}/graphiql`);
    expect(service.words()).not.toMatch(/refused|error/i);
  });

  it('answers from the samples', async () => {
    const { data, errors } = await ask('{ latest(first: 5) { edges { node { headline } } } }');
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ latest: { edges: Array(5).fill({ node: { headline: expect.stringMatching(/\S/) } }) } });
  });

  it('says that it is up', async () => {
    expect(await (await get('/health')).json()).toMatchObject({ status: 'ok' });
  });

  it.each(['/', '/graphiql'])('has a page at %s that may ask nobody but this service', async (path) => {
    const response = await get(path);

    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src ('self'|'unsafe-inline'|'unsafe-eval'|data:|blob:|\s)+$/);
    expect((await response.text()).includes('<title>Broadsheet</title>')).toBe(true);
  });

  it.each(TABS)('answers the tab "$example" that GraphiQL opens with', async ({ example, variables }) => {
    const query = await readFile(`examples/${example}.graphql`, 'utf8');
    expect((await (await get('/graphiql')).text()).includes(JSON.stringify(query))).toBe(true); // a page of 9 MB: not for a report
    const { data, errors } = await ask(query, variables);

    expect(errors).toBeUndefined();
    expect(Object.values(data ?? {})).not.toContain(null);
  });

  it('has registered the documents of examples/, which are asked by their ids', async () => {
    const id = documentId(await readFile('examples/section.graphql', 'utf8'));
    const response = await get(`/graphql?documentId=${id}&variables=${encodeURIComponent('{"slug":"culture"}')}`);
    expect(await response.json()).toMatchObject({ data: { section: { name: 'Culture' } } });
  });

  it('refuses a push without the key, and tells it to nobody but the person at the keyboard', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/ingest/markdown?uri=x`, { method: 'POST', body: '# Unsigned' });
    expect(response.status).toBe(401);
    expect((await stat(join(folder.path, 'data/ingest-key'))).mode & 0o777).toBe(0o600);
    const key = await readFile(join(folder.path, 'data/ingest-key'), 'utf8');
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(service.words()).toContain(`: ${key}\n`);
    for (const page of ['/', '/graphiql', '/health']) expect((await (await get(page)).text()).includes(key)).toBe(false);
  });

  it('takes a file as Superdesk sends it, keeps it in the data folder and serves it', async () => {
    const secret = await readFile(join(folder.path, 'data/ingest-key'), 'utf8');
    const [picture, form] = [aPicture(), aMediaForm('2026/weir.png', aPicture())];
    const headers = { 'x-superdesk-signature': signAsSuperdesk(secret, form) };
    const sent = await fetch(`http://127.0.0.1:${port}/ingest/assets`, { method: 'POST', headers, body: new Uint8Array(form) });
    const { asset } = (await sent.json()) as { asset: { url: string } };
    expect([sent.status, asset.url]).toEqual([201, expect.stringMatching(`^http://localhost:${port}/assets/[\\w-]{43}$`)]);

    const { pathname } = new URL(asset.url);
    expect((await readFile(join(folder.path, 'data', pathname))).equals(picture)).toBe(true);
    expect(Buffer.from(await (await get(pathname)).arrayBuffer()).equals(picture)).toBe(true);
    const known = await fetch(`http://127.0.0.1:${port}/ingest/assets/2026/weir.png`, {
      headers: { authorization: `Basic ${Buffer.from(`superdesk:${lookToken(secret)}`).toString('base64')}` },
    });
    expect([known.status, (await get('/ingest/assets/2026/weir.png')).status]).toEqual([200, 404]);
  });

  it('answers a router that signs with its key, and no other', async () => {
    const secret = await readFile(join(folder.path, 'data/ingest-key'), 'utf8');
    const body =
      '{"query":"{ _entities(representations: [{ __typename: \\"Section\\", slug: \\"culture\\" }]) { ... on Section { name } } }"}';
    const signature = signBody(secret, Buffer.from(body), Math.floor(Date.now() / 1000));
    const headers = { 'content-type': 'application/json', 'x-broadsheet-signature': signature };
    const answers = [headers, { ...headers, 'x-broadsheet-signature': `${signature}0` }].map((some) =>
      fetch(`http://127.0.0.1:${port}/subgraph`, { method: 'POST', headers: some, body }),
    );
    const [signed, wrong] = await Promise.all(answers);
    expect(await signed?.json()).toMatchObject({ data: { _entities: [{ name: 'Culture' }] } });
    expect(wrong?.status).toBe(401);
  });

  it('tells a second one in a sentence that its port or its data folder is taken', async () => {
    await using samePort = start({ DATA_DIR: join(folder.path, 'other') });
    await using sameFolder = start({ PORT: String(await findFreePort()) });

    expect(await samePort.ended).toBe(1);
    expect(samePort.words()).toBe(`Port ${port} of 127.0.0.1 is taken. Choose another one: PORT=${port + 1} npm start\n`);
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.words()).toMatch(/^The data folder \/.* is in use by another Broadsheet\. .* npm start\n$/);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends by %s with all it started, and starts again without loading', async (signal) => {
    const started = descendantsOf(service.child.pid ?? 0);
    expect(started.length).toBeGreaterThan(0);
    expect(started.every(isRunning)).toBe(true);
    service.child.kill(signal);

    expect(await service.ended).toBe(0);
    await vi.waitFor(() => expect(started.filter(isRunning)).toEqual([]), 5_000);
    service = start();
    await service.says(READY);
    expect(service.words()).not.toContain('sample newsroom');
    expect((await ask('{ latest(first: 1) { edges { node { headline } } } }')).data).toMatchObject({ latest: { edges: [{}] } });
  });

  it('ends in order when Ctrl-C comes twice, as it does through npm, also while a client dawdles', async () => {
    const dawdler = connect(port, '127.0.0.1', () => dawdler.write('POST /graphql HTTP/1.1\r\nHost: news\r\nContent-Length: 100\r\n\r\n{'));
    dawdler.on('error', () => {}); // it is cut off, which is what should happen
    await sleep(200);
    service.child.kill('SIGINT');
    await service.says('Stopping.');
    service.child.kill('SIGINT');

    expect(await service.ended).toBe(0);
    service = start();
    await service.says(READY);
  });

  it('loads the rest when the first load was cut', async () => {
    service.child.kill();
    await service.ended;
    await writeFile(join(folder.path, 'data/samples-loaded'), '');
    service = start();
    await service.says(READY);

    expect(service.words()).toContain('Loaded the sample newsroom');
  });

  it('runs the bundles with the switches of production when STAGE is prod', async () => {
    service.child.kill();
    await service.ended;
    service = start({ STAGE: 'prod' });
    await service.says(READY);

    expect((await ask('{ latest(first: 1) { edges { node { headline } } } }')).data).toMatchObject({ latest: { edges: [{}] } });
    expect((await ask('{ __schema { queryType { name } } }')).errors).toHaveLength(1);
    expect((await get('/graphiql')).status).toBe(200);
  });
});

describe.skipIf(elsewhere)('npm start (skipped outside Linux and with DYNAMODB_ENDPOINT)', { timeout: PATIENCE }, () => {
  it('ends everything when npm is told to end', async () => {
    await using npm = run('npm', ['start'], { PORT: String(port), DATA_DIR: join(folder.path, 'data') });
    await npm.says(READY);
    const started = descendantsOf(npm.child.pid ?? 0);
    expect(started.length).toBeGreaterThan(1);
    npm.child.kill('SIGTERM');
    await npm.ended;

    await vi.waitFor(() => expect(started.filter(isRunning)).toEqual([]), 5_000);
  });
});

describe.skipIf(elsewhere)('what keeps a service from starting is one sentence (skipped outside Linux and with DYNAMODB_ENDPOINT)', () => {
  it.each<[string, (path: string) => Promise<Record<string, string>>, RegExp]>([
    [
      'a data folder that is a file',
      async (path) => {
        await writeFile(join(path, 'file'), '');
        return { DATA_DIR: join(path, 'file') };
      },
      /^The data folder \/.*\/file cannot be used: it is a file, or lies in one\. .* npm start\n$/,
    ],
    [
      'a data folder inside a file',
      async (path) => {
        await writeFile(join(path, 'file'), '');
        return { DATA_DIR: join(path, 'file/data') };
      },
      /cannot be used: it is a file, or lies in one\./,
    ],
    [
      'a data folder that nobody may make',
      async () => ({ DATA_DIR: '/sys/broadsheet' }),
      /^The data folder \/sys\/broadsheet cannot be used: /,
    ],
    [
      'a lock that is something else',
      async (path) => {
        await mkdir(join(path, 'lock'));
        return { DATA_DIR: path };
      },
      /^The data folder \/.* cannot be used: /,
    ],
    [
      'a broken database',
      async (path) => {
        await writeFile(join(path, 'news.db'), 'x'.repeat(5_000));
        return { DATA_DIR: path };
      },
      /^The database file \/.*\/news\.db cannot be opened \(.*\)\. .* npm start\n$/,
    ],
    ['a DynamoDB that does not answer', async () => ({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }), /^No DynamoDB answers at .*\.\n$/],
    ['a port that is no number', async () => ({ PORT: 'four' }), /^PORT must be a number up to 65535, not "four"\.\n$/],
    ['a stage that is none', async () => ({ STAGE: 'test' }), /^STAGE must be "dev" or "prod", not "test"\.\n$/],
    ['a host that is not here', async () => ({ HOST: '192.0.2.1' }), /^HOST=192\.0\.2\.1 is no address of this machine/],
  ])('%s', async (_, prepare, sentence) => {
    await using own = await temporaryFolder();
    await using service = start({ DATA_DIR: own.path, PORT: '0', ...(await prepare(own.path)) });

    expect(await service.ended).toBe(1);
    expect(service.words()).toMatch(sentence);
    expect(service.words()).not.toMatch(/^\s+at /m);
  });

  it('a taken port', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    const { port: number } = (await vi.waitUntil(() => taken.address())) as { port: number };
    await using service = start({ PORT: String(number), DATA_DIR: join(folder.path, 'never') });

    expect(await service.ended).toBe(1);
    expect(service.words()).toContain(`Port ${number} of 127.0.0.1 is taken.`);
    await expect(stat(join(folder.path, 'never'))).rejects.toThrow('ENOENT');
    taken.close();
  });
});
