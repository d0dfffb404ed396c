import type { GraphQLResolveInfo } from 'graphql';
import type { SectionRef } from '../domain/article.ts';
import type { ReadableFront } from '../domain/front.ts';
import { conceptKindOf, isArticleId, parsePartId } from '../domain/identity.ts';
import { typeDefs } from '../generated/type-defs.ts';
import type { RequestContext } from './context.ts';
import { BadInput } from './errors.ts';
import { MAX_NODES, readNodes } from './nodes.ts';
import { type ReadNode, typeOfNode } from './outcomes.ts';
import { sectionAt } from './resolvers/section.ts';
import { ENTITY_KEYS, type EntityType, subgraphSdl } from './subgraph-sdl.ts';

/** What the graph has for a router besides what everybody may ask. @see Apollo Federation, "Subgraph specification" */
export const subgraphTypeDefs = /* GraphQL */ `
extend type Query {
  _service: _Service!
  _entities(representations: [_Any!]!): [_Entity]!
}

type _Service {
  sdl: String!
}

scalar _Any

union _Entity = ${Object.keys(ENTITY_KEYS).join(' | ')}
`;

export const subgraphResolvers = {
  Query: {
    _service: () => ({ sdl: subgraphSdl(typeDefs) }),
    _entities: readEntities,
  },
  _Entity: { __resolveType: typeOfEntity },
};

type Entity = ReadNode | SectionRef | ReadableFront;

/** What a router calls one thing: the type that it takes it for, and its key. */
type Named = { type: EntityType; key: string };

/**
 * What some representations name, in their order; null where nothing readable of that type has the key. All are read in one wave: what has an id as
 * {@link readNodes} does, each section and front once.
 * @throws {BadInput} for too many; one that names nothing is an error in its own place
 */
async function readEntities(
  _root: unknown,
  { representations }: { representations: readonly unknown[] },
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Promise<Entity | BadInput | null>[]> {
  if (representations.length > MAX_NODES)
    throw new BadInput(`At most ${MAX_NODES} representations at a time, not ${representations.length}`);
  const named = representations.map(nameIn);
  const ids: string[] = [];
  const places = named.map((one) => ('key' in one && typeOfId(one.key) === one.type ? ids.push(one.key) - 1 : null));
  const nodes = readNodes(ids, context, info);
  const sections = each((slug) => sectionAt(slug, context));
  const fronts = each((slug) => context.fronts.findFront(slug));
  return named.map(async (one, at) => {
    if (!('key' in one)) return one;
    if (one.type === 'Section') return sections(one.key);
    if (one.type === 'Front') return fronts(one.key);
    const place = places[at] ?? null;
    return place === null ? null : ((await nodes)[place] ?? null);
  });
}

/** Reads each key once. */
function each<Found>(read: (key: string) => Promise<Found>): (key: string) => Promise<Found> {
  const reads = new Map<string, Promise<Found>>();
  return (key) => {
    const known = reads.get(key) ?? read(key);
    reads.set(key, known);
    return known;
  };
}

/** A mistake in a representation is not thrown: the others are answered. */
function nameIn(representation: unknown, place: number): Named | BadInput {
  const { __typename: type, ...fields } = (representation ?? {}) as Record<string, unknown>;
  if (typeof type !== 'string' || !Object.hasOwn(ENTITY_KEYS, type))
    return new BadInput(
      `representations[${place}]: __typename is one of ${Object.keys(ENTITY_KEYS).join(', ')}, not ${JSON.stringify(type)?.slice(0, 40)}`,
    );
  const key = fields[ENTITY_KEYS[type as EntityType]];
  if (typeof key !== 'string')
    return new BadInput(`representations[${place}]: ${type} is named by its ${ENTITY_KEYS[type as EntityType]}, a text`);
  return { type: type as EntityType, key };
}

/** What an id is of. Null for what is no id of ours. */
function typeOfId(id: string): EntityType | null {
  if (isArticleId(id)) return 'NewsArticle';
  if (parsePartId('u', id)) return 'LivePost';
  return parsePartId('q', id) ? 'Quotation' : conceptKindOf(id);
}

function typeOfEntity(entity: Entity): EntityType {
  if ('containers' in entity) return 'Front';
  return 'slug' in entity ? 'Section' : typeOfNode(entity);
}
