import DataLoader from 'dataloader';
import type { ConceptId, ConceptKind } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ReaderAccess } from '../../domain/paywall.ts';
import {
  CONCEPTS_PER_CALL,
  type DescribedConcept,
  listConcepts,
  listSections,
  type PublicConcept,
  type PublicSection,
  readConcepts,
  readSection,
} from '../../store/concept-reads.ts';
import { type Described, listDescriptions, listQuotations, type Said } from '../../store/listing-reads.ts';
import type { NewsTable } from '../../store/news-table.ts';
import { type DatedPageRequest, MAX_PAGE_SIZE, type Page, type PageRequest } from '../../store/page.ts';

/** Concepts and sections as they are public at the clock of one request, to a reader with some access. */
export type ConceptReader = {
  /** With its card. All concepts that are asked for in one tick come in one call, and each of them once in a request. */
  findConcept(id: ConceptId): Promise<DescribedConcept | null>;
  findSection(slug: string): Promise<PublicSection | null>;
  /** Every section, by name; read once for a request. A site has a few dozen. */
  sections(): Promise<PublicSection[]>;
  directory(kind: ConceptKind, startsWith: string | null, page: PageRequest): Promise<Page<PublicConcept>>;
  /** What a person said, or what was said for an organisation or at an event. */
  saidBy(id: ConceptId, page: DatedPageRequest): Promise<Page<Said>>;
  /** How articles described a person or an organisation. */
  describedAs(id: ConceptId, page: DatedPageRequest): Promise<Page<Described>>;
};

export function conceptReader(table: NewsTable, clock: Instant, access: ReaderAccess): ConceptReader {
  let sections: Promise<PublicSection[]> | undefined;
  const concepts = new DataLoader((ids: readonly ConceptId[]) => readConcepts(table, ids, clock), { maxBatchSize: CONCEPTS_PER_CALL });
  return {
    findConcept: (id) => concepts.load(id),
    findSection: (slug) => readSection(table, slug, clock),
    sections() {
      sections ??= listSections(table, clock, { first: MAX_PAGE_SIZE }).then(({ edges }) => edges.map(({ node }) => node));
      return sections;
    },
    directory: (kind, startsWith, page) => listConcepts(table, kind, startsWith, clock, page),
    saidBy: (id, page) => listQuotations(table, id, clock, page, access),
    describedAs: (id, page) => listDescriptions(table, id, clock, page, access),
  };
}
