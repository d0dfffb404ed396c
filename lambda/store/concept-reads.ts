import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { SectionRef } from '../domain/article.ts';
import type { ConceptRef } from '../domain/concept.ts';
import type { ConceptCard } from '../domain/concept-card.ts';
import { type ConceptId, type ConceptKind, conceptKindOf, foldName } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { LIST } from '../domain/listings.ts';
import type { Verdict } from '../domain/verdict.ts';
import { visible } from '../domain/visible.ts';
import { batchGet } from './batch-get.ts';
import type { Profile } from './items.ts';
import { oldestListing } from './listing-reads.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { cursorOf, DIRECTORY_SHAPE, type Page, type PageRequest, walkOf } from './page.ts';
import { previewAt } from './preview.ts';
import { conceptOf, decidedProfile, directoryKey, kindsThatName, oldestOf, profileFrom } from './profile.ts';
import { readVerdicts } from './verdicts.ts';

/** A person, organisation, place, event or topic as the public knows it. */
export type PublicConcept = ConceptRef;

/** A concept as the public knows it, with what editors say of it. */
export type DescribedConcept = PublicConcept & { /** Null where editors say nothing. */ card: ConceptCard | null };

/** Concepts of one call: each has two keys. @see Amazon DynamoDB API Reference, "BatchGetItem": 100 items */
export const CONCEPTS_PER_CALL = 50;

/** A section as the public knows it. */
export type PublicSection = SectionRef;

/** An entry of a directory with its sort key. */
type Entry = { place: string; id: string; profile: Profile };

/** A concept, or null when no article that can be read at `clock` names it. One call; one more for the id of a concept that was merged. */
export async function readConcept(table: NewsTable, id: ConceptId, clock: Instant): Promise<PublicConcept | null> {
  const profile = conceptKindOf(id) && (await readProfile(table, LIST.concept(id), clock));
  return profile?.into ? readConcept(table, profile.into, clock) : profile && toConcept({ id, profile });
}

/**
 * Some concepts with their cards, in the order of the ids; null where no article that can be read at `clock` names one, whatever its card says.
 * The id of a concept that was merged gives the other. One call for each {@link CONCEPTS_PER_CALL}: always two keys for each concept. One call more where
 * some were merged into what is public; hidden or unknown, they cost the same. A preview takes three calls more for each.
 */
export async function readConcepts(table: NewsTable, ids: readonly ConceptId[], clock: Instant): Promise<(DescribedConcept | null)[]> {
  const found = await readOnce(table, ids, clock);
  const merged = new Map([...found].flatMap(([id, { profile }]) => (profile.into ? [[id, profile.into]] : [])));
  const others = merged.size > 0 ? await readOnce(table, [...merged.values()], clock) : new Map<string, Found>();
  return ids.map((id) => {
    const meant = merged.get(id) ?? id;
    const one = merged.has(id) ? others.get(meant) : found.get(meant);
    return one ? { ...toConcept({ id: meant, profile: one.profile }), card: one.card } : null;
  });
}

/** What is public of a concept, with its card. */
type Found = { profile: Profile; card: ConceptCard | null };

async function readOnce(table: NewsTable, ids: readonly ConceptId[], clock: Instant): Promise<Map<string, Found>> {
  const wanted = [...new Set(ids)].filter((id) => conceptKindOf(id) !== null);
  const requests = wanted.flatMap((conceptId) => [
    table.profile.build(BatchGetRequest).key({ partition: LIST.concept(conceptId), place: 'PROFILE' }),
    table.card.build(BatchGetRequest).key({ conceptId }),
  ]);
  const profiles = new Map<string, Profile>();
  const cards = new Map<string, ConceptCard>();
  for (const item of await batchGet<typeof table.profile | typeof table.card>(table, requests, { consistent: false })) {
    if ('stored' in item) cards.set(item.conceptId, item.stored.card);
    else profiles.set(item.partition, item.profile);
  }
  if (previewAt(table, clock)) {
    profiles.clear();
    for (const id of wanted) {
      const profile = await profileInPreview(table, LIST.concept(id), clock);
      if (profile) profiles.set(LIST.concept(id), profile);
    }
  }
  return new Map(
    wanted.flatMap((id): [string, Found][] => {
      const profile = profiles.get(LIST.concept(id));
      return profile && visible({ availableFrom: profile.publicFrom }, clock) ? [[id, { profile, card: cards.get(id) ?? null }]] : [];
    }),
  );
}

/** A section, or null when no article in it can be read at `clock`. One call. */
export async function readSection(table: NewsTable, slug: string, clock: Instant): Promise<PublicSection | null> {
  const profile = await readProfile(table, LIST.section(slug), clock);
  return profile && toSection({ id: slug, profile });
}

/**
 * The concepts of one kind that are public at `clock`, by name; of those whose name begins with `startsWith`, if given. One call.
 * @param page `first`/`after` walk along the alphabet, `last`/`before` back
 * @throws {InvalidPage}
 */
export function listConcepts(
  table: NewsTable,
  kind: ConceptKind,
  startsWith: string | null,
  clock: Instant,
  page: PageRequest,
): Promise<Page<PublicConcept>> {
  return listDirectory(table, `CONCEPTS#${kind}`, foldName(startsWith ?? ''), clock, page, toConcept);
}

/** The sections that are public at `clock`, by name. One call. @throws {InvalidPage} */
export function listSections(table: NewsTable, clock: Instant, page: PageRequest): Promise<Page<PublicSection>> {
  return listDirectory(table, 'SECTIONS', '', clock, page, toSection);
}

function toConcept({ id, profile }: Pick<Entry, 'id' | 'profile'>): PublicConcept {
  const { kind, name, identity, uri, scheme, code } = profile;
  const coded = { ...(scheme ? { scheme } : {}), ...(code ? { code } : {}) };
  return { id: id as ConceptId, kind: kind as ConceptKind, name, identity, ...(uri ? { uri } : {}), ...coded };
}

function toSection({ id, profile }: Pick<Entry, 'id' | 'profile'>): PublicSection {
  return { slug: id, name: profile.name, parents: profile.parents ?? [] };
}

async function readProfile(table: NewsTable, partition: string, clock: Instant): Promise<Profile | null> {
  if (previewAt(table, clock)) return profileInPreview(table, partition, clock);
  const { Item } = await counted(
    table,
    table.profile.build(GetItemCommand).key({ partition, place: 'PROFILE' }).options({ capacity: 'TOTAL' }).send(),
  );
  return Item && visible({ availableFrom: Item.profile.publicFrom }, clock) ? Item.profile : null;
}

/** A preview makes its profiles as the writers do: from the oldest listing that stands, and what editors decided. Two calls, and one for a concept. */
async function profileInPreview(table: NewsTable, partition: string, clock: Instant): Promise<Profile | null> {
  const id = conceptOf(partition);
  const verdict: Verdict = (id && (await readVerdicts(table, [id])).get(id)?.verdict) || {};
  if (verdict.into) {
    const other = await profileInPreview(table, LIST.concept(verdict.into), clock);
    return other && { ...other, into: verdict.into };
  }
  const oldest = await Promise.all(kindsThatName(partition).map((kind) => oldestListing(table, partition, kind, clock)));
  const profile = oldestOf(oldest.map((entry) => entry && profileFrom(partition, entry.listing, entry.place)));
  return profile && decidedProfile(profile, verdict);
}

/** One page of a directory. Entries that are not public yet are dropped and the page is filled up. */
async function listDirectory<Node>(
  table: NewsTable,
  partition: string,
  startsWith: string,
  clock: Instant,
  request: PageRequest,
  toNode: (entry: Entry) => Node,
): Promise<Page<Node>> {
  const { size, newestFirst: forward, behind } = walkOf(request, DIRECTORY_SHAPE);
  const inside = behind?.startsWith(startsWith) ? behind : null;
  if (behind !== null && inside === null && behind > startsWith === forward)
    return { edges: [], hasNextPage: !forward, hasPreviousPage: forward };
  const changed = await changedEntries(table, partition, startsWith, clock);

  const found: Entry[] = [];
  let startKey: Record<string, unknown> | undefined = inside === null ? undefined : { pk: partition, sk: inside };
  do {
    const answer = await counted(
      table,
      table.directory.table
        .build(QueryCommand)
        .entities(table.directory)
        .query({ partition, ...(startsWith === '' ? {} : { range: { beginsWith: startsWith } }) })
        .options({
          ...{ limit: size + 1 - found.length, reverse: !forward },
          ...ONE_PAGE,
          ...(startKey ? { exclusiveStartKey: startKey } : {}),
        })
        .send(),
    );
    for (const { place, id, profile } of answer.Items ?? []) {
      if (visible({ availableFrom: profile.publicFrom }, clock) && !changed.ids.has(id)) found.push({ place, id, profile });
    }
    startKey = answer.LastEvaluatedKey;
  } while (startKey && found.length <= size);

  const isBehind = ({ place }: Entry) => inside === null || (forward ? place > inside : place < inside);
  found.push(...changed.entries.filter(isBehind));
  found.sort((one, other) => (compareKeys(one.place, other.place) < 0 === forward ? -1 : 1));
  const more = found.length > size;
  const edges = found.slice(0, size).map((entry) => ({ cursor: cursorOf(entry.place), node: toNode(entry) }));
  return forward
    ? { edges, hasNextPage: more, hasPreviousPage: inside !== null }
    : { edges: edges.reverse(), hasNextPage: inside !== null, hasPreviousPage: more };
}

/** What a preview knows better than the directory: who of this directory it touches, and which of them are public at its clock. */
async function changedEntries(table: NewsTable, directory: string, startsWith: string, clock: Instant) {
  const ids = new Set<string>();
  const entries: Entry[] = [];
  for (const partition of previewAt(table, clock)?.touched ?? []) {
    const [list, id = ''] = partition.split('#');
    const kind = list === 'CONCEPT' && conceptKindOf(id);
    if (directory !== (list === 'SECTION' ? 'SECTIONS' : `CONCEPTS#${kind}`)) continue;
    ids.add(id);
    const profile = await profileInPreview(table, partition, clock);
    if (profile === null || profile.into) continue;
    const { place } = directoryKey(partition, profile);
    if (place.startsWith(startsWith)) entries.push({ place, id, profile });
  }
  return { ids, entries };
}

/** DynamoDB compares sort keys by their bytes of UTF-8. */
function compareKeys(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
