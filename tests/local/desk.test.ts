import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '../../lambda/domain/instant.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type ArticleWish, anArticle, aPerson, idOf } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';
import { run } from './processes.ts';

type Table = Awaited<ReturnType<typeof emptyTable>>;

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

const NOW = Date.now();
/** @param seconds how long ago it comes in and was made */
const push = ({ table }: Table, id: string, seconds: number, wish: Partial<ArticleWish> = {}) => {
  const then = instantOf(NOW - seconds * 1000);
  return pushArticle(table, anArticle({ id, created: then, ...wish }), then);
};

/** Runs a command of editors to its end, as npm would. */
async function command({ endpoint, tableName }: Table, name: string, ...words: string[]) {
  const file = ['withdraw', 'release', 'erase'].includes(name) ? ['desk.ts', name] : [`${name}.ts`];
  const environment = { NEWS_TABLE: tableName, DYNAMODB_ENDPOINT: endpoint };
  await using running = run(process.execPath, [`lambda/local/${file[0]}`, ...file.slice(1), ...words], environment);
  return { code: await running.ended, words: running.words() };
}
const took = (sentence: string) => expect.stringMatching(new RegExp(`${sentence}\\. In \\d+ ms, in news-`));

it('withdraws, releases and erases, and says what it did and how long it took', async () => {
  const table = await emptyTable(local.endpoint);
  await push(table, 'harbour', 60, { path: '/harbour' });
  const name = `/harbour \\(${idOf('harbour')}\\)`;
  expect(await command(table, 'withdraw', '/harbour', '--reason', 'No')).toEqual({
    code: 0,
    words: took(`${name} is withdrawn from \\S+ on, and held`),
  });
  expect(await command(table, 'release', '/harbour')).toEqual({
    code: 0,
    words: took(`${name} is released; it returns when its source sends it again`),
  });
  expect(await command(table, 'erase', '/harbour', '--reason', 'No')).toEqual({
    code: 0,
    words: took(`${name} is erased, and held; \\d+ items were removed`),
  });
  expect(await command(table, 'withdraw', '/harbour', '--reason', 'No')).toEqual({
    code: 1,
    words: 'article: no article stands or stood at /harbour\n',
  });
  expect(await command(table, 'withdraw', '/harbour')).toEqual({ code: 2, words: expect.stringContaining('Usage: npm run withdraw') });
}, 120_000);

it('lets articles, or all of a source, begin to number anew', async () => {
  const table = await emptyTable(local.endpoint);
  await push(table, 'harbour', 60, { version: 42, path: '/harbour' });
  await push(table, 'ferry', 60, { version: 9 });
  const both = await command(table, 'reversion', '/harbour', idOf('ferry'));
  expect(both.code).toBe(0);
  expect(both.words).toContain(`/harbour (${idOf('harbour')}) begins anew; it had come to 42\n`);
  expect(both).toEqual({ code: 0, words: took('begins anew; it had come to 9') });
  expect(await push(table, 'harbour', 30, { path: '/harbour' })).toMatchObject({ outcome: 'ACCEPTED', version: 1 });
  expect(await command(table, 'reversion', '--source', 'test')).toEqual({
    code: 0,
    words: took('1 articles of test begin anew; 1 had begun anew already, and nothing has come since'),
  });
  expect(await command(table, 'reversion', '/harbour', '/nowhere')).toEqual({ code: 1, words: expect.stringContaining('/nowhere') });
  expect(await command(table, 'reversion', '/harbour', '--source', 'test')).toEqual({
    code: 2,
    words: expect.stringContaining('Usage: npm run reversion'),
  });
  expect(await command(table, 'reversion', '--help')).toEqual({ code: 0, words: expect.stringContaining('Usage: npm run reversion') });
  expect(await command(table, 'repair')).toEqual({ code: 0, words: expect.stringContaining('Nothing found') });
}, 120_000);

it('confirms, merges, splits and renames concepts', async () => {
  const table = await emptyTable(local.endpoint);
  const [one, two] = [aPerson('Ilse Marrin'), aPerson('I. Marrin')];
  await push(table, 'harbour', 60, { about: [one], path: '/harbour' });
  await push(table, 'ferry', 30, { about: [two], path: '/ferry' });
  const concepts = (...words: string[]) => command(table, 'concepts', ...words);
  const said = (sentence: string, articles: number) => ({ code: 0, words: took(`${sentence}; ${articles} articles were written anew`) });
  expect(await concepts('confirm', `/people/ilse-marrin-${one.id}`)).toEqual(said(`${one.id} \\(Ilse Marrin\\) is confirmed`, 1));
  expect(await concepts('merge', two.id, one.id)).toEqual(said(`${two.id} is merged into ${one.id} \\(Ilse Marrin\\)`, 1));
  expect(await concepts('rename', two.id, 'Dr Marrin')).toEqual(said(`${one.id} \\(Dr Marrin\\) on its own from now on`, 0));
  expect(await concepts('split', one.id, '--articles', '/ferry')).toEqual(
    said('What these articles name is p_\\S+ \\(I. Marrin\\) from now on', 1),
  );
  expect(await concepts('merge', one.id, 'Marrin')).toEqual({ code: 1, words: expect.stringContaining('"Marrin" is neither an id') });
  expect(await concepts('merge', one.id)).toEqual({ code: 2, words: expect.stringContaining('Usage: npm run concepts') });
  expect(await concepts('--help')).toEqual({ code: 0, words: expect.stringContaining('Usage: npm run concepts') });
  expect(await command(table, 'repair')).toEqual({ code: 0, words: expect.stringContaining('Nothing found') });
}, 120_000);
