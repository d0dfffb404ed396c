import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ENV, readConfig } from '../config.ts';
import { metered, openNewsTable } from '../store/news-table.ts';
import { answerPush, type Desk } from './push.ts';
import { parseIngestKeys } from './signature.ts';

const { newsTable, dynamodbEndpoint } = readConfig();
const keys = parseIngestKeys(process.env[ENV.ingestKeys]);
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint });
/** Lambda's own switch says from which level on lines are written. */
const onlyTrouble = ['WARN', 'ERROR', 'FATAL'].includes(process.env.AWS_LAMBDA_LOG_LEVEL ?? '');
const log: Desk['log'] = (line) => {
  if (!(onlyTrouble && line.level === 'info')) process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Time that is kept back to answer 503 instead of being ended by Lambda, in milliseconds. */
const TO_ANSWER = 500;

/** The write side as Lambda calls it: `POST /ingest/{format}`, for API Gateway HTTP API events (payload 2.0). */
export function handler(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  const deadline = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - TO_ANSWER));
  return answerPush(event, { table: metered(table, deadline), keys, log, now: Date.now() });
}
