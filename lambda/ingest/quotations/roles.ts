import type { Document } from './document.ts';
import type { Gender } from './languages/language.ts';
import { behindCore, behindDeterminers, isInsideName, wordsBetween } from './noun-phrases.ts';
import { isProper, type Reading, type Token } from './tokens.ts';

/** What a text says that somebody is. */
export type Role = {
  jobTitle: string | null;
  institution: string | null;
  /** The description word for word, where it says more than the two above. */
  description: string | null;
  /** All the words. */
  words: string;
};

/** Reads what stands before a name: `Harbour Board spokesman`, `Mr.`, `her Danish counterpart`. */
export function readTitle(
  reading: Reading,
  document: Document,
  from: number,
  noun: number,
  name: number,
): { role: Role | null; gender: Gender | null } {
  const { tokens } = reading;
  const { language } = document;
  let end = name;
  let gender: Gender | null = null;
  while (end > noun && language.honorifics.has((tokens[end - 1] as Token).lower)) {
    end -= 1;
    gender = language.honorifics.get((tokens[end] as Token).lower) ?? gender;
  }
  let head = end - 1;
  while (head >= noun && !tokens[head]?.is.isRole && !(tokens[head] as Token).is.isDescription) head -= 1;
  if (head < noun) return { role: null, gender };
  gender ??= (tokens[head] as Token).is.gender;
  const possessor = from < noun && language.possessives.has((tokens[from] as Token).lower) ? from : noun;
  const description = wordsBetween(reading, possessor, end);
  if ((tokens[head] as Token).is.isDescription)
    return { role: { jobTitle: null, institution: null, description, words: description }, gender };
  const { before, start, institution, isWhole } = readRoleWords(reading, document, noun, head);
  const jobTitle = before + wordsBetween(reading, start, end);
  return { role: { jobTitle, institution, description: isWhole ? null : description, words: description }, gender };
}

type RoleWords = {
  /** Words that belong to the role and stand before the institution: `former` in `former Harbour Board spokesman`. */
  before: string;
  /** Where the words of the role begin. */
  start: number;
  /** The institution before them. */
  institution: string | null;
  /** Whether no other word stands before them. */
  isWhole: boolean;
};

/** Parts the words from `noun` to the head of a role into institution and role. */
function readRoleWords(reading: Reading, document: Document, noun: number, head: number): RoleWords {
  const { tokens } = reading;
  const start = startOfRole(tokens, document, noun, head);
  const owner = skip(
    tokens,
    noun,
    start,
    ({ lower, capital, opens, genitive }) => (!capital || opens) && !genitive && document.language.roleModifiers.has(lower),
  );
  if (owner === start) return { before: '', start: noun, institution: null, isWhole: true };
  const institution = institutionBefore(reading, document, owner, start, head);
  const before = owner > noun ? `${wordsBetween(reading, noun, owner)} ` : '';
  return { before, start, institution, isWhole: institution !== null };
}

/** Where the words of a role begin: `deputy harbour master` before `master`, but not `Harbour Board` before `spokesman`. */
function startOfRole(tokens: readonly Token[], { language }: Document, noun: number, head: number): number {
  const { capital } = tokens[head] as Token;
  let start = head;
  while (start > noun) {
    const token = tokens[start - 1] as Token;
    if (token.kind !== 'word' || token.genitive) break;
    const belongs = language.roleModifiers.has(token.lower) || token.is.isRole;
    if (token.capital && !language.capitalNouns ? !capital || !belongs : capital && !belongs && !language.capitalNouns) break;
    start -= 1;
  }
  return start;
}

/** The institution that stands before a role, unless it is a people, a country, or what only a place would be. */
function institutionBefore(reading: Reading, document: Document, from: number, to: number, head: number): string | null {
  const { language } = document;
  const part = reading.tokens.slice(from, to);
  const isName = part.every((token, at) => isProper(token, part[at + 1]) || isInsideName(reading.tokens, document, from, from + at, to));
  const isInstitution = part.some(({ is }) => is.isInstitution);
  if (!isName || isPlace(part, document) || (language.capitalNouns && !isInstitution)) return null;
  const role = language.singular((reading.tokens[head] as Token).lower);
  if (language.placeRoles.has(role) && !isInstitution) return null;
  return wordsBetween(reading, from, to);
}

function isPlace(part: readonly Token[], { places }: Document): boolean {
  return part.every((token) => token.is.isPeople || places.has(token.lower)) || places.has(part.map(({ lower }) => lower).join(' '));
}

/** Reads a description before the name that it belongs to: `Denmark’s fisheries minister, Ada Lund`. */
export function readRoleBefore(reading: Reading, document: Document, from: number, end: number): Apposition | null {
  const found = readApposition(reading, document, from, end, true);
  return found && found.to === end && (found.role.jobTitle !== null || found.role.description !== null) && !found.isInstitution
    ? found
    : null;
}

export type Apposition = { to: number; role: Role; gender: Gender | null; isInstitution: boolean };

/** Most parts, each between commas, that one name is followed by. */
const MOST_APPOSITIONS = 3;

/** Reads what stands between commas behind a name: `, a reader at the Institute of Tides, a small laboratory on the coast`. */
export function readAppositions(reading: Reading, document: Document, from: number, end: number): Apposition | null {
  const { tokens } = reading;
  let at = from;
  if (tokens[at]?.text === ',' && /^\d{1,3}$/.test(tokens[at + 1]?.text ?? '') && tokens[at + 2]?.text === ',') at += 2; // an age
  const parts: Apposition[] = [];
  const begin = at + 1;
  while (parts.length < MOST_APPOSITIONS && at < end && tokens[at]?.text === ',') {
    const next = readApposition(reading, document, at + 1, end, parts.length > 0);
    if (!next) break;
    parts.push(next);
    at = next.to;
  }
  const [first] = parts;
  if (!first) return null;
  const saysMore = parts.length > 1 || first.role.description !== null;
  const words = wordsBetween(reading, begin, at);
  return { ...first, to: at, role: { ...first.role, description: saysMore ? words : null, words } };
}

function readApposition(reading: Reading, document: Document, from: number, end: number, isFurther: boolean): Apposition | null {
  const { tokens } = reading;
  const { language } = document;
  const noun = behindDeterminers(tokens, document, from, end);
  let core = behindCore(reading, document, noun, end, true);
  while (core > noun && language.conjunctions.has(tokens[core]?.lower ?? '') && tokens[core + 1]?.is.isRole && !tokens[core + 1]?.capital) {
    core = behindCore(reading, document, core + 1, end, true); // `founder and director`
  }
  if (core === noun) return null;
  const head = tokens[core - 1] as Token;
  const isDefinite = language.definiteArticles.has((tokens[from] as Token).lower);
  const hasOwner = tokens.slice(noun, core).some(({ genitive }) => genitive);
  const isOpen = noun > from || hasOwner;
  const says = head.is.isRole || (isOpen && !head.capital && !isProper(head, undefined));
  if (!isOpen && !head.is.isRole) return null;
  if (isFurther && (!isOpen || (isDefinite && !head.is.isRole && !head.is.isInstitution))) return null;
  if (!head.is.isRole && language.gerundEnding?.test(head.lower)) return null; // `the pilots cheering` are in no apposition
  const isPlural = says && language.singular(head.lower) !== head.lower && !/ss$/.test(head.lower);
  if (isPlural) return null;
  const isInstitution = !head.is.isRole && head.is.isInstitution;
  const isTitle = says && !isInstitution && !head.is.isDescription && /\p{L}/u.test(head.text);
  const { before, start, institution: owner, isWhole } = readRoleWords(reading, document, noun, core - 1);
  const tail = readTail(reading, document, core, end, head);
  const next = tokens[tail.to];
  if (tail.to < end && next?.kind === 'word' && next.is.isAuxiliary) return null; // a clause of its own
  const jobTitle = isTitle ? before + wordsBetween(reading, start, tail.title) : null;
  const institution = isTitle ? (owner ?? tail.institution) : null;
  const saysAll = jobTitle !== null && isWhole && tail.isWhole && (owner === null || tail.institution === null);
  const words = wordsBetween(reading, from, tail.to);
  return {
    to: tail.to,
    role: { jobTitle, institution, description: saysAll ? null : words, words },
    gender: head.is.gender,
    isInstitution,
  };
}

type Tail = {
  to: number;
  /** Behind the last word that belongs to the role: `head of the Delta Project`. */
  title: number;
  institution: string | null;
  /** Whether role and institution leave no word over. */
  isWhole: boolean;
};

/** Reads what hangs on a role by prepositions: its field, its institution, its place. */
function readTail(reading: Reading, document: Document, from: number, end: number, head: Token): Tail {
  const { tokens } = reading;
  const { language } = document;
  const tail: Tail = { to: from, title: from, institution: null, isWhole: true };
  let tentative = -1; // where an institution ends that may be no more than the field of the role
  let isCertain = false;
  while (tail.to < end) {
    const { lower } = tokens[tail.to] as Token;
    const isAt = language.institutionPrepositions.has(lower);
    const isOf = language.rolePrepositions.has(lower);
    if (!isAt && !isOf && !language.placePrepositions.has(lower)) break;
    const found = readInstitution(reading, document, tail.to + 1, end);
    if (!found) {
      const noun = behindDeterminers(tokens, document, tail.to + 1, end);
      const core = behindCore(reading, document, noun, end, true);
      if (core === noun) break;
      if (tail.institution === null && tail.title === tail.to) tail.title = core;
      else tail.isWhole = false;
      tail.to = core;
      continue;
    }
    const isField = found.isPlace || (isOf && language.placeRoles.has(language.singular(head.lower)) && !found.isCertain);
    if (isAt && (tail.institution === null || (tentative !== -1 && (found.isCertain || !isCertain)))) {
      if (tentative !== -1) tail.title = tentative;
      tail.institution = found.name;
      tail.isWhole &&= found.isWhole;
      tentative = -1;
    } else if (tail.institution === null && isOf && !isField) {
      tail.institution = found.name;
      tail.isWhole &&= found.isWhole;
      tentative = found.to;
      isCertain = found.isCertain;
    } else if (tail.institution === null && tail.title === tail.to && (isOf || lower === 'to')) {
      tail.title = found.to;
    } else if (tail.institution === null && found.isCertain && !isOf) {
      tail.institution = found.name;
      tail.isWhole &&= found.isWhole;
    } else {
      tail.isWhole = false;
    }
    tail.to = found.to;
  }
  return tail;
}

export type Institution = {
  name: string;
  to: number;
  /** Whether its words show that it is one, and not a place. */
  isCertain: boolean;
  isPlace: boolean;
  /** Whether the name is all that is said of it. */
  isWhole: boolean;
};

/** Reads the institution behind a preposition: `the Bergen-based laboratory Institute of Tides` is `Institute of Tides`. */
export function readInstitution(reading: Reading, document: Document, from: number, end: number): Institution | null {
  const { tokens } = reading;
  const { language } = document;
  const noun = behindDeterminers(tokens, document, from, end);
  if (noun > from && language.possessives.has((tokens[from] as Token).lower)) return null;
  let to = noun;
  for (; to < end; to += 1) {
    const token = tokens[to] as Token;
    if (isInsideName(tokens, document, noun, to, end)) continue;
    if (token.kind !== 'word' || token.is.isBreak || token.is.isDeterminer) break;
    const next = tokens[to + 1];
    if (to > noun && isProper(tokens[to - 1], token) && !isProper(token, next) && noun === from && !token.is.isInstitution) break;
  }
  const part = tokens.slice(noun, to);
  const proper = part.map((token, at) => isProper(token, part[at + 1]) || isInsideName(tokens, document, noun, noun + at, to));
  const isNamed = part.some((token, at) => token.is.isInstitution || (proper[at] && token.is.isAcronym && !token.is.isPeople));
  if (!proper.includes(true)) {
    if (!isNamed || part.length < 2) return null;
    return { name: wordsBetween(reading, noun, to), to, isCertain: true, isPlace: false, isWhole: true };
  }
  const lastOwn = proper.lastIndexOf(false);
  const start = proper.at(-1) && lastOwn !== -1 ? noun + lastOwn + 1 : noun;
  const isPlaceName = !isNamed && isPlace(tokens.slice(start, to), document);
  return {
    name: wordsBetween(reading, start, to),
    to,
    isCertain: isNamed || (noun > from && !isPlaceName),
    isPlace: isPlaceName,
    isWhole: start === noun,
  };
}

function skip(tokens: readonly Token[], from: number, to: number, belongs: (token: Token, next: Token | undefined) => boolean): number {
  let at = from;
  while (at < to && belongs(tokens[at] as Token, tokens[at + 1])) at += 1;
  return at;
}
