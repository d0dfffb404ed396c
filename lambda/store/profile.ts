import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { type ConceptId, foldName } from '../domain/identity.ts';
import { LIST, type Listing } from '../domain/listings.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { ListingContent, Profile } from './items.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { instantIn } from './page.ts';
import { readVerdicts } from './verdicts.ts';

/** What a profile is made of: the oldest standing listing of its partition. Read here, written in `profile-writes.ts`. */

/** The kinds of listing that make a partition's owner public. */
export function kindsThatName(partition: string): readonly ('A' | 'M')[] {
  return partition.startsWith('SECTION#') ? ['A'] : ['A', 'M'];
}

/** What one listing says of the concept or section in whose partition it stands. */
export function profileFrom(partition: string, listing: ListingContent, place: string): Profile {
  const { concept, teaser } = listing as Extract<Listing, { kind: 'A' | 'M' }>;
  const publicFrom = instantIn(place);
  if (concept) {
    const { kind, name, identity, uri, scheme, code } = concept;
    return { kind, name, identity, publicFrom, ...(uri ? { uri } : {}), ...(scheme ? { scheme } : {}), ...(code ? { code } : {}) };
  }
  const chain = [...teaser.section.parents, teaser.section];
  const at = chain.findIndex(({ slug }) => slug === ownerOf(partition));
  const parents = chain.slice(0, Math.max(0, at)).map(({ slug, name }) => ({ slug, name }));
  const name = chain[at]?.name ?? teaser.section.name;
  return { kind: 'Section', name, identity: 'SOURCE', publicFrom, ...(parents.length > 0 ? { parents } : {}) };
}

/** Of the profiles that the oldest listing of each kind makes, the one that is public first; null when nothing stands. */
export function oldestOf(profiles: readonly (Profile | null)[]): Profile | null {
  return profiles.filter((profile) => profile !== null).sort((one, other) => (one.publicFrom < other.publicFrom ? -1 : 1))[0] ?? null;
}

/**
 * What shall be public of a partition's owner now, whatever its moment; for writers: what its listings make, and what editors decided. Of a concept that was
 * merged that is the profile of the other. Read consistently: a call for each kind, and one for the verdict.
 * @returns also the concepts that were merged into this one: their profiles change with it
 */
export async function wantedProfile(
  table: NewsTable,
  partition: string,
): Promise<{ wanted: Profile | null; aliases: readonly ConceptId[] }> {
  const id = conceptOf(partition);
  const [verdicts, profile] = await Promise.all([readVerdicts(table, id ? [id] : []), profileByListings(table, partition)]);
  const verdict: Verdict = (id && verdicts.get(id)?.verdict) || {};
  const { into, aliases = [] } = verdict;
  if (into === undefined) return { wanted: profile && decidedProfile(profile, verdict), aliases };
  const { wanted } = await wantedProfile(table, LIST.concept(into));
  return { wanted: wanted && { ...wanted, into }, aliases: [] };
}

/** A profile with the name and the identity that editors gave it. */
export function decidedProfile(profile: Profile, { name = profile.name, confirmed }: Verdict): Profile {
  return { ...profile, name, identity: confirmed && profile.identity === 'NAME_ONLY' ? 'EDITOR' : profile.identity };
}

/** The concept whose partition it is; null for a section. */
export function conceptOf(partition: string): ConceptId | null {
  return partition.startsWith('CONCEPT#') ? (ownerOf(partition) as ConceptId) : null;
}

async function profileByListings(table: NewsTable, partition: string): Promise<Profile | null> {
  const oldest = kindsThatName(partition).map(async (kind) => {
    const { Items = [] } = await counted(
      table,
      table.listing.table
        .build(QueryCommand)
        .entities(table.listing)
        .query({ partition, range: { beginsWith: `${kind}#` } })
        .options({ limit: 1, consistent: true, ...ONE_PAGE })
        .send(),
    );
    return Items[0] ? profileFrom(partition, Items[0].listing, Items[0].place) : null;
  });
  return oldestOf(await Promise.all(oldest));
}

/** A directory is ordered by folded name; the id behind it parts namesakes. A key holds 1,024 bytes, so a very long name is cut. */
export function directoryKey(partition: string, { kind, name }: Profile): { partition: string; place: string } {
  const folded = Buffer.from(foldName(name))
    .subarray(0, 900)
    .toString('utf8')
    .replace(/\uFFFD$/, '');
  return { partition: kind === 'Section' ? 'SECTIONS' : `CONCEPTS#${kind}`, place: `${folded}\u0001${ownerOf(partition)}` };
}

/** The id or slug of whose partition it is. */
export function ownerOf(partition: string): string {
  return partition.slice(partition.indexOf('#') + 1);
}

/** What a write of a profile compares: the whole of it, as text. */
export function stampOf(profile: Profile | null): string {
  if (profile === null) return '';
  const { publicFrom, identity, name, uri, parents, scheme, code, into } = profile;
  const coded = code ? [scheme ?? null, code] : [];
  const more = uri || parents || code ? ` ${JSON.stringify([uri ?? null, parents ?? [], ...coded])}` : '';
  return `${publicFrom} ${identity} ${name}${more}${into ? ` into ${into}` : ''}`;
}
