import { type DocumentNode, type FieldNode, type GraphQLCompositeType, type GraphQLSchema, Kind, type SelectionSetNode } from 'graphql';

/** What a document says of how long its answers live, whatever is in them. */
export type Policy = {
  /** How long an answer may be shared, at most. */
  seconds: number;
  /** The fields of its root that are pages of a list, by their names in the answer. */
  pages: ReadonlySet<string>;
};

/**
 * Seconds that an answer may be shared, at most, unless the SDL says less: an article that is changed shows within half a minute wherever no purge reaches.
 */
export const LONGEST = 15;

/** A server keeps the documents that it has parsed, and each brings its policy along for as long as it is kept. */
const policies = new WeakMap<DocumentNode, Policy>();

/**
 * The policy of a document that has been validated: computed once, by `@lives` of the SDL. All of its operations count, and directives that leave fields
 * out do not.
 */
export function policyOf(schema: GraphQLSchema, document: DocumentNode): Policy {
  const known = policies.get(document);
  if (known) return known;
  const policy = computePolicy(schema, document);
  policies.set(document, policy);
  return policy;
}

/** Each fragment is looked at where it is defined, so that nothing is looked at twice however often it is spread. */
function computePolicy(schema: GraphQLSchema, document: DocumentNode): Policy {
  let seconds = LONGEST;
  const pages = new Set<string>();
  const lookThrough = (set: SelectionSetNode, parent: GraphQLCompositeType): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        lookThrough(selection.selectionSet, compositeType(schema, selection.typeCondition?.name.value) ?? parent);
        continue;
      }
      const type = typeOfField(schema, parent, selection);
      seconds = Math.min(seconds, ...hintsOf(schema, parent, selection.name.value));
      if (parent === schema.getQueryType() && type?.name.endsWith('Connection')) pages.add((selection.alias ?? selection.name).value);
      if (selection.selectionSet && type) lookThrough(selection.selectionSet, type);
    }
  };
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION && definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const type =
      definition.kind === Kind.OPERATION_DEFINITION
        ? schema.getRootType(definition.operation)
        : compositeType(schema, definition.typeCondition.name.value);
    if (type) lookThrough(definition.selectionSet, type);
  }
  return { seconds, pages };
}

/** What the SDL says of a field; of one that is asked of an interface, what it says of any type that the field may come from. */
function hintsOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): number[] {
  const types = 'resolveType' in parent ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  return types.flatMap((type) => {
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    const hint = field?.astNode?.directives?.find((directive) => directive.name.value === 'lives')?.arguments?.[0]?.value;
    return hint?.kind === Kind.INT ? [Number(hint.value)] : [];
  });
}

function typeOfField(schema: GraphQLSchema, parent: GraphQLCompositeType, { name }: FieldNode): GraphQLCompositeType | null {
  const field = 'getFields' in parent ? parent.getFields()[name.value] : undefined;
  return compositeType(schema, String(field?.type).replace(/[[\]!]/g, ''));
}

/** A type in which fields can be selected. Told by what it has, not by its class: there may be two copies of graphql-js beside each other. */
function compositeType(schema: GraphQLSchema, name = ''): GraphQLCompositeType | null {
  const type = schema.getType(name);
  return type && ('getFields' in type || 'getTypes' in type) ? (type as GraphQLCompositeType) : null;
}
