import type { CardEdition, ConceptCard } from '../../lambda/domain/concept-card.ts';
import type { ConceptId } from '../../lambda/domain/identity.ts';
import { SOURCE } from './article.ts';

/** A card of the source `test` that says nothing but what a test wishes. */
export function aCard(concept: ConceptId, wish: Partial<ConceptCard> & { version?: number | null; source?: string } = {}): CardEdition {
  const { version = 1, source = SOURCE, ...facts } = wish;
  const nothing = { alternateNames: [], sameAs: [], description: null, image: null, biography: null, jobTitle: null };
  return { source, concept, version, card: { ...nothing, links: [], geo: null, startDate: null, endDate: null, ...facts } };
}
