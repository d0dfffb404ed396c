import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type ArticlePageFragment, LivePollDocument, LivePostsDocument, type LivePostTextFragment } from '../generated.ts';
import { Blocks } from '../parts/blocks.tsx';
import type { Paths } from '../parts/marked-text.tsx';
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

type LivePostsProps = { id: string; liveBlog: LiveBlog; paths: Paths /** What stands below the posts. */; children: ComponentChildren };

/** The posts of a live blog. Follows while posts are still to come and somebody looks; what is new waits until the reader wishes to see it, so that nothing jumps. */
export function LivePosts({ id, liveBlog, paths, children }: LivePostsProps) {
  const words = useWords();
  const [posts, setPosts] = useState<readonly Post[] | null>(null);
  const [waiting, setWaiting] = useState<readonly Post[]>([]);
  const [keyEvents, setKeyEvents] = useState<KeyEvents>([]);
  const [older, setOlder] = useState<string | null>(null);
  const [isLive, setIsLive] = useState(liveBlog.isLive);
  const newest = useRef<string | null>(null);
  const current = useRef<readonly Post[]>([]);
  current.current = posts ?? [];

  const read = useCallback(
    async (after: string | null) => {
      const { data } = await following.ask(LivePostsDocument, { id, after });
      const found = data?.article && 'liveBlog' in data.article ? data.article.liveBlog : null;
      if (!found?.posts) return null;
      setIsLive(found.isLive);
      if (after === null) setKeyEvents(found.keyEvents ?? []);
      return { posts: found.posts.edges.map(({ node }) => node), pageInfo: found.posts.pageInfo };
    },
    [id],
  );

  useEffect(() => {
    void read(null)
      .catch(() => null) // the article stands; a poll tries again
      .then((page) => {
        setPosts(page?.posts ?? []);
        newest.current = page?.pageInfo.startCursor ?? null;
        setOlder(page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
      });
  }, [read]);

  useEffect(() => {
    if (!isLive) return;
    let turn = 0;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      turn += 1;
      void (turn % WHOLE === 0 ? again() : poll()).catch(() => {}); // the next turn tries again
    }, POLL);
    return () => clearInterval(timer);

    async function poll(): Promise<void> {
      if (newest.current === null) return again();
      const { data } = await following.ask(LivePollDocument, { id, newest: newest.current });
      if (data?.article?.__typename !== 'NewsArticle') return;
      const found = data.article.liveBlog;
      if (!found?.posts) return;
      setIsLive(found.isLive);
      newest.current = found.posts.pageInfo.startCursor ?? newest.current;
      const fresh = found.posts.edges.map(({ node }) => node);
      if (fresh.length > 0) setWaiting((before) => joined(fresh, before));
    }

    /** What was put right is shown where it stands; what is new waits. */
    async function again(): Promise<void> {
      const page = await read(null);
      if (!page) return;
      const now = new Map(page.posts.map((post) => [post.id, post]));
      const shown = current.current;
      const known = new Set(shown.map((post) => post.id));
      setPosts(shown.map((post) => now.get(post.id) ?? post));
      setWaiting(page.posts.filter((post) => !known.has(post.id) && isNewer(post, shown[0])));
      newest.current = page.pageInfo.startCursor;
    }
  }, [id, isLive, read]);

  if (posts === null) return <div class="posts-to-come" />; // holds their place, so that the foot of the page does not move
  const pinned = posts.filter(({ isPinned }) => isPinned);
  const rest = posts.filter(({ isPinned }) => !isPinned);
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
                  <a href={`#${encodeURIComponent(event.id)}`}>{event.headline ?? words.keyEvent}</a>
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
                  setPosts(joined(waiting, posts));
                  setWaiting([]);
                }}
              >
                {words.newPosts(waiting.length)}
              </button>
            )}
          </p>
          {[...pinned, ...rest].map((post) => (
            <PostOf key={post.id} post={post} paths={paths} />
          ))}
          {older && (
            <p class="pager">
              <button
                type="button"
                onClick={async () => {
                  const page = await read(older).catch(() => null);
                  if (!page) return;
                  setPosts(joined(posts, page.posts));
                  setOlder(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
                }}
              >
                {words.olderPosts}
              </button>
            </p>
          )}
        </div>
      </section>
      {children}
    </>
  );
}

function PostOf({ post, paths }: { post: Post; paths: Paths }) {
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
      {post.isTruncated ? <p class="caution">{words.postPaid}</p> : <Blocks blocks={post.blocks} paths={paths} />}
    </article>
  );
}

/** Posts that are newer, before those that are older; each once. */
function joined(newer: readonly Post[], older: readonly Post[]): readonly Post[] {
  const ids = new Set(newer.map(({ id }) => id));
  return [...newer, ...older.filter(({ id }) => !ids.has(id))];
}

function isNewer(post: Post, than: Post | undefined): boolean {
  return than === undefined || post.datePublished > than.datePublished;
}
