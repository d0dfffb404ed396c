import { execFile } from 'node:child_process';
import { mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, instantOf, parseInstant } from '../../lambda/domain/instant.ts';
import { previewOf } from '../../lambda/graphql/preview-token.ts';
import { PREVIEW_HEADER, previewToken } from '../../lambda/preview-token.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, idOf } from '../support/article.ts';
import { type Ask, askHandler, httpEvent, PREVIEW_SECRET } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const NOW = Date.now();
const inHours = (hours: number): Instant => instantOf(NOW + hours * 3_600_000);
const seconds = Math.floor(NOW / 1000);

let local: LocalTable;
let ask: Ask;
beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local, 'prod');
  const push = (article: Parameters<typeof anArticle>[0]) =>
    pushArticle(local.table, anArticle({ section: 'World', ...article }), inHours(-3));
  await push({ id: 'open', headline: 'Stands' });
  await push({ id: 'embargo', headline: 'Lifts', embargoedUntil: inHours(2) });
  await push({ id: 'update', headline: 'Before', version: 1 });
  await push({ id: 'update', headline: 'After', version: 2, scheduledFor: inHours(2) });
  await push({ id: 'draft', headline: 'Draft', status: 'WITHHELD' });
  await push({ id: 'other draft', headline: 'Other draft', status: 'WITHHELD' });
  await push({ id: 'ends', headline: 'Ends', expires: inHours(1) });
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

const token = (asOf: Instant, draft: string | null = null, expires = seconds + 900) => ({
  [PREVIEW_HEADER]: previewToken(PREVIEW_SECRET, { asOf, draft: draft as never }, expires),
});
const LISTS = `{ latest { edges { node { headline } } } section(slug: "world") { articles { edges { node { headline } } } } }`;
type List = { edges: { node: { headline: string } }[] };

async function headlines(headers: Record<string, string> = {}): Promise<string[]> {
  const { data, errors } = await ask<{ latest: List; section: { articles: List } }>(LISTS, {}, headers);
  expect(errors).toBeUndefined();
  const [all, ofSection] = [data.latest, data.section.articles].map(({ edges }) => edges.map(({ node }) => node.headline).sort());
  expect(ofSection).toEqual(all);
  return all ?? [];
}
const headlineOf = async (id: string, headers: Record<string, string> = {}) =>
  (
    await ask<{ article: { headline: string } | null }>(
      `query Q($id: ID!) { article(by: { id: $id }) { ... on NewsArticle { headline } } }`,
      { id: idOf(id) },
      headers,
    )
  ).data.article?.headline ?? null;

describe('a preview', () => {
  it('shows the whole site as of its instant, and nobody else sees more than before', async () => {
    expect(await headlines()).toEqual(['Before', 'Ends', 'Stands']);
    expect(await headlines(token(inHours(3)))).toEqual(['After', 'Lifts', 'Stands']);
    expect(await headlines(token(inHours(1.5)))).toEqual(['Before', 'Stands']);
    expect([await headlineOf('embargo'), await headlineOf('embargo', token(inHours(3)))]).toEqual([null, 'Lifts']);
    expect(await headlines()).toEqual(['Before', 'Ends', 'Stands']);
  });

  it('is never of an earlier instant than now: what was killed stays killed', async () => {
    expect(await headlines(token(inHours(-2)))).toEqual(['Before', 'Ends', 'Stands']);
  });

  it('shows a draft to a token of that article, and to no other', async () => {
    const drafts = async (headers: Record<string, string>) => [
      await headlineOf('draft', headers),
      await headlineOf('other draft', headers),
    ];
    expect(await drafts({})).toEqual([null, null]);
    expect(await drafts(token(inHours(3)))).toEqual([null, null]);
    expect(await drafts(token(inHours(0), idOf('draft')))).toEqual(['Draft', null]);
    expect(await headlines(token(inHours(3), idOf('draft')))).not.toContain('Draft');
  });

  it('is marked, and kept by no cache', async () => {
    const { handler } = await import('../../lambda/graphql/handler.ts');
    const asOf = inHours(3);
    const event = httpEvent('/graphql', JSON.stringify({ query: '{ site { name } }' }), token(asOf));
    const { headers, body } = (await handler(event, {
      getRemainingTimeInMillis: () => 60_000,
    } as Context)) as APIGatewayProxyStructuredResultV2;
    expect(headers).toMatchObject({ 'cache-control': 'no-store', [PREVIEW_HEADER]: `as-of=${asOf}` });
    expect(JSON.parse(body ?? '')).toMatchObject({ extensions: { preview: { asOf } } });
  });

  it('that is wrong, foreign, over or too long is refused and never ignored', async () => {
    const good = token(inHours(3), idOf('draft'))[PREVIEW_HEADER] ?? '';
    for (const bad of [
      '',
      'x',
      good.replace(/as-of=\d{4}/, 'as-of=2999'),
      good.replace(/expires=\d/, 'expires=9'),
      good.replace(idOf('draft'), idOf('other draft')),
      good.replace(/,article=[\w-]+/, ''),
      `${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`,
      previewToken('another secret', { asOf: inHours(3), draft: null }, seconds + 900),
      previewToken(PREVIEW_SECRET, { asOf: inHours(3), draft: null }, seconds - 1),
      previewToken(PREVIEW_SECRET, { asOf: inHours(3), draft: null }, seconds + 86_400 + 60),
    ]) {
      const { data, errors } = await ask('{ site { name } }', {}, { [PREVIEW_HEADER]: bad });
      expect([data, errors?.[0]?.extensions.code], bad).toEqual([undefined, 'UNAUTHENTICATED']);
    }
  });

  it('opens every instant up to its own, never one before now, and says which it was', () => {
    const header = token(inHours(3))[PREVIEW_HEADER];
    const asOf = (at: string) => previewOf(`at=${at},${header}`, [PREVIEW_SECRET], 'POST', inHours(0))?.asOf;
    expect(asOf(inHours(2))).toBe(inHours(2));
    expect(asOf(inHours(3))).toBe(inHours(3));
    expect(asOf('2020-01-01T00:00:00.000Z')).toBe(inHours(0));
    expect(() => asOf(inHours(4))).toThrow(`opens the site up to ${inHours(3)}, and not as of ${inHours(4)}`);
    for (const none of ['2026-13-45T00:00:00.000Z', '::::::::::::::::::::::::']) expect(() => asOf(none)).toThrow('is no instant');
    expect(() => asOf('')).toThrow('is no token of ours');
  });

  it('goes with POST alone', () => {
    const header = token(inHours(3))[PREVIEW_HEADER];
    expect(previewOf(header, [PREVIEW_SECRET], 'POST', inHours(0))).toEqual({ asOf: inHours(3), draft: null });
    expect(() => previewOf(header, [PREVIEW_SECRET], 'GET', inHours(0))).toThrow('goes with POST');
    expect(previewOf(undefined, [PREVIEW_SECRET], 'GET', inHours(0))).toBeNull();
  });
});

describe('npm run preview-token', () => {
  const make = (words: string[], environment: Record<string, string> = {}) =>
    promisify(execFile)(process.execPath, ['lambda/local/preview-token.ts', ...words], {
      env: { ...process.env, PREVIEW_SECRET: '', ...environment },
    }).then(
      ({ stdout }) => stdout,
      ({ code, stderr }) => `${code}: ${stderr.split('\n')[0]}`,
    );

  it('prints a header that opens what it says', async () => {
    const words = ['--as-of', '2099-01-02T03:04:05+01:00', '--expires', '2h', '--article', idOf('draft')];
    const line = await make(words, { PREVIEW_SECRET });
    const [, header] = /^x-broadsheet-preview: (\S+)\n$/.exec(line) ?? [];
    const opened = previewOf(header, [PREVIEW_SECRET], 'POST', instantOf(Date.now()));
    expect(opened).toEqual({ asOf: parseInstant('2099-01-02T02:04:05Z', 'test'), draft: idOf('draft') });
    expect(await headlineOf('draft', { [PREVIEW_HEADER]: header ?? '' })).toBe('Draft');
  });

  it('is typed as docs/clients.md shows', async () => {
    const [, words = ''] = /npm run --silent preview-token -- (.*) > header/.exec(readFileSync('docs/clients.md', 'utf8')) ?? [];
    expect(await make(words.split(' '), { PREVIEW_SECRET })).toMatch(
      /^x-broadsheet-preview: as-of=2026-11-03T18:00:00\.000Z,expires=\d+,v1=[0-9a-f]{64}\n$/,
    );
  });

  it('signs with the key of the local service where no secret is given', async () => {
    using folder = mkdtempDisposableSync(`${tmpdir()}/preview-`);
    expect(await make([], { DATA_DIR: folder.path })).toMatch(/^2: There is no secret/);
    writeFileSync(join(folder.path, 'ingest-key'), 'local key\n');
    const [, header] = /: (\S+)/.exec(await make([], { DATA_DIR: folder.path })) ?? [];
    expect(previewOf(header, ['local key'], 'POST', instantOf(Date.now()))?.draft).toBeNull();
  });

  it.each([
    [['--as-of', 'tonight'], /^2: --as-of: "tonight" is no date and time/],
    [['--expires', '25h'], /^2: --expires: "25h" is no time such as/],
    [['--expires', '0m'], /^2: --expires/],
    [['--article', 'p_1'], /^2: --article: "p_1" is no id/],
    [['--until', 'x'], /^2: Unknown option '--until'/],
  ])('says what is wrong with %j', async (words, complaint) => {
    expect(await make(words, { PREVIEW_SECRET })).toMatch(complaint);
  });
});
