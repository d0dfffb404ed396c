import type { Document } from './document.ts';
import type { Figures } from './figures.ts';
import type { Span } from './spans.ts';
import { type Speaker, Speakers } from './speakers.ts';
import type { Reading, Sentence, Token } from './tokens.ts';
import { type Voice, Voices } from './voices.ts';

/**
 * How sure we are of a speaker. The numbers put readings in an order, for whoever wants the surer ones only; they are estimates, no measured
 * frequencies. Where a pronoun or a role stands for the speaker, {@link BY_PRONOUN} of them is left.
 */
export const CONFIDENCE = {
  /** A verb of saying and who speaks stand right beside the words. */
  beside: 0.95,
  /** Further words of somebody whose other words stand in the same paragraph, or whose words go on from one paragraph to the next. */
  continued: 0.9,
  /** The verb that governs the words stands elsewhere in their sentence, or in the sentence before. */
  governed: 0.8,
  /** There is no speaker, because nobody is named where the words stand. */
  nobody: 0.6,
  /** The sentence or the paragraph before is about the speaker, and no verb says more. */
  context: 0.5,
} as const;
export const BY_PRONOUN = 0.9;

export type Attributed = { span: Span; speaker: Speaker | null; cue: string | null; directness: 'DIRECT' | 'PARTIAL'; confidence: number };

type Quoted = Attributed & {
  /** Place of its token. */
  at: number;
  sentence: number;
  /** Whether there is nothing but quotations in its sentence. */
  standsAlone: boolean;
};

/** How far a verb may govern words behind it, in tokens, and how many sentences back a speaker is looked for: the bounds keep the time linear. */
const FARTHEST_TOKEN = 60;
const FARTHEST_SENTENCE = 4;

/** Who says each quotation. @returns for each paragraph one for each of its spans, in order */
export function attribute(
  readings: readonly Reading[],
  spans: readonly (readonly Span[])[],
  document: Document,
  figures: Figures,
): Attributed[][] {
  const speakers = new Speakers(figures, document);
  const paragraphs: Quoted[][] = [];
  let before: Leading | null = null;
  for (const [number, reading] of readings.entries()) {
    if (reading.tokens.length === 0) {
      paragraphs.push([]);
      continue;
    }
    const paragraph = new Paragraph(reading, spans[number] ?? [], document, new Voices(reading, document, speakers, number));
    const quoted = paragraph.read(before);
    paragraphs.push(quoted);
    before = paragraph.leading();
  }
  passBack(paragraphs.flat());
  return paragraphs;
}

/** Words that go on over several paragraphs and are attributed at their end. */
function passBack(quoted: Quoted[]): void {
  for (let at = quoted.length - 2; at >= 0; at -= 1) {
    const one = quoted[at] as Quoted;
    const next = quoted[at + 1] as Quoted;
    const isSurer = one.speaker === null || one.confidence < next.confidence;
    if (one.span.continues && next.span.continued && next.speaker && isSurer)
      take(one, next, Math.min(next.confidence, CONFIDENCE.continued));
  }
}

function take(quoted: Quoted, from: { speaker: Speaker | null; cue: string | null; byPronoun?: boolean }, confidence: number): void {
  quoted.speaker = from.speaker;
  quoted.cue = from.cue || null;
  quoted.confidence = from.byPronoun ? confidence * BY_PRONOUN : confidence;
}

/** Which of the sayings of a sentence is the first behind a token: a binary search, because one sentence may be a whole paragraph. */
function firstBehind(voices: readonly Voice[], at: number): number {
  let from = 0;
  let to = voices.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((voices[middle] as Voice).at > at) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** Who was speaking at the end of a paragraph. */
type Leading = { speaker: Speaker; cue: string | null; goesOn: boolean; announces: boolean };

class Paragraph {
  readonly #reading: Reading;
  readonly #spans: readonly Span[];
  readonly #document: Document;
  readonly #voices: Voices;
  readonly #quoted: Quoted[] = [];
  #lastAttributed: Quoted | null = null;

  constructor(reading: Reading, spans: readonly Span[], document: Document, voices: Voices) {
    this.#reading = reading;
    this.#spans = spans;
    this.#document = document;
    this.#voices = voices;
  }

  read(before: Leading | null): Quoted[] {
    const { sentences, tokens } = this.#reading;
    for (const [number, sentence] of sentences.entries()) {
      this.#voices.of(number);
      const standsAlone = this.#standsAlone(sentence);
      for (let at = sentence.from; at < sentence.to; at += 1) {
        const token = tokens[at] as Token;
        if (token.kind !== 'quotation') continue;
        const quoted = this.#readQuotation(token, at, number, standsAlone, before);
        this.#quoted.push(quoted);
        if (quoted.speaker) this.#lastAttributed = quoted;
      }
    }
    for (let place = this.#quoted.length - 2; place >= 0; place -= 1) {
      const one = this.#quoted[place] as Quoted;
      const next = this.#quoted[place + 1] as Quoted;
      if (one.speaker === null && one.standsAlone && next.speaker && next.sentence - one.sentence <= 2) take(one, next, CONFIDENCE.context);
    }
    return this.#quoted;
  }

  /** Who the next paragraph may go on with. */
  leading(): Leading | null {
    const { sentences, tokens } = this.#reading;
    const announces = tokens.at(-1)?.text === ':';
    const last = this.#quoted.at(-1);
    const voice = this.#voices.of(sentences.length - 1).at(-1) ?? (announces ? this.#voices.subjectOf(sentences.length - 1) : null);
    if (last?.speaker && last.sentence >= sentences.length - 2)
      return { speaker: last.speaker, cue: last.cue, goesOn: last.span.continues, announces };
    return voice && { speaker: voice.speaker, cue: voice.cue, goesOn: last?.span.continues === true, announces };
  }

  #readQuotation(token: Token, at: number, sentence: number, standsAlone: boolean, before: Leading | null): Quoted {
    const span = this.#spans[token.span] as Span;
    const quoted: Quoted = {
      span,
      at,
      sentence,
      standsAlone,
      speaker: null,
      cue: null,
      directness: 'PARTIAL',
      confidence: CONFIDENCE.nobody,
    };
    const voice = this.#voiceOf(quoted);
    if (voice) take(quoted, voice, this.#isBeside(at, voice) ? CONFIDENCE.beside : CONFIDENCE.governed);
    quoted.directness = this.#directnessOf(quoted, voice);
    if (voice) return quoted;
    if (span.continued && before?.goesOn) take(quoted, before, CONFIDENCE.continued);
    else if (standsAlone && quoted.directness === 'DIRECT') this.#takeFromBefore(quoted, before);
    else if (this.#reading.tokens[at - 1]?.text === ':') this.#takeFromSubject(quoted);
    return quoted;
  }

  /** The saying that governs a quotation: beside it, before it in its sentence, or at the end of the sentence. */
  #voiceOf({ at, sentence, span }: Quoted): Voice | null {
    const { tokens, sentences } = this.#reading;
    const { to } = sentences[sentence] as Sentence;
    const own = this.#voices.of(sentence);
    const next = firstBehind(own, at);
    const isNaming = this.#document.language.namings.has(tokens[at - 1]?.lower ?? '') && own[next - 1]?.at !== at - 1;
    if (isNaming) return null;
    const after = this.#voiceBehind(at, own) ?? this.#voiceBehindSentence(at, sentence, span);
    if (after && this.#isOpen(span, at)) return after;
    const governing = own.slice(Math.max(0, next - FARTHEST_TOKEN), next).findLast((voice) => this.#governs(voice, at));
    const interrupting = governing && this.#isInterrupted(sentence, at) ? this.#voiceBehind(this.#quoted.at(-1)?.at ?? at, own) : null;
    const last = own.at(-1);
    return interrupting ?? governing ?? after ?? (last && last.at > at && this.#trails(last, to) ? last : null);
  }

  /** The saying right behind a quotation: `“No,” said Marrin`. */
  #voiceBehind(at: number, voices: readonly Voice[]): Voice | null {
    const next = firstBehind(voices, at);
    return voices.slice(next, next + 2).find((voice) => this.#isBehind(at, voice)) ?? null;
  }

  /** The same where the quotation ends with a mark that looks like the end of the sentence: `“Why?” Marrin asked.` */
  #voiceBehindSentence(at: number, sentence: number, span: Span): Voice | null {
    const { tokens, sentences } = this.#reading;
    const { to } = sentences[sentence] as Sentence;
    const endsSentence = to - at <= 4 && tokens.slice(at + 1, to).every(({ kind }) => kind === 'mark');
    return endsSentence && /[?!…]/u.test(this.#lastCharacter(span)) ? this.#voiceBehind(at, this.#voices.of(sentence + 1)) : null;
  }

  /** Whether a quotation goes on with a sentence that an attribution interrupts: `“That,” said Lund, who had read it, “is new.”` */
  #isInterrupted(sentence: number, at: number): boolean {
    const previous = this.#quoted.at(-1);
    const goesOn = previous?.sentence === sentence && previous.directness === 'DIRECT' && this.#isOpen(previous.span, previous.at);
    return goesOn && /^[,—–]$/u.test(this.#reading.tokens[at - 1]?.text ?? '');
  }

  /** Whether a quotation waits for its attribution: `“No,” said Marrin`, `“No?” said Marrin`. */
  #isOpen(span: Span, at: number): boolean {
    return /[,!?…—–-]/u.test(this.#lastCharacter(span)) || /^[,—–]$/u.test(this.#reading.tokens[at + 1]?.text ?? '');
  }

  #lastCharacter({ end }: Span): string {
    return this.#reading.text[end - 1] ?? '';
  }

  #isBehind(at: number, voice: Voice): boolean {
    const { tokens } = this.#reading;
    const first = voice.form === 'INVERTED' ? voice.at : voice.from;
    if (voice.form === 'SHARED' || first <= at || first - at > 3) return false;
    for (let between = at + 1; between < first; between += 1) {
      const token = tokens[between] as Token;
      if (token.kind === 'quotation' || (token.kind === 'word' && !this.#mayStandBetween(token))) return false;
    }
    return true;
  }

  #mayStandBetween({ is, lower }: Token): boolean {
    return is.isAdverb || is.isAuxiliary || this.#document.language.quotingConjunctions.has(lower);
  }

  #governs({ at, form }: Voice, quotation: number): boolean {
    if (quotation - at > FARTHEST_TOKEN) return false;
    const between = this.#reading.tokens.slice(at + 1, quotation);
    const isBroken = between.some(({ kind, text }) => kind === 'mark' && (text === ';' || (text === ',' && form === 'SHARED')));
    return !isBroken;
  }

  /** `…, Marrin of the harbour office said.` */
  #trails({ form, from, at }: Voice, to: number): boolean {
    if (to - at > FARTHEST_TOKEN || form === 'SHARED' || form === 'PASSIVE') return false;
    const before = this.#reading.tokens[(form === 'INVERTED' ? at : from) - 1];
    return before?.kind === 'mark' && /^[,—–]$/u.test(before.text);
  }

  #isBeside(at: number, voice: Voice): boolean {
    if (this.#isBehind(at, voice)) return true;
    const between = this.#reading.tokens.slice(
      voice.form === 'PLAIN' || voice.form === 'SHARED' ? voice.at + 1 : Math.max(voice.at + 1, voice.to),
      at,
    );
    return between.length <= 2 && between.every(({ kind }) => kind === 'mark');
  }

  #directnessOf({ at, sentence, span, standsAlone }: Quoted, voice: Voice | null): 'DIRECT' | 'PARTIAL' {
    const { tokens, sentences, text } = this.#reading;
    const { from, to } = sentences[sentence] as Sentence;
    const isWhole = /[.!?…,;:—–؟。-]/u.test(this.#lastCharacter(span));
    const opens = tokens.slice(Math.max(from, at - 3), at).every(({ kind }) => kind === 'mark') && at - from <= 3;
    if (span.continued || span.continues) return 'DIRECT';
    if (opens) return isWhole || standsAlone || this.#isOpen(span, at) ? 'DIRECT' : 'PARTIAL';
    const before = tokens[at - 1];
    const isAnnounced = /^[,:—–]$/u.test(before?.text ?? '') || voice?.at === at - 1;
    const first = /\p{L}/u.exec(text.slice(span.start, Math.min(span.end, span.start + 40)))?.[0] ?? '';
    const begins = first.toLowerCase() !== first || first.toUpperCase() === first;
    const endsSentence = to - at <= 2;
    if (isAnnounced && begins && (isWhole || endsSentence)) return 'DIRECT';
    return this.#isInterrupted(sentence, at) ? 'DIRECT' : 'PARTIAL';
  }

  /** Words that stand in no sentence of the article's own are those of whoever spoke just before, or whom the sentence before is about. */
  #takeFromBefore(quoted: Quoted, before: Leading | null): void {
    for (let sentence = quoted.sentence - 1; sentence >= Math.max(0, quoted.sentence - FARTHEST_SENTENCE); sentence -= 1) {
      const previous = this.#lastAttributed?.sentence === sentence ? this.#lastAttributed : undefined;
      const voice = this.#voices.of(sentence).at(-1);
      const subject = this.#voices.subjectOf(sentence);
      if (previous) take(quoted, previous, Math.min(previous.confidence, CONFIDENCE.continued));
      else if (voice) take(quoted, voice, CONFIDENCE.governed);
      else if (subject) take(quoted, subject, CONFIDENCE.context);
      if (quoted.speaker) return;
    }
    const isOwnParagraph = quoted.sentence === 0 && this.#reading.sentences.every((sentence) => this.#standsAlone(sentence));
    if (isOwnParagraph && before) take(quoted, before, before.announces ? CONFIDENCE.governed : CONFIDENCE.context);
  }

  /** `Marrin was blunt: “No.”` */
  #takeFromSubject(quoted: Quoted): void {
    const subject = this.#voices.subjectOf(quoted.sentence);
    if (subject) take(quoted, subject, CONFIDENCE.context);
  }

  #standsAlone({ from, to }: Sentence): boolean {
    for (let at = from; at < to; at += 1) if (this.#reading.tokens[at]?.kind === 'word') return false;
    return true;
  }
}
