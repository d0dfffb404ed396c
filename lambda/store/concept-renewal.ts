import { DeleteTransaction } from 'dynamodb-toolbox/entity/actions/transactDelete';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { ArticleState, VersionRef } from '../domain/article-state.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { Splits } from '../domain/verdict.ts';
import { packBody } from './body-codec.ts';
import { undisturbed } from './decide-again.ts';
import type { NewsTable } from './news-table.ts';
import { readManifest } from './read-manifest.ts';
import { reopen } from './reopen.ts';
import type { Action } from './transaction.ts';
import { asDecided } from './verdicts.ts';
import { readVersion } from './version-reads.ts';

/**
 * Writes the versions of an article that can be read, or wait, anew where editors decided otherwise of somebody whom they name since they were taken in. Words, dates, numbers and keys stay. The version goes with the state under its `rev`, and is left with its lists owed: the caller settles it, or else the sweeper.
 * @param split what this article means from now on by some concepts, besides what it means already
 * @returns whether anything was to be written
 */
export async function renewVersions(table: NewsTable, id: ArticleId, now: Instant, split: Splits = {}): Promise<boolean> {
  let renewed = false;
  for (const place of ['current', 'pending'] as const) {
    renewed = (await undisturbed(() => renewVersion(table, id, place, now, split))) || renewed;
  }
  return renewed;
}

async function renewVersion(table: NewsTable, id: ArticleId, place: 'current' | 'pending', now: Instant, split: Splits): Promise<boolean> {
  const manifest = await readManifest(table, id);
  const ref = manifest?.state[place] ?? null;
  if (manifest === null || ref === null || ref.status === 'CANCELED') return false;
  const before = manifest.state;
  const splits: Splits = { ...before.splits, ...split };
  const { head, body } = await readVersion(table, id, ref);
  if (head.type !== 'HEAD' || body === null) return false;
  const said = { head, body };
  const decided = await asDecided(table, said, splits);
  const isNew = Object.entries(split).some(([from, to]) => before.splits?.[from as keyof Splits] !== to);
  if (decided === said && !isNew) return false;

  const key = { articleId: id, availableFrom: ref.availableFrom, version: ref.version };
  const chunks = packBody(decided.body);
  const actions: Action[] = [
    table.versionHead.build(PutTransaction).item({ ...key, head: { ...decided.head, chunks: chunks.length } }),
    ...chunks.map((bytes, chunk) => table.versionBody.build(PutTransaction).item({ ...key, chunk, codec: 'deflate-raw', bytes })),
    ...Array.from({ length: Math.max(0, ref.chunks - chunks.length) }, (_, more) =>
      table.versionBody.build(DeleteTransaction).key({ ...key, chunk: chunks.length + more }),
    ),
  ];
  const renewed: VersionRef = { ...ref, chunks: chunks.length };
  const state: ArticleState = { ...before, [place]: renewed, ...(Object.keys(splits).length > 0 ? { splits } : {}) };
  await reopen(table, manifest, before, state, now, actions);
  return true;
}
