import { type Article, type Story, UNSAID } from '../../domain/article.ts';
import { type BlockContent, countWords, withKeys } from '../../domain/body.ts';
import { ArticleTooLarge, refuse } from '../../domain/fault.ts';
import { defaultPath } from '../../domain/path.ts';
import { quotationsWithKeys } from '../../domain/quotation.ts';
import { MAX_BODY_BYTES } from '../../store/body-codec.ts';
import type { Format, Sent } from '../format.ts';
import { findQuotations } from '../quotations/find-quotations.ts';
import { mentionsIn } from '../quotations/mentions.ts';
import { isQuotationOnly, standfirstQuotation } from '../quotations/standfirst-quotation.ts';
import { sectionOf } from '../section.ts';
import { decodeText } from './decode-text.ts';
import { readReporterLine } from './reporter-line.ts';

/** Language of a text whose sender says nothing of it. */
const DEFAULT_LANGUAGE = 'en';

/** A headline of one line, a blank line, words. */
const PLAIN = /^[^\S\n]*\S[^\n]*\n[^\S\n]*\n\s*\S/;

/** Signs of Markdown, HTML, XML and JSON: such a document may be text, and nobody can be sure. */
const MARKED_UP = /^\s*[[{<]|^[ \t]*(#{1,6} |>|[-*+] |```|~~~|:::|---|===|\|)|\]\(|\*\*|<\/?[a-z!]/im;

/**
 * Plain text. The first line is the headline; a line behind it that is a quotation is the standfirst; blank lines part paragraphs, which keep
 * their exact characters; a last line that names a reporter's accounts is their contribution.
 */
export const text: Format = {
  name: 'text',
  extensions: ['.txt'],
  detect: ({ text }) => PLAIN.test(text) && !MARKED_UP.test(text),
  read: (sent) => [readArticle(sent)],
};

function readArticle({ bytes, source, uri, wishes }: Sent): Article {
  const language = wishes.language ?? DEFAULT_LANGUAGE;
  const { headline, standfirst, paragraphs } = readParts(decodeText(bytes));
  const contribution = readReporterLine(paragraphs.at(-1)?.text ?? '', language, source);
  if (contribution) paragraphs.pop();
  checkSize(paragraphs);
  const blocks = withKeys(paragraphs);
  const quotations = quotationsWithKeys(findQuotations(paragraphs, { language, source }), blocks);
  const section = sectionOf(wishes.section);
  const published = wishes.published ?? null;
  const story: Story = {
    headline,
    standfirst: standfirst === null ? null : { text: standfirst, marks: [], quotation: standfirstQuotation(standfirst, quotations) },
    abstract: null,
    kicker: null,
    byline: null,
    dateline: null,
    language,
    genre: null,
    section,
    series: null,
    translationGroup: null,
    path: wishes.path ?? defaultPath(section.slug, published, headline),
    contributions: contribution ? [contribution] : [],
    about: [],
    mentions: mentionsIn(quotations),
    image: null,
    wordCount: countWords(blocks, language),
    isAccessibleForFree: true,
    copyrightNotice: null,
    creditLine: null,
    ...UNSAID,
  };
  return {
    source,
    uri,
    version: null,
    versionCreated: null,
    firstCreated: null,
    firstPublished: published,
    embargoedUntil: null,
    scheduledFor: null,
    expires: null,
    pubStatus: 'USABLE',
    story,
    body: { blocks, quotations },
  };
}

type Paragraph = BlockContent & { kind: 'Paragraph' };
type Parts = { headline: string; standfirst: string | null; paragraphs: Paragraph[] };

function readParts(document: string): Parts {
  if (document.trim() === '') refuse('document', 'is empty; the first line is the headline, paragraphs follow');
  const lines = document.split('\n');
  const headline = (lines[0] as string).trim();
  if (headline === '') refuse('headline', 'is missing; it stands in the first line');
  const next = lines.findIndex((line, at) => at > 0 && line.trim() !== '');
  const standfirst = next !== -1 && isQuotationOnly(lines[next] as string) ? (lines[next] as string) : null;
  const paragraphs: Paragraph[] = [];
  let paragraph: string[] = [];
  for (const line of [...lines.slice(standfirst === null ? 1 : next + 1), '']) {
    if (line.trim() !== '') {
      paragraph.push(line);
    } else if (paragraph.length > 0) {
      paragraphs.push({ kind: 'Paragraph', text: paragraph.join('\n'), marks: [] });
      paragraph = [];
    }
  }
  return { headline, standfirst, paragraphs };
}

function checkSize(paragraphs: readonly Paragraph[]): void {
  if (paragraphs.length === 0) refuse('body', 'has no paragraph; paragraphs stand below the headline and are parted by blank lines');
  const bytes = paragraphs.reduce((sum, { text: words }) => sum + Buffer.byteLength(words), 0);
  if (bytes <= MAX_BODY_BYTES) return;
  throw new ArticleTooLarge([{ place: 'body', reason: `holds ${bytes} bytes of text; at most ${MAX_BODY_BYTES} can be served` }]);
}
