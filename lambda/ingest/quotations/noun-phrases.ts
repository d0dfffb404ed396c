import type { Document } from './document.ts';
import { isProper, type Reading, type Token } from './tokens.ts';

/** The place behind the determiners that open a noun phrase: behind `the`, `all the`, `one of the`. */
export function behindDeterminers(tokens: readonly Token[], document: Document, from: number, end: number): number {
  const { rolePrepositions, determiners } = document.language;
  let at = from;
  while (at < end && tokens[at]?.kind === 'word' && (tokens[at] as Token).is.isDeterminer) at += 1;
  const isPart = at > from && rolePrepositions.has(tokens[at]?.lower ?? '') && determiners.has(tokens[at + 1]?.lower ?? '');
  return isPart && at + 2 < end ? behindDeterminers(tokens, document, at + 1, end) : at;
}

/** Most words of a noun phrase without what hangs on it: the bound keeps the time linear. */
const LONGEST_CORE = 14;

/**
 * The place behind the words that make up a noun phrase without its determiner and without what hangs on it by a preposition:
 * `senior pilots`, `Harbour Board spokesman Ib`, `Bank of England`.
 */
export function behindCore({ tokens }: Reading, document: Document, from: number, limit: number, hasDeterminer: boolean): number {
  const end = Math.min(limit, from + LONGEST_CORE);
  let named = false;
  let at = from;
  for (; at < end; at += 1) {
    const token = tokens[at] as Token;
    if (isInsideName(tokens, document, from, at, end)) continue;
    if (token.kind !== 'word' || token.is.isBreak || (at > from && token.is.isDeterminer)) break;
    if (isProper(token, tokens[at + 1])) named = true;
    else if (named && !hasDeterminer && !leadsToRole(tokens, at, end)) break;
  }
  return at;
}

/** Whether a small word or an ampersand stands inside one name: of an institution (`Bank of England`), a minister's office, or a person (`van`). */
export function isInsideName(tokens: readonly Token[], document: Document, from: number, at: number, end: number): boolean {
  const { language } = document;
  const { lower, kind, text } = tokens[at] as Token;
  const proper = (place: number) => place >= from && place < end && isProper(tokens[place], tokens[place + 1]);
  if (at === from) return false;
  if (kind === 'mark') return text === '&' && proper(at - 1) && proper(at + 1);
  if (
    language.particles.has(lower) &&
    proper(at - 1) &&
    !tokens[at - 1]?.is.isRole &&
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
    if (token.capital && (token.is.isInstitution || token.is.isRole)) return true;
  }
  return false;
}

/** Whether a noun that says what somebody is follows within three words: `Kestrel shipping manager`, `Marrin’s mother`. */
function leadsToRole(tokens: readonly Token[], from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 4); at += 1) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || token.is.isBreak || token.is.isDeterminer) return false;
    if (token.is.isRole || token.is.isDescription) return true;
  }
  return false;
}

/** The words from one token to before another, as they are written. */
export function wordsBetween({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}
