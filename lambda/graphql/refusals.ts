import { HeaderMap } from '@apollo/server';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { LIMITS, TOO_MUCH } from './limits.ts';

/** Where queries are answered. */
const GRAPHQL_PATH = '/graphql';

/** Why a request is not handed to the GraphQL server, and how HTTP says it. */
export type Refusal = { status: number; code: string; message: string };

/** What is wrong with a request before a word of it is read as GraphQL; null where nothing is. */
export function refusalOf({
  rawPath,
  rawQueryString,
  headers,
  requestContext,
  body,
  isBase64Encoded,
}: APIGatewayProxyEventV2): Refusal | null {
  if (rawPath !== GRAPHQL_PATH) return { status: 404, code: 'NOT_FOUND', message: `Queries are answered at ${GRAPHQL_PATH}` };
  const bytes = Math.max(body?.length ?? 0, rawQueryString?.length ?? 0);
  if (bytes > LIMITS.bytes)
    return { status: 413, code: TOO_MUCH, message: `The request has ${bytes} bytes; at most ${LIMITS.bytes} are taken` };
  if (requestContext.http.method !== 'POST') return null;
  const type = new HeaderMap(Object.entries(headers).map(([name, value = '']) => [name, value])).get('content-type') ?? '';
  if (!/^\s*application\/json\s*(;|$)/i.test(type))
    return {
      status: 415,
      code: 'BAD_REQUEST',
      message: `POST takes JSON as content-type: application/json, not as ${type.slice(0, 80) || 'nothing'}`,
    };
  if (body && !isJson(body, isBase64Encoded))
    return { status: 400, code: 'BAD_REQUEST', message: 'The body is no JSON; send an object such as {"query":"{ site { name } }"}' };
  return null;
}

/** The server's integration would answer with the words of the parser, which hold some of what was sent. */
function isJson(body: string, isBase64Encoded: boolean): boolean {
  try {
    JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
    return true;
  } catch {
    return false;
  }
}
