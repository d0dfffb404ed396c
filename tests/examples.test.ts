import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifiedConcept } from '../lambda/domain/concept.ts';
import { parseInstant } from '../lambda/domain/instant.ts';
import { pushArticle } from '../lambda/store/article-writes.ts';
import { anArticle, aPost, idOf, LIVE } from './support/article.ts';
import { type Ask, askHandler } from './support/graphql.ts';
import { ingestSamples } from './support/samples.ts';
import { type LocalTable, startLocalTable } from './support/table.ts';

const EXAMPLES = `${import.meta.dirname}/../examples`;
const LONG_PIECE = '/politics/2026/11/the-gate-that-passed';

/** What each page asks for, and the calls to DynamoDB that its one request may cost. */
const PAGES: Record<string, { variables?: Record<string, string>; calls: number }> = {
  front: { calls: 5 }, // the newest; two sections, each with its name and its list
  section: { variables: { slug: 'world' }, calls: 2 },
  article: { variables: { path: LONG_PIECE }, calls: 2 },
  'live-blog': { variables: { path: '/world/the-night-of-the-high-water' }, calls: 5 }, // path, article, pinned, key events, posts
  'live-blog-poll': { variables: { id: idOf('high water') }, calls: 2 },
  person: { variables: { id: identifiedConcept('Person', '', 'https://broadsheet.example/people/ilse-marrin').id }, calls: 2 },
};

/** The samples hold no live blog. */
const HIGH_WATER = anArticle({
  ...{ id: 'high water', path: '/world/the-night-of-the-high-water', liveBlog: LIVE },
  ...{ posts: [aPost('gates', { isPinned: true }), aPost('bridge', { isKeyEvent: true })], section: 'Floods' },
});

let local: LocalTable;
let ask: Ask;
beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  const outcomes = await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  await pushArticle(local.table, HIGH_WATER, parseInstant('2026-11-24T00:00:00Z', 'test'));
  expect(outcomes.filter(({ outcome }) => outcome !== 'ACCEPTED')).toEqual([]);
}, 120_000);
afterAll(() => local[Symbol.asyncDispose]());

const document = (name: string) => readFileSync(`${EXAMPLES}/${name}.graphql`, 'utf8');

describe('the documents of pages', () => {
  it('are all asked here', () => {
    expect(
      globSync(`${EXAMPLES}/*.graphql`)
        .map((file) => basename(file, '.graphql'))
        .sort(),
    ).toEqual(Object.keys(PAGES).sort());
  });

  it.each(Object.entries(PAGES))('%s is one request, without an error, within its calls', async (name, { variables, calls }) => {
    const { data, errors, extensions } = await ask(document(name), variables);
    expect(errors).toBeUndefined();
    expect(Object.values(data)).not.toContain(null);
    expect(extensions?.cost.calls).toBeLessThanOrEqual(calls);
  });

  it('show a front whose slots are filled', async () => {
    type Slot = { articles: { edges: unknown[] } };
    const { data } = await ask<{ latest: { edges: unknown[] }; world: Slot; culture: Slot }>(document('front'));
    expect([data.latest.edges.length, data.world.articles.edges.length, data.culture.articles.edges.length]).toEqual([8, 4, 4]);
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
