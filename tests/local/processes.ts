import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** A process whose words are kept; it is killed with the disposal at the latest. */
export type Running = {
  child: ChildProcess;
  /** All that it has said so far, on both outputs. */
  words(): string;
  /** Waits until it has said this. @throws {Error} with all its words when it ends before */
  says(text: string): Promise<void>;
  /** Its exit code once it has ended, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
} & AsyncDisposable;

/** Starts a command in the project, as somebody would type it, with only these variables of ours set. */
export function run(command: string, words: string[], environment: Record<string, string> = {}): Running {
  const ours = ['PORT', 'HOST', 'STAGE', 'DATA_DIR', 'DYNAMODB_ENDPOINT', 'NEWS_TABLE', 'INGEST_KEYS', 'npm_lifecycle_event'];
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.includes(name)));
  const child = spawn(command, words, { cwd: ROOT, env: { ...inherited, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      child.emit('words');
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return {
    child,
    words: () => said,
    ended,
    says: async (text) => {
      while (!said.includes(text)) {
        const over = await Promise.race([once(child, 'words').then(() => false), ended.then(() => true)]);
        if (over && !said.includes(text)) throw new Error(`It ended without saying "${text}":\n${said}`);
      }
    },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Whether a process still does anything: one that has ended and waits for its parent to notice does not. */
export function isRunning(pid: number): boolean {
  const state = statusOf(pid)?.state;
  return state !== undefined && !'ZX'.includes(state);
}

/** The processes that a process has started, and those that these have started. */
export function descendantsOf(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statusOf(Number(name))?.parent === pid)
    .map(Number);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

/** See proc(5), `/proc/<pid>/stat`: the name of the program is in brackets and may hold anything. */
function statusOf(pid: number): { state: string; parent: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state = '', parent] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, parent: Number(parent) };
  } catch {
    return null;
  }
}

/** An empty folder that goes with the disposal. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'broadsheet-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
