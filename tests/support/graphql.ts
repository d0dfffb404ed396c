import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ENV } from '../../lambda/config.ts';
import type { LocalTable } from './table.ts';

/** An answer as a client gets it. `data` is what the test says it is. */
export type Answer<Data> = {
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
  extensions?: { cost: { calls: number; units: number } };
};

type Variables = Record<string, unknown>;

/** Asks the real handler, as API Gateway would, on a table of the test's own. */
export type Ask = <Data = Record<string, never>>(query: string, variables?: Variables) => Promise<Answer<Data>>;

/** The handler reads its configuration when it is first loaded: one stage and table for each test file. */
export async function askHandler({ endpoint, tableName }: LocalTable, stage: 'dev' | 'prod' = 'dev'): Promise<Ask> {
  Object.assign(process.env, {
    [ENV.newsTable]: tableName,
    [ENV.stage]: stage,
    [ENV.dynamodbEndpoint]: endpoint,
    AWS_LAMBDA_LOG_LEVEL: 'WARN',
  });
  const { handler } = await import('../../lambda/graphql/handler.ts');
  return async (query, variables = {}) => {
    const answer = await handler(httpEvent('/graphql', JSON.stringify({ query, variables })), LAMBDA_CONTEXT);
    return JSON.parse((answer as APIGatewayProxyStructuredResultV2).body ?? '');
  };
}

/** Ten seconds are left, as in a function that has just been called. */
const LAMBDA_CONTEXT = { getRemainingTimeInMillis: () => 10_000 } as Context;

/** A POST as API Gateway's HTTP API hands it to Lambda, payload 2.0. */
export function httpEvent(rawPath: string, body: string): object {
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    requestContext: { http: { method: 'POST', path: rawPath, sourceIp: '192.0.2.1' }, requestId: 'test', timeEpoch: 0 },
    body,
    isBase64Encoded: false,
  };
}
