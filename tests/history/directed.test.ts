import { DeleteItemCommand } from 'dynamodb-toolbox/entity/actions/delete';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../lambda/domain/instant.ts';
import { startDynamodb } from '../../lambda/local/dynamodb.ts';
import { readArticleAt, readArticleByPath, readTeasers } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { listChanges } from '../../lambda/store/change-reads.ts';
import { listConcepts, listSections, readConcept, readSection } from '../../lambda/store/concept-reads.ts';
import { releaseArticle, withdrawArticle } from '../../lambda/store/desk-writes.ts';
import { listAbout, listLatest, listQuotations, listSection } from '../../lambda/store/listing-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { openPreview, readDraft } from '../../lambda/store/preview-reads.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { anArticle, aPerson, aQuotation, at, idOf } from '../support/article.ts';
import { type Happening, type Lane, openLane } from './lane.ts';

let dynamodb: Awaited<ReturnType<typeof startDynamodb>>;
let lane: Lane;
beforeAll(async () => {
  dynamodb = await startDynamodb();
  lane = await openLane(dynamodb.endpoint, 0);
});
beforeEach(() => lane.fresh());
afterAll(async () => {
  lane.close();
  await dynamodb[Symbol.asyncDispose]();
});

type Wish = Partial<Parameters<typeof anArticle>[0]>;
const story = (wish: Wish) => anArticle({ id: 'story', path: '/story', ...wish });
const push = (wish: Wish, now: string, table: NewsTable = lane.table) => pushArticle(table, story(wish), at(now));
const cut = (wish: Wish, now: string, trouble: Happening) => lane.under(trouble, (table) => push(wish, now, table));
const headline = async (clock: string, id = 'story') => {
  const found = await readArticleAt(lane.table, idOf(id), at(clock), { withBody: true });
  return found && ('head' in found ? found.head.headline : found.tombstone.reason);
};
const latest = async (clock: string, table = lane.table) =>
  (await listLatest(table, null, at(clock), {})).edges.map(({ node }) => node.headline);
const section = async (slug: string, clock: string, table = lane.table) =>
  (await listSection(table, slug, at(clock), {})).edges.map(({ node }) => node.headline);
const changes = async (clock: string) =>
  (await listChanges(lane.table, null, at(clock))).edges.map(({ node }) => `${node.version} ${node.kind}`);

/** More quotations than one transaction has room for. */
const manyQuotations = (speaker: string) => Array.from({ length: 120 }, (_, turn) => aQuotation(`Words ${turn}`, speaker));
const saidBy = async (speaker: string, clock: string) =>
  (await listQuotations(lane.table, aPerson(speaker).id, at(clock), { first: 100 })).edges.length;

describe('instants', () => {
  it('keep an embargo at the end of time out of sight, in whatever zone it is written', async () => {
    await push({ embargoedUntil: at('9999-12-31T23:59:59-05:00') }, '06:00');
    expect([await headline('07:00'), await headline('9999-12-31T23:59:59.998Z'), await headline('9999-12-31T23:59:59.999Z')]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('round up, so that nothing is public a fraction early', async () => {
    await push({ embargoedUntil: at('2026-03-14T07:00:00.0001Z') }, '06:00');
    expect([await headline('07:00:00.000'), await headline('07:00:00.001')]).toEqual([null, 'Headline of story']);
  });
});

describe('an embargo', () => {
  it.each(['09:00', '15:00'])('that moves from noon to %s leaves nothing behind at its old moment', async (moved) => {
    await push({ headline: 'One', embargoedUntil: at('12:00') }, '06:00');
    await push({ version: 2, headline: 'Two', embargoedUntil: at(moved), section: 'Other' }, '07:00');
    const moments = ['08:59:59.999', '09:00', '11:59:59.999', '12:00', '14:59:59.999', '15:00'];
    for (const clock of moments) {
      const readable = at(clock) >= at(moved);
      expect([clock, await headline(clock), await latest(clock)]).toEqual([clock, readable ? 'Two' : null, readable ? ['Two'] : []]);
      expect(await section('world', clock)).toEqual([]);
      expect(await readSection(lane.table, 'world', at(clock))).toBeNull();
    }
    expect(await changes('23:00')).toEqual(['2 PUBLISHED']);
  });

  it('of an update keeps its words out of every list until the sweeper has come, and off its own page to the millisecond', async () => {
    await push({ headline: 'One' }, '06:00');
    await push(
      { version: 2, headline: 'Two', section: 'Other', path: '/two', about: [aPerson('New Name')], embargoedUntil: at('10:00') },
      '07:00',
    );
    expect([await headline('09:59:59.999'), await headline('10:00')]).toEqual(['One', 'Two']);
    expect([await latest('10:00'), await section('other', '10:00')]).toEqual([['One'], []]);
    expect(await readConcept(lane.table, aPerson('New Name').id, at('10:00'))).toBeNull();
    expect(await readArticleByPath(lane.table, '/two', at('09:59:59.999'), { withBody: false })).toBeNull();
    await sweep(lane.table, at('10:00'));
    expect([await latest('10:00'), await section('other', '10:00'), await section('world', '10:00')]).toEqual([['Two'], ['Two'], []]);
    expect(await readConcept(lane.table, aPerson('New Name').id, at('10:00'))).not.toBeNull();
    expect(await readArticleByPath(lane.table, '/story', at('10:00'), { withBody: false })).toMatchObject({ moved: { path: '/two' } });
  });

  it('counts, and the claim of a source whose clock runs ahead does not', async () => {
    await push({ created: at('09:00') }, '06:00');
    expect(await headline('06:00')).toBe('Headline of story');
  });

  it('that lies before what is readable already does not make an older version the newest', async () => {
    await push({ headline: 'One' }, '09:00');
    await push({ version: 2, headline: 'Two', created: at('06:00') }, '10:00');
    expect([await headline('08:59'), await headline('10:00')]).toEqual([null, 'Two']);
  });
});

describe('a kill', () => {
  it('ignores every date that it carries', async () => {
    await push({}, '06:00');
    await push({ version: 2, status: 'CANCELED', embargoedUntil: at('20:00'), scheduledFor: at('21:00') }, '07:00');
    expect([await headline('07:00'), await latest('07:00'), await readTeasers(lane.table, [idOf('story')], at('07:00'))]).toEqual([
      'WITHDRAWN',
      [],
      [null],
    ]);
  });

  it('before the first moment leaves no trace but its number', async () => {
    await push({ embargoedUntil: at('12:00') }, '06:00');
    await push({ version: 2, status: 'CANCELED' }, '07:00');
    expect([await headline('12:00'), await latest('12:00'), await changes('23:00')]).toEqual([null, [], []]);
    expect(await readArticleByPath(lane.table, '/story', at('12:00'), { withBody: false })).toBeNull();
    expect(await push({ version: 1 }, '08:00')).toMatchObject({ outcome: 'UNCHANGED' });
  });

  it('takes the update that waits with it', async () => {
    await push({ headline: 'One' }, '06:00');
    await push({ version: 2, headline: 'Two', embargoedUntil: at('12:00') }, '07:00');
    await push({ version: 3, status: 'CANCELED' }, '08:00');
    await sweep(lane.table, at('12:00'));
    expect([await headline('12:00'), await latest('12:00')]).toEqual(['WITHDRAWN', []]);
  });

  it('is public at once also when its writer has a clock that is behind', async () => {
    await push({ headline: 'One' }, '06:00');
    await push({ version: 2, headline: 'Two' }, '07:00');
    await push({ version: 3, status: 'CANCELED' }, '06:59:59');
    expect([await headline('07:00'), await latest('07:00')]).toEqual(['WITHDRAWN', []]);
  });

  it('can be followed by a return, at once or with an embargo, under the date of first publication', async () => {
    await push({}, '06:00');
    await push({ version: 2, status: 'CANCELED' }, '07:00');
    await push({ version: 3, headline: 'Back', embargoedUntil: at('09:00') }, '08:00');
    expect([await headline('08:59:59.999'), await latest('09:00'), await headline('09:00')]).toEqual(['WITHDRAWN', [], 'Back']);
    await sweep(lane.table, at('09:00'));
    const { edges } = await listLatest(lane.table, null, at('09:00'), {});
    expect(edges.map(({ node }) => [node.headline, node.datePublished])).toEqual([['Back', at('06:00')]]);
  });
});

describe('order and repetition', () => {
  it('of the same pushes do not matter: the highest version stays', async () => {
    const versions = [1, 2, 3].map((version): Wish => ({ version, headline: `Version ${version}` }));
    for (const order of [
      [2, 0, 1, 2, 0],
      [2, 1, 0],
      [0, 2, 1, 0],
    ]) {
      await lane.fresh();
      for (const [place, turn] of order.entries()) await push(versions[turn] ?? {}, `06:0${place}`);
      expect([await headline('07:00'), await latest('07:00')]).toEqual(['Version 3', ['Version 3']]);
    }
  });

  it('of one number with two contents keep the first, and say so', async () => {
    await push({ headline: 'First' }, '06:00');
    expect((await push({ headline: 'Second' }, '07:00')).warnings).toEqual([expect.stringContaining('other content')]);
    expect(await headline('07:00')).toBe('First');
  });

  it('of an unnumbered push that another writer overtakes do not count it twice', async () => {
    await push({ version: null, headline: 'One' }, '06:00');
    const other = () => push({ version: null, headline: 'Three' }, '07:00');
    await cut({ version: null, headline: 'Two' }, '07:00', { kind: 'MEANWHILE', call: 4, run: other });
    expect(await changes('08:00')).toHaveLength(3);
  });
});

describe('expiry', () => {
  it('takes an article off its page, its lists and, with the sweeper, its section', async () => {
    await push({ expires: at('09:00') }, '06:00');
    expect([await headline('08:59:59.999'), await latest('08:59:59.999')]).toEqual(['Headline of story', ['Headline of story']]);
    expect([await headline('09:00'), await latest('09:00')]).toEqual(['EXPIRED', []]);
    await sweep(lane.table, at('09:00'));
    expect(await readSection(lane.table, 'world', at('09:00'))).toBeNull();
    expect(await changes('09:01')).toEqual(['1 PUBLISHED', '1 WITHDRAWN']);
  });

  it('belongs to its version: a newer one takes it away', async () => {
    await push({ headline: 'One', expires: at('09:00') }, '06:00');
    await push({ version: 2, headline: 'Two' }, '07:00');
    expect([await headline('09:00'), await latest('09:00'), await changes('23:00')]).toEqual([
      'Two',
      ['Two'],
      ['1 PUBLISHED', '2 UPDATED'],
    ]);
  });
});

describe('a draft', () => {
  it('is never listed nor readable at any clock, and is shown to whoever names it', async () => {
    await push({ status: 'WITHHELD', headline: 'Draft' }, '06:00');
    const last = '9999-12-31T23:59:59.999Z' as Instant;
    expect(await readArticleAt(lane.table, idOf('story'), last, { withBody: true })).toBeNull();
    expect((await listLatest(lane.table, null, last, {})).edges).toEqual([]);
    expect(await readDraft(lane.table, idOf('story'), at('06:00'), { withBody: true })).toMatchObject({ head: { headline: 'Draft' } });
  });

  it('of a live article leaves the live version where it is', async () => {
    await push({ headline: 'Live', expires: at('20:00') }, '06:00');
    await push({ version: 2, status: 'WITHHELD', headline: 'Draft' }, '07:00');
    expect([await headline('19:00'), await latest('19:00')]).toEqual(['Live', ['Live']]);
    expect(await readDraft(lane.table, idOf('story'), at('07:00'), { withBody: false })).toMatchObject({ head: { headline: 'Draft' } });
  });
});

describe('paths, concepts and sections', () => {
  it('keep a path with the article that had it first, and lead from a former path to the present one', async () => {
    await push({ path: '/one' }, '06:00');
    await push({ version: 2, path: '/two' }, '07:00');
    const { path } = await push({ id: 'other', path: '/one' }, '08:00');
    expect(path).not.toBe('/one');
    expect(await readArticleByPath(lane.table, '/one', at('08:00'), { withBody: false })).toMatchObject({ moved: { path: '/two' } });
  });

  it('are public from the oldest article that stands, and take their name from it', async () => {
    const named = (name: string) => [{ ...aPerson('Ada Quill'), name }];
    await push({ id: 'younger', path: '/younger', about: named('A. Quill') }, '08:00');
    await push({ id: 'older', path: '/older', about: named('Ada Quill'), published: at('05:00') }, '09:00');
    expect(await readConcept(lane.table, aPerson('Ada Quill').id, at('09:00'))).toMatchObject({ name: 'Ada Quill' });
    await push({ id: 'older', version: 2, status: 'CANCELED' }, '10:00');
    expect(await readConcept(lane.table, aPerson('Ada Quill').id, at('10:00'))).toMatchObject({ name: 'A. Quill' });
    expect((await listConcepts(lane.table, 'Person', 'a. q', at('10:00'), {})).edges.map(({ node }) => node.name)).toEqual(['A. Quill']);
    expect((await listConcepts(lane.table, 'Person', 'ada', at('10:00'), {})).edges).toEqual([]);
  });

  it('never take an author for a section', async () => {
    await push({ contributions: [{ role: 'AUTHOR', person: aPerson('Bo Inkwell'), links: [], note: null }] }, '06:00');
    expect((await listSections(lane.table, at('06:00'), {})).edges.map(({ node }) => node.name)).toEqual(['World']);
  });
});

describe('changes', () => {
  it('are keyed by acceptance where that is later, so that nothing lands behind a reader', async () => {
    await push({ id: 'news', path: '/news' }, '08:00');
    const seen = (await listChanges(lane.table, null, at('09:00'))).edges.at(-1)?.cursor ?? null;
    await push({ id: 'archive', path: '/archive', published: at('2019-01-01T00:00:00Z') }, '09:00');
    const page = await listChanges(lane.table, seen, at('09:01'));
    expect(page.edges.map(({ node }) => node.articleId)).toEqual([idOf('archive')]);
  });

  it('come five seconds late', async () => {
    await push({}, '08:00');
    expect([await changes('08:00:04.999'), await changes('08:00:05')]).toEqual([[], ['1 PUBLISHED']]);
  });
});

describe('a preview', () => {
  it('shows every list as it will be, sections and concepts included', async () => {
    await push({ id: 'moves', path: '/moves', headline: 'Old', about: [aPerson('Leaving')] }, '06:00');
    await push(
      {
        id: 'moves',
        path: '/moves',
        version: 2,
        headline: 'New',
        section: 'Other',
        about: [aPerson('Coming')],
        embargoedUntil: at('12:00'),
      },
      '07:00',
    );
    await push({ id: 'ends', path: '/ends', headline: 'Ends', expires: at('11:00') }, '07:00');
    const preview = await openPreview(lane.table, at('12:00'));
    expect([await latest('12:00', preview), await section('other', '12:00', preview), await section('world', '12:00', preview)]).toEqual([
      ['New'],
      ['New'],
      [],
    ]);
    expect((await listSections(preview, at('12:00'), {})).edges.map(({ node }) => node.name)).toEqual(['Other']);
    expect((await listConcepts(preview, 'Person', null, at('12:00'), {})).edges.map(({ node }) => node.name)).toEqual(['Coming']);
    expect((await listAbout(preview, aPerson('Leaving').id, at('12:00'), {})).edges).toEqual([]);
    expect((await readTeasers(preview, [idOf('moves'), idOf('ends')], at('12:00'))).map((teaser) => teaser?.headline)).toEqual([
      'New',
      undefined,
    ]);
    expect([await latest('07:00'), await section('other', '12:00')]).toEqual([['Ends', 'Old'], []]);
  });
});

describe('a change in several parts', () => {
  const first: Wish = { headline: 'One', quotations: manyQuotations('Ada Quill'), paragraphs: ['Words'] };
  const second: Wish = { version: 2, headline: 'Two', quotations: manyQuotations('Bo Late'), paragraphs: ['Words'] };

  it.each([
    ['finished by a retry', async (wish: Wish) => void (await push(wish, '07:01'))],
    ['finished by the sweeper alone', async () => void (await sweep(lane.table, at('07:01')))],
  ])('may be cut before any write and is %s, and nothing is listed that cannot be opened', async (_, finish) => {
    for (let write = 1; ; write += 1) {
      await lane.fresh();
      await push(first, '06:00');
      const { crashed } = await cut(second, '07:00', { kind: 'CRASH', write });
      expect(['One', 'Two']).toContain(await headline('07:00'));
      for (const listed of await latest('07:00')) expect(['One', 'Two']).toContain(listed);
      await finish(second);
      const now = await headline('07:01');
      const [ada, bo] = [await saidBy('Ada Quill', '07:01'), await saidBy('Bo Late', '07:01')];
      expect([write, await latest('07:01'), ada, bo]).toEqual([write, [now], now === 'One' ? 100 : 0, now === 'Two' ? 100 : 0]);
      expect([write, await readConcept(lane.table, aPerson('Ada Quill').id, at('07:01'))].at(-1) === null).toBe(now === 'Two');
      if (!crashed) break;
    }
  });

  it('and that ends by itself leaves nothing listed beyond its end, wherever it is cut', async () => {
    for (let write = 1; ; write += 1) {
      await lane.fresh();
      await push(first, '06:00');
      const { crashed } = await cut({ ...second, expires: at('08:00') }, '07:00', { kind: 'CRASH', write });
      for (const listed of await latest('08:00')) expect([write, await headline('08:00')]).toEqual([write, listed]);
      if (crashed) continue;
      expect([await headline('08:00'), await latest('08:00')]).toEqual(['EXPIRED', []]);
      break;
    }
  });

  it('that publishes for the first time loses to a kill that comes between any two of its calls', async () => {
    for (let call = 2; call <= 14; call += 1) {
      await lane.fresh();
      const kill = () => push({ version: 3, status: 'CANCELED' }, '07:00');
      await cut(second, '07:00', { kind: 'MEANWHILE', call, run: kill });
      expect([call, await latest('07:00'), await saidBy('Bo Late', '07:00')]).toEqual([call, [], 0]);
      expect([null, 'WITHDRAWN']).toContain(await headline('07:00'));
      expect(await readConcept(lane.table, aPerson('Bo Late').id, at('07:00'))).toBeNull();
    }
  });
});

describe('the sweeper', () => {
  it('reads again when a version is replaced while it lists it', async () => {
    await cut({ headline: 'One', embargoedUntil: at('10:00') }, '06:00', { kind: 'CRASH', write: 2 });
    const replace = () => push({ version: 2, headline: 'Two', embargoedUntil: at('09:00') }, '06:01');
    const { happened } = await lane.under({ kind: 'MEANWHILE', call: 3, run: replace }, (table) => sweep(table, at('06:01')));
    expect([happened, await latest('08:59:59.999'), await latest('09:00')]).toEqual([true, [], ['Two']]);
  });

  it('works off the moments of all others when one article fails', async () => {
    for (const id of ['bad', 'good']) {
      await push({ id, path: `/${id}`, headline: 'Old' }, '06:00');
      await push({ id, path: `/${id}`, version: 2, headline: 'New', embargoedUntil: at('10:00') }, '07:00');
    }
    await lane.table.versionHead
      .build(DeleteItemCommand)
      .key({ articleId: idOf('bad'), availableFrom: at('10:00'), version: 2 })
      .send();
    await expect(sweep(lane.table, at('10:00'))).rejects.toThrow('1 moments');
    expect(await latest('10:00')).toContain('New');
  });
});

describe('a hold', () => {
  const withdraw = (now: string, table: NewsTable = lane.table) => withdrawArticle(table, idOf('story'), 'No', at(now));

  it('that is cut is there or is not, wherever, and the sweeper takes out of the lists what it leaves', async () => {
    const seen = new Set<string | null>();
    for (let write = 1; ; write += 1) {
      await lane.fresh();
      await push({ quotations: manyQuotations('Ada Quill') }, '06:00');
      const { crashed } = await lane.under({ kind: 'CRASH', write }, (table) => withdraw('07:00', table));
      if (!crashed) break;
      for (const clock of ['07:00', '07:01']) {
        const shown = await headline(clock);
        if (shown === 'WITHDRAWN') expect([await latest(clock), await saidBy('Ada Quill', clock)]).toEqual([[], 0]);
        seen.add(shown);
        await sweep(lane.table, at('07:01'));
      }
      const held = (await headline('07:02')) === 'WITHDRAWN';
      const again = push({ version: 2, headline: 'Second' }, '07:02').catch((error: Error) => error.message);
      expect(await again).toEqual(held ? expect.stringContaining('is held back') : expect.objectContaining({ outcome: 'ACCEPTED' }));
      expect(await latest('07:03')).toEqual(held ? [] : ['Second']);
    }
    expect(seen).toEqual(new Set(['Headline of story', 'WITHDRAWN']));
  });

  it('wins over a push at whatever call they meet', async () => {
    let meetings = 0;
    for (let call = 1; ; call += 1) {
      await lane.fresh();
      await push({}, '06:00');
      const other = { kind: 'MEANWHILE', call, run: () => withdraw('07:00') } as const;
      const second = (table: NewsTable) => push({ version: 2, headline: 'Second' }, '07:00', table).catch((error: Error) => error);
      if (!(await lane.under(other, second)).happened) break; // the push needs no more calls
      meetings += 1;
      expect([call, await headline('07:01'), await latest('07:01')]).toEqual([call, 'WITHDRAWN', []]);
    }
    expect(meetings).toBeGreaterThan(5);
  });

  it('leaves what has expired as it is, in the very millisecond too', async () => {
    await push({ expires: at('06:00') }, '06:00');
    expect(await withdraw('06:00')).toBeNull();
    expect(await headline('06:00')).toBe('EXPIRED');
    await releaseArticle(lane.table, idOf('story'));
    await push({ headline: 'Again' }, '07:00');
    expect(await latest('07:00')).toEqual(['Again']);
  });

  it('tells the changes of itself, though the version came in the same millisecond', async () => {
    await push({ published: at('05:00') }, '06:00');
    await withdraw('06:00');
    expect(await changes('07:00')).toEqual(['1 PUBLISHED', '1 WITHDRAWN']);
  });
});
