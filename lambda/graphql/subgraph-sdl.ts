import { Kind, parse } from 'graphql';

/** What a router in front of several graphs is told of ours, in the words of Apollo Federation 2. The contract itself says nothing of it. */

/** Types of which a router may ask for more, from wherever it knows one, and the field by which it names it. */
export const ENTITY_KEYS = {
  NewsArticle: 'id',
  Quotation: 'id',
  LivePost: 'id',
  Person: 'id',
  Organization: 'id',
  Place: 'id',
  NewsEvent: 'id',
  Topic: 'id',
  Section: 'slug',
  Front: 'slug',
} as const;

export type EntityType = keyof typeof ENTITY_KEYS;

/**
 * What stands behind a type or field besides what the contract says. `PageInfo`, and what a section is called, other graphs may say as well. An id leads
 * to one graph only, and a router cannot know to which: `node` is for who asks us alone, and every graph may have one.
 */
const MARKS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(ENTITY_KEYS).map(([type, key]) => [type, `@key(fields: "${key}")`])),
  PageInfo: '@shareable',
  'Section.name': '@shareable',
  'Query.node': '@inaccessible @shareable',
  'Query.nodes': '@inaccessible @shareable',
};

/** `@oneOf` is a word of GraphQL, but composition only keeps what it has been told of: by a link, which other graphs have to say in the same way. */
const LINKS = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.1", import: ["@key", "@shareable", "@inaccessible", "@composeDirective"])
  @link(url: "https://spec.graphql.org/oneOf/v1.0", import: ["@oneOf"])
  @composeDirective(name: "@oneOf")

directive @oneOf on INPUT_OBJECT
`;

/**
 * The contract as a subgraph says it: every word of it, and the marks.
 * @param contract SDL
 * @throws {Error} when a type or field is marked that the contract does not have
 */
export function subgraphSdl(contract: string): string {
  const unmarked = new Map(Object.entries(MARKS));
  const marks: { at: number; mark: string }[] = [];
  const put = (coordinate: string, at: number | undefined): void => {
    const mark = unmarked.get(coordinate);
    if (mark === undefined || at === undefined) return;
    marks.push({ at, mark });
    unmarked.delete(coordinate);
  };
  for (const type of parse(contract).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    put(type.name.value, (type.interfaces?.at(-1) ?? type.name).loc?.end);
    for (const field of type.fields ?? []) put(`${type.name.value}.${field.name.value}`, field.type.loc?.end);
  }
  if (unmarked.size > 0) throw new Error(`The contract has no ${[...unmarked.keys()].join(', ')}`);
  const marked = marks.reduceRight((sdl, { at, mark }) => `${sdl.slice(0, at)} ${mark}${sdl.slice(at)}`, contract);
  return `${LINKS}\n${marked}`;
}
