import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header in which a push is signed: `t=<seconds since 1970>,v1=<hex>`; see {@link sign}. */
export const SIGNATURE_HEADER = 'x-broadsheet-signature';

/** How far the time of a signature may be from ours, either way, in milliseconds: clocks differ, and what is older may be a recording. */
const REPLAY_WINDOW = 5 * 60 * 1000;

/** Name of a source -> the secret with which it signs. */
export type IngestKeys = ReadonlyMap<string, string>;

/**
 * Reads the keys of all sources.
 * @param json an object: name of a source -> secret
 * @throws {Error} naming everything that is wrong at once, and no secret
 */
export function parseIngestKeys(json: string | undefined): IngestKeys {
  const keys = parseObject(json);
  const wrong = Object.entries(keys).flatMap(([source, secret]) => [
    ...(source === '' || source.includes('#') ? [`"${source}" must be a name without "#"`] : []),
    ...(typeof secret === 'string' && secret !== '' ? [] : [`the secret of "${source}" must be text`]),
  ]);
  if (wrong.length > 0) throw new Error(`The ingest keys: ${wrong.join('; ')}`);
  return new Map(Object.entries(keys) as [string, string][]);
}

/**
 * The signature of a push: HMAC-SHA256 over its time, a full stop, and its bytes as they are sent.
 * @param seconds since 1970, whole
 */
export function sign(secret: string, body: Uint8Array, seconds: number): string {
  return `t=${seconds},v1=${hmac(secret, String(seconds), body).toString('hex')}`;
}

/**
 * Who signed a push.
 * @param header as it came, or undefined
 * @param now milliseconds since 1970
 * @returns the source whose key verifies; null when none does, or when the signature was made more than five minutes from now
 */
export function verifiedSource(header: string | undefined, body: Uint8Array, keys: IngestKeys, now: number): string | null {
  const [, seconds, hex] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/i.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (seconds === undefined || hex === undefined || Math.abs(now - Number(seconds) * 1000) > REPLAY_WINDOW) return null;
  const sent = Buffer.from(hex, 'hex');
  let source: string | null = null;
  for (const [name, secret] of keys) if (timingSafeEqual(sent, hmac(secret, seconds, body))) source ??= name; // every key takes its time
  return source;
}

function hmac(secret: string, seconds: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();
}

function parseObject(json: string | undefined): object {
  try {
    const value: unknown = JSON.parse(json ?? '');
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) return value;
  } catch {
    // said below: the text may hold a secret, so the parser's words stay here
  }
  throw new Error('The ingest keys must be a JSON object: name of a source -> secret');
}
