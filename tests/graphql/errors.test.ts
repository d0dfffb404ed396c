import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { httpEvent, SITE_ENVIRONMENT } from '../support/graphql.ts';

/** Nobody listens on the discard port: every call to DynamoDB fails at once. */
const NO_DYNAMODB = 'http://127.0.0.1:9';
const QUERY = '{ latest(first: 1) { edges { cursor } } }';

let handler: (event: unknown, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;
beforeAll(async () => {
  Object.assign(process.env, LOCAL_AWS, {
    [ENV.newsTable]: 'none',
    [ENV.stage]: 'prod',
    [ENV.dynamodbEndpoint]: NO_DYNAMODB,
    ...SITE_ENVIRONMENT,
  });
  process.env.AWS_LAMBDA_LOG_LEVEL = 'WARN';
  ({ handler } = await import('../../lambda/graphql/handler.ts'));
});

const answer = async (event: object) => {
  const { statusCode, headers = {}, body = '' } = await handler(event, { getRemainingTimeInMillis: () => 10_000 } as Context);
  return { statusCode, retryAfter: headers['retry-after'], body: JSON.parse(body) };
};

const MASKED = {
  data: { latest: null },
  errors: [{ message: 'Something went wrong on our side', path: ['latest'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
};

describe('an answer that holds an error of ours', () => {
  it('is masked, and says when to come back', async () => {
    const { statusCode, retryAfter, body } = await answer(httpEvent('/graphql', JSON.stringify({ query: QUERY })));
    expect([statusCode, retryAfter]).toEqual([200, '5']);
    expect(body).toMatchObject(MASKED);
    expect(JSON.stringify(body)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|stacktrace/);
  });

  it('is a 503 to a GET, so that the edge serves the last good answer instead', async () => {
    const post = httpEvent('/graphql', '') as { headers: object; requestContext: { http: object } };
    const { statusCode, retryAfter, body } = await answer({
      ...post,
      body: undefined,
      rawQueryString: new URLSearchParams({ query: QUERY }).toString(),
      headers: { ...post.headers, 'apollo-require-preflight': '1' },
      requestContext: { ...post.requestContext, http: { ...post.requestContext.http, method: 'GET' } },
    });
    expect([statusCode, retryAfter]).toEqual([503, '5']);
    expect(body).toMatchObject(MASKED);
  });

  it('is not what the mistake of a client gets', async () => {
    const { statusCode, retryAfter, body } = await answer(httpEvent('/graphql', JSON.stringify({ query: '{ nothing }' })));
    expect([statusCode, retryAfter]).toEqual([400, undefined]);
    expect(body.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  });
});
