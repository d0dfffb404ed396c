import { CROWDED, listTag } from '../domain/cache-tags.ts';
import { type Instant, instantOf, LAST_INSTANT, millisecondsOf } from '../domain/instant.ts';
import { LIST } from '../domain/listings.ts';
import { addressOf, type Site } from '../domain/site.ts';
import type { Teaser } from '../domain/teaser.ts';
import { log } from '../log.ts';
import { listLatest } from '../store/listing-reads.ts';
import { type DatedPageRequest, MAX_PAGE_SIZE } from '../store/page.ts';
import { type Found, firstEnd, MOST_BYTES, type Reading, type Resource } from './reading.ts';
import { bytesOf, element, type Markup, text, xmlDocument } from './xml.ts';

const XML_TYPE = 'application/xml; charset=utf-8';
const SITEMAP_NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const NEWS_NAMESPACE = 'http://www.google.com/schemas/sitemap-news/0.9';

/** What Google News takes: articles of the last two days, a thousand at most. @see Google Search Central, "Create a news sitemap" */
const NEWS_DAYS = 2;
const MOST_NEWS = 1000;

/**
 * Articles in one file of the archive, read a hundred at a time: a hundred calls at most, some 1,250 units, and a third of what one partition gives in
 * a second. A newsroom of a thousand articles a day fills it in ten days. The protocol takes 50,000. @see https://www.sitemaps.org/protocol.html
 */
const MOST_IN_FILE = 10_000;

/** Longest address that the protocol takes, in characters. */
const MOST_IN_ADDRESS = 2047;

const DAY_MS = 24 * 60 * 60 * 1000;

type Times = NonNullable<DatedPageRequest['published']>;

/** What was published within two days, for Google News. A call for each hundred articles, ten at most. */
export async function newsSitemap(reading: Reading): Promise<Resource> {
  const from = instantOf(millisecondsOf(reading.clock) - NEWS_DAYS * DAY_MS);
  const { articles } = await articlesIn(reading, { from }, MOST_NEWS);
  return urlset(reading, articles, [listTag(LIST.latest())], ({ language, datePublished, headline }) =>
    element(
      'news:news',
      {},
      element('news:publication', {}, text('news:name', reading.site.name), text('news:language', newsLanguage(language))),
      text('news:publication_date', datePublished),
      text('news:title', headline),
    ),
  );
}

/**
 * The files of the archive, three for each month, those without articles left out. A call for each file and two for each year in which something was
 * published; the years beside each other.
 */
export async function sitemapIndex(reading: Reading): Promise<Resource> {
  const years: Instant[] = []; // the newest article of each
  for (let until: Instant | null = null; ; until = startOf(yearOf(years.at(-1)))) {
    const newest = await newestIn(reading, { until });
    if (newest === null) break;
    years.push(newest);
    if (yearOf(newest) === '0000') break; // nothing is older, and no instant says so
  }
  const periods = await Promise.all(years.map((newest) => periodsBefore(reading, newest)));
  const files = periods.flat().map((name) => element('sitemap', {}, text('loc', `${reading.site.url}/sitemaps/${name}.xml`)));
  return resource(element('sitemapindex', { xmlns: SITEMAP_NAMESPACE }, files), []);
}

/** One file of the archive; null for days without articles. A call for each hundred articles. @param name `2026-11-2`, as the index has it */
export async function archiveSitemap(reading: Reading, name: string): Promise<Found> {
  const times = timesOf(name);
  if (times === null) return null;
  const { articles, isWhole } = await articlesIn(reading, times, MOST_IN_FILE);
  if (!isWhole) log({ level: 'warn', message: 'A sitemap cannot hold all articles of its days', file: name, holds: articles.length });
  return articles.length === 0 ? null : urlset(reading, articles, []);
}

/** Newest first. Addresses that the protocol does not take are left out; so are the oldest, where all would not fit into an answer. */
function urlset({ site }: Reading, articles: readonly Teaser[], tags: readonly string[], more?: (article: Teaser) => Markup): Resource {
  const urls: Markup[] = [];
  let left = MOST_BYTES;
  for (const article of articles) {
    const address = sitemapAddress(site, article);
    if (address === null) continue;
    const url = element('url', {}, text('loc', address), text('lastmod', article.dateModified), more?.(article));
    left -= bytesOf(url);
    if (left < 0) {
      log({ level: 'warn', message: 'A sitemap cannot hold all its articles in one answer', holds: urls.length, of: articles.length });
      break;
    }
    urls.push(url);
  }
  const namespaces = { xmlns: SITEMAP_NAMESPACE, ...(more ? { 'xmlns:news': NEWS_NAMESPACE } : {}) };
  return resource(element('urlset', namespaces, urls), tags, firstEnd(articles));
}

function resource(root: Markup, tags: readonly string[], ends: Instant | null = null): Resource {
  return { contentType: XML_TYPE, body: xmlDocument(root), tags: [CROWDED, ...tags], ends };
}

function sitemapAddress(site: Site, { path }: Teaser): string | null {
  const address = addressOf(site, path);
  return address.length <= MOST_IN_ADDRESS ? address : null;
}

/** Two or three letters, but for Chinese, whose scripts Google wants to be told apart. */
function newsLanguage(language: string): string {
  const { language: main, script } = new Intl.Locale(language).maximize();
  return main === 'zh' ? (script === 'Hant' ? 'zh-tw' : 'zh-cn') : main;
}

async function articlesIn({ table, clock }: Reading, published: Times, most: number): Promise<{ articles: Teaser[]; isWhole: boolean }> {
  const articles: Teaser[] = [];
  for (let after: string | null = null; ; ) {
    const page = await listLatest(table, null, clock, { first: Math.min(MAX_PAGE_SIZE, most - articles.length), after, published });
    articles.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage || articles.length >= most) return { articles, isWhole: !page.hasNextPage };
    after = page.edges.at(-1)?.cursor ?? null;
  }
}

async function newestIn({ table, clock }: Reading, published: Times): Promise<Instant | null> {
  const { edges } = await listLatest(table, null, clock, { first: 1, published });
  return edges[0]?.node.datePublished ?? null;
}

/** The periods of a year in which something was published, newest first. @param newest when its newest article was */
async function periodsBefore(reading: Reading, newest: Instant): Promise<string[]> {
  const from = startOf(yearOf(newest));
  const names: string[] = [];
  for (let last: Instant | null = newest; last !== null; ) {
    const name = periodOf(last);
    names.push(name);
    const until: Instant = timesOf(name)?.from ?? from;
    last = until > from ? await newestIn(reading, { from, until }) : null;
  }
  return names;
}

/** A third of a month: days 1 to 10, 11 to 20, and the rest. */
function periodOf(instant: Instant): string {
  const day = Number(instant.slice(8, 10));
  return `${instant.slice(0, 7)}-${day <= 10 ? 1 : day <= 20 ? 2 : 3}`;
}

/** The days of a {@link periodOf}; null for what is no name of one. */
function timesOf(name: string): { from: Instant; until: Instant } | null {
  const [, year = '', month = '', third = ''] = /^(\d{4})-(0[1-9]|1[0-2])-([123])$/.exec(name) ?? [];
  if (third === '') return null;
  const following = month === '12' ? startOf(String(Number(year) + 1).padStart(4, '0')) : startOf(year, String(Number(month) + 1));
  return {
    from: startOf(year, month, ['01', '11', '21'][Number(third) - 1]),
    until: third === '3' ? following : startOf(year, month, `${third}1`),
  };
}

/** The first moment of a year, month or day. */
function startOf(year: string, month = '01', day = '01'): Instant {
  return year.length > 4 ? LAST_INSTANT : (`${year}-${month.padStart(2, '0')}-${day}T00:00:00.000Z` as Instant);
}

function yearOf(instant: Instant | undefined): string {
  return instant?.slice(0, 4) ?? '';
}
