/** `npm run pictures`: takes the pictures of docs/pictures/, each kind of page on a phone and on a desktop, by day and by night. */
import { mkdirSync, rmSync } from 'node:fs';
import { buildBundle } from '../../build.ts';
import { parseInstant } from '../../lambda/domain/instant.ts';
import { showProgress } from '../../lambda/local/progress.ts';
import { previewToken } from '../../lambda/preview-token.ts';
import { buildSite } from '../../web/build.ts';
import { PREVIEW_SECRET } from '../support/graphql.ts';
import { startChromium } from './chromium.ts';
import { openReader, SCREENS } from './reader.ts';
import { PAGE_KINDS, pathsOfPages, startSampleNewsroom } from './sample-newsroom.ts';

const FOLDER = `${import.meta.dirname}/../../docs/pictures`;

/** Of JPEG, 0 to 100: words stay sharp, and all pictures together are a few MB. */
const QUALITY = 70;

/** The day on the masthead: that of the newest samples. */
const DAY = new Date('2026-11-24T08:00:00Z');

await Promise.all([buildBundle('graphql'), buildSite()]);
rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const browser = await startChromium();
await using newsroom = await startSampleNewsroom();
const paths = await pathsOfPages(browser, newsroom);
const take = async (name: string, path: string, screen: keyof typeof SCREENS, colorScheme: 'light' | 'dark') => {
  await using reader = await openReader(browser, newsroom.url, { viewport: SCREENS[screen], colorScheme });
  await reader.page.clock.setFixedTime(DAY);
  await reader.visit(path);
  await reader.page.screenshot({ path: `${FOLDER}/${name}-${screen}-${colorScheme}.jpg`, type: 'jpeg', quality: QUALITY });
};
{
  using progress = showProgress('Taking pictures', PAGE_KINDS.length * 4 + 1);
  for (const kind of PAGE_KINDS)
    for (const screen of ['phone', 'desktop'] as const)
      for (const colorScheme of ['light', 'dark'] as const) {
        await take(kind, paths[kind], screen, colorScheme);
        progress.step();
      }
  const asOf = parseInstant('2099-01-01T00:00:00Z', 'pictures');
  const token = previewToken(PREVIEW_SECRET, { asOf, draft: null }, Math.floor(Date.now() / 1000) + 3600);
  await take('preview', `/#preview=${token}`, 'desktop', 'light');
  progress.step();
}
await browser.close();
process.exit(); // the functions' connections would hold the process
