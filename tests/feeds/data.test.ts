import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Article, topSection } from '../../lambda/domain/article.ts';
import { NINJS_VERSIONS } from '../../lambda/domain/exports/ninjs.ts';
import { Refused } from '../../lambda/domain/fault.ts';
import { articleId } from '../../lambda/domain/identity.ts';
import { instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import { addressOf } from '../../lambda/domain/site.ts';
import type { Teaser } from '../../lambda/domain/teaser.ts';
import { ninjs } from '../../lambda/ingest/formats/ninjs.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { listLatest } from '../../lambda/store/listing-reads.ts';
import { articlesIn, ownFiles, realFiles } from '../ingest/data/corpus.ts';
import { DATA, HAS_DATA, WITHOUT_DATA } from '../ingest/data/folder.ts';
import { type ArticleWish, anArticle, aPerson } from '../support/article.ts';
import { expectXml, get, parseSitemap } from '../support/feeds.ts';
import { SITE } from '../support/graphql.ts';
import { expectSchemaOrg } from '../support/schema-org.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';
import { differencesOf, LOST, toldAgain, toldOf } from './round-trip.ts';

const NOW = instantOf(Date.now());

/** Time for every article of every file to go through something, in milliseconds. */
const LONG = 120_000;

const IMAGE = {
  ...{ url: 'https://media.example/a.jpg', alternativeText: 'A', caption: 'Caption', creditText: 'Credit', width: 300, height: 200 },
  ...{
    focalPoint: { x: 0.5, y: 0.5 },
    renditions: [{ name: 'small', url: 'https://media.example/b.jpg', width: 30, height: 20, mimeType: null }],
  },
};
const TEXT = 'Ada Quill went on.';

/** What no file has, and an export can lose or break. */
const MADE: readonly ArticleWish[] = [
  {
    ...{ id: 'rich', accessTier: 'member', series: { slug: 'tides', name: 'The Tides' } },
    standfirst: { text: 'In short', marks: [{ type: 'EMPHASIS', start: 3, end: 8 }], quotation: null },
    blocks: [
      { kind: 'Paragraph', text: 'Two\tfeet  high.', marks: [] },
      { kind: 'Paragraph', text: TEXT, marks: [{ type: 'MENTION', start: 0, end: 9, concept: aPerson('Ada Quill').id }] },
      { kind: 'ImageBlock', image: IMAGE },
      {
        kind: 'VideoBlock',
        video: {
          url: 'https://media.example/c.mp4',
          mimeType: 'video/mp4',
          caption: 'Film',
          creditText: 'Maker',
          duration: 12,
          poster: null,
        },
      },
    ],
  },
  {
    id: 'said elsewhere',
    blocks: [{ kind: 'UnknownBlock', name: 'pre', text: 'It was “a tide that nobody had seen coming”, they wrote.' }],
  },
  { id: 'two at once', blocks: [{ kind: 'UnknownBlock', name: 'pre', text: 'One.\n\nTwo.' }] },
  {
    ...{ id: 'hostile', headline: '</script><script>alert(1)</script>\u2028 said', kicker: '<!--', section: '<b>World' },
    paragraphs: [']]>&"\'</p><script>'],
  },
];

let local: LocalTable;
let all: Teaser[];

/** Everything that comes out of all files; each file is a source of its own, so that none takes the place of another's article. */
beforeAll(async () => {
  local = await startLocalTable();
  const files = await Promise.all(
    [...ownFiles(), ...realFiles()].map(async (file) => (await articlesIn(file)).map((one) => ({ ...one, source: file.name }))),
  );
  const tides = anArticle({ id: 'tides' });
  const named = { ...tides, story: tides.story && { ...tides.story, section: topSection({ slug: 'tides-2', name: 'Tides' }) } } as Article;
  const pushed: Article[] = [...files.flat(), ...MADE.map(anArticle), named];
  const newest = new Map<string, Article>();
  for (const [place, article] of pushed.entries()) {
    newest.set(`${article.source} ${article.uri}`, article);
    await pushArticle(local.table, article, instantOf(millisecondsOf(NOW) - (pushed.length - place) * 1_000)); // each has a moment of its own
  }
  const waits = ({ embargoedUntil, scheduledFor }: Article) => [embargoedUntil, scheduledFor].some((moment) => moment && moment > NOW);
  const isReadable = (one: Article) => one.pubStatus === 'USABLE' && !waits(one) && !(one.expires && one.expires <= NOW);
  all = [];
  for (let after: string | null = null; ; ) {
    const page = await listLatest(local.table, null, NOW, { first: 100, after });
    all.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage) break;
    after = page.edges.at(-1)?.cursor ?? null;
  }
  const readable = [...newest.values()].filter(isReadable).map(({ source, uri }) => articleId(source, uri));
  expect(all.map(({ id }) => id).sort()).toEqual(readable.sort());
}, LONG);
afterAll(() => local[Symbol.asyncDispose]());

function ninjsSchema(version: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' }); // no place of ours has one
  return ajv.compile(JSON.parse(readFileSync(join(DATA, `iptc-ninjs/specification/ninjs-schema_${version}.json`), 'utf8')));
}

describe(`every article that comes out of the samples and of the files of wires and CMSs${WITHOUT_DATA}`, () => {
  it(
    'stands in feeds that both parsers read, and in sitemaps',
    async () => {
      const { table } = local;
      const fed = new Set<string>();
      for (let from = 0; from < all.length; from += 10) {
        const teasers = all.slice(from, from + 10); // some have the same moment
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
      }
      expect(fed.size).toBeGreaterThanOrEqual(all.length - 5);

      const found: string[] = [];
      for (const { loc } of parseSitemap((await get(table, NOW, '/sitemap.xml')).body, 'sitemapindex').sitemap ?? [])
        found.push(...(parseSitemap((await get(table, NOW, new URL(loc).pathname)).body, 'urlset').url ?? []).map((url) => url.loc));
      expect(found.sort()).toEqual(all.map(({ path }) => addressOf(SITE, path)).sort());
    },
    LONG,
  );

  it(
    'is a thing of schema.org',
    async () => {
      for (const { id, headline } of all) {
        const document = JSON.parse((await get(local.table, NOW, `/articles/${id}.jsonld`)).body);
        expect(document).toMatchObject({ headline });
        expectSchemaOrg(document);
      }
    },
    LONG,
  );

  it.skipIf(!HAS_DATA)(
    `is valid ninjs in every version that is written${WITHOUT_DATA}`,
    async () => {
      const [two, three] = [ninjsSchema('2.2'), ninjsSchema('3.1')];
      for (const { id, headline } of all) {
        for (const version of NINJS_VERSIONS) {
          const valid = version === '2.1' ? two : three;
          valid(JSON.parse((await get(local.table, NOW, `/articles/${id}.ninjs.json?schema=${version}`)).body));
          expect(valid.errors ?? [], `${headline} as ${version}`).toEqual([]);
        }
      }
    },
    LONG,
  );

  it(
    'comes in again from its ninjs as the same article, but for what docs/integrate.md says is lost',
    async () => {
      const lost = new Set<string>();
      const faults: object[] = [];
      let [whole, partial] = [0, 0];
      for (const { id } of all) {
        const found = await readArticleAt(local.table, id, NOW, { withBody: true });
        if (!found || !('head' in found) || !found.body) throw new Error(`${id} cannot be read`);
        const before = toldOf(found.head, found.body);
        for (const version of NINJS_VERSIONS) {
          const { body: text } = await get(local.table, NOW, `/articles/${id}.ninjs.json?schema=${version}`);
          const read = () => ninjs.read({ bytes: Buffer.from(text), source: 'partner', uri: '', wishes: {} });
          if (/"representation[tT]ype":"partial"/.test(text)) {
            partial += 1;
            expect(read, 'half an article would take the place of the whole').toThrow(Refused);
            continue;
          }
          const [article] = read();
          if (!article) throw new Error(`${id} comes in as nothing`);
          whole += 1;
          for (const difference of differencesOf(before, toldAgain(article))) {
            const { place } = difference;
            const known = LOST[place];
            const mayBe = known?.isLost(difference) && (known.only?.includes(version) ?? true);
            if (!mayBe) faults.push({ headline: found.head.headline, version, place, before: difference.before, after: difference.after });
            lost.add(place);
          }
        }
      }
      expect(faults).toEqual([]);
      expect(whole).toBeGreaterThan(100);
      expect(partial).toBeGreaterThan(0);
      expect([...lost].sort()).toEqual(Object.keys(LOST).sort());
    },
    LONG,
  );
});

it('what is lost on the way through ninjs stands in docs/integrate.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/integrate.md'), 'utf8');
  const table = page.split('| lost on the way through ninjs | |')[1]?.split('\n\n')[0] ?? '';
  const told = table.split('\n').flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, place]) => place));
  expect(told.sort()).toEqual(Object.keys(LOST).sort());
});
