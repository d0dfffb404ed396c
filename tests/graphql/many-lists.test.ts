import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, at, idOf } from '../support/article.ts';
import { type Ask, askHandler } from '../support/graphql.ts';
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
