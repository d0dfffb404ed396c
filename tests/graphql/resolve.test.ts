import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topSection } from '../../lambda/domain/article.ts';
import { authorPath, conceptPath } from '../../lambda/domain/site-paths.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import { anArticle, aPerson, at, idOf } from '../support/article.ts';
import { aContainer, aFront } from '../support/front.ts';
import { type Ask, askHandler } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let ask: Ask;
const author = aPerson('Ada Quill');
const mentioned = aPerson('Bo Late');

type Wish = Parameters<typeof anArticle>[0];
const push = (wish: Wish, now = '06:00') => pushArticle(local.table, anArticle(wish), at(now));

beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  const contributions = [{ role: 'AUTHOR' as const, person: author, links: [], note: null }];
  await push({ id: 'open', path: '/world/open', contributions, mentions: [mentioned] });
  await push({ id: 'moved', path: '/world/before' });
  await push({ id: 'moved', path: '/world/behind', version: 2 }, '07:00');
  await push({ id: 'gone', path: '/world/gone' });
  await push({ id: 'gone', version: 2, status: 'CANCELED' }, '07:00');
  await push({
    id: 'waits',
    path: '/world/waits',
    embargoedUntil: at('2099-01-01T00:00:00Z'),
    section: 'Waits',
    about: [aPerson('Wait Ing')],
  });
  await push({ id: 'sub', path: '/x', section: 'Europe' });
  await pushFront(local.table, aFront({ slug: 'home', containers: [aContainer('lead', ['open'])] }), at('06:00'));
  await pushFront(local.table, aFront({ slug: 'world', containers: [aContainer('lead', ['open'])] }), at('06:00'));
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

const RESOLVE = `query ($url: String!) { resolve(url: $url) { __typename
  ... on NewsArticle { id body { text } } ... on MovedArticle { path } ... on WithdrawnArticle { articleId reason }
  ... on Front { slug path } ... on Section { slug path } ... on Author { path person { name } } ... on Person { name } } }`;
const resolve = async (url: string) => {
  const { data, errors, extensions } = await ask<{ resolve: { __typename: string } | null }>(RESOLVE, { url });
  expect(errors).toBeUndefined();
  return { ...data.resolve, calls: extensions?.cost.calls };
};

describe('an address of the site', () => {
  it.each([
    ['an article, with its body', '/world/open', { __typename: 'NewsArticle', id: idOf('open'), body: { text: 'Words of open.' } }],
    ['where an article has moved to', '/world/before', { __typename: 'MovedArticle', path: '/world/behind' }],
    ['what was withdrawn', '/world/gone', { __typename: 'WithdrawnArticle', articleId: idOf('gone'), reason: 'WITHDRAWN' }],
    ['the front at the root', '/', { __typename: 'Front', slug: 'home', path: '/' }],
    ['a front before the section of its name', '/world', { __typename: 'Front', slug: 'world', path: '/world' }],
    ['a section', '/europe', { __typename: 'Section', slug: 'europe', path: '/europe' }],
    ['nothing, where nothing is', '/nothing/here', {}],
    ['nothing, where something waits', '/world/waits', {}],
    ['nothing, where a section waits', '/waits', {}],
  ])('leads to %s, at the same four calls', async (_, path, destination) => {
    expect(await resolve(`https://test.example${path}?from=feed#top`)).toEqual({ ...destination, calls: 4 });
  });

  it.each([
    ['an author', authorPath(author), { __typename: 'Author', path: authorPath(author), person: { name: 'Ada Quill' } }],
    ['nobody, who has written nothing', authorPath(mentioned), {}],
    ['nobody, whose article waits', authorPath(aPerson('Wait Ing')), {}],
  ])('leads to %s, at the same two calls', async (_, path, destination) => {
    expect(await resolve(path)).toEqual({ ...destination, calls: 2 });
  });

  it('leads to a concept', async () => {
    expect(await resolve(conceptPath(mentioned))).toMatchObject({ __typename: 'Person', name: 'Bo Late' });
    expect(await resolve(conceptPath(aPerson('Wait Ing')))).not.toHaveProperty('__typename');
  });

  it('of another site leads nowhere, and costs nothing', async () => {
    expect(await resolve('https://other.example/world/open')).toEqual({ calls: 0 });
  });
});

describe('sections', () => {
  it('know those that they belong to, and those that belong to them', async () => {
    const europe = { slug: 'north', name: 'North', parents: [{ slug: 'far', name: 'Far' }] };
    const article = anArticle({ id: 'north', path: '/far/north/story' });
    await pushArticle(local.table, { ...article, story: { ...article.story, section: europe } } as typeof article, at('08:00'));
    const { data } = await ask(`{
      north: section(slug: "north") { name path parent { name path parent { name } children { slug } } children { slug } articles { edges { node { id } } } }
      far: section(slug: "far") { path parent { name } children { name } articles { edges { node { id section { slug } } } } }
      resolve(url: "/far/north") { ... on Section { name } }
    }`);
    expect(data).toEqual({
      north: {
        ...{ name: 'North', path: '/far/north', parent: { name: 'Far', path: '/far', parent: null, children: [{ slug: 'north' }] } },
        ...{ children: [], articles: { edges: [{ node: { id: idOf('north') } }] } },
      },
      far: {
        ...{ path: '/far', parent: null, children: [{ name: 'North' }] },
        articles: { edges: [{ node: { id: idOf('north'), section: { slug: 'north' } } }] },
      },
      resolve: { name: 'North' },
    });
    expect(topSection({ slug: 'far', name: 'Far' }).parents).toEqual([]);
  });

  it('are listed by name, and only those with something to read', async () => {
    const { data, extensions } = await ask<{ sections: { slug: string }[] }>('{ sections { slug } }');
    const slugs = data.sections.map(({ slug }) => slug);
    expect(slugs).toEqual([...slugs].sort());
    expect(slugs).toContain('world');
    expect(slugs).not.toContain('waits');
    expect(extensions?.cost.calls).toBe(1);
  });
});
