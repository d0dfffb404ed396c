import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { ENV, readConfig } from '../config.ts';
import { openNewsTable } from '../store/news-table.ts';
import { answerPush } from './push.ts';
import { parseIngestKeys } from './signature.ts';

const { newsTable, dynamodbEndpoint } = readConfig();
const keys = parseIngestKeys(process.env[ENV.ingestKeys]);
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint });
const log = (line: Record<string, unknown>): boolean => process.stdout.write(`${JSON.stringify(line)}\n`);

/** The write side as Lambda calls it: `POST /ingest/{format}`, for API Gateway HTTP API events (payload 2.0). */
export function handler(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
  return answerPush(event, { table, keys, log, now: Date.now() });
}
