import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';
import { HOSTILE_PIECES } from '../../support/hostile-texts.ts';

/** Words and marks that the rules look at, so that random texts reach them. */
const PIECES = [
  ...[
    '“',
    '”',
    '"',
    '‘',
    '’',
    "'",
    '«',
    '»',
    '„',
    '(',
    ')',
    ', ',
    '. ',
    '? ',
    ': ',
    '; ',
    ' — ',
    '\n',
    ' ',
    '\u00a0',
    '\ud83d',
    '🙂',
    '’s ',
  ],
  ...[
    'Ada Lund ',
    'Lund ',
    'U.S. ',
    'Mr. ',
    'said ',
    'says ',
    'told ',
    'call ',
    'calling ',
    'described by ',
    'according to ',
    'to ',
    'he ',
    'she ',
  ],
  ...[
    'who ',
    'the ',
    'a ',
    'one of the ',
    'and ',
    'of ',
    'at ',
    'in ',
    'harbour master ',
    'Institute ',
    'for ',
    'Upland Research ',
    'officials ',
    '54',
  ],
  ...['sagte ', 'der ', 'a déclaré ', 'demande-t-elle ', 'dijo ', 'قالت ', 'ليلى حداد ', '، '],
];
const text = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
  { maxLength: 60 },
);
const SEED = 20_261_124;

describe('any text at all', () => {
  it(`is read without an error, and every quotation is cut out of its paragraph by its offsets (seed ${SEED})`, () => {
    const language = fc.constantFrom('en', 'de', 'fr', 'es', 'ar', 'sv', 'zh-Hant', 'en-GB');
    const paragraphs = fc.array(
      text.map((pieces) => ({ text: pieces.join('') })),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(paragraphs, language, (given, tag) => {
        let behind = { block: 0, end: 0 };
        for (const { block, start, end, text: words, confidence } of findQuotations(given, {
          language: tag,
          source: 'tests',
          known: [{ name: 'Ada Lund' }],
        })) {
          expect(block).not.toBeNull();
          const place = { block: block as number, end };
          expect(words).toBe(given[place.block]?.text.slice(start, end));
          expect(words).toMatch(/[\p{L}\p{M}\p{N}\p{S}\p{C}]/u);
          expect(place.block > behind.block || start >= behind.end).toBe(true);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
          behind = place;
        }
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  // A rule that is not linear would outlast the time that the runner gives a test by hours; bench/quotations.ts has the figures.
  it.each(Object.entries(HOSTILE_PIECES))('of nothing but %s is read to its end', (_, piece) => {
    const paragraph = piece.repeat(Math.ceil(300_000 / piece.length));
    for (const { start, end, text: words } of findQuotations([{ text: paragraph }], { language: 'en', source: 'tests' })) {
      expect(paragraph.startsWith(words, start) && end - start === words.length).toBe(true);
    }
  });

  it('of two megabytes of quotation marks holds no quotation', () => {
    expect(findQuotations([{ text: '“'.repeat(2 * 1024 * 1024) }], { language: 'en', source: 'tests' })).toEqual([]);
  });
});
