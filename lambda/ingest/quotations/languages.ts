import { arabic } from './languages/ar.ts';
import { german } from './languages/de.ts';
import { english } from './languages/en.ts';
import { spanish } from './languages/es.ts';
import { french } from './languages/fr.ts';
import type { Language } from './languages/language.ts';

const LANGUAGES: Readonly<Record<string, Language>> = { ar: arabic, de: german, en: english, es: spanish, fr: french };

/** The words of a language by its BCP 47 tag. One that we do not know is read as English: its quotations are found, hardly ever its speakers. */
export function languageOf(tag: string): Language {
  return LANGUAGES[tag.toLowerCase().split(/[-_]/)[0] ?? ''] ?? english;
}
