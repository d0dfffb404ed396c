import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Table } from 'dynamodb-toolbox/table';
import { type Items, newsItems } from './items.ts';
import { TABLE_SHAPE } from './table-shape.ts';

/** What DynamoDB was asked for: every answer is counted here. */
export type Meter = {
  calls: number;
  /** Capacity units, as DynamoDB states them. */
  units: number;
};

/** The open table: its items, and the meter that counts for whoever holds this handle. */
export type NewsTable = Items & { readonly meter: Meter; readonly client: DynamoDBDocumentClient };

/**
 * Opens the table. Keeps connections for the life of the process.
 * @param endpoint where DynamoDB answers; AWS when undefined
 */
export function openNewsTable({ tableName, endpoint }: { tableName: string; endpoint?: string | undefined }): NewsTable {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      ...(endpoint ? { endpoint } : {}),
      maxAttempts: 4, // the SDK's jittered back-off; three attempts were seen to lose writes at 60 % throttling
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true }, // ms; the SDK has none by default and a hung read waits for minutes
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
  return { ...newsItems(table), client, meter: { calls: 0, units: 0 } };
}

/** The same table, counted apart: one for each request. */
export function metered(table: NewsTable): NewsTable {
  return { ...table, meter: { calls: 0, units: 0 } };
}

type Counted = { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] | undefined };

/** Counts an answer and hands it on. */
export async function counted<Answer extends Counted>({ meter }: NewsTable, answer: Promise<Answer>): Promise<Answer> {
  meter.calls += 1;
  const settled = await answer;
  for (const { CapacityUnits = 0 } of [settled.ConsumedCapacity ?? []].flat()) meter.units += CapacityUnits;
  return settled;
}
