import { createHmac, timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { HEADERS } from '../config.ts';
import { type ArticleId, isArticleId } from '../domain/identity.ts';
import { type Instant, latest, millisecondsOf, parseInstant } from '../domain/instant.ts';

/**
 * The header in which a newsroom says at which instant it reads: `as-of=<instant>,expires=<seconds since 1970>,article=<id>,v1=<hex>`; see {@link previewToken}.
 * Whoever holds a token may read as of any instant up to its own, and says which one before it: `at=<instant>,as-of=…`.
 */
export const PREVIEW_HEADER = HEADERS.preview;

/** What a token of a newsroom opens. */
export type PreviewGrant = {
  /** The instant as of which everything is read; never earlier than now. */
  asOf: Instant;
  /** The article whose version that waits may be read, whatever its moment. */
  draft: ArticleId | null;
};

/** How long a token may hold, in seconds: a link in a mail that is read tomorrow shall not open the day after. */
const LONGEST = 24 * 60 * 60;

/**
 * A token that shows the site as of an instant, and with it the draft of one article.
 * @param expires seconds since 1970, whole; at most a day from now, else it is refused
 */
export function previewToken(secret: string, { asOf, draft }: PreviewGrant, expires: number): string {
  return `as-of=${asOf},expires=${expires}${draft ? `,article=${draft}` : ''},v1=${hmac(secret, asOf, expires, draft).toString('hex')}`;
}

/**
 * What the bearer of a token may see. Without a header: nothing but what everybody sees.
 * @param secrets any of them may have signed, so that they can be changed one after the other
 * @param method of HTTP, in capitals; a preview goes by POST alone, which no cache keeps
 * @throws {GraphQLError} UNAUTHENTICATED for a token that is wrong, has expired, or holds too long, and for an instant later than its own; BAD_REQUEST for another
 * method: it is refused, never ignored
 */
export function previewOf(header: string | undefined, secrets: readonly string[], method: string, now: Instant): PreviewGrant | null {
  if (header === undefined) return null;
  const [, at, said, seconds, article, hex] = FORM.exec(header.replaceAll(' ', '')) ?? [];
  if (said === undefined || seconds === undefined || hex === undefined) throw refused(`${PREVIEW_HEADER} is no token of ours`);
  const draft = article === undefined ? null : (article as ArticleId);
  const sent = Buffer.from(hex, 'hex');
  let isOurs = false;
  for (const secret of secrets) if (timingSafeEqual(sent, hmac(secret, said, Number(seconds), draft))) isOurs = true; // every key takes its time
  if (!isOurs || (draft !== null && !isArticleId(draft))) throw refused(`${PREVIEW_HEADER} is signed by nobody we know`);
  const left = Number(seconds) - millisecondsOf(now) / 1000;
  if (left <= 0) throw refused(`${PREVIEW_HEADER} has expired`);
  if (left > LONGEST) throw refused(`${PREVIEW_HEADER} holds longer than a day; make one that holds for less`);
  if (method !== 'POST') throw refused(`${PREVIEW_HEADER} goes with POST`, 'BAD_REQUEST', 400);
  const asOf = parseInstant(said, PREVIEW_HEADER);
  const wished = at === undefined ? asOf : instantIn(at);
  if (wished > asOf) throw refused(`${PREVIEW_HEADER} opens the site up to ${asOf}, and not as of ${wished}`);
  return { asOf: latest(wished, now), draft };
}

/** What the bearer wishes to see is signed by nobody, so it may be anything. */
function instantIn(text: string): Instant {
  try {
    return parseInstant(text, PREVIEW_HEADER);
  } catch {
    throw refused(`${PREVIEW_HEADER}: at="${text}" is no instant such as 2026-11-03T18:00:00.000Z`);
  }
}

const FORM = /^(?:at=([\d:.TZ-]{20,30}),)?as-of=([\d:.TZ-]{20,30}),expires=(\d{1,12})(?:,article=([\w-]{1,64}))?,v1=([0-9a-f]{64})$/i;

function hmac(secret: string, asOf: string, expires: number, draft: ArticleId | null): Buffer {
  return createHmac('sha256', secret)
    .update(`preview.${asOf}.${expires}.${draft ?? ''}`)
    .digest();
}

function refused(message: string, code = 'UNAUTHENTICATED', status = 401): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
