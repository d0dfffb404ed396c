import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { nextNumber } from '../domain/article-state.ts';
import type { CardEdition, StoredCard } from '../domain/concept-card.ts';
import { refuse, TooLarge } from '../domain/fault.ts';
import { type ConceptId, conceptKindOf, digest } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { DECISIONS, letOthersFinish } from './decide-again.ts';
import { counted, type NewsTable } from './news-table.ts';
import { checkVersion, type Pushed, unchanged } from './pushed.ts';
import { atRev, StaleState, transact } from './transaction.ts';
import { readVerdicts } from './verdicts.ts';

/** Some ten thousand words. Fifty such cards are 3.2 MB, a fifth of what a BatchGet answers at once (16 MB). */
const MAX_CARD_BYTES = 64 * 1024;

/**
 * Takes in the card of a concept, whole: what it leaves out is gone. A card has no embargo, and needs no article: it waits for one.
 * @param wall the wall clock, read once by the caller
 * @throws {Refused} before anything is written: for an id or version that cannot be kept, and when the card is another source's
 * @throws {TooLarge} before anything is written, above 64 KB
 */
export async function pushCard(table: NewsTable, edition: CardEdition, wall: Instant): Promise<Pushed<ConceptId>> {
  checkEdition(edition);
  const { source, card } = edition;
  const hash = digest(JSON.stringify(card));
  let sent: Pushed<ConceptId> | null = null; // an attempt that failed may have been written all the same
  for (let attempt = 1; ; attempt += 1) {
    const { concept, stored: former } = await readMeant(table, edition.concept);
    const before = former ?? { rev: 0, source, known: { version: -1, hash: '' }, card };
    if (before.source !== source) refuse('concept', `the card of ${concept} is written by another source`);
    const { known } = before;
    const version = edition.version ?? nextNumber(before, hash);
    if (version <= known.version) {
      const conflicting = version === known.version && hash !== known.hash;
      return unchanged(concept, { version, conflicting }, known.version, sent);
    }
    const accepted: Pushed<ConceptId> = {
      id: concept,
      outcome: 'ACCEPTED',
      version,
      known: version,
      path: null,
      availableFrom: wall,
      warnings: [],
    };
    const stored = { source, known: { version, hash }, card };
    try {
      await transact(table, [
        table.card
          .build(PutTransaction)
          .item({ conceptId: concept, rev: before.rev + 1, stored })
          .options({ condition: atRev(before.rev) }),
      ]);
      return accepted;
    } catch (error) {
      if (attempt === DECISIONS) throw error;
      if (!(error instanceof StaleState)) sent = accepted;
      await letOthersFinish(attempt);
    }
  }
}

/** The card of a concept as last written, read consistently; of the one that it was merged into. Two calls; one more where it was merged. */
async function readMeant(table: NewsTable, conceptId: ConceptId): Promise<{ concept: ConceptId; stored: StoredCard | null }> {
  const [stored, verdicts] = await Promise.all([readStored(table, conceptId), readVerdicts(table, [conceptId])]);
  const { into } = verdicts.get(conceptId)?.verdict ?? {};
  return into ? { concept: into, stored: await readStored(table, into) } : { concept: conceptId, stored };
}

/** A card as last written, read consistently; null when there is none. One call. */
export async function readStored(table: NewsTable, conceptId: ConceptId): Promise<StoredCard | null> {
  const { Item } = await counted(
    table,
    table.card.build(GetItemCommand).key({ conceptId }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return Item ? { ...Item.stored, rev: Item.rev } : null;
}

function checkEdition({ concept, version, card }: CardEdition): void {
  if (conceptKindOf(concept) === null) refuse('concept', `"${concept.slice(0, 40)}" is no id of a concept`);
  checkVersion(version);
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MAX_CARD_BYTES) throw new TooLarge([{ place: 'card', reason: `holds ${bytes} bytes; at most ${MAX_CARD_BYTES}` }]);
}
