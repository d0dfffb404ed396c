import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { Instant } from '../domain/instant.ts';
import { LIST, parseListingName } from '../domain/listings.ts';
import { batchGet } from './batch-get.ts';
import type { Profile } from './items.ts';
import { counted, type NewsTable } from './news-table.ts';
import { directoryKey, ownerOf, stampOf, wantedProfile } from './profile.ts';
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

/** Brings one profile in line, and those of the concepts that were merged into it. Four calls when it already is. */
export async function reconcileProfile(table: NewsTable, partition: string): Promise<void> {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [stored, { wanted, aliases }] = await Promise.all([readProfile(table, partition), wantedProfile(table, partition)]);
    if (stampOf(stored) === stampOf(wanted)) {
      for (const alias of aliases) await reconcileProfile(table, LIST.concept(alias));
      return;
    }
    try {
      await transact(table, profileActions(table, partition, { stored, stamp: stored && stampOf(stored), wanted }));
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

/**
 * Replaces a profile and its directory entry, if the profile is still the one that was read.
 * @param change.stamp of the stored profile; null when there is none
 */
export function profileActions(
  table: NewsTable,
  partition: string,
  { stored, stamp, wanted }: { stored: Profile | null; stamp: string | null; wanted: Profile | null },
): Action[] {
  const key = { partition, place: 'PROFILE' };
  const condition = stamp === null ? ({ attr: 'stamp', exists: false } as const) : ({ attr: 'stamp', eq: stamp } as const);
  const former = stored && !stored.into && directoryKey(partition, stored);
  const entry = wanted && !wanted.into && directoryKey(partition, wanted);
  return [
    wanted
      ? table.profile
          .build(PutTransaction)
          .item({ ...key, profile: wanted, stamp: stampOf(wanted) })
          .options({ condition })
      : table.profile.build(DeleteTransaction).key(key).options({ condition }),
    ...(former && former.place !== (entry || null)?.place ? [table.directory.build(DeleteTransaction).key(former)] : []),
    ...(wanted && entry ? [table.directory.build(PutTransaction).item({ ...entry, id: ownerOf(partition), profile: wanted })] : []),
  ];
}

function hasProfile({ partition, kind }: { partition: string; kind: string }): boolean {
  return partition.startsWith('SECTION#') || (partition.startsWith('CONCEPT#') && (kind === 'A' || kind === 'M'));
}
