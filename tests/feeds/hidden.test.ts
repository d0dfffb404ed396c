import { parseFeed } from '@rowanmanning/feed-parser';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedConcept } from '../../lambda/domain/concept.ts';
import { addressOf } from '../../lambda/domain/site.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { type ArticleWish, anArticle, aPerson, aPost, aQuotation, at, idOf, LIVE, SOURCE } from '../support/article.ts';
import { expectXml, get, parseSitemap } from '../support/feeds.ts';
import { SITE } from '../support/graphql.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

const writtenBy = (name: string) => [{ role: 'AUTHOR' as const, person: aPerson(name), links: [], note: null }];
const topic = (name: string) => namedConcept('Topic', name, SOURCE);

/** A table of its own with some articles, pushed at 06:00. */
async function tableWith(...wishes: ArticleWish[]) {
  const { table } = await emptyTable(local.endpoint);
  for (const wish of wishes) await pushArticle(table, anArticle(wish), at('06:00'));
  return table;
}

const PUBLIC: ArticleWish = { id: 'public', about: [topic('Harbours')], contributions: writtenBy('Ada Quill') };
const HIDDEN: ArticleWish = {
  ...{ id: 'hidden', headline: 'Marker headline', section: 'Marked', paragraphs: ['Marker words.'], path: '/marked/marker' },
  ...{ about: [topic('Marker topic')], mentions: [aPerson('Marker Person')], contributions: writtenBy('Marker Author') },
  embargoedUntil: at('20:00'),
};

/** Every address that could tell of the hidden article, and those that could tell of any. */
const OWN = [
  ...['jsonld', 'ninjs.json'].map((ending) => `/articles/${idOf('hidden')}.${ending}`),
  ...['rss', 'atom'].flatMap((kind) =>
    [
      'sections/marked',
      `concepts/${topic('Marker topic').id}`,
      `concepts/${aPerson('Marker Person').id}`,
      `authors/${aPerson('Marker Author').id}`,
    ].map((feed) => `/feeds/${feed}.${kind}`),
  ),
];
const COMMON = [
  '/feeds/latest.rss',
  '/feeds/latest.atom',
  '/feeds/sections/world.rss',
  '/sitemap-news.xml',
  '/sitemap.xml',
  '/sitemaps/2026-03-2.xml',
];

describe('an embargoed article', () => {
  it('is everywhere at its moment, and nowhere a millisecond before', async () => {
    const table = await tableWith(PUBLIC, HIDDEN);
    for (const address of [...OWN, ...COMMON.filter((one) => !/world|sitemap\.xml/.test(one))]) {
      expect((await get(table, at('19:59:59.999'), address)).body, address).not.toMatch(/marker/i);
      const { status, body } = await get(table, at('20:00'), address);
      expect([status, /marker/i.test(body)], address).toEqual([200, true]);
    }
  });

  it('that is an update leaves the version before it, in feeds as in exports', async () => {
    const table = await tableWith(PUBLIC, { ...PUBLIC, version: 2, headline: 'Marker headline', embargoedUntil: at('20:00') });
    for (const address of [...COMMON, `/articles/${idOf('public')}.jsonld`])
      expect((await get(table, at('19:59:59.999'), address)).body, address).not.toMatch(/marker/i);
    expect((await get(table, at('20:00'), `/articles/${idOf('public')}.jsonld`)).body).toContain('Marker headline');
  });
});

describe('a withdrawn article', () => {
  it('is gone from its acceptance on: 410 where it stood, out of every feed and sitemap', async () => {
    const table = await tableWith(PUBLIC, { ...HIDDEN, embargoedUntil: at('05:00') });
    for (const address of OWN) expect((await get(table, at('06:30'), address)).status, address).toBe(200);
    await pushArticle(table, anArticle({ ...HIDDEN, version: 2, status: 'CANCELED' }), at('07:00'));
    for (const address of OWN) {
      const { status, headers, body } = await get(table, at('07:00'), address);
      expect([status, headers['cache-control'], /marker/i.test(body)], address).toEqual([
        address.startsWith('/articles/') ? 410 : 404,
        'no-store',
        false,
      ]);
    }
    for (const address of COMMON) expect((await get(table, at('07:00'), address)).body, address).not.toMatch(/marker/i);
  });
});

describe('an article that expires', () => {
  it('shortens the life of what shows it, and is gone from that moment on', async () => {
    const table = await tableWith(PUBLIC, { id: 'short', expires: at('12:00:08') });
    const alive = await get(table, at('12:00:00'), '/feeds/latest.rss');
    expect(alive.headers['cache-control']).toContain('s-maxage=8,');
    expect((await get(table, at('12:00:08'), '/feeds/latest.rss')).body).not.toContain('Headline of short');
    expect((await get(table, at('12:00:08'), `/articles/${idOf('short')}.jsonld`)).status).toBe(410);
  });
});

describe('what is to be paid for', () => {
  it('ends at its cut in feeds and exports', async () => {
    const table = await tableWith({
      ...{ id: 'paid', isAccessibleForFree: false, freeBlocks: 1, paragraphs: ['Free words.', 'Marker words.'] },
      quotations: [aQuotation('Marker words', 'Marker Person', { block: 1 })],
    });
    for (const address of [
      '/feeds/latest.rss',
      '/feeds/latest.atom',
      `/articles/${idOf('paid')}.jsonld`,
      `/articles/${idOf('paid')}.ninjs.json`,
    ]) {
      const { status, body } = await get(table, at('07:00'), address);
      expect([status, /marker/i.test(body)], address).toEqual([200, false]);
    }
    expect((await get(table, at('07:00'), '/feeds/latest.rss')).body).toContain('Free words.');
  });
});

describe('hostile texts', () => {
  const HOSTILE =
    '</title>]]></script><script>alert(1)</script>&amp;&nbsp;"\'<!--<![CDATA[ \u0000\u0001\u0008\u000b\u001f\ufffe\uffff\ud800 \udc00 \u{1f409} \u2028 ü\r\n\tend';
  const NO_XML = new Set([0x0, 0x1, 0x8, 0xb, 0x1f, 0xfffe, 0xffff, 0xd800, 0xdc00]);
  const SHOWN = Array.from(HOSTILE, (character) => (NO_XML.has(character.codePointAt(0) ?? 0) ? '' : character)).join('');
  const NAME = HOSTILE.toWellFormed(); // a key cannot hold half a pair
  const plain = (text: string | null | undefined) => text?.replace(/\s+/gu, ' ').trim();

  it('stand in well-formed XML and mean themselves', async () => {
    const table = await tableWith({
      ...{
        id: 'hostile',
        headline: HOSTILE,
        abstract: HOSTILE,
        paragraphs: [HOSTILE],
        kicker: HOSTILE,
        byline: HOSTILE,
        copyrightNotice: HOSTILE,
      },
      ...{ about: [topic(NAME)], contributions: writtenBy(NAME), section: 'World', path: '/world/ü&\'"<>' },
      image: {
        ...{ url: 'https://images.example/a?b=1&c="<', alternativeText: HOSTILE, caption: HOSTILE, creditText: HOSTILE },
        ...{ width: 1, height: 1, focalPoint: null, renditions: [] },
      },
    });
    const site = { ...SITE, name: 'A & B <C>' };
    const authors = `/feeds/authors/${aPerson(NAME).id}`;
    for (const address of ['/feeds/latest.rss', '/feeds/latest.atom', `${authors}.rss`, `${authors}.atom`]) {
      const { status, body } = await get(table, at('07:00'), address, { site });
      expect(status).toBe(200);
      expectXml(body);
      expect(body).not.toContain('<![CDATA[');
      const [item] = parseFeed(body).items;
      const [read] = (await new RssParser().parseString(body)).items; // the other parser decodes titles and HTML once more than it should
      expect(plain(read?.title), address).toBe(plain(SHOWN));
      expect(item?.url).toBe(addressOf(SITE, '/world/ü&\'"<>'));
      expect(item?.authors.map(({ name }) => plain(name))).toEqual([expect.stringContaining('<script>alert(1)</script>')]);
      const content = read?.['content:encoded'] ?? read?.content;
      expect(content).not.toMatch(/<script|<!--|<!\[CDATA/);
      expect(content).toContain('&#60;script&#62;');
    }
    const news = parseSitemap((await get(table, at('07:00'), '/sitemap-news.xml', { site })).body, 'urlset').url?.[0];
    expect(plain(news?.['news:news']?.['news:title'])).toBe(plain(SHOWN));
    expect(news?.['news:news']?.['news:publication']['news:name']).toBe('A & B <C>');
    const jsonLd = await get(table, at('07:00'), `/articles/${idOf('hostile')}.jsonld`);
    expect(jsonLd.body).not.toContain('<');
  });

  it.each([
    '/articles/a_.jsonld',
    '/articles/..%2f..%2fetc.jsonld',
    `/articles/${'a'.repeat(2000)}.jsonld`,
    '/articles/%00.ninjs.json',
    '/articles/%E0%A4%A.jsonld',
    '/feeds/latest.json',
    '/feeds/sections/.rss',
    `/feeds/sections/${'ü'.repeat(600)}.rss`,
    '/feeds/sections/%23.atom',
    '/feeds/concepts/q_0000000000000000000000.rss',
    '/feeds/authors/t_0000000000000000000000.rss',
    '/sitemaps/2026-13-1.xml',
    '/sitemaps/2026-03-4.xml',
    '/sitemaps/0000-01-1.xml',
    '/sitemaps/9999-12-3.xml',
    '/sitemaps/__proto__.xml',
    '/',
  ])('in an address lead nowhere: %s', async (address) => {
    const table = await tableWith();
    const { status, headers, body } = await get(table, at('07:00'), address);
    expect([status, headers['cache-control'], JSON.parse(body)]).toEqual([
      404,
      'no-store',
      { error: { code: 'NOT_FOUND', message: 'Nothing is here' } },
    ]);
  });
});

describe('a live blog', () => {
  it('brings its posts in jsonLd, and a post that comes at its moment makes what was kept of it old', async () => {
    const posts = [aPost('one', { datePublished: at('06:00') }), aPost('two', { datePublished: at('09:00'), text: 'Second words.' })];
    const table = await tableWith({ id: 'live', liveBlog: LIVE, posts });
    const address = `/articles/${idOf('live')}.jsonld`;
    const before = await get(table, at('08:59'), address);
    expect(before.body).not.toContain('Second words');
    const since = { 'if-modified-since': before.headers['last-modified'] ?? '' };
    expect((await get(table, at('08:59'), address, { headers: since })).status).toBe(304);
    const after = await get(table, at('09:30'), address, { headers: since });
    expect([after.status, after.body.includes('Second words')]).toEqual([200, true]);
  });
});
