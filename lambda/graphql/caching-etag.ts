import { hash } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { NOT_KEPT } from '../domain/lifetime.ts';

type Answer = APIGatewayProxyStructuredResultV2;

/**
 * The last word on an answer before it goes: what nobody said may be kept, may not. What may be gets an `etag` of its body, and who has that body already
 * gets 304 and everything but the body.
 */
export function conditional(event: APIGatewayProxyEventV2, answer: Answer): Answer {
  const { body = '', headers = {}, statusCode } = answer;
  const control = headers['cache-control'];
  if (event.requestContext.http.method !== 'GET' || statusCode !== 200 || control === undefined || control === NOT_KEPT)
    return { ...answer, headers: { ...headers, 'cache-control': NOT_KEPT } };
  const etag = `"${hash('sha256', body, 'base64url')}"`;
  if (!names(event.headers['if-none-match'], etag)) return { ...answer, headers: { ...headers, etag } };
  const { 'content-type': _type, 'content-length': _length, ...others } = headers;
  return { statusCode: 304, headers: { ...others, etag } };
}

/** Compared weakly, as RFC 9110 (13.1.2) has it: a CDN that compresses an answer makes its tag a weak one. */
function names(header: string | undefined, etag: string): boolean {
  return header?.trim() === '*' || (header ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
