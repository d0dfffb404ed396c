import { setTimeout as sleep } from 'node:timers/promises';
import type { Entity, FormattedItem } from 'dynamodb-toolbox/entity';
import type { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import { BatchGetCommand, execute } from 'dynamodb-toolbox/table/actions/batchGet';
import { counted, type NewsTable } from './news-table.ts';
import { backOff } from './retries.ts';

/** Keys of one call. @see Amazon DynamoDB API Reference, "BatchGetItem": 100 items */
const PER_CALL = 100;

/**
 * The items behind some keys, in no order; an item that is missing does not exist. One call for each hundred keys, and one more whenever
 * DynamoDB leaves keys unprocessed. It processes at least one each time or answers with an error, so this ends.
 */
export async function batchGet<One extends Entity>(
  table: NewsTable,
  requests: readonly BatchGetRequest<One>[],
  { consistent }: { consistent: boolean },
): Promise<FormattedItem<One>[]> {
  const found: FormattedItem<One>[] = [];
  for (let at = 0; at < requests.length; at += PER_CALL) {
    let asked = requests.slice(at, at + PER_CALL);
    for (let round = 1; asked.length > 0; round += 1) {
      if (round > 1) await sleep(backOff(round));
      const command = table.teaser.table
        .build(BatchGetCommand)
        .requests(...asked)
        .options({ consistent });
      const { Responses, UnprocessedKeys } = await counted(table, execute({ documentClient: table.client, capacity: 'TOTAL' }, command));
      for (const item of Responses?.[0] ?? []) if (item) found.push(item as FormattedItem<One>);
      const unprocessed = new Set(Object.values(UnprocessedKeys ?? {}).flatMap(({ Keys = [] }) => Keys.map(nameOf)));
      asked = asked.filter((request) => unprocessed.has(nameOf(request.params())));
    }
  }
  return found;
}

function nameOf({ pk, sk }: Record<string, unknown>): string {
  return JSON.stringify([pk, sk]);
}
