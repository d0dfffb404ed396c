import { ENV } from '../../lambda/config.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { sign } from '../../lambda/signature.ts';
import { type Answer, READER_SECRET, SITE_ENVIRONMENT } from './graphql.ts';
import { startLambda, through } from './lambda-runtime.ts';
import { type LocalTable, startLocalTable } from './table.ts';

/** What a push is answered with, whatever it was. */
export type PushAnswer = {
  status: number;
  articles: { id: string; uri: string; outcome: string; version?: number; known?: number; faults?: Faults }[];
  /** Of a push that was refused as a whole. */
  faults: Faults;
};
type Faults = { place: string; reason: string }[];

export type Push = {
  /** Whose article it is; every source has a key of its own. */
  source: string;
  format: string;
  body: Uint8Array | string;
  /** What is said beside the document: `section=world`. */
  query?: string;
};

/** The service as it is deployed: both bundles behind the gateway, over HTTP, on a table of its own. */
export type BundledService = AsyncDisposable & {
  /** Where it keeps what was pushed. */
  table: Pick<LocalTable, 'endpoint' | 'tableName'>;
  push(push: Push): Promise<PushAnswer>;
  ask<Data>(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<Answer<Data>>;
};

/** @param sources those that have a key, each with its name as the secret */
export async function startBundledService(sources: readonly string[]): Promise<BundledService> {
  const scope = new AsyncDisposableStack();
  const { endpoint, tableName } = scope.use(await startLocalTable());
  const keys = sources.map((source) => ({ id: source, source, secret: `${source} secret` }));
  const environment = {
    ...LOCAL_AWS,
    ...SITE_ENVIRONMENT,
    [ENV.newsTable]: tableName,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.stage]: 'dev', // asked whole, the API is asked for more than readers may ask for at once
    [ENV.readerSecrets]: JSON.stringify([READER_SECRET]),
    [ENV.ingestKeys]: JSON.stringify(keys),
  };
  const graphql = scope.use(await startLambda({ bundle: 'graphql', environment, timeoutMs: 60_000 }));
  const ingest = scope.use(await startLambda({ bundle: 'ingest', environment, timeoutMs: 60_000 }));
  const functions = { 'ANY /graphql': through(graphql), 'POST /ingest': through(ingest), 'POST /ingest/{format}': through(ingest) };
  const { url } = scope.use(await startGateway({ functions, port: 0 }));
  return {
    async push({ source, format, body, query = '' }) {
      const bytes = new Uint8Array(Buffer.from(body as string));
      const target = `/ingest/${format}${query && `?${query}`}`;
      const signature = sign(`${source} secret`, { method: 'POST', target, body: bytes }, Math.floor(Date.now() / 1000));
      const answer = await fetch(`${url}${target}`, { method: 'POST', headers: { 'x-broadsheet-signature': signature }, body: bytes });
      const { articles = [], error } = (await answer.json()) as { articles?: PushAnswer['articles']; error?: { faults?: Faults } };
      return { status: answer.status, articles, faults: error?.faults ?? [] };
    },
    async ask(query, variables = {}, headers = {}) {
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return (await answer.json()) as Answer<never>;
    },
    table: { endpoint, tableName },
    [Symbol.asyncDispose]: () => scope.disposeAsync(),
  };
}
