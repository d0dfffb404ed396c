import { closeSync, createReadStream, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type Fault, Refused, refuse } from '../domain/fault.ts';
import type { Intake } from '../ingest/ingest.ts';
import { INTAKES, intakeNames, intakeOfFile } from '../ingest/intakes.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Largest file that is opened at all, in bytes. No format takes a larger document, and a push carries 6 MB at most, base64 included. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A file that somebody named, or that lies in a folder that somebody named. */
export type DocumentFile = {
  /** As it is shown: in the words of whoever typed the name. */
  shown: string;
  /** The whole path. */
  file: string;
  /** What its article is called when the document does not say: its path from the root of the project, with `/`. */
  uri: string;
  /** Null when nothing tells the format. */
  format: Intake | null;
};

/** Something that was named and gives no document. */
export type NoDocument = { shown: string; faults: readonly Fault[] };

/**
 * The documents behind some names, each once, in the order of the names. Folders are walked: their files whose ending a format knows,
 * sorted, without hidden ones.
 * @param from the folder in which the names were typed
 * @param format what every file is; without it the endings tell
 */
export function findDocuments(names: readonly string[], from: string, format: Intake | null): (DocumentFile | NoDocument)[] {
  const found = new Map<string, DocumentFile | NoDocument>();
  for (const name of names) {
    const path = resolve(from, name);
    try {
      const isFolder = statSync(path).isDirectory();
      const files = isFolder ? filesIn(path).filter((file) => hasEnding(file, format ? [format] : INTAKES)) : [path];
      if (files.length === 0) refuse('folder', `holds no file that ends in ${endings(format ? [format] : INTAKES)}`);
      for (const file of files) {
        const uri = relative(ROOT, file).replaceAll(sep, '/');
        found.set(file, { shown: join(name, relative(path, file)), file, uri, format: format ?? intakeOfFile(file) });
      }
    } catch (error) {
      found.set(path, { shown: name, faults: faultsOf(error) });
    }
  }
  return [...found.values()];
}

/**
 * Every file behind some names, each once, whatever it is, in the order of the names. Folders are walked, without hidden files.
 * @param from the folder in which the names were typed
 */
export function findFiles(names: readonly string[], from: string): (Omit<DocumentFile, 'format'> | NoDocument)[] {
  const found = new Map<string, Omit<DocumentFile, 'format'> | NoDocument>();
  for (const name of names) {
    const path = resolve(from, name);
    try {
      const files = statSync(path).isDirectory() ? filesIn(path) : [path];
      for (const file of files) {
        found.set(file, { shown: join(name, relative(path, file)), file, uri: relative(ROOT, file).replaceAll(sep, '/') });
      }
    } catch (error) {
      found.set(path, { shown: name, faults: faultsOf(error) });
    }
  }
  return [...found.values()];
}

/**
 * What tells the format of a file: the whole of it, or, where no format could take it as a whole, its first lines.
 * @throws {Refused} saying why there is none
 */
export function readForFormat(file: string): Uint8Array {
  try {
    const { size } = statSync(file);
    if (size <= MAX_FILE_BYTES) return readBytes(file);
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(BEGINNING_BYTES);
      const read = readSync(descriptor, bytes, 0, bytes.length, 0);
      const end = bytes.lastIndexOf(LINE_FEED); // a character that is cut would be no UTF-8
      return bytes.subarray(0, end < 0 ? read : end);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new Refused(faultsOf(error));
  }
}

/** Exports of WordPress say what they are in their first 2,000 bytes or so. */
const BEGINNING_BYTES = 64 * 1024;

const LINE_FEED = 0x0a;

/**
 * The bytes of a file.
 * @throws {Refused} saying why there are none
 */
export function readBytes(file: string): Uint8Array {
  try {
    const about = statSync(file);
    if (!about.isFile()) refuse('file', 'is no ordinary file');
    if (about.size > MAX_FILE_BYTES) refuse('file', `holds ${about.size} bytes; at most ${MAX_FILE_BYTES} can be read`);
    return readFileSync(file);
  } catch (error) {
    throw new Refused(faultsOf(error));
  }
}

/**
 * The bytes of a file of any size, from its beginning each time that the answer is called.
 * @throws {Refused} saying why there are none
 */
export function openBytes(file: string): () => AsyncIterable<Uint8Array> {
  try {
    if (!statSync(file).isFile()) refuse('file', 'is no ordinary file');
  } catch (error) {
    throw new Refused(faultsOf(error));
  }
  return async function* () {
    try {
      yield* createReadStream(file) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw (error as NodeJS.ErrnoException).code === undefined ? error : new Refused(faultsOf(error));
    }
  };
}

/** Why a file of no known format is refused. */
export function unknownFormat(): Refused {
  const reason = `its ending tells no format; these do: ${endings(INTAKES)}; or name one with --format: ${intakeNames()}`;
  return new Refused([{ place: 'file', reason }]);
}

/** All files of a folder and those inside, sorted, without hidden ones. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
    .filter(({ entry, path }) => entry.isFile() && !relative(folder, path).split(sep).some(isHidden))
    .map(({ path }) => path)
    .sort();
}

function hasEnding(file: string, formats: readonly Intake[]): boolean {
  return formats.some(({ extensions }) => extensions.some((extension) => file.toLowerCase().endsWith(extension)));
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

function endings(formats: readonly Intake[]): string {
  return formats.flatMap(({ extensions }) => extensions).join(', ');
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
  ELOOP: 'is a link that leads to itself',
  ENAMETOOLONG: 'has a name that is too long',
};

function faultsOf(error: unknown): readonly Fault[] {
  if (error instanceof Refused) return error.faults;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return [{ place: 'file', reason: REASONS[code] ?? `cannot be read: ${message}` }];
}
