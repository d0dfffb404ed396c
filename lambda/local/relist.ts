/** `npm run relist -- --all`: writes every copy anew from the stored versions, after a change of what copies hold. */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { instantOf } from '../domain/instant.ts';
import { estimateRelist, type RelistCost, type RelistPlace, relistTable } from '../store/relist.ts';
import { CannotStart } from './cannot-start.ts';
import { bookmarkOf, openWalkedTable, showAbout, wishToStop } from './walk.ts';

const USAGE = `Usage: npm run relist -- --all [--yes] [--resume]

Writes the teaser and every listing of every article, and every profile, anew from the stored versions.
For a change of what they hold; readers take the former format meanwhile. Says what it costs before it
starts. It may run beside everything else. Ctrl-C cuts it after a few seconds.

  --all       all articles
  --yes       start without asking
  --resume    go on where the last walk was cut
  --help      this text

The table is the local one in DATA_DIR, with the service stopped; or the one that NEWS_TABLE names, at
DYNAMODB_ENDPOINT or in AWS.
Exit code: 0 all renewed, 1 something was not, 2 it did not run, 130 cut.
`;

/** What a cut walk must know to go on. */
type Notes = { cost: RelistCost; place: RelistPlace; renewed: number; failed: number };

process.exitCode = await run(process.argv.slice(2));

async function run(words: string[]): Promise<number> {
  const wishes = readWishes(words);
  if (wishes?.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (!wishes?.all) {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    return await relist(wishes);
  } catch (error) {
    process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `It could not go on: ${(error as Error).stack}\n`);
    return 2;
  }
}

async function relist({ yes, resume }: { yes: boolean; resume: boolean }): Promise<number> {
  await using walked = await openWalkedTable();
  const { table } = walked;
  const bookmark = bookmarkOf<Notes>('relist', walked);
  const former = resume ? await bookmark.read() : null;
  if (resume && former === null) process.stderr.write('No walk was cut here; this one starts at the beginning.\n');
  process.stderr.write(`Relisting ${walked.name}.\n`);
  const notes = former ?? { cost: await countCost(walked.items, table), place: { pass: 'ARTICLES', after: null }, renewed: 0, failed: 0 };
  const all = notes.cost.articles + notes.cost.profiles;
  process.stdout.write(former ? `${notes.renewed} of about ${all} articles and profiles were done.\n` : `${inWords(notes.cost)}\n`);
  if (!yes && !(await isConfirmed())) {
    process.stdout.write('Nothing was written.\n');
    return 2;
  }

  const stop = wishToStop();
  using progress = showAbout('Relisting', all);
  progress.add(notes.renewed + notes.failed);
  for await (const page of relistTable(table, () => instantOf(Date.now()), notes.place)) {
    for (const line of page.failed) process.stdout.write(`failed  ${line}\n`);
    notes.renewed += page.renewed;
    notes.failed += page.failed.length;
    progress.add(page.renewed + page.failed.length);
    if (page.next === null) break;
    notes.place = page.next;
    await bookmark.write(notes);
    if (!stop.uttered) continue;
    process.stdout.write(`Cut, with ${notes.renewed} of about ${all} done. To go on: npm run relist -- --all --resume\n`);
    return 130;
  }
  await bookmark.remove();
  process.stdout.write(
    `${notes.renewed} articles and profiles renewed${notes.failed > 0 ? `, ${notes.failed} failed; npm run repair says why` : ''}.\n`,
  );
  return notes.failed > 0 ? 1 : 0;
}

async function countCost(items: number, table: Parameters<typeof estimateRelist>[0]): Promise<RelistCost> {
  using progress = showAbout('Counting', items);
  return estimateRelist(table, (looked) => progress.add(looked));
}

function inWords({ articles, profiles, items, writeUnits, readUnits }: RelistCost): string {
  const number = new Intl.NumberFormat('en');
  const counted = `${number.format(articles)} articles and ${number.format(profiles)} profiles`;
  return `${counted}: ${number.format(items)} items to write, about ${number.format(writeUnits)} write units. Counting them took ${number.format(readUnits)} read units.`;
}

/** Asks on a terminal; elsewhere nobody can answer. */
async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    process.stdout.write('To write them, say --yes.\n');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Write them? [y/N] ');
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Null when the command was typed wrongly. */
function readWishes(args: string[]): { all: boolean; yes: boolean; resume: boolean; help: boolean } | null {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args, options: { all: flag, yes: flag, resume: flag, help: flag } }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message.split('. ')[0]}\n\n`);
    return null;
  }
}
