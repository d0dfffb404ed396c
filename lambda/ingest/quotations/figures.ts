import { type Document, wordsOf } from './document.ts';
import type { Declared } from './find-quotations.ts';
import type { Gender } from './languages/language.ts';
import { isInsideName } from './noun-phrases.ts';
import { type Named, readNameWithRoleBefore, readPhrase } from './phrases.ts';
import { isProper, type Reading, type Token } from './tokens.ts';

/** A person or organisation of the text, with what the text says of them wherever it does. */
export type Figure = {
  name: string;
  kind: 'Person' | 'Organization';
  uri: string | null;
  jobTitle: string | null;
  affiliation: { name: string; uri: string | null } | null;
  description: string | null;
  /** The name's words in lower case. */
  words: readonly string[];
  /** Whether the text says who this is, so that a first name or a family name written first may stand for them. */
  isIntroduced: boolean;
  /** How the text speaks of them: above 0 for `she`, below 0 for `he`. */
  femininity: number;
};

/** Where a figure is named: paragraph and token. */
export type Mention = { token: number; figure: Figure };

/** A title or a role settles what a pronoun in the same sentence only hints at. */
const CERTAIN = 100;
/** A pronoun alone in a sentence with one person may still mean somebody else; it takes two of them. */
const LIKELY = 2;

/** How many of one first or last name are told apart: the bound keeps the time linear. */
const MOST_NAMESAKES = 32;

/** All figures of a text, found by any form of their name. */
export class Figures {
  readonly #byName = new Map<string, Figure>();
  readonly #byLastWord = new Map<string, Figure[]>();
  readonly #byFirstWord = new Map<string, Figure[]>();
  readonly #document: Document;
  /** Mentions in each paragraph, in order. */
  readonly mentions: Mention[][];

  constructor(readings: readonly Reading[], document: Document, declared: readonly Declared[]) {
    this.#document = document;
    for (const known of declared) this.#declare(known);
    const names = readings.flatMap((reading) => readNames(reading, document));
    // names in full first: `President Lund` is whoever is called Ada Lund somewhere else
    for (const name of names) if (name.name.includes(' ')) this.#figureOf(name);
    for (const name of names) this.introduce(name);
    this.mentions = readings.map((reading) => this.#readMentions(reading));
    for (const [place, reading] of readings.entries()) this.#weighPronouns(reading, this.mentions[place] as Mention[]);
  }

  genderOf(figure: Figure): Gender | null {
    return Math.abs(figure.femininity) < LIKELY ? null : figure.femininity > 0 ? 'female' : 'male';
  }

  /** The figure that a name means; a new one where nobody in the text has it. */
  introduce(phrase: Named): Figure {
    const { role } = phrase;
    const figure = this.#figureOf(phrase);
    if (role && !figure.jobTitle) {
      const isOfPerson = role.institution !== null && this.find(role.institution)?.kind === 'Person'; // `Lund’s spokesman`
      figure.jobTitle = role.jobTitle;
      if (role.institution !== null && !isOfPerson) figure.affiliation ??= { name: role.institution, uri: this.#uriOf(role.institution) };
      figure.description ??= isOfPerson ? role.words : role.description;
    }
    if (role) figure.isIntroduced = true;
    if (phrase.gender) figure.femininity += phrase.gender === 'female' ? CERTAIN : -CERTAIN;
    return figure;
  }

  #figureOf({ name, sort, role }: Named): Figure {
    return this.find(name) ?? this.#add(name, sort === 'PERSON' || role?.jobTitle ? 'Person' : 'Organization');
  }

  #uriOf(name: string): string | null {
    return this.#byName.get(wordsOf(name).join(' '))?.uri ?? null;
  }

  /** The figure with this name in full or in short, or null. */
  find(name: string): Figure | null {
    const words = wordsOf(name);
    const exact = this.#byName.get(words.join(' '));
    if (exact) return exact;
    const last = words.at(-1) ?? '';
    const sameLast = this.#byLastWord.get(last) ?? [];
    if (words.length > 1) {
      const isMiddleLeftOut = ({ words: full }: Figure) => full[0] === words[0];
      const endsAlike = ({ words: full }: Figure) =>
        full.length > words.length && words.every((word, at) => full[full.length - words.length + at] === word);
      const isBehindPlace = ({ kind }: Figure) => kind === 'Person' && this.#document.places.has(words.slice(0, -1).join(' '));
      return sameLast.find(isMiddleLeftOut) ?? sameLast.find(endsAlike) ?? sameLast.find(isBehindPlace) ?? null;
    }
    const people = sameLast.filter(({ kind }) => kind === 'Person');
    const byFirst = (this.#byFirstWord.get(last) ?? []).filter(({ kind, isIntroduced }) => kind === 'Person' && isIntroduced);
    return people.find(({ isIntroduced }) => isIntroduced) ?? byFirst[0] ?? people[0] ?? null;
  }

  #declare({ name, kind = 'Person', uri = null, jobTitle = null, affiliation = null }: Declared): void {
    const figure = this.#add(name, kind);
    figure.uri = uri;
    figure.jobTitle = jobTitle;
    figure.isIntroduced = true;
    if (affiliation)
      figure.affiliation =
        typeof affiliation === 'string' ? { name: affiliation, uri: null } : { name: affiliation.name, uri: affiliation.uri ?? null };
  }

  #add(name: string, kind: Figure['kind']): Figure {
    const words = wordsOf(name);
    const figure: Figure = {
      name,
      kind,
      uri: null,
      jobTitle: null,
      affiliation: null,
      description: null,
      words,
      isIntroduced: false,
      femininity: 0,
    };
    this.#byName.set(words.join(' '), figure);
    for (const [map, word] of [
      [this.#byLastWord, words.at(-1)],
      [this.#byFirstWord, words[0]],
    ] as const) {
      const same = map.get(word ?? '');
      if (same && same.length < MOST_NAMESAKES) same.push(figure);
      else if (!same) map.set(word ?? '', [figure]);
    }
    return figure;
  }

  #readMentions({ tokens }: Reading): Mention[] {
    const { language } = this.#document;
    const mentions: Mention[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at] as Token;
      if (token.kind !== 'word' || !(this.#byFirstWord.has(token.lower) || this.#byLastWord.has(token.lower))) continue;
      if (language.hasCase && !isProper(token, tokens[at + 1])) continue;
      const named = this.#nameAt(tokens, at);
      const figure = named ?? this.find(token.text);
      if (!figure) continue;
      mentions.push({ token: at, figure });
      if (named) at += named.words.length - 1;
    }
    return mentions;
  }

  #nameAt(tokens: readonly Token[], at: number): Figure | null {
    const candidates = this.#byFirstWord.get((tokens[at] as Token).lower) ?? [];
    return candidates.find(({ words }) => words.every((word, turn) => tokens[at + turn]?.lower === word)) ?? null;
  }

  /** Where a sentence names one person alone and its pronouns are of one gender, they speak of that person, most of the time. */
  #weighPronouns({ tokens, sentences }: Reading, mentions: readonly Mention[]): void {
    let next = 0;
    for (const { from, to } of sentences) {
      const named = new Set<Figure>();
      for (; next < mentions.length && (mentions[next] as Mention).token < to; next += 1) {
        const { figure } = mentions[next] as Mention;
        if (figure.kind === 'Person') named.add(figure);
      }
      if (named.size !== 1) continue;
      const genders = new Set<Gender>();
      for (let at = from; at < to; at += 1) {
        const gender = this.#document.language.genderedWords.get((tokens[at] as Token).lower);
        if (gender) genders.add(gender);
      }
      if (genders.size !== 1) continue;
      for (const figure of named) figure.femininity += genders.has('female') ? 1 : -1;
    }
  }
}

/** The names in a paragraph with what is said of them, outside quotations. */
function readNames(reading: Reading, document: Document): Named[] {
  const { tokens } = reading;
  const { language } = document;
  const found: Named[] = [];
  if (!language.hasCase) return found; // where nothing shows a name, only a verb of saying leads to one
  let floor = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token;
    const isStart = isProper(token, tokens[at + 1]) || (token.capital && token.is.isRole);
    if (!isStart) continue;
    let from = at;
    while (from > floor && isTitleWord(tokens[from - 1] as Token, document)) from -= 1;
    if (from < at && from > floor && isNounBeforeTitle(tokens, from - 1)) from -= 1;
    if (from > floor && language.possessives.has((tokens[from - 1] as Token).lower)) from -= 1;
    const phrase = readNameWithRoleBefore(reading, document, at) ?? readPhrase(reading, document, from, tokens.length);
    if (phrase?.kind === 'named') {
      if (phrase.sort === 'PERSON' || (phrase.sort === 'ORGANIZATION' && phrase.name.includes(' '))) found.push(phrase);
    }
    const start = at;
    while (at + 1 < tokens.length && belongsToRun(tokens, document, start, at + 1)) at += 1;
    floor = at + 1;
  }
  return found;
}

function belongsToRun(tokens: readonly Token[], document: Document, from: number, at: number): boolean {
  return isProper(tokens[at], tokens[at + 1]) || isInsideName(tokens, document, from, at, tokens.length);
}

function isTitleWord(token: Token, { language }: Document): boolean {
  if (token.kind !== 'word' || token.capital || token.genitive || token.is.isBreak) return false;
  return token.is.isRole || token.is.isDescription || language.roleModifiers.has(token.lower) || language.honorifics.has(token.lower);
}

/** `team` in `team member Ada Lund`: one word before a title, behind which the phrase is at its beginning. */
function isNounBeforeTitle(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const isNoun = token.kind === 'word' && !token.capital && !token.is.isBreak && !token.is.isDeterminer;
  return isNoun && (before?.kind !== 'word' || before.is.isDeterminer);
}
