/**
 * What is promised about faults, shown with figures.
 *
 *     npm run test:faults                                      the full form: 10,000 articles, 100 kills, 10,000 reads; some twenty minutes
 *     npm run test:faults -- --short                           what `npm test` runs
 *     npm run test:faults -- --only "killed at any point"      one promise
 *     npm run test:faults -- --broken                          each build that is known to break a promise: all must turn red
 *
 * `SEED` chooses the row of faults. Ends with 1 when a promise was broken, or when a broken build went unnoticed.
 */
import { parseArgs, styleText } from 'node:util';
import { startLocalTable } from '../support/table.ts';
import { BROKEN, breakEach } from './broken.ts';
import { seedOf } from './dice.ts';
import { closeReadingRoom, PROMISES, type PromiseName } from './promises.ts';

/** More lines about one run tell no more. */
const MOST_FAULTS_SHOWN = 10;

const { values } = parseArgs({ options: { short: { type: 'boolean' }, only: { type: 'string' }, broken: { type: 'boolean' } } });
const names = Object.keys(PROMISES) as PromiseName[];
if (values.only && !names.includes(values.only as PromiseName)) {
  console.error(`There is no promise "${values.only}". There are: ${names.join(', ')}.`);
  process.exit(2);
}
const seed = seedOf();
console.log(`Seed ${seed}`);
process.exitCode = (values.broken ? tellBroken() : await tellPromises()) ? 0 : 1;

async function tellPromises(): Promise<boolean> {
  let kept = true;
  await using local = await startLocalTable();
  for (const name of values.only ? [values.only as PromiseName] : names) {
    const form = values.short ? 'short' : 'full';
    let started = performance.now();
    for await (const { run, figures, faults } of PROMISES[name]({ endpoint: local.endpoint, seed, form })) {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${colour(faults.length === 0 ? 'KEPT' : 'BROKEN')}  ${name}: ${run} (${seconds} s)`);
      const figure = ([what, value]: [string, number]) => `${value.toLocaleString('en')} ${what}`;
      console.log(`  ${Object.entries(figures).map(figure).join(', ')}`);
      for (const fault of faults.slice(0, MOST_FAULTS_SHOWN)) console.log(`  - ${fault}`);
      if (faults.length > MOST_FAULTS_SHOWN) console.log(`  … and ${faults.length - MOST_FAULTS_SHOWN} more`);
      kept &&= faults.length === 0;
      started = performance.now();
    }
  }
  await closeReadingRoom();
  return kept;
}

function tellBroken(): boolean {
  let noticed = true;
  const which = BROKEN.filter(({ promise }) => !values.only || promise === values.only);
  for (const { broken, colour: turned, seconds, first } of breakEach(seed, which)) {
    console.log(`${colour(turned)}  without ${broken.without} → ${broken.promise} (${seconds.toFixed(1)} s)`);
    console.log(`  ${first.slice(0, 200)}`);
    noticed &&= turned === 'RED';
  }
  return noticed;
}

function colour(word: string): string {
  return styleText(word === 'KEPT' || word === 'RED' ? 'green' : 'red', word);
}
