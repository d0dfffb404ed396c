// Written by `npm run codegen` from schema/*.graphql and {examples,client/fragments}/*.graphql. Never edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who vouches for an attribution. */
export type AssertedBy =
  /** Our reading of the text. */
  | 'MACHINE'
  /** The source marked it up. */
  | 'SOURCE'
  | '%future added value';

/** What can happen to an article. */
export type ChangeKind =
  /** It has a new version and a new place on the site. */
  | 'MOVED'
  /** It can be read for the first time, or again. */
  | 'PUBLISHED'
  /** It has a new version. */
  | 'UPDATED'
  /** It can no longer be read. Take it out of every copy. */
  | 'WITHDRAWN'
  | '%future added value';

/** The parts that a person can have in an article. */
export type ContributionRole =
  /** Wrote or reported it. */
  | 'AUTHOR'
  /** Had another part. */
  | 'CONTRIBUTOR'
  /** Edited it. */
  | 'EDITOR'
  /** Took the pictures. */
  | 'PHOTOGRAPHER'
  /** Translated it. */
  | 'TRANSLATOR'
  | '%future added value';

/** Writing direction, ready for the `dir` attribute in lower case. */
export type Direction =
  /** Left to right. */
  | 'LTR'
  /** Right to left, as Arabic and Hebrew. */
  | 'RTL'
  | '%future added value';

/** How words are quoted. */
export type Directness =
  /** Whole sentences. */
  | 'DIRECT'
  /** Some words inside a sentence of the article's own. */
  | 'PARTIAL'
  | '%future added value';

/** Whether two articles mean the same by a name. */
export type Identity =
  /** Editors say whom or what is meant. */
  | 'EDITOR'
  /** Only the name is known: two people of one name may share this concept. */
  | 'NAME_ONLY'
  /** The source identifies whom or what it means. */
  | 'SOURCE'
  | '%future added value';

/** What an inline range can be. */
export type MarkType =
  /** Code. */
  | 'CODE'
  /** Stress; italics. */
  | 'EMPHASIS'
  /** A link. */
  | 'LINK'
  /** A person, organisation, place, event or topic. */
  | 'MENTION'
  /** No longer right; struck through. */
  | 'STRIKETHROUGH'
  /** Strong importance; bold. */
  | 'STRONG'
  | '%future added value';

/** Why an article is related to another. */
export type RelatedReason =
  /** Its source chose it. */
  | 'CHOSEN'
  /** This article was written anew from it, and tells the story further. */
  | 'REWRITES'
  /** It belongs to the same series. */
  | 'SAME_SERIES'
  /** It is about the same subject. */
  | 'SAME_SUBJECT'
  | '%future added value';

/** Why a text ends early. */
export type TruncationReason =
  /** The rest is for readers who pay. */
  | 'PAYWALL'
  | '%future added value';

/** Why an article can no longer be read. */
export type WithdrawalReason =
  /** Its time was up. */
  | 'EXPIRED'
  /** Its source took it back. */
  | 'WITHDRAWN'
  | '%future added value';

export type ArticleCardFragment = { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null };

export type CardPictureFragment = { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null };

export type ArticleTextFragment = { wordCount: number, timeRequired: string, truncated: { reason: TruncationReason, wordsLeft: number } | null, blocks: Array<
    | { __typename: 'Blockquote', cite: string | null, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }
    | { __typename: 'CorrectionNote', date: string | null, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }
    | { __typename: 'Divider', id: string, html: string, text: string }
    | { __typename: 'Embed', url: string, provider: string | null, id: string, html: string, text: string }
    | { __typename: 'GalleryBlock', caption: string | null, id: string, html: string, text: string, images: Array<{ alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string }> }
    | { __typename: 'Heading', level: number, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }
    | { __typename: 'ImageBlock', id: string, html: string, text: string, image: { alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string } }
    | { __typename: 'KeyFacts', heading: string | null, id: string, html: string, text: string, items: Array<{ text: string, level: number, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }> }
    | { __typename: 'ListBlock', ordered: boolean, id: string, html: string, text: string, items: Array<{ text: string, level: number, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }> }
    | { __typename: 'Paragraph', id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }
    | { __typename: 'PullQuote', cite: string | null, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }
    | { __typename: 'TableBlock', caption: string | null, id: string, html: string, text: string, rows: Array<{ cells: Array<{ text: string, isHeader: boolean, colSpan: number, rowSpan: number, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }> }> }
    | { __typename: 'UnknownBlock', id: string, html: string, text: string }
    | { __typename: 'VideoBlock', id: string, html: string, text: string, video: { url: string, mimeType: string | null, caption: string | null, creditText: string | null, duration: number | null, poster: { alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string } | null } }
  > };

type TextBlock_Blockquote_Fragment = { __typename: 'Blockquote', cite: string | null, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> };

type TextBlock_CorrectionNote_Fragment = { __typename: 'CorrectionNote', date: string | null, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> };

type TextBlock_Divider_Fragment = { __typename: 'Divider', id: string, html: string, text: string };

type TextBlock_Embed_Fragment = { __typename: 'Embed', url: string, provider: string | null, id: string, html: string, text: string };

type TextBlock_GalleryBlock_Fragment = { __typename: 'GalleryBlock', caption: string | null, id: string, html: string, text: string, images: Array<{ alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string }> };

type TextBlock_Heading_Fragment = { __typename: 'Heading', level: number, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> };

type TextBlock_ImageBlock_Fragment = { __typename: 'ImageBlock', id: string, html: string, text: string, image: { alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string } };

type TextBlock_KeyFacts_Fragment = { __typename: 'KeyFacts', heading: string | null, id: string, html: string, text: string, items: Array<{ text: string, level: number, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }> };

type TextBlock_ListBlock_Fragment = { __typename: 'ListBlock', ordered: boolean, id: string, html: string, text: string, items: Array<{ text: string, level: number, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }> };

type TextBlock_Paragraph_Fragment = { __typename: 'Paragraph', id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> };

type TextBlock_PullQuote_Fragment = { __typename: 'PullQuote', cite: string | null, id: string, html: string, text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> };

type TextBlock_TableBlock_Fragment = { __typename: 'TableBlock', caption: string | null, id: string, html: string, text: string, rows: Array<{ cells: Array<{ text: string, isHeader: boolean, colSpan: number, rowSpan: number, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> }> }> };

type TextBlock_UnknownBlock_Fragment = { __typename: 'UnknownBlock', id: string, html: string, text: string };

type TextBlock_VideoBlock_Fragment = { __typename: 'VideoBlock', id: string, html: string, text: string, video: { url: string, mimeType: string | null, caption: string | null, creditText: string | null, duration: number | null, poster: { alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string } | null } };

export type TextBlockFragment =
  | TextBlock_Blockquote_Fragment
  | TextBlock_CorrectionNote_Fragment
  | TextBlock_Divider_Fragment
  | TextBlock_Embed_Fragment
  | TextBlock_GalleryBlock_Fragment
  | TextBlock_Heading_Fragment
  | TextBlock_ImageBlock_Fragment
  | TextBlock_KeyFacts_Fragment
  | TextBlock_ListBlock_Fragment
  | TextBlock_Paragraph_Fragment
  | TextBlock_PullQuote_Fragment
  | TextBlock_TableBlock_Fragment
  | TextBlock_UnknownBlock_Fragment
  | TextBlock_VideoBlock_Fragment
;

export type TextItemFragment = { text: string, level: number, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }> };

export type TextMarkFragment = { type: MarkType, start: number, end: number, href: string | null, conceptId: string | null };

export type TextPictureFragment = { alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string };

export type ArticleQueryVariables = Exact<{
  path: string;
}>;


export type ArticleQuery = { article:
    | { __typename: 'MovedArticle', articleId: string, path: string }
    | { __typename: 'NewsArticle', id: string, headline: string, kicker: string | null, byline: string | null, dateline: string | null, inLanguage: string, direction: Direction, datePublished: string, dateModified: string, canonicalUrl: string, isAccessibleForFree: boolean, standfirst: { html: string, quotation: { speaker: { name: string | null } | null } | null } | null, seo: { title: string, description: string | null, robots: string } | null, corrections: Array<{ date: string, text: string }> | null, section: { slug: string, name: string, path: string, parent: { name: string, path: string } | null }, image: { alternativeText: string | null, caption: string | null, creditText: string | null, wide: string } | null, series: { slug: string, name: string } | null, contributions: Array<{ role: ContributionRole, note: string | null, person: { id: string, name: string }, links: Array<{ name: string, url: string | null }> | null }> | null, body: { wordCount: number, timeRequired: string, truncated: { reason: TruncationReason, wordsLeft: number } | null, blocks: Array<
          | { __typename: 'Blockquote', id: string, html: string }
          | { __typename: 'CorrectionNote', id: string, html: string }
          | { __typename: 'Divider', id: string, html: string }
          | { __typename: 'Embed', id: string, html: string }
          | { __typename: 'GalleryBlock', id: string, html: string }
          | { __typename: 'Heading', id: string, html: string }
          | { __typename: 'ImageBlock', id: string, html: string, image: { url: string, alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null } }
          | { __typename: 'KeyFacts', id: string, html: string }
          | { __typename: 'ListBlock', id: string, html: string }
          | { __typename: 'Paragraph', text: string, id: string, html: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null }> }
          | { __typename: 'PullQuote', id: string, html: string }
          | { __typename: 'TableBlock', id: string, html: string }
          | { __typename: 'UnknownBlock', id: string, html: string }
          | { __typename: 'VideoBlock', id: string, html: string }
        > } | null, quotations: Array<{ id: string, text: string, directness: Directness, blockId: string | null, start: number, end: number, assertedBy: AssertedBy, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, anonymous: boolean, affiliation: { id: string, name: string } | null, agent:
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
            | { id: string, name: string }
           | null } | null }> | null, related: Array<{ reason: RelatedReason, label: string | null, article: { id: string, path: string, headline: string, direction: Direction } }> | null }
    | { __typename: 'WithdrawnArticle', articleId: string, reason: WithdrawalReason }
   | null };

type ArticleBlock_Blockquote_Fragment = { __typename: 'Blockquote', id: string, html: string };

type ArticleBlock_CorrectionNote_Fragment = { __typename: 'CorrectionNote', id: string, html: string };

type ArticleBlock_Divider_Fragment = { __typename: 'Divider', id: string, html: string };

type ArticleBlock_Embed_Fragment = { __typename: 'Embed', id: string, html: string };

type ArticleBlock_GalleryBlock_Fragment = { __typename: 'GalleryBlock', id: string, html: string };

type ArticleBlock_Heading_Fragment = { __typename: 'Heading', id: string, html: string };

type ArticleBlock_ImageBlock_Fragment = { __typename: 'ImageBlock', id: string, html: string, image: { url: string, alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null } };

type ArticleBlock_KeyFacts_Fragment = { __typename: 'KeyFacts', id: string, html: string };

type ArticleBlock_ListBlock_Fragment = { __typename: 'ListBlock', id: string, html: string };

type ArticleBlock_Paragraph_Fragment = { __typename: 'Paragraph', text: string, id: string, html: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null }> };

type ArticleBlock_PullQuote_Fragment = { __typename: 'PullQuote', id: string, html: string };

type ArticleBlock_TableBlock_Fragment = { __typename: 'TableBlock', id: string, html: string };

type ArticleBlock_UnknownBlock_Fragment = { __typename: 'UnknownBlock', id: string, html: string };

type ArticleBlock_VideoBlock_Fragment = { __typename: 'VideoBlock', id: string, html: string };

export type ArticleBlockFragment =
  | ArticleBlock_Blockquote_Fragment
  | ArticleBlock_CorrectionNote_Fragment
  | ArticleBlock_Divider_Fragment
  | ArticleBlock_Embed_Fragment
  | ArticleBlock_GalleryBlock_Fragment
  | ArticleBlock_Heading_Fragment
  | ArticleBlock_ImageBlock_Fragment
  | ArticleBlock_KeyFacts_Fragment
  | ArticleBlock_ListBlock_Fragment
  | ArticleBlock_Paragraph_Fragment
  | ArticleBlock_PullQuote_Fragment
  | ArticleBlock_TableBlock_Fragment
  | ArticleBlock_UnknownBlock_Fragment
  | ArticleBlock_VideoBlock_Fragment
;

export type AuthorQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type AuthorQuery = { node:
    | { __typename: 'LivePost' }
    | { __typename: 'NewsArticle' }
    | { __typename: 'NewsEvent' }
    | { __typename: 'Organization' }
    | { __typename: 'Person', id: string, name: string, path: string, contributions: { edges: Array<{ node: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string, section: { slug: string, name: string } } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
    | { __typename: 'Place' }
    | { __typename: 'Quotation' }
    | { __typename: 'Topic' }
   | null };

export type ChangesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ChangesQuery = { changes: { edges: Array<{ node: { date: string, kind: ChangeKind, articleId: string, article: { id: string, headline: string, canonicalUrl: string, dateModified: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type DeepLinkQueryVariables = Exact<{
  url: string;
}>;


export type DeepLinkQuery = { resolve:
    | { __typename: 'Author', path: string, person: { id: string } }
    | { __typename: 'Front', slug: string, path: string }
    | { __typename: 'MovedArticle', articleId: string, path: string }
    | { __typename: 'NewsArticle', id: string, path: string, headline: string, body: { html: string, truncated: { reason: TruncationReason, wordsLeft: number } | null } | null }
    | { __typename: 'NewsEvent', id: string, name: string, path: string }
    | { __typename: 'Organization', id: string, name: string, path: string }
    | { __typename: 'Person', id: string, name: string, path: string }
    | { __typename: 'Place', id: string, name: string, path: string }
    | { __typename: 'Section', slug: string, path: string }
    | { __typename: 'Topic', id: string, name: string, path: string }
    | { __typename: 'WithdrawnArticle', articleId: string, reason: WithdrawalReason, withdrawnAt: string }
   | null };

export type EventQueryVariables = Exact<{
  id: string;
}>;


export type EventQuery = { node:
    | { __typename: 'LivePost' }
    | { __typename: 'NewsArticle' }
    | { __typename: 'NewsEvent', id: string, name: string, path: string, articles: { edges: Array<{ node: { id: string, headline: string, path: string, datePublished: string } }> } | null, quotations: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, agent:
                | { __typename: 'NewsEvent', id: string, name: string }
                | { __typename: 'Organization', id: string, name: string }
                | { __typename: 'Person', id: string, name: string }
                | { __typename: 'Place', id: string, name: string }
                | { __typename: 'Topic', id: string, name: string }
               | null } | null, isPartOf: { id: string, path: string } | null } }> } | null }
    | { __typename: 'Organization' }
    | { __typename: 'Person' }
    | { __typename: 'Place' }
    | { __typename: 'Quotation' }
    | { __typename: 'Topic' }
   | null };

export type FrontQueryVariables = Exact<{
  slug?: string;
}>;


export type FrontQuery = { site: { name: string, url: string, logo: string | null, languages: Array<string> }, front: { title: string, path: string, description: string | null, dateModified: string, containers: Array<{ slug: string, headline: string | null, kicker: string | null, path: string | null, layout: string | null, items: Array<{ headline: string, kicker: string | null, isCurated: boolean, standfirst: { text: string } | null, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null, article: { id: string, path: string, inLanguage: string, direction: Direction, datePublished: string, dateModified: string, isAccessibleForFree: boolean, section: { slug: string, name: string }, contributions: Array<{ role: ContributionRole, person: { id: string, name: string } }> | null } }> | null }> } | null };

export type CardFragment = { id: string, path: string, inLanguage: string, direction: Direction, datePublished: string, dateModified: string, isAccessibleForFree: boolean, section: { slug: string, name: string }, contributions: Array<{ role: ContributionRole, person: { id: string, name: string } }> | null };

export type CardImageFragment = { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null };

export type LiveBlogPollQueryVariables = Exact<{
  id: string;
  newest?: string | null | undefined;
}>;


export type LiveBlogPollQuery = { article:
    | { __typename: 'MovedArticle' }
    | { __typename: 'NewsArticle', id: string, dateModified: string, liveBlog: { isLive: boolean, posts: { edges: Array<{ cursor: string, node: { id: string, headline: string | null, datePublished: string, isKeyEvent: boolean, isPinned: boolean, byline: string | null, isTruncated: boolean, blocks: Array<
                | { __typename: 'Blockquote', id: string, html: string }
                | { __typename: 'CorrectionNote', id: string, html: string }
                | { __typename: 'Divider', id: string, html: string }
                | { __typename: 'Embed', id: string, html: string }
                | { __typename: 'GalleryBlock', id: string, html: string }
                | { __typename: 'Heading', id: string, html: string }
                | { __typename: 'ImageBlock', id: string, html: string }
                | { __typename: 'KeyFacts', id: string, html: string }
                | { __typename: 'ListBlock', id: string, html: string }
                | { __typename: 'Paragraph', id: string, html: string }
                | { __typename: 'PullQuote', id: string, html: string }
                | { __typename: 'TableBlock', id: string, html: string }
                | { __typename: 'UnknownBlock', id: string, html: string }
                | { __typename: 'VideoBlock', id: string, html: string }
              > } }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null } | null }
    | { __typename: 'WithdrawnArticle', reason: WithdrawalReason }
   | null };

export type LiveBlogQueryVariables = Exact<{
  path: string;
}>;


export type LiveBlogQuery = { article:
    | { __typename: 'MovedArticle', articleId: string, path: string }
    | { __typename: 'NewsArticle', id: string, headline: string, kicker: string | null, byline: string | null, inLanguage: string, direction: Direction, datePublished: string, dateModified: string, standfirst: { html: string } | null, section: { slug: string, name: string }, body: { html: string } | null, liveBlog: { isLive: boolean, coverageStartTime: string | null, coverageEndTime: string | null, pinned: Array<{ id: string, headline: string | null, datePublished: string, dateModified: string | null, isKeyEvent: boolean, byline: string | null, isTruncated: boolean, contributions: Array<{ role: ContributionRole, person: { id: string, name: string } }>, blocks: Array<
            | { __typename: 'Blockquote', id: string, html: string }
            | { __typename: 'CorrectionNote', id: string, html: string }
            | { __typename: 'Divider', id: string, html: string }
            | { __typename: 'Embed', id: string, html: string }
            | { __typename: 'GalleryBlock', id: string, html: string }
            | { __typename: 'Heading', id: string, html: string }
            | { __typename: 'ImageBlock', id: string, html: string }
            | { __typename: 'KeyFacts', id: string, html: string }
            | { __typename: 'ListBlock', id: string, html: string }
            | { __typename: 'Paragraph', id: string, html: string }
            | { __typename: 'PullQuote', id: string, html: string }
            | { __typename: 'TableBlock', id: string, html: string }
            | { __typename: 'UnknownBlock', id: string, html: string }
            | { __typename: 'VideoBlock', id: string, html: string }
          > }> | null, keyEvents: Array<{ id: string, headline: string | null, datePublished: string }> | null, posts: { edges: Array<{ cursor: string, node: { id: string, headline: string | null, datePublished: string, dateModified: string | null, isKeyEvent: boolean, byline: string | null, isTruncated: boolean, contributions: Array<{ role: ContributionRole, person: { id: string, name: string } }>, blocks: Array<
                | { __typename: 'Blockquote', id: string, html: string }
                | { __typename: 'CorrectionNote', id: string, html: string }
                | { __typename: 'Divider', id: string, html: string }
                | { __typename: 'Embed', id: string, html: string }
                | { __typename: 'GalleryBlock', id: string, html: string }
                | { __typename: 'Heading', id: string, html: string }
                | { __typename: 'ImageBlock', id: string, html: string }
                | { __typename: 'KeyFacts', id: string, html: string }
                | { __typename: 'ListBlock', id: string, html: string }
                | { __typename: 'Paragraph', id: string, html: string }
                | { __typename: 'PullQuote', id: string, html: string }
                | { __typename: 'TableBlock', id: string, html: string }
                | { __typename: 'UnknownBlock', id: string, html: string }
                | { __typename: 'VideoBlock', id: string, html: string }
              > } }>, pageInfo: { hasNextPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null }
    | { __typename: 'WithdrawnArticle', articleId: string, reason: WithdrawalReason }
   | null };

export type PostFragment = { id: string, headline: string | null, datePublished: string, dateModified: string | null, isKeyEvent: boolean, byline: string | null, isTruncated: boolean, contributions: Array<{ role: ContributionRole, person: { id: string, name: string } }>, blocks: Array<
    | { __typename: 'Blockquote', id: string, html: string }
    | { __typename: 'CorrectionNote', id: string, html: string }
    | { __typename: 'Divider', id: string, html: string }
    | { __typename: 'Embed', id: string, html: string }
    | { __typename: 'GalleryBlock', id: string, html: string }
    | { __typename: 'Heading', id: string, html: string }
    | { __typename: 'ImageBlock', id: string, html: string }
    | { __typename: 'KeyFacts', id: string, html: string }
    | { __typename: 'ListBlock', id: string, html: string }
    | { __typename: 'Paragraph', id: string, html: string }
    | { __typename: 'PullQuote', id: string, html: string }
    | { __typename: 'TableBlock', id: string, html: string }
    | { __typename: 'UnknownBlock', id: string, html: string }
    | { __typename: 'VideoBlock', id: string, html: string }
  > };

export type OrganisationQueryVariables = Exact<{
  id: string;
}>;


export type OrganisationQuery = { node:
    | { __typename: 'LivePost' }
    | { __typename: 'NewsArticle' }
    | { __typename: 'NewsEvent' }
    | { __typename: 'Organization', id: string, name: string, path: string, identity: Identity, articles: { edges: Array<{ node: { id: string, headline: string, path: string, datePublished: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, path: string } }> } | null, quotations: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null } | null, isPartOf: { id: string, path: string } | null } }> } | null }
    | { __typename: 'Person' }
    | { __typename: 'Place' }
    | { __typename: 'Quotation' }
    | { __typename: 'Topic' }
   | null };

export type PersonQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type PersonQuery = { node:
    | { __typename: 'LivePost' }
    | { __typename: 'NewsArticle' }
    | { __typename: 'NewsEvent' }
    | { __typename: 'Organization' }
    | { __typename: 'Person', id: string, name: string, path: string, roles: { edges: Array<{ node: { jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string } | null, isPartOf: { id: string, datePublished: string } } }> } | null, quotations: { edges: Array<{ node: { id: string, text: string, blockId: string | null, speaker: { jobTitle: string | null, affiliation: { id: string, name: string } | null } | null, isPartOf: { id: string, headline: string, path: string, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null, articles: { edges: Array<{ node: { id: string, headline: string, path: string } }> } | null }
    | { __typename: 'Place' }
    | { __typename: 'Quotation' }
    | { __typename: 'Topic' }
   | null };

export type SearchHitsQueryVariables = Exact<{
  ids: Array<string>;
}>;


export type SearchHitsQuery = { nodes: Array<
    | { __typename: 'LivePost', id: string }
    | { __typename: 'NewsArticle', headline: string, path: string, inLanguage: string, direction: Direction, datePublished: string, id: string, standfirst: { text: string } | null, image: { alternativeText: string | null, crop: string } | null }
    | { __typename: 'NewsEvent', name: string, id: string }
    | { __typename: 'Organization', name: string, id: string }
    | { __typename: 'Person', name: string, id: string }
    | { __typename: 'Place', name: string, id: string }
    | { __typename: 'Quotation', id: string }
    | { __typename: 'Topic', name: string, id: string }
   | null> };

export type SectionQueryVariables = Exact<{
  slug: string;
  after?: string | null | undefined;
}>;


export type SectionQuery = { section: { slug: string, name: string, path: string, parent: { name: string, path: string, parent: { name: string, path: string } | null } | null, children: Array<{ name: string, path: string }> | null, articles: { edges: Array<{ cursor: string, node: { id: string, path: string, headline: string, kicker: string | null, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type TopicQueryVariables = Exact<{
  id: string;
  from?: string | null | undefined;
  until?: string | null | undefined;
  after?: string | null | undefined;
}>;


export type TopicQuery = { node:
    | { __typename: 'LivePost' }
    | { __typename: 'NewsArticle' }
    | { __typename: 'NewsEvent' }
    | { __typename: 'Organization' }
    | { __typename: 'Person' }
    | { __typename: 'Place' }
    | { __typename: 'Quotation' }
    | { __typename: 'Topic', id: string, name: string, path: string, articles: { edges: Array<{ node: { id: string, headline: string, path: string, datePublished: string, standfirst: { text: string } | null } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null }
   | null };

export type TranslationsQueryVariables = Exact<{
  path: string;
}>;


export type TranslationsQuery = { article:
    | { __typename: 'MovedArticle' }
    | { __typename: 'NewsArticle', id: string, inLanguage: string, direction: Direction, canonicalUrl: string, alternates: Array<{ inLanguage: string, canonicalUrl: string, article: { id: string, path: string, headline: string, direction: Direction } }> | null }
    | { __typename: 'WithdrawnArticle' }
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const CardPictureFragmentDoc = new TypedDocumentString(`
    fragment CardPicture on Image {
  alternativeText
  focalPoint {
    x
    y
  }
  small: crop(ratio: "3:2", width: 480)
  large: crop(ratio: "3:2", width: 960)
}
    `, {"fragmentName":"CardPicture"}) as unknown as TypedDocumentString<CardPictureFragment, unknown>;
export const ArticleCardFragmentDoc = new TypedDocumentString(`
    fragment ArticleCard on NewsArticle {
  id
  headline
  kicker
  standfirst {
    text
  }
  path
  inLanguage
  direction
  datePublished
  isAccessibleForFree
  section {
    slug
    name
    path
  }
  image {
    ...CardPicture
  }
}
    fragment CardPicture on Image {
  alternativeText
  focalPoint {
    x
    y
  }
  small: crop(ratio: "3:2", width: 480)
  large: crop(ratio: "3:2", width: 960)
}`, {"fragmentName":"ArticleCard"}) as unknown as TypedDocumentString<ArticleCardFragment, unknown>;
export const TextMarkFragmentDoc = new TypedDocumentString(`
    fragment TextMark on Mark {
  type
  start
  end
  href
  conceptId
}
    `, {"fragmentName":"TextMark"}) as unknown as TypedDocumentString<TextMarkFragment, unknown>;
export const TextItemFragmentDoc = new TypedDocumentString(`
    fragment TextItem on ListItem {
  text
  level
  marks {
    ...TextMark
  }
}
    fragment TextMark on Mark {
  type
  start
  end
  href
  conceptId
}`, {"fragmentName":"TextItem"}) as unknown as TypedDocumentString<TextItemFragment, unknown>;
export const TextPictureFragmentDoc = new TypedDocumentString(`
    fragment TextPicture on Image {
  alternativeText
  caption
  creditText
  width
  height
  small: crop(width: 640)
  large: crop(width: 1280)
  boxed: crop(ratio: "3:2", width: 960)
}
    `, {"fragmentName":"TextPicture"}) as unknown as TypedDocumentString<TextPictureFragment, unknown>;
export const TextBlockFragmentDoc = new TypedDocumentString(`
    fragment TextBlock on Block {
  __typename
  id
  html
  text
  ... on Paragraph {
    marks {
      ...TextMark
    }
  }
  ... on Heading {
    level
    marks {
      ...TextMark
    }
  }
  ... on Blockquote {
    cite
    marks {
      ...TextMark
    }
  }
  ... on PullQuote {
    cite
    marks {
      ...TextMark
    }
  }
  ... on ListBlock {
    ordered
    items {
      ...TextItem
    }
  }
  ... on KeyFacts {
    heading
    items {
      ...TextItem
    }
  }
  ... on TableBlock {
    caption
    rows {
      cells {
        text
        isHeader
        colSpan
        rowSpan
        marks {
          ...TextMark
        }
      }
    }
  }
  ... on ImageBlock {
    image {
      ...TextPicture
    }
  }
  ... on GalleryBlock {
    caption
    images {
      ...TextPicture
    }
  }
  ... on VideoBlock {
    video {
      url
      mimeType
      caption
      creditText
      duration
      poster {
        ...TextPicture
      }
    }
  }
  ... on Embed {
    url
    provider
  }
  ... on CorrectionNote {
    date
    marks {
      ...TextMark
    }
  }
}
    fragment TextItem on ListItem {
  text
  level
  marks {
    ...TextMark
  }
}
fragment TextMark on Mark {
  type
  start
  end
  href
  conceptId
}
fragment TextPicture on Image {
  alternativeText
  caption
  creditText
  width
  height
  small: crop(width: 640)
  large: crop(width: 1280)
  boxed: crop(ratio: "3:2", width: 960)
}`, {"fragmentName":"TextBlock"}) as unknown as TypedDocumentString<TextBlockFragment, unknown>;
export const ArticleTextFragmentDoc = new TypedDocumentString(`
    fragment ArticleText on Body {
  wordCount
  timeRequired
  truncated {
    reason
    wordsLeft
  }
  blocks {
    ...TextBlock
  }
}
    fragment TextBlock on Block {
  __typename
  id
  html
  text
  ... on Paragraph {
    marks {
      ...TextMark
    }
  }
  ... on Heading {
    level
    marks {
      ...TextMark
    }
  }
  ... on Blockquote {
    cite
    marks {
      ...TextMark
    }
  }
  ... on PullQuote {
    cite
    marks {
      ...TextMark
    }
  }
  ... on ListBlock {
    ordered
    items {
      ...TextItem
    }
  }
  ... on KeyFacts {
    heading
    items {
      ...TextItem
    }
  }
  ... on TableBlock {
    caption
    rows {
      cells {
        text
        isHeader
        colSpan
        rowSpan
        marks {
          ...TextMark
        }
      }
    }
  }
  ... on ImageBlock {
    image {
      ...TextPicture
    }
  }
  ... on GalleryBlock {
    caption
    images {
      ...TextPicture
    }
  }
  ... on VideoBlock {
    video {
      url
      mimeType
      caption
      creditText
      duration
      poster {
        ...TextPicture
      }
    }
  }
  ... on Embed {
    url
    provider
  }
  ... on CorrectionNote {
    date
    marks {
      ...TextMark
    }
  }
}
fragment TextItem on ListItem {
  text
  level
  marks {
    ...TextMark
  }
}
fragment TextMark on Mark {
  type
  start
  end
  href
  conceptId
}
fragment TextPicture on Image {
  alternativeText
  caption
  creditText
  width
  height
  small: crop(width: 640)
  large: crop(width: 1280)
  boxed: crop(ratio: "3:2", width: 960)
}`, {"fragmentName":"ArticleText"}) as unknown as TypedDocumentString<ArticleTextFragment, unknown>;
export const ArticleBlockFragmentDoc = new TypedDocumentString(`
    fragment ArticleBlock on Block {
  __typename
  id
  html
  ... on Paragraph {
    text
    marks {
      type
      start
      end
      href
    }
  }
  ... on ImageBlock {
    image {
      url
      alternativeText
      caption
      creditText
      width
      height
    }
  }
}
    `, {"fragmentName":"ArticleBlock"}) as unknown as TypedDocumentString<ArticleBlockFragment, unknown>;
export const CardFragmentDoc = new TypedDocumentString(`
    fragment Card on NewsArticle {
  id
  path
  inLanguage
  direction
  datePublished
  dateModified
  isAccessibleForFree
  section {
    slug
    name
  }
  contributions {
    role
    person {
      id
      name
    }
  }
}
    `, {"fragmentName":"Card"}) as unknown as TypedDocumentString<CardFragment, unknown>;
export const CardImageFragmentDoc = new TypedDocumentString(`
    fragment CardImage on Image {
  alternativeText
  focalPoint {
    x
    y
  }
  small: crop(ratio: "3:2", width: 480)
  large: crop(ratio: "3:2", width: 1200)
}
    `, {"fragmentName":"CardImage"}) as unknown as TypedDocumentString<CardImageFragment, unknown>;
export const PostFragmentDoc = new TypedDocumentString(`
    fragment Post on LivePost {
  id
  headline
  datePublished
  dateModified
  isKeyEvent
  byline
  contributions {
    role
    person {
      id
      name
    }
  }
  blocks {
    __typename
    id
    html
  }
  isTruncated
}
    `, {"fragmentName":"Post"}) as unknown as TypedDocumentString<PostFragment, unknown>;
export const ArticleDocument = new TypedDocumentString(`
    query Article($path: String!) {
  article(by: {path: $path}) {
    __typename
    ... on NewsArticle {
      id
      headline
      kicker
      standfirst {
        html
        quotation {
          speaker {
            name
          }
        }
      }
      byline
      dateline
      inLanguage
      direction
      datePublished
      dateModified
      canonicalUrl
      seo {
        title
        description
        robots
      }
      corrections {
        date
        text
      }
      section {
        slug
        name
        path
        parent {
          name
          path
        }
      }
      image {
        alternativeText
        caption
        creditText
        wide: crop(ratio: "16:9", width: 1200)
      }
      series {
        slug
        name
      }
      contributions {
        role
        person {
          id
          name
        }
        links {
          name
          url
        }
        note
      }
      isAccessibleForFree
      body {
        wordCount
        timeRequired
        truncated {
          reason
          wordsLeft
        }
        blocks {
          ...ArticleBlock
        }
      }
      quotations {
        id
        text
        directness
        blockId
        start
        end
        assertedBy
        speaker {
          name
          jobTitle
          affiliation {
            id
            name
          }
          describedAs
          anonymous
          agent {
            id
            name
          }
        }
      }
      related(first: 3) {
        reason
        label
        article {
          id
          path
          headline
          direction
        }
      }
    }
    ... on MovedArticle {
      articleId
      path
    }
    ... on WithdrawnArticle {
      articleId
      reason
    }
  }
}
    fragment ArticleBlock on Block {
  __typename
  id
  html
  ... on Paragraph {
    text
    marks {
      type
      start
      end
      href
    }
  }
  ... on ImageBlock {
    image {
      url
      alternativeText
      caption
      creditText
      width
      height
    }
  }
}`) as unknown as TypedDocumentString<ArticleQuery, ArticleQueryVariables>;
export const AuthorDocument = new TypedDocumentString(`
    query Author($id: ID!, $after: String) {
  node(id: $id) {
    __typename
    ... on Person {
      id
      name
      path
      contributions(first: 20, after: $after) {
        edges {
          node {
            id
            path
            headline
            inLanguage
            direction
            datePublished
            section {
              slug
              name
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuthorQuery, AuthorQueryVariables>;
export const ChangesDocument = new TypedDocumentString(`
    query Changes($after: String) {
  changes(first: 50, after: $after) {
    edges {
      node {
        date
        kind
        articleId
        article {
          id
          headline
          canonicalUrl
          dateModified
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<ChangesQuery, ChangesQueryVariables>;
export const DeepLinkDocument = new TypedDocumentString(`
    query DeepLink($url: String!) {
  resolve(url: $url) {
    __typename
    ... on NewsArticle {
      id
      path
      headline
      body {
        html
        truncated {
          reason
          wordsLeft
        }
      }
    }
    ... on MovedArticle {
      articleId
      path
    }
    ... on WithdrawnArticle {
      articleId
      reason
      withdrawnAt
    }
    ... on Front {
      slug
      path
    }
    ... on Section {
      slug
      path
    }
    ... on Author {
      path
      person {
        id
      }
    }
    ... on Concept {
      id
      name
      path
    }
  }
}
    `) as unknown as TypedDocumentString<DeepLinkQuery, DeepLinkQueryVariables>;
export const EventDocument = new TypedDocumentString(`
    query Event($id: ID!) {
  node(id: $id) {
    __typename
    ... on NewsEvent {
      id
      name
      path
      articles(first: 10) {
        edges {
          node {
            id
            headline
            path
            datePublished
          }
        }
      }
      quotations(first: 20) {
        edges {
          node {
            id
            text
            speaker {
              name
              jobTitle
              agent {
                __typename
                id
                name
              }
            }
            isPartOf {
              id
              path
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EventQuery, EventQueryVariables>;
export const FrontDocument = new TypedDocumentString(`
    query Front($slug: String! = "home") {
  site {
    name
    url
    logo
    languages
  }
  front(slug: $slug) {
    title
    path
    description
    dateModified
    containers {
      slug
      headline
      kicker
      path
      layout
      items {
        headline
        kicker
        standfirst {
          text
        }
        image {
          ...CardImage
        }
        isCurated
        article {
          ...Card
        }
      }
    }
  }
}
    fragment Card on NewsArticle {
  id
  path
  inLanguage
  direction
  datePublished
  dateModified
  isAccessibleForFree
  section {
    slug
    name
  }
  contributions {
    role
    person {
      id
      name
    }
  }
}
fragment CardImage on Image {
  alternativeText
  focalPoint {
    x
    y
  }
  small: crop(ratio: "3:2", width: 480)
  large: crop(ratio: "3:2", width: 1200)
}`) as unknown as TypedDocumentString<FrontQuery, FrontQueryVariables>;
export const LiveBlogPollDocument = new TypedDocumentString(`
    query LiveBlogPoll($id: ID!, $newest: String) {
  article(by: {id: $id}) {
    __typename
    ... on NewsArticle {
      id
      dateModified
      liveBlog {
        isLive
        posts(last: 50, before: $newest) {
          edges {
            cursor
            node {
              id
              headline
              datePublished
              isKeyEvent
              isPinned
              byline
              blocks {
                __typename
                id
                html
              }
              isTruncated
            }
          }
          pageInfo {
            hasPreviousPage
            startCursor
          }
        }
      }
    }
    ... on WithdrawnArticle {
      reason
    }
  }
}
    `) as unknown as TypedDocumentString<LiveBlogPollQuery, LiveBlogPollQueryVariables>;
export const LiveBlogDocument = new TypedDocumentString(`
    query LiveBlog($path: String!) {
  article(by: {path: $path}) {
    __typename
    ... on NewsArticle {
      id
      headline
      kicker
      standfirst {
        html
      }
      byline
      inLanguage
      direction
      datePublished
      dateModified
      section {
        slug
        name
      }
      body {
        html
      }
      liveBlog {
        isLive
        coverageStartTime
        coverageEndTime
        pinned {
          ...Post
        }
        keyEvents(first: 10) {
          id
          headline
          datePublished
        }
        posts(first: 20) {
          edges {
            cursor
            node {
              ...Post
            }
          }
          pageInfo {
            hasNextPage
            startCursor
            endCursor
          }
        }
      }
    }
    ... on MovedArticle {
      articleId
      path
    }
    ... on WithdrawnArticle {
      articleId
      reason
    }
  }
}
    fragment Post on LivePost {
  id
  headline
  datePublished
  dateModified
  isKeyEvent
  byline
  contributions {
    role
    person {
      id
      name
    }
  }
  blocks {
    __typename
    id
    html
  }
  isTruncated
}`) as unknown as TypedDocumentString<LiveBlogQuery, LiveBlogQueryVariables>;
export const OrganisationDocument = new TypedDocumentString(`
    query Organisation($id: ID!) {
  node(id: $id) {
    __typename
    ... on Organization {
      id
      name
      path
      identity
      articles(first: 10) {
        edges {
          node {
            id
            headline
            path
            datePublished
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      mentioned: articles(role: MENTIONED, first: 5) {
        edges {
          node {
            id
            headline
            path
          }
        }
      }
      quotations(first: 5) {
        edges {
          node {
            id
            text
            speaker {
              name
              jobTitle
            }
            isPartOf {
              id
              path
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OrganisationQuery, OrganisationQueryVariables>;
export const PersonDocument = new TypedDocumentString(`
    query Person($id: ID!, $after: String) {
  node(id: $id) {
    __typename
    ... on Person {
      id
      name
      path
      roles(first: 3) {
        edges {
          node {
            jobTitle
            affiliation {
              id
              name
            }
            describedAs
            isPartOf {
              id
              datePublished
            }
          }
        }
      }
      quotations(first: 10, after: $after) {
        edges {
          node {
            id
            text
            blockId
            speaker {
              jobTitle
              affiliation {
                id
                name
              }
            }
            isPartOf {
              id
              headline
              path
              datePublished
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      articles(first: 5) {
        edges {
          node {
            id
            headline
            path
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PersonQuery, PersonQueryVariables>;
export const SearchHitsDocument = new TypedDocumentString(`
    query SearchHits($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    id
    ... on NewsArticle {
      headline
      path
      inLanguage
      direction
      datePublished
      standfirst {
        text
      }
      image {
        alternativeText
        crop(ratio: "1:1", width: 240)
      }
    }
    ... on Concept {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SearchHitsQuery, SearchHitsQueryVariables>;
export const SectionDocument = new TypedDocumentString(`
    query Section($slug: String!, $after: String) {
  section(slug: $slug) {
    slug
    name
    path
    parent {
      name
      path
      parent {
        name
        path
      }
    }
    children {
      name
      path
    }
    articles(first: 20, after: $after) {
      edges {
        cursor
        node {
          id
          path
          headline
          kicker
          inLanguage
          direction
          datePublished
          isAccessibleForFree
          standfirst {
            text
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SectionQuery, SectionQueryVariables>;
export const TopicDocument = new TypedDocumentString(`
    query Topic($id: ID!, $from: DateTime, $until: DateTime, $after: String) {
  node(id: $id) {
    __typename
    ... on Topic {
      id
      name
      path
      articles(first: 20, after: $after, published: {from: $from, until: $until}) {
        edges {
          node {
            id
            headline
            path
            datePublished
            standfirst {
              text
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TopicQuery, TopicQueryVariables>;
export const TranslationsDocument = new TypedDocumentString(`
    query Translations($path: String!) {
  article(by: {path: $path}) {
    __typename
    ... on NewsArticle {
      id
      inLanguage
      direction
      canonicalUrl
      alternates {
        inLanguage
        canonicalUrl
        article {
          id
          path
          headline
          direction
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<TranslationsQuery, TranslationsQueryVariables>;
