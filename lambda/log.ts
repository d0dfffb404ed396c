import { count, names, onlyTrouble } from './invocation.ts';

/** One line of the log: a JSON object with a level, as Lambda's own JSON logging has it. */
export type LogLine = { level: 'info' | 'warn' | 'error'; message: string; [fact: string]: unknown };
export type Log = (line: LogLine) => void;

/**
 * Writes a line to standard output, which Lambda keeps, with the request that it belongs to. A line of level `error` is a fault of ours, and is counted as one.
 * Never hand it variables of a query or the text of an article.
 */
export const log: Log = ({ level, message, ...facts }) => {
  if (level === 'error') count('Faults');
  const line = { level, message, ...names(), ...facts };
  if (!(onlyTrouble && line.level === 'info')) process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** An error as it goes to the log: name, message, stack and what caused it. */
export function whole(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? {} : { cause: whole(cause) }) };
}
