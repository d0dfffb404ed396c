// Written by `npm run codegen` from schema/*.graphql and {client/fragments,web/documents}/*.graphql. Never edited.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type ArticlePageFragment = { id: string, path: string, headline: string, kicker: string | null, byline: string | null, dateline: string | null, inLanguage: string, direction: Direction, genre: string | null, datePublished: string, dateModified: string, canonicalUrl: string, copyrightNotice: string | null, isAccessibleForFree: boolean, standfirst: { text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }>, quotation: { id: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
          | { __typename: 'NewsEvent', id: string, path: string }
          | { __typename: 'Organization', id: string, path: string }
          | { __typename: 'Person', id: string, path: string }
          | { __typename: 'Place', id: string, path: string }
          | { __typename: 'Topic', id: string, path: string }
         | null } | null } | null } | null, seo: { title: string, description: string | null, robots: string } | null, versions: Array<{ number: number, date: string, note: string | null }> | null, corrections: Array<{ date: string, text: string }> | null, section: { name: string, path: string, parent: { name: string, path: string } | null }, image: { alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string } | null, series: { name: string, articles: { edges: Array<{ node: { id: string, path: string, headline: string, inLanguage: string, direction: Direction } }> } | null } | null, contributions: Array<{ role: ContributionRole, path: string, note: string | null, person: { id: string, name: string }, links: Array<{ name: string, url: string | null }> | null }> | null, about: Array<
    | { __typename: 'NewsEvent', id: string, name: string, path: string }
    | { __typename: 'Organization', id: string, name: string, path: string }
    | { __typename: 'Person', id: string, name: string, path: string }
    | { __typename: 'Place', id: string, name: string, path: string }
    | { __typename: 'Topic', id: string, name: string, path: string }
  > | null, mentions: Array<
    | { __typename: 'NewsEvent', id: string, name: string, path: string }
    | { __typename: 'Organization', id: string, name: string, path: string }
    | { __typename: 'Person', id: string, name: string, path: string }
    | { __typename: 'Place', id: string, name: string, path: string }
    | { __typename: 'Topic', id: string, name: string, path: string }
  > | null, alternates: Array<{ inLanguage: string, canonicalUrl: string, article: { path: string } }> | null, body: { wordCount: number, timeRequired: string, truncated: { reason: TruncationReason, wordsLeft: number } | null, blocks: Array<
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
    > } | null, quotations: Array<{ id: string, text: string, blockId: string | null, start: number, end: number, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
        | { __typename: 'NewsEvent', id: string, path: string }
        | { __typename: 'Organization', id: string, path: string }
        | { __typename: 'Person', id: string, path: string }
        | { __typename: 'Place', id: string, path: string }
        | { __typename: 'Topic', id: string, path: string }
       | null } | null }> | null, related: Array<{ reason: RelatedReason, label: string | null, article: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }> | null, liveBlog: { isLive: boolean } | null };

type Subject_NewsEvent_Fragment = { __typename: 'NewsEvent', id: string, name: string, path: string };

type Subject_Organization_Fragment = { __typename: 'Organization', id: string, name: string, path: string };

type Subject_Person_Fragment = { __typename: 'Person', id: string, name: string, path: string };

type Subject_Place_Fragment = { __typename: 'Place', id: string, name: string, path: string };

type Subject_Topic_Fragment = { __typename: 'Topic', id: string, name: string, path: string };

export type SubjectFragment =
  | Subject_NewsEvent_Fragment
  | Subject_Organization_Fragment
  | Subject_Person_Fragment
  | Subject_Place_Fragment
  | Subject_Topic_Fragment
;

export type SpeakerFragment = { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
    | { __typename: 'NewsEvent', id: string, path: string }
    | { __typename: 'Organization', id: string, path: string }
    | { __typename: 'Person', id: string, path: string }
    | { __typename: 'Place', id: string, path: string }
    | { __typename: 'Topic', id: string, path: string }
   | null };

type AboutConcept_NewsEvent_Fragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null };

type AboutConcept_Organization_Fragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null };

type AboutConcept_Person_Fragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null };

type AboutConcept_Place_Fragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null };

type AboutConcept_Topic_Fragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null };

export type AboutConceptFragment =
  | AboutConcept_NewsEvent_Fragment
  | AboutConcept_Organization_Fragment
  | AboutConcept_Person_Fragment
  | AboutConcept_Place_Fragment
  | AboutConcept_Topic_Fragment
;

export type PersonPageFragment = { biography: string | null, jobTitle: string | null, id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, image: { alternativeText: string | null, creditText: string | null, portrait: string } | null, links: Array<{ name: string, url: string }> | null, roles: { edges: Array<{ node: { jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, isPartOf: { id: string, path: string, datePublished: string } } }> } | null, said: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
            | { __typename: 'NewsEvent', id: string, path: string }
            | { __typename: 'Organization', id: string, path: string }
            | { __typename: 'Person', id: string, path: string }
            | { __typename: 'Place', id: string, path: string }
            | { __typename: 'Topic', id: string, path: string }
           | null } | null, isPartOf: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, written: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type AuthorPageFragment = { biography: string | null, jobTitle: string | null, id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, image: { alternativeText: string | null, creditText: string | null, portrait: string } | null, links: Array<{ name: string, url: string }> | null, written: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type OrganizationPageFragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, said: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
            | { __typename: 'NewsEvent', id: string, path: string }
            | { __typename: 'Organization', id: string, path: string }
            | { __typename: 'Person', id: string, path: string }
            | { __typename: 'Place', id: string, path: string }
            | { __typename: 'Topic', id: string, path: string }
           | null } | null, isPartOf: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type PlacePageFragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, geo: { latitude: number, longitude: number } | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type EventPageFragment = { startDate: string | null, endDate: string | null, id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, said: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
            | { __typename: 'NewsEvent', id: string, path: string }
            | { __typename: 'Organization', id: string, path: string }
            | { __typename: 'Person', id: string, path: string }
            | { __typename: 'Place', id: string, path: string }
            | { __typename: 'Topic', id: string, path: string }
           | null } | null, isPartOf: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type TopicPageFragment = { id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type SaidFragment = { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
          | { __typename: 'NewsEvent', id: string, path: string }
          | { __typename: 'Organization', id: string, path: string }
          | { __typename: 'Person', id: string, path: string }
          | { __typename: 'Place', id: string, path: string }
          | { __typename: 'Topic', id: string, path: string }
         | null } | null, isPartOf: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } };

export type FrontPageFragment = { slug: string, title: string, path: string, description: string | null, language: string | null, containers: Array<{ slug: string, headline: string | null, kicker: string | null, path: string | null, layout: string | null, items: Array<{ headline: string, kicker: string | null, standfirst: { text: string } | null, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null, article: { id: string, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, section: { name: string, path: string } } }> | null }> };

export type LatestQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type LatestQuery = { latest: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

export type LivePostsQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type LivePostsQuery = { article:
    | { id: string, liveBlog: { isLive: boolean, pinned: Array<{ id: string, headline: string | null, datePublished: string, isKeyEvent: boolean, isPinned: boolean, byline: string | null, isTruncated: boolean, blocks: Array<
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
          > }> | null, keyEvents: Array<{ id: string, headline: string | null, datePublished: string }> | null, posts: { edges: Array<{ node: { id: string, headline: string | null, datePublished: string, isKeyEvent: boolean, isPinned: boolean, byline: string | null, isTruncated: boolean, blocks: Array<
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
              > } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null }
    | Record<PropertyKey, never>
   | null };

export type LivePollQueryVariables = Exact<{
  id: string;
  newest?: string | null | undefined;
}>;


export type LivePollQuery = { article:
    | { __typename: 'MovedArticle' }
    | { __typename: 'NewsArticle', id: string, liveBlog: { isLive: boolean, posts: { edges: Array<{ node: { id: string, headline: string | null, datePublished: string, isKeyEvent: boolean, isPinned: boolean, byline: string | null, isTruncated: boolean, blocks: Array<
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
              > } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } | null }
    | { __typename: 'WithdrawnArticle' }
   | null };

export type LivePostTextFragment = { id: string, headline: string | null, datePublished: string, isKeyEvent: boolean, isPinned: boolean, byline: string | null, isTruncated: boolean, blocks: Array<
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

export type PageQueryVariables = Exact<{
  url: string;
  chrome: boolean;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type PageQuery = { site?: { name: string, publisher: string, logo: string | null, languages: Array<string> }, sections?: Array<{ slug: string, name: string, path: string, parent: { slug: string } | null }> | null, page:
    | { __typename: 'Author', path: string, person: { id: string, biography: string | null, jobTitle: string | null, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, image: { alternativeText: string | null, creditText: string | null, portrait: string } | null, links: Array<{ name: string, url: string }> | null, written: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null } }
    | { __typename: 'Front', slug: string, title: string, path: string, description: string | null, language: string | null, containers: Array<{ slug: string, headline: string | null, kicker: string | null, path: string | null, layout: string | null, items: Array<{ headline: string, kicker: string | null, standfirst: { text: string } | null, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null, article: { id: string, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, section: { name: string, path: string } } }> | null }> }
    | { __typename: 'MovedArticle', path: string }
    | { __typename: 'NewsArticle', id: string, path: string, headline: string, kicker: string | null, byline: string | null, dateline: string | null, inLanguage: string, direction: Direction, genre: string | null, datePublished: string, dateModified: string, canonicalUrl: string, copyrightNotice: string | null, isAccessibleForFree: boolean, standfirst: { text: string, marks: Array<{ type: MarkType, start: number, end: number, href: string | null, conceptId: string | null }>, quotation: { id: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
              | { __typename: 'NewsEvent', id: string, path: string }
              | { __typename: 'Organization', id: string, path: string }
              | { __typename: 'Person', id: string, path: string }
              | { __typename: 'Place', id: string, path: string }
              | { __typename: 'Topic', id: string, path: string }
             | null } | null } | null } | null, seo: { title: string, description: string | null, robots: string } | null, versions: Array<{ number: number, date: string, note: string | null }> | null, corrections: Array<{ date: string, text: string }> | null, section: { name: string, path: string, parent: { name: string, path: string } | null }, image: { alternativeText: string | null, caption: string | null, creditText: string | null, width: number | null, height: number | null, small: string, large: string, boxed: string } | null, series: { name: string, articles: { edges: Array<{ node: { id: string, path: string, headline: string, inLanguage: string, direction: Direction } }> } | null } | null, contributions: Array<{ role: ContributionRole, path: string, note: string | null, person: { id: string, name: string }, links: Array<{ name: string, url: string | null }> | null }> | null, about: Array<
        | { __typename: 'NewsEvent', id: string, name: string, path: string }
        | { __typename: 'Organization', id: string, name: string, path: string }
        | { __typename: 'Person', id: string, name: string, path: string }
        | { __typename: 'Place', id: string, name: string, path: string }
        | { __typename: 'Topic', id: string, name: string, path: string }
      > | null, mentions: Array<
        | { __typename: 'NewsEvent', id: string, name: string, path: string }
        | { __typename: 'Organization', id: string, name: string, path: string }
        | { __typename: 'Person', id: string, name: string, path: string }
        | { __typename: 'Place', id: string, name: string, path: string }
        | { __typename: 'Topic', id: string, name: string, path: string }
      > | null, alternates: Array<{ inLanguage: string, canonicalUrl: string, article: { path: string } }> | null, body: { wordCount: number, timeRequired: string, truncated: { reason: TruncationReason, wordsLeft: number } | null, blocks: Array<
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
        > } | null, quotations: Array<{ id: string, text: string, blockId: string | null, start: number, end: number, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
            | { __typename: 'NewsEvent', id: string, path: string }
            | { __typename: 'Organization', id: string, path: string }
            | { __typename: 'Person', id: string, path: string }
            | { __typename: 'Place', id: string, path: string }
            | { __typename: 'Topic', id: string, path: string }
           | null } | null }> | null, related: Array<{ reason: RelatedReason, label: string | null, article: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }> | null, liveBlog: { isLive: boolean } | null }
    | { __typename: 'NewsEvent', startDate: string | null, endDate: string | null, id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, said: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
                | { __typename: 'NewsEvent', id: string, path: string }
                | { __typename: 'Organization', id: string, path: string }
                | { __typename: 'Person', id: string, path: string }
                | { __typename: 'Place', id: string, path: string }
                | { __typename: 'Topic', id: string, path: string }
               | null } | null, isPartOf: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { __typename: 'Organization', id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, said: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
                | { __typename: 'NewsEvent', id: string, path: string }
                | { __typename: 'Organization', id: string, path: string }
                | { __typename: 'Person', id: string, path: string }
                | { __typename: 'Place', id: string, path: string }
                | { __typename: 'Topic', id: string, path: string }
               | null } | null, isPartOf: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { __typename: 'Person', biography: string | null, jobTitle: string | null, id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, image: { alternativeText: string | null, creditText: string | null, portrait: string } | null, links: Array<{ name: string, url: string }> | null, roles: { edges: Array<{ node: { jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, isPartOf: { id: string, path: string, datePublished: string } } }> } | null, said: { edges: Array<{ node: { id: string, text: string, speaker: { name: string | null, jobTitle: string | null, describedAs: string | null, affiliation: { id: string, name: string, path: string } | null, agent:
                | { __typename: 'NewsEvent', id: string, path: string }
                | { __typename: 'Organization', id: string, path: string }
                | { __typename: 'Person', id: string, path: string }
                | { __typename: 'Place', id: string, path: string }
                | { __typename: 'Topic', id: string, path: string }
               | null } | null, isPartOf: { id: string, path: string, headline: string, inLanguage: string, direction: Direction, datePublished: string } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, written: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { __typename: 'Place', id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, geo: { latitude: number, longitude: number } | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { __typename: 'Section', slug: string, name: string, path: string, parent: { name: string, path: string, parent: { name: string, path: string } | null } | null, children: Array<{ name: string, path: string }> | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { __typename: 'Topic', id: string, name: string, path: string, identity: Identity, alternateNames: Array<string> | null, sameAs: Array<string> | null, description: string | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null, mentioned: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null }
    | { __typename: 'WithdrawnArticle', reason: WithdrawalReason, withdrawnAt: string }
   | null };

export type CardsFragment = { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } };

export type PlaceInListFragment = { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null };

export type SectionPageFragment = { slug: string, name: string, path: string, parent: { name: string, path: string, parent: { name: string, path: string } | null } | null, children: Array<{ name: string, path: string }> | null, articles: { edges: Array<{ node: { id: string, headline: string, kicker: string | null, path: string, inLanguage: string, direction: Direction, datePublished: string, isAccessibleForFree: boolean, standfirst: { text: string } | null, section: { slug: string, name: string, path: string }, image: { alternativeText: string | null, small: string, large: string, focalPoint: { x: number, y: number } | null } | null } }>, pageInfo: { hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } } | null };

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
export const TextMarkFragmentDoc = new TypedDocumentString(`
    fragment TextMark on Mark {
  type
  start
  end
  href
  conceptId
}
    `, {"fragmentName":"TextMark"}) as unknown as TypedDocumentString<TextMarkFragment, unknown>;
export const SpeakerFragmentDoc = new TypedDocumentString(`
    fragment Speaker on Attribution {
  name
  jobTitle
  describedAs
  affiliation {
    id
    name
    path
  }
  agent {
    __typename
    id
    path
  }
}
    `, {"fragmentName":"Speaker"}) as unknown as TypedDocumentString<SpeakerFragment, unknown>;
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
export const SubjectFragmentDoc = new TypedDocumentString(`
    fragment Subject on Concept {
  __typename
  id
  name
  path
}
    `, {"fragmentName":"Subject"}) as unknown as TypedDocumentString<SubjectFragment, unknown>;
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
export const ArticlePageFragmentDoc = new TypedDocumentString(`
    fragment ArticlePage on NewsArticle {
  id
  path
  headline
  kicker
  standfirst {
    text
    marks {
      ...TextMark
    }
    quotation {
      id
      speaker {
        ...Speaker
      }
    }
  }
  byline
  dateline
  inLanguage
  direction
  genre
  datePublished
  dateModified
  canonicalUrl
  copyrightNotice
  isAccessibleForFree
  seo {
    title
    description
    robots
  }
  versions {
    number
    date
    note
  }
  corrections {
    date
    text
  }
  section {
    name
    path
    parent {
      name
      path
    }
  }
  image {
    ...TextPicture
  }
  series {
    name
    articles(first: 12) {
      edges {
        node {
          id
          path
          headline
          inLanguage
          direction
        }
      }
    }
  }
  contributions {
    role
    path
    note
    person {
      id
      name
    }
    links {
      name
      url
    }
  }
  about {
    ...Subject
  }
  mentions {
    ...Subject
  }
  alternates {
    inLanguage
    canonicalUrl
    article {
      path
    }
  }
  body {
    ...ArticleText
  }
  quotations {
    id
    text
    blockId
    start
    end
    speaker {
      ...Speaker
    }
  }
  related(first: 6) {
    reason
    label
    article {
      ...ArticleCard
    }
  }
  liveBlog {
    isLive
  }
}
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
}
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
}
fragment Subject on Concept {
  __typename
  id
  name
  path
}
fragment Speaker on Attribution {
  name
  jobTitle
  describedAs
  affiliation {
    id
    name
    path
  }
  agent {
    __typename
    id
    path
  }
}`, {"fragmentName":"ArticlePage"}) as unknown as TypedDocumentString<ArticlePageFragment, unknown>;
export const AboutConceptFragmentDoc = new TypedDocumentString(`
    fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
    `, {"fragmentName":"AboutConcept"}) as unknown as TypedDocumentString<AboutConceptFragment, unknown>;
export const PlaceInListFragmentDoc = new TypedDocumentString(`
    fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PlaceInList"}) as unknown as TypedDocumentString<PlaceInListFragment, unknown>;
export const SaidFragmentDoc = new TypedDocumentString(`
    fragment Said on QuotationConnection {
  edges {
    node {
      id
      text
      speaker {
        ...Speaker
      }
      isPartOf {
        id
        path
        headline
        inLanguage
        direction
        datePublished
      }
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
    fragment Speaker on Attribution {
  name
  jobTitle
  describedAs
  affiliation {
    id
    name
    path
  }
  agent {
    __typename
    id
    path
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"Said"}) as unknown as TypedDocumentString<SaidFragment, unknown>;
export const CardsFragmentDoc = new TypedDocumentString(`
    fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
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
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"Cards"}) as unknown as TypedDocumentString<CardsFragment, unknown>;
export const PersonPageFragmentDoc = new TypedDocumentString(`
    fragment PersonPage on Person {
  ...AboutConcept
  image {
    alternativeText
    creditText
    portrait: crop(ratio: "1:1", width: 480)
  }
  biography
  jobTitle
  links {
    name
    url
  }
  roles(first: 5) {
    edges {
      node {
        jobTitle
        describedAs
        affiliation {
          id
          name
          path
        }
        isPartOf {
          id
          path
          datePublished
        }
      }
    }
  }
  said: quotations(first: $first, after: $after, last: $last, before: $before) {
    ...Said
  }
  articles(first: 6) {
    ...Cards
  }
  written: contributions(first: 6) {
    ...Cards
  }
}
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
}
fragment Speaker on Attribution {
  name
  jobTitle
  describedAs
  affiliation {
    id
    name
    path
  }
  agent {
    __typename
    id
    path
  }
}
fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
fragment Said on QuotationConnection {
  edges {
    node {
      id
      text
      speaker {
        ...Speaker
      }
      isPartOf {
        id
        path
        headline
        inLanguage
        direction
        datePublished
      }
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"PersonPage"}) as unknown as TypedDocumentString<PersonPageFragment, unknown>;
export const AuthorPageFragmentDoc = new TypedDocumentString(`
    fragment AuthorPage on Person {
  ...AboutConcept
  image {
    alternativeText
    creditText
    portrait: crop(ratio: "1:1", width: 480)
  }
  biography
  jobTitle
  links {
    name
    url
  }
  written: contributions(
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    ...Cards
  }
}
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
}
fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"AuthorPage"}) as unknown as TypedDocumentString<AuthorPageFragment, unknown>;
export const OrganizationPageFragmentDoc = new TypedDocumentString(`
    fragment OrganizationPage on Organization {
  ...AboutConcept
  said: quotations(first: $first, after: $after, last: $last, before: $before) {
    ...Said
  }
  articles(first: 6) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
}
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
}
fragment Speaker on Attribution {
  name
  jobTitle
  describedAs
  affiliation {
    id
    name
    path
  }
  agent {
    __typename
    id
    path
  }
}
fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
fragment Said on QuotationConnection {
  edges {
    node {
      id
      text
      speaker {
        ...Speaker
      }
      isPartOf {
        id
        path
        headline
        inLanguage
        direction
        datePublished
      }
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"OrganizationPage"}) as unknown as TypedDocumentString<OrganizationPageFragment, unknown>;
export const PlacePageFragmentDoc = new TypedDocumentString(`
    fragment PlacePage on Place {
  ...AboutConcept
  geo {
    latitude
    longitude
  }
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
}
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
}
fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"PlacePage"}) as unknown as TypedDocumentString<PlacePageFragment, unknown>;
export const EventPageFragmentDoc = new TypedDocumentString(`
    fragment EventPage on NewsEvent {
  ...AboutConcept
  startDate
  endDate
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
  said: quotations(first: 10) {
    ...Said
  }
}
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
}
fragment Speaker on Attribution {
  name
  jobTitle
  describedAs
  affiliation {
    id
    name
    path
  }
  agent {
    __typename
    id
    path
  }
}
fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
fragment Said on QuotationConnection {
  edges {
    node {
      id
      text
      speaker {
        ...Speaker
      }
      isPartOf {
        id
        path
        headline
        inLanguage
        direction
        datePublished
      }
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"EventPage"}) as unknown as TypedDocumentString<EventPageFragment, unknown>;
export const TopicPageFragmentDoc = new TypedDocumentString(`
    fragment TopicPage on Topic {
  ...AboutConcept
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
}
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
}
fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"TopicPage"}) as unknown as TypedDocumentString<TopicPageFragment, unknown>;
export const FrontPageFragmentDoc = new TypedDocumentString(`
    fragment FrontPage on Front {
  slug
  title
  path
  description
  language: inLanguage
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
        ...CardPicture
      }
      article {
        id
        path
        inLanguage
        direction
        datePublished
        isAccessibleForFree
        section {
          name
          path
        }
      }
    }
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
}`, {"fragmentName":"FrontPage"}) as unknown as TypedDocumentString<FrontPageFragment, unknown>;
export const LivePostTextFragmentDoc = new TypedDocumentString(`
    fragment LivePostText on LivePost {
  id
  headline
  datePublished
  isKeyEvent
  isPinned
  byline
  isTruncated
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
}`, {"fragmentName":"LivePostText"}) as unknown as TypedDocumentString<LivePostTextFragment, unknown>;
export const SectionPageFragmentDoc = new TypedDocumentString(`
    fragment SectionPage on Section {
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
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
}
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
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"fragmentName":"SectionPage"}) as unknown as TypedDocumentString<SectionPageFragment, unknown>;
export const LatestDocument = new TypedDocumentString(`
    query Latest($first: Int = 20, $after: String, $last: Int, $before: String) {
  latest(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
}
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
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<LatestQuery, LatestQueryVariables>;
export const LivePostsDocument = new TypedDocumentString(`
    query LivePosts($id: ID!, $after: String) {
  article(by: {id: $id}) {
    ... on NewsArticle {
      id
      liveBlog {
        isLive
        pinned {
          ...LivePostText
        }
        keyEvents(first: 20) {
          id
          headline
          datePublished
        }
        posts(first: 20, after: $after) {
          edges {
            node {
              ...LivePostText
            }
          }
          pageInfo {
            ...PlaceInList
          }
        }
      }
    }
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
}
fragment LivePostText on LivePost {
  id
  headline
  datePublished
  isKeyEvent
  isPinned
  byline
  isTruncated
  blocks {
    ...TextBlock
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<LivePostsQuery, LivePostsQueryVariables>;
export const LivePollDocument = new TypedDocumentString(`
    query LivePoll($id: ID!, $newest: String) {
  article(by: {id: $id}) {
    __typename
    ... on NewsArticle {
      id
      liveBlog {
        isLive
        posts(last: 20, before: $newest) {
          edges {
            node {
              ...LivePostText
            }
          }
          pageInfo {
            ...PlaceInList
          }
        }
      }
    }
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
}
fragment LivePostText on LivePost {
  id
  headline
  datePublished
  isKeyEvent
  isPinned
  byline
  isTruncated
  blocks {
    ...TextBlock
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`) as unknown as TypedDocumentString<LivePollQuery, LivePollQueryVariables>;
export const PageDocument = new TypedDocumentString(`
    query Page($url: String!, $chrome: Boolean!, $first: Int = 20, $after: String, $last: Int, $before: String) {
  site @include(if: $chrome) {
    name
    publisher
    logo
    languages
  }
  sections @include(if: $chrome) {
    slug
    name
    path
    parent {
      slug
    }
  }
  page: resolve(url: $url) {
    __typename
    ... on NewsArticle {
      ...ArticlePage
    }
    ... on MovedArticle {
      path
    }
    ... on WithdrawnArticle {
      reason
      withdrawnAt
    }
    ... on Front {
      ...FrontPage
    }
    ... on Section {
      ...SectionPage
    }
    ... on Author {
      path
      person {
        id
        ...AuthorPage
      }
    }
    ... on Person {
      ...PersonPage
    }
    ... on Organization {
      ...OrganizationPage
    }
    ... on Place {
      ...PlacePage
    }
    ... on NewsEvent {
      ...EventPage
    }
    ... on Topic {
      ...TopicPage
    }
  }
}
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
}
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
}
fragment ArticlePage on NewsArticle {
  id
  path
  headline
  kicker
  standfirst {
    text
    marks {
      ...TextMark
    }
    quotation {
      id
      speaker {
        ...Speaker
      }
    }
  }
  byline
  dateline
  inLanguage
  direction
  genre
  datePublished
  dateModified
  canonicalUrl
  copyrightNotice
  isAccessibleForFree
  seo {
    title
    description
    robots
  }
  versions {
    number
    date
    note
  }
  corrections {
    date
    text
  }
  section {
    name
    path
    parent {
      name
      path
    }
  }
  image {
    ...TextPicture
  }
  series {
    name
    articles(first: 12) {
      edges {
        node {
          id
          path
          headline
          inLanguage
          direction
        }
      }
    }
  }
  contributions {
    role
    path
    note
    person {
      id
      name
    }
    links {
      name
      url
    }
  }
  about {
    ...Subject
  }
  mentions {
    ...Subject
  }
  alternates {
    inLanguage
    canonicalUrl
    article {
      path
    }
  }
  body {
    ...ArticleText
  }
  quotations {
    id
    text
    blockId
    start
    end
    speaker {
      ...Speaker
    }
  }
  related(first: 6) {
    reason
    label
    article {
      ...ArticleCard
    }
  }
  liveBlog {
    isLive
  }
}
fragment Subject on Concept {
  __typename
  id
  name
  path
}
fragment Speaker on Attribution {
  name
  jobTitle
  describedAs
  affiliation {
    id
    name
    path
  }
  agent {
    __typename
    id
    path
  }
}
fragment AboutConcept on Concept {
  id
  name
  path
  identity
  alternateNames
  sameAs
  description
}
fragment PersonPage on Person {
  ...AboutConcept
  image {
    alternativeText
    creditText
    portrait: crop(ratio: "1:1", width: 480)
  }
  biography
  jobTitle
  links {
    name
    url
  }
  roles(first: 5) {
    edges {
      node {
        jobTitle
        describedAs
        affiliation {
          id
          name
          path
        }
        isPartOf {
          id
          path
          datePublished
        }
      }
    }
  }
  said: quotations(first: $first, after: $after, last: $last, before: $before) {
    ...Said
  }
  articles(first: 6) {
    ...Cards
  }
  written: contributions(first: 6) {
    ...Cards
  }
}
fragment AuthorPage on Person {
  ...AboutConcept
  image {
    alternativeText
    creditText
    portrait: crop(ratio: "1:1", width: 480)
  }
  biography
  jobTitle
  links {
    name
    url
  }
  written: contributions(
    first: $first
    after: $after
    last: $last
    before: $before
  ) {
    ...Cards
  }
}
fragment OrganizationPage on Organization {
  ...AboutConcept
  said: quotations(first: $first, after: $after, last: $last, before: $before) {
    ...Said
  }
  articles(first: 6) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
}
fragment PlacePage on Place {
  ...AboutConcept
  geo {
    latitude
    longitude
  }
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
}
fragment EventPage on NewsEvent {
  ...AboutConcept
  startDate
  endDate
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
  said: quotations(first: 10) {
    ...Said
  }
}
fragment TopicPage on Topic {
  ...AboutConcept
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
  mentioned: articles(role: MENTIONED, first: 6) {
    ...Cards
  }
}
fragment Said on QuotationConnection {
  edges {
    node {
      id
      text
      speaker {
        ...Speaker
      }
      isPartOf {
        id
        path
        headline
        inLanguage
        direction
        datePublished
      }
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment FrontPage on Front {
  slug
  title
  path
  description
  language: inLanguage
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
        ...CardPicture
      }
      article {
        id
        path
        inLanguage
        direction
        datePublished
        isAccessibleForFree
        section {
          name
          path
        }
      }
    }
  }
}
fragment Cards on ArticleConnection {
  edges {
    node {
      ...ArticleCard
    }
  }
  pageInfo {
    ...PlaceInList
  }
}
fragment PlaceInList on PageInfo {
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SectionPage on Section {
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
  articles(first: $first, after: $after, last: $last, before: $before) {
    ...Cards
  }
}`) as unknown as TypedDocumentString<PageQuery, PageQueryVariables>;
