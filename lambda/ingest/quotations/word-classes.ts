import type { Gender, Language } from './languages/language.ts';
import type { Token } from './tokens.ts';

/** Whether a word reads as part of a name here: a capital, and not one that only the beginning of a sentence gives it. */
export function isProper(token: Token | undefined, next: Token | undefined, language: Language): boolean {
  if (token?.kind !== 'word' || isBreak(token, language) || language.determiners.has(token.lower)) return false;
  if (!language.hasCase) return !isRoleWord(token.lower, language) && !isDescription(token.lower, language);
  if (!token.capital) return false;
  return !(token.opens && !next?.capital && isCommonWord(token.lower, language));
}

function isCommonWord(lower: string, language: Language): boolean {
  const isVerb = (language.sayings.has(lower) && !language.weakSayings.has(lower)) || language.auxiliaries.has(lower);
  return isVerb || isRoleWord(lower, language) || isDescription(lower, language);
}

/** Whether a word can be in no noun phrase, so that one ends before it and begins behind it. */
export function isBreak(token: Token, language: Language): boolean {
  const { lower } = token;
  if (language.conjunctions.has(lower) || language.relatives.has(lower) || language.calendar.has(lower) || language.pronouns.has(lower))
    return true;
  if (language.adverbs.has(lower) || (language.prepositions.has(lower) && !(token.capital && !token.opens))) return true;
  if (token.capital) return false;
  return (
    language.auxiliaries.has(lower) ||
    language.participles.has(lower) ||
    (isSaying(token, language) && !language.weakSayings.has(lower)) ||
    isAdverb(token, language)
  );
}

export function isAdverb({ lower, capital }: Token, language: Language): boolean {
  return language.adverbs.has(lower) || (!capital && language.adverbForm?.test(lower) === true);
}

export function isSaying(token: Token, { sayings }: Language): boolean {
  return token.kind === 'word' && !token.capital && !token.genitive && sayings.has(token.lower);
}

/** Whether a noun names what somebody is or does. A capital one must stand in the list: `Baker` may be a name. */
export function isRole(token: Token | undefined, language: Language): boolean {
  if (token?.kind !== 'word') return false;
  return isRoleWord(token.lower, language) && (!token.capital || language.capitalNouns || inRoleList(token.lower, language));
}

function isRoleWord(lower: string, language: Language): boolean {
  if (inRoleList(lower, language)) return true;
  if (!language.roleEnding?.test(lower)) return false;
  return !language.notRoles.has(lower) && !language.notRoles.has(language.singular(lower)) && !isDescription(lower, language);
}

function inRoleList(lower: string, { roles, singular }: Language): boolean {
  return roles.has(lower) || roles.has(singular(lower));
}

export function isDescription(lower: string, { descriptions, singular }: Language): boolean {
  return descriptions.has(lower) || descriptions.has(singular(lower));
}

export function isInstitutionWord(lower: string, { institutions }: Language): boolean {
  return institutions.has(lower);
}

export function isAcronym({ text }: Token): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}&.-]*\p{Lu}$/u.test(text);
}

export function isPeople(token: Token, { peoples, peopleEnding }: Language): boolean {
  return peoples.has(token.lower) || peopleEnding?.test(token.text) === true;
}

export function genderOfRole(lower: string, { genderedRoles, singular }: Language): Gender | null {
  return genderedRoles.get(lower) ?? genderedRoles.get(singular(lower)) ?? null;
}
