import { type Quotation, type QuotationContent, quotationsWithKeys } from '../../domain/quotation.ts';
import { CONFIDENCE } from './attributions.ts';
import { quotedSpans, type Span } from './spans.ts';

/** Fewest words that make a part of a quotation recognisable, when a standfirst repeats only a part. */
const FEWEST_WORDS = 4;

/** How many quotations of one standfirst are looked at: the bound keeps the time linear. */
const MOST_SPANS = 8;

/**
 * The quotation in a standfirst, or null when there is none. One that repeats words of the body has their speaker: the words are
 * compared, not their punctuation, and a part of a quotation will do.
 * @param quotations those of the body
 */
export function standfirstQuotation(text: string, quotations: readonly QuotationContent[]): Quotation | null {
  const spans = (quotedSpans([text])[0] ?? []).slice(0, MOST_SPANS);
  const bodyWords = quotations.map((quotation) => foldWords(quotation.text));
  const repeated = (span: Span) => {
    const words = foldWords(text.slice(span.start, span.end));
    const isLong = words.split(' ').length - 2 >= FEWEST_WORDS;
    return quotations[bodyWords.indexOf(words)] ?? (isLong ? quotations.find((_, at) => bodyWords[at]?.includes(words)) : undefined);
  };
  const span = spans.find(repeated) ?? spans[0];
  if (!span) return null;
  const origin = repeated(span);
  const content: QuotationContent = {
    text: text.slice(span.start, span.end),
    directness: isQuotationOnly(text) ? 'DIRECT' : (origin?.directness ?? 'PARTIAL'),
    cue: null,
    speaker: origin?.speaker ?? null,
    block: null,
    start: span.start,
    end: span.end,
    assertedBy: origin?.assertedBy ?? 'MACHINE',
    confidence: origin ? origin.confidence : CONFIDENCE.nobody,
  };
  return quotationsWithKeys([content], [])[0] ?? null;
}

/** Whether a text has no words outside quotation marks, and some within. */
export function isQuotationOnly(text: string): boolean {
  const spans = quotedSpans([text])[0] ?? [];
  const between = spans.map(({ from }, at) => text.slice(spans[at - 1]?.to ?? 0, from));
  return spans.length > 0 && !/[\p{L}\p{N}]/u.test([...between, text.slice(spans.at(-1)?.to)].join(''));
}

/** The words of a text between single spaces, with one at each end, so that whole words can be found in it. */
function foldWords(text: string): string {
  return ` ${(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')} `;
}
