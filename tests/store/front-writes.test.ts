import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEPT } from '../../lambda/domain/front-state.ts';
import { instantOf, LAST_INSTANT, millisecondsOf } from '../../lambda/domain/instant.ts';
import { readFront } from '../../lambda/store/front-reads.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import { metered } from '../../lambda/store/news-table.ts';
import { at } from '../support/article.ts';
import { aContainer, aFront, anItem, type FrontWish } from '../support/front.ts';
import { meanwhile } from '../support/meanwhile.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

const push = (wish: FrontWish, now: string) => pushFront(local.table, aFront(wish), at(now));
const titleAt = async (slug: string, clock: string) => (await readFront(local.table, slug, at(clock)))?.title ?? null;

/** Everything that the table holds of a front, as text. */
async function stored(slug: string): Promise<string> {
  const { Items = [] } = await local.table.client.send(
    new QueryCommand({
      TableName: local.tableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `FRONT#${slug}` },
      ConsistentRead: true,
    }),
  );
  return JSON.stringify(Items);
}

describe('a front', () => {
  it('is read back as it was sent, from its push on', async () => {
    const containers = [aContainer('lead', [anItem('harbour', { headline: 'Shut', standfirst: 'Until noon' })])];
    const pushed = await push({ slug: 'world/europe', containers }, '06:00');
    expect(pushed).toEqual({
      ...{ id: 'world/europe', outcome: 'ACCEPTED', version: 1, known: 1, path: '/world/europe', availableFrom: at('06:00'), warnings: [] },
    });
    expect(await readFront(local.table, 'world/europe', at('06:00'))).toMatchObject({
      title: 'Title of world/europe',
      version: 1,
      containers,
    });
    expect(await titleAt('world/europe', '05:59:59.999')).toBeNull();
  });

  it('shows the old version until the schedule of the new one, to the millisecond', async () => {
    await push({ slug: 'night', title: 'Before' }, '06:00');
    await push({ slug: 'night', version: 2, title: 'After', embargoedUntil: at('19:00'), scheduledFor: at('20:00') }, '07:00');
    expect(await titleAt('night', '19:59:59.999')).toBe('Before');
    expect(await titleAt('night', '20:00')).toBe('After');
  });

  it('costs one call whatever waits', async () => {
    await push({ slug: 'waiting', title: 'Later', scheduledFor: at('20:00') }, '06:00');
    for (const slug of ['waiting', 'nothing-here']) {
      const asked = metered(local.table);
      expect(await readFront(asked, slug, at('12:00'))).toBeNull();
      expect(asked.meter.calls).toBe(1);
    }
  });

  it('leaves nothing of a schedule that was replaced', async () => {
    await push({ slug: 'moved', title: 'Open' }, '06:00');
    await push({ slug: 'moved', version: 2, title: 'Secret', scheduledFor: at('10:00') }, '07:00');
    await push({ slug: 'moved', version: 3, title: 'Secret moved', scheduledFor: at('22:00') }, '08:00');
    expect(await titleAt('moved', '21:59:59.999')).toBe('Open');
    expect(await titleAt('moved', '22:00')).toBe('Secret moved');
    expect(await stored('moved')).not.toContain('"Secret"');
    expect(await stored('moved')).not.toContain('Secret\\"');
  });

  it('keeps one that is withheld from every clock', async () => {
    await push({ slug: 'draft', title: 'Open' }, '06:00');
    expect(await push({ slug: 'draft', version: 2, title: 'Draft', status: 'WITHHELD' }, '07:00')).toMatchObject({
      availableFrom: LAST_INSTANT,
    });
    expect((await readFront(local.table, 'draft', LAST_INSTANT))?.title).toBe('Open');
  });

  it('is gone the moment it is taken away, whatever its dates, and comes back with a later version', async () => {
    await push({ slug: 'taken' }, '06:00');
    await push({ slug: 'taken', version: 2, title: 'Waits', scheduledFor: at('12:00') }, '07:00');
    await push({ slug: 'taken', version: 3, status: 'CANCELED', embargoedUntil: at('23:00') }, '08:00');
    expect([await titleAt('taken', '07:59:59.999'), await titleAt('taken', '08:00'), await titleAt('taken', '12:00')]).toEqual([
      'Title of taken',
      null,
      null,
    ]);
    await push({ slug: 'taken', version: 4, title: 'Back', scheduledFor: at('10:00') }, '09:00');
    expect([await titleAt('taken', '09:59:59.999'), await titleAt('taken', '10:00')]).toEqual([null, 'Back']);
  });

  it('leaves no trace but its number when it is taken away before anybody could read it', async () => {
    await push({ slug: 'never', title: 'Unseen', scheduledFor: at('12:00') }, '06:00');
    expect(await push({ slug: 'never', version: 2, status: 'CANCELED' }, '07:00')).toMatchObject({
      outcome: 'ACCEPTED',
      path: null,
      availableFrom: null,
    });
    expect(await titleAt('never', '12:00')).toBeNull();
    expect(await stored('never')).not.toContain('Unseen');
    expect(await push({ slug: 'never', title: 'Unseen' }, '08:00')).toMatchObject({ outcome: 'UNCHANGED', known: 2 });
  });

  it('ends with its highest version, in whatever order and however often they come', async () => {
    await push({ slug: 'order', version: 3, title: 'Three' }, '06:00');
    expect(await push({ slug: 'order', version: 2, title: 'Two' }, '07:00')).toMatchObject({
      outcome: 'UNCHANGED',
      version: 2,
      known: 3,
      warnings: [],
    });
    expect(await push({ slug: 'order', version: 3, title: 'Three' }, '08:00')).toMatchObject({ outcome: 'UNCHANGED', warnings: [] });
    expect(await push({ slug: 'order', version: 3, title: 'Other' }, '09:00')).toMatchObject({
      outcome: 'UNCHANGED',
      warnings: [expect.stringContaining('other content')],
    });
    expect(await titleAt('order', '10:00')).toBe('Three');
  });

  it('is numbered where its source does not number', async () => {
    await push({ slug: 'plain', version: null, title: 'One' }, '06:00');
    expect(await push({ slug: 'plain', version: null, title: 'One' }, '07:00')).toMatchObject({ outcome: 'UNCHANGED', version: 1 });
    expect(await push({ slug: 'plain', version: null, title: 'Two' }, '08:00')).toMatchObject({ outcome: 'ACCEPTED', version: 2 });
    expect([await titleAt('plain', '07:59:59.999'), await titleAt('plain', '08:00')]).toEqual(['One', 'Two']);
  });

  it('ends with the highest version when several writers push at once', async () => {
    const versions = [5, 1, 4, 2, 3, 6];
    await Promise.all(versions.map((version) => push({ slug: 'raced', version, title: `Version ${version}` }, '06:00')));
    expect(await titleAt('raced', '06:00')).toBe('Version 6');
    const state = JSON.parse(JSON.parse(await stored('raced')).find(({ sk }: { sk: string }) => sk === 'STATE').s);
    expect([state.known.version, state.current.version, state.pending]).toEqual([6, 6, null]);
  });

  it('decides again when another writer came in between', async () => {
    const table = meanwhile(local.table, () => push({ slug: 'between', version: 2, title: 'Two' }, '06:00'));
    expect(await pushFront(table, aFront({ slug: 'between', version: 1, title: 'One' }), at('06:00'))).toMatchObject({
      outcome: 'UNCHANGED',
      known: 2,
    });
    expect(await titleAt('between', '07:00')).toBe('Two');
    expect(await stored('between')).not.toContain('One');
  });

  it('keeps a version whose schedule has passed when a newer one waits', async () => {
    await push({ slug: 'passed', title: 'One' }, '06:00');
    await push({ slug: 'passed', version: 2, title: 'Two', scheduledFor: at('10:00') }, '07:00');
    await push({ slug: 'passed', version: 3, title: 'Three', scheduledFor: at('22:00') }, '11:00');
    expect([await titleAt('passed', '21:59:59.999'), await titleAt('passed', '22:00')]).toEqual(['Two', 'Three']);
  });

  it('stays away when it was taken away by a writer whose clock is behind', async () => {
    await push({ slug: 'behind' }, '12:00');
    await push({ slug: 'behind', version: 2, status: 'CANCELED' }, '11:00');
    await push({ slug: 'behind', version: 3, title: 'Back', scheduledFor: at('20:00') }, '11:01');
    expect([await titleAt('behind', '12:00'), await titleAt('behind', '19:59:59.999'), await titleAt('behind', '20:00')]).toEqual([
      null,
      null,
      'Back',
    ]);
  });

  it('is not set back by a writer whose clock is behind', async () => {
    await push({ slug: 'clocks', title: 'Ahead' }, '12:00');
    await push({ slug: 'clocks', version: 2, title: 'Behind' }, '11:00');
    expect(await titleAt('clocks', '12:00')).toBe('Behind');
  });

  it('keeps the last versions that could be read, and no more', async () => {
    const versions = Array.from({ length: KEPT + 5 }, (_, number) => number + 1);
    for (const version of versions)
      await push({ slug: 'busy', version, title: `Version ${version}` }, `06:00:${String(version).padStart(2, '0')}`);
    const left = JSON.parse(await stored('busy')).length;
    expect(left).toBe(KEPT + 2); // with the current one and the state
    const last = at(`06:00:${versions.length}`);
    const before = instantOf(millisecondsOf(last) - 1);
    expect((await readFront(local.table, 'busy', before))?.title).toBe(`Version ${versions.length - 1}`);
  });

  it('belongs to the source that pushed it first', async () => {
    await push({ slug: 'owned', title: 'Mine' }, '06:00');
    await expect(push({ slug: 'owned', version: 2, title: 'Yours', source: 'wire' }, '07:00')).rejects.toThrow('another source');
    expect(await titleAt('owned', '08:00')).toBe('Mine');
  });

  it.each([
    ['a slug that could be no place', { slug: 'World//europe' }, 'slug'],
    ['a version that is no number', { slug: 'numbers', version: 1.5 }, 'version'],
    ['more than an item holds', { slug: 'huge', title: 'x'.repeat(400_000) }, 'front'],
  ])('is refused before anything is written with %s', async (_, wish, place) => {
    await expect(push(wish, '06:00')).rejects.toMatchObject({ faults: [{ place }] });
    expect(await stored(wish.slug)).toBe('[]');
  });
});
