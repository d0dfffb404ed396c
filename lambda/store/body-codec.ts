import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Body, textBytes } from '../domain/body.ts';
import { ArticleTooLarge } from '../domain/fault.ts';

/** Largest text of a body, in bytes of UTF-8. A larger answer would not fit through Lambda (6 MB) once marks and markup are added. */
export const MAX_BODY_BYTES = 2 * 1024 * 1024;

/** Largest compressed body: one DynamoDB transaction carries 4 MB, and the head and its copies go with it. */
const MAX_PACKED_BYTES = 3.5 * 1024 * 1024;

/** An item holds 400 KB with its names and keys. @see Amazon DynamoDB Developer Guide, "Service, account, and table quotas" */
const CHUNK_BYTES = 350 * 1024;

/**
 * Packs a body into chunks that DynamoDB can hold, in reading order. Compressed JSON costs a third of the read units of plain text.
 * @throws {ArticleTooLarge} above {@link MAX_BODY_BYTES} of text, or when it does not compress to 3.5 MB
 */
export function packBody(body: Body): Uint8Array[] {
  const bytesOfText = textBytes(body.blocks);
  if (bytesOfText > MAX_BODY_BYTES) {
    throw new ArticleTooLarge([{ place: 'body', reason: `holds ${bytesOfText} bytes of text; at most ${MAX_BODY_BYTES} can be served` }]);
  }
  const bytes = deflateRawSync(JSON.stringify(body));
  if (bytes.length > MAX_PACKED_BYTES) {
    throw new ArticleTooLarge([
      { place: 'body', reason: `takes ${bytes.length} bytes when compressed; at most ${MAX_PACKED_BYTES} can be kept` },
    ]);
  }
  return Array.from({ length: Math.ceil(bytes.length / CHUNK_BYTES) }, (_, chunk) =>
    bytes.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES),
  );
}

/** @param chunks in reading order */
export function unpackBody(chunks: readonly Uint8Array[]): Body {
  return JSON.parse(inflateRawSync(Buffer.concat(chunks)).toString('utf8')) as Body;
}
