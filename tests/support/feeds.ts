import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { XMLParser } from 'fast-xml-parser';
import sax from 'sax';
import type { Instant } from '../../lambda/domain/instant.ts';
import type { Site } from '../../lambda/domain/site.ts';
import { answerAt } from '../../lambda/feeds/answer.ts';
import { metered, type NewsTable } from '../../lambda/store/news-table.ts';
import { SITE } from './graphql.ts';

/** What came from an address, and after how many calls. */
export type Got = { status: number; headers: Record<string, string>; body: string; calls: number };

/** Asks for an address of the feeds at an instant. */
export async function get(
  table: NewsTable,
  clock: Instant,
  address: string,
  { headers = {}, site = SITE }: { headers?: Record<string, string>; site?: Site } = {},
): Promise<Got> {
  const { pathname, searchParams } = new URL(address, site.url);
  const counting = metered(table);
  const schema = searchParams.get('schema') ?? undefined;
  const answer: APIGatewayProxyStructuredResultV2 = await answerAt({ table: counting, site, clock }, { path: pathname, schema, headers });
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers as Record<string, string>,
    body: answer.body ?? '',
    calls: counting.meter.calls,
  };
}

/** Characters that no document of XML 1.0 may hold, counted by code points: halves of pairs are among them. */
const FORBIDDEN = (code: number): boolean =>
  (code < 0x20 && ![0x9, 0xa, 0xd].includes(code)) || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff;

/** Throws unless a text is well-formed XML 1.0. */
export function expectXml(document: string): void {
  const codes = Array.from(document, (character) => character.codePointAt(0) ?? 0);
  const forbidden = codes.filter(FORBIDDEN);
  if (forbidden.length > 0) throw new Error(`U+${forbidden[0]?.toString(16)} is no character of XML`);
  for (const [reference, hex, decimal] of document.matchAll(/&#(?:x([\da-f]+)|(\d+));/gi)) {
    if (FORBIDDEN(hex ? Number.parseInt(hex, 16) : Number(decimal))) throw new Error(`${reference} is no character of XML`);
  }
  if (document.includes(']]>')) throw new Error('"]]>" may not stand in a text'); // which sax lets pass
  const parser = sax.parser(true, { xmlns: true });
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(document).close();
}

/** The addresses in a sitemap, or in an index of them. */
export type Locations = { url?: { loc: string; lastmod: string; 'news:news'?: News }[]; sitemap?: { loc: string }[] };
export type News = {
  'news:publication': { 'news:name': string; 'news:language': string };
  'news:publication_date': string;
  'news:title': string;
};

/** @throws when it is no well-formed XML with the one root that is expected */
export function parseSitemap(document: string, root: 'urlset' | 'sitemapindex'): Locations {
  expectXml(document);
  const parser = new XMLParser({ parseTagValue: false, trimValues: false, isArray: (name) => name === 'url' || name === 'sitemap' });
  const parsed = parser.parse(document.replaceAll('\n', ''));
  const found = parsed[root];
  if (found === undefined) throw new Error(`No ${root} but ${Object.keys(parsed)}`);
  return found === '' ? {} : found;
}
