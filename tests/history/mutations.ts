/**
 * Takes the rules of the clock out of the code, one at a time, and lets histories happen until one tells. Works on a copy in a temporary folder.
 * `node tests/history/mutations.ts [WORD]`: all rules, or those whose name holds the word. Exit code 1 when a rule was not missed.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { MUTANTS, type Mutant } from './mutants.ts';

/** Histories after which a rule counts as not missed. */
const LIMIT = Number(process.env.HISTORIES ?? 6000);

const ROOT = join(import.meta.dirname, '../..');
if (process.argv[2] === '--seek') await seek();
else await tryAll(process.argv[2] ?? '');

async function tryAll(word: string): Promise<void> {
  let missed = 0;
  for (const mutant of MUTANTS.filter(({ rule }) => rule.includes(word))) {
    const folder = await mkdtemp(join(tmpdir(), 'history-'));
    try {
      for (const name of ['lambda', 'tests', 'package.json']) await cp(join(ROOT, name), join(folder, name), { recursive: true });
      await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
      await cut(join(folder, mutant.file), mutant);
      const child = spawn(process.execPath, ['tests/history/mutations.ts', '--seek'], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const found = (await text(child.stdout)).trim();
      if (!found.startsWith('found')) missed += 1;
      console.log(`${mutant.rule}: ${found || 'no answer'}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  if (missed > 0) {
    console.log(`${missed} rules were taken out and not missed`);
    process.exitCode = 1;
  }
}

async function cut(path: string, { rule, cuts }: Mutant): Promise<void> {
  let source = await readFile(path, 'utf8');
  for (const [from, to] of cuts) {
    if (source.split(from).length !== 2) throw new Error(`"${from}" does not stand once in ${path}; mend the mutant "${rule}"`);
    source = source.replace(from, () => to);
  }
  await writeFile(path, source);
}

/** Runs in the copy: histories until one fails. */
async function seek(): Promise<void> {
  const { startDynamodb } = await import('../../lambda/local/dynamodb.ts');
  const { histories } = await import('./generators.ts');
  const { openLane } = await import('./lane.ts');
  const { runHistory } = await import('./runner.ts');
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  await using dynamodb = await startDynamodb();
  let done = 0;
  let failure: string | null = null;
  const lanes = await Promise.all([0, 1, 2].map((turn) => openLane(dynamodb.endpoint, turn)));
  await Promise.all(
    lanes.map(async (lane, turn) => {
      const property = fc.asyncProperty(histories, async (history) => {
        if (failure !== null) return;
        await runHistory(lane, history, new Map());
        done += 1;
      });
      const result = await fc.check(property, { seed: seed + turn, numRuns: Math.ceil(LIMIT / lanes.length), endOnFailure: true });
      if (result.failed) failure ??= String((result.errorInstance as Error | null)?.message ?? result.errorInstance).split('\n')[0] ?? '';
    }),
  );
  for (const lane of lanes) lane.close();
  console.log(
    failure === null ? `NOT FOUND in ${done} histories (seed ${seed})` : `found in history ${done + 1} (seed ${seed}): ${failure}`,
  );
}
