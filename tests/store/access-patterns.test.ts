import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTable } from '../../bench/newsroom.ts';
import { askAll, type Cost, QUESTIONS } from '../../bench/questions.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const ROOT = `${import.meta.dirname}/../..`;

/** The rows of the page: function name, calls, units. */
const rows = [
  ...readFileSync(`${ROOT}/docs/access-patterns.md`, 'utf8').matchAll(/^\|[^|]*\| `(\w+)` \|.*\| ([\d.]+) \| ([\d.]+) \|$/gm),
].map(([, name = '', calls, units]) => ({ name, calls: Number(calls), units: Number(units) }));

/** Parts of other questions, shared between files. */
const STEPS = new Set(['readNewest', 'oldestListing']);

/** Functions that read for the public: exported, asynchronous or answering a promise, in a file of reads. Writers have files of their own. */
const readers = globSync('lambda/store/*-reads.ts', { cwd: ROOT })
  .filter((file) => !file.endsWith('version-reads.ts')) // for writers that relist a version
  .flatMap((file) => [...readFileSync(`${ROOT}/${file}`, 'utf8').matchAll(/^export (?:async )?function (\w+)\(\s*table\b/gm)])
  .map(([, name = '']) => name)
  .filter((name) => !STEPS.has(name));

let local: LocalTable;
let costs: Map<string, Cost>;
beforeAll(async () => {
  local = await startLocalTable();
  await fillTable(local.table, 100);
  costs = await askAll(local.table);
}, 120_000);
afterAll(() => local[Symbol.asyncDispose]());

describe('the page of access patterns', () => {
  it('has a row for every question that can be asked, and for no other', () => {
    expect(readers.length).toBeGreaterThan(10);
    expect(rows.map(({ name }) => name).sort()).toEqual([...readers].sort());
    expect(Object.keys(QUESTIONS).sort()).toEqual([...readers].sort());
  });

  it.each(rows)('tells what $name costs: $calls calls, at most $units units', ({ name, calls, units }) => {
    const cost = costs.get(name);
    expect(cost?.answer).toBeTruthy();
    expect(cost?.calls).toBe(calls);
    if (!process.env.DYNAMODB_ENDPOINT) expect(cost?.units).toBeGreaterThan(0); // DynamoDB Local: nothing for a Query without items
    expect(cost?.units).toBeLessThanOrEqual(units);
  });
});
