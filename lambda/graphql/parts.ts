import type { Contribution, LiveCoverage } from '../domain/article.ts';
import type { Block, Body, RichText } from '../domain/body.ts';
import type { ConceptRef } from '../domain/concept.ts';
import type { FrontContainer, ReadableFront } from '../domain/front.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { ReadablePost } from '../domain/paywall.ts';
import type { Quotation } from '../domain/quotation.ts';
import type { ListedArticle, ListedContribution } from '../domain/teaser.ts';
import type { Head } from '../domain/version.ts';
import type { Described } from '../store/listing-reads.ts';

/** Parts of an article, with the article to which they belong: their ids are made of both. */

/** `body` is what this reader may read of it; `wordCount` counts all of it. */
export type BodyOf = { article: ArticleId; body: Body; wordCount: number; truncated: { wordsLeft: number } | null };

/** `quotation` is undefined where only the head knows it. */
export type StandfirstOf = RichText & { article: ListedArticle; quotation?: Quotation | null };

/** `place` counts in the contributions of the article, whose head knows links and note; those of a post are whole. */
export type ContributionOf = (ListedContribution & { article: ListedArticle; place: number }) | (Contribution & { place: null });

/** The coverage of an article whose head is in hand. */
export type LiveBlogOf = LiveCoverage & { article: Head };

export type LivePostOf = ReadablePost & { article: Head };

/** What one article says of who somebody is. */
export type RoleOf = Described;

export type SeoOf = { head: Head };

/** A person as somebody who writes. */
export type AuthorOf = { person: ConceptRef };

/** `at` counts in the containers of the front. */
export type FrontContainerOf = FrontContainer & { front: ReadableFront; at: number };

export type QuotationOf = Quotation & { article: ListedArticle };

export type BlockOf<Kind extends Block['kind'] = Block['kind']> = Extract<Block, { kind: Kind }> & { article: ArticleId };
export type ParagraphOf = BlockOf<'Paragraph'>;
export type HeadingOf = BlockOf<'Heading'>;
export type BlockquoteOf = BlockOf<'Blockquote'>;
export type ListBlockOf = BlockOf<'ListBlock'>;
export type TableBlockOf = BlockOf<'TableBlock'>;
export type ImageBlockOf = BlockOf<'ImageBlock'>;
export type GalleryBlockOf = BlockOf<'GalleryBlock'>;
export type VideoBlockOf = BlockOf<'VideoBlock'>;
export type PullQuoteOf = BlockOf<'PullQuote'>;
export type EmbedOf = BlockOf<'Embed'>;
export type KeyFactsOf = BlockOf<'KeyFacts'>;
export type CorrectionNoteOf = BlockOf<'CorrectionNote'>;
export type DividerOf = BlockOf<'Divider'>;
export type UnknownBlockOf = BlockOf<'UnknownBlock'>;
