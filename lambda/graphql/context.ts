import type { Instant } from '../domain/instant.ts';
import { instantOf } from '../domain/instant.ts';
import type { ReaderAccess } from '../domain/paywall.ts';
import type { Site } from '../domain/site.ts';
import { type Meter, metered, type NewsTable } from '../store/news-table.ts';
import { accessOf } from './reader-token.ts';
import { type ArticleReader, articleReader } from './readers/articles.ts';
import { type ConceptReader, conceptReader } from './readers/concepts.ts';
import { type FrontReader, frontReader } from './readers/fronts.ts';
import { type LivePostReader, livePostReader } from './readers/live-posts.ts';

/** What a resolver may use: the clock of the request, who reads, and readers that read at that clock. New for every request. */
export type RequestContext = {
  clock: Instant;
  /** What of paid articles this reader may read. */
  access: ReaderAccess;
  site: Site;
  articles: ArticleReader;
  concepts: ConceptReader;
  fronts: FrontReader;
  livePosts: LivePostReader;
  /** What went wrong on our side and did not keep a field from an answer. Logged whole. */
  mended: unknown[];
  /** What the request has cost so far. */
  meter: Meter;
};

/** Who asks: the header that came, and the secrets with which it may be signed. */
export type Reader = { token: string | undefined; secrets: readonly string[] };

/**
 * @param clock the instant at which the request reads; the wall clock when left out. No other module of graphql/ reads the time.
 * @param reader who asks; whoever shows no token reads what is free
 * @param deadline when the time of the request is up: calls to DynamoDB are given up then
 * @throws {GraphQLError} UNAUTHENTICATED, see {@link accessOf}
 */
export function requestContext(
  newsTable: NewsTable,
  { site, clock = instantOf(Date.now()), reader, deadline }: { site: Site; clock?: Instant; reader?: Reader; deadline?: AbortSignal },
): RequestContext {
  const table = metered(newsTable, deadline);
  const access = accessOf(reader?.token, reader?.secrets ?? [], clock);
  return {
    ...{ clock, access, site, mended: [], meter: table.meter },
    articles: articleReader(table, clock),
    concepts: conceptReader(table, clock, access),
    fronts: frontReader(table, clock),
    livePosts: livePostReader(table, clock, access),
  };
}
