import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Clients } from '../config.ts';
import { bodyOf, targetOf } from '../http-event.ts';
import { readSignature, SIGNATURE_HEADER } from '../signature.ts';
import { refusal } from './refusal.ts';

/** Where a router asks that stands in front of several graphs. */
export const SUBGRAPH_PATH = '/subgraph';

/**
 * The client that signed what came for a router's address. A router writes its documents itself, so it is one of those that may ask in their own words;
 * it shows no secret, but signs with it.
 * @param now milliseconds since 1970
 * @returns its name
 * @throws {GraphQLError} UNAUTHENTICATED when no client signed it; METHOD_NOT_ALLOWED for anything but POST
 */
export function routerOf(event: APIGatewayProxyEventV2, clients: Clients, now: number): string {
  const { method } = event.requestContext.http;
  const signature = readSignature(event.headers[SIGNATURE_HEADER] ?? '', { method, target: targetOf(event), body: bodyOf(event) }, now);
  const [name] = [...clients].filter(([, secret]) => signature?.isOf(secret)).map(([name]) => name); // each takes its time
  if (name === undefined)
    throw refusal(401, 'UNAUTHENTICATED', `${SIGNATURE_HEADER} is missing, wrong, or more than five minutes old; see docs/federation.md`);
  if (method !== 'POST') throw refusal(405, 'METHOD_NOT_ALLOWED', 'A router asks by POST');
  return name;
}
