/** `npm run test:web`: a browser, the bundles and the site, then the tests of the site in all three. What is typed behind it goes to vitest. */
import { spawnSync } from 'node:child_process';
import { buildBundle } from '../../build.ts';
import { buildSite } from '../../web/build.ts';
import { findChromium, INSTALL_CHROMIUM } from './chromium.ts';

if (findChromium() === null) {
  const isDebianRoot = process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (isDebianRoot) {
    console.error(`No Chromium is installed. Typing: ${INSTALL_CHROMIUM}`);
    spawnSync('sh', ['-c', INSTALL_CHROMIUM], { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  if (findChromium() === null) {
    console.error(`These tests need Chromium. Install it, on Debian with
  ${INSTALL_CHROMIUM}
or name one that you have: CHROMIUM=/path/to/chromium npm run test:web`);
    process.exit(2);
  }
}

await Promise.all([buildBundle('graphql'), buildSite()]);
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/web/vitest.config.ts', ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, vitest, { stdio: 'inherit' });
process.exitCode = status ?? 1;
