import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { conceptKindOf } from '../../domain/identity.ts';
import { LIST } from '../../domain/listings.ts';
import type { Profile } from '../items.ts';
import type { NewsTable } from '../news-table.ts';
import { directoryKey, ownerOf, stampOf, wantedProfile } from '../profile.ts';
import { profileActions } from '../profile-writes.ts';
import { StaleState, transact } from '../transaction.ts';
import type { Finding } from './article-inspection.ts';
import { decode, readItems, readPartition, type StoredItem, type TableKey, textOf } from './table-walk.ts';

/** A profile as it lies in the table and as the oldest standing listing of its partition makes it. */
type Inspected = { item: StoredItem | undefined; stored: Profile | null; wanted: Profile | null };

/** A profile is written after the listings that make it: whoever writes them has a moment to come to it. */
const SETTLING_MS = 250;

/** Two writers that move one profile meet for a few milliseconds; more rounds than this mean that something is wrong. */
const ROUNDS = 20;

/** Whether a partition belongs to a section or concept, and so has a profile when a listing stands in it. */
export function hasProfile(partition: string): boolean {
  return partition.startsWith('SECTION#') || (partition.startsWith('CONCEPT#') && conceptKindOf(ownerOf(partition)) !== null);
}

/** Compares the profile of a partition with its oldest standing listing, and its directory entry with both. Four calls. */
export async function inspectProfile(table: NewsTable, partition: string): Promise<Finding[]> {
  const findings = await compareProfile(table, partition);
  if (findings.length === 0) return [];
  await sleep(SETTLING_MS);
  return compareProfile(table, partition);
}

/**
 * Writes the profile of a partition and its directory entry anew, whatever stands there, from the oldest listing. Looks at the listings
 * once more afterwards, as every writer of profiles does.
 */
export async function renewProfile(table: NewsTable, partition: string): Promise<void> {
  let written: Profile | null | undefined;
  for (let round = 1; round <= ROUNDS; round += 1) {
    const { item, stored, wanted } = await readBoth(table, partition);
    if (written !== undefined && isDeepStrictEqual(written, wanted) && isDeepStrictEqual(stored, wanted)) return;
    try {
      const stamp = typeof item?.stamp === 'string' ? item.stamp : null;
      await transact(table, profileActions(table, partition, { stored, stamp, wanted }));
      written = wanted;
    } catch (error) {
      if (!(error instanceof StaleState)) throw error;
    }
  }
  throw new Error(`The profile of ${partition} did not come to rest in ${ROUNDS} rounds`);
}

/** What stands in the lists of a concept that was merged, by article: a push that came beside the merger, or one that was cut. A call for every megabyte. */
export async function inspectMerged(table: NewsTable, verdict: StoredItem): Promise<Finding[]> {
  const into = decode(table.verdict, verdict)?.verdict?.into;
  if (into === undefined) return [];
  const listed = async () => (await readPartition(table, verdict.pk)).filter(({ e }) => e === table.listing.entityName);
  if ((await listed()).length === 0) return [];
  await sleep(SETTLING_MS);
  return (await listed()).map(({ pk, sk }) => {
    return { item: 'Listing', key: { pk, sk }, is: 'stands under a concept that was merged', shouldBe: `under ${into}`, mendable: true };
  });
}

/** What is wrong with an entry of a directory: that it belongs to no profile, or to another name. Three calls. */
export async function inspectEntry(table: NewsTable, key: TableKey, id: string): Promise<Finding[]> {
  const compare = async (): Promise<Finding[]> => {
    const partition = profilePartition(key.pk, id);
    const { stored, wanted } = await readBoth(table, partition);
    const places = [stored, wanted].map((profile) => profile && !profile.into && textOf(entryKey(partition, profile)));
    if (places.includes(textOf(key)) || !(await readItems(table, [key])).has(textOf(key))) return [];
    const shouldBe = wanted && !wanted.into ? `at "${textOf(entryKey(partition, wanted))}"` : 'not there';
    return [{ item: 'Directory', key, is: 'belongs to nobody of that name', shouldBe, mendable: true }];
  };
  if ((await compare()).length === 0) return [];
  await sleep(SETTLING_MS);
  return compare();
}

/** Removes an entry of a directory that belongs to nobody, while its owner's profile stays what it is. */
export async function removeEntry(table: NewsTable, key: TableKey, id: string): Promise<void> {
  const partition = profilePartition(key.pk, id);
  await renewProfile(table, partition); // the right entry first, so that nobody is missing in between
  const { wanted } = await readBoth(table, partition);
  if (wanted && !wanted.into && textOf(entryKey(partition, wanted)) === textOf(key)) return;
  await transact(table, [table.directory.build(DeleteTransaction).key({ partition: key.pk, place: key.sk })]);
}

async function compareProfile(table: NewsTable, partition: string): Promise<Finding[]> {
  const { item, stored, wanted } = await readBoth(table, partition);
  const key = { pk: partition, sk: 'PROFILE' };
  if (item === undefined && wanted === null) return [];
  if (!isDeepStrictEqual(stored, wanted) || (item && item.stamp !== stampOf(wanted))) {
    const shouldBe = wanted ? `"${wanted.name}", public from ${wanted.publicFrom}` : 'not there';
    const is = item === undefined ? 'missing' : stored ? `"${stored.name}", public from ${stored.publicFrom}` : 'cannot be read';
    return [{ item: 'Profile', key, is, shouldBe, mendable: true }];
  }
  if (wanted === null || wanted.into) return [];
  const place = entryKey(partition, wanted);
  const entry = (await readItems(table, [place])).get(textOf(place));
  const listed = decode(table.directory, entry);
  if (listed && listed.id === ownerOf(partition) && isDeepStrictEqual(listed.profile, wanted)) return [];
  return [
    { item: 'Directory', key: place, is: entry ? 'differs' : 'missing', shouldBe: `"${wanted.name}", as in its profile`, mendable: true },
  ];
}

async function readBoth(table: NewsTable, partition: string): Promise<Inspected> {
  const key = { pk: partition, sk: 'PROFILE' };
  const [items, { wanted }] = await Promise.all([readItems(table, [key]), wantedProfile(table, partition)]);
  const item = items.get(textOf(key));
  return { item, stored: decode(table.profile, item)?.profile ?? null, wanted };
}

function entryKey(partition: string, profile: Profile): TableKey {
  const { partition: pk, place: sk } = directoryKey(partition, profile);
  return { pk, sk };
}

/** Whose entry it is in a directory: the partition of the profile. */
export function profilePartition(directory: string, id: string): string {
  return directory === 'SECTIONS' ? LIST.section(id) : LIST.concept(id);
}
