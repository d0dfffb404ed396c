import { createHash, timingSafeEqual } from 'node:crypto';
import { type Clients, HEADERS } from '../config.ts';
import { refusal } from './refusal.ts';

/** The header in which a client says who it is where registered documents only are answered: `<name>:<secret>`. */
export const CLIENT_HEADER = HEADERS.client;

/** Nobody asked by the id of a registered document where this is needed. */
export const DOCUMENT_REQUIRED = 'DOCUMENT_REQUIRED';

/**
 * Lets a request pass that asks in words of its own, where registered documents only are answered.
 * @param header what came in {@link CLIENT_HEADER}
 * @param method of HTTP, in capitals; own words go by POST alone: no cache hands their answer to somebody else, who may not ask them
 * @returns the name of the client
 * @throws {GraphQLError} DOCUMENT_REQUIRED without the header; UNAUTHENTICATED for one that nobody knows; BAD_REQUEST for another method
 */
export function clientOf(header: string | undefined, method: string, clients: Clients): string {
  if (header === undefined)
    throw refusal(
      403,
      DOCUMENT_REQUIRED,
      'This service answers registered documents only. Ask with documentId=<the SHA-256 of the text>; `npm run documents` registers it and prints the id',
    );
  const [, name = '', secret = ''] = /^([\w.-]{1,60}):(.+)$/.exec(header.trim()) ?? [];
  const known = clients.get(name);
  const isTheirs = timingSafeEqual(hash(secret), hash(known ?? '')); // also for a name that nobody has
  if (known === undefined || !isTheirs)
    throw refusal(401, 'UNAUTHENTICATED', `${CLIENT_HEADER} is <name>:<secret> of a client that may ask in its own words`);
  if (method !== 'POST') throw refusal(400, 'BAD_REQUEST', `${CLIENT_HEADER} goes with POST`);
  return name;
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
