import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { vi } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import type { NewsDesk } from '../../lambda/events/announce.ts';
import { answerSchedule } from '../../lambda/events/schedule.ts';
import { answerStream } from '../../lambda/events/stream.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { at } from './article.ts';
import { type CdnAnswer, type Origin, type SimulatedCdn, simulatedCdn } from './cdn.ts';
import { httpEvent, READER_SECRET, SITE_ENVIRONMENT } from './graphql.ts';
import { streamedTable } from './stream.ts';

/** The read side as readers meet it: the real handler behind a simulated CDN, with the events side beside it, at a clock that stands where a test puts it. */
export type Edge = {
  table: NewsTable;
  cdn: SimulatedCdn;
  /** Sets every clock: an instant as `at()` takes it, or seconds to go on. */
  goTo(time: string | number): void;
  /** What becomes of requests: the handler answers; it cannot reach the table; nobody answers at all. */
  origin: 'WELL' | 'TABLE_AWAY' | 'SILENT';
  /** A text query by GET, as a page would send it, once everything under way has come in. */
  ask<Data = Record<string, unknown>>(
    query: string,
    headers?: Record<string, string>,
  ): Promise<CdnAnswer & { data: Data; errors?: unknown[] }>;
  /** What the events side does now: with what was written, and with the moments that have come. */
  announce(): Promise<void>;
};

/** @param purgeTakes milliseconds; null: the CDN takes no purge. The handler is loaded once for each test file, and so is its table. */
export async function openEdge(endpoint: string): Promise<Edge & { open(purgeTakes: number | null): void }> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at('05:00')) });
  const { table, tableName, records } = await streamedTable(endpoint);
  Object.assign(process.env, SITE_ENVIRONMENT, {
    ...{ [ENV.newsTable]: tableName, [ENV.stage]: 'prod', [ENV.dynamodbEndpoint]: endpoint, AWS_LAMBDA_LOG_LEVEL: 'WARN' },
    [ENV.readerSecrets]: JSON.stringify([READER_SECRET]),
  });
  const { handler } = await import('../../lambda/graphql/handler.ts');
  const origin: Origin = async ({ method, path, query, headers, body }) => {
    if (edge.origin === 'SILENT') throw new Error('Nobody answers');
    const event = httpEvent(path, body ?? '', headers) as { requestContext: { http: object } };
    Object.assign(event, { rawQueryString: query }, method === 'GET' ? { body: undefined } : {});
    Object.assign(event.requestContext.http, { method });
    const away = edge.origin === 'TABLE_AWAY' ? vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort()) : null; // every call is given up
    const answer = (await handler(event, { getRemainingTimeInMillis: () => 120_000 } as Context).finally(() =>
      away?.mockRestore(),
    )) as APIGatewayProxyStructuredResultV2;
    const sent = Object.entries(answer.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
    return { status: Number(answer.statusCode), headers: Object.fromEntries(sent), body: answer.body ?? '' };
  };
  const desk: NewsDesk = {
    table,
    bus: async () => new Set(),
    cdn: { purge: async (tags) => edge.purge(tags), isGone: null },
    log: () => {},
    clock: () => instantOf(Date.now()),
    deadline: new AbortController().signal,
  };
  const edge = {
    table,
    cdn: simulatedCdn(origin, Date.now),
    origin: 'WELL' as Edge['origin'],
    purge(_tags: readonly string[]): void {},
    open(purgeTakes: number | null): void {
      edge.origin = 'WELL';
      edge.cdn = simulatedCdn(origin, Date.now, { purgeTakes: purgeTakes ?? 0 });
      edge.purge = (tags) => {
        if (purgeTakes === null) throw new Error('The CDN takes no purge');
        edge.cdn.purge(tags);
      };
    },
    goTo: (time: string | number) =>
      void vi.setSystemTime(typeof time === 'number' ? Date.now() + Math.round(time * 1000) : Date.parse(at(time))),
    async ask(query: string, headers: Record<string, string> = {}) {
      const answer = await edge.cdn.ask({
        path: '/graphql',
        query: new URLSearchParams({ query }).toString(),
        headers: { 'apollo-require-preflight': '1', ...headers },
      });
      await edge.cdn.settled();
      return { ...answer, ...(answer.body === '' ? {} : JSON.parse(answer.body)) };
    },
    async announce() {
      await answerStream(desk, await records());
      await answerSchedule(desk, 0);
    },
  };
  return edge;
}
