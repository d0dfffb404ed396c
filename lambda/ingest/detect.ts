import { Refused } from '../domain/fault.ts';
import type { Format, Look } from './format.ts';
import { decodeText } from './formats/decode-text.ts';

/**
 * The format of a document that nobody named. Only what exactly one format is sure of counts: a wrong guess would publish a mess, while a sender that
 * is asked to name its format does so once.
 * @throws {Refused} naming the formats, when none or several are sure
 */
export function detectFormat<Detecting extends Pick<Format, 'name' | 'detect'>>(
  formats: readonly Detecting[],
  bytes: Uint8Array,
): Detecting {
  const look = lookAt(bytes);
  const sure = formats.filter(({ detect }) => look !== null && detect?.(look));
  if (sure.length === 1) return sure[0] as Detecting;
  const why = sure.length === 0 ? 'cannot be told from the document' : `may be ${sure.map(({ name }) => name).join(' or ')}`;
  const names = formats.map(({ name }) => `/ingest/${name}`).join(', ');
  throw new Refused([{ place: 'format', reason: `${why}; name it in the address: ${names}` }]);
}

/** Null for bytes that are no text. */
function lookAt(bytes: Uint8Array): Look | null {
  try {
    const text = decodeText(bytes);
    return { text, json: /^\s*[[{]/.test(text) ? parsed(text) : null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return null;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
