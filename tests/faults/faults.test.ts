import { GetCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';
import { seedOf } from './dice.ts';
import { closeReadingRoom, PROMISES, type PromiseName, type Verdict } from './promises.ts';
import { type Faults, startProxy } from './proxy.ts';

const seed = seedOf();
let local: LocalTable;

beforeAll(async () => {
  console.log(`Faults: seed ${seed}`);
  local = await startLocalTable();
});

afterAll(async () => {
  await closeReadingRoom();
  await local[Symbol.asyncDispose]();
});

describe('the proxy that fails for DynamoDB', () => {
  const meet = async (faults: Faults) => {
    const { tableName, table } = await emptyTable(local.endpoint);
    await table.client.send(transaction(tableName, 'before'));
    const proxy = await startProxy({ endpoint: local.endpoint, seed, faults });
    const { client } = openNewsTable({ tableName, endpoint: proxy.endpoint });
    client.config.retryStrategy = async () => ONCE;
    return { proxy, client, tableName, written: async () => (await table.client.send(get(tableName, 'after'))).Item !== undefined };
  };

  it.each([
    ['throttle', /^(ProvisionedThroughputExceededException|ThrottlingException)$/, false],
    ['serverError', /^InternalServerError$/, false],
    ['reset', /^TimeoutError$/, false],
    ['lostAnswer', /^(TimeoutError|Error)$/, true],
    ['hang', /^TimeoutError$/, false],
    ['hangAfter', /^TimeoutError$/, true],
    ['conflict', /^TransactionCanceledException$/, false],
    ['throttledTransaction', /^TransactionCanceledException$/, false],
  ] as const)('answers a write with %s, and it is carried out or not, as it is said of that fault', async (kind, name, carriedOut) => {
    const { proxy, client, tableName, written } = await meet({ '*': { [kind]: 1 } });
    await using _ = proxy;
    await expect(client.send(transaction(tableName, 'after'))).rejects.toMatchObject({ name: expect.stringMatching(name) });
    expect(await written()).toBe(carriedOut);
    expect(proxy.counts.faults).toEqual({ [kind]: 1 });
  });

  it('tears a Query between the items of one version, and never a consistent one', async () => {
    const { tableName, table } = await emptyTable(local.endpoint);
    const sortKeys = ['V#2026#1#BODY#99', 'V#2026#1#HEAD'];
    for (const sk of sortKeys) await table.client.send(transaction(tableName, 'x', sk));
    await using proxy = await startProxy({ endpoint: local.endpoint, seed, faults: { Query: { torn: 1 } } });
    const { client } = openNewsTable({ tableName, endpoint: proxy.endpoint });
    const query = (ConsistentRead: boolean) =>
      new QueryCommand({
        TableName: tableName,
        KeyConditionExpression: 'pk = :x',
        ExpressionAttributeValues: { ':x': 'x' },
        ConsistentRead,
      });
    expect((await client.send(query(false))).Items).toHaveLength(1);
    expect((await client.send(query(true))).Items).toHaveLength(2);
    expect(proxy.counts.faults).toEqual({ torn: 1 });
  });
});

describe('faults between us and DynamoDB', () => {
  it('lose no article, and leave none twice, half listed or unfinished', async () => {
    const [control, tried] = await keptBy('nothing lost');
    expect(control?.figures).toMatchObject({ readable: 40, givenUp: 0 });
    expect(tried?.figures.throttle).toBeGreaterThan(100);
    expect(tried?.figures.lostAnswer).toBeGreaterThan(10);
    expect(tried?.figures.partial).toBeGreaterThan(10);
  }, 120_000);

  it('make no push say that it failed when its answer was lost, and leave the same table', async () => {
    const [tried] = await keptBy('lost answers');
    expect(tried?.figures.lost).toBeGreaterThan(20);
  }, 120_000);

  it('are not seen by readers: every answer is right and comes within two seconds', async () => {
    const [, tried] = await keptBy('reads under faults');
    for (const kind of ['throttle', 'serverError', 'reset', 'torn', 'partial']) expect(tried?.figures[kind]).toBeGreaterThan(0);
  }, 120_000);
});

describe('a writer that is killed with SIGKILL', () => {
  it('leaves nothing listed that cannot be opened, and the same list pushed again leaves the table of an uninterrupted run', async () => {
    const [tried] = await keptBy('killed at any point');
    expect(tried?.figures.looks).toBeGreaterThan(8);
  }, 180_000);
});

describe('a DynamoDB that hangs', () => {
  it('leaves no request without an answer when the time of the function is up', async () => {
    const [always] = await keptBy('reads while DynamoDB hangs');
    expect(always?.figures).toMatchObject({ requests: 12, answered: 12, cleanErrors: 12 });
  }, 60_000);
});

async function keptBy(name: PromiseName): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for await (const verdict of PROMISES[name]({ endpoint: local.endpoint, seed, form: 'short' })) verdicts.push(verdict);
  expect(verdicts.flatMap(({ run, faults }) => faults.map((fault) => `${run}: ${fault}`))).toEqual([]);
  return verdicts;
}

/** No repetition, so that each fault is met as it is. */
const ONCE = {
  acquireInitialRetryToken: async () => ({ getRetryCount: () => 0, getRetryDelay: () => 0 }),
  refreshRetryTokenForRetry: async () => {
    throw new Error('Once is enough');
  },
  recordSuccess: () => {},
};

function transaction(TableName: string, pk: string, sk = 'x') {
  return new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: { pk, sk } } }] });
}

function get(TableName: string, pk: string) {
  return new GetCommand({ TableName, Key: { pk, sk: 'x' }, ConsistentRead: true });
}
