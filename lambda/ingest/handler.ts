import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ENV, readAssetsConfig, readConfig } from '../config.ts';
import { count, note, observed } from '../invocation.ts';
import { log } from '../log.ts';
import { metered, openNewsTable } from '../store/news-table.ts';
import { openAssets } from './assets/assets.ts';
import { parseIngestKeys } from './keys.ts';
import { answerPush } from './push.ts';

const { newsTable, dynamodbEndpoint } = readConfig();
const keys = parseIngestKeys(process.env[ENV.ingestKeys]);
const assetsConfig = readAssetsConfig();
if (assetsConfig === null && keys.some(({ assets }) => assets))
  throw new Error(`Configuration: a key of ${ENV.ingestKeys} says "assets", and ${ENV.assetsBucket} is missing`);
const assets = assetsConfig && openAssets(assetsConfig);
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint, throttled: () => count('Throttles') });

/** Time that is kept back to answer 503 instead of being ended by Lambda, in milliseconds. */
const TO_ANSWER = 500;

/** The write side as Lambda calls it: `POST /ingest`, `POST /ingest/{format}`, `POST /ingest/fronts/{slug+}`, and `GET` and `POST /ingest/assets/{id+}`, for API Gateway HTTP API events (payload 2.0). */
export function handler(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  return observed(context, async () => {
    const deadline = AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - TO_ANSWER));
    const counted = metered(table, deadline);
    const answer = await answerPush(event, { table: counted, assets, keys, log, now: Date.now() });
    note({ statusCode: answer.statusCode });
    count('DynamoDbCalls', counted.meter.calls);
    count('DynamoDbUnits', counted.meter.units);
    return answer;
  });
}
