import { describe, expect, it } from 'vitest';
import type { Article } from '../../../lambda/domain/article.ts';
import { type BlockContent, blockText, type Image } from '../../../lambda/domain/body.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import type { Format } from '../../../lambda/ingest/format.ts';
import { ownFiles, realFiles, type Source } from './corpus.ts';
import { HAS_DATA, WITHOUT_DATA } from './folder.ts';
import { type Seen, seenInAns, seenInExport, seenInMarkdown, seenInNinjs, seenInText, seenInWordPressRest } from './seen-words.ts';

/** How much of what a reader of the source sees has to be in the article: nobody counts as a machine does, and less would be a loss. */
const LEAST = 0.99;

/** How each format is read without its reader. A format that is not here makes the test red. */
const SEEN: Record<string, (bytes: Uint8Array) => Seen[]> = {
  text: seenInText,
  markdown: seenInMarkdown,
  ninjs: seenInNinjs,
  ans: seenInAns,
  'wordpress-rest': seenInWordPressRest,
  'wordpress-wxr': seenInExport,
};

/** Every article of a document that is taken, with its number in it. Those of a list are all of it. */
async function articlesIn(format: Format, bytes: Buffer): Promise<{ number: number; article: Article }[]> {
  const read = (part: Uint8Array, number: number) => {
    try {
      const sent = { bytes: part, source: 'desk', uri: 'a', wishes: {} };
      return format.read(sent).map((article, index) => ({ number: number + index, article }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return [];
    }
  };
  if (!format.pieces) return read(bytes, 1);
  const found: { number: number; article: Article }[] = [];
  const open = async function* () {
    yield bytes;
  };
  for await (const piece of format.pieces(open)) if ('bytes' in piece) found.push(...read(piece.bytes, piece.number));
  return found;
}

/** Everything that a reader of the article sees. */
function toldBy({ story, body }: Exclude<Article, { pubStatus: 'CANCELED' }>): string {
  const { headline, standfirst, abstract, byline, contributions, image } = story;
  const names = contributions.map(({ person, note }) => `${person.name} ${note ?? ''}`);
  return [headline, standfirst?.text, abstract, byline, ...names, ...pictures(image ? [image] : []), ...body.blocks.map(toldByBlock)].join(
    '\n',
  );
}

function toldByBlock(block: BlockContent): string {
  const images = block.kind === 'ImageBlock' ? [block.image] : block.kind === 'GalleryBlock' ? block.images : [];
  const cite = 'cite' in block ? block.cite : null;
  const url = block.kind === 'Embed' ? block.url : null; // the source may show it
  const caption = block.kind === 'TableBlock' ? block.caption : null;
  return [blockText(block), cite, url, caption, ...pictures(images)].filter(Boolean).join('\n');
}

function pictures(images: readonly Image[]): string[] {
  return images.flatMap(({ caption, creditText, alternativeText }) => [caption ?? '', creditText ?? '', alternativeText ?? '']);
}

const words = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of one text that another has not, or has less often. */
function missing(wanted: string, from: string): string[] {
  const left = new Map<string, number>();
  for (const word of words(from)) left.set(word, (left.get(word) ?? 0) + 1);
  return words(wanted).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

async function shortcomings(sources: readonly Source[]): Promise<{ compared: Record<string, number>; lost: unknown[] }> {
  const compared: Record<string, number> = {};
  const lost: unknown[] = [];
  for (const { name, bytes, format } of sources) {
    if (format === null) continue;
    const all = SEEN[format.name]?.(bytes) ?? [];
    for (const { number, article } of await articlesIn(format, bytes)) {
      if (article.pubStatus === 'CANCELED') continue;
      const seen = all.find((one) => one.number === number)?.text ?? '';
      const away = missing(seen, toldBy(article));
      const share = words(seen).length === 0 ? 1 : 1 - away.length / words(seen).length; // some stories have nothing to show
      if (!(share >= LEAST)) lost.push({ name, number, share, away: away.slice(0, 40).join(' ') });
      compared[format.name] = (compared[format.name] ?? 0) + 1;
    }
  }
  return { compared, lost };
}

describe('what a reader of the source would see is in the article, but for one word in a hundred', () => {
  it('in the documents of the repository', async () => {
    const { compared, lost } = await shortcomings(ownFiles());
    expect(lost).toEqual([]);
    expect(compared).toEqual({ text: 2, markdown: 51, ninjs: 2, 'wordpress-rest': 2, 'wordpress-wxr': 2 });
  });

  it.skipIf(!HAS_DATA)(`in the files of real wires and CMSs${WITHOUT_DATA}`, async () => {
    const { compared, lost } = await shortcomings(realFiles());
    expect(lost).toEqual([]);
    expect(compared).toEqual({ ans: 3, markdown: 15, ninjs: 17, 'wordpress-wxr': 54 });
  });
});
