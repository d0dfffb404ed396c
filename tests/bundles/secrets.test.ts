import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV, HEADERS } from '../../lambda/config.ts';
import { readerToken } from '../../lambda/graphql/reader-token.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { httpEvent, SITE_ENVIRONMENT } from '../support/graphql.ts';
import { startLambda } from '../support/lambda-runtime.ts';
import { type SecretsManager, startSecretsManager } from '../support/secrets-manager.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:000000000000:secret:${name}-AbCdEf`;
const QUERY = JSON.stringify({ query: '{ __typename }' });

let local: LocalTable;
let manager: SecretsManager;
beforeAll(async () => {
  local = await startLocalTable();
  manager = await startSecretsManager();
  manager.secrets = {
    [arn('origin')]: '{"a": "first", "b": "second"}',
    [arn('readers')]: '["what signs tokens"]',
    [arn('keys')]: '[{"source": "wire", "secret": "key of the wire"}]',
  };
});
afterAll(async () => {
  await manager[Symbol.asyncDispose]();
  await local[Symbol.asyncDispose]();
});

function environment(more: Record<string, string> = {}): Record<string, string> {
  return {
    ...LOCAL_AWS,
    ...SITE_ENVIRONMENT,
    ...manager.environment,
    ...{ [ENV.newsTable]: local.tableName, [ENV.dynamodbEndpoint]: local.endpoint, [ENV.stage]: 'prod' },
    ...{ [ENV.originSecrets]: arn('origin'), [ENV.readerSecrets]: arn('readers'), [ENV.ingestKeys]: arn('keys') },
    ...more,
  };
}

type Answer = { statusCode: number; body: string };

describe('the bundles with their secrets in Secrets Manager', () => {
  it('refuse whoever does not come through the CDN, before anything of the request is read', async () => {
    await using graphql = await startLambda({ bundle: 'graphql', environment: environment() });
    const ask = async (headers: Record<string, string>, path = '/graphql', body = QUERY) =>
      (await graphql.invoke(httpEvent(path, body, headers))).response as Answer;

    expect((await ask({ [HEADERS.origin]: 'first' })).statusCode).toBe(200);
    expect((await ask({ [HEADERS.origin]: 'second' })).statusCode).toBe(200);
    const strangers: Record<string, string>[] = [{}, { [HEADERS.origin]: 'third' }, { [HEADERS.origin]: '' }];
    for (const headers of strangers) {
      expect((await ask(headers)).statusCode).toBe(403);
      expect((await ask(headers, '/health')).statusCode).toBe(403);
      const broken = await ask(headers, '/graphql', '{'); // what is in it makes no difference
      expect(broken).toEqual(await ask(headers));
      expect(broken.body).not.toMatch(/first|second|secret/);
    }
    const token = readerToken('what signs tokens', 4_000_000_000);
    expect((await ask({ [HEADERS.origin]: 'first', [HEADERS.reader]: token })).statusCode).toBe(200);
    expect((await ask({ [HEADERS.origin]: 'first', [HEADERS.reader]: readerToken('another', 4_000_000_000) })).statusCode).toBe(401);
    expect(graphql.lines.join('\n')).not.toMatch(/"first"|"second"|what signs tokens/);
  });

  it('take a push that is signed with a key of the secret, and no other', async () => {
    await using ingest = await startLambda({ bundle: 'ingest', environment: environment() });
    const text = 'Harbour reopens\n\n“We are back,” said Ilse Marrin, the harbour master.\n';
    const push = async (key: string) => {
      const seconds = Math.floor(Date.now() / 1000);
      const path = '/ingest/text';
      const query = 'uri=harbour&section=world&published=2026-09-16T10:00:00Z';
      const signature = createHmac('sha256', key).update(`${seconds}.POST ${path}?${query}.${text}`).digest('hex');
      const event = { ...httpEvent(path, text, { 'x-broadsheet-signature': `t=${seconds},v2=${signature}` }), rawQueryString: query };
      return (await ingest.invoke({ ...event, pathParameters: { format: 'text' } })).response as Answer;
    };
    expect((await push('another key')).statusCode).toBe(401);
    expect((await push('key of the wire')).statusCode).toBe(201);
  });

  it('say 503 while their secrets cannot be read, and nothing of where they are', async () => {
    const gone = { [ENV.originSecrets]: arn('gone'), [ENV.ingestKeys]: arn('gone') };
    for (const bundle of ['graphql', 'ingest'] as const) {
      await using runtime = await startLambda({ bundle, environment: environment(gone) });
      const { response, error } = await runtime.invoke(httpEvent(bundle === 'graphql' ? '/graphql' : '/ingest/text', QUERY, {}));
      expect([error, (response as Answer).statusCode]).toEqual([undefined, 503]);
      expect((response as Answer).body).not.toMatch(/arn:|secret|gone/i);
      expect(runtime.lines.join('\n')).toContain('A secret could not be read');
    }
  });
});
