import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { NewsTable } from '../store/news-table.ts';
import type { Documents } from './documents.ts';
import { LIMITS, TOO_MUCH } from './limits.ts';
import { refusal } from './refusal.ts';
import { SUBGRAPH_PATH } from './router.ts';

/** Where queries are answered. */
const PATH = '/graphql';

/** What is needed to understand a request. */
export type Reading = {
  documents: Documents;
  /** Counted for this request. */
  table: NewsTable;
  /** Called when a request asks in words of its own. @throws {GraphQLError} where it may not */
  ownWords(event: APIGatewayProxyEventV2): Promise<void>;
};

/**
 * A request as Apollo takes it: the id of a document is replaced with its text. Who asks by id needs no header against forged requests: such a document can
 * do nothing but read, and the answer is `application/json` whatever is accepted, so that a cache keeps one.
 * @throws {GraphQLError} NOT_FOUND, TOO_MUCH_ASKED and BAD_REQUEST, and what {@link Documents} and `ownWords` throw
 */
export async function readRequest(event: APIGatewayProxyEventV2, reading: Reading): Promise<HTTPGraphQLRequest> {
  const { rawPath, rawQueryString, body, requestContext } = event;
  const { method } = requestContext.http;
  if (rawPath !== PATH && rawPath !== SUBGRAPH_PATH) throw refusal(404, 'NOT_FOUND', `Queries are answered at ${PATH}`);
  const bytes = Math.max(body?.length ?? 0, rawQueryString?.length ?? 0);
  if (bytes > LIMITS.bytes) throw refusal(413, TOO_MUCH, `The request has ${bytes} bytes; at most ${LIMITS.bytes} are taken`);
  if (method === 'GET') return readAddress(event, reading);
  if (method === 'POST') return readBody(event, reading);
  return { method, headers: headersOf(event), search: '', body: '' }; // Apollo says which methods there are
}

async function readAddress(event: APIGatewayProxyEventV2, { documents, table, ownWords }: Reading): Promise<HTTPGraphQLRequest> {
  const request = { method: 'GET', body: '' };
  const search = new URLSearchParams(event.rawQueryString ?? '');
  const ids = search.getAll('documentId');
  if (ids.length === 0) {
    await ownWords(event);
    return { ...request, headers: headersOf(event), search: event.rawQueryString ?? '' };
  }
  if (search.has('query')) throw EITHER();
  const text = await documents(ids.length === 1 ? ids[0] : ids, table);
  search.delete('documentId');
  search.set('query', text);
  return { ...request, headers: new HeaderMap([JSON_ONLY, PREFLIGHT]), search: search.toString() };
}

async function readBody(event: APIGatewayProxyEventV2, { documents, table, ownWords }: Reading): Promise<HTTPGraphQLRequest> {
  const headers = headersOf(event);
  const type = headers.get('content-type') ?? '';
  if (!/^\s*application\/json\s*(;|$)/i.test(type))
    throw refusal(
      415,
      'BAD_REQUEST',
      `POST takes a JSON object with content-type: application/json, not ${type ? `"${type.slice(0, 80)}"` : 'none'}`,
    );
  const body = parsed(event);
  const request = { method: 'POST', headers, search: '' };
  if (!('documentId' in body)) {
    await ownWords(event);
    return { ...request, body };
  }
  const { documentId, ...rest } = body;
  if (rest.query !== undefined && rest.query !== null) throw EITHER();
  headers.set(...JSON_ONLY);
  return { ...request, body: { ...rest, query: await documents(documentId, table) } };
}

/** What every request by id is taken to accept. */
const JSON_ONLY: [string, string] = ['accept', 'application/json'];

/** The sign that a browser asked first whether it may. */
const PREFLIGHT: [string, string] = ['apollo-require-preflight', '1'];

const EITHER = () => refusal(400, 'BAD_REQUEST', 'A request has documentId or query, not both');

function headersOf({ headers }: APIGatewayProxyEventV2): HeaderMap {
  return new HeaderMap(Object.entries(headers).map(([name, value]): [string, string] => [name, value ?? '']));
}

function parsed({ body, isBase64Encoded }: APIGatewayProxyEventV2): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''));
  } catch {
    throw refusal(400, 'BAD_REQUEST', 'The body is no JSON');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw refusal(400, 'BAD_REQUEST', 'The body is a JSON object with query or documentId, and with variables');
}
