import { timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { type ArticleId, isArticleId } from '../domain/identity.ts';
import { type Instant, latest, millisecondsOf, parseInstant } from '../domain/instant.ts';
import { hmacOfPreview, LONGEST_PREVIEW, PREVIEW_HEADER, type PreviewGrant } from '../preview-token.ts';

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
  for (const secret of secrets) if (timingSafeEqual(sent, hmacOfPreview(secret, said, Number(seconds), draft))) isOurs = true; // every key takes its time
  if (!isOurs || (draft !== null && !isArticleId(draft))) throw refused(`${PREVIEW_HEADER} is signed by nobody we know`);
  const left = Number(seconds) - millisecondsOf(now) / 1000;
  if (left <= 0) throw refused(`${PREVIEW_HEADER} has expired`);
  if (left > LONGEST_PREVIEW) throw refused(`${PREVIEW_HEADER} holds longer than a day; make one that holds for less`);
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

function refused(message: string, code = 'UNAUTHENTICATED', status = 401): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
