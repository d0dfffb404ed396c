import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ENV, readConfig } from '../config.ts';
import { count, note, observed } from '../invocation.ts';
import { log } from '../log.ts';
import { openSecret } from '../secrets.ts';
import { metered, openNewsTable } from '../store/news-table.ts';
import { parseIngestKeys } from './keys.ts';
import { answerPush } from './push.ts';

const { newsTable, dynamodbEndpoint } = readConfig();
const keys = openSecret(process.env[ENV.ingestKeys], parseIngestKeys);
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint, throttled: () => count('Throttles') });

/** Time that is kept back to answer 503 instead of being ended by Lambda, in milliseconds. */
const TO_ANSWER = 500;

/** The write side as Lambda calls it: `POST /ingest`, `POST /ingest/{format}` and `POST /ingest/fronts/{slug+}`, for API Gateway HTTP API events (payload 2.0). */
export function handler(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  return observed(context, async () => {
    const deadline = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - TO_ANSWER));
    const counted = metered(table, deadline);
    const answer = await answerPush(event, { table: counted, keys, log, now: Date.now() });
    note({ statusCode: answer.statusCode });
    count('DynamoDbCalls', counted.meter.calls);
    count('DynamoDbUnits', counted.meter.units);
    return answer;
  });
}
