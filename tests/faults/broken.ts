import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PromiseName } from './promises.ts';

const ROOT = join(import.meta.dirname, '../..');

/** One build with something left out, and the promise that it must turn red. `patches` replace a text that stands once in its file. */
type Broken = {
  without: string;
  promise: PromiseName;
  patches: readonly { file: string; text: string; by: string }[];
  /** What is left out is what ends it. */
  endless?: true;
};

const RETRIES = 'lambda/store/retries.ts';
const TRANSACTION = 'lambda/store/transaction.ts';
const AGAIN = 'lambda/store/decide-again.ts';
const PUSH = 'lambda/store/article-writes.ts';
const ORDER = 'lambda/store/fenced-write.ts';
const BATCH = 'lambda/store/batch-get.ts';
const READS = 'lambda/store/article-reads.ts';
const TABLE = 'lambda/store/news-table.ts';

const NO_REPETITION_OF_CALLS = [
  { file: RETRIES, text: 'const ATTEMPTS = 10;', by: 'const ATTEMPTS = 1;' },
  { file: TRANSACTION, text: 'const ATTEMPTS = 10;', by: 'const ATTEMPTS = 1;' },
];

/** Every build that is known to break a promise. */
export const BROKEN: readonly Broken[] = [
  {
    without: 'any repetition: what fails is left',
    promise: 'nothing lost',
    patches: [
      ...NO_REPETITION_OF_CALLS,
      { file: AGAIN, text: 'const DECISIONS = 12;', by: 'const DECISIONS = 1;' },
      { file: 'tests/faults/pusher.ts', text: 'const PATIENCE = 25;', by: 'const PATIENCE = 1;' },
    ],
  },
  {
    without: 'finishing what was cut when the same version is pushed again',
    promise: 'killed at any point',
    patches: [
      {
        file: PUSH,
        text: "if (decision.outcome === 'UNCHANGED') {\n      await settleArticle(table, name.id, now);",
        by: "if (decision.outcome === 'UNCHANGED') {",
      },
    ],
  },
  {
    without: 'heads before listings',
    promise: 'killed at any point',
    patches: [
      {
        file: ORDER,
        text: 'await inFencedParts(table, name, intent.rev, listings.removals);',
        by: 'await inFencedParts(table, name, intent.rev, listings.removals);\n    await inFencedParts(table, name, intent.rev, listings.standing);',
      },
    ],
  },
  {
    without: 'removals before the tombstone',
    promise: 'killed at any point',
    patches: [
      { file: ORDER, text: 'await inFencedParts(table, name, intent.rev, listings.removals);', by: '' },
      {
        file: ORDER,
        text: 'putState(table, name, intent, written), ...versions]);',
        by: 'putState(table, name, intent, written), ...versions]);\n    await inFencedParts(table, name, written.rev, listings.removals);',
      },
      { file: 'tests/faults/promises.ts', text: "if (form === 'short') return;", by: '' }, // the window is narrow: every call of that push
      { file: 'tests/faults/promises.ts', text: '? 8 : 100', by: '? 1 : 100' },
    ],
  },
  {
    without: 'transactions: each item is written by itself',
    promise: 'killed at any point',
    patches: [
      {
        file: TRANSACTION,
        text: 'await counted(table, execute({ documentClient: table.client,',
        by: 'for (const action of actions) await counted(table, execute({ documentClient: table.client,',
      },
      { file: TRANSACTION, text: 'clientRequestToken, ...WRITING }, ...actions));', by: '...WRITING }, action));' },
      { file: TRANSACTION, text: 'const clientRequestToken = randomUUID();', by: '' },
      { file: TRANSACTION, text: "import { randomUUID } from 'node:crypto';\n", by: '' },
    ],
  },
  {
    without: 'one token for all attempts of a transaction',
    promise: 'lost answers',
    patches: [
      { file: TRANSACTION, text: "capacity: 'TOTAL', clientRequestToken,", by: "capacity: 'TOTAL', clientRequestToken: randomUUID()," },
    ],
  },
  {
    without: 'reading the state again after an error',
    promise: 'lost answers',
    patches: [{ file: AGAIN, text: 'const DECISIONS = 12;', by: 'const DECISIONS = 1;' }],
  },
  {
    without: 'asking again for what a batch left over',
    promise: 'reads under faults',
    patches: [
      {
        file: BATCH,
        text: 'asked = asked.filter((request) => unprocessed.has(nameOf(request.params())));',
        by: 'asked = unprocessed.size > 0 ? [] : [];',
      },
    ],
  },
  {
    without: 'a second look at half a transaction',
    promise: 'reads under faults',
    patches: [{ file: READS, text: ' || isTorn(items, withBody)', by: '' }],
  },
  {
    without: "our own back-off: the SDK's three attempts, and a second after throttling",
    promise: 'reads under faults',
    patches: [
      { file: TABLE, text: 'retryStrategy: retries(throttled),', by: '' },
      { file: 'tests/faults/promises.ts', text: '? 240 :', by: '? 3_000 :' }, // it takes that many to see it
    ],
  },
  {
    without: 'the deadline of a request',
    promise: 'reads while DynamoDB hangs',
    patches: [{ file: TABLE, text: 'await (deadline ? before(deadline, answer) : answer)', by: 'await answer' }],
  },
  {
    without: 'time limits on calls: none of ours and no deadline',
    endless: true,
    promise: 'reads while DynamoDB hangs',
    patches: [
      { file: TABLE, text: 'connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true', by: '' },
      { file: TABLE, text: 'await (deadline ? before(deadline, answer) : answer)', by: 'await answer' },
    ],
  },
];

/** What a broken build led to: `RED` as it must, `GREEN` when nothing noticed, `CRASHED` when it ended without telling, or not at all. */
export type Outcome = { broken: Broken; colour: 'RED' | 'GREEN' | 'CRASHED'; seconds: number; first: string };

/** The longest that the run of one promise may take. */
const LIMIT_MS = 300_000;
const ENDLESS_AFTER_MS = 60_000;

/**
 * Builds each of them in a copy of the tree, never in the tree itself, and runs the short form of its promise there.
 * @throws {Error} when a text that is to be replaced is not there exactly once: the source has moved on, and the patch must follow
 */
export function* breakEach(seed: number, which: readonly Broken[] = BROKEN): Generator<Outcome> {
  for (const broken of which) {
    const copy = mkdtempSync(join(tmpdir(), 'broadsheet-broken-'));
    try {
      for (const part of ['lambda', 'tests', 'examples', 'package.json']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
      symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
      for (const { file, text, by } of broken.patches) patch(join(copy, file), text, by);
      const started = performance.now();
      const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/faults/run.ts', '--short', '--only', broken.promise], {
        ...{
          cwd: copy,
          encoding: 'utf8',
          timeout: broken.endless ? ENDLESS_AFTER_MS : LIMIT_MS,
          env: { ...process.env, SEED: String(seed) },
        },
      });
      const told = [...stdout.matchAll(/^BROKEN +.*?: (.*)\n.*\n {2}- (.*)$/gm)].at(-1); // the run with faults comes last
      const colour = status === 0 ? 'GREEN' : told || (status === null && broken.endless) ? 'RED' : 'CRASHED';
      const first = told ? `${told[1]}: ${told[2]}` : status === null ? 'it did not end' : (stderr || stdout).trim().slice(-300);
      yield { broken, colour, seconds: (performance.now() - started) / 1000, first };
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
}

function patch(file: string, text: string, by: string): void {
  const source = readFileSync(file, 'utf8');
  if (source.split(text).length !== 2) throw new Error(`${file} holds ${source.split(text).length - 1} times, not once: ${text}`);
  writeFileSync(
    file,
    source.replace(text, () => by),
  );
}
