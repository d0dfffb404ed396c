import { createHmac, timingSafeEqual } from 'node:crypto';

/** How requests of other machines are signed: pushes of a CMS, and questions of a router. */

/** The header of a signature: `t=<seconds since 1970>,v2=<hex>`, or `v1`; see {@link sign} and {@link signBody}. */
export const SIGNATURE_HEADER = 'x-broadsheet-signature';

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
 * A signature: HMAC-SHA256 over its time, method, path with query, and body, parted by a full stop, a blank and a full stop:
 * `<t>.<METHOD> <target>.<body>`. The query is part of it: it says what the article is called and where it stands.
 * @param seconds since 1970, whole
 */
export function sign(secret: string, signed: Signed, seconds: number): string {
  return `t=${seconds},v2=${whole(secret, String(seconds), signed).toString('hex')}`;
}

/**
 * The short signature, for senders that sign nothing but a body: HMAC-SHA256 over `<t>.<body>`. What is said in the address is not part of it,
 * so nothing may be said there.
 * @param seconds since 1970, whole
 */
export function signBody(secret: string, body: Uint8Array, seconds: number): string {
  return `t=${seconds},v1=${bodys(secret, String(seconds), body).toString('hex')}`;
}

/** What a request shows. */
export type Signature = {
  /** Whether the address is signed as well. */
  signsAddress: boolean;
  /** Whether it was made with this secret. Takes the same time for each. */
  isOf(secret: string): boolean;
};

/**
 * Reads a signature, which holds for five minutes.
 * @param header what stands in {@link SIGNATURE_HEADER}
 * @param now milliseconds since 1970
 * @returns null for what is no signature, or of another time
 */
export function readSignature(header: string, signed: Signed, now: number): Signature | null {
  const [, seconds, version, hex] = /^t=(\d{1,12}),(v[12])=([0-9a-f]{64})$/i.exec(header.replaceAll(' ', '')) ?? [];
  if (seconds === undefined || hex === undefined || Math.abs(now - Number(seconds) * 1000) > REPLAY_WINDOW) return null;
  const sent = Buffer.from(hex, 'hex');
  const signsAddress = version?.toLowerCase() === 'v2';
  const targets = signsAddress ? spellingsOf(signed.target) : [];
  return {
    signsAddress,
    isOf: (secret) =>
      signsAddress
        ? targets.map((target) => timingSafeEqual(sent, whole(secret, seconds, { ...signed, target }))).includes(true)
        : timingSafeEqual(sent, bodys(secret, seconds, signed.body)),
  };
}

/**
 * How the sender may have written an address: HTTP APIs of API Gateway hand its path on decoded, and `/fronts/häfen` was signed as `/fronts/h%C3%A4fen`. Each spelling leads
 * to the same place. A path with `%` in it has one: what it decodes to could be another place.
 */
function spellingsOf(target: string): string[] {
  const [path = '', ...query] = target.split('?');
  if (path.includes('%') || !path.isWellFormed()) return [target];
  const paths = new Set([path, encodeURI(path), path.split('/').map(encodeURIComponent).join('/')]);
  return [...paths].map((spelled) => [spelled, ...query].join('?'));
}

function whole(secret: string, seconds: string, { method, target, body }: Signed): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.${method} ${target}.`).update(body).digest();
}

function bodys(secret: string, seconds: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}
