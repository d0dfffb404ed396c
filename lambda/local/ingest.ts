/** `npm run ingest -- FILE|FOLDER...`: puts documents into the service, or into the local table when none runs. */
import { parseArgs, styleText } from 'node:util';
import { type Fault, Refused } from '../domain/fault.ts';
import { conceptKindOf } from '../domain/identity.ts';
import { LAST_INSTANT } from '../domain/instant.ts';
import type { Sent } from '../ingest/format.ts';
import { type Intake, type Outcome, readDocument } from '../ingest/ingest.ts';
import { FRONTS, INTAKES, intakeNamed, intakeNames } from '../ingest/intakes.ts';
import { readWishes } from '../ingest/wishes.ts';
import { CannotStart } from './cannot-start.ts';
import { type DocumentFile, findDocuments, type NoDocument, openBytes, readBytes, unknownFormat } from './documents.ts';
import { openTarget, type Target } from './ingest-target.ts';
import { type Progress, showProgress } from './progress.ts';
import { LOCAL_SOURCE } from './samples.ts';

const USAGE = `Usage: npm run ingest -- [options] FILE|FOLDER...

Puts articles, fronts and facts about concepts into the service at BROADSHEET_URL (the local one when unset), or into the local
table when none runs. Folders are walked. Doing it again changes nothing.

  --format FORMAT     what the files are: ${intakeNames()}; otherwise their endings tell
                      (${INTAKES.map(({ name, extensions }) => `${name}: ${extensions.join(', ')}`).join('; ')})
  --section SECTION   where articles go that name no section: world, "Local news"
  --published TIME    when they were first published, if they do not say: 2022-09-16T10:00:00Z
  --path PATH         where the article stands, if it does not say: /world/2022/09/a-story; for one file
  --language TAG      what they are written in, if they do not say: en, de-AT, ar
  --variants language each language version under one uri is an article of its own
  --help              this text
`;

/** More files than this show how far the work has come. */
const FEW_FILES = 10;

/** What went wrong with how the command was typed. */
class WrongUsage extends Error {}

type Wish = { names: string[]; format: Intake | null; wishes: Sent['wishes'] };
type Counts = { accepted: number; unchanged: number; refused: number };

process.exitCode = await run(process.argv.slice(2));

/** @returns the exit code: 1 when anything was refused or could not be sent, 2 when the command was typed wrongly */
async function run(words: string[]): Promise<number> {
  try {
    const wish = readArguments(words);
    if (wish === null) {
      process.stdout.write(USAGE);
      return 0;
    }
    const documents = findDocuments(wish.names, process.env.INIT_CWD || process.cwd(), wish.format);
    if (wish.wishes.path && documents.length > 1) throw new WrongUsage(`--path is for one file, and these are ${documents.length}`);
    const counts: Counts = { accepted: 0, unchanged: 0, refused: 0 };
    try {
      await ingestAll(documents, wish.wishes, counts);
    } finally {
      print('', `${counts.accepted} accepted, ${counts.unchanged} unchanged, ${counts.refused} refused`);
    }
    return counts.refused > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** Null asks for help. */
function readArguments(words: string[]): Wish | null {
  const { values, positionals } = parseWords(words);
  if (values.help) return null;
  const { format: name, ...spoken } = values;
  const format = name === undefined ? null : intakeNamed(name);
  if (name !== undefined && format === null) throw new WrongUsage(`--format: "${name}" is no format; there are: ${intakeNames()}`);
  if (positionals.length === 0) throw new WrongUsage('Name at least one file or folder');
  try {
    return { names: positionals, format, wishes: readWishes(spoken, (wish) => `--${wish}`) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new WrongUsage(error.faults.map(({ place, reason }) => `${place}: ${reason}`).join('\n'));
  }
}

function parseWords(words: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    format: text,
    section: text,
    published: text,
    path: text,
    language: text,
    variants: text,
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage((error as Error).message.split('. ')[0]); // the rest is about arguments that begin with a hyphen
  }
}

async function ingestAll(documents: readonly (DocumentFile | NoDocument)[], wishes: Sent['wishes'], counts: Counts): Promise<void> {
  const claims: Claims = new Map();
  await using target = await openTarget(process.env);
  process.stderr.write(`Into ${target.name}.\n`);
  using progress = documents.length > FEW_FILES ? showProgress('Ingesting', documents.length) : null;
  for (const document of documents) {
    const tell = (shown: string, outcomes: readonly Outcome[]) => {
      for (const outcome of outcomes) {
        counts[outcome.outcome.toLowerCase() as keyof Counts] += 1;
        report(shown, outcome);
      }
    };
    if ('format' in document && document.format?.pieces) await ingestPieces(document, document.format, wishes, claims, target, tell);
    else tell(document.shown, await ingestFile(document, wishes, claims, target));
    progress?.step();
  }
}

/**
 * Kind and uri -> the files of this run that have it, and their versions. Of two files with one uri the second is refused, or each run would
 * change both; only versions that their author numbers may follow each other.
 */
type Claims = Map<string, { shown: string; version: number | null }[]>;

async function ingestFile(document: DocumentFile | NoDocument, wishes: Sent['wishes'], claims: Claims, target: Target): Promise<Outcome[]> {
  const { shown } = document;
  if ('faults' in document) return [{ uri: shown, outcome: 'REFUSED', tooLarge: false, faults: document.faults }];
  const { file, uri, format } = document;
  try {
    if (format === null) throw unknownFormat();
    return await ingestBytes(format, { bytes: readBytes(file), source: LOCAL_SOURCE, uri, wishes }, shown, claims, target);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [{ uri, outcome: 'REFUSED', tooLarge: false, faults: error.faults }];
  }
}

/**
 * A document that may be larger than the memory, part by part; one that is refused does not hold the others up. Parts that are none of our
 * business are counted, and told of in one line for each kind.
 */
async function ingestPieces(
  { file, shown, uri }: DocumentFile,
  format: Intake,
  wishes: Sent['wishes'],
  claims: Claims,
  target: Target,
  tell: (shown: string, outcomes: readonly Outcome[]) => void,
): Promise<void> {
  const left = new Map<string, number>();
  const refused = (faults: readonly Fault[]): Outcome[] => [{ uri, outcome: 'REFUSED', tooLarge: false, faults }];
  let pieces = 0;
  let progress: Progress | null = null;
  try {
    for await (const piece of format.pieces?.(openBytes(file)) ?? []) {
      pieces += 1;
      if (piece.of > FEW_FILES) progress ??= showProgress(`Ingesting ${shown}`, piece.of);
      const place = `${shown}: ${piece.place}`;
      if ('left' in piece) left.set(piece.left, (left.get(piece.left) ?? 0) + 1);
      else if ('faults' in piece) tell(place, refused(piece.faults));
      else tell(place, await ingestPiece(format, { bytes: piece.bytes, source: LOCAL_SOURCE, uri, wishes }, place, claims, target));
      progress?.step();
    }
    if (pieces === 0) throw new Refused([{ place: 'document', reason: `holds no ${format.answers.slice(0, -1)}` }]);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell(shown, refused(error.faults));
  } finally {
    progress?.[Symbol.dispose]();
  }
  for (const [reason, count] of left) print(word('dim', 'left'), `${shown}: ${count === 1 ? '1 item' : `${count} items`}: ${reason}`);
}

async function ingestPiece(format: Intake, sent: Sent, shown: string, claims: Claims, target: Target): Promise<Outcome[]> {
  try {
    return await ingestBytes(format, sent, shown, claims, target);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return [{ uri: sent.uri, outcome: 'REFUSED', tooLarge: false, faults: error.faults }];
  }
}

/** @throws {Refused} when another document of this run has one of the uris */
async function ingestBytes(format: Intake, sent: Sent, shown: string, claims: Claims, target: Target): Promise<Outcome[]> {
  const read = readDocument(format, sent);
  if (!Array.isArray(read)) return [read];
  const claimOf = (claimed: string) => claims.get(`${format.answers} ${claimed}`) ?? [];
  for (const { uri: claimed, version } of read) {
    const other = claimOf(claimed).find((claim) => version === null || claim.version === null || claim.version === version);
    if (other !== undefined) throw new Refused([{ place: 'uri', reason: `"${claimed}" is already that of ${other.shown}` }]);
  }
  for (const { uri: claimed, version } of read) claims.set(`${format.answers} ${claimed}`, [...claimOf(claimed), { shown, version }]);
  return await target.send(format, format === FRONTS ? { ...sent, uri: read[0]?.uri ?? sent.uri } : sent);
}

function report(shown: string, outcome: Outcome): void {
  if (outcome.outcome === 'REFUSED') {
    for (const { place, reason } of outcome.faults) print(word('red', 'refused'), `${shown}: ${place}: ${reason}`);
    return;
  }
  const { id, version, known, path, availableFrom, warnings } = outcome;
  const isCard = conceptKindOf(id) !== null; // of which a file holds many
  if (outcome.outcome === 'ACCEPTED') {
    const when =
      availableFrom === LAST_INSTANT
        ? '  withheld'
        : availableFrom && Date.parse(availableFrom) > Date.now()
          ? `  from ${availableFrom}`
          : '';
    print(word('green', 'accepted'), `${path ?? (isCard ? id : 'withdrawn')}  version ${version}  ${shown}${when}`);
  } else {
    print(
      word('dim', 'unchanged'),
      `${isCard ? `${shown} ${id}` : shown}  version ${version}${known > version ? `; version ${known} is known` : ''}`,
    );
  }
  for (const warning of warnings) print(word('yellow', 'warning'), `${shown}: ${warning}`);
}

/** The first column, eleven characters wide. */
function word(colour: 'red' | 'green' | 'yellow' | 'dim', text: string): string {
  return styleText(colour, text, { stream: process.stdout }) + ' '.repeat(11 - text.length);
}

/** A line on standard output. Names of files may hold anything, and nothing of it reaches the terminal as a command. */
function print(start: string, words: string): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K'); // clears the bar, which the next step draws again
  process.stdout.write(`${start}${words.replace(/\p{Cc}/gu, '\ufffd')}\n`);
}
