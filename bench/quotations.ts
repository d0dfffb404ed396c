/**
 * How the quotation engine grows with a text made to be hard for it: CPU time for a text four times as long, as a multiple of the shorter
 * one's in the same run. Linear is 4, quadratic would be 16.
 */
import { findQuotations } from '../lambda/ingest/quotations/find-quotations.ts';
import { HOSTILE_PIECES } from '../tests/support/hostile-texts.ts';

const SHORT = 60_000; // characters

for (const [name, piece] of Object.entries(HOSTILE_PIECES)) {
  cpuOf(piece, 10_000); // once for the compiler
  const short = cpuOf(piece, SHORT);
  console.log(`${name.padEnd(28)} ${(cpuOf(piece, 4 * SHORT) / short).toFixed(1)}`);
}

/** Milliseconds of CPU. */
function cpuOf(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length));
  const before = process.cpuUsage().user;
  findQuotations([{ text }], { language: 'en', source: 'bench' });
  return (process.cpuUsage().user - before) / 1000;
}
