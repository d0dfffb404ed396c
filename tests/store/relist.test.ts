import { DeleteCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fillTable, MEASURED_AT } from '../../bench/newsroom.ts';
import { type Instant, instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { estimateRelist, type RelistPlace, relistArticle, relistTable } from '../../lambda/store/relist.ts';
import { repairTable } from '../../lambda/store/repair.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { anArticle, aQuotation, at, idOf } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let table: NewsTable;
let tableName: string;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());
beforeEach(async () => {
  ({ table, tableName } = await emptyTable(local.endpoint));
});

/** DynamoDB Local states the units of one action for a whole transaction. */
const COSTS = 'costs what it says before it starts, within a tenth (skipped where DYNAMODB_ENDPOINT names another server)';

const COPIES = new Set(['Teaser', 'Listing', 'Profile', 'Directory']);

/** Every item by its key, as it lies in the table. */
async function contents(): Promise<Map<string, Record<string, unknown>>> {
  const { Items = [], LastEvaluatedKey } = await table.client.send(new ScanCommand({ TableName: tableName }));
  expect(LastEvaluatedKey).toBeUndefined(); // small enough for one page
  return new Map(Items.map((item) => [`${item.pk} ${item.sk}`, item]));
}

/** Gives every copy the mark of another format, as a change of the code would find them. */
async function age(): Promise<number> {
  const copies = [...(await contents()).values()].filter(({ e }) => COPIES.has(String(e)));
  for (const item of copies) await table.client.send(new PutCommand({ TableName: tableName, Item: { ...item, f: 0 } }));
  return copies.length;
}

async function findings(now: Instant): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const page of repairTable(table, () => now, { write: false })) found.push(...page.findings);
  return found;
}

/** Write units of every transaction since. */
function countWriteUnits(): { units: number } {
  const count = { units: 0 };
  table.client.middlewareStack.add((next, { commandName }) => async (args) => {
    const answer = await next(args);
    const { ConsumedCapacity = [] } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number }[] };
    if (commandName === 'TransactWriteItemsCommand') for (const { CapacityUnits = 0 } of ConsumedCapacity) count.units += CapacityUnits;
    return answer;
  });
  return count;
}

describe('relisting everything', () => {
  it('writes every copy anew, and leaves the table as it was but for that', async () => {
    const quotations = [aQuotation('Words', 'Bo Late')];
    await pushArticle(table, anArticle({ id: 'harbour', quotations }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'harbour', version: 2, quotations, section: 'Sport' }), at('06:10'));
    await pushArticle(table, anArticle({ id: 'to come', embargoedUntil: at('20:00') }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'update to come' }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'update to come', version: 2, embargoedUntil: at('20:00'), section: 'Culture' }), at('06:10'));
    await pushArticle(table, anArticle({ id: 'killed' }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'killed', version: 2, status: 'CANCELED' }), at('06:10'));
    await pushArticle(table, anArticle({ id: 'over', expires: at('06:30') }), at('06:00'));
    const before = await contents();
    expect(await age()).toBeGreaterThan(15);

    for await (const { failed } of relistTable(table, () => at('06:20'))) expect(failed).toEqual([]);
    const after = await contents();
    const withoutRev = (items: typeof before) => [...items].map(([key, { rev: _, ...item }]) => [key, item]).sort();
    expect(withoutRev(after)).toEqual(withoutRev(before));
    expect(await findings(at('06:20'))).toEqual([]);
  });

  it.skipIf(process.env.DYNAMODB_ENDPOINT)(
    COSTS,
    async () => {
      await fillTable(table, 10);
      const { articles, profiles, items, writeUnits } = await estimateRelist(table, () => {});
      expect([articles, profiles, items]).toEqual([11, 22, await age()]);
      const spent = countWriteUnits();
      let renewed = 0;
      for await (const page of relistTable(table, () => MEASURED_AT)) renewed += page.renewed;
      expect(renewed).toBe(articles + profiles);
      expect(spent.units).toBeGreaterThan(writeUnits * 0.9);
      expect(spent.units).toBeLessThan(writeUnits * 1.1);
    },
    60_000,
  );

  it('can stop after any page and go on from there', async () => {
    await fillTable(table, 16);
    let renewed = 0;
    let pages = 0;
    let from: RelistPlace | undefined;
    do {
      for await (const page of relistTable(table, () => MEASURED_AT, from)) {
        renewed += page.renewed;
        from = page.next ? JSON.parse(JSON.stringify(page.next)) : undefined;
        break;
      }
      pages += 1;
    } while (from);
    expect(pages).toBeGreaterThan(3);
    expect(renewed).toBe(17 + 22);
  }, 60_000);
});

describe('relisting one article', () => {
  it('leaves one alone that has lost its body, and says so', async () => {
    await pushArticle(table, anArticle({ id: 'harbour', quotations: [aQuotation('Words', 'Bo Late')] }), at('06:00'));
    const body = [...(await contents()).values()].find(({ e }) => e === 'Body') as { pk: string; sk: string };
    await table.client.send(new DeleteCommand({ TableName: tableName, Key: { pk: body.pk, sk: body.sk } }));
    const before = await contents();
    await expect(relistArticle(table, idOf('harbour'), at('07:00'))).rejects.toThrow('has 0 of 1 body chunks');
    expect(await contents()).toEqual(before);
  });

  it('is finished by the sweeper when it is cut, as every change is', async () => {
    await pushArticle(table, anArticle({ id: 'harbour' }), at('06:00'));
    await age();
    let writes = 0;
    const stack = table.client.middlewareStack;
    stack.add(
      (next, { commandName }) =>
        async (args) => {
          if (commandName === 'TransactWriteItemsCommand') writes += 1;
          if (writes > 1) throw new Error('cut');
          return next(args);
        },
      { name: 'cut' },
    );
    await expect(relistArticle(table, idOf('harbour'), at('07:00'))).rejects.toThrow('cut');
    stack.remove('cut');
    expect(await sweep(table, instantOf(millisecondsOf(at('07:00')) + 60_000))).toBe(1);
    expect([...(await contents()).values()].filter(({ e, f }) => (e === 'Teaser' || e === 'Listing') && f === 0)).toEqual([]);
    expect(await findings(at('08:00'))).toEqual([]);
  });
});
