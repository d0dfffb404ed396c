import { BatchWriteCommand, DeleteCommand, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Entity } from 'dynamodb-toolbox/entity';
import { EntityParser } from 'dynamodb-toolbox/entity/actions/parse';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import { postKey } from '../../lambda/domain/identity.ts';
import { LIST } from '../../lambda/domain/listings.ts';
import { readArticleAt, readArticleByPath, readTeasers } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { readConcept, readSection } from '../../lambda/store/concept-reads.ts';
import { momentKey } from '../../lambda/store/items.ts';
import { listSection } from '../../lambda/store/listing-reads.ts';
import { readIndex } from '../../lambda/store/live-index.ts';
import { type NewsTable, openNewsTable } from '../../lambda/store/news-table.ts';
import { decode, type StoredItem, textOf } from '../../lambda/store/repair/table-walk.ts';
import { type RepairPlace, repairTable } from '../../lambda/store/repair.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { type ArticleWish, anArticle, aPerson, aPost, aQuotation, at, idOf, LIVE } from '../support/article.ts';
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

const push = (wish: ArticleWish, now: string) => pushArticle(table, anArticle(wish), at(now));
const ORGANIZATION = identifiedConcept('Organization', 'Harbour Board', 'urn:organization:harbour-board');

/** An article of every kind of copy: four lists, a person who is quoted and described, an institution. */
const HARBOUR: ArticleWish = {
  id: 'harbour',
  headline: 'Harbour closes',
  section: 'World',
  paragraphs: ['Closed for good.'],
  quotations: [aQuotation('Closed', 'Bo Late')],
  about: [ORGANIZATION],
};

/** What a walk finds, each as `item: key: is: should be`, and whether it was mended. */
async function repaired(options: { write: boolean; now?: string }) {
  const found: string[] = [];
  const left: string[] = [];
  const clock = () => at(options.now ?? '12:00');
  for await (const { findings } of repairTable(table, clock, options)) {
    for (const { item, key, is, mended } of findings) {
      found.push(`${item}: ${textOf(key)}: ${is}`);
      if (!mended) left.push(`${item}: ${textOf(key)}`);
    }
  }
  return { found, left };
}

/** Finds exactly this without writing, mends it when it may, and finds nothing afterwards. */
async function expectMended(found: (string | RegExp)[], now = '12:00') {
  const expected = found.map((line) => expect.stringMatching(line));
  expect((await repaired({ write: false, now })).found).toEqual(expected);
  expect(await repaired({ write: true, now })).toEqual({ found: expected, left: [] });
  expect(await repaired({ write: false, now })).toEqual({ found: [], left: [] });
}

type Key = { pk: string; sk: string };
const own = (id: string, sk: string): Key => ({ pk: `ARTICLE#${idOf(id)}`, sk });
const version = (time: string, number: number, tail: string) => `V#${at(time)}#${String(number).padStart(16, '0')}#${tail}`;
const get = async (Key: Key) => (await table.client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true }))).Item;
const remove = (Key: Key) => table.client.send(new DeleteCommand({ TableName: tableName, Key }));
const put = (Item: Key & Record<string, unknown>) => table.client.send(new PutCommand({ TableName: tableName, Item }));
async function copy(from: Key, to: Partial<Key> & Record<string, unknown>) {
  await put({ ...((await get(from)) as Key), ...to });
}
/** Alters one attribute, read and written as its kind has it. */
async function alter(kind: Entity, key: Key, attribute: string, change: (value: Record<string, unknown>) => Record<string, unknown>) {
  const { [attribute]: value, ...item } = decode(kind, (await get(key)) as StoredItem) as unknown as Record<
    string,
    Record<string, unknown>
  >;
  expect(value).toBeDefined();
  const altered = { ...item, [attribute]: change(value as Record<string, unknown>) };
  await put(kind.build(EntityParser).parse(altered as never).item as unknown as Key);
}
const alterManifest = (id: string, change: (state: Record<string, unknown>) => Record<string, unknown>) =>
  alter(table.manifest, own(id, 'LISTINGS'), 'state', change);

/** Every item by its key. */
async function contents(): Promise<Map<string, Key & Record<string, unknown>>> {
  const { Items = [] } = await table.client.send(new ScanCommand({ TableName: tableName }));
  return new Map(Items.map((item) => [textOf(item as Key), item as Key]));
}

const kindOf = ({ e, v }: Record<string, unknown>) => `${e}${v === undefined ? '' : ` of version ${v}`}`;

/** All but what counts changes, and the hash of what a source sent, which cannot be told from what was kept. */
function comparable(items: Awaited<ReturnType<typeof contents>>) {
  return [...items].sort().map(([, { rev: _, s, ...item }]) => {
    const { known, ...state } = typeof s === 'string' ? JSON.parse(s) : {};
    return { ...item, state, known: known?.version };
  });
}

const LISTED = `A#${at('06:00')}#${idOf('harbour')}`;
const SPEAKER = LIST.concept(aPerson('Bo Late').id);

describe('a table that nobody has damaged', () => {
  it('gives no finding when it is empty', async () => {
    expect(await repaired({ write: true })).toEqual({ found: [], left: [] });
  });

  it('gives none after pushes of every kind, before, at and after each moment, swept or not', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, id: 'corrected' }, '06:00');
    await push({ ...HARBOUR, id: 'corrected', version: 2, headline: 'Other', section: 'Sport', quotations: [] }, '06:30');
    await push({ id: 'first to come', embargoedUntil: at('10:00'), quotations: [aQuotation('Words', 'Mia Roe')] }, '06:00');
    await push({ id: 'update to come' }, '06:00');
    await push({ id: 'update to come', version: 2, section: 'Culture', path: '/culture/other', scheduledFor: at('10:00') }, '06:10');
    await push({ id: 'embargo moved', embargoedUntil: at('09:00') }, '06:00');
    await push({ id: 'embargo moved', version: 2, embargoedUntil: at('11:00'), section: 'Science' }, '06:10');
    await push({ id: 'embargo moved earlier', embargoedUntil: at('11:00'), expires: at('11:30') }, '06:00');
    await push({ id: 'embargo moved earlier', version: 2, embargoedUntil: at('07:00'), expires: at('11:20') }, '06:10');
    await push({ id: 'killed' }, '06:00');
    await push({ id: 'killed', version: 2, status: 'CANCELED' }, '06:20');
    await push({ id: 'killed before', embargoedUntil: at('10:00') }, '06:00');
    await push({ id: 'killed before', version: 2, status: 'CANCELED' }, '06:20');
    await push({ id: 'returned' }, '06:00');
    await push({ id: 'returned', version: 2, status: 'CANCELED' }, '06:20');
    await push({ id: 'returned', version: 3, section: 'Sport' }, '06:30');
    await push({ id: 'to return' }, '06:00');
    await push({ id: 'to return', version: 2, status: 'CANCELED' }, '06:20');
    await push({ id: 'to return', version: 3, embargoedUntil: at('10:00') }, '06:30');
    await push({ id: 'brief', expires: at('09:00') }, '06:00');
    await push({ id: 'brief no more', expires: at('09:00') }, '06:00');
    await push({ id: 'brief no more', version: 2, scheduledFor: at('08:00'), expires: at('10:00') }, '06:10');
    await push({ id: 'over at once', expires: at('05:00') }, '06:00');
    await push({ id: 'withheld', status: 'WITHHELD' }, '06:00');
    await push({ id: 'update withheld' }, '06:00');
    await push({ id: 'update withheld', version: 2, status: 'WITHHELD' }, '06:10');
    await push({ id: 'archived', published: at('2020-01-01T00:00:00Z') }, '06:00');
    await push({ id: 'taken', path: '/world/harbour' }, '06:00');
    await push({ id: 'unnumbered', version: null }, '06:00');
    await push({ id: 'unnumbered', version: null, headline: 'Two' }, '06:30');
    const many = Array.from({ length: 110 }, (_, number) => aQuotation(`Words ${number}`, `Speaker ${number % 3}`));
    await push({ id: 'large', quotations: many, paragraphs: many.map(({ text }) => text) }, '06:00');
    await push({ id: 'large', version: 2, quotations: many.slice(0, 40), section: 'Sport' }, '06:20');
    for (const now of ['06:40', '08:00', '09:00', '10:00', '11:20']) {
      expect([now, (await repaired({ write: false, now })).found]).toEqual([now, []]);
      await sweep(table, at(now));
      expect([now, (await repaired({ write: false, now })).found]).toEqual([now, []]);
    }
  }, 120_000);
});

describe('repair', () => {
  it('puts back a listing that was lost', async () => {
    await push(HARBOUR, '06:00');
    await remove({ pk: 'SECTION#world', sk: LISTED });
    await expectMended([/^Listing: SECTION#world \/ A#.*: missing/]);
    expect((await listSection(table, 'world', at('12:00'), {})).edges).toHaveLength(1);
  });

  it('mends a listing and a teaser that say something else than the version', async () => {
    await push(HARBOUR, '06:00');
    const other = (value: Record<string, unknown>) => ({ ...value, teaser: { ...(value.teaser as object), headline: 'Never written' } });
    await alter(table.listing, { pk: 'LATEST', sk: LISTED }, 'listing', other);
    await alter(table.teaser, own('harbour', 'TEASER'), 'teaser', (teaser) => ({ ...teaser, headline: 'Never written' }));
    await expectMended([/^Listing: LATEST \/ A#.*: differs/, /^Teaser: .*: differs/]);
    expect((await readTeasers(table, [idOf('harbour')], at('12:00')))[0]?.headline).toBe('Harbour closes');
  });

  it('puts back a teaser that was lost, and removes one of an article that was killed', async () => {
    await push(HARBOUR, '06:00');
    await push({ id: 'killed' }, '06:00');
    await copy(own('killed', 'TEASER'), { sk: 'KEPT' });
    await push({ id: 'killed', version: 2, status: 'CANCELED' }, '07:00');
    await copy(own('killed', 'KEPT'), { sk: 'TEASER' });
    await remove(own('killed', 'KEPT'));
    await remove(own('harbour', 'TEASER'));
    const { found } = await repaired({ write: false });
    expect(found.map((line) => line.split(': ')[2]).sort()).toEqual(['missing', 'of an article that is in no list']);
    await repaired({ write: true });
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
    expect((await readTeasers(table, [idOf('harbour'), idOf('killed')], at('12:00'))).map((teaser) => teaser?.headline)).toEqual([
      'Harbour closes',
      undefined,
    ]);
  });

  it('removes a listing that its article does not stand in, and one of an article that was never there', async () => {
    await push(HARBOUR, '06:00');
    await copy({ pk: 'SECTION#world', sk: LISTED }, { pk: 'SECTION#sport' });
    await copy({ pk: 'SECTION#world', sk: LISTED }, { pk: 'LATEST', sk: `A#${at('05:00')}#${idOf('harbour')}` });
    await copy({ pk: 'SECTION#world', sk: LISTED }, { pk: 'LATEST#en', sk: `A#${at('06:00')}#${idOf('never')}` });
    const { found } = await repaired({ write: false });
    expect(found.sort()).toEqual([
      expect.stringMatching(/^Listing: LATEST \/ A#.*: belongs to nothing/),
      expect.stringMatching(/^Listing: LATEST#en \/ A#.*: belongs to an article that is not there/),
      expect.stringMatching(/^Listing: SECTION#sport \/ A#.*: belongs to nothing/),
      expect.stringMatching(/^Profile: SECTION#sport \/ PROFILE: missing/), // as that listing would make it
    ]);
    expect((await repaired({ write: true })).left).toEqual([]);
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
    expect(await readSection(table, 'sport', at('12:00'))).toBeNull();
    expect(await get({ pk: 'SECTION#sport', sk: LISTED })).toBeUndefined();
  });

  it('puts back a profile that was lost, with its directory entry', async () => {
    await push(HARBOUR, '06:00');
    await remove({ pk: SPEAKER, sk: 'PROFILE' });
    await expectMended([/^Profile: CONCEPT#p_.* \/ PROFILE: missing/]);
    expect(await readConcept(table, aPerson('Bo Late').id, at('12:00'))).toMatchObject({ name: 'Bo Late' });
  });

  it('mends a profile that says another name, moment or stamp', async () => {
    await push(HARBOUR, '06:00');
    await alter(table.profile, { pk: SPEAKER, sk: 'PROFILE' }, 'profile', (profile) => ({ ...profile, publicFrom: at('05:00') }));
    await expectMended([/^Profile: CONCEPT#p_.* \/ PROFILE: "Bo Late", public from 2026-03-14T05/]);
    await copy({ pk: 'SECTION#world', sk: 'PROFILE' }, { stamp: 'another' });
    await expectMended([/^Profile: SECTION#world \/ PROFILE/]);
  });

  it('removes the profile of a concept of which no listing stands', async () => {
    await push(HARBOUR, '06:00');
    await copy({ pk: SPEAKER, sk: 'PROFILE' }, { sk: 'KEPT' });
    await push({ ...HARBOUR, version: 2, status: 'CANCELED' }, '07:00');
    await copy({ pk: SPEAKER, sk: 'KEPT' }, { sk: 'PROFILE' });
    await remove({ pk: SPEAKER, sk: 'KEPT' });
    await expectMended([/^Profile: CONCEPT#p_.* \/ PROFILE: "Bo Late"/]);
  });

  it('puts back a directory entry, mends one that differs, and removes one under a name that nobody has', async () => {
    await push(HARBOUR, '06:00');
    const entry = { pk: 'CONCEPTS#Person', sk: `bo late\u0001${aPerson('Bo Late').id}` };
    await copy(entry, { sk: `zoe last\u0001${aPerson('Bo Late').id}` });
    await alter(table.directory, { pk: 'SECTIONS', sk: 'world\u0001world' }, 'profile', (profile) => ({
      ...profile,
      publicFrom: at('01:00'),
    }));
    await expectMended([/^Directory: SECTIONS \/ world world: differs/, /^Directory: CONCEPTS#Person \/ zoe last/]);
    await remove(entry);
    await expectMended([/^Directory: CONCEPTS#Person \/ bo late .*: missing/]);
    await copy(entry, { sk: `no one\u0001${aPerson('No One').id}`, id: aPerson('No One').id });
    await expectMended([/^Directory: CONCEPTS#Person \/ no one/]);
    expect(await get(entry)).toBeDefined();
  });

  it('puts back the lost moment of a pending update, so that the sweeper relists it in time', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, version: 2, section: 'Sport', embargoedUntil: at('20:00') }, '07:00');
    await remove({ pk: 'MOMENTS', sk: momentKey(at('20:00'), idOf('harbour'), 2) });
    await expectMended([/^Moment: MOMENTS \/ D#2026-03-14T20.*: missing/]);
    await sweep(table, at('20:00'));
    expect((await listSection(table, 'sport', at('20:00'), {})).edges).toHaveLength(1);
  });

  it('relists what the sweeper never heard of, also when its moment is over', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, version: 2, section: 'Sport', embargoedUntil: at('10:00') }, '07:00');
    await push({ id: 'brief', expires: at('09:00'), section: 'Culture' }, '06:00');
    await remove({ pk: 'MOMENTS', sk: momentKey(at('10:00'), idOf('harbour'), 2) });
    await remove({ pk: 'MOMENTS', sk: momentKey(at('09:00'), idOf('brief'), 1) });
    const { found } = await repaired({ write: false });
    expect(found.sort()).toEqual([expect.stringMatching(/^Moment: .*T09.*: missing/), expect.stringMatching(/^Moment: .*T10.*: missing/)]);
    expect((await repaired({ write: true })).left).toEqual([]);
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
    expect((await listSection(table, 'sport', at('12:00'), {})).edges).toHaveLength(1);
    expect(await readSection(table, 'culture', at('12:00'))).toBeNull();
  });

  it('removes a moment that nothing waits for, and one of an article that is not there', async () => {
    await push({ ...HARBOUR, embargoedUntil: at('20:00') }, '06:00');
    const moment = momentKey(at('20:00'), idOf('harbour'), 1);
    await copy({ pk: 'MOMENTS', sk: moment }, { sk: momentKey(at('21:00'), idOf('harbour'), 1) });
    await copy({ pk: 'MOMENTS', sk: moment }, { sk: momentKey(at('22:00'), idOf('never'), 1), a: idOf('never') });
    await expectMended([/^Moment: .*T21.*: belongs to nothing/, /^Moment: .*T22.*: belongs to an article that is not there/]);
    expect(await get({ pk: 'MOMENTS', sk: moment })).toBeDefined();
  });

  it('finishes a change that was cut, unless it may be under way', async () => {
    await push(HARBOUR, '06:00');
    const cut = { ...HARBOUR, version: 2, section: 'Sport', headline: 'Harbour reopens' };
    await push(cut, '07:00');
    const moment = momentKey(at('11:00'), idOf('harbour'), 2);
    await copy({ pk: 'SECTION#sport', sk: LISTED }, { pk: 'SECTION#world' });
    await alterManifest('harbour', (state) => ({
      ...state,
      finished: false,
      moment,
      lists: [...(state.lists as string[]), 'SECTION#world|A'],
    }));
    expect((await repaired({ write: true, now: '11:00:59' })).found.filter((line) => line.startsWith('Manifest'))).toEqual([]);
    expect((await repaired({ write: false, now: '11:01:01' })).found).toEqual([
      expect.stringMatching(/^Manifest: .*: has a change that was cut at 2026-03-14T11/),
    ]);
    expect((await repaired({ write: true, now: '11:01:01' })).left).toEqual([]);
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
    expect((await listSection(table, 'world', at('12:00'), {})).edges).toHaveLength(0);
  });

  it('mends a manifest that contradicts the versions, or forgets lists', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, version: 2, path: '/world/harbour-reopens' }, '07:00');
    await alterManifest('harbour', (state) => ({ ...state, listedAt: at('05:00'), paths: [], lists: [] }));
    const { found } = await repaired({ write: false });
    expect(found).toContainEqual(expect.stringMatching(/^Manifest: .*: has listedAt 2026-03-14T05:00:00.000Z, paths none/));
    await repaired({ write: true });
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });

    await alterManifest('harbour', (state) => ({ ...state, made: null, lists: ['SERIES#none|A'] }));
    const second = await repaired({ write: false });
    expect(second.found).toContainEqual(
      expect.stringMatching(/^Manifest: .*: shows no version, does not name LATEST\|A and \d more, names SERIES/),
    );
    await repaired({ write: true });
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
  });

  it('makes a lost manifest again from the versions, so that later pushes go on from there', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, version: 2, headline: 'Harbour reopens', section: 'Sport' }, '07:00');
    await push({ ...HARBOUR, version: 3, headline: 'Harbour silts up', embargoedUntil: at('20:00') }, '08:00');
    const before = JSON.parse((await get(own('harbour', 'LISTINGS')))?.s);
    await remove(own('harbour', 'LISTINGS'));
    await expectMended([/^Manifest: .*: missing/]);
    const after = JSON.parse((await get(own('harbour', 'LISTINGS')))?.s);
    expect({ ...after, known: { ...after.known, hash: before.known.hash } }).toEqual(before);
    expect(await push({ ...HARBOUR, version: 2 }, '12:00')).toMatchObject({ outcome: 'UNCHANGED', known: 3 });
    await push({ ...HARBOUR, version: 4, status: 'CANCELED' }, '13:00');
    expect(await repaired({ write: false, now: '14:00' })).toEqual({ found: [], left: [] });
    expect(await readArticleAt(table, idOf('harbour'), at('23:00'), { withBody: true })).toMatchObject({ tombstone: { version: 4 } });
  });

  it('catches up with versions that are newer than the manifest', async () => {
    await push(HARBOUR, '06:00');
    const old = await get(own('harbour', 'LISTINGS'));
    await push({ ...HARBOUR, version: 2, headline: 'Harbour reopens', section: 'Sport' }, '07:00');
    await put(old as Key);
    const { found } = await repaired({ write: false });
    expect(found).toContainEqual(expect.stringMatching(/^Manifest: .*: has version 1 as the highest known, version 1 current/));
    await repaired({ write: true });
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
    expect((await listSection(table, 'sport', at('12:00'), {})).edges[0]?.node).toMatchObject({ version: 2 });
  });

  it('removes a superseded version, a chunk without a head, and the end of a version that does not expire', async () => {
    await push({ ...HARBOUR, embargoedUntil: at('10:00') }, '06:00');
    const head = await get(own('harbour', version('10:00', 1, 'HEAD')));
    await push({ ...HARBOUR, version: 2, embargoedUntil: at('20:00') }, '07:00');
    await put({ ...(head as Key) }); // would be public at ten
    await copy(own('harbour', version('20:00', 2, 'BODY#99')), { sk: version('10:00', 1, 'BODY#98') });
    await copy(own('harbour', version('20:00', 2, 'BODY#99')), { sk: version('20:00', 2, 'BODY#98') });
    await push({ id: 'brief', expires: at('22:00') }, '06:00');
    await copy(own('brief', version('22:00', 1, 'TOMB')), { ...own('harbour', version('21:00', 1, 'TOMB')) });
    const { found } = await repaired({ write: false });
    expect(found.sort()).toEqual([
      expect.stringMatching(/^Body: .*BODY#98: left of version 1/),
      expect.stringMatching(/^Body: .*BODY#98: one chunk more/),
      expect.stringMatching(/^End: .*: belongs to no version that expires/),
      expect.stringMatching(/^Head: .*: left of version 1/),
    ]);
    expect((await repaired({ write: true })).left).toEqual([]);
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
    expect(await readArticleAt(table, idOf('harbour'), at('12:00'), { withBody: true })).toBeNull();
  });

  it('puts back the tombstone of a kill before anything else of the article comes back to life', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, version: 2, path: '/world/harbour-reopens' }, '07:00');
    await push({ ...HARBOUR, version: 3, status: 'CANCELED' }, '08:00');
    const key = own('harbour', version('08:00', 3, 'HEAD'));
    const tombstone = await get(key);
    await remove(key);
    expect(await readArticleAt(table, idOf('harbour'), at('12:00'), { withBody: false })).toMatchObject({ head: { version: 2 } });
    await expectMended([/^Head: .*: missing/]);
    expect(await get(key)).toEqual(tombstone);
  });

  it('keeps the paths of a former version that was lost', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, version: 2, path: '/world/harbour-reopens' }, '07:00');
    for (const part of ['HEAD', 'BODY#99']) await remove(own('harbour', version('06:00', 1, part)));
    expect(await repaired({ write: true })).toEqual({ found: [], left: [] });
    expect(await readArticleByPath(table, '/world/harbour', at('12:00'), { withBody: false })).toMatchObject({ moved: { version: 2 } });
  });

  it('puts back the end of a version that expires', async () => {
    await push({ id: 'brief', expires: at('22:00') }, '06:00');
    await remove(own('brief', version('22:00', 1, 'TOMB')));
    await expectMended([/^End: .*: missing/]);
    expect(await readArticleAt(table, idOf('brief'), at('22:00'), { withBody: false })).toMatchObject({ tombstone: { reason: 'EXPIRED' } });
  });

  it('puts back a path that was lost, and says when another article holds it', async () => {
    await push(HARBOUR, '06:00');
    await push({ id: 'other' }, '06:00');
    await remove({ pk: 'PATH#/world/harbour', sk: 'PATH' });
    await expectMended([/^Path: PATH#\/world\/harbour \/ PATH: missing/]);
    await copy({ pk: 'PATH#/world/harbour', sk: 'PATH' }, { a: idOf('other') });
    expect(await repaired({ write: true })).toEqual({
      found: [expect.stringMatching(/^Path: .*: leads to a_/)],
      left: ['Path: PATH#/world/harbour / PATH'],
    });
  });

  it('removes the path, the chunk, the teaser and the change of an article that was never there', async () => {
    await push(HARBOUR, '06:00');
    const never = { a: idOf('never') };
    await copy({ pk: 'PATH#/world/harbour', sk: 'PATH' }, { pk: 'PATH#/nowhere', p: '/nowhere', ...never });
    await copy(own('harbour', 'TEASER'), { ...own('never', 'TEASER'), ...never });
    await copy(own('harbour', version('06:00', 1, 'BODY#99')), { ...own('never', version('06:00', 1, 'BODY#99')), ...never });
    const change = `C#${at('06:00')}#${idOf('harbour')}#${'1'.padStart(16, '0')}`;
    await copy({ pk: 'CHANGES', sk: change }, { sk: change.replace(idOf('harbour'), idOf('never')), ...never });
    const { found } = await repaired({ write: false });
    expect(found.sort()).toEqual([
      expect.stringMatching(/^Body: .*: a chunk without its version/),
      expect.stringMatching(/^Change: .*: belongs to an article that is not there/),
      expect.stringMatching(/^Path: PATH#\/nowhere \/ PATH: belongs to an article that is not there/),
      expect.stringMatching(/^Teaser: .*: belongs to no article/),
    ]);
    expect((await repaired({ write: true })).left).toEqual([]);
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
  });

  it('puts back a change that was lost, and removes one of a superseded version', async () => {
    await push(HARBOUR, '06:00');
    await push({ ...HARBOUR, version: 2, headline: 'Harbour reopens' }, '07:00');
    const key = (time: string, number: number) => `C#${at(time)}#${idOf('harbour')}#${String(number).padStart(16, '0')}`;
    const change = await get({ pk: 'CHANGES', sk: key('07:00', 2) });
    await copy({ pk: 'CHANGES', sk: key('07:00', 2) }, { sk: key('09:00', 3), v: 3 });
    await remove({ pk: 'CHANGES', sk: key('07:00', 2) });
    await expectMended([/^Change: .*T07.*: missing/, /^Change: .*T09.*: belongs to nothing/]);
    expect(await get({ pk: 'CHANGES', sk: key('07:00', 2) })).toEqual(change);
  });

  it('says what it cannot mend, touches nothing of it, and mends the rest', async () => {
    await push(HARBOUR, '06:00');
    await push({ id: 'other' }, '06:00');
    await push({ id: 'third' }, '06:00');
    await remove(own('harbour', version('06:00', 1, 'BODY#99')));
    await remove(own('other', version('06:00', 1, 'HEAD')));
    await remove(own('third', 'TEASER'));
    const lost = [
      `Body: ${textOf(own('harbour', version('06:00', 1, 'BODY#99')))}`,
      `Head: ${textOf(own('other', version('06:00', 1, 'HEAD')))}`,
    ];
    for (const expected of [3, 2]) {
      // the second time as well: nothing that could be restored from elsewhere is thrown away
      const { found, left } = await repaired({ write: true });
      expect(found).toHaveLength(expected);
      expect(left.sort()).toEqual(lost);
    }
    expect(await get({ pk: 'SECTION#world', sk: LISTED })).toBeDefined();
  });

  it('restores a table from which any one item was taken, to what it was, or says that it cannot', async () => {
    await push({ ...HARBOUR, expires: at('22:00') }, '06:00');
    await push(
      { ...HARBOUR, version: 2, section: 'Sport', path: '/sport/harbour', embargoedUntil: at('20:00'), expires: at('23:00') },
      '07:00',
    );
    await push({ id: 'first to come', embargoedUntil: at('20:00') }, '06:00');
    await push({ id: 'killed' }, '06:00');
    await push({ id: 'killed', version: 2, status: 'CANCELED' }, '06:20');
    const before = await contents();
    const unseen: string[] = [];
    const lost: string[] = [];
    for (const [key, item] of before) {
      await remove({ pk: item.pk, sk: item.sk });
      const { found, left } = await repaired({ write: true });
      if (left.length > 0) lost.push(kindOf(item));
      if (found.length === 0) unseen.push(kindOf(item));
      if (left.length > 0 || found.length === 0) await put(item);
      expect([key, comparable(await contents())]).toEqual([key, comparable(before)]);
    }
    expect(before.size).toBeGreaterThan(40);
    expect(lost.map((line) => line.slice(0, 4)).sort()).toEqual(['Body', 'Body', 'Body', 'Body', 'Head', 'Head', 'Head', 'Head']); // words
    expect(unseen).toEqual(['Change of version 1']); // a former version of the killed one; nothing tells when it was taken in
  }, 240_000);

  it('writes nothing without leave', async () => {
    await push(HARBOUR, '06:00');
    await remove(own('harbour', 'TEASER'));
    const names: (string | undefined)[] = [];
    table.client.middlewareStack.add((next, { commandName }) => (args) => {
      names.push(commandName);
      return next(args);
    });
    await repaired({ write: false });
    expect(new Set(names)).toEqual(new Set(['ScanCommand', 'QueryCommand', 'BatchGetItemCommand', 'GetItemCommand']));
  });

  it('removes nothing under the hands of a push that comes between', async () => {
    await push(HARBOUR, '06:00');
    await copy({ pk: 'SECTION#world', sk: LISTED }, { pk: 'SECTION#sport' });
    const beside = openNewsTable({ tableName, endpoint: local.endpoint });
    let writes = 0;
    beside.client.middlewareStack.add((next, { commandName }) => async (args) => {
      if (commandName === 'TransactWriteItemsCommand' && writes++ === 0) await push({ ...HARBOUR, version: 2, section: 'Sport' }, '11:00');
      return next(args);
    });
    const found: string[] = [];
    for await (const { findings } of repairTable(beside, () => at('12:00'), { write: true })) {
      found.push(...findings.map(({ item, key, mended }) => `${item} ${key.pk} ${mended ? 'mended' : 'left'}`));
    }
    expect(found).toContain('Listing SECTION#sport left');
    expect((await listSection(table, 'sport', at('12:00'), {})).edges[0]?.node).toMatchObject({ version: 2 });
    expect(await repaired({ write: false })).toEqual({ found: [], left: [] });
  });

  it('does not take for an orphan what a push puts in its place meanwhile', async () => {
    await push(HARBOUR, '06:00');
    await copy({ pk: 'SECTION#world', sk: LISTED }, { pk: 'SECTION#sport' });
    const beside = openNewsTable({ tableName, endpoint: local.endpoint });
    let looks = 0;
    beside.client.middlewareStack.add((next, { commandName }) => async (args) => {
      const looksAgain = commandName === 'BatchGetItemCommand' && JSON.stringify(args.input).includes('"SECTION#sport","sk":"A#');
      if (looksAgain && looks++ === 0) await push({ ...HARBOUR, version: 2, section: 'Sport' }, '11:00');
      return next(args);
    });
    const found: string[] = [];
    for await (const { findings } of repairTable(beside, () => at('12:00'), { write: false })) {
      found.push(...findings.map(({ item, key }) => `${item} ${key.pk}`));
    }
    expect(looks).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });

  it('passes over items of a kind that it does not know, can stop after any page, and goes on from there without finding anything twice', async () => {
    for (let number = 0; number < 10; number += 1) {
      await push({ ...HARBOUR, id: `article ${number}` }, '06:00');
      await remove(own(`article ${number}`, 'TEASER'));
      for (let at = 0; at < 160; at += 20) {
        const notes = Array.from({ length: 20 }, (_, note) => ({ ...own(`article ${number}`, `Z#${at + note}`), e: 'Note' }));
        const requests = notes.map((Item) => ({ PutRequest: { Item } }));
        await table.client.send(new BatchWriteCommand({ RequestItems: { [tableName]: requests } }));
      }
    }
    await remove({ pk: SPEAKER, sk: 'PROFILE' });
    const found: string[] = [];
    let from: RepairPlace | undefined;
    let pages = 0;
    do {
      for await (const { findings, next } of repairTable(table, () => at('12:00'), { write: false, ...(from ? { from } : {}) })) {
        found.push(...findings.map(({ item, key }) => `${item} ${textOf(key)}`));
        from = next ? JSON.parse(JSON.stringify(next)) : undefined; // as the bookmark keeps it
        break;
      }
      pages += 1;
    } while (from);
    expect(pages).toBeGreaterThan(6);
    expect(found).toHaveLength(10 + 1);
    expect(new Set(found).size).toBe(10 + 1);
  });
});

describe('repair of a live blog', () => {
  const PARTITION = `LIVEBLOG#${idOf('harbour')}`;
  const place = (list: string, id: string) => ({ pk: PARTITION, sk: `${list}#${at('06:00')}#${at('00:00')}#${postKey(id)}` });
  const own = (id: string) => ({ pk: PARTITION, sk: `U#${postKey(id)}` });
  const INDEX = { pk: PARTITION, sk: 'INDEX' };
  const posts = [aPost('a', { isKeyEvent: true, isPinned: true }), aPost('b'), aPost('c')];
  const inPartition = async () => [...(await contents()).values()].filter(({ pk }) => pk === PARTITION).map(({ rev: _, ...item }) => item);
  const AS_POST = 'is not as its post has it';
  const stray = { pk: PARTITION, sk: `K#${at('05:00')}#${at('00:00')}#${postKey('b')}` };

  beforeEach(async () => {
    await push({ ...HARBOUR, liveBlog: LIVE, posts }, '06:00');
    const next = [aPost('a', { isPinned: true, text: 'Edited.' }), aPost('b', { isKeyEvent: true })];
    await push({ ...HARBOUR, version: 2, liveBlog: LIVE, posts: next, embargoedUntil: at('23:00') }, '06:10');
  });

  it('finds nothing where nothing is damaged', async () => {
    expect(await repaired({ write: true })).toEqual({ found: [], left: [] });
  });

  it.each<[string, () => Promise<unknown>, string[]]>([
    ['an index that is gone', () => remove(INDEX), ['INDEX: does not agree with the posts']],
    ['an index that cannot be read', () => copy(INDEX, { x: new Uint8Array([1, 2, 3]) }), ['INDEX: does not agree with the posts']],
    ['a post that is gone from its list', () => remove(place('P', 'c')), [`P#.*: is not there`]],
    ['a post that is gone under its id', () => remove(own('c')), [`U#.*: is not there`]],
    ['a key event that is gone from its list', () => remove(place('K', 'a')), [`K#.*: is not there`]],
    ['a key event that waits and is gone from its list', () => remove(place('K', 'b')), [`K#.*: is not there`]],
    ['a pinned post with the words of another', () => copy(own('b'), place('T', 'a')), [`T#.*: ${AS_POST}`]],
    ['a post whose words differ from list to list', () => copy(own('a'), place('P', 'b')), [`P#.*: ${AS_POST}`]],
    ['a post under its id with the words of another', () => copy(own('a'), own('b')), [`U#.*: ${AS_POST}`]],
    ['a post that does not read as one', () => copy(own('b'), { s: '{' }), [`U#.*: ${AS_POST}`]],
    ['a place that belongs to no post', () => copy(place('P', 'b'), stray), [`K#.*: belongs to no post`]],
    ['an item of another kind', () => put({ pk: PARTITION, sk: 'STRANGE', e: 'Strange' }), [`STRANGE: belongs to no post`]],
  ])('mends %s', async (_name, damage, found) => {
    const before = await inPartition();
    await damage();
    await expectMended(found.map((line) => new RegExp(`^Live(Post|Index): ${PARTITION} / ${line}`)));
    expect((await inPartition()).map(({ x: _, ...item }) => item)).toEqual(before.map(({ x: _, ...item }) => item));
    expect((await readIndex(table, idOf('harbour'))).posts.size).toBe(3);
  });

  it('removes the posts of an article that is not there', async () => {
    for (const { pk, sk } of (await contents()).values()) if (pk === `ARTICLE#${idOf('harbour')}`) await remove({ pk, sk });
    const { found, left } = await repaired({ write: true });
    expect(found.filter((line) => line.includes(PARTITION) && line.endsWith('belongs to an article that is not there'))).toHaveLength(10);
    expect(left).toEqual([]);
    expect(await inPartition()).toEqual([]);
  });
});
