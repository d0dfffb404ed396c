import { isDeepStrictEqual } from 'node:util';
import { PutTransaction } from 'dynamodb-toolbox/entity/actions/transactPut';
import { type ArticleId, isArticleId } from '../../domain/identity.ts';
import { latest } from '../../domain/instant.ts';
import { notePost, type PostEntry } from '../../domain/live-index.ts';
import type { LivePost, PostStates } from '../../domain/live-post.ts';
import { liveBlogKey, postPlace } from '../keys.ts';
import { checkIndex, putIndex, unpackIndex } from '../live-index.ts';
import { listPlaces, statesIn } from '../live-post-items.ts';
import type { NewsTable } from '../news-table.ts';
import { type Action, MAX_ACTIONS, transact } from '../transaction.ts';
import type { Finding } from './article-inspection.ts';
import { decode, plain, readItems, readPartition, removeItem, type StoredItem, textOf } from './table-walk.ts';

/**
 * The posts of one live blog against each other. What a post says is its own item's, where it stands its place among all posts; the lists of key
 * events and of pinned posts, and the index, are made from these.
 */
export type LiveInspection = {
  findings: Finding[];
  actions: Action[];
  /** The index to write, and the `rev` of the one that stands. */
  index: { rev: number; posts: ReadonlyMap<string, PostEntry> };
};

/** The article whose posts a partition holds; null for all other partitions. */
export function liveBlogOf(pk: string): ArticleId | null {
  const id = pk.startsWith(liveBlogKey('')) ? pk.slice(liveBlogKey('').length) : '';
  return isArticleId(id) ? id : null;
}

/** A live blog that others write meanwhile is looked at again, so often. */
const LOOKS = 5;

/**
 * Looks through the posts of a live blog. One call for every megabyte, and one more where something is found.
 * @param hasArticle false when nothing of the article is there
 */
export async function inspectLiveBlog(table: NewsTable, id: ArticleId, hasArticle: boolean): Promise<LiveInspection> {
  for (let look = 1; ; look += 1) {
    const inspection = await inspectOnce(table, id, hasArticle);
    if (inspection.findings.length === 0 || look === LOOKS) return inspection;
    if ((await revOf(table, id)) === inspection.index.rev) return inspection;
  }
}

async function inspectOnce(table: NewsTable, id: ArticleId, hasArticle: boolean): Promise<LiveInspection> {
  const pk = liveBlogKey(id);
  const items = new Map((await readPartition(table, pk)).map((item) => [item.sk, item]));
  const { rev, posts: noted } = indexIn(table, items.get('INDEX'));
  if (!hasArticle) return { ...orphans([...items.values()]), index: { rev, posts: new Map() } };

  const posts = new Map<string, PostEntry>();
  const wanted = new Map<string, PostStates>();
  for (const [key, places] of postsIn([...items.values()])) {
    const states = statesOf(
      table,
      [postPlace(key), ...places].map((place) => items.get(place)),
      noted.get(key),
    );
    const entry = states && entryOf(key, states, places, noted.get(key));
    if (!entry) continue;
    posts.set(key, entry);
    wanted.set(postPlace(key), states);
    for (const [list, place] of listPlaces(entry, key)) wanted.set(place, statesIn(list, states));
  }

  const findings: Finding[] = [];
  const actions: Action[] = [];
  for (const [place, states] of wanted) {
    const item = items.get(place);
    const stored = decode(table.livePost, item)?.states;
    if (isDeepStrictEqual(stored, plain(states))) continue;
    findings.push(finding('LivePost', pk, place, item ? 'is not as its post has it' : 'is not there', 'as its post has it'));
    actions.push(table.livePost.build(PutTransaction).item({ partition: pk, place, states }));
  }
  for (const place of items.keys()) {
    if (place === 'INDEX' || wanted.has(place)) continue;
    findings.push(finding('LivePost', pk, place, 'belongs to no post of this live blog', 'not there'));
    actions.push(removeItem(table, { pk, sk: place }));
  }
  if (!isDeepStrictEqual(sorted(noted), sorted(posts)))
    findings.push(finding('LiveIndex', pk, 'INDEX', 'does not agree with the posts', 'as the posts are'));
  return { findings, actions, index: { rev, posts } };

  function orphans(all: StoredItem[]): Pick<LiveInspection, 'findings' | 'actions'> {
    const keys = all.map(({ sk }) => ({ pk, sk })).sort(({ sk }) => (sk === 'INDEX' ? -1 : 1));
    const kind = (sk: string) => (sk === 'INDEX' ? 'LiveIndex' : 'LivePost');
    return {
      findings: keys.map(({ sk }) => finding(kind(sk), pk, sk, 'belongs to an article that is not there', 'not there')),
      actions: keys.map((key) => removeItem(table, key)),
    };
  }
}

/**
 * Mends what was found, under the index and the article as they were inspected; nothing of it is written when somebody else wrote meanwhile.
 * @param fence lets a transaction pass only while the article is as it was
 * @throws {StaleState} when somebody else wrote
 */
export async function mendLiveBlog(
  table: NewsTable,
  id: ArticleId,
  { actions, index }: LiveInspection,
  hasArticle: boolean,
  fence: Action,
) {
  const perPart = MAX_ACTIONS - 2;
  let { rev } = index;
  for (let at = 0; at === 0 || at < actions.length; at += perPart) {
    const part = actions.slice(at, at + perPart);
    if (hasArticle) {
      await transact(table, [putIndex(table, id, { rev }, index.posts), fence, ...part]);
      rev += 1;
    } else await transact(table, [fence, ...(at === 0 && rev === 0 ? [checkIndex(table, id, 0)] : []), ...part]);
  }
}

function finding(item: 'LivePost' | 'LiveIndex', pk: string, sk: string, is: string, shouldBe: string): Finding {
  return { item, key: { pk, sk }, is, shouldBe, mendable: true };
}

/** The `rev` of an index, whatever else it holds; 0 where there is none. One call. */
async function revOf(table: NewsTable, id: ArticleId): Promise<number> {
  const key = { pk: liveBlogKey(id), sk: 'INDEX' };
  return indexIn(table, (await readItems(table, [key])).get(textOf(key))).rev;
}

/** An index that cannot be read counts as empty. */
function indexIn(table: NewsTable, item: StoredItem | undefined): LiveInspection['index'] {
  const rev = typeof item?.rev === 'number' ? item.rev : 0;
  try {
    const entries = decode(table.liveIndex, item)?.entries;
    return { rev, posts: entries ? unpackIndex(entries) : new Map() };
  } catch {
    return { rev, posts: new Map() };
  }
}

/** The places of each post among all posts; none for a post that has only an item of its own. */
function postsIn(items: readonly StoredItem[]): Map<string, string[]> {
  const posts = new Map<string, string[]>();
  for (const { sk } of items) {
    const [list = '', ...parts] = sk.split('#');
    const key = parts.at(-1);
    if (key && (list === 'U' || list === 'P')) posts.set(key, [...(posts.get(key) ?? []), ...(list === 'P' ? [sk] : [])]);
  }
  return posts;
}

/** What a post says: as the index has it, where two items of it differ; else the first that can be read. */
function statesOf(table: NewsTable, items: readonly (StoredItem | undefined)[], noted: PostEntry | undefined): PostStates | null {
  const readable = items.flatMap((item) => decode(table.livePost, item)?.states ?? []);
  return readable.find((states) => noted && isDeepStrictEqual(notesOf(states), notesOf(noted))) ?? readable[0] ?? null;

  function notesOf({ standing, waiting }: PostStates | PostEntry) {
    return [standing, waiting].map((state) => state && ('post' in state ? note(state.post) : 'noted' in state ? state.noted : state));
  }
}

const note = (post: LivePost | null) => post && notePost(post);

/** The entry of a post: at the place that the index names, where it stands there, else at the one where it stands, else at its earliest. */
function entryOf(
  key: string,
  { standing, waiting }: PostStates,
  places: readonly string[],
  noted: PostEntry | undefined,
): PostEntry | null {
  const states = {
    standing: standing && note(standing.post),
    waiting: waiting && { version: waiting.version, since: waiting.since, noted: note(waiting.post) },
  };
  const named = noted && listPlaces(noted, key).get('P');
  const place = places.find((one) => one === named) ?? places[0] ?? named;
  if (place) {
    const [, listedFrom, dated] = place.split('#') as [string, PostEntry['listedFrom'], PostEntry['dated']];
    return { listedFrom, dated, ...states };
  }
  const [first] = [standing, waiting].filter((state) => state?.post);
  if (!first?.post) return null;
  const { datePublished } = first.post;
  return { listedFrom: latest(first.since, datePublished), dated: datePublished, ...states };
}

function sorted(posts: ReadonlyMap<string, PostEntry>): unknown {
  return plain([...posts].sort(([one], [other]) => (one < other ? -1 : 1)));
}
