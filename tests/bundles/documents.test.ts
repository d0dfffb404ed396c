import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { documentId } from '../../lambda/domain/document-id.ts';
import { findFreePort, LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { registerDocument } from '../../lambda/store/document-writes.ts';
import { type Answer, SITE_ENVIRONMENT } from '../support/graphql.ts';
import { type LambdaRuntime, startLambda, through } from '../support/lambda-runtime.ts';
import { startLocalTable } from '../support/table.ts';

/** The read side as it is deployed, on a stage that answers registered documents only. */

const SECRET = 'partner secret of these tests, 32 or more';
const REGISTERED = 'query Site { site { name } }';
const QUERY = '{ site { url } }';

const scope = new AsyncDisposableStack();
let runtime: LambdaRuntime;
let url: string;
let withoutTable: string;

beforeAll(async () => {
  const { endpoint, tableName, table } = scope.use(await startLocalTable());
  await registerDocument(table, REGISTERED);
  const environment = {
    ...LOCAL_AWS,
    ...SITE_ENVIRONMENT,
    [ENV.newsTable]: tableName,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.stage]: 'prod',
    [ENV.documents]: 'registered',
    [ENV.clientSecrets]: JSON.stringify({ partner: SECRET }),
  };
  const serve = async (function_: LambdaRuntime) => {
    const { url } = scope.use(
      await startGateway({ functions: { 'ANY /graphql': through(function_), 'GET /health': through(function_) }, port: 0 }),
    );
    return url;
  };
  runtime = scope.use(await startLambda({ bundle: 'graphql', environment }));
  url = await serve(runtime);
  const nobody = `http://127.0.0.1:${await findFreePort()}`;
  withoutTable = await serve(
    scope.use(await startLambda({ bundle: 'graphql', environment: { ...environment, [ENV.dynamodbEndpoint]: nobody } })),
  );
}, 60_000);
afterAll(() => scope.disposeAsync());

type Said = { status: number; code: string | undefined; data: unknown };

async function said(answer: Response): Promise<Said> {
  const { data, errors } = (await answer.json()) as Answer<unknown>;
  if (answer.status >= 400) expect(answer.headers.get('cache-control')).toBe('no-store');
  return { status: answer.status, code: errors?.[0]?.extensions.code, data };
}
const get = async (query: Record<string, string>, headers: Record<string, string> = {}) =>
  said(await fetch(`${url}/graphql?${new URLSearchParams(query)}`, { headers }));
const post = async (body: object, headers: Record<string, string> = {}) =>
  said(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  );
const PARTNER = { 'x-broadsheet-client': `partner:${SECRET}` };

describe('a stage that answers registered documents only', () => {
  it('answers them, by GET and by POST', async () => {
    const answer = { status: 200, code: undefined, data: { site: { name: 'The Test' } } };
    expect(await get({ documentId: documentId(REGISTERED) })).toEqual(answer);
    expect(await post({ documentId: documentId(REGISTERED) })).toEqual(answer);
  });

  it('refuses everything else before it is parsed, and says what would be accepted', async () => {
    const refused = { status: 403, code: 'DOCUMENT_REQUIRED', data: undefined };
    expect(await get({ query: QUERY }, { 'apollo-require-preflight': '1' })).toEqual(refused);
    for (const body of [{ query: QUERY }, { query: REGISTERED }, { query: '{{{' }, { query: QUERY, extensions: {} }, {}])
      expect(await post(body)).toEqual(refused);
    const { errors } = (await (await fetch(`${url}/graphql?query=x`)).json()) as Answer<unknown>;
    expect(errors?.[0]?.message).toMatch(/documentId=.*npm run documents/);
  });

  it('lets a named client ask in its own words by POST, and says in the log who it was', async () => {
    expect(await post({ query: QUERY }, PARTNER)).toEqual({
      status: 200,
      code: undefined,
      data: { site: { url: 'https://test.example' } },
    });
    expect(runtime.lines.some((line) => line.includes('"client":"partner"'))).toBe(true);
    expect(runtime.lines.some((line) => line.includes(SECRET))).toBe(false);
    expect(await get({ query: QUERY }, { ...PARTNER, 'apollo-require-preflight': '1' })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
    expect(await post({ query: QUERY }, { 'x-broadsheet-client': `partner:${SECRET}?` })).toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
    });
  });

  it('shows its schema to nobody, also not to such a client', async () => {
    const code = 'GRAPHQL_VALIDATION_FAILED';
    expect(await post({ query: '{ __schema { queryType { name } } }' }, PARTNER)).toMatchObject({ status: 400, code });
  });

  it('answers browsers that ask whether they may, and whoever asks whether it is up', async () => {
    expect((await fetch(`${url}/graphql`, { method: 'OPTIONS' })).status).toBe(204);
    expect((await fetch(`${url}/health`)).status).toBe(200);
  });
});

it('is a 503 when the table does not answer, so that the edge serves the last good answer', async () => {
  const answer = await fetch(`${withoutTable}/graphql?documentId=${documentId(REGISTERED)}`);
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('access-control-allow-origin')]).toEqual([503, '5', '*']);
  expect(await said(answer)).toEqual({ status: 503, code: 'INTERNAL_SERVER_ERROR', data: undefined });
});

it('does not start with a rule that nobody knows', async () => {
  await using broken = await startLambda({
    bundle: 'graphql',
    environment: { ...LOCAL_AWS, ...SITE_ENVIRONMENT, [ENV.newsTable]: 'none', [ENV.stage]: 'prod', [ENV.documents]: 'only' },
  });
  expect((await broken.invoke({})).error?.errorMessage).toContain('DOCUMENTS must be "any" or "registered"');
});
