import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refused } from '../domain/fault.ts';
import { InvalidPage } from '../store/page.ts';
import { TOO_MUCH } from './limits.ts';

/** The client's mistake in an argument. Its message says what would be accepted. */
export class BadInput extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: 'BAD_USER_INPUT' } });
  }
}

/** Codes that tell of the client's own mistake; everything else is ours, is logged whole and shown masked. */
const CLIENT_CODES = new Set([
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

/**
 * The one place where errors become what a client sees: a stable `extensions.code`, a message of ours, no stack, no internals.
 * @param report takes the whole error when it is ours
 */
export function formatError(report: (error: unknown) => void): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const { message, locations, path, extensions } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    const cause = unwrapResolverError(error);
    if (cause instanceof InvalidPage) return { message: cause.message, ...place, extensions: { code: 'INVALID_PAGE' } };
    if (cause instanceof Refused) return { message: cause.message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
    const code = String(extensions?.code ?? '');
    if (CLIENT_CODES.has(code)) return { message, ...place, extensions: { code } };
    report(cause);
    return { message: 'Something went wrong on our side', ...place, extensions: { code: OURS } };
  };
}
