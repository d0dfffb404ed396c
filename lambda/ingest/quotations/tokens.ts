import type { Language } from './languages/language.ts';
import type { Span } from './spans.ts';
import { classify, NO_WORD, type WordClass } from './word-classes.ts';

/** A word, a punctuation mark, or a whole quotation, which counts as one thing in the sentence around it. */
export type Token = {
  kind: 'word' | 'mark' | 'quotation';
  /** As written, without the genitive `’s`. */
  text: string;
  /** The text in lower case with straight apostrophes. */
  lower: string;
  /** UTF-16 offsets in the paragraph; a genitive `’s` stands behind them. */
  start: number;
  end: number;
  capital: boolean;
  genitive: boolean;
  /** Whether a sentence begins here, so that a capital says nothing. */
  opens: boolean;
  /** Which quotation of the paragraph this is, or -1. */
  span: number;
  is: WordClass;
};

/** A paragraph read into words. */
export type Reading = {
  text: string;
  tokens: Token[];
  /** Places of tokens: each sentence from its first one to behind its last one. */
  sentences: Sentence[];
};

export type Sentence = { from: number; to: number };

/** Marks of other scripts that part a sentence as ours do. */
const MARKS: Readonly<Record<string, string>> = { '،': ',', '؛': ';', '，': ',', '：': ':' };

/** Words, and the marks that part sentences and phrases; a row of the same mark counts as one. Other marks say nothing here. */
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[’'.‑-](?=[\p{L}\p{N}])|,(?=\p{N}))*|([.,;:!?…؟。،؛，：&()—–’'-])\1*/gu;

/** Whether a word reads as part of a name here: a capital, and not one that only the beginning of a sentence gives it. */
export function isProper(token: Token | undefined, next: Token | undefined): boolean {
  return token?.is.isName === true && !(token.opens && !next?.capital && token.is.isCommon);
}

/** Reads paragraphs of one language. It keeps what it learnt of each word, because words come again. */
export class ParagraphReader {
  readonly #language: Language;
  readonly #classes = new Map<string, WordClass>();

  constructor(language: Language) {
    this.#language = language;
  }

  /** Reads a paragraph into words and sentences. Time is linear in its length. */
  read(text: string, spans: readonly Span[]): Reading {
    const tokens: Token[] = [];
    let at = 0;
    for (const [span, { from, to }] of spans.entries()) {
      this.#readWords(text, at, from, tokens);
      tokens.push({
        kind: 'quotation',
        text: '',
        lower: '',
        start: from,
        end: to,
        capital: false,
        genitive: false,
        opens: false,
        span,
        is: NO_WORD,
      });
      at = to;
    }
    this.#readWords(text, at, text.length, tokens);
    return { text, tokens, sentences: readSentences(text, tokens, spans, this.#language) };
  }

  #readWords(text: string, from: number, to: number, tokens: Token[]): void {
    WORD.lastIndex = from;
    for (let found = WORD.exec(text); found && found.index < to; found = WORD.exec(text)) {
      const start = found.index;
      const written = found[0].slice(0, to - start);
      if (found[1] !== undefined) {
        const before = tokens.at(-1);
        if (found[1] !== '’' && found[1] !== "'") tokens.push(this.#token('mark', MARKS[written] ?? written, start));
        else if (before?.end === start && /s$/iu.test(before.text)) before.genitive = true;
        continue;
      }
      const whole = text[start + written.length] === '.' && endsInFullStop(written, this.#language) ? `${written}.` : written;
      WORD.lastIndex = start + whole.length;
      let offset = start;
      for (const part of this.#language.cut?.exec(whole)?.slice(1).filter(Boolean) ?? [whole]) {
        const bare = part.replace(/[’']s$/iu, '');
        const word = this.#token('word', bare, offset);
        word.genitive = bare !== part;
        tokens.push(word);
        offset += part.length;
      }
    }
  }

  #token(kind: 'word' | 'mark', text: string, start: number): Token {
    const lower = text.toLowerCase().replaceAll('’', "'");
    const capital = kind === 'word' && /^(?:\p{Ll}{1,3}[-’'])?\p{Lu}/u.test(text) && !lower.endsWith('-based');
    const is = kind === 'word' ? this.#classOf(text, lower, capital) : NO_WORD;
    return { kind, text, lower, start, end: start + text.length, capital, genitive: false, opens: false, span: -1, is };
  }

  #classOf(text: string, lower: string, capital: boolean): WordClass {
    const known = this.#classes.get(text);
    if (known) return known;
    const found = classify(text, lower, capital, this.#language);
    this.#classes.set(text, found);
    return found;
  }
}

/** Initials, abbreviations with inner full stops, and those that the language lists. */
function endsInFullStop(word: string, { abbreviations }: Language): boolean {
  return /^(?:\p{Lu}|\p{L}(?:\.\p{L})+)$/u.test(word) || abbreviations.has(`${word}.`);
}

function readSentences(text: string, tokens: readonly Token[], spans: readonly Span[], language: Language): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const next = tokens[at + 1];
    if (next && !endsSentence(text, tokens[at] as Token, next, spans, language)) continue;
    (tokens[from] as Token).opens = true;
    sentences.push({ from, to: at + 1 });
    from = at + 1;
  }
  return sentences;
}

function endsSentence(text: string, token: Token, next: Token, spans: readonly Span[], language: Language): boolean {
  const begins = next.kind === 'quotation' || next.capital || !language.hasCase || /^[\p{N}¿¡([—–-]/u.test(next.text);
  if (!begins) return false;
  if (token.kind === 'quotation') return /[.!?…؟。]$/u.test(text[(spans[token.span] as Span).end - 1] ?? '');
  if (token.kind === 'mark') return /[.!?…؟。]/u.test(token.text) && token.end < next.start;
  // `from the U.S. The minister`: the full stop of an abbreviation, and then a word that is capital only where a sentence begins
  return (
    token.text.endsWith('.') &&
    token.text.length > 2 &&
    next.capital &&
    (language.determiners.has(next.lower) || language.pronouns.has(next.lower))
  );
}
