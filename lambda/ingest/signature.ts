import { createHmac, timingSafeEqual } from 'node:crypto';
import { instantOf } from '../domain/instant.ts';
import { type IngestKey, type IngestKeys, OF_SUPERDESK, type Scheme } from './keys.ts';

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
        hex,
        keys,
        now,
        () => true,
        ({ secret }) => looks(secret),
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
    const [, seconds, version, hex] = /^t=(\d{1,12}),(v[12])=([0-9a-f]{64})$/i.exec(header.replaceAll(' ', '')) ?? [];
    if (seconds === undefined || hex === undefined || Math.abs(now - Number(seconds) * 1000) > REPLAY_WINDOW) return null;
    const signsAddress = version?.toLowerCase() === 'v2';
    const signatures = signsAddress
      ? [...spellingsOf(signed.target)].map(
          (target) =>
            ({ secret }: IngestKey) =>
              ours(secret, seconds, { ...signed, target }),
        )
      : [({ secret }: IngestKey) => bodys(secret, seconds, signed.body)];
    for (const made of signatures) {
      const key = matching(hex, keys, now, allows('broadsheet'), made);
      if (key) return { key, signsAddress };
    }
    return null;
  }
  const [, hex] = /^sha1=([0-9a-f]{40})$/i.exec(headers[SUPERDESK_HEADER]?.trim() ?? '') ?? [];
  const key = hex === undefined ? null : matching(hex, keys, now, allows('superdesk'), ({ secret }) => superdesks(secret, signed.body));
  return key && { key: { ...key, formats: key.formats ?? OF_SUPERDESK }, signsAddress: false }; // also of a key that may sign either way
}

/**
 * How the sender may have written an address: HTTP APIs of API Gateway hand its path on decoded, and `/fronts/häfen` was signed as `/fronts/h%C3%A4fen`. Each spelling leads
 * to the same place. A path with `%` in it has one: what it decodes to could be another place.
 */
function spellingsOf(target: string): Set<string> {
  const [path = '', ...query] = target.split('?');
  if (path.includes('%') || !path.isWellFormed()) return new Set([target]);
  const paths = [path, encodeURI(path), path.split('/').map(encodeURIComponent).join('/')];
  return new Set(paths.map((spelled) => [spelled, ...query].join('?')));
}

function allows(scheme: Scheme): (key: IngestKey) => boolean {
  return ({ schemes }) => schemes.includes(scheme);
}

/** Every key takes its time, whether it fits or not. */
function matching(
  hex: string,
  keys: IngestKeys,
  now: number,
  may: (key: IngestKey) => boolean,
  made: (key: IngestKey) => Buffer,
): IngestKey | null {
  const sent = Buffer.from(hex, 'hex');
  let found: IngestKey | null = null;
  for (const key of keys) {
    const fits = timingSafeEqual(sent, made(key));
    const counts = may(key) && (key.notAfter === null || instantOf(now) < key.notAfter);
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

function looks(secret: string): Buffer {
  return createHmac('sha256', secret).update('GET /ingest/assets').digest(); // no signature: that begins with its time
}
