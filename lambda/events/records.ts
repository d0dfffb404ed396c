import { articleTag, conceptTag, frontTag } from '../domain/cache-tags.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { ChangeRef } from '../store/items.ts';

/**
 * What a record of the table's stream asks for: a change to be announced, a tag to be purged, or nothing. Only keys are looked at: what stands in the
 * table is told, not what a record remembers of it.
 */
export type Notice = { change: ChangeRef } | { purge: string } | null;

const CHANGE = /^C#(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)#(a_[\w-]+)#(\d{16})$/;

/** @throws {Error} for a record that no table of ours writes */
export function noticeOf(record: unknown): Notice {
  const { eventName, dynamodb } = record as { eventName?: string; dynamodb?: { Keys?: Record<string, { S?: string }> } };
  const [pk, sk] = [dynamodb?.Keys?.pk?.S, dynamodb?.Keys?.sk?.S];
  if (typeof pk !== 'string' || typeof sk !== 'string') throw new Error('A record of the stream has no keys');
  if (eventName === 'REMOVE') return null;
  const [kind, name = ''] = pk.split(/#(.*)/s);
  if (kind === 'CHANGES') {
    const [, changedAt, articleId, version] = CHANGE.exec(sk) ?? [];
    if (version === undefined) throw new Error('A record of the stream has no key of a change');
    return { change: { changedAt, articleId, version: Number(version) } as ChangeRef };
  }
  if (kind === 'LIVEBLOG' && sk === 'INDEX') return { purge: articleTag(name as ArticleId) };
  if (kind === 'FRONT' && sk === 'STATE') return { purge: frontTag(name) };
  if (kind === 'CONCEPT' && sk === 'CARD') return { purge: conceptTag(name) };
  return null;
}
