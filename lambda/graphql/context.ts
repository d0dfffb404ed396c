import type { Instant } from '../domain/instant.ts';
import { instantOf } from '../domain/instant.ts';
import type { ReaderAccess } from '../domain/paywall.ts';
import type { Site } from '../domain/site.ts';
import type { PreviewGrant } from '../preview-token.ts';
import { type Meter, metered, type NewsTable } from '../store/news-table.ts';
import { openPreview } from '../store/preview-reads.ts';
import { notedArticles, notedConcepts, notedFronts } from './caching-readers.ts';
import { Shown } from './caching-shown.ts';
import { previewOf } from './preview-token.ts';
import { accessOf } from './reader-token.ts';
import { type ArticleReader, articleReader } from './readers/articles.ts';
import { type ConceptReader, conceptReader } from './readers/concepts.ts';
import { type FrontReader, frontReader } from './readers/fronts.ts';
import { type LivePostReader, livePostReader } from './readers/live-posts.ts';
import { Room } from './room.ts';

/** What time it is. No other module of graphql/ reads the time. */
export const wallClock = (): Instant => instantOf(Date.now());

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
  /** What a newsroom's token opens; null for everybody else. */
  preview: PreviewGrant | null;
  /** What is left of the answer for the words of articles. */
  room: Room;
  /** What went wrong on our side and did not keep a field from an answer. Logged whole. */
  mended: unknown[];
  /** What the request has cost so far. */
  meter: Meter;
  /** What the readers have given out, for caches. */
  shown: Shown;
  /** The wall clock. For caches alone: whatever is read, is read at `clock`. */
  wallClock: () => Instant;
};

/** Who asks: the header that came, and the secrets with which it may be signed. */
export type Reader = { token: string | undefined; secrets: readonly string[] };

/** The same for a newsroom that looks ahead. `method` is that of HTTP, in capitals. */
export type Newsroom = Reader & { method: string };

/** Everything that a request's context is made of. `deadline`: when the time of the request is up, calls to DynamoDB are given up. */
type Asked = { site: Site; reader?: Reader; newsroom?: Newsroom; deadline?: AbortSignal };

/**
 * The context of a request that reads now, or at the later instant that a newsroom's token says. One call more for a later one, and two for each article
 * that has a moment until then.
 * @throws {GraphQLError} UNAUTHENTICATED or BAD_REQUEST for a token that is refused, see {@link accessOf} and {@link previewOf}
 */
export async function openContext(newsTable: NewsTable, { newsroom, deadline, ...asked }: Asked): Promise<RequestContext> {
  const now = wallClock();
  const preview = previewOf(newsroom?.token, newsroom?.secrets ?? [], newsroom?.method ?? '', now);
  if (preview === null) return requestContext(newsTable, { ...asked, clock: now, wallClock, ...(deadline && { deadline }) });
  const table = metered(newsTable, deadline);
  const seen = preview.asOf > now ? await openPreview(table, preview.asOf) : table;
  return contextOn(seen, { ...asked, clock: preview.asOf, now, wallClock, preview });
}

/**
 * The context of a request that reads at an instant.
 * @param reader who asks; whoever shows no token reads what is free
 * @param deadline when the time of the request is up: calls to DynamoDB are given up then
 * @param wallClock stands still unless it is given
 * @throws {GraphQLError} UNAUTHENTICATED, see {@link accessOf}
 */
export function requestContext(newsTable: NewsTable, { site, clock, reader, deadline, wallClock = () => clock }: AtClock): RequestContext {
  return contextOn(metered(newsTable, deadline), { site, clock, now: clock, wallClock, preview: null, ...(reader && { reader }) });
}

type AtClock = { site: Site; clock: Instant; reader?: Reader; deadline?: AbortSignal; wallClock?: () => Instant };
type At = Required<Pick<AtClock, 'site' | 'clock' | 'wallClock'>> &
  Pick<AtClock, 'reader'> & { now: Instant; preview: PreviewGrant | null };

/** @param table counted for this request alone. @param now the wall clock, by which tokens of readers expire */
function contextOn(table: NewsTable, { site, clock, now, wallClock, reader, preview }: At): RequestContext {
  const access = accessOf(reader?.token, reader?.secrets ?? [], now);
  const shown = new Shown();
  return {
    ...{ clock, access, site, preview, mended: [], meter: table.meter, shown, wallClock, room: new Room() },
    articles: notedArticles(articleReader(table, clock, preview?.draft ?? null), shown),
    concepts: notedConcepts(conceptReader(table, clock, access), shown),
    fronts: notedFronts(frontReader(table, clock), shown),
    livePosts: livePostReader(table, clock, access), // each of its posts stands behind a head that `articles` gave out
  };
}
