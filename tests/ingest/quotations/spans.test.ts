import { describe, expect, it } from 'vitest';
import { quotedSpans } from '../../../lambda/ingest/quotations/spans.ts';

/** The words of each quotation, paragraph by paragraph. */
const wordsOf = (...paragraphs: string[]) =>
  quotedSpans(paragraphs).map((spans, place) => spans.map(({ start, end }) => (paragraphs[place] as string).slice(start, end)));

describe('the marks of a quotation', () => {
  it.each([
    ['curly', 'He said “no more” twice.', ['no more']],
    ['straight', 'He said "no more" twice.', ['no more']],
    ['single curly', 'He said ‘no more’ twice.', ['no more']],
    ['single straight', "He said 'no more' twice.", ['no more']],
    ['guillemets', 'Il a dit «non» deux fois.', ['non']],
    ['guillemets that point inwards', 'Er sagte »nein« und ging.', ['nein']],
    ['low and high', 'Er sagte „nein“ und ging.', ['nein']],
    ['low and closing', 'Er sagte „nein” und ging.', ['nein']],
    ['single low and high', 'Er sagte ‚nein‘ und ging.', ['nein']],
    ['the same on both sides', 'Hon sa ”nej” och gick.', ['nej']],
    ['corner brackets', '彼は「いいえ」と言った。', ['いいえ']],
  ])('may be %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual([words]);
  });

  it('leave the inner spaces of guillemets outside the words', () => {
    expect(wordsOf('Elle a dit «\u00a0non merci\u00a0» hier.')).toEqual([['non merci']]);
  });

  it('keep every character between other marks, spaces among them', () => {
    expect(wordsOf('It read “ no  entry ,” in red.')).toEqual([[' no  entry ,']]);
  });

  it('are found behind any number that nobody closed', () => {
    expect(wordsOf(`${'“ '.repeat(9)} and then “no more” was heard.`)).toEqual([['no more']]);
  });

  it.each([
    ['of a genitive', 'The pilots’ boat and Ada’s oar; the boys’ club.'],
    ['of a contraction', "It's theirs, isn't it, and we don't mind."],
    ['of a decade and a lost letter', "The '90s were over, 'tis said, and rock 'n roll."],
    ['of a decade before a genitive', "The '90s were his, and the pilots' too."],
    ['of an inch', 'A 5" pipe and a 12\' wall.'],
  ])('are not the apostrophes and signs %s', (_, text) => {
    expect(wordsOf(text)).toEqual([[]]);
  });

  it('are told from apostrophes inside a quotation with single marks', () => {
    expect(wordsOf('‘It’s the boys’ club again,’ she said. ‘They don’t listen.’')).toEqual([
      ['It’s the boys’ club again,', 'They don’t listen.'],
    ]);
    expect(wordsOf("'It's the boys' club again,' she said. 'They don't listen.'")).toEqual([
      ["It's the boys' club again,", "They don't listen."],
    ]);
  });

  it('belong to the outer quotation when they stand inside another', () => {
    expect(wordsOf('“She told me ‘no’ and then “never” again,” he said.')).toEqual([['She told me ‘no’ and then “never” again,']]);
    expect(wordsOf('"She told me "no" and left," he said.')).toEqual([['She told me "no" and left,']]);
  });

  it('close what a mark of another kind has opened, where a writer mixed them up', () => {
    expect(wordsOf('The statement said, "There is no question.“ It ended there.')).toEqual([['There is no question.']]);
  });

  it('hold no quotation without a word between them', () => {
    expect(wordsOf('An empty “” and a silent “…” and "?!".')).toEqual([[]]);
  });
});

describe('a quotation over several paragraphs', () => {
  const one = '“The first of it.';
  const two = '“And the second,” she said.';

  it('opens again in each of them and is one quotation in each', () => {
    expect(wordsOf(one, two)).toEqual([['The first of it.'], ['And the second,']]);
    expect(quotedSpans([one, two]).flat()).toMatchObject([
      { continues: true, continued: false },
      { continues: false, continued: true },
    ]);
  });

  it('is not ended by a picture between two of them', () => {
    expect(quotedSpans([one, '', two]).flat()).toMatchObject([{ continues: true }, { continued: true }]);
  });

  it('opens with the closing mark in Spanish', () => {
    expect(wordsOf('«Lo primero.', '»Y lo segundo», dijo.')).toEqual([['Lo primero.'], ['Y lo segundo']]);
  });

  it('keeps its words when nobody closes it but something announced it', () => {
    expect(wordsOf('She said: “It was a very good boat.', 'Nothing more was heard.')).toEqual([['It was a very good boat.'], []]);
  });

  it('is none when a mark was only forgotten', () => {
    expect(wordsOf('“It was good. “It was bad,” she said.', 'Nothing more was heard.')).toEqual([['It was bad,'], []]);
    expect(wordsOf('Nothing “was said of it.', 'Nothing more was heard.')).toEqual([[], []]);
  });
});
