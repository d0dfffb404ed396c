import { type DocumentId, parseDocumentId } from '../domain/document-id.ts';
import { readDocument } from '../store/document-reads.ts';
import type { NewsTable } from '../store/news-table.ts';
import { refusal } from './refusal.ts';

/** Nobody has registered the document that was asked for. */
export const DOCUMENT_NOT_FOUND = 'DOCUMENT_NOT_FOUND';

/** Characters of documents that are kept in memory, at most: those of a few thousand pages. What was not asked for longest goes first. */
const KEPT = 4 * 1024 * 1024;

/** Looks up the text of a document; see {@link openDocuments}. */
export type Documents = (id: unknown, table: NewsTable) => Promise<string>;

/**
 * The documents that clients have registered. Each is read once in the life of the process: it can never change. Ids that nobody has registered are
 * not remembered, so that what is registered now is answered from now on.
 * @param kept characters that are kept in memory
 * @returns what looks up one: `id` as it came, `table` counted for the request at hand. One call, or none.
 *   It throws {GraphQLError} BAD_REQUEST for what is no id, DOCUMENT_NOT_FOUND for one that nobody has registered; and whatever the table throws.
 */
export function openDocuments(kept = KEPT): Documents {
  const texts = new Map<DocumentId, string>(); // what was asked for last stands last
  let characters = 0;

  const keep = (id: DocumentId, text: string) => {
    if (texts.delete(id)) characters -= text.length;
    texts.set(id, text);
    characters += text.length;
    for (const [oldest, { length }] of texts) {
      if (characters <= kept) return;
      texts.delete(oldest);
      characters -= length;
    }
  };

  return async (said, table) => {
    const id = typeof said === 'string' ? parseDocumentId(said) : null;
    if (id === null)
      throw refusal(400, 'BAD_REQUEST', 'documentId is the SHA-256 of the text of a document: 64 hexadecimal digits in lower case, once');
    const text = texts.get(id) ?? (await readDocument(table, id));
    if (text === null)
      throw refusal(
        400,
        DOCUMENT_NOT_FOUND,
        `Nobody has registered the document ${id}. \`npm run documents -- FILE\` does, and prints its id`,
      );
    keep(id, text);
    return text;
  };
}
