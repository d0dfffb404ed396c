/** `npm run try -- FILE|FOLDER...`: what would become of files if they were sent. Nothing is stored. */
import { parseArgs, styleText } from 'node:util';
import type { Intake } from '../ingest/ingest.ts';
import { intakeNamed, intakeNames } from '../ingest/intakes.ts';
import { findFiles } from './documents.ts';
import { type Progress, showProgress } from './progress.ts';
import { NO_FILE, NO_FORMAT, type Reason, sum, Trial, type Tried, type TriedFile } from './trial.ts';

const USAGE = `Usage: npm run try -- [--format FORMAT] [--files] FILE|FOLDER...

Says what would become of the files of a CMS if they were sent: of which format they are, how many articles they hold, and
what would be refused and why. Nothing is stored, and no service need run. Folders are walked, without hidden files.

  --format FORMAT  what the files are: ${intakeNames()};
                   otherwise their endings tell, or what they hold
  --files          a line for each file as well
  --help           this text

What the table alone knows is not seen: that another article stands at a path, or that editors hold an article back.
Exit code: 0 all that has a format would be taken, 1 something would be refused, is not there, or nothing has a format,
2 typed wrongly.
`;

/** More files, or more parts of one, than this show how far the work has come. */
const FEW = 100;

/** Reasons that are told for each format: whoever has more has one of them in every file. */
const MOST_REASONS = 25;

/** Longest reason, in characters. */
const LONGEST = 200;

/** What is said of rows that are of no format. */
const TITLES: Readonly<Record<string, string>> = { [NO_FORMAT]: 'Of no format, and not looked into', [NO_FILE]: 'Not found' };

/** What went wrong with how the command was typed. */
class WrongUsage extends Error {}

type Wish = { names: string[]; format: Intake | null; files: boolean };

process.exitCode = await run(process.argv.slice(2));

async function run(words: string[]): Promise<number> {
  try {
    const wish = readArguments(words);
    if (wish === null) {
      process.stdout.write(USAGE);
      return 0;
    }
    return await tryFiles(wish);
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    process.stderr.write(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

/** Null asks for help, and so does who names nothing. */
function readArguments(words: string[]): Wish | null {
  const { values, positionals } = parseWords(words);
  if (values.help || words.length === 0) return null;
  const format = values.format === undefined ? null : intakeNamed(values.format);
  if (values.format !== undefined && format === null) {
    throw new WrongUsage(`--format: "${values.format}" is no format; there are: ${intakeNames()}`);
  }
  if (positionals.length === 0) throw new WrongUsage('Name at least one file or folder');
  return { names: positionals, format, files: values.files ?? false };
}

function parseWords(words: string[]) {
  const flag = { type: 'boolean' } as const;
  const options = { format: { type: 'string' }, files: flag, help: { ...flag, short: 'h' } } as const;
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage((error as Error).message.split('. ')[0]); // the rest is about arguments that begin with a hyphen
  }
}

async function tryFiles({ names, format, files }: Wish): Promise<number> {
  const found = findFiles(names, process.env.INIT_CWD || process.cwd());
  let parts: { shown: string; progress: Progress } | null = null;
  const trial = new Trial(format, (shown, of) => {
    if (of <= FEW) return;
    if (parts?.shown !== shown) parts = { shown, progress: showProgress(`Reading ${plain(shown)}`, of) };
    parts.progress.step();
  });
  using progress = found.length > FEW ? showProgress('Reading', found.length) : null;
  for (const one of found) {
    const tried = await trial.read(one);
    if (files) printFile(tried);
    progress?.step();
  }
  if (files) print('');
  const isNone = (name: string) => name in TITLES;
  const rows = [...trial.rows].sort(([one], [other]) => Number(isNone(one)) - Number(isNone(other)) || (one < other ? -1 : 1));
  printTable(rows);
  for (const [name, { reasons, left }] of rows) {
    printReasons(TITLES[name] ?? `${name}: refused`, reasons);
    printReasons(`${name}: left out`, left);
  }
  const { count, first } = trial.again;
  const again = 'an article before it has the same uri, and this one would be a version of that';
  if (count > 0) printReasons('One uri, several articles', new Map([['', { count, first, said: again }]]));
  return exitCode(trial.rows);
}

function exitCode(rows: ReadonlyMap<string, Tried>): number {
  const withFormat = [...rows].filter(([name]) => name !== NO_FORMAT);
  return withFormat.length > 0 && withFormat.every(([name, { refused }]) => name !== NO_FILE && refused === 0) ? 0 : 1;
}

function printFile({ shown, format, taken, refused, faults }: TriedFile): void {
  if (format === null) print(word('dim', 'no format'), `${shown}: ${faults.map(({ reason }) => reason).join(', ')}`);
  else print(refused > 0 ? word('red', 'refused') : word('green', 'taken'), `${shown}: ${format}, ${taken} taken, ${refused} refused`);
  if (format !== null) for (const { place, reason } of faults) print(' '.repeat(13), `${place}: ${reason}`);
}

/** What is of no format has its files alone. */
function printTable(rows: readonly (readonly [name: string, row: Tried])[]): void {
  const lines = rows.map(([name, row]) =>
    name in TITLES ? [name, String(row.files)] : [name, String(row.files), takenOf(row), String(row.refused), leftOf(row)],
  );
  const table = [['format', 'files', 'taken', 'refused', 'left out'], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  for (const line of table)
    print(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** `17 articles`, and how many of them readers would not see. */
function takenOf(row: Tried): string {
  const { WITHHELD, CANCELED, OTHER } = row.taken;
  const asides = [WITHHELD > 0 ? `${WITHHELD} withheld` : '', CANCELED > 0 ? `${CANCELED} withdrawn` : ''].filter(Boolean);
  if (OTHER > 0) return String(OTHER);
  return `${sum(row)} article${sum(row) === 1 ? '' : 's'}${asides.length > 0 ? `, ${asides.join(' and ')}` : ''}`;
}

function leftOf({ left }: Tried): string {
  return String([...left.values()].reduce((all, { count }) => all + count, 0));
}

function printReasons(title: string, reasons: ReadonlyMap<string, Reason>): void {
  if (reasons.size === 0) return;
  print('');
  print(title);
  const sorted = [...reasons.values()].sort((one, other) => other.count - one.count);
  for (const { count, said, first } of sorted.slice(0, MOST_REASONS)) {
    print(`${String(count).padStart(6)}  ${shortened(said)}`);
    print(`        first in ${first}`);
  }
  if (sorted.length > MOST_REASONS) print(`        and ${sorted.length - MOST_REASONS} other reasons; --files tells them of each file`);
}

/** Without the names of all keys that would be taken, and never longer than two lines. */
function shortened(said: string): string {
  const short = said.replace(/(is not a known key); these are: .*/s, '$1');
  return short.length > LONGEST ? `${short.slice(0, LONGEST).trimEnd()} …` : short;
}

/** The first column of a line for a file, thirteen characters wide. */
function word(colour: 'red' | 'green' | 'dim', text: string): string {
  return styleText(colour, text, { stream: process.stdout }) + ' '.repeat(13 - text.length);
}

/** A line on standard output. */
function print(start: string, words = ''): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K'); // clears the bar, which the next step draws again
  process.stdout.write(words === '' ? `${plain(start)}\n` : `${start}${plain(words)}\n`);
}

/** Names of files may hold anything, and nothing of it reaches the terminal as a command. */
function plain(text: string): string {
  return text.replace(/\p{Cc}/gu, '\ufffd');
}
