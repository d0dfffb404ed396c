import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { ENV } from '../config.ts';
import { TABLE_SHAPE } from '../store/table-shape.ts';
import { CannotStart } from './cannot-start.ts';

/** What a DynamoDB on this machine is called with: it checks no credentials, but DynamoDB Local keeps the tables of each key and region apart. */
export const LOCAL_AWS = { AWS_REGION: 'eu-central-1', AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' } as const;

/**
 * Starts the server and ends it when its standard input closes, as it does when the process that holds the other end
 * ends for whatever reason, SIGKILL included. The server keeps the pid of the shell.
 */
const END_WITH_PARENT = `exec 3<&0 </dev/null
(read -r _ <&3; kill $$) >/dev/null 2>&1 &
exec "$0" "$@" 3<&-`;

/** A server that is asked to end has this long, in milliseconds, before it is killed; it usually takes 10. */
const GRACE = 2_000;

/**
 * A running DynamoDB: the embedded one on a free port of 127.0.0.1, or the one that `DYNAMODB_ENDPOINT` names.
 * It ends with the disposal, and at the latest with this process.
 * @param options.dataFile where the data is kept from one start to the next; without it, in memory
 * @throws {CannotStart} when there is no server for this platform, when the file is no database, when the named server does not answer
 */
export async function startDynamodb(options: { dataFile?: string } = {}): Promise<{ endpoint: string } & AsyncDisposable> {
  const named = process.env[ENV.dynamodbEndpoint];
  if (named) {
    await expectAnswer(named);
    return { endpoint: named, [Symbol.asyncDispose]: async () => {} };
  }
  const binary = findBinary();
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const args = ['--port', String(port), ...(options.dataFile ? ['--db-path', options.dataFile] : [])];
    // A group of its own: Ctrl-C reaches only us, so that requests under way still find their database.
    const child = spawn('/bin/sh', ['-c', END_WITH_PARENT, binary, ...args], { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
    const failure = await firstWords(child);
    if (failure === null) {
      letParentEnd(child);
      return { endpoint: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => end(child) };
    }
    if (/already in use/i.test(failure) && attempt < 5) continue; // somebody was quicker
    if (options.dataFile) {
      throw new CannotStart(
        `The database file ${options.dataFile} cannot be opened (${failure}). Move its folder away to begin anew, or choose another one: DATA_DIR=… npm start`,
      );
    }
    throw new CannotStart(`The embedded DynamoDB did not start: ${failure}.`);
  }
}

/**
 * Makes the table as `store/table-shape.ts` describes it, and waits until it can be used. A table that is there already is left as it is.
 * @param options.stream whether it has the stream that AWS gives it. Nothing on this machine reads one, and the embedded server looks through all records of a
 * stream at every write: only tests of what reads it have one, on a small table.
 */
export async function createTable(endpoint: string, tableName: string, { stream = false } = {}): Promise<void> {
  const client = localClient(endpoint);
  const { partitionKey, sortKey, billingMode } = TABLE_SHAPE;
  const StreamSpecification = { StreamEnabled: true, StreamViewType: TABLE_SHAPE.stream };
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        AttributeDefinitions: [partitionKey, sortKey].map(({ name, type }) => ({ AttributeName: name, AttributeType: type })),
        KeySchema: [
          { AttributeName: partitionKey.name, KeyType: 'HASH' },
          { AttributeName: sortKey.name, KeyType: 'RANGE' },
        ],
        BillingMode: billingMode,
        ...(stream ? { StreamSpecification } : {}),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: tableName }); // seconds
  client.destroy();
}

/** A name for this very table that another one of the same name will not have: its id, or the instant of its making. */
export async function identifyTable(endpoint: string, tableName: string): Promise<string> {
  const client = localClient(endpoint);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  client.destroy();
  return Table?.TableId ?? Table?.CreationDateTime?.toISOString() ?? tableName;
}

function localClient(endpoint: string): DynamoDBClient {
  const { AWS_REGION, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = LOCAL_AWS;
  return new DynamoDBClient({
    endpoint,
    region: AWS_REGION,
    credentials: { accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY },
  });
}

async function expectAnswer(endpoint: string): Promise<void> {
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(GRACE) }); // whatever it answers: DynamoDB Local says 400 here
  } catch {
    throw new CannotStart(
      `No DynamoDB answers at DYNAMODB_ENDPOINT=${endpoint}. Start one there, or unset the variable to use the embedded one.`,
    );
  }
}

function findBinary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    const here = `${process.platform}-${process.arch}`;
    throw new CannotStart(
      here === 'linux-x64'
        ? 'The embedded DynamoDB is not installed. Type: npm ci --include=optional'
        : `There is no embedded DynamoDB for ${here}. Start any other DynamoDB, such as DynamoDB Local, and type: DYNAMODB_ENDPOINT=http://127.0.0.1:8000 npm start`,
    );
  }
}

/** A port of 127.0.0.1 that nobody holds at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the server says that it listens: null then, its complaint otherwise. */
function firstWords(child: ChildProcess): Promise<string | null> {
  let words = '';
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      resolve(
        words
          .replace(/^error: /, '')
          .trim()
          .replace(/\.$/, '') || `it ended with code ${code}`,
      ),
    );
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      words = `${words}${text}`.slice(-2_000);
      if (words.includes('listening on')) resolve(null);
    });
  });
}

/** A caller that forgets the disposal can still end; the server then ends with it. */
function letParentEnd(child: ChildProcess): void {
  for (const handle of [child, child.stdin as Socket, child.stderr as Socket]) handle.unref();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.ref();
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(GRACE, undefined, { ref: false })]);
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await ended;
}
