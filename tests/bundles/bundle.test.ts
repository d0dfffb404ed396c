import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENV, HEADERS } from '../../lambda/config.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { FEED_ROUTES } from '../../lambda/local/service.ts';
import { type AwsStub, startAwsStub } from '../support/aws-stub.ts';
import { httpEvent, SITE_ENVIRONMENT } from '../support/graphql.ts';
import { INTERNAL } from '../support/internal-words.ts';
import { type LambdaRuntime, startLambda, through } from '../support/lambda-runtime.ts';
import { startLocalTable } from '../support/table.ts';

const KEY = 'a key for this test';
const LATEST = '{ latest(first: 5) { edges { node { headline } } } }';

const SCHEDULE = {
  version: '0',
  id: '1',
  source: 'aws.events',
  'detail-type': 'Scheduled Event',
  time: '2026-03-14T06:00:00Z',
  detail: {},
};
const http = (wish: object) => ({ ...httpEvent('/graphql', '{"query":"{ __typename }"}'), ...wish });

/** HTTP events as nobody should send them. Each must be answered with a status, by all functions that answer HTTP. */
const BROKEN_HTTP_EVENTS: [string, unknown][] = [
  ['a body that is no base64, said to be some', http({ body: '%%% no base64 \u0000', isBase64Encoded: true })],
  ['a body that is no text', http({ body: 42 })],
  ['a body that is an object', http({ body: { query: '{ __typename }' } })],
  ['no body', http({ body: undefined })],
  ['headers that are null', http({ headers: null })],
  ['headers that are no texts', http({ headers: { 'content-type': 7, 'x-broadsheet-signature': {}, 'x-broadsheet-reader': [] } })],
  ['no path', http({ rawPath: undefined })],
  ['a path that cannot be decoded', http({ rawPath: '/ingest/fronts/%E0%A4%A' })],
  ['a query string that is no text', http({ rawQueryString: 7 })],
  ['another method', http({ requestContext: { http: { method: 'BREW', path: '/graphql' } } })],
  ['payload format 1.0', { version: '1.0', httpMethod: 'POST', path: '/graphql', headers: {}, body: '{}', requestContext: {} }],
];

const NO_HTTP_EVENTS: [string, unknown][] = [
  ['the schedule', SCHEDULE],
  ['records of the table', { Records: [{ eventSource: 'aws:dynamodb', eventName: 'INSERT', dynamodb: { Keys: {} } }] }],
  ['null', null],
  ['a text', 'hello'],
  ['a number', 42],
  ['a list', []],
  ['an empty object', {}],
  ['a message of a queue', { Records: [{ eventSource: 'aws:sqs', body: '{}' }] }],
  ['an HTTP event without a request', { version: '2.0', headers: {} }],
  ['an HTTP event without headers', { version: '2.0', requestContext: { http: { method: 'POST', path: '/' } } }],
];

const scope = new AsyncDisposableStack();
let graphql: LambdaRuntime;
let ingest: LambdaRuntime;
let feeds: LambdaRuntime;
let events: LambdaRuntime;
let preview: LambdaRuntime;
let aws: AwsStub;
let url: string;

beforeAll(async () => {
  aws = scope.use(await startAwsStub());
  const { endpoint, tableName } = scope.use(await startLocalTable());
  const environment = {
    ...LOCAL_AWS,
    [ENV.newsTable]: tableName,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.stage]: 'prod',
    ...SITE_ENVIRONMENT,
    [ENV.ingestKeys]: JSON.stringify({ wire: KEY }),
    ...aws.environment,
  };
  events = scope.use(await startLambda({ bundle: 'events', environment }));
  graphql = scope.use(await startLambda({ bundle: 'graphql', environment }));
  ingest = scope.use(await startLambda({ bundle: 'ingest', environment }));
  feeds = scope.use(await startLambda({ bundle: 'feeds', environment }));
  preview = scope.use(await startLambda({ bundle: 'preview', environment: { [ENV.previewSecrets]: '["a secret"]' } }));
  const functions = {
    'ANY /graphql': through(graphql),
    'POST /ingest/{format}': through(ingest),
    ...Object.fromEntries(FEED_ROUTES.map((route) => [route, through(feeds)])),
  };
  ({ url } = scope.use(await startGateway({ functions, port: 0 })));
});

afterAll(() => scope.disposeAsync());

describe('the deployed bundles', () => {
  it('take a signed article in and give it out, by POST and by GET', async () => {
    const text = 'Harbour reopens\n\n“We are back,” said Ilse Marrin, the harbour master of Port Sorrel.\n';
    const target = '/ingest/text?uri=harbour&section=world&published=2026-09-16T10:00:00Z';
    const pushed = await fetch(`${url}${target}`, {
      method: 'POST',
      headers: { 'x-broadsheet-signature': signatureOf(target, text) },
      body: text,
    });
    expect([pushed.status, await pushed.text()]).toEqual([201, expect.stringContaining('/world/2026/09/harbour-reopens')]);

    const expected = { data: { latest: { edges: [{ node: { headline: 'Harbour reopens' } }] } } };
    const posted = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: LATEST }),
    });
    expect([posted.status, await posted.json()]).toEqual([200, expected]);
    const got = await fetch(`${url}/graphql?query=${encodeURIComponent(LATEST)}`, { headers: { 'content-type': 'application/json' } });
    expect([got.status, await got.json()]).toEqual([200, expected]);
  });

  it('give it out in a feed, as JSON-LD and in a sitemap, and once only to whoever kept it', async () => {
    const feed = await fetch(`${url}/feeds/latest.atom`);
    const xml = await feed.text();
    expect([feed.status, xml]).toEqual([200, expect.stringContaining('<title type="text">Harbour reopens</title>')]);
    const kept = await fetch(`${url}/feeds/latest.atom`, { headers: { 'if-none-match': feed.headers.get('etag') ?? '' } });
    expect([kept.status, await kept.text()]).toEqual([304, '']);
    const id = /\/articles\/([\w-]+)<\/id>/.exec(xml)?.[1];
    const jsonLd = await fetch(`${url}/articles/${id}.jsonld`);
    expect([jsonLd.headers.get('content-type'), await jsonLd.json()]).toEqual([
      'application/ld+json',
      expect.objectContaining({ headline: 'Harbour reopens' }),
    ]);
    expect((await fetch(`${url}/articles/${id}.ninjs.json`, { method: 'HEAD' })).status).toBe(200);
    expect(await (await fetch(`${url}/sitemap-news.xml`)).text()).toContain('<urlset');
    const posted = await fetch(`${url}/feeds/latest.atom`, { method: 'POST' });
    expect([posted.status, posted.headers.get('allow'), posted.headers.get('cache-control')]).toEqual([405, 'GET, HEAD', 'no-store']);
  });

  it('give no feed to what did not come through the CDN, where it shows that it is the one who asks', async () => {
    const environment = {
      ...LOCAL_AWS,
      ...SITE_ENVIRONMENT,
      [ENV.newsTable]: 'none',
      [ENV.stage]: 'prod',
      [ENV.dynamodbEndpoint]: 'http://127.0.0.1:9',
    };
    await using behind = await startLambda({
      bundle: 'feeds',
      environment: { ...environment, [ENV.originSecrets]: '{"a": "first", "b": ""}' },
    });
    const asked = async (headers: object) => {
      const http = { method: 'GET' };
      const { response } = await behind.invoke({ rawPath: '/feeds/latest.ogg', headers, requestContext: { http } });
      return (response as { statusCode: number }).statusCode;
    };
    expect(await asked({})).toBe(403);
    expect(await asked({ [HEADERS.origin]: 'second' })).toBe(403);
    expect(await asked({ [HEADERS.origin]: 'first' })).toBe(404); // it was let in, and there is no such feed
  });

  it('refuse what is not signed', async () => {
    const pushed = await fetch(`${url}/ingest/text?uri=forged`, { method: 'POST', body: 'Forged\n\nWords.\n' });
    expect(pushed.status).toBe(401);
  });

  it.each(NO_HTTP_EVENTS)('answer %s without a word of their insides, and go on', async (_name, event) => {
    for (const runtime of [graphql, ingest, feeds]) {
      const { response, error } = await runtime.invoke(event);
      expect(error).toBeUndefined();
      expect((response as { statusCode: number }).statusCode).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(response)).not.toMatch(INTERNAL);
    }
    const got = await fetch(`${url}/graphql?query={__typename}`, { headers: { 'content-type': 'application/json' } });
    expect(await got.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it.each(BROKEN_HTTP_EVENTS)('answer an HTTP event with %s without a word of their insides, and go on', async (_name, event) => {
    for (const runtime of [graphql, ingest, feeds]) {
      const { response, error } = await runtime.invoke(event);
      expect(error).toBeUndefined();
      expect((response as { statusCode: number }).statusCode).toBeLessThan(500);
      expect(JSON.stringify(response)).not.toMatch(INTERNAL);
    }
    expect((await graphql.invoke(http({}))).response).toMatchObject({ statusCode: 200, body: '{"data":{"__typename":"Query"}}\n' });
  });

  it.each<[string, unknown, unknown]>([
    ...[...NO_HTTP_EVENTS.slice(2), ['an HTTP event', http({})] as const].map(([name, event]): [string, unknown, unknown] => [
      name,
      event,
      { refused: 'This function takes records of the table and its schedule only' },
    ]),
    ['the schedule', SCHEDULE, { moments: 0 }],
    ['records without keys', { Records: [{ eventSource: 'aws:dynamodb', dynamodb: null }, null, 7] }, { batchItemFailures: [] }],
    [
      'a record of an article that is not there',
      {
        Records: [
          {
            ...{ eventID: '1', eventName: 'INSERT', eventSource: 'aws:dynamodb' },
            dynamodb: {
              Keys: { pk: { S: 'CHANGES' }, sk: { S: 'C#2026-03-14T06:00:00.000Z#a_nobody#0000000000000001' } },
              SequenceNumber: '1',
            },
          },
        ],
      },
      { batchItemFailures: [] },
    ],
  ])('of events answers %s without a word of its insides, and goes on', async (_name, event, expected) => {
    expect(await events.invoke(event)).toEqual({ response: expected });
    expect(await events.invoke(SCHEDULE)).toEqual({ response: { moments: 0 } });
    expect(aws.events).toEqual([]);
  });

  it.each<[string, unknown]>([...NO_HTTP_EVENTS.filter(([, event]) => JSON.stringify(event) !== '{}'), ['an HTTP event', http({})]])(
    'of preview refuses %s without a word of its insides, and goes on',
    async (_name, event) => {
      const { response, error } = await preview.invoke(event);
      expect([error, response]).toEqual([undefined, { error: { faults: expect.arrayContaining([expect.anything()]) } }]);
      expect(JSON.stringify(response)).not.toMatch(INTERNAL);
      expect((await preview.invoke({})).response).toMatchObject({ header: HEADERS.preview });
    },
  );

  it('log neither the variables of a query nor the words of an article, whether all goes well or not', async () => {
    const MARK = 'Quixotic';
    const query = `query Named($slug: String!) { section(slug: $slug) { name } latest { edges { node { headline body { text } } } } }`;
    const signed = (body: string, target: string) =>
      fetch(`${url}${target}`, { method: 'POST', headers: { 'x-broadsheet-signature': signatureOf(target, body) }, body });
    const target = '/ingest/text?uri=marked&section=world&published=2026-09-16T10:00:00Z';
    expect((await signed(`${MARK} headline\n\n${MARK} words.\n`, target)).status).toBe(201);
    expect((await signed(`${MARK} headline\n`, '/ingest/ninjs')).status).toBe(422);
    const answer = await graphql.invoke(http({ body: JSON.stringify({ query, variables: { slug: MARK } }) }));
    expect(JSON.stringify(answer)).toContain(`${MARK} words`);
    await graphql.invoke(http({ body: JSON.stringify({ query: `{ section(slug: "${MARK}") { nme } }` }) }));
    await graphql.invoke(http({ body: JSON.stringify({ query, variables: { slug: { [MARK]: 1 } } }) }));
    await vi.waitFor(() => expect(ingest.lines.filter((line) => line.includes('"Done"')).at(-1)).toContain('"statusCode":422'));
    const lines = [...graphql.lines, ...ingest.lines];
    expect(lines.join('\n')).not.toMatch(new RegExp(MARK, 'i'));
    const done = graphql.lines.map((line) => JSON.parse(line)).find(({ operationName }) => operationName === 'Named');
    expect(done).toMatchObject({
      message: 'Done',
      requestId: expect.stringMatching(/^[\w-]{36}$/),
      statusCode: 200,
      DynamoDbCalls: 3,
      Faults: 0,
    });
  });

  it('answer a body that is no JSON, a query that is no GraphQL, and an unknown field with a 4xx and no insides', async () => {
    for (const body of ['{', 'null', '{"query": "{"}', '{"query": "{ lastest { edges } }"}', '{"query": 5}', '\u0000']) {
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(answer.status).toBe(400);
      expect(await answer.text()).not.toMatch(INTERNAL);
    }
  });

  it('say nothing of their insides when the database cannot be reached', async () => {
    const environment = {
      [ENV.newsTable]: 'news-00000000',
      [ENV.dynamodbEndpoint]: 'http://127.0.0.1:1',
      [ENV.stage]: 'prod',
      ...SITE_ENVIRONMENT,
    };
    await using runtime = await startLambda({ bundle: 'graphql', environment });
    await using gateway = await startGateway({ functions: { 'ANY /graphql': through(runtime) }, port: 0 });
    const got = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(LATEST)}`, {
      headers: { 'content-type': 'application/json' },
    });
    expect(await got.text()).not.toMatch(INTERNAL);
    expect(runtime.lines.join('\n')).toContain('ECONNREFUSED');
  });
});

function signatureOf(target: string, body: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  return `t=${seconds},v2=${createHmac('sha256', KEY).update(`${seconds}.POST ${target}.${body}`).digest('hex')}`;
}
