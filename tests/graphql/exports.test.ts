import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../../lambda/domain/instant.ts';
import { READER_HEADER, readerToken } from '../../lambda/graphql/reader-token.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, aQuotation, at, idOf } from '../support/article.ts';
import { type Answer, type Ask, askHandler, READER_SECRET } from '../support/graphql.ts';
import { ingestSamples } from '../support/samples.ts';
import { expectSchemaOrg, things } from '../support/schema-org.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const SCHEMAS = join(import.meta.dirname, '../../../shared/data/iptc-ninjs/specification');

let local: LocalTable;
let ask: Ask;
let all: Export[];
beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  await pushArticle(
    local.table,
    anArticle({
      ...{ id: 'hostile', headline: '</script><script>alert(1)</script>\u2028 said', kicker: '<!--', section: '<b>World' },
      paragraphs: [']]>&"\'</p><script>'],
      quotations: [aQuotation('</script>', 'Ada <Quill>')],
    }),
    at('06:00'),
  );
  await pushArticle(
    local.table,
    anArticle({
      id: 'paid',
      paragraphs: ['Free words.', 'Paid words.'],
      isAccessibleForFree: false,
      freeBlocks: 1,
      quotations: [aQuotation('Paid words', 'Bo Late', { block: 1 })],
    }),
    at('06:00'),
  );
  all = await exports();
}, 120_000);
afterAll(() => local[Symbol.asyncDispose]());

type Export = {
  id: string;
  path: string;
  headline: string;
  jsonLd: string;
  two: string;
  three: string;
  latest: string;
  liveBlog: object | null;
  body: { blocks: { text: string }[] };
};

const FIELDS =
  'id path headline jsonLd two: ninjs(schema: V2_1) three: ninjs(schema: V3_0) latest: ninjs liveBlog { isLive } body { blocks { text } }';

type Latest = { latest: { edges: { node: Export }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };

async function exports(headers: Record<string, string> = {}): Promise<Export[]> {
  const found: Export[] = [];
  for (let after: string | null = null; ; ) {
    const answer: Answer<Latest> = await ask<Latest>(
      `query Q($after: String) { latest(first: 20, after: $after) { edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`,
      { after },
      headers,
    );
    expect(answer.errors).toBeUndefined();
    found.push(...answer.data.latest.edges.map(({ node }) => node));
    if (!answer.data.latest.pageInfo.hasNextPage) return found;
    after = answer.data.latest.pageInfo.endCursor;
  }
}

const called = (id: string) => all.find((one) => one.id === idOf(id)) as Export;

describe('jsonLd', () => {
  it('of every sample is a thing of schema.org with all that Google asks of articles', () => {
    expect(all.length).toBeGreaterThan(40);
    for (const { jsonLd, headline, path, liveBlog } of all) {
      const article = JSON.parse(jsonLd);
      expect(article).toMatchObject({
        ...{ '@context': 'https://schema.org', '@type': liveBlog ? 'LiveBlogPosting' : 'NewsArticle', headline },
        mainEntityOfPage: `https://test.example${encodeURI(path)}`,
        ...{ datePublished: expect.stringMatching(/Z$/), dateModified: expect.stringMatching(/Z$/), author: expect.anything() },
        publisher: { '@type': 'NewsMediaOrganization', name: 'Test Press' },
      });
      expectSchemaOrg(article);
    }
    const live = all.filter(({ liveBlog }) => liveBlog).map(({ jsonLd }) => JSON.parse(jsonLd));
    expect(live.length).toBeGreaterThan(0);
    for (const { coverageStartTime, liveBlogUpdate } of live) {
      expect(coverageStartTime).toMatch(/Z$/);
      expect(liveBlogUpdate[0]).toMatchObject({
        '@type': 'BlogPosting',
        datePublished: expect.any(String),
        articleBody: expect.stringMatching(/\S/),
      });
    }
    const said = all.flatMap(({ jsonLd }) => things(JSON.parse(jsonLd)).filter((thing) => thing['@type'] === 'Quotation'));
    expect(said.length).toBeGreaterThan(20);
    for (const { text, spokenByCharacter } of said)
      expect([text, (spokenByCharacter as { name: string }).name]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('may stand in a script, whatever the article holds', () => {
    const { jsonLd, headline } = called('hostile');
    expect(jsonLd).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(jsonLd)).toMatchObject({
      headline,
      hasPart: [{ '@type': 'Quotation', text: '</script>', spokenByCharacter: { name: 'Ada <Quill>' } }],
    });
  });
});

describe('ninjs', () => {
  const found = existsSync(SCHEMAS);

  it.skipIf(!found)(
    'of every sample is valid against the schemas of IPTC, which lie beside the repository (skipped where they do not)',
    () => {
      const validate = (version: string): ValidateFunction => {
        const ajv = new Ajv2020({ strict: false });
        (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
        ajv.addSchema({ $id: 'https://geojson.org/schema/GeoJSON.json' }); // no place of ours has one
        return ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, `ninjs-schema_${version}.json`), 'utf8')));
      };
      const [two, three] = [validate('2.2'), validate('3.1')];
      for (const one of all) {
        for (const [text, valid] of [
          [one.two, two],
          [one.three, three],
          [one.latest, three],
        ] as const) {
          valid(JSON.parse(text));
          expect(valid.errors ?? [], one.headline).toEqual([]);
        }
      }
      expect(two({ ...JSON.parse(all[0]?.two ?? ''), headline: 'x' })).toBe(false);
    },
  );

  it('of 2.1 and 3.0 has no key that came later', () => {
    for (const { two, three, latest } of all) {
      const keys = (text: string) => new Set(things(JSON.parse(text)).flatMap(Object.keys));
      expect([...keys(two)].filter((key) => /[A-Z]/.test(key) || ['poi', 'digitalsourcetype'].includes(key))).toEqual([]);
      expect([...keys(three)].filter((key) => ['poi', 'digitalSourceType'].includes(key))).toEqual([]);
      expect(JSON.parse(latest).standard).toEqual({
        name: 'ninjs',
        version: '3.1',
        schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json',
      });
    }
  });
});

describe('exports of what is to be paid for', () => {
  it('end at the cut, and say so', async () => {
    const { jsonLd, latest, two } = called('paid');
    for (const text of [jsonLd, latest, two]) expect(text).not.toMatch(/Paid words|Bo Late/);
    expect(JSON.parse(jsonLd)).toMatchObject({
      isAccessibleForFree: false,
      hasPart: [{ '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywall' }],
    });
    expect([JSON.parse(latest).representationType, JSON.parse(two).representationtype]).toEqual(['partial', 'partial']);
    const opened = (await exports({ [READER_HEADER]: readerToken(READER_SECRET, 4_000_000_000) })).find(({ id }) => id === idOf('paid'));
    expect(opened?.latest).toContain('Paid words');
  });
});
