import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticleAt, readArticleByPath, readTeasers } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { readConcept, readSection } from '../../lambda/store/concept-reads.ts';
import { listLatest, listQuotations, listSection } from '../../lambda/store/listing-reads.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { anArticle, aPerson, aQuotation, at, idOf } from '../support/article.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

const push = (wish: Parameters<typeof anArticle>[0], now: string) => pushArticle(local.table, anArticle(wish), at(now));
const headlineAt = async (id: string, clock: string) => {
  const found = await readArticleAt(local.table, idOf(id), at(clock), { withBody: true });
  return found && 'head' in found ? found.head.headline : (found?.tombstone.reason ?? null);
};
const listed = async (section: string, clock: string) =>
  (await listSection(local.table, section, at(clock), {})).edges.map(({ node }) => node.headline);

describe('an article on its way in', () => {
  it('is read back as it was sent, head and body, by id and by path', async () => {
    await push({ id: 'harbour', headline: 'Harbour closes', paragraphs: ['One.', 'Two. '] }, '06:00');
    const found = await readArticleByPath(local.table, '/world/harbour', at('06:00'), { withBody: true });
    expect(found).toMatchObject({ article: { head: { headline: 'Harbour closes', datePublished: at('06:00') } } });
    expect(found && 'article' in found && found.article.body?.blocks.map((block) => 'text' in block && block.text)).toEqual([
      'One.',
      'Two. ',
    ]);
    expect(await headlineAt('harbour', '05:59:59.999')).toBeNull();
  });

  it('serves the old version until the embargo of the new one lifts, to the millisecond', async () => {
    await push({ id: 'ferry', version: 1, headline: 'Ferry stops' }, '06:00');
    await push({ id: 'ferry', version: 2, headline: 'Ferry sails', embargoedUntil: at('20:00') }, '07:00');
    expect(await headlineAt('ferry', '19:59:59.999')).toBe('Ferry stops');
    expect(await headlineAt('ferry', '20:00:00.000')).toBe('Ferry sails');
  });

  it('changes nothing when it comes again, and says so', async () => {
    const first = await push({ id: 'again' }, '06:00');
    const second = await push({ id: 'again' }, '07:00');
    expect([first.outcome, second.outcome]).toEqual(['ACCEPTED', 'UNCHANGED']);
  });

  it('numbers the versions of a source that does not', async () => {
    await push({ id: 'unnumbered', version: null, headline: 'One' }, '06:00');
    expect(await push({ id: 'unnumbered', version: null, headline: 'One' }, '07:00')).toMatchObject({ outcome: 'UNCHANGED' });
    expect(await push({ id: 'unnumbered', version: null, headline: 'Two' }, '08:00')).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
    expect(await headlineAt('unnumbered', '08:00')).toBe('Two');
  });

  it('stands in its lists from its embargo on, and its section and people with it', async () => {
    const quotations = [aQuotation('Words', 'Ada Quill')];
    await push({ id: 'secret', section: 'Hidden', quotations, paragraphs: ['Words'], embargoedUntil: at('12:00') }, '06:00');
    expect(await listed('hidden', '11:59:59.999')).toEqual([]);
    expect(await readSection(local.table, 'hidden', at('11:59:59.999'))).toBeNull();
    expect(await readConcept(local.table, aPerson('Ada Quill').id, at('11:59:59.999'))).toBeNull();
    expect(await listed('hidden', '12:00')).toEqual(['Headline of secret']);
    expect(await readSection(local.table, 'hidden', at('12:00'))).toEqual({ slug: 'hidden', name: 'Hidden', parents: [] });
    expect(await readConcept(local.table, aPerson('Ada Quill').id, at('12:00'))).toMatchObject({ name: 'Ada Quill' });
    const said = await listQuotations(local.table, aPerson('Ada Quill').id, at('12:00'), {});
    expect(said.edges.map(({ node }) => node.quotation.text)).toEqual(['Words']);
  });

  it('is gone from every list, its people and its section the moment a kill is accepted', async () => {
    const wish = { id: 'killed', section: 'Doomed', quotations: [aQuotation('Gone', 'Bo Late')], paragraphs: ['Gone'] };
    await push(wish, '06:00');
    await push({ ...wish, version: 2, status: 'CANCELED', embargoedUntil: at('23:00') }, '07:00');
    expect(await headlineAt('killed', '07:00')).toBe('WITHDRAWN');
    expect(await listed('doomed', '07:00')).toEqual([]);
    expect(await readSection(local.table, 'doomed', at('07:00'))).toBeNull();
    expect(await readConcept(local.table, aPerson('Bo Late').id, at('07:00'))).toBeNull();
    expect(await readTeasers(local.table, [idOf('killed')], at('07:00'))).toEqual([null]);
    expect(await readArticleByPath(local.table, '/doomed/killed', at('07:00'), { withBody: false })).toMatchObject({ withdrawn: {} });
  });

  it('is relisted by the sweeper when a pending update lifts', async () => {
    await push({ id: 'swept', section: 'Before' }, '06:00');
    await push({ id: 'swept', version: 2, section: 'After', headline: 'New', embargoedUntil: at('10:00') }, '07:00');
    expect(await listed('after', '10:00')).toEqual([]);
    await sweep(local.table, at('10:00'));
    expect(await listed('after', '10:00')).toEqual(['New']);
    expect(await listed('before', '10:00')).toEqual([]);
  });

  it('gets a suffixed path and a warning when another article holds the one it wished for', async () => {
    await push({ id: 'first', path: '/same' }, '06:00');
    const { path, warnings } = await push({ id: 'second', path: '/same' }, '07:00');
    expect(path).toMatch(/^\/same-\w{8}$/);
    expect(warnings).toEqual([expect.stringContaining('/same')]);
    expect(await readArticleByPath(local.table, path as string, at('07:00'), { withBody: false })).toMatchObject({ article: {} });
  });

  it('expires at its moment', async () => {
    await push({ id: 'brief', section: 'Brief', expires: at('09:00') }, '06:00');
    expect(await headlineAt('brief', '08:59:59.999')).toBe('Headline of brief');
    expect(await headlineAt('brief', '09:00')).toBe('EXPIRED');
    expect(await listed('brief', '09:00')).toEqual([]);
    await sweep(local.table, at('09:00'));
    expect(await readSection(local.table, 'brief', at('09:00'))).toBeNull();
  });

  it('is listed newest first and paged by cursors both ways', async () => {
    for (const hour of ['01', '02', '03', '04', '05']) await push({ id: `paged ${hour}`, section: 'Paged', headline: hour }, `${hour}:00`);
    const headlines = (page: Awaited<ReturnType<typeof listSection>>) => page.edges.map(({ node }) => node.headline);
    const one = await listSection(local.table, 'paged', at('23:00'), { first: 2 });
    const two = await listSection(local.table, 'paged', at('23:00'), { first: 2, after: one.edges[1]?.cursor });
    const back = await listSection(local.table, 'paged', at('23:00'), { last: 2, before: two.edges[1]?.cursor });
    expect([headlines(one), headlines(two), headlines(back)]).toEqual([
      ['05', '04'],
      ['03', '02'],
      ['04', '03'],
    ]);
    expect([one.hasNextPage, one.hasPreviousPage, two.hasPreviousPage, back.hasPreviousPage]).toEqual([true, false, true, true]);
    expect((await listLatest(local.table, 'en', at('05:00'), { first: 1 })).edges).toHaveLength(1);
  });
});
