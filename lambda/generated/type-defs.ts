// Written by `npm run codegen` from schema/*.graphql. Never edited.
export const typeDefs = /* GraphQL */ `
"A story, in the version that can be read now. Named after schema.org."
type NewsArticle implements Node {
  "The id of the article, the same over all its versions."
  id: ID!
  "The number of this version, as its source counts."
  version: Float!
  "The source that sent it."
  source: String
  "What the source calls it, over all its versions."
  uri: String
  "The headline. Where the source has none for a role, and while that one cannot be read, the one above the article."
  headline("What the headline is for." role: HeadlineRole! = MAIN): String!
  "A word or two above the headline, such as \`Analysis\`."
  kicker: String
  "What stands below the headline: one or two sentences, often a quotation. Not always in the source."
  standfirst: Standfirst
  "A summary for search results and cards, where the source gives one."
  abstract: String
  "Who wrote it, as the source prints it. \`contributions\` says it in data."
  byline: String
  "Place and date before the first paragraph, as the source prints it."
  dateline: String
  "Where it was written, as the source prints it."
  located: String
  "The people who had a part in it, in the source's order."
  contributions: [Contribution!]
  "BCP 47 language tag, such as \`en\` or \`ar\`."
  inLanguage: String!
  "The direction in which the language is written; for the \`dir\` attribute."
  direction: Direction!
  "What kind of text it is, such as \`Feature\` or \`Obituary\`, where the source says so."
  genre: String
  "When the first version could be read. Never changes."
  datePublished: DateTime!
  "When this version could first be read."
  dateModified: DateTime!
  "When the source began it, if it says so."
  firstCreated: DateTime
  "When the source made this version, if it says so."
  versionCreated: DateTime
  "Its versions that could be read, newest first, this one included: when, and what the source told readers of the change. At most the newest 51; none from before a withdrawal."
  versions: [ArticleVersion!]
  "What was wrong in it and has been put right, as its source tells readers."
  corrections: [Correction!]
  "The section in which it stands."
  section: Section!
  "The series that it belongs to."
  series: Series
  "Its place on the site: an absolute path without the host."
  path: String!
  "Places where it stood before, oldest first. They answer as \`MovedArticle\`."
  formerPaths: [FormerPath!]
  "Its whole address: that of the site, then \`path\`, percent-encoded."
  canonicalUrl: String!
  "The same story in other languages."
  alternates: [Alternate!]
  "What to tell search engines and networks."
  seo: Seo
  "The picture that stands for the article."
  image: Image
  "The text. Ask for it only where it is shown: lists are cheap without it."
  body: Body
  "Its running coverage in posts, when it is a live blog. \`body\` then holds the introduction."
  liveBlog: LiveBlog
  "What people say in it, in the order of the text, with who says it."
  quotations: [Quotation!]
  "What it is about."
  about: [Concept!]
  "Who and what it mentions."
  mentions: [Concept!]
  """
  What to read next: first what its source chose, then what belongs to its series, then what is about the same. Never the article itself, and each article
  once.
  """
  related("How many at most, 1 to 20." first: Int! = 5): [RelatedArticle!]
  "Whether everybody may read all of it."
  isAccessibleForFree: Boolean!
  "Which readers may read all of it, as the source calls them, such as \`subscriber\`; null when everybody may."
  accessTier: String
  "The terms under which it may be used."
  usageTerms: String
  "How it came to be, as a term of IPTC's digital source types, such as \`digitalCreation\` or \`trainedAlgorithmicMedia\`."
  digitalSourceType: String
  "The copyright line."
  copyrightNotice: String
  "Whom to credit."
  creditLine: String
  """
  The article in schema.org's words, for a \`<script type="application/ld+json">\` of its page: a \`NewsArticle\`, or a \`LiveBlogPosting\` with its newest 20
  posts. A string of JSON in which \`<\` is escaped. Of what is not free it shows what stands before the cut; give what lies behind it the class \`paywall\`.
  """
  jsonLd: String
  """
  The article as IPTC's ninjs, for partners and their systems: a string of JSON, valid against the schema. Of what is not free it shows what stands before
  the cut, and says \`partial\`.
  """
  ninjs("Which version of ninjs." schema: NinjsSchema! = V3_1): String
}

"Versions of IPTC's ninjs."
enum NinjsSchema {
  "2.1, whose names are in lower case."
  V2_1
  "3.0."
  V3_0
  "3.1."
  V3_1
}

"What a headline is made for."
enum HeadlineRole {
  "The one above the article."
  MAIN
  "For narrow places."
  SHORT
  "For networks."
  SOCIAL
  "For results of searches."
  SEARCH
}

"A version of an article."
type ArticleVersion {
  "Its number, as its source counts."
  number: Float!
  "When it could first be read."
  date: DateTime!
  "What it changed, in the words of its source."
  note: String
}

"Tells readers what was wrong and has been put right."
type Correction {
  "When it was put right."
  date: DateTime!
  "What readers are told."
  text: String!
}

"The same story in another language."
type Alternate {
  "BCP 47 language tag; for \`hreflang\`."
  inLanguage: String!
  "Its whole address; for \`href\`."
  canonicalUrl: String!
  "The story in that language."
  article: NewsArticle!
}

"What an article tells search engines and networks. Where its source says nothing, what stands in the article itself."
type Seo {
  "For the \`title\` element: what the source gives, else the headline for searches, else the headline."
  title: String!
  "For the description: what the source gives, else the abstract, else the standfirst."
  description: String
  "For the \`robots\` meta element: \`noindex\` where the source wishes it, else \`index, max-image-preview:large\`."
  robots: String!
  "The picture for networks: that of the article."
  ogImage: Image
}

"An article to read next, and why."
type RelatedArticle {
  "Why it is here."
  reason: RelatedReason!
  "The reason in words: what the source calls it, or the name of the series or of the subject that both have."
  label: String
  "The article."
  article: NewsArticle!
}

"Why an article is related to another."
enum RelatedReason {
  "Its source chose it."
  CHOSEN
  "This article was written anew from it, and tells the story further."
  REWRITES
  "It belongs to the same series."
  SAME_SERIES
  "It is about the same subject."
  SAME_SUBJECT
}

"The words below a headline."
type Standfirst {
  "The plain words."
  text: String!
  "The words as safe HTML, marks included."
  html: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
  "The quotation, when the standfirst is one. Its offsets count in the standfirst, and it knows its speaker when the body does."
  quotation: Quotation
}

"Writing direction, ready for the \`dir\` attribute in lower case."
enum Direction {
  "Left to right."
  LTR
  "Right to left, as Arabic and Hebrew."
  RTL
}

"A person's part in an article."
type Contribution {
  "Which part."
  role: ContributionRole!
  "The person."
  person: Person!
  "The page behind the byline, with what the person wrote: a path of the site."
  path: String!
  "Accounts and pages of the person, as this article names them."
  links: [ContributorLink!]
  "The line that the source prints about the person, word for word."
  note: String
}

"The parts that a person can have in an article."
enum ContributionRole {
  "Wrote or reported it."
  AUTHOR
  "Edited it."
  EDITOR
  "Took the pictures."
  PHOTOGRAPHER
  "Translated it."
  TRANSLATOR
  "Had another part."
  CONTRIBUTOR
}

"An account or page of a contributor."
type ContributorLink {
  "The service or site, such as \`Mastodon\`."
  name: String!
  "The address; null where the source names only the service."
  url: String
}

"A place where an article stood before."
type FormerPath {
  "The former place."
  path: String!
  "When the next place took over."
  until: DateTime
}

"The path that was asked for is a former one of an article that can be read elsewhere. Redirect to \`path\`."
type MovedArticle {
  "The id of the article."
  articleId: ID!
  "Where it stands now."
  path: String!
}

"The article could be read once and has been taken back. Say so, and show nothing else."
type WithdrawnArticle {
  "The id that the article had."
  articleId: ID!
  "Why it is gone."
  reason: WithdrawalReason!
  "Since when it is gone."
  withdrawnAt: DateTime!
}

"Why an article can no longer be read."
enum WithdrawalReason {
  "Its source took it back."
  WITHDRAWN
  "Its time was up."
  EXPIRED
}

"A page of articles, newest first."
type ArticleConnection {
  "The articles with their cursors."
  edges: [ArticleEdge!]!
  "Where the page stands in the list."
  pageInfo: PageInfo!
}

"An article in a list."
type ArticleEdge {
  "Marks this place in the list, for \`after\` and \`before\`."
  cursor: String!
  "The article."
  node: NewsArticle!
}

"The text of an article."
type Body {
  "The pieces of the text, in reading order."
  blocks: [Block!]!
  "The whole text as safe HTML, for clients that need no more."
  html: String!
  "The whole text without any markup, blocks parted by blank lines."
  text: String!
  "How many words the whole text has, also where it is cut."
  wordCount: Int!
  "How long it takes to read, as an ISO 8601 duration in whole minutes, such as \`PT4M\`. At 238 words a minute."
  timeRequired: String!
  "Set when the text ends early for this reader: end it with grace, and say how it goes on."
  truncated: Truncation
}

"Why and by how much a text ends early."
type Truncation {
  "Why."
  reason: TruncationReason!
  "How many words are left."
  wordsLeft: Int!
}

"Why a text ends early."
enum TruncationReason {
  "The rest is for readers who pay."
  PAYWALL
}

"""
A piece of the text. More kinds will come: ask for \`__typename\`, and show \`html\` for a kind that you do not know.
"""
interface Block {
  "Unique over all articles; stays while the words of the block stay. Use it as anchor."
  id: ID!
  "The block as safe HTML."
  html: String!
  "The block without any markup."
  text: String!
}

"A paragraph."
type Paragraph implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The paragraph as safe HTML."
  html: String!
  "The exact characters of the paragraph."
  text: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
}

"A heading inside the text."
type Heading implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The heading as safe HTML."
  html: String!
  "The words of the heading."
  text: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
  "2 to 6; the headline of the article is 1."
  level: Int!
}

"Words set apart as somebody else's."
type Blockquote implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The quotation as safe HTML."
  html: String!
  "The quoted words."
  text: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
  "The line that names whose words they are, as the source prints it."
  cite: String
}

"A list."
type ListBlock implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The list as safe HTML."
  html: String!
  "The items, a line each."
  text: String!
  "Whether the items are numbered."
  ordered: Boolean!
  "The items in order."
  items: [ListItem!]!
}

"An item of a list."
type ListItem {
  "The words of the item."
  text: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
  "How deep it stands: 0 for the outermost level."
  level: Int!
}

"A table."
type TableBlock implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The table as safe HTML."
  html: String!
  "The cells, parted by tabs, a line for each row."
  text: String!
  "What the table shows, where the source says so."
  caption: String
  "The rows in order."
  rows: [TableRow!]!
}

"A row of a table."
type TableRow {
  "The cells in order."
  cells: [TableCell!]!
}

"A cell of a table."
type TableCell {
  "The words of the cell."
  text: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
  "Whether it heads its row or column."
  isHeader: Boolean!
  "How many columns it covers."
  colSpan: Int!
  "How many rows it covers."
  rowSpan: Int!
}

"A picture in the text."
type ImageBlock implements Block {
  "Unique over all articles; stays while the picture stays."
  id: ID!
  "The picture with caption and credit as safe HTML."
  html: String!
  "Caption and credit."
  text: String!
  "The picture."
  image: Image!
}

"Some pictures that belong together."
type GalleryBlock implements Block {
  "Unique over all articles; stays while the pictures stay."
  id: ID!
  "All pictures with captions and credits as safe HTML."
  html: String!
  "Captions and credits, a line each."
  text: String!
  "What they show together."
  caption: String
  "The pictures in order."
  images: [Image!]!
}

"A film in the text."
type VideoBlock implements Block {
  "Unique over all articles; stays while the film stays."
  id: ID!
  "A player with caption and credit as safe HTML."
  html: String!
  "Caption and credit."
  text: String!
  "The film."
  video: Video!
}

"Words of the article itself, set apart to be seen. They stand in the text a second time: leave them out when reading aloud."
type PullQuote implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The words as safe HTML."
  html: String!
  "The words."
  text: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
  "The line that names whose words they are, as the source prints it."
  cite: String
}

"""
Something that lives on another site, such as a post or a map. Nothing of that site is in the answer: show a link, or load it when the reader agrees.
"""
type Embed implements Block {
  "Unique over all articles; stays while its address stays."
  id: ID!
  "A link and the words that stand for it, as safe HTML."
  html: String!
  "The words that the source shows in its place; may be empty."
  text: String!
  "Its public page."
  url: String!
  "The site that it lives on, such as \`YouTube\`."
  provider: String
}

"What one has to know, in a few points."
type KeyFacts implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The points as safe HTML."
  html: String!
  "Heading and points, a line each."
  text: String!
  "The heading of the box."
  heading: String
  "The points in order."
  items: [ListItem!]!
}

"Tells readers, in the text, what was wrong and has been put right."
type CorrectionNote implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The note as safe HTML."
  html: String!
  "The words of the note."
  text: String!
  "Bold, links and the like, by offsets into \`text\`."
  marks: [Mark!]!
  "When it was put right."
  date: DateTime
}

"A line or ornament between parts."
type Divider implements Block {
  "Unique within its article's position."
  id: ID!
  "The line as HTML."
  html: String!
  "Empty."
  text: String!
}

"Something that the source marks up in a way we do not know. Its words are kept."
type UnknownBlock implements Block {
  "Unique over all articles; stays while the words stay."
  id: ID!
  "The words as safe HTML."
  html: String!
  "The words."
  text: String!
  "What the source calls it."
  name: String!
}

"An inline range of a text: \`text.slice(start, end)\` in UTF-16 units, as JavaScript, Java and Swift's utf16 view count."
type Mark {
  "What the range is."
  type: MarkType!
  "Where it begins."
  start: Int!
  "Where it ends, exclusive."
  end: Int!
  "Where a link leads: an absolute address or a path of the site."
  href: String
  "Whom or what a mention means."
  conceptId: ID
}

"What an inline range can be."
enum MarkType {
  "Strong importance; bold."
  STRONG
  "Stress; italics."
  EMPHASIS
  "No longer right; struck through."
  STRIKETHROUGH
  "Code."
  CODE
  "A link."
  LINK
  "A person, organisation, place, event or topic."
  MENTION
}

"A picture."
type Image {
  "Where it can be loaded from."
  url: String!
  "What it shows, for readers who do not see it."
  alternativeText: String
  "The caption."
  caption: String
  "Who took it."
  creditText: String
  "Pixels; null when the source does not say."
  width: Int
  "Pixels; null when the source does not say."
  height: Int
  "What has to stay in sight when the picture is cut."
  focalPoint: FocalPoint
  "Other sizes and cuts, as the source made them."
  renditions: [Rendition!]
  """
  An address of the picture for a box of this shape and width: from the image service of the site where it has one, else the nearest of \`renditions\`,
  else \`url\`. Where the box is of another shape, show it with \`object-fit: cover\` and \`focalPoint\` as \`object-position\`.
  """
  crop(
    "Width to height of the box, such as \`16:9\` or \`1:1\`. When left out: the shape that the picture has, so that nothing is cut."
    ratio: String
    "Width of the box in pixels of the screen, 16 to 8192."
    width: Int!
  ): String!
}

"A place in a picture."
type FocalPoint {
  "From the left edge: 0 to 1."
  x: Float!
  "From the upper edge: 0 to 1."
  y: Float!
}

"A picture in one size."
type Rendition {
  "What the source calls it, such as \`16-9\`."
  name: String!
  "Where it can be loaded from."
  url: String!
  "Pixels; null when the source does not say."
  width: Int
  "Pixels; null when the source does not say."
  height: Int
  "Media type, such as \`image/jpeg\`."
  mimeType: String
}

"A film."
type Video {
  "Where it can be loaded from."
  url: String!
  "Media type, such as \`video/mp4\`."
  mimeType: String
  "The caption."
  caption: String
  "Who made it."
  creditText: String
  "How long it runs, in seconds."
  duration: Int
  "The still that stands for it before it runs."
  poster: Image
}

"""
How long an answer that holds the field may be kept by a cache that many readers share, in seconds, where that is less than usual. The shortest of a
document counts for all of it.
"""
directive @lives("At most so many seconds, 0 to 15." seconds: Int!) on FIELD_DEFINITION

"Changes, oldest first."
type ChangeConnection {
  "The changes with their cursors."
  edges: [ChangeEdge!]!
  "Where the page stands. \`endCursor\` stays good for ever; it is the one that was given when nothing is new."
  pageInfo: PageInfo!
}

"A change in its list."
type ChangeEdge {
  "Marks this place, for \`after\`."
  cursor: String!
  "The change."
  node: Change!
}

"Something happened to an article."
type Change {
  "When it took effect, or when we learned of it, if that was later."
  date: DateTime!
  "What happened."
  kind: ChangeKind!
  "The article."
  articleId: ID!
  "The article as it can be read now; null when it can not."
  article: NewsArticle
}

"What can happen to an article."
enum ChangeKind {
  "It can be read for the first time, or again."
  PUBLISHED
  "It has a new version."
  UPDATED
  "It has a new version and a new place on the site."
  MOVED
  "It can no longer be read. Take it out of every copy."
  WITHDRAWN
}

"What articles are about or mention. Public from the first readable article that names it."
interface Concept implements Node {
  "The id."
  id: ID!
  "The name: in an article as that article writes it, on its own as it was first published, or as editors put it."
  name: String!
  "Who says who or what is meant; or that only the name is known."
  identity: Identity!
  "Other names, in any language; empty where editors say none."
  alternateNames: [String!]
  "Addresses of the web that mean the same, the source's own first; empty where there is none."
  sameAs: [String!]
  "What editors say of it in a sentence or two."
  description: String
  "Its place on the site: a path that ends in the id, so that it leads here under any name."
  path: String!
  "The articles about it, or those that mention it. Newest first."
  articles(
    "About it, or mentioning it in passing."
    role: ConceptRole! = ABOUT
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
}

"Whether two articles mean the same by a name."
enum Identity {
  "The source identifies whom or what it means."
  SOURCE
  "Editors say whom or what is meant."
  EDITOR
  "Only the name is known: two people of one name may share this concept."
  NAME_ONLY
}

"How a concept stands in an article."
enum ConceptRole {
  "The article is about it."
  ABOUT
  "The article mentions it in passing."
  MENTIONED
}

"A person."
type Person implements Node & Concept {
  "The id."
  id: ID!
  "The name: in an article as that article writes it, on its own as it was first published, or as editors put it."
  name: String!
  "Who says who or what is meant; or that only the name is known."
  identity: Identity!
  "Other names, in any language; empty where editors say none."
  alternateNames: [String!]
  "Addresses of the web that mean the same, the source's own first; empty where there is none."
  sameAs: [String!]
  "What editors say of it in a sentence or two."
  description: String
  "Its place on the site: a path that ends in the id, so that it leads here under any name."
  path: String!
  "A portrait."
  image: Image
  "Who this is, in paragraphs of plain text parted by blank lines."
  biography: String
  "What this person does, as editors say it; articles may say otherwise at their own time."
  jobTitle: String
  "Accounts and pages of the person."
  links: [Link!]
  "The articles about this person, or those that mention this person. Newest first."
  articles(
    "About it, or mentioning it in passing."
    role: ConceptRole! = ABOUT
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
  "What was said by this person, newest article first."
  quotations(
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): QuotationConnection
  "What this person was called in articles that quote the person, newest first: role and institution as each of them has it."
  roles(
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): RoleConnection
  "The articles that this person wrote or had another part in, newest first."
  contributions(
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
}

"A company, authority, club, university or other organisation."
type Organization implements Node & Concept {
  "The id."
  id: ID!
  "The name: in an article as that article writes it, on its own as it was first published, or as editors put it."
  name: String!
  "Who says who or what is meant; or that only the name is known."
  identity: Identity!
  "Other names, in any language; empty where editors say none."
  alternateNames: [String!]
  "Addresses of the web that mean the same, the source's own first; empty where there is none."
  sameAs: [String!]
  "What editors say of it in a sentence or two."
  description: String
  "Its place on the site: a path that ends in the id, so that it leads here under any name."
  path: String!
  "The articles about this organisation, or those that mention this organisation. Newest first."
  articles(
    "About it, or mentioning it in passing."
    role: ConceptRole! = ABOUT
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
  "What people said for this organisation, newest article first."
  quotations(
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): QuotationConnection
}

"A place."
type Place implements Node & Concept {
  "The id."
  id: ID!
  "The name: in an article as that article writes it, on its own as it was first published, or as editors put it."
  name: String!
  "Who says who or what is meant; or that only the name is known."
  identity: Identity!
  "Other names, in any language; empty where editors say none."
  alternateNames: [String!]
  "Addresses of the web that mean the same, the source's own first; empty where there is none."
  sameAs: [String!]
  "What editors say of it in a sentence or two."
  description: String
  "Its place on the site: a path that ends in the id, so that it leads here under any name."
  path: String!
  "Where it lies."
  geo: GeoCoordinates
  "The articles about this place, or those that mention this place. Newest first."
  articles(
    "About it, or mentioning it in passing."
    role: ConceptRole! = ABOUT
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
}

"Something that happens at a time: a summit, a match, an election."
type NewsEvent implements Node & Concept {
  "The id."
  id: ID!
  "The name: in an article as that article writes it, on its own as it was first published, or as editors put it."
  name: String!
  "Who says who or what is meant; or that only the name is known."
  identity: Identity!
  "Other names, in any language; empty where editors say none."
  alternateNames: [String!]
  "Addresses of the web that mean the same, the source's own first; empty where there is none."
  sameAs: [String!]
  "What editors say of it in a sentence or two."
  description: String
  "Its place on the site: a path that ends in the id, so that it leads here under any name."
  path: String!
  "When it begins."
  startDate: DateTime
  "When it ends."
  endDate: DateTime
  "The articles about this event, or those that mention this event. Newest first."
  articles(
    "About it, or mentioning it in passing."
    role: ConceptRole! = ABOUT
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
  "What was said at this event, where a source says so; newest article first."
  quotations(
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): QuotationConnection
}

"A subject."
type Topic implements Node & Concept {
  "The id."
  id: ID!
  "The name: in an article as that article writes it, on its own as it was first published, or as editors put it."
  name: String!
  "Who says who or what is meant; or that only the name is known."
  identity: Identity!
  "Other names, in any language; empty where editors say none."
  alternateNames: [String!]
  "Addresses of the web that mean the same, the source's own first; empty where there is none."
  sameAs: [String!]
  "What editors say of it in a sentence or two."
  description: String
  "Its place on the site: a path that ends in the id, so that it leads here under any name."
  path: String!
  "The controlled vocabulary that the topic is taken from, as its source calls it: \`medtop\`, \`http://cv.iptc.org/newscodes/mediatopic/\`."
  scheme: String
  "The code of the topic in its vocabulary, or with its source: \`20000002\`."
  code: String
  "The articles about this topic, or those that mention this topic. Newest first."
  articles(
    "About it, or mentioning it in passing."
    role: ConceptRole! = ABOUT
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
}

"The kinds of concept."
enum ConceptKind {
  "People."
  PERSON
  "Companies, authorities, clubs and other organisations."
  ORGANIZATION
  "Places."
  PLACE
  "Summits, matches, elections and other events."
  NEWS_EVENT
  "Subjects."
  TOPIC
}

"A page of concepts, by name."
type ConceptConnection {
  "The concepts with their cursors."
  edges: [ConceptEdge!]!
  "Where the page stands in the list."
  pageInfo: PageInfo!
}

"A concept in a list."
type ConceptEdge {
  "Marks this place in the list, for \`after\` and \`before\`."
  cursor: String!
  "The concept."
  node: Concept!
}

"A page of what a person was called, newest article first."
type RoleConnection {
  "The roles with their cursors."
  edges: [RoleEdge!]!
  "Where the page stands in the list."
  pageInfo: PageInfo!
}

"A role in a list."
type RoleEdge {
  "Marks this place in the list, for \`after\` and \`before\`."
  cursor: String!
  "The role."
  node: Role!
}

"What one article says of who somebody is. Never merged with what others say."
type Role {
  "The name as that article writes it."
  name: String!
  "The role, such as \`senior researcher\`."
  jobTitle: String
  "The institution."
  affiliation: Organization
  "What else the article says of the person."
  describedAs: String
  "The article."
  isPartOf: NewsArticle!
}

"An address of the web with a name to show."
type Link {
  "The name, such as \`Mastodon\`."
  name: String!
  "The address."
  url: String!
}

"A place on earth, WGS 84."
type GeoCoordinates {
  "Degrees, positive to the north."
  latitude: Float!
  "Degrees, positive to the east."
  longitude: Float!
}

"A page that editors curate: the root of the site, the opening of a section, a dossier. Lists fill what editors leave open."
type Front {
  "As it stands in addresses, such as \`home\` or \`world/europe\`."
  slug: String!
  "The title of the page."
  title: String!
  "Its place on the site: \`/\` for the front \`home\`, else \`/\` and the slug."
  path: String!
  "The language of the page, BCP 47; null where it mixes languages."
  inLanguage: String
  "What the page is about, for search engines and previews of links."
  description: String
  "When this version of the page was first readable. Articles that its lists bring in do not change it."
  dateModified: DateTime!
  "Its parts, from the top of the page down."
  containers: [FrontContainer!]!
}

"A part of a front."
type FrontContainer {
  "Its name within the front; good for anchors. Not an id: other fronts may have a container of the same name."
  slug: String!
  "The headline above it."
  headline: String
  "The word or two above that headline."
  kicker: String
  "Where its headline leads: a path of the site, such as \`/world\`."
  path: String
  "How the newsroom wishes it to look: a word that it has agreed on with the front end."
  layout: String
  """
  What stands in it, in order. Each article stands on a front once; what cannot be read is left out, and its place is filled from the
  container's list. Null with an error when this container could not be read; the others stand all the same.
  """
  items: [FrontItem!]
}

"An article in its place on a front: in the words that editors chose for this place, or in its own."
type FrontItem {
  "The headline for this place; the article's own where editors wrote none."
  headline: String!
  "The word or two above the headline; the article's own where editors wrote none."
  kicker: String
  "The words below the headline; the article's own where editors wrote none."
  standfirst: Standfirst
  "The picture; the article's own where editors chose none."
  image: Image
  "Whether an editor placed it; else the container's list did."
  isCurated: Boolean!
  "The article itself, in its own words."
  article: NewsArticle!
}

"""
The running coverage of an article: posts, newest first. They come and change while the article stays; a page asks for all of it once, then
polls \`posts\` with the newest cursor that it has.
"""
type LiveBlog {
  "Whether posts are still to come."
  isLive: Boolean!
  "When the coverage begins or began, where the source says so. Named after schema.org."
  coverageStartTime: DateTime
  "When the coverage ends or ended, where the source says so. Named after schema.org."
  coverageEndTime: DateTime
  "The main events of the story, newest first: for the list beside the posts. They stand among \`posts\` as well."
  keyEvents("How many, 1 to 100." first: Int! = 20): [LivePost!] @lives(seconds: 5)
  "What the source holds at the top, newest first, at most 20. It stands among \`posts\` as well."
  pinned: [LivePost!] @lives(seconds: 5)
  """
  The posts, newest first. A post that is corrected keeps its place, so a poll with \`before\` answers new posts only: ask for the first page again
  from time to time, and take what has another \`dateModified\`.
  """
  posts(
    "Walk forward: how many posts, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many posts, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand. With the newest cursor, asks for what is new."
    before: String
  ): LivePostConnection @lives(seconds: 5)
}

"One post of a live blog. Named after schema.org's BlogPosting, as far as it goes."
type LivePost implements Node {
  "The id of the post, the same whatever is corrected in it. Use it as anchor."
  id: ID!
  "Its headline; many posts have none."
  headline: String
  "The whole post as safe HTML, for clients that need no more. Empty when \`isTruncated\`."
  html: String!
  "The whole post without any markup, blocks parted by blank lines. Empty when \`isTruncated\`."
  text: String!
  "The pieces of the post, in reading order. None when \`isTruncated\`."
  blocks: [Block!]!
  "When the source made it public."
  datePublished: DateTime!
  "When the source last changed it, where it says so."
  dateModified: DateTime
  "Whether it is one of the main events of the story."
  isKeyEvent: Boolean!
  "Whether the source holds it at the top."
  isPinned: Boolean!
  "Who wrote it, as the source prints it. \`contributions\` says it in data."
  byline: String
  "The people who had a part in it, in the source's order."
  contributions: [Contribution!]!
  "Whether its words are left out, because the article is not free and the reader has not paid."
  isTruncated: Boolean!
  "The article to which it belongs."
  isPartOf: NewsArticle!
}

"A page of posts, newest first."
type LivePostConnection {
  "The posts with their cursors."
  edges: [LivePostEdge!]!
  "Where the page stands in the list."
  pageInfo: PageInfo!
}

"A post in a list."
type LivePostEdge {
  "Marks this place in the list, for \`after\` and \`before\`."
  cursor: String!
  "The post."
  node: LivePost!
}

"Anything with an id of its own. Ids are opaque, unique over the whole graph, and stay."
interface Node {
  "The id. Do not take it apart."
  id: ID!
}

"Where a page stands in its list."
type PageInfo {
  "Whether older items follow this page."
  hasNextPage: Boolean!
  "Whether newer items come before this page."
  hasPreviousPage: Boolean!
  "Cursor of the first item; null on an empty page."
  startCursor: String
  "Cursor of the last item; null on an empty page."
  endCursor: String
}

"An instant in UTC with milliseconds: \`2026-11-24T06:30:00.000Z\`. Instants compare as text."
scalar DateTime

"Everything that can be asked. What has not reached its moment, or was withdrawn, is never in an answer."
type Query {
  "Whatever has this id, or null when nothing readable has it. Use the type of the answer to tell what it is."
  node("An id that an earlier answer gave out." id: ID!): Node

  """
  Some things by their ids in one go, in the order of the ids; null where nothing readable has the id.
  Made for hydrating search hits and saved lists.
  """
  nodes("At most 100 ids." ids: [ID!]!): [Node]!

  "One article, by exactly one of the ways to name it. Null when nothing readable stands there."
  article("How the article is named." by: ArticleBy!): ArticleResult

  "The newest articles of the whole site, newest first."
  latest(
    "Only articles in this language, such as \`en\` or \`ar\`; regional variants count as their language."
    inLanguage: String
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many articles, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many articles, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand. With the newest cursor, asks for what is new."
    before: String
  ): ArticleConnection

  "A section by its slug; null when no article in it can be read."
  section("The slug as it stands in addresses, such as \`world\`." slug: String!): Section

  "A curated front by its slug; null when there is none."
  front("The slug as it stands in addresses; \`home\` is the root of the site." slug: String! = "home"): Front

  "The sections of the site that have something to read, by name; at most a hundred."
  sections: [Section!]

  "One concept, by exactly one of the ways to name it. Null when no readable article names it."
  concept("How the concept is named." by: ConceptBy!): Concept

  "The people, organisations, places, events or topics that readable articles name, in the order of the alphabet."
  concepts(
    "Which kind."
    kind: ConceptKind!
    "Only those whose name begins with these letters, in any case."
    startsWith: String
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ConceptConnection

  """
  What became readable, moved or was withdrawn, oldest first, for search engines, apps and partners that keep a copy. Ends five seconds ago, so that
  nothing comes in behind a cursor: keep \`endCursor\`, and ask again with it.
  """
  # A log is followed forwards only.
  # eslint-disable-next-line @graphql-eslint/relay-arguments
  changes(
    "How many, 1 to 100. Twenty when no size is given."
    first: Int
    "The \`endCursor\` of the last answer; from the beginning when left out."
    after: String
  ): ChangeConnection @lives(seconds: 5)

  """
  Whatever an address of the site leads to: for deep links, for servers that render pages, for old links. Takes a whole URL or a path; query, fragment, a
  trailing slash and the way it is encoded do not matter. Null for an address of another site, and where nothing readable stands.
  """
  resolve("A whole address, such as \`https://news.example/world/2026/11/a-harbour-in-winter?ref=app\`, or a path." url: String!): Destination

  "The site itself."
  site: Site!
}

"The ways to name an article. Give exactly one."
input ArticleBy @oneOf {
  "Its id, as an earlier answer gave it out."
  id: ID
  "Its place on the site, such as \`/world/2026/11/a-harbour-in-winter\`. Former places answer where it moved to."
  path: String
  "What its source calls it."
  uri: SourceUri
}

"What a feed or CMS calls an article."
input SourceUri {
  "The name of the feed or CMS."
  source: String!
  "Its name for the article, over all versions."
  uri: String!
}

"The ways to name a concept. Give exactly one."
input ConceptBy @oneOf {
  "Its id, as an earlier answer gave it out."
  id: ID
  "What sources call it, where they identify it."
  uri: ConceptUri
}

"A concept as sources identify it."
input ConceptUri {
  "Which kind it is."
  kind: ConceptKind!
  "The identifier, such as \`https://www.wikidata.org/entity/Q42\`."
  uri: String!
}

"A time in which something was first published."
input PublishedRange {
  "The first instant inside; open when left out."
  from: DateTime
  "The first instant no longer inside; open when left out."
  until: DateTime
}

"What an address of the site leads to. Redirect when the \`path\` of the answer is another than the one that was asked for."
union Destination =
  | NewsArticle
  | MovedArticle
  | WithdrawnArticle
  | Front
  | Section
  | Author
  | Person
  | Organization
  | Place
  | NewsEvent
  | Topic

"A person as somebody who writes: the page behind a byline."
type Author {
  "Its place on the site."
  path: String!
  "The person. What they wrote is in \`contributions\`."
  person: Person!
}

"What an article's name leads to."
union ArticleResult = NewsArticle | MovedArticle | WithdrawnArticle

"Words that an article gives as somebody's own. They are exact, and they have a speaker or say that they have none."
type Quotation implements Node {
  "The id; stays while the words stay in their article."
  id: ID!
  "The exact words, without quotation marks."
  text: String!
  "Whether whole sentences are quoted or a few words."
  directness: Directness!
  "The word that attributes, such as \`said\`."
  cue: String
  "Who said it, as this article describes them; null when the text names nobody."
  speaker: Attribution
  "The block in which the words stand; null when they stand in the standfirst."
  blockId: ID
  "Where the words begin in the text of that block, in UTF-16 units."
  start: Int!
  "Where the words end, exclusive: \`text.slice(start, end)\` gives them."
  end: Int!
  "The event at which the words were said, where the source says so."
  recordedAt: NewsEvent
  "Who says that these are this speaker's words."
  assertedBy: AssertedBy!
  "How sure a machine is, from 0 to 1; null when the source says it."
  confidence: Float
  "The article in which the words stand."
  isPartOf: NewsArticle
}

"How words are quoted."
enum Directness {
  "Whole sentences."
  DIRECT
  "Some words inside a sentence of the article's own."
  PARTIAL
}

"Who vouches for an attribution."
enum AssertedBy {
  "The source marked it up."
  SOURCE
  "Our reading of the text."
  MACHINE
}

"Who said something, as one article describes them."
type Attribution {
  "The full name as this article gives it; null for a group or an unnamed person."
  name: String
  "The role in this article, such as \`senior researcher\`."
  jobTitle: String
  "The institution in this article."
  affiliation: Organization
  "The words for somebody without a name, such as \`a harbour official\`; or what else the article says of a named one."
  describedAs: String
  "Whether the article leaves open who it is."
  anonymous: Boolean!
  "The person or organisation, to find what else they said; null when anonymous."
  agent: Concept
}

"A page of quotations, newest article first, in the order of the text within one article."
type QuotationConnection {
  "The quotations with their cursors."
  edges: [QuotationEdge!]!
  "Where the page stands in the list."
  pageInfo: PageInfo!
}

"A quotation in a list."
type QuotationEdge {
  "Marks this place in the list, for \`after\` and \`before\`."
  cursor: String!
  "The quotation."
  node: Quotation!
}

"A part of the site."
type Section {
  "As it stands in addresses, such as \`world\`."
  slug: String!
  "As readers see it."
  name: String!
  "Its place on the site."
  path: String!
  "The section that it belongs to; its own parent leads further up. For breadcrumbs."
  parent: Section
  "The sections that belong to it, by name."
  children: [Section!]
  "The articles of the section and of those that belong to it, newest first."
  articles(
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
}

"Articles that belong together, in parts."
type Series {
  "As it stands in addresses."
  slug: String!
  "As readers see it."
  name: String!
  "The parts, newest first."
  articles(
    "Only what was first published in this time."
    published: PublishedRange
    "Walk forward: how many, 1 to 100. Twenty when no size is given."
    first: Int
    "Walk forward: the \`endCursor\` of the page before."
    after: String
    "Walk back: how many, 1 to 100."
    last: Int
    "Walk back: the \`startCursor\` of the page in hand."
    before: String
  ): ArticleConnection
}

"The site that this service speaks for."
type Site {
  "Its name, as readers know it."
  name: String!
  "Its address, without a slash at the end. \`canonicalUrl\` begins with it."
  url: String!
  "Address of its logo."
  logo: String
  "Who publishes it."
  publisher: String!
  "The languages it appears in, the main one first: BCP 47."
  languages: [String!]!
}
`;
