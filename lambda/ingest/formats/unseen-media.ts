import type { BlockContent } from '../../domain/body.ts';

/** Pictures and videos that do not stand in the body already. */
export function unseen(blocks: readonly BlockContent[], body: readonly BlockContent[]): BlockContent[] {
  const seen = new Set(body.flatMap(addressesOf));
  return blocks.filter((block) => !addressesOf(block).some((url) => seen.has(url)));
}

function addressesOf(block: BlockContent): string[] {
  if (block.kind === 'ImageBlock') return [block.image.url, ...block.image.renditions.map(({ url }) => url)];
  if (block.kind === 'GalleryBlock') return block.images.map(({ url }) => url);
  if (block.kind === 'VideoBlock') return [block.video.url];
  return block.kind === 'Embed' ? [block.url] : [];
}
