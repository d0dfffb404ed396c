import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ENV } from '../../lambda/config.ts';
import type { Site } from '../../lambda/domain/site.ts';
import type { LocalTable } from './table.ts';

/** The site that tests are of. */
export const SITE: Site = {
  ...{ name: 'The Test', url: 'https://test.example', logo: null, publisher: 'Test Press', languages: ['en'], imageService: null },
};

/** What a function must be told of its site. */
export const SITE_ENVIRONMENT = { [ENV.site]: JSON.stringify(SITE) };

/** Signs the tokens of readers who have paid. */
export const READER_SECRET = 'reader secret of the tests';

/** Signs the tokens of a newsroom that looks ahead. */
export const PREVIEW_SECRET = 'preview secret of the tests';

/** Signs what a router asks. */
export const ROUTER_SECRET = 'router secret of the tests, 32 characters or more';

/** An answer as a client gets it. `data` is what the test says it is. */
export type Answer<Data> = {
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  extensions?: { cost: { calls: number; units: number } };
};

type Variables = Record<string, unknown>;

/** Asks the real handler, as API Gateway would, on a table of the test's own. */
export type Ask = <Data = Record<string, never>>(
  query: string,
  variables?: Variables,
  headers?: Record<string, string>,
) => Promise<Answer<Data>>;

/** The handler reads its configuration when it is first loaded: one stage and table for each test file. */
export async function askHandler(
  { endpoint, tableName }: Pick<LocalTable, 'endpoint' | 'tableName'>,
  stage: 'dev' | 'prod' = 'dev',
  site: Site = SITE,
): Promise<Ask> {
  Object.assign(process.env, {
    [ENV.newsTable]: tableName,
    [ENV.stage]: stage,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.site]: JSON.stringify(site),
    [ENV.readerSecrets]: JSON.stringify([READER_SECRET]),
    [ENV.previewSecrets]: JSON.stringify([PREVIEW_SECRET]),
    [ENV.clientSecrets]: JSON.stringify({ router: ROUTER_SECRET }),
    AWS_LAMBDA_LOG_LEVEL: 'WARN',
  });
  const { handler } = await import('../../lambda/graphql/handler.ts');
  return async (query, variables = {}, headers = {}) => {
    const answer = await handler(httpEvent('/graphql', JSON.stringify({ query, variables }), headers), LAMBDA_CONTEXT);
    return JSON.parse((answer as APIGatewayProxyStructuredResultV2).body ?? '');
  };
}

/** More time than any function has: a test that shares its machine with others asks for answers, not for speed. */
export const LAMBDA_CONTEXT = { getRemainingTimeInMillis: () => 120_000 } as Context;

/** A POST as API Gateway's HTTP API hands it to Lambda, payload 2.0. */
export function httpEvent(rawPath: string, body: string, headers: Record<string, string> = {}): object {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    requestContext: { http: { method: 'POST', path: rawPath, sourceIp: '192.0.2.1' }, requestId: 'test', timeEpoch: 0 },
    body,
    isBase64Encoded: false,
  };
}
