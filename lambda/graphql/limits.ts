import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../store/page.ts';

/** What one request may ask for, at most. Everything is looked at before anything is executed. */
export const LIMITS = {
  /** Bytes of a request's body. The longest document in examples/ has 2,200; a front of thirty lists 8 KB; variables carry at most a hundred ids. */
  bytes: 128 * 1024,
  /**
   * Words and signs of a document. The longest in examples/ has 220, thirty lists of cards some 2,500. At three of them a level these nest some thousand deep;
   * graphql-js can parse and validate three thousand before it runs out of stack.
   */
  tokens: 4_000,
  /** Values in the variables, also within each other. A hundred ids are a hundred and one; what is wrong with each of them would be said in a message. */
  values: 1_000,
  /** Fields in fields, through fragments. The deepest document in examples/ has 9; what lies behind a page of a page of a page is asked for by its id. */
  depth: 20,
  /** Selections in each other as they are written in one place, with inline fragments: between two fields there are seldom more than two. */
  nesting: 60,
  /** Names of one's own for fields. Thirty lists with three pictures each in several sizes are 120. */
  aliases: 200,
  /** `@include` and `@skip`. */
  directives: 100,
  /**
   * Questions to the table, at most, when every list is as long as it may be. A front of thirty sections is sixty; a list of a hundred articles with what
   * is related to each would be four hundred.
   */
  questions: 250,
  /** Things in the answer, at most. At some 300 bytes each these are the 6 MB that Lambda can answer with. See AWS Lambda quotas, "Invocation payload". */
  things: 20_000,
} as const;

/** A document that asks for more than one request may. Its code is stable, and its message says what would be accepted. */
export class TooMuch extends GraphQLError {
  constructor(message: string) {
    super(message, { extensions: { code: TOO_MUCH, http: { status: 400 } } });
  }
}

export const TOO_MUCH = 'TOO_MUCH_ASKED';

/** Lists without a page size hold what one article or front says: names, pictures, containers. */
const USUAL_LIST = 10;

/** And such a list within another one: rows of a table, marks of a paragraph. Few blocks are tables, and few words are marked. */
const USUAL_INNER_LIST = 2;

/** But for the body: so many blocks are an article of usual length. */
const USUAL_BODY = 25;

/** Fields that ask the table for each parent, though they are no connections. Those of articles in a list that come in one go for all are not among them. */
const ASKING: Readonly<Record<string, number>> = {
  'NewsArticle.related': 3,
  'NewsArticle.alternates': 1,
  'LiveBlog.keyEvents': 1,
  'LiveBlog.pinned': 1,
  'Section.children': 1,
  'FrontContainer.items': 2,
};

/** Arguments that say how many. */
const SIZES = ['first', 'last', 'ids', 'representations'];

const CONNECTION = /Connection$/;

/** What a selection comes to: fields in fields, questions to the table, things in the answer. Numbers beyond any limit stay finite. */
type Weight = { depth: number; questions: number; things: number };

const NOTHING: Weight = { depth: 0, questions: 0, things: 0 };

/**
 * Refuses an operation that asks for too much, or that asks for anything but to read. Each fragment is weighed once, however often and however deep it is spread: the time that this takes
 * grows with the length of the document alone.
 * @param variables as the client sends them; page sizes may stand there
 * @throws {TooMuch}
 * @throws {GraphQLError} GRAPHQL_VALIDATION_FAILED for what is no query, BAD_USER_INPUT for a text that no encoding can say
 */
export function checkLimits(
  schema: GraphQLSchema,
  document: { definitions: readonly (OperationDefinitionNode | FragmentDefinitionNode | { kind: string })[] },
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  checkVariables(variables);
  const { aliases, directives } = signsIn(document);
  if (aliases > LIMITS.aliases)
    throw new TooMuch(`The document gives ${aliases} fields names of their own; at most ${LIMITS.aliases} are taken`);
  if (directives > LIMITS.directives)
    throw new TooMuch(`The document has ${directives} directives; at most ${LIMITS.directives} are taken`);
  const root = schema.getRootType(operation.operation);
  if (!root) throw refused(`Only queries are answered here, and no ${operation.operation}`, 'GRAPHQL_VALIDATION_FAILED');
  const { depth, questions, things } = new Scale(schema, document, defaults(operation, variables)).weigh(operation.selectionSet, root);
  if (depth > LIMITS.depth) throw new TooMuch(`The document goes ${depth} fields deep; at most ${LIMITS.depth} are taken`);
  const asFarAs = (number: number) => (number > 1e9 ? 'more than a thousand million' : String(number));
  if (questions > LIMITS.questions)
    throw new TooMuch(
      `The document may take ${asFarAs(questions)} questions to the table; at most ${LIMITS.questions} are taken. Ask for shorter pages, or for lists within lists apart`,
    );
  if (things > LIMITS.things)
    throw new TooMuch(
      `The answer may hold ${asFarAs(things)} things; at most ${LIMITS.things} are taken. Ask for shorter pages, or for lists within lists apart`,
    );
}

/** Without recursion: JSON may be as deep as it is long. */
function checkVariables(variables: Readonly<Record<string, unknown>>): void {
  let values = 0;
  const open: unknown[] = Object.entries(variables).flat();
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value === 'string' && !value.isWellFormed())
      throw refused('A text in the variables holds half of a character (a surrogate without its other half)', 'BAD_USER_INPUT');
    if (typeof value !== 'object' || value === null) continue;
    const inside = Object.entries(value);
    values += inside.length;
    if (values > LIMITS.values) throw new TooMuch(`The variables hold more than ${LIMITS.values} values, and no more are taken`);
    for (const part of inside) open.push(...part);
  }
}

function refused(message: string, code: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}

/** Variables with the defaults that the operation gives them. */
function defaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const said = variableDefinitions.map(({ variable, defaultValue }): [string, unknown] => {
    const name = variable.name.value;
    return [name, variables[name] ?? (defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined)];
  });
  return Object.fromEntries(said);
}

/** How many fields have an alias, and how many directives there are, wherever they stand. Without recursion: a document may be as deep as it is long. */
function signsIn(document: object): { aliases: number; directives: number } {
  const counts = { aliases: 0, directives: 0 };
  const open: object[] = [document];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('kind' in node && node.kind === Kind.FIELD && (node as FieldNode).alias) counts.aliases += 1;
    if ('kind' in node && node.kind === Kind.DIRECTIVE) counts.directives += 1;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'loc') continue;
      if (Array.isArray(value)) open.push(...value);
      else if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return counts;
}

class Scale {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #weighed = new Map<string, Weight>();

  constructor(schema: GraphQLSchema, document: { definitions: readonly { kind: string }[] }, variables: Readonly<Record<string, unknown>>) {
    this.#schema = schema;
    this.#variables = variables;
    const fragments = document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  /**
   * @param page how many edges the connection has whose fields these are
   * @param level how deep in its operation or fragment this stands
   * @param isInner whether this stands in a list without a page size
   */
  weigh(set: SelectionSetNode, type: GraphQLCompositeType, page = DEFAULT_PAGE_SIZE, level = 1, isInner = false): Weight {
    if (level > LIMITS.nesting) throw new TooMuch(`The document nests more than ${LIMITS.nesting} selections, and no more are taken`);
    const alternatives = new Map<string, Weight>();
    let sum = NOTHING;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        sum = together(sum, this.#weighField(selection, type, page, level, isInner));
        continue;
      }
      const named = selection.kind === Kind.FRAGMENT_SPREAD ? this.#fragments.get(selection.name.value) : selection;
      const inner = (named?.typeCondition && this.#compositeType(named.typeCondition.name.value)) ?? type;
      const weight =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? this.#weighFragment(selection.name.value, page, isInner)
          : this.weigh(selection.selectionSet, inner, page, level + 1, isInner);
      const isAlternative = inner !== type && 'isTypeOf' in inner; // a thing is of one type alone
      if (isAlternative) alternatives.set(inner.name, together(alternatives.get(inner.name) ?? NOTHING, weight));
      else sum = together(sum, weight);
    }
    return together(sum, [...alternatives.values()].reduce(heavier, NOTHING));
  }

  #weighFragment(name: string, page: number, isInner: boolean): Weight {
    const key = `${name} ${page} ${isInner}`; // a page has a hundred sizes at most
    const known = this.#weighed.get(key);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#compositeType(fragment.typeCondition.name.value);
    this.#weighed.set(key, NOTHING); // one that spreads itself was refused before
    const weight = fragment && type ? this.weigh(fragment.selectionSet, type, page, 1, isInner) : NOTHING;
    this.#weighed.set(key, weight);
    return weight;
  }

  #weighField(node: FieldNode, parent: GraphQLCompositeType, page: number, level: number, isInner: boolean): Weight {
    const name = node.name.value;
    const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
    const written = String(field?.type);
    const type = this.#compositeType(written.replace(/[[\]!]/g, ''));
    if (!node.selectionSet || !type) return { depth: 1, questions: 0, things: 0 };
    const isConnection = CONNECTION.test(type.name);
    const asks = isConnection || parent === this.#schema.getQueryType() ? 1 : (ASKING[`${parent.name}.${name}`] ?? 0);
    const said = this.#sizeOf(node);
    const isPaged = isConnection || CONNECTION.test(parent.name) || said !== null;
    const isUnpaged = written.startsWith('[') && !isPaged;
    const inside = this.weigh(node.selectionSet, type, said ?? DEFAULT_PAGE_SIZE, level + 1, isUnpaged || (isInner && !isPaged));
    const usual = isInner ? USUAL_INNER_LIST : name === 'blocks' ? USUAL_BODY : USUAL_LIST;
    const times = isConnection || !written.startsWith('[') ? 1 : CONNECTION.test(parent.name) ? page : (said ?? usual);
    return { depth: inside.depth + 1, questions: capped(asks + times * inside.questions), things: capped(times * (1 + inside.things)) };
  }

  /** A type in which fields can be selected. Told by what it has, not by its class: there may be two copies of graphql-js beside each other. */
  #compositeType(name: string): GraphQLCompositeType | null {
    const type = this.#schema.getType(name);
    return type && ('getFields' in type || 'getTypes' in type) ? (type as GraphQLCompositeType) : null;
  }

  /** The page size that a field is asked for, or the number of its ids; null where it says none. */
  #sizeOf(node: FieldNode): number | null {
    const said = node.arguments?.map(({ name, value }) => (SIZES.includes(name.value) ? this.#valueOf(value) : undefined)) ?? [];
    const [size = null] = said.flatMap((value) => (Array.isArray(value) ? [value.length] : typeof value === 'number' ? [value] : []));
    return size === null ? null : Math.max(0, Math.min(size, MAX_PAGE_SIZE)); // more is refused by the list itself
  }

  #valueOf(value: ValueNode): unknown {
    if (value.kind === Kind.VARIABLE) return this.#variables[value.name.value];
    if (value.kind === Kind.LIST) return value.values;
    return value.kind === Kind.INT ? Number(value.value) : undefined;
  }
}

function together(one: Weight, other: Weight): Weight {
  return {
    depth: Math.max(one.depth, other.depth),
    questions: capped(one.questions + other.questions),
    things: capped(one.things + other.things),
  };
}

function heavier(one: Weight, other: Weight): Weight {
  return {
    depth: Math.max(one.depth, other.depth),
    questions: Math.max(one.questions, other.questions),
    things: Math.max(one.things, other.things),
  };
}

/** Far above every limit, and far below where numbers lose their ones. */
function capped(number: number): number {
  return Math.min(number, 1e12);
}
