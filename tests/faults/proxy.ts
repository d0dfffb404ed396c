import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { diceOf } from './dice.ts';

/** What DynamoDB is asked, by the names of its own API. */
export type Operation =
  | 'GetItem'
  | 'BatchGetItem'
  | 'Query'
  | 'PutItem'
  | 'DeleteItem'
  | 'UpdateItem'
  | 'BatchWriteItem'
  | 'TransactWriteItems'
  | 'TransactGetItems'
  | 'Scan';

/** What can go wrong between us and DynamoDB. */
export type FaultKind =
  /** Refused before anything is done: ProvisionedThroughputExceededException or ThrottlingException. */
  | 'throttle'
  /** 500 InternalServerError, before anything is done. */
  | 'serverError'
  /** The connection ends before the request arrives. */
  | 'reset'
  /** The request is carried out, and the connection ends before the answer arrives, or in the middle of it. */
  | 'lostAnswer'
  /** Nothing is done and nothing is answered, and the connection stays open. */
  | 'hang'
  /** The request is carried out, and nothing is answered. */
  | 'hangAfter'
  /** A transaction is cancelled because another one holds one of its items. */
  | 'conflict'
  /** A transaction is cancelled because one of its items is throttled. */
  | 'throttledTransaction'
  /** A batch is carried out in part; the rest comes back unprocessed. */
  | 'partial'
  /** A Query meets half of a transaction: one item is missing from its answer. Never for a consistent Query. */
  | 'torn';

/** Probabilities from 0 to 1, for each operation or for all (`*`); those of one operation stand beside those for all. */
export type Faults = Partial<Record<Operation | '*', Partial<Record<FaultKind, number>>>>;

/** A call as it arrives, before it is forwarded. `number` counts from 1. */
export type Call = { number: number; operation: Operation };

export type FaultProxy = {
  endpoint: string;
  /** How many calls came, how many of each operation and how many faults of each kind. */
  counts: { calls: number; operations: Record<string, number>; faults: Partial<Record<FaultKind, number>> };
  /** Other faults from now on; none for an answer as it is. Counts go on. */
  set(faults: Faults): void;
  /** Comes when nothing that was sent to DynamoDB is still on its way. */
  quiet(): Promise<void>;
} & AsyncDisposable;

type Json = Record<string, unknown>;
type Answer = { status: number; body: Buffer };

/** Which faults an operation can meet at all. */
const ONLY_FOR: Partial<Record<FaultKind, readonly Operation[]>> = {
  conflict: ['TransactWriteItems'],
  throttledTransaction: ['TransactWriteItems'],
  partial: ['BatchGetItem', 'BatchWriteItem'],
  torn: ['Query'],
};

/**
 * Stands in front of a local DynamoDB, which itself never fails, and fails for it. Calls are dealt their faults in the order in which they arrive,
 * so that one seed gives one row of faults.
 * @param endpoint where the real one answers
 * @param onCall called with every call as it arrives, and awaited; may name the fault that this call meets
 */
export async function startProxy({
  endpoint,
  seed,
  faults = {},
  onCall,
}: {
  endpoint: string;
  seed: number;
  faults?: Faults;
  onCall?: (call: Call) => Promise<FaultKind | undefined> | FaultKind | undefined;
}): Promise<FaultProxy> {
  const dice = diceOf(seed);
  const agent = new Agent({ keepAlive: true });
  const counts: FaultProxy['counts'] = { calls: 0, operations: {}, faults: {} };
  let current = faults;

  const deal = (operation: Operation): FaultKind | null => {
    const chances = { ...current['*'], ...current[operation] };
    let left = dice();
    for (const [kind, chance] of Object.entries(chances) as [FaultKind, number][]) {
      if (ONLY_FOR[kind] && !ONLY_FOR[kind].includes(operation)) continue;
      left -= chance;
      if (left < 0) return kind;
    }
    return null;
  };

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] as Operation;
    const body = await bytesOf(incoming);
    counts.calls += 1;
    counts.operations[operation] = (counts.operations[operation] ?? 0) + 1;
    const call = { number: counts.calls, operation };
    const kind = (await onCall?.(call)) ?? deal(operation);
    const forward = (sent = body) => forwarded(endpoint, agent, incoming, sent);
    const meets = (met: FaultKind) => {
      counts.faults[met] = (counts.faults[met] ?? 0) + 1;
    };

    if (kind === 'partial' || kind === 'torn') {
      const met = await (kind === 'torn' ? tornAnswer : partialAnswer)(operation, body, forward, dice);
      if (met) meets(kind);
      return answer(outgoing, met ?? (await forward()));
    }
    if (kind) meets(kind);
    switch (kind) {
      case 'throttle':
        return answer(outgoing, failure(400, dice() < 0.5 ? 'ProvisionedThroughputExceededException' : 'ThrottlingException'));
      case 'serverError':
        return answer(outgoing, failure(500, 'InternalServerError'));
      case 'conflict':
        return answer(outgoing, cancelled(body, 'TransactionConflict', dice));
      case 'throttledTransaction':
        return answer(outgoing, cancelled(body, dice() < 0.5 ? 'ThrottlingError' : 'ProvisionedThroughputExceeded', dice));
      case 'reset':
        return incoming.socket.destroy();
      case 'hang':
        return undefined;
      case 'hangAfter':
        return void (await forward());
      case 'lostAnswer': {
        const whole = await forward();
        if (dice() < 0.5) return incoming.socket.destroy();
        outgoing.writeHead(whole.status, { ...JSON_HEADERS, 'content-length': whole.body.length });
        outgoing.write(whole.body.subarray(0, Math.floor(whole.body.length / 2)), () => incoming.socket.destroy());
        return undefined;
      }
      default:
        return answer(outgoing, await forward());
    }
  };

  const underWay = new Set<Promise<unknown>>();
  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, outgoing) => {
    const served = serve(incoming, outgoing).catch(() => incoming.socket.destroy()); // whoever asked is gone, or DynamoDB is
    underWay.add(served);
    served.finally(() => underWay.delete(served));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    set: (next) => {
      current = next;
    },
    quiet: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

const JSON_HEADERS = { 'content-type': 'application/x-amz-json-1.0' };

function answer(outgoing: ServerResponse, { status, body }: Answer): void {
  outgoing.writeHead(status, { ...JSON_HEADERS, 'x-amzn-requestid': randomUUID(), 'content-length': body.length });
  outgoing.end(body);
}

async function forwarded(endpoint: string, agent: Agent, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> {
  const { host: _, 'content-length': __, ...kept } = headers;
  const outgoing = request(new URL(url ?? '/', endpoint), { method, agent, headers: { ...kept, 'content-length': body.length } });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  return { status: incoming.statusCode ?? 500, body: await bytesOf(incoming) };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
}

/** An error as DynamoDB words it. */
function failure(status: number, type: string, more: Json = {}): Answer {
  const shape = { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: `${type}, as the proxy was told`, ...more };
  return { status, body: Buffer.from(JSON.stringify(shape)) };
}

/** One action of the transaction is to blame; the others say `None`. */
function cancelled(body: Buffer, code: string, dice: () => number): Answer {
  const { TransactItems = [] } = JSON.parse(body.toString()) as { TransactItems?: unknown[] };
  const blamed = Math.floor(dice() * TransactItems.length);
  const CancellationReasons = TransactItems.map((_, place) => (place === blamed ? { Code: code, Message: code } : { Code: 'None' }));
  const codes = CancellationReasons.map(({ Code }) => Code).join(', ');
  return failure(400, 'TransactionCanceledException', { Message: `Transaction cancelled: [${codes}]`, CancellationReasons });
}

type Trick = (
  operation: Operation,
  body: Buffer,
  forward: (sent?: Buffer) => Promise<Answer>,
  dice: () => number,
) => Promise<Answer | null>;

/** Each key or item is left over with an even chance, but at least one is processed and one is not, as with DynamoDB. Null for a batch of one. */
const partialAnswer: Trick = async (operation, body, forward, dice) => {
  const asked = JSON.parse(body.toString()) as { RequestItems: Record<string, unknown[] | { Keys: unknown[] }> };
  const [leftName, entriesOf] =
    operation === 'BatchGetItem'
      ? (['UnprocessedKeys', (table: unknown) => (table as { Keys: unknown[] }).Keys] as const)
      : (['UnprocessedItems', (table: unknown) => table as unknown[]] as const);
  const total = Object.values(asked.RequestItems).reduce<number>((sum, table) => sum + entriesOf(table).length, 0);
  if (total < 2) return null;
  const [processed, left] = [Math.floor(dice() * total), Math.floor(dice() * (total - 1))];
  let place = -1;
  const [taken, over] = [{} as Record<string, unknown>, {} as Record<string, unknown>];
  for (const [name, table] of Object.entries(asked.RequestItems)) {
    const parts = { taken: [] as unknown[], over: [] as unknown[] };
    for (const entry of entriesOf(table)) {
      place += 1;
      const mustStay = place === (left >= processed ? left + 1 : left);
      parts[mustStay || (place !== processed && dice() < 0.5) ? 'over' : 'taken'].push(entry);
    }
    const withEntries = (entries: unknown[]) => (operation === 'BatchGetItem' ? { ...(table as Json), Keys: entries } : entries);
    if (parts.taken.length > 0) taken[name] = withEntries(parts.taken);
    if (parts.over.length > 0) over[name] = withEntries(parts.over);
  }
  const answered = await forward(Buffer.from(JSON.stringify({ ...asked, RequestItems: taken })));
  if (answered.status !== 200) return answered;
  return { status: 200, body: Buffer.from(JSON.stringify({ ...JSON.parse(answered.body.toString()), [leftName]: over })) };
};

/**
 * A Query is only read-committed beside a transaction: it can see one item that the transaction put and miss another. So one item is missing,
 * and the next stands in its place; but never the whole of a version: that would be the moment before the transaction, which is a right answer.
 * Null where no version in the answer has two items.
 */
const tornAnswer: Trick = async (_operation, body, forward, dice) => {
  const asked = JSON.parse(body.toString()) as { Limit?: number; ConsistentRead?: boolean };
  if (asked.ConsistentRead) return null;
  const answered = await forward(Buffer.from(JSON.stringify(asked.Limit ? { ...asked, Limit: asked.Limit + 1 } : asked)));
  if (answered.status !== 200) return null;
  const found = JSON.parse(answered.body.toString()) as { Items?: { sk: { S: string } }[]; Count: number };
  const items = found.Items ?? [];
  const versionOf = ({ sk }: { sk: { S: string } }) => /^(V#[^#]+#\d+)#(?:HEAD|BODY)/.exec(sk.S)?.[1] ?? null;
  const halves = items.filter((item, place) => {
    const version = versionOf(item);
    return (
      version !== null && place < (asked.Limit ?? items.length) && items.some((other) => other !== item && versionOf(other) === version)
    );
  });
  const missing = halves[Math.floor(dice() * halves.length)];
  if (!missing) return null;
  const torn = items.filter((item) => item !== missing).slice(0, asked.Limit);
  return { status: 200, body: Buffer.from(JSON.stringify({ ...found, Items: torn, Count: torn.length, ScannedCount: torn.length })) };
};
