/** A stretch of text between quotation marks, by UTF-16 offsets. */
export type Span = {
  /** Where the opening mark stands. */
  from: number;
  /** Behind the closing mark; the end of the paragraph when there is none. */
  to: number;
  /** The words, without the marks. */
  start: number;
  end: number;
  /** Never closed: the next paragraph opens again and goes on. */
  continues: boolean;
  /** Goes on with what the paragraph before it left open. */
  continued: boolean;
};

/** Which marks close what a mark has opened. The first kind of each is what its language prescribes, the others occur. */
const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”"',
  '”': '”', // Swedish and Finnish
  '"': '"”“',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '‹': '›',
  '‘': "’'",
  '‚': '‘’',
  "'": "'’",
};
const SINGLE = new Set(['‘', '‚', "'"]);
const MARK = /[“”„"«»「」『』‹›‘’‚']/gu;

/** Marks deeper than this are not told apart; news has two levels, a hostile text has as many as it has characters. */
const DEEPEST = 4;

type Frame = { mark: string; at: number; inner: Span[] };

/**
 * The quotations of each paragraph, outermost only, in order. Time is linear in the length of the text.
 * Apostrophes are no marks. A mark without its partner is none either, unless the next paragraph goes on with it.
 */
export function quotedSpans(paragraphs: readonly string[]): Span[][] {
  let open: string | null = null;
  return paragraphs.map((text, place) => {
    const first = text.search(/\S/u);
    if (first === -1) return []; // a picture between two paragraphs does not end what is said
    const continued = open;
    const { spans, unclosed } = readMarks(text, continued === '«' && text[first] === '»' ? first : -1);
    open = null;
    if (unclosed) {
      const goesOn = opensAgain(paragraphs, place + 1, unclosed.mark);
      const end = text.trimEnd().length;
      const whole = spanOf(text, unclosed.mark, unclosed.at, end, end);
      if (whole && (goesOn || isForgotten(text, unclosed, continued !== null && unclosed.at === first))) {
        spans.push({ ...whole, continues: goesOn });
        if (goesOn) open = unclosed.mark;
      } else {
        for (const span of unclosed.inner) spans.push(span);
      }
    }
    if (spans[0]) spans[0].continued = continued !== null && spans[0].from === first;
    return spans;
  });
}

/** Whether the next paragraph with words opens again what this one leaves open. Spanish repeats the closing mark for that. */
function opensAgain(paragraphs: readonly string[], from: number, mark: string): boolean {
  const next = paragraphs.slice(from, from + 4).find((text) => text.trim() !== '');
  const first = next?.trimStart()[0];
  return first !== undefined && (first === mark || (mark === '«' && first === '»'));
}

/** Whether a mark that is never closed opens a quotation all the same: the words before it announce one, or it goes on with one. */
function isForgotten(text: string, { mark, at, inner }: Frame, goesOn: boolean): boolean {
  if (SINGLE.has(mark) || inner.some(({ from }) => text[from] === mark)) return false;
  return goesOn || /[,:]\s{0,3}$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** @param again where a closing mark stands that opens, or -1 */
function readMarks(text: string, again: number): { spans: Span[]; unclosed: Frame | null } {
  const closers = singleClosers(text);
  const spans: Span[] = [];
  const frames: Frame[] = [];
  const home = () => frames.at(-1)?.inner ?? spans;
  for (const { 0: char, index: at } of text.matchAll(MARK)) {
    const opens = at === again || opensHere(text, at, char);
    const frame = frames.findLastIndex(({ mark }) => CLOSES[mark]?.includes(char));
    if (frame !== -1 && closesHere(text, at, char, closers) && !(opens && char === '"')) {
      const { mark, at: from } = frames[frame] as Frame;
      frames.length = frame; // what was opened later inside and never closed is no quotation
      const span = spanOf(text, mark, from, at, at + 1);
      if (span) home().push(span);
    } else if (opens) {
      if (frames.length === DEEPEST) frames.shift();
      frames.push({ mark: at === again ? '«' : char, at, inner: [] });
    }
  }
  while (frames.length > 1) {
    const { inner } = frames.pop() as Frame;
    for (const span of inner) home().push(span);
  }
  return { spans, unclosed: frames[0] ?? null };
}

/** The quotation between two marks, or null when there are no words. Guillemets keep their inner spaces to themselves. */
function spanOf(text: string, mark: string, from: number, end: number, to: number): Span | null {
  let start = from + 1;
  let stop = end;
  if (mark === '«' || mark === '»') {
    while (start < stop && /\s/u.test(text[start] as string)) start += 1;
    while (stop > start && /\s/u.test(text[stop - 1] as string)) stop -= 1;
  }
  if (!hasWords(text, start, stop)) return null;
  return { from, to, start, end: stop, continues: false, continued: false };
}

function hasWords(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (/[\p{L}\p{N}\uD800-\uDFFF]/u.test(text[at] as string)) return true;
  return false;
}

function opensHere(text: string, at: number, char: string): boolean {
  const before = text[at - 1];
  const after = text[at + 1];
  switch (char) {
    case '“':
    case '„':
    case '«':
    case '「':
    case '『':
    case '‹':
      return true;
    case '‘':
      return after !== undefined && /[\p{L}\p{N}“"«[(…¿¡]/u.test(after) && !isElision(text, at);
    case '‚':
      return isFree(before) && after !== undefined && /[\p{L}\p{N}]/u.test(after);
    case '"':
    case '”':
    case '»':
      return isFree(before) && after !== undefined && /[^\s.,;:!?)\]]/u.test(after);
    case "'":
      return isFree(before) && after !== undefined && /[\p{L}\p{N}“"«[(…¿¡]/u.test(after) && !isElision(text, at);
    default:
      return false;
  }
}

/** Whether a word can begin after this character. */
function isFree(before: string | undefined): boolean {
  return before === undefined || /[\s([{—–\-/“„«‘"']/u.test(before);
}

function closesHere(text: string, at: number, char: string, singleClosers: ReadonlySet<number>): boolean {
  const follows = !/[\s([{]/u.test(text[at - 1] ?? ' ');
  const ends = !/[\p{L}\p{N}]/u.test(text[at + 1] ?? ' ');
  if (char === '’' || char === "'") return singleClosers.has(at);
  if (char === '“' || char === '‘') return follows && ends;
  return char !== '"' || follows;
}

/** 'tis, '90s: a mark that looks as if it opened, and stands for letters left out. */
function isElision(text: string, at: number): boolean {
  return /^(?:\d\ds?|tis|twas|em|cause|til|till|n|bout|round)\b/iu.test(text.slice(at + 1, at + 7));
}

/**
 * Which single marks can close a quotation: not an apostrophe within a word, and not the genitive of a plural
 * ("the boys’ club") while a mark that can be nothing else follows before the next one opens.
 */
function singleClosers(text: string): ReadonlySet<number> {
  const closers = new Set<number>();
  let next: 'close' | 'open' | null = null;
  for (const at of Array.from(text.matchAll(/[‘’']/gu), ({ index }) => index).reverse()) {
    const after = text[at + 1] ?? ' ';
    if (/\s/u.test(text[at - 1] ?? ' ') || text[at] === '‘') {
      if (opensHere(text, at, text[at] as string)) next = 'open';
    } else if (!/[\p{L}\p{N}]/u.test(after)) {
      const genitive = /[sxz]/iu.test(text[at - 1] as string) && /\s/u.test(after) && /[\p{L}\p{N}]/u.test(text[at + 2] ?? ' ');
      if (!genitive || next !== 'close') closers.add(at);
      if (!genitive) next = 'close';
    }
  }
  return closers;
}
