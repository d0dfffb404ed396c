import { BatchWriteCommand, DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '../../lambda/domain/instant.ts';
import { openDataFolder } from '../../lambda/local/data-folder.ts';
import { readTeasers } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, idOf } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';
import { run, temporaryFolder } from './processes.ts';

type Table = Awaited<ReturnType<typeof emptyTable>>;
type Folder = Awaited<ReturnType<typeof temporaryFolder>>;

let local: LocalTable;
let folder: Folder;
beforeAll(async () => {
  local = await startLocalTable();
  folder = await temporaryFolder();
});
afterAll(async () => {
  await local[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

const NOW = instantOf(Date.now());
const push = ({ table }: Table, id: string) => pushArticle(table, anArticle({ id }), NOW);
const lose = ({ table, tableName }: Table, id: string, sk: string) =>
  table.client.send(new DeleteCommand({ TableName: tableName, Key: { pk: `ARTICLE#${idOf(id)}`, sk } }));
const bodyKey = `V#${NOW}#${'1'.padStart(16, '0')}#BODY#99`;

/** Starts `npm run repair` or `npm run relist` on a table, as npm would. */
function start(command: 'repair' | 'relist', { endpoint, tableName }: Table, ...words: string[]) {
  const environment = { NEWS_TABLE: tableName, DYNAMODB_ENDPOINT: endpoint, DATA_DIR: folder.path };
  return run(process.execPath, [`lambda/local/${command}.ts`, ...words], environment);
}

/** Runs a command to its end. @returns its exit code and its words */
async function result(...command: Parameters<typeof start>) {
  await using running = start(...command);
  return { code: await running.ended, words: running.words() };
}

describe('npm run repair', () => {
  it('says that everything agrees, with exit code 0', async () => {
    const table = await emptyTable(local.endpoint);
    await push(table, 'harbour');
    expect(await result('repair', table)).toEqual({ code: 0, words: expect.stringContaining('Nothing found: everything agrees.') });
  });

  it('says what it finds in one line each, mends it with --write, and then has nothing to say', async () => {
    const table = await emptyTable(local.endpoint);
    await push(table, 'harbour');
    await lose(table, 'harbour', 'TEASER');
    const found = await result('repair', table);
    expect(found.code).toBe(1);
    const key = `ARTICLE#${idOf('harbour')} / TEASER`;
    expect(found.words).toContain(`found   Teaser     ${key}: missing; should be: a copy of version 1\n`);
    expect(found.words).toContain('1 found, 0 mended, 1 left.');
    expect(await readTeasers(table.table, [idOf('harbour')], NOW)).toEqual([null]);

    const mended = await result('repair', table, '--write');
    expect(mended).toEqual({ code: 0, words: expect.stringContaining(`mended  Teaser     ${key}`) });
    expect(await readTeasers(table.table, [idOf('harbour')], NOW)).toMatchObject([{ version: 1 }]);
    expect((await result('repair', table)).code).toBe(0);
  });

  it('ends with exit code 1 when something cannot be mended', async () => {
    const table = await emptyTable(local.endpoint);
    await push(table, 'harbour');
    await lose(table, 'harbour', bodyKey);
    const { code, words } = await result('repair', table, '--write');
    expect(code).toBe(1);
    expect(words).toMatch(/left {4}Body .*: missing; should be: chunk 1 of the 1 of version 1; nothing in the table can mend it/);
  });

  it('is cut by Ctrl-C and goes on with --resume, finding everything once', async () => {
    const table = await emptyTable(local.endpoint);
    const paths = Array.from({ length: 520 }, (_, number) => `/nowhere/${String(number).padStart(4, '0')}`);
    for (let at = 0; at < paths.length; at += 25) {
      const requests = paths.slice(at, at + 25).map((path) => ({
        PutRequest: { Item: { pk: `PATH#${path}`, sk: 'PATH', e: 'Path', p: path, a: idOf(path), f: 1 } },
      }));
      await table.table.client.send(new BatchWriteCommand({ RequestItems: { [table.tableName]: requests } }));
    }
    const found: string[] = [];
    const read = (words: string) =>
      found.push(...[...words.matchAll(/^found {3}Path {7}PATH#(\S+) \/ PATH: /gm)].map(([, path = '']) => path));
    {
      await using cut = start('repair', table);
      await cut.says('Looking through');
      cut.child.kill('SIGINT');
      expect(await cut.ended).toBe(130);
      expect(cut.words()).toContain('To go on: npm run repair -- --resume');
      read(cut.words());
      expect(found.length).toBeLessThan(paths.length);
    }
    const other = await result('repair', table, '--resume', '--write');
    expect(other).toEqual({ code: 2, words: expect.stringContaining('The walk that was cut ran without --write.') });

    const rest = await result('repair', table, '--resume');
    read(rest.words);
    expect(rest.words).toContain('520 found, 0 mended, 520 left.');
    expect(rest.code).toBe(1);
    expect(found.sort()).toEqual(paths);
    expect((await result('repair', table, '--resume')).words).toContain('No walk was cut here');
  }, 120_000);

  it('walks the table in the data folder when none is named, unless the local service holds it', async () => {
    await using own = await temporaryFolder();
    const local = () => run(process.execPath, ['lambda/local/repair.ts'], { DATA_DIR: own.path });
    {
      await using running = local();
      expect(await running.ended).toBe(0);
      expect(running.words()).toContain(`the local table in ${own.path}`);
    }
    using _ = await openDataFolder(own.path);
    await using running = local();
    expect(await running.ended).toBe(2);
    expect(running.words()).toContain('is in use by another Broadsheet');
  });

  it('says how it is used when it is typed wrongly, and which table is not there', async () => {
    const table = await emptyTable(local.endpoint);
    expect(await result('repair', table, '--mend')).toEqual({ code: 2, words: expect.stringContaining('Usage: npm run repair') });
    expect(await result('repair', table, '--help')).toEqual({ code: 0, words: expect.stringContaining('Usage: npm run repair') });
    const gone = { ...table, tableName: 'not-there' };
    expect(await result('repair', gone)).toEqual({ code: 2, words: expect.stringContaining('There is no table "not-there"') });
  });
});

describe('npm run relist', () => {
  it('prints its cost, and writes nothing before it is told to', async () => {
    const table = await emptyTable(local.endpoint);
    await push(table, 'harbour');
    await lose(table, 'harbour', 'TEASER');
    const { code, words } = await result('relist', table, '--all');
    expect(code).toBe(2);
    expect(words).toMatch(/1 articles and 1 profiles: 5 items to write, about \d+ write units\. Counting them took [\d.]+ read units\./);
    expect(words).toContain('Nothing was written.');
    expect(await readTeasers(table.table, [idOf('harbour')], NOW)).toEqual([null]);
  });

  it('renews every copy with --yes', async () => {
    const table = await emptyTable(local.endpoint);
    await push(table, 'harbour');
    await lose(table, 'harbour', 'TEASER');
    expect(await result('relist', table, '--all', '--yes')).toEqual({
      code: 0,
      words: expect.stringContaining('2 articles and profiles renewed.'),
    });
    expect(await readTeasers(table.table, [idOf('harbour')], NOW)).toMatchObject([{ version: 1 }]);
    expect((await result('repair', table)).code).toBe(0);
  });

  it('says which article it could not renew, renews the others, and ends with exit code 1', async () => {
    const table = await emptyTable(local.endpoint);
    await push(table, 'harbour');
    await push(table, 'ferry');
    await lose(table, 'harbour', bodyKey);
    const { code, words } = await result('relist', table, '--all', '--yes');
    expect(code).toBe(1);
    expect(words).toContain(`failed  ARTICLE#${idOf('harbour')}`);
    expect(words).toContain('2 articles and profiles renewed, 1 failed');
  });

  it('renews nothing unless it is told what', async () => {
    const table = await emptyTable(local.endpoint);
    expect(await result('relist', table)).toEqual({ code: 2, words: expect.stringContaining('Usage: npm run relist') });
  });
});
