import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import { foldName } from '../../domain/identity.ts';
import type { Attribution, QuotationContent } from '../../domain/quotation.ts';
import type { Declared } from '../quotations/find-quotations.ts';
import { quotedSpans } from '../quotations/spans.ts';

/** Commas of the scripts that news is written in, and semicolons, which part a name from the work that is quoted. */
const COMMA = /\s*[,;،؛，、；]\s*/u;

/** What stands before the event at which something was said, in the languages that we know best. */
const AT = /^(?:at|bei|beim|auf|à|au|en|في)\s+/iu;

/**
 * The words of a block that its author gives as somebody's own, by a line below them.
 * @param line `— Name, role, institution, at an event`; a line that begins with a small letter (`— a harbour official`) names nobody
 * @param known whom the document declares: they lend what the line leaves out
 * @param events those that the document declares: only they are taken for one
 */
export function attributedQuotation(
  text: string,
  line: string,
  block: number,
  { known, events, source }: { known: readonly Declared[]; events: readonly ConceptRef[]; source: string },
): QuotationContent {
  const { start, end } = wordsWithin(text);
  const { rest, event } = cutEvent(line.replace(/^(?:—|–|―|--)\s*/u, ''), events);
  return {
    text: text.slice(start, end),
    directness: 'DIRECT',
    cue: null,
    speaker: readAttribution(rest, known, source),
    block,
    start,
    end,
    assertedBy: 'SOURCE',
    ...(event ? { recordedAt: event } : {}),
    confidence: null,
  };
}

/** The event that ends a line, and the line before it. Names of events may hold commas themselves. */
function cutEvent(line: string, events: readonly ConceptRef[]): { rest: string; event: ConceptRef | null } {
  const parts = line.split(COMMA);
  for (let from = 1; from < parts.length; from += 1) {
    const tail = parts.slice(from);
    if (!AT.test(tail[0] ?? '')) continue;
    const name = foldParts(tail).replace(AT, '');
    const event = events.find((one) => foldParts(one.name.split(COMMA)) === name);
    if (event) return { rest: parts.slice(0, from).join(', '), event };
  }
  return { rest: line, event: null };
}

function foldParts(parts: readonly string[]): string {
  return foldName(parts.join(', '));
}

/** Everything but quotation marks around the whole. */
function wordsWithin(text: string): { start: number; end: number } {
  const [only, ...others] = quotedSpans([text])[0] ?? [];
  const isWhole = only && others.length === 0 && !/[\p{L}\p{N}]/u.test(text.slice(0, only.start) + text.slice(only.end));
  return isWhole ? { start: only.start, end: only.end } : { start: 0, end: text.length };
}

function readAttribution(line: string, known: readonly Declared[], source: string): Attribution {
  const [name = '', role, ...institution] = line.split(COMMA).filter((part) => part !== '');
  const declared = known.find((one) => foldName(one.name) === foldName(name));
  if (name === '' || (declared === undefined && /^\p{Ll}/u.test(name))) {
    return { name: null, jobTitle: null, affiliation: null, describedAs: line.trim() || null, anonymous: true, agent: null };
  }
  const kind = declared?.kind ?? 'Person';
  const lent = typeof declared?.affiliation === 'string' ? { name: declared.affiliation, uri: null } : (declared?.affiliation ?? null);
  return {
    name,
    jobTitle: role ?? declared?.jobTitle ?? null,
    affiliation: affiliationOf(institution.join(', '), lent, known, source),
    describedAs: null,
    anonymous: false,
    agent: conceptOf(kind, name, declared?.uri, source),
  };
}

/** The institution in the words of the line, else the declared one. */
function affiliationOf(
  name: string,
  lent: { name: string; uri?: string | null } | null,
  known: readonly Declared[],
  source: string,
): ConceptRef | null {
  if (name === '') return lent && conceptOf('Organization', lent.name, lent.uri, source);
  const organisations = [...(lent ? [lent] : []), ...known.filter(({ kind }) => kind === 'Organization')];
  return conceptOf('Organization', name, organisations.find((one) => foldName(one.name) === foldName(name))?.uri, source);
}

function conceptOf(kind: 'Person' | 'Organization', name: string, uri: string | null | undefined, source: string): ConceptRef {
  return uri ? identifiedConcept(kind, name, uri) : namedConcept(kind, name, source);
}
