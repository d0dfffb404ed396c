import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { instantOf } from '../domain/instant.ts';
import type { Sent } from '../ingest/format.ts';
import { type Intake, ingest, type Outcome } from '../ingest/ingest.ts';
import { SIGNATURE_HEADER, sign } from '../signature.ts';
import { openNewsTable } from '../store/news-table.ts';
import { CannotStart } from './cannot-start.ts';
import { dataFolderPath, INGEST_KEY_FILE, openDataFolder } from './data-folder.ts';
import { createTable, LOCAL_AWS, startDynamodb } from './dynamodb.ts';
import { LOCAL_TABLE } from './service.ts';

/** Where documents go. */
export type Target = {
  /** What it is, for a sentence. */
  name: string;
  /** @throws {CannotStart} when the service does not take the document, for a reason that is not the document's */
  send(format: Intake, sent: Sent): Promise<Outcome[]>;
} & AsyncDisposable;

/** A service that does not say whether it is one within this time, in milliseconds, is not there. */
const HEALTH_TIMEOUT = 3_000;

/** Longer than API Gateway waits for the function; milliseconds. */
const PUSH_TIMEOUT = 35_000;

/** How often a document is sent while the service says that it should be sent again. */
const ATTEMPTS = 3;

/** Longest wait before it is sent again, whatever the service asks for; seconds. */
const MAX_WAIT = 10;

/**
 * The service at `BROADSHEET_URL` (the local one when unset), with the key in `BROADSHEET_KEY` or in the data folder. When no local
 * service runs, the table in the data folder itself; never when a service elsewhere was named.
 * @throws {CannotStart} with a sentence for the person at the keyboard
 */
export async function openTarget(environment: NodeJS.ProcessEnv): Promise<Target> {
  const url = (environment.BROADSHEET_URL || `http://127.0.0.1:${environment.PORT || 4000}`).replace(/\/+$/, '');
  if (!URL.canParse(url)) throw new CannotStart(`BROADSHEET_URL must be a URL such as http://127.0.0.1:4000, not "${url}".`);
  if (await isBroadsheet(url)) return openService(url, environment);
  const isHere = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname);
  if (!isHere) throw new CannotStart(`No Broadsheet answers at ${url}. Correct BROADSHEET_URL, or unset it to use the local one.`);
  return openTable(url, environment);
}

async function isBroadsheet(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(HEALTH_TIMEOUT) });
    return ((await answer.json()) as { service?: unknown } | null)?.service === 'broadsheet';
  } catch {
    return false;
  }
}

function openService(url: string, environment: NodeJS.ProcessEnv): Target {
  const { key, from } = findKey(url, environment);
  return {
    name: `the service at ${url}`,
    send: async (format, sent) => {
      for (let attempt = 1; ; attempt += 1) {
        const answer = await push(url, key, format, sent);
        const content = await answer.text();
        const { error, ...answers } = parseAnswer(content);
        const outcomes = answers[format.answers];
        if (outcomes) return outcomes;
        if (answer.status === 401) throw new CannotStart(`The service at ${url} does not know the key in ${from}. Set BROADSHEET_KEY.`);
        if (answer.status < 500 || attempt === ATTEMPTS) {
          throw new CannotStart(`The service at ${url} answers ${answer.status}: ${error?.message ?? content.slice(0, 200)}`);
        }
        await sleep(Math.min(Number(answer.headers.get('retry-after')) || 1, MAX_WAIT) * 1000);
      }
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

async function push(url: string, key: string, format: Intake, { bytes, uri, wishes }: Sent): Promise<Response> {
  const address =
    format.answers === 'articles'
      ? `${format.name}?${new URLSearchParams({ uri, ...wishes })}`
      : `${format.name}${format.answers === 'fronts' ? `/${encodeURI(uri)}` : ''}`;
  try {
    const { pathname, search } = new URL(`${url}/ingest/${address}`);
    const target = `${pathname}${search}`;
    return await fetch(new URL(target, url), {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream', // whatever the bytes are: the gateway hands them on untouched
        [SIGNATURE_HEADER]: sign(key, { method: 'POST', target, body: bytes }, Math.floor(Date.now() / 1000)),
      },
      body: Buffer.from(bytes),
      signal: AbortSignal.timeout(PUSH_TIMEOUT),
    });
  } catch (error) {
    const { message, cause } = error as Error;
    throw new CannotStart(`The service at ${url} does not answer: ${cause instanceof Error ? cause.message : message}. Run it again.`, {
      cause: error,
    });
  }
}

function parseAnswer(content: string): { [answers in Intake['answers']]?: Outcome[] } & { error?: { message?: string } } {
  try {
    return (JSON.parse(content) as ReturnType<typeof parseAnswer> | null) ?? {};
  } catch {
    return {};
  }
}

function findKey(url: string, environment: NodeJS.ProcessEnv): { key: string; from: string } {
  if (environment.BROADSHEET_KEY) return { key: environment.BROADSHEET_KEY, from: 'BROADSHEET_KEY' };
  const file = join(dataFolderPath(environment), INGEST_KEY_FILE);
  try {
    return { key: readFileSync(file, 'utf8').trim(), from: file };
  } catch {
    throw new CannotStart(`The service at ${url} takes signed documents only, and there is no key in ${file}. Set BROADSHEET_KEY.`);
  }
}

async function openTable(url: string, environment: NodeJS.ProcessEnv): Promise<Target> {
  await using parts = new AsyncDisposableStack();
  const folder = parts.use(
    await openDataFolder(dataFolderPath(environment)).catch((error: unknown) => {
      if (!(error instanceof CannotStart)) throw error;
      const sentence = `No service answers at ${url}. If it runs elsewhere, say where: BROADSHEET_URL=… npm run ingest. ${error.message}`;
      throw new CannotStart(sentence, { cause: error });
    }),
  );
  const { endpoint } = parts.use(await startDynamodb({ dataFile: folder.databaseFile }));
  await createTable(endpoint, LOCAL_TABLE);
  Object.assign(process.env, LOCAL_AWS);
  const table = openNewsTable({ tableName: LOCAL_TABLE, endpoint });
  const opened = parts.move();
  return {
    name: `the local table in ${folder.path}, as no service runs at ${url}`,
    send: (format, sent) => ingest(table, format, sent, instantOf(Date.now())),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
