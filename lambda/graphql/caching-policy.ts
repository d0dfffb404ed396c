import {
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getDirectiveValues,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

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

/** The policy of a document: computed once, by `@lives` of the SDL. Directives of the document that leave fields out are not looked at. */
export function policyOf(schema: GraphQLSchema, document: DocumentNode): Policy {
  const known = policies.get(document);
  if (known) return known;
  const policy = computePolicy(schema, document);
  policies.set(document, policy);
  return policy;
}

function computePolicy(schema: GraphQLSchema, document: DocumentNode): Policy {
  let seconds = LONGEST;
  const pages = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      [Kind.FIELD]({ name, alias }) {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (!parent || !field) return;
        seconds = Math.min(seconds, ...hintsOf(schema, parent, field.name));
        const isPage = getNamedType(field.type).name.endsWith('Connection');
        if (parent === schema.getQueryType() && isPage) pages.add((alias ?? name).value);
      },
    }),
  );
  return { seconds, pages };
}

/** What the SDL says of a field; of one that is asked of an interface, what it says of any type that the field may come from. */
function hintsOf(schema: GraphQLSchema, parent: GraphQLCompositeType, name: string): number[] {
  const lives = schema.getDirective('lives');
  const types = isAbstractType(parent) ? [parent, ...schema.getPossibleTypes(parent)] : [parent];
  return types.flatMap((type) => {
    const node = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name]?.astNode : null;
    const hint = lives && node ? getDirectiveValues(lives, node) : undefined;
    return hint ? [hint.seconds as number] : [];
  });
}
