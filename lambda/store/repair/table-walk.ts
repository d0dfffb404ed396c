import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Entity } from 'dynamodb-toolbox/entity';
import { EntityFormatter } from 'dynamodb-toolbox/entity/actions/format';
import { EntityParser } from 'dynamodb-toolbox/entity/actions/parse';
import type { PutItemInput } from 'dynamodb-toolbox/entity/actions/put';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import type { Instant } from '../../domain/instant.ts';
import { counted, type NewsTable } from '../news-table.ts';
import type { Action } from '../transaction.ts';

/**
 * Walking the whole table, for the commands of operators and for nothing else: no function that answers readers may Scan, and none of
 * them can reach this module (a test holds it). Items are taken as they lie, also those that no writer of ours would have left.
 */

/** Partition and sort key of an item. */
export type TableKey = { pk: string; sk: string };

/** An item as it lies in the table, all but the bytes of bodies. `e` names its kind. */
export type StoredItem = TableKey & { e?: string } & Record<string, unknown>;

/** Items looked at per page of a walk: some sixty articles, so that a walk can be cut within a few seconds. */
const PAGE = 500;

/** Articles or profiles looked at beside each other. */
const AT_ONCE = 4;

/** @see Amazon DynamoDB Developer Guide, "BatchGetItem": at most 100 keys */
const BATCH = 100;

/** One page of the whole table. One call. @param after where the page before it ended */
export async function scanPage(table: NewsTable, after: TableKey | null): Promise<{ items: StoredItem[]; end: TableKey | null }> {
  const { Items = [], LastEvaluatedKey } = await counted(
    table,
    table.client.send(
      new ScanCommand({
        ...withoutBytes(table),
        Limit: PAGE,
        ReturnConsumedCapacity: 'TOTAL',
        ...(after ? { ExclusiveStartKey: after } : {}),
      }),
    ),
  );
  return { items: Items as StoredItem[], end: (LastEvaluatedKey as TableKey | undefined) ?? null };
}

/** All items of one partition, read consistently. One call for every megabyte. */
export async function readPartition(table: NewsTable, pk: string): Promise<StoredItem[]> {
  const found: StoredItem[] = [];
  let after: Record<string, unknown> | undefined;
  const { ExpressionAttributeNames, ...projected } = withoutBytes(table);
  do {
    const page = await counted(
      table,
      table.client.send(
        new QueryCommand({
          ...projected,
          KeyConditionExpression: '#partition = :pk',
          ExpressionAttributeNames: { ...ExpressionAttributeNames, '#partition': 'pk' },
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          ReturnConsumedCapacity: 'TOTAL',
          ...(after ? { ExclusiveStartKey: after } : {}),
        }),
      ),
    );
    found.push(...((page.Items ?? []) as StoredItem[]));
    after = page.LastEvaluatedKey;
  } while (after);
  return found;
}

/** Some items by their keys, read consistently; absent ones are left out. One call for each hundred. @returns by {@link textOf} its key */
export async function readItems(table: NewsTable, keys: readonly TableKey[]): Promise<Map<string, StoredItem>> {
  const found = new Map<string, StoredItem>();
  const wanted = [...new Map(keys.map(({ pk, sk }) => [textOf({ pk, sk }), { pk, sk }])).values()];
  const { TableName, ...projected } = withoutBytes(table);
  for (let at = 0; at < wanted.length; at += BATCH) {
    let asked: Record<string, unknown>[] = wanted.slice(at, at + BATCH);
    for (let attempt = 0; asked.length > 0; attempt += 1) {
      if (attempt > 0) await sleep(Math.random() * 50 * 2 ** Math.min(attempt, 6)); // ms; what a busy table did not answer is asked for again
      const request = { [TableName]: { ...projected, Keys: asked, ConsistentRead: true } };
      const answer = await counted(
        table,
        table.client.send(new BatchGetCommand({ RequestItems: request, ReturnConsumedCapacity: 'TOTAL' })),
      );
      for (const item of answer.Responses?.[TableName] ?? []) found.set(textOf(item as StoredItem), item as StoredItem);
      asked = answer.UnprocessedKeys?.[TableName]?.Keys ?? [];
    }
  }
  return found;
}

/** When a version was accepted as a change; its own moment when CHANGES does not say. One call for every megabyte of changes since. */
export async function readChangedAt(table: NewsTable, articleId: string, version: number, since: Instant): Promise<Instant> {
  let after: Record<string, unknown> | undefined;
  do {
    const page = await counted(
      table,
      table.client.send(
        new QueryCommand({
          TableName: table.change.table.getName(),
          KeyConditionExpression: 'pk = :pk AND sk >= :since',
          FilterExpression: 'a = :id AND v = :version',
          ExpressionAttributeValues: { ':pk': 'CHANGES', ':since': `C#${since}`, ':id': articleId, ':version': version },
          ReturnConsumedCapacity: 'TOTAL',
          ...(after ? { ExclusiveStartKey: after } : {}),
        }),
      ),
    );
    const [change] = (page.Items ?? []) as StoredItem[];
    if (change) return decode(table.change, change)?.changedAt ?? since;
    after = page.LastEvaluatedKey;
  } while (after);
  return since;
}

/** An item as its kind has it, or null when it is absent or does not read as one: damage is found, and stops nobody. */
export function decode<Kind extends Entity>(kind: Kind, item: StoredItem | undefined) {
  if (item === undefined || item.e !== kind.entityName) return null;
  try {
    return kind.build(EntityFormatter).format(item, { partial: true });
  } catch {
    return null;
  }
}

/** A value of an item as it reads once it has been written, in whatever way its kind packs it. */
export function asStored<Kind extends Entity>(kind: Kind, item: PutItemInput<Kind>) {
  return decode(kind, kind.build(EntityParser).parse(item as never).item as unknown as StoredItem);
}

/** Does some work on all of `parts`, a few at a time. @returns what came of each, in their order */
export async function inParallel<Part, Result>(parts: readonly Part[], work: (part: Part) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  const next = parts.entries();
  const worker = async () => {
    for (const [place, part] of next) results[place] = await work(part);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}

/** Removes one item, of whatever kind. */
export function removeItem(table: NewsTable, { pk, sk }: TableKey): Action {
  return table.listing.build(DeleteTransaction).key({ partition: pk, place: sk });
}

/** A value as it comes back from JSON. */
export function plain<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** A key as one line, as findings name it. */
export function textOf({ pk, sk }: TableKey): string {
  return `${pk} / ${sk.replaceAll('\u0001', ' ')}`;
}

/** Asks for every attribute that any kind of item has, but for the bytes of bodies: they are most of the table, and nobody looks at them here. */
function withoutBytes(table: NewsTable) {
  const names = new Set(['pk', 'sk']);
  for (const kind of Object.values(table)) {
    if (!kind || !('schema' in kind)) continue; // the meter and the client are no items
    for (const [name, { props }] of Object.entries(kind.schema.attributes as Record<string, { props: { savedAs?: string } }>)) {
      if (name !== 'bytes') names.add(props.savedAs ?? name);
    }
  }
  const aliases = Object.fromEntries([...names].map((name) => [`#${name}`, name]));
  return {
    TableName: table.listing.table.getName(),
    ProjectionExpression: Object.keys(aliases).join(', '),
    ExpressionAttributeNames: aliases,
  };
}
