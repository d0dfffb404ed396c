import { createHash, timingSafeEqual } from 'node:crypto';
import { ENV } from '../config.ts';
import { refusal } from './refusal.ts';

/** The header in which a client says who it is where registered documents only are answered: `<name>:<secret>`. */
export const CLIENT_HEADER = 'x-broadsheet-client';

/** Nobody asked by the id of a registered document where this is needed. */
export const DOCUMENT_REQUIRED = 'DOCUMENT_REQUIRED';

/** Who may ask in words of their own, and with which secret each: name -> secret. */
export type Clients = ReadonlyMap<string, string>;

/** As many characters as nobody guesses: 128 bits in hexadecimal. */
const SECRET_LENGTH = 32;

/**
 * Reads the clients that may ask in their own words: a JSON object, name -> secret. A secret is changed by a second name that lives beside the first.
 * @throws {Error} for anything else, and says nothing of a secret
 */
export function parseClients(json: string | undefined): Clients {
  const clients = Object.entries(parsed(json || '{}') ?? { '': '' });
  const isClient = ([name, secret]: [string, unknown]) =>
    /^[\w.-]{1,60}$/.test(name) && typeof secret === 'string' && secret.length >= SECRET_LENGTH;
  if (clients.every(isClient)) return new Map(clients as [string, string][]);
  const form = `a JSON object, name -> secret: a name of letters, digits and _ . -, a secret of ${SECRET_LENGTH} characters at least`;
  throw new Error(`Configuration: ${ENV.clientSecrets} must be ${form}`);
}

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

function parsed(json: string): object | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null; // the text may hold a secret, so the parser's words stay here
  }
}
