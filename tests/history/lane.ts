import { Agent, request } from 'node:http';
import { setImmediate as breathe } from 'node:timers/promises';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { Table } from 'dynamodb-toolbox/table';
import { newsItems } from '../../lambda/store/items.ts';
import { type NewsTable, openNewsTable } from '../../lambda/store/news-table.ts';
import { TABLE_SHAPE } from '../../lambda/store/table-shape.ts';
import type { Trouble } from './generators.ts';

/**
 * One table after another on a real DynamoDB, an empty one for each history: nothing of one is seen in the next, and `LATEST`, the
 * directories and the changes can be compared whole. The tables have no stream: the embedded server looks through all records of
 * a stream at every write, and nothing here reads one.
 */
export type Lane = {
  /** For readers, and for writers to whom nothing happens. */
  table: NewsTable;
  fresh(): Promise<void>;
  /** Every item of the table, as it is stored. */
  dump(): Promise<Record<string, unknown>[]>;
  /** Lets a writer work while something happens to it. */
  under(trouble: Happening | null, work: (table: NewsTable) => Promise<unknown>): Promise<{ crashed: boolean; happened: boolean }>;
  close(): void;
};

export type Happening = Exclude<Trouble, { kind: 'MEANWHILE' }> | { kind: 'MEANWHILE'; call: number; run: () => Promise<unknown> };

type Command = { input: Record<string, unknown>; constructor: { name: string } };
type Send = (command: Command) => Promise<unknown>;

/**
 * Calls go out by a client of a few lines: the SDK's own takes four times the processor time of the server, and ten thousand histories would
 * take hours. `HISTORY_CLIENT=sdk` takes the SDK.
 */
export async function openLane(endpoint: string, lane: number): Promise<Lane> {
  let turn = 0;
  const name = () => `history-${process.pid}-${lane}-${turn}`;
  const agent = new Agent({ keepAlive: true });
  const sdk = process.env.HISTORY_CLIENT === 'sdk' ? openNewsTable({ tableName: 'none', endpoint }).client : null;
  const raw = (target: string, body: unknown) => call(agent, endpoint, target, body);
  const send: Send = sdk
    ? (command) => sdk.send(command as never)
    : async (command) => fromWire(await raw(...toWire(refusingStrangeStarts(command))));

  const plain = tableOn(send, name);
  let happening: Happening | null = null;
  let writes = 0;
  let calls = 0;
  let flying = 0;
  let happened = false;
  let held: Promise<unknown> = Promise.resolve();
  let stop: () => void = () => {};
  let stopped = false;
  const guarded = tableOn(async (command) => {
    await held;
    const isWrite = /^(Transact|Put|Delete|Update|Batch)Write|^(Put|Delete|Update)/.test(command.constructor.name);
    calls += 1;
    if (isWrite) writes += 1;
    const due = happening && !happened && (happening.kind === 'MEANWHILE' ? calls >= happening.call : isWrite && writes >= happening.write);
    if (due) happened = true;
    if (happening?.kind === 'CRASH' && happened) {
      if (!stopped) stop();
      stopped = true;
      return new Promise(() => {}); // a process that has ended hears no answer
    }
    if (due && happening?.kind === 'MEANWHILE') {
      held = happening.run();
      await held;
    }
    flying += 1;
    try {
      const answer = await send(command);
      if (due && happening?.kind === 'LOST') throw new Error('The answer was lost');
      return answer;
    } finally {
      flying -= 1;
    }
  }, name);

  return {
    table: plain,
    close: () => agent.destroy(),
    async fresh() {
      if (turn > 0) await raw('DeleteTable', { TableName: name() });
      turn += 1;
      const { partitionKey, sortKey, billingMode } = TABLE_SHAPE;
      await raw('CreateTable', {
        TableName: name(),
        BillingMode: billingMode,
        AttributeDefinitions: [partitionKey, sortKey].map((key) => ({ AttributeName: key.name, AttributeType: key.type })),
        KeySchema: [
          { AttributeName: partitionKey.name, KeyType: 'HASH' },
          { AttributeName: sortKey.name, KeyType: 'RANGE' },
        ],
      });
    },
    async dump() {
      const items: Record<string, unknown>[] = [];
      let ExclusiveStartKey: unknown;
      do {
        const page = (await send(new ScanCommand({ TableName: name(), ExclusiveStartKey } as never) as never)) as Page;
        items.push(...(page.Items ?? []));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items;
    },
    async under(trouble, work) {
      [happening, writes, calls, happened, stopped, held] = [trouble, 0, 0, false, false, Promise.resolve()];
      const crash = new Promise<'CRASHED'>((resolve) => {
        stop = () => resolve('CRASHED');
      });
      const end = await Promise.race([work(guarded), crash]).catch((error) => {
        if (happening?.kind === 'LOST' && happened) return 'CRASHED'; // a sweeper ends with that; its next run goes on
        throw error;
      });
      while (end === 'CRASHED' && flying > 0) await breathe();
      return { crashed: end === 'CRASHED', happened };
    },
  };
}

type Page = { Items?: Record<string, unknown>[]; LastEvaluatedKey?: unknown };

function tableOn(send: Send, name: () => string): NewsTable {
  const client = Object.assign(Object.create(DynamoDBDocumentClient.prototype), { send }) as DynamoDBDocumentClient;
  const { partitionKey, sortKey } = TABLE_SHAPE;
  const table = new Table({
    documentClient: client,
    name,
    partitionKey: { name: partitionKey.name, type: 'string' },
    sortKey: { name: sortKey.name, type: 'string' },
    entityAttributeSavedAs: 'e',
  });
  return { ...newsItems(table), client, meter: { calls: 0, units: 0 } };
}

const TARGET: Record<string, string> = {
  Get: 'GetItem',
  Delete: 'DeleteItem',
  BatchGet: 'BatchGetItem',
  TransactWrite: 'TransactWriteItems',
};
const VALUES = new Set(['Key', 'Item', 'ExclusiveStartKey', 'LastEvaluatedKey', 'ExpressionAttributeValues']);
const VALUE_LISTS = new Set(['Keys', 'Items']);

function toWire(command: Command): [string, unknown] {
  const name = command.constructor.name.replace(/Command$/, '');
  return [TARGET[name] ?? name, walk(command.input, marshal)];
}

function fromWire(answer: unknown): unknown {
  const { Responses, ...rest } = answer as { Responses?: Record<string, Record<string, unknown>[]> };
  const found = walk(rest, unmarshal) as object;
  if (!Responses) return found;
  return {
    ...found,
    Responses: Object.fromEntries(Object.entries(Responses).map(([table, items]) => [table, items.map((item) => fields(item, unmarshal))])),
  };
}

/** DynamoDB refuses a start key outside the range that is asked for; the embedded server takes it. */
function refusingStrangeStarts(command: Command): Command {
  const { ExclusiveStartKey, ExpressionAttributeValues = {} } = command.input as Record<string, Record<string, string> | undefined>;
  const { pk, sk = '' } = ExclusiveStartKey ?? {};
  const [partition, low = '', high] = Object.values(ExpressionAttributeValues);
  const inside = pk === partition && (high === undefined ? sk.startsWith(low) : sk >= low && sk <= high);
  if (pk !== undefined && command.constructor.name === 'QueryCommand' && !inside)
    throw new Error(`The start key ${sk} lies outside the range`);
  return command;
}

/** Turns the items and keys within a request or an answer, and leaves the rest as it is. */
function walk(value: unknown, turn: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(one, turn));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (VALUES.has(name) && inner) return [name, fields(inner, turn)];
      if (VALUE_LISTS.has(name) && Array.isArray(inner)) return [name, inner.map((item) => fields(item, turn))];
      return [name, walk(inner, turn)];
    }),
  );
}

const fields = (item: object, turn: (value: unknown) => unknown) =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, turn(value)]),
  );

function marshal(value: unknown): unknown {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  throw new Error(`The history test cannot send ${JSON.stringify(value)}`);
}

function unmarshal(value: unknown): unknown {
  const { S, N, B, BOOL } = value as { S?: string; N?: string; B?: string; BOOL?: boolean };
  return S ?? (N === undefined ? (B === undefined ? BOOL : new Uint8Array(Buffer.from(B, 'base64'))) : Number(N));
}

function call(agent: Agent, endpoint: string, target: string, body: unknown): Promise<unknown> {
  const payload = JSON.stringify(body);
  const headers = {
    'x-amz-target': `DynamoDB_20120810.${target}`,
    'content-type': 'application/x-amz-json-1.0',
    'content-length': Buffer.byteLength(payload),
    'x-amz-date': '20260314T060000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260314/eu-central-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(endpoint, { agent, method: 'POST', headers }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on('data', (part: Buffer) => parts.push(part));
      incoming.on('end', () => {
        const answer = JSON.parse(Buffer.concat(parts).toString('utf8')) as { __type?: string; message?: string };
        if (incoming.statusCode === 200) resolve(answer);
        else
          reject(Object.assign(new Error(answer.message ?? answer.__type), { ...answer, name: answer.__type?.split('#')[1] ?? 'Error' }));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}
