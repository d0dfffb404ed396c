/**
 * Installs the packages when they are missing or not those of package-lock.json; silent otherwise.
 * The pre-script of every script in package.json: a shell of its own, so that the next one finds the Node just installed.
 * Plain JavaScript without packages, for Node 20 in a fresh clone.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('.', import.meta.url))); // import.meta.dirname came with Node 20.11

const LEAST_NODE = 24; // runs TypeScript as it is
const INSTALLED = 'node_modules/.package-lock.json'; // npm writes it last, so a cut installation has none

const reason = reasonToInstall();
if (reason) {
  console.error(`Installing packages, which takes a minute or two: ${reason}.`);
  // Development packages also under NODE_ENV=production. No package needs its install script, and one would compile for minutes.
  const words = ['ci', '--include=dev', '--include=optional', '--include=peer', '--ignore-scripts'];
  const { npm_node_execpath: node, npm_execpath: npm } = process.env; // not the Node of node_modules, which npm is about to delete
  const { status, error } = node && npm ? run(node, [npm, ...words]) : run('npm', words);
  if (error) console.error(`npm cannot be started: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

const { node: version } = process.versions;
if (!existsSync('node_modules/.bin/node') && Number.parseInt(version, 10) < LEAST_NODE) {
  console.error(
    `On this system Broadsheet needs a Node of your own, ${LEAST_NODE} or newer, from https://nodejs.org/; this is Node ${version}.`,
  );
  process.exit(1);
}

/** Compares contents, not dates: a checkout touches files without changing them. Packages for other systems are never installed. */
function reasonToInstall() {
  if (!existsSync(INSTALLED)) return 'node_modules is missing or not whole';
  const installed = packagesIn(INSTALLED);
  for (const [path, { version, optional }] of Object.entries(packagesIn('package-lock.json'))) {
    if (path !== '' && (installed[path] ? installed[path].version !== version : !optional))
      return `${path} is not what package-lock.json asks for`;
  }
  return null;
}

function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}

function run(program, words) {
  return spawnSync(program, words, { stdio: 'inherit', shell: process.platform === 'win32' });
}
