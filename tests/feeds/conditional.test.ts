import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import { LIST } from '../../lambda/domain/listings.ts';
import type { Teaser } from '../../lambda/domain/teaser.ts';
import type { Head } from '../../lambda/domain/version.ts';
import { itemsWithin } from '../../lambda/feeds/feed.ts';
import { bytesOf, element } from '../../lambda/feeds/xml.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { listingKey } from '../../lambda/store/items.ts';
import { listLatest } from '../../lambda/store/listing-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { anArticle, at, idOf } from '../support/article.ts';
import { get, parseSitemap } from '../support/feeds.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

async function withArticles(...ids: string[]): Promise<NewsTable> {
  const { table } = await emptyTable(local.endpoint);
  for (const [place, id] of ids.entries()) await pushArticle(table, anArticle({ id }), at(`06:0${place}`));
  return table;
}

const ADDRESSES = [
  '/feeds/latest.rss',
  '/feeds/latest.atom',
  '/sitemap-news.xml',
  '/sitemap.xml',
  '/sitemaps/2026-03-2.xml',
  `/articles/${idOf('one')}.jsonld`,
];

describe('whoever has the answer already', () => {
  it.each(ADDRESSES)('is told so at %s, by its entity tag or by when anything changed last', async (address) => {
    const table = await withArticles('one', 'two');
    const { status, headers, body } = await get(table, at('07:00:05'), address);
    expect([status, headers['last-modified'], headers['cache-control']]).toEqual([
      200,
      'Sat, 14 Mar 2026 06:01:00 GMT',
      'public, max-age=0, s-maxage=10, stale-while-revalidate=15, stale-if-error=285',
    ]);
    const { etag = '' } = headers;
    const asked = (conditions: Record<string, string>) => get(table, at('07:00:20'), address, { headers: conditions });
    for (const condition of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const known = await asked({ 'if-none-match': condition });
      expect(known).toMatchObject({ status: 304, body: '', headers: { etag, 'cache-control': expect.stringContaining('s-maxage=10') } });
      expect(known.headers['content-type']).toBeUndefined();
    }
    expect((await asked({ 'if-modified-since': headers['last-modified'] ?? '' })).status).toBe(304);
    for (const conditions of [
      { 'if-none-match': '"x"' },
      { 'if-none-match': '"x"', 'if-modified-since': headers['last-modified'] ?? '' }, // the tag decides
      { 'if-modified-since': 'Sat, 14 Mar 2026 06:00:59 GMT' },
      { 'if-modified-since': 'yesterday' },
      {},
    ] as Record<string, string>[]) {
      expect(await asked(conditions)).toMatchObject({ status: 200, body });
    }
  });

  it.each(ADDRESSES.slice(0, 5))('hears of a withdrawal at %s, also of an article that was not the newest', async (address) => {
    const table = await withArticles('one', 'two');
    const { headers } = await get(table, at('07:00'), address);
    await pushArticle(table, anArticle({ id: 'one', version: 2, status: 'CANCELED', created: at('06:00') }), at('08:00'));
    for (const time of ['08:00', '08:00:01', '08:30'].map(at)) {
      for (const conditions of [{ 'if-modified-since': headers['last-modified'] ?? '' }, { 'if-none-match': headers.etag ?? '' }] as Record<
        string,
        string
      >[]) {
        if (address === '/sitemap.xml' && 'if-none-match' in conditions) continue; // the index is the same: the other article stands in the same file
        expect((await get(table, time, address, { headers: conditions })).status, time).toBe(200);
      }
    }
  });

  it('is given no date while the last change may still be on its way', async () => {
    const table = await withArticles('one');
    expect((await get(table, at('06:01:59'), '/feeds/latest.rss')).headers['last-modified']).toBeUndefined();
    expect((await get(table, at('06:02:00'), '/feeds/latest.rss')).headers['last-modified']).toBe('Sat, 14 Mar 2026 06:00:00 GMT');
  });
});

describe('an answer', () => {
  it('names what a CDN may purge it by', async () => {
    const table = await withArticles('one', 'two');
    const tags = async (address: string) => (await get(table, at('07:00'), address)).headers['cache-tag'];
    expect(await tags(`/articles/${idOf('one')}.ninjs.json`)).toBe(`article:${idOf('one')}`);
    expect(await tags('/feeds/latest.atom')).toBe(`latest,article:${idOf('two')},article:${idOf('one')}`);
    expect(await tags('/feeds/sections/world.rss')).toBe(`section:world,article:${idOf('two')},article:${idOf('one')}`);
    expect(await tags('/sitemap-news.xml')).toBe('crowded,latest');
  });

  it('takes two calls for a feed, three for that of a section, and one beside them for when anything changed last', async () => {
    const table = await withArticles('one', 'two');
    const calls = async (address: string) => (await get(table, at('07:00'), address)).calls;
    expect(await calls(`/articles/${idOf('one')}.jsonld`)).toBe(2);
    expect(await calls('/feeds/latest.rss')).toBe(3);
    expect(await calls('/feeds/sections/world.rss')).toBe(4);
    expect(await calls('/sitemap-news.xml')).toBe(2);
    expect(await calls('/sitemaps/2026-03-2.xml')).toBe(2);
    expect(await calls('/sitemap.xml')).toBe(4); // the newest of all, nothing before that year, nothing in it before those days
  });

  it('stays below what a function may answer: what is too long goes without its body, and the rest stays away', () => {
    const item = (id: string, html: string) => ({ head: { id } as Head, html });
    const write = ({ head, html }: { head: Head; html: string }) => element('item', { id: head.id }, html);
    const items = [item('1', 'short'), item('2', '"'.repeat(400)), item('3', 'short'), item('4', 'short')];
    const names = (most: number) => itemsWithin(items, write, most).map(({ markup }) => markup);
    const room = names(10_000).map((markup) => bytesOf({ markup }));
    expect(room).toHaveLength(4);
    expect(names((room[0] ?? 0) + (room[2] ?? 0) + bytesOf(write(item('2', ''))))).toEqual([
      '<item id="1">short</item>',
      '<item id="2"/>',
      '<item id="3">short</item>',
    ]);
  });
});

describe('a feed of the largest articles', () => {
  it('stays below 6 MB as Lambda carries it, with all its items', async () => {
    const { table } = await emptyTable(local.endpoint);
    const paragraphs = Array.from({ length: 190 }, (_, number) => `${number} ${'<&" '.repeat(2_500)}`); // 1.9 MB, several times that when escaped
    for (const id of ['one', 'two', 'three']) await pushArticle(table, anArticle({ id, paragraphs }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'small' }), at('05:00'));
    for (const kind of ['rss', 'atom']) {
      const { status, body } = await get(table, at('07:00'), `/feeds/latest.${kind}`);
      expect([status, Buffer.byteLength(JSON.stringify(body)) < 6_000_000]).toEqual([200, true]);
      for (const id of ['one', 'two', 'three', 'small']) expect(body).toContain(idOf(id));
      expect(body).toContain('Words of small.');
    }
  });
});

describe('the sitemaps', () => {
  it('of news take a thousand and no more, the newest, and those of the archive find all of them', async () => {
    const { table } = await emptyTable(local.endpoint);
    const count = 1_012;
    await pushArticle(table, anArticle({ id: 'n', published: at('00:00') }), at('06:00'));
    const [first] = (await listLatest(table, null, at('07:00'), { first: 1 })).edges;
    const listings = Array.from({ length: count }, (_, number) => {
      const listedAt = instantOf(millisecondsOf(at('00:00')) + number * 1_000);
      const teaser: Teaser = { ...(first?.node as Teaser), id: idOf(`n${number}`), datePublished: listedAt, path: `/n/${number}` };
      return table.listing
        .build(PutItemCommand)
        .item({ partition: LIST.latest(), place: listingKey('A', listedAt, teaser.id, null), listing: { teaser } });
    });
    await Promise.all(listings.map((put) => put.send())); // a thousand whole articles would take a minute
    await pushArticle(table, anArticle({ id: 'n', version: 2, status: 'CANCELED' }), at('06:00'));
    const news = await get(table, at('07:00'), '/sitemap-news.xml');
    const urls = parseSitemap(news.body, 'urlset').url ?? [];
    expect([urls.length, urls[0]?.loc, urls.at(-1)?.loc, news.calls]).toEqual([
      1_000,
      'https://test.example/n/1011',
      'https://test.example/n/12',
      11, // ten pages, and when anything changed last
    ]);
    const archive = parseSitemap((await get(table, at('07:00'), '/sitemaps/2026-03-2.xml')).body, 'urlset').url ?? [];
    expect(new Set(archive.map(({ loc }) => loc)).size).toBe(count);
  });

  it('find the days of every month, at their first and last millisecond, over years without any', async () => {
    const { table } = await emptyTable(local.endpoint);
    const days: [string, string][] = [
      ['0001-02-03T00:00:00.000Z', '0001-02-1'],
      ['1999-12-31T23:59:59.999Z', '1999-12-3'],
      ['2024-01-01T00:00:00.000Z', '2024-01-1'],
      ['2024-02-29T12:00:00.000Z', '2024-02-3'],
      ['2025-05-10T23:59:59.999Z', '2025-05-1'],
      ['2025-05-11T00:00:00.000Z', '2025-05-2'],
      ['2025-05-20T23:59:59.999Z', '2025-05-2'],
      ['2025-05-21T00:00:00.000Z', '2025-05-3'],
      ['2025-12-11T00:00:00.000Z', '2025-12-2'],
    ];
    for (const [place, [published]] of days.entries())
      await pushArticle(table, anArticle({ id: `d${place}`, published: at(published), path: `/d/${place}` }), at('06:00'));
    const index = parseSitemap((await get(table, at('07:00'), '/sitemap.xml')).body, 'sitemapindex').sitemap ?? [];
    const files = [...new Set(days.map(([, file]) => file))].reverse();
    expect(index.map(({ loc }) => loc)).toEqual(files.map((file) => `https://test.example/sitemaps/${file}.xml`));
    for (const file of files) {
      const urls = parseSitemap((await get(table, at('07:00'), `/sitemaps/${file}.xml`)).body, 'urlset').url ?? [];
      const expected = days.flatMap(([, name], place) => (name === file ? [`https://test.example/d/${place}`] : [])).reverse();
      expect(
        urls.map(({ loc }) => loc),
        file,
      ).toEqual(expected);
    }
  });

  it('leave out addresses that are longer than the protocol takes', async () => {
    const { table } = await emptyTable(local.endpoint);
    await pushArticle(table, anArticle({ id: 'long', path: `/${'ü'.repeat(500)}` }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'short' }), at('06:00'));
    const urls = parseSitemap((await get(table, at('07:00'), '/sitemap-news.xml')).body, 'urlset').url ?? [];
    expect(urls.map(({ loc }) => loc)).toEqual(['https://test.example/world/short']);
  });
});
