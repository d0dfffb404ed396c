import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { type ConceptId, type ConceptKind, conceptKindOf } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { LIST } from '../domain/listings.ts';
import { visible } from '../domain/visible.ts';
import type { Profile } from './items.ts';
import { counted, type NewsTable } from './news-table.ts';

/** A person, organisation, place, event or topic as the public knows it. */
export type PublicConcept = { id: ConceptId; kind: ConceptKind; name: string; identity: Profile['identity'] };

/** A section as the public knows it. */
export type PublicSection = { slug: string; name: string };

/** A concept, or null when no article that can be read at `clock` names it. One call. */
export async function readConcept(table: NewsTable, id: ConceptId, clock: Instant): Promise<PublicConcept | null> {
  const kind = conceptKindOf(id);
  const profile = await readProfile(table, LIST.concept(id), clock);
  return profile && kind ? { id, kind, name: profile.name, identity: profile.identity } : null;
}

/** A section, or null when no article in it can be read at `clock`. One call. */
export async function readSection(table: NewsTable, slug: string, clock: Instant): Promise<PublicSection | null> {
  const profile = await readProfile(table, LIST.section(slug), clock);
  return profile && { slug, name: profile.name };
}

async function readProfile(table: NewsTable, partition: string, clock: Instant): Promise<Profile | null> {
  const { Item } = await counted(
    table,
    table.profile.build(GetItemCommand).key({ partition, place: 'PROFILE' }).options({ capacity: 'TOTAL' }).send(),
  );
  return Item && visible({ availableFrom: Item.profile.publicFrom }, clock) ? Item.profile : null;
}
