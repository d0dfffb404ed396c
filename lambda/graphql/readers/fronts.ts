import {
  curatedArticles,
  type FillList,
  type Front,
  isFrontSlug,
  listKey,
  listsOf,
  type Placed,
  placeArticles,
  type ReadableFront,
} from '../../domain/front.ts';
import type { ConceptId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Teaser } from '../../domain/teaser.ts';
import { readTeasers } from '../../store/article-reads.ts';
import { readConcept } from '../../store/concept-reads.ts';
import { readFront } from '../../store/front-reads.ts';
import { listAbout, listLatest, listSection, listSeries } from '../../store/listing-reads.ts';
import type { NewsTable } from '../../store/news-table.ts';
import type { Page } from '../../store/page.ts';

/** Fronts as they can be read at the clock of one request. */
export type FrontReader = {
  /** One call; none for what can be no slug. */
  findFront(slug: string): Promise<ReadableFront | null>;
  /**
   * What stands in the container at a place of a front. All containers of a front are filled together, in one wave: one call for all curated
   * articles and one for each distinct list, however much of it is hidden.
   * @throws whatever kept this container from being read; it keeps no other from it
   */
  itemsIn(front: ReadableFront, place: number): Promise<Placed[]>;
};

export function frontReader(table: NewsTable, clock: Instant): FrontReader {
  const filled = new WeakMap<ReadableFront, ReturnType<typeof fillFront>>();
  return {
    findFront: async (slug) => (isFrontSlug(slug) ? readFront(table, slug, clock) : null),
    async itemsIn(front, place) {
      const filling = filled.get(front) ?? fillFront(table, front, clock);
      filled.set(front, filling);
      const { failures, placed } = await filling;
      if (failures[place]) throw failures[place].reason;
      return placed[place] ?? [];
    },
  };
}

/** Never rejects: each failure is kept with the containers that it concerns. */
async function fillFront(table: NewsTable, front: Front, clock: Instant) {
  const curated = curatedArticles(front);
  const lists = listsOf(front);
  const [[teasers], pages] = await Promise.all([
    Promise.allSettled(curated.length > 0 ? [readTeasers(table, curated, clock)] : []),
    Promise.allSettled(lists.map(({ list, first }) => readList(table, list, clock, { first }))),
  ]);
  const byId = new Map(teasers?.status === 'fulfilled' ? curated.map((id, place) => [id, teasers.value[place] ?? null]) : []);
  const byList = new Map(lists.map(({ list }, place) => [listKey(list), pages[place]]));
  const articlesIn = (list: FillList): Teaser[] => {
    const page = byList.get(listKey(list));
    return page?.status === 'fulfilled' ? page.value.edges.map(({ node }) => node) : [];
  };
  const failures = front.containers.map(({ items, fill }) => {
    const asked = [items.length > 0 ? teasers : undefined, fill ? byList.get(listKey(fill.from)) : undefined];
    return asked.find((answer) => answer?.status === 'rejected') ?? null;
  });
  return { failures, placed: placeArticles(front, (id) => byId.get(id) ?? null, articlesIn) };
}

/** A front keeps the id that its editors gave it, and that concept may have been merged since: nothing stands in its own list then. */
async function listAboutWhoever(table: NewsTable, id: ConceptId, clock: Instant, page: { first: number }): Promise<Page<Teaser>> {
  const found = await listAbout(table, id, clock, page);
  if (found.edges.length > 0) return found;
  const concept = await readConcept(table, id, clock);
  return concept && concept.id !== id ? listAbout(table, concept.id, clock, page) : found;
}

function readList(table: NewsTable, list: FillList, clock: Instant, page: { first: number }): Promise<Page<Teaser>> {
  switch (list.kind) {
    case 'LATEST':
      return listLatest(table, list.language, clock, page);
    case 'SECTION':
      return listSection(table, list.slug, clock, page);
    case 'SERIES':
      return listSeries(table, list.slug, clock, page);
    case 'ABOUT':
      return listAboutWhoever(table, list.concept, clock, page);
  }
}
