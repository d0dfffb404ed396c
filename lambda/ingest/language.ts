import { refuse } from '../domain/fault.ts';

/**
 * A BCP 47 tag in its canonical spelling: `de-at` becomes `de-AT`.
 * @throws {Refused} naming `place`, when the text is no such tag
 */
export function parseLanguage(tag: string, place: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? refuse(place, 'is empty');
  } catch {
    return refuse(place, `"${tag.slice(0, 40)}" is no language tag such as en, de-AT or ar`);
  }
}

/**
 * The same for systems that let people type the name of a language: `English` is `en`, `en_US` is `en-US`.
 * @throws {Refused} naming `place`
 */
export function parseNamedLanguage(words: string, place: string): string {
  return codesByName().get(words.toLowerCase()) ?? parseLanguage(words.replaceAll('_', '-'), place);
}

let codes: ReadonlyMap<string, string> | null = null;

/** The languages of ISO 639-1 by their English names. `english` alone would pass as a tag that nobody has registered. */
function codesByName(): ReadonlyMap<string, string> {
  if (codes === null) {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    const all = letters.flatMap((one) => letters.map((two) => `${one}${two}`)).filter((code) => names.of(code) !== undefined);
    codes = new Map(all.map((code) => [names.of(code)?.toLowerCase() ?? code, Intl.getCanonicalLocales(code)[0] ?? code])); // `iw` is `he`
  }
  return codes;
}
