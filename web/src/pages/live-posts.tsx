import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { showPlaceAgain } from '../document.ts';
import { type ArticlePageFragment, LivePollDocument, LivePostsDocument, type LivePostTextFragment } from '../generated.ts';
import { decoded, go } from '../navigation.ts';
import { Blocks } from '../parts/blocks.tsx';
import type { Paths, Saying } from '../parts/marked-text.tsx';
import { When } from '../parts/when.tsx';
import { following } from '../service.ts';
import { useWords } from '../words.ts';

type Post = LivePostTextFragment;
type LiveBlog = NonNullable<ArticlePageFragment['liveBlog']>;
type KeyEvents = readonly { id: string; headline: string | null; datePublished: string }[];

/** How often new posts are asked for, in milliseconds: answers with posts are kept five seconds. */
const POLL = 10_000;

/** Every sixth time the newest page is asked for whole: posts that were put right keep their place, and no poll brings them. */
const WHOLE = 6;

/** How many pages of older posts are read to find the one that an address means. */
const FAR = 10;

type LivePostsProps = {
  id: string;
  liveBlog: LiveBlog;
  paths: Paths;
  sayings: ReadonlyMap<string, Saying[]>;
  /** What stands below the posts. */
  children: ComponentChildren;
};

/**
 * The posts of a live blog. Follows while posts are still to come and somebody looks; what is new waits until the reader wishes to see it, so that nothing jumps. What
 * was put right changes where it stands, and what was taken back goes.
 */
export function LivePosts({ id, liveBlog, paths, sayings, children }: LivePostsProps) {
  const words = useWords();
  const [posts, setPosts] = useState<readonly Post[] | null>(null);
  const [pinned, setPinned] = useState<readonly Post[]>([]);
  const [waiting, setWaiting] = useState<readonly Post[]>([]);
  const [keyEvents, setKeyEvents] = useState<KeyEvents>([]);
  const [older, setOlder] = useState<string | null>(null);
  const [isLive, setIsLive] = useState(liveBlog.isLive);
  const [hasFailed, setHasFailed] = useState(false);
  const [sought, setSought] = useState({ place: decoded(location.hash.slice(1)), pages: FAR });
  const newest = useRef<string | null>(null);
  const hasPosts = useRef(false);
  hasPosts.current = posts !== null;

  /** @returns null when the article is no live blog any more: then whatever stands there is asked for */
  const read = useCallback(
    async (after: string | null) => {
      const { data, errors } = await following.ask(LivePostsDocument, { id, after });
      if (errors) throw new Error(errors[0]?.message);
      const found = data?.article && 'liveBlog' in data.article ? data.article.liveBlog : null;
      if (!found?.posts) {
        go(location.pathname + location.search, { replace: true });
        return null;
      }
      setIsLive(found.isLive);
      if (after === null) {
        setKeyEvents(found.keyEvents ?? []);
        setPinned(found.pinned ?? []);
      }
      return { posts: found.posts.edges.map(({ node }) => node), pageInfo: found.posts.pageInfo };
    },
    [id],
  );

  const begin = useCallback(async () => {
    try {
      const page = await read(null);
      if (!page) return;
      setPosts(page.posts);
      newest.current = page.pageInfo.startCursor;
      setOlder(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
      setHasFailed(false);
    } catch {
      setHasFailed(true);
    }
  }, [read]);

  const readOlder = useCallback(async () => {
    if (older === null) return;
    const page = await read(older);
    if (!page) return;
    setPosts((before) => joined(before ?? [], page.posts));
    setOlder(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
  }, [older, read]);

  useEffect(() => void begin(), [begin]);

  useEffect(() => {
    if (posts === null) return;
    const { place, pages } = sought;
    const isThere = place === '' || document.getElementById(place) !== null;
    if (isThere || older === null || pages === 0) {
      if (pages > 0) showPlaceAgain(); // the posts are there now
      setSought((before) => (before.pages === 0 ? before : { place: '', pages: 0 }));
      return;
    }
    setSought({ place, pages: pages - 1 });
    void readOlder().catch(() => setSought({ place: '', pages: 0 }));
  }, [posts]);

  useEffect(() => {
    if (!isLive) return;
    let turn = 0;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      turn += 1;
      const asking = !hasPosts.current ? begin() : turn % WHOLE === 0 ? again() : poll();
      void asking.catch(() => {}); // the next turn tries again
    }, POLL);
    return () => clearInterval(timer);

    async function poll(): Promise<void> {
      if (newest.current === null) return again();
      const { data } = await following.ask(LivePollDocument, { id, newest: newest.current });
      if (data?.article?.__typename !== 'NewsArticle') return again();
      const found = data.article.liveBlog;
      if (!found?.posts) return;
      setIsLive(found.isLive);
      newest.current = found.posts.pageInfo.startCursor ?? newest.current;
      const fresh = found.posts.edges.map(({ node }) => node);
      if (fresh.length > 0) setWaiting((before) => joined(fresh, before));
    }

    /** Looks at the newest page again: as far as it reaches, what it does not hold was taken back. */
    async function again(): Promise<void> {
      const page = await read(null);
      if (!page) return;
      const now = new Map(page.posts.map((post) => [post.id, post]));
      const reach = page.pageInfo.hasNextPage ? (page.posts.at(-1)?.datePublished ?? '') : '';
      const standing = (before: readonly Post[]) =>
        before.flatMap((post) => now.get(post.id) ?? (post.datePublished > reach ? [] : [post]));
      setPosts((before) => {
        const shown = standing(before ?? []);
        const known = new Set(before?.map((post) => post.id));
        const fresh = page.posts.filter(
          (post) => !known.has(post.id) && (before?.[0] === undefined || post.datePublished >= before[0].datePublished),
        );
        setWaiting((soon) =>
          joined(
            fresh,
            standing(soon).filter((post) => !known.has(post.id)),
          ),
        );
        return shown;
      });
      newest.current = page.pageInfo.startCursor;
    }
  }, [id, isLive, read, begin]);

  if (posts === null)
    return hasFailed ? (
      <p class="notice" role="alert">
        {words.partly}{' '}
        <button type="button" onClick={() => void begin()}>
          {words.retry}
        </button>
      </p>
    ) : (
      <div class="posts-to-come" /> // holds their place, so that the foot of the page does not move
    );
  const held = new Set(pinned.map((post) => post.id));
  return (
    <>
      <section class="live-blog" aria-label={words.posts}>
        {keyEvents.length > 0 && (
          <nav class="key-events" aria-label={words.keyEvents}>
            <h2>{words.keyEvents}</h2>
            <ol>
              {keyEvents.map((event) => (
                <li key={event.id}>
                  <When instant={event.datePublished} style="clock" />{' '}
                  <a href={`#${encodeURIComponent(event.id)}`} onClick={() => seek(event.id)}>
                    {event.headline ?? words.keyEvent}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div class="posts">
          <p role="status" class="new-posts">
            {waiting.length > 0 && (
              <button
                type="button"
                onClick={() => {
                  setPosts((before) => joined(waiting, before ?? []));
                  setWaiting([]);
                }}
              >
                {words.newPosts(waiting.length)}
              </button>
            )}
          </p>
          {[...pinned, ...posts.filter((post) => !held.has(post.id))].map((post) => (
            <PostOf key={post.id} post={post} paths={paths} sayings={sayings} />
          ))}
          {older && (
            <p class="pager">
              <button type="button" onClick={() => void readOlder().catch(() => {})}>
                {words.olderPosts}
              </button>
            </p>
          )}
        </div>
      </section>
      {children}
    </>
  );

  /** Reads on until the post is there, if it is not; where it is, the browser goes by itself. */
  function seek(place: string): void {
    if (document.getElementById(place) !== null) return;
    setSought({ place, pages: FAR });
    setPosts((before) => [...(before ?? [])]);
  }
}

function PostOf({ post, paths, sayings }: { post: Post; paths: Paths; sayings: ReadonlyMap<string, Saying[]> }) {
  const words = useWords();
  return (
    <article class="post" id={post.id} data-key={post.isKeyEvent} aria-labelledby={post.headline ? `${post.id}-headline` : undefined}>
      <p class="meta">
        <When instant={post.datePublished} style="minute" />
        {post.isPinned && <span>{words.pinned}</span>}
        {post.isKeyEvent && <span>{words.keyEvent}</span>}
        {post.byline && <span>{post.byline}</span>}
      </p>
      {post.headline && <h2 id={`${post.id}-headline`}>{post.headline}</h2>}
      {post.isTruncated ? <p class="caution">{words.postPaid}</p> : <Blocks blocks={post.blocks} paths={paths} sayings={sayings} />}
    </article>
  );
}

/** Posts that are newer, before those that are older; each once. */
function joined(newer: readonly Post[], older: readonly Post[]): readonly Post[] {
  const ids = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !ids.has(id))];
}
