import type { Instant } from '../domain/instant.ts';
import type { Listing } from '../domain/listings.ts';
import type { Teaser } from '../domain/teaser.ts';
import { visible } from '../domain/visible.ts';
import { listingKey } from './items.ts';
import type { NewsTable } from './news-table.ts';

/**
 * What lists do not know yet of a later clock. They hold first publications under keys in the future, and never an update that waits;
 * a preview takes every article whose moment lies up to the clock from its own head instead.
 */
export type Preview = {
  clock: Instant;
  articles: ReadonlyMap<string, Shown>;
  /** Partitions of all lists that such an article enters or leaves. */
  touched: ReadonlySet<string>;
};

/** What stands of such an article; null when it is withdrawn or has expired by then. */
export type Shown = { teaser: Teaser; listings: readonly Listing[] } | null;

/** An entry of a list as a preview adds it. */
export type PreviewEntry = { place: string; listing: Omit<Listing, 'partition' | 'kind'> };

/** The preview that a handle carries, or null. @throws {Error} when it was opened for another clock */
export function previewAt({ preview }: NewsTable, clock: Instant): Preview | null {
  if (preview && preview.clock !== clock) throw new Error(`This preview was opened for ${preview.clock}, not for ${clock}`);
  return preview ?? null;
}

/** Everything that a preview adds to one list, in no order. */
export function previewEntries({ articles, clock }: Preview, partition: string, kind: Listing['kind']): PreviewEntry[] {
  const entries: PreviewEntry[] = [];
  for (const shown of articles.values()) {
    for (const listing of shown?.listings ?? []) {
      if (listing.partition !== partition || listing.kind !== kind || !visible(listing.teaser, clock)) continue;
      const turn = listing.kind === 'Q' ? listing.turn : null;
      entries.push({ place: listingKey(kind, listing.teaser.datePublished, listing.teaser.id, turn), listing });
    }
  }
  return entries;
}
