import type { Document } from './document.ts';
import type { Gender, Language } from './languages/language.ts';
import { behindCore, behindDeterminers, isInsideName, wordsBetween } from './noun-phrases.ts';
import { type Role, readAppositions, readInstitution, readRoleBefore, readTitle } from './roles.ts';
import { isProper, type Reading, type Token } from './tokens.ts';

/** Somebody whom some words of a sentence mean. `from` and `to` are places of tokens. */
export type Phrase = { from: number; to: number } & (Pronoun | Named | Described);

export type Pronoun = { kind: 'pronoun'; means: Gender | 'plural' | 'thing' | null };

export type Named = {
  kind: 'named';
  name: string;
  /** `EITHER`: one word with a capital, of which only the rest of the text can tell what it is. */
  sort: 'PERSON' | 'ORGANIZATION' | 'EITHER';
  gender: Gender | null;
  role: Role | null;
};

export type Described = {
  kind: 'described';
  words: string;
  /** The words without determiner and prepositions, in lower case: `harbour master`. */
  noun: string;
  definite: boolean;
  plural: boolean;
  hasRole: boolean;
  /** Of one person whose role or relation tells it. */
  gender: Gender | null;
  isInstitution: boolean;
  /** Whether they are named all the same: `Lund and Holm`. */
  areNamed: boolean;
  /** Whether the words mean people or an institution, and not a thing. */
  canSpeak: boolean;
};

/** Longest phrase that is worth reading, in tokens: the bound keeps the time linear. */
const LONGEST_PHRASE = 40;

/**
 * Reads the phrase that begins at a token: a pronoun, a name with its title, institution and appositions, or a description.
 * @param limit the place behind the last token that may belong to it
 */
export function readPhrase(reading: Reading, document: Document, from: number, limit: number): Phrase | null {
  const { tokens } = reading;
  const { language } = document;
  const first = tokens[from];
  const end = Math.min(limit, from + LONGEST_PHRASE);
  if (from >= end || first?.kind !== 'word') return null;
  const means = language.pronouns.get(first.lower);
  if (means !== undefined) return { kind: 'pronoun', means, from, to: from + 1 };
  const noun = behindDeterminers(tokens, document, from, end);
  const core = behindCore(reading, document, noun, end, noun > from);
  const name = nameIn(reading, document, from, noun, core);
  if (name) return readNamed(reading, document, from, noun, core, end, name);
  const described = readDescribed(reading, document, from, noun, core, end);
  return described && (readNameBehind(reading, document, described, end) ?? described);
}

/** Reads the name behind a role, when it stands between commas: `the team’s coach, Ada Lund,`. */
function readNameBehind(reading: Reading, document: Document, described: Phrase & Described, end: number): Phrase | null {
  const { tokens } = reading;
  if (described.plural || !described.hasRole) return null;
  const at = behindBrackets(tokens, described.to, end);
  if (tokens[at]?.text !== ',') return null;
  const core = behindCore(reading, document, at + 1, end, false);
  const next = tokens[core];
  const isClosed = core === end || next?.kind !== 'word' || next.is.isAuxiliary || next.is.isSaying;
  const name = isClosed ? nameIn(reading, document, at + 1, at + 1, core) : null;
  if (name?.from !== at + 1 || name.sort === 'EITHER') return null;
  const role = readRoleBefore(reading, document, described.from, described.to);
  if (!role) return null;
  return {
    kind: 'named',
    name: wordsBetween(reading, name.from, core),
    sort: name.sort,
    gender: role.gender,
    role: name.sort === 'PERSON' ? role.role : null,
    from: described.from,
    to: core,
  };
}

/** The place behind words in brackets that begin at a token; the token itself when none do. */
function behindBrackets(tokens: readonly Token[], at: number, end: number): number {
  if (tokens[at]?.text !== '(') return at;
  for (let place = at + 1; place < Math.min(end, at + LONGEST_PHRASE); place += 1) if (tokens[place]?.text === ')') return place + 1;
  return at;
}

/** Reads the role before a name that a comma parts from it, together with the name. */
export function readNameWithRoleBefore(reading: Reading, document: Document, name: number): Phrase | null {
  const { tokens } = reading;
  if (tokens[name - 1]?.text !== ',') return null;
  let end = name - 1;
  const floor = Math.max(0, name - LONGEST_PHRASE);
  if (tokens[end - 1]?.text === ')') while (end > floor && tokens[end]?.text !== '(') end -= 1;
  const phrase = end > floor ? readPhrase(reading, document, startOfPhrase(reading, document, end, floor), tokens.length) : null;
  return phrase?.kind === 'named' && phrase.to > name ? phrase : null;
}

type Name = { from: number; to: number; sort: Named['sort'] };

function readNamed(reading: Reading, document: Document, from: number, noun: number, core: number, end: number, name: Name): Phrase {
  const { language } = document;
  const title = readTitle(reading, document, from, noun, name.from);
  let { role, gender } = title;
  let { sort } = name;
  let to = core;
  const preposition = reading.tokens[core]?.lower ?? '';
  const isAt = language.institutionPrepositions.has(preposition);
  if (core < end && (isAt || language.rolePrepositions.has(preposition) || language.placePrepositions.has(preposition))) {
    const institution = readInstitution(reading, document, core + 1, end);
    if (institution?.isCertain || (institution && isAt)) {
      role = { jobTitle: null, description: null, words: '', ...role, institution: role?.institution ?? institution.name };
      to = institution.to;
    }
  }
  const apposition = readAppositions(reading, document, to, end);
  if (apposition) {
    to = apposition.to;
    if (!role?.jobTitle || (!role.institution && apposition.role.institution)) role = apposition.role;
    gender ??= apposition.gender;
    if (sort === 'EITHER' && apposition.role.jobTitle) sort = 'PERSON';
    if (sort !== 'PERSON' && apposition.isInstitution) sort = 'ORGANIZATION';
  }
  return { kind: 'named', name: wordsBetween(reading, name.from, name.to), sort, gender, role, from, to };
}

/** The name at the end of a noun phrase, or null when it only describes. */
function nameIn(reading: Reading, document: Document, from: number, noun: number, core: number): Name | null {
  const { tokens } = reading;
  const { language } = document;
  for (let at = noun; at < core; at += 1) {
    const to = at + declaredLength(tokens, document, at);
    if (to > at && (to === core || !language.hasCase)) return { from: at, to, sort: 'PERSON' };
  }
  if (!language.hasCase) return nameWithoutCase(reading, noun, core);
  let title = core - 2;
  while (title >= noun && !endsTitle(tokens, document, noun, title)) title -= 1;
  const own = (place: number) =>
    isProper(tokens[place], tokens[place + 1]) ||
    isInsideName(tokens, document, noun, place, core) ||
    /^\d+$/.test((tokens[place] as Token).text);
  if (title >= noun) {
    let begin = title + 1;
    if (language.nameConnectors.has((tokens[begin] as Token).lower)) begin = core - begin > 3 ? core - 2 : core; // `Minister of Education Ada Lund`
    for (let place = begin; place < core; place += 1) if (!own(place)) return null;
    return begin < core && !(tokens[begin] as Token).genitive ? { from: begin, to: core, sort: 'PERSON' } : null;
  }
  if (language.capitalNouns && noun > from) return null; // every noun has a capital: behind an article only a title shows that a name follows
  const last = tokens[core - 1];
  if (last?.is.isRole && !language.surnames.has(last.lower)) return null; // `Foreign Minister` is nobody's name
  let begin = core;
  while (begin > noun && own(begin - 1) && !(begin < core && (tokens[begin - 1] as Token).genitive)) begin -= 1;
  if (begin === core || !isProper(tokens[begin], tokens[begin + 1])) return null;
  const part = tokens.slice(noun, core);
  const isOrganization =
    (noun > from && begin === noun) ||
    part.some(({ is, text }) => is.isInstitution || text === '&') ||
    (core - begin === 1 && (tokens[begin] as Token).is.isAcronym);
  if (isOrganization || document.places.has(part.map(({ lower }) => lower).join(' ')))
    return { from: begin, to: core, sort: 'ORGANIZATION' };
  return { from: begin, to: core, sort: core - begin > 1 ? 'PERSON' : 'EITHER' };
}

/** Without capitals two or three words that describe nobody are taken for a name; one word only if the document declares it. */
function nameWithoutCase({ tokens }: Reading, noun: number, core: number): Name | null {
  const isName = tokens.slice(noun, core).every((token) => isProper(token, undefined));
  return isName && (core - noun === 2 || core - noun === 3) ? { from: noun, to: core, sort: 'PERSON' } : null;
}

/** Whether a title may end at this token: a form of address, a role, or a relation such as `his counterpart`. */
function endsTitle(tokens: readonly Token[], { language }: Document, noun: number, at: number): boolean {
  const token = tokens[at] as Token;
  if (language.honorifics.has(token.lower)) return true;
  if (!token.is.isRole && !(token.is.isDescription && !token.capital)) return false;
  // `Simon Baker Lund` has no baker in him
  return !token.capital || !language.surnames.has(token.lower) || at === noun || !isProper(tokens[at - 1], token);
}

/** How many tokens a name has that the document declares and that stands here; 0 when there is none. */
function declaredLength(tokens: readonly Token[], { declared }: Document, at: number): number {
  const candidates = declared.get((tokens[at] as Token).lower) ?? [];
  const found = candidates.find((name) => name.every((word, turn) => tokens[at + turn]?.lower === word));
  return found?.length ?? 0;
}

function readDescribed(
  reading: Reading,
  document: Document,
  from: number,
  noun: number,
  core: number,
  end: number,
): (Phrase & Described) | null {
  const { tokens } = reading;
  const { language } = document;
  if (core === from || (core === noun && !language.loneDeterminers.has((tokens[core - 1] as Token).lower))) return null;
  const head = tokens[core - 1] as Token;
  let to = core;
  while (to < end && core > noun) {
    const { lower } = tokens[to] as Token;
    const isOf = language.rolePrepositions.has(lower) || language.institutionPrepositions.has(lower);
    const next = behindDeterminers(tokens, document, to + 1, end);
    const behind = Math.max(next, behindCore(reading, document, next, end, true));
    const isPlace = language.placePrepositions.has(lower) && (behind === end || isProper(tokens[to + 1], tokens[to + 2]));
    if (behind === to + 1 || (!isOf && !isPlace)) break;
    to = behind;
  }
  const first = tokens[from] as Token;
  const isPlural = language.singular(head.lower) !== head.lower && !head.lower.endsWith('ss');
  return {
    kind: 'described',
    words: wordsBetween(reading, from, to),
    noun: wordsBetween(reading, core === noun ? from : noun, core).toLowerCase(),
    definite: language.definiteArticles.has(first.lower),
    plural: isPlural || language.pluralDeterminers.has(first.lower),
    hasRole: head.is.isRole || head.is.isDescription,
    gender: head.is.gender,
    isInstitution: head.is.isInstitution,
    areNamed: false,
    canSpeak: core === noun || head.is.isRole || head.is.isDescription || head.is.isInstitution,
    from,
    to,
  };
}

/**
 * The subject of a verb that follows it: `Ada Lund, who runs the port,` or `the port’s pilots have repeatedly`.
 * @param floor the first token that may belong to it
 */
export function readSubject(reading: Reading, document: Document, verb: number, floor: number): Phrase | null {
  const { tokens } = reading;
  const { language } = document;
  let end = verb;
  while (end > floor && isBetweenSubjectAndVerb(tokens[end - 1] as Token)) end -= 1;
  const last = tokens[end - 1];
  if (end === floor || !last) return null;
  if (last.kind === 'quotation') return null;
  if (last.kind === 'mark') return /^[,)—–]$/u.test(last.text) ? subjectBeforeParenthesis(reading, document, end, floor) : null;
  const phrase = readPhraseBefore(reading, document, end, floor);
  if (phrase?.to === end) return joined(reading, readPartnerBefore(reading, document, phrase.from, floor), phrase) ?? phrase;
  if (phrase?.kind === 'named' && language.documents.has(last.lower) && tokens[phrase.to - 1]?.genitive) return { ...phrase, to: end };
  return null;
}

/** Whom a relative pronoun stands for: the phrase before `who`. */
export function readAntecedent(reading: Reading, document: Document, relative: number, floor: number): Phrase | null {
  const end = reading.tokens[relative - 1]?.text === ',' ? relative - 1 : relative;
  if (end <= floor) return null;
  const nearest = readPhraseBefore(reading, document, end, floor, false);
  const isPerson =
    nearest?.to === end && (nearest.kind === 'named' ? nearest.sort !== 'ORGANIZATION' : nearest.kind === 'described' && nearest.hasRole);
  const comma = (nearest?.from ?? 0) - 1;
  const named =
    isPerson && reading.tokens[comma]?.text === ',' && comma > floor
      ? readPhrase(reading, document, startOfPhrase(reading, document, comma, floor), end)
      : null;
  if (named?.kind === 'named' && named.to === end) return named; // `Ada Lund, its director, who`
  const phrase = isPerson ? nearest : readPhraseBefore(reading, document, end, floor);
  return phrase?.to === end && phrase.kind !== 'pronoun' ? phrase : null;
}

function readPhraseBefore(reading: Reading, document: Document, end: number, floor: number, withPrepositions = true): Phrase | null {
  return readPhrase(reading, document, startOfPhrase(reading, document, end, floor, withPrepositions), end);
}

function readPartnerBefore(reading: Reading, document: Document, from: number, floor: number): Phrase | null {
  const isJoined = from - 2 >= floor && document.language.joins.has((reading.tokens[from - 1] as Token).lower);
  const partner = isJoined ? readPhraseBefore(reading, document, from - 1, floor) : null;
  return partner?.to === from - 1 ? partner : null;
}

/** The phrase that begins at a token, together with a second one that `and` joins to it. */
export function readPhrases(reading: Reading, document: Document, from: number, limit: number): Phrase | null {
  const phrase = readPhrase(reading, document, from, limit);
  const isJoined = phrase && phrase.to + 1 < limit && document.language.joins.has((reading.tokens[phrase.to] as Token).lower);
  return (isJoined && joined(reading, phrase, readPhrase(reading, document, phrase.to + 1, limit))) || phrase;
}

/** Two names as one group, or null when they are not two names. */
function joined(reading: Reading, one: Phrase | null, other: Phrase | null): Phrase | null {
  const areTwo = one?.kind === 'named' && (other?.kind === 'named' || (other?.kind === 'described' && other.hasRole));
  if (!areTwo) return null;
  const { from } = one;
  const { to } = other;
  const words = wordsBetween(reading, from, to);
  return {
    kind: 'described',
    words,
    noun: '',
    definite: false,
    plural: true,
    hasRole: false,
    gender: null,
    isInstitution: false,
    areNamed: true,
    canSpeak: true,
    from,
    to,
  };
}

function isBetweenSubjectAndVerb(token: Token): boolean {
  return token.kind === 'word' && (token.is.isAuxiliary || token.is.isAdverb);
}

/** Goes back over what stands between commas, dashes or brackets to the subject before it. */
function subjectBeforeParenthesis(reading: Reading, document: Document, end: number, floor: number): Phrase | null {
  const { tokens } = reading;
  const { language } = document;
  let fallback: Phrase | null = null;
  for (let at = end - 2; at > floor && at > end - LONGEST_PHRASE; at -= 1) {
    const token = tokens[at] as Token;
    if (token.kind === 'quotation' || /^[;:]$/.test(token.text)) break;
    if (token.kind !== 'mark' || !/^[,(—–]$/u.test(token.text)) continue;
    const from = startOfPhrase(reading, document, at, Math.max(floor, at - LONGEST_PHRASE));
    if (from > floor && language.prepositions.has(tokens[from - 1]?.lower ?? '')) continue;
    const phrase = readPhrase(reading, document, from, end);
    if (!phrase || phrase.kind === 'pronoun' || phrase.to < at) continue;
    if (phrase.kind === 'named') return phrase;
    if (phrase.canSpeak) fallback ??= phrase;
  }
  return fallback;
}

/**
 * Where the noun phrase begins that ends before `end`.
 * @param withPrepositions whether it may hold others behind prepositions: `the head of the port`, and not `the port` alone
 */
function startOfPhrase(reading: Reading, document: Document, end: number, floor: number, withPrepositions = true): number {
  const { tokens } = reading;
  const { language } = document;
  const isNoun = (place: number) => place >= floor && tokens[place]?.kind === 'word' && !(tokens[place] as Token).is.isBreak;
  const links = (place: number) => withPrepositions && place < end - 1 && isNoun(place - 1) && leads(tokens[place] as Token, language);
  let at = end;
  while (at > Math.max(floor, end - LONGEST_PHRASE)) {
    const token = tokens[at - 1] as Token;
    if (token.kind !== 'word' && token.text !== '&') break;
    if (language.pronouns.has(token.lower)) return at === end ? at - 1 : at;
    // `der` in `die Ministerin der Finanzen` is an article and leads on as a preposition does
    const isLink = links(at - 1) && (!token.is.isDeterminer || tokens[at - 2]?.capital === true);
    if (token.is.isDeterminer && !isLink) {
      at -= 1;
      const before = tokens[at - 1];
      const goesOn = at > floor && before?.kind === 'word' && (before.is.isDeterminer || links(at - 1));
      if (!goesOn) return at;
    } else if (token.is.isBreak && !isLink) {
      break;
    } else {
      at -= 1;
    }
  }
  return at;
}

/** Whether a preposition can stand inside a noun phrase: `the head of the port`. */
function leads({ lower }: Token, language: Language): boolean {
  return language.rolePrepositions.has(lower) || language.institutionPrepositions.has(lower) || language.placePrepositions.has(lower);
}
