/** What is asked of an article that came from a real file, and what stands in its answer where the file says nothing. */

const RICH = 'text marks { type start end href conceptId }';
const IMAGE = `url alternativeText caption creditText width height focalPoint { x y }
  renditions { name url width height mimeType }`;
const CONCEPT = '__typename name identity ... on Topic { scheme code }';

/** Every field of an article that a file can fill. Of what is made from other fields (`html`, `seo`, `crop`) there are tests elsewhere. */
export const EVERYTHING = `query Everything($id: ID!) {
  article(by: { id: $id }) {
    __typename
    ... on WithdrawnArticle { reason }
    ... on NewsArticle {
      version source uri
      headline short: headline(role: SHORT) social: headline(role: SOCIAL) search: headline(role: SEARCH)
      kicker standfirst { ${RICH} quotation { text } } abstract byline dateline located
      contributions { role person { name identity } links { name url } note }
      inLanguage direction genre
      datePublished dateModified firstCreated versionCreated
      versions { number note } corrections { date text }
      section { slug name parent { slug name parent { slug } } } series { slug name }
      path image { ${IMAGE} }
      body { truncated { reason } blocks {
        __typename text
        ... on Paragraph { marks { type start end href conceptId } }
        ... on Heading { level marks { type start end href conceptId } }
        ... on Blockquote { cite marks { type start end href conceptId } }
        ... on PullQuote { cite marks { type start end href conceptId } }
        ... on CorrectionNote { date marks { type start end href conceptId } }
        ... on ListBlock { ordered items { level ${RICH} } }
        ... on KeyFacts { heading items { level ${RICH} } }
        ... on TableBlock { caption rows { cells { isHeader colSpan rowSpan ${RICH} } } }
        ... on ImageBlock { image { ${IMAGE} } }
        ... on GalleryBlock { caption images { ${IMAGE} } }
        ... on VideoBlock { video { url mimeType caption creditText duration poster { ${IMAGE} } } }
        ... on Embed { url provider }
        ... on UnknownBlock { name }
      } }
      liveBlog { isLive }
      quotations {
        text directness cue assertedBy start end recordedAt { name }
        speaker { name jobTitle describedAs anonymous affiliation { name } }
      }
      about { ${CONCEPT} } mentions { ${CONCEPT} }
      related(first: 20) { reason label article { uri } }
      alternates { inLanguage }
      isAccessibleForFree accessTier usageTerms digitalSourceType copyrightNotice creditLine
    }
  }
}`;

/** An answer, or a part of it. */
export type Fields = { [field: string]: unknown };

/** An answer in the words of the expectations: marks say what they stand on, and what is not said is left out. */
export function told(value: unknown, text = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => told(one, text));
  if (typeof value !== 'object' || value === null) return value;
  const fields = value as Fields;
  const own = typeof fields.text === 'string' ? fields.text : text;
  const isMark = typeof fields.start === 'number' && typeof fields.type === 'string';
  const said = Object.entries(fields).flatMap(([key, part]): [string, unknown][] => {
    if (part === null || (Array.isArray(part) && part.length === 0)) return [];
    if (isMark && key === 'end') return [['on', own.slice(Number(fields.start), Number(part))]];
    return [[key, told(part, own)]];
  });
  return Object.fromEntries(said);
}
