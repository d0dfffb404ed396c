import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BROKEN } from '../faults/broken.ts';
import { MUTANTS } from './mutants.ts';

const ROOT = `${import.meta.dirname}/../..`;

const cuts = [
  ...MUTANTS.flatMap(({ rule, file, cuts }) => cuts.map(([text]) => ({ what: rule, file, text }))),
  ...BROKEN.flatMap(({ without, patches }) => patches.map(({ file, text }) => ({ what: `without ${without}`, file, text }))),
];

describe('what is taken out of the code to see that it is missed', () => {
  it.each(cuts)('stands once in $file: $what', ({ file, text }) => {
    expect(readFileSync(`${ROOT}/${file}`, 'utf8').split(text)).toHaveLength(2);
  });
});
