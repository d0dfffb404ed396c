import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Clients } from '../config.ts';
import { bodyOf, targetOf } from '../http-event.ts';
import { readSignature, SIGNATURE_HEADER } from '../signature.ts';
import { refusal } from './refusal.ts';

/** Where a router asks that stands in front of several graphs. */
export const SUBGRAPH_PATH = '/subgraph';

/**
 * The client that signed what was sent to a router's address, by POST. A router writes its documents itself, so it is one of those that may ask in their
 * own words; it shows no secret, but signs with it.
 * @param now milliseconds since 1970
 * @returns its name
 * @throws {GraphQLError} UNAUTHENTICATED when no client signed it
 */
export function routerOf(event: APIGatewayProxyEventV2, clients: Clients, now: number): string {
  const signed = { method: 'POST', target: targetOf(event), body: bodyOf(event) };
  const isPost = event.requestContext.http.method === signed.method;
  const signature = isPost ? readSignature(event.headers[SIGNATURE_HEADER] ?? '', signed, now) : null;
  const [name] = [...clients].filter(([, secret]) => signature?.isOf(secret)).map(([name]) => name); // each takes its time
  if (name !== undefined) return name;
  throw refusal(
    401,
    'UNAUTHENTICATED',
    `${SIGNATURE_HEADER} of a POST is missing, wrong, or more than five minutes old; docs/federation.md has how to sign`,
  );
}
