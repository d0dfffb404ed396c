import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import {
  type ArticleState,
  type DeskDecision,
  decideHold,
  decideRelease,
  decideReversion,
  deciding,
  NEW_ARTICLE,
  numberToldOf,
} from '../domain/article-state.ts';
import { refuse } from '../domain/fault.ts';
import { type ArticleId, isArticleId } from '../domain/identity.ts';
import { earliest, type Instant } from '../domain/instant.ts';
import { normalizePath } from '../domain/path.ts';
import type { Tombstone } from '../domain/version.ts';
import { settleArticle } from './article-writes.ts';
import { undisturbed } from './decide-again.ts';
import { eraseItems } from './erasure.ts';
import { TakenOver, writeChange } from './fenced-write.ts';
import { putState } from './manifest.ts';
import { counted, type NewsTable } from './news-table.ts';
import { type ArticleName, readManifest } from './read-manifest.ts';
import { transact } from './transaction.ts';
import { readHead } from './version-reads.ts';

/** What editors do to an article past its source. Each may be done again without harm, and finishes what was cut. */

type Manifest = ArticleName & { state: ArticleState };

/** The article that a path of the site leads to, or that has that id. One call for a path. @throws {Refused} when there is none */
export async function articleNamed(table: NewsTable, word: string): Promise<ArticleId> {
  if (isArticleId(word)) return word;
  if (!word.startsWith('/')) refuse('article', `"${word}" is neither a path, which begins with "/", nor an id of an article`);
  const path = normalizePath(word);
  const { Item } = await counted(
    table,
    table.path.build(GetItemCommand).key({ path }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return (Item?.articleId as ArticleId | undefined) ?? refuse('article', `no article stands or stood at ${path}`);
}

/**
 * Takes an article back and holds it: no push of it but a kill is taken until {@link releaseArticle}.
 * @param reason for the newsroom's own memory; it is shown to nobody
 * @param wall the wall clock
 * @returns from when readers find it withdrawn; null when they never could read it, or it was withdrawn before
 * @throws {Refused} when there is no such article
 */
export function withdrawArticle(table: NewsTable, id: ArticleId, reason: string, wall: Instant): Promise<Instant | null> {
  return decided(table, id, async (manifest) => {
    const now = deciding(manifest.state, wall);
    const decision = decideHold(manifest.state, reason, now);
    await writeHold(table, manifest, decision, now);
    return decision.added?.availableFrom ?? null;
  });
}

/**
 * Lets an article go. It stays withdrawn until its source sends its last version again, or a newer one.
 * @returns whether it was held
 * @throws {Refused} when there is no such article
 */
export function releaseArticle(table: NewsTable, id: ArticleId): Promise<boolean> {
  return decided(table, id, async (manifest) => {
    const { state: before } = manifest;
    if (before.hold === undefined) return false;
    await transact(table, [putState(table, manifest, before, { ...decideRelease(before), rev: before.rev + 1 })]);
    return true;
  });
}

/**
 * Withdraws an article and removes every trace of it: versions, bodies, posts, listings, the teaser, its paths, moments, and what the changes tell of it, all but that
 * it was withdrawn, which who follows them must hear. What stays is the name by which its source calls it, the number of its last version and the hold, without which a replay would bring it back.
 * @returns how many items were removed; those that the withdrawal itself takes away are not counted
 * @throws {Refused} when there is no such article
 */
export async function eraseArticle(table: NewsTable, id: ArticleId, reason: string, wall: Instant): Promise<number> {
  await withdrawArticle(table, id, reason, wall);
  return decided(table, id, async (manifest) => {
    const { state: before } = manifest;
    const removed = await eraseItems(table, id, before.rev);
    const { rev, known, hold, numbering } = before;
    const kept = { ...(hold === undefined ? {} : { hold }), ...(numbering === undefined ? {} : { numbering }) };
    const erased: ArticleState = { ...NEW_ARTICLE, rev: rev + 1, known, ...kept };
    await transact(table, [putState(table, manifest, before, erased)]);
    return removed;
  });
}

/**
 * Takes down that the source of an article counts from the beginning again: its next version, of whatever number, is above all that stand. Changes nothing else.
 * @returns the number to which it had come; null where that has been said, and nothing has come since
 * @throws {Refused} when there is no such article
 */
export function reversionArticle(table: NewsTable, id: ArticleId, wall: Instant): Promise<number | null> {
  return decided(table, id, async (manifest) => {
    const { state: before } = manifest;
    const next = decideReversion(before, await lastMade(table, manifest, wall), wall);
    if (next === null) return null;
    await transact(table, [putState(table, manifest, before, { ...next, rev: before.rev + 1 })]);
    return numberToldOf(before);
  });
}

/** When the newest version of an article was made, by its source's word, else by when it was accepted; never later than `wall`. */
async function lastMade(table: NewsTable, { id, state: { pending, current } }: Manifest, wall: Instant): Promise<Instant> {
  const ref = pending ?? current;
  if (ref === null) return wall;
  const head = await readHead(table, id, ref);
  return earliest(head?.versionCreated ?? ref.changedAt, wall);
}

/** Reads the article, decides and writes, until nobody else wrote in between. @throws {Refused} when there is no such article */
function decided<Result>(table: NewsTable, id: ArticleId, act: (manifest: Manifest) => Promise<Result>): Promise<Result> {
  return undisturbed(async () => act((await readManifest(table, id)) ?? refuse('article', `there is no article ${id}`)));
}

async function writeHold(
  table: NewsTable,
  name: Manifest,
  { next, added, superseded, retired }: DeskDecision,
  now: Instant,
): Promise<void> {
  const { id, state: before } = name;
  const paths = next.paths.map(({ path }) => path);
  const head = (ref: NonNullable<typeof added>): Tombstone => {
    return { type: 'TOMBSTONE', id, version: ref.version, availableFrom: ref.availableFrom, reason: 'WITHDRAWN', paths };
  };
  const change = { before, next, superseded, retired, now };
  try {
    await writeChange(table, name, { ...change, added: added && { ref: added, head: head(added), chunks: [], body: null } });
  } catch (error) {
    if (!(error instanceof TakenOver)) throw error;
    await settleArticle(table, name.id, now); // it is written; who came later may have left its lists as they were
  }
}
