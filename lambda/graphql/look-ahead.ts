import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** Looking ahead at what a document asks for decides what is read, and how much of it fits; never what may be seen. */

/** One field of an answer: its name, the places in the document that ask for it, and the type that they speak of; '' for whatever type stands there. */
type Field = readonly [name: string, nodes: readonly FieldNode[], type: string];

/** The fields that are asked of one thing: behind fragments and aliases too, and not when a directive leaves them out. */
export class Selected {
  readonly #info: GraphQLResolveInfo;
  readonly #fields: readonly Field[];

  constructor(info: GraphQLResolveInfo, sets: readonly (SelectionSetNode | undefined)[]) {
    this.#info = info;
    const fields = new Map<string, { name: string; nodes: FieldNode[]; type: string }>();
    const seen = new Set<string>();
    const gather = (nodes: readonly SelectionNode[], type: string): void => {
      for (const node of nodes) {
        if (isLeftOut(node, info)) continue;
        if (node.kind === Kind.FIELD) {
          const key = `${type} ${node.alias?.value ?? node.name.value}`;
          const field = fields.get(key) ?? { name: node.name.value, nodes: [], type };
          field.nodes.push(node);
          fields.set(key, field);
          continue;
        }
        const named = node.kind === Kind.FRAGMENT_SPREAD ? info.fragments[node.name.value] : node;
        const on = named?.typeCondition?.name.value;
        const inner = on && 'isTypeOf' in (info.schema.getType(on) ?? {}) ? on : type; // an interface may be any of its types
        if (node.kind === Kind.FRAGMENT_SPREAD) {
          const spread = `${inner} ${node.name.value}`;
          if (seen.has(spread)) continue; // a fragment spread again says nothing new
          seen.add(spread);
        }
        gather(named?.selectionSet.selections ?? [], inner);
      }
    };
    for (const set of sets) gather(set?.selections ?? [], '');
    this.#fields = [...fields.values()].map(({ name, nodes, type }) => [name, nodes, type]);
  }

  /** Every field of the answer, once; the same one under two aliases are two. */
  named(): readonly Field[] {
    return this.#fields;
  }

  /** What is asked below some of these fields. */
  below(nodes: readonly FieldNode[]): Selected {
    return new Selected(
      this.#info,
      nodes.map(({ selectionSet }) => selectionSet),
    );
  }
}

/** Whether one of `fields` is selected directly below the field that is being resolved. */
export function selects(info: GraphQLResolveInfo, fields: ReadonlySet<string>): boolean {
  return selectedBelow(info, [])
    .named()
    .some(([name]) => fields.has(name));
}

/** What is selected below the field that is being resolved, some steps down. */
export function selectedBelow(info: GraphQLResolveInfo, steps: readonly string[]): Selected {
  return steps.reduce<Selected>(
    (selected, step) => selected.below(selected.named().flatMap(([name, nodes]) => (name === step ? nodes : []))),
    selectedIn(info).below(info.fieldNodes),
  );
}

/** The field that is being resolved, as one that is asked of its parent. */
export function selectedIn(info: GraphQLResolveInfo): Selected {
  return new Selected(info, [{ kind: Kind.SELECTION_SET, selections: info.fieldNodes }]);
}

function isLeftOut(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if === true || include?.if === false;
}
