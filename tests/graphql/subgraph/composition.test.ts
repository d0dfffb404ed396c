import { composeServices } from '@apollo/composition';
import { ApolloGateway } from '@apollo/gateway';
import { buildSchema, type GraphQLInterfaceType, type GraphQLObjectType, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefs } from '../../../lambda/generated/type-defs.ts';
import { ENTITY_KEYS, type EntityType, subgraphSdl } from '../../../lambda/graphql/subgraph-sdl.ts';
import { READS_SDL } from './reads.ts';

function composed(broadsheet = subgraphSdl(typeDefs), reads = READS_SDL) {
  return composeServices([
    { name: 'broadsheet', url: 'http://broadsheet.example/subgraph', typeDefs: parse(broadsheet) },
    { name: 'reads', url: 'http://reads.example', typeDefs: parse(reads) },
  ]);
}

const { errors, hints, supergraphSdl = '' } = composed();
/** What clients of the gateway see. */
const gateway = new ApolloGateway({ supergraphSdl });
const { schema: api } = await gateway.load();
await gateway.stop();
const fieldsOf = (type: string) => Object.keys((api.getType(type) as GraphQLObjectType).getFields());

describe('beside a graph that has a `node`, a `PageInfo` and a `Section` of its own', () => {
  it('is composed without an error or a hint', () => {
    expect(errors).toBeUndefined();
    expect(hints).toEqual([]);
  });

  it('gives clients the fields of both, and the `node` of neither', () => {
    expect(fieldsOf('NewsArticle')).toEqual(expect.arrayContaining(['headline', 'body', 'commentCount', 'comments']));
    expect(fieldsOf('Section')).toEqual(expect.arrayContaining(['slug', 'name', 'articles', 'editor']));
    expect(fieldsOf('Query')).toEqual(expect.arrayContaining(['article', 'latest', 'mostRead']));
    for (const name of ['node', 'nodes', '_entities', '_service']) expect(fieldsOf('Query')).not.toContain(name);
  });

  it('keeps every field of the contract but `node` and `nodes`, with its description', () => {
    const contract = buildSchema(typeDefs);
    const fields = Object.values(contract.getTypeMap()).flatMap((type) =>
      'getFields' in type && !type.name.startsWith('__')
        ? Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field.description] as const)
        : [],
    );
    expect(fields.length).toBeGreaterThan(300);
    for (const [coordinate, description] of fields) {
      if (coordinate === 'Query.node' || coordinate === 'Query.nodes') continue;
      const [type = '', field = ''] = coordinate.split('.');
      const found = (api.getType(type) as GraphQLObjectType | undefined)?.getFields()[field];
      expect([coordinate, found?.description]).toEqual([coordinate, description]);
    }
  });

  it('keeps that exactly one of the ways to name something is given', () => {
    for (const input of ['ArticleBy', 'ConceptBy', 'ReadBy'])
      expect(supergraphSdl).toMatch(new RegExp(`input ${input}\\s+@join__type\\(graph: \\w+\\)\\s+@oneOf`));
  });

  it('would not be composed without what is said of `PageInfo`, `node` and the name of a section', () => {
    const without = (mark: string, kept: string) => {
      const spoiled = subgraphSdl(typeDefs).replace(mark, kept);
      return composed(spoiled).errors?.map(({ message }) => message.split(' is resolved')[0]);
    };
    expect(without('PageInfo @shareable', 'PageInfo')).toContain('Non-shareable field "PageInfo.hasNextPage"');
    expect(without('): Node @inaccessible @shareable', '): Node @inaccessible')).toEqual(['Non-shareable field "Query.node"']);
    const [section = ''] = /^type Section [\s\S]*?@shareable$/m.exec(subgraphSdl(typeDefs)) ?? [];
    expect(without(section, section.replace(/ @shareable$/, ''))).toEqual(['Non-shareable field "Section.name"']);
  });

  it('would be hinted at where the two describe one thing differently', () => {
    const described = READS_SDL.replace('type PageInfo', '"Other words."\ntype PageInfo');
    expect(composed(undefined, described).hints?.map(({ definition }) => definition.code)).toEqual(['INCONSISTENT_DESCRIPTION']);
  });
});

describe('what a router is told', () => {
  it('gives a key to everything that has an id of its own', () => {
    const contract = buildSchema(typeDefs);
    const nodes = contract.getPossibleTypes(contract.getType('Node') as GraphQLInterfaceType).map(({ name }) => name);
    expect(nodes.length).toBeGreaterThan(5);
    expect(nodes.sort()).toEqual(
      Object.keys(ENTITY_KEYS)
        .filter((type) => ENTITY_KEYS[type as EntityType] === 'id')
        .sort(),
    );
  });

  it('is the contract, and which types have which key', () => {
    const said = subgraphSdl(typeDefs);
    for (const [type, key] of Object.entries(ENTITY_KEYS))
      expect(said).toMatch(new RegExp(`^type ${type}( implements [\\w &]+)? @key\\(fields: "${key}"\\) \\{$`, 'm'));
    const marks = / (@key\(fields: "\w+"\)|@inaccessible @shareable|@shareable)(?=( \{)?$)/gm;
    expect(said.replace(/[\s\S]*?directive @oneOf on INPUT_OBJECT\n\n/, '').replace(marks, '')).toBe(typeDefs);
  });

  it('is not in the contract', () => {
    expect(typeDefs).not.toMatch(/@key|@shareable|@inaccessible|@link|_entities|_service|_Any/);
  });

  it('names no type or field that the contract does not have', () => {
    expect(() => subgraphSdl('type Query { site: String }')).toThrow(/^The contract has no NewsArticle, .*Query\.nodes$/);
  });
});
