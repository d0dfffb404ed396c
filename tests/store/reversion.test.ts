import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refused } from '../../lambda/domain/fault.ts';
import { type Instant, instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import { readArticleAt, readArticleByPath } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { listChanges } from '../../lambda/store/change-reads.ts';
import { eraseArticle, releaseArticle, reversionArticle, withdrawArticle } from '../../lambda/store/desk-writes.ts';
import { listLatest } from '../../lambda/store/listing-reads.ts';
import { listPosts } from '../../lambda/store/live-post-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { readState } from '../../lambda/store/read-manifest.ts';
import { repairTable } from '../../lambda/store/repair.ts';
import { reversionSource } from '../../lambda/store/reversion.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { type ArticleWish, anArticle, aPost, at, idOf, LIVE } from '../support/article.ts';
import { askHandler } from '../support/graphql.ts';
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

const ID = idOf('story');
const push = (version: number | null, now: string, wish: Partial<ArticleWish> = {}) =>
  pushArticle(
    table,
    anArticle({ id: 'story', path: '/story', headline: `Number ${version}`, created: at(now), ...wish, version }),
    at(now),
  );
const undated = { created: null };
const reversion = (now: string) => reversionArticle(table, ID, at(now));
const headline = async (clock: string) => {
  const found = await readArticleAt(table, ID, at(clock), { withBody: true });
  return found && ('head' in found ? found.head.headline : found.tombstone.reason);
};
const findings = async (now: string, write = false) => {
  const found = [];
  for await (const page of repairTable(table, () => at(now), { write })) found.push(...page.findings);
  return found;
};

describe('an article whose source begins to number anew', () => {
  it('takes the next number as its newest version, and tells the number of its source', async () => {
    await push(41, '06:00');
    await push(42, '06:30');
    expect(await push(1, '07:00')).toMatchObject({ outcome: 'UNCHANGED', version: 1, known: 42 });
    expect(await reversion('08:00')).toBe(42);
    expect(await headline('08:30')).toBe('Number 42');
    expect(await push(1, '09:00')).toMatchObject({ outcome: 'ACCEPTED', version: 1, known: 1, path: '/story', warnings: [] });
    expect(await push(2, '10:00', { path: '/moved' })).toMatchObject({ outcome: 'ACCEPTED', version: 2, known: 2 });
    expect(await push(1, '11:00')).toMatchObject({ outcome: 'UNCHANGED', version: 1, known: 2 });
    expect([await headline('08:59:59.999'), await headline('09:00'), await headline('10:00')]).toEqual([
      'Number 42',
      'Number 1',
      'Number 2',
    ]);
    expect(await readArticleByPath(table, '/story', at('11:00'), { withBody: false })).toMatchObject({ moved: { path: '/moved' } });
    expect(await findings('12:00')).toEqual([]);

    const now = instantOf(Date.now()); // the handler reads at the wall clock
    await pushArticle(table, anArticle({ id: 'story', path: '/moved', version: 3, created: now }), now);
    const ask = await askHandler({ ...local, tableName });
    const fields = '{ version versions { number } }';
    const { data, errors } = await ask<{ article: unknown; latest: unknown }>(
      `{ article(by: { id: "${ID}" }) { ... on NewsArticle ${fields} } latest { edges { node ${fields} } } }`,
    );
    expect(errors).toBeUndefined();
    const told = { version: 3, versions: [3, 2, 1, 42, 41].map((number) => ({ number })) };
    expect(data).toEqual({ article: told, latest: { edges: [{ node: told }] } });
  });

  it('takes nothing that was made before, and says so; a kill from then is no kill either', async () => {
    await push(1, '06:00', { headline: 'Old one' });
    await push(7, '06:30');
    await reversion('08:00');
    await push(1, '09:00', { headline: 'New one' });
    const warnings = [`version 7 was made before its source began to number anew, as editors said at ${at('08:00')}`];
    expect(await push(7, '10:00', { created: at('06:30') })).toMatchObject({ outcome: 'UNCHANGED', version: 7, known: 1, warnings });
    expect(await push(5, '10:01', { created: at('06:10') })).toMatchObject({ outcome: 'UNCHANGED', version: 5, known: 1 });
    expect(await push(7, '10:02', { created: at('06:20'), status: 'CANCELED' })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await headline('11:00')).toBe('New one');
    expect(await push(2, '11:30', { status: 'CANCELED' })).toMatchObject({ outcome: 'ACCEPTED', known: 2 });
    expect(await headline('12:00')).toBe('WITHDRAWN');
    expect(await findings('13:00')).toEqual([]);
  });

  it('refuses what may be from before and does not say when it was made, but a kill', async () => {
    await push(3, '06:00', undated);
    await push(7, '06:30', undated);
    await reversion('08:00');
    for (const version of [1, 7]) await expect(push(version, '09:00', undated)).rejects.toThrow('with numbers up to 7; say when');
    await expect(push(1, '09:00', undated)).rejects.toThrow(Refused);
    expect(await push(8, '09:30', undated)).toMatchObject({ outcome: 'ACCEPTED', version: 8 });
    expect(await push(8, '09:40', undated)).toMatchObject({ outcome: 'UNCHANGED', warnings: [] });
    expect(await push(7, '09:50', undated)).toMatchObject({ outcome: 'UNCHANGED', known: 8 });

    await reversion('10:00');
    expect(await push(2, '11:00', { ...undated, status: 'CANCELED' })).toMatchObject({ outcome: 'ACCEPTED', known: 2 });
    expect(await headline('12:00')).toBe('WITHDRAWN');
  });

  it('is left as it is when that was said already and nothing has come since; it can happen to it again', async () => {
    await push(42, '06:00');
    expect([await reversion('07:00'), await reversion('07:30')]).toEqual([42, null]);
    await push(1, '08:00');
    expect([await reversion('09:00'), await reversion('09:30')]).toEqual([1, null]);
    expect(await push(1, '10:00', { headline: 'Third' })).toMatchObject({ outcome: 'ACCEPTED', version: 1 });
    await expect(push(30, '10:30', undated)).rejects.toThrow('with numbers up to 42');
    expect(await headline('11:00')).toBe('Third');
  });

  it('keeps what waits, and a newer number still takes its place', async () => {
    await push(5, '06:00');
    await push(6, '06:30', { embargoedUntil: at('20:00') });
    await reversion('07:00');
    await sweep(table, at('07:30'));
    expect([await headline('19:59:59.999'), await headline('20:00')]).toEqual(['Number 5', 'Number 6']);
    await push(1, '08:00', { embargoedUntil: at('21:00') });
    await sweep(table, at('20:30'));
    expect([await headline('20:30'), await headline('21:00')]).toEqual(['Number 5', 'Number 1']);
    expect((await listChanges(table, null, at('22:00'))).edges.map(({ node }) => node.kind)).toEqual(['PUBLISHED', 'UPDATED']);
    expect(await findings('20:40')).toEqual([]);
  });

  it('stays held, is erased and returns with the numbers of its source', async () => {
    await push(42, '06:00');
    await reversion('07:00');
    await push(1, '08:00');
    await withdrawArticle(table, ID, 'No', at('09:00'));
    expect(await push(1, '09:10')).toMatchObject({ outcome: 'UNCHANGED', known: 1 });
    await expect(push(2, '09:30')).rejects.toThrow('is held back');
    await releaseArticle(table, ID);
    expect(await push(1, '10:00')).toMatchObject({ outcome: 'ACCEPTED', version: 1 });
    await eraseArticle(table, ID, 'No', at('11:00'));
    await releaseArticle(table, ID);
    expect(await push(42, '11:30', { created: at('06:00') })).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await push(1, '12:00', { headline: 'Anew' })).toMatchObject({ outcome: 'ACCEPTED', version: 1 });
    expect(await headline('12:00')).toBe('Anew');
    expect(await findings('13:00')).toEqual([]);
  });

  it('keeps its posts, and takes those of its new versions', async () => {
    const posts = (...ids: string[]) => ({ liveBlog: LIVE, posts: ids.map((id) => aPost(id, { datePublished: at('05:00') })) });
    await push(42, '06:00', posts('one'));
    await reversion('07:00');
    await push(1, '08:00', posts('one', 'two'));
    await push(42, '08:30', { ...posts('one'), created: at('06:00') });
    const found = await readArticleAt(table, ID, at('09:00'), { withBody: false });
    if (!found || !('head' in found)) throw new Error('It is not there');
    expect((await listPosts(table, found.head, at('09:00'), {})).edges).toHaveLength(2);
    expect(await findings('10:00')).toEqual([]);
  });

  it('refuses a number that no key could hold any more', async () => {
    await push(Number.MAX_SAFE_INTEGER - 10, '06:00');
    await reversion('07:00');
    expect(await push(9, '08:00')).toMatchObject({ outcome: 'ACCEPTED', version: 9 });
    await expect(push(10, '09:00')).rejects.toThrow('must be at most 9, since its source began to number anew');
  });

  it('goes on where its source does not number', async () => {
    await push(null, '06:00');
    await reversion('07:00');
    expect(await push(null, '08:00', { headline: 'Other' })).toMatchObject({ outcome: 'ACCEPTED' });
    expect(await headline('08:00')).toBe('Other');
  });

  it('is told by its versions, should its manifest be lost', async () => {
    await push(41, '06:00');
    await push(42, '06:30');
    await reversion('07:00');
    await push(3, '08:00');
    const { numbering } = await readState(table, ID);
    await table.client.send(new DeleteCommand({ TableName: tableName, Key: { pk: `ARTICLE#${ID}`, sk: 'LISTINGS' } }));
    expect(await findings('09:00', true)).not.toEqual([]);
    expect((await readState(table, ID)).numbering).toEqual({ ...numbering, since: at('08:00') });
    expect(await push(4, '10:00')).toMatchObject({ outcome: 'ACCEPTED', version: 4 });
    expect((await listLatest(table, null, at('10:00'), {})).edges.map(({ node }) => node.headline)).toEqual(['Number 4']);
  });
});

describe('a source that begins to number anew', () => {
  it('has all its articles marked, once, however often the walk is cut and goes on', async () => {
    for (const id of ['a', 'b', 'c']) await pushArticle(table, anArticle({ id, version: 9 }), at('06:00'));
    await pushArticle(table, { ...anArticle({ id: 'd', version: 9, path: '/d' }), source: 'another' }, at('06:00'));
    let minutes = millisecondsOf(at('07:00'));
    const clock = (): Instant => {
      minutes += 60_000;
      return instantOf(minutes);
    };
    const begun = at('07:00');
    for (const expected of [3, 0]) {
      let begunAnew = 0;
      for await (const page of reversionSource(table, 'test', begun, clock)) begunAnew += page.begunAnew;
      expect(begunAnew).toBe(expected);
      if (expected === 3) {
        for (const id of ['a', 'b', 'c', 'd'].slice(0, 3))
          expect(await pushArticle(table, anArticle({ id, version: 1, created: at('08:00') }), at('08:00'))).toMatchObject({
            outcome: 'ACCEPTED',
          });
      }
    }
    const other = { ...anArticle({ id: 'd', version: 1, created: at('08:00'), path: '/d' }), source: 'another' };
    expect(await pushArticle(table, other, at('08:00'))).toMatchObject({ outcome: 'UNCHANGED', known: 9 });
  });
});
