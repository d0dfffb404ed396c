import { GraphQLError } from 'graphql';

/** A request that is refused before it is asked of anybody. @param message says what would be accepted, as a sentence without its full stop */
export function refusal(status: number, code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status } } });
}
