import { setTimeout as sleep } from 'node:timers/promises';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import type { Article } from '../domain/article.ts';
import { type Decision, decidePush, deciding, joinPath, settle, shownVersion } from '../domain/article-state.ts';
import type { Body } from '../domain/body.ts';
import { Refused, refuse } from '../domain/fault.ts';
import { type ArticleId, articleId, digest } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { normalizePath, suffixedPath } from '../domain/path.ts';
import { earlierThan, type Head, type Tombstone } from '../domain/version.ts';
import { packBody } from './body-codec.ts';
import { type NewVersion, TakenOver, writeChange } from './fenced-write.ts';
import { checkPosts, isLive, pushPosts, waitedVersions } from './live-post-writes.ts';
import { type ArticleName, readManifest, readState } from './manifest.ts';
import { counted, type NewsTable } from './news-table.ts';
import { StaleState } from './transaction.ts';

/** What became of a pushed article. */
export type Pushed = {
  id: ArticleId;
  outcome: 'ACCEPTED' | 'UNCHANGED';
  /** The version that was sent, or the number that it got. */
  version: number;
  /** The highest version taken in. */
  known: number;
  /** Where it stands on the site; null for a withdrawal and when nothing was stored. */
  path: string | null;
  /** From when it can be read; null when nothing was stored. */
  availableFrom: Instant | null;
  warnings: string[];
};

/** How often a push reads and decides again when others write the same article. Each of them gets its turn within a few milliseconds. */
const ATTEMPTS = 12;

/** Longest name of a source, uri or slug, in bytes of UTF-8; far above any in use, far below a key's 2,048. */
const MAX_NAME_BYTES = 1024;

/**
 * Takes in one article as its source sends it, and leaves the table as `clock.md` has it: every listing, the teaser, paths, moments and
 * the profiles of its concepts; then the posts, of a live blog. Pushing the same version again finishes what was cut.
 * @param wall the wall clock, read once by the caller
 * @throws {Refused} before anything is written, when a name, path or key cannot be kept
 * @throws {ArticleTooLarge} before anything is written
 */
export async function pushArticle(table: NewsTable, article: Article, wall: Instant): Promise<Pushed> {
  checkNames(article);
  checkPosts(article);
  const name: ArticleName = { id: articleId(article.source, article.uri), source: article.source, uri: article.uri };
  const chunks = article.pubStatus === 'CANCELED' ? [] : packBody(article.body);
  const hash = digest(JSON.stringify({ ...article, version: null }));
  const wished = article.pubStatus === 'CANCELED' ? null : normalizePath(article.story.path);
  const withPosts = async (pushed: Pushed): Promise<Pushed> => {
    if (isLive(article)) await pushPosts(table, { id: name.id, version: pushed.version, posts: article.posts ?? null }, wall);
    return pushed;
  };

  let sent: Pushed | null = null; // an attempt that failed may have been written all the same
  for (let attempt = 1; ; attempt += 1) {
    const before = await readState(table, name.id);
    const now = deciding(before, wall);
    const wish = { ...article, hash, path: wished, chunks: chunks.length };
    let decision = decidePush(before, wish, now);
    if (decision.outcome === 'HELD')
      refuse('article', `is held back by editors since ${decision.since}; it can be sent again once they release it`);
    if (decision.outcome === 'UNCHANGED') {
      await settleArticle(table, name.id, now);
      const outcome = unchanged(name.id, decision, before.known.version, sent);
      return decision.conflicting ? outcome : withPosts(outcome);
    }
    const path = wished && (await freePath(table, wished, name.id));
    if (path !== wished) decision = decidePush(before, { ...wish, path }, now) as typeof decision;
    const warnings = path === wished ? [] : [`path ${wished} belongs to another article; this one stands at ${path}`];
    const { version, added } = decision;
    const accepted: Pushed = {
      ...{ id: name.id, outcome: 'ACCEPTED', version, known: version, path, availableFrom: added?.availableFrom ?? null, warnings },
    };
    try {
      await writeChange(table, name, {
        ...{ before, next: decision.next, superseded: decision.superseded, retired: decision.retired, now },
        added: newVersion(name, article, decision, {
          ...{ chunks, former: await formerHead(table, name.id, decision) },
          waited: isLive(article) ? await waitedVersions(table, name.id, before, now) : [],
        }),
      });
    } catch (error) {
      if (error instanceof TakenOver) {
        await settleArticle(table, name.id, now);
        return withPosts(accepted);
      }
      if (attempt === ATTEMPTS || error instanceof Refused) throw error;
      if (!(error instanceof StaleState)) sent = accepted;
      await sleep(Math.random() * 20 * attempt); // ms
      continue;
    }
    return withPosts(accepted);
  }
}

/**
 * Brings an article's lists, teaser and profiles to what they shall be at the wall clock: a pending version whose moment has come is relisted,
 * an expired one leaves its lists, a change that was cut is finished. Does nothing when nothing is owed.
 */
export async function settleArticle(table: NewsTable, id: ArticleId, wall: Instant): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const manifest = await readManifest(table, id);
    if (manifest === null) return;
    const { state: before } = manifest;
    const now = deciding(before, wall);
    const { state: next, retired } = settle(before, now);
    const owed = next !== before || !before.finished || (shownVersion(next, now)?.version ?? null) !== before.made;
    if (!owed) return;
    try {
      await writeChange(table, manifest, { before, next, superseded: null, retired, added: null, now });
      return;
    } catch (error) {
      if (!(error instanceof StaleState) || attempt === ATTEMPTS) throw error;
      await sleep(Math.random() * 20 * attempt); // ms
    }
  }
}

/** The path itself when nobody or this article holds it, else one with a suffix that is always the same for this article. One call. */
async function freePath(table: NewsTable, path: string, id: ArticleId): Promise<string> {
  const { Item } = await counted(
    table,
    table.path.build(GetItemCommand).key({ path }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return Item === undefined || Item.articleId === id ? path : freePath(table, suffixedPath(path, id), id);
}

/** The head of the version that the new one follows; null when there is none or it was a withdrawal. One call. */
async function formerHead(table: NewsTable, id: ArticleId, decision: Decision & { outcome: 'ACCEPTED' }): Promise<Head | null> {
  const { added, next, retired } = decision;
  const former = next.current?.version === added?.version ? retired.at(-1) : next.current;
  if (added === null || added.status === 'CANCELED' || !former || former.status !== 'USABLE') return null;
  const { availableFrom, version } = former;
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

/** The new version as it will be kept, or null when the decision keeps none. */
function newVersion(
  name: ArticleName,
  article: Article,
  decision: Decision,
  { chunks, former, waited }: { chunks: Uint8Array[]; former: Head | null; waited: readonly number[] },
): NewVersion | null {
  if (decision.outcome !== 'ACCEPTED' || decision.added === null) return null;
  const { added, next } = decision;
  const paths = joinPath(next.paths, added);
  const datePublished = next.current ? (next.listedAt ?? added.availableFrom) : added.availableFrom;
  const { id } = name;
  const { version, availableFrom } = added;
  if (article.pubStatus === 'CANCELED') {
    const tombstone: Tombstone = {
      type: 'TOMBSTONE',
      id,
      version,
      availableFrom,
      reason: 'WITHDRAWN',
      paths: paths.map(({ path }) => path),
    };
    return { ref: added, head: tombstone, chunks: [], body: null };
  }
  const head: Head = {
    type: 'HEAD',
    ...name,
    ...{ version, availableFrom, datePublished, dateModified: availableFrom, until: added.expires },
    ...article.story,
    path: added.path ?? article.story.path,
    firstCreated: article.firstCreated,
    versionCreated: article.versionCreated,
    earlier: earlierThan(former),
    formerPaths: paths.filter(({ path }) => path !== added.path),
    ...(waited.length > 0 ? { waited } : {}),
    chunks: chunks.length,
  };
  return { ref: added, head, chunks, body: article.body satisfies Body };
}

function unchanged(id: ArticleId, decision: Decision & { outcome: 'UNCHANGED' }, known: number, sent: Pushed | null): Pushed {
  const { version, conflicting } = decision;
  if (sent && version === known && !conflicting) return sent;
  const warnings = conflicting ? [`version ${version} is already known with other content; that one stays`] : [];
  return { id, outcome: 'UNCHANGED', version, known, path: null, availableFrom: null, warnings };
}

/** Everything that becomes part of a key is checked before anything is written. */
function checkNames({ source, uri, version, story }: Article): void {
  if (source === '' || source.includes('#')) refuse('source', 'must be a name without "#"');
  if (uri === '') refuse('uri', 'is empty');
  if (version !== null && !(Number.isSafeInteger(version) && version >= 0))
    refuse('version', `must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);
  const slugs = story ? [...[story.section, ...story.section.parents].map(({ slug }) => slug), story.series?.slug ?? 'none'] : [];
  for (const slug of slugs)
    if (slug === '' || /[#|]/.test(slug)) refuse('section or series', `slug "${slug}" is empty or holds "#" or "|"`);
  for (const name of [source, uri, ...slugs])
    if (Buffer.byteLength(name) > MAX_NAME_BYTES) refuse('name', `"${name.slice(0, 40)}…" is longer than ${MAX_NAME_BYTES} bytes`);
}
