import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blockText } from '../../lambda/domain/body.ts';
import { ArticleTooLarge, Refused } from '../../lambda/domain/fault.ts';
import { digest, postKey } from '../../lambda/domain/identity.ts';
import { type Instant, instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import type { PostEntry } from '../../lambda/domain/live-index.ts';
import { type LivePost, MAX_POSTS } from '../../lambda/domain/live-post.ts';
import type { Head } from '../../lambda/domain/version.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { packIndex, readIndex, unpackIndex } from '../../lambda/store/live-index.ts';
import { listKeyEvents, listPinned, listPosts, readPosts } from '../../lambda/store/live-post-reads.ts';
import { metered, type NewsTable, openNewsTable } from '../../lambda/store/news-table.ts';
import { cursorOf, InvalidPage } from '../../lambda/store/page.ts';
import { openPreview } from '../../lambda/store/preview-reads.ts';
import { textOf } from '../../lambda/store/repair/table-walk.ts';
import { repairTable } from '../../lambda/store/repair.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { type ArticleWish, anArticle, aPost, at, idOf, LIVE } from '../support/article.ts';
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

const ID = 'storm';
const storm = (version: number, posts: readonly LivePost[] | null, wish: Partial<ArticleWish> = {}) =>
  anArticle({ id: ID, version, liveBlog: LIVE, posts, ...wish });
const push = (version: number, posts: readonly LivePost[] | null, now: string, wish: Partial<ArticleWish> = {}) =>
  pushArticle(table, storm(version, posts, wish), at(now));

/** The head at a clock; null when nothing can be read. */
async function headAt(clock: Instant, of = table): Promise<Head | null> {
  const found = await readArticleAt(of, idOf(ID), clock, { withBody: false });
  return found && 'head' in found ? found.head : null;
}

const wordsOf = ({ blocks }: LivePost) => blocks.map(blockText).join(' ');

/** The words of all posts that a reader meets at a clock, newest first, page by page. */
async function wordsAt(clock: string | Instant, of = table): Promise<string[]> {
  const head = await headAt(at(clock), of);
  const words: string[] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPosts>> = head
      ? await listPosts(of, head, at(clock), { first: 100, after })
      : { edges: [], hasNextPage: false, hasPreviousPage: false };
    words.push(...page.edges.map(({ node }) => wordsOf(node)));
    after = page.hasNextPage ? (page.edges.at(-1)?.cursor ?? null) : null;
  } while (after);
  return words;
}

/** The words of one post, asked for by its id. */
async function postAt(id: string, clock: string): Promise<string | null> {
  const head = await headAt(at(clock));
  const [post] = head ? await readPosts(table, [{ article: head, key: postKey(id) }], at(clock)) : [];
  return post ? wordsOf(post) : null;
}

/** The process that writes is gone. */
class Cut extends Error {}

/** The table for a process that dies after its n-th write: nothing that it asks for afterwards is answered. */
function cutAfter(writes: number): { table: NewsTable; written: () => number; items: () => number } {
  const cut = openNewsTable({ tableName, endpoint: local.endpoint });
  let written = 0;
  let items = 0;
  cut.client.middlewareStack.add((next, { commandName = '' }) => async (args) => {
    if (written >= writes) throw new Cut();
    const answer = await next(args);
    if (/Write|Put|Update|Delete/.test(commandName)) {
      written += 1;
      const { TransactItems = [] } = args.input as {
        TransactItems?: Record<string, { Item?: { pk?: unknown }; Key?: { pk?: unknown } }>[];
      };
      items += TransactItems.filter(({ Put, Delete }) => JSON.stringify((Put?.Item ?? Delete?.Key)?.pk ?? '').includes('LIVEBLOG#')).length;
      if (written >= writes) throw new Cut(); // it was done, and nobody hears of it
    }
    return answer;
  });
  return { table: cut, written: () => written, items: () => items };
}

const dated = (id: string, time: string, wish: Parameters<typeof aPost>[1] = {}) => aPost(id, { datePublished: at(time), ...wish });

describe('the posts of a live blog', () => {
  it('stand newest first, those that came together by their own dates', async () => {
    await push(1, [dated('b', '05:00'), dated('c', '05:30'), dated('a', '04:00')], '06:00');
    await push(2, [dated('a', '04:00'), dated('b', '05:00'), dated('c', '05:30'), dated('late', '04:30'), dated('e', '06:30')], '07:00');
    expect(await wordsAt('07:00')).toEqual(['Words of e.', 'Words of late.', 'Words of c.', 'Words of b.', 'Words of a.']);
  });

  it('are in the table only what a push says, and stay as they are where it says nothing', async () => {
    await push(1, [aPost('a'), aPost('b')], '06:00');
    await push(2, null, '07:00');
    expect(await wordsAt('07:00')).toHaveLength(2);
    await push(3, [aPost('b', { text: 'Better words.' })], '08:00');
    expect(await wordsAt('08:00')).toEqual(['Better words.']);
    expect(await postAt('a', '08:00')).toBeNull();
    await push(4, [], '09:00');
    expect(await wordsAt('09:00')).toEqual([]);
    expect((await readIndex(table, idOf(ID))).posts.size).toBe(0);
  });

  it('keep their place when they are corrected, also under another date', async () => {
    await push(1, [dated('a', '05:00'), dated('b', '05:30')], '06:00');
    await push(2, [dated('a', '05:45', { text: 'A, corrected.' }), dated('b', '05:30')], '07:00');
    expect(await wordsAt('07:00')).toEqual(['Words of b.', 'A, corrected.']);
  });

  it('are read to the millisecond of a date of their own', async () => {
    await push(1, [dated('soon', '08:00'), dated('now', '05:00')], '06:00');
    expect(await wordsAt('07:59:59.999')).toEqual(['Words of now.']);
    expect(await postAt('soon', '07:59:59.999')).toBeNull();
    expect(await wordsAt('08:00')).toEqual(['Words of soon.', 'Words of now.']);
    expect(await postAt('soon', '08:00')).toBe('Words of soon.');
  });

  it('move with their date as long as nobody has met them', async () => {
    await push(1, [dated('soon', '08:00')], '06:00');
    await push(2, [dated('soon', '07:00')], '06:10');
    expect(await wordsAt('06:59:59.999')).toEqual([]);
    expect(await wordsAt('07:00')).toEqual(['Words of soon.']);
    await push(3, [dated('soon', '09:00')], '06:20');
    expect(await wordsAt('08:59:59.999')).toEqual([]);
    expect(await wordsAt('09:00')).toEqual(['Words of soon.']);
  });
});

describe('a version that waits', () => {
  it('may bring forward or put off a post that nobody has met', async () => {
    await push(1, [dated('earlier', '12:00'), dated('later', '12:00')], '06:00');
    await push(2, [dated('earlier', '11:00'), dated('later', '13:00')], '07:00', { embargoedUntil: at('10:00') });
    expect([await wordsAt('10:59:59.999'), await wordsAt('11:00')]).toEqual([[], ['Words of earlier.']]);
    expect(await wordsAt('12:59:59.999')).toEqual(['Words of earlier.']);
    expect((await wordsAt('13:00')).sort()).toEqual(['Words of earlier.', 'Words of later.']);
    await push(3, null, '09:00'); // the version that waited never was
    expect(await wordsAt('11:59:59.999')).toEqual([]);
    expect((await wordsAt('12:00')).sort()).toEqual(['Words of earlier.', 'Words of later.']);
  });

  it('brings its posts, edits and removals at its own moment', async () => {
    await push(1, [aPost('kept'), aPost('edited'), aPost('gone')], '06:00');
    const next = [aPost('kept'), aPost('edited', { text: 'Edited.' }), aPost('new')];
    await push(2, next, '07:00', { embargoedUntil: at('10:00') });
    const sorted = async (clock: string) => (await wordsAt(clock)).sort();
    for (const clock of ['07:00', '09:59:59.999']) {
      expect(await sorted(clock)).toEqual(['Words of edited.', 'Words of gone.', 'Words of kept.']);
      expect([await postAt('edited', clock), await postAt('new', clock)]).toEqual(['Words of edited.', null]);
    }
    expect(await sorted('10:00')).toEqual(['Edited.', 'Words of kept.', 'Words of new.']);
    expect([await postAt('edited', '10:00'), await postAt('gone', '10:00'), await postAt('new', '10:00')]).toEqual([
      'Edited.',
      null,
      'Words of new.',
    ]);
    await sweep(table, at('10:01'));
    expect(await sorted('10:01')).toEqual(['Edited.', 'Words of kept.', 'Words of new.']);
  });

  it('stays read after newer versions have come, whether these name its posts or not', async () => {
    await push(1, [aPost('a')], '06:00', { embargoedUntil: at('08:00') });
    await push(2, null, '09:00');
    expect(await wordsAt('09:00')).toEqual(['Words of a.']);
    await push(3, [aPost('a'), dated('b', '09:30')], '10:00', { embargoedUntil: at('11:00') });
    expect(await wordsAt('10:59:59.999')).toEqual(['Words of a.']);
    await push(4, [aPost('a', { text: 'A again.' }), dated('b', '09:30')], '12:00');
    expect(await wordsAt('12:00')).toEqual(['Words of b.', 'A again.']);
  });

  it('is never seen when a newer one comes first', async () => {
    await push(1, [aPost('a'), aPost('b')], '06:00');
    await push(2, [aPost('a', { text: 'SECRET' }), aPost('c', { text: 'SECRET too' })], '07:00', { embargoedUntil: at('10:00') });
    await push(3, null, '08:00');
    for (const clock of ['08:00', '10:00', '12:00']) expect((await wordsAt(clock)).sort()).toEqual(['Words of a.', 'Words of b.']);
    await push(4, null, '11:00');
    expect((await wordsAt('11:00')).sort()).toEqual(['Words of a.', 'Words of b.']);
    expect(await postAt('c', '11:00')).toBeNull();
  });

  it('that was superseded is not seen either when the newer push was cut before it cleared the posts', async () => {
    await push(1, [aPost('a'), aPost('b')], '06:00');
    await push(2, [aPost('a', { text: 'SECRET' }), aPost('c', { text: 'SECRET too' })], '07:00', { embargoedUntil: at('10:00') });
    const third = storm(3, null);
    const { written, table: whole } = cutAfter(Number.POSITIVE_INFINITY);
    await pushArticle(whole, anArticle({ id: 'like it', liveBlog: LIVE }), at('06:00'));
    await expect(pushArticle(cutAfter(written()).table, third, at('08:00'))).rejects.toThrow(Cut);
    expect((await headAt(at('08:00')))?.version).toBe(3);
    const plain = ['Words of a.', 'Words of b.'];
    for (const clock of ['08:00', '10:00', '12:00']) expect((await wordsAt(clock)).sort()).toEqual(plain);
    await pushArticle(table, third, at('11:00')); // long after the moment of the version that never was
    expect((await wordsAt('11:00')).sort()).toEqual(plain);
    expect([...(await readIndex(table, idOf(ID))).posts.values()].filter(({ waiting }) => waiting)).toEqual([]);
    await push(4, null, '11:30');
    expect((await wordsAt('11:30')).sort()).toEqual(plain);
  });

  it('may have its embargo moved, earlier or later', async () => {
    await push(1, [aPost('a')], '06:00', { embargoedUntil: at('10:00') });
    await push(2, [aPost('a')], '06:10', { embargoedUntil: at('08:00') });
    expect([await wordsAt('07:59:59.999'), await wordsAt('08:00')]).toEqual([[], ['Words of a.']]);
    await push(3, [aPost('a')], '06:20', { embargoedUntil: at('12:00') });
    expect([await wordsAt('11:59:59.999'), await wordsAt('12:00')]).toEqual([[], ['Words of a.']]);
    expect((await readIndex(table, idOf(ID))).posts.size).toBe(1);
  });

  it('asks the table for nothing of a post that waits', async () => {
    await push(1, [aPost('a')], '06:00');
    const asked = async () => {
      const meter = metered(table);
      const head = await headAt(at('09:00'));
      const page = await listPosts(meter, head as Head, at('09:00'), { first: 20 });
      return { page, ...meter.meter };
    };
    const before = await asked();
    await push(2, [aPost('a'), ...Array.from({ length: 50 }, (_, turn) => aPost(`new ${turn}`))], '07:00', { embargoedUntil: at('10:00') });
    expect(await asked()).toEqual(before);
  });

  it('is in a preview of its moment', async () => {
    await push(1, [aPost('a')], '06:00');
    await push(2, [aPost('a', { text: 'Tonight.' })], '07:00', { embargoedUntil: at('20:00') });
    const preview = await openPreview(table, at('20:00'));
    expect(await wordsAt('20:00', preview)).toEqual(['Tonight.']);
  });
});

describe('behind its article', () => {
  it('a post is gone with a kill and back with a return', async () => {
    await push(1, [aPost('a'), aPost('k', { isKeyEvent: true, isPinned: true })], '06:00');
    const former = (await headAt(at('06:00'))) as Head;
    await push(2, null, '07:00', { status: 'CANCELED' });
    expect(await headAt(at('07:00'))).toBeNull();
    expect(await postAt('a', '07:00')).toBeNull();
    await push(3, null, '08:00');
    expect((await wordsAt('08:00')).sort()).toEqual(['Words of a.', 'Words of k.']);
    expect(former.version).toBe(1);
  });

  it('nothing that waited with a version is lost by a kill after its moment, nor found after a kill before it', async () => {
    await push(1, [aPost('a')], '06:00');
    await push(2, [aPost('a', { text: 'Read once.' })], '06:30', { embargoedUntil: at('07:00') });
    await push(3, null, '08:00', { status: 'CANCELED' });
    await push(4, null, '09:00');
    expect(await wordsAt('09:00')).toEqual(['Read once.']);
    await push(5, [aPost('a', { text: 'SECRET' })], '10:00', { embargoedUntil: at('12:00') });
    await push(6, null, '11:00', { status: 'CANCELED' });
    await push(7, null, '13:00');
    expect(await wordsAt('13:00')).toEqual(['Read once.']);
    expect(await postAt('a', '13:00')).toBe('Read once.');
  });

  it('no list answers before the article may be read, nor for a version that is no live blog', async () => {
    await push(1, [aPost('a', { isKeyEvent: true, isPinned: true })], '06:00');
    const head = (await headAt(at('06:00'))) as Head;
    for (const closed of [
      { ...head, availableFrom: at('12:00') },
      { ...head, until: at('07:00') },
      { ...head, liveBlog: null },
    ]) {
      expect((await listPosts(table, closed, at('08:00'), {})).edges).toEqual([]);
      expect(await listKeyEvents(table, closed, at('08:00'), 10)).toEqual([]);
      expect(await listPinned(table, closed, at('08:00'))).toEqual([]);
      expect(await readPosts(table, [{ article: closed, key: postKey('a') }], at('08:00'))).toEqual([null]);
    }
  });
});

describe('key events and pinned posts', () => {
  it('follow what each version says of them, to the millisecond', async () => {
    const flags = async (clock: string) => {
      const head = (await headAt(at(clock))) as Head;
      const key = await listKeyEvents(table, head, at(clock), 10);
      const pinned = await listPinned(table, head, at(clock));
      return [key.map(wordsOf), pinned.map(wordsOf)];
    };
    await push(1, [dated('a', '04:00', { isKeyEvent: true }), dated('b', '05:00', { isPinned: true })], '06:00');
    expect(await flags('06:00')).toEqual([['Words of a.'], ['Words of b.']]);
    const swapped = [dated('a', '04:00', { isPinned: true }), dated('b', '05:00', { isKeyEvent: true, text: 'B!' })];
    await push(2, swapped, '07:00', { embargoedUntil: at('10:00') });
    expect(await flags('09:59:59.999')).toEqual([['Words of a.'], ['Words of b.']]);
    expect(await flags('10:00')).toEqual([['B!'], ['Words of a.']]);
    await push(3, [dated('a', '04:00'), dated('b', '05:00', { isKeyEvent: true, text: 'B!' })], '11:00');
    expect(await flags('11:00')).toEqual([['B!'], []]);
  });
});

describe('pages of posts', () => {
  const posts = Array.from({ length: 45 }, (_, turn) => dated(`post ${turn}`, `05:${String(turn).padStart(2, '0')}`));

  it('follow each other without losing or repeating a post, in both directions', async () => {
    await push(1, posts, '06:00');
    const head = (await headAt(at('07:00'))) as Head;
    const expected = posts.map(wordsOf).reverse();
    const first = await listPosts(table, head, at('07:00'), {});
    expect(first.edges.map(({ node }) => wordsOf(node))).toEqual(expected.slice(0, 20));
    expect([first.hasNextPage, first.hasPreviousPage]).toEqual([true, false]);
    expect(await wordsAt('07:00')).toEqual(expected);
    const back = await listPosts(table, head, at('07:00'), { last: 10 });
    expect(back.edges.map(({ node }) => wordsOf(node))).toEqual(expected.slice(-10));
    const before = await listPosts(table, head, at('07:00'), { last: 10, before: back.edges[0]?.cursor ?? null });
    expect(before.edges.map(({ node }) => wordsOf(node))).toEqual(expected.slice(-20, -10));
  });

  it('are filled up where posts are removed', async () => {
    await push(1, posts, '06:00');
    const left = posts.filter((_, turn) => turn % 2 === 0);
    await push(2, left, '06:30', { embargoedUntil: at('07:00') });
    const head = (await headAt(at('07:00'))) as Head;
    const page = await listPosts(table, head, at('07:00'), { first: 20 });
    expect(page.edges.map(({ node }) => wordsOf(node))).toEqual(left.map(wordsOf).reverse().slice(0, 20));
    expect(page.hasNextPage).toBe(true);
  });

  it('before the newest cursor answer what came since, however old its date, in one call', async () => {
    await push(1, posts, '06:00');
    const head = (await headAt(at('06:00'))) as Head;
    const newest = (await listPosts(table, head, at('06:00'), { first: 1 })).edges[0]?.cursor ?? '';
    const poll = async (clock: string) => {
      const meter = metered(table);
      const page = await listPosts(meter, (await headAt(at(clock))) as Head, at(clock), { last: 50, before: newest });
      expect(meter.meter.calls).toBe(1);
      return page.edges.map(({ node }) => wordsOf(node));
    };
    expect(await poll('06:30')).toEqual([]);
    await push(2, [...posts, dated('x', '03:00'), dated('y', '06:35')], '06:40', { created: at('05:59') });
    expect(await poll('06:40')).toEqual(['Words of y.', 'Words of x.']);
  });

  it('take no cursor but their own', async () => {
    await push(1, [aPost('a')], '06:00');
    const head = (await headAt(at('06:00'))) as Head;
    const place = `#${at('06:00')}#${at('00:00')}#${postKey('a')}`;
    for (const after of ['INDEX', `K${place}`, `P#${at('06:00')}#${postKey('a')}`, `U#${postKey('a')}`].map(cursorOf)) {
      await expect(listPosts(table, head, at('06:00'), { after })).rejects.toThrow(InvalidPage);
    }
    expect((await listPosts(table, head, at('06:00'), { after: cursorOf(`P${place}`) })).edges).toEqual([]);
    const ahead = `P#${at('11:00')}#${at('00:00')}#${postKey('a')}`; // beyond the clock: as if there were none
    expect((await listPosts(table, head, at('06:00'), { after: cursorOf(ahead) })).edges).toHaveLength(1);
    expect((await listPosts(table, head, at('06:00'), { last: 5, before: cursorOf(ahead) })).edges).toEqual([]);
  });
});

describe('writing posts', () => {
  const many = (count: number, wish: Parameters<typeof aPost>[1] = {}) =>
    Array.from({ length: count }, (_, turn) => aPost(`post ${turn}`, wish));

  it('of 500 of which one is edited writes its two items and the index', async () => {
    await push(1, many(500), '06:00');
    const edited = many(500).map((post, turn) => (turn === 250 ? aPost('post 250', { text: 'Edited.' }) : post));
    const counting = cutAfter(Number.POSITIVE_INFINITY);
    await pushArticle(counting.table, storm(2, edited), at('07:00'));
    expect(counting.items()).toBe(3);
    const again = cutAfter(Number.POSITIVE_INFINITY);
    await pushArticle(again.table, storm(2, edited), at('07:10'));
    expect(again.written()).toBe(0);
  });

  it('writes no more after the moment of 500 that waited', async () => {
    await push(1, many(500), '06:00', { embargoedUntil: at('07:00') });
    const counting = cutAfter(Number.POSITIVE_INFINITY);
    await pushArticle(counting.table, storm(2, [...many(500), aPost('one more')]), at('08:00'));
    expect(counting.items()).toBe(3);
    expect(await wordsAt('08:00')).toHaveLength(501);
  });

  it('is nothing to an article that is no live blog', async () => {
    const counting = cutAfter(Number.POSITIVE_INFINITY);
    await pushArticle(counting.table, anArticle({ id: ID }), at('06:00'));
    expect(counting.items()).toBe(0);
  });

  it('leaves, wherever it is cut, lists and index that agree, and is finished by the same push', async () => {
    const first = many(120);
    const second = [...many(120).slice(60), ...Array.from({ length: 60 }, (_, turn) => aPost(`new ${turn}`, { isKeyEvent: true }))];
    for (const wish of [{}, { embargoedUntil: at('10:00') }]) {
      let writes = 1;
      for (let whole = false; !whole; writes += 1) {
        ({ table, tableName } = await emptyTable(local.endpoint));
        await push(1, first, '06:00');
        const cut = cutAfter(writes);
        const done = await pushArticle(cut.table, storm(2, second, wish), at('07:00')).catch((error: unknown) => error);
        whole = !(done instanceof Cut);
        expect(await disagreements()).toEqual([]);
        await pushArticle(table, storm(2, second, wish), at('07:05'));
        expect(await disagreements()).toEqual([]);
        expect((await wordsAt('10:00')).sort()).toEqual(second.map(wordsOf).sort());
        if ('embargoedUntil' in wish) expect((await wordsAt('09:59:59.999')).sort()).toEqual(first.map(wordsOf).sort());
      }
      expect(writes).toBeGreaterThan(5);
    }
  }, 120_000);

  it('by two at once ends with the higher version, wherever they meet', async () => {
    const second = many(60, { text: 'Second.' });
    const third = [...many(30, { text: 'Third.' }), aPost('last')];
    let met = true;
    for (let call = 1; met; call += 1) {
      ({ table, tableName } = await emptyTable(local.endpoint));
      await push(1, many(40), '06:00');
      const slow = openNewsTable({ tableName, endpoint: local.endpoint });
      let calls = 0;
      slow.client.middlewareStack.add((next) => async (args) => {
        calls += 1;
        if (calls === call) await push(3, third, '07:01');
        return next(args);
      });
      await pushArticle(slow, storm(2, second), at('07:00'));
      met = calls >= call;
      if (!met) expect(call).toBeGreaterThan(12);
      else expect((await wordsAt('08:00')).sort()).toEqual(third.map(wordsOf).sort());
      expect(await disagreements()).toEqual([]);
    }
  }, 60_000);

  it('by the same push twice at once lists every post once', async () => {
    const posts = many(60);
    let met = true;
    for (let call = 1; met; call += 1) {
      ({ table, tableName } = await emptyTable(local.endpoint));
      const slow = openNewsTable({ tableName, endpoint: local.endpoint });
      let calls = 0;
      slow.client.middlewareStack.add((next) => async (args) => {
        calls += 1;
        if (calls === call) await push(1, posts, '07:01');
        return next(args);
      });
      await pushArticle(slow, storm(1, posts), at('07:00'));
      met = calls >= call;
      expect((await wordsAt('08:00')).sort()).toEqual(posts.map(wordsOf).sort());
      expect(await disagreements()).toEqual([]);
    }
  }, 60_000);

  it('begins with the oldest, so that no list that is met half-way has a gap behind its newest post', async () => {
    const posts = Array.from({ length: 120 }, (_, turn) =>
      dated(`post ${119 - turn}`, `0${4 - Math.floor(turn / 60)}:${String(59 - (turn % 60)).padStart(2, '0')}`),
    );
    const oldestFirst = posts.map(wordsOf).reverse();
    const counts = new Set<number>();
    for (let writes = 2; counts.size < 4; writes += 1) {
      ({ table, tableName } = await emptyTable(local.endpoint));
      await pushArticle(cutAfter(writes).table, storm(1, posts), at('06:00')).catch(() => {});
      const words = (await wordsAt('06:00')).reverse();
      expect(words).toEqual(oldestFirst.slice(0, words.length));
      counts.add(words.length);
    }
    expect(Math.max(...counts)).toBe(120);
  });

  it('takes no older version and no other content under a version that is known', async () => {
    await push(3, [aPost('a', { text: 'Third.' })], '06:00');
    expect((await push(2, [aPost('a', { text: 'Second.' })], '07:00')).outcome).toBe('UNCHANGED');
    expect((await push(3, [aPost('a', { text: 'Another third.' })], '07:00')).warnings).toHaveLength(1);
    expect(await wordsAt('08:00')).toEqual(['Third.']);
  });
});

describe('the index of a live blog', () => {
  it('fits an item at its largest: as many posts as there may be, and a waiting version that replaces them all', () => {
    const moment = (turn: number) => instantOf(millisecondsOf(at('06:00')) + ((turn * 7_919_777) % 86_400_000));
    const noted = (text: string) => ({ hash: digest(text).slice(0, 11), isKeyEvent: true, isPinned: false });
    const largest = new Map(
      Array.from({ length: 2 * MAX_POSTS }, (_, turn): [string, PostEntry] => {
        const place = { listedFrom: moment(turn), dated: moment(turn + 7) };
        const waiting = { version: 2 ** 50, since: at('10:00'), noted: turn < MAX_POSTS ? null : noted(`new ${turn}`) };
        return [postKey(`post ${turn}`), { ...place, standing: turn < MAX_POSTS ? noted(`${turn}`) : null, waiting }];
      }),
    );
    const bytes = packIndex(largest);
    expect(bytes.length).toBeLessThan(350 * 1024);
    expect(new Map([...unpackIndex(bytes)].sort())).toEqual(new Map([...largest].sort()));
  });

  it('has heads name no more than the last versions that waited; posts of older ones are written anew', async () => {
    const posts: LivePost[] = [];
    for (let version = 1; version <= 12; version += 1) {
      posts.push(aPost(`post ${version}`));
      await push(version, posts, minuteOf(version * 10), { embargoedUntil: at(minuteOf(version * 10 + 5)) });
    }
    await push(13, null, '03:00');
    await push(14, null, '03:10');
    const head = await headAt(at('03:10'));
    expect(head?.waited).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect((await wordsAt('03:10')).sort()).toEqual(posts.map(wordsOf).sort());
    expect(await disagreements()).toEqual([]);
  });
});

const minuteOf = (count: number) => `${String(Math.floor(count / 60)).padStart(2, '0')}:${String(count % 60).padStart(2, '0')}`;

describe('posts are refused, all faults at once and before anything is written,', () => {
  const faultsOf = async (posts: LivePost[], wish: Partial<ArticleWish> = {}) => {
    const counting = cutAfter(Number.POSITIVE_INFINITY);
    const error = await pushArticle(counting.table, storm(1, posts, wish), at('06:00')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refused);
    expect(counting.written()).toBe(0);
    return {
      faults: (error as Refused).faults.map(({ place, reason }) => `${place}: ${reason}`),
      tooLarge: error instanceof ArticleTooLarge,
    };
  };

  it('when two have one id, when a block belongs to another, when a key is not ours', async () => {
    const { blocks } = aPost('elsewhere');
    const posts = [aPost('a'), aPost('a'), { ...aPost('b'), blocks }, { ...aPost('c'), key: 'c', blocks: [] }];
    expect(await faultsOf(posts)).toEqual({
      faults: [
        'posts, 2 of 4: has the id of another post',
        'posts, 3 of 4: has blocks whose keys are not its own',
        'posts, 4 of 4: has the key "c", which is none of ours',
      ],
      tooLarge: false,
    });
  });

  it('when the article is no live blog', async () => {
    expect((await faultsOf([aPost('a')], { liveBlog: null })).faults).toEqual(['posts: belong to a live blog, and this article is none']);
  });

  it('when one is too large for an item, or all are too many for the index', async () => {
    const large = aPost('a', { text: 'x'.repeat(180 * 1024) });
    const { faults, tooLarge } = await faultsOf([large, aPost('b'), { ...large, key: postKey('c'), blocks: [] }]);
    expect([faults.length, tooLarge]).toEqual([1, true]);
    expect(faults[0]).toMatch(/^posts, 1 of 3: takes 184\d+ bytes; at most 184320 can be kept$/);
    const most = Array.from({ length: MAX_POSTS + 1 }, (_, turn) => aPost(`post ${turn}`));
    expect((await faultsOf(most)).faults[0]).toMatch(/^posts: are 3001; a live blog keeps at most 3000/);
  });
});

type Step = {
  version: number;
  gap: number;
  wait: number | null;
  posts: Record<string, number> | null;
  status: 'USABLE' | 'CANCELED';
  cut: number;
};

const NAMES = ['a', 'b', 'c', 'd'];
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    version: fc.integer({ min: 1, max: 9 }),
    gap: fc.integer({ min: 1, max: 40 }),
    wait: fc.option(fc.integer({ min: 1, max: 90 }), { freq: 2 }),
    posts: fc.option(
      fc
        .array(fc.tuple(fc.constantFrom(...NAMES), fc.integer({ min: 0, max: 2 })), { maxLength: 4 })
        .map((list) => Object.fromEntries(list)),
      { freq: 3 },
    ),
    status: fc.constantFrom('USABLE', 'USABLE', 'USABLE', 'USABLE', 'CANCELED'),
    cut: fc.constantFrom(0, 0, 0, 1, 2, 3, 4),
  }),
  { minLength: 2, maxLength: 9 },
);

const minute = (count: number) => at(minuteOf(count));
const said = (posts: Record<string, number>) =>
  Object.entries(posts).map(([name, edit]) => aPost(name, { text: `${name}${edit}`, isKeyEvent: edit === 1 }));

/** What can be read at a clock: told from the accepted pushes alone, by what a reader is promised. */
function modelAt(accepted: { step: Step; now: number; from: number }[], clock: number): string[] | null {
  let shown: Step | null = null;
  let posts: Record<string, number> = {};
  for (const [turn, { step, from }] of accepted.entries()) {
    const successor = accepted[turn + 1];
    if (from > clock || (successor && successor.now < from)) continue; // superseded before its moment, or not there yet
    shown = step;
    if (step.posts && step.status === 'USABLE') posts = step.posts;
  }
  if (shown === null || shown.status === 'CANCELED') return null;
  return Object.entries(posts).map(([name, edit]) => `${name}${edit}`);
}

describe('whatever is pushed, in whatever order, cut and sent again', () => {
  it('readers see the posts of the versions that they can read, and of no other', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        ({ table, tableName } = await emptyTable(local.endpoint));
        const accepted: { step: Step; now: number; from: number }[] = [];
        const moments = new Set<number>();
        let now = 60;
        for (const step of history) {
          now += step.gap;
          const wish = { status: step.status, ...(step.wait === null ? {} : { embargoedUntil: minute(now + step.wait) }) };
          const article = storm(step.version, step.posts && said(step.posts), wish);
          const known = Math.max(0, ...accepted.map(({ step: { version } }) => version));
          const isNew = step.version > known;
          if (isNew) {
            const hasCurrent = accepted.some(({ from }, turn) => from <= now && !((accepted[turn + 1]?.now ?? now) < from));
            const from = step.status === 'CANCELED' ? (hasCurrent ? now : Number.POSITIVE_INFINITY) : now + (step.wait ?? 0);
            accepted.push({ step, now, from });
            moments.add(now).add(now + (step.wait ?? 0));
          }
          if (step.cut > 0) await pushArticle(cutAfter(step.cut).table, article, minute(now)).catch(() => {});
          for (const clock of [...moments].filter((moment) => moment > now)) await noLeak(accepted, clock);
          if (step.cut > 0 && isNew) now += 1; // sent again a minute later
          await pushArticle(table, article, minute(now));
        }
        for (const moment of moments) {
          if (moment < now) continue;
          for (const clock of [moment - 1, moment]) await expectLikeModel(accepted, Math.max(clock, now));
        }
        await expectLikeModel(accepted, now);
        expect(await disagreements()).toEqual([]);
      }),
      { numRuns: Number(process.env.HISTORIES ?? 25), ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}) },
    );
  }, 600_000);
});

/** In the middle of a push: no word of a version that was superseded, and nothing while the article is gone. */
async function noLeak(accepted: { step: Step; now: number; from: number }[], clock: number) {
  const seen = await wordsAt(minute(clock));
  const readable = new Set(
    accepted.flatMap(({ step, from }, turn) => {
      const successor = accepted[turn + 1];
      const superseded = successor !== undefined && turn + 1 < accepted.length - 1 && successor.now < from;
      return from > clock || superseded ? [] : Object.entries(step.posts ?? {}).map(([name, edit]) => `${name}${edit}`);
    }),
  );
  expect(seen.filter((words) => !readable.has(words))).toEqual([]);
}

async function expectLikeModel(accepted: { step: Step; now: number; from: number }[], clock: number) {
  const expected = modelAt(accepted, clock);
  const head = await headAt(minute(clock));
  expect({ clock, isThere: head !== null }).toEqual({ clock, isThere: expected !== null });
  expect({ clock, posts: (await wordsAt(minute(clock))).sort() }).toEqual({ clock, posts: (expected ?? []).sort() });
  if (head === null) return;
  const key = (await listKeyEvents(table, head, minute(clock), 100)).map(wordsOf).sort();
  expect(key).toEqual((expected ?? []).filter((words) => words.endsWith('1')).sort());
  const byId = await readPosts(
    table,
    NAMES.map((name) => ({ article: head, key: postKey(name) })),
    minute(clock),
  );
  expect(byId.flatMap((post) => (post ? [wordsOf(post)] : [])).sort()).toEqual((expected ?? []).sort());
}

/** What repair would find in the posts. */
async function disagreements(): Promise<string[]> {
  const found: string[] = [];
  for await (const { findings } of repairTable(table, () => at('07:30'), { write: false })) {
    found.push(...findings.filter(({ item }) => item.startsWith('Live')).map(({ key, is }) => `${textOf(key)} ${is}`));
  }
  return found;
}
