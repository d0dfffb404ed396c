import { digest } from './identity.ts';
import { type Instant, latest } from './instant.ts';
import type { LivePost } from './live-post.ts';

/**
 * What a push does to the posts of a live blog, told from the index alone: no post is read to find out whether it changed.
 */

/** One state of a post as the index remembers it. */
export type NotedPost = { hash: string; isKeyEvent: boolean; isPinned: boolean };

/**
 * A post in the index: where it stands, and its states as {@link ./live-post.ts | PostStates} has them.
 * `listedFrom` is the later of the post's date and the moment at which readers could first meet it; `dated`, the post's date as it was then,
 * orders those that came together.
 */
export type PostEntry = {
  listedFrom: Instant;
  dated: Instant;
  standing: NotedPost | null;
  waiting: { version: number; since: Instant; noted: NotedPost | null } | null;
};

/** A version of the article with what it says of posts. */
export type PostsPush = {
  version: number;
  /** Its availableFrom. */
  since: Instant;
  /** Whether its moment has yet to come. */
  waits: boolean;
  /** All posts as the source knows them at this version; null when it says nothing of posts. */
  posts: readonly LivePost[] | null;
  now: Instant;
};

/** A post to be written: `before` is null for a new one, `after` for one that goes. */
export type PostChange = { key: string; before: PostEntry | null; after: PostEntry | null };

/**
 * Versions that waited and have been read may stay in the states of posts, so that the first push after an embargo does not write every post
 * anew. Each of them is named in the heads that follow: beyond so many, posts of the oldest are written anew.
 */
const MOST_WAITED = 8;

export function notePost(post: LivePost): NotedPost {
  const { isKeyEvent, isPinned } = post;
  return { hash: digest(JSON.stringify(post)).slice(0, 11), isKeyEvent, isPinned }; // 64 bits: compared with one other, never looked up
}

/** The versions besides `own` whose states still wait in some post, oldest first, with their availableFrom. */
export function waitingVersions(posts: ReadonlyMap<string, PostEntry>, own: number | null): Map<number, Instant> {
  const found = [...posts.values()].flatMap(({ waiting }) =>
    waiting && waiting.version !== own ? [[waiting.version, waiting.since] as const] : [],
  );
  return new Map(found.sort(([one], [other]) => one - other));
}

/**
 * The posts that have to be written, in the order of writing: first those that go, then the oldest, so that a list that is met half-way has no
 * gap behind its newest post.
 * @param read the versions besides the pushed one, of those that still wait, that readers have seen; all others were superseded before their moment
 */
export function planPosts(before: ReadonlyMap<string, PostEntry>, push: PostsPush, read: ReadonlySet<number>): PostChange[] {
  const told = push.posts && new Map(push.posts.map((post) => [post.key, post]));
  const folded = new Set([...read].sort((one, other) => other - one).slice(MOST_WAITED));
  const changes: PostChange[] = [];
  for (const key of new Set([...before.keys(), ...(told?.keys() ?? [])])) {
    const entry = before.get(key) ?? null;
    const settled = entry && settle(entry, push, read);
    const after = told ? tell(settled, told.get(key) ?? null, push) : settled;
    const standing = after && (after.standing || after.waiting) ? after : null;
    if (entry && standing && !mustWrite(entry, standing, push, read, folded)) continue;
    changes.push({ key, before: entry, after: standing });
  }
  return changes.sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** An entry without states of other versions: what was read stands, what was superseded is gone. */
function settle(entry: PostEntry, push: PostsPush, read: ReadonlySet<number>): PostEntry {
  const { waiting } = entry;
  if (waiting === null || isOwn(waiting, push)) return entry;
  const wasRead = waiting.version === push.version || read.has(waiting.version);
  return { ...entry, standing: wasRead ? waiting.noted : entry.standing, waiting: null };
}

function tell(settled: PostEntry | null, post: LivePost | null, push: PostsPush): PostEntry | null {
  const { version, since, waits } = push;
  const noted = post && notePost(post);
  const standing = settled?.standing ?? null;
  const place = placeOf(settled, post, push);
  if (place === null) return null;
  if (!waits) return { ...place, standing: noted, waiting: null };
  return { ...place, standing, waiting: isSame(noted, standing) ? null : { version, since, noted } };
}

/** A post that readers have met keeps its place, whatever date it is given; one that they have not moves with its date. */
function placeOf(settled: PostEntry | null, post: LivePost | null, push: PostsPush): Pick<PostEntry, 'listedFrom' | 'dated'> | null {
  const kept = settled && { listedFrom: settled.listedFrom, dated: settled.dated };
  if (post === null || (kept && settled.standing && kept.listedFrom <= push.now)) return kept;
  const { datePublished: dated } = post;
  const fresh = { listedFrom: push.waits ? latest(dated, push.since) : latest(dated, push.since, push.now), dated };
  // two versions may show it: no later than under either
  return kept && settled.standing && push.waits && kept.listedFrom < fresh.listedFrom ? kept : fresh;
}

function mustWrite(entry: PostEntry, after: PostEntry, push: PostsPush, read: ReadonlySet<number>, folded: ReadonlySet<number>): boolean {
  const { waiting } = entry;
  const wasRead = waiting !== null && !isOwn(waiting, push) && (waiting.version === push.version || read.has(waiting.version));
  const stands: PostEntry = wasRead ? { ...entry, standing: waiting.noted, waiting: null } : entry;
  return (waiting !== null && folded.has(waiting.version)) || !isSame(stands, after);
}

function isOwn({ version }: { version: number }, push: PostsPush): boolean {
  return push.waits && version === push.version;
}

function orderOf({ key, after }: PostChange): string {
  return after === null ? '' : `${after.listedFrom}#${after.dated}#${key}`;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
