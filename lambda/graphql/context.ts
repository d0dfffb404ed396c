import type { Instant } from '../domain/instant.ts';
import { instantOf } from '../domain/instant.ts';
import { type Meter, metered, type NewsTable } from '../store/news-table.ts';
import { type ArticleReader, articleReader } from './readers/articles.ts';
import { type ConceptReader, conceptReader } from './readers/concepts.ts';
import { type FrontReader, frontReader } from './readers/fronts.ts';

/** What a resolver may use: the clock of the request, and readers that read at that clock. New for every request. */
export type RequestContext = {
  clock: Instant;
  articles: ArticleReader;
  concepts: ConceptReader;
  fronts: FrontReader;
  /** What the request has cost so far. */
  meter: Meter;
};

/**
 * @param clock the instant at which the request reads; the wall clock when left out. No other module of graphql/ reads the time.
 * @param deadline when the time of the request is up: calls to DynamoDB are given up then
 */
export function requestContext(
  newsTable: NewsTable,
  { clock = instantOf(Date.now()), deadline }: { clock?: Instant; deadline?: AbortSignal } = {},
): RequestContext {
  const table = metered(newsTable, deadline);
  return {
    clock,
    articles: articleReader(table, clock),
    concepts: conceptReader(table, clock),
    fronts: frontReader(table, clock),
    meter: table.meter,
  };
}
