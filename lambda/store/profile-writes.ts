import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { foldName } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { type Listing, parseListingName } from '../domain/listings.ts';
import { batchGet } from './batch-get.ts';
import type { Profile } from './items.ts';
import { counted, type NewsTable } from './news-table.ts';
import { instantIn } from './page.ts';
import { type Action, StaleState, transact } from './transaction.ts';

/** How many profiles are looked at beside each other; a long article names some eighty concepts. */
const AT_ONCE = 8;

/** Two writers that move one profile meet for a few milliseconds; more rounds than this mean that something is wrong. */
const ROUNDS = 20;

/**
 * Makes the profile and the directory entry of every concept and section among `names` agree with its oldest standing listing:
 * nobody is public before, or longer than, an article that names them. Needs no lock: whoever writes a profile looks at the
 * listings once more afterwards, and whoever writes a listing looks at the profile afterwards. One call for each hundred names where
 * all are older than the article, as they mostly are.
 * @param names listing names, as the manifest keeps them
 * @param listedAt every moment under which the article stood or stands in those lists; null when a cut change hides some
 */
export async function reconcileProfiles(table: NewsTable, names: readonly string[], listedAt: readonly Instant[] | null): Promise<void> {
  const partitions = [
    ...new Set(
      names
        .map(parseListingName)
        .filter(hasProfile)
        .map(({ partition }) => partition),
    ),
  ];
  const next = (listedAt ? await notOlderThan(table, partitions, listedAt) : partitions).values();
  const work = async () => {
    for (const partition of next) await reconcileProfile(table, partition);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** A profile that is public since before this article's listings rests on another article's, and cannot change with this one. */
async function notOlderThan(table: NewsTable, partitions: readonly string[], listedAt: readonly Instant[]): Promise<string[]> {
  const requests = partitions.map((partition) => table.profile.build(BatchGetRequest).key({ partition, place: 'PROFILE' }));
  const profiles = await batchGet(table, requests, { consistent: true });
  const older = new Set(
    profiles.filter(({ profile }) => listedAt.every((moment) => profile.publicFrom < moment)).map(({ partition }) => partition),
  );
  return partitions.filter((partition) => !older.has(partition));
}

/** Brings one profile in line. Two calls when it already is. */
export async function reconcileProfile(table: NewsTable, partition: string): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [stored, wanted] = await Promise.all([readProfile(table, partition), oldestListing(table, partition)]);
    if (stampOf(stored) === stampOf(wanted)) return;
    try {
      await transact(table, profileActions(table, partition, stored, wanted));
    } catch (error) {
      if (!(error instanceof StaleState)) throw error;
    }
  }
  throw new Error(`The profile of ${partition} did not come to rest in ${ROUNDS} rounds`);
}

async function readProfile(table: NewsTable, partition: string): Promise<Profile | null> {
  const { Item } = await counted(
    table,
    table.profile.build(GetItemCommand).key({ partition, place: 'PROFILE' }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return Item?.profile ?? null;
}

/** What the oldest listing of a partition makes public; null when none stands. */
async function oldestListing(table: NewsTable, partition: string): Promise<Profile | null> {
  const kinds = partition.startsWith('SECTION#') ? (['A'] as const) : (['A', 'M'] as const);
  const oldest = await Promise.all(kinds.map((kind) => oldestOf(table, partition, kind)));
  return oldest.filter((profile) => profile !== null).sort((one, other) => (one.publicFrom < other.publicFrom ? -1 : 1))[0] ?? null;
}

async function oldestOf(table: NewsTable, partition: string, kind: 'A' | 'M'): Promise<Profile | null> {
  const { Items = [] } = await counted(
    table,
    table.listing.table
      .build(QueryCommand)
      .entities(table.listing)
      .query({ partition, range: { beginsWith: `${kind}#` } })
      .options({ limit: 1, maxPages: 1, consistent: true, capacity: 'TOTAL', entityAttrFilter: false, noEntityMatchBehavior: 'THROW' })
      .send(),
  );
  const [item] = Items;
  return item ? profileFrom(item.listing, item.place) : null;
}

/** What one listing says of the concept or section in whose partition it stands. */
export function profileFrom(listing: Omit<Listing, 'partition' | 'kind'>, place: string): Profile {
  const { concept, teaser } = listing as Extract<Listing, { kind: 'A' | 'M' }>;
  const publicFrom = instantIn(place);
  return concept
    ? { kind: concept.kind, name: concept.name, identity: concept.identity, publicFrom }
    : { kind: 'Section', name: teaser.section.name, identity: 'SOURCE', publicFrom };
}

function profileActions(table: NewsTable, partition: string, stored: Profile | null, wanted: Profile | null): Action[] {
  const key = { partition, place: 'PROFILE' };
  const condition = stored ? ({ attr: 'stamp', eq: stampOf(stored) } as const) : ({ attr: 'stamp', exists: false } as const);
  const former = stored && directoryKey(partition, stored);
  const entry = wanted && directoryKey(partition, wanted);
  return [
    wanted
      ? table.profile
          .build(PutTransaction)
          .item({ ...key, profile: wanted, stamp: stampOf(wanted) })
          .options({ condition })
      : table.profile.build(DeleteTransaction).key(key).options({ condition }),
    ...(former && former.place !== entry?.place ? [table.directory.build(DeleteTransaction).key(former)] : []),
    ...(wanted && entry ? [table.directory.build(PutTransaction).item({ ...entry, id: idOf(partition), profile: wanted })] : []),
  ];
}

/** A directory is ordered by folded name; the id behind it parts namesakes. A key holds 1,024 bytes, so a very long name is cut. */
export function directoryKey(partition: string, { kind, name }: Profile): { partition: string; place: string } {
  const folded = Buffer.from(foldName(name))
    .subarray(0, 900)
    .toString('utf8')
    .replace(/\uFFFD$/, '');
  return { partition: kind === 'Section' ? 'SECTIONS' : `CONCEPTS#${kind}`, place: `${folded}\u0001${idOf(partition)}` };
}

function idOf(partition: string): string {
  return partition.slice(partition.indexOf('#') + 1);
}

function stampOf(profile: Profile | null): string {
  return profile ? `${profile.publicFrom} ${profile.identity} ${profile.name}` : '';
}

function hasProfile({ partition, kind }: { partition: string; kind: string }): boolean {
  return partition.startsWith('SECTION#') || (partition.startsWith('CONCEPT#') && (kind === 'A' || kind === 'M'));
}
