import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HttpHandler, startGateway } from '../../lambda/local/gateway.ts';
import { askHandler } from '../support/graphql.ts';
import { startLocalTable } from '../support/table.ts';

/**
 * The specification "GraphQL over HTTP", as graphql-http holds servers to it, over HTTP. On a development stage: the audit puts its variables into `__type`,
 * which production does not answer.
 */

const CANNOT_BE_EXECUTED =
  'a request that cannot be executed is answered 400, also as application/json: 200 is recommended for the clients of long ago, and what is 200 is kept by caches';
const FORGED = 'a GET that asks in its own words needs a header that no form of another site can send';

/** What is recommended or allowed and not done, by the id that the audit gives it, each with the reason. Nothing that is a MUST stands here. */
const NOT_DONE: Readonly<Record<string, string>> = {
  '572B': CANNOT_BE_EXECUTED, // SHOULD use 200 on document parsing failure
  FDE2: CANNOT_BE_EXECUTED, // SHOULD use 200 on document validation failure
  '7B9B': CANNOT_BE_EXECUTED, // SHOULD use 200 on variable coercion failure
  '5A70': FORGED, // MAY accept GET
  D6D5: FORGED, // MAY allow variables in GET
  '6A70': FORGED,
};

const scope = new AsyncDisposableStack();
let url: string;
beforeAll(async () => {
  await askHandler(scope.use(await startLocalTable())); // tells the handler of its table
  const { handler } = await import('../../lambda/graphql/handler.ts');
  ({ url } = scope.use(await startGateway({ functions: { 'ANY /graphql': handler as HttpHandler }, port: 0 })));
});
afterAll(() => scope.disposeAsync());

const audits = serverAudits({ url: () => `${url}/graphql` });

describe('the audit of graphql-http', () => {
  it('asks for all that it asked for when the list of what is not done was written', () => {
    expect(audits.length).toBe(61);
    expect(audits.filter(({ id, name }) => id in NOT_DONE && name.startsWith('MUST'))).toEqual([]);
    expect(Object.keys(NOT_DONE).filter((id) => audits.every((audit) => audit.id !== id))).toEqual([]);
  });

  it.each(audits)('$id: $name', async ({ id, fn }) => {
    const result = await fn();
    if (id in NOT_DONE) expect(result.status, 'it is done now: take it from the list').not.toBe('ok');
    else expect('reason' in result ? result.reason : result.status).toBe('ok');
  });
});
