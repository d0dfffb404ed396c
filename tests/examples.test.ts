import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../lambda/domain/instant.ts';
import { type Ask, askHandler } from './support/graphql.ts';
import { documentNames, PAGES } from './support/pages.ts';
import { ingestSamples } from './support/samples.ts';
import { type LocalTable, startLocalTable } from './support/table.ts';

const EXAMPLES = `${import.meta.dirname}/../examples`;

let local: LocalTable;
let ask: Ask;
beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  const outcomes = await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  expect(outcomes.filter(({ outcome }) => outcome !== 'ACCEPTED')).toEqual([]);
}, 120_000);
afterAll(() => local[Symbol.asyncDispose]());

const document = (name: string) => readFileSync(`${EXAMPLES}/${name}.graphql`, 'utf8');

describe('the documents of pages', () => {
  it('are all asked here', () => {
    expect(documentNames).toEqual(Object.keys(PAGES).sort());
  });

  it.each(Object.entries(PAGES))('%s is one request, without an error, within its calls', async (name, { variables, calls }) => {
    const { data, errors, extensions } = await ask(document(name), variables);
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
    expect(extensions?.cost.calls).toBeLessThanOrEqual(calls);
  });

  it('show a front whose containers are full, each article once', async () => {
    type Front = { front: { containers: { slug: string; items: { headline: string; isCurated: boolean; article: { id: string } }[] }[] } };
    const { data } = await ask<Front>(document('front'));
    const { containers } = data.front;
    expect(containers.map(({ slug, items }) => [slug, items.length])).toEqual([
      ...[
        ['lead', 5],
        ['down-the-sarrow', 4],
        ['world', 3],
        ['sport', 4],
      ], // as many as the front has room for
      ...[
        ['arabic', 3],
        ['latest', 8],
      ],
    ]);
    expect(containers[0]?.items.map(({ isCurated }) => isCurated)).toEqual([true, true, true, false, false]); // the fourth is yet to be written
    const ids = containers.flatMap(({ items }) => items.map(({ article }) => article.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('page through a section to its end without losing or repeating an article', async () => {
    type Section = { section: { articles: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } };
    const small = document('section').replace('first: 20', 'first: 3');
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Section } = await ask<Section>(small, { slug: 'politics', after });
      ids.push(...data.section.articles.edges.map(({ node }) => node.id));
      after = data.section.articles.pageInfo.hasNextPage ? data.section.articles.pageInfo.endCursor : null;
    } while (after);
    expect(ids.length).toBeGreaterThan(6);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('open a person who is quoted in several stories', async () => {
    type Person = { node: { name: string; quotations: { edges: { node: { isPartOf: { headline: string } } }[] } } };
    const { data } = await ask<Person>(document('person'), PAGES.person?.variables);
    expect(data.node.name).toBe('Ilse Marrin');
    expect(new Set(data.node.quotations.edges.map(({ node }) => node.isPartOf.headline)).size).toBeGreaterThan(1);
  });
});
