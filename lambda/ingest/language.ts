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
