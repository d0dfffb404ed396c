import type { HTTPGraphQLRequest } from '@apollo/server';
import { handlers, startServerAndCreateLambdaHandler } from '@as-integrations/aws-lambda';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { GraphQLError } from 'graphql';
import { ENV, HEADERS, parseClients, parseTokenSecrets, readConfig, readDocumentsRule, readReaderConfig } from '../config.ts';
import { millisecondsOf } from '../domain/instant.ts';
import { isHttp } from '../http-event.ts';
import { count, deadlineOf, note, observed } from '../invocation.ts';
import { log, whole } from '../log.ts';
import { isFromCdn, parseOriginSecrets } from '../origin.ts';
import { PREVIEW_HEADER } from '../preview-token.ts';
import { openSecret } from '../secrets.ts';
import { metered, type NewsTable, openNewsTable } from '../store/news-table.ts';
import { conditional } from './caching-etag.ts';
import { openContext, wallClock } from './context.ts';
import { forAnyOrigin, preflight } from './cors.ts';
import { openDocuments } from './documents.ts';
import { readRequest } from './http-request.ts';
import { CLIENT_HEADER, clientOf } from './own-words.ts';
import { READER_HEADER } from './reader-token.ts';
import { AnswerTooLarge, PAYLOAD_BYTES } from './room.ts';
import { routerOf, SUBGRAPH_PATH } from './router.ts';
import { buildServer } from './server.ts';

const { newsTable, stage, dynamodbEndpoint } = readConfig();
const { site } = readReaderConfig();
const readerSecrets = openSecret(process.env[ENV.readerSecrets], parseTokenSecrets(ENV.readerSecrets));
const previewSecrets = openSecret(process.env[ENV.previewSecrets], parseTokenSecrets(ENV.previewSecrets));
const originSecrets = openSecret(process.env[ENV.originSecrets], parseOriginSecrets);
const clients = openSecret(process.env[ENV.clientSecrets], parseClients);
const rule = readDocumentsRule();
const documents = openDocuments();
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint, throttled: () => count('Throttles') });

/** A request that has been understood, with the table that counts for it. */
type Asked = { request: HTTPGraphQLRequest; event: APIGatewayProxyEventV2; asking: NewsTable };

const { toSuccessResult } = handlers.createAPIGatewayProxyEventV2RequestHandler();

const serve = (of: 'graph' | 'subgraph') =>
  startServerAndCreateLambdaHandler(
    buildServer({ stage, log, of }),
    {
      fromEvent: ({ request }: Asked) => request,
      toSuccessResult,
      toErrorResult: (error) => {
        throw error; // a mistake of ours: those of clients are answers
      },
    },
    {
      context: async ({ event: { event, asking } }) => {
        const context = await openContext(table, {
          site,
          reader: { token: event.headers[READER_HEADER], secrets: await readerSecrets() },
          newsroom: { token: event.headers[PREVIEW_HEADER], secrets: await previewSecrets(), method: event.requestContext.http.method },
          ...(asking.deadline && { deadline: asking.deadline }),
        });
        context.meter.calls += asking.meter.calls;
        context.meter.units += asking.meter.units;
        return context;
      },
    },
  );

const answerGraphql = serve('graph');

let answerRouter: typeof answerGraphql | undefined;

/** What routers are answered by is made when the first one asks: most processes never see one, and a schema takes its time. */
function answering(isOfRouter: boolean): typeof answerGraphql {
  if (!isOfRouter) return answerGraphql;
  answerRouter ??= serve('subgraph');
  return answerRouter;
}

/**
 * The read side as Lambda calls it: `/graphql`, `/health` and `/subgraph`, for API Gateway HTTP API events (payload 2.0). What did not come through the CDN,
 * or at `/subgraph` is not signed, is refused before anything of it is read; any page may read what is answered, but for a router.
 */
export function handler(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  return observed(context, async () => {
    const answer = notKept(await answered(event, context));
    note({ statusCode: answer.statusCode });
    return isHttp(event) && event.rawPath === SUBGRAPH_PATH ? answer : forAnyOrigin(answer);
  });
}

async function answered(event: unknown, context: Context): Promise<APIGatewayProxyStructuredResultV2> {
  if (!isHttp(event))
    return json(400, { errors: [{ message: 'This function answers HTTP requests only', extensions: { code: 'BAD_REQUEST' } }] });
  const isOfRouter = event.rawPath === SUBGRAPH_PATH;
  try {
    const [origin, , , known] = await Promise.all([originSecrets(), readerSecrets(), previewSecrets(), clients()]);
    if (isOfRouter) note({ client: routerOf(event, known, millisecondsOf(wallClock())) });
    else if (!isFromCdn(event.headers[HEADERS.origin], origin))
      return json(403, { errors: [{ message: 'This is not the address of the service', extensions: { code: 'FORBIDDEN' } }] });
  } catch (error) {
    if (error instanceof GraphQLError) return refused(error);
    return json(503, { errors: [{ message: 'Something went wrong on our side', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }); // logged there
  }
  if (event.requestContext.http.method === 'OPTIONS') return preflight();
  if (event.rawPath === '/health') return json(200, { service: 'broadsheet', status: 'ok' });
  const asking = metered(table, deadlineOf(context));
  let request: HTTPGraphQLRequest;
  try {
    request = await readRequest(event, { documents, table: asking, ownWords: isOfRouter ? async () => {} : ownWords });
  } catch (error) {
    count('DynamoDbCalls', asking.meter.calls);
    count('DynamoDbUnits', asking.meter.units);
    return error instanceof GraphQLError ? refused(error) : failed(503, error);
  }
  try {
    const answer = (await answering(isOfRouter)({ request, event, asking }, context, () => {})) as APIGatewayProxyStructuredResultV2;
    return conditional(event, sendable(answer));
  } catch (error) {
    return failed(500, error);
  }
}

/** Apollo itself says nothing of how long its refusals are good for, and a cache may keep some of them for minutes. */
function notKept(answer: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 {
  const isRefusal = (answer.statusCode ?? 200) >= 400;
  return isRefusal ? { ...answer, headers: { 'cache-control': 'no-store', ...answer.headers } } : answer;
}

/** Where registered documents only are answered, some clients may ask in words of their own all the same. */
async function ownWords({ headers, requestContext }: APIGatewayProxyEventV2): Promise<void> {
  if (rule === 'registered') note({ client: clientOf(headers[CLIENT_HEADER], requestContext.http.method, await clients()) });
}

/** Lambda would answer in words of its own, and lose the request, when a payload is too large. It is JSON that holds the answer as a text: up to twice as long. */
function sendable(answer: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 {
  const isNear = Buffer.byteLength(answer.body ?? '') > PAYLOAD_BYTES / 3;
  if (!isNear || Buffer.byteLength(JSON.stringify(answer)) <= PAYLOAD_BYTES) return answer;
  const { message, extensions } = new AnswerTooLarge();
  return json(400, { errors: [{ message, extensions }] });
}

function refused({ message, extensions: { code, http } }: GraphQLError): APIGatewayProxyStructuredResultV2 {
  const { status = 400 } = (http ?? {}) as { status?: number };
  return json(status, { errors: [{ message, extensions: { code } }] });
}

/** @param status 503 where the same request may be answered a moment later: the edge then serves the last good answer to a GET */
function failed(status: 500 | 503, error: unknown): APIGatewayProxyStructuredResultV2 {
  log({ level: 'error', message: 'A request failed', error: whole(error) });
  const answer = json(status, { errors: [{ message: 'Something went wrong on our side', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
  return status === 503 ? { ...answer, headers: { ...answer.headers, 'retry-after': '5' } } : answer;
}

function json(statusCode: number, body: object): APIGatewayProxyStructuredResultV2 {
  return { statusCode, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }, body: JSON.stringify(body) };
}
