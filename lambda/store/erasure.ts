import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import type { ArticleId } from '../domain/identity.ts';
import { liveBlogKey } from './keys.ts';
import { checkState } from './manifest.ts';
import { counted, type NewsTable } from './news-table.ts';
import { type Action, MAX_ACTIONS, transact } from './transaction.ts';

type Stored = { pk: string; sk: string; k?: string };

/**
 * Removes all items of a withdrawn article but its manifest and the change that tells of its withdrawal, each transaction passing only while the article is as it was read. Looks
 * at the whole table: a path that a version wished for which never was readable, or a remnant of a cut, is named by nothing else. A reader never pays so much; an erasure is rare, and must be
 * sure. Cut anywhere, the next run removes the rest.
 * @param rev of the article, withdrawn and held
 * @returns how many items were removed
 * @throws {StaleState} when somebody else changed the article in between; what is removed is removed, the caller begins again
 */
export async function eraseItems(table: NewsTable, id: ArticleId, rev: number): Promise<number> {
  const found = await itemsOf(table, id);
  const withdrawals = found.filter(({ pk, k }) => pk === 'CHANGES' && k === 'WITHDRAWN');
  const told = withdrawals.reduce<Stored | undefined>((last, one) => (last && last.sk > one.sk ? last : one), undefined);
  const items = found.filter((item) => item !== told && !(item.pk === `ARTICLE#${id}` && item.sk === 'LISTINGS'));
  const fence = checkState(table, id, rev);
  for (let at = 0; at < items.length; at += MAX_ACTIONS - 1) {
    await transact(table, [fence, ...items.slice(at, at + MAX_ACTIONS - 1).map((item) => remove(table, item))]);
  }
  return items.length;
}

/** Items of whatever kind have one way to go. */
function remove(table: NewsTable, { pk, sk }: Stored): Action {
  return table.listing.build(DeleteTransaction).key({ partition: pk, place: sk });
}

/** What says that it belongs to an article: its attribute, its sort key, or the partition of its posts. One call for every megabyte of the table. */
async function itemsOf(table: NewsTable, id: ArticleId): Promise<Stored[]> {
  const found: Stored[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const page = await counted(
      table,
      table.client.send(
        new ScanCommand({
          TableName: table.listing.table.getName(),
          FilterExpression: 'a = :id OR contains(sk, :id) OR pk = :posts',
          ExpressionAttributeValues: { ':id': id, ':posts': liveBlogKey(id) },
          ProjectionExpression: 'pk, sk, k',
          ConsistentRead: true,
          ReturnConsumedCapacity: 'TOTAL',
          ...(after ? { ExclusiveStartKey: after } : {}),
        }),
      ),
    );
    found.push(...((page.Items ?? []) as Stored[]));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return found;
}
