import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentId } from '../../lambda/domain/document-id.ts';
import { readDocument } from '../../lambda/store/document-reads.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';
import { run, temporaryFolder } from './processes.ts';

const CARD = 'fragment Card on NewsArticle { id headline ...Place }';
const PLACE = 'fragment Place on NewsArticle { path }';
const LATEST = 'query Latest { latest(first: 3) { edges { node { ...Card } } } }\n';
const SITE = 'query Site {\n  site { name } # a comment, and spaces  \n}\n';

let local: LocalTable;
let folder: { path: string } & AsyncDisposable;
beforeAll(async () => {
  local = await startLocalTable();
  folder = await temporaryFolder();
});
afterAll(async () => {
  await local[Symbol.asyncDispose]();
  await folder[Symbol.asyncDispose]();
});

/** Runs `npm run documents` to its end, as npm would. */
async function documents(...words: string[]) {
  const environment = { NEWS_TABLE: local.tableName, DYNAMODB_ENDPOINT: local.endpoint, INIT_CWD: folder.path };
  await using running = run(process.execPath, ['lambda/local/register.ts', ...words], environment);
  return { code: await running.ended, words: running.words() };
}
/** Files below the folder of this test, by their names. */
function put(files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder.path, name, '..'), { recursive: true });
    writeFileSync(join(folder.path, name), text);
  }
}
const stored = (text: string) => readDocument(local.table, documentId(text));

describe('npm run documents', { timeout: 60_000 }, () => {
  it('registers every operation of a folder with the fragments that it needs, and writes what is called how', async () => {
    put({
      'src/pages/latest.graphql': LATEST,
      'src/site.gql': SITE,
      'src/card.graphql': `${CARD}\n${PLACE}`,
      'src/notes.txt': 'no document',
    });
    const whole = `${LATEST}\n${print(parse(CARD))}\n\n${print(parse(PLACE))}\n`;
    const { code, words } = await documents('src', '--out', 'ids.json');
    expect(words).toMatch(/2 documents are registered, 0 were already\. In \d+ ms, in news-/);
    expect(code).toBe(0);
    expect(words).toContain(`Latest  ${documentId(whole)}  registered\nSite  ${documentId(SITE)}  registered\n`);
    expect(JSON.parse(readFileSync(join(folder.path, 'ids.json'), 'utf8'))).toEqual({ Latest: documentId(whole), Site: documentId(SITE) });
    expect([await stored(whole), await stored(SITE)]).toEqual([whole, SITE]);

    const again = await documents('src');
    expect(again.words).toContain(`Site  ${documentId(SITE)}  unchanged\n`);
    expect(again.words).toMatch(/0 documents are registered, 2 were already/);
  });

  it('refuses all when one is wrong, naming each place and reason', async () => {
    const good = 'query Good { site { url } }';
    put({
      'wrong/good.graphql': good,
      'wrong/field.graphql': 'query Field {\n  site { nickname }\n}',
      'wrong/syntax.graphql': 'query Syntax {',
      'wrong/unnamed.graphql': '{ site { name } }',
      'wrong/lost.graphql': 'query Lost { latest { edges { node { ...Nowhere } } } }',
      'wrong/much.graphql':
        'query Much { latest(first: 100) { edges { node { about { articles(first: 50) { edges { node { id } } } } } } } }',
      'wrong/twice.graphql': 'query Good { site { name } }',
      'wrong/types.graphql': 'type Query { site: String }',
      'wrong/latin.graphql': '',
    });
    writeFileSync(join(folder.path, 'wrong/latin.graphql'), Buffer.from('query L\xe4 { site { name } }', 'latin1'));
    const { code, words } = await documents('wrong');
    expect(code).toBe(1);
    for (const line of [
      'wrong/field.graphql: line 2, column 10: Cannot query field "nickname" on type "Site"',
      'wrong/syntax.graphql: line 1, column 15: Syntax Error: Expected Name, found <EOF>',
      'wrong/unnamed.graphql: line 1, column 1: the operation has no name',
      'wrong/lost.graphql: line 1, column 41: Unknown fragment "Nowhere"',
      'wrong/much.graphql: Much: The document may take',
      'wrong/twice.graphql: another operation Good stands in wrong/good.graphql',
      'wrong/types.graphql: line 1, column 1: The "Query" definition is not executable',
      'wrong/latin.graphql: file: is no UTF-8',
    ])
      expect(words).toContain(line);
    expect(await stored(good)).toBeNull();
    expect(await documents('nowhere')).toEqual({ code: 1, words: 'nowhere: file: does not exist\n' });
    put({ 'empty/readme.md': '' });
    expect(await documents('empty')).toEqual({ code: 1, words: 'empty: folder: holds no file that ends in .graphql or .gql\n' });
  });

  it('refuses a fragment that two files define in different ways, where a third needs it', async () => {
    put({
      'two/a.graphql': CARD,
      'two/b.graphql': `${CARD.replace('headline', 'kicker')}`,
      'two/c.graphql': LATEST,
      'two/p.graphql': PLACE,
    });
    expect(await documents('two')).toEqual({ code: 1, words: 'two/c.graphql: fragment Card: other files define it in different ways\n' });
  });

  it('takes the manifests of other tools, when every id is that of its text', async () => {
    const [one, two] = ['query One { site { publisher } }', 'query Two { site { languages } }'];
    const apollo = {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: documentId(two), name: 'Two', type: 'query', body: two }],
    };
    put({ 'codegen.json': JSON.stringify({ [documentId(one)]: one }), 'apollo.json': JSON.stringify(apollo) });
    const { code, words } = await documents('codegen.json', './apollo.json');
    expect(words).toContain(`One  ${documentId(one)}  registered\nTwo  ${documentId(two)}  registered\n`);
    expect(code).toBe(0);
    expect([await stored(one), await stored(two)]).toEqual([one, two]);

    put({ 'wrong.json': JSON.stringify({ abc: one }), 'none.json': '[' });
    expect(await documents('wrong.json', 'none.json')).toEqual({
      code: 1,
      words: `wrong.json: abc: is not the SHA-256 of its text, which is ${documentId(one)}\nnone.json: file: is no JSON\n`,
    });
  });

  it('says how it is called', async () => {
    for (const words of [[], ['src', '--force']])
      expect(await documents(...words)).toEqual({ code: 2, words: expect.stringContaining('Usage: npm run documents') });
    expect(await documents('--help')).toEqual({ code: 0, words: expect.stringContaining('Usage: npm run documents') });
  });
});
