import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HeaderMap } from '@apollo/server';
import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conceptTag, frontTag, listTag } from '../../lambda/domain/cache-tags.ts';
import { instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import { lifetimeOf } from '../../lambda/domain/lifetime.ts';
import { LIST } from '../../lambda/domain/listings.ts';
import { conditional } from '../../lambda/graphql/caching-etag.ts';
import { LONGEST, policyOf } from '../../lambda/graphql/caching-policy.ts';
import { Shown } from '../../lambda/graphql/caching-shown.ts';
import { type RequestContext, requestContext } from '../../lambda/graphql/context.ts';
import { readerToken } from '../../lambda/graphql/reader-token.ts';
import { buildServer } from '../../lambda/graphql/server.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { type ArticleWish, anArticle, aPerson, aPost, aQuotation, at, idOf, LIVE } from '../support/article.ts';
import { aContainer, aFront, section } from '../support/front.ts';
import { SITE } from '../support/graphql.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

const series = { slug: 'deeper', name: 'Deeper Water' };
const subject = aPerson('Ada Quill');
const SAID = 'The harbour stays shut.';
const PUBLIC: ArticleWish[] = [
  { id: 'ferry', series },
  { id: 'lighthouse', language: 'de', translationGroup: 'g', about: [subject] },
  { id: 'moved', path: '/world/old' },
  {
    ...{ id: 'harbour', series, translationGroup: 'g', about: [subject], liveBlog: LIVE, posts: [aPost('one')] },
    ...{ paragraphs: [SAID], quotations: [aQuotation(SAID, 'Bo Ferrand')] },
    related: ['ferry', 'secret', 'killed', 'draft'].map((id) => ({ article: idOf(id), label: null })),
  },
];
const EVERYWHERE = { series, about: [subject], translationGroup: 'g' };
const HIDDEN: ArticleWish[] = [
  { id: 'secret', ...EVERYWHERE, embargoedUntil: at('08:00:09'), expires: at('08:00:10') },
  { id: 'draft', ...EVERYWHERE, status: 'WITHHELD' },
  { id: 'killed', ...EVERYWHERE, expires: at('08:00:11') },
];

const server = buildServer({ stage: 'prod', log: () => {} });
let local: LocalTable;
/** What can be read is the same in both; `whole` holds much besides that cannot. */
let [open, whole] = [] as unknown as [NewsTable, NewsTable];
beforeAll(async () => {
  local = await startLocalTable();
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  [open, whole] = [local.table, (await emptyTable(local.endpoint)).table];
  for (const table of [open, whole]) {
    for (const wish of table === open ? PUBLIC : [...PUBLIC, ...HIDDEN]) await pushArticle(table, anArticle(wish), at('06:00'));
    await pushArticle(table, anArticle({ id: 'moved', version: 2, path: '/world/new' }), at('06:30'));
    const containers = [aContainer('top', ['secret', 'killed', 'ferry'], section('world', 5))];
    await pushFront(table, aFront({ slug: 'home', containers }), at('06:00'));
  }
  await pushArticle(whole, anArticle({ id: 'killed', version: 2, status: 'CANCELED' }), at('07:00'));
  const future = { version: 2, headline: 'Later', embargoedUntil: at('08:00:08') };
  await pushArticle(whole, anArticle({ ...PUBLIC[0], id: 'ferry', ...future }), at('07:00'));
}, 60_000);
afterAll(async () => {
  await server.stop();
  await local[Symbol.asyncDispose]();
});

type Asked = { table?: NewsTable; clock?: string; sent?: string; method?: string; context?: Partial<RequestContext>; token?: string };

/** What the server says of its answer, asked at a clock. */
async function headersOf(query: string, { table = open, clock = '08:00', sent = clock, method = 'GET', context, token }: Asked = {}) {
  const reader = token === undefined ? {} : { reader: { token, secrets: ['secret'] } };
  const asked = () => requestContext(table, { site: SITE, clock: at(clock), wallClock: () => at(sent), ...reader });
  const { body, headers, status } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      ...{ method, search: method === 'GET' ? new URLSearchParams({ query }).toString() : '', body: method === 'GET' ? '' : { query } },
      headers: new HeaderMap([['content-type', 'application/json']]),
    },
    context: async () => ({ ...asked(), ...context }),
  });
  if (body.kind !== 'complete') throw new Error('One answer was expected');
  const control = headers.get('cache-control') ?? '';
  const [, shared, stale, broken] = /^max-age=0, s-maxage=(\d+), stale-while-revalidate=(\d+), stale-if-error=(\d+)$/.exec(control) ?? [];
  return {
    ...{
      status: status ?? 200,
      control,
      headers: Object.fromEntries(headers),
      text: body.string,
      tags: headers.get('cache-tag')?.split(',') ?? [],
    },
    ...{ shared: Number(shared), stale: Number(stale), broken: Number(broken) },
  };
}

const article = (id: string, fields = 'headline') =>
  `article(by: { id: "${idOf(id)}" }) { __typename ... on NewsArticle { id ${fields} } }`;
const SITE_NAME = '{ site { name } }';

describe('the life of an answer', () => {
  it.each([
    ['08:00:00', 15],
    ['08:00:00.001', 14],
    ['08:00:07.300', 7],
    ['08:00:14', 1],
    ['08:00:14.001', 0],
    ['08:00:14.999', 0],
    ['08:00:15', 15],
    ['08:00:45', 15],
    ['08:59:58', 2],
  ])('that is read at %s is shared for %i seconds: to the next quarter of the minute and never beyond', async (clock, seconds) => {
    expect(await headersOf(SITE_NAME, { clock })).toMatchObject({ shared: seconds, stale: 15, broken: 285 });
  });

  it('counts from when it was read, however long it took to make', async () => {
    expect((await headersOf(SITE_NAME, { clock: '08:00:04', sent: '08:00:09.5' })).shared).toBe(5);
    expect((await headersOf(SITE_NAME, { clock: '08:00:14', sent: '08:00:16' })).shared).toBe(0);
  });

  it('is never more than half a minute, nor more than five where the service is down, whenever it is read and sent', () => {
    for (let read = 0; read < 60_000; read += 137)
      for (const took of [0, 40, 999, 1_000, 9_500]) {
        const instant = (ms: number) => instantOf(millisecondsOf(at('08:00')) + ms);
        const control = lifetimeOf({ readAt: instant(read), sentAt: instant(read + took), seconds: LONGEST, ends: null, isEmpty: false });
        const [shared = 0, stale = 0, broken = 0] = [...control.matchAll(/[a-z]=(\d+)/g)].slice(1).map(([, number]) => Number(number));
        expect(took / 1000 + shared + stale).toBeLessThanOrEqual(30);
        expect(took / 1000 + shared + broken).toBeLessThanOrEqual(300);
        if (shared > 0) expect(Math.floor(read / 15_000)).toBe(Math.floor((read + took + shared * 1000 - 1) / 15_000));
      }
  });

  it.each([
    ['an article', `{ ${article('nothing')} }`],
    ['a list', '{ latest(inLanguage: "fr") { edges { cursor } } }'],
    ['a list that is asked for under other names', '{ mine: latest(inLanguage: "fr") { all: edges { cursor } } }'],
    ['a list of which nothing is to be seen', '{ latest { pageInfo { hasNextPage } } }'],
    ['a list behind a fragment', 'query { ...F } fragment F on Query { latest(inLanguage: "fr") { edges { cursor } } }'],
    ['one of some things', `{ nodes(ids: ["${idOf('harbour')}", "${idOf('nothing')}"]) { id } }`],
    ['anything beside what is there', `{ ${article('harbour')} concept(by: { id: "p_nobody" }) { id } }`],
  ])('is five seconds where %s is not there, and it is never given stale', async (_, query) => {
    expect(await headersOf(query)).toMatchObject({ shared: 5, stale: 0, broken: 0 });
    expect(await headersOf(query, { clock: '08:00:13' })).toMatchObject({ shared: 2, stale: 0, broken: 0 });
  });

  it('is not cut short by what is empty further down', async () => {
    const query = `{ ${article('ferry', 'corrections { text } related(first: 1) { label } about { id }')} latest { edges { cursor } } }`;
    expect((await headersOf(query)).shared).toBe(15);
  });

  it('is as the SDL says for the field that says least, wherever it stands', async () => {
    expect((await headersOf(`{ ${article('harbour', 'liveBlog { isLive }')} }`)).shared).toBe(15);
    expect((await headersOf(`{ ${article('harbour', 'liveBlog { posts { edges { cursor } } }')} }`)).shared).toBe(5);
    const spread = `{ ${article('harbour', '...A')} } fragment A on NewsArticle { liveBlog { ...B } } fragment B on LiveBlog { p: pinned { id } }`;
    expect((await headersOf(spread)).shared).toBe(5);
    expect(await headersOf('{ changes { edges { cursor } } }')).toMatchObject({ shared: 5, stale: 15 });
  });

  it('ends with the first of the articles that it shows, by their own end', async () => {
    const { table } = await emptyTable(local.endpoint);
    await pushArticle(table, anArticle({ id: 'ends', expires: at('08:00:12.5') }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'ends later', expires: at('08:00:20') }), at('06:00'));
    await pushArticle(table, anArticle({ id: 'ends much later', expires: at('09:00') }), at('06:00'));
    for (const query of [`{ ${article('ends')} }`, '{ latest { edges { node { headline } } } }'])
      expect(await headersOf(query, { table })).toMatchObject({ shared: 12, stale: 0 });
    expect(await headersOf(`{ ${article('ends later')} }`, { table })).toMatchObject({ shared: 15, stale: 5 });
    expect(await headersOf(`{ ${article('ends much later')} }`, { table })).toMatchObject({ shared: 15, stale: 15 });
    expect(await headersOf(SITE_NAME, { table })).toMatchObject({ shared: 15, stale: 15 });
  });
});

it('the life of an answer is what docs/clients.md says', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/clients.md'), 'utf8');
  expect(page).toContain(`| usual | \`${(await headersOf(SITE_NAME)).control}\` |`);
});

describe('the policy of a document', () => {
  const schema = buildSchema(`
    directive @lives(seconds: Int!) on FIELD_DEFINITION
    interface Thing { name: String }
    type Quick implements Thing { name: String @lives(seconds: 3) }
    type Slow implements Thing { name: String }
    type Query { thing: Thing slow: Slow long: Int @lives(seconds: 60) }`);

  it('is made once, and kept with the document', () => {
    const document = parse('{ thing { name } }');
    expect(policyOf(schema, document)).toBe(policyOf(schema, document));
    expect(policyOf(schema, parse('{ thing { name } }'))).not.toBe(policyOf(schema, document));
  });

  it('counts what any type says that a field may come from, and is never longer than usual', () => {
    const secondsOf = (query: string) => policyOf(schema, parse(query)).seconds;
    expect(['{ thing { name } }', '{ slow { name } }', '{ long }', '{ long thing { name } }'].map(secondsOf)).toEqual([3, 15, 15, 3]);
  });
});

describe('what no cache may keep', () => {
  const NOT_KEPT = { control: 'no-store', tags: [] };

  it.each([
    ['an answer to POST', SITE_NAME, { method: 'POST' }, 200],
    ['a mistake of the client', '{ nothing }', {}, 400],
    ['an answer with an error in it', `{ ${article('harbour')} latest(first: 101) { edges { cursor } } }`, {}, 200],
    ['an answer without what failed', `{ ${article('harbour')} }`, { context: { mended: ['failed'] } }, 200],
    ['a preview', `{ ${article('harbour')} }`, { context: { preview: { asOf: at('09:00'), draft: null } } }, 200],
    ['an answer for who has paid', `{ ${article('harbour')} }`, { token: readerToken('secret', 4_000_000_000) }, 200],
    ['a token that is wrong', `{ ${article('harbour')} }`, { token: 'expires=1,v1=0' }, 401],
  ] as [string, string, Asked, number][])('is %s', async (_, query, asked, status) => {
    const answer = await headersOf(query, asked);
    const last = conditional({ headers: {}, requestContext: { http: { method: asked.method ?? 'GET' } } } as never, {
      statusCode: answer.status,
      headers: answer.headers,
      body: answer.text,
    });
    expect([answer.status, last.headers?.['cache-control'], last.headers?.etag]).toEqual([status, 'no-store', undefined]);
    if (status !== 401) expect(answer).toMatchObject(NOT_KEPT);
  });

  it('is anything of which nobody has said how long it lives', () => {
    const said = conditional({ headers: {}, requestContext: { http: { method: 'GET' } } } as never, { statusCode: 200, body: '{}' });
    expect(said).toEqual({ statusCode: 200, body: '{}', headers: { 'cache-control': 'no-store' } });
  });

  it('is what cannot be read now, which GET is told by 503', async () => {
    const broken = { ...open, listing: new Proxy(open.listing, { get: () => expect.fail('The table is away') }) };
    expect(await headersOf(`{ ${article('ferry')} latest { edges { cursor } } }`, { table: broken })).toMatchObject({
      status: 503,
      ...NOT_KEPT,
    });
  });
});

describe('an answer that may be kept', () => {
  it('says which headers it depends on', async () => {
    expect((await headersOf(SITE_NAME)).headers.vary).toBe('accept, x-broadsheet-reader, x-broadsheet-preview');
  });
});

describe('the tags of an answer', () => {
  const tag = (id: string) => `article:${idOf(id)}`;
  const CARD = '{ node { id headline } }';

  it('name each article that it shows, by whatever way it comes in', async () => {
    const everything = [
      article('harbour', 'alternates { article { id } }'),
      article('harbour', `related { article { id } } alternates { article { id } } series { articles { edges ${CARD} } }`),
      `latest { edges ${CARD} }`,
      'front { containers { items { article { id } } } }',
      'resolve(url: "/world/old") { ... on MovedArticle { articleId } }',
      `nodes(ids: ["${idOf('lighthouse')}"]) { id }`,
      `concept(by: { id: "${aPerson('Bo Ferrand').id}" }) { ... on Person { quotations { edges { node { isPartOf { id } } } } roles { edges { node { isPartOf { id } } } } } }`,
    ];
    for (const query of [
      ...everything.map((one) => `{ ${one} }`),
      `{ ${everything.map((one, at) => one.replace(/^(\w+)/, `the${at}: $1`)).join(' ')} }`,
    ]) {
      const { text, tags } = await headersOf(query, { table: whole });
      const shown = new Set(text.match(/a_[\w-]{22}/g));
      expect(shown.size, query).toBeGreaterThan(0);
      expect(tags, query).toEqual(expect.arrayContaining([...shown].map((id) => `article:${id}`)));
    }
  });

  it.each([
    ['latest', '{ latest { edges { cursor } } }', ['latest']],
    ['a language', '{ latest(inLanguage: "en-GB") { edges { cursor } } }', ['latest:en']],
    ['a section', '{ section(slug: "world") { articles(first: 1) { edges { cursor } } } }', ['section:world']],
    ['a section without its articles', '{ section(slug: "world") { name } }', ['section:world']],
    ['a concept without its articles', `{ concept(by: { id: "${subject.id}" }) { description } }`, [conceptTag(subject.id)]],
    ['a front', '{ front { title containers { items { headline } } } }', [frontTag('home'), 'section:world']],
    ['a series', `{ ${article('ferry', 'series { articles { edges { cursor } } }')} }`, [listTag(LIST.series('deeper'))]],
    ['a concept', `{ concept(by: { id: "${subject.id}" }) { description articles { edges { cursor } } } }`, [conceptTag(subject.id)]],
  ])('name the list: %s', async (_, query, lists) => {
    expect((await headersOf(query)).tags).toEqual(expect.arrayContaining(lists));
  });

  it('name no list further down, where nothing new comes in', async () => {
    const first = await headersOf('{ latest(first: 1) { pageInfo { endCursor } } }');
    const cursor = JSON.parse(first.text).data.latest.pageInfo.endCursor;
    expect(first.tags).toContain('latest');
    expect((await headersOf(`{ latest(first: 1, after: "${cursor}") { edges ${CARD} } }`)).tags).not.toContain('latest');
  });

  it('name what was asked for by its id, there or not, so that it comes when it comes', async () => {
    expect((await headersOf(`{ ${article('secret')} }`, { table: whole })).tags).toEqual([tag('secret')]);
    expect((await headersOf(`{ ${article('secret')} }`)).tags).toEqual([tag('secret')]);
  });

  it('name a concept by the id that was asked for, which may have been merged or may come to be', async () => {
    const { id } = aPerson('Nobody Yet');
    expect((await headersOf(`{ concept(by: { id: "${id}" }) { description } }`)).tags).toEqual([conceptTag(id)]);
  });

  it('stand in the same order, whatever came back first', () => {
    const [one, other] = [new Shown(), new Shown()];
    for (const id of ['a', 'b', 'c']) one.article({ id: idOf(id) });
    for (const id of ['c', 'b', 'a']) other.article({ id: idOf(id) });
    expect(other.tags).toEqual(one.tags);
  });

  it('say that an answer is crowded where not every article can be named, and only there', () => {
    const shown = new Shown();
    shown.list('LATEST');
    shown.list('SERIES#deeper');
    for (let number = 0; number < 49; number += 1) shown.article({ id: idOf(`${number}`) });
    expect([shown.tags.length, shown.tags[0]]).toEqual([50, 'latest']);
    expect(shown.tags).toContain(tag('48'));
    shown.article({ id: idOf('one more') });
    expect([shown.tags.length, shown.tags.slice(0, 2)]).toEqual([50, ['crowded', 'latest']]);
  });
});

describe('what is hidden', () => {
  const CARD = '{ node { id headline } }';
  const queries = [
    `{ ${article('harbour', 'related { article { id } } alternates { article { id } } series { articles { edges { cursor } } }')} }`,
    `{ latest(first: 100) { edges ${CARD} } }`,
    `{ section(slug: "world") { articles { edges ${CARD} } } }`,
    '{ front { containers { items { article { id } } } } }',
    `{ concept(by: { id: "${subject.id}" }) { description articles { edges ${CARD} } } }`,
    ...['secret', 'draft', 'killed'].map((id) => `{ resolve(url: "/world/${id}") { __typename } }`),
    `{ nodes(ids: [${['ferry', 'secret', 'draft'].map((id) => `"${idOf(id)}"`)}]) { id } }`,
    `{ ${article('ferry')} ${article('secret').replace('article', 'other: article')} }`,
  ];

  it.each(queries)('changes neither a lifetime nor a tag: %s', async (query) => {
    for (const clock of ['08:00:00', '08:00:07.9']) {
      const [without, withHidden] = [await headersOf(query, { clock }), await headersOf(query, { clock, table: whole })];
      const isWithdrawn = query.includes('/world/killed'); // that it was withdrawn is public
      if (!isWithdrawn) expect(withHidden).toEqual(without);
      for (const id of ['secret', 'draft'].filter((id) => !query.includes(idOf(id))))
        expect(JSON.stringify(withHidden)).not.toContain(idOf(id));
    }
  });
});

describe('an answer that a client has', () => {
  const kept = {
    statusCode: 200,
    headers: { 'cache-control': 'max-age=0, s-maxage=15', 'cache-tag': 'latest', 'content-length': '5' },
    body: '"one"',
  };
  const ask = (header?: string, { body = kept.body, method = 'GET' } = {}) =>
    conditional({ headers: { 'if-none-match': header }, requestContext: { http: { method } } } as never, { ...kept, body });
  const etag = String(ask().headers?.etag);

  it('has a strong tag, the same for the same body and another for another', () => {
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(ask().headers?.etag).toBe(etag);
    expect(ask(undefined, { body: '"two"' }).headers?.etag).not.toBe(etag);
  });

  it.each([etag, `W/${etag}`, `"x", W/${etag}`, '*'])('is not sent again to who says %s', (header) => {
    const { 'content-length': _, ...headers } = { ...kept.headers, etag };
    expect(ask(header)).toEqual({ statusCode: 304, headers });
  });

  it.each(['"x"', etag.slice(1, -1), ''])('is sent to who says %s', (header) => {
    expect(ask(header)).toEqual({ ...kept, headers: { ...kept.headers, etag } });
  });

  it('is sent to POST in any case', () => {
    expect(ask(etag, { method: 'POST' })).toMatchObject({ statusCode: 200, body: kept.body, headers: { 'cache-control': 'no-store' } });
  });
});
