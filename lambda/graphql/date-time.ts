import { GraphQLError, GraphQLScalarType, Kind, print } from 'graphql';
import { Refused } from '../domain/fault.ts';
import { type Instant, parseInstant } from '../domain/instant.ts';

/** Instants: as they are kept on the way out; on the way in, any ISO 8601 date and time with its zone. */
export const DateTime = new GraphQLScalarType<Instant, string>({
  name: 'DateTime',
  description: 'An instant in UTC with milliseconds: `2026-11-24T06:30:00.000Z`. Instants compare as text.',
  parseValue: (value) => read(value),
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : print(node)),
});

function read(value: unknown): Instant {
  try {
    return parseInstant(String(value), 'DateTime');
  } catch (error) {
    if (error instanceof Refused) throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT' } });
    throw error;
  }
}
