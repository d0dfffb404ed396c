import {
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Whether one of `fields` is selected directly below the field that is being resolved: behind fragments and aliases too, and not when
 * a directive leaves it out. Decides what is read, never what may be seen.
 */
export function selects(info: GraphQLResolveInfo, fields: ReadonlySet<string>): boolean {
  const seen = new Set<string>();
  const within = (set: SelectionSetNode | undefined): boolean => set?.selections.some(reaches) ?? false;
  const reaches = (node: SelectionNode): boolean => {
    if (isLeftOut(node, info)) return false;
    if (node.kind === 'Field') return fields.has(node.name.value);
    if (node.kind === 'InlineFragment') return within(node.selectionSet);
    if (seen.has(node.name.value)) return false; // a fragment spread again says nothing new
    seen.add(node.name.value);
    return within(info.fragments[node.name.value]?.selectionSet);
  };
  return info.fieldNodes.some(({ selectionSet }) => within(selectionSet));
}

function isLeftOut(node: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if === true || include?.if === false;
}
