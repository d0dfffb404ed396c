/** `npm run reversion -- PATH|ID …`: for articles whose source counts its versions from the beginning again. */
import { parseArgs } from 'node:util';
import { type Instant, instantOf } from '../domain/instant.ts';
import { articleNamed, reversionArticle } from '../store/desk-writes.ts';
import type { TableKey } from '../store/repair/table-walk.ts';
import { reversionSource } from '../store/reversion.ts';
import { runDeskCommand } from './desk-command.ts';
import { bookmarkOf, showAbout, type WalkedTable, wishToStop } from './walk.ts';

const USAGE = `Usage: npm run reversion -- PATH|ID …
       npm run reversion -- --source NAME [--resume]

For a source whose versions begin at 1 again, as after its CMS was set up anew: everything that it sends
would be older than what is known, for ever. Takes down where its numbers had come to; from then on the
next number, whichever, is the newest version. Readers see nothing of it.

What was made before, and is sent again, changes nothing. What does not say when it was made is refused
while its number is one that was in use before. A kill is always taken, unless it says that it is from
before.

  --source   all articles of a source. Ctrl-C cuts it after a few seconds
  --resume   go on where the last walk was cut
  --help     this text

The table is the local one in DATA_DIR, with the service stopped; or the one that NEWS_TABLE names, at
DYNAMODB_ENDPOINT or in AWS.
Exit code: 0 done, 1 it was refused, 2 it was typed wrongly or did not run, 130 cut.
`;

/** What a cut walk must know to go on. */
type Notes = { source: string; begun: Instant; place: TableKey | null; begunAnew: number; asTheyWere: number; items: number };

process.exitCode = await runDeskCommand({ usage: USAGE, read }, process.argv.slice(2));

function read(args: string[]): 'HELP' | null | ((walked: WalkedTable) => Promise<string | number>) {
  try {
    const flag = { type: 'boolean', default: false } as const;
    const options = { source: { type: 'string' }, resume: flag, help: { ...flag, short: 'h' } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const { source, resume, help } = values;
    if (help) return 'HELP';
    if ((source === undefined) === (positionals.length === 0) || source === '' || (resume && source === undefined)) return null;
    return source === undefined ? (walked) => oneByOne(walked, positionals) : (walked) => wholeSource(walked, source, resume);
  } catch {
    return null;
  }
}

async function oneByOne({ table }: WalkedTable, words: string[]): Promise<string> {
  const articles = [];
  for (const word of words) articles.push({ word, id: await articleNamed(table, word) }); // before anything is written
  const lines = [];
  for (const { word, id } of articles) {
    const highest = await reversionArticle(table, id, instantOf(Date.now()));
    lines.push(
      `${word} (${id}) ${highest === null ? 'has begun anew already, and nothing has come since' : `begins anew; it had come to ${highest}`}`,
    );
  }
  return lines.join('\n');
}

async function wholeSource(walked: WalkedTable, source: string, resume: boolean): Promise<string | number> {
  const stop = wishToStop();
  const bookmark = bookmarkOf<Notes>('reversion', walked);
  const former = resume ? await bookmark.read() : null;
  if (resume && former?.source !== source) process.stderr.write('No walk of this source was cut here; this one starts at the beginning.\n');
  const anew: Notes = { source, begun: instantOf(Date.now()), place: null, begunAnew: 0, asTheyWere: 0, items: 0 };
  const notes = former?.source === source ? former : anew;
  using progress = showAbout('Looking', walked.items);
  progress.add(notes.items);
  for await (const page of reversionSource(walked.table, source, notes.begun, () => instantOf(Date.now()), notes.place)) {
    notes.begunAnew += page.begunAnew;
    notes.asTheyWere += page.asTheyWere;
    notes.items += page.items;
    progress.add(page.items);
    if (page.next === null) break;
    notes.place = page.next;
    await bookmark.write(notes);
    if (!stop.uttered) continue;
    process.stdout.write(`Cut, with ${notes.begunAnew} articles done. To go on: npm run reversion -- --source ${source} --resume\n`);
    return 130;
  }
  await bookmark.remove();
  const { begunAnew, asTheyWere } = notes;
  return `${begunAnew} articles of ${source} begin anew; ${asTheyWere} had begun anew already, and nothing has come since`;
}
