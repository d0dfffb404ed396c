import type { Contribution, LiveCoverage } from './article.ts';
import { type Block, type BlockContent, withKeys } from './body.ts';
import type { Fault } from './fault.ts';
import { type Instant, latest } from './instant.ts';
import type { Head } from './version.ts';
import { visible } from './visible.ts';

/** A post of a live blog. It belongs to one article and is kept apart from it, so that a push writes only what changed. */
export type LivePost = {
  /** Made from the source's own id of the post, by `postKey` in ./identity.ts. Unique within the article. */
  key: string;
  headline: string | null;
  /** Their keys are those of {@link postBlocks}. */
  blocks: Block[];
  /** When the source made it public. Never shown before. */
  datePublished: Instant;
  dateModified: Instant | null;
  /** Whether the source counts it among the main events of the story. */
  isKeyEvent: boolean;
  /** Whether the source holds it above all others. */
  isPinned: boolean;
  byline: string | null;
  contributions: readonly Contribution[];
};

/**
 * What is kept of one post. `standing` is what readers see; `waiting` came with a version of the article that had yet to reach its moment, and
 * counts only while that version is the one to read, or is told to have been it: see {@link shownPost}. A null post is one that is not there.
 */
export type PostStates = {
  standing: { since: Instant; post: LivePost } | null;
  waiting: { version: number; since: Instant; post: LivePost | null } | null;
};

/** Posts of one article. More make its index larger than an item of DynamoDB may be; see store/live-index.ts. */
export const MAX_POSTS = 3_000;

/** The blocks of a post. Their keys begin with the post's own, so that none meets one of another post or of the article's body. */
export function postBlocks(post: string, contents: readonly BlockContent[]): Block[] {
  return withKeys(contents).map((block) => ({ ...block, key: `${post}${block.key}` }));
}

/**
 * The post as it can be read beside `head`, the version of its article that can be read at `clock`; null when it is not there.
 * What came with a version is shown with that version, to the millisecond; what came with a version that was superseded before its moment is
 * never shown, also while its remains have yet to be cleared away.
 */
export function shownPost({ standing, waiting }: PostStates, head: Pick<Head, 'version' | 'waited'>, clock: Instant): LivePost | null {
  const counts = waiting !== null && (waiting.version === head.version || head.waited?.includes(waiting.version));
  const state = counts ? waiting : standing;
  if (!state?.post) return null;
  return visible({ availableFrom: latest(state.since, state.post.datePublished) }, clock) ? state.post : null;
}

/** All that is wrong with the posts of an article, but for their size. */
export function postFaults(posts: readonly LivePost[], liveBlog: LiveCoverage | null): Fault[] {
  const faults: Fault[] = [];
  if (liveBlog === null && posts.length > 0) faults.push({ place: 'posts', reason: 'belong to a live blog, and this article is none' });
  if (posts.length > MAX_POSTS)
    faults.push({ place: 'posts', reason: `are ${posts.length}; a live blog keeps at most ${MAX_POSTS}, continue it in another article` });
  const seen = new Set<string>();
  for (const [turn, { key, blocks }] of posts.entries()) {
    const place = `posts, ${turn + 1} of ${posts.length}`;
    if (!/^[\w-]{16}$/.test(key)) faults.push({ place, reason: `has the key "${key.slice(0, 40)}", which is none of ours` });
    if (seen.has(key)) faults.push({ place, reason: 'has the id of another post' });
    seen.add(key);
    if (new Set(blocks.map((block) => block.key)).size < blocks.length || blocks.some((block) => !block.key.startsWith(key)))
      faults.push({ place, reason: 'has blocks whose keys are not its own' });
  }
  return faults;
}
