import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { text } from '../../../lambda/ingest/formats/text.ts';
import { type Row, rowOf, whole } from './rows.ts';

/** What the engine is known to get wrong, by the words of the quotation: it gives this where a reader finds something else. */
export type Misses = Readonly<Record<string, Partial<Row>>>;

/** Holds the quotations of a fixture against what a reader found in it. */
export function describeText(title: string, file: string, expected: readonly Row[], misses: Misses = {}): void {
  describe(title, () => {
    const bytes = readFileSync(new URL(`../../fixtures/text/${file}`, import.meta.url));
    const [article] = text.read({ bytes, source: 'fixtures', uri: file, wishes: {} });
    const { blocks, quotations } = article?.body ?? { blocks: [], quotations: [] };

    it('has all its quotations found, and no others, word for word', () => {
      expect(quotations.map((quotation) => quotation.text)).toEqual(expected.map((row) => row.text));
    });

    it('has each quotation cut out of its paragraph by start and end', () => {
      const cut = quotations.map(({ block, start, end }) => {
        const paragraph = block === null ? undefined : blocks[block];
        return paragraph?.kind === 'Paragraph' ? paragraph.text.slice(start, end) : null;
      });
      expect(cut).toEqual(expected.map((row) => row.text));
    });

    it.each(expected.map((row, place) => [row.text, row, place] as const))(
      'has “%s” read as a reader does, save for known misses',
      (words, row, place) => {
        const found = quotations[place];
        expect(found && rowOf(found)).toEqual(whole({ ...row, ...misses[words] }));
      },
    );

    it('has no miss in the list that has been mended', () => {
      const mended = expected.filter(
        (row) => misses[row.text] && JSON.stringify(whole({ ...row, ...misses[row.text] })) === JSON.stringify(whole(row)),
      );
      expect(mended).toEqual([]);
    });
  });
}
