import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { documentId } from '../domain/document-id.ts';
import { counted, type NewsTable } from './news-table.ts';

/**
 * Keeps the text of a client's document under its id, for good: nothing takes it away again, because apps that are out there ask with it. One call.
 * @param text that has been checked: the read side serves what stands here
 */
export async function registerDocument(table: NewsTable, text: string): Promise<'REGISTERED' | 'UNCHANGED'> {
  const item = { documentId: documentId(text), text };
  const condition = { attr: 'documentId', exists: false } as const;
  try {
    await counted(table, table.document.build(PutItemCommand).item(item).options({ condition, capacity: 'TOTAL' }).send());
    return 'REGISTERED';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'UNCHANGED'; // the same id is the same text
    throw error;
  }
}
