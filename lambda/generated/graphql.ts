import type { Instant } from '../domain/instant.ts';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ListedArticle } from '../domain/teaser.ts';
import type { ContributionOf, LiveBlogOf, LivePostOf, RoleOf, AuthorOf, SeoOf, FrontContainerOf, BodyOf, QuotationOf, StandfirstOf, BlockOf, ParagraphOf, HeadingOf, BlockquoteOf, ListBlockOf, TableBlockOf, ImageBlockOf, GalleryBlockOf, VideoBlockOf, PullQuoteOf, EmbedOf, KeyFactsOf, CorrectionNoteOf, DividerOf, UnknownBlockOf } from '../graphql/parts.ts';
import type { SectionRef, Named } from '../domain/article.ts';
import type { Change as StoredChange } from '../store/change-reads.ts';
import type { Site as DomainSite } from '../domain/site.ts';
import type { Image as DomainImage, Rendition as DomainRendition, Video as DomainVideo, ListItem as DomainListItem, Mark as DomainMark, TableCell as DomainTableCell } from '../domain/body.ts';
import type { Attribution as DomainAttribution } from '../domain/quotation.ts';
import type { ConceptRef } from '../domain/concept.ts';
import type { ReadableFront, Placed } from '../domain/front.ts';
import type { RequestContext } from '../graphql/context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
// Written by `npm run codegen` from schema/*.graphql. Never edited.

/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** An instant in UTC with milliseconds: `2026-11-24T06:30:00.000Z`. Instants compare as text. */
  DateTime: { input: Instant; output: Instant; }
};

/** A story, in the version that can be read now. Named after schema.org. */
export type NewsArticle = Node & {
  __typename?: 'NewsArticle';
  /** The id of the article, the same over all its versions. */
  id: Scalars['ID']['output'];
  /** The number of this version, as its source counts. */
  version: Scalars['Float']['output'];
  /** The source that sent it. */
  source: Maybe<Scalars['String']['output']>;
  /** What the source calls it, over all its versions. */
  uri: Maybe<Scalars['String']['output']>;
  /** The headline. Where the source has none for a role, and while that one cannot be read, the one above the article. */
  headline: Scalars['String']['output'];
  /** A word or two above the headline, such as `Analysis`. */
  kicker: Maybe<Scalars['String']['output']>;
  /** What stands below the headline: one or two sentences, often a quotation. Not always in the source. */
  standfirst: Maybe<Standfirst>;
  /** A summary for search results and cards, where the source gives one. */
  abstract: Maybe<Scalars['String']['output']>;
  /** Who wrote it, as the source prints it. `contributions` says it in data. */
  byline: Maybe<Scalars['String']['output']>;
  /** Place and date before the first paragraph, as the source prints it. */
  dateline: Maybe<Scalars['String']['output']>;
  /** Where it was written, as the source prints it. */
  located: Maybe<Scalars['String']['output']>;
  /** The people who had a part in it, in the source's order. */
  contributions: Maybe<Array<Contribution>>;
  /** BCP 47 language tag, such as `en` or `ar`. */
  inLanguage: Scalars['String']['output'];
  /** The direction in which the language is written; for the `dir` attribute. */
  direction: Direction;
  /** What kind of text it is, such as `Feature` or `Obituary`, where the source says so. */
  genre: Maybe<Scalars['String']['output']>;
  /** When the first version could be read. Never changes. */
  datePublished: Scalars['DateTime']['output'];
  /** When this version could first be read. */
  dateModified: Scalars['DateTime']['output'];
  /** When the source began it, if it says so. */
  firstCreated: Maybe<Scalars['DateTime']['output']>;
  /** When the source made this version, if it says so. */
  versionCreated: Maybe<Scalars['DateTime']['output']>;
  /** Its versions that could be read, newest first, this one included: when, and what the source told readers of the change. At most the newest 51; none from before a withdrawal. */
  versions: Maybe<Array<ArticleVersion>>;
  /** What was wrong in it and has been put right, as its source tells readers. */
  corrections: Maybe<Array<Correction>>;
  /** The section in which it stands. */
  section: Section;
  /** The series that it belongs to. */
  series: Maybe<Series>;
  /** Its place on the site: an absolute path without the host. */
  path: Scalars['String']['output'];
  /** Places where it stood before, oldest first. They answer as `MovedArticle`. */
  formerPaths: Maybe<Array<FormerPath>>;
  /** Its whole address: that of the site, then `path`, percent-encoded. */
  canonicalUrl: Scalars['String']['output'];
  /** The same story in other languages. */
  alternates: Maybe<Array<Alternate>>;
  /** What to tell search engines and networks. */
  seo: Maybe<Seo>;
  /** The picture that stands for the article. */
  image: Maybe<Image>;
  /** The text. Ask for it only where it is shown: lists are cheap without it. */
  body: Maybe<Body>;
  /** Its running coverage in posts, when it is a live blog. `body` then holds the introduction. */
  liveBlog: Maybe<LiveBlog>;
  /** What people say in it, in the order of the text, with who says it. */
  quotations: Maybe<Array<Quotation>>;
  /** What it is about. */
  about: Maybe<Array<Concept>>;
  /** Who and what it mentions. */
  mentions: Maybe<Array<Concept>>;
  /**
   * What to read next: first what its source chose, then what belongs to its series, then what is about the same. Never the article itself, and each article
   * once.
   */
  related: Maybe<Array<RelatedArticle>>;
  /** Whether everybody may read all of it. */
  isAccessibleForFree: Scalars['Boolean']['output'];
  /** Which readers may read all of it, as the source calls them, such as `subscriber`; null when everybody may. */
  accessTier: Maybe<Scalars['String']['output']>;
  /** The terms under which it may be used. */
  usageTerms: Maybe<Scalars['String']['output']>;
  /** How it came to be, as a term of IPTC's digital source types, such as `digitalCreation` or `trainedAlgorithmicMedia`. */
  digitalSourceType: Maybe<Scalars['String']['output']>;
  /** The copyright line. */
  copyrightNotice: Maybe<Scalars['String']['output']>;
  /** Whom to credit. */
  creditLine: Maybe<Scalars['String']['output']>;
  /**
   * The article in schema.org's words, for a `<script type="application/ld+json">` of its page: a `NewsArticle`, or a `LiveBlogPosting` with its newest 20
   * posts. A string of JSON in which `<` is escaped. Of what is not free it shows what stands before the cut; give what lies behind it the class `paywall`.
   */
  jsonLd: Maybe<Scalars['String']['output']>;
  /**
   * The article as IPTC's ninjs, for partners and their systems: a string of JSON, valid against the schema. Of what is not free it shows what stands before
   * the cut, and says `partial`.
   */
  ninjs: Maybe<Scalars['String']['output']>;
};


/** A story, in the version that can be read now. Named after schema.org. */
export type NewsArticleHeadlineArgs = {
  role?: HeadlineRole;
};


/** A story, in the version that can be read now. Named after schema.org. */
export type NewsArticleRelatedArgs = {
  first?: Scalars['Int']['input'];
};


/** A story, in the version that can be read now. Named after schema.org. */
export type NewsArticleNinjsArgs = {
  schema?: NinjsSchema;
};

/** Versions of IPTC's ninjs. */
export type NinjsSchema =
  /** 2.1, whose names are in lower case. */
  | 'V2_1'
  /** 3.0. */
  | 'V3_0'
  /** 3.1. */
  | 'V3_1';

/** What a headline is made for. */
export type HeadlineRole =
  /** The one above the article. */
  | 'MAIN'
  /** For narrow places. */
  | 'SHORT'
  /** For networks. */
  | 'SOCIAL'
  /** For results of searches. */
  | 'SEARCH';

/** A version of an article. */
export type ArticleVersion = {
  __typename?: 'ArticleVersion';
  /** Its number, as its source counts. */
  number: Scalars['Float']['output'];
  /** When it could first be read. */
  date: Scalars['DateTime']['output'];
  /** What it changed, in the words of its source. */
  note: Maybe<Scalars['String']['output']>;
};

/** Tells readers what was wrong and has been put right. */
export type Correction = {
  __typename?: 'Correction';
  /** When it was put right. */
  date: Scalars['DateTime']['output'];
  /** What readers are told. */
  text: Scalars['String']['output'];
};

/** The same story in another language. */
export type Alternate = {
  __typename?: 'Alternate';
  /** BCP 47 language tag; for `hreflang`. */
  inLanguage: Scalars['String']['output'];
  /** Its whole address; for `href`. */
  canonicalUrl: Scalars['String']['output'];
  /** The story in that language. */
  article: NewsArticle;
};

/** What an article tells search engines and networks. Where its source says nothing, what stands in the article itself. */
export type Seo = {
  __typename?: 'Seo';
  /** For the `title` element: what the source gives, else the headline for searches, else the headline. */
  title: Scalars['String']['output'];
  /** For the description: what the source gives, else the abstract, else the standfirst. */
  description: Maybe<Scalars['String']['output']>;
  /** For the `robots` meta element: `noindex` where the source wishes it, else `index, max-image-preview:large`. */
  robots: Scalars['String']['output'];
  /** The picture for networks: that of the article. */
  ogImage: Maybe<Image>;
};

/** An article to read next, and why. */
export type RelatedArticle = {
  __typename?: 'RelatedArticle';
  /** Why it is here. */
  reason: RelatedReason;
  /** The reason in words: what the source calls it, or the name of the series or of the subject that both have. */
  label: Maybe<Scalars['String']['output']>;
  /** The article. */
  article: NewsArticle;
};

/** Why an article is related to another. */
export type RelatedReason =
  /** Its source chose it. */
  | 'CHOSEN'
  /** This article was written anew from it, and tells the story further. */
  | 'REWRITES'
  /** It belongs to the same series. */
  | 'SAME_SERIES'
  /** It is about the same subject. */
  | 'SAME_SUBJECT';

/** The words below a headline. */
export type Standfirst = {
  __typename?: 'Standfirst';
  /** The plain words. */
  text: Scalars['String']['output'];
  /** The words as safe HTML, marks included. */
  html: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
  /** The quotation, when the standfirst is one. Its offsets count in the standfirst, and it knows its speaker when the body does. */
  quotation: Maybe<Quotation>;
};

/** Writing direction, ready for the `dir` attribute in lower case. */
export type Direction =
  /** Left to right. */
  | 'LTR'
  /** Right to left, as Arabic and Hebrew. */
  | 'RTL';

/** A person's part in an article. */
export type Contribution = {
  __typename?: 'Contribution';
  /** Which part. */
  role: ContributionRole;
  /** The person. */
  person: Person;
  /** The page behind the byline, with what the person wrote: a path of the site. */
  path: Scalars['String']['output'];
  /** Accounts and pages of the person, as this article names them. */
  links: Maybe<Array<ContributorLink>>;
  /** The line that the source prints about the person, word for word. */
  note: Maybe<Scalars['String']['output']>;
};

/** The parts that a person can have in an article. */
export type ContributionRole =
  /** Wrote or reported it. */
  | 'AUTHOR'
  /** Edited it. */
  | 'EDITOR'
  /** Took the pictures. */
  | 'PHOTOGRAPHER'
  /** Translated it. */
  | 'TRANSLATOR'
  /** Had another part. */
  | 'CONTRIBUTOR';

/** An account or page of a contributor. */
export type ContributorLink = {
  __typename?: 'ContributorLink';
  /** The service or site, such as `Mastodon`. */
  name: Scalars['String']['output'];
  /** The address; null where the source names only the service. */
  url: Maybe<Scalars['String']['output']>;
};

/** A place where an article stood before. */
export type FormerPath = {
  __typename?: 'FormerPath';
  /** The former place. */
  path: Scalars['String']['output'];
  /** When the next place took over. */
  until: Maybe<Scalars['DateTime']['output']>;
};

/** The path that was asked for is a former one of an article that can be read elsewhere. Redirect to `path`. */
export type MovedArticle = {
  __typename?: 'MovedArticle';
  /** The id of the article. */
  articleId: Scalars['ID']['output'];
  /** Where it stands now. */
  path: Scalars['String']['output'];
};

/** The article could be read once and has been taken back. Say so, and show nothing else. */
export type WithdrawnArticle = {
  __typename?: 'WithdrawnArticle';
  /** The id that the article had. */
  articleId: Scalars['ID']['output'];
  /** Why it is gone. */
  reason: WithdrawalReason;
  /** Since when it is gone. */
  withdrawnAt: Scalars['DateTime']['output'];
};

/** Why an article can no longer be read. */
export type WithdrawalReason =
  /** Its source took it back. */
  | 'WITHDRAWN'
  /** Its time was up. */
  | 'EXPIRED';

/** A page of articles, newest first. */
export type ArticleConnection = {
  __typename?: 'ArticleConnection';
  /** The articles with their cursors. */
  edges: Array<ArticleEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** An article in a list. */
export type ArticleEdge = {
  __typename?: 'ArticleEdge';
  /** Marks this place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The article. */
  node: NewsArticle;
};

/** The text of an article. */
export type Body = {
  __typename?: 'Body';
  /** The pieces of the text, in reading order. */
  blocks: Array<Block>;
  /** The whole text as safe HTML, for clients that need no more. */
  html: Scalars['String']['output'];
  /** The whole text without any markup, blocks parted by blank lines. */
  text: Scalars['String']['output'];
  /** How many words the whole text has, also where it is cut. */
  wordCount: Scalars['Int']['output'];
  /** How long it takes to read, as an ISO 8601 duration in whole minutes, such as `PT4M`. At 238 words a minute. */
  timeRequired: Scalars['String']['output'];
  /** Set when the text ends early for this reader: end it with grace, and say how it goes on. */
  truncated: Maybe<Truncation>;
};

/** Why and by how much a text ends early. */
export type Truncation = {
  __typename?: 'Truncation';
  /** Why. */
  reason: TruncationReason;
  /** How many words are left. */
  wordsLeft: Scalars['Int']['output'];
};

/** Why a text ends early. */
export type TruncationReason =
  /** The rest is for readers who pay. */
  | 'PAYWALL';

/** A piece of the text. More kinds will come: ask for `__typename`, and show `html` for a kind that you do not know. */
export type Block = {
  /** Unique over all articles; stays while the words of the block stay. Use it as anchor. */
  id: Scalars['ID']['output'];
  /** The block as safe HTML. */
  html: Scalars['String']['output'];
  /** The block without any markup. */
  text: Scalars['String']['output'];
};

/** A paragraph. */
export type Paragraph = Block & {
  __typename?: 'Paragraph';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The paragraph as safe HTML. */
  html: Scalars['String']['output'];
  /** The exact characters of the paragraph. */
  text: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
};

/** A heading inside the text. */
export type Heading = Block & {
  __typename?: 'Heading';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The heading as safe HTML. */
  html: Scalars['String']['output'];
  /** The words of the heading. */
  text: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
  /** 2 to 6; the headline of the article is 1. */
  level: Scalars['Int']['output'];
};

/** Words set apart as somebody else's. */
export type Blockquote = Block & {
  __typename?: 'Blockquote';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The quotation as safe HTML. */
  html: Scalars['String']['output'];
  /** The quoted words. */
  text: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
  /** The line that names whose words they are, as the source prints it. */
  cite: Maybe<Scalars['String']['output']>;
};

/** A list. */
export type ListBlock = Block & {
  __typename?: 'ListBlock';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The list as safe HTML. */
  html: Scalars['String']['output'];
  /** The items, a line each. */
  text: Scalars['String']['output'];
  /** Whether the items are numbered. */
  ordered: Scalars['Boolean']['output'];
  /** The items in order. */
  items: Array<ListItem>;
};

/** An item of a list. */
export type ListItem = {
  __typename?: 'ListItem';
  /** The words of the item. */
  text: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
  /** How deep it stands: 0 for the outermost level. */
  level: Scalars['Int']['output'];
};

/** A table. */
export type TableBlock = Block & {
  __typename?: 'TableBlock';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The table as safe HTML. */
  html: Scalars['String']['output'];
  /** The cells, parted by tabs, a line for each row. */
  text: Scalars['String']['output'];
  /** What the table shows, where the source says so. */
  caption: Maybe<Scalars['String']['output']>;
  /** The rows in order. */
  rows: Array<TableRow>;
};

/** A row of a table. */
export type TableRow = {
  __typename?: 'TableRow';
  /** The cells in order. */
  cells: Array<TableCell>;
};

/** A cell of a table. */
export type TableCell = {
  __typename?: 'TableCell';
  /** The words of the cell. */
  text: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
  /** Whether it heads its row or column. */
  isHeader: Scalars['Boolean']['output'];
  /** How many columns it covers. */
  colSpan: Scalars['Int']['output'];
  /** How many rows it covers. */
  rowSpan: Scalars['Int']['output'];
};

/** A picture in the text. */
export type ImageBlock = Block & {
  __typename?: 'ImageBlock';
  /** Unique over all articles; stays while the picture stays. */
  id: Scalars['ID']['output'];
  /** The picture with caption and credit as safe HTML. */
  html: Scalars['String']['output'];
  /** Caption and credit. */
  text: Scalars['String']['output'];
  /** The picture. */
  image: Image;
};

/** Some pictures that belong together. */
export type GalleryBlock = Block & {
  __typename?: 'GalleryBlock';
  /** Unique over all articles; stays while the pictures stay. */
  id: Scalars['ID']['output'];
  /** All pictures with captions and credits as safe HTML. */
  html: Scalars['String']['output'];
  /** Captions and credits, a line each. */
  text: Scalars['String']['output'];
  /** What they show together. */
  caption: Maybe<Scalars['String']['output']>;
  /** The pictures in order. */
  images: Array<Image>;
};

/** A film in the text. */
export type VideoBlock = Block & {
  __typename?: 'VideoBlock';
  /** Unique over all articles; stays while the film stays. */
  id: Scalars['ID']['output'];
  /** A player with caption and credit as safe HTML. */
  html: Scalars['String']['output'];
  /** Caption and credit. */
  text: Scalars['String']['output'];
  /** The film. */
  video: Video;
};

/** Words of the article itself, set apart to be seen. They stand in the text a second time: leave them out when reading aloud. */
export type PullQuote = Block & {
  __typename?: 'PullQuote';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The words as safe HTML. */
  html: Scalars['String']['output'];
  /** The words. */
  text: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
  /** The line that names whose words they are, as the source prints it. */
  cite: Maybe<Scalars['String']['output']>;
};

/** Something that lives on another site, such as a post or a map. Nothing of that site is in the answer: show a link, or load it when the reader agrees. */
export type Embed = Block & {
  __typename?: 'Embed';
  /** Unique over all articles; stays while its address stays. */
  id: Scalars['ID']['output'];
  /** A link and the words that stand for it, as safe HTML. */
  html: Scalars['String']['output'];
  /** The words that the source shows in its place; may be empty. */
  text: Scalars['String']['output'];
  /** Its public page. */
  url: Scalars['String']['output'];
  /** The site that it lives on, such as `YouTube`. */
  provider: Maybe<Scalars['String']['output']>;
};

/** What one has to know, in a few points. */
export type KeyFacts = Block & {
  __typename?: 'KeyFacts';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The points as safe HTML. */
  html: Scalars['String']['output'];
  /** Heading and points, a line each. */
  text: Scalars['String']['output'];
  /** The heading of the box. */
  heading: Maybe<Scalars['String']['output']>;
  /** The points in order. */
  items: Array<ListItem>;
};

/** Tells readers, in the text, what was wrong and has been put right. */
export type CorrectionNote = Block & {
  __typename?: 'CorrectionNote';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The note as safe HTML. */
  html: Scalars['String']['output'];
  /** The words of the note. */
  text: Scalars['String']['output'];
  /** Bold, links and the like, by offsets into `text`. */
  marks: Array<Mark>;
  /** When it was put right. */
  date: Maybe<Scalars['DateTime']['output']>;
};

/** A line or ornament between parts. */
export type Divider = Block & {
  __typename?: 'Divider';
  /** Unique within its article's position. */
  id: Scalars['ID']['output'];
  /** The line as HTML. */
  html: Scalars['String']['output'];
  /** Empty. */
  text: Scalars['String']['output'];
};

/** Something that the source marks up in a way we do not know. Its words are kept. */
export type UnknownBlock = Block & {
  __typename?: 'UnknownBlock';
  /** Unique over all articles; stays while the words stay. */
  id: Scalars['ID']['output'];
  /** The words as safe HTML. */
  html: Scalars['String']['output'];
  /** The words. */
  text: Scalars['String']['output'];
  /** What the source calls it. */
  name: Scalars['String']['output'];
};

/** An inline range of a text: `text.slice(start, end)` in UTF-16 units, as JavaScript, Java and Swift's utf16 view count. */
export type Mark = {
  __typename?: 'Mark';
  /** What the range is. */
  type: MarkType;
  /** Where it begins. */
  start: Scalars['Int']['output'];
  /** Where it ends, exclusive. */
  end: Scalars['Int']['output'];
  /** Where a link leads: an absolute address or a path of the site. */
  href: Maybe<Scalars['String']['output']>;
  /** Whom or what a mention means. */
  conceptId: Maybe<Scalars['ID']['output']>;
};

/** What an inline range can be. */
export type MarkType =
  /** Strong importance; bold. */
  | 'STRONG'
  /** Stress; italics. */
  | 'EMPHASIS'
  /** No longer right; struck through. */
  | 'STRIKETHROUGH'
  /** Code. */
  | 'CODE'
  /** A link. */
  | 'LINK'
  /** A person, organisation, place, event or topic. */
  | 'MENTION';

/** A picture. */
export type Image = {
  __typename?: 'Image';
  /** Where it can be loaded from. */
  url: Scalars['String']['output'];
  /** What it shows, for readers who do not see it. */
  alternativeText: Maybe<Scalars['String']['output']>;
  /** The caption. */
  caption: Maybe<Scalars['String']['output']>;
  /** Who took it. */
  creditText: Maybe<Scalars['String']['output']>;
  /** Pixels; null when the source does not say. */
  width: Maybe<Scalars['Int']['output']>;
  /** Pixels; null when the source does not say. */
  height: Maybe<Scalars['Int']['output']>;
  /** What has to stay in sight when the picture is cut. */
  focalPoint: Maybe<FocalPoint>;
  /** Other sizes and cuts, as the source made them. */
  renditions: Maybe<Array<Rendition>>;
  /**
   * An address of the picture for a box of this shape and width: from the image service of the site where it has one, else the nearest of `renditions`,
   * else `url`. Where the box is of another shape, show it with `object-fit: cover` and `focalPoint` as `object-position`.
   */
  crop: Scalars['String']['output'];
};


/** A picture. */
export type ImageCropArgs = {
  ratio?: InputMaybe<Scalars['String']['input']>;
  width: Scalars['Int']['input'];
};

/** A place in a picture. */
export type FocalPoint = {
  __typename?: 'FocalPoint';
  /** From the left edge: 0 to 1. */
  x: Scalars['Float']['output'];
  /** From the upper edge: 0 to 1. */
  y: Scalars['Float']['output'];
};

/** A picture in one size. */
export type Rendition = {
  __typename?: 'Rendition';
  /** What the source calls it, such as `16-9`. */
  name: Scalars['String']['output'];
  /** Where it can be loaded from. */
  url: Scalars['String']['output'];
  /** Pixels; null when the source does not say. */
  width: Maybe<Scalars['Int']['output']>;
  /** Pixels; null when the source does not say. */
  height: Maybe<Scalars['Int']['output']>;
  /** Media type, such as `image/jpeg`. */
  mimeType: Maybe<Scalars['String']['output']>;
};

/** A film. */
export type Video = {
  __typename?: 'Video';
  /** Where it can be loaded from. */
  url: Scalars['String']['output'];
  /** Media type, such as `video/mp4`. */
  mimeType: Maybe<Scalars['String']['output']>;
  /** The caption. */
  caption: Maybe<Scalars['String']['output']>;
  /** Who made it. */
  creditText: Maybe<Scalars['String']['output']>;
  /** How long it runs, in seconds. */
  duration: Maybe<Scalars['Int']['output']>;
  /** The still that stands for it before it runs. */
  poster: Maybe<Image>;
};

/** Changes, oldest first. */
export type ChangeConnection = {
  __typename?: 'ChangeConnection';
  /** The changes with their cursors. */
  edges: Array<ChangeEdge>;
  /** Where the page stands. `endCursor` stays good for ever; it is the one that was given when nothing is new. */
  pageInfo: PageInfo;
};

/** A change in its list. */
export type ChangeEdge = {
  __typename?: 'ChangeEdge';
  /** Marks this place, for `after`. */
  cursor: Scalars['String']['output'];
  /** The change. */
  node: Change;
};

/** Something happened to an article. */
export type Change = {
  __typename?: 'Change';
  /** When it took effect, or when we learned of it, if that was later. */
  date: Scalars['DateTime']['output'];
  /** What happened. */
  kind: ChangeKind;
  /** The article. */
  articleId: Scalars['ID']['output'];
  /** The article as it can be read now; null when it can not. */
  article: Maybe<NewsArticle>;
};

/** What can happen to an article. */
export type ChangeKind =
  /** It can be read for the first time, or again. */
  | 'PUBLISHED'
  /** It has a new version. */
  | 'UPDATED'
  /** It has a new version and a new place on the site. */
  | 'MOVED'
  /** It can no longer be read. Take it out of every copy. */
  | 'WITHDRAWN';

/** What articles are about or mention. Public from the first readable article that names it. */
export type Concept = {
  /** The id. */
  id: Scalars['ID']['output'];
  /** The name: in an article as that article writes it, on its own as it was first published, or as editors put it. */
  name: Scalars['String']['output'];
  /** Who says who or what is meant; or that only the name is known. */
  identity: Identity;
  /** Other names, in any language; empty where editors say none. */
  alternateNames: Maybe<Array<Scalars['String']['output']>>;
  /** Addresses of the web that mean the same, the source's own first; empty where there is none. */
  sameAs: Maybe<Array<Scalars['String']['output']>>;
  /** What editors say of it in a sentence or two. */
  description: Maybe<Scalars['String']['output']>;
  /** Its place on the site: a path that ends in the id, so that it leads here under any name. */
  path: Scalars['String']['output'];
  /** The articles about it, or those that mention it. Newest first. */
  articles: Maybe<ArticleConnection>;
};


/** What articles are about or mention. Public from the first readable article that names it. */
export type ConceptArticlesArgs = {
  role?: ConceptRole;
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Whether two articles mean the same by a name. */
export type Identity =
  /** The source identifies whom or what it means. */
  | 'SOURCE'
  /** Editors say whom or what is meant. */
  | 'EDITOR'
  /** Only the name is known: two people of one name may share this concept. */
  | 'NAME_ONLY';

/** How a concept stands in an article. */
export type ConceptRole =
  /** The article is about it. */
  | 'ABOUT'
  /** The article mentions it in passing. */
  | 'MENTIONED';

/** A person. */
export type Person = Node & Concept & {
  __typename?: 'Person';
  /** The id. */
  id: Scalars['ID']['output'];
  /** The name: in an article as that article writes it, on its own as it was first published, or as editors put it. */
  name: Scalars['String']['output'];
  /** Who says who or what is meant; or that only the name is known. */
  identity: Identity;
  /** Other names, in any language; empty where editors say none. */
  alternateNames: Maybe<Array<Scalars['String']['output']>>;
  /** Addresses of the web that mean the same, the source's own first; empty where there is none. */
  sameAs: Maybe<Array<Scalars['String']['output']>>;
  /** What editors say of it in a sentence or two. */
  description: Maybe<Scalars['String']['output']>;
  /** Its place on the site: a path that ends in the id, so that it leads here under any name. */
  path: Scalars['String']['output'];
  /** A portrait. */
  image: Maybe<Image>;
  /** Who this is, in paragraphs of plain text parted by blank lines. */
  biography: Maybe<Scalars['String']['output']>;
  /** What this person does, as editors say it; articles may say otherwise at their own time. */
  jobTitle: Maybe<Scalars['String']['output']>;
  /** Accounts and pages of the person. */
  links: Maybe<Array<Link>>;
  /** The articles about this person, or those that mention this person. Newest first. */
  articles: Maybe<ArticleConnection>;
  /** What was said by this person, newest article first. */
  quotations: Maybe<QuotationConnection>;
  /** What this person was called in articles that quote the person, newest first: role and institution as each of them has it. */
  roles: Maybe<RoleConnection>;
  /** The articles that this person wrote or had another part in, newest first. */
  contributions: Maybe<ArticleConnection>;
};


/** A person. */
export type PersonArticlesArgs = {
  role?: ConceptRole;
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person. */
export type PersonQuotationsArgs = {
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person. */
export type PersonRolesArgs = {
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A person. */
export type PersonContributionsArgs = {
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A company, authority, club, university or other organisation. */
export type Organization = Node & Concept & {
  __typename?: 'Organization';
  /** The id. */
  id: Scalars['ID']['output'];
  /** The name: in an article as that article writes it, on its own as it was first published, or as editors put it. */
  name: Scalars['String']['output'];
  /** Who says who or what is meant; or that only the name is known. */
  identity: Identity;
  /** Other names, in any language; empty where editors say none. */
  alternateNames: Maybe<Array<Scalars['String']['output']>>;
  /** Addresses of the web that mean the same, the source's own first; empty where there is none. */
  sameAs: Maybe<Array<Scalars['String']['output']>>;
  /** What editors say of it in a sentence or two. */
  description: Maybe<Scalars['String']['output']>;
  /** Its place on the site: a path that ends in the id, so that it leads here under any name. */
  path: Scalars['String']['output'];
  /** The articles about this organisation, or those that mention this organisation. Newest first. */
  articles: Maybe<ArticleConnection>;
  /** What people said for this organisation, newest article first. */
  quotations: Maybe<QuotationConnection>;
};


/** A company, authority, club, university or other organisation. */
export type OrganizationArticlesArgs = {
  role?: ConceptRole;
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** A company, authority, club, university or other organisation. */
export type OrganizationQuotationsArgs = {
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A place. */
export type Place = Node & Concept & {
  __typename?: 'Place';
  /** The id. */
  id: Scalars['ID']['output'];
  /** The name: in an article as that article writes it, on its own as it was first published, or as editors put it. */
  name: Scalars['String']['output'];
  /** Who says who or what is meant; or that only the name is known. */
  identity: Identity;
  /** Other names, in any language; empty where editors say none. */
  alternateNames: Maybe<Array<Scalars['String']['output']>>;
  /** Addresses of the web that mean the same, the source's own first; empty where there is none. */
  sameAs: Maybe<Array<Scalars['String']['output']>>;
  /** What editors say of it in a sentence or two. */
  description: Maybe<Scalars['String']['output']>;
  /** Its place on the site: a path that ends in the id, so that it leads here under any name. */
  path: Scalars['String']['output'];
  /** Where it lies. */
  geo: Maybe<GeoCoordinates>;
  /** The articles about this place, or those that mention this place. Newest first. */
  articles: Maybe<ArticleConnection>;
};


/** A place. */
export type PlaceArticlesArgs = {
  role?: ConceptRole;
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Something that happens at a time: a summit, a match, an election. */
export type NewsEvent = Node & Concept & {
  __typename?: 'NewsEvent';
  /** The id. */
  id: Scalars['ID']['output'];
  /** The name: in an article as that article writes it, on its own as it was first published, or as editors put it. */
  name: Scalars['String']['output'];
  /** Who says who or what is meant; or that only the name is known. */
  identity: Identity;
  /** Other names, in any language; empty where editors say none. */
  alternateNames: Maybe<Array<Scalars['String']['output']>>;
  /** Addresses of the web that mean the same, the source's own first; empty where there is none. */
  sameAs: Maybe<Array<Scalars['String']['output']>>;
  /** What editors say of it in a sentence or two. */
  description: Maybe<Scalars['String']['output']>;
  /** Its place on the site: a path that ends in the id, so that it leads here under any name. */
  path: Scalars['String']['output'];
  /** When it begins. */
  startDate: Maybe<Scalars['DateTime']['output']>;
  /** When it ends. */
  endDate: Maybe<Scalars['DateTime']['output']>;
  /** The articles about this event, or those that mention this event. Newest first. */
  articles: Maybe<ArticleConnection>;
  /** What was said at this event, where a source says so; newest article first. */
  quotations: Maybe<QuotationConnection>;
};


/** Something that happens at a time: a summit, a match, an election. */
export type NewsEventArticlesArgs = {
  role?: ConceptRole;
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Something that happens at a time: a summit, a match, an election. */
export type NewsEventQuotationsArgs = {
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** A subject. */
export type Topic = Node & Concept & {
  __typename?: 'Topic';
  /** The id. */
  id: Scalars['ID']['output'];
  /** The name: in an article as that article writes it, on its own as it was first published, or as editors put it. */
  name: Scalars['String']['output'];
  /** Who says who or what is meant; or that only the name is known. */
  identity: Identity;
  /** Other names, in any language; empty where editors say none. */
  alternateNames: Maybe<Array<Scalars['String']['output']>>;
  /** Addresses of the web that mean the same, the source's own first; empty where there is none. */
  sameAs: Maybe<Array<Scalars['String']['output']>>;
  /** What editors say of it in a sentence or two. */
  description: Maybe<Scalars['String']['output']>;
  /** Its place on the site: a path that ends in the id, so that it leads here under any name. */
  path: Scalars['String']['output'];
  /** The controlled vocabulary that the topic is taken from, as its source calls it: `medtop`, `http://cv.iptc.org/newscodes/mediatopic/`. */
  scheme: Maybe<Scalars['String']['output']>;
  /** The code of the topic in its vocabulary, or with its source: `20000002`. */
  code: Maybe<Scalars['String']['output']>;
  /** The articles about this topic, or those that mention this topic. Newest first. */
  articles: Maybe<ArticleConnection>;
};


/** A subject. */
export type TopicArticlesArgs = {
  role?: ConceptRole;
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** The kinds of concept. */
export type ConceptKind =
  /** People. */
  | 'PERSON'
  /** Companies, authorities, clubs and other organisations. */
  | 'ORGANIZATION'
  /** Places. */
  | 'PLACE'
  /** Summits, matches, elections and other events. */
  | 'NEWS_EVENT'
  /** Subjects. */
  | 'TOPIC';

/** A page of concepts, by name. */
export type ConceptConnection = {
  __typename?: 'ConceptConnection';
  /** The concepts with their cursors. */
  edges: Array<ConceptEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** A concept in a list. */
export type ConceptEdge = {
  __typename?: 'ConceptEdge';
  /** Marks this place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The concept. */
  node: Concept;
};

/** A page of what a person was called, newest article first. */
export type RoleConnection = {
  __typename?: 'RoleConnection';
  /** The roles with their cursors. */
  edges: Array<RoleEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** A role in a list. */
export type RoleEdge = {
  __typename?: 'RoleEdge';
  /** Marks this place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The role. */
  node: Role;
};

/** What one article says of who somebody is. Never merged with what others say. */
export type Role = {
  __typename?: 'Role';
  /** The name as that article writes it. */
  name: Scalars['String']['output'];
  /** The role, such as `senior researcher`. */
  jobTitle: Maybe<Scalars['String']['output']>;
  /** The institution. */
  affiliation: Maybe<Organization>;
  /** What else the article says of the person. */
  describedAs: Maybe<Scalars['String']['output']>;
  /** The article. */
  isPartOf: NewsArticle;
};

/** An address of the web with a name to show. */
export type Link = {
  __typename?: 'Link';
  /** The name, such as `Mastodon`. */
  name: Scalars['String']['output'];
  /** The address. */
  url: Scalars['String']['output'];
};

/** A place on earth, WGS 84. */
export type GeoCoordinates = {
  __typename?: 'GeoCoordinates';
  /** Degrees, positive to the north. */
  latitude: Scalars['Float']['output'];
  /** Degrees, positive to the east. */
  longitude: Scalars['Float']['output'];
};

/** A page that editors curate: the root of the site, the opening of a section, a dossier. Lists fill what editors leave open. */
export type Front = {
  __typename?: 'Front';
  /** As it stands in addresses, such as `home` or `world/europe`. */
  slug: Scalars['String']['output'];
  /** The title of the page. */
  title: Scalars['String']['output'];
  /** Its place on the site: `/` for the front `home`, else `/` and the slug. */
  path: Scalars['String']['output'];
  /** The language of the page, BCP 47; null where it mixes languages. */
  inLanguage: Maybe<Scalars['String']['output']>;
  /** What the page is about, for search engines and previews of links. */
  description: Maybe<Scalars['String']['output']>;
  /** When this version of the page was first readable. Articles that its lists bring in do not change it. */
  dateModified: Scalars['DateTime']['output'];
  /** Its parts, from the top of the page down. */
  containers: Array<FrontContainer>;
};

/** A part of a front. */
export type FrontContainer = {
  __typename?: 'FrontContainer';
  /** Its name within the front; good for anchors. Not an id: other fronts may have a container of the same name. */
  slug: Scalars['String']['output'];
  /** The headline above it. */
  headline: Maybe<Scalars['String']['output']>;
  /** The word or two above that headline. */
  kicker: Maybe<Scalars['String']['output']>;
  /** Where its headline leads: a path of the site, such as `/world`. */
  path: Maybe<Scalars['String']['output']>;
  /** How the newsroom wishes it to look: a word that it has agreed on with the front end. */
  layout: Maybe<Scalars['String']['output']>;
  /**
   * What stands in it, in order. Each article stands on a front once; what cannot be read is left out, and its place is filled from the
   * container's list. Null with an error when this container could not be read; the others stand all the same.
   */
  items: Maybe<Array<FrontItem>>;
};

/** An article in its place on a front: in the words that editors chose for this place, or in its own. */
export type FrontItem = {
  __typename?: 'FrontItem';
  /** The headline for this place; the article's own where editors wrote none. */
  headline: Scalars['String']['output'];
  /** The word or two above the headline; the article's own where editors wrote none. */
  kicker: Maybe<Scalars['String']['output']>;
  /** The words below the headline; the article's own where editors wrote none. */
  standfirst: Maybe<Standfirst>;
  /** The picture; the article's own where editors chose none. */
  image: Maybe<Image>;
  /** Whether an editor placed it; else the container's list did. */
  isCurated: Scalars['Boolean']['output'];
  /** The article itself, in its own words. */
  article: NewsArticle;
};

/**
 * The running coverage of an article: posts, newest first. They come and change while the article stays; a page asks for all of it once, then
 * polls `posts` with the newest cursor that it has.
 */
export type LiveBlog = {
  __typename?: 'LiveBlog';
  /** Whether posts are still to come. */
  isLive: Scalars['Boolean']['output'];
  /** When the coverage begins or began, where the source says so. Named after schema.org. */
  coverageStartTime: Maybe<Scalars['DateTime']['output']>;
  /** When the coverage ends or ended, where the source says so. Named after schema.org. */
  coverageEndTime: Maybe<Scalars['DateTime']['output']>;
  /** The main events of the story, newest first: for the list beside the posts. They stand among `posts` as well. */
  keyEvents: Maybe<Array<LivePost>>;
  /** What the source holds at the top, newest first, at most 20. It stands among `posts` as well. */
  pinned: Maybe<Array<LivePost>>;
  /**
   * The posts, newest first. A post that is corrected keeps its place, so a poll with `before` answers new posts only: ask for the first page again
   * from time to time, and take what has another `dateModified`.
   */
  posts: Maybe<LivePostConnection>;
};


/**
 * The running coverage of an article: posts, newest first. They come and change while the article stays; a page asks for all of it once, then
 * polls `posts` with the newest cursor that it has.
 */
export type LiveBlogKeyEventsArgs = {
  first?: Scalars['Int']['input'];
};


/**
 * The running coverage of an article: posts, newest first. They come and change while the article stays; a page asks for all of it once, then
 * polls `posts` with the newest cursor that it has.
 */
export type LiveBlogPostsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** One post of a live blog. Named after schema.org's BlogPosting, as far as it goes. */
export type LivePost = Node & {
  __typename?: 'LivePost';
  /** The id of the post, the same whatever is corrected in it. Use it as anchor. */
  id: Scalars['ID']['output'];
  /** Its headline; many posts have none. */
  headline: Maybe<Scalars['String']['output']>;
  /** The whole post as safe HTML, for clients that need no more. Empty when `isTruncated`. */
  html: Scalars['String']['output'];
  /** The whole post without any markup, blocks parted by blank lines. Empty when `isTruncated`. */
  text: Scalars['String']['output'];
  /** The pieces of the post, in reading order. None when `isTruncated`. */
  blocks: Array<Block>;
  /** When the source made it public. */
  datePublished: Scalars['DateTime']['output'];
  /** When the source last changed it, where it says so. */
  dateModified: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is one of the main events of the story. */
  isKeyEvent: Scalars['Boolean']['output'];
  /** Whether the source holds it at the top. */
  isPinned: Scalars['Boolean']['output'];
  /** Who wrote it, as the source prints it. `contributions` says it in data. */
  byline: Maybe<Scalars['String']['output']>;
  /** The people who had a part in it, in the source's order. */
  contributions: Array<Contribution>;
  /** Whether its words are left out, because the article is not free and the reader has not paid. */
  isTruncated: Scalars['Boolean']['output'];
  /** The article to which it belongs. */
  isPartOf: NewsArticle;
};

/** A page of posts, newest first. */
export type LivePostConnection = {
  __typename?: 'LivePostConnection';
  /** The posts with their cursors. */
  edges: Array<LivePostEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** A post in a list. */
export type LivePostEdge = {
  __typename?: 'LivePostEdge';
  /** Marks this place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The post. */
  node: LivePost;
};

/** Anything with an id of its own. Ids are opaque, unique over the whole graph, and stay. */
export type Node = {
  /** The id. Do not take it apart. */
  id: Scalars['ID']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Whether older items follow this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether newer items come before this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first item; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
  /** Cursor of the last item; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
};

/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type Query = {
  __typename?: 'Query';
  /** Whatever has this id, or null when nothing readable has it. Use the type of the answer to tell what it is. */
  node: Maybe<Node>;
  /**
   * Some things by their ids in one go, in the order of the ids; null where nothing readable has the id.
   * Made for hydrating search hits and saved lists.
   */
  nodes: Array<Maybe<Node>>;
  /** One article, by exactly one of the ways to name it. Null when nothing readable stands there. */
  article: Maybe<ArticleResult>;
  /** The newest articles of the whole site, newest first. */
  latest: Maybe<ArticleConnection>;
  /** A section by its slug; null when no article in it can be read. */
  section: Maybe<Section>;
  /** A curated front by its slug; null when there is none. */
  front: Maybe<Front>;
  /** The sections of the site that have something to read, by name; at most a hundred. */
  sections: Maybe<Array<Section>>;
  /** One concept, by exactly one of the ways to name it. Null when no readable article names it. */
  concept: Maybe<Concept>;
  /** The people, organisations, places, events or topics that readable articles name, in the order of the alphabet. */
  concepts: Maybe<ConceptConnection>;
  /**
   * What became readable, moved or was withdrawn, oldest first, for search engines, apps and partners that keep a copy. Ends five seconds ago, so that
   * nothing comes in behind a cursor: keep `endCursor`, and ask again with it.
   */
  changes: Maybe<ChangeConnection>;
  /**
   * Whatever an address of the site leads to: for deep links, for servers that render pages, for old links. Takes a whole URL or a path; query, fragment, a
   * trailing slash and the way it is encoded do not matter. Null for an address of another site, and where nothing readable stands.
   */
  resolve: Maybe<Destination>;
  /** The site itself. */
  site: Site;
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryArticleArgs = {
  by: ArticleBy;
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryLatestArgs = {
  inLanguage?: InputMaybe<Scalars['String']['input']>;
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QuerySectionArgs = {
  slug: Scalars['String']['input'];
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryFrontArgs = {
  slug?: Scalars['String']['input'];
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryConceptArgs = {
  by: ConceptBy;
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryConceptsArgs = {
  kind: ConceptKind;
  startsWith?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryChangesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer. */
export type QueryResolveArgs = {
  url: Scalars['String']['input'];
};

/** The ways to name an article. Give exactly one. */
export type ArticleBy =
  /** Its id, as an earlier answer gave it out. */
  { id: Scalars['ID']['input']; path?: never; uri?: never; }
  |  /** Its place on the site, such as `/world/2026/11/a-harbour-in-winter`. Former places answer where it moved to. */
  { id?: never; path: Scalars['String']['input']; uri?: never; }
  |  /** What its source calls it. */
  { id?: never; path?: never; uri: SourceUri; };

/** What a feed or CMS calls an article. */
export type SourceUri = {
  /** The name of the feed or CMS. */
  source: Scalars['String']['input'];
  /** Its name for the article, over all versions. */
  uri: Scalars['String']['input'];
};

/** The ways to name a concept. Give exactly one. */
export type ConceptBy =
  /** Its id, as an earlier answer gave it out. */
  { id: Scalars['ID']['input']; uri?: never; }
  |  /** What sources call it, where they identify it. */
  { id?: never; uri: ConceptUri; };

/** A concept as sources identify it. */
export type ConceptUri = {
  /** Which kind it is. */
  kind: ConceptKind;
  /** The identifier, such as `https://www.wikidata.org/entity/Q42`. */
  uri: Scalars['String']['input'];
};

/** A time in which something was first published. */
export type PublishedRange = {
  /** The first instant inside; open when left out. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The first instant no longer inside; open when left out. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What an address of the site leads to. Redirect when the `path` of the answer is another than the one that was asked for. */
export type Destination = NewsArticle | MovedArticle | WithdrawnArticle | Front | Section | Author | Person | Organization | Place | NewsEvent | Topic;

/** A person as somebody who writes: the page behind a byline. */
export type Author = {
  __typename?: 'Author';
  /** Its place on the site. */
  path: Scalars['String']['output'];
  /** The person. What they wrote is in `contributions`. */
  person: Person;
};

/** What an article's name leads to. */
export type ArticleResult = NewsArticle | MovedArticle | WithdrawnArticle;

/** Words that an article gives as somebody's own. They are exact, and they have a speaker or say that they have none. */
export type Quotation = Node & {
  __typename?: 'Quotation';
  /** The id; stays while the words stay in their article. */
  id: Scalars['ID']['output'];
  /** The exact words, without quotation marks. */
  text: Scalars['String']['output'];
  /** Whether whole sentences are quoted or a few words. */
  directness: Directness;
  /** The word that attributes, such as `said`. */
  cue: Maybe<Scalars['String']['output']>;
  /** Who said it, as this article describes them; null when the text names nobody. */
  speaker: Maybe<Attribution>;
  /** The block in which the words stand; null when they stand in the standfirst. */
  blockId: Maybe<Scalars['ID']['output']>;
  /** Where the words begin in the text of that block, in UTF-16 units. */
  start: Scalars['Int']['output'];
  /** Where the words end, exclusive: `text.slice(start, end)` gives them. */
  end: Scalars['Int']['output'];
  /** The event at which the words were said, where the source says so. */
  recordedAt: Maybe<NewsEvent>;
  /** Who says that these are this speaker's words. */
  assertedBy: AssertedBy;
  /** How sure a machine is, from 0 to 1; null when the source says it. */
  confidence: Maybe<Scalars['Float']['output']>;
  /** The article in which the words stand. */
  isPartOf: Maybe<NewsArticle>;
};

/** How words are quoted. */
export type Directness =
  /** Whole sentences. */
  | 'DIRECT'
  /** Some words inside a sentence of the article's own. */
  | 'PARTIAL';

/** Who vouches for an attribution. */
export type AssertedBy =
  /** The source marked it up. */
  | 'SOURCE'
  /** Our reading of the text. */
  | 'MACHINE';

/** Who said something, as one article describes them. */
export type Attribution = {
  __typename?: 'Attribution';
  /** The full name as this article gives it; null for a group or an unnamed person. */
  name: Maybe<Scalars['String']['output']>;
  /** The role in this article, such as `senior researcher`. */
  jobTitle: Maybe<Scalars['String']['output']>;
  /** The institution in this article. */
  affiliation: Maybe<Organization>;
  /** The words for somebody without a name, such as `a harbour official`; or what else the article says of a named one. */
  describedAs: Maybe<Scalars['String']['output']>;
  /** Whether the article leaves open who it is. */
  anonymous: Scalars['Boolean']['output'];
  /** The person or organisation, to find what else they said; null when anonymous. */
  agent: Maybe<Concept>;
};

/** A page of quotations, newest article first, in the order of the text within one article. */
export type QuotationConnection = {
  __typename?: 'QuotationConnection';
  /** The quotations with their cursors. */
  edges: Array<QuotationEdge>;
  /** Where the page stands in the list. */
  pageInfo: PageInfo;
};

/** A quotation in a list. */
export type QuotationEdge = {
  __typename?: 'QuotationEdge';
  /** Marks this place in the list, for `after` and `before`. */
  cursor: Scalars['String']['output'];
  /** The quotation. */
  node: Quotation;
};

/** A part of the site. */
export type Section = {
  __typename?: 'Section';
  /** As it stands in addresses, such as `world`. */
  slug: Scalars['String']['output'];
  /** As readers see it. */
  name: Scalars['String']['output'];
  /** Its place on the site. */
  path: Scalars['String']['output'];
  /** The section that it belongs to; its own parent leads further up. For breadcrumbs. */
  parent: Maybe<Section>;
  /** The sections that belong to it, by name. */
  children: Maybe<Array<Section>>;
  /** The articles of the section and of those that belong to it, newest first. */
  articles: Maybe<ArticleConnection>;
};


/** A part of the site. */
export type SectionArticlesArgs = {
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** Articles that belong together, in parts. */
export type Series = {
  __typename?: 'Series';
  /** As it stands in addresses. */
  slug: Scalars['String']['output'];
  /** As readers see it. */
  name: Scalars['String']['output'];
  /** The parts, newest first. */
  articles: Maybe<ArticleConnection>;
};


/** Articles that belong together, in parts. */
export type SeriesArticlesArgs = {
  published?: InputMaybe<PublishedRange>;
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
};

/** The site that this service speaks for. */
export type Site = {
  __typename?: 'Site';
  /** Its name, as readers know it. */
  name: Scalars['String']['output'];
  /** Its address, without a slash at the end. `canonicalUrl` begins with it. */
  url: Scalars['String']['output'];
  /** Address of its logo. */
  logo: Maybe<Scalars['String']['output']>;
  /** Who publishes it. */
  publisher: Scalars['String']['output'];
  /** The languages it appears in, the main one first: BCP 47. */
  languages: Array<Scalars['String']['output']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Destination:
    | ( ListedArticle )
    | ( MovedArticle )
    | ( WithdrawnArticle )
    | ( ReadableFront )
    | ( SectionRef )
    | ( AuthorOf )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
  ;
  ArticleResult:
    | ( ListedArticle )
    | ( MovedArticle )
    | ( WithdrawnArticle )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Block:
    | ( ParagraphOf )
    | ( HeadingOf )
    | ( BlockquoteOf )
    | ( ListBlockOf )
    | ( TableBlockOf )
    | ( ImageBlockOf )
    | ( GalleryBlockOf )
    | ( VideoBlockOf )
    | ( PullQuoteOf )
    | ( EmbedOf )
    | ( KeyFactsOf )
    | ( CorrectionNoteOf )
    | ( DividerOf )
    | ( UnknownBlockOf )
  ;
  Concept:
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
  ;
  Node:
    | ( ListedArticle )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( ConceptRef )
    | ( LivePostOf )
    | ( QuotationOf )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  NewsArticle: ResolverTypeWrapper<ListedArticle>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  NinjsSchema: NinjsSchema;
  HeadlineRole: HeadlineRole;
  ArticleVersion: ResolverTypeWrapper<ArticleVersion>;
  Correction: ResolverTypeWrapper<Correction>;
  Alternate: ResolverTypeWrapper<Omit<Alternate, 'article'> & { article: ResolversTypes['NewsArticle'] }>;
  Seo: ResolverTypeWrapper<SeoOf>;
  RelatedArticle: ResolverTypeWrapper<Omit<RelatedArticle, 'article'> & { article: ResolversTypes['NewsArticle'] }>;
  RelatedReason: RelatedReason;
  Standfirst: ResolverTypeWrapper<StandfirstOf>;
  Direction: Direction;
  Contribution: ResolverTypeWrapper<ContributionOf>;
  ContributionRole: ContributionRole;
  ContributorLink: ResolverTypeWrapper<ContributorLink>;
  FormerPath: ResolverTypeWrapper<FormerPath>;
  MovedArticle: ResolverTypeWrapper<MovedArticle>;
  WithdrawnArticle: ResolverTypeWrapper<WithdrawnArticle>;
  WithdrawalReason: WithdrawalReason;
  ArticleConnection: ResolverTypeWrapper<Omit<ArticleConnection, 'edges'> & { edges: Array<ResolversTypes['ArticleEdge']> }>;
  ArticleEdge: ResolverTypeWrapper<Omit<ArticleEdge, 'node'> & { node: ResolversTypes['NewsArticle'] }>;
  Body: ResolverTypeWrapper<BodyOf>;
  Truncation: ResolverTypeWrapper<Truncation>;
  TruncationReason: TruncationReason;
  Block: ResolverTypeWrapper<BlockOf>;
  Paragraph: ResolverTypeWrapper<ParagraphOf>;
  Heading: ResolverTypeWrapper<HeadingOf>;
  Blockquote: ResolverTypeWrapper<BlockquoteOf>;
  ListBlock: ResolverTypeWrapper<ListBlockOf>;
  ListItem: ResolverTypeWrapper<DomainListItem>;
  TableBlock: ResolverTypeWrapper<TableBlockOf>;
  TableRow: ResolverTypeWrapper<Omit<TableRow, 'cells'> & { cells: Array<ResolversTypes['TableCell']> }>;
  TableCell: ResolverTypeWrapper<DomainTableCell>;
  ImageBlock: ResolverTypeWrapper<ImageBlockOf>;
  GalleryBlock: ResolverTypeWrapper<GalleryBlockOf>;
  VideoBlock: ResolverTypeWrapper<VideoBlockOf>;
  PullQuote: ResolverTypeWrapper<PullQuoteOf>;
  Embed: ResolverTypeWrapper<EmbedOf>;
  KeyFacts: ResolverTypeWrapper<KeyFactsOf>;
  CorrectionNote: ResolverTypeWrapper<CorrectionNoteOf>;
  Divider: ResolverTypeWrapper<DividerOf>;
  UnknownBlock: ResolverTypeWrapper<UnknownBlockOf>;
  Mark: ResolverTypeWrapper<DomainMark>;
  MarkType: MarkType;
  Image: ResolverTypeWrapper<DomainImage>;
  FocalPoint: ResolverTypeWrapper<FocalPoint>;
  Rendition: ResolverTypeWrapper<DomainRendition>;
  Video: ResolverTypeWrapper<DomainVideo>;
  ChangeConnection: ResolverTypeWrapper<Omit<ChangeConnection, 'edges'> & { edges: Array<ResolversTypes['ChangeEdge']> }>;
  ChangeEdge: ResolverTypeWrapper<Omit<ChangeEdge, 'node'> & { node: ResolversTypes['Change'] }>;
  Change: ResolverTypeWrapper<StoredChange>;
  ChangeKind: ChangeKind;
  Concept: ResolverTypeWrapper<ConceptRef>;
  Identity: Identity;
  ConceptRole: ConceptRole;
  Person: ResolverTypeWrapper<ConceptRef>;
  Organization: ResolverTypeWrapper<ConceptRef>;
  Place: ResolverTypeWrapper<ConceptRef>;
  NewsEvent: ResolverTypeWrapper<ConceptRef>;
  Topic: ResolverTypeWrapper<ConceptRef>;
  ConceptKind: ConceptKind;
  ConceptConnection: ResolverTypeWrapper<Omit<ConceptConnection, 'edges'> & { edges: Array<ResolversTypes['ConceptEdge']> }>;
  ConceptEdge: ResolverTypeWrapper<Omit<ConceptEdge, 'node'> & { node: ResolversTypes['Concept'] }>;
  RoleConnection: ResolverTypeWrapper<Omit<RoleConnection, 'edges'> & { edges: Array<ResolversTypes['RoleEdge']> }>;
  RoleEdge: ResolverTypeWrapper<Omit<RoleEdge, 'node'> & { node: ResolversTypes['Role'] }>;
  Role: ResolverTypeWrapper<RoleOf>;
  Link: ResolverTypeWrapper<Link>;
  GeoCoordinates: ResolverTypeWrapper<GeoCoordinates>;
  Front: ResolverTypeWrapper<ReadableFront>;
  FrontContainer: ResolverTypeWrapper<FrontContainerOf>;
  FrontItem: ResolverTypeWrapper<Placed>;
  LiveBlog: ResolverTypeWrapper<LiveBlogOf>;
  LivePost: ResolverTypeWrapper<LivePostOf>;
  LivePostConnection: ResolverTypeWrapper<Omit<LivePostConnection, 'edges'> & { edges: Array<ResolversTypes['LivePostEdge']> }>;
  LivePostEdge: ResolverTypeWrapper<Omit<LivePostEdge, 'node'> & { node: ResolversTypes['LivePost'] }>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ArticleBy: ArticleBy;
  SourceUri: SourceUri;
  ConceptBy: ConceptBy;
  ConceptUri: ConceptUri;
  PublishedRange: PublishedRange;
  Destination: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Destination']>;
  Author: ResolverTypeWrapper<AuthorOf>;
  ArticleResult: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['ArticleResult']>;
  Quotation: ResolverTypeWrapper<QuotationOf>;
  Directness: Directness;
  AssertedBy: AssertedBy;
  Attribution: ResolverTypeWrapper<DomainAttribution>;
  QuotationConnection: ResolverTypeWrapper<Omit<QuotationConnection, 'edges'> & { edges: Array<ResolversTypes['QuotationEdge']> }>;
  QuotationEdge: ResolverTypeWrapper<Omit<QuotationEdge, 'node'> & { node: ResolversTypes['Quotation'] }>;
  Section: ResolverTypeWrapper<SectionRef>;
  Series: ResolverTypeWrapper<Named>;
  Site: ResolverTypeWrapper<DomainSite>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  NewsArticle: ListedArticle;
  ID: Scalars['ID']['output'];
  Float: Scalars['Float']['output'];
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  ArticleVersion: ArticleVersion;
  Correction: Correction;
  Alternate: Omit<Alternate, 'article'> & { article: ResolversParentTypes['NewsArticle'] };
  Seo: SeoOf;
  RelatedArticle: Omit<RelatedArticle, 'article'> & { article: ResolversParentTypes['NewsArticle'] };
  Standfirst: StandfirstOf;
  Contribution: ContributionOf;
  ContributorLink: ContributorLink;
  FormerPath: FormerPath;
  MovedArticle: MovedArticle;
  WithdrawnArticle: WithdrawnArticle;
  ArticleConnection: Omit<ArticleConnection, 'edges'> & { edges: Array<ResolversParentTypes['ArticleEdge']> };
  ArticleEdge: Omit<ArticleEdge, 'node'> & { node: ResolversParentTypes['NewsArticle'] };
  Body: BodyOf;
  Truncation: Truncation;
  Block: BlockOf;
  Paragraph: ParagraphOf;
  Heading: HeadingOf;
  Blockquote: BlockquoteOf;
  ListBlock: ListBlockOf;
  ListItem: DomainListItem;
  TableBlock: TableBlockOf;
  TableRow: Omit<TableRow, 'cells'> & { cells: Array<ResolversParentTypes['TableCell']> };
  TableCell: DomainTableCell;
  ImageBlock: ImageBlockOf;
  GalleryBlock: GalleryBlockOf;
  VideoBlock: VideoBlockOf;
  PullQuote: PullQuoteOf;
  Embed: EmbedOf;
  KeyFacts: KeyFactsOf;
  CorrectionNote: CorrectionNoteOf;
  Divider: DividerOf;
  UnknownBlock: UnknownBlockOf;
  Mark: DomainMark;
  Image: DomainImage;
  FocalPoint: FocalPoint;
  Rendition: DomainRendition;
  Video: DomainVideo;
  ChangeConnection: Omit<ChangeConnection, 'edges'> & { edges: Array<ResolversParentTypes['ChangeEdge']> };
  ChangeEdge: Omit<ChangeEdge, 'node'> & { node: ResolversParentTypes['Change'] };
  Change: StoredChange;
  Concept: ConceptRef;
  Person: ConceptRef;
  Organization: ConceptRef;
  Place: ConceptRef;
  NewsEvent: ConceptRef;
  Topic: ConceptRef;
  ConceptConnection: Omit<ConceptConnection, 'edges'> & { edges: Array<ResolversParentTypes['ConceptEdge']> };
  ConceptEdge: Omit<ConceptEdge, 'node'> & { node: ResolversParentTypes['Concept'] };
  RoleConnection: Omit<RoleConnection, 'edges'> & { edges: Array<ResolversParentTypes['RoleEdge']> };
  RoleEdge: Omit<RoleEdge, 'node'> & { node: ResolversParentTypes['Role'] };
  Role: RoleOf;
  Link: Link;
  GeoCoordinates: GeoCoordinates;
  Front: ReadableFront;
  FrontContainer: FrontContainerOf;
  FrontItem: Placed;
  LiveBlog: LiveBlogOf;
  LivePost: LivePostOf;
  LivePostConnection: Omit<LivePostConnection, 'edges'> & { edges: Array<ResolversParentTypes['LivePostEdge']> };
  LivePostEdge: Omit<LivePostEdge, 'node'> & { node: ResolversParentTypes['LivePost'] };
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  DateTime: Scalars['DateTime']['output'];
  Query: Record<PropertyKey, never>;
  ArticleBy: ArticleBy;
  SourceUri: SourceUri;
  ConceptBy: ConceptBy;
  ConceptUri: ConceptUri;
  PublishedRange: PublishedRange;
  Destination: ResolversUnionTypes<ResolversParentTypes>['Destination'];
  Author: AuthorOf;
  ArticleResult: ResolversUnionTypes<ResolversParentTypes>['ArticleResult'];
  Quotation: QuotationOf;
  Attribution: DomainAttribution;
  QuotationConnection: Omit<QuotationConnection, 'edges'> & { edges: Array<ResolversParentTypes['QuotationEdge']> };
  QuotationEdge: Omit<QuotationEdge, 'node'> & { node: ResolversParentTypes['Quotation'] };
  Section: SectionRef;
  Series: Named;
  Site: DomainSite;
};

export type LivesDirectiveArgs = {
  seconds: Scalars['Int']['input'];
};

export type LivesDirectiveResolver<Result, Parent, ContextType = RequestContext, Args = LivesDirectiveArgs> = DirectiveResolverFn<Result, Parent, ContextType, Args>;

export type NewsArticleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NewsArticle'] = ResolversParentTypes['NewsArticle']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  uri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<NewsArticleHeadlineArgs, 'role'>>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standfirst?: Resolver<Maybe<ResolversTypes['Standfirst']>, ParentType, ContextType>;
  abstract?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  byline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  located?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contributions?: Resolver<Maybe<Array<ResolversTypes['Contribution']>>, ParentType, ContextType>;
  inLanguage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['Direction'], ParentType, ContextType>;
  genre?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  datePublished?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dateModified?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  firstCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  versionCreated?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  versions?: Resolver<Maybe<Array<ResolversTypes['ArticleVersion']>>, ParentType, ContextType>;
  corrections?: Resolver<Maybe<Array<ResolversTypes['Correction']>>, ParentType, ContextType>;
  section?: Resolver<ResolversTypes['Section'], ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  formerPaths?: Resolver<Maybe<Array<ResolversTypes['FormerPath']>>, ParentType, ContextType>;
  canonicalUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alternates?: Resolver<Maybe<Array<ResolversTypes['Alternate']>>, ParentType, ContextType>;
  seo?: Resolver<Maybe<ResolversTypes['Seo']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['Body']>, ParentType, ContextType>;
  liveBlog?: Resolver<Maybe<ResolversTypes['LiveBlog']>, ParentType, ContextType>;
  quotations?: Resolver<Maybe<Array<ResolversTypes['Quotation']>>, ParentType, ContextType>;
  about?: Resolver<Maybe<Array<ResolversTypes['Concept']>>, ParentType, ContextType>;
  mentions?: Resolver<Maybe<Array<ResolversTypes['Concept']>>, ParentType, ContextType>;
  related?: Resolver<Maybe<Array<ResolversTypes['RelatedArticle']>>, ParentType, ContextType, RequireFields<NewsArticleRelatedArgs, 'first'>>;
  isAccessibleForFree?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  accessTier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  usageTerms?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digitalSourceType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  copyrightNotice?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditLine?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jsonLd?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ninjs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<NewsArticleNinjsArgs, 'schema'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArticleVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArticleVersion'] = ResolversParentTypes['ArticleVersion']> = {
  number?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CorrectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Correction'] = ResolversParentTypes['Correction']> = {
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AlternateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Alternate'] = ResolversParentTypes['Alternate']> = {
  inLanguage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  canonicalUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['NewsArticle'], ParentType, ContextType>;
};

export type SeoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Seo'] = ResolversParentTypes['Seo']> = {
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  robots?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ogImage?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
};

export type RelatedArticleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RelatedArticle'] = ResolversParentTypes['RelatedArticle']> = {
  reason?: Resolver<ResolversTypes['RelatedReason'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  article?: Resolver<ResolversTypes['NewsArticle'], ParentType, ContextType>;
};

export type StandfirstResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Standfirst'] = ResolversParentTypes['Standfirst']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  quotation?: Resolver<Maybe<ResolversTypes['Quotation']>, ParentType, ContextType>;
};

export type ContributionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contribution'] = ResolversParentTypes['Contribution']> = {
  role?: Resolver<ResolversTypes['ContributionRole'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  links?: Resolver<Maybe<Array<ResolversTypes['ContributorLink']>>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ContributorLinkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContributorLink'] = ResolversParentTypes['ContributorLink']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FormerPathResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FormerPath'] = ResolversParentTypes['FormerPath']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type MovedArticleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MovedArticle'] = ResolversParentTypes['MovedArticle']> = {
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WithdrawnArticleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WithdrawnArticle'] = ResolversParentTypes['WithdrawnArticle']> = {
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['WithdrawalReason'], ParentType, ContextType>;
  withdrawnAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArticleConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArticleConnection'] = ResolversParentTypes['ArticleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ArticleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ArticleEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArticleEdge'] = ResolversParentTypes['ArticleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NewsArticle'], ParentType, ContextType>;
};

export type BodyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Body'] = ResolversParentTypes['Body']> = {
  blocks?: Resolver<Array<ResolversTypes['Block']>, ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  wordCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeRequired?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  truncated?: Resolver<Maybe<ResolversTypes['Truncation']>, ParentType, ContextType>;
};

export type TruncationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Truncation'] = ResolversParentTypes['Truncation']> = {
  reason?: Resolver<ResolversTypes['TruncationReason'], ParentType, ContextType>;
  wordsLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Block'] = ResolversParentTypes['Block']> = {
  __resolveType: TypeResolveFn<'Paragraph' | 'Heading' | 'Blockquote' | 'ListBlock' | 'TableBlock' | 'ImageBlock' | 'GalleryBlock' | 'VideoBlock' | 'PullQuote' | 'Embed' | 'KeyFacts' | 'CorrectionNote' | 'Divider' | 'UnknownBlock', ParentType, ContextType>;
};

export type ParagraphResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Paragraph'] = ResolversParentTypes['Paragraph']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HeadingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Heading'] = ResolversParentTypes['Heading']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BlockquoteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Blockquote'] = ResolversParentTypes['Blockquote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  cite?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ListBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ListBlock'] = ResolversParentTypes['ListBlock']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ordered?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['ListItem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ListItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ListItem'] = ResolversParentTypes['ListItem']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TableBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TableBlock'] = ResolversParentTypes['TableBlock']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<Array<ResolversTypes['TableRow']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TableRowResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TableRow'] = ResolversParentTypes['TableRow']> = {
  cells?: Resolver<Array<ResolversTypes['TableCell']>, ParentType, ContextType>;
};

export type TableCellResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TableCell'] = ResolversParentTypes['TableCell']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  isHeader?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  colSpan?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rowSpan?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ImageBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImageBlock'] = ResolversParentTypes['ImageBlock']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  image?: Resolver<ResolversTypes['Image'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GalleryBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GalleryBlock'] = ResolversParentTypes['GalleryBlock']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VideoBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VideoBlock'] = ResolversParentTypes['VideoBlock']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  video?: Resolver<ResolversTypes['Video'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PullQuoteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PullQuote'] = ResolversParentTypes['PullQuote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  cite?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmbedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Embed'] = ResolversParentTypes['Embed']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type KeyFactsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyFacts'] = ResolversParentTypes['KeyFacts']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  heading?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['ListItem']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CorrectionNoteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CorrectionNote'] = ResolversParentTypes['CorrectionNote']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  marks?: Resolver<Array<ResolversTypes['Mark']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DividerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Divider'] = ResolversParentTypes['Divider']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UnknownBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnknownBlock'] = ResolversParentTypes['UnknownBlock']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mark'] = ResolversParentTypes['Mark']> = {
  type?: Resolver<ResolversTypes['MarkType'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  href?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conceptId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  alternativeText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  focalPoint?: Resolver<Maybe<ResolversTypes['FocalPoint']>, ParentType, ContextType>;
  renditions?: Resolver<Maybe<Array<ResolversTypes['Rendition']>>, ParentType, ContextType>;
  crop?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ImageCropArgs, 'width'>>;
};

export type FocalPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FocalPoint'] = ResolversParentTypes['FocalPoint']> = {
  x?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  y?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type RenditionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Rendition'] = ResolversParentTypes['Rendition']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  width?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  height?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VideoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Video'] = ResolversParentTypes['Video']> = {
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  caption?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  creditText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  duration?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  poster?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
};

export type ChangeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeConnection'] = ResolversParentTypes['ChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ChangeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ChangeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChangeEdge'] = ResolversParentTypes['ChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Change'], ParentType, ContextType>;
};

export type ChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Change'] = ResolversParentTypes['Change']> = {
  date?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  articleId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  article?: Resolver<Maybe<ResolversTypes['NewsArticle']>, ParentType, ContextType>;
};

export type ConceptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Concept'] = ResolversParentTypes['Concept']> = {
  __resolveType: TypeResolveFn<'Person' | 'Organization' | 'Place' | 'NewsEvent' | 'Topic', ParentType, ContextType>;
};

export type PersonResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  alternateNames?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  sameAs?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  biography?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  links?: Resolver<Maybe<Array<ResolversTypes['Link']>>, ParentType, ContextType>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, RequireFields<PersonArticlesArgs, 'role'>>;
  quotations?: Resolver<Maybe<ResolversTypes['QuotationConnection']>, ParentType, ContextType, Partial<PersonQuotationsArgs>>;
  roles?: Resolver<Maybe<ResolversTypes['RoleConnection']>, ParentType, ContextType, Partial<PersonRolesArgs>>;
  contributions?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<PersonContributionsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  alternateNames?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  sameAs?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, RequireFields<OrganizationArticlesArgs, 'role'>>;
  quotations?: Resolver<Maybe<ResolversTypes['QuotationConnection']>, ParentType, ContextType, Partial<OrganizationQuotationsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  alternateNames?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  sameAs?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  geo?: Resolver<Maybe<ResolversTypes['GeoCoordinates']>, ParentType, ContextType>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, RequireFields<PlaceArticlesArgs, 'role'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NewsEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NewsEvent'] = ResolversParentTypes['NewsEvent']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  alternateNames?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  sameAs?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  endDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, RequireFields<NewsEventArticlesArgs, 'role'>>;
  quotations?: Resolver<Maybe<ResolversTypes['QuotationConnection']>, ParentType, ContextType, Partial<NewsEventQuotationsArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TopicResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Topic'] = ResolversParentTypes['Topic']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  identity?: Resolver<ResolversTypes['Identity'], ParentType, ContextType>;
  alternateNames?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  sameAs?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scheme?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, RequireFields<TopicArticlesArgs, 'role'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConceptConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConceptConnection'] = ResolversParentTypes['ConceptConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConceptEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ConceptEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConceptEdge'] = ResolversParentTypes['ConceptEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Concept'], ParentType, ContextType>;
};

export type RoleConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoleConnection'] = ResolversParentTypes['RoleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RoleEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RoleEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoleEdge'] = ResolversParentTypes['RoleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type RoleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Role'] = ResolversParentTypes['Role']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  affiliation?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  describedAs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isPartOf?: Resolver<ResolversTypes['NewsArticle'], ParentType, ContextType>;
};

export type LinkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GeoCoordinatesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GeoCoordinates'] = ResolversParentTypes['GeoCoordinates']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FrontResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Front'] = ResolversParentTypes['Front']> = {
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dateModified?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  containers?: Resolver<Array<ResolversTypes['FrontContainer']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FrontContainerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FrontContainer'] = ResolversParentTypes['FrontContainer']> = {
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  layout?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['FrontItem']>>, ParentType, ContextType>;
};

export type FrontItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FrontItem'] = ResolversParentTypes['FrontItem']> = {
  headline?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kicker?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  standfirst?: Resolver<Maybe<ResolversTypes['Standfirst']>, ParentType, ContextType>;
  image?: Resolver<Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  isCurated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  article?: Resolver<ResolversTypes['NewsArticle'], ParentType, ContextType>;
};

export type LiveBlogResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LiveBlog'] = ResolversParentTypes['LiveBlog']> = {
  isLive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  coverageStartTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  coverageEndTime?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  keyEvents?: Resolver<Maybe<Array<ResolversTypes['LivePost']>>, ParentType, ContextType, RequireFields<LiveBlogKeyEventsArgs, 'first'>>;
  pinned?: Resolver<Maybe<Array<ResolversTypes['LivePost']>>, ParentType, ContextType>;
  posts?: Resolver<Maybe<ResolversTypes['LivePostConnection']>, ParentType, ContextType, Partial<LiveBlogPostsArgs>>;
};

export type LivePostResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LivePost'] = ResolversParentTypes['LivePost']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  headline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  blocks?: Resolver<Array<ResolversTypes['Block']>, ParentType, ContextType>;
  datePublished?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  dateModified?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isKeyEvent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  byline?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contributions?: Resolver<Array<ResolversTypes['Contribution']>, ParentType, ContextType>;
  isTruncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isPartOf?: Resolver<ResolversTypes['NewsArticle'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LivePostConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LivePostConnection'] = ResolversParentTypes['LivePostConnection']> = {
  edges?: Resolver<Array<ResolversTypes['LivePostEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type LivePostEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LivePostEdge'] = ResolversParentTypes['LivePostEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['LivePost'], ParentType, ContextType>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'NewsArticle' | 'Person' | 'Organization' | 'Place' | 'NewsEvent' | 'Topic' | 'LivePost' | 'Quotation', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<Array<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  article?: Resolver<Maybe<ResolversTypes['ArticleResult']>, ParentType, ContextType, RequireFields<QueryArticleArgs, 'by'>>;
  latest?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<QueryLatestArgs>>;
  section?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType, RequireFields<QuerySectionArgs, 'slug'>>;
  front?: Resolver<Maybe<ResolversTypes['Front']>, ParentType, ContextType, RequireFields<QueryFrontArgs, 'slug'>>;
  sections?: Resolver<Maybe<Array<ResolversTypes['Section']>>, ParentType, ContextType>;
  concept?: Resolver<Maybe<ResolversTypes['Concept']>, ParentType, ContextType, RequireFields<QueryConceptArgs, 'by'>>;
  concepts?: Resolver<Maybe<ResolversTypes['ConceptConnection']>, ParentType, ContextType, RequireFields<QueryConceptsArgs, 'kind'>>;
  changes?: Resolver<Maybe<ResolversTypes['ChangeConnection']>, ParentType, ContextType, Partial<QueryChangesArgs>>;
  resolve?: Resolver<Maybe<ResolversTypes['Destination']>, ParentType, ContextType, RequireFields<QueryResolveArgs, 'url'>>;
  site?: Resolver<ResolversTypes['Site'], ParentType, ContextType>;
};

export type DestinationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Destination'] = ResolversParentTypes['Destination']> = {
  __resolveType: TypeResolveFn<'NewsArticle' | 'MovedArticle' | 'WithdrawnArticle' | 'Front' | 'Section' | 'Author' | 'Person' | 'Organization' | 'Place' | 'NewsEvent' | 'Topic', ParentType, ContextType>;
};

export type AuthorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Author'] = ResolversParentTypes['Author']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  person?: Resolver<ResolversTypes['Person'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ArticleResultResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArticleResult'] = ResolversParentTypes['ArticleResult']> = {
  __resolveType: TypeResolveFn<'NewsArticle' | 'MovedArticle' | 'WithdrawnArticle', ParentType, ContextType>;
};

export type QuotationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Quotation'] = ResolversParentTypes['Quotation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  directness?: Resolver<ResolversTypes['Directness'], ParentType, ContextType>;
  cue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  speaker?: Resolver<Maybe<ResolversTypes['Attribution']>, ParentType, ContextType>;
  blockId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recordedAt?: Resolver<Maybe<ResolversTypes['NewsEvent']>, ParentType, ContextType>;
  assertedBy?: Resolver<ResolversTypes['AssertedBy'], ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isPartOf?: Resolver<Maybe<ResolversTypes['NewsArticle']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AttributionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Attribution'] = ResolversParentTypes['Attribution']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  jobTitle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  affiliation?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  describedAs?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  anonymous?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  agent?: Resolver<Maybe<ResolversTypes['Concept']>, ParentType, ContextType>;
};

export type QuotationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuotationConnection'] = ResolversParentTypes['QuotationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['QuotationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type QuotationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuotationEdge'] = ResolversParentTypes['QuotationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Quotation'], ParentType, ContextType>;
};

export type SectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Section'] = ResolversParentTypes['Section']> = {
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Section']>, ParentType, ContextType>;
  children?: Resolver<Maybe<Array<ResolversTypes['Section']>>, ParentType, ContextType>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<SectionArticlesArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SeriesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = {
  slug?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  articles?: Resolver<Maybe<ResolversTypes['ArticleConnection']>, ParentType, ContextType, Partial<SeriesArticlesArgs>>;
};

export type SiteResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  logo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publisher?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  NewsArticle?: NewsArticleResolvers<ContextType>;
  ArticleVersion?: ArticleVersionResolvers<ContextType>;
  Correction?: CorrectionResolvers<ContextType>;
  Alternate?: AlternateResolvers<ContextType>;
  Seo?: SeoResolvers<ContextType>;
  RelatedArticle?: RelatedArticleResolvers<ContextType>;
  Standfirst?: StandfirstResolvers<ContextType>;
  Contribution?: ContributionResolvers<ContextType>;
  ContributorLink?: ContributorLinkResolvers<ContextType>;
  FormerPath?: FormerPathResolvers<ContextType>;
  MovedArticle?: MovedArticleResolvers<ContextType>;
  WithdrawnArticle?: WithdrawnArticleResolvers<ContextType>;
  ArticleConnection?: ArticleConnectionResolvers<ContextType>;
  ArticleEdge?: ArticleEdgeResolvers<ContextType>;
  Body?: BodyResolvers<ContextType>;
  Truncation?: TruncationResolvers<ContextType>;
  Block?: BlockResolvers<ContextType>;
  Paragraph?: ParagraphResolvers<ContextType>;
  Heading?: HeadingResolvers<ContextType>;
  Blockquote?: BlockquoteResolvers<ContextType>;
  ListBlock?: ListBlockResolvers<ContextType>;
  ListItem?: ListItemResolvers<ContextType>;
  TableBlock?: TableBlockResolvers<ContextType>;
  TableRow?: TableRowResolvers<ContextType>;
  TableCell?: TableCellResolvers<ContextType>;
  ImageBlock?: ImageBlockResolvers<ContextType>;
  GalleryBlock?: GalleryBlockResolvers<ContextType>;
  VideoBlock?: VideoBlockResolvers<ContextType>;
  PullQuote?: PullQuoteResolvers<ContextType>;
  Embed?: EmbedResolvers<ContextType>;
  KeyFacts?: KeyFactsResolvers<ContextType>;
  CorrectionNote?: CorrectionNoteResolvers<ContextType>;
  Divider?: DividerResolvers<ContextType>;
  UnknownBlock?: UnknownBlockResolvers<ContextType>;
  Mark?: MarkResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  FocalPoint?: FocalPointResolvers<ContextType>;
  Rendition?: RenditionResolvers<ContextType>;
  Video?: VideoResolvers<ContextType>;
  ChangeConnection?: ChangeConnectionResolvers<ContextType>;
  ChangeEdge?: ChangeEdgeResolvers<ContextType>;
  Change?: ChangeResolvers<ContextType>;
  Concept?: ConceptResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  NewsEvent?: NewsEventResolvers<ContextType>;
  Topic?: TopicResolvers<ContextType>;
  ConceptConnection?: ConceptConnectionResolvers<ContextType>;
  ConceptEdge?: ConceptEdgeResolvers<ContextType>;
  RoleConnection?: RoleConnectionResolvers<ContextType>;
  RoleEdge?: RoleEdgeResolvers<ContextType>;
  Role?: RoleResolvers<ContextType>;
  Link?: LinkResolvers<ContextType>;
  GeoCoordinates?: GeoCoordinatesResolvers<ContextType>;
  Front?: FrontResolvers<ContextType>;
  FrontContainer?: FrontContainerResolvers<ContextType>;
  FrontItem?: FrontItemResolvers<ContextType>;
  LiveBlog?: LiveBlogResolvers<ContextType>;
  LivePost?: LivePostResolvers<ContextType>;
  LivePostConnection?: LivePostConnectionResolvers<ContextType>;
  LivePostEdge?: LivePostEdgeResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  Destination?: DestinationResolvers<ContextType>;
  Author?: AuthorResolvers<ContextType>;
  ArticleResult?: ArticleResultResolvers<ContextType>;
  Quotation?: QuotationResolvers<ContextType>;
  Attribution?: AttributionResolvers<ContextType>;
  QuotationConnection?: QuotationConnectionResolvers<ContextType>;
  QuotationEdge?: QuotationEdgeResolvers<ContextType>;
  Section?: SectionResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
};

export type DirectiveResolvers<ContextType = RequestContext> = {
  lives?: LivesDirectiveResolver<any, any, ContextType>;
};
