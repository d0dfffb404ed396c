import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { VersionRef } from '../domain/article-state.ts';
import type { Body } from '../domain/body.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Head, Tombstone } from '../domain/version.ts';
import { unpackBody } from './body-codec.ts';
import { padVersion } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { StaleState } from './transaction.ts';

/**
 * A manifest names a version that is not there. Another writer has most likely removed it since the manifest was read, so that reading and deciding
 * again helps; where it does not, the table is damaged.
 */
export class VersionMissing extends StaleState {
  constructor(id: ArticleId, version: number) {
    super();
    this.message = `Version ${version} of ${id} is named in its manifest and not in the table; run the repair`;
  }
}

/** The head of one version, read consistently, for writers that decide by it; null when it is not there, or a tombstone. One call. */
export async function readHead(table: NewsTable, id: ArticleId, { availableFrom, version }: VersionRef): Promise<Head | null> {
  const { Item } = await counted(
    table,
    table.versionHead
      .build(GetItemCommand)
      .key({ articleId: id, availableFrom, version })
      .options({ consistent: true, capacity: 'TOTAL' })
      .send(),
  );
  return Item?.head.type === 'HEAD' ? Item.head : null;
}

/**
 * One version by its number, for writers that relist it: head and whole body, read consistently, whatever its moment.
 * No reader comes here. @throws {VersionMissing} when the manifest names a version that is not there
 */
export async function readVersion(
  table: NewsTable,
  id: ArticleId,
  ref: VersionRef,
): Promise<{ head: Head | Tombstone; body: Body | null }> {
  const chunks: Uint8Array[] = [];
  let head: Head | Tombstone | undefined;
  const prefix = `V#${ref.availableFrom}#${padVersion(ref.version)}#`;
  let exclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const query = table.versionHead.table.build(QueryCommand).entities(table.versionHead, table.versionBody);
    const page = await counted(
      table,
      query
        .query({ partition: `ARTICLE#${id}`, range: { between: [prefix, `${prefix}HEAD`] } })
        .options({
          ...{
            consistent: true,
            reverse: true,
            ...ONE_PAGE,
            showEntityAttr: true,
          },
          ...(exclusiveStartKey ? { exclusiveStartKey } : {}),
        })
        .send(),
    );
    for (const item of page.Items ?? []) {
      if (item.entity === 'Head') head = item.head;
      else chunks.push(item.bytes);
    }
    exclusiveStartKey = page.LastEvaluatedKey;
  } while (exclusiveStartKey);
  if (head === undefined) throw new VersionMissing(id, ref.version);
  if (head.type === 'HEAD' && chunks.length < head.chunks) {
    throw new Error(`Version ${ref.version} of ${id} has ${chunks.length} of ${head.chunks} body chunks; run the repair`);
  }
  const whole = head.type === 'HEAD' ? chunks.slice(0, head.chunks) : []; // one chunk more is the repair's business
  return { head, body: whole.length > 0 ? unpackBody(whole) : null };
}
