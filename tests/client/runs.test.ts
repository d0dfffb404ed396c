import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../client/src/runs.ts';

const mark = (type: string, start: number, end: number) => ({ type, start, end });
const shown = (text: string, marks: ReturnType<typeof mark>[]) =>
  runs(text, marks).map((run) => [run.text, ...run.marks.map(({ type }) => type)]);

describe('the runs of a text', () => {
  it('are cut where marks begin and end, also where they nest and cross', () => {
    expect(shown('The ferry left at dawn.', [])).toEqual([['The ferry left at dawn.']]);
    expect(shown('The ferry left', [mark('STRONG', 4, 9)])).toEqual([['The '], ['ferry', 'STRONG'], [' left']]);
    expect(shown('abcdef', [mark('LINK', 0, 6), mark('STRONG', 2, 4)])).toEqual([
      ['ab', 'LINK'],
      ['cd', 'LINK', 'STRONG'],
      ['ef', 'LINK'],
    ]);
    expect(shown('abcdef', [mark('EM', 2, 6), mark('STRONG', 0, 4)])).toEqual([
      ['ab', 'STRONG'],
      ['cd', 'STRONG', 'EM'],
      ['ef', 'EM'],
    ]);
    expect(shown('', [])).toEqual([]);
    expect(shown('ab', [mark('EM', 1, 1), mark('STRONG', 1, 99)])).toEqual([['a'], ['b', 'STRONG']]);
  });

  it('are the text again, and each lies wholly inside or outside of each mark, whatever the marks', () => {
    const range = fc.tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 })).map(([start, end]) => ({ start, end }));
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.array(range, { maxLength: 8 }), (text, marks) => {
        const all = runs(text, marks);
        expect(all.map((run) => run.text).join('')).toBe(text);
        let at = 0;
        for (const { text: piece, marks: over } of all) {
          const inside = marks.filter(({ start, end }) => start < end && start <= at && end >= at + piece.length && end > at);
          expect(new Set(over)).toEqual(new Set(inside));
          at += piece.length;
        }
      }),
    );
  });
});
