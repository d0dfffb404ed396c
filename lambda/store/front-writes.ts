import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { refuse, TooLarge } from '../domain/fault.ts';
import { type FrontEdition, type FrontVersion, parseFrontSlug } from '../domain/front.ts';
import { decideFront, type FrontDecision, type FrontState, newFront } from '../domain/front-state.ts';
import { digest } from '../domain/identity.ts';
import { type Instant, latest } from '../domain/instant.ts';
import { frontPath } from '../domain/site-paths.ts';
import { DECISIONS, letOthersFinish } from './decide-again.ts';
import { counted, type NewsTable } from './news-table.ts';
import { checkVersion, type Pushed, unchanged } from './pushed.ts';
import { type Action, atRev, StaleState, transact } from './transaction.ts';

/** An item holds 400 KB with its names and keys. @see Amazon DynamoDB Developer Guide, "Service, account, and table quotas" */
const MAX_FRONT_BYTES = 350 * 1024;

/**
 * Takes in one version of a front. One transaction of its state, the new version, and the pending one that it replaces: a schedule that is
 * moved cannot leak. Pushing the same version again changes nothing.
 * @param wall the wall clock, read once by the caller
 * @throws {Refused} before anything is written: for a slug or version that cannot be kept, and when the front is another source's
 * @throws {TooLarge} before anything is written, above 350 KB
 */
export async function pushFront(table: NewsTable, edition: FrontEdition, wall: Instant): Promise<Pushed> {
  checkEdition(edition);
  const { source, slug } = edition;
  const hash = digest(JSON.stringify({ ...edition, version: null }));

  let sent: Pushed | null = null; // an attempt that failed may have been written all the same
  for (let attempt = 1; ; attempt += 1) {
    const before = (await readFrontState(table, slug)) ?? newFront(source);
    if (before.source !== source) refuse('slug', `the front "${slug}" is written by another source`);
    const now = latest(wall, before.current?.availableFrom); // another writer's clock may be ahead, and time does not go back
    const decision = decideFront(before, { ...edition, hash }, now);
    if (decision.outcome === 'UNCHANGED') return unchanged(slug, decision, before.known.version, sent);
    const { version, added } = decision;
    const accepted: Pushed = {
      ...{ id: slug, outcome: 'ACCEPTED', version, known: version, availableFrom: added?.availableFrom ?? null, warnings: [] },
      path: edition.pubStatus === 'CANCELED' ? null : frontPath(slug),
    };
    try {
      await transact(table, actionsOf(table, edition, before, decision));
      return accepted;
    } catch (error) {
      if (attempt === DECISIONS) throw error;
      if (!(error instanceof StaleState)) sent = accepted;
      await letOthersFinish(attempt);
    }
  }
}

/** The state of a front, read consistently; null when nobody has pushed it. One call. */
async function readFrontState(table: NewsTable, slug: string): Promise<FrontState | null> {
  const { Item } = await counted(
    table,
    table.frontState.build(GetItemCommand).key({ slug }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return Item ? { ...Item.state, rev: Item.rev } : null;
}

function actionsOf(
  table: NewsTable,
  { slug, front, pubStatus }: FrontEdition,
  before: FrontState,
  { added, removed, next }: FrontDecision & { outcome: 'ACCEPTED' },
): Action[] {
  const { rev, ...state } = next;
  const version: FrontVersion | null =
    added && (pubStatus === 'CANCELED' || front === null ? { type: 'TOMBSTONE', ...added } : { type: 'FRONT', ...added, ...front });
  return [
    table.frontState
      .build(PutTransaction)
      .item({ slug, rev: rev + 1, state })
      .options({ condition: atRev(before.rev) }),
    ...removed.map(({ version, availableFrom }) => table.front.build(DeleteTransaction).key({ slug, version, availableFrom })),
    ...(added && version ? [table.front.build(PutTransaction).item({ slug, ...added, front: version })] : []),
  ];
}

/** Everything that becomes part of a key, and the size, before anything is written. */
function checkEdition({ slug, version, front }: FrontEdition): void {
  parseFrontSlug(slug, 'slug');
  checkVersion(version);
  const bytes = front ? Buffer.byteLength(JSON.stringify(front)) : 0;
  if (bytes > MAX_FRONT_BYTES) throw new TooLarge([{ place: 'front', reason: `holds ${bytes} bytes; at most ${MAX_FRONT_BYTES}` }]);
}
