import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../lambda/domain/instant.ts';
import { askHandler } from './support/graphql.ts';
import { ingestSamples } from './support/samples.ts';
import { type LocalTable, startLocalTable } from './support/table.ts';

const ROOT = `${import.meta.dirname}/..`;
const readme = readFileSync(`${ROOT}/README.md`, 'utf8');
const block = (language: string) => new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
  await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
}, 120_000);
afterAll(() => local[Symbol.asyncDispose]());

/** DynamoDB Local states no units for what it does not find. */
const QUERIES = 'is what the examples answer, in docs/queries.md (skipped where DYNAMODB_ENDPOINT names another server)';

describe('what the documents show', () => {
  it('is what the query in the README answers', async () => {
    const ask = await askHandler(local);
    const { data } = await ask(block('graphql'));
    expect({ data }).toEqual(JSON.parse(block('json')));
  });

  it.skipIf(process.env.DYNAMODB_ENDPOINT)(
    QUERIES,
    async () => {
      const { stdout, stderr } = await promisify(execFile)(process.execPath, ['queries.ts', '--check'], { cwd: ROOT });
      expect(stdout + stderr).toBe('');
    },
    120_000,
  );

  it('names only scripts that there are, and files that are there', () => {
    const { scripts } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    const documents = ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: ROOT })];
    for (const document of documents) {
      const text = readFileSync(`${ROOT}/${document}`, 'utf8');
      for (const [, script = ''] of text.matchAll(/`npm run ([\w:-]+)/g)) expect(scripts, document).toHaveProperty([script]);
      for (const [, file = ''] of text.matchAll(/`((?:lambda|tests|bench|examples|schema|docs)\/[\w./-]*)`/g)) {
        expect(globSync(file.replace(/\/$/, ''), { cwd: ROOT }), `${document} names ${file}`).not.toEqual([]);
      }
    }
  });
});
