import type { BlockContent, Image } from '../../domain/body.ts';

/** What the HTML of an item means beside the item itself. */

/** Bodies that are whole pages begin with the headline, which readers have above the article already. */
export function withoutHeadline(blocks: BlockContent[], headline: string | null): BlockContent[] {
  const [first, ...others] = blocks;
  return first?.kind === 'Heading' && first.text === headline && others.length > 0 ? others : blocks;
}

/** A picture of the body that comes along too is that one, in all its sizes. What the body says of it goes before. */
export function withAllSizes(blocks: readonly BlockContent[], pictures: readonly Image[]): BlockContent[] {
  const known = new Map(pictures.flatMap((picture) => [picture, ...picture.renditions].map(({ url }) => [url, picture])));
  const whole = (image: Image): Image => {
    const { alternativeText, caption, creditText } = image;
    const all = known.get(image.url);
    if (all === undefined) return image;
    return {
      ...all,
      alternativeText: alternativeText ?? all.alternativeText,
      caption: caption ?? all.caption,
      creditText: creditText ?? all.creditText,
    };
  };
  return blocks.map((block) => {
    if (block.kind === 'ImageBlock') return { ...block, image: whole(block.image) };
    return block.kind === 'GalleryBlock' ? { ...block, images: block.images.map(whole) } : block;
  });
}
