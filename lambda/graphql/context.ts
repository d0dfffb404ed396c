import type { Instant } from '../domain/instant.ts';
import { instantOf } from '../domain/instant.ts';
import type { ReaderAccess } from '../domain/paywall.ts';
import { type Meter, metered, type NewsTable } from '../store/news-table.ts';
import { type ArticleReader, articleReader } from './readers/articles.ts';
import { type ConceptReader, conceptReader } from './readers/concepts.ts';
import { type LivePostReader, livePostReader } from './readers/live-posts.ts';

/** What a resolver may use: the clock of the request, and readers that read at that clock. New for every request. */
export type RequestContext = {
  clock: Instant;
  articles: ArticleReader;
  concepts: ConceptReader;
  livePosts: LivePostReader;
  /** What the reader may read of articles that are not free. */
  access: ReaderAccess;
  /** What the request has cost so far. */
  meter: Meter;
};

/**
 * @param clock the instant at which the request reads; the wall clock when left out. No other module of graphql/ reads the time.
 * @param access `FREE` when left out: whoever shows no token reads what is free
 * @param deadline when the time of the request is up: calls to DynamoDB are given up then
 */
export function requestContext(
  newsTable: NewsTable,
  { clock = instantOf(Date.now()), deadline, access = 'FREE' }: { clock?: Instant; deadline?: AbortSignal; access?: ReaderAccess } = {},
): RequestContext {
  const table = metered(newsTable, deadline);
  return {
    ...{ clock, access, meter: table.meter },
    articles: articleReader(table, clock),
    concepts: conceptReader(table, clock),
    livePosts: livePostReader(table, clock, access),
  };
}
