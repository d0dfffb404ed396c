import { isDeepStrictEqual } from 'node:util';
import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import type { Article } from '../domain/article.ts';
import {
  type ArticleState,
  type Decision,
  decidePush,
  deciding,
  joinPath,
  numberToldOf,
  settle,
  shownVersion,
} from '../domain/article-state.ts';
import type { Body } from '../domain/body.ts';
import { Refused, refuse } from '../domain/fault.ts';
import { type ArticleId, articleId, digest } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { normalizePath, suffixedPath } from '../domain/path.ts';
import { type Verdicts, withVerdicts } from '../domain/verdict.ts';
import { earlierThan, type Head, type Tombstone } from '../domain/version.ts';
import { packBody } from './body-codec.ts';
import { renewVersions } from './concept-renewal.ts';
import { DECISIONS, letOthersFinish, undisturbed } from './decide-again.ts';
import { type NewVersion, TakenOver, writeChange } from './fenced-write.ts';
import { checkPosts, isLive, pushPosts, waitedVersions } from './live-post-writes.ts';
import { counted, type NewsTable } from './news-table.ts';
import { checkVersion, type Pushed, unchanged } from './pushed.ts';
import { type ArticleName, readManifest, readState } from './read-manifest.ts';
import { StaleState } from './transaction.ts';
import { verdictsOn } from './verdicts.ts';
import { readHead } from './version-reads.ts';

/** Longest name of a source, uri or slug, in bytes of UTF-8; far above any in use, far below a key's 2,048. */
const MAX_NAME_BYTES = 1024;

/**
 * An article as it is kept: where it wishes to stand and its body, null and nothing for a withdrawal. Whether it can be kept is known here, as far
 * as it can be known without asking the table.
 * @throws {Refused} when a name, path, post or key cannot be kept
 * @throws {ArticleTooLarge} when the body cannot
 */
export function prepareArticle(article: Article): { path: string | null; chunks: Uint8Array[] } {
  checkNames(article);
  checkPosts(article);
  if (article.pubStatus === 'CANCELED') return NOTHING_KEPT;
  return { chunks: packBody(article.body), path: normalizePath(article.story.path) };
}

/**
 * Takes in one article as its source sends it, and leaves the table as `clock.md` has it: every listing, the teaser, paths, moments and
 * the profiles of its concepts; then the posts, of a live blog. Pushing the same version again finishes what was cut.
 * @param wall the wall clock, read once by the caller
 * @throws {Refused} before anything is written, when a name, path or key cannot be kept
 * @throws {ArticleTooLarge} before anything is written
 */
export async function pushArticle(table: NewsTable, article: Article, wall: Instant): Promise<Pushed<ArticleId>> {
  const prepared = prepareArticle(article);
  const name: ArticleName = { id: articleId(article.source, article.uri), source: article.source, uri: article.uri };
  const hash = digest(JSON.stringify({ ...article, version: null }));
  const withPosts = async (pushed: Pushed<ArticleId>, version: number, of: Article): Promise<Pushed<ArticleId>> => {
    if (isLive(of)) await pushPosts(table, { id: name.id, version, posts: of.posts ?? null }, wall);
    return pushed;
  };

  let sent: Pushed<ArticleId> | null = null; // an attempt that failed may have been written all the same
  for (let attempt = 1; ; attempt += 1) {
    const before = await readState(table, name.id);
    const now = deciding(before, wall);
    const said = isTakenBack(article, before, now) ? withdrawalOf(article) : article;
    const { chunks: sentChunks, path: wished } = said === article ? prepared : NOTHING_KEPT;
    const wish = { ...said, hash, path: wished, chunks: sentChunks.length };
    const base = before.numbering?.base ?? 0;
    if (!Number.isSafeInteger(base + (article.version ?? 0)))
      refuse('version', `must be at most ${Number.MAX_SAFE_INTEGER - base}, since its source began to number anew`);
    let decision = decidePush(before, wish, now);
    if (decision.outcome === 'HELD')
      refuse('article', `is held back by editors since ${decision.since}; it can be sent again once they release it`);
    if (decision.outcome === 'UNDATED')
      refuse(
        'version',
        `was in use before its source began to number anew, with numbers up to ${decision.highest}; say when this version was made, so that it is not taken for one from before`,
      );
    if (decision.outcome === 'UNCHANGED') {
      await settleArticle(table, name.id, now);
      const { conflicting, madeBefore } = decision;
      const outcome = unchanged(name.id, { version: decision.version - base, conflicting, madeBefore }, numberToldOf(before), sent);
      if (conflicting || madeBefore || !isLive(said)) return outcome;
      return withPosts(outcome, decision.version, (await asEditorsHaveIt(table, said, before)).meant);
    }
    const { meant, verdicts } = await asEditorsHaveIt(table, said, before);
    const chunks = meant.body === said.body ? sentChunks : packBody(meant.body as Body);
    const path = wished && (await freePath(table, wished, name.id));
    if (path !== wished || chunks.length !== wish.chunks)
      decision = decidePush(before, { ...wish, path, chunks: chunks.length }, now) as typeof decision;
    const warnings = path === wished ? [] : [`path ${wished} belongs to another article; this one stands at ${path}`];
    const { version, added } = decision;
    const accepted: Pushed<ArticleId> = {
      ...{
        id: name.id,
        outcome: 'ACCEPTED',
        version: version - base,
        known: version - base,
        path,
        availableFrom: added?.availableFrom ?? null,
        warnings,
      },
    };
    try {
      await writeChange(table, name, {
        ...{ before, next: decision.next, superseded: decision.superseded, retired: decision.retired, now },
        added: newVersion(name, meant, decision, {
          ...{ base, chunks, former: await formerHead(table, name.id, decision) },
          waited: isLive(meant) ? await waitedVersions(table, name.id, before, now) : [],
        }),
      });
    } catch (error) {
      if (error instanceof TakenOver) {
        await settleArticle(table, name.id, now);
        return withPosts(accepted, version, meant);
      }
      if (attempt === DECISIONS || error instanceof Refused) throw error;
      if (!(error instanceof StaleState)) sent = accepted;
      await letOthersFinish(attempt);
      continue;
    }
    // who decides of a concept looks at all articles afterwards; who writes an article looks at what was decided afterwards
    if (!isDeepStrictEqual((await asEditorsHaveIt(table, said, before)).verdicts, verdicts)) {
      if (await renewVersions(table, name.id, now)) await settleArticle(table, name.id, now);
    }
    return withPosts(accepted, version, meant);
  }
}

/** Whether a push takes away what readers have: its source has it at its desk again, and here it is public. */
function isTakenBack({ takesBack }: Article, before: ArticleState, now: Instant): boolean {
  return takesBack === true && settle(before, now).state.current?.status === 'USABLE';
}

/** Of a withdrawal. */
const NOTHING_KEPT: ReturnType<typeof prepareArticle> = { path: null, chunks: [] };

function withdrawalOf(article: Article): Article {
  return { ...article, pubStatus: 'CANCELED', story: null, body: null, posts: null };
}

/** An article with those in place of concepts whom editors decided that it means, and what they have decided. One call where it names anybody; two where some were merged. */
async function asEditorsHaveIt(
  table: NewsTable,
  article: Article,
  { splits = {} }: ArticleState,
): Promise<{ meant: Article; verdicts: Verdicts }> {
  if (article.pubStatus === 'CANCELED') return { meant: article, verdicts: new Map() };
  const { story, body, posts = null } = article;
  const said = { story, body, ...(posts === null ? {} : { posts }) };
  const verdicts = await verdictsOn(table, said, splits);
  return { meant: { ...article, ...withVerdicts(said, splits, verdicts) }, verdicts };
}

/**
 * Brings an article's lists, teaser and profiles to what they shall be at the wall clock: a pending version whose moment has come is relisted,
 * an expired one leaves its lists, a change that was cut is finished. Does nothing when nothing is owed.
 */
export async function settleArticle(table: NewsTable, id: ArticleId, wall: Instant): Promise<void> {
  await undisturbed(async () => {
    const manifest = await readManifest(table, id);
    if (manifest === null) return;
    const { state: before } = manifest;
    const now = deciding(before, wall);
    const { state: next, retired } = settle(before, now);
    const owed = next !== before || !before.finished || (shownVersion(next, now)?.version ?? null) !== before.made;
    if (owed) await writeChange(table, manifest, { before, next, superseded: null, retired, added: null, now });
  });
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
  return readHead(table, id, former);
}

/** The new version as it will be kept, or null when the decision keeps none. */
function newVersion(
  name: ArticleName,
  article: Article,
  decision: Decision,
  { base, chunks, former, waited }: { base: number; chunks: Uint8Array[]; former: Head | null; waited: readonly number[] },
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
    ...(base > 0 ? { base } : {}),
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

/** Everything that becomes part of a key is checked before anything is written. */
function checkNames({ source, uri, version, story }: Article): void {
  if (source === '' || source.includes('#')) refuse('source', 'must be a name without "#"');
  if (uri === '') refuse('uri', 'is empty');
  checkVersion(version);
  const slugs = story ? [...[story.section, ...story.section.parents].map(({ slug }) => slug), story.series?.slug ?? 'none'] : [];
  for (const slug of slugs)
    if (slug === '' || /[#|]/.test(slug)) refuse('section or series', `slug "${slug}" is empty or holds "#" or "|"`);
  for (const name of [source, uri, ...slugs])
    if (Buffer.byteLength(name) > MAX_NAME_BYTES) refuse('name', `"${name.slice(0, 40)}…" is longer than ${MAX_NAME_BYTES} bytes`);
}
