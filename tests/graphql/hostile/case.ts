import { httpEvent } from '../../support/graphql.ts';

/** One request as nobody should send it, and what it is answered. */
export type Case = {
  name: string;
  /** As Lambda gets it. */
  event: unknown;
  status: number;
  /** The code of every error; null where the request is answered, because it asks for nothing that may not be asked. */
  code: string | null;
  /** What the answer must hold, where it is answered. */
  data?: unknown;
  /** Calls to DynamoDB at most: none where the request is refused before it is executed. */
  calls?: number;
};

/** What the answer to a case is, besides its name and event. */
export type Expected = Omit<Case, 'name' | 'event'>;

export const UNPARSED: Expected = { status: 400, code: 'GRAPHQL_PARSE_FAILED' };
export const INVALID: Expected = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED' };
export const TOO_MUCH: Expected = { status: 400, code: 'TOO_MUCH_ASKED' };
export const TOO_LONG: Expected = { status: 413, code: 'TOO_MUCH_ASKED' };
export const BAD_REQUEST: Expected = { status: 400, code: 'BAD_REQUEST' };
/** Variables that are not of their types: the request is not executed. */
export const BAD_VARIABLES: Expected = { status: 400, code: 'BAD_USER_INPUT' };
/** An argument that its field refuses. Fields are null with an error, and HTTP says 200 as GraphQL has it. */
export const BAD_INPUT: Expected = { status: 200, code: 'BAD_USER_INPUT' };
export const BAD_PAGE: Expected = { status: 200, code: 'INVALID_PAGE' };
/** Nothing wrong with it, and nothing there. */
export const answered = (data: unknown, calls = 0): Expected => ({ status: 200, code: null, data, calls });

type Variables = Record<string, unknown>;
type Wish = { headers?: Record<string, string | undefined>; method?: string; path?: string; search?: string; isBase64Encoded?: boolean };

/** A request with a body of any kind. */
export function request(
  body: unknown,
  { headers = {}, method = 'POST', path = '/graphql', search = '', isBase64Encoded = false }: Wish = {},
): object {
  const event = httpEvent(path, '', {}) as { headers: object; requestContext: { http: object } };
  return {
    ...event,
    ...{ body, rawQueryString: search, isBase64Encoded },
    headers: { ...event.headers, ...headers },
    requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method, path } },
  };
}

/** A query by POST, as JSON. */
export function query(text: string, variables: Variables = {}, more: object = {}): object {
  return request(JSON.stringify({ query: text, variables, ...more }));
}

/** A query by GET, as a site sends it. */
export function get(search: string, headers: Wish['headers'] = { 'content-type': 'application/json' }): object {
  return request(undefined, { method: 'GET', search, headers });
}

export function many(times: number, part: (turn: number) => string, between = ' '): string {
  return Array.from({ length: times }, (_, turn) => part(turn)).join(between);
}
