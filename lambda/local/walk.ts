import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DescribeTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { ENV } from '../config.ts';
import { type NewsTable, openNewsTable } from '../store/news-table.ts';
import { CannotStart } from './cannot-start.ts';
import { dataFolderPath, openDataFolder } from './data-folder.ts';
import { createTable, LOCAL_AWS, startDynamodb } from './dynamodb.ts';
import { showProgress } from './progress.ts';
import { LOCAL_TABLE } from './service.ts';

/** What the commands share that walk a whole table: which table, how far they are, and how they are cut and resumed. */

/** The table that a command walks. */
export type WalkedTable = {
  table: NewsTable;
  /** What it is, for a sentence. */
  name: string;
  /** How many items DynamoDB says it holds; on AWS that is up to six hours old. 0 when it does not say. */
  items: number;
} & AsyncDisposable;

/** Where a walk was cut, as a file in the data folder. `Notes` are the command's own: what it must know to go on. */
export type Bookmark<Notes> = {
  /** @returns null when no walk of this table was cut */
  read(): Promise<Notes | null>;
  write(notes: Notes): Promise<void>;
  remove(): Promise<void>;
};

/**
 * The table that `NEWS_TABLE` names, at `DYNAMODB_ENDPOINT` or in AWS; without a name the local one in the data folder.
 * @throws {CannotStart} with a sentence for the person at the keyboard: when the local service runs, the table is its own
 */
export async function openWalkedTable(environment: NodeJS.ProcessEnv = process.env): Promise<WalkedTable> {
  const tableName = environment[ENV.newsTable];
  await using parts = new AsyncDisposableStack();
  if (tableName) {
    const endpoint = environment[ENV.dynamodbEndpoint] || undefined;
    const table = openNewsTable({ tableName, endpoint });
    return {
      table,
      name: `${tableName} ${endpoint ? `at ${endpoint}` : 'in AWS'}`,
      items: await countItems(table),
      ...closing(table, parts),
    };
  }
  const folder = parts.use(await openDataFolder(dataFolderPath(environment)));
  const { endpoint } = parts.use(await startDynamodb({ dataFile: folder.databaseFile }));
  await createTable(endpoint, LOCAL_TABLE);
  Object.assign(process.env, LOCAL_AWS);
  const table = openNewsTable({ tableName: LOCAL_TABLE, endpoint });
  return { table, name: `the local table in ${folder.path}`, items: await countItems(table), ...closing(table, parts) };
}

/** The bookmark of one command in one table. */
export function bookmarkOf<Notes>(command: string, { name }: WalkedTable, environment: NodeJS.ProcessEnv = process.env): Bookmark<Notes> {
  const folder = dataFolderPath(environment);
  const file = join(folder, `${command}-bookmark.json`);
  return {
    async read() {
      try {
        const { table, notes } = JSON.parse(await readFile(file, 'utf8')) as { table: string; notes: Notes };
        return table === name ? notes : null;
      } catch {
        return null;
      }
    },
    async write(notes) {
      await mkdir(folder, { recursive: true });
      await writeFile(file, JSON.stringify({ table: name, notes }));
    },
    remove: () => rm(file, { force: true }),
  };
}

/** True once the person at the keyboard, or the system, wants the command to end. A second wish changes nothing: npm passes Ctrl-C on twice. */
export function wishToStop(): { readonly uttered: boolean } {
  const wish = { uttered: false };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      wish.uttered = true;
    });
  }
  return wish;
}

/** Progress over a whole that is known only about: never more than all of it. */
export function showAbout(label: string, total: number): { add(parts: number): void } & Disposable {
  const progress = total > 0 ? showProgress(label, total) : null;
  let left = total;
  return {
    add(parts) {
      for (let part = 0; part < parts && left > 0; part += 1) {
        progress?.step();
        left -= 1;
      }
    },
    [Symbol.dispose]: () => progress?.[Symbol.dispose](),
  };
}

async function countItems(table: NewsTable): Promise<number> {
  const name = table.listing.table.getName();
  try {
    const { Table } = await table.client.send(new DescribeTableCommand({ TableName: name }));
    return Table?.ItemCount ?? 0;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) throw new CannotStart(`There is no table "${name}". Correct ${ENV.newsTable}.`);
    return 0; // it may be forbidden, and is no more than a bar; what matters fails at the first page
  }
}

function closing(table: NewsTable, parts: AsyncDisposableStack): AsyncDisposable {
  const opened = parts.move();
  return {
    [Symbol.asyncDispose]: () => {
      table.client.destroy(); // kept connections would hold the process
      return opened.disposeAsync();
    },
  };
}
