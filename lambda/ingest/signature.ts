import { createHmac, timingSafeEqual } from 'node:crypto';
import { instantOf } from '../domain/instant.ts';
import { readSignature, SIGNATURE_HEADER, type Signed } from '../signature.ts';
import { type IngestKey, type IngestKeys, OF_SUPERDESK, type Scheme } from './keys.ts';

/** The header in which Superdesk signs its HTTP push: `sha1=<hex>`. */
export const SUPERDESK_HEADER = 'x-superdesk-signature';

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
 * What a sender shows who asks whether a file is there and cannot sign that: Superdesk, which takes it from the address, `https://any:<token>@…`.
 * It opens that question and nothing else.
 */
export function lookToken(secret: string): string {
  return looks(secret).toString('hex');
}

/**
 * The key whose {@link lookToken} stands in `Authorization: Basic`, as the password of whatever name.
 * @param now milliseconds since 1970
 * @returns null when it is of no key that is still in use
 */
export function keyOfToken(authorization: string, keys: IngestKeys, now: number): IngestKey | null {
  const [, encoded = ''] = /^basic +([\w+/=-]+)$/i.exec(authorization.trim()) ?? [];
  const [, hex] = /:([0-9a-f]{64})$/i.exec(Buffer.from(encoded, 'base64').toString('latin1')) ?? [];
  return hex === undefined
    ? null
    : matching(
        keys,
        now,
        () => true,
        ({ secret }) => isSame(hex, looks(secret)),
      );
}

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
    const signature = readSignature(header, signed, now);
    const key = signature && matching(keys, now, allows('broadsheet'), ({ secret }) => signature.isOf(secret));
    return key && { key, signsAddress: signature.signsAddress };
  }
  const [, hex] = /^sha1=([0-9a-f]{40})$/i.exec(headers[SUPERDESK_HEADER]?.trim() ?? '') ?? [];
  const key =
    hex === undefined ? null : matching(keys, now, allows('superdesk'), ({ secret }) => isSame(hex, superdesks(secret, signed.body)));
  return key && { key: { ...key, formats: key.formats ?? OF_SUPERDESK }, signsAddress: false }; // also of a key that may sign either way
}

function allows(scheme: Scheme): (key: IngestKey) => boolean {
  return ({ schemes }) => schemes.includes(scheme);
}

/** Every key takes its time, whether it fits or not. */
function matching(keys: IngestKeys, now: number, may: (key: IngestKey) => boolean, fits: (key: IngestKey) => boolean): IngestKey | null {
  let found: IngestKey | null = null;
  for (const key of keys) {
    const isTheirs = fits(key);
    const counts = may(key) && (key.notAfter === null || instantOf(now) < key.notAfter);
    if (isTheirs && counts) found ??= key;
  }
  return found;
}

function isSame(hex: string, made: Buffer): boolean {
  return timingSafeEqual(Buffer.from(hex, 'hex'), made);
}

function superdesks(secret: string, body: Uint8Array): Buffer {
  return createHmac('sha1', secret).update(body).digest();
}

function looks(secret: string): Buffer {
  return createHmac('sha256', secret).update('GET /ingest/assets').digest(); // no signature: that begins with its time
}
