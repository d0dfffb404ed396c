import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { refuse } from '../domain/fault.ts';
import { type ArticleId, type ConceptId, conceptKindOf } from '../domain/identity.ts';
import { type Instant, LAST_INSTANT } from '../domain/instant.ts';
import { LIST } from '../domain/listings.ts';
import { conceptsIn, type Splits, splitConcept, type Verdict } from '../domain/verdict.ts';
import { settleArticle } from './article-writes.ts';
import { readStored } from './card-writes.ts';
import { renewVersions } from './concept-renewal.ts';
import { undisturbed } from './decide-again.ts';
import type { Profile } from './items.ts';
import { articlesWithMoments } from './moments.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { wantedProfile } from './profile.ts';
import { reconcileProfile } from './profile-writes.ts';
import { readManifest } from './read-manifest.ts';
import { type Action, atRev, transact } from './transaction.ts';
import { readVerdicts, type StoredVerdict } from './verdicts.ts';
import { readVersion } from './version-reads.ts';

/**
 * What editors do to concepts past their sources. A verdict is written first, and holds for all that comes in from then on; then whatever of the stored articles
 * names the concept is written anew. Each may be done again without harm, and finishes what was cut.
 */

/** What an act did: whom it was done to, by the name as it is public or will be, and how many articles were written anew. */
export type Decided = { id: ConceptId; name: string; articles: number };

/** A concept that has been merged into others may have had as many merged into it; one transaction changes them all. */
const MOST_ALIASES = 90;

/** A name is a line of a page, and part of a key. In bytes of UTF-8. */
const MOST_NAME_BYTES = 500;

/** Articles written anew beside each other. */
const AT_ONCE = 4;

/** Says that a concept is identified, though sources give its name alone. @throws {Refused} when no article names it */
export async function confirmConcept(table: NewsTable, concept: ConceptId, wall: Instant): Promise<Decided> {
  const id = await decide(table, concept, (verdict) => ({ ...verdict, confirmed: true }));
  return finish(table, id, id, wall);
}

/**
 * Gives a concept the name under which it stands on its own; articles keep what they call it.
 * @throws {Refused} when no article names it, or for a name that is empty or longer than {@link MOST_NAME_BYTES}
 */
export async function renameConcept(table: NewsTable, concept: ConceptId, name: string, _wall: Instant): Promise<Decided> {
  const trimmed = name.normalize('NFC').trim();
  if (trimmed === '' || /\p{Cc}/u.test(trimmed)) refuse('name', 'is empty, or holds signs that cannot be read');
  if (Buffer.byteLength(trimmed) > MOST_NAME_BYTES) refuse('name', `is longer than ${MOST_NAME_BYTES} bytes`);
  const id = await decide(table, concept, (verdict) => ({ ...verdict, name: trimmed }));
  await reconcileProfile(table, LIST.concept(id));
  return { id, name: trimmed, articles: 0 };
}

/**
 * Makes one concept of two: all that names `from` means `into` from now on, by whatever id or name it comes, and `from` leads there. Who merges says who is meant:
 * where sources give `into` by its name alone, it is confirmed. A card of `from` goes along where `into` has none.
 * @throws {Refused} when they are of two kinds or the same, and when no article names one of them
 */
export async function mergeConcepts(table: NewsTable, from: ConceptId, into: ConceptId, wall: Instant): Promise<Decided> {
  if (conceptKindOf(from) !== conceptKindOf(into)) refuse('concept', `${from} and ${into} are of two kinds`);
  const id = await undisturbed(async () => {
    const [former, target] = [await readVerdict(table, from), await meantBy(table, into)];
    if (former?.verdict.into === target.id && target.stored) return target.id; // cut, or said again
    if (former?.verdict.into) refuse('concept', `${from} was merged into ${former.verdict.into} already`);
    if (target.id === from) refuse('concept', `${from} and ${into} are the same`);
    await expectKnown(table, from);
    const { identity } = await expectKnown(table, target.id);
    const moved = former?.verdict.aliases ?? [];
    const aliases = [...new Set([...(target.stored?.verdict.aliases ?? []), from, ...moved])];
    if (aliases.length > MOST_ALIASES) refuse('concept', `${target.id} would stand for ${aliases.length} others; at most ${MOST_ALIASES}`);
    const others = await readVerdicts(table, moved);
    await transact(table, [
      putVerdict(table, target.id, target.stored, {
        ...target.stored?.verdict,
        ...(identity === 'NAME_ONLY' ? { confirmed: true } : {}),
        aliases,
      }),
      putVerdict(table, from, former, { into: target.id }),
      ...moved.map((alias) => putVerdict(table, alias, others.get(alias), { into: target.id })),
      ...(await cardActions(table, from, target.id)),
    ]);
    return target.id;
  });
  const decided = await finish(table, from, id, wall);
  if (!(await readVerdict(table, id))?.verdict.confirmed) return decided;
  return { ...decided, articles: decided.articles + (await finish(table, id, id, wall)).articles };
}

/**
 * Makes two concepts of one: in these articles it is another from now on, which keeps the name that they give it. The same articles make the same concept.
 * @throws {Refused} before anything is written, when one of them does not name the concept
 */
export async function splitOff(table: NewsTable, concept: ConceptId, articles: readonly ArticleId[], wall: Instant): Promise<Decided> {
  const { id, stored } = await meantBy(table, concept);
  const other = splitConcept(id, articles);
  for (const article of articles) {
    const named = await conceptsOf(table, article);
    if (!named.has(id) && !named.has(other)) refuse('articles', `${article} does not name ${id} as it stands`);
  }
  const splits = Object.fromEntries([id, ...(stored?.verdict.aliases ?? [])].map((one) => [one, other])) as Splits;
  let renewed = 0;
  for (const article of articles) if (await renew(table, article, wall, splits)) renewed += 1;
  const { name } = await reconciled(table, other);
  return { id: other, name, articles: renewed };
}

/** Whom a concept means now: itself, or the one that it was merged into; and what was decided of that. */
async function meantBy(table: NewsTable, id: ConceptId): Promise<{ id: ConceptId; stored: StoredVerdict | undefined }> {
  const stored = await readVerdict(table, id);
  const into = stored?.verdict.into;
  return into ? { id: into, stored: await readVerdict(table, into) } : { id, stored };
}

async function readVerdict(table: NewsTable, id: ConceptId): Promise<StoredVerdict | undefined> {
  return (await readVerdicts(table, [id])).get(id);
}

/** Changes the verdict on whom a concept means. @returns whom */
function decide(table: NewsTable, concept: ConceptId, change: (verdict: Verdict) => Verdict): Promise<ConceptId> {
  return undisturbed(async () => {
    const { id, stored } = await meantBy(table, concept);
    await expectKnown(table, id);
    await transact(table, [putVerdict(table, id, stored, change(stored?.verdict ?? {}))]);
    return id;
  });
}

/** An id that nobody names is most likely typed wrongly. What waits for its moment counts: it has its listing already. */
async function expectKnown(table: NewsTable, id: ConceptId): Promise<Profile> {
  const { wanted } = await wantedProfile(table, LIST.concept(id));
  return wanted ?? refuse('concept', `no article that stands names ${id}`);
}

/** Writes anew whatever names a concept, and brings its profile in line, with that of `id`. */
async function finish(table: NewsTable, concept: ConceptId, id: ConceptId, wall: Instant): Promise<Decided> {
  let articles = 0;
  const next = (await articlesNaming(table, concept)).values();
  const work = async () => {
    for (const article of next) if (await renew(table, article, wall)) articles += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const { name } = await reconciled(table, id);
  return { id, name, articles };
}

async function reconciled(table: NewsTable, id: ConceptId): Promise<{ name: string }> {
  await reconcileProfile(table, LIST.concept(id));
  return (await wantedProfile(table, LIST.concept(id))).wanted ?? { name: 'nobody by now' };
}

async function renew(table: NewsTable, id: ArticleId, wall: Instant, splits?: Splits): Promise<boolean> {
  const renewed = await renewVersions(table, id, wall, splits);
  await settleArticle(table, id, wall); // also what an act before this one left when it was cut
  return renewed;
}

/** All that may name a concept: what stands in its lists, whatever its moment, and what has a moment to come, for an update that waits stands in no list. */
async function articlesNaming(table: NewsTable, concept: ConceptId): Promise<Set<ArticleId>> {
  const ids = await articlesWithMoments(table, LAST_INSTANT);
  for (const kind of ['A', 'M'] as const) {
    let exclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await counted(
        table,
        table.listing.table
          .build(QueryCommand)
          .entities(table.listing)
          .query({ partition: LIST.concept(concept), range: { beginsWith: `${kind}#` } })
          .options({ consistent: true, ...ONE_PAGE, ...(exclusiveStartKey ? { exclusiveStartKey } : {}) })
          .send(),
      );
      for (const { listing } of page.Items ?? []) ids.add(listing.teaser.id);
      exclusiveStartKey = page.LastEvaluatedKey;
    } while (exclusiveStartKey);
  }
  return ids;
}

/** Whom the versions of an article name that can be read or wait. */
async function conceptsOf(table: NewsTable, id: ArticleId): Promise<Set<ConceptId>> {
  const manifest = (await readManifest(table, id)) ?? refuse('articles', `there is no article ${id}`);
  const refs = [manifest.state.current, manifest.state.pending].filter((ref) => ref !== null);
  return conceptsIn(await Promise.all(refs.map((ref) => readVersion(table, id, ref))));
}

/** Writes a verdict, if the one before is still the one that was read. */
function putVerdict(table: NewsTable, conceptId: ConceptId, before: StoredVerdict | undefined, verdict: Verdict): Action {
  const rev = before?.rev ?? 0;
  return table.verdict
    .build(PutTransaction)
    .item({ conceptId, rev: rev + 1, verdict })
    .options({ condition: atRev(rev) });
}

/** A card has one place, and one that stands there stays. */
async function cardActions(table: NewsTable, from: ConceptId, into: ConceptId): Promise<Action[]> {
  const [ours, theirs] = await Promise.all([readStored(table, from), readStored(table, into)]);
  if (ours === null || theirs !== null) return [];
  const { rev: _, ...stored } = ours;
  return [
    table.card
      .build(PutTransaction)
      .item({ conceptId: into, rev: 1, stored })
      .options({ condition: atRev(0) }),
  ];
}
