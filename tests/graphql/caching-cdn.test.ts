import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { instantOf } from '../../lambda/domain/instant.ts';
import { openContext } from '../../lambda/graphql/context.ts';
import { readerToken } from '../../lambda/graphql/reader-token.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import { type ArticleWish, anArticle, at, idOf } from '../support/article.ts';
import { type Edge, openEdge } from '../support/edge.ts';
import { aContainer, aFront, section } from '../support/front.ts';
import { READER_SECRET, SITE } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let edge: Edge & { open(purgeTakes: number | null): void };
/** Each test has a section of its own, and an hour: nothing of another stands in its lists. */
let own: string;
let hour = 5;
beforeAll(async () => {
  local = await startLocalTable();
  edge = await openEdge(local.endpoint);
}, 60_000);
beforeEach(() => {
  hour += 1;
  own = `desk-${hour}`;
  edge.open(0);
  goTo('00:00');
});
afterAll(async () => {
  vi.useRealTimers();
  await local[Symbol.asyncDispose]();
});

/** Minutes and seconds of the test's hour, or seconds to go on. */
const goTo = (time: string | number) => edge.goTo(typeof time === 'number' ? time : clock(time));
const clock = (time: string) => `${new Date(Date.parse('2026-03-14') + hour * 3_600_000).toISOString().slice(0, 14)}${time}Z`;
const name = (id: string) => `${id} of ${own}`;
/** Stores a version now. */
const push = (id: string, wish: Partial<ArticleWish> = {}) =>
  pushArticle(edge.table, anArticle({ id: name(id), headline: id, section: own, path: `/${own}/${id}`, ...wish }), instantOf(Date.now()));

const page = (id: string) => `{ article(by: { id: "${idOf(name(id))}" }) { __typename ... on NewsArticle { headline } } }`;
const list = () => `{ section(slug: "${own}") { articles { edges { node { headline } } } } }`;
const front = () => `{ front(slug: "${own}") { containers { items { headline } } } }`;
const byPath = (path: string) =>
  `{ article(by: { path: "/${own}/${path}" }) { __typename ... on MovedArticle { path } ... on NewsArticle { headline } } }`;

/** What readers see of an article: on its page, in the list of its section, on a front. */
async function seen(id: string): Promise<{ page: string | null; list: string[]; front: string[] }> {
  const [own, inList, onFront] = [
    await edge.ask<{ article: { __typename: string; headline?: string } | null }>(page(id)),
    await edge.ask<{ section: { articles: { edges: { node: { headline: string } }[] } } | null }>(list()),
    await edge.ask<{ front: { containers: { items: { headline: string }[] }[] } | null }>(front()),
  ];
  for (const { errors } of [own, inList, onFront]) expect(errors).toBeUndefined();
  return {
    page: own.data.article && (own.data.article.headline ?? own.data.article.__typename),
    list: inList.data.section?.articles.edges.map(({ node }) => node.headline) ?? [],
    front: onFront.data.front?.containers.flatMap(({ items }) => items.map(({ headline }) => headline)) ?? [],
  };
}
const everywhere = (...headlines: string[]) => ({ list: headlines, front: headlines });

/** A front of the section, and an article that everybody has read. */
async function begin(wish: Partial<ArticleWish> = {}) {
  await pushFront(edge.table, aFront({ slug: own, containers: [aContainer('all', [], section(own, 9))] }), at(clock('00:00')));
  await push('harbour', wish);
  await edge.announce();
  expect(await seen('harbour')).toEqual({ page: 'harbour', ...everywhere('harbour') });
}

/** Readers who ask every second, for so long. @returns after how many seconds they saw for the first time what `isSo` */
async function secondsUntil(isSo: (now: Awaited<ReturnType<typeof seen>>) => boolean, id: string, longest: number): Promise<number> {
  for (let second = 0; second <= longest; second += 1) {
    if (isSo(await seen(id))) return second;
    goTo(1);
  }
  return Number.POSITIVE_INFINITY;
}
const isGone = ({ page, list, front }: Awaited<ReturnType<typeof seen>>) =>
  page === 'WithdrawnArticle' && !list.includes('harbour') && !front.includes('harbour');

describe('what is killed', () => {
  it('is gone within five seconds: the purge takes them', async () => {
    edge.open(5_000);
    await begin();
    goTo('00:03');
    await push('harbour', { version: 2, status: 'CANCELED' });
    await edge.announce();
    expect(await secondsUntil(isGone, 'harbour', 60)).toBeLessThanOrEqual(5);
  });

  it('is gone at once where the purge takes no time', async () => {
    await begin();
    await push('harbour', { version: 2, status: 'CANCELED' });
    expect((await seen('harbour')).page).toBe('harbour');
    await edge.announce();
    expect(isGone(await seen('harbour'))).toBe(true);
  });

  it.each(['00:00', '00:01', '00:14.500'])('is gone within 35 seconds without any purge, read at %s', async (time) => {
    edge.open(null);
    goTo(time);
    await begin();
    await push('harbour', { version: 2, status: 'CANCELED' });
    await edge.announce();
    const quiet = await seen('harbour');
    expect(quiet.page).toBe('harbour');
    goTo(29.999); // whoever asks next may get what was kept, and nobody after
    await seen('harbour');
    expect(isGone(await seen('harbour'))).toBe(true);
  });

  it('is gone within 35 seconds for readers who ask all the time, without any purge', async () => {
    edge.open(null);
    await begin();
    await push('harbour', { version: 2, status: 'CANCELED' });
    expect(await secondsUntil(isGone, 'harbour', 60)).toBeLessThanOrEqual(35);
  });

  it.each(['SILENT', 'TABLE_AWAY'] as const)('is gone within five minutes while the origin is %s too', async (state) => {
    edge.open(null);
    await begin();
    await push('harbour', { version: 2, status: 'CANCELED' });
    edge.origin = state;
    goTo(299);
    expect((await edge.ask(page('harbour'))).data).toMatchObject({ article: { headline: 'harbour' } });
    goTo(1);
    for (const query of [page('harbour'), list(), front()]) {
      const answer = await edge.ask(query);
      expect([answer.from, answer.status >= 500, answer.body.includes('harbour')]).toEqual(['ORIGIN', true, false]);
    }
  });

  it('is gone at once where it was purged, though the origin is down', async () => {
    await begin();
    await push('harbour', { version: 2, status: 'CANCELED' });
    await edge.announce();
    edge.origin = 'SILENT';
    for (const query of [page('harbour'), list(), front()]) expect((await edge.ask(query)).status).toBe(504);
  });

  it('is gone from what is too crowded to name it', async () => {
    for (let number = 0; number < 60; number += 1)
      await push(`${number}`, { published: at(clock(`00:${String(number).padStart(2, '0')}`)) });
    goTo('01:00');
    await edge.announce();
    const all = `{ section(slug: "${own}") { articles(first: 100) { edges { node { headline } } } } }`;
    expect((await edge.ask(all)).body).toContain('"0"');
    await push('0', { version: 2, status: 'CANCELED' });
    expect((await edge.ask(all)).body).toContain('"0"');
    await edge.announce();
    expect((await edge.ask(all)).body).not.toContain('"0"');
  });
});

describe('what is published', () => {
  it('stands in its section and on its front at once, by the purge', async () => {
    await begin();
    goTo('01:02');
    expect((await seen('ferry')).page).toBeNull();
    await push('ferry');
    expect(await seen('ferry')).toEqual({ page: null, ...everywhere('harbour') });
    await edge.announce();
    expect(await seen('ferry')).toEqual({ page: 'ferry', ...everywhere('ferry', 'harbour') });
  });

  it('is found five seconds later by who asked for it too early, without any purge', async () => {
    edge.open(null);
    await begin();
    expect((await seen('ferry')).page).toBeNull();
    await push('ferry');
    goTo(4.999);
    expect((await seen('ferry')).page).toBeNull();
    goTo(0.001);
    expect((await seen('ferry')).page).toBe('ferry');
  });

  it('stands in lists within 35 seconds without any purge', async () => {
    edge.open(null);
    await begin();
    await push('ferry');
    expect(await secondsUntil(({ list, front }) => list.length === 2 && front.length === 2, 'ferry', 60)).toBeLessThanOrEqual(35);
  });
});

describe('what lifts on the minute', () => {
  it.each([null, 0])('comes with the first refresh after it, and not before (purges: %s)', async (purgeTakes) => {
    edge.open(purgeTakes);
    await begin();
    await push('ferry', { embargoedUntil: at(clock('02:00')) });
    await push('harbour', { version: 2, headline: 'update', embargoedUntil: at(clock('02:00')) });
    await edge.announce();
    for (const time of ['01:40', '01:50', '01:59', '01:59.999']) {
      goTo(time);
      expect(await seen('harbour')).toEqual({ page: 'harbour', ...everywhere('harbour') });
      expect((await seen('ferry')).page).toBeNull();
    }
    goTo('02:00');
    await edge.announce(); // the schedule brings the update into lists; without a purge it says nothing to the CDN
    for (const query of [page('ferry'), page('harbour'), list(), front()]) await edge.ask(query); // may get what was kept, and brings in the first refresh
    expect(await seen('harbour')).toEqual({ page: 'update', ...everywhere('ferry', 'update') });
    expect((await seen('ferry')).page).toBe('ferry');
  });
});

describe('what is updated', () => {
  it('is seen everywhere at once, by the purge', async () => {
    await begin();
    goTo('00:05');
    await push('harbour', { version: 2, headline: 'update' });
    await edge.announce();
    expect(await seen('harbour')).toEqual({ page: 'update', ...everywhere('update') });
  });

  it('is seen everywhere within 35 seconds without any purge', async () => {
    edge.open(null);
    await begin();
    await push('harbour', { version: 2, headline: 'update' });
    const isSeen = ({ page, list, front }: Awaited<ReturnType<typeof seen>>) => [page, ...list, ...front].every((one) => one === 'update');
    expect(await secondsUntil(isSeen, 'harbour', 60)).toBeLessThanOrEqual(35);
  });
});

describe('what gets another address', () => {
  it('is found there at once, and its former one leads there', async () => {
    await begin();
    expect((await edge.ask(byPath('harbour'))).data).toEqual({ article: { __typename: 'NewsArticle', headline: 'harbour' } });
    await push('harbour', { version: 2, path: `/${own}/elsewhere` });
    await edge.announce();
    expect((await edge.ask(byPath('harbour'))).data).toEqual({ article: { __typename: 'MovedArticle', path: `/${own}/elsewhere` } });
    expect((await edge.ask(byPath('elsewhere'))).data).toEqual({ article: { __typename: 'NewsArticle', headline: 'harbour' } });
  });
});

describe('what expires', () => {
  it('is not shown for a moment longer, though no purge comes', async () => {
    edge.open(null);
    await begin({ expires: at(clock('00:12')) });
    goTo('00:11.999');
    expect((await seen('harbour')).page).toBe('harbour');
    goTo('00:12');
    expect(await seen('harbour')).toEqual({ page: 'WithdrawnArticle', ...everywhere() });
  });
});

describe('errors', () => {
  const BROKEN = 'TABLE_AWAY';

  it('of ours give way to the last good answer, and nobody gets one from the cache', async () => {
    await begin();
    edge.origin = BROKEN;
    expect((await edge.ask(`{ ${page('harbour').slice(2, -2)} site { name } }`)).status).toBe(503);
    goTo('00:40');
    expect(await edge.ask(page('harbour'))).toMatchObject({ status: 200, from: 'IN_NEED', data: { article: { headline: 'harbour' } } });
    edge.origin = 'WELL';
    expect(await edge.ask(`{ ${page('harbour').slice(2, -2)} site { name } }`)).toMatchObject({ status: 200, from: 'ORIGIN' });
    expect(await edge.ask(page('harbour'))).toMatchObject({ status: 200, from: 'ORIGIN' });
  });

  it('of a client are made anew for each', async () => {
    await begin();
    for (const query of ['{ nothing }', '{ latest(first: 101) { edges { cursor } } }', '{']) {
      const [first, second] = [await edge.ask(query), await edge.ask(query)];
      expect([first.errors?.length, first.from, second.from]).toEqual([1, 'ORIGIN', 'ORIGIN']);
    }
    const withoutHeader = { path: '/graphql', query: new URLSearchParams({ query: '{ site { name } }' }).toString() };
    for (const _ of [1, 2])
      expect(await edge.cdn.ask({ ...withoutHeader, headers: { 'content-type': 'text/plain' } })).toMatchObject({
        status: 400,
        from: 'ORIGIN',
      });
  });

  it('take the place of "not there": what was missing is not said to be missing while nobody can look', async () => {
    await begin();
    expect((await seen('ferry')).page).toBeNull();
    edge.origin = BROKEN;
    goTo('00:06');
    expect((await edge.ask(page('ferry'))).status).toBe(503);
  });
});

describe('an answer', () => {
  it('is made once for all who ask within its life, and shows no tag', async () => {
    await begin();
    const before = edge.cdn.asked;
    for (let second = 0; second < 14; second += 1) {
      goTo(1);
      const answer = await edge.ask(page('harbour'));
      expect([answer.from, answer.headers.age, answer.headers['cache-tag']]).toEqual(['CACHE', String(second + 1), undefined]);
    }
    expect(edge.cdn.asked).toBe(before);
  });

  it('that has not changed is confirmed by 304 and lives on', async () => {
    await begin();
    const { etag } = (await edge.ask(page('harbour'))).headers;
    goTo('05:00');
    expect(await edge.ask(page('harbour'))).toMatchObject({
      from: 'ORIGIN',
      headers: { etag },
      data: { article: { headline: 'harbour' } },
    });
    goTo('05:14');
    expect((await edge.ask(page('harbour'))).from).toBe('CACHE');
    expect(await edge.ask(page('harbour'), { 'if-none-match': String(etag) })).toMatchObject({ status: 304, body: '' });
  });

  it('for who has paid is kept for nobody, and never what others get', async () => {
    await begin({ isAccessibleForFree: false, freeBlocks: 0, paragraphs: ['Behind the wall.'] } as Partial<ArticleWish>);
    const query = `{ article(by: { id: "${idOf(name('harbour'))}" }) { ... on NewsArticle { body { text } } } }`;
    const token = { 'x-broadsheet-reader': readerToken(READER_SECRET, Date.parse('2099-01-01') / 1000) };
    for (const _ of [1, 2]) {
      const [free, paid] = [await edge.ask(query), await edge.ask(query, token)];
      expect([free.body.includes('wall'), paid.body.includes('wall'), paid.from]).toEqual([false, true, 'ORIGIN']);
    }
    expect((await edge.ask(query)).from).toBe('CACHE');
  });

  it('is read at one instant, and its life is counted by a clock that goes on', async () => {
    const context = await openContext(edge.table, { site: SITE });
    goTo(3);
    expect([context.clock, context.wallClock()]).toEqual([at(clock('00:00')), at(clock('00:03'))]);
  });

  it('to POST is made for each', async () => {
    await begin();
    const post = {
      path: '/graphql',
      method: 'POST' as const,
      body: JSON.stringify({ query: page('harbour') }),
      headers: { 'content-type': 'application/json' },
    };
    for (const _ of [1, 2])
      expect(await edge.cdn.ask(post)).toMatchObject({ status: 200, from: 'ORIGIN', headers: { 'cache-control': 'no-store' } });
  });
});
