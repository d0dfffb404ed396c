import { readFileSync } from 'node:fs';
import type { NormalizedCacheObject } from '@apollo/client';
import { type DocumentNode, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BlockContent, PLAIN_IMAGE } from '../../lambda/domain/body.ts';
import { parseInstant } from '../../lambda/domain/instant.ts';
import { type HttpHandler, startGateway } from '../../lambda/local/gateway.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, at } from '../support/article.ts';
import { askHandler } from '../support/graphql.ts';
import { documentNames, PAGES } from '../support/pages.ts';
import { ingestSamples } from '../support/samples.ts';
import { startLocalTable } from '../support/table.ts';
import { openApollo } from './apollo.ts';
import { articlePage } from './article-page.ts';
import { ask } from './ask.ts';
import * as apolloDocuments from './generated/apollo.ts';
import * as fetchDocuments from './generated/fetch.ts';

const ROOT = `${import.meta.dirname}/../..`;
const LONG_PIECE = '/politics/2026/11/the-gate-that-passed';
const KESSELWERKE = '/business/2026/10/kesselwerke-to-cut-640-jobs-as-drennia-withholds-payment';

const scope = new AsyncDisposableStack();
let url: string;
beforeAll(async () => {
  const local = scope.use(await startLocalTable());
  await askHandler(local); // tells the handler of its table
  const { handler } = await import('../../lambda/graphql/handler.ts');
  ({ url } = scope.use(await startGateway({ functions: { 'ANY /graphql': handler as HttpHandler }, port: 0 })));
  url += '/graphql';
  await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  const push = (wish: Parameters<typeof anArticle>[0], time: string) => pushArticle(local.table, anArticle(wish), at(time));
  const image = { ...PLAIN_IMAGE, url: 'https://img.example/harbour.jpg', alternativeText: 'A harbour' };
  const blocks: BlockContent[] = [
    { kind: 'Paragraph', text: 'Before the pictures.', marks: [] },
    { kind: 'ImageBlock', image: { ...image, width: 1600, height: 900 } },
    { kind: 'ImageBlock', image },
    { kind: 'Heading', text: 'After the pictures', marks: [], level: 2 },
  ];
  await push({ id: 'pictures', path: '/world/pictures', blocks }, '06:00');
  await push({ id: 'moved', path: '/world/before' }, '06:00');
  await push({ id: 'moved', path: '/world/behind', version: 2 }, '07:00');
  await push({ id: 'gone', path: '/world/gone' }, '06:00');
  await push({ id: 'gone', version: 2, status: 'CANCELED' }, '07:00');
}, 120_000);
afterAll(() => scope.disposeAsync());

/** A document without its types: what the tests that go through all of them see. */
type Variables = Record<string, unknown>;
type AnyFetchDocument = fetchDocuments.TypedDocumentString<unknown, Variables>;

/** What was written for the one operation of a file in examples/. */
function documentsOf(name: string): { forFetch: AnyFetchDocument; forApollo: DocumentNode } {
  const { definitions } = parse(readFileSync(`${ROOT}/examples/${name}.graphql`, 'utf8'));
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  expect(operations, 'a file is one request').toHaveLength(1);
  const exported = `${operations[0]?.name?.value}Document`;
  expect(fetchDocuments, 'written by `npm run codegen`').toHaveProperty(exported);
  expect(apolloDocuments, 'written by `npm run codegen`').toHaveProperty(exported);
  return {
    forFetch: (fetchDocuments as Variables)[exported] as AnyFetchDocument,
    forApollo: (apolloDocuments as Variables)[exported] as DocumentNode,
  };
}

/** Apollo asks for `__typename` everywhere, fetch only where the document does. */
function withoutTypenames(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer), (key, value) => (key === '__typename' ? undefined : value));
}

/** What a reader could open: the documents of all pages, and every article of the newsroom by its path. */
async function everyPage(): Promise<{ name: string; variables: Variables }[]> {
  type Paths = { latest: { edges: { node: { path: string } }[] } };
  const paths = new fetchDocuments.TypedDocumentString<Paths, Variables>('{ latest(first: 100) { edges { node { path } } } }');
  const { data } = await ask(url, paths);
  const articles = data?.latest.edges.map(({ node: { path } }) => ({ name: 'article', variables: { path } })) ?? [];
  expect(articles.length).toBeGreaterThan(30);
  return [...documentNames.map((name) => ({ name, variables: PAGES[name]?.variables ?? {} })), ...articles];
}

describe('every document of a page', () => {
  it.each(documentNames)('%s is answered to both clients, and with the same words', async (name) => {
    expect(PAGES, 'its variables stand in tests/support/pages.ts').toHaveProperty([name]);
    const { variables = {} } = PAGES[name] ?? {};
    const { forFetch, forApollo } = documentsOf(name);
    const answer = await ask(url, forFetch, variables);
    expect(answer).not.toHaveProperty('errors');
    const { data } = await openApollo(url).query({ query: forApollo, variables });
    expect(withoutTypenames(data)).toEqual(withoutTypenames(answer.data));
  });
});

describe('the plain client', () => {
  it('shows an article by the types of its blocks, and says in statuses where it moved and that it is gone', async () => {
    const page = await articlePage(url, '/world/pictures');
    expect(page).toMatchObject({ status: 200, title: 'Headline of pictures', lang: 'en' });
    const lines = 'html' in page ? page.html.split('\n') : [];
    expect(lines).toEqual([
      expect.stringMatching(/^<div id="[\w-]+"><p>Before the pictures\.<\/p><\/div>$/),
      expect.stringMatching(/^<div style="aspect-ratio: 1600 \/ 900"><figure>.*<\/figure><\/div>$/),
      expect.stringMatching(/^<figure>.*<\/figure>$/), // its size is not known
      '<h2>After the pictures</h2>',
    ]);
    expect(await articlePage(url, '/world/before')).toEqual({ status: 301, location: '/world/behind' });
    expect(await articlePage(url, '/world/gone')).toEqual({ status: 410 });
    expect(await articlePage(url, '/world/nothing')).toEqual({ status: 404 });
  });

  it('finds the words of a quotation in the block in which they stand', async () => {
    const { data } = await ask(url, fetchDocuments.ArticleDocument, { path: KESSELWERKE });
    if (data?.article?.__typename !== 'NewsArticle') throw new Error('no article');
    const { body, quotations } = data.article;
    const found = quotations?.flatMap(({ text, blockId, start, end }) => {
      const block = body?.blocks.find(({ id }) => id === blockId);
      return block?.__typename === 'Paragraph' ? [{ text, said: block.text.slice(start, end) }] : [];
    });
    expect(found?.length).toBeGreaterThan(3);
    for (const { text, said } of found ?? []) expect(said).toBe(text);
  });

  it('hands out an error with its code and its place, beside what was found', async () => {
    const { data, errors } = await ask(url, fetchDocuments.SectionDocument, { slug: 'world', after: 'no cursor' });
    expect(data?.section?.name).toBe('World');
    expect(data?.section?.articles).toBeNull();
    expect(errors).toMatchObject([{ path: ['section', 'articles'], extensions: { code: 'INVALID_PAGE' } }]);
  });

  it('does not compile with variables of another document, or without those that are needed', () => {
    const wrong = () => [
      // @ts-expect-error: the document needs a path
      ask(url, fetchDocuments.ArticleDocument),
      // @ts-expect-error: which is no slug
      ask(url, fetchDocuments.ArticleDocument, { slug: 'world' }),
      // @ts-expect-error: ids are texts
      ask(url, fetchDocuments.SearchHitsDocument, { ids: [1] }),
    ];
    expect(wrong).toBeTypeOf('function'); // compiled, never called
  });
});

describe('the client with a cache', () => {
  it('keeps an article once, for the list, its own page and a card by its id', async () => {
    const apollo = openApollo(url);
    const { data: page } = await apollo.query({ query: apolloDocuments.ArticleDocument, variables: { path: LONG_PIECE } });
    await apollo.query({ query: apolloDocuments.FrontDocument });
    await apollo.query({ query: apolloDocuments.SectionDocument, variables: { slug: 'politics' } });
    if (page?.article?.__typename !== 'NewsArticle') throw new Error('no article');
    const { id } = page.article;

    const kept = Object.entries(apollo.cache.extract() as NormalizedCacheObject).filter(([, object]) => object?.id === id);
    expect(kept.map(([key]) => key)).toEqual([`NewsArticle:${id}`]);

    const card = { id: `NewsArticle:${id}`, fragment: apolloDocuments.CardFragmentDoc, fragmentName: 'Card' };
    expect(apollo.cache.readFragment(card)?.path).toBe(LONG_PIECE);
    apollo.cache.modify({ id: card.id, fields: { headline: () => 'Changed in one place' } });
    const section = apollo.readQuery({ query: apolloDocuments.SectionDocument, variables: { slug: 'politics' } });
    const listed = section?.section?.articles?.edges.find(({ node }) => node.id === id);
    expect(listed?.node.headline).toBe('Changed in one place');
  });

  it('knows the types behind interfaces and unions', async () => {
    const variables = { ids: PAGES['search-hits']?.variables?.ids as string[] };
    const { data } = await openApollo(url).query({ query: apolloDocuments.SearchHitsDocument, variables });
    const shown = data?.nodes.map((hit) => {
      switch (hit?.__typename) {
        case 'NewsArticle':
          return hit.headline;
        case 'Person':
          return hit.name; // asked of every Concept
        default:
          return hit;
      }
    });
    expect(shown).toEqual([expect.any(String), 'Ilse Marrin', null, 'The gate that passed']);
  });

  it('shows on every page, however many have been read before it, what this page was answered', async () => {
    const apollo = openApollo(url);
    const pages = await everyPage();
    const read = ({ name, variables }: (typeof pages)[number]) => apollo.query({ query: documentsOf(name).forApollo, variables });
    for (const page of pages) await read(page);
    for (const page of pages) {
      const { data } = await ask(url, documentsOf(page.name).forFetch, page.variables);
      expect(withoutTypenames((await read(page)).data), `${page.name} ${JSON.stringify(page.variables)}`).toEqual(withoutTypenames(data));
    }
  }, 120_000);
});
