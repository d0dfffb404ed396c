import type { ArticleId } from '../domain/identity.ts';
import { type Instant, LAST_INSTANT } from '../domain/instant.ts';
import { listingName, listingsOf, parseListingName } from '../domain/listings.ts';
import { teaserOf } from '../domain/teaser.ts';
import { type ReadableArticle, readArticleAt, readNewest } from './article-reads.ts';
import { articlesWithMoments } from './moments.ts';
import type { NewsTable } from './news-table.ts';
import type { Shown } from './preview.ts';
import { readState } from './read-manifest.ts';

/** How many articles are looked at beside each other. */
const AT_ONCE = 8;

/**
 * The table as it will read at `clock`: a handle whose lists, teasers, concepts and sections are those of that later clock, exactly. One call for
 * all moments, and two for each article that has one up to the clock; so open it only for a clock later than the wall clock, never for an earlier one.
 */
export async function openPreview(table: NewsTable, clock: Instant): Promise<NewsTable> {
  const ids = (await articlesWithMoments(table, clock)).values();
  const articles = new Map<string, Shown>();
  const touched = new Set<string>();
  const work = async () => {
    for (const id of ids) {
      const [found, { lists, left }] = await Promise.all([readArticleAt(table, id, clock, { withBody: true }), readState(table, id)]);
      const head = found && 'head' in found ? found.head : null;
      const teaser = head && teaserOf(head);
      const listings = head && teaser ? listingsOf(head, teaser, (found && 'head' in found && found.body?.quotations) || []) : [];
      articles.set(id, teaser && { teaser, listings });
      for (const name of [...lists, ...left, ...listings.map(listingName)]) touched.add(parseListingName(name).partition);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { ...table, preview: { clock, articles, touched } };
}

/**
 * The version of an article that waits, whatever its moment and also when it has none: for editors, who name this very article.
 * Without one, what can be read at `clock`. At most two calls.
 */
export async function readDraft(
  table: NewsTable,
  id: ArticleId,
  clock: Instant,
  { withBody }: { withBody: boolean },
): Promise<ReadableArticle | null> {
  const waiting = await readNewest(table, id, { between: [`V#${clock}$`, `V#${LAST_INSTANT}$`] }, { withBody, whateverItsEnd: true });
  return waiting && 'head' in waiting ? waiting : readArticleAt(table, id, clock, { withBody });
}
