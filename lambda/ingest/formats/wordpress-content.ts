import { blockText, textBytes } from '../../domain/body.ts';
import { MAX_BODY_BYTES } from '../../store/body-codec.ts';
import { checkSize } from './document-size.ts';
import { type HtmlContent, readHtml } from './html-body.ts';
import { providerOf } from './html-media.ts';
import { elementBudget } from './html-tree.ts';
import { isMoreSign, readAsWordPressMeans } from './wordpress-markup.ts';
import { embedHtml, type Library, withoutShortcodes } from './wordpress-shortcodes.ts';

/** Markup may take as much again as the largest text of a body. */
const MAX_CONTENT_BYTES = 2 * MAX_BODY_BYTES;

/**
 * The content of a post as readers of its site get it: `content.rendered` of the REST interface.
 * @param place as its author would call it
 * @throws what {@link readHtml} throws
 */
export function readRendered(html: string, place: string): HtmlContent {
  checkSize(Buffer.byteLength(html), MAX_CONTENT_BYTES, place);
  return checked(readHtml(html, place, { prepare: readAsWordPressMeans, isCut: isMoreSign }), place);
}

/**
 * The content of a post as its author wrote it: blocks of Gutenberg between comments, and everywhere else the text of the classic editor, in
 * which line ends count and no `p` stands. Shortcodes become what they stand for.
 */
export function readWritten(content: string, place: string, library: Library): HtmlContent {
  checkSize(Buffer.byteLength(content), MAX_CONTENT_BYTES, place);
  const budget = elementBudget();
  const whole: HtmlContent = { blocks: [], cut: null };
  for (const { html, isBlock } of partsOf(withoutShortcodes(content.replace(/\r\n?/g, '\n'), library))) {
    const { blocks, cut } = readHtml(isBlock ? html : classic(html), place, {
      ...{ prepare: readAsWordPressMeans, isCut: isMoreSign, lineEndsCount: !isBlock, budget },
    });
    if (cut !== null) whole.cut ??= whole.blocks.length + cut;
    for (const block of blocks) whole.blocks.push(block);
  }
  return checked(whole, place);
}

/** A title, a caption, a name: WordPress keeps them as HTML. @returns plain text; empty when there is none */
export function plainWords(html: string, place: string): string {
  return readHtml(html, place).blocks.map(blockText).filter(Boolean).join('\n');
}

/** Outermost blocks, and what stands between them. */
function partsOf(content: string): { html: string; isBlock: boolean }[] {
  const parts: { html: string; isBlock: boolean }[] = [];
  const sign = /<!--\s+(\/?)wp:[a-z]/g;
  let [from, depth] = [0, 0];
  const cutAt = (end: number, isBlock: boolean) => {
    if (content.slice(from, end).trim() !== '') parts.push({ html: content.slice(from, end), isBlock });
    from = end;
  };
  for (let match = sign.exec(content); match !== null; match = sign.exec(content)) {
    const end = content.indexOf('-->', sign.lastIndex);
    if (end < 0) break;
    sign.lastIndex = end + 3;
    const isClosing = match[1] !== '';
    if (depth === 0 && !isClosing) cutAt(match.index, false);
    if (isClosing) depth = Math.max(0, depth - 1);
    else if (content[end - 1] !== '/') depth += 1;
    if (depth === 0) cutAt(end + 3, true);
  }
  cutAt(content.length, depth > 0);
  return parts;
}

/** Text of the classic editor. An address alone on its line is embedded, where WordPress knows whose it is; the line end behind `br` is none. */
function classic(html: string): string {
  return html
    .replace(/(<br\s*\/?>)[ \t]*\n/gi, '$1')
    .replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gim, (line, url: string) => (providerOf(url) === null ? line : embedHtml(url)));
}

function checked(content: HtmlContent, place: string): HtmlContent {
  checkSize(textBytes(content.blocks), MAX_BODY_BYTES, place);
  return content;
}
