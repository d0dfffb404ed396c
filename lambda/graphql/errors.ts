import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refused } from '../domain/fault.ts';
import { InvalidPage } from '../store/page.ts';
import { TOO_MUCH } from './limits.ts';
import { ANSWER_TOO_LARGE } from './room.ts';

/** The client's mistake in an argument. Its message says what would be accepted. */
export class BadInput extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
}

/** Codes that tell of the client's own mistake; everything else is ours, is logged whole and shown masked. */
const CLIENT_CODES = new Set([
  ANSWER_TOO_LARGE,
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INVALID_PAGE',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  TOO_MUCH,
  'UNAUTHENTICATED',
]);

/** The code of everything that went wrong on our side. */
const OURS = 'INTERNAL_SERVER_ERROR';

export function isOurs({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.code === OURS;
}

/** Longest message, in characters. Some of graphql-js quote all that was sent, once for every mistake in it. */
const LONGEST_MESSAGE = 500;

/** Hints of graphql-js to names that were nearly met. The server hides those about documents itself, and not those about variables. */
const HINT = / Did you mean [^?]*\?/g;

/** Parsing a document that is as deep as it is long ends where the stack does. */
const STACK = /call stack/;

/** Whether graphql-js refused the request as a whole, before any field: nothing of ours has no cause and no place. */
function isOfTheRequest(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'GraphQLError' &&
    !('cause' in error) &&
    (error as GraphQLError).originalError === undefined &&
    (error as GraphQLError).path === undefined
  );
}

/**
 * The one place where errors become what a client sees: a stable `extensions.code`, a message of ours, no stack, no internals.
 * @param report takes the whole error when it is ours
 * @param hints whether the schema's own names may be hinted at
 */
export function formatError(
  report: (error: unknown) => void,
  { hints }: { hints: boolean },
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const { locations, path, extensions } = formatted;
    const hinted = hints ? formatted.message : formatted.message.replace(HINT, '');
    const said = STACK.test(hinted) ? 'The document nests too deep' : hinted;
    const message = said.length > LONGEST_MESSAGE ? `${said.slice(0, LONGEST_MESSAGE)}…`.toWellFormed() : said;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const cause = unwrapResolverError(error);
    if (cause instanceof InvalidPage) return { message: cause.message, ...place, extensions: { code: 'INVALID_PAGE' } };
    if (cause instanceof Refused) return { message: cause.message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
    const code = String(extensions?.code ?? '');
    if (CLIENT_CODES.has(code)) return { message, ...place, extensions: { code } };
    if (isOfTheRequest(cause)) return { message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
    report(cause);
    return { message: 'Something went wrong on our side', ...place, extensions: { code: OURS } };
  };
}
