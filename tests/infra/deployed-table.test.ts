import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { plainApp } from '../../infra/checks.ts';
import { TABLE_TEMPLATE } from '../support/deployed-table.ts';
import { only, type Stacks, stacksOf } from '../support/templates.ts';

const ROOT = `${import.meta.dirname}/../..`;

/** Those that write and read every kind of item. `TABLE_TEMPLATE=cdk.out/prod/broadsheet-prod.template.json npm test` runs everything. */
const STORE_TESTS = ['tests/store/article-writes.test.ts', 'tests/store/front-writes.test.ts', 'tests/store/card-writes.test.ts'];

let folder: string;
let stacks: Stacks;
beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/broadsheet-table-`);
  vi.stubEnv('CDK_VALIDATION', 'false'); // templates.test.ts has it checked
  ({ stacks } = stacksOf('prod', plainApp(), { skipValidation: true }));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** The store's tests in a process of their own, on tables of the template. */
function storeTests(files: string[]): { status: number | null; said: string } {
  const template = `${folder}/template.json`;
  writeFileSync(template, JSON.stringify(stacks.service.template));
  const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--maxWorkers=1', ...files], {
    cwd: ROOT,
    env: { ...process.env, [TABLE_TEMPLATE]: template },
    encoding: 'utf8',
  });
  return { status, said: stripVTControlCharacters(stdout + stderr) };
}

describe('the table of the template', () => {
  it('passes the tests of the store, on a local DynamoDB', () => {
    const { status, said } = storeTests(STORE_TESTS);
    expect(status, said).toBe(0);
    expect(said).toMatch(/Test Files.* 3 passed/);
  }, 120_000);

  it('would fail them under other keys', () => {
    const { Properties } = only(stacks, 'AWS::DynamoDB::GlobalTable');
    Properties.KeySchema[1].AttributeName = 'range';
    Properties.AttributeDefinitions[1].AttributeName = 'range';
    expect(storeTests(STORE_TESTS.slice(0, 1)).status).toBe(1);
  }, 120_000);
});
