import type { BlockContent, Mark, RichText } from '../../domain/body.ts';
import { refuse } from '../../domain/fault.ts';
import { findControlCharacter, nameOfCharacter } from './decode-text.ts';

type OpenMark = Omit<Mark, 'start' | 'end'>;

/**
 * Writes text as browsers lay it out: spaces, tabs and line ends fall together into one space, and none stands at the ends of a line. No-break
 * spaces, joiners and signs of direction are kept. Blocks inside a place that holds text only stand on lines of their own.
 */
export class HtmlTextWriter {
  /** Pictures, videos and embeds that stand among the words. */
  readonly media: BlockContent[] = [];
  readonly #place: string;
  readonly #lineEndsCount: boolean;
  readonly #marks: Mark[] = [];
  /** Types of the marks around what is being written, links aside. */
  readonly #open: Mark['type'][] = [];
  #text = '';
  #space = false;
  #break = '';

  /**
   * @param place as its author would call the text, for faults
   * @param lineEndsCount whether a line end of the source is a line break, and two of them an empty line
   */
  constructor(place: string, lineEndsCount = false) {
    this.#place = place;
    this.#lineEndsCount = lineEndsCount;
  }

  get isEmpty(): boolean {
    return this.#text === '';
  }

  /** Words of the source. @throws {Refused} when they hold a control character that no text has */
  write(words: string): void {
    for (const [piece] of words.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (!/^[ \t\n\r\f]/.test(piece)) this.#put(piece);
      else if (this.#lineEndsCount && piece.includes('\n')) this.#lineEnds(piece);
      else this.#space = true;
    }
  }

  /** Words whose blanks count: of `pre`. */
  writeExact(words: string): void {
    const normal = words.replace(/\r\n?/g, '\n');
    if (normal !== '') this.#put(normal);
  }

  /** One line end breaks the line, two or more leave one line empty. */
  #lineEnds(blanks: string): void {
    this.lineBreak();
    if (blanks.indexOf('\n') !== blanks.lastIndexOf('\n')) this.lineBreak();
  }

  lineBreak(): void {
    this.#space = false;
    this.#break += '\n';
  }

  /** The end of one block inside the text and the beginning of the next; `sign` parts them: a line feed, a tab between cells. */
  blockBreak(sign = '\n'): void {
    this.#space = false;
    if (this.#break === '' || (sign === '\n' && this.#break === '\t')) this.#break = sign;
  }

  /** Marks what is written within. A mark inside another of its type says nothing new: `<i><em>`. */
  marked(mark: OpenMark, write: () => void): void {
    if (this.#open.includes(mark.type)) {
      write();
      return;
    }
    const start = this.#text.length;
    if (mark.type !== 'LINK') this.#open.push(mark.type);
    write();
    if (mark.type !== 'LINK') this.#open.pop();
    if (this.#text.length > start) this.#marks.push({ ...mark, start, end: this.#text.length });
  }

  /** The text, and its marks in reading order, the outer ones first. Marks begin and end with words. */
  finish(): RichText {
    const text = this.#text;
    const marks = this.#marks
      .toReversed() // an inner mark was closed before the one around it
      .map((mark) => {
        let { start, end } = mark;
        while (start < end && /[ \n\t]/.test(text[start] as string)) start += 1;
        while (end > start && /[ \n\t]/.test(text[end - 1] as string)) end -= 1;
        return { ...mark, start, end };
      })
      .filter(({ start, end }) => start < end)
      .sort((one, other) => one.start - other.start || other.end - one.end);
    return { text, marks };
  }

  #put(words: string): void {
    const control = findControlCharacter(words);
    if (control !== null) refuse(this.#place, `holds the control character ${nameOfCharacter(control)}`);
    if (this.#text !== '') this.#text += this.#break || (this.#space ? ' ' : '');
    this.#text += words;
    [this.#space, this.#break] = [false, ''];
  }
}

/** A text in parts, cut where an empty line stands. */
export function splitAtEmptyLines({ text, marks }: RichText): RichText[] {
  if (text === '') return [];
  const parts: RichText[] = [];
  let [from, next, open] = [0, 0, [] as readonly Mark[]];
  for (const part of text.split(/(\n{2,})/)) {
    const to = from + part.length;
    const first = next;
    while (next < marks.length && (marks[next] as Mark).start < to) next += 1;
    open = [...open, ...marks.slice(first, next)].filter(({ end }) => end > from); // marks come in the order of their beginnings
    if (!part.startsWith('\n')) {
      parts.push({
        text: part,
        marks: open.map((mark) => ({ ...mark, start: Math.max(mark.start, from) - from, end: Math.min(mark.end, to) - from })),
      });
    }
    from = to;
  }
  return parts;
}
