import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../../lambda/domain/instant.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, aPerson, aQuotation, idOf } from '../support/article.ts';
import { type Ask, askHandler } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let ask: Ask;
const past = (day: string) => parseInstant(`2026-03-${day}T08:00:00Z`, 'test');
const push = (wish: Parameters<typeof anArticle>[0], day = '01') =>
  pushArticle(local.table, anArticle({ published: past(day), ...wish }), parseInstant('2026-04-01T00:00:00Z', 'test'));

beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
});
afterAll(() => local[Symbol.asyncDispose]());

describe('an article asked for through the handler', () => {
  it('answers head and body in one call by id, two by path', async () => {
    await push({ id: 'one', paragraphs: ['First.', 'Second '] });
    const fields = '... on NewsArticle { headline body { wordCount blocks { text html } } }';
    const byId = await ask(`query ($id: ID!) { article(by: { id: $id }) { ${fields} } }`, { id: idOf('one') });
    const byPath = await ask(`{ article(by: { path: "/world/one/" }) { ${fields} } }`);
    expect(byId.data).toEqual({
      article: {
        headline: 'Headline of one',
        body: {
          wordCount: 2,
          blocks: [
            { text: 'First.', html: '<p>First.</p>' },
            { text: 'Second ', html: '<p>Second </p>' },
          ],
        },
      },
    });
    expect(byPath.data).toEqual(byId.data);
    expect([byId.extensions?.cost, byPath.extensions?.cost.calls]).toEqual([{ calls: 1, units: 0.5 }, 2]);
  });

  it('gives each quotation its place in its block and its speaker as described', async () => {
    const text = 'It will rain, she said.';
    const quotation = aQuotation('It will rain', 'Ida Storm', { end: 12 });
    await push({ id: 'rain', paragraphs: [text], quotations: [quotation] }, '02');
    const { data } = await ask<{
      article: {
        body: { blocks: { id: string; text: string }[] };
        quotations: { text: string; blockId: string; start: number; end: number }[];
      };
    }>(
      `query ($id: ID!) { article(by: { id: $id }) { ... on NewsArticle {
        body { blocks { id text } }
        quotations { id text blockId start end assertedBy speaker { name jobTitle anonymous agent { __typename id name } } isPartOf { headline } } } } }`,
      { id: idOf('rain') },
    );
    const [said] = data.article.quotations;
    const block = data.article.body.blocks.find(({ id }) => id === said?.blockId);
    expect(block?.text.slice(said?.start, said?.end)).toBe(said?.text);
    expect(said).toMatchObject({
      text: 'It will rain',
      speaker: { name: 'Ida Storm', jobTitle: 'minister', agent: { __typename: 'Person', id: aPerson('Ida Storm').id } },
      isPartOf: { headline: 'Headline of rain' },
    });
  });

  it('finds a person by id and what they said, with the article in which it stands', async () => {
    await push({ id: 'wind', paragraphs: ['Storms'], quotations: [aQuotation('Storms', 'Owen Gale')] }, '03');
    const { data } = await ask(
      '{ node(id: "ID") { id ... on Person { name identity quotations { edges { node { text isPartOf { path } } } } } } }'.replace(
        'ID',
        aPerson('Owen Gale').id,
      ),
    );
    expect(data).toEqual({
      node: {
        id: aPerson('Owen Gale').id,
        name: 'Owen Gale',
        identity: 'NAME_ONLY',
        quotations: { edges: [{ node: { text: 'Storms', isPartOf: { path: '/world/wind' } } }] },
      },
    });
  });

  it('says where an article moved to, and that one was withdrawn', async () => {
    await push({ id: 'mover', path: '/old' }, '04');
    await push({ id: 'mover', version: 2, path: '/new' }, '04');
    await push({ id: 'gone' }, '05');
    await push({ id: 'gone', version: 2, status: 'CANCELED' }, '05');
    const { data } = await ask(`{
      moved: article(by: { path: "/old" }) { __typename ... on MovedArticle { path } }
      gone: article(by: { path: "/world/gone" }) { __typename ... on WithdrawnArticle { reason } }
      never: article(by: { path: "/never" }) { __typename } }`);
    expect(data).toEqual({
      moved: { __typename: 'MovedArticle', path: '/new' },
      gone: { __typename: 'WithdrawnArticle', reason: 'WITHDRAWN' },
      never: null,
    });
  });

  it('reads nothing but teasers for a list of twenty: one call, at most three units', async () => {
    for (let day = 1; day <= 24; day += 1) {
      await push(
        {
          id: `long ${day}`,
          section: 'Long',
          headline: `Headline ${'of many words '.repeat(8)}${day}`,
          standfirst: { text: 'A '.repeat(250), marks: [], quotation: null },
        },
        String(day).padStart(2, '0'),
      );
    }
    const { data, extensions } = await ask<{ latest: { edges: { node: { headline: string } }[] } }>(
      '{ latest(first: 20) { edges { node { headline kicker section { slug } datePublished } } } }',
    );
    expect(data.latest.edges).toHaveLength(20);
    expect(extensions?.cost.calls).toBe(1);
    expect(extensions?.cost.units).toBeLessThanOrEqual(3);
  });

  it('answers a bad cursor with a stable code and leaves the other fields standing', async () => {
    const { data, errors } = await ask('{ bad: latest(after: "x") { edges { cursor } } good: latest(first: 1) { edges { node { id } } } }');
    expect(errors).toMatchObject([{ path: ['bad'], extensions: { code: 'INVALID_PAGE' } }]);
    expect(data).toMatchObject({ bad: null, good: { edges: [{}] } });
  });
});
