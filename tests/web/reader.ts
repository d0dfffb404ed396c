import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core';
import { SITE_DOCUMENTS } from '../../lambda/local/site-files.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Screens that pages are looked at on, in CSS pixels. */
export const SCREENS = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

/** Somebody at a browser, and all that goes wrong there. */
export type Reader = AsyncDisposable & {
  page: Page;
  /** Follows an address of the site until its page is there and nothing is under way any more. */
  visit(path: string): Promise<void>;
  /** What a click, or whatever is done, leads to. */
  after(action: () => Promise<unknown>): Promise<void>;
  /** Questions to the API since the last visit. */
  asked: Question[];
  /** Errors of the console, of scripts and of requests, and requests to other hosts. */
  wrong: string[];
};

export type Question = { document: string; method: string; status: number };

/** Names of the site's operations, by the ids under which they are asked. */
const NAMES = new Map(
  Object.entries(JSON.parse(readFileSync(SITE_DOCUMENTS, 'utf8')) as Record<string, string>).map(([id, text]) => [
    id,
    /query (\w+)/.exec(text)?.[1] ?? '',
  ]),
);

/** A reader of a newsroom. A page that is open for a new reader has nothing of an earlier one. */
export async function openReader(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Reader> {
  const context = await browser.newContext({
    viewport: SCREENS.desktop,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const [asked, wrong]: [Question[], string[]] = [[], []];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`));
  page.on(
    'request',
    (request) => !request.url().startsWith(`${url}/`) && !request.url().startsWith('data:') && wrong.push(`leaves: ${request.url()}`),
  );
  page.on('response', (response) => {
    const { pathname, searchParams } = new URL(response.url());
    if (pathname !== '/graphql') return;
    const request = response.request();
    const id = request.method() === 'GET' ? searchParams.get('documentId') : request.postDataJSON().documentId;
    asked.push({ document: NAMES.get(id) ?? `an unknown document ${id}`, method: request.method(), status: response.status() });
  });
  const open = new Set<Request>();
  const answered = new Set<string>();
  // What a browser answers from its cache (stale-while-revalidate) it asks for a second time, behind the page's back; that one's end is never told.
  const isBehind = (request: Request) => request.url().includes('/graphql?') && answered.has(request.url());
  page.on('request', (request) => !isBehind(request) && open.add(request));
  page.on('requestfinished', (request) => {
    open.delete(request);
    answered.add(request.url());
  });
  page.on('requestfailed', (request) => {
    open.delete(request);
    if (!isBehind(request)) wrong.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  const settled = async () => {
    for (let quiet = 0; quiet < 3; quiet = open.size === 0 && (await page.locator('main[aria-busy="false"]').count()) === 1 ? quiet + 1 : 0)
      await page.waitForTimeout(40);
  };
  return {
    page,
    asked,
    wrong,
    async visit(path) {
      asked.length = 0;
      await page.goto(url + path);
      await settled();
    },
    async after(action) {
      asked.length = 0;
      await action();
      await settled();
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** What a screen reader, a keyboard or weak eyes would stumble over, by axe's rules: each with the place. */
export async function obstacles(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`));
}

type Shift = { value: number; hadRecentInput: boolean };

/** How far what stands moved by itself, and not because a reader did something, as Cumulative Layout Shift counts it; from the loading of the page until now. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          resolve(
            (list.getEntries() as unknown as Shift[]).reduce((sum, { value, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
          );
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 200); // nothing is observed where nothing moved
      }),
  );
}

/** Pixels by which a page is wider than its screen. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
