import { Lexer } from 'yaml';
import { refuse } from '../../domain/fault.ts';

/**
 * How deep things may lie in each other, before a reader that calls itself for each level overflows the stack. Bounds are checked in front of whatever
 * recurses and without recursion: an overflow shows as whatever was running when it came, and not always as an error.
 */

/** Deepest nesting of JSON and YAML. The deepest article at hand, of ANS, has some twenty levels; parsers and readers stand some thousand. */
const DEEPEST = 200;

/** What the lexer of YAML says in front of a document. */
const DOCUMENT_BEGINS = '\u0002';

/** A block of YAML inside another is indented by at least as many columns, where it begins in the same line. */
const LEAST_INDENT = 2;

const TOO_DEEP = `is nested deeper than ${DEEPEST} levels`;

/**
 * @param value what a document of JSON holds
 * @param place as its author would call the document
 * @throws {Refused} naming the field, or the entry, that holds lists and mappings inside each other without end
 */
export function refuseDeepJson(value: unknown, place: string): void {
  let level = childrenOf(value).map(([key, child]) => ({ top: key, child }));
  for (let depth = 1; level.length > 0; depth += 1) {
    const [first] = level;
    if (depth > DEEPEST && first)
      refuse(Array.isArray(value) ? `${place}, entry ${Number(first.top) + 1}` : `${place}: ${first.top.slice(0, 40)}`, TOO_DEEP);
    level = level.flatMap(({ top, child }) => childrenOf(child).map(([, inner]) => ({ top, child: inner })));
  }
}

/** What is no list and no mapping holds nothing. */
function childrenOf(value: unknown): [key: string, child: unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

/**
 * @param place as its author would call what stands in a line of `yaml`
 * @throws {Refused} naming the first line that lies too deep
 */
export function refuseDeepYaml(yaml: string, place: (line: number) => string): void {
  let [line, column, brackets, begins] = [1, 0, 0, true];
  for (const token of new Lexer().lex(yaml)) {
    if (token === '[' || token === '{') brackets += 1;
    if (token === ']' || token === '}') brackets -= 1;
    const isBlock = begins && /^[-?:]$/.test(token);
    if (brackets > DEEPEST || (isBlock && column > DEEPEST * LEAST_INDENT)) refuse(place(line), TOO_DEEP);
    begins = token.endsWith('\n') || (begins && (isBlock || token === DOCUMENT_BEGINS || /^[ \t]+$/.test(token)));
    line += token.split('\n').length - 1;
    column = token.includes('\n') ? token.length - token.lastIndexOf('\n') - 1 : column + token.length;
  }
}

/** Whether an error is the end of the stack, and none of the mistakes that are RangeErrors too. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message === 'Maximum call stack size exceeded'; // in the words of V8
}
