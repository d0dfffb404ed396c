import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';
import { type Row, rowOf, whole } from './rows.ts';

const SEED = new URL('../../../../shared/seed/', import.meta.url);
const isPresent = existsSync(SEED);

/** A long quotation, told by its length and its beginning: the words themselves stay in the seed. */
const brief = (length: number, beginning: string) => `${beginning}… (${length})`;
const briefly = (row: Required<Row>): Required<Row> =>
  row.text.length > 30 ? { ...row, text: brief(row.text.length, row.text.slice(0, 24).trimEnd()) } : row;

const yau = {
  name: 'Niva Yau',
  jobTitle: 'senior researcher',
  institution: 'OSCE Academy',
  describedAs: 'a senior researcher at the OSCE Academy, a foreign policy think tank in Kyrgyzstan',
};
const umarov = { name: 'Temur Umarov', jobTitle: 'fellow', institution: 'Carnegie Endowment for International Peace' };
const sun = {
  name: 'Yun Sun',
  jobTitle: 'director of the China Program',
  institution: 'Stimson Center',
  describedAs: 'director of the China Program at the Washington-based think tank Stimson Center',
};
const xi = { name: 'Xi Jinping', jobTitle: 'President', describedAs: 'Chinese President' };
const putin = { name: 'Vladimir Putin', describedAs: 'his Russian counterpart' };

/** What a reader finds in the seed: written down before there was an engine. */
const EXPECTED: readonly Row[] = [
  { text: 'no limits.', directness: 'PARTIAL', cue: 'announced', describedAs: 'the two leaders', who: 'unnamed' },
  {
    text: brief(130, 'China is operating under'),
    cue: 'said',
    ...yau,
  },
  {
    text: brief(162, 'But China is starting to'),
    cue: 'said',
    ...yau,
  },
  { text: 'questions and concerns', directness: 'PARTIAL', cue: 'acknowledged', ...putin },
  { text: 'balanced position', directness: 'PARTIAL', cue: 'thanked', ...putin },
  { text: 'inject stability', directness: 'PARTIAL', cue: 'stressed', ...xi },
  { text: 'striking', directness: 'PARTIAL', cue: 'said', describedAs: 'a White House official', who: 'unnamed' },
  {
    text: brief(88, 'President Putin, it’s ve'),
    cue: 'said',
    name: 'Ned Price',
    jobTitle: 'spokesperson',
    institution: 'U.S. State Department',
  },
  {
    text: brief(108, 'We fully understand the'),
    cue: 'said',
    name: 'Li Zhanshu',
    describedAs: 'China’s No. 3',
  },
  { text: 'special military operation.', directness: 'PARTIAL', who: 'nobody' },
  {
    text: brief(83, 'China is not a party to'),
    cue: 'stressed',
    describedAs: 'China’s top officials',
    who: 'unnamed',
  },
  {
    text: brief(237, 'If there is anyone who i'),
    cue: 'said',
    ...umarov,
  },
  { text: brief(36, 'What Russia is doing is'), cue: 'said', ...umarov },
  {
    text: brief(120, 'China doesn’t want to cu'),
    cue: 'said',
    ...umarov,
  },
  { text: brief(77, 'It is not in China’s int'), cue: 'said', ...yau },
  {
    text: brief(171, 'No matter how the intern'),
    cue: 'said',
    ...xi,
  },
  {
    text: brief(216, 'China-Russia relations a'),
    cue: 'said',
    ...sun,
  },
  { text: brief(92, 'The bottom line for Chin'), cue: 'added', ...sun },
];

describe.skipIf(!isPresent)('the quotations of the seed (skipped where ../shared is not there)', () => {
  const [file = ''] = isPresent ? readdirSync(SEED).filter((name) => name.endsWith('.txt')) : [];
  const paragraphs = isPresent
    ? readFileSync(new URL(file, SEED), 'utf8')
        .split(/\n{2,}/)
        .slice(2)
        .map((text) => ({ text }))
    : [];

  it('are found with speaker, role and institution as a reader finds them', () => {
    const found = findQuotations(paragraphs, { language: 'en', source: 'seed' });
    expect(found.map(rowOf).map(briefly)).toEqual(EXPECTED.map(whole));
    for (const { block, start, end, text } of found) expect(paragraphs[block ?? -1]?.text.slice(start, end)).toBe(text);
  });
});
