import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';
import { type Row, rowOf, whole } from './rows.ts';

const SEED = new URL('../../../../shared/seed/', import.meta.url);
const isPresent = existsSync(SEED);

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
    text: 'China is operating under this delusion that Russia’s war and main goal going forward is to bring down Western dominance in Europe,',
    cue: 'said',
    ...yau,
  },
  {
    text: 'But China is starting to realize this narrative is not true. In the region, most of the countries think of the war as Russia’s way of regaining regional hegemony.',
    cue: 'said',
    ...yau,
  },
  { text: 'questions and concerns', directness: 'PARTIAL', cue: 'acknowledged', ...putin },
  { text: 'balanced position', directness: 'PARTIAL', cue: 'thanked', ...putin },
  { text: 'inject stability', directness: 'PARTIAL', cue: 'stressed', ...xi },
  { text: 'striking', directness: 'PARTIAL', cue: 'said', describedAs: 'a White House official', who: 'unnamed' },
  {
    text: 'President Putin, it’s very clear, is looking for every conceivable lifeline he can find,',
    cue: 'said',
    name: 'Ned Price',
    jobTitle: 'spokesperson',
    institution: 'U.S. State Department',
  },
  {
    text: 'We fully understand the necessity of all the measures taken by Russia aimed at protecting its key interests,',
    cue: 'said',
    name: 'Li Zhanshu',
    describedAs: 'China’s No. 3',
  },
  { text: 'special military operation.', directness: 'PARTIAL', who: 'nobody' },
  {
    text: 'China is not a party to the crisis, nor does it want the sanctions to affect China,',
    cue: 'stressed',
    describedAs: 'China’s top officials',
    who: 'unnamed',
  },
  {
    text: "If there is anyone who is winning in this war, it would be China because it gets the West distracted from the confrontation with itself and Russia, who is weak and doesn't have any other alternatives other than getting closer with China,",
    cue: 'said',
    ...umarov,
  },
  { text: 'What Russia is doing is too radical,', cue: 'said', ...umarov },
  {
    text: 'China doesn’t want to cut off its ties with the world because it gains a lot from the current international world order.',
    cue: 'said',
    ...umarov,
  },
  { text: 'It is not in China’s interest for Russia to really make a move on Kazakhstan.', cue: 'said', ...yau },
  {
    text: 'No matter how the international situation changes, we will continue to resolutely support Kazakhstan in protecting its independence, sovereignty and territorial integrity,',
    cue: 'said',
    ...xi,
  },
  {
    text: 'China-Russia relations are looking bullish at this point, not because they are closely integrated or share common ideology, but because they share the same threat perception about the U.S. being their primary threat,',
    cue: 'said',
    ...sun,
  },
  { text: 'The bottom line for China and Russia now is that disagreement does not equate to opposition,', cue: 'added', ...sun },
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
    expect(found.map(rowOf)).toEqual(EXPECTED.map(whole));
  });
});
