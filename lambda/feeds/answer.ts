import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { HEADERS } from '../config.ts';
import { CROWDED } from '../domain/cache-tags.ts';
import { NINJS_VERSIONS, type NinjsVersion } from '../domain/exports/ninjs.ts';
import { digest } from '../domain/identity.ts';
import { type Instant, instantOf, latest, millisecondsOf } from '../domain/instant.ts';
import { sharedCacheControl } from '../domain/lifetime.ts';
import { readLastChange } from '../store/change-reads.ts';
import { jsonLdAt, ninjsAt } from './article-export.ts';
import { ATOM_TYPE, atomOf } from './atom.ts';
import { authorFeed, conceptFeed, type Feed, latestFeed, sectionFeed } from './feed.ts';
import type { Found, Reading, Resource } from './reading.ts';
import { RSS_TYPE, rssOf } from './rss.ts';
import { archiveSitemap, newsSitemap, sitemapIndex } from './sitemap.ts';

export type Answer = APIGatewayProxyStructuredResultV2;

/** What is asked for. `path` as it was sent, or with its percent-encoding undone: API Gateway does either. */
export type Request = { path: string; schema?: string | undefined; headers: Record<string, string | undefined> };

type Route = { path: RegExp; find: (reading: Reading, part: string, kind: string) => Promise<Found> };

/** Longest address that anything can have here, in bytes; a key of the table holds 2,048. */
const MOST_IN_PATH = 1024;

/** As many tags as CloudFront takes of one answer. @see Amazon CloudFront Developer Guide, "What you need to know when invalidating tags" */
const MOST_TAGS = 50;

/** By the parts of an address, which are handed on in their order. */
const ROUTES: readonly Route[] = [
  { path: /^\/articles\/([^/]+)\.jsonld$/, find: jsonLdAt },
  { path: /^\/feeds\/latest(\.)(rss|atom)$/, find: (reading, _, kind) => written(reading, kind, latestFeed(reading)) },
  { path: /^\/feeds\/sections\/([^/]+)\.(rss|atom)$/, find: (reading, slug, kind) => written(reading, kind, sectionFeed(reading, slug)) },
  { path: /^\/feeds\/concepts\/([^/]+)\.(rss|atom)$/, find: (reading, id, kind) => written(reading, kind, conceptFeed(reading, id)) },
  { path: /^\/feeds\/authors\/([^/]+)\.(rss|atom)$/, find: (reading, id, kind) => written(reading, kind, authorFeed(reading, id)) },
  { path: /^\/sitemap-news\.xml$/, find: newsSitemap },
  { path: /^\/sitemap\.xml$/, find: sitemapIndex },
  { path: /^\/sitemaps\/([^/]+)\.xml$/, find: archiveSitemap },
];
const NINJS = /^\/articles\/([^/]+)\.ninjs\.json$/;

/**
 * Answers a GET at an instant. What nobody may know of is answered as what never was: the same bytes after the same calls.
 * One call more than what stands at the address costs, beside it: when anything was changed last.
 */
export async function answerAt(reading: Reading, { path: sent, schema, headers }: Request): Promise<Answer> {
  const path = decoded(sent);
  const ninjs = NINJS.exec(path);
  const route = ninjs ? { find: ninjsRoute(schema), parts: ninjs.slice(1) } : routeTo(path);
  if (route === null || Buffer.byteLength(path) > MOST_IN_PATH) return failed(404, 'NOT_FOUND', 'Nothing is here');
  if (route.find === null) return failed(400, 'BAD_REQUEST', `schema: ninjs is written as ${NINJS_VERSIONS.join(', ')}`);
  const [id = '', kind = ''] = route.parts;
  const [found, changed] = await Promise.all([route.find(reading, id, kind), readLastChange(reading.table, reading.clock)]);
  if (found === null) return failed(404, 'NOT_FOUND', 'Nothing is here');
  if (found === 'GONE') return failed(410, 'WITHDRAWN', 'This article is no longer public');
  return conditional(found, reading.clock, changed, headers);
}

/** An answer that nobody keeps. */
export function failed(statusCode: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({ error: { code, message } }),
  };
}

function routeTo(path: string): { find: Route['find']; parts: string[] } | null {
  for (const { path: pattern, find } of ROUTES) {
    const match = pattern.exec(path);
    if (match) return { find, parts: match.slice(1) };
  }
  return null;
}

/** Null for a version that is not written. */
function ninjsRoute(schema: string = '3.1'): Route['find'] | null {
  if (!NINJS_VERSIONS.includes(schema as NinjsVersion)) return null;
  return (reading, id) => ninjsAt(reading, id, schema as NinjsVersion);
}

async function written({ site }: Reading, kind: string, reading: Promise<Feed | null>): Promise<Found> {
  const feed = await reading;
  if (feed === null) return null;
  const [contentType, body] = kind === 'rss' ? [RSS_TYPE, rssOf(site, feed)] : [ATOM_TYPE, atomOf(site, feed)];
  return { contentType, body, tags: feed.tags, ends: feed.ends };
}

/** Whole, or 304 for whoever has it already. */
function conditional(
  { contentType, body, tags, ends, began }: Resource,
  clock: Instant,
  changed: Instant | null,
  headers: Request['headers'],
): Answer {
  const etag = `"${digest(contentType, body)}"`;
  const modified = lastModified(clock, changed, began ?? null);
  const said = {
    etag,
    ...(modified === null ? {} : { 'last-modified': new Date(modified).toUTCString() }),
    'cache-control': sharedCacheControl(clock, ends),
    [HEADERS.cacheTag]: (tags.length <= MOST_TAGS ? tags : [...tags.slice(0, MOST_TAGS - 1), CROWDED]).join(','),
  };
  if (isKnown(headers, etag, modified)) return { statusCode: 304, headers: said };
  return { statusCode: 200, headers: { ...said, 'content-type': contentType, 'x-content-type-options': 'nosniff' }, body };
}

/**
 * A write takes a moment to arrive, and the lists show an update that waited for its moment when the sweeper has been there: within the minute, and
 * whatever is later than two is an alarm. Milliseconds.
 */
const SETTLING_MS = 120_000;

/**
 * When anything of the site was changed last, in whole seconds, rounded up: since then nothing here can be otherwise. No date of the articles in an
 * answer would do: one that is withdrawn leaves older ones behind, and a correction may be dated back.
 * @returns milliseconds since 1970; null while the last change is so young that its last traces may still be on their way
 */
function lastModified(clock: Instant, changed: Instant | null, began: Instant | null): number | null {
  const last = latest(changed ?? instantOf(0), began);
  const second = Math.ceil(millisecondsOf(last) / 1000) * 1000;
  return second + SETTLING_MS <= millisecondsOf(clock) ? second : null;
}

/** Whoever names an entity tag is judged by it alone. @see RFC 9110, 13.2.2 "Precedence of Preconditions" */
function isKnown(headers: Request['headers'], etag: string, modified: number | null): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return modified !== null && modified <= since; // false for no date
}

/** What cannot be decoded stays as it is, and is found nowhere. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
