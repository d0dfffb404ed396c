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
const OTHER_MARKS = new Set('”»」』›’');
const MARKS: ReadonlySet<string> = new Set([...Object.keys(CLOSES), ...OTHER_MARKS]);

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
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] as string;
    if (!MARKS.has(char)) continue;
    const opens = at === again || opensHere(text, at, char);
    let frame = frames.length - 1;
    while (frame >= 0 && !CLOSES[(frames[frame] as Frame).mark]?.includes(char)) frame -= 1;
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
    while (start < stop && isSpace(text[start])) start += 1;
    while (stop > start && isSpace(text[stop - 1])) stop -= 1;
  }
  if (!hasWords(text, start, stop)) return null;
  return { from, to, start, end: stop, continues: false, continued: false };
}

function hasWords(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isWordCharacter(text[at])) return true;
  return false;
}

function opensHere(text: string, at: number, char: string): boolean {
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
      return (isWordCharacter(after) || BEFORE_WORDS.has(after as string)) && !isElision(text, at);
    case '‚':
      return isFree(text[at - 1]) && isWordCharacter(after);
    case '"':
    case '”':
    case '»':
      return isFree(text[at - 1]) && !isSpace(after) && !BEHIND_WORDS.has(after as string);
    case "'":
      return isFree(text[at - 1]) && (isWordCharacter(after) || BEFORE_WORDS.has(after as string)) && !isElision(text, at);
    default:
      return false;
  }
}

function closesHere(text: string, at: number, char: string, singleClosers: ReadonlySet<number>): boolean {
  if (char === '’' || char === "'") return singleClosers.has(at);
  const before = text[at - 1];
  const follows = !isSpace(before) && !'([{'.includes(before as string);
  if (char === '“' || char === '‘') return follows && !isWordCharacter(text[at + 1]);
  return char !== '"' || follows;
}

/** Characters that may stand between a mark and the first of its words, or the last. */
const BEFORE_WORDS = new Set('“"«[(…¿¡');
const BEHIND_WORDS = new Set('.,;:!?)]');
/** Characters behind which a word can begin. */
const FREE = new Set('([{—–-/“„«‘"\'');

function isFree(before: string | undefined): boolean {
  return isSpace(before) || FREE.has(before as string);
}

/** Whether there is a space here, or nothing. */
function isSpace(char: string | undefined): boolean {
  return char === undefined || char === ' ' || (char !== '"' && /\s/u.test(char));
}

function isWordCharacter(char: string | undefined): boolean {
  return char !== undefined && (/[a-z]/.test(char) || /[\p{L}\p{N}\uD800-\uDFFF]/u.test(char));
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
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text[at] as string;
    if (char !== '‘' && char !== '’' && char !== "'") continue;
    const after = text[at + 1];
    if (char === '‘' || isSpace(text[at - 1])) {
      if (opensHere(text, at, char)) next = 'open';
    } else if (!isWordCharacter(after)) {
      const genitive = 'sxzSXZ'.includes(text[at - 1] as string) && isSpace(after) && isWordCharacter(text[at + 2]);
      if (!genitive || next !== 'close') closers.add(at);
      if (!genitive) next = 'close';
    }
  }
  return closers;
}
