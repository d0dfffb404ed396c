import { createHmac } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { METRICS, METRICS_NAMESPACE, type MetricName, PER_VERSION } from '../../lambda/metrics.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type FaultProxy, startProxy } from '../faults/proxy.ts';
import { anArticle, idOf } from '../support/article.ts';
import { type AwsStub, startAwsStub } from '../support/aws-stub.ts';
import { httpEvent, SITE_ENVIRONMENT } from '../support/graphql.ts';
import { type LambdaRuntime, startLambda } from '../support/lambda-runtime.ts';
import { type StreamedTable, streamedTable } from '../support/stream.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

/** For every metric that an alarm or the dashboard watches: the built bundle is driven to it, and the very line is looked for that CloudWatch makes it of. */

const SCHEDULE = { version: '0', id: '1', source: 'aws.events', 'detail-type': 'Scheduled Event', detail: {} };

let local: LocalTable;
let proxy: FaultProxy;
let streamed: StreamedTable;
let aws: AwsStub;
let functions: AsyncDisposableStack;
beforeAll(async () => {
  local = await startLocalTable();
  proxy = await startProxy({ endpoint: local.endpoint, seed: 1 });
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await local[Symbol.asyncDispose]();
});
beforeEach(async () => {
  functions = new AsyncDisposableStack();
  streamed = await streamedTable(local.endpoint);
  aws = functions.use(await startAwsStub());
  proxy.set({});
});
afterEach(() => functions.disposeAsync());

async function start(bundle: 'graphql' | 'ingest' | 'events', timeoutMs?: number): Promise<LambdaRuntime> {
  const environment = {
    ...LOCAL_AWS,
    [ENV.newsTable]: streamed.tableName,
    [ENV.dynamodbEndpoint]: proxy.endpoint,
    [ENV.stage]: 'prod',
    [ENV.ingestKeys]: JSON.stringify({ wire: 'a key for this test' }),
    ...SITE_ENVIRONMENT,
    ...aws.environment,
  };
  return functions.use(await startLambda({ bundle, environment, ...(timeoutMs ? { timeoutMs } : {}) }));
}

type Line = Record<string, unknown> & {
  _aws: {
    Timestamp: number;
    CloudWatchMetrics: { Namespace: string; Dimensions: string[][]; Metrics: { Name: string; Unit: string }[] }[];
  };
};

/** The values of one metric as CloudWatch reads them from the lines of a function, each with the sets of dimensions that it is told by. */
function valuesOf({ lines }: LambdaRuntime, metric: MetricName): { value: unknown; by: string[] }[] {
  return lines
    .flatMap((text) => (text.includes('"_aws"') ? [JSON.parse(text) as Line] : []))
    .flatMap((line) =>
      line._aws.CloudWatchMetrics.filter(({ Namespace }) => Namespace === METRICS_NAMESPACE).flatMap(({ Dimensions, Metrics }) =>
        Metrics.filter(({ Name, Unit }) => Name === metric && Unit === METRICS[metric]).map(() => ({
          value: line[metric],
          by: Dimensions.map((names) => names.map((name) => `${name}=${line[name]}`).join(',')),
        })),
      ),
    );
}

/** What the last invocation counted; 0 where it says nothing. Its line comes on standard output, beside the answer. */
async function counted(runtime: LambdaRuntime, invocations: number, metric: MetricName): Promise<unknown> {
  await vi.waitFor(() => expect(valuesOf(runtime, 'Requests')).toHaveLength(invocations));
  return valuesOf(runtime, metric).at(-1)?.value ?? 0;
}

const seen = new Set<MetricName>();
async function expectMetric(runtime: LambdaRuntime, invocations: number, metric: MetricName, value: unknown): Promise<void> {
  seen.add(metric);
  expect(await counted(runtime, invocations, metric)).toEqual(value);
}

const ask = (query: string) => httpEvent('/graphql', JSON.stringify({ query }));
const aCall = () => ask('query Front { latest(first: 5) { edges { node { id } } } }');
const push = (id: string, version: number, at: number, wish: object = {}) =>
  pushArticle(streamed.table, anArticle({ id, version, ...wish }), instantOf(at));

describe('the metrics of every function', () => {
  it('are requests, latency, cold starts and what DynamoDB was asked for', async () => {
    const graphql = await start('graphql');
    await graphql.invoke(aCall());
    await expectMetric(graphql, 1, 'ColdStarts', 1);
    await expectMetric(graphql, 1, 'DynamoDbCalls', 1);
    await expectMetric(graphql, 1, 'DynamoDbUnits', 0.5);
    await expectMetric(graphql, 1, 'Latency', expect.any(Number));
    await graphql.invoke(aCall());
    await expectMetric(graphql, 2, 'Requests', 1);
    expect(valuesOf(graphql, 'ColdStarts')).toHaveLength(1);
    expect(valuesOf(graphql, 'Requests').map(({ by }) => by)).toEqual([['Function=graphql'], ['Function=graphql']]);
  });

  it('tell faults and latency by version too, for the alarms of a deployment', async () => {
    const graphql = await start('graphql');
    await graphql.invoke(aCall());
    await counted(graphql, 1, 'Faults');
    for (const metric of PER_VERSION)
      expect(valuesOf(graphql, metric).map(({ by }) => by)).toEqual([['Function=graphql', 'Function=graphql,Version=$LATEST']]);
  });

  it('count what DynamoDB throttled, though the reader was answered', async () => {
    const graphql = await start('graphql');
    let calls = 0;
    await using throttling = await startProxy({ endpoint: local.endpoint, seed: 1, onCall: () => (++calls <= 2 ? 'throttle' : undefined) });
    const environment = {
      ...LOCAL_AWS,
      [ENV.newsTable]: streamed.tableName,
      [ENV.dynamodbEndpoint]: throttling.endpoint,
      [ENV.stage]: 'prod',
    };
    await using throttled = await startLambda({ bundle: 'graphql', environment: { ...environment, ...SITE_ENVIRONMENT } });
    const { response } = await throttled.invoke(aCall());
    expect(JSON.parse((response as { body: string }).body)).toEqual({ data: { latest: { edges: [] } } });
    await expectMetric(throttled, 1, 'Throttles', 2);
    expect(await counted(throttled, 1, 'Faults')).toBe(0);
    await graphql.invoke(aCall());
    expect(await counted(graphql, 1, 'Throttles')).toBe(0);
  });
});

describe('a fault', () => {
  it('of a field is counted, though Apollo answers 200', async () => {
    const graphql = await start('graphql');
    proxy.set({ Query: { serverError: 1 } });
    const { response } = await graphql.invoke(aCall());
    expect(response).toMatchObject({ statusCode: 200, body: expect.stringContaining('INTERNAL_SERVER_ERROR') });
    await expectMetric(graphql, 1, 'Faults', 1);
  });

  it('of two fields is counted twice, and the mistake of a client is none', async () => {
    const graphql = await start('graphql');
    proxy.set({ Query: { serverError: 1 } });
    await graphql.invoke(ask('{ latest { edges { cursor } } changes { edges { cursor } } }'));
    expect(await counted(graphql, 1, 'Faults')).toBe(2);
    await graphql.invoke(ask('{ lastest }'));
    expect(await counted(graphql, 2, 'Faults')).toBe(0);
  });

  it('of a push is counted', async () => {
    const ingest = await start('ingest');
    const seconds = Math.floor(Date.now() / 1000);
    const body = 'Harbour reopens\n\nWords.\n';
    const target = '/ingest/text?uri=harbour&section=world';
    const signature = `t=${seconds},v2=${createHmac('sha256', 'a key for this test').update(`${seconds}.POST ${target}.${body}`).digest('hex')}`;
    const event = {
      ...httpEvent('/ingest/text', body, { 'x-broadsheet-signature': signature }),
      rawQueryString: 'uri=harbour&section=world',
    };
    proxy.set({ '*': { serverError: 1 } });
    expect((await ingest.invoke(event)).response).toMatchObject({ statusCode: 503 });
    expect(await counted(ingest, 1, 'Faults')).toBe(1);
    proxy.set({});
    expect((await ingest.invoke(event)).response).toMatchObject({ statusCode: 201 });
    expect(await counted(ingest, 2, 'Faults')).toBe(0);
  });

  it('of an announcement is counted, and the change is parked', async () => {
    const events = await start('events');
    await push('harbour', 1, Date.now() - 1_000);
    aws.purgesFail = true;
    expect((await events.invoke({ Records: await streamed.records() })).response).toEqual({ batchItemFailures: [] });
    expect(await counted(events, 1, 'Faults')).toBe(1);
    await expectMetric(events, 1, 'Parked', 1);
    aws.purgesFail = false;
    expect((await events.invoke(SCHEDULE)).response).toEqual({ moments: 1 });
    await expectMetric(events, 2, 'Announced', 1);
    expect(aws.order).toEqual(['purge', 'article.published']);
  });
});

describe('a moment', () => {
  it('that is more than two minutes late is counted, and one in time is not', async () => {
    const events = await start('events');
    const now = Date.now();
    await push('late', 1, now - 600_000, { embargoedUntil: instantOf(now - 300_000) });
    await push('in time', 1, now - 600_000, { embargoedUntil: instantOf(now - 5_000) });
    await events.invoke(SCHEDULE);
    await expectMetric(events, 1, 'LateMoments', 1);
    await events.invoke(SCHEDULE);
    expect(valuesOf(events, 'LateMoments').map(({ value }) => value)).toEqual([1, 0]);
  });

  it('that cannot be worked off is counted as a fault, stays, and is late again', async () => {
    const events = await start('events');
    const late = instantOf(Date.now() - 300_000);
    const sk = `D#${late}#${idOf('broken')}#0000000000000001`;
    const { client, moment } = streamed.table;
    const TableName = moment.table.getName();
    await client.send(new PutCommand({ TableName, Item: { pk: 'MOMENTS', sk, e: 'Moment', a: idOf('broken'), f: 1 } }));
    const manifest = {
      pk: `ARTICLE#${idOf('broken')}`,
      sk: 'LISTINGS',
      e: 'Manifest',
      a: idOf('broken'),
      rev: 1,
      source: 'x',
      uri: 'x',
      f: 1,
    };
    await client.send(new PutCommand({ TableName, Item: { ...manifest, s: '{' } }));
    for (const round of [1, 2]) {
      expect((await events.invoke(SCHEDULE)).response).toEqual({ moments: 0 });
      expect(await counted(events, round, 'Faults')).toBe(1);
      expect(await counted(events, round, 'LateMoments')).toBe(1);
    }
  });
});

describe('a kill', () => {
  it('leaves one line with its milliseconds: tombstone, purge, announcement, and an answer through the CDN that shows it gone', async () => {
    const events = await start('events');
    const now = Date.now();
    await push('harbour', 1, now - 60_000);
    await events.invoke({ Records: await streamed.records() });
    aws.order.length = 0;
    let looks = 0;
    aws.shown = () => ({ __typename: ++looks < 3 ? 'NewsArticle' : 'WithdrawnArticle' });
    await push('harbour', 2, now, { status: 'CANCELED' });
    await events.invoke({ Records: await streamed.records() });
    await expectMetric(events, 2, 'KillLatency', expect.any(Number));
    expect(aws.order).toEqual(['purge', 'article.withdrawn', 'check', 'check', 'check']);
    expect(aws.purges.at(-1)?.tags).toEqual([`#article:${idOf('harbour')}`, '#crowded']);
    const receipts = events.lines.filter((line) => line.includes('Withdrawn')).map((line) => JSON.parse(line));
    expect(receipts).toEqual([
      {
        ...{ level: 'info', message: 'Withdrawn and gone', requestId: expect.any(String) },
        ...{ articleId: idOf('harbour'), version: 2, acceptedAt: instantOf(now) },
        ...{ purgedAfterMs: expect.any(Number), goneAfterMs: expect.any(Number) },
      },
    ]);
    expect(receipts[0].goneAfterMs).toBeGreaterThanOrEqual(receipts[0].purgedAfterMs);
    expect(valuesOf(events, 'KillLatency').at(-1)?.value).toBe(receipts[0].goneAfterMs);
  });

  it('that the CDN still shows when the time is up is counted as unconfirmed, and as a fault', async () => {
    const events = await start('events', 6_000); // less than the ten seconds for which it looks, and enough for a busy machine
    const now = Date.now();
    await push('harbour', 1, now - 60_000);
    await push('harbour', 2, now, { status: 'CANCELED' });
    aws.shown = () => ({ __typename: 'NewsArticle' });
    expect((await events.invoke({ Records: await streamed.records() })).response).toEqual({ batchItemFailures: [] });
    await expectMetric(events, 1, 'KillsUnconfirmed', 1);
    expect(await counted(events, 1, 'Faults')).toBe(1);
  });
});

describe('these tests', () => {
  it('have driven the bundles to every metric that there is', () => {
    expect([...seen].sort()).toEqual(Object.keys(METRICS).sort());
  });
});
