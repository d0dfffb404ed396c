import { QueryCommand } from 'dynamodb-toolbox/table/actions/query';
import type { ConceptId } from '../domain/identity.ts';
import { earliest, type Instant, instantOf, millisecondsOf } from '../domain/instant.ts';
import { type Description, LIST, type Listing } from '../domain/listings.ts';
import type { ReaderAccess } from '../domain/paywall.ts';
import type { Quotation } from '../domain/quotation.ts';
import type { Teaser } from '../domain/teaser.ts';
import { visible } from '../domain/visible.ts';
import { datedPage } from './dated-page.ts';
import { upTo } from './keys.ts';
import { counted, type NewsTable, ONE_PAGE } from './news-table.ts';
import { type DatedPageRequest, LISTING_SHAPE, type Page, walkOf } from './page.ts';
import { type PreviewEntry, previewAt, previewEntries } from './preview.ts';

/** A quotation with the article in which it stands. */
export type Said = { quotation: Quotation; teaser: Teaser };

/** How one article described a concept. */
export type Described = { description: Description; teaser: Teaser };

/** The newest articles, of one language if asked. One call. @throws {InvalidPage} */
export function listLatest(table: NewsTable, language: string | null, clock: Instant, page: DatedPageRequest): Promise<Page<Teaser>> {
  return listArticles(table, LIST.latest(language ?? undefined), 'A', clock, page);
}

/** The articles of a section. One call. @throws {InvalidPage} */
export function listSection(table: NewsTable, slug: string, clock: Instant, page: DatedPageRequest): Promise<Page<Teaser>> {
  return listArticles(table, LIST.section(slug), 'A', clock, page);
}

/** The articles that a person had a part in. One call. @throws {InvalidPage} */
export function listContributions(table: NewsTable, person: ConceptId, clock: Instant, page: DatedPageRequest): Promise<Page<Teaser>> {
  return listArticles(table, LIST.author(person), 'A', clock, page);
}

/** The parts of a series. One call. @throws {InvalidPage} */
export function listSeries(table: NewsTable, slug: string, clock: Instant, page: DatedPageRequest): Promise<Page<Teaser>> {
  return listArticles(table, LIST.series(slug), 'A', clock, page);
}

/** The language versions of one story, at most a hundred. One call. @throws {InvalidPage} */
export function listTranslations(
  table: NewsTable,
  source: string,
  group: string,
  clock: Instant,
  page: DatedPageRequest,
): Promise<Page<Teaser>> {
  return listArticles(table, LIST.translations(source, group), 'A', clock, page);
}

/** The articles about a concept. One call. @throws {InvalidPage} */
export function listAbout(table: NewsTable, concept: ConceptId, clock: Instant, page: DatedPageRequest): Promise<Page<Teaser>> {
  return listArticles(table, LIST.concept(concept), 'A', clock, page);
}

/** The articles that mention a concept in passing. One call. @throws {InvalidPage} */
export function listMentions(table: NewsTable, concept: ConceptId, clock: Instant, page: DatedPageRequest): Promise<Page<Teaser>> {
  return listArticles(table, LIST.concept(concept), 'M', clock, page);
}

/**
 * What a person said, or what was said for an organisation or at an event, newest article first; without what `access` may not read. One call.
 * @throws {InvalidPage}
 */
export function listQuotations(
  table: NewsTable,
  concept: ConceptId,
  clock: Instant,
  page: DatedPageRequest,
  access: ReaderAccess = 'FREE',
): Promise<Page<Said>> {
  return listPage(table, LIST.concept(concept), 'Q', clock, page, (listing) => listing as Said, access);
}

/** How articles described a person or an organisation, newest first; without what `access` may not read. One call. @throws {InvalidPage} */
export function listDescriptions(
  table: NewsTable,
  concept: ConceptId,
  clock: Instant,
  page: DatedPageRequest,
  access: ReaderAccess = 'FREE',
): Promise<Page<Described>> {
  return listPage(table, LIST.concept(concept), 'R', clock, page, (listing) => listing as Described, access);
}

function listArticles(table: NewsTable, partition: string, kind: 'A' | 'M', clock: Instant, page: DatedPageRequest): Promise<Page<Teaser>> {
  return listPage(table, partition, kind, clock, page, ({ teaser }) => teaser);
}

/** The oldest listing of a kind that stands in a partition at `clock`, or null. One call. */
export async function oldestListing(table: NewsTable, partition: string, kind: 'A' | 'M', clock: Instant): Promise<PreviewEntry | null> {
  const page = await listPage(table, partition, kind, clock, { last: 1 }, (listing, place) => ({ place, listing }));
  return page.edges[0]?.node ?? null;
}

/**
 * One page of a dated list: everything up to the clock. One item more than asked tells whether there is a next page; items that have
 * expired are dropped and the page is filled up. Under a preview, articles that will have changed by its clock are taken from there.
 */
async function listPage<Node>(
  table: NewsTable,
  partition: string,
  kind: Listing['kind'],
  clock: Instant,
  request: DatedPageRequest,
  toNode: (listing: PreviewEntry['listing'], place: string) => Node,
  access: ReaderAccess = 'FREE',
): Promise<Page<Node>> {
  const preview = previewAt(table, clock);
  const range = rangeOf(kind, clock, request.published);
  const shows = ({ listing }: PreviewEntry) => visible(listing.teaser, clock) && !(access === 'FREE' && 'paid' in listing && listing.paid);
  const page = await datedPage(
    { partition, range, walk: walkOf(request, LISTING_SHAPE[kind]) },
    (options) =>
      counted(
        table,
        table.listing.table
          .build(QueryCommand)
          .entities(table.listing)
          .query({ partition, range })
          .options({ ...options, ...ONE_PAGE })
          .send(),
      ),
    (entry) => shows(entry) && !preview?.articles.has(entry.listing.teaser.id),
    preview ? previewEntries(preview, partition, kind).filter(shows) : [],
  );
  return { ...page, edges: page.edges.map(({ cursor, node: { place, listing } }) => ({ cursor, node: toNode(listing, place) })) };
}

/** A listing's key says when its article was first published, so a time in which that was is a range of keys. */
function rangeOf(kind: Listing['kind'], clock: Instant, published: DatedPageRequest['published']): { between: [string, string] } {
  const last = published?.until ? earliest(clock, instantOf(millisecondsOf(published.until) - 1)) : clock;
  return upTo(kind, last, published?.from ?? undefined);
}
