import { expect, it } from 'vitest';
import { readInVain } from '../../../lambda/ingest/formats/markdown-work.ts';

it.each<[what: string, paragraph: string, read: number]>([
  ['words', 'Words of a paragraph.', 0],
  ['comments that end', 'x <!-- a --> y <!-- b -->', 0],
  ['a comment that does not, to the end', 'x <!-- a', 6],
  ['two, the second one twice', '<!--a<!--a', 15],
  ['what begins behind the last end', '<?a?> <?b', 3],
  ['a comment in the sign of another thing', '<![CDATA[ a', 11],
  ['code that ends, its last sign only', '`a` b', 3],
  ['code of two lengths', '``a`', 5],
])('the parser reads in vain: %s', (_, paragraph, read) => {
  expect(readInVain(paragraph)).toBe(read);
});

it('grows with what does not end, and not with what does', () => {
  expect(readInVain('<!-- a -->'.repeat(1000))).toBe(0);
  expect(readInVain('<!-- a '.repeat(1000))).toBeGreaterThan(100 * readInVain('<!-- a '.repeat(50)));
});
