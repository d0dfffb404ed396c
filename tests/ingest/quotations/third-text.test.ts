import { describeText } from './described-text.ts';
import type { Row } from './rows.ts';

const okoro = { name: 'Fenella Okoro', jobTitle: 'Transport Minister' };
const dereham = { name: 'Malik Dereham', jobTitle: 'engineer' };
const pohl = { name: 'Anders Pohl', institution: 'Civic Alliance' };
const villard = { name: 'Tomas Villard', jobTitle: 'chief of staff', describedAs: "Okoro's chief of staff" };
const ferrer = { name: 'Ana-Lucia Ferrer', jobTitle: 'professor of structural engineering', institution: 'Northgate University' };
const maric = { name: 'Josip Maric', describedAs: null };
const toller = { name: 'Agnes Toller', jobTitle: 'Rev.' };

/**
 * What a reader finds, written down before the engine had seen the text. On that first run it found 23 of 23 quotations, 21 speakers,
 * 23 roles and 21 institutions.
 */
const EXPECTED: readonly Row[] = [
  { text: 'sing.', directness: 'PARTIAL', cue: 'wrote', describedAs: 'a sensor engineer', who: 'unnamed' },
  { text: 'not noise', directness: 'PARTIAL', cue: 'calls', ...dereham },
  { text: 'We acted on the advice we had,', cue: 'told', ...okoro },
  { text: 'may not have read every page.', directness: 'PARTIAL', cue: 'conceded', ...okoro },
  { text: 'She read the first page and the invoice,', cue: 'said', ...pohl },
  { text: 'know it in the knees.', directness: 'PARTIAL', cue: 'said', name: 'Renata Quist', jobTitle: 'former bridge inspector' },
  { text: 'Our systems performed as specified. The decision to keep the crossing open was not ours.', cue: 'said', name: 'Halden & Moss' },
  { text: 'That is false, and they know that it is false,', cue: 'said', ...villard },
  { text: 'I have the call log. There was one call, it lasted four minutes, and it was about parking.', cue: 'said', ...villard },
  { text: 'You could hear it from the towpath,', cue: 'said', ...ferrer },
  {
    text: "My students used to record it. One of them made a rather good piece of music out of it, and the title was 'Safe Until Further Notice.'",
    cue: 'said',
    ...ferrer,
  },
  { text: 'My father missed two rounds of dialysis,', cue: 'said', ...maric },
  { text: "Don't talk to me about sensors.", cue: 'said', ...maric },
  { text: 'Nobody on this side was consulted about opening it and nobody was consulted about closing it,', cue: 'said', ...toller },
  { text: 'We learned it from the radio.', cue: 'added', ...toller },
  { text: 'And then the radio said the opposite,', cue: 'added', ...toller },
  { text: 'well inside the margin,', directness: 'PARTIAL', cue: 'argued', name: 'Piet Lowell', jobTitle: 'consultant' },
  { text: 'comfortable.', directness: 'PARTIAL', cue: 'call', describedAs: "Dereham's lawyers", who: 'unnamed' },
  { text: 'at an early stage.', directness: 'PARTIAL', cue: 'say', describedAs: 'A spokesman for the Safety Board', who: 'unnamed' },
  { text: 'documentation role', directness: 'PARTIAL', cue: 'describes', describedAs: 'the board', who: 'unnamed' },
  { text: 'If a bridge starts humming,', cue: 'written', ...dereham },
  { text: 'you close it first and ask questions afterwards.', cue: 'written', ...dereham },
  { text: 'I have nothing to add to that,', cue: 'said', ...pohl },
];
describeText('a third text, read by a person before the engine saw it', 'a-bridge-too-quiet.txt', EXPECTED, {
  // the reader kept to the words; the engine knows which board it is
  'documentation role': { name: 'Transport Safety Board', describedAs: null, who: 'named' },
});
