import { GetItemCommand } from 'dynamodb-toolbox/entity/actions/get';
import type { DocumentId } from '../domain/document-id.ts';
import { counted, type NewsTable } from './news-table.ts';

/**
 * The text of a document that a client registered, or null when nobody has. One call, consistent: what was registered a moment ago is known. It is
 * what somebody asks, and nothing of an article, so that no clock has a say in it.
 */
export async function readDocument(table: NewsTable, id: DocumentId): Promise<string | null> {
  const { Item } = await counted(
    table,
    table.document.build(GetItemCommand).key({ documentId: id }).options({ consistent: true, capacity: 'TOTAL' }).send(),
  );
  return Item?.text ?? null;
}
