import { buildSchema, type GraphQLResolveInfo, graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selects } from '../../lambda/graphql/look-ahead.ts';

const schema = buildSchema('type Query { article: Article } type Article { id: ID body: Body } type Body { text: String }');

/** What the look-ahead saw when the document was executed. */
async function looked(source: string, variableValues: Record<string, unknown> = {}): Promise<boolean> {
  let seen: boolean | undefined;
  const rootValue = {
    article: (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
      seen = selects(info, new Set(['body']));
      return {};
    },
  };
  await graphql({ schema, source, rootValue, variableValues });
  if (seen === undefined) throw new Error('The document did not run');
  return seen;
}

describe('looking ahead for the body', () => {
  it.each([
    ['directly', '{ article { body { text } } }', true],
    ['not at all', '{ article { id } }', false],
    ['under an alias', '{ article { words: body { text } } }', true],
    ['behind an inline fragment', '{ article { ... on Article { body { text } } } }', true],
    ['behind named fragments', '{ article { ...A } } fragment A on Article { ...B } fragment B on Article { body { text } }', true],
    ['in another selection of the same field', '{ article { id } article { body { text } } }', true],
    ['left out by @skip', '{ article { body @skip(if: true) { text } id } }', false],
    ['left out by @include on a fragment', '{ article { ...A @include(if: false) id } } fragment A on Article { body { text } }', false],
  ])('finds it %s', async (_where, source, expected) => {
    expect(await looked(source)).toBe(expected);
  });

  it('follows variables in directives', async () => {
    const source = 'query ($full: Boolean!) { article { id body @include(if: $full) { text } } }';
    expect([await looked(source, { full: true }), await looked(source, { full: false })]).toEqual([true, false]);
  });
});
