import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import RssParser from 'rss-parser';
import { expect, it } from 'vitest';
import type { Article } from '../../lambda/domain/article.ts';
import { Refused } from '../../lambda/domain/fault.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { addressOf } from '../../lambda/domain/site.ts';
import type { Teaser } from '../../lambda/domain/teaser.ts';
import type { Format } from '../../lambda/ingest/format.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { listLatest } from '../../lambda/store/listing-reads.ts';
import { realFiles } from '../ingest/data/corpus.ts';
import { DATA, HAS_DATA, WITHOUT_DATA } from '../ingest/data/folder.ts';
import { expectXml, get, parseSitemap } from '../support/feeds.ts';
import { SITE } from '../support/graphql.ts';
import { startLocalTable } from '../support/table.ts';

const NOW = instantOf(Date.now());

/** What a file of a wire or a CMS holds, each refused piece left out. */
async function articlesIn(format: Format, bytes: Buffer, uri: string): Promise<Article[]> {
  const read = (part: Uint8Array) => {
    try {
      return format.read({ bytes: part, source: 'desk', uri, wishes: {} });
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
  };
  if (!format.pieces) return read(bytes);
  const found: Article[] = [];
  const open = async function* () {
    yield bytes;
  };
  for await (const piece of format.pieces(open)) if ('bytes' in piece) found.push(...read(piece.bytes));
  return found;
}

function ninjsSchema(version: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' }); // no place of ours has one
  return ajv.compile(JSON.parse(readFileSync(join(DATA, `iptc-ninjs/specification/ninjs-schema_${version}.json`), 'utf8')));
}

it.skipIf(!HAS_DATA)(
  `every article that comes out of the files of wires and CMSs stands in feeds that both parsers read, in sitemaps, and is exported${WITHOUT_DATA}`,
  async () => {
    await using local = await startLocalTable();
    const { table } = local;
    for (const { name, bytes, format } of realFiles()) {
      for (const article of format ? await articlesIn(format, bytes, name) : []) await pushArticle(table, article, NOW);
    }
    const all: Teaser[] = [];
    const fed = new Set<string>();
    for (let after: string | null = null; ; ) {
      const page = await listLatest(table, null, NOW, { first: 10, after }); // some have the same moment
      const teasers = page.edges.map(({ node }) => node);
      all.push(...teasers);
      const clock = teasers[0]?.datePublished ?? NOW; // the list as it was when the first of these came
      for (const kind of ['rss', 'atom']) {
        const { status, body } = await get(table, clock, `/feeds/latest.${kind}`);
        expect(status).toBe(200);
        expectXml(body);
        const then = teasers.filter(({ availableFrom }) => availableFrom <= clock); // a later version comes in several files
        const expected = then.map(({ path }) => addressOf(SITE, path));
        for (const { id } of then) fed.add(id);
        const links = [
          parseFeed(body).items.map(({ url }) => url),
          (await new RssParser().parseString(body)).items.map(({ link }) => link),
        ];
        for (const found of links) expect(found).toEqual(expect.arrayContaining(expected));
      }
      if (!page.hasNextPage) break;
      after = page.edges.at(-1)?.cursor ?? null;
    }
    expect(all.length).toBeGreaterThan(50);
    expect(fed.size).toBeGreaterThanOrEqual(all.length - 5);

    const [two, three] = [ninjsSchema('2.2'), ninjsSchema('3.1')];
    for (const { id, headline } of all) {
      expect(JSON.parse((await get(table, NOW, `/articles/${id}.jsonld`)).body)).toMatchObject({ headline });
      for (const [version, valid] of [
        ['2.1', two],
        ['3.0', three],
        ['3.1', three],
      ] as const) {
        valid(JSON.parse((await get(table, NOW, `/articles/${id}.ninjs.json?schema=${version}`)).body));
        expect(valid.errors ?? [], `${headline} as ${version}`).toEqual([]);
      }
    }

    const found: string[] = [];
    for (const { loc } of parseSitemap((await get(table, NOW, '/sitemap.xml')).body, 'sitemapindex').sitemap ?? [])
      found.push(...(parseSitemap((await get(table, NOW, new URL(loc).pathname)).body, 'urlset').url ?? []).map((url) => url.loc));
    expect(found.sort()).toEqual(all.map(({ path }) => addressOf(SITE, path)).sort());
  },
  120_000,
);
