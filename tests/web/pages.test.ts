import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChromium } from './chromium.ts';
import type { Newsroom } from './newsroom.ts';
import { layoutShift, obstacles, openReader, overflow, SCREENS } from './reader.ts';
import { HOSTILE, PAGE_KINDS, type PageKind, pathsOfPages, startSampleNewsroom } from './sample-newsroom.ts';

let browser: Browser;
let newsroom: Newsroom;
let paths: Record<PageKind, string>;

beforeAll(async () => {
  [browser, newsroom] = await Promise.all([startChromium(), startSampleNewsroom()]);
  paths = await pathsOfPages(browser, newsroom);
});
afterAll(async () => {
  await browser?.close();
  await newsroom?.[Symbol.asyncDispose]();
});

/** What web/README.md says of each kind of page: what it asks, and how many requests it takes. */
const LISTED = new Map(
  [...readFileSync('web/README.md', 'utf8').matchAll(/^\| `([\w-]+)` \| (.*) \| (\d) \|$/gm)].map(([, kind, asked = '', requests]) => [
    kind,
    [...asked.matchAll(/`(\w+)`/g)].map(([, name]) => name).slice(0, Number(requests)),
  ]),
);

/** What only a page of its kind shows: a place in it, and what stands there. */
const SHOWS: Record<PageKind, [place: string, words: RegExp]> = {
  front: ['.front [data-layout="hero"] .card[data-look="LEAD"] a', /^The minister goes/],
  section: ['.listing h1', /^Culture$/],
  article: ['.article h1', /^How the Ennet Barrier works/],
  'every-block': ['.article .unknown', /A poll/],
  paid: ['.article .paid-end h2', /^The rest is for subscribers$/],
  'live-blog': ['.live-blog .post h2', /^Two people are dead$/],
  author: ['.concept:has(.profile .kicker:text-is("Author")) .cards .card a', /\S/],
  person: ['.concept:has(.profile .kicker:text-is("Person")) .said blockquote', /\S/],
  organisation: ['.concept:has(.profile .kicker:text-is("Organisation")) .said .speaker', /\S/],
  place: ['.concept:has(.profile .kicker:text-is("Place")) .geo', /^52\.104° N 3\.871° E$/],
  event: ['.concept:has(.profile .kicker:text-is("Event")) h1', /^November 2026 flood$/],
  topic: ['.concept:has(.profile .kicker:text-is("Topic")) h1', /^Flood protection$/],
  withdrawn: ['.without-content h1', /^This article has been withdrawn$/],
  missing: ['.without-content h1', /^Nothing stands here$/],
  'right-to-left': ['.article[dir="rtl"] h1', /^بعد تسعة عشر/],
};

const LOOKS = [
  { screen: 'desktop', colorScheme: 'light' },
  { screen: 'phone', colorScheme: 'dark' },
] as const;

describe.each(PAGE_KINDS)('the page "%s"', (kind) => {
  it.each(LOOKS)(
    'on a $screen, $colorScheme: as few requests as are listed, nothing wrong, nothing in the way, nothing that moves',
    async (look) => {
      await using reader = await openReader(browser, newsroom.url, { viewport: SCREENS[look.screen], colorScheme: look.colorScheme });
      await reader.visit(paths[kind]);
      const { page, asked, wrong } = reader;

      const [place, words] = SHOWS[kind];
      expect(await page.locator(place).first().textContent()).toMatch(words);
      expect(asked.map(({ document }) => document)).toEqual(LISTED.get(kind));
      expect(asked.length).toBeLessThanOrEqual(2);
      for (const { method, status } of asked) expect([method, status]).toEqual(['GET', 200]);
      expect(await page.locator('h1').count()).toBe(1);
      if (kind !== 'front') expect(await page.title()).toMatch(/^(?!The Port Sorrel Gazette).+ · The Port Sorrel Gazette$/);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await layoutShift(page)).toBeLessThan(0.01);
      expect(await obstacles(page)).toEqual([]);
      expect(wrong).toEqual([]);
    },
  );
});

describe('the site', () => {
  it('lists every kind of page with its requests, and every one has its pictures', () => {
    expect([...LISTED.keys()].sort()).toEqual([...PAGE_KINDS].sort());
    const wanted = PAGE_KINDS.flatMap((kind) =>
      ['phone', 'desktop'].flatMap((screen) => ['light', 'dark'].map((scheme) => `${kind}-${screen}-${scheme}.jpg`)),
    );
    expect(readdirSync('docs/pictures').sort()).toEqual([...wanted, 'preview-desktop-light.jpg'].sort());
  });

  it('loads less than 60 KB of JavaScript with the front, as gzip sends it', async () => {
    await using reader = await openReader(browser, newsroom.url);
    const scripts: Promise<Buffer>[] = [];
    reader.page.on('response', (response) => /javascript/.test(response.headers()['content-type'] ?? '') && scripts.push(response.body()));
    await reader.visit('/');
    const bytes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.reduce((sum, one) => sum + one)).toBeLessThan(60 * 1024);
  });

  it('knows no section, slug, person or id: the only addresses in its sources are those of the service', () => {
    const addresses = sources().flatMap((source) => [...source.matchAll(/(['"`])(\/[^'"`\n]*)\1/g)].map(([, , address]) => address));
    expect([...new Set(addresses)].sort()).toEqual(['/', '/feeds/latest.rss']);
    const newsroom = readdirSync('samples', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(md|json)$/.test(file));
    const named = newsroom.flatMap((file) =>
      [...readFileSync(`samples/${file}`, 'utf8').matchAll(/(?:\bname: |^section: |"name": ")([^,"}\n]+)/gm)].map(([, name = '']) => name),
    );
    expect(new Set(named).size).toBeGreaterThan(80);
    const words = new Set([...named, ...named.map((name) => name.toLowerCase())].map((name) => `'${name}'`));
    expect([...words].filter((word) => sources().some((source) => source.includes(word)))).toEqual([]);
  });

  it('is a client like any other: it is made of its own files, the client package and preact', () => {
    const imported = sources().flatMap((source) =>
      [...source.matchAll(/^(?:import|\} from).*'([^']+)';$/gm)].map(([, from]) => from ?? ''),
    );
    expect(imported.length).toBeGreaterThan(50);
    expect(imported.filter((from) => !/^(\.\.?\/|preact(\/hooks)?$|@broadsheet\/client$)/.test(from) || from.includes('../../'))).toEqual(
      [],
    );
  });
});

/** The site's own sources, without what is generated. */
function sources(): string[] {
  const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && file !== 'generated.ts',
  );
  expect(files.length).toBeGreaterThan(20);
  return files.map((file) => readFileSync(`web/src/${file}`, 'utf8'));
}

describe('an article', () => {
  it('shows every kind of block, and runs nothing that a source sends', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit(paths['every-block']);
    const { page } = reader;
    const text = page.locator('.article .text').first();
    for (const block of [
      ...[
        'strong',
        'em',
        's',
        'code',
        'h2',
        'h3',
        '.blockquote',
        '.pull-quote',
        'ul ul',
        'ol',
        '.key-facts',
        'table caption',
        'th[scope], th',
      ],
      ...['.picture', '.gallery .picture', 'video', '.embed a', '.correction', 'hr', '.unknown', '.saying'],
    ])
      expect(await text.locator(block).count(), block).toBeGreaterThan(0);
    expect(await text.locator('a[href="/"]').textContent()).toBe('a link to the front');
    expect(await text.locator('.unknown').textContent()).toContain(HOSTILE);
    expect(await text.textContent()).toContain(`The end. ${HOSTILE}`);
    expect(await page.title()).not.toBe('hostile');
    expect(await page.locator('main script').count()).toBe(0);
    expect(await text.locator('.correction').first().textContent()).toContain('An earlier version held less.');
    expect(reader.wrong).toEqual([]);
  });

  it('leads from each name in it to what that person said, and from there back to the place, marked and reached by the keyboard', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit(paths.article);
    await reader.page.getByText('4 quotations, and who said them').click();
    await reader.page.locator('.voices ul ul a').first().click();
    await reader.page.locator('.saying:focus').waitFor();
    expect(reader.asked).toHaveLength(1); // nothing is asked again for a place in the page
    await reader.after(() => reader.page.locator('.voices a', { hasText: 'Nadia Selmoun' }).click());
    expect(await reader.page.locator('h1').textContent()).toBe('Nadia Selmoun');
    expect(reader.asked).toHaveLength(1);
    const quotation = reader.page.locator('.quotation', { hasText: 'I would not bet on the last two digits' });
    const day = quotation.locator('xpath=ancestor::li[1]').locator('.day');
    expect(await day.textContent()).toBe('4 November 2026');
    await reader.after(() => quotation.locator('.source').click());
    const focused = reader.page.locator(':focus');
    expect(await focused.textContent()).toBe(
      'It is an estimate from the rise behind the barrier, and I would not bet on the last two digits,',
    );
    expect(await focused.evaluate((place) => `#${place.id}` === decodeURIComponent(location.hash))).toBe(true);
    expect(
      await focused.evaluate((place) => place.getBoundingClientRect().top > 0 && place.getBoundingClientRect().bottom < innerHeight),
    ).toBe(true);
    expect(new URL(reader.page.url()).pathname).toBe(paths.article);
  });

  it('ends with grace where the rest is for who pays, and shows nothing of it', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit(paths.paid);
    expect(await reader.page.locator('.paid-end').textContent()).toMatch(
      /^The rest is for subscribersYou have read the beginning\. \d+ more words/,
    );
    const [, hidden = ''] = /\n\n([^\n]+)\n*$/.exec(readFileSync('samples/business/what-the-gate-cost.md', 'utf8')) ?? [];
    expect(hidden.length).toBeGreaterThan(40);
    expect(await reader.page.content()).not.toContain(hidden.slice(0, 40));
  });

  it('that has moved leads to where it stands now, and the way back does not lead in a circle', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/culture');
    await reader.visit('/sport/2026/11/quay-races-off');
    expect(new URL(reader.page.url()).pathname).toBe('/sport/2026/11/quay-races-on');
    expect(await reader.page.locator('h1').textContent()).toMatch(/\S/);
    expect(reader.asked).toHaveLength(2);
    await reader.after(() => reader.page.goBack());
    expect(new URL(reader.page.url()).pathname).toBe('/culture');
  });

  it('that was withdrawn says so, and nothing else of it', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit(paths.withdrawn);
    expect(await reader.page.locator('h1').textContent()).toBe('This article has been withdrawn');
    expect(await reader.page.locator('main').textContent()).not.toMatch(/Kestrel|lamp|Orrin/);
    expect(await reader.page.title()).not.toMatch(/Kestrel|lamp/);
    expect(await reader.page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex');
  });

  it('tells search engines where it stands, and in which languages else', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit(paths['right-to-left']);
    const head = reader.page.locator('head');
    expect(await head.locator('link[rel="canonical"]').getAttribute('href')).toBe(`https://news.example${paths['right-to-left']}`);
    expect(await head.locator('link[rel="alternate"][hreflang="en"]').count()).toBe(1);
    await reader.after(() => reader.page.locator('.alternates a').click());
    expect(await head.locator('link[rel="alternate"][hreflang="ar"]').count()).toBe(1);
    expect(await head.locator('link[rel="alternate"][hreflang="en"]').count()).toBe(0);
  });

  it('in Arabic reads from right to left, and the paper around it does not', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit(paths['right-to-left']);
    const { page } = reader;
    expect(await page.locator('html').evaluate((html) => [html.getAttribute('lang'), html.getAttribute('dir')])).toEqual(['ar', 'rtl']);
    expect(await page.locator('.masthead').evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    const paragraph = await page
      .locator('.text p')
      .first()
      .evaluate((element) => {
        const { right } = element.getBoundingClientRect();
        const range = document.createRange();
        range.selectNodeContents(element);
        return {
          direction: getComputedStyle(element).direction,
          gap: right - Math.max(...[...range.getClientRects()].map((line) => line.right)),
        };
      });
    expect(paragraph.direction).toBe('rtl');
    expect(paragraph.gap).toBeLessThan(2); // its lines begin at the right edge
    expect(await page.locator('.related h2').first().textContent()).toBe('اقرأ أيضاً');
  });
});

describe('whoever has a keyboard alone', () => {
  it('skips to the content, follows a headline, and stands at the beginning of the page that it leads to', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/');
    const { page } = reader;
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    expect(await page.locator('.skip').evaluate((link) => getComputedStyle(link).clipPath)).toBe('none'); // it can be seen
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
    await page.keyboard.press('Tab');
    const headline = await page.locator(':focus').textContent();
    const outline = await page.locator(':focus').evaluate((link) => getComputedStyle(link).outlineStyle);
    expect(outline).toBe('solid');
    await reader.after(() => page.keyboard.press('Enter'));
    expect(reader.asked).toHaveLength(1);
    expect(await page.locator(':focus').getAttribute('id')).toBe('content');
    expect(headline).toMatch(/\S/);
    expect(await page.locator('[role="status"]#announcement').textContent()).toBe(await page.title());
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  it('comes back to where the page was left', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/');
    const { page } = reader;
    const headline = page.locator('.card h3 a').last();
    await headline.scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    expect(before).toBeGreaterThan(500);
    await reader.after(() => headline.click());
    await reader.after(() => page.goBack());
    expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(5);
    await reader.after(() => page.goForward());
    await page.mouse.wheel(0, 400);
    await page.waitForFunction(() => scrollY > 300);
    await page.waitForFunction(() => history.state?.scrollY > 300);
    const read = await page.evaluate(() => scrollY);
    await reader.after(() => page.goBack());
    await reader.after(() => page.goForward());
    expect(Math.abs((await page.evaluate(() => scrollY)) - read)).toBeLessThan(5);
  });
});

describe('an address', () => {
  it.each(['/culture#%E0%A4%A', '/100%25', '/a%2Fb?after=%', '//elsewhere.example/'])(
    'such as %s leads to a page, whatever it means',
    async (address) => {
      await using reader = await openReader(browser, newsroom.url);
      await reader.visit(address);
      expect(await reader.page.locator('h1').textContent()).toMatch(/^(Nothing stands here|Culture)$/);
      expect(reader.wrong).toEqual([]);
    },
  );

  it('of a section is marked among the sections, in whatever script it is written', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/culture');
    expect(await reader.page.locator('.masthead nav [aria-current="page"]').allTextContents()).toEqual(['Culture']);
  });
});

describe('a service in trouble', () => {
  it('is said to be so, and asked again when the reader wishes', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/');
    const { page } = reader;
    await page.route('**/graphql?*', (route) => route.abort());
    await reader.after(() => page.locator('nav a', { hasText: 'Culture' }).first().click());
    expect(await page.locator('h1').textContent()).toBe('The newsroom cannot be reached');
    await page.unroute('**/graphql?*');
    await reader.after(() => page.getByRole('button', { name: 'Try again' }).click());
    expect(await page.locator('h1').textContent()).toBe('Culture');
  });

  it.each([
    ['a gateway answers in its place', 503, { message: 'Service Unavailable' }],
    [
      'something goes wrong on its side',
      200,
      { data: { page: null }, errors: [{ message: 'x', path: ['page'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    ],
  ])('is not taken for a page that is missing where %s', async (_what, status, json) => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/');
    const { page } = reader;
    await page.route('**/graphql?*', (route) => route.fulfill({ status, json }));
    await reader.after(() => page.locator('nav a', { hasText: 'Culture' }).first().click());
    expect(await page.locator('h1').textContent()).toBe('The newsroom cannot be reached');
    expect(await page.locator('meta[name="robots"]').count()).toBe(0);
  });

  it('that is slow takes the last wish of a reader, also for a place in the page that is on its way', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.visit('/');
    const { page } = reader;
    await page.route('**/graphql?*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await reader.after(async () => {
      await page.locator('nav a', { hasText: 'Culture' }).first().click();
      await page.locator('.skip').evaluate((link: HTMLElement) => link.click());
    });
    expect(await page.locator('h1').textContent()).toBe('Culture');
    await reader.after(async () => {
      await page.locator('nav a', { hasText: 'Sport' }).first().click();
      await page.locator('nav a', { hasText: 'World' }).first().click();
    });
    expect(await page.locator('h1').textContent()).toBe('World');
  });

  it('that cannot say a part shows the rest, and says that something is missing', async () => {
    await using reader = await openReader(browser, newsroom.url);
    await reader.page.route('**/graphql?*', async (route) => {
      const response = await route.fetch();
      const { data } = await response.json();
      data.page.containers[1].items = null;
      const errors = [
        {
          message: 'Something went wrong on our side',
          path: ['page', 'containers', 1, 'items'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ];
      await route.fulfill({ response, json: { data, errors } });
    });
    await reader.visit('/');
    expect(await reader.page.getByRole('alert').textContent()).toContain('Some of this page could not be loaded.');
    expect(await reader.page.locator('.container').count()).toBeGreaterThan(3);
  });
});
