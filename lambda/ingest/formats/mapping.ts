import { type Fault, Refused, TooLarge } from '../../domain/fault.ts';
import { type Instant, parseInstant } from '../../domain/instant.ts';
import { findControlCharacter, nameOfCharacter } from './decode-text.ts';

/** Whoever sends more unknown keys than this has sent something else. */
const MOST_UNKNOWN = 20;

/**
 * What a mapping that was made from another one carries besides its values, so that faults name what its author wrote. No document can hold
 * them: JSON and YAML have no symbols.
 */
export const AS_WRITTEN = Symbol('how its author calls each of its keys; empty for the mapping itself');
export const STANDS_AT = Symbol('where an entry of a list stands, in the words of its author');

export type Values = Readonly<Record<string, unknown>> & {
  readonly [AS_WRITTEN]?: Readonly<Record<string, string>>;
  readonly [STANDS_AT]?: string;
};

/**
 * The fields of one mapping that somebody wrote by hand. A field is read by asking for it; what is wrong with it is added to the
 * faults and read as absent, so that its author learns of everything at once. Absent, empty and blank fields are null.
 */
export class Mapping {
  readonly place: string;
  readonly faults: Fault[];
  readonly #left: string[] | null;
  readonly #values: Values;
  readonly #asked = new Set<string>();

  /**
   * @param place how its author would call the mapping: `front matter`
   * @param left where it is said what is left out, one sentence each: with it, a key that nobody knows is left out, and only a slip of the hand is refused
   */
  constructor(values: Values, place: string, faults: Fault[], left: string[] | null = null) {
    this.#values = values;
    this.place = place;
    this.faults = faults;
    this.#left = left;
  }

  /** Words, without the blanks around them. */
  text(key: string): string | null {
    const value = this.#ask(key);
    if (value === null) return null;
    const place = this.placeOf(key);
    if (typeof value === 'object') return this.#fault(place, `must be text, not ${nameOfType(value)}`);
    if (typeof value !== 'string') return this.#fault(place, `must be text, not ${nameOfType(value)}; put it between quotation marks`);
    return readText(value, place, this.faults);
  }

  /** Words, or a number as its digits. */
  textOrNumber(key: string): string | null {
    const value = this.#ask(key);
    return typeof value === 'number' ? String(value) : this.text(key);
  }

  /** Words that cannot be left out. Without them the fault is noted, and the answer is empty. */
  needed(key: string): string {
    const before = this.faults.length;
    const text = this.text(key);
    if (text === null && this.faults.length === before) this.#fault(this.placeOf(key), 'is missing');
    return text ?? '';
  }

  /** Words that a function takes or refuses. */
  parsed<Value>(key: string, parse: (text: string, place: string) => Value): Value | null {
    const text = this.text(key);
    return text === null ? null : this.attempt(() => parse(text, this.placeOf(key)));
  }

  instant(key: string): Instant | null {
    return this.parsed(key, (text, place) => parseInstant(text, place));
  }

  /** One of some words, in any case. */
  oneOf<Meaning>(key: string, meanings: Readonly<Record<string, Meaning>>): Meaning | null {
    const text = this.text(key);
    if (text === null) return null;
    const word = text.toLowerCase();
    if (Object.hasOwn(meanings, word)) return meanings[word] as Meaning;
    return this.#fault(this.placeOf(key), `"${text.slice(0, 40)}" is none of ${Object.keys(meanings).join(', ')}`);
  }

  flag(key: string): boolean | null {
    const value = this.#ask(key);
    if (value === null || typeof value === 'boolean') return value;
    return this.#fault(this.placeOf(key), 'must be true or false');
  }

  /** @param least the smallest number that is taken */
  wholeNumber(key: string, least: number, most = Number.MAX_SAFE_INTEGER): number | null {
    const value = this.#ask(key);
    if (value === null) return null;
    if (Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most) return value as number;
    return this.#fault(this.placeOf(key), `must be a whole number from ${least} to ${most}`);
  }

  /** Any number within bounds, as latitudes and focal points are. */
  number(key: string, least: number, most: number): number | null {
    const value = this.#ask(key);
    if (value === null) return null;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    return this.#fault(this.placeOf(key), `must be a number from ${least} to ${most}`);
  }

  /** A field that is a list of words. */
  texts(key: string): string[] {
    return this.list(key, (entry) => entry.needed('text'), 'text').filter((text) => text !== '');
  }

  /** A field, however it is read, that cannot be left out. Without it the fault is noted. */
  required<Value>(key: string, read: (key: string) => Value | null): Value | null {
    const before = this.faults.length;
    const value = read(key);
    return value === null && this.faults.length === before ? this.#fault(this.placeOf(key), 'is missing') : value;
  }

  /** Fields that are known and not looked at: they have no place with us, or something else is wrong. */
  skip(...keys: readonly string[]): void {
    for (const key of keys) this.#asked.add(key);
  }

  /** The same for all that nobody has asked for: keys that extensions of the source may add. */
  skipOthers(): void {
    this.skip(...Object.keys(this.#values));
  }

  /** Notes what is wrong with a field, in words that only its reader knows. */
  fault(key: string, reason: string): null {
    return this.#fault(this.placeOf(key), reason);
  }

  /** A field that is a mapping itself; where words alone, or yes and no, are taken too, they are one of its fields. */
  mapping<Value>(key: string, read: (mapping: Mapping) => Value, alone?: string | { flagIs: string }): Value | null {
    const value = this.#ask(key);
    if (value === null || (Array.isArray(value) && value.length === 0)) return null; // PHP writes an empty mapping as an empty list
    if (typeof alone !== 'object') return this.#readMapping(value, this.placeOf(key), read, alone);
    return this.#readMapping(typeof value === 'boolean' ? { [alone.flagIs]: value } : value, this.placeOf(key), read);
  }

  /** Whether a field, which may be either, is a mapping and no list. */
  isMapping(key: string): boolean {
    return isRecord(this.#ask(key));
  }

  /** A field that is a list of mappings. */
  list<Value>(key: string, read: (mapping: Mapping) => Value, wordsAre?: string): Value[] {
    const value = this.#ask(key);
    if (value === null) return [];
    if (!Array.isArray(value)) return this.#fault(this.placeOf(key), `must be a list, not ${nameOfType(value)}`) ?? [];
    return value.flatMap((entry, index) => {
      const place = isRecord(entry) && entry[STANDS_AT] ? `${this.place}: ${entry[STANDS_AT]}` : `${this.placeOf(key)}, entry ${index + 1}`;
      const item = isNothing(entry) ? this.#fault(place, 'is empty') : this.#readMapping(entry, place, read, wordsAre);
      return item === null ? [] : [item];
    });
  }

  /** A field that is a list of lists of mappings, as one list. */
  lists<Value>(key: string, read: (mapping: Mapping) => Value): Value[] {
    return this.rows(key, read).flat();
  }

  /**
   * A field that is a list of lists of mappings, such as the rows of a table and their cells.
   * @param within the key of the list, where a row is a mapping that holds it
   */
  rows<Value>(key: string, read: (mapping: Mapping) => Value, within?: string): Value[][] {
    const value = this.#ask(key);
    if (value === null) return [];
    if (!Array.isArray(value)) return this.#fault(this.placeOf(key), `must be a list, not ${nameOfType(value)}`) ?? [];
    return value.map((inner: unknown, index) => {
      const place = `entry ${index + 1}`;
      if (within !== undefined && isRecord(inner))
        return new Mapping(inner, `${this.placeOf(key)}, ${place}`, this.faults, this.#left).list(within, read);
      return new Mapping({ [place]: inner }, this.placeOf(key), this.faults, this.#left).list(place, read);
    });
  }

  /** The names of all fields, for mappings whose keys are their author's own. */
  keys(): string[] {
    return Object.keys(this.#values);
  }

  /** A field whose keys are its author's own, with words or nothing behind each. */
  pairs(key: string): [name: string, text: string | null][] {
    const names = this.mapping(key, (mapping) =>
      Object.keys(mapping.#values).map((name): [string, string | null] => [name, mapping.text(name)]),
    );
    return names ?? [];
  }

  /** Says that a field is left out, and why; false where nothing may be. */
  leave(key: string, reason: string): boolean {
    if (this.#left !== null && this.#left.length < MOST_UNKNOWN) this.#left.push(`${this.placeOf(key)} ${reason}`);
    return this.#left !== null;
  }

  /**
   * What remains are fields that nobody asked for: each is left out where that may be, else a fault with the nearest name that would be taken.
   * @param isStrict nothing may be left out of this mapping: it could be what matters
   */
  close(isStrict = false): void {
    const asked = [...this.#asked].map((key) => ({ name: this.#written(key), kind: kindOf(this.#values[key]) }));
    const known = asked.map(({ name }) => name).filter((name) => name !== '');
    const unknown = Object.keys(this.#values).filter((key) => !this.#asked.has(key));
    this.skip(...unknown); // they are told once
    for (const one of unknown.slice(0, MOST_UNKNOWN)) {
      const key = this.#written(one);
      const isOther = (kind: string) => kind !== 'nothing' && kind !== kindOf(this.#values[one]);
      const isSlip = asked.some(({ name, kind }) => isSlipOf(key, name, isOther(kind)));
      if (!isSlip && !isStrict && this.leave(key.slice(0, 40), 'is not a known key, and is left out')) continue;
      const nearest = nearestOf(
        key,
        known.filter((name) => name !== key), // a version of a format may have a key where this place has none
      );
      const taken = nearest ? `did you mean "${nearest}"?` : `these are: ${known.join(', ')}`;
      this.#fault(`${this.place}: ${key.slice(0, 40)}`, `is not a known key; ${taken}`);
    }
  }

  placeOf(key: string): string {
    const written = this.#written(key);
    return written === '' ? this.place : `${this.place}: ${written}`;
  }

  #written(key: string): string {
    const names = this.#values[AS_WRITTEN] ?? {};
    return Object.hasOwn(names, key) ? (names[key] as string) : key;
  }

  /** Runs something that may refuse, and keeps its faults with the others. What is too large is refused at once, as such. */
  attempt<Value>(action: () => Value): Value | null {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof Refused) || error instanceof TooLarge) throw error;
      this.faults.push(...error.faults);
      return null;
    }
  }

  #ask(key: string): unknown {
    this.#asked.add(key);
    const value = Object.hasOwn(this.#values, key) ? this.#values[key] : null;
    return isNothing(value) ? null : value;
  }

  #readMapping<Value>(value: unknown, place: string, read: (mapping: Mapping) => Value, wordsAre?: string): Value | null {
    const values = typeof value === 'string' && wordsAre ? { [wordsAre]: value } : value;
    if (!isRecord(values)) return this.#fault(place, `must be ${wordsAre ? 'text or ' : ''}a mapping, not ${nameOfType(value)}`);
    const mapping = new Mapping(values, place, this.faults, this.#left);
    const result = read(mapping);
    mapping.close();
    return result;
  }

  #fault(place: string, reason: string): null {
    this.faults.push({ place, reason });
    return null;
  }
}

/** Words as they can be kept: without half characters and control characters, which YAML's escapes can write. */
function readText(value: string, place: string, faults: Fault[]): string | null {
  const control = findControlCharacter(value);
  if (control !== null) faults.push({ place, reason: `holds the control character ${nameOfCharacter(control)}` });
  else if (!value.isWellFormed()) faults.push({ place, reason: 'holds half a character' });
  else return value.trim() || null;
  return null;
}

function isNothing(value: unknown): value is null | undefined | '' {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/** A mapping, and no list or other value. */
export function isRecord(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOfType(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return isRecord(value) ? 'a mapping' : `the ${typeof value === 'string' ? 'text' : typeof value} ${String(value).slice(0, 40)}`;
}

function kindOf(value: unknown): 'nothing' | 'list' | 'mapping' | 'word' {
  if (isNothing(value)) return 'nothing';
  if (Array.isArray(value)) return 'list';
  return isRecord(value) ? 'mapping' : 'word';
}

/**
 * The same name in other capitals or with other signs between its words; a long one also with one letter wrong.
 * @param isOther both are there, and are of different kinds: a list of bylines beside the byline is no slip
 */
function isSlipOf(word: string, name: string, isOther: boolean): boolean {
  const [one, other] = [word, name].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) as [string, string];
  if (name === '') return false;
  return one === other || (!isOther && name.length >= 6 && distanceBetween(one.slice(0, 40), other) === 1);
}

/** The name that a slip of the hand is likely to have meant; null when none is near. */
export function nearestOf(word: string, names: readonly string[]): string | null {
  const [best] = names
    .map((name) => ({ name, distance: distanceBetween(word.toLowerCase().slice(0, 40), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 2) && distance < name.length)
    .sort((one, other) => one.distance - other.distance);
  return best?.name ?? null;
}

/** Levenshtein's distance: how many letters have to be put in, taken out or changed. */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (const [place, wanted] of [...other].entries()) {
      next.push(Math.min((row[place] ?? 0) + (letter === wanted ? 0 : 1), (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
