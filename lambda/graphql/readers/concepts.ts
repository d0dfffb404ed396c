import type { ConceptId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import { type PublicConcept, type PublicSection, readConcept, readSection } from '../../store/concept-reads.ts';
import { listQuotations, type Said } from '../../store/listing-reads.ts';
import type { NewsTable } from '../../store/news-table.ts';
import type { Page, PageRequest } from '../../store/page.ts';

/** Concepts and sections as they are public at the clock of one request. */
export type ConceptReader = {
  findConcept(id: ConceptId): Promise<PublicConcept | null>;
  findSection(slug: string): Promise<PublicSection | null>;
  /** What a person said, or what was said for an organisation. */
  saidBy(id: ConceptId, page: PageRequest): Promise<Page<Said>>;
};

export function conceptReader(table: NewsTable, clock: Instant): ConceptReader {
  return {
    findConcept: (id) => readConcept(table, id, clock),
    findSection: (slug) => readSection(table, slug, clock),
    saidBy: (id, page) => listQuotations(table, id, clock, page),
  };
}
