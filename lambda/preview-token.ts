import { createHmac } from 'node:crypto';
import { HEADERS } from './config.ts';
import { type Fault, Refused, refuse } from './domain/fault.ts';
import { type ArticleId, isArticleId } from './domain/identity.ts';
import { type Instant, instantOf, parseInstant } from './domain/instant.ts';

/** How the tokens of a newsroom that looks ahead are made: by a command, and by a function in AWS. */

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
export const LONGEST_PREVIEW = 24 * 60 * 60;

/** How long it holds where nobody says, in seconds. */
const USUAL = 15 * 60;

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 60 * 60 };

/** What somebody wishes of a token, in their own words: each a text, or left out, or null. */
export type PreviewWish = {
  /** An instant with its zone; now when it is left out. */
  asOf?: unknown;
  /** `90s`, `15m`, `2h`, up to a day; 15 minutes when it is left out. */
  expires?: unknown;
  /** The id of an article whose version that waits may be read too. */
  article?: unknown;
};

/**
 * A token that shows the site as of an instant, and with it the draft of one article.
 * @param expires seconds since 1970, whole; at most a day from now, else it is refused
 */
export function previewToken(secret: string, { asOf, draft }: PreviewGrant, expires: number): string {
  return `as-of=${asOf},expires=${expires}${draft ? `,article=${draft}` : ''},v1=${hmacOfPreview(secret, asOf, expires, draft).toString('hex')}`;
}

/** What the last part of a token is. */
export function hmacOfPreview(secret: string, asOf: string, expires: number, draft: ArticleId | null): Buffer {
  return createHmac('sha256', secret)
    .update(`preview.${asOf}.${expires}.${draft ?? ''}`)
    .digest();
}

/**
 * Reads what somebody wishes of a token.
 * @param now milliseconds since 1970
 * @returns `expires` in seconds since 1970
 * @throws {Refused} naming everything that is wrong, by the words `asOf`, `expires` and `article`
 */
export function readPreviewWish({ asOf, expires, article }: PreviewWish, now: number): PreviewGrant & { expires: number } {
  const faults: Fault[] = [];
  const read = <Value>(place: string, said: unknown, usual: Value, parse: (text: string, place: string) => Value): Value => {
    try {
      if (said === undefined || said === null) return usual;
      return typeof said === 'string' ? parse(said, place) : refuse(place, 'is no text');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push(...error.faults);
      return usual;
    }
  };
  const wished = {
    asOf: read('asOf', asOf, instantOf(now), parseInstant),
    expires: Math.floor(now / 1000) + read('expires', expires, USUAL, parseSeconds),
    draft: read<ArticleId | null>('article', article, null, parseArticleId),
  };
  if (faults.length > 0) throw new Refused(faults);
  return wished;
}

function parseSeconds(text: string, place: string): number {
  const [, number, unit = ''] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const seconds = Number(number) * (UNITS[unit] ?? Number.NaN);
  if (seconds > 0 && seconds <= LONGEST_PREVIEW) return seconds;
  return refuse(place, `"${text}" is no time such as 90s, 15m or 2h, up to a day`);
}

function parseArticleId(text: string, place: string): ArticleId {
  return isArticleId(text) ? text : refuse(place, `"${text}" is no id of an article; an answer of the API gives it as \`id\``);
}
