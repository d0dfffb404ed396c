import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ENV, readAssetsConfig, readConfig } from '../config.ts';
import { count, deadlineOf, note, observed } from '../invocation.ts';
import { log } from '../log.ts';
import { openSecret, SecretUnreadable } from '../secrets.ts';
import { metered, type NewsTable, openNewsTable } from '../store/news-table.ts';
import { failed } from './answers.ts';
import { openAssets } from './assets/assets.ts';
import { parseIngestKeys } from './keys.ts';
import { answerPush } from './push.ts';

const { newsTable, dynamodbEndpoint } = readConfig();
const keys = openSecret(process.env[ENV.ingestKeys], (text) => {
  const all = parseIngestKeys(text);
  if (!process.env[ENV.assetsBucket] && all.some(({ assets }) => assets))
    throw new Error(`Configuration: a key of ${ENV.ingestKeys} says "assets", and ${ENV.assetsBucket} is missing`);
  return all;
});
const assets = openSecret(process.env[ENV.assetsSecret], (secret) => {
  const config = readAssetsConfig({ ...process.env, [ENV.assetsSecret]: secret });
  return config && openAssets(config);
});
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint, throttled: () => count('Throttles') });

/** When to come back, in seconds, while the keys cannot be read. */
const RETRY_AFTER = '30';

/** The write side as Lambda calls it: `POST /ingest`, `POST /ingest/{format}`, `POST /ingest/fronts/{slug+}`, and `GET` and `POST /ingest/assets/{id+}`, for API Gateway HTTP API events (payload 2.0). */
export function handler(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  return observed(context, async () => {
    const counted = metered(table, deadlineOf(context));
    const answer = await pushed(event, counted);
    note({ statusCode: answer.statusCode });
    count('DynamoDbCalls', counted.meter.calls);
    count('DynamoDbUnits', counted.meter.units);
    return answer;
  });
}

async function pushed(event: unknown, table: NewsTable): Promise<APIGatewayProxyStructuredResultV2> {
  try {
    const [allKeys, files] = await Promise.all([keys(), assets()]);
    return await answerPush(event, { table, assets: files, keys: allKeys, log, now: Date.now() });
  } catch (error) {
    if (!(error instanceof SecretUnreadable)) throw error;
    return failed(503, 'UNAVAILABLE', 'Something went wrong on our side; send it again', { 'retry-after': RETRY_AFTER }); // logged there
  }
}
