/** `npm run repair`: compares everything in the table with the versions that are stored, and mends what it may. */
import { parseArgs } from 'node:util';
import { instantOf } from '../domain/instant.ts';
import { textOf } from '../store/repair/table-walk.ts';
import { type Repaired, type RepairPlace, repairTable } from '../store/repair.ts';
import { CannotStart } from './cannot-start.ts';
import { bookmarkOf, openWalkedTable, showAbout, wishToStop } from './walk.ts';

const USAGE = `Usage: npm run repair -- [--write] [--resume]

Compares every manifest, listing, teaser, path, profile, directory entry, moment and change with the
versions that are stored, and the posts of live blogs with each other and their index, and says what does not agree: one line each, what, where, what it should be.
Reads the whole table twice. It may run beside everything else. Ctrl-C cuts it after a few seconds.

  --write     mend what can be mended
  --resume    go on where the last walk was cut
  --help      this text

The table is the local one in DATA_DIR, with the service stopped; or the one that NEWS_TABLE names, at
DYNAMODB_ENDPOINT or in AWS.
Exit code: 0 nothing left to mend, 1 something left, 2 it could not run, 130 cut.
`;

/** What a cut walk must know to go on. */
type Notes = { write: boolean; place: RepairPlace; found: number; left: number; items: number };

process.exitCode = await run(process.argv.slice(2));

async function run(words: string[]): Promise<number> {
  const wishes = readWishes(words);
  if (wishes === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  if (wishes.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    return await repair(wishes);
  } catch (error) {
    process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `It could not go on: ${(error as Error).stack}\n`);
    return 2;
  }
}

async function repair({ write, resume }: { write: boolean; resume: boolean }): Promise<number> {
  const stop = wishToStop();
  await using walked = await openWalkedTable();
  const bookmark = bookmarkOf<Notes>('repair', walked);
  const former = resume ? await bookmark.read() : null;
  if (resume && former === null) process.stderr.write('No walk was cut here; this one starts at the beginning.\n');
  if (former && former.write !== write) {
    throw new CannotStart(`The walk that was cut ran ${former.write ? 'with' : 'without'} --write. Resume it the same way, or start anew.`);
  }
  const notes: Notes = former ?? { write, place: { pass: 'ARTICLES', after: null }, found: 0, left: 0, items: 0 };
  process.stderr.write(`Looking through ${walked.name}${write ? ', and mending' : ''}.\n`);

  using progress = showAbout('Looking', walked.items * 2);
  progress.add(notes.items);
  for await (const page of repairTable(walked.table, () => instantOf(Date.now()), { write, from: notes.place })) {
    for (const finding of page.findings) process.stdout.write(lineOf(finding, write));
    notes.items += page.items;
    notes.found += page.findings.length;
    notes.left += page.findings.filter(({ mended }) => !mended).length;
    progress.add(page.items);
    if (page.next === null) break;
    notes.place = page.next;
    await bookmark.write(notes);
    if (!stop.uttered) continue;
    const again = `npm run repair -- ${write ? '--write ' : ''}--resume`;
    process.stdout.write(`Cut, with ${notes.found} found and ${notes.left} left so far. To go on: ${again}\n`);
    return 130;
  }
  await bookmark.remove();
  const { found, left } = notes;
  process.stdout.write(found === 0 ? 'Nothing found: everything agrees.\n' : `${found} found, ${found - left} mended, ${left} left.\n`);
  return left > 0 ? 1 : 0;
}

function lineOf({ item, key, is, shouldBe, mendable, mended }: Repaired, write: boolean): string {
  const state = mended ? 'mended' : mendable && !write ? 'found' : 'left';
  const why = mendable ? '' : '; nothing in the table can mend it';
  return `${state.padEnd(6)}  ${item.padEnd(9)}  ${textOf(key)}: ${is}; should be: ${shouldBe}${why}\n`;
}

/** Null when the command was typed wrongly. */
function readWishes(args: string[]): { write: boolean; resume: boolean; help: boolean } | null {
  const flag = { type: 'boolean', default: false } as const;
  try {
    return parseArgs({ args, options: { write: flag, resume: flag, help: flag } }).values;
  } catch (error) {
    process.stderr.write(`${(error as Error).message.split('. ')[0]}\n\n`);
    return null;
  }
}
