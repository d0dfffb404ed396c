import type { Declared } from './find-quotations.ts';
import type { Language } from './languages/language.ts';
import { isProper, type Reading, type Token } from './tokens.ts';

/** What is known of a whole document before its sentences are read. */
export type Document = {
  language: Language;
  /** Names that stand for places, in lower case: countries, and what follows a preposition of place in this text. */
  places: ReadonlySet<string>;
  /** The words of each name that the document declares, in lower case, by the first of them. */
  declared: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** Longest name of a place, in words. */
const LONGEST_PLACE = 3;

/** @param tag BCP 47: the language in which countries are named */
export function readDocument(readings: readonly Reading[], language: Language, tag: string, known: readonly Declared[]): Document {
  const places = new Set(countriesIn(tag));
  for (const { tokens } of readings) {
    for (let at = 0; at + 1 < tokens.length; at += 1) {
      if (language.whereabouts.has((tokens[at] as Token).lower)) addPlace(tokens, at + 1, places);
    }
  }
  const declared = new Map<string, string[][]>();
  for (const { name } of known) {
    const words = wordsOf(name);
    // without capitals only a declared name tells that `مارين` is one
    const forms = language.hasCase ? [words] : [words, words.slice(0, 1), words.slice(-1)];
    for (const form of forms) if (form[0] !== undefined) declared.set(form[0], [...(declared.get(form[0]) ?? []), form]);
  }
  return { language, places, declared };
}

function addPlace(tokens: readonly Token[], from: number, places: Set<string>): void {
  let to = from;
  while (to < tokens.length && to - from <= LONGEST_PLACE && isProper(tokens[to], tokens[to + 1])) to += 1;
  const words = tokens.slice(from, to);
  if (words.length === 0 || words.length > LONGEST_PLACE) return;
  if (words.some(({ is, genitive }) => genitive || is.isInstitution)) return;
  places.add(words.map(({ lower }) => lower).join(' '));
}

/** A name's words as they are compared. */
export function wordsOf(name: string): string[] {
  return name.toLowerCase().replaceAll('’', "'").split(/\s+/u).filter(Boolean);
}

const countries = new Map<string, readonly string[]>();

/** The names of the world's countries in a language, in lower case, as CLDR has them. */
function countriesIn(tag: string): readonly string[] {
  const known = countries.get(tag);
  if (known) return known;
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const found = letters.flatMap((one) => letters.map((other) => names.of(one + other)?.toLowerCase())).filter((name) => name !== undefined);
  countries.set(tag, found);
  return found;
}
