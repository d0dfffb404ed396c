import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import type { ConceptId } from '../../lambda/domain/identity.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushCard } from '../../lambda/store/card-writes.ts';
import { readConcepts } from '../../lambda/store/concept-reads.ts';
import { metered } from '../../lambda/store/news-table.ts';
import { openPreview } from '../../lambda/store/preview-reads.ts';
import { anArticle, aPerson, at } from '../support/article.ts';
import { aCard } from '../support/card.ts';
import { meanwhile } from '../support/meanwhile.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

const put = (concept: ConceptId, wish: Parameters<typeof aCard>[1], now = '06:00') => pushCard(local.table, aCard(concept, wish), at(now));
const name = (person: string, wish: Partial<Parameters<typeof anArticle>[0]> = {}, now = '06:00') =>
  pushArticle(local.table, anArticle({ id: `names ${person}`, about: [aPerson(person)], ...wish }), at(now));
const readAt = async (person: string, clock: string) => (await readConcepts(local.table, [aPerson(person).id], at(clock)))[0] ?? null;

describe('the card of a concept', () => {
  it('is shown from the moment at which an article names the concept, to the millisecond, and makes nobody public', async () => {
    await put(aPerson('Ada Quill').id, { description: 'A printer' });
    expect(await readAt('Ada Quill', '12:00')).toBeNull();
    await name('Ada Quill', { embargoedUntil: at('10:00') });
    expect(await readAt('Ada Quill', '09:59:59.999')).toBeNull();
    expect(await readAt('Ada Quill', '10:00')).toMatchObject({ name: 'Ada Quill', card: { description: 'A printer' } });
  });

  it('is gone with the last article that named the concept', async () => {
    await put(aPerson('Bo Late').id, { description: 'A ghost' });
    await name('Bo Late');
    await name('Bo Late', { version: 2, status: 'CANCELED' }, '08:00');
    expect(await readAt('Bo Late', '08:00')).toBeNull();
  });

  it('takes one call for all, whoever is public and whoever has a card', async () => {
    await name('Has None');
    await put(aPerson('Not Public').id, { description: 'Hidden' });
    const ids = [aPerson('Has None').id, aPerson('Not Public').id, aPerson('Never Was').id, 'a_0123456789012345678901' as ConceptId];
    const asked = metered(local.table);
    const found = await readConcepts(asked, [...ids, ids[0] as ConceptId], at('12:00'));
    expect(found.map((one) => one && [one.name, one.card])).toEqual([['Has None', null], null, null, null, ['Has None', null]]);
    expect(asked.meter.calls).toBe(1);
  });

  it('is read with what the source calls the concept', async () => {
    const harbour = identifiedConcept('Place', 'Harbour', 'https://places.example/harbour');
    await pushArticle(local.table, anArticle({ id: 'harbour', about: [harbour] }), at('06:00'));
    expect(await readConcepts(local.table, [harbour.id], at('07:00'))).toMatchObject([
      { uri: 'https://places.example/harbour', card: null },
    ]);
  });

  it('is shown in a preview for whom an article will name by then', async () => {
    await name('Preview Person', { id: 'preview' });
    await put(aPerson('Soon Named').id, { description: 'Soon' });
    await pushArticle(
      local.table,
      anArticle({ id: 'preview', version: 2, about: [aPerson('Soon Named')], embargoedUntil: at('20:00') }),
      at('07:00'),
    );
    const table = await openPreview(local.table, at('20:00'));
    const ids = [aPerson('Soon Named').id, aPerson('Preview Person').id];
    const found = await readConcepts(table, ids, at('20:00'));
    expect(found.map((one) => one && [one.name, one.card?.description])).toEqual([['Soon Named', 'Soon'], null]);
    expect((await readConcepts(local.table, ids, at('08:00'))).map((one) => one?.name ?? null)).toEqual([null, 'Preview Person']);
  });

  it('is replaced whole by the newest version, in whatever order and however often they come', async () => {
    const { id } = aPerson('Many Cards');
    await name('Many Cards');
    expect(await put(id, { version: 2, description: 'Two', biography: 'Long' })).toMatchObject({ id, outcome: 'ACCEPTED', version: 2 });
    expect(await put(id, { version: 1, description: 'One' })).toMatchObject({ outcome: 'UNCHANGED', known: 2, warnings: [] });
    expect(await put(id, { version: 2, description: 'Two', biography: 'Long' })).toMatchObject({ outcome: 'UNCHANGED', warnings: [] });
    expect(await put(id, { version: 2, description: 'Other' })).toMatchObject({ warnings: [expect.stringContaining('other content')] });
    expect((await readAt('Many Cards', '09:00'))?.card).toMatchObject({ description: 'Two', biography: 'Long' });
    await put(id, { version: 3, description: 'Three' });
    expect((await readAt('Many Cards', '09:00'))?.card).toMatchObject({ description: 'Three', biography: null });
    expect(await put(id, { version: null, description: 'Four' })).toMatchObject({ outcome: 'ACCEPTED', version: 4 });
  });

  it('ends with the highest version when several writers push at once', async () => {
    const { id } = aPerson('Raced');
    await name('Raced');
    await Promise.all([3, 1, 5, 2, 4].map((version) => put(id, { version, description: `Version ${version}` })));
    expect((await readAt('Raced', '09:00'))?.card?.description).toBe('Version 5');
  });

  it('decides again when another writer came in between', async () => {
    const { id } = aPerson('Between');
    await name('Between');
    const table = meanwhile(local.table, () => put(id, { version: 2, description: 'Two' }));
    expect(await pushCard(table, aCard(id, { version: 1, description: 'One' }), at('06:00'))).toMatchObject({
      outcome: 'UNCHANGED',
      known: 2,
    });
    expect((await readAt('Between', '09:00'))?.card?.description).toBe('Two');
  });

  it.each<[what: string, concept: ConceptId, wish: Parameters<typeof aCard>[1], place: string]>([
    ['for what is no concept', 'a_0123456789012345678901' as ConceptId, {}, 'concept'],
    ['with a version that is no number', aPerson('Refused').id, { version: -1 }, 'version'],
    ['of more than 64 KB', aPerson('Refused').id, { biography: 'x'.repeat(70_000) }, 'card'],
    ['of another source', aPerson('Many Cards').id, { version: 9, source: 'wire' }, 'concept'],
  ])('is refused %s', async (_, concept, wish, place) => {
    await expect(put(concept, wish)).rejects.toMatchObject({ faults: [{ place }] });
    await name('Refused');
    expect((await readAt('Refused', '09:00'))?.card).toBeNull();
  });
});
