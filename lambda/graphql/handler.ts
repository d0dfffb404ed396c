import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { readConfig, readReaderConfig } from '../config.ts';
import { count, note, observed } from '../invocation.ts';
import { log, whole } from '../log.ts';
import { openNewsTable } from '../store/news-table.ts';
import { openContext } from './context.ts';
import { PREVIEW_HEADER } from './preview-token.ts';
import { READER_HEADER } from './reader-token.ts';
import { refusalOf } from './refusals.ts';
import { AnswerTooLarge, PAYLOAD_BYTES } from './room.ts';
import { buildServer } from './server.ts';

const { newsTable, stage, dynamodbEndpoint } = readConfig();
const { site, readerSecrets, previewSecrets } = readReaderConfig();
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint, throttled: () => count('Throttles') });

/** Time that is kept back to answer cleanly instead of being ended by Lambda, in milliseconds. */
const TO_ANSWER = 500;

const answerGraphql = startServerAndCreateLambdaHandler(
  buildServer({ stage, log }),
  handlers.createAPIGatewayProxyEventV2RequestHandler(),
  {
    context: async ({ event, context }) =>
      openContext(table, {
        site,
        reader: { token: event.headers[READER_HEADER], secrets: readerSecrets },
        newsroom: { token: event.headers[PREVIEW_HEADER], secrets: previewSecrets, method: event.requestContext.http.method },
        deadline: AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - TO_ANSWER)),
      }),
  },
);

/** The read side as Lambda calls it: `/graphql` and `/health`, for API Gateway HTTP API events (payload 2.0). */
export function handler(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  return observed(context, async () => {
    const answer = await answered(event, context);
    note({ statusCode: answer.statusCode });
    return answer;
  });
}

async function answered(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  if (!isHttp(event))
    return json(400, { errors: [{ message: 'This function answers HTTP requests only', extensions: { code: 'BAD_REQUEST' } }] });
  if (event.rawPath === '/health') return json(200, { service: 'broadsheet', status: 'ok' });
  const refusal = refusalOf(event);
  if (refusal) return json(refusal.status, { errors: [{ message: refusal.message, extensions: { code: refusal.code } }] });
  try {
    return sendable((await answerGraphql(withPlainHeaders(event), context, () => {})) as APIGatewayProxyStructuredResultV2);
  } catch (error) {
    log({ level: 'error', message: 'A request failed', error: whole(error) });
    return json(500, { errors: [{ message: 'Something went wrong on our side', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  }
}

/** Lambda would answer in words of its own, and lose the request, when a payload is too large. It is JSON that holds the answer as a text: up to twice as long. */
function sendable(answer: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 {
  const isNear = Buffer.byteLength(answer.body ?? '') > PAYLOAD_BYTES / 3;
  if (!isNear || Buffer.byteLength(JSON.stringify(answer)) <= PAYLOAD_BYTES) return answer;
  const { message, extensions } = new AnswerTooLarge();
  return json(400, { errors: [{ message, extensions }] });
}

function isHttp(event: unknown): event is APIGatewayProxyEventV2 {
  const { requestContext, headers } = (event ?? {}) as Partial<APIGatewayProxyEventV2>;
  return (
    typeof requestContext?.http?.method === 'string' &&
    typeof headers === 'object' &&
    headers !== null &&
    Object.values(headers).every(isText)
  );
}

const isText = (header: unknown): boolean => header === undefined || typeof header === 'string';

/** Media types are case-insensitive, and the integration compares them letter by letter. */
function withPlainHeaders(event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  const contentType = event.headers['content-type'];
  return contentType ? { ...event, headers: { ...event.headers, 'content-type': contentType.toLowerCase() } } : event;
}

function json(statusCode: number, body: object): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(body) };
}
