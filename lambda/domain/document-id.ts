import { createHash } from 'node:crypto';

/** The id of a client's document: the SHA-256 of its text in UTF-8, as 64 hexadecimal digits in lower case. `sha256sum` of a file prints it. */
export type DocumentId = string & { readonly documentId: unique symbol };

export function documentId(text: string): DocumentId {
  return createHash('sha256').update(text, 'utf8').digest('hex') as DocumentId;
}

/** An id as a client writes it, with or without `sha256:` in front, as GraphQL over HTTP has it; null for any other text. */
export function parseDocumentId(text: string): DocumentId | null {
  return (/^(?:sha256:)?([0-9a-f]{64})$/.exec(text)?.[1] as DocumentId | undefined) ?? null;
}
