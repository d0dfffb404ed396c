import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Documents that visit every field of every type with every argument, made from the schema alone. */

/** Values of arguments, by `name: Type` as the schema writes it. Enums and booleans need none. */
export type Values = Readonly<Record<string, readonly unknown[]>>;

/** A document for one root field. Its variables are those arguments of that field that may not be null, by their names. */
export type Document = {
  root: string;
  text: string;
  /** The one type that the root field has to lead to, where anything else would be passed by. */
  only: string | null;
  /**
   * `NAMES`: what a root field leads to, and a little of what is in it. `WALK`: types that can be reached from there, lists by short pages.
   * `ARGUMENTS`: one type's fields with each value of each argument. `FIELD`: one field alone, so that the calls which it costs are its own.
   */
  purpose: 'NAMES' | 'WALK' | 'ARGUMENTS' | 'FIELD';
};

/** What is selected, by what stands before its braces; null where nothing does. */
type Selection = Map<string, Selection | null>;

/** How a type is reached from a root field: what stands before the braces, step by step. */
type Way = { type: GraphQLCompositeType; steps: readonly string[] };

/** Types whose fields one walk visits: few enough for a document of moderate size, many enough to pay for the way to them. */
const TYPES_IN_A_WALK = 8;

/** Fields on the longest way of a walk. A type further off is visited from the root field that is nearest to it, however far that is. */
const LONGEST_WALK = 3;

/** Items of a list that a walk goes on from. What must not be there would mostly be the newest, and so the first. */
const WALK_PAGE = 2;

/** Arguments that mean something only beside another. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { before: { last: 2 }, after: { first: 2 } };

/**
 * @param values what arguments may be; enums and booleans take all of theirs
 * @returns the documents, and every argument that has no value, as `Type.field(argument: Type)`
 * @throws {Error} naming an argument of a field below the root that has no value and needs one
 */
export function documentsFor(schema: GraphQLSchema, values: Values): { documents: Document[]; withoutValue: string[] } {
  const withoutValue = new Set<string>();
  const valuesOf = (owner: string, { name, type }: GraphQLArgument): readonly unknown[] => {
    const named = getNamedType(type);
    if (isEnumType(named)) return named.getValues().map(({ value }) => value);
    if (named.name === 'Boolean') return [true, false];
    const known = values[`${name}: ${type}`];
    if (!known?.length) withoutValue.add(`${owner}(${name}: ${type})`);
    return known ?? [];
  };

  /** A field, with each of the ways to give its arguments; the first leaves out what can be left out. */
  const headsOf = (owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>, every: boolean, asVariables = false): string[] => {
    const required = field.args.filter(isRequiredArgument);
    const isVariable = ({ type }: GraphQLArgument) => asVariables && isNonNullType(type);
    const base = Object.fromEntries(required.map((arg) => [arg.name, valuesOf(`${owner}.${field.name}`, arg)[0]]));
    const more = every
      ? field.args.flatMap((arg) =>
          (isVariable(arg) ? [] : valuesOf(`${owner}.${field.name}`, arg)).map((value) => ({
            ...base,
            ...BESIDE[arg.name],
            [arg.name]: value,
          })),
        )
      : [];
    return [base, ...more].map((given, turn) => {
      const args = field.args
        .filter(({ name }) => name in given)
        .map((arg) => {
          if (isVariable(arg)) return `${arg.name}: $${arg.name}`;
          if (given[arg.name] === undefined)
            throw new Error(`${owner}.${field.name}(${arg.name}: ${arg.type}) has no value; values.ts gives them`);
          return `${arg.name}: ${literal(given[arg.name], arg.type)}`;
        });
      return `${owner}__${field.name}__${turn}: ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
    });
  };
  const fieldsOf = (type: GraphQLCompositeType) => (isUnionType(type) ? [] : Object.values(type.getFields()));
  const headOf = (owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>) => headsOf(owner, field, false)[0] as string;
  const shortHeadOf = (owner: GraphQLNamedType, field: GraphQLField<unknown, unknown>) => {
    const head = headOf(owner, field);
    if (!field.args.some(({ name }) => name === 'after')) return head;
    return head.endsWith(')') ? `${head.slice(0, -1)}, first: ${WALK_PAGE})` : `${head}(first: ${WALK_PAGE})`;
  };

  /** Leaves of a type, and what lies up to `depth` fields below; of whatever has an id of its own, the leaves alone. */
  const plainly = (type: GraphQLCompositeType, depth: number): Selection => {
    const selection: Selection = new Map([['__typename', null]]);
    for (const field of fieldsOf(type)) {
      const below = getNamedType(field.type);
      if (!isCompositeType(below)) selection.set(shortHeadOf(type, field), null);
      else if (depth > 0) {
        const more = plainly(below, isNode(below) ? (depth > 2 ? 2 : 0) : depth - 1);
        if (more.size > 1) selection.set(shortHeadOf(type, field), more); // a page of which nothing shows costs as much as any other
      }
    }
    if (isAbstractType(type))
      for (const possible of schema.getPossibleTypes(type)) selection.set(`... on ${possible}`, plainly(possible, depth));
    return selection;
  };
  /** Little enough to cost nothing of its own: of whatever has an id, the id; of everything else, what leads there. */
  const thinly = (type: GraphQLCompositeType, depth = 3): Selection => {
    const selection: Selection = new Map([['__typename', null]]);
    for (const field of fieldsOf(type)) {
      const below = getNamedType(field.type);
      if (isNode(type) && field.name !== 'id') continue;
      if (!isCompositeType(below)) selection.set(headOf(type, field), null);
      else if (depth > 0) selection.set(headOf(type, field), thinly(below, depth - 1));
    }
    if (isAbstractType(type) && !isNode(type))
      for (const possible of schema.getPossibleTypes(type)) selection.set(`... on ${possible}`, thinly(possible, depth));
    return selection;
  };
  const wholly = (type: GraphQLCompositeType): Selection => {
    const selection: Selection = new Map([['__typename', null]]);
    for (const field of fieldsOf(type)) {
      const below = getNamedType(field.type);
      if (isCompositeType(below)) selection.set(shortHeadOf(type, field), plainly(below, isNode(below) ? 0 : 3));
      else for (const head of headsOf(type, field, true)) selection.set(head, null);
    }
    return selection;
  };

  /** Every type that can be reached from another, nearest first, each by the shortest way. */
  const waysFrom = (start: GraphQLCompositeType): Way[] => {
    const ways = new Map<string, Way>();
    const queue: Way[] = [];
    const reach = (type: GraphQLCompositeType, steps: readonly string[]) => {
      if (!ways.has(type.name)) {
        ways.set(type.name, { type, steps });
        queue.push({ type, steps });
      }
      if (isAbstractType(type)) for (const possible of schema.getPossibleTypes(type)) reach(possible, [...steps, `... on ${possible}`]);
    };
    reach(start, []);
    for (const { type, steps } of queue)
      for (const field of fieldsOf(type)) {
        const below = getNamedType(field.type);
        if (isCompositeType(below)) reach(below, [...steps, shortHeadOf(type, field)]);
      }
    return [...ways.values()];
  };

  const query = schema.getQueryType() as GraphQLObjectType;
  const roots = Object.values(query.getFields()).map((field) => {
    const result = getNamedType(field.type);
    const given = field.args.filter(({ type }) => isNonNullType(type));
    const whole = `${query}__${field.name}__whole: ${field.name}${given.length > 0 ? `(${given.map(({ name }) => `${name}: $${name}`).join(', ')})` : ''}`;
    const wrap = (selection: Selection | null, head = whole) => {
      const variables = given.filter(({ name }) => head.includes(`$${name}`)).map(({ name, type }) => `$${name}: ${type}`);
      return `query${variables.length > 0 ? `(${variables.join(', ')})` : ''} ${printed(new Map([[head, selection]]))}`;
    };
    return { field, result, wrap, ways: isCompositeType(result) ? waysFrom(result) : [] };
  });

  const lengthOf = ({ steps }: Way) => steps.filter((step) => !step.startsWith('...')).length;
  const nearest = new Map<string, { root: (typeof roots)[number]; way: Way }>();
  for (const root of roots)
    for (const way of root.ways) {
      const known = nearest.get(way.type.name);
      if (!known || lengthOf(way) < lengthOf(known.way)) nearest.set(way.type.name, { root, way });
    }

  const documents: Document[] = [];
  for (const root of roots) {
    const { field, result, wrap } = root;
    const ways = root.ways.filter((way) => lengthOf(way) <= LONGEST_WALK || nearest.get(way.type.name)?.root === root);
    for (let from = 0; from < ways.length; from += TYPES_IN_A_WALK) {
      const selection: Selection = new Map();
      for (const { type, steps } of ways.slice(from, from + TYPES_IN_A_WALK)) merge(selection, alongWay(steps, wholly(type)));
      documents.push({ root: field.name, purpose: 'WALK', only: null, text: wrap(selection) });
    }
    const below = isCompositeType(result) ? thinly(result) : null;
    documents.push({ root: field.name, purpose: 'NAMES', only: null, text: wrap(isCompositeType(result) ? plainly(result, 0) : null) });
    for (const head of headsOf(query, field, true, true))
      documents.push({ root: field.name, purpose: 'ARGUMENTS', only: null, text: wrap(below, head) });
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isCompositeType(type) || type === query || type.name.startsWith('__')) continue;
    const { root, way } = nearest.get(type.name) ?? {};
    if (root === undefined || way === undefined) continue; // the gaps tell
    const only = way.steps[0]?.startsWith('... on ') ? way.steps[0].slice('... on '.length) : null;
    const put = (purpose: Document['purpose'], selection: Selection) =>
      documents.push({ root: root.field.name, purpose, only, text: root.wrap(alongWay(way.steps, selection)) });
    const leaves: Selection = new Map([['__typename', null]]);
    for (const field of fieldsOf(type)) {
      const below = getNamedType(field.type);
      const selected = isCompositeType(below) ? thinly(below) : null;
      if (selected) put('FIELD', new Map([[headOf(type, field), selected]]));
      else leaves.set(headOf(type, field), null);
      if (field.args.length > 0) put('ARGUMENTS', new Map(headsOf(type, field, true).map((head) => [head, selected])));
    }
    put('FIELD', leaves);
  }
  return { documents, withoutValue: [...withoutValue] };
}

/**
 * What no document visits, read from the texts of the documents and not from how they were made: fields of all types as `Type.field`, arguments
 * as `Type.field(argument)`, also `left out`, values of enums as `Type.field(argument: VALUE)`, fields of inputs as `Input.field`.
 */
export function notVisited(schema: GraphQLSchema, documents: readonly Document[], values: Values): string[] {
  const visited = new Set<string>();
  const given = (owner: string, type: GraphQLInputType, value: unknown): void => {
    const named = getNamedType(type);
    if (isEnumType(named)) visited.add(`${owner.slice(0, -1)}: ${value})`);
    if (isInputObjectType(named))
      for (const one of [value].flat())
        for (const [name, part] of Object.entries(one as object)) {
          const field = named.getFields()[name];
          visited.add(`${named}.${name}`);
          if (field) given(`${named}.${name})`, field.type, part);
        }
  };
  for (const { text } of documents) {
    const info = new TypeInfo(schema);
    const node = parse(text, { noLocation: true });
    visit(
      node,
      visitWithTypeInfo(info, {
        Field({ name, arguments: args = [] }) {
          const field = `${info.getParentType()}.${name.value}`;
          visited.add(field);
          for (const arg of info.getFieldDef()?.args ?? []) {
            const one = args.find((argument) => argument.name.value === arg.name);
            visited.add(one ? `${field}(${arg.name})` : `${field}(${arg.name} left out)`);
            if (one?.value.kind === 'EnumValue') visited.add(`${field}(${arg.name}: ${one.value.value})`);
          }
        },
      }),
    );
  }
  const wanted: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isInputObjectType(type)) wanted.push(...Object.keys(type.getFields()).map((name) => `${type}.${name}`));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const { name, args } of Object.values(type.getFields())) {
      wanted.push(`${type}.${name}`);
      for (const arg of args) {
        const named = getNamedType(arg.type);
        wanted.push(`${type}.${name}(${arg.name})`);
        if (!isRequiredArgument(arg)) wanted.push(`${type}.${name}(${arg.name} left out)`);
        if (isEnumType(named)) wanted.push(...named.getValues().map(({ value }) => `${type}.${name}(${arg.name}: ${value})`));
        for (const value of values[`${arg.name}: ${arg.type}`] ?? []) given(`${type}.${name}(${arg.name})`, arg.type, value);
      }
    }
  }
  return wanted.filter((one) => !visited.has(one));
}

function isNode(type: GraphQLNamedType): boolean {
  if (isObjectType(type) || isInterfaceType(type)) return type.name === 'Node' || type.getInterfaces().some(({ name }) => name === 'Node');
  return false;
}

function alongWay(steps: readonly string[], selection: Selection): Selection {
  return steps.reduceRight<Selection>((below, step) => new Map([[step, below]]), selection);
}

function merge(into: Selection, more: Selection): void {
  for (const [head, below] of more) {
    const there = into.get(head);
    if (there && below) merge(there, below);
    else if (!there) into.set(head, below);
  }
}

function printed(selection: Selection): string {
  return `{ ${[...selection].map(([head, below]) => (below ? `${head} ${printed(below)}` : head)).join(' ')} }`;
}

/** A value as it is written in a document. Lists and inputs hold what `astFromValue` takes. */
function literal(value: unknown, type: GraphQLInputType): string {
  const node = astFromValue(value, type);
  if (node == null) throw new Error(`${JSON.stringify(value)} is no ${type}`);
  return print(node);
}
