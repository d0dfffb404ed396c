import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../../lambda/config.ts';
import { LOCAL_AWS } from '../../../lambda/local/dynamodb.ts';
import { pushArticle } from '../../../lambda/store/article-writes.ts';
import { anArticle, at } from '../../support/article.ts';
import { PREVIEW_SECRET, READER_SECRET, SITE_ENVIRONMENT } from '../../support/graphql.ts';
import { INTERNAL } from '../../support/internal-words.ts';
import { type LambdaRuntime, startLambda } from '../../support/lambda-runtime.ts';
import { startLocalTable } from '../../support/table.ts';
import { BOMBS } from './bombs.ts';
import type { Case } from './case.ts';
import { query } from './case.ts';
import { PROBING } from './probing.ts';
import { PROTOCOL } from './protocol.ts';

/** Every case in production mode, against the bundle as it is deployed. Nothing here is asked of a clock; how long the slowest took is printed. */

const scope = new AsyncDisposableStack();
let graphql: LambdaRuntime;
let before: unknown;
const took: { name: string; milliseconds: number }[] = [];

/** A good request, by which is seen that nothing was left behind. */
const GOOD = query('{ latest(first: 3) { edges { cursor node { id headline path section { slug name } } } pageInfo { hasNextPage } } }');

/** Longer answers to a refusal hand back what was sent, or tell of too much; a hundred mistakes with their places come to some 20 KB. */
const LONGEST_REFUSAL = 150_000;

beforeAll(async () => {
  const { endpoint, tableName, table } = scope.use(await startLocalTable());
  const image = {
    url: 'https://test.example/a.jpg',
    alternativeText: null,
    caption: null,
    creditText: null,
    width: 1600,
    height: 900,
    focalPoint: null,
    renditions: [],
  };
  for (const id of ['1', '2', '3', '4']) await pushArticle(table, anArticle({ id, image }), at(`06:0${id}`));
  const environment = {
    ...LOCAL_AWS,
    ...SITE_ENVIRONMENT,
    [ENV.newsTable]: tableName,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.stage]: 'prod',
    [ENV.readerSecrets]: JSON.stringify([READER_SECRET]),
    [ENV.previewSecrets]: JSON.stringify([PREVIEW_SECRET]),
  };
  graphql = scope.use(await startLambda({ bundle: 'graphql', environment }));
  before = (await graphql.invoke(GOOD)).response;
});

afterAll(async () => {
  const [slowest] = took.toSorted((one, other) => other.milliseconds - one.milliseconds);
  if (slowest) console.info(`${took.length} hostile requests; the slowest, ${slowest.name}, took ${Math.round(slowest.milliseconds)} ms`);
  await scope.disposeAsync();
});

type Told = { statusCode: number; headers: Record<string, string>; body: string };
type Errors = { message: string; extensions: { code: string } }[];

/** The last line of an invocation, which says what it cost and whether something was our fault. */
type Metrics = { message: string; Faults: number; DynamoDbCalls?: number };

async function ask(event: unknown): Promise<{ told: Told; metrics: Metrics; written: readonly string[]; milliseconds: number }> {
  const from = graphql.lines.length;
  const began = performance.now();
  const { response, error } = await graphql.invoke(event);
  const milliseconds = performance.now() - began;
  expect(error).toBeUndefined();
  const lineOf = (text: string): Partial<Metrics> => (text.startsWith('{') ? JSON.parse(text) : {});
  const found = async () =>
    graphql.lines
      .slice(from)
      .map(lineOf)
      .find(({ message }) => message === 'Done');
  await expect.poll(found, { interval: 2 }).toBeDefined(); // the answer and what is written beside it come by two ways
  return { told: response as Told, metrics: (await found()) as Metrics, written: graphql.lines.slice(from), milliseconds };
}

describe.each<[string, readonly Case[]]>([
  ['bombs', BOMBS],
  ['requests against the protocol', PROTOCOL],
  ['probing requests', PROBING],
])('%s', (_kind, cases) => {
  it('have names of their own', () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  it.each(cases.map((one): [string, Case] => [one.name, one]))('%s', async (name, { event, status, code, data, calls = 0 }) => {
    const { told, metrics, written, milliseconds } = await ask(event);
    took.push({ name, milliseconds });
    const { data: answer, errors = [] } = JSON.parse(told.body) as { data?: unknown; errors?: Errors };
    expect({
      status: told.statusCode,
      codes: [...new Set(errors.map(({ extensions }) => extensions?.code))],
      said: errors[0]?.message.slice(0, 200),
    }).toMatchObject({
      status,
      codes: code === null ? [] : [code],
    });
    if (data !== undefined) expect(answer).toEqual(data);
    expect(metrics.DynamoDbCalls ?? 0).toBeLessThanOrEqual(calls);
    expect(metrics.Faults).toBe(0);
    expect(told.headers['content-type']).toMatch(/^application\/(json|graphql-response\+json)/);
    expect(told.body.length).toBeLessThan(LONGEST_REFUSAL);
    for (const { message } of errors) {
      expect(message).not.toMatch(INTERNAL);
      expect(message).not.toMatch(/Did you mean/);
    }
    expect(told.headers).not.toHaveProperty('x-powered-by');
    expect(written.join('\n')).not.toMatch(/\\n {4}at /);
  });

  it('leave nothing behind', async () => {
    const { told } = await ask(GOOD);
    expect(told).toEqual(before);
  });
});
