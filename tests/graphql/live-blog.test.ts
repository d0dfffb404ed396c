import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partId, postKey } from '../../lambda/domain/identity.ts';
import type { ReaderAccess } from '../../lambda/domain/paywall.ts';
import { requestContext } from '../../lambda/graphql/context.ts';
import { readerToken } from '../../lambda/graphql/reader-token.ts';
import { buildServer } from '../../lambda/graphql/server.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type ArticleWish, anArticle, aPerson, aPost, at, idOf, LIVE } from '../support/article.ts';
import { type Answer, SITE } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
const server = buildServer({ stage: 'dev', log: () => {} });
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

const push = (wish: ArticleWish, now: string) => pushArticle(local.table, anArticle({ liveBlog: LIVE, ...wish }), at(now));
const postId = (article: string, post: string) => partId('u', idOf(article), postKey(post));
const example = (name: string) => readFileSync(`${import.meta.dirname}/../../examples/${name}.graphql`, 'utf8');

const IN_2099 = Date.UTC(2099, 0, 1) / 1000; // seconds

/** Asks the server at a clock, as a reader with that access. */
async function ask<Data>(
  query: string,
  { clock, access = 'FREE', ...variables }: { clock: string; access?: ReaderAccess } & Record<string, unknown>,
): Promise<Answer<Data>> {
  const reader = access === 'FREE' ? {} : { reader: { token: readerToken('secret', IN_2099), secrets: ['secret'] } };
  const contextValue = requestContext(local.table, { site: SITE, clock: at(clock), ...reader });
  const { body } = await server.executeOperation({ query, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('One answer was expected');
  const { data, errors, extensions } = JSON.parse(JSON.stringify(body.singleResult));
  return { data, ...(errors ? { errors } : {}), extensions };
}

type Post = { id: string; headline: string | null; blocks: { id: string; html: string }[]; isTruncated: boolean };
type Page = { edges: { cursor: string; node: Post }[]; pageInfo: { hasNextPage: boolean; startCursor: string | null } };
type Blog = { article: { id: string; liveBlog: { isLive: boolean; pinned: Post[]; keyEvents: Post[]; posts: Page } | null } };

describe('the page of a live blog', () => {
  it('is one request of five calls, with all that a reader sees first', async () => {
    const contributions = [{ role: 'AUTHOR', person: aPerson('Ona Pell'), links: [{ name: 'Site', url: null }], note: 'At sea.' }] as const;
    const posts = [
      aPost('pinned', { datePublished: at('04:00'), isPinned: true, headline: 'What we know' }),
      ...Array.from({ length: 25 }, (_, turn) => aPost(`post ${turn}`, { datePublished: at(`05:${10 + turn}`) })),
      aPost('key', {
        datePublished: at('05:50'),
        isKeyEvent: true,
        contributions: contributions.map((one) => ({ ...one, links: [...one.links] })),
      }),
    ];
    await push(
      { id: 'page', path: '/world/page', paragraphs: ['It began at night.'], posts, liveBlog: { ...LIVE, starts: at('03:00') } },
      '06:00',
    );
    const { data, errors, extensions } = await ask<Blog>(example('live-blog'), { clock: '06:00', path: '/world/page' });
    expect(errors).toBeUndefined();
    const { liveBlog } = data.article;
    expect(liveBlog).toMatchObject({ isLive: true, coverageStartTime: at('03:00'), coverageEndTime: null });
    expect(liveBlog?.pinned.map(({ headline }) => headline)).toEqual(['What we know']);
    expect(liveBlog?.keyEvents.map(({ id }) => id)).toEqual([postId('page', 'key')]);
    expect([liveBlog?.posts.edges.length, liveBlog?.posts.pageInfo.hasNextPage]).toEqual([20, true]);
    expect(liveBlog?.posts.edges[0]?.node).toMatchObject({
      ...{ id: postId('page', 'key'), byline: null, isTruncated: false },
      contributions: [{ role: 'AUTHOR', person: { name: 'Ona Pell' } }],
      blocks: [{ __typename: 'Paragraph', html: '<p>Words of key.</p>' }],
    });
    expect(extensions?.cost.calls).toBe(5); // path, article with body, pinned, key events, posts
  });

  it('says what a contributor says of themselves in that post, not in the article', async () => {
    const contribution = {
      role: 'AUTHOR',
      person: aPerson('Ona Pell'),
      links: [{ name: 'Site', url: 'https://ona.example' }],
      note: 'At sea.',
    } as const;
    const posts = [aPost('a', { contributions: [{ ...contribution, links: [...contribution.links] }] })];
    await push({ id: 'who', posts, contributions: [{ ...contribution, links: [], note: 'Another note' }] }, '06:00');
    const query =
      'query ($id: ID!) { node(id: $id) { ... on LivePost { contributions { note links { name url } } isPartOf { contributions { note } } } } }';
    expect((await ask(query, { clock: '06:00', id: postId('who', 'a') })).data).toEqual({
      node: {
        contributions: [{ note: 'At sea.', links: [{ name: 'Site', url: 'https://ona.example' }] }],
        isPartOf: { contributions: [{ note: 'Another note' }] },
      },
    });
  });

  it('gives blocks ids of their own, also where posts and body say the same', async () => {
    const text = 'The same words.';
    await push({ id: 'same', paragraphs: [text], posts: [aPost('a', { text }), aPost('b', { text })] }, '06:00');
    const query =
      'query ($id: ID!) { article(by: { id: $id }) { ... on NewsArticle { body { blocks { id } } liveBlog { posts { edges { node { id blocks { id } } } } } } } }';
    const { data } = await ask<{ article: { body: { blocks: { id: string }[] }; liveBlog: { posts: Page } } }>(query, {
      clock: '06:00',
      id: idOf('same'),
    });
    const blocks = [...data.article.body.blocks, ...data.article.liveBlog.posts.edges.flatMap(({ node }) => node.blocks)];
    expect([blocks.length, new Set(blocks.map(({ id }) => id)).size]).toEqual([3, 3]);
  });

  it('has no coverage where the article is no live blog', async () => {
    await push({ id: 'plain', liveBlog: null }, '06:00');
    const query = 'query ($id: ID!) { article(by: { id: $id }) { ... on NewsArticle { id liveBlog { isLive } } } }';
    const { data, extensions } = await ask<Blog>(query, { clock: '06:00', id: idOf('plain') });
    expect([data.article.liveBlog, extensions?.cost.calls]).toEqual([null, 1]);
  });

  it.each([
    ['keyEvents(first: 0) { id }', 'A page holds 1 to 100 items, not 0'],
    ['keyEvents(first: 101) { id }', 'A page holds 1 to 100 items, not 101'],
    ['posts(after: "QSNub3RoaW5n") { pageInfo { hasNextPage } }', 'This cursor is not one that this list gave out'],
    ['posts(first: 5, before: "x") { pageInfo { hasNextPage } }', '`after` goes with `first`, `before` with `last`'],
  ])('refuses %s', async (field, message) => {
    await push({ id: 'refusing', posts: [aPost('a')] }, '06:00');
    const query = `query ($id: ID!) { article(by: { id: $id }) { ... on NewsArticle { liveBlog { ${field} } } } }`;
    const { errors } = await ask(query, { clock: '06:00', id: idOf('refusing') });
    expect(errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([['INVALID_PAGE', message]]);
  });
});

describe('the poll of open pages', () => {
  it('answers in two calls what came since, newest first, and what a waiting version brings not before its moment', async () => {
    await push({ id: 'poll', version: 1, path: '/world/poll', posts: [aPost('a')] }, '06:00');
    const page = await ask<Blog>(example('live-blog'), { clock: '06:00', path: '/world/poll' });
    const newest = page.data.article.liveBlog?.posts.edges[0]?.cursor;
    const poll = async (clock: string) => {
      const { data, errors, extensions } = await ask<Blog>(example('live-blog-poll'), { clock, id: idOf('poll'), newest });
      expect([errors, extensions?.cost.calls]).toEqual([undefined, 2]);
      return data.article.liveBlog?.posts.edges.map(({ node }) => node.id);
    };
    expect(await poll('06:30')).toEqual([]);
    await push({ id: 'poll', version: 2, path: '/world/poll', posts: [aPost('a'), aPost('b')] }, '07:00');
    expect(await poll('07:00')).toEqual([postId('poll', 'b')]);
    const third = [aPost('a'), aPost('b'), aPost('c')];
    await push({ id: 'poll', version: 3, path: '/world/poll', posts: third, embargoedUntil: at('10:00') }, '08:00');
    expect(await poll('09:59:59.999')).toEqual([postId('poll', 'b')]);
    expect(await poll('10:00')).toEqual(['c', 'b'].map((id) => postId('poll', id)));
  });
});

describe('a post as a node', () => {
  const NODES = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on LivePost { text isPartOf { headline } } } }';

  it('is found with others in one call for all posts and one for each article', async () => {
    for (const id of ['n1', 'n2']) await push({ id, posts: [aPost('a'), aPost('b')] }, '06:00');
    const ids = [
      postId('n1', 'a'),
      idOf('n2'),
      postId('n2', 'b'),
      postId('n1', 'nowhere'),
      postId('n1', 'b'),
      postId('unknown', 'a'),
      postId('n1', 'a'),
    ];
    const { data, errors, extensions } = await ask<{ nodes: ({ __typename: string; id: string; text?: string } | null)[] }>(NODES, {
      clock: '06:00',
      ids,
    });
    expect(errors).toBeUndefined();
    expect(data.nodes.map((node) => node && [node.__typename, node.id])).toEqual([
      ['LivePost', ids[0]],
      ['NewsArticle', ids[1]],
      ['LivePost', ids[2]],
      null,
      ['LivePost', ids[4]],
      null,
      ['LivePost', ids[0]],
    ]);
    expect(data.nodes[2]?.text).toBe('Words of b.');
    expect(extensions?.cost.calls).toBe(5); // teasers, three articles of which one is not there, all posts
  });

  it('is there from its moment to the millisecond, gone with its article, and leaves no word behind', async () => {
    const posts = [aPost('a', { text: 'SECRET words', headline: 'SECRET' })];
    await push({ id: 'waiting', version: 1, posts, embargoedUntil: at('10:00') }, '06:00');
    const query = 'query ($id: ID!) { node(id: $id) { id ... on LivePost { headline text } } }';
    const id = postId('waiting', 'a');
    const early = await ask(query, { clock: '09:59:59.999', id });
    const never = await ask(query, { clock: '09:59:59.999', id: postId('unknown', 'a') });
    expect(early).toEqual(never);
    expect((await ask(query, { clock: '10:00', id })).data).toEqual({ node: { id, headline: 'SECRET', text: 'SECRET words' } });
    await push({ id: 'waiting', version: 2, status: 'CANCELED' }, '11:00');
    for (const asked of [query, NODES]) {
      const { data, errors } = await ask(asked, { clock: '11:00', id, ids: [id] });
      expect([JSON.stringify(data), errors]).toEqual([asked === query ? '{"node":null}' : '{"nodes":[null]}', undefined]);
    }
  });
});

describe('posts of an article that is not free', () => {
  it('show readers who have not paid their headline and dates, and no word more, wherever they are asked for', async () => {
    const posts = [aPost('a', { headline: 'Gate opens', text: 'PAID words', isKeyEvent: true, isPinned: true })];
    await push({ id: 'paid', posts, isAccessibleForFree: false, paragraphs: ['PAID body'] }, '06:00');
    const fields = 'headline datePublished html text blocks { html } isTruncated';
    const query = `query ($id: ID!, $post: ID!) {
      article(by: { id: $id }) { ... on NewsArticle { liveBlog { pinned { ${fields} } keyEvents { ${fields} } posts { edges { node { ${fields} } } } } } }
      node(id: $post) { ... on LivePost { ${fields} } }
      nodes(ids: [$post]) { ... on LivePost { ${fields} } } }`;
    const asked = { clock: '06:00', id: idOf('paid'), post: postId('paid', 'a') };
    const free = JSON.stringify((await ask(query, asked)).data);
    expect(free).not.toContain('PAID');
    expect(
      free.match(/"headline":"Gate opens","datePublished":"[^"]+","html":"","text":"","blocks":\[\],"isTruncated":true/g),
    ).toHaveLength(5);
    const whole = JSON.stringify((await ask(query, { ...asked, access: 'SUBSCRIBER' })).data);
    expect(whole.match(/"text":"PAID words","blocks":\[{"html":"<p>PAID words<\/p>"}\],"isTruncated":false/g)).toHaveLength(5);
  });
});
