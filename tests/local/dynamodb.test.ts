import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CannotStart } from '../../lambda/local/cannot-start.ts';
import { createTable, identifyTable, LOCAL_AWS, startDynamodb } from '../../lambda/local/dynamodb.ts';
import { isRunning, run, temporaryFolder } from './processes.ts';

const named = process.env.DYNAMODB_ENDPOINT;

/** The embedded server, also where the tests are told to use another one. */
function startEmbedded(options?: { dataFile?: string }) {
  vi.stubEnv('DYNAMODB_ENDPOINT', undefined);
  return startDynamodb(options);
}

function clientOf({ endpoint }: { endpoint: string }): DynamoDBClient {
  for (const [name, value] of Object.entries(LOCAL_AWS)) vi.stubEnv(name, value);
  return new DynamoDBClient({ endpoint, maxAttempts: 1 });
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.skipIf(named)('the embedded DynamoDB (skipped where DYNAMODB_ENDPOINT names another)', () => {
  it('keeps what a data file holds from one start to the next', async () => {
    await using folder = await temporaryFolder();
    const dataFile = join(folder.path, 'news.db');
    const Key = { pk: { S: 'ARTICLE#1' }, sk: { S: 'TEASER' } };
    let id: string;
    {
      await using db = await startEmbedded({ dataFile });
      await createTable(db.endpoint, 'news');
      id = await identifyTable(db.endpoint, 'news');
      await clientOf(db).send(new PutItemCommand({ TableName: 'news', Item: { ...Key, headline: { S: 'Harbour closes' } } }));
    }
    await using db = await startEmbedded({ dataFile });
    await createTable(db.endpoint, 'news'); // there already, and left as it is

    expect((await clientOf(db).send(new GetItemCommand({ TableName: 'news', Key }))).Item?.headline).toEqual({ S: 'Harbour closes' });
    expect(await identifyTable(db.endpoint, 'news')).toBe(id);
  });

  it('is another one each time, and answers no more after its disposal', async () => {
    const one = await startEmbedded();
    await using other = await startEmbedded();
    expect(one.endpoint).not.toBe(other.endpoint);
    await one[Symbol.asyncDispose]();

    await expect(fetch(one.endpoint)).rejects.toThrow();
    expect((await fetch(other.endpoint)).ok).toBe(true);
  });

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT', 'exit'] as const)('ends with a process that ends by %s', async (how) => {
    const program = `
      import { startDynamodb } from './lambda/local/dynamodb.ts';
      const { endpoint } = await startDynamodb();
      console.log('at', endpoint, '.');
      ${how === 'exit' ? 'process.exit()' : 'setInterval(() => {}, 1000)'}`;
    await using parent = run(process.execPath, ['--input-type=module-typescript', '--eval', program]);
    await parent.says(' .');
    const endpoint = /at (\S+)/.exec(parent.words())?.[1] ?? '';
    if (how !== 'exit') {
      expect((await fetch(endpoint)).ok).toBe(true);
      parent.child.kill(how);
    }
    await parent.ended;

    await vi.waitFor(() => expect(fetch(endpoint)).rejects.toThrow(), 5_000);
  });

  it.each([
    ['is no database', Buffer.alloc(4_096, 'x')],
    ['is cut', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(50, 1)])],
  ])('says in a sentence that a data file %s, and leaves nothing running', async (_, content) => {
    await using folder = await temporaryFolder();
    const dataFile = join(folder.path, 'news.db');
    await writeFile(dataFile, content);

    const failure = await startEmbedded({ dataFile }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CannotStart);
    expect((failure as Error).message).toMatch(
      /^The database file \/.*news\.db cannot be opened \(.+\)\. Move its folder away .* npm start$/,
    );
  });
});

describe('a DynamoDB that DYNAMODB_ENDPOINT names', () => {
  it('is used as it is, and left running', async () => {
    await using db = await startDynamodb();
    vi.stubEnv('DYNAMODB_ENDPOINT', db.endpoint);
    const same = await startDynamodb({ dataFile: '/nowhere/news.db' });
    expect(same.endpoint).toBe(db.endpoint);
    await same[Symbol.asyncDispose]();

    expect((await fetch(db.endpoint)).status).toBeGreaterThan(0);
  });

  it.each(['http://127.0.0.1:9', 'not a URL'])('is missed in a sentence when nothing answers at %s', async (endpoint) => {
    vi.stubEnv('DYNAMODB_ENDPOINT', endpoint);

    await expect(startDynamodb()).rejects.toThrow(`No DynamoDB answers at DYNAMODB_ENDPOINT=${endpoint}.`);
  });
});

it('a process that is gone is not running', () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(isRunning(2 ** 22 + 1)).toBe(false); // above the largest pid that Linux gives out
});
