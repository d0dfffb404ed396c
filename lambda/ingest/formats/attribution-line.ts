import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import { foldName } from '../../domain/identity.ts';
import type { Attribution, QuotationContent } from '../../domain/quotation.ts';
import type { Declared } from '../quotations/find-quotations.ts';
import { quotedSpans } from '../quotations/spans.ts';

/** Commas of the scripts that news is written in. */
const COMMA = /\s*[,،，、]\s*/u;

/**
 * The words of a block that its author gives as somebody's own, by a line below them.
 * @param line `— Name, role, institution`; a line that begins with a small letter (`— a harbour official`) names nobody
 * @param known whom the document declares: they lend what the line leaves out
 */
export function attributedQuotation(
  text: string,
  line: string,
  block: number,
  { known, source }: { known: readonly Declared[]; source: string },
): QuotationContent {
  const { start, end } = wordsWithin(text);
  return {
    text: text.slice(start, end),
    directness: 'DIRECT',
    cue: null,
    speaker: readAttribution(line.replace(/^(?:—|–|―|--)\s*/u, ''), known, source),
    block,
    start,
    end,
    assertedBy: 'SOURCE',
    confidence: null,
  };
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
