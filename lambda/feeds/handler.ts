import type { Context } from 'aws-lambda';
import { ENV, HEADERS, readConfig, readReaderConfig } from '../config.ts';
import { instantOf } from '../domain/instant.ts';
import { isHttp } from '../http-event.ts';
import { count, deadlineOf, note, observed } from '../invocation.ts';
import { log, whole } from '../log.ts';
import { isFromCdn, parseOriginSecrets } from '../origin.ts';
import { openSecret } from '../secrets.ts';
import { metered, openNewsTable } from '../store/news-table.ts';
import { type Answer, answerAt, failed } from './answer.ts';

const { newsTable, dynamodbEndpoint } = readConfig();
const { site } = readReaderConfig();
const originSecrets = openSecret(process.env[ENV.originSecrets], parseOriginSecrets);
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint, throttled: () => count('Throttles') });

/**
 * What stands at addresses instead of in queries: exports of articles, feeds, sitemaps. For API Gateway HTTP API events (payload 2.0). What did not come
 * through the CDN is refused before anything of it is read.
 */
export function handler(event: unknown, context: Context): Promise<Answer> {
  return observed(context, async () => {
    const answer = await answered(event, context);
    note({ statusCode: answer.statusCode });
    return answer;
  });
}

async function answered(event: unknown, context: Context): Promise<Answer> {
  if (!isHttp(event)) return failed(400, 'BAD_REQUEST', 'This function answers HTTP requests only');
  const { rawPath, requestContext, queryStringParameters, headers } = event;
  try {
    if (!isFromCdn(headers[HEADERS.origin], await originSecrets()))
      return failed(403, 'FORBIDDEN', 'This is not the address of the service');
  } catch {
    return failed(503, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side', { 'retry-after': '5' }); // logged there
  }
  // whatever stands in front of the function drops the body of what answers HEAD
  if (!['GET', 'HEAD'].includes(requestContext.http.method)) {
    return failed(405, 'METHOD_NOT_ALLOWED', 'What is here can be read and nothing else', { allow: 'GET, HEAD' });
  }
  const reading = metered(table, deadlineOf(context));
  try {
    const at = { table: reading, site, clock: instantOf(Date.now()) };
    return await answerAt(at, { path: rawPath, schema: queryStringParameters?.schema, headers });
  } catch (error) {
    log({ level: 'error', message: 'A request failed', error: whole(error) });
    return failed(503, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side', { 'retry-after': '5' }); // a CDN then shows what it had
  } finally {
    count('DynamoDbCalls', reading.meter.calls);
    count('DynamoDbUnits', reading.meter.units);
  }
}
