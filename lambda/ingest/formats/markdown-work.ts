import { ArticleTooLarge, refuse } from '../../domain/fault.ts';

/**
 * The parser's time grows with the square of some things. They are counted in front of it, so that no document costs minutes; a count is high
 * rather than low where only the parser could tell.
 */

/**
 * Most work that a body may make for the parser, in squares: 5e7 took some 5 seconds here, and a feature of 100,000 words makes 1e6. The weights below
 * were measured on the same machine, against what costs most of its kind.
 */
const MOST_WORK = 5e7;

/** What a line weighs in the paragraph that it goes on with, and what it weighs where that began in a list or a quotation and this line is not. */
const LINE = 1 / 3;
const LAZY_LINE = 0.6;

/** What a character weighs that the parser reads in search of an end, and again from the next beginning. */
const CHARACTER = 1 / 7;

/** What each line above a heading weighs that is underlined: the parser looks through all of them. */
const UNDER_A_LINE = 2;

/** Deepest nesting of lists and quotations; what is deeper overflows the parser's stack, or takes it minutes. */
const DEEPEST = 100;

/** A list inside another is indented by at least as many columns. */
const LEAST_INDENT = 2;

/** Where a list item, a quotation or a footnote begins; all of them together in one line. */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)]|\[\^[^\]\s]{1,99}\]:)(?=[ \t]|$)))+/;

/** Below a line of words it makes them a heading. */
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** What may begin and not end within a paragraph. */
const HTML_IN_LINE: readonly [opening: RegExp, closing: string][] = [
  [/<!--/g, '-->'],
  [/<\?/g, '?>'],
  [/<!\[CDATA\[/g, ']]>'],
  [/<![a-z]/gi, '>'],
];

export const TOO_DEEP = 'begins something that is nested too deep to be read';

const TOO_MUCH = 'is the end of more brackets, stars, lines or list items than can be read at once';
const NO_END = 'is the end of a paragraph in which more comments, tags or code begin and do not end than can be read at once';

/**
 * What would take the parser minutes, before it begins.
 * @param firstLine the line of the document in which the body begins, for the places of faults
 * @throws {Refused} when lists and quotations are nested too deep
 * @throws {ArticleTooLarge} when parsing would take longer than a push may
 */
export function refuseHardWork(markdown: string, firstLine: number): void {
  const all = markdown.split('\n');
  let [containers, markup, lines, work, begins] = [0, 0, 0, 0, 0];
  let isInContainer = false;
  for (const [at, text] of all.entries()) {
    const opening = CONTAINERS.exec(text)?.[0] ?? '';
    const nesting = opening.match(/[>*+.):-]/g)?.length ?? 0;
    if (nesting > DEEPEST || opening.search(/\S/) > DEEPEST * LEAST_INDENT) refuse(`line ${firstLine + at}`, TOO_DEEP);
    containers += Math.sqrt(nesting);
    if (text.trim() === '') {
      [markup, lines, isInContainer, begins] = [0, 0, false, at + 1];
    } else {
      const before = (markup + lines) ** 2;
      if (lines > 0 && UNDERLINE.test(text)) work += UNDER_A_LINE * at;
      markup += text.match(/!(?=\[)|[[\]*_~]/g)?.length ?? 0;
      lines += isInContainer && nesting === 0 ? LAZY_LINE : LINE;
      isInContainer ||= nesting > 0;
      work += (markup + lines) ** 2 - before;
    }
    if (work + (2 * containers) ** 2 > MOST_WORK) tooMuch(firstLine + at, TOO_MUCH);
    const isLast = lines > 0 && (all[at + 1] ?? '').trim() === '';
    if (isLast) work += CHARACTER * readInVain(all.slice(begins, at + 1).join('\n'));
    if (work > MOST_WORK) tooMuch(firstLine + at, NO_END);
  }
}

function tooMuch(line: number, reason: string): never {
  throw new ArticleTooLarge([{ place: `line ${line}`, reason }]);
}

/** How many characters of a paragraph are read in search of an end that is not there. */
export function readInVain(paragraph: string): number {
  let read = 0;
  for (const [opening, closing] of HTML_IN_LINE) {
    const last = paragraph.lastIndexOf(closing);
    for (const { index } of paragraph.matchAll(opening)) if (index > last) read += paragraph.length - index;
  }
  const lengths = new Set<number>(); // code ends with as many backticks as it begins with
  for (const { 0: run, index } of [...paragraph.matchAll(/`+/g)].reverse()) {
    if (!lengths.has(run.length)) read += paragraph.length - index;
    lengths.add(run.length);
  }
  return read;
}
