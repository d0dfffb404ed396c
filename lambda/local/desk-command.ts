import { Refused } from '../domain/fault.ts';
import { CannotStart } from './cannot-start.ts';
import { openWalkedTable, type WalkedTable } from './walk.ts';

/** What the commands of editors share: how they are called, refuse, fail, and say how long they took. */

export type DeskCommand = {
  usage: string;
  /** Null for what was typed wrongly; else what does it, and says what it did in sentences without the last full stop. A number is an exit code of its own. */
  read(words: string[]): 'HELP' | null | ((walked: WalkedTable) => Promise<string | number>);
};

/** @returns the exit code: 0 done, 1 it was refused, 2 it was typed wrongly or did not run */
export async function runDeskCommand({ usage, read }: DeskCommand, words: string[]): Promise<number> {
  const act = read(words);
  if (act === 'HELP') {
    process.stdout.write(usage);
    return 0;
  }
  if (act === null) {
    process.stderr.write(usage);
    return 2;
  }
  const started = performance.now();
  try {
    await using opened = await openWalkedTable();
    const done = await act(opened);
    if (typeof done === 'number') return done;
    process.stdout.write(`${done}. In ${Math.round(performance.now() - started)} ms, in ${opened.name}.\n`);
    return 0;
  } catch (error) {
    if (error instanceof Refused) {
      for (const { place, reason } of error.faults) process.stderr.write(`${place}: ${reason}\n`);
      return 1;
    }
    process.stderr.write(error instanceof CannotStart ? `${error.message}\n` : `It could not be done: ${(error as Error).stack}\n`);
    return 2;
  }
}
