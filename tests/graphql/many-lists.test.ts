import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContext } from '../../lambda/graphql/context.ts';
import { buildServer } from '../../lambda/graphql/server.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, at, idOf } from '../support/article.ts';
import { type Ask, askHandler, SITE } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const LISTS = 30;
const BROKEN = 17;

let local: LocalTable;
let ask: Ask;
beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  for (let number = 0; number < LISTS; number += 1)
    await pushArticle(local.table, anArticle({ id: `in ${number}`, section: `Section ${number}` }), at('06:00'));
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

/** An entity that nothing can be asked of. */
function brokenEntity<One extends object>(entity: One): One {
  return new Proxy(entity, {
    get(target, name) {
      if (name === 'build') throw new Error('this entity is broken');
      return Reflect.get(target, name);
    },
  });
}

/** A front as a front end may build it by itself: thirty lists under names of their own in one request. */
const QUERY = `{ ${Array.from(
  { length: LISTS },
  (_, number) => `list${number}: section(slug: "section-${number}") { articles(first: 5) { edges { node { id headline } } } }`,
).join('\n')} }`;

type Lists = Record<string, { articles: { edges: { node: { id: string } }[] } | null }>;

describe('thirty lists in one request', () => {
  it('are all answered', async () => {
    const { data, errors } = await ask<Lists>(QUERY);
    expect(errors).toBeUndefined();
    expect(
      Object.values(data).map((section, number) => section.articles?.edges.map(({ node }) => node.id)[0] === idOf(`in ${number}`)),
    ).toEqual(Array.from({ length: LISTS }, () => true));
  });

  it('keep their headlines while the articles themselves cannot be read', async () => {
    const table = { ...local.table, versionHead: brokenEntity(local.table.versionHead) };
    const contextValue = requestContext(table, { site: SITE, clock: at('08:00') });
    const server = buildServer({ stage: 'prod', log: () => {} });
    const query =
      '{ section(slug: "section-1") { articles { edges { node { headline(role: SHORT) links: contributions { links { url } } } } } } }';
    const { body } = await server.executeOperation({ query }, { contextValue });
    expect(JSON.parse(JSON.stringify(body))).toMatchObject({
      singleResult: { data: { section: { articles: { edges: [{ node: { headline: 'Headline of in 1', links: [] } }] } } } },
    });
    expect(contextValue.mended.map(String)).toEqual(['Error: this entity is broken']);
  });

  it('leave twenty-nine standing when one fails, and say which, and not why', async () => {
    const damaged = { pk: `SECTION#section-${BROKEN}`, sk: `A#${at('06:00')}#${idOf('another')}`, e: 'Nobody' }; // no kind of item that we know
    await local.table.client.send(new PutCommand({ TableName: local.tableName, Item: damaged }));
    const { data, errors } = await ask<Lists>(QUERY);
    expect(
      Object.entries(data)
        .filter(([, { articles }]) => articles === null)
        .map(([name]) => name),
    ).toEqual([`list${BROKEN}`]);
    expect(Object.values(data).filter(({ articles }) => articles?.edges.length === 1)).toHaveLength(LISTS - 1);
    expect(errors).toEqual([
      {
        ...{
          message: 'Something went wrong on our side',
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
          path: [`list${BROKEN}`, 'articles'],
        },
        locations: expect.anything(),
      },
    ]);
  });
});
