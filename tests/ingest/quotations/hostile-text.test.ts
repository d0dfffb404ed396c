import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';

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

  // four times the text in at most some ten times the time: a quadratic rule would take sixteen
  it.each([
    ['opening marks', '“'],
    ['straight marks', '"'],
    ['apostrophes', "'"],
    ['marks of two kinds in turn', '“‘'],
    ['short quotations', '“a”'],
    ['quotations alone', '“No.” '],
    ['quotations with speakers', '“No,” said Ada Lund, a clerk at the School of Law. '],
    ['verbs of saying', 'said '],
    ['verbs that are nouns', 'call '],
    ['names', 'Ada Lund '],
    ['names in a list', 'Ada, '],
    ['quotations in one sentence', '“a” said he and “b,” she said, '],
    ['names of things', 'a book “a” said he and '],
    ['pronouns', 'he said '],
    ['relative clauses', 'Ada Lund, who said, '],
    ['determiners', 'one of the '],
    ['brackets', '( '],
    ['genitives', 'Ada’s '],
  ])('of nothing but %s takes time in step with its length', (_, piece) => {
    const seconds = (length: number): number => {
      const paragraph = piece.repeat(Math.ceil(length / piece.length));
      const before = process.cpuUsage().user;
      findQuotations([{ text: paragraph }], { language: 'en', source: 'tests' });
      return (process.cpuUsage().user - before) / 1e6;
    };
    seconds(10_000); // once for the compiler
    const short = Math.max(seconds(30_000), 0.02);
    expect(seconds(120_000) / short).toBeLessThan(10);
  });

  it('of two megabytes of quotation marks is read in less than two seconds', () => {
    const before = process.cpuUsage().user;
    expect(findQuotations([{ text: '“'.repeat(2 * 1024 * 1024) }], { language: 'en', source: 'tests' })).toEqual([]);
    expect((process.cpuUsage().user - before) / 1e6).toBeLessThan(2);
  });
});
