import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { ArticleState } from '../../lambda/domain/article-state.ts';
import { blockText } from '../../lambda/domain/body.ts';
import type { ArticleId } from '../../lambda/domain/identity.ts';
import { foldName } from '../../lambda/domain/identity.ts';
import type { Instant } from '../../lambda/domain/instant.ts';
import { listingName, listingsOf } from '../../lambda/domain/listings.ts';
import { teaserOf } from '../../lambda/domain/teaser.ts';
import type { Head } from '../../lambda/domain/version.ts';
import { readArticleAt, readArticleByPath } from '../../lambda/store/article-reads.ts';
import { listingKey, type Profile } from '../../lambda/store/items.ts';
import { listLatest, listSection } from '../../lambda/store/listing-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';

/** An item as DynamoDB holds it. */
export type RawItem = { pk: string; sk: string; e: string } & Record<string, unknown>;

/** The embedded server takes longer for each page the larger the table is: 0.2 seconds at 60,000 items. */
const SCAN_TIMEOUT_MS = 60_000;

/** Every item of the table, as it is stored. */
export async function* everyItem({ client, listing }: NewsTable): AsyncGenerator<RawItem> {
  let ExclusiveStartKey: Record<string, unknown> | undefined;
  do {
    const scan = new ScanCommand({
      ...{ TableName: listing.table.getName(), ConsistentRead: true },
      ...(ExclusiveStartKey ? { ExclusiveStartKey } : {}),
    });
    const { Items = [], LastEvaluatedKey } = await client.send(scan, { requestTimeout: SCAN_TIMEOUT_MS });
    yield* Items as RawItem[];
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

/** What an article must be found as: the text of its first block, or withdrawn. */
export type Expected = Map<ArticleId, { headline: string; text: string } | 'WITHDRAWN'>;

/** Every way in which a table differs from what was pushed into it; one line each. None is the promise. */
export async function findFaults(table: NewsTable, expected: Expected, clock: Instant): Promise<string[]> {
  const faults: string[] = [];
  const heads = await openAll(table, expected, clock, faults);
  await walkLists(table, heads, clock, faults);

  const standing = new Map<string, Set<string>>();
  const oldest = new Map<string, Instant>();
  const profiles = new Map<string, Profile>();
  const directory: { pk: string; sk: string }[] = [];
  const manifests = new Map<string, ArticleState>();
  for await (const item of everyItem(table)) {
    const { pk, sk } = item;
    if (item.e === 'Listing') {
      const [kind = '', instant = '', id = ''] = sk.split('#');
      standing.set(id, (standing.get(id) ?? new Set()).add(`${pk} ${sk}`));
      const named = pk.startsWith('CONCEPT#') || (pk.startsWith('SECTION#') && kind === 'A');
      if (named && (kind === 'A' || kind === 'M') && !((oldest.get(pk) ?? '9') <= instant)) oldest.set(pk, instant as Instant);
    }
    if (item.e === 'Profile') profiles.set(pk, JSON.parse(item.d as string));
    if (item.e === 'Directory') directory.push({ pk, sk });
    if (item.e === 'Manifest') manifests.set(pk.slice('ARTICLE#'.length), JSON.parse(item.s as string));
    if (item.e === 'Moment') faults.push(`a moment is left: ${sk}`);
  }

  for (const [id, keys] of standing)
    if (!heads.has(id as ArticleId)) faults.push(`${id} is listed ${keys.size} times and cannot be opened`);
  for (const [id, { head, names }] of heads) {
    const wanted = new Set(names.map((name) => placeOf(name, head)));
    const found = standing.get(id) ?? new Set();
    for (const place of wanted) if (!found.has(place)) faults.push(`${id} is missing from ${place}`);
    for (const place of found) if (!wanted.has(place)) faults.push(`${id} must not stand in ${place}`);
  }
  for (const id of expected.keys()) {
    const state = manifests.get(id);
    if (!state) faults.push(`${id} has no manifest`);
    else if (!state.finished || state.left.length > 0 || state.moment) faults.push(`the manifest of ${id} is not finished`);
  }
  for (const [partition, publicFrom] of oldest) {
    const profile = profiles.get(partition);
    if (profile?.publicFrom !== publicFrom) faults.push(`${partition} is public from ${profile?.publicFrom}, not from ${publicFrom}`);
    const id = partition.slice(partition.indexOf('#') + 1);
    const entries = directory.filter(({ sk }) => sk.endsWith(`\u0001${id}`));
    if (entries.length !== 1 || !entries[0]?.sk.startsWith(foldName(profile?.name ?? '')))
      faults.push(`${partition} stands ${entries.length} times in the directory`);
  }
  for (const partition of profiles.keys()) if (!oldest.has(partition)) faults.push(`${partition} is public and no article names it`);
  return faults;
}

type Heads = Map<ArticleId, { head: Head; names: string[] }>;

/** Opens every article by its id and by its path. */
async function openAll(table: NewsTable, expected: Expected, clock: Instant, faults: string[]): Promise<Heads> {
  const heads: Heads = new Map();
  const paths = new Map<string, ArticleId>();
  const next = expected.entries();
  const work = async () => {
    for (const [id, wanted] of next) {
      const found = await readArticleAt(table, id, clock, { withBody: true });
      if (wanted === 'WITHDRAWN') {
        if (!found || !('tombstone' in found)) faults.push(`${id} was withdrawn and reads as ${found ? 'an article' : 'nothing'}`);
        continue;
      }
      if (!found || !('head' in found)) {
        faults.push(`${id} cannot be read by its id`);
        continue;
      }
      const { head, body } = found;
      const [block] = body?.blocks ?? [];
      if (head.headline !== wanted.headline || !block || blockText(block) !== wanted.text) faults.push(`${id} reads as another version`);
      const holder = paths.get(head.path);
      if (holder) faults.push(`${head.path} belongs to ${holder} and to ${id}`);
      paths.set(head.path, id);
      const there = await readArticleByPath(table, head.path, clock, { withBody: false });
      if (!there || !('article' in there) || there.article.head.id !== id) faults.push(`${id} cannot be read by its path ${head.path}`);
      heads.set(id, { head, names: listingsOf(head, teaserOf(head), body?.quotations ?? []).map(listingName) });
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return heads;
}

/** Walks LATEST and the sections page by page, as readers do: each article once, and none too many. */
async function walkLists(table: NewsTable, heads: Heads, clock: Instant, faults: string[]): Promise<void> {
  const bySection = Map.groupBy(heads.values(), ({ head }) => head.section.slug);
  const lists: [string, (after: string | null) => ReturnType<typeof listLatest>, Set<ArticleId>][] = [
    ['LATEST', (after) => listLatest(table, null, clock, { first: 100, after }), new Set(heads.keys())],
    ...[...bySection].map(([slug, members]): (typeof lists)[number] => [
      `SECTION ${slug}`,
      (after) => listSection(table, slug, clock, { first: 100, after }),
      new Set(members.map(({ head }) => head.id)),
    ]),
  ];
  for (const [name, page, wanted] of lists) {
    const seen = new Set<ArticleId>();
    let after: string | null = null;
    for (let more = true; more; ) {
      const { edges, hasNextPage } = await page(after);
      for (const { node } of edges) {
        if (seen.has(node.id)) faults.push(`${name} shows ${node.id} twice`);
        if (!wanted.has(node.id)) faults.push(`${name} shows ${node.id}, which cannot be opened or stands elsewhere`);
        seen.add(node.id);
      }
      after = edges.at(-1)?.cursor ?? null;
      more = hasNextPage;
    }
    if (seen.size !== wanted.size) faults.push(`${name} shows ${seen.size} articles, not ${wanted.size}`);
  }
}

function placeOf(name: string, head: Head): string {
  const [partition = '', kind, turn] = name.split('|');
  return `${partition} ${listingKey(kind as 'A', head.datePublished, head.id, turn === undefined ? null : Number(turn))}`;
}
