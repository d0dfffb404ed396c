import { createHmac, timingSafeEqual } from 'node:crypto';
import { instantOf } from '../domain/instant.ts';
import type { IngestKey, IngestKeys, Scheme } from './keys.ts';

/** The header of our own signatures: `t=<seconds since 1970>,v2=<hex>`, or `v1`; see {@link sign} and {@link signBody}. */
export const SIGNATURE_HEADER = 'x-broadsheet-signature';

/** The header in which Superdesk signs its HTTP push: `sha1=<hex>`. */
export const SUPERDESK_HEADER = 'x-superdesk-signature';

/** How far the time of a signature may be from ours, either way, in milliseconds: clocks differ, and what is older may be a recording. */
const REPLAY_WINDOW = 5 * 60 * 1000;

/** A request as far as it is signed. */
export type Signed = {
  /** In capitals. */
  method: string;
  /** Path and query as they are sent: `/ingest/text?uri=harbour`; without a query no `?`. */
  target: string;
  /** As it is sent: compressed, when it is sent compressed. */
  body: Uint8Array;
};

/**
 * A signature of ours: HMAC-SHA256 over its time, method, path with query, and body, parted by a full stop, a blank and a full stop:
 * `<t>.<METHOD> <target>.<body>`. The query is part of it: it says what the article is called and where it stands.
 * @param seconds since 1970, whole
 */
export function sign(secret: string, signed: Signed, seconds: number): string {
  return `t=${seconds},v2=${ours(secret, String(seconds), signed).toString('hex')}`;
}

/**
 * The short signature, for senders whose webhooks sign nothing but a body: HMAC-SHA256 over `<t>.<body>`. What is said in the address is not part of it,
 * so nothing may be said there.
 * @param seconds since 1970, whole
 */
export function signBody(secret: string, body: Uint8Array, seconds: number): string {
  return `t=${seconds},v1=${bodys(secret, String(seconds), body).toString('hex')}`;
}

/** A signature as Superdesk makes it: HMAC-SHA1 over the body alone. */
export function signAsSuperdesk(secret: string, body: Uint8Array): string {
  return `sha1=${superdesks(secret, body).toString('hex')}`;
}

/** Who signed a request. */
export type Signer = {
  key: IngestKey;
  /** Whether the address is signed as well: what its query says is the key's own word. */
  signsAddress: boolean;
};

/**
 * The key that signed a request. Where both headers are there, ours decides. A signature of ours holds for five minutes; one of Superdesk's has no time,
 * and holds as long as its key: what it signed says the same again, which changes nothing.
 * @param headers with names in lower case
 * @param now milliseconds since 1970
 * @returns null when no key verifies that is still in use and allows this way of signing
 */
export function verifiedKey(
  headers: Readonly<Record<string, string | undefined>>,
  signed: Signed,
  keys: IngestKeys,
  now: number,
): Signer | null {
  const header = headers[SIGNATURE_HEADER];
  if (header !== undefined) {
    const [, seconds, version, hex] = /^t=(\d{1,12}),(v[12])=([0-9a-f]{64})$/i.exec(header.replaceAll(' ', '')) ?? [];
    if (seconds === undefined || hex === undefined || Math.abs(now - Number(seconds) * 1000) > REPLAY_WINDOW) return null;
    const signsAddress = version?.toLowerCase() === 'v2';
    const key = matching(hex, 'broadsheet', keys, now, ({ secret }) =>
      signsAddress ? ours(secret, seconds, signed) : bodys(secret, seconds, signed.body),
    );
    return key && { key, signsAddress };
  }
  const [, hex] = /^sha1=([0-9a-f]{40})$/i.exec(headers[SUPERDESK_HEADER]?.trim() ?? '') ?? [];
  const key = hex === undefined ? null : matching(hex, 'superdesk', keys, now, ({ secret }) => superdesks(secret, signed.body));
  return key && { key, signsAddress: false };
}

/** Every key takes its time, whether it fits or not. */
function matching(hex: string, scheme: Scheme, keys: IngestKeys, now: number, made: (key: IngestKey) => Buffer): IngestKey | null {
  const sent = Buffer.from(hex, 'hex');
  let found: IngestKey | null = null;
  for (const key of keys) {
    const fits = timingSafeEqual(sent, made(key));
    const counts = key.schemes.includes(scheme) && (key.notAfter === null || instantOf(now) < key.notAfter);
    if (fits && counts) found ??= key;
  }
  return found;
}

function ours(secret: string, seconds: string, { method, target, body }: Signed): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.${method} ${target}.`).update(body).digest();
}

function bodys(secret: string, seconds: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}

function superdesks(secret: string, body: Uint8Array): Buffer {
  return createHmac('sha1', secret).update(body).digest();
}
