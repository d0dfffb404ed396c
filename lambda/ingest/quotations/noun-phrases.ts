import type { Document } from './document.ts';
import type { Reading, Token } from './tokens.ts';
import { isBreak, isDescription, isInstitutionWord, isProper, isRole } from './word-classes.ts';

/** The place behind the determiners that open a noun phrase: behind `the`, `all the`, `one of the`. */
export function behindDeterminers(tokens: readonly Token[], { language }: Document, from: number, end: number): number {
  let at = from;
  while (at < end && tokens[at]?.kind === 'word' && language.determiners.has((tokens[at] as Token).lower)) at += 1;
  const isPart =
    at > from && language.rolePrepositions.has(tokens[at]?.lower ?? '') && language.determiners.has(tokens[at + 1]?.lower ?? '');
  return isPart && at + 2 < end ? behindDeterminers(tokens, { language } as Document, at + 1, end) : at;
}

/**
 * The place behind the words that make up a noun phrase without its determiner and without what hangs on it by a preposition:
 * `top officials`, `State Department spokesperson Ned`, `Bank of England`.
 */
export function behindCore({ tokens }: Reading, document: Document, from: number, end: number, hasDeterminer: boolean): number {
  const { language } = document;
  let named = false;
  let at = from;
  for (; at < end; at += 1) {
    const token = tokens[at] as Token;
    if (isInsideName(tokens, document, from, at, end)) continue;
    if (token.kind !== 'word' || isBreak(token, language) || (at > from && language.determiners.has(token.lower))) break;
    if (isProper(token, tokens[at + 1], language)) named = true;
    else if (named && !hasDeterminer && !leadsToRole(tokens, document, at, end)) break;
  }
  return at;
}

/** Whether a small word or an ampersand stands inside one name: of an institution (`Bank of England`), a minister's office, or a person (`van`). */
export function isInsideName(tokens: readonly Token[], document: Document, from: number, at: number, end: number): boolean {
  const { language } = document;
  const { lower, kind, text } = tokens[at] as Token;
  const proper = (place: number) => place >= from && place < end && isProper(tokens[place], tokens[place + 1], language);
  if (at === from) return false;
  if (kind === 'mark') return text === '&' && proper(at - 1) && proper(at + 1);
  if (
    language.particles.has(lower) &&
    proper(at - 1) &&
    (proper(at + 1) || language.particles.has(tokens[at + 1]?.lower ?? '')) &&
    !language.nameConnectors.has(lower)
  )
    return true;
  if (!language.nameConnectors.has(lower)) return false;
  const left = language.nameConnectors.has(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 1;
  const right = language.nameConnectors.has(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const isCapital =
    left >= from && tokens[left]?.kind === 'word' && tokens[left].capital && language.singular(tokens[left].lower) === tokens[left].lower;
  if (!isCapital || !proper(right) || tokens[left]?.genitive) return false;
  for (let place = from; place <= left; place += 1) {
    const token = tokens[place] as Token;
    if (token.capital && (isInstitutionWord(token.lower, language) || isRole(token, language))) return true;
  }
  return false;
}

/** Whether a noun that says what somebody is follows within three words: `Kestrel shipping manager`, `Marrin’s mother`. */
function leadsToRole(tokens: readonly Token[], { language }: Document, from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 4); at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || isBreak(token, language) || language.determiners.has(token.lower)) return false;
    if (isRole(token, language) || isDescription(token.lower, language)) return true;
  }
  return false;
}

/** The words from one token to before another, as they are written. */
export function wordsBetween({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
