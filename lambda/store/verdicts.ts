import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import type { ConceptId } from '../domain/identity.ts';
import { conceptsIn, type Splits, type Verdict, type Verdicts, withVerdicts } from '../domain/verdict.ts';
import { batchGet } from './batch-get.ts';
import type { NewsTable } from './news-table.ts';

/** A verdict as it is kept; `rev` is 0 where there is none. */
export type StoredVerdict = { rev: number; verdict: Verdict };

/** What editors decided of some concepts, read consistently; those of whom they decided nothing are left out. One call for each hundred. */
export async function readVerdicts(table: NewsTable, ids: Iterable<ConceptId>): Promise<Map<ConceptId, StoredVerdict>> {
  const requests = [...new Set(ids)].map((conceptId) => table.verdict.build(BatchGetRequest).key({ conceptId }));
  const items = await batchGet(table, requests, { consistent: true });
  return new Map(items.map(({ conceptId, rev, verdict }) => [conceptId as ConceptId, { rev, verdict }]));
}

/** What editors decided of all whom something of an article names. One call; one more where somebody was merged; none where nobody is named. */
export async function verdictsOn(table: NewsTable, named: unknown, splits: Splits = {}): Promise<Verdicts> {
  const found = await readVerdicts(
    table,
    [...conceptsIn(named)].map((id) => splits[id] ?? id),
  );
  const merged = [...found.values()].flatMap(({ verdict: { into } }) => into ?? []).filter((id) => !found.has(id));
  for (const [id, stored] of await readVerdicts(table, merged)) found.set(id, stored);
  return new Map([...found].map(([id, { verdict }]) => [id, verdict]));
}

/** Something of an article as editors decided; the very same where they decided nothing. Calls as in {@link verdictsOn}. */
export async function asDecided<Value>(table: NewsTable, value: Value, splits: Splits = {}): Promise<Value> {
  return withVerdicts(value, splits, await verdictsOn(table, value, splits));
}
