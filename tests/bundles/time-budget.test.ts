import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type FaultKind, type FaultProxy, startProxy } from '../faults/proxy.ts';
import { anArticle } from '../support/article.ts';
import { type AwsStub, startAwsStub } from '../support/aws-stub.ts';
import { httpEvent, SITE_ENVIRONMENT } from '../support/graphql.ts';
import { type LambdaRuntime, startLambda } from '../support/lambda-runtime.ts';
import { type StreamedTable, type StreamRecord, streamedTable } from '../support/stream.ts';
import { startLocalTable } from '../support/table.ts';

/** As short as a function's time may be; milliseconds. Under Lambda's own client, whoever takes longer is ended. */
const TIMEOUT = 3_000;
const SCHEDULE = { 'detail-type': 'Scheduled Event' };
const KEY = 'a key for this test';

const scope = new AsyncDisposableStack();
let proxy: FaultProxy;
let aws: AwsStub;
let streamed: StreamedTable;
let records: StreamRecord[];
beforeAll(async () => {
  const { endpoint } = scope.use(await startLocalTable());
  proxy = scope.use(await startProxy({ endpoint, seed: 1 }));
  aws = scope.use(await startAwsStub());
  streamed = await streamedTable(endpoint);
  const now = Date.now();
  await pushArticle(streamed.table, anArticle({ id: 'harbour' }), instantOf(now));
  await pushArticle(streamed.table, anArticle({ id: 'ferry', embargoedUntil: instantOf(now + 1) }), instantOf(now));
  records = (await streamed.records()).filter(({ dynamodb }) => dynamodb.Keys.pk.S === 'CHANGES');
});
afterAll(() => scope.disposeAsync());

/** Started, and asked nothing once: the time of an invocation begins when the function is there. */
async function start(bundle: 'graphql' | 'ingest' | 'events'): Promise<LambdaRuntime> {
  const runtime = await startLambda({
    bundle,
    timeoutMs: TIMEOUT,
    environment: {
      ...LOCAL_AWS,
      [ENV.newsTable]: streamed.tableName,
      [ENV.dynamodbEndpoint]: proxy.endpoint,
      [ENV.stage]: 'prod',
      [ENV.ingestKeys]: JSON.stringify({ wire: KEY }),
      ...SITE_ENVIRONMENT,
      ...aws.environment,
    },
  });
  await runtime.invoke(null);
  return runtime;
}

const done = ({ lines }: LambdaRuntime) => lines.filter((line) => line.includes('"Done"')).map((line) => JSON.parse(line));

function aPush(): object {
  const seconds = Math.floor(Date.now() / 1000);
  const body = 'Lighthouse reopens\n\nWords.\n';
  const query = 'uri=lighthouse&section=world';
  const hmac = createHmac('sha256', KEY).update(`${seconds}.POST /ingest/text?${query}.${body}`).digest('hex');
  return { ...httpEvent('/ingest/text', body, { 'x-broadsheet-signature': `t=${seconds},v2=${hmac}` }), rawQueryString: query };
}

describe.each<FaultKind>(['hang', 'throttle'])('when DynamoDB will only %s', (trouble) => {
  it.each<['graphql' | 'ingest' | 'events', string, () => unknown, unknown]>([
    ['graphql', 'a query', () => httpEvent('/graphql', '{"query":"{ latest { edges { cursor } } }"}'), { statusCode: 200 }],
    ['ingest', 'a push', aPush, { statusCode: 503 }],
    [
      'events',
      'records of the table',
      () => ({ Records: records }),
      { batchItemFailures: [expect.objectContaining({ itemIdentifier: expect.any(String) }), expect.anything()] },
    ],
    ['events', 'the schedule', () => SCHEDULE, { moments: 0 }],
  ])('%s answers %s before its time is up, and counts the fault', async (bundle, _name, event, expected) => {
    proxy.set({ '*': { [trouble]: 1 } });
    await using runtime = await start(bundle);
    const { response, error } = await runtime.invoke(event());
    expect(error).toBeUndefined();
    expect(response).toMatchObject(expected as object);
    await vi.waitFor(() => expect(done(runtime)).toHaveLength(2));
    expect(done(runtime)[1].Faults).toBeGreaterThan(0);
    proxy.set({});
    const again = await runtime.invoke(event());
    expect(again.error).toBeUndefined();
  });
});

describe('when the event bus does not answer', () => {
  it('events gives the records back to Lambda before its time is up, and announces them when they come again', async () => {
    aws.hangs = true;
    aws.events.length = 0;
    await using runtime = await start('events');
    const { response, error } = await runtime.invoke({ Records: records });
    expect(error).toBeUndefined();
    expect(response).toEqual({ batchItemFailures: records.map(({ dynamodb }) => ({ itemIdentifier: dynamodb.SequenceNumber })) });
    aws.hangs = false;
    expect(await runtime.invoke({ Records: records })).toEqual({ response: { batchItemFailures: [] } });
    expect(aws.events.map(({ DetailType }) => DetailType)).toEqual(['article.published', 'article.published']);
  });
});
