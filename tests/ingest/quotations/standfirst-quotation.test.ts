import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../lambda/ingest/quotations/find-quotations.ts';
import { isQuotationOnly, standfirstQuotation } from '../../../lambda/ingest/quotations/standfirst-quotation.ts';

const body = findQuotations([{ text: '“It’s the sea that decides, and it is slow,” said Ada Lund. “We only wait.”' }], {
  language: 'en',
  source: 'tests',
});

describe('the quotation in a standfirst', () => {
  it('has the speaker of the quotation that it repeats, whatever the last mark', () => {
    const text = '“It’s the sea that decides, and it is slow.”';
    const found = standfirstQuotation(text, body);
    expect(found).toMatchObject({ block: null, blockKey: null, directness: 'DIRECT', cue: null, confidence: body[0]?.confidence });
    expect(found?.speaker).toEqual(body[0]?.speaker);
    expect(text.slice(found?.start, found?.end)).toBe('It’s the sea that decides, and it is slow.');
  });

  it('may repeat with other marks, other apostrophes, and only a part', () => {
    expect(standfirstQuotation("«It's the sea that decides»", body)?.speaker?.name).toBe('Ada Lund');
  });

  it('may stand among other words, which then are not read', () => {
    expect(standfirstQuotation('After the flood Gant asks who is to blame. “We only wait,” says its harbour master.', body)).toMatchObject({
      text: 'We only wait,',
      speaker: { name: 'Ada Lund' },
    });
  });

  it('is the one that the body holds, when there are several', () => {
    expect(standfirstQuotation('Neither “mad” nor “bad”: “We only wait.”', body)?.text).toBe('We only wait.');
  });

  it('has no speaker when the body does not hold it', () => {
    expect(standfirstQuotation('“Nobody decides.”', body)).toMatchObject({ text: 'Nobody decides.', speaker: null, assertedBy: 'MACHINE' });
    expect(standfirstQuotation('“the sea”', body)?.speaker).toBeNull(); // two words are anybody's
  });

  it('is null when there is none', () => {
    expect(standfirstQuotation('It’s the sea that decides, and it is slow.', body)).toBeNull();
  });
});

describe('a text that is a quotation and nothing else', () => {
  it.each([
    ['“The sea decides.”', true],
    ['  "The sea decides." ', true],
    ['“The sea decides.” “We wait.”', true],
    ['“The sea decides,” she said.', false],
    ['The sea decides.', false],
    ['“”', false],
  ])('%s: %s', (text, expected) => {
    expect(isQuotationOnly(text)).toBe(expected);
  });
});
