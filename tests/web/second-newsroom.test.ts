import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedConcept } from '../../lambda/domain/concept.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type ArticleWish, anArticle, aPerson, aQuotation, SOURCE } from '../support/article.ts';
import { startChromium } from './chromium.ts';
import { type Newsroom, startNewsroom } from './newsroom.ts';
import { layoutShift, obstacles, openReader, overflow, SCREENS } from './reader.ts';

/** Another paper on the same build: Arabic alone, without fronts, without events, with sections of its own. */
let browser: Browser;
let newsroom: Newsroom;

const SPEAKER = 'سلمى الخالدي';
const SAID = 'لم نرَ موسماً كهذا منذ عشرين عاماً.';

beforeAll(async () => {
  [browser, newsroom] = await Promise.all([startChromium(), startNewsroom({ name: 'صدى الواحة', languages: ['ar'], logo: '/icon.svg' })]);
  const push = (wish: ArticleWish) => pushArticle(newsroom.table, anArticle({ language: 'ar', ...wish }), instantOf(Date.now()));
  const rivers = namedConcept('Topic', 'الأنهار', SOURCE);
  for (let turn = 1; turn <= 23; turn++)
    await push({
      id: `news ${turn}`,
      section: 'الزراعة',
      headline: `خبر رقم ${turn} من الواحة`,
      about: [rivers],
      path: `/الزراعة/خبر-${turn}`,
    });
  await push({
    ...{ id: 'harvest', section: 'الزراعة', headline: 'موسم التمر يبدأ مبكراً هذا العام', path: '/الزراعة/موسم-التمر' },
    ...{ about: [rivers], mentions: [aPerson(SPEAKER)], byline: 'بقلم نادر عوض' },
    ...{ contributions: [{ role: 'AUTHOR', person: aPerson('نادر عوض'), links: [], note: null }] },
    paragraphs: [`${SAID} هكذا قالت سلمى الخالدي.`, 'وتمتد البساتين على ضفتي النهر.'],
    quotations: [aQuotation(SAID, SPEAKER)],
  });
});
afterAll(async () => {
  await browser?.close();
  await newsroom?.[Symbol.asyncDispose]();
});

describe('a second newsroom on the same build', () => {
  it.each(['phone', 'desktop'] as const)('has all its pages from right to left and in its own language, on a %s', async (screen) => {
    await using reader = await openReader(browser, newsroom.url, { viewport: SCREENS[screen] });
    const { page } = reader;
    const look = async (requests: number) => {
      expect(await page.locator('html').evaluate((html) => [html.getAttribute('lang'), html.getAttribute('dir')])).toEqual(['ar', 'rtl']);
      expect(await page.locator('.masthead').evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
      const words = ((await page.locator('#site').textContent()) ?? '').replaceAll('RSS', '').replace(/.* Press$/m, '');
      expect(words).not.toMatch(/[A-Za-z]{2}/); // no word of another language
      expect(await page.locator('.masthead img').evaluate((logo) => logo.getBoundingClientRect().height)).toBe(56);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await layoutShift(page)).toBeLessThan(0.01);
      expect(await obstacles(page)).toEqual([]);
      expect(reader.asked).toHaveLength(requests);
    };
    await reader.visit('/');
    await look(2); // no front is curated: the newest of the site stand there
    expect(await page.locator('.card').count()).toBe(20);
    await reader.after(() => page.locator('.pager [rel="next"]').click());
    expect(await page.locator('.card').count()).toBe(4);
    await reader.after(() => page.locator('.masthead nav a').click());
    await look(1);
    expect(await page.locator('h1').textContent()).toBe('الزراعة');
    expect(await page.locator('.masthead nav [aria-current="page"]').allTextContents()).toEqual(['الزراعة']);
    await reader.after(() => page.locator('.card a', { hasText: 'موسم التمر' }).click());
    await look(1);
    await reader.after(() => page.locator('.byline a').click());
    await look(1);
    await reader.after(() => page.goBack());
    await page.locator('.voices summary').click();
    await reader.after(() => page.locator('.voices .speaker a').click());
    await look(1);
    expect(await page.locator('h1').textContent()).toBe(SPEAKER);
    await reader.after(() => page.locator('.quotation .source').click());
    expect(await page.locator(':focus').textContent()).toBe(SAID);
    await reader.after(() => page.locator('.chips a', { hasText: 'الأنهار' }).click());
    await look(1);
    await reader.visit('/not-there');
    await look(1);
    expect(await page.locator('h1').textContent()).toBe('لا شيء هنا');
    expect(reader.wrong).toEqual([]);
  });
});
