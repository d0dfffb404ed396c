import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ENV, HEADERS } from '../../lambda/config.ts';
import { parseInstant } from '../../lambda/domain/instant.ts';
import { EXAMPLES } from '../../lambda/generated/examples.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { SITE_ENVIRONMENT } from '../support/graphql.ts';
import { type Invoked, type LambdaRuntime, startLambda } from '../support/lambda-runtime.ts';
import { documentNames } from '../support/pages.ts';
import { ingestSamples } from '../support/samples.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

const VERSION = 'arn:aws:lambda:eu-west-1:000000000000:function:resolver:7';
const CLIENTS = JSON.stringify({ partner: 'p'.repeat(40), deployment: 'd'.repeat(40) });
const DEPLOYMENT = { DeploymentId: 'd-1', LifecycleEventHookExecutionId: 'hook-1' };

const scope = new AsyncDisposableStack();
let local: LocalTable;
/** What answers as the new version. */
let version: (event: never) => Promise<Invoked>;
/** What CodeDeploy was told. */
let told: { deploymentId: string; status: string }[] = [];
let examiner: LambdaRuntime;

/** Lambda in front of the new version, and CodeDeploy, to the letter of their APIs. */
beforeAll(async () => {
  local = scope.use(await startLocalTable());
  await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  const server = createServer(async (request, reply) => {
    const body = JSON.parse(await text(request));
    if (request.headers['x-amz-target'] === 'CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus') {
      told.push(body);
      reply.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end('{}');
    } else if (decodeURIComponent(request.url ?? '') === `/2015-03-31/functions/${VERSION}/invocations`) {
      const { response, error } = await version(body as never);
      reply.writeHead(200, error ? { 'x-amz-function-error': 'Unhandled' } : {}).end(JSON.stringify(error ?? response));
    } else reply.writeHead(404).end(`${request.method} ${request.url}`);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  scope.defer(() => void server.close().closeAllConnections());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = {
    ...{ ...LOCAL_AWS, [ENV.versionToTest]: VERSION, [ENV.originSecrets]: '{"a": "first", "b": ""}' },
    [ENV.clientSecrets]: CLIENTS,
    ...{ AWS_ENDPOINT_URL_LAMBDA: url, AWS_ENDPOINT_URL_CODEDEPLOY: url },
  };
  examiner = scope.use(await startLambda({ bundle: 'deployment', environment, timeoutMs: 30_000 }));
}, 120_000);
beforeEach(() => {
  told = [];
});
afterAll(() => scope.disposeAsync());

function startVersion(tableName: string, more: Record<string, string> = {}): Promise<LambdaRuntime> {
  const environment = {
    ...{ ...LOCAL_AWS, ...SITE_ENVIRONMENT, [ENV.newsTable]: tableName, [ENV.dynamodbEndpoint]: local.endpoint, [ENV.stage]: 'prod' },
    ...{ [ENV.originSecrets]: '{"a": "first", "b": ""}', ...more },
  };
  return startLambda({ bundle: 'graphql', environment });
}

/** What the examiner said of this deployment alone, and the answer that it gave. */
async function deploy(): Promise<{ answer: Invoked; lines: readonly string[] }> {
  const before = examiner.lines.length;
  const answer = await examiner.invoke(DEPLOYMENT);
  return { answer, lines: examiner.lines.slice(before) };
}

describe('what is asked of a new version before it gets traffic', () => {
  it('is every document of examples/', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(documentNames);
  });

  it('finds a version sound that answers the sample newsroom, and one that answers an empty table', async () => {
    const empty = await emptyTable(local.endpoint);
    for (const tableName of [local.tableName, empty.tableName]) {
      await using runtime = await startVersion(tableName);
      const asked: string[] = [];
      version = (event: { body: string }) => {
        asked.push(JSON.parse(event.body).query);
        return runtime.invoke(event);
      };
      told = [];
      const { lines } = await deploy();
      expect(told, lines.join('\n')).toEqual([{ deploymentId: 'd-1', lifecycleEventHookExecutionId: 'hook-1', status: 'Succeeded' }]);
      expect(asked).toEqual(expect.arrayContaining(Object.values(EXAMPLES)));
    }
  });

  it.each([
    ['knows the examiner', CLIENTS, 'Succeeded'],
    ['does not know the examiner', JSON.stringify({ partner: 'p'.repeat(40) }), 'Failed'],
    ['knows it by another secret', JSON.stringify({ deployment: 'e'.repeat(40) }), 'Failed'],
  ])('of a version that answers registered documents only and %s', async (_what, clients, status) => {
    await using runtime = await startVersion(local.tableName, { [ENV.documents]: 'registered', [ENV.clientSecrets]: clients });
    version = (event) => runtime.invoke(event);
    const { lines } = await deploy();
    expect(
      told.map((one) => one.status),
      lines.join('\n'),
    ).toEqual([status]);
  });

  it('asks about what there is, so that no document is answered with nothing', async () => {
    await using runtime = await startVersion(local.tableName);
    const empty: string[] = [];
    version = async (event: { body: string }) => {
      const invoked = await runtime.invoke(event);
      const { data } = JSON.parse((invoked.response as { body: string }).body);
      const nothing = Object.values(data).every((value) => value === null);
      if (nothing) empty.push(JSON.parse(event.body).query.slice(0, 40));
      return invoked;
    };
    await deploy();
    expect(empty).toEqual([]);
  });

  it.each<[string, (event: { body: string; headers: Record<string, string> }) => Promise<Invoked>]>([
    [
      'answers one document with an error of ours',
      async ({ body }) =>
        answered(
          200,
          JSON.parse(body).query.includes('query Topic')
            ? { data: { node: null }, errors: [{ message: 'm', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }
            : { data: {} },
        ),
    ],
    [
      'does not know a field of one document',
      async ({ body }) =>
        JSON.parse(body).query.includes('query Front') ? answered(400, { errors: [{ message: 'm' }] }) : answered(200, { data: {} }),
    ],
    ['fails when it is called', async () => ({ error: { errorType: 'Runtime.ImportModuleError', errorMessage: 'Cannot find module' } })],
    ['answers with what is no JSON', async () => ({ response: { statusCode: 200, body: '<html>' } })],
  ])('fails a version that %s', async (_problem, answers) => {
    version = answers as typeof version;
    const { answer, lines } = await deploy();
    expect(told.map(({ status }) => status)).toEqual(['Failed']);
    expect(answer.response).toEqual({ status: 'Failed' });
    expect(lines.join('\n')).toMatch(/"level":"error","message":"The new version (did not answer a document|could not be asked)"/);
  });

  it('shows what the CDN shows, without which the version would refuse', async () => {
    const shown = new Set<string | undefined>();
    version = async (event: { headers: Record<string, string> }) => {
      shown.add(event.headers[HEADERS.origin]);
      return answered(200, { data: {} });
    };
    await deploy();
    expect(shown).toEqual(new Set(['first']));
  });

  it('takes nothing else for a deployment', async () => {
    for (const event of [null, {}, { DeploymentId: 5 }, 'hello', { Records: [] }]) {
      expect((await examiner.invoke(event)).response).toEqual({ refused: 'This function takes the events of a deployment only' });
    }
    expect(told).toEqual([]);
  });
});

async function answered(statusCode: number, body: object): Promise<Invoked> {
  return { response: { statusCode, body: JSON.stringify(body) } };
}
