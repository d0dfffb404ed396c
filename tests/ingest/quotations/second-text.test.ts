import { describeText } from './described-text.ts';
import type { Row } from './rows.ts';

const blix = { name: 'Teodora Blix', jobTitle: 'village headwoman' };
const aalto = {
  name: 'Ruben Aalto',
  jobTitle: 'hydrologist',
  institution: 'Institute for Upland Research',
  describedAs: 'a hydrologist with the Institute for Upland Research in Karlsholm',
};
const venning = { name: 'Oskar Venning', jobTitle: 'managing director' };
const telle = { name: 'Jorun Telle', jobTitle: 'chief fire officer', describedAs: 'the district’s chief fire officer' };
const orsini = { name: 'Magda Orsini', jobTitle: 'retired judge' };
const stroud = { name: 'Pelle Stroud', jobTitle: 'teacher' };

/**
 * What a reader finds, written down before the engine had seen the text. On that first run it found 22 of 22 quotations, 14 speakers,
 * 13 roles and 19 institutions; the rules that it lacked were then added in general, and the third text shows what that was worth.
 */
const EXPECTED: readonly Row[] = [
  { text: 'renewable atmospheric resource', directness: 'PARTIAL', cue: null, who: 'nobody' },
  { text: 'My grandmother hung out sheets for the same purpose, and she did not call it anything,', cue: 'said', ...blix },
  { text: 'If somebody wants to pay for weather, let them pay.', cue: 'said', ...blix },
  { text: 'Fog is not a river,', cue: 'said', ...aalto },
  { text: 'You can’t dam it, you can’t store it, and you can’t sue it when it stays away.', cue: 'said', ...aalto },
  { text: 'within the lifetime of the present contract', directness: 'PARTIAL', cue: 'warned', describedAs: 'Aalto and two colleagues' },
  { text: 'an academic’s idea of caution', directness: 'PARTIAL', cue: 'told', ...venning },
  {
    text: 'We have eleven years of data from the people who drink it. I will take that over six seasons of somebody who drives up twice a year.',
    cue: 'added',
    ...venning,
  },
  { text: 'Who paid for the lorries?', directness: 'PARTIAL', cue: null, who: 'nobody' },
  {
    text: 'a model of local enterprise.',
    directness: 'PARTIAL',
    cue: 'described',
    name: 'Ines Calloway',
    jobTitle: 'spokeswoman',
    institution: 'Ministry of Rural Affairs',
  },
  { text: 'We found out from the label,', cue: 'said', describedAs: 'One senior civil servant', who: 'unnamed' },
  { text: 'a hand’s breadth from empty', directness: 'PARTIAL', cue: 'according to', ...telle },
  { text: 'Nobody has asked me what happens if that water is on a shelf in the city,', cue: 'said', ...telle },
  { text: 'I would like to be asked.', cue: 'said', ...telle },
  { text: 'declared emergency', directness: 'PARTIAL', cue: null, who: 'nobody' },
  { text: 'That is exactly the sort of sentence,', cue: 'sighed', ...orsini },
  { text: 'on which I spent thirty years of my life.', cue: 'sighed', ...orsini },
  { text: 'one net for us, for ever', directness: 'PARTIAL', cue: 'demand', describedAs: 'Its 43 signatories', who: 'unnamed' },
  { text: 'I only corrected the spelling of ‘atmospheric’,', cue: 'says', ...stroud },
  { text: 'You can’t put fog in a child’s shoe,', cue: 'put', describedAs: 'one mother of three', who: 'unnamed' },
  { text: 'We were told there would be so much water that nobody would ever count it again,', cue: 'said', ...blix },
  { text: 'I have counted it every morning.', cue: 'said', ...blix },
];

describeText('a second text, read by a person before the engine saw it', 'the-town-that-sold-its-fog.txt', EXPECTED);
