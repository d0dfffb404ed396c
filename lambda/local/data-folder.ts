import { randomBytes } from 'node:crypto';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotStart } from './cannot-start.ts';

/** Where a local service keeps what outlives it. */
export type DataFolder = {
  path: string;
  /** The database of the embedded DynamoDB. */
  databaseFile: string;
  /** The files that sources have sent, each under its public name. Made when the first one comes. */
  assetsFolder: string;
  /** Says into which table the sample newsroom has been loaded whole. */
  samplesFile: string;
  /** The secret with which pushes to the local service are signed, as the source `local`. Made once; its file is for its owner only. */
  ingestKey: string;
};

/** The name of the file, under the data folder, that holds the ingest key. */
export const INGEST_KEY_FILE = 'ingest-key';

/** The data folder that the environment names: `DATA_DIR`, or `.broadsheet` in the project. */
export function dataFolderPath(environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(import.meta.dirname, '../..', environment.DATA_DIR || '.broadsheet');
}

/**
 * Opens the data folder for this process alone, and makes it when it is missing.
 * @returns the folder; it stays locked until its disposal, or until this process ends in whatever way
 * @throws {CannotStart} when it cannot be made or written, or when another process holds it
 */
export async function openDataFolder(path: string): Promise<DataFolder & Disposable> {
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
  } catch (error) {
    throw cannotUse(path, error);
  }
  const lock = lockFolder(path);
  try {
    return {
      path,
      databaseFile: join(path, 'news.db'),
      assetsFolder: join(path, 'assets'),
      samplesFile: join(path, 'samples-loaded'),
      ingestKey: await readOrMakeKey(join(path, INGEST_KEY_FILE)),
      [Symbol.dispose]: () => lock.close(),
    };
  } catch (error) {
    lock.close();
    throw cannotUse(path, error);
  }
}

/** SQLite's lock on a file is the system's own: it goes with the process, so that a crash leaves nothing to clear away. */
function lockFolder(path: string): DatabaseSync {
  try {
    const lock = new DatabaseSync(join(path, 'lock'));
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) {
      throw new CannotStart(
        `The data folder ${path} is in use by another Broadsheet. Stop that one, or choose another folder: DATA_DIR=… npm start`,
      );
    }
    throw cannotUse(path, error);
  }
}

/** See sqlite.org, "Result and Error Codes". */
const SQLITE_BUSY = 5;

async function readOrMakeKey(file: string): Promise<string> {
  try {
    await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}

function cannotUse(path: string, error: unknown): CannotStart {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason =
    code === 'EEXIST' || code === 'ENOTDIR'
      ? 'it is a file, or lies in one'
      : code === 'EACCES' || code === 'EROFS'
        ? 'it may not be written'
        : message;
  return new CannotStart(`The data folder ${path} cannot be used: ${reason}. Choose another folder: DATA_DIR=… npm start`, {
    cause: error,
  });
}
