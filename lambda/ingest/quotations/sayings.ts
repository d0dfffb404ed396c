import type { Document } from './document.ts';
import { type Phrase, readAntecedent, readPhrase, readPhrases, readSubject } from './phrases.ts';
import type { Reading, Sentence, Token } from './tokens.ts';

/** That somebody says something: the words for it and for who it is. All numbers are places of tokens. */
export type Saying = {
  /** The words that attribute, as written: `said`, `according to`. */
  cue: string;
  at: number;
  subject: Phrase;
  /** `INVERTED`: `said Marrin`. `SHARED`: a further verb or a participle with the subject of the one before. `PASSIVE`: `described by Marrin as`. */
  form: 'PLAIN' | 'INVERTED' | 'SOURCE' | 'SHARED' | 'PASSIVE';
  from: number;
  to: number;
};

/** All sayings in a sentence, in order. */
export function readSayings(reading: Reading, document: Document, sentence: Sentence): Saying[] {
  const { tokens } = reading;
  const sayings: Saying[] = [];
  let floor = sentence.from;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation') floor = at + 1;
    const saying =
      readSource(reading, document, at, sentence.to) ?? readSaying(reading, document, sentence, at, floor, sayings.at(-1)?.subject);
    if (!saying) continue;
    sayings.push(saying);
    at = Math.max(at, saying.at);
  }
  return sayings;
}

/** `According to the harbour master` */
function readSource(reading: Reading, document: Document, at: number, end: number): Saying | null {
  const { tokens, text } = reading;
  const words = document.language.sourcePrepositions.find((source) => source.every((word, turn) => tokens[at + turn]?.lower === word));
  const subject = words ? readPhrases(reading, document, at + words.length, end) : null;
  if (!words || !subject) return null;
  const last = at + words.length - 1;
  return {
    cue: text.slice(tokens[at]?.start, tokens[last]?.end).toLowerCase(),
    at: last,
    subject,
    form: 'SOURCE',
    from: at,
    to: subject.to,
  };
}

function readSaying(
  reading: Reading,
  document: Document,
  sentence: Sentence,
  at: number,
  floor: number,
  subjectBefore: Phrase | undefined,
): Saying | null {
  const { tokens } = reading;
  const { language } = document;
  const token = tokens[at] as Token;
  const next = tokens[at + 1];
  const found = (subject: Phrase | null, form: Saying['form']): Saying | null =>
    subject && {
      cue: token.text,
      at,
      subject,
      form,
      from: Math.min(at, subject.from),
      to: Math.max(at + 1, form === 'SHARED' ? 0 : subject.to),
    };
  const shared = () => subjectBefore ?? readSentenceSubject(reading, document, sentence);

  if (token.kind === 'word' && language.participles.has(token.lower)) {
    const before = tokens[at - 1];
    return before?.is.isDeterminer ? null : found(shared(), 'SHARED');
  }
  if (!token.is.isSaying) return null;
  const follower = language.followers.get(token.lower);
  if (follower !== undefined && next?.lower !== follower) return null;
  const isWeak = language.weakSayings.has(token.lower);
  if (followsQuotation(reading, at, isWeak) || language.verbFirst) {
    const subject = readPhrases(reading, document, behindAdverbs(tokens, at + 1), sentence.to);
    if (subject) return found(subject, 'INVERTED');
    const means = language.subjectsInVerbs.get(token.lower);
    if (means) return found({ kind: 'pronoun', means, from: at, to: at + 1 }, 'PLAIN');
  }
  const verb = behindSubject(tokens, document, at, floor);
  if (verb.isPassive) return found(readAgent(reading, document, at, sentence.to), 'PASSIVE');
  if (language.infinitiveMarks.has(tokens[at - 1]?.lower ?? '')) return found(shared(), 'SHARED');
  const subject = readSubject(reading, document, at, floor);
  if (language.pluralSayings.has(token.lower) && verb.at === at && isOnePerson(subject)) return null;
  if (subject?.kind === 'pronoun' && subject.means === null) return found(readAntecedent(reading, document, subject.from, floor), 'PLAIN');
  const isThing = subject?.kind === 'described' && !subject.canSpeak;
  const agent = !subject || isThing ? readAgent(reading, document, at, sentence.to) : null;
  if (agent) return found(agent, 'PASSIVE'); // `a plan described by Lund as`
  if (subject) return isThing && isWeak ? null : found(subject, 'PLAIN');
  const before = tokens[verb.at - 1];
  if (!isWeak && before?.text === ',') {
    const inverted = readPhrases(reading, document, at + 1, sentence.to);
    if (inverted && (inverted.kind !== 'described' || inverted.canSpeak)) return found(inverted, 'INVERTED');
  }
  return before && before.kind !== 'quotation' && (before.text === ',' || language.conjunctions.has(before.lower))
    ? found(shared(), 'SHARED')
    : null;
}

/** Whether a verb in the plural cannot belong to this subject: `think` in `a think tank`. */
function isOnePerson(subject: Phrase | null): boolean {
  if (subject?.kind === 'pronoun') return subject.means === 'male' || subject.means === 'female';
  return subject?.kind === 'named' ? subject.sort === 'PERSON' : subject?.kind === 'described' && subject.hasRole && !subject.plural;
}

/** Whether a verb stands right behind a quotation, so that who speaks stands behind the verb. */
function followsQuotation({ text, tokens }: Reading, verb: number, isWeak: boolean): boolean {
  let at = verb - 1;
  while (at > 0 && verb - at <= MOST_AUXILIARIES && tokens[at]?.kind === 'word' && (tokens[at] as Token).is.isAuxiliary) at -= 1;
  const before = tokens[at];
  if (before?.kind === 'quotation') return !isWeak || /[,!?…—–-]/u.test(text[before.end - 2] ?? '');
  return before?.kind === 'mark' && /^[,—–]$/u.test(before.text) && tokens[at - 1]?.kind === 'quotation';
}

/** Most auxiliaries between a quotation and its verb: `« … », avait-il déclaré`. */
const MOST_AUXILIARIES = 2;

function behindAdverbs(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.kind === 'word' && (tokens[at] as Token).is.isAdverb) at += 1;
  return at;
}

/** `described by Marrin as`: the one who acts in a passive. */
function readAgent(reading: Reading, document: Document, at: number, end: number): Phrase | null {
  const { tokens } = reading;
  return document.language.agentPrepositions.has(tokens[at + 1]?.lower ?? '') ? readPhrase(reading, document, at + 2, end) : null;
}

/** Where the verb begins with its auxiliaries and adverbs, and whether they make it passive: `was once called`. */
function behindSubject(tokens: readonly Token[], { language }: Document, verb: number, floor: number): { at: number; isPassive: boolean } {
  let at = verb;
  let isPassive = false;
  while (at > floor && tokens[at - 1]?.kind === 'word') {
    const before = tokens[at - 1] as Token;
    if (!before.is.isAuxiliary && !before.is.isAdverb) break;
    isPassive ||= language.passives.has(before.lower);
    at -= 1;
  }
  return { at, isPassive };
}

/** Longest opening of a sentence before its subject, in tokens: `Commenting on the exchange,`. */
const LONGEST_OPENING = 40;

/** Whom a sentence is about: the first phrase in it, behind what may stand before. */
export function readSentenceSubject(reading: Reading, document: Document, { from, to }: Sentence): Phrase | null {
  const { tokens } = reading;
  const { language } = document;
  let at = from;
  while (at < to && (tokens[at]?.kind === 'mark' || opensSentenceOnly(tokens[at] as Token, document))) at += 1;
  const first = tokens[at];
  if (
    first &&
    (language.prepositions.has(first.lower) ||
      language.participles.has(first.lower) ||
      language.sayings.has(first.lower) ||
      language.gerundEnding?.test(first.lower))
  ) {
    const comma = tokens.slice(at, Math.min(to, at + LONGEST_OPENING)).findIndex(({ text }) => text === ',');
    if (comma === -1) return null;
    at += comma + 1;
  }
  return readPhrase(reading, document, at, to);
}

function opensSentenceOnly(token: Token, { language }: Document): boolean {
  return token.kind === 'word' && (language.conjunctions.has(token.lower) || language.adverbs.has(token.lower));
}
