import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Refused } from '../../lambda/domain/fault.ts';
import { readArticleAt, readArticleByPath, readTeasers } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { listChanges } from '../../lambda/store/change-reads.ts';
import { readSection } from '../../lambda/store/concept-reads.ts';
import { articleNamed, eraseArticle, releaseArticle, withdrawArticle } from '../../lambda/store/desk-writes.ts';
import { listLatest, listQuotations } from '../../lambda/store/listing-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { scanPage } from '../../lambda/store/repair/table-walk.ts';
import { repairTable } from '../../lambda/store/repair.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { type ArticleWish, anArticle, aPerson, aPost, aQuotation, at, idOf, LIVE } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let table: NewsTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());
beforeEach(async () => {
  ({ table } = await emptyTable(local.endpoint));
});

const ID = idOf('story');
const push = (version: number | null, now: string, wish: Partial<ArticleWish> = {}) =>
  pushArticle(table, anArticle({ id: 'story', version, path: '/story', ...wish }), at(now));
const withdraw = (now: string) => withdrawArticle(table, ID, 'Sources must be protected', at(now));
const headline = async (clock: string) => {
  const found = await readArticleAt(table, ID, at(clock), { withBody: true });
  return found && ('head' in found ? found.head.headline : found.tombstone.reason);
};
const latest = async (clock: string) => (await listLatest(table, null, at(clock), {})).edges.map(({ node }) => node.headline);
const changes = async (clock: string) =>
  (await listChanges(table, null, at(clock))).edges.map(({ node }) => `${node.version} ${node.kind}`);
const everything = async () => JSON.stringify((await scanPage(table, null)).items);

describe('an article that editors withdraw', () => {
  it('is gone at once, from its page and its lists, and the changes say so', async () => {
    await push(1, '06:00');
    expect(await withdraw('07:00')).toBe(at('07:00'));
    expect([await headline('06:59:59.999'), await headline('07:00'), await latest('07:00')]).toEqual([
      'Headline of story',
      'WITHDRAWN',
      [],
    ]);
    expect(await readArticleByPath(table, '/story', at('07:00'), { withBody: false })).toMatchObject({
      withdrawn: { reason: 'WITHDRAWN' },
    });
    expect(await readTeasers(table, [ID], at('07:00'))).toEqual([null]);
    expect(await changes('08:00')).toEqual(['1 PUBLISHED', '1 WITHDRAWN']);
  });

  it('in the millisecond of its publication goes a millisecond later', async () => {
    await push(1, '06:00');
    expect(await withdraw('06:00')).toBe(at('06:00:00.001'));
    expect(await headline('06:00:00.001')).toBe('WITHDRAWN');
  });

  it('is held: what its source sends is refused and leaves no trace, but a kill is taken', async () => {
    await push(1, '06:00');
    await withdraw('07:00');
    await expect(push(2, '08:00', { headline: 'Forbidden words' })).rejects.toThrow(Refused);
    expect(await everything()).not.toContain('Forbidden words');
    expect(await push(1, '08:00')).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await push(3, '09:00', { status: 'CANCELED' })).toMatchObject({ outcome: 'ACCEPTED', known: 3 });
    await expect(push(4, '10:00')).rejects.toThrow(`is held back by editors since ${at('07:00')}`);
    expect(await headline('11:00')).toBe('WITHDRAWN');
  });

  it('loses what was to come: no embargo lifts, no first publication appears', async () => {
    await push(1, '06:00');
    await push(2, '06:30', { headline: 'Later', embargoedUntil: at('20:00') });
    await withdraw('07:00');
    await sweep(table, at('20:00'));
    expect([await headline('21:00'), await latest('21:00')]).toEqual(['WITHDRAWN', []]);

    const waiting = idOf('waiting');
    await pushArticle(table, anArticle({ id: 'waiting', embargoedUntil: at('20:00') }), at('06:00'));
    expect(await withdrawArticle(table, waiting, 'No', at('07:00'))).toBeNull();
    await sweep(table, at('20:00'));
    expect(await readArticleAt(table, waiting, at('21:00'), { withBody: false })).toBeNull();
    expect(await latest('21:00')).toEqual([]);
  });

  it('returns, once released, with its last version sent again or with a newer one, and not before', async () => {
    for (const [version, name] of [
      [5, 'the last'],
      [6, 'a newer'],
    ] as const) {
      ({ table } = await emptyTable(local.endpoint));
      await push(5, '06:00', { created: at('05:00') });
      await withdraw('07:00');
      expect(await releaseArticle(table, ID)).toBe(true);
      expect(await headline('07:30')).toBe('WITHDRAWN');
      expect(await push(version, '08:00', { created: at('05:00'), headline: name })).toMatchObject({ outcome: 'ACCEPTED', version });
      expect([await headline('08:00'), await latest('08:00')]).toEqual([name, [name]]);
      const found = await readArticleAt(table, ID, at('08:00'), { withBody: false });
      expect(found).toMatchObject({ head: { datePublished: at('05:00'), path: '/story' } });
      expect(await releaseArticle(table, ID)).toBe(false);
    }
  });

  it('returns though its source does not number', async () => {
    await push(null, '06:00');
    await push(null, '06:30', { headline: 'Second' });
    await withdraw('07:00');
    await releaseArticle(table, ID);
    expect(await push(null, '08:00', { headline: 'Second' })).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
    expect(await headline('08:00')).toBe('Second');
  });

  it('stays as it is when it is withdrawn again, and needs no repair', async () => {
    await push(1, '06:00');
    await push(2, '06:30', { path: '/moved' });
    await withdraw('07:00');
    expect(await withdraw('08:00')).toBeNull();
    for await (const page of repairTable(table, () => at('09:00'), { write: false })) expect(page.findings).toEqual([]);
    await releaseArticle(table, ID);
    await push(2, '10:00', { path: '/moved' });
    for await (const page of repairTable(table, () => at('11:00'), { write: false })) expect(page.findings).toEqual([]);
    expect(await readArticleByPath(table, '/story', at('11:00'), { withBody: false })).toMatchObject({ moved: { path: '/moved' } });
  });

  it('is found by its id and by every path that it had; what is no article is refused', async () => {
    await push(1, '06:00');
    await push(2, '06:30', { path: '/moved' });
    for (const word of [ID, '/story', '/moved']) expect(await articleNamed(table, word)).toBe(ID);
    for (const word of ['/nowhere', 'story', '']) await expect(articleNamed(table, word)).rejects.toThrow(Refused);
    await expect(withdrawArticle(table, idOf('nobody'), 'x', at('07:00'))).rejects.toThrow(Refused);
  });
});

describe('an article that editors erase', () => {
  const secret = 'Ilse Marrin spoke of Quayside';
  const wish: Partial<ArticleWish> = {
    ...{ headline: secret, paragraphs: [secret], quotations: [aQuotation(secret, 'Ilse Marrin')], section: 'Quayside' },
    ...{ about: [aPerson('Ilse Marrin')], liveBlog: LIVE, posts: [aPost('p', { text: secret })] },
  };

  it('leaves nothing behind but its name, its hold and that it was withdrawn', async () => {
    await push(1, '06:00', { ...wish, path: '/quayside/first' });
    await push(2, '06:30', { ...wish, path: '/quayside/second' });
    await push(3, '06:40', { ...wish, path: '/quayside/third', embargoedUntil: at('20:00') });
    await pushArticle(table, anArticle({ id: 'other' }), at('06:00'));
    expect(await eraseArticle(table, ID, 'A court', at('07:00'))).toBeGreaterThan(8);

    const left = await everything();
    for (const word of [/quayside/i, /marrin/i, /spoke/i]) expect(left).not.toMatch(word);
    const { items } = await scanPage(table, null);
    expect(items.filter((item) => JSON.stringify(item).includes(ID)).map(({ pk, e }) => [pk, e])).toEqual(
      expect.arrayContaining([
        [`ARTICLE#${ID}`, 'Manifest'],
        ['CHANGES', 'Change'],
      ]),
    );
    expect(items.filter((item) => JSON.stringify(item).includes(ID))).toHaveLength(2);
    expect(await changes('08:00')).toEqual(['1 PUBLISHED', '2 WITHDRAWN']); // the first is of the other article
    expect([await headline('08:00'), await latest('08:00')]).toEqual([null, ['Headline of other']]);
    expect(await readSection(table, 'quayside', at('08:00'))).toBeNull();
    expect((await listQuotations(table, aPerson('Ilse Marrin').id, at('08:00'), {})).edges).toEqual([]);
    for await (const page of repairTable(table, () => at('09:00'), { write: false })) expect(page.findings).toEqual([]);
  });

  it('does not come back by a replay, and begins anew once released', async () => {
    await push(1, '06:00', wish);
    await eraseArticle(table, ID, 'A court', at('07:00'));
    await expect(push(2, '08:00', wish)).rejects.toThrow(Refused);
    expect(await push(1, '08:00', wish)).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await eraseArticle(table, ID, 'A court', at('08:30'))).toBe(0);
    await releaseArticle(table, ID);
    await push(1, '09:00', { headline: 'Anew' });
    const found = await readArticleAt(table, ID, at('09:00'), { withBody: false });
    expect(found).toMatchObject({ head: { headline: 'Anew', datePublished: at('09:00'), formerPaths: [] } });
  });
});
