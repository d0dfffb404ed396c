import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { ConditionCheck } from 'dynamodb-toolbox/entity/actions/transactCheck';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { NotedPost, PostEntry } from '../domain/live-index.ts';
import { counted, type NewsTable } from './news-table.ts';
import { atRev } from './transaction.ts';

/** The index of a live blog as it stands; `rev` is 0 where there is none. */
export type LiveIndex = { rev: number; posts: ReadonlyMap<string, PostEntry> };

/** Read consistently, for writers. One call. */
export async function readIndex(table: NewsTable, id: ArticleId): Promise<LiveIndex> {
  const { Item } = await counted(
    table,
    table.liveIndex.build(GetItemCommand).key({ articleId: id }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return Item ? { rev: Item.rev, posts: unpackIndex(Item.entries) } : { rev: 0, posts: new Map() };
}

/** Writes the index that follows `before`, if that is still the one that stands. */
export function putIndex(table: NewsTable, id: ArticleId, before: Pick<LiveIndex, 'rev'>, posts: ReadonlyMap<string, PostEntry>) {
  return table.liveIndex
    .build(PutTransaction)
    .item({ articleId: id, rev: before.rev + 1, entries: packIndex(posts) })
    .options({ condition: atRev(before.rev) });
}

/** Lets the rest of a transaction pass only while the index is at `rev`. */
export function checkIndex(table: NewsTable, id: ArticleId, rev: number) {
  return table.liveIndex.build(ConditionCheck).key({ articleId: id }).condition(atRev(rev));
}

/** `flags`: 1 a key event, 2 pinned. */
type PackedNote = [hash: string, flags: number] | 0;
type PackedEntry = [
  key: string,
  listedFrom: Instant,
  dated: Instant,
  standing: PackedNote,
  waiting?: [version: number, since: Instant, noted: PackedNote],
];

/**
 * The posts of an index, compressed: every push of a live blog writes it. Of a post mostly its key and hash take room, 20 random bytes. A live
 * blog of 3,000 posts, all of which a waiting version replaces by 3,000 others, takes 250 KB; an item of DynamoDB may hold 400.
 */
export function packIndex(posts: ReadonlyMap<string, PostEntry>): Uint8Array {
  const packed = [...posts].map(([key, { listedFrom, dated, standing, waiting }]): PackedEntry => {
    const entry: PackedEntry = [key, listedFrom, dated, packNote(standing)];
    return waiting ? [entry[0], entry[1], entry[2], entry[3], [waiting.version, waiting.since, packNote(waiting.noted)]] : entry;
  });
  return deflateRawSync(JSON.stringify(packed.sort(([, one], [, other]) => (one < other ? -1 : 1))));
}

export function unpackIndex(bytes: Uint8Array): ReadonlyMap<string, PostEntry> {
  const packed = JSON.parse(inflateRawSync(bytes).toString('utf8')) as PackedEntry[];
  return new Map(
    packed.map(([key, listedFrom, dated, standing, waiting]) => [
      key,
      {
        ...{ listedFrom, dated, standing: unpackNote(standing) },
        waiting: waiting ? { version: waiting[0], since: waiting[1], noted: unpackNote(waiting[2]) } : null,
      },
    ]),
  );
}

function packNote(noted: NotedPost | null): PackedNote {
  return noted ? [noted.hash, (noted.isKeyEvent ? 1 : 0) | (noted.isPinned ? 2 : 0)] : 0;
}

function unpackNote(packed: PackedNote): NotedPost | null {
  return packed === 0 ? null : { hash: packed[0], isKeyEvent: (packed[1] & 1) > 0, isPinned: (packed[1] & 2) > 0 };
}
