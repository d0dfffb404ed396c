import { blockText } from '../../domain/body.ts';
import { blockHtml } from '../../domain/html.ts';
import { partId } from '../../domain/identity.ts';
import { cropOf } from '../../domain/image.ts';
import type { BlockResolvers, BodyResolvers, ImageResolvers, MarkResolvers } from '../../generated/graphql.ts';
import type { BlockOf } from '../parts.ts';

export const Body: BodyResolvers = {
  blocks: ({ body, article }) => body.blocks.map((block) => ({ ...block, article })),
  html: ({ body }) => body.blocks.map(blockHtml).join('\n'),
  timeRequired: ({ wordCount }) => `PT${Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE))}M`,
  truncated: ({ truncated }) => truncated && { reason: 'PAYWALL', ...truncated },
  text: ({ body }) => body.blocks.map(blockText).filter(Boolean).join('\n\n'),
};

/** Words that an adult reads in a minute. @see Brysbaert 2019, "How many words do we read per minute?": 238 for English non-fiction */
const WORDS_PER_MINUTE = 238;

export const Image: Pick<ImageResolvers, 'crop' | 'renditions'> = {
  crop: (image, { ratio, width }, { site }) => cropOf(image, ratio ?? null, width, site.imageService),
  renditions: ({ renditions }) => [...renditions],
};

export const Block: BlockResolvers = { __resolveType: ({ kind }) => kind };

/** What every kind of block answers in the same way. */
const everyBlock = {
  id: ({ article, key }: BlockOf) => partId('b', article, key),
  html: (block: BlockOf) => blockHtml(block),
  text: (block: BlockOf) => blockText(block),
};

export const blockKinds = {
  Paragraph: everyBlock,
  Heading: everyBlock,
  Blockquote: everyBlock,
  ListBlock: everyBlock,
  TableBlock: everyBlock,
  ImageBlock: everyBlock,
  GalleryBlock: everyBlock,
  VideoBlock: everyBlock,
  PullQuote: everyBlock,
  Embed: everyBlock,
  KeyFacts: everyBlock,
  CorrectionNote: everyBlock,
  Divider: everyBlock,
  UnknownBlock: everyBlock,
} satisfies Record<BlockOf['kind'], typeof everyBlock>;

export const Mark: Pick<MarkResolvers, 'conceptId'> = { conceptId: ({ concept }) => concept ?? null };
