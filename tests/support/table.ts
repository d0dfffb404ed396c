import { randomUUID } from 'node:crypto';
import { createTable, LOCAL_AWS, startDynamodb } from '../../lambda/local/dynamodb.ts';
import { type NewsTable, openNewsTable } from '../../lambda/store/news-table.ts';
import { createDeployedTable, TABLE_TEMPLATE } from './deployed-table.ts';

/** An empty table on a real local DynamoDB, for one test file. It ends with the file. */
export type LocalTable = { table: NewsTable; endpoint: string; tableName: string } & AsyncDisposable;

/** Starts a server of its own (or takes the one that `DYNAMODB_ENDPOINT` names) and makes an empty table in it. */
export async function startLocalTable(): Promise<LocalTable> {
  Object.assign(process.env, LOCAL_AWS);
  const dynamodb = await startDynamodb();
  return Object.assign(await emptyTable(dynamodb.endpoint), { [Symbol.asyncDispose]: () => dynamodb[Symbol.asyncDispose]() });
}

/** One more empty table on a server that runs already. */
export async function emptyTable(endpoint: string): Promise<{ table: NewsTable; endpoint: string; tableName: string }> {
  const tableName = `news-${randomUUID()}`;
  const template = process.env[TABLE_TEMPLATE];
  if (template) await createDeployedTable(endpoint, tableName, template);
  else await createTable(endpoint, tableName);
  return { table: openNewsTable({ tableName, endpoint }), endpoint, tableName };
}
