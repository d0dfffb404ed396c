import { createHmac, timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { HEADERS } from '../config.ts';
import { type Instant, millisecondsOf } from '../domain/instant.ts';
import type { ReaderAccess } from '../domain/paywall.ts';

/** The header in which a site or app says that its reader has paid: `expires=<seconds since 1970>,v1=<hex>`; see {@link readerToken}. */
export const READER_HEADER = HEADERS.reader;

/**
 * A token for readers who may read everything. Whoever sells subscriptions makes it; it names nobody.
 * @param expires seconds since 1970, whole
 */
export function readerToken(secret: string, expires: number): string {
  return `expires=${expires},v1=${hmac(secret, String(expires)).toString('hex')}`;
}

/**
 * What the bearer of a token may read at `clock`. Without a header: what is free.
 * @param secrets any of them may have signed, so that they can be changed one after the other
 * @throws {GraphQLError} UNAUTHENTICATED for a token that is wrong or has expired: it is refused, never ignored
 */
export function accessOf(header: string | undefined, secrets: readonly string[], clock: Instant): ReaderAccess {
  if (header === undefined) return 'FREE';
  const [, expires, hex] = /^expires=(\d{1,12}),v1=([0-9a-f]{64})$/i.exec(header.replaceAll(' ', '')) ?? [];
  if (expires === undefined || hex === undefined) throw unauthenticated(`${READER_HEADER} is written as expires=<seconds>,v1=<hex>`);
  const sent = Buffer.from(hex, 'hex');
  let isOurs = false;
  for (const secret of secrets) if (timingSafeEqual(sent, hmac(secret, expires))) isOurs = true; // every key takes its time
  if (!isOurs) throw unauthenticated(`${READER_HEADER} is signed by nobody we know`);
  if (Number(expires) * 1000 <= millisecondsOf(clock)) throw unauthenticated(`${READER_HEADER} has expired`);
  return 'SUBSCRIBER';
}

function hmac(secret: string, expires: string): Buffer {
  return createHmac('sha256', secret).update(`reader.${expires}`).digest();
}

function unauthenticated(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } });
}
