/** What typed clients and their caches need of the schema, of the documents and of the page that explains them. */
import { globSync, readFileSync } from 'node:fs';
import {
  buildASTSchema,
  concatAST,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentNames } from '../support/pages.ts';

const ROOT = `${import.meta.dirname}/../..`;
const read = (file: string) => readFileSync(`${ROOT}/${file}`, 'utf8');
const schema = buildASTSchema(concatAST(globSync('schema/*.graphql', { cwd: ROOT }).map((file) => parse(read(file)))));
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const isA = (object: GraphQLObjectType, name: string) => object.getInterfaces().some((one) => one.name === name);

describe('the schema', () => {
  it('calls nothing an id that is not one all over the graph: caches keep everything with an id under it', () => {
    const withId = objects.filter((object) => object.getFields().id);
    expect(withId.length).toBeGreaterThan(10);
    expect(withId.filter((object) => !isA(object, 'Node') && !isA(object, 'Block')).map(({ name }) => name)).toEqual([]);
    expect(withId.filter((object) => `${object.getFields().id?.type}` !== 'ID!').map(({ name }) => name)).toEqual([]);
  });

  it('gives a field of one name one type in all kinds of block, so that one document can ask for it in each', () => {
    const types = new Map<string, Set<string>>();
    for (const block of objects.filter((object) => isA(object, 'Block'))) {
      for (const { name, type } of Object.values(block.getFields())) types.set(name, (types.get(name) ?? new Set()).add(`${type}`));
    }
    expect(types.get('marks')).toEqual(new Set(['[Mark!]!']));
    expect([...types].filter(([, found]) => found.size > 1)).toEqual([]);
  });
});

describe('the documents of pages', () => {
  it.each(documentNames)('%s asks for __typename wherever it tells kinds of answer apart', (name) => {
    const typeInfo = new TypeInfo(schema);
    const untold: string[] = [];
    const visitor = visitWithTypeInfo(typeInfo, {
      SelectionSet({ selections }) {
        const type = getNamedType(typeInfo.getParentType());
        const tellsApart = selections.some(
          (one) => one.kind === Kind.INLINE_FRAGMENT && one.typeCondition && one.typeCondition.name.value !== type?.name,
        );
        const asks = selections.some((one) => one.kind === Kind.FIELD && one.name.value === '__typename');
        if (isAbstractType(type) && tellsApart && !asks) untold.push(type.name);
      },
    });
    visit(parse(read(`examples/${name}.graphql`)), visitor);
    expect(untold).toEqual([]);
  });
});

describe('docs/clients.md', () => {
  const page = read('docs/clients.md');

  it('shows code that stands in files which are compiled and run', () => {
    const shown = [...page.matchAll(/`(tests\/clients\/[\w.-]+)`[^\n]*\n\n```ts\n(.*?)```/gs)];
    expect(shown.length).toBe(page.match(/```ts\n/g)?.length);
    expect(shown.length).toBeGreaterThan(3);
    for (const [, file = '', code = ''] of shown) expect(read(file), file).toContain(code);
  });

  it('names packages in the versions that are installed', () => {
    const { devDependencies, dependencies } = JSON.parse(read('package.json'));
    const named = [...page.matchAll(/ (@?[\w/-]+)@(\d+(?:\.\d+)*)\b/g)];
    expect(named.length).toBeGreaterThan(5);
    for (const [, name = '', version = ''] of named) {
      if (name === '@graphql-codegen/cli') continue; // the command; here `npm run codegen` does its work
      expect({ ...devDependencies, ...dependencies }[name], name).toBe(version);
    }
  });
});
