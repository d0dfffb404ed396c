import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Stacks } from '../support/templates.ts';
import { GUARDS } from './guards.ts';
import { MUTANTS } from './mutants.ts';

const ROOT = `${import.meta.dirname}/../..`;
const mutants = MUTANTS.map((mutant, turn) => ({ ...mutant, turn, from: mutant.cuts.map(([from]) => from).join(' … ') }));

/** Of each mutant, what `mutate.ts` says. */
const made: ({ stacks: Stacks; reason?: never } | { reason: string; stacks?: never })[] = [];

beforeAll(async () => {
  const child = spawn(process.execPath, [`${import.meta.dirname}/mutate.ts`], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CDK_VALIDATION: 'false' }, // what is spoilt is for the guards to see, and the rules take longer than all the rest
  });
  for await (const line of createInterface({ input: child.stdout })) made.push(JSON.parse(line));
  if (child.exitCode === null) await once(child, 'exit');
}, 300_000);

describe('every grant, limit and retention is missed when it is spoilt', () => {
  it.each(mutants)('$breaks: without « $from »', ({ file, cuts, breaks, turn }) => {
    for (const [from] of cuts) expect(readFileSync(`${ROOT}/${file}`, 'utf8').split(from), from).toHaveLength(2);
    const guard = GUARDS[breaks];
    const { stacks, reason } = made[turn] ?? {};
    expect(reason).toBeUndefined();
    expect(() => guard?.check(stacks as Stacks)).toThrow();
  });

  it('leaves no guard untried', () => {
    expect(Object.keys(GUARDS).filter((sentence) => !MUTANTS.some(({ breaks }) => breaks === sentence))).toEqual([]);
    expect(MUTANTS.filter(({ breaks }) => !(breaks in GUARDS))).toEqual([]);
  });
});
