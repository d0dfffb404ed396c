import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedConcept } from '../../lambda/domain/concept.ts';
import { type Instant, instantOf } from '../../lambda/domain/instant.ts';
import { previewToken } from '../../lambda/preview-token.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import { type ArticleWish, anArticle, aPost, aQuotation, LIVE, SOURCE } from '../support/article.ts';
import { aContainer, aFront, latest } from '../support/front.ts';
import { PREVIEW_SECRET } from '../support/graphql.ts';
import { startChromium } from './chromium.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';
import { layoutShift, obstacles, openReader, type Reader } from './reader.ts';

let browser: Browser;
let newsroom: Newsroom;
const now = () => instantOf(Date.now());
const inHours = (hours: number): Instant => instantOf(Date.now() + hours * 3_600_000);
const push = (wish: ArticleWish) => pushArticle(newsroom.table, anArticle({ published: inHours(-5), ...wish }), now());

const LONG_LIST = 45;

beforeAll(async () => {
  [browser, newsroom] = await Promise.all([startChromium(), startNewsroom({ name: 'The Ferry', languages: ['en'] })]);
  await pushFront(newsroom.table, aFront({ slug: 'home', containers: [aContainer('latest', [], latest(6))] }), now());
  await push({ id: 'tonight', section: 'Preview', headline: 'What is known tonight', embargoedUntil: inHours(2) });
  await push({ id: 'tomorrow', section: 'Preview', headline: 'What is known tomorrow', embargoedUntil: inHours(20) });
  await push({ id: 'today', section: 'Preview', headline: 'What is known today' });
  for (let turn = 0; turn < LONG_LIST; turn++) await push({ id: `harbour ${turn}`, section: 'Harbour', published: inHours(-100 - turn) });
});
afterAll(async () => {
  await browser?.close();
  await newsroom?.[Symbol.asyncDispose]();
});

const headlines = ({ page }: Reader) => page.locator('.card h2, .card h3').allTextContents();

describe('a long list', () => {
  it('is turned page by page, each by one request, nothing twice and nothing left out, there and back', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/harbour');
    const turn = async (way: 'next' | 'prev') => {
      await reader.after(() => reader.page.locator(`.pager [rel="${way}"]`).click());
      expect(reader.asked).toHaveLength(1);
      return headlines(reader);
    };
    const first = await headlines(reader);
    const [second, third] = [await turn('next'), await turn('next')];
    expect([first.length, second.length, third.length]).toEqual([20, 20, 5]);
    expect([...first, ...second, ...third]).toEqual(Array.from({ length: LONG_LIST }, (_, place) => `Headline of harbour ${place}`));
    expect(await reader.page.locator('.pager [rel="next"]').count()).toBe(0);
    expect([await turn('prev'), await turn('prev')]).toEqual([second, first]);
    expect(await reader.page.locator('.pager [rel="prev"]').count()).toBe(0);
    await reader.after(() => reader.page.goBack());
    expect(await headlines(reader)).toEqual(second);
    expect(reader.wrong).toEqual([]);
  });

  it('says that a place is none which nobody gave out, and leads to the beginning', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/harbour?after=made-up');
    expect(await reader.page.locator('h1').textContent()).toBe('This part of the list cannot be shown');
    await reader.after(() => reader.page.getByText('To the first page').click());
    expect(await headlines(reader)).toHaveLength(20);
  });
});

describe('a live blog', () => {
  const POLL = 10_000;
  const blog = (version: number, posts: NonNullable<ArticleWish['posts']>, isLive = true) =>
    push({ id: 'the night', section: 'Live', headline: 'The night, as it happens', version, liveBlog: { ...LIVE, isLive }, posts });
  const turn = async (reader: Reader, times = 1) => {
    for (let done = 0; done < times; done++) await reader.after(() => reader.page.clock.runFor(POLL));
  };

  it('follows: what is new waits for the reader, what was put right changes where it stands, and at the end nobody asks any more', async () => {
    const posts = Array.from({ length: 25 }, (_, place) => aPost(`post ${place}`, { datePublished: inHours(-3 + place / 100) }));
    await blog(1, posts);
    await using reader = await openReader(browser, newsroom.url);
    const { page } = reader;
    await page.clock.install({ time: new Date() });
    await reader.visit('/live/the-night');
    expect(reader.asked).toHaveLength(2);
    expect(await page.locator('.live').textContent()).toBe('Live');
    const shown = () => page.locator('.post p:not(.meta)').allTextContents();
    const first = await shown();
    expect(first).toHaveLength(20);
    expect(first[0]).toBe('Words of post 24.');

    const fresh = aPost('fresh', { datePublished: inHours(-1), headline: 'A light is seen' });
    await blog(2, [...posts, fresh]);
    await turn(reader);
    expect(reader.asked).toHaveLength(1);
    expect(await shown()).toEqual(first); // nothing has moved
    expect(await page.getByRole('status').locator('button').textContent()).toBe('One new post');
    await page.getByRole('button', { name: 'One new post' }).click();
    expect(await page.locator('.post h2').first().textContent()).toBe('A light is seen');
    expect(await shown()).toEqual(['Words of fresh.', ...first]);
    expect(await page.getByRole('button', { name: /new post/ }).count()).toBe(0);

    const [oldest, ...others] = posts;
    const right = {
      ...aPost('post 24', { text: 'Words put right.', datePublished: posts[24]?.datePublished as Instant }),
      dateModified: now(),
    };
    await blog(3, [oldest as (typeof posts)[0], ...others.slice(0, -1), right, fresh]);
    await turn(reader, 6);
    expect((await shown()).slice(0, 3)).toEqual(['Words of fresh.', 'Words put right.', 'Words of post 23.']);

    await reader.after(() => page.getByRole('button', { name: 'Older posts' }).click());
    expect((await shown()).slice(-2)).toEqual(['Words of post 1.', 'Words of post 0.']);
    expect(await shown()).toHaveLength(26);

    await blog(4, [...posts.slice(0, -1), right, fresh], false);
    await turn(reader);
    await turn(reader);
    expect(reader.asked).toEqual([]); // it has ended
    expect(await obstacles(page)).toEqual([]);
    expect(await layoutShift(page)).toBeLessThan(0.01);
    expect(reader.wrong).toEqual([]);
  });

  const many = (count: number, wish: (place: number) => object = () => ({})) =>
    Array.from({ length: count }, (_, place) => aPost(`post ${place}`, { datePublished: inHours(-3 + place / 100), ...wish(place) }));
  const words = (reader: Reader) => reader.page.locator('.post p:not(.meta)').allTextContents();

  it('shows at its top what is held there, and leads to its key events and to every post that a link means, however old', async () => {
    const posts = many(50, (place) =>
      place === 3 ? { isPinned: true, headline: 'What we know' } : place === 1 ? { isKeyEvent: true, headline: 'The gate shuts' } : {},
    );
    await push({ id: 'keys', section: 'Live', liveBlog: LIVE, posts });
    await using reader = await openReader(browser, newsroom.url);
    const { page } = reader;
    await reader.visit('/live/keys');
    expect(await page.locator('.post h2').allTextContents()).toEqual(['What we know']);
    await reader.after(() => page.locator('.key-events a', { hasText: 'The gate shuts' }).click());
    expect(await page.locator(':focus h2').textContent()).toBe('The gate shuts');
    const address = new URL(page.url());
    await reader.visit(address.pathname + address.hash);
    await page.locator(':focus h2', { hasText: 'The gate shuts' }).waitFor();
    expect(reader.wrong).toEqual([]);
  });

  it('takes away what was taken back, loses nothing that waits, and goes when the article goes', async () => {
    const posts = many(5);
    const send = (version: number, some: NonNullable<ArticleWish['posts']>, more: Partial<ArticleWish> = {}) =>
      push({ id: 'busy', section: 'Live', version, liveBlog: LIVE, posts: some, ...more });
    await send(1, posts);
    await using reader = await openReader(browser, newsroom.url);
    const { page } = reader;
    await page.clock.install({ time: new Date() });
    await reader.visit('/live/busy');
    expect(await words(reader)).toHaveLength(5);
    const fresh = Array.from({ length: 25 }, (_, place) => aPost(`fresh ${place}`, { datePublished: inHours(-1 + place / 100) }));
    await send(2, [...posts.slice(0, 2), ...posts.slice(3), ...fresh]);
    await turn(reader, 6);
    await page.getByRole('button', { name: '25 new posts' }).click();
    expect(await words(reader)).toEqual([
      ...fresh.map((_, place) => `Words of fresh ${24 - place}.`),
      ...[4, 3, 2, 1, 0].map((place) => `Words of post ${place}.`),
    ]);
    await send(3, [...posts.slice(0, 2), ...posts.slice(3), ...fresh.filter((_, place) => place !== 20)]);
    await turn(reader, 6);
    expect(await words(reader)).not.toContain('Words of fresh 20.');
    await send(4, [], { status: 'CANCELED' });
    await turn(reader, 2);
    expect(await page.locator('h1').textContent()).toBe('This article has been withdrawn');
    expect(await page.locator('main').textContent()).not.toContain('Words of');
  });

  it('says that its posts did not come, and asks again when the reader wishes', async () => {
    await push({ id: 'over', section: 'Live', liveBlog: { ...LIVE, isLive: false }, posts: many(2) });
    await using reader = await openReader(browser, newsroom.url);
    const { page } = reader;
    let isDown = true;
    await page.route('**/graphql?*', (route) => (isDown && !route.request().url().includes('chrome') ? route.abort() : route.continue()));
    await reader.visit('/live/over');
    expect(await page.getByRole('alert').textContent()).toContain('Some of this page could not be loaded.');
    isDown = false;
    await reader.after(() => page.getByRole('button', { name: 'Try again' }).click());
    await page.locator('.post').first().waitFor();
    expect(await words(reader)).toEqual(['Words of post 1.', 'Words of post 0.']);
  });
});

describe('two speakers', () => {
  it('of the same description in different institutions are two voices', async () => {
    const [ministry, works] = [
      namedConcept('Organization', 'Ministry of Tides', SOURCE),
      namedConcept('Organization', 'Tide Works', SOURCE),
    ];
    const said = (text: string, block: number, affiliation: typeof ministry | null) =>
      aQuotation(text, 'x', {
        block,
        speaker: { name: null, jobTitle: null, affiliation, describedAs: 'a spokesman', anonymous: false, agent: null },
      });
    await push({
      ...{ id: 'voices', section: 'Voices' },
      paragraphs: ['It will hold.', 'It will not.'],
      quotations: [said('It will hold.', 0, ministry), said('It will not.', 1, works)],
    });
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/voices/voices');
    expect(await reader.page.locator('.voices > ul > li').count()).toBe(2);
  });
});

describe('a newsroom that looks ahead', () => {
  const token = (hours: number, secret = PREVIEW_SECRET) =>
    previewToken(secret, { asOf: inHours(hours), draft: null }, Math.floor(Date.now() / 1000) + 600);
  const open = async (reader: Reader, words: string, path = '/preview') => {
    await reader.visit(`${path}?preview`);
    await reader.page.getByLabel('Preview token').fill(words);
    await reader.after(() => reader.page.getByRole('button', { name: 'Open' }).click());
  };

  it('sees the site as of any instant that its token opens, on every page, until it leaves', async () => {
    await using reader = await openReader(browser, newsroom.url);
    const { page } = reader;
    await open(reader, `x-broadsheet-preview: ${token(24)}`);
    const all = ['What is known tomorrow', 'What is known tonight', 'What is known today'];
    expect(await headlines(reader)).toEqual(all);
    expect(await page.locator('.preview-bar').textContent()).toContain('The site as of ');
    expect(reader.asked.map(({ method }) => method)).toEqual(['POST']);
    expect(await obstacles(page)).toEqual([]);

    const wished = new Date(Date.now() + 5 * 3_600_000);
    const inBerlin = (time: Date) =>
      new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Berlin' })
        .format(time)
        .replace(' ', 'T');
    await page.getByLabel('As of').fill(inBerlin(wished));
    await reader.after(() => page.getByRole('button', { name: 'Show' }).click());
    expect(await headlines(reader)).toEqual(all.slice(1));

    await reader.after(() => page.getByText('What is known tonight').click());
    expect(await page.locator('h1').textContent()).toBe('What is known tonight');
    await reader.after(() => page.reload());
    expect(await page.locator('h1').textContent()).toBe('What is known tonight');

    await reader.visit('/preview');
    await reader.after(() => page.getByRole('button', { name: 'Latest' }).click());
    expect(await headlines(reader)).toEqual(all);
    await reader.after(() => page.getByRole('button', { name: 'Leave preview' }).click());
    expect(await headlines(reader)).toEqual(['What is known today']);
    expect(reader.asked.map(({ method }) => method)).toEqual(['GET']);
    expect(await page.locator('.preview-bar').count()).toBe(0);
    expect(reader.wrong).toEqual([]);
  });

  it('leaves nothing of what is to come on the page when it leaves, posts of a live blog among it', async () => {
    const tonight = aPost('later', { text: 'Words of tonight.' });
    await push({ id: 'blog', section: 'Ahead', liveBlog: LIVE, posts: [aPost('now', { text: 'Words of today.' })] });
    await push({
      id: 'blog',
      version: 2,
      section: 'Ahead',
      headline: 'Tonight',
      embargoedUntil: inHours(2),
      liveBlog: LIVE,
      posts: [tonight],
    });
    await using reader = await openReader(browser, newsroom.url);
    await open(reader, token(24), '/ahead/blog');
    expect(await reader.page.locator('main').textContent()).toContain('Words of tonight.');
    await reader.after(() => reader.page.getByRole('button', { name: 'Leave preview' }).click());
    await reader.page.locator('.post', { hasText: 'Words of today.' }).waitFor();
    expect(await reader.page.locator('main').textContent()).not.toMatch(/tonight/i);
  });

  it('may come by a link, whose token the address forgets', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit(`/preview#preview=${encodeURIComponent(token(4))}`);
    expect(await headlines(reader)).toEqual(['What is known tonight', 'What is known today']);
    expect(reader.page.url()).toBe(`${newsroom.url}/preview`);
  });

  it.each([
    ['is signed by somebody else', () => token(24, 'another secret')],
    ['is none', () => 'let me in'],
    ['names no instant', () => 'as-of=soon,x'],
  ])('is told when its token %s, and sees nothing with it', async (_what, make) => {
    await using reader = await openReader(browser, newsroom.url);
    await open(reader, make());
    expect(await reader.page.locator('.preview-bar').textContent()).toContain('The token is not taken');
    expect(await headlines(reader)).toEqual([]);
    await reader.after(() => reader.page.getByRole('button', { name: 'Leave preview' }).click());
    expect(await headlines(reader)).toEqual(['What is known today']);
  });

  it('is nobody who has no token: there is no bar, and nothing of what is to come in any byte', async () => {
    await using reader = await openReader(browser, newsroom.url);
    const bodies: Promise<string>[] = [];
    reader.page.on(
      'response',
      (response) => /json|html|javascript/.test(response.headers()['content-type'] ?? '') && bodies.push(response.text()),
    );
    for (const path of ['/', '/preview', '/preview/tonight', '/preview/tomorrow']) await reader.visit(path);
    expect(await reader.page.locator('.preview-bar').count()).toBe(0);
    const all = (await Promise.all(bodies)).join('\n');
    expect(all).toContain('What is known today');
    expect(all).not.toMatch(/What is known (tonight|tomorrow)/);
  });
});
