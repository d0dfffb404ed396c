import { buildSchema, GraphQLError, type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { type Fault, Refused, refuse } from '../domain/fault.ts';
import { typeDefs } from '../generated/type-defs.ts';
import { checkLimits, LIMITS, TooMuch } from './limits.ts';

let schema: GraphQLSchema | undefined;

/**
 * Looks at a client's document before it is registered, as the server does before it executes one: syntax, schema, limits. Page sizes that stand in variables
 * are weighed when they come.
 * @returns the names of its operations
 * @throws {Refused} naming everything that is wrong, each with its line and column
 */
export function checkDocument(text: string): readonly string[] {
  schema ??= buildSchema(typeDefs);
  const bytes = Buffer.byteLength(text);
  if (bytes > LIMITS.bytes) refuse('document', `has ${bytes} bytes; at most ${LIMITS.bytes} are taken`);
  const document = parsed(text);
  const errors = validate(schema, document);
  if (errors.length > 0) throw new Refused(errors.map(faultOf));
  const operations = document.definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) refuse('document', 'holds no operation');
  return operations.map((operation) => {
    const name =
      operation.name?.value ?? refuse(placeOf(operation.loc?.startToken), 'the operation has no name, by which a client finds its id');
    try {
      checkLimits(schema as GraphQLSchema, document, operation, {});
    } catch (error) {
      if (error instanceof TooMuch) refuse(name, error.message);
      throw error;
    }
    return name;
  });
}

function parsed(text: string) {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw new Refused([faultOf(error)]);
    throw error;
  }
}

/** An error of graphql-js, with the place that it speaks of. */
export function faultOf({ message, locations }: GraphQLError): Fault {
  return { place: placeOf(locations?.[0]), reason: message.replace(/\.$/, '') };
}

function placeOf(at: { line: number; column: number } | undefined): string {
  return at ? `line ${at.line}, column ${at.column}` : 'document';
}
