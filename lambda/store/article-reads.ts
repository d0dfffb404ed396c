import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import { type Body, textBytes } from '../domain/body.ts';
import { type ArticleId, digest } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import type { ListedArticle, Teaser } from '../domain/teaser.ts';
import type { Head, Tombstone } from '../domain/version.ts';
import { visible } from '../domain/visible.ts';
import { batchGet } from './batch-get.ts';
import { unpackBody } from './body-codec.ts';
import { chunkNumber, padVersion, upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { previewAt } from './preview.ts';

/** What can be read of an article at a clock. `body` is null when it was not asked for. */
export type ReadableArticle = { head: Head; body: Body | null } | { tombstone: Tombstone };

/** Where a path of the site leads at a clock. */
export type AtPath = { article: { head: Head; body: Body | null } } | { moved: Head } | { withdrawn: Tombstone };

type VersionItems = Awaited<ReturnType<typeof newestItems>>;

/** A head, its first body chunk, and no more. */
const HEAD_ONLY = 1;
const HEAD_AND_BODY = 2;

/** An expired version, its head and body, and a newer version's below its tombstone: room to look past tombstones of former versions. */
const PAST_TOMBSTONES = 8;

/**
 * The version of an article that may be read at `clock`, or its tombstone, or null when nothing may be known of it.
 * One call; with `withBody` the head and the first 350 KB of the body come in the same round trip. One call more for a longer body, for an
 * expired version, and when a transaction was met half-way: a Query is only read-committed beside one.
 */
export async function readArticleAt(
  table: NewsTable,
  id: ArticleId,
  clock: Instant,
  { withBody }: { withBody: boolean },
): Promise<ReadableArticle | null> {
  const found = await readNewest(table, id, upTo('V', clock), { withBody });
  return found && visible({ availableFrom: 'head' in found ? found.head.availableFrom : found.tombstone.availableFrom }, clock)
    ? found
    : null;
}

/** The newest version, or its tombstone, in a range of an article's sort keys. For readers that choose the range; all others use {@link readArticleAt}. */
export async function readNewest(
  table: NewsTable,
  id: ArticleId,
  range: { between: [string, string] },
  { withBody, whateverItsEnd = false }: { withBody: boolean; whateverItsEnd?: boolean },
): Promise<ReadableArticle | null> {
  const limit = withBody ? HEAD_AND_BODY : HEAD_ONLY;
  let items = await newestItems(table, id, range, { limit, consistent: false });
  if (items[0]?.entity === 'End' || isTorn(items, withBody)) {
    items = await newestItems(table, id, range, { limit: PAST_TOMBSTONES, consistent: true });
  }
  const ended = new Set<number>();
  for (const [place, item] of items.entries()) {
    if (item.entity === 'End') ended.add(item.version);
    if (item.entity !== 'Head') continue;
    const { head } = item;
    if (ended.has(item.version) && !whateverItsEnd)
      return tombstoneAt(items.find((end) => end.entity === 'End' && end.version === item.version));
    if (head.type === 'TOMBSTONE') return { tombstone: head };
    if (!withBody) return { head, body: null };
    const next = items[place + 1];
    const first = next?.entity === 'Body' && next.version === item.version ? next.bytes : undefined;
    return { head, body: await readBody(table, head, first) };
  }
  return null;
}

/**
 * The body of a version whose head is in hand: by the key of that head, never "the newest again", which may be another by now.
 * One call for every megabyte; none when `first`, the first chunk, is all there is.
 */
export async function readBody(table: NewsTable, { id, availableFrom, version, chunks }: Head, first?: Uint8Array): Promise<Body> {
  if (first && chunks === 1) return unpackBody([first]);
  const prefix = `V#${availableFrom}#${padVersion(version)}#BODY#`;
  const parts: Uint8Array[] = [];
  let exclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const page = await counted(
      table,
      table.versionBody.table
        .build(QueryCommand)
        .entities(table.versionBody)
        .query({ partition: `ARTICLE#${id}`, range: { between: [`${prefix}00`, `${prefix}${chunkNumber(0)}`] } })
        .options({
          ...{ reverse: true, consistent: true, ...ONE_PAGE },
          ...(exclusiveStartKey ? { exclusiveStartKey } : {}),
        })
        .send(),
    );
    parts.push(...(page.Items ?? []).map(({ bytes }) => bytes));
    exclusiveStartKey = page.LastEvaluatedKey;
  } while (exclusiveStartKey);
  if (parts.length !== chunks) throw new Error(`Version ${version} of ${id} has ${parts.length} of ${chunks} body chunks`);
  return unpackBody(parts);
}

/**
 * What stands at a path of the site, asked at `clock`: an article, the article that has moved on from it, or what was withdrawn from it; null when
 * nothing is there or nothing may be known yet. Always two calls, so that a path that waits for its moment costs what an unknown one does.
 */
export async function readArticleByPath(
  table: NewsTable,
  path: string,
  clock: Instant,
  { withBody }: { withBody: boolean },
): Promise<AtPath | null> {
  const { Item } = await counted(table, table.path.build(GetItemCommand).key({ path }).options({ capacity: 'TOTAL' }).send());
  const id = (Item?.articleId ?? `a_${digest('no such path', path)}`) as ArticleId;
  const found = await readArticleAt(table, id, clock, { withBody });
  if (found === null) return null;
  if ('tombstone' in found) return found.tombstone.paths.includes(path) ? { withdrawn: found.tombstone } : null;
  if (found.head.path === path) return { article: found };
  return found.head.formerPaths.some((former) => former.path === path) ? { moved: found.head } : null;
}

/**
 * The teasers of some articles, in the order of the ids; null where nothing may be read at `clock`. One call for each hundred ids.
 */
export async function readTeasers(table: NewsTable, ids: readonly ArticleId[], clock: Instant): Promise<(Teaser | null)[]> {
  const preview = previewAt(table, clock);
  const found = new Map<string, Teaser>();
  const wanted = [...new Set(ids)];
  const requests = wanted.map((articleId) => table.teaser.build(BatchGetRequest).key({ articleId }));
  for (const { articleId, teaser } of await batchGet(table, requests, { consistent: false })) found.set(articleId, teaser);
  return ids.map((id) => {
    const shown = preview?.articles.get(id);
    const teaser = shown === undefined ? found.get(id) : shown?.teaser;
    return teaser && visible(teaser, clock) ? teaser : null;
  });
}

/**
 * The heads behind some teasers, in their order: of the very versions that the teasers tell of, so that a list and what is read of its articles never
 * disagree; with their bodies if asked. Null where that version has gone since. One call for each hundred items; a body has its first 350 KB there.
 * @param mostBytes of bodies; what comes behind them is not unpacked, nor is the rest of it read
 */
export async function readListed(
  table: NewsTable,
  listed: readonly Pick<ListedArticle, 'id' | 'availableFrom' | 'version'>[],
  clock: Instant,
  { withBody, mostBytes = Number.POSITIVE_INFINITY }: { withBody: boolean; mostBytes?: number },
): Promise<({ head: Head; body: Body | null } | null | 'NO_ROOM')[]> {
  const keys = listed.map(({ id: articleId, availableFrom, version }) => ({ articleId, availableFrom, version }));
  const heads = new Map<string, Head>();
  const first = new Map<string, Uint8Array>();
  const [ofHeads, ofBodies] = [table.versionHead, table.versionBody];
  const requests = keys.flatMap((key) => [
    ofHeads.build(BatchGetRequest).key(key),
    ...(withBody ? [ofBodies.build(BatchGetRequest).key({ ...key, chunk: 0 })] : []),
  ]);
  for (const item of await batchGet<typeof ofHeads | typeof ofBodies>(table, requests, { consistent: false })) {
    if ('bytes' in item) first.set(item.articleId, item.bytes);
    else if (item.head.type === 'HEAD') heads.set(item.articleId, item.head);
  }
  const found: Awaited<ReturnType<typeof readListed>> = [];
  let left = mostBytes;
  for (const { id } of listed) {
    const head = heads.get(id);
    if (!head || !visible({ availableFrom: head.availableFrom, until: head.until }, clock)) found.push(null);
    else if (!withBody) found.push({ head, body: null });
    else if (left <= 0) found.push('NO_ROOM');
    else {
      const body = await readBody(table, head, first.get(id)); // one after the other: a long one takes a call, and few of them fit
      left -= textBytes(body.blocks);
      found.push({ head, body });
    }
  }
  return found;
}

async function newestItems(
  table: NewsTable,
  id: ArticleId,
  range: { between: [string, string] },
  { limit, consistent }: { limit: number; consistent: boolean },
) {
  const { Items = [] } = await counted(
    table,
    table.versionHead.table
      .build(QueryCommand)
      .entities(table.versionHead, table.versionBody, table.versionEnd)
      .query({ partition: `ARTICLE#${id}`, range })
      .options({
        ...{ limit, consistent, reverse: true, showEntityAttr: true },
        ...ONE_PAGE,
      })
      .send(),
  );
  return Items;
}

/** Newest first must meet a head, then its own body. Anything else is half of a transaction. */
function isTorn([first, second]: VersionItems, withBody: boolean): boolean {
  if (first === undefined) return false;
  if (first.entity !== 'Head') return true;
  if (!withBody || first.head.type === 'TOMBSTONE') return false;
  return !(second?.entity === 'Body' && second.version === first.version && second.chunk === 0);
}

function tombstoneAt(end: VersionItems[number] | undefined): ReadableArticle | null {
  return end?.entity === 'End' ? { tombstone: end.tombstone } : null;
}
