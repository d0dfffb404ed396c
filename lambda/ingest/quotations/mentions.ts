import type { ConceptRef } from '../../domain/concept.ts';
import type { QuotationContent } from '../../domain/quotation.ts';

/** The persons and organisations who speak, and whose people speak, each once, in the order of the text. */
export function mentionsIn(quotations: readonly QuotationContent[]): ConceptRef[] {
  const found = quotations.flatMap(({ speaker }) => [speaker?.agent, speaker?.affiliation]).filter((concept) => concept != null);
  return [...new Map(found.map((concept) => [concept.id, concept])).values()];
}
