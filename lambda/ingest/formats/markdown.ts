import type { Article, Edition, Story } from '../../domain/article.ts';
import { type Block, type Body, countWords, textBytes, withKeys } from '../../domain/body.ts';
import { distinctConcepts } from '../../domain/concept.ts';
import { ArticleTooLarge, type Fault, Refused } from '../../domain/fault.ts';
import type { LivePost } from '../../domain/live-post.ts';
import { defaultPath } from '../../domain/path.ts';
import { quotationsWithKeys } from '../../domain/quotation.ts';
import { MAX_BODY_BYTES } from '../../store/body-codec.ts';
import type { Format, Sent } from '../format.ts';
import { mentionsIn } from '../quotations/mentions.ts';
import { standfirstQuotation } from '../quotations/standfirst-quotation.ts';
import { sectionOf } from '../section.ts';
import { decodeText } from './decode-text.ts';
import { checkSize, tooLarge } from './document-size.ts';
import { type FrontMatter, readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { type MarkdownBody, readBody } from './markdown-body.ts';
import { readPosts, splitPosts } from './markdown-posts.ts';
import { quotationsIn } from './quotations-in-blocks.ts';

/** Largest body with its markup, in bytes: half as much again as the largest text that can be served. */
const MAX_MARKDOWN_BYTES = 1.5 * MAX_BODY_BYTES;

/** GitHub-flavoured Markdown with YAML front matter; one article a document. The keys are those of {@link FrontMatter}. */
export const markdown: Format = {
  name: 'markdown',
  extensions: ['.md', '.markdown'],
  detect: ({ text }) => /^(---[ \t]*\n(?=[\s\S]*\n---[ \t]*(\n|$))|# \S)/.test(text),
  read: (sent) => [readArticle(sent)],
};

function readArticle(sent: Sent): Article {
  const { source, wishes } = sent;
  const faults: Fault[] = [];
  const { yaml, body: lines, bodyLine } = splitFrontMatter(decodeText(sent.bytes));
  const frontMatter = readFrontMatter(yaml, source, faults);
  const edition = editionOf(frontMatter, sent);
  if (frontMatter.status === 'CANCELED') {
    if (faults.length > 0) throw new Refused(faults);
    return { ...edition, pubStatus: 'CANCELED', story: null, body: null };
  }
  const parts = splitPosts(lines);
  const { headline, blocks, cut } = bodyOf(parts.body, bodyLine, frontMatter.headline, faults);
  const posts = parts.posts === null ? null : postsOf(parts.posts, bodyLine + parts.line - 1, frontMatter, faults);
  if (faults.length > 0) throw new Refused(faults);

  const language = frontMatter.language ?? wishes.language ?? 'en';
  const body: Body = { blocks, quotations: quotationsWithKeys(quotationsIn(blocks, { ...frontMatter, language, source }), blocks) };
  const story = { ...storyOf(headline, frontMatter, body, language, sent), freeBlocks: frontMatter.free ? 0 : (cut ?? 0) };
  return { ...edition, pubStatus: frontMatter.status, story, body, ...(posts === null ? {} : { posts }) };
}

/** @throws {ArticleTooLarge} when the posts are longer than any body */
function postsOf(lines: string, firstLine: number, { authors, sundry }: FrontMatter, faults: Fault[]): LivePost[] {
  if (Buffer.byteLength(lines) > MAX_MARKDOWN_BYTES) {
    throw new ArticleTooLarge([...faults, tooLarge(Buffer.byteLength(lines), MAX_MARKDOWN_BYTES, 'posts')]);
  }
  if (sundry.liveBlog === null) faults.push({ place: `line ${firstLine - 1}`, reason: NOT_LIVE });
  return readPosts(lines, firstLine, authors, faults);
}

const NOT_LIVE = 'begins the posts of a live blog, and this article is none; say so in the front matter, with live: true';

function editionOf(said: FrontMatter, { source, uri, wishes }: Sent): Omit<Edition, 'pubStatus'> {
  return {
    source,
    uri: said.uri ?? uri,
    version: said.version,
    versionCreated: said.updated,
    firstCreated: said.created,
    firstPublished: said.published ?? wishes.published ?? null,
    embargoedUntil: said.embargoed,
    scheduledFor: said.scheduled,
    expires: said.expires,
  };
}

/** `cut`: how many blocks stand before the place where a paid article ends for those who do not pay; null without one. */
type Content = { headline: string; blocks: Block[]; cut: number | null };

/** @throws {ArticleTooLarge} with the faults so far, when no better headline would make it fit */
function bodyOf(lines: string, firstLine: number, declared: string | null, faults: Fault[]): Content {
  const mayDeclare = faults.some(({ place }) => place === 'front matter: headline' || !place.startsWith('front matter: '));
  const takeHeadline = declared === null && !mayDeclare;
  let read: MarkdownBody;
  try {
    checkSize(Buffer.byteLength(lines), MAX_MARKDOWN_BYTES);
    read = readBody(lines, firstLine, takeHeadline);
  } catch (error) {
    if (error instanceof ArticleTooLarge) throw new ArticleTooLarge([...faults, ...error.faults]);
    if (!(error instanceof Refused)) throw error;
    faults.push(...error.faults);
    return { headline: '', blocks: [], cut: null };
  }
  const headline = declared ?? read.headline;
  if (takeHeadline && headline === null) faults.push({ place: 'headline', reason: NO_HEADLINE });
  if (read.blocks.length === 0) faults.push({ place: 'body', reason: 'is empty' });
  const size = textBytes(read.blocks);
  if (size > MAX_BODY_BYTES) throw new ArticleTooLarge([...faults, tooLarge(size, MAX_BODY_BYTES)]);
  return { headline: headline ?? '', blocks: withKeys(read.blocks), cut: read.cut };
}

const NO_HEADLINE = 'is missing; give it in the front matter, or as a first line "# Headline"';

function storyOf(
  headline: string,
  said: FrontMatter,
  { blocks, quotations }: Body,
  language: string,
  { wishes }: Sent,
): Omit<Story, 'freeBlocks'> {
  const section = said.section ?? sectionOf(wishes.section);
  const { standfirst, abstract, kicker, byline, dateline, genre, series, translations, authors, about, mentions, image } = said;
  return {
    headline,
    standfirst: standfirst === null ? null : { text: standfirst, marks: [], quotation: standfirstQuotation(standfirst, quotations) },
    ...{ abstract, kicker, byline, dateline, language, genre, section, series },
    translationGroup: translations,
    path: said.path ?? wishes.path ?? defaultPath(section.slug, said.published ?? wishes.published ?? null, headline),
    contributions: authors,
    about,
    mentions: distinctConcepts([...mentions, ...mentionsIn(quotations)]),
    image,
    wordCount: countWords(blocks, language),
    isAccessibleForFree: said.free,
    copyrightNotice: said.copyright,
    creditLine: said.credit,
    ...said.sundry,
  };
}
