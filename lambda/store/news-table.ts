import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Table } from 'dynamodb-toolbox/table';
import { type Items, newsItems } from './items.ts';
import type { Preview } from './preview.ts';
import { retries } from './retries.ts';
import { TABLE_SHAPE } from './table-shape.ts';

/** What DynamoDB was asked for: every answer is counted here. */
export type Meter = {
  calls: number;
  /** Capacity units, as DynamoDB states them. */
  units: number;
};

/** The open table: its items, the meter that counts for whoever holds this handle, and the preview of a later clock if it reads at one. */
export type NewsTable = Items & { readonly meter: Meter; readonly client: DynamoDBDocumentClient; readonly preview?: Preview } & {
  /** When whoever holds this handle has no more time. Its calls are then given up with {@link OutOfTime}. */
  readonly deadline?: AbortSignal;
  /** Is told of every attempt that DynamoDB throttled, whoever made it. */
  readonly throttled?: () => void;
};

/** The time of the caller is up, and DynamoDB has not answered. */
export class OutOfTime extends Error {
  constructor() {
    super('DynamoDB did not answer in time');
    this.name = 'OutOfTime';
  }
}

/**
 * How long one attempt may take to connect, and how long to be answered. DynamoDB answers within some 10 ms; the SDK by itself would wait for minutes.
 * An attempt that is given up too early does no harm: reads are repeated, and transactions carry a token.
 */
const TIMEOUT_MS = 1_000;

/**
 * Opens the table. Keeps connections for the life of the process.
 * @param options.endpoint where DynamoDB answers; AWS when undefined
 * @param options.throttled is told of every attempt that DynamoDB throttled
 */
export function openNewsTable(options: { tableName: string; endpoint?: string | undefined; throttled?: () => void }): NewsTable {
  const { tableName, endpoint, throttled = () => {} } = options;
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...(endpoint ? { endpoint } : {}),
      retryStrategy: retries(throttled),
      requestHandler: { connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const table = new Table({
    documentClient: client,
    name: tableName,
    partitionKey: { name: TABLE_SHAPE.partitionKey.name, type: 'string' },
    sortKey: { name: TABLE_SHAPE.sortKey.name, type: 'string' },
    entityAttributeSavedAs: 'e',
  });
  return { ...newsItems(table), client, throttled, meter: { calls: 0, units: 0 } };
}

/** The same table, counted apart: one for each request. @param deadline when the time of that request is up */
export function metered(table: NewsTable, deadline = table.deadline): NewsTable {
  return { ...table, meter: { calls: 0, units: 0 }, ...(deadline ? { deadline } : {}) };
}

/**
 * How every Query asks for one page. The toolbox's filter by entity runs after the limit and would leave pages empty; an item that it does
 * not know is an error rather than a gap.
 */
export const ONE_PAGE = { maxPages: 1, capacity: 'TOTAL', entityAttrFilter: false, noEntityMatchBehavior: 'THROW' } as const;

type Counted = { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] | undefined };

/** Counts an answer and hands it on. @throws {OutOfTime} at the deadline */
export async function counted<Answer extends Counted>({ meter, deadline }: NewsTable, answer: Promise<Answer>): Promise<Answer> {
  meter.calls += 1;
  const settled = await (deadline ? before(deadline, answer) : answer);
  for (const { CapacityUnits = 0 } of [settled.ConsumedCapacity ?? []].flat()) meter.units += CapacityUnits;
  return settled;
}

/** What comes after the deadline is dropped; the SDK's own attempts end soon after. */
function before<Answer>(deadline: AbortSignal, answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(new OutOfTime());
    if (deadline.aborted) giveUp();
    deadline.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => deadline.removeEventListener('abort', giveUp));
  });
}
