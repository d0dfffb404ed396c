import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { ENV } from '../../lambda/config.ts';
import { httpEvent, SITE_ENVIRONMENT } from '../support/graphql.ts';

/** What the function answered, and after how many milliseconds. `body` is null when it threw. */
export type Answered = { status: number; body: string | null; milliseconds: number };

/** A request of a page: one of the documents in `examples/`, or a short one, with its variables. */
export type Asked = { name: string; query: string; variables: Record<string, unknown> };

/** The function that answers queries, on one table for the life of this process: it reads its configuration as it is loaded. */
export type GraphqlFunction = (asked: Asked, timeout: number) => Promise<Answered>;

/**
 * Loads the real handler, with production switches, in front of `endpoint`.
 * @returns a call of it as Lambda makes it: `timeout` milliseconds are left when it begins
 */
export async function loadFunction(endpoint: string, tableName: string): Promise<GraphqlFunction> {
  Object.assign(process.env, { [ENV.newsTable]: tableName, [ENV.stage]: 'prod', [ENV.dynamodbEndpoint]: endpoint, ...SITE_ENVIRONMENT });
  keepLogOut();
  const { handler } = await import('../../lambda/graphql/handler.ts');
  return async ({ query, variables }, timeout) => {
    const started = performance.now();
    const context = { getRemainingTimeInMillis: () => Math.max(0, Math.floor(timeout - (performance.now() - started))) } as Context;
    const answer = await handler(httpEvent('/graphql', JSON.stringify({ query, variables })), context).catch(() => null);
    const { statusCode = 0, body = null } = (answer ?? {}) as APIGatewayProxyStructuredResultV2;
    return { status: statusCode, body, milliseconds: performance.now() - started };
  };
}

/** The function logs every error of ours whole, as it shall; here some hundred of them are what is asked for. */
function keepLogOut(): void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((...given: Parameters<typeof write>) =>
    typeof given[0] === 'string' && given[0].startsWith('{"level":') ? true : write(...given)) as typeof write;
}

/** A document that a real page asks. */
export function example(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../examples', `${name}.graphql`), 'utf8');
}
