import { type ConceptId, contentKey } from './identity.ts';
import type { Instant } from './instant.ts';
import type { Quotation } from './quotation.ts';

/** An inline range of a text, by UTF-16 offsets: `text.slice(start, end)`. Ranges may nest and overlap. */
export type Mark = {
  type: 'STRONG' | 'EMPHASIS' | 'STRIKETHROUGH' | 'CODE' | 'LINK' | 'MENTION';
  start: number;
  end: number;
  /** Where a LINK leads: an absolute http(s) or mailto URL, or a path of the site. */
  href?: string;
  /** Which concept a MENTION means. */
  concept?: ConceptId;
};

/** A text with its marks. The text holds the source's exact characters. */
export type RichText = { text: string; marks: Mark[] };

/** A picture in one size. */
export type Rendition = { name: string; url: string; width: number | null; height: number | null; mimeType: string | null };

export type Image = {
  url: string;
  alternativeText: string | null;
  caption: string | null;
  creditText: string | null;
  width: number | null;
  height: number | null;
  /** What has to stay in sight when the picture is cut: 0 to 1 from the left and from the top. */
  focalPoint: { x: number; y: number } | null;
  /** Other sizes and cuts, as the source made them. */
  renditions: readonly Rendition[];
};

/** What a picture leaves unsaid when its source says no more than where it is. */
export const PLAIN_IMAGE = {
  alternativeText: null,
  caption: null,
  creditText: null,
  width: null,
  height: null,
  focalPoint: null,
  renditions: [],
} as const satisfies Omit<Image, 'url'>;

export type Video = {
  url: string;
  mimeType: string | null;
  caption: string | null;
  creditText: string | null;
  /** In seconds. */
  duration: number | null;
  /** The still that stands for it. */
  poster: Image | null;
};

export type ListItem = RichText & {
  /** 0 for the outermost level. */
  level: number;
};

export type TableCell = RichText & { isHeader: boolean; colSpan: number; rowSpan: number };

/** What each kind of block holds. `kind` is the name of the GraphQL type. */
export type BlockContent =
  | ({ kind: 'Paragraph' } & RichText)
  | ({ kind: 'Heading'; level: number } & RichText)
  | ({ kind: 'Blockquote'; cite: string | null } & RichText)
  | { kind: 'ListBlock'; ordered: boolean; items: ListItem[] }
  | { kind: 'TableBlock'; caption: string | null; rows: { cells: TableCell[] }[] }
  | { kind: 'ImageBlock'; image: Image }
  | { kind: 'GalleryBlock'; caption: string | null; images: Image[] }
  | { kind: 'VideoBlock'; video: Video }
  /** Words of the article itself, set apart to be seen. */
  | ({ kind: 'PullQuote'; cite: string | null } & RichText)
  /** Something that lives elsewhere: `url` is its public page, `text` what the source shows in its place. */
  | { kind: 'Embed'; url: string; provider: string | null; text: string }
  | { kind: 'KeyFacts'; heading: string | null; items: ListItem[] }
  | ({ kind: 'CorrectionNote'; date: Instant | null } & RichText)
  | { kind: 'Divider' }
  /** Something the format does not know; its text is kept. `name` says what the source called it. */
  | { kind: 'UnknownBlock'; name: string; text: string };

/** A typed piece of the body. `key` is unique within the article and stays while the words of the block stay. */
export type Block = BlockContent & { key: string };

/** What is kept apart from the head, so that lists never pay for it. */
export type Body = { blocks: Block[]; quotations: Quotation[] };

/** The plain text of a block, as a reader would copy it. Items, cells and rows stand on lines of their own. */
export function blockText(block: BlockContent): string {
  switch (block.kind) {
    case 'KeyFacts':
      return linesOf(block.heading, ...block.items.map(({ text }) => text));
    case 'ListBlock':
      return block.items.map(({ text }) => text).join('\n');
    case 'TableBlock':
      return block.rows.map(({ cells }) => cells.map(({ text }) => text).join('\t')).join('\n');
    case 'ImageBlock':
      return linesOf(block.image.caption, block.image.creditText);
    case 'GalleryBlock':
      return linesOf(block.caption, ...block.images.flatMap(({ caption, creditText }) => [caption, creditText]));
    case 'VideoBlock':
      return linesOf(block.video.caption, block.video.creditText);
    case 'Divider':
      return '';
    default:
      return block.text;
  }
}

function linesOf(...lines: (string | null)[]): string {
  return lines.filter((line) => line !== null).join('\n');
}

/** Where the pictures, the video or the embedded thing of a block lives: part of what tells it from others. */
function addressOf(block: BlockContent): string {
  switch (block.kind) {
    case 'ImageBlock':
      return block.image.url;
    case 'GalleryBlock':
      return block.images.map(({ url }) => url).join('\n');
    case 'VideoBlock':
      return block.video.url;
    case 'Embed':
      return block.url;
    default:
      return blockText(block);
  }
}

/** The words of some blocks as bytes of UTF-8: what the largest body is measured by. */
export function textBytes(blocks: readonly BlockContent[]): number {
  return blocks.reduce((sum, block) => sum + Buffer.byteLength(blockText(block)), 0);
}

/** Gives each block its key, made of its words; a repeated block gets the key of its words and its turn. */
export function withKeys(contents: readonly BlockContent[]): Block[] {
  const seen = new Map<string, number>();
  return contents.map((content) => {
    const words = `${content.kind}\n${addressOf(content)}`;
    const turn = seen.get(words) ?? 0;
    seen.set(words, turn + 1);
    return { ...content, key: contentKey(turn === 0 ? words : `${words}\n${turn}`) };
  });
}

/** Words of the whole body, counted as Unicode counts them: right also where no spaces part them. */
export function countWords(blocks: readonly Block[], language: string): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let words = 0;
  for (const block of blocks) for (const { isWordLike } of segmenter.segment(blockText(block))) if (isWordLike) words += 1;
  return words;
}
