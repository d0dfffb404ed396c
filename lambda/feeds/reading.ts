import type { Instant } from '../domain/instant.ts';
import type { Site } from '../domain/site.ts';
import type { NewsTable } from '../store/news-table.ts';

/** Where and when a request reads. Feeds are made for everybody: nobody here has paid, and nobody looks ahead. */
export type Reading = { table: NewsTable; site: Site; clock: Instant };

/** What stands at an address. */
export type Resource = {
  contentType: string;
  body: string;
  /** What a CDN may purge it by, see `cache-tags.ts`. */
  tags: readonly string[];
  /** When the first thing in it ends, where its source says so to everybody. */
  ends: Instant | null;
  /** When something in it began that no change of an article tells of; null where there is nothing. */
  began?: Instant | null;
};

/** `null`: nothing that may be known of. `GONE`: it was public, and is no longer. */
export type Found = Resource | 'GONE' | null;

/**
 * What one answer may have, in bytes as Lambda carries them. A million is left for headers and what stands around.
 * @see AWS Lambda quotas, "Invocation payload": 6 MB
 */
export const MOST_BYTES = 5_000_000;

/** The first end among some articles. */
export function firstEnd(articles: readonly { until: Instant | null }[]): Instant | null {
  return articles.reduce<Instant | null>((first, { until }) => (until && (first === null || until < first) ? until : first), null);
}
