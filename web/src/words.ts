import type { ComponentChildren } from 'preact';
import { createContext, h } from 'preact';
import { useContext } from 'preact/hooks';
import type { Direction } from './generated.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en, type Words } from './words/en.ts';

/** The site's own words, by language. To add one: a file like the others, and its name here. What is missing is said in English. */
const LANGUAGES: Readonly<Record<string, Words>> = { ar, de, en };

export type { Words };

type Spoken = { language: string; words: Words };

const Speaking = createContext<Spoken>({ language: 'en', words: en });

/** The language that the site speaks to readers of another one. @param language BCP 47 */
export function spokenLanguage(language: string): string {
  return (language.split('-')[0] ?? '') in LANGUAGES ? language : 'en';
}

/** Whatever is inside speaks this language. @param language BCP 47 */
export function WordsFor({ language, children }: { language: string; children?: ComponentChildren }) {
  const spoken = spokenLanguage(language);
  return h(Speaking.Provider, { value: { language: spoken, words: LANGUAGES[spoken.split('-')[0] ?? ''] ?? en } }, children);
}

/** The site's own words in this place. */
export function useWords(): Words {
  return useContext(Speaking).words;
}

/** The language of the site's own words in this place. */
export function useLanguage(): string {
  return useContext(Speaking).language;
}

const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'];

/** The direction in which a language is written, for the `dir` attribute. @param language BCP 47; what is none counts as left to right */
export function directionOf(language: string): 'ltr' | 'rtl' {
  try {
    return RIGHT_TO_LEFT.includes(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** A direction as the API says it, for the `dir` attribute. */
export function dirOf(direction: Direction): 'ltr' | 'rtl' {
  return direction === 'RTL' ? 'rtl' : 'ltr';
}
