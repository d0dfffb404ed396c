import { createHash, timingSafeEqual } from 'node:crypto';
import { ENV } from './config.ts';

/** The values that open the door of the origin. Null: it stands open, or is kept in front of this function. */
export type OriginSecrets = readonly string[] | null;

/**
 * Reads what the CDN may show: a JSON object, letter -> value. Several are how the value is changed: the unused letter gets the new one, the CDN changes
 * over, the other letter gets another. An empty value opens nothing.
 * @throws {Error} when there is no value at all, and says nothing of the text
 */
export function parseOriginSecrets(json: string | undefined): OriginSecrets {
  if (json === undefined || json === '') return null;
  const values = Object.values(parsed(json) ?? {}).filter((value) => value !== '');
  if (values.length === 0 || !values.every((value) => typeof value === 'string'))
    throw new Error(`${ENV.originSecrets} must be a JSON object: letter -> value, one of them not empty`);
  return values;
}

/** Whether a request came through the CDN. Takes the same time whatever was shown, and looks at nothing else of the request. */
export function isFromCdn(shown: string | undefined, secrets: OriginSecrets): boolean {
  if (secrets === null) return true;
  const hashed = hash(shown ?? '');
  let isOurs = false;
  for (const secret of secrets) if (timingSafeEqual(hashed, hash(secret))) isOurs = true; // every value takes its time
  return isOurs;
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function parsed(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null; // the text may hold a secret, so the parser's words stay here
  }
}
