import type { Gender, Language } from './languages/language.ts';

/** What a word can be, whatever stands beside it. */
export type WordClass = {
  /** Can be in no noun phrase, so that one ends before it and begins behind it. */
  isBreak: boolean;
  isAdverb: boolean;
  isAuxiliary: boolean;
  isDeterminer: boolean;
  /** A finite verb that reports words. */
  isSaying: boolean;
  /** Names what somebody is or does. One with a capital must stand in the list: `Baker` may be a name. */
  isRole: boolean;
  /** Describes somebody without saying a role. */
  isDescription: boolean;
  /** Occurs in names of institutions. */
  isInstitution: boolean;
  isAcronym: boolean;
  /** The name of a people or a country. */
  isPeople: boolean;
  /** Can be part of a name. */
  isName: boolean;
  /** Is a common word as well, so that a capital at the beginning of a sentence says nothing. */
  isCommon: boolean;
  /** Of a role that tells it. */
  gender: Gender | null;
};

export const NO_WORD: WordClass = {
  isBreak: false,
  isAdverb: false,
  isAuxiliary: false,
  isDeterminer: false,
  isSaying: false,
  isRole: false,
  isDescription: false,
  isInstitution: false,
  isAcronym: false,
  isPeople: false,
  isName: false,
  isCommon: false,
  gender: null,
};

/** @param text as written, without a genitive `’s`  @param lower in lower case with straight apostrophes */
export function classify(text: string, lower: string, capital: boolean, language: Language): WordClass {
  const singular = language.singular(lower);
  const among = (list: ReadonlySet<string>) => list.has(lower) || list.has(singular);
  const isAdverb = language.adverbs.has(lower) || (!capital && language.adverbForm?.test(lower) === true);
  const isAuxiliary = language.auxiliaries.has(lower);
  const isDeterminer = language.determiners.has(lower);
  const isSaying = !capital && language.sayings.has(lower);
  const isDescription = among(language.descriptions);
  const looksLikeRole = language.roleEnding?.test(lower) === true && !among(language.notRoles) && !isDescription;
  const isListedRole = among(language.roles);
  const isRole = isListedRole || (looksLikeRole && (!capital || language.capitalNouns));
  const isLink = [language.conjunctions, language.relatives, language.calendar, language.pronouns, language.prepositions, language.adverbs];
  const isReport = (isSaying && !language.weakSayings.has(lower)) || language.participles.has(lower);
  const isBreak = isLink.some((list) => list.has(lower)) || (!capital && (isAuxiliary || isReport || isAdverb));
  const isVerb = isAuxiliary || (language.sayings.has(lower) && !language.weakSayings.has(lower));
  return {
    isBreak,
    isAdverb,
    isAuxiliary,
    isDeterminer,
    isSaying,
    isRole,
    isDescription,
    isInstitution: language.institutions.has(lower),
    isAcronym: /^\p{Lu}[\p{Lu}\p{N}&.-]*\p{Lu}$/u.test(text),
    isPeople: language.peoples.has(lower) || language.peopleEnding?.test(text) === true,
    isName: !isBreak && !isDeterminer && (language.hasCase ? capital : !isRole && !isDescription),
    isCommon: isVerb || isListedRole || looksLikeRole || isDescription,
    gender: language.genderedRoles.get(lower) ?? language.genderedRoles.get(singular) ?? null,
  };
}
