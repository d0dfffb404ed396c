import { parseFeed } from '@rowanmanning/feed-parser';
import type { Context } from 'aws-lambda';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockText } from '../../lambda/domain/body.ts';
import type { ConceptKind } from '../../lambda/domain/identity.ts';
import { instantOf, parseInstant } from '../../lambda/domain/instant.ts';
import { addressOf } from '../../lambda/domain/site.ts';
import type { Teaser } from '../../lambda/domain/teaser.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { listConcepts, listSections } from '../../lambda/store/concept-reads.ts';
import { listAbout, listContributions, listLatest, listSection } from '../../lambda/store/listing-reads.ts';
import type { Page, PageRequest } from '../../lambda/store/page.ts';
import { expectXml, type Got, get, parseSitemap } from '../support/feeds.ts';
import { type Answer, type Ask, askHandler, SITE } from '../support/graphql.ts';
import { ingestSamples } from '../support/samples.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const NOW = instantOf(Date.now());
const KINDS: ConceptKind[] = ['Person', 'Organization', 'Place', 'NewsEvent', 'Topic'];

/** A feed and the list that it is made of. */
type Expected = { address: string; list: (page: PageRequest) => Promise<Page<Teaser>> };

let local: LocalTable;
let ask: Ask;
let feeds: Expected[];
let articles: Teaser[];
beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  articles = await everything((page) => listLatest(local.table, null, NOW, page));
  feeds = await allFeeds();
}, 120_000);
afterAll(() => local[Symbol.asyncDispose]());

async function everything<Node>(read: (page: PageRequest) => Promise<Page<Node>>): Promise<Node[]> {
  const found: Node[] = [];
  for (let after: string | null = null; ; ) {
    const page: Page<Node> = await read({ first: 100, after });
    found.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage) return found;
    after = page.edges.at(-1)?.cursor ?? null;
  }
}

async function allFeeds(): Promise<Expected[]> {
  const { table } = local;
  const sections = await everything((page) => listSections(table, NOW, page));
  const concepts = (await Promise.all(KINDS.map((kind) => everything((page) => listConcepts(table, kind, null, NOW, page))))).flat();
  const authors = [...new Set(articles.flatMap(({ contributions = [] }) => contributions.map(({ person }) => person.id)))];
  return [
    { address: '/feeds/latest', list: (page) => listLatest(table, null, NOW, page) },
    ...sections.map(({ slug }) => ({
      address: `/feeds/sections/${encodeURIComponent(slug)}`,
      list: (page: PageRequest) => listSection(table, slug, NOW, page),
    })),
    ...concepts.map(({ id }) => ({ address: `/feeds/concepts/${id}`, list: (page: PageRequest) => listAbout(table, id, NOW, page) })),
    ...authors.map((id) => ({ address: `/feeds/authors/${id}`, list: (page: PageRequest) => listContributions(table, id, NOW, page) })),
  ];
}

const read = (address: string): Promise<Got> => get(local.table, NOW, address);

/** What both parsers found of an item. */
type Item = { id: string; title: string; link: string; published: string; content: string; language?: string };

async function withRssParser(xml: string): Promise<Item[]> {
  const { items } = await new RssParser<object, Record<string, string>>({
    customFields: { item: [['content:encoded', 'full']] },
  }).parseString(xml);
  return items.map((item) => ({
    ...{ id: item.guid ?? item.id ?? '', title: item.title ?? '', link: item.link ?? '', published: item.isoDate ?? '' },
    content: item.full ?? item.content ?? '',
  }));
}

function withFeedParser(xml: string): Item[] {
  return parseFeed(xml).items.map(({ id, title, url, published, content }) => ({
    ...{ id: id ?? '', title: title ?? '', link: url ?? '', published: published?.toISOString() ?? '', content: content ?? '' },
  }));
}

const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();

describe('the feeds of the samples', () => {
  it('are many', () => {
    expect(articles.length).toBeGreaterThan(40);
    expect(feeds.filter(({ address }) => address.includes('/authors/')).length).toBeGreaterThan(5);
    expect(feeds.length).toBeGreaterThan(100);
  });

  it.each(['rss', 'atom'])(
    'are read as %s by two parsers, which find the newest twenty of each list, in its order',
    async (kind) => {
      for (const { address, list } of feeds) {
        const { status, headers, body } = await read(`${address}.${kind}`);
        expect([status, headers['content-type']], address).toEqual([200, `application/${kind}+xml; charset=utf-8`]);
        expectXml(body);
        const expected = (await list({ first: 20 })).edges.map(({ node }) => ({
          id: `${SITE.url}/articles/${node.id}`,
          ...{ title: words(node.headline), link: addressOf(SITE, node.path) },
          published: kind === 'rss' ? node.datePublished.replace(/\.\d+Z/, '.000Z') : node.datePublished,
        }));
        for (const items of [await withRssParser(body), withFeedParser(body)]) {
          expect(
            items.map(({ id, title, link, published }) => ({ id, title: words(title), link, published })),
            address,
          ).toEqual(expected);
        }
      }
    },
    120_000,
  );

  it.each(['rss', 'atom'])('hold in %s all that everybody may read of each article, with addresses that lead somewhere', async (kind) => {
    const { body } = await read(`/feeds/latest.${kind}`);
    const items = await withRssParser(body);
    const others = withFeedParser(body);
    let withBody = 0;
    for (const [place, { id, content }] of items.entries()) {
      const found = await readArticleAt(local.table, id.split('/').at(-1) as never, NOW, { withBody: true });
      if (!found || !('head' in found) || !found.body) throw new Error(`${id} cannot be read`);
      const { head } = found;
      const shown = head.isAccessibleForFree ? found.body.blocks : found.body.blocks.slice(0, head.freeBlocks);
      if (shown.length === 0) continue; // parsers make up for it with what else they find
      expect(words(others[place]?.content ?? '')).toBe(words(content));
      const text = words(content.replace(/<[^>]+>/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)));
      for (const block of shown)
        if (block.kind === 'Paragraph') expect(text.replaceAll(' ', '')).toContain(blockText(block).replace(/\s/gu, ''));
      withBody += 1;
      expect(content).not.toMatch(/(href|src|poster)="\//);
    }
    expect(withBody).toBeGreaterThan(10);
  });

  it('name themselves, their page and when they changed', async () => {
    const section = articles[0]?.section;
    const rss = parseFeed((await read(`/feeds/sections/${section?.slug}.rss`)).body);
    const atom = parseFeed((await read(`/feeds/sections/${section?.slug}.atom`)).body);
    for (const [feed, kind] of [
      [rss, 'rss'],
      [atom, 'atom'],
    ] as const) {
      expect(feed).toMatchObject({
        ...{ title: `${section?.name} – The Test`, self: `${SITE.url}/feeds/sections/${section?.slug}.${kind}` },
        ...{ url: expect.stringContaining(`/${section?.slug}`), updated: expect.any(Date) },
      });
    }
  });

  it('are not there for whoever has written nothing', async () => {
    const writers = new Set(feeds.filter(({ address }) => address.includes('/authors/')).map(({ address }) => address.split('/').at(-1)));
    const [other] = (await everything((page) => listConcepts(local.table, 'Person', null, NOW, page))).filter(({ id }) => !writers.has(id));
    expect((await read(`/feeds/concepts/${other?.id}.rss`)).status).toBe(200);
    expect((await read(`/feeds/authors/${other?.id}.rss`)).status).toBe(404);
  });
});

type Export = { id: string; jsonLd: string; two: string; three: string; latest: string };
type Latest = { latest: { edges: { node: Export }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

describe('the exports of the samples', () => {
  it('are what the API answers, byte for byte, as the function gives them out', async () => {
    const { handler } = await import('../../lambda/feeds/handler.ts');
    const fetched = async (rawPath: string, schema?: string) => {
      const event = {
        ...{ rawPath, headers: {}, requestContext: { http: { method: 'GET' } } },
        ...(schema ? { queryStringParameters: { schema } } : {}),
      };
      const { statusCode, headers, body } = await handler(event, { getRemainingTimeInMillis: () => 120_000 } as Context);
      return [statusCode, headers?.['content-type'], body];
    };
    let seen = 0;
    for (let after: string | null = null; ; ) {
      const { data, errors }: Answer<Latest> = await ask<Latest>(
        `query Q($after: String) { latest(first: 20, after: $after) { pageInfo { hasNextPage endCursor }
          edges { node { id jsonLd two: ninjs(schema: V2_1) three: ninjs(schema: V3_0) latest: ninjs } } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      for (const { node } of data.latest.edges) {
        seen += 1;
        expect(await fetched(`/articles/${node.id}.jsonld`)).toEqual([200, 'application/ld+json', node.jsonLd]);
        const ninjs = `/articles/${node.id}.ninjs.json`;
        expect(await fetched(ninjs)).toEqual([200, 'application/json', node.latest]);
        expect(await fetched(ninjs, '3.1')).toEqual([200, 'application/json', node.latest]);
        expect(await fetched(ninjs, '3.0')).toEqual([200, 'application/json', node.three]);
        expect(await fetched(ninjs, '2.1')).toEqual([200, 'application/json', node.two]);
      }
      if (!data.latest.pageInfo.hasNextPage) break;
      after = data.latest.pageInfo.endCursor;
    }
    expect(seen).toBe(articles.length);
  }, 60_000);

  it('are answered by an error that nobody keeps when there is no time left to read', async () => {
    const { handler } = await import('../../lambda/feeds/handler.ts');
    const event = { rawPath: `/articles/${articles[0]?.id}.jsonld`, headers: {}, requestContext: { http: { method: 'GET' } } };
    const { statusCode, headers, body } = await handler(event, { getRemainingTimeInMillis: () => 0 } as Context);
    expect([statusCode, headers?.['cache-control'], headers?.['retry-after'], JSON.parse(body ?? '')]).toEqual([
      ...[503, 'no-store', '5'],
      { error: { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side' } },
    ]);
  });

  it('are in no other version of ninjs', async () => {
    const { status, headers, body } = await read(`/articles/${articles[0]?.id}.ninjs.json?schema=1.0`);
    expect([status, headers['cache-control'], JSON.parse(body)]).toEqual([
      400,
      'no-store',
      { error: { code: 'BAD_REQUEST', message: 'schema: ninjs is written as 2.1, 3.0, 3.1' } },
    ]);
  });
});

describe('the sitemaps of the samples', () => {
  it('hold every article once, in files that the index names, none of them empty', async () => {
    const index = parseSitemap((await read('/sitemap.xml')).body, 'sitemapindex').sitemap ?? [];
    expect(index.length).toBeGreaterThan(3);
    const found: string[] = [];
    for (const { loc } of index) {
      const { status, body } = await read(new URL(loc).pathname);
      expect(status, loc).toBe(200);
      const [, year, third] = /\/sitemaps\/(\d{4}-\d\d)-([123])\.xml$/.exec(loc) ?? [];
      const urls = parseSitemap(body, 'urlset').url ?? [];
      expect(urls.length, loc).toBeGreaterThan(0);
      for (const url of urls) {
        const article = articles.find(({ path }) => addressOf(SITE, path) === url.loc);
        const day = Number(article?.datePublished.slice(8, 10));
        expect([article?.datePublished.slice(0, 7), String(day <= 10 ? 1 : day <= 20 ? 2 : 3)], url.loc).toEqual([year, third]);
        expect(url.lastmod).toBe(article?.dateModified);
        found.push(url.loc);
      }
    }
    expect(found.sort()).toEqual(articles.map(({ path }) => addressOf(SITE, path)).sort());
  });

  it('of news hold what was published within two days, with what Google News asks for', async () => {
    const clock = parseInstant('2026-11-24T00:00:00Z', 'test');
    const { body } = await get(local.table, clock, '/sitemap-news.xml');
    const urls = parseSitemap(body, 'urlset').url ?? [];
    const expected = articles.filter(({ datePublished }) => datePublished >= '2026-11-22T00:00:00.000Z' && datePublished <= clock);
    expect(expected.length).toBeGreaterThan(2);
    expect(urls.map(({ loc, 'news:news': news }) => ({ loc, news }))).toEqual(
      expected.map(({ path, headline, language, datePublished }) => ({
        loc: addressOf(SITE, path),
        news: {
          'news:publication': { 'news:name': SITE.name, 'news:language': language.slice(0, 2) },
          ...{ 'news:publication_date': datePublished, 'news:title': headline },
        },
      })),
    );
  });
});
