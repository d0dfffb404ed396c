import { type Block, type Body, blockText, countWords } from './body.ts';
import type { LivePost } from './live-post.ts';
import type { Quotation } from './quotation.ts';
import type { Head } from './version.ts';

/**
 * The paywall, beside {@link ./visible.ts | visibility}: every surface that shows words of an article shows them through here.
 * What a reader may see of a paid article without a token is its card, and of the body the blocks before the cut that its source made.
 */

/** What somebody may read: everything, or of paid articles what stands before the cut. */
export type ReaderAccess = 'FREE' | 'SUBSCRIBER';

/** A body as one reader may read it. */
export type ReadablePart = {
  body: Body;
  /** What was left out; null when nothing was. */
  truncated: { wordsLeft: number } | null;
};

/** The body as `access` may read it: blocks up to the cut, and the quotations that stand in them or in the standfirst. */
export function readablePart(head: Head, body: Body, access: ReaderAccess): ReadablePart {
  if (access === 'SUBSCRIBER' || head.isAccessibleForFree || head.freeBlocks >= body.blocks.length) return { body, truncated: null };
  const blocks = body.blocks.slice(0, head.freeBlocks);
  const quotations = body.quotations.filter((quotation) => !isBehindCut(head, quotation));
  const rest: Block[] = body.blocks.slice(head.freeBlocks);
  return { body: { blocks, quotations }, truncated: { wordsLeft: countWords(rest.filter(blockText), head.language) } };
}

/** A post of a live blog as one reader may read it. */
export type ReadablePost = LivePost & {
  /** Whether its words were left out. */
  isTruncated: boolean;
};

/** The post as `access` may read it: of an article that is not free, its headline and dates, and who wrote it. */
export function readablePost(
  { isAccessibleForFree }: Pick<Head, 'isAccessibleForFree'>,
  post: LivePost,
  access: ReaderAccess,
): ReadablePost {
  if (access === 'SUBSCRIBER' || isAccessibleForFree) return { ...post, isTruncated: false };
  return { ...post, blocks: [], isTruncated: true };
}

/** Whether a quotation of the body stands where only subscribers read. The card, and so the standfirst, is free. */
export function isBehindCut({ isAccessibleForFree, freeBlocks }: Head, { block }: Pick<Quotation, 'block'>): boolean {
  return !isAccessibleForFree && block !== null && block >= freeBlocks;
}
