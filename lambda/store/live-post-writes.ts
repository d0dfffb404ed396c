import { BatchGetRequest } from 'dynamodb-toolbox/entity/actions/batchGet';
import type { Article } from '../domain/article.ts';
import { type ArticleState, deciding, settle, type VersionRef } from '../domain/article-state.ts';
import { ArticleTooLarge, type Fault, Refused } from '../domain/fault.ts';
import type { ArticleId } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { type PostChange, type PostsPush, planPosts, waitingVersions } from '../domain/live-index.ts';
import { type LivePost, type PostStates, postFaults } from '../domain/live-post.ts';
import { batchGet } from './batch-get.ts';
import { undisturbed } from './decide-again.ts';
import { liveBlogKey, postPlace } from './keys.ts';
import { putIndex, readIndex } from './live-index.ts';
import { postActions } from './live-post-items.ts';
import { checkState } from './manifest.ts';
import type { NewsTable } from './news-table.ts';
import { readState } from './read-manifest.ts';
import { type Action, partsThatFit, transact } from './transaction.ts';

/**
 * Largest post, in bytes of JSON. An item of DynamoDB holds 400 KB with its names and keys, and one of a post holds two states.
 * @see Amazon DynamoDB Developer Guide, "Service, account, and table quotas"
 */
const MAX_POST_BYTES = 180 * 1024;

/** Whether a version has anything to do with the posts of a live blog. All others, and every withdrawal, leave its partition alone. */
export function isLive(article: Article): article is Article & { pubStatus: 'USABLE' | 'WITHHELD' } {
  return article.pubStatus !== 'CANCELED' && (article.story.liveBlog !== null || (article.posts ?? null) !== null);
}

/** @throws {Refused} with everything that is wrong with the posts @throws {ArticleTooLarge} when it is their size alone */
export function checkPosts(article: Article): void {
  if (article.pubStatus === 'CANCELED' || !article.posts) return;
  const { posts, story } = article;
  const faults = postFaults(posts, story.liveBlog);
  const tooLarge = posts.flatMap((post, turn): Fault[] => {
    const bytes = Buffer.byteLength(JSON.stringify(post));
    if (bytes <= MAX_POST_BYTES) return [];
    return [{ place: `posts, ${turn + 1} of ${posts.length}`, reason: `takes ${bytes} bytes; at most ${MAX_POST_BYTES} can be kept` }];
  });
  if (faults.length > 0) throw new Refused([...faults, ...tooLarge]);
  if (tooLarge.length > 0) throw new ArticleTooLarge(tooLarge);
}

/**
 * The versions that a new head has to name as having waited and been read; see `Head.waited`. One call, one more where posts wait.
 * @param state as the new version is decided upon
 */
export async function waitedVersions(table: NewsTable, id: ArticleId, state: ArticleState, now: Instant): Promise<number[]> {
  const { state: settled } = settle(state, now);
  const { current, pending } = settled;
  const { posts } = await readIndex(table, id);
  const read = await readVersions(table, id, waitingVersions(posts, pending?.version ?? null));
  // the current one also where its posts are still being written: their writer stops when this head is there
  if (current?.status === 'USABLE') read.add(current.version);
  return [...read].sort((one, other) => one - other);
}

/**
 * Brings the posts of an article to what a version says of them, after that version itself is written. Writes only what changed, in transactions
 * each of which leaves index and posts in agreement; pushing the same version again finishes what was cut. A version that is no longer the
 * newest changes nothing.
 * @param wall the wall clock
 */
export async function pushPosts(
  table: NewsTable,
  { id, version, posts }: { id: ArticleId; version: number; posts: readonly LivePost[] | null },
  wall: Instant,
): Promise<void> {
  await undisturbed(async () => {
    const before = await readState(table, id);
    const now = deciding(before, wall);
    const { state } = settle(before, now);
    const ref = newest(state);
    if (ref?.version !== version || ref.status === 'CANCELED') return;
    await writePosts(table, id, before.rev, { version, since: ref.availableFrom, waits: ref === state.pending, posts, now });
  });
}

function newest({ current, pending }: ArticleState): VersionRef | null {
  return pending ?? current;
}

/** @throws {StaleState} when somebody else wrote the article or its posts in between */
async function writePosts(table: NewsTable, id: ArticleId, articleRev: number, push: PostsPush): Promise<void> {
  const index = await readIndex(table, id);
  const read = await readVersions(table, id, waitingVersions(index.posts, push.version));
  const changes = planPosts(index.posts, push, read);
  const known = await statesOf(
    table,
    id,
    changes.filter((change) => needsStored(change, push)),
  );
  const told = new Map(push.posts?.map((post) => [post.key, post]));

  const posts = new Map(index.posts);
  let rev = index.rev;
  const groups = changes.map((change) => ({
    change,
    actions: postActions(table, id, change, statesAfter(change, push, read, { stored: known.get(change.key), told: told.get(change.key) })),
  }));
  const fence = checkState(table, id, articleRev);
  const whole = new Map([...posts, ...changes.flatMap(({ key, after }) => (after ? [[key, after] as const] : []))]);
  const reserved: Action[] = [fence, putIndex(table, id, { rev }, whole)]; // no index between is larger
  for (const part of partsThatFit(groups, ({ actions }) => actions, reserved)) {
    for (const { change } of part) {
      if (change.after) posts.set(change.key, change.after);
      else posts.delete(change.key);
    }
    await transact(table, [putIndex(table, id, { rev }, posts), fence, ...part.flatMap(({ actions }) => actions)]);
    rev += 1;
  }
}

/** Whether what a post says now has to be taken from the table. */
function needsStored({ after }: PostChange, { waits, posts }: PostsPush): boolean {
  return after !== null && (posts === null || (waits && after.standing !== null));
}

/** The states behind an entry: new words from the push, old ones from the table. */
function statesAfter(
  { key, after }: PostChange,
  push: PostsPush,
  read: ReadonlySet<number>,
  { stored, told = null }: { stored: PostStates | undefined; told: LivePost | null | undefined },
): PostStates | null {
  if (after === null) return null;
  const former = () => {
    if (stored === undefined) throw new Error(`Post ${key} stands in the index of its live blog and not in the table; run the repair`);
    return stored;
  };
  const said = (): PostStates['standing'] => {
    if (push.posts !== null && !push.waits) return told && { since: push.since, post: told };
    const { standing, waiting } = former();
    const wasRead =
      waiting !== null &&
      !(push.waits && waiting.version === push.version) &&
      (waiting.version === push.version || read.has(waiting.version));
    if (!wasRead) return standing;
    return waiting.post && { since: waiting.since, post: waiting.post };
  };
  const waiting = () => (push.posts === null ? former().waiting : { version: push.version, since: push.since, post: told });
  return { standing: after.standing && said(), waiting: after.waiting && waiting() };
}

/** The posts behind some changes, read consistently. One call for each hundred; none when there is none. */
async function statesOf(table: NewsTable, id: ArticleId, changes: readonly PostChange[]): Promise<Map<string, PostStates>> {
  const partition = liveBlogKey(id);
  const requests = changes.map(({ key }) => table.livePost.build(BatchGetRequest).key({ partition, place: postPlace(key) }));
  const items = await batchGet(table, requests, { consistent: true });
  return new Map(items.map(({ place, states }) => [place.slice(postPlace('').length), states]));
}

/** Which of some versions readers have seen: their heads stay, while that of a version that was superseded before its moment goes with it. */
async function readVersions(table: NewsTable, id: ArticleId, versions: ReadonlyMap<number, Instant>): Promise<Set<number>> {
  const requests = [...versions].map(([version, availableFrom]) =>
    table.versionHead.build(BatchGetRequest).key({ articleId: id, availableFrom, version }),
  );
  const heads = await batchGet(table, requests, { consistent: true });
  return new Set(heads.map(({ version }) => version));
}
