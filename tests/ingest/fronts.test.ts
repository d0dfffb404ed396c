import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId, conceptId } from '../../lambda/domain/identity.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { readFront } from '../../lambda/ingest/formats/front.ts';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { answerPush } from '../../lambda/ingest/push.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { sign } from '../../lambda/signature.ts';
import { readFront as readStoredFront } from '../../lambda/store/front-reads.ts';
import { openNewsTable } from '../../lambda/store/news-table.ts';
import { at } from '../support/article.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const NOW = Date.parse('2026-03-14T12:00:00Z');
const SAMPLE = `${import.meta.dirname}/../../samples/home.front.json`;

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

type Wish = { slug?: string; query?: string; key?: string; table?: LocalTable['table']; text?: string };

/** A front pushed by the source `wire`, unless another key signs it. */
async function push(document: object, { slug = 'home', query = '', key = 'wire-secret', table = local.table, text }: Wish = {}) {
  const body = text ?? JSON.stringify(document);
  const target = `/ingest/fronts/${slug}${query && '?'}${query}`;
  const event = {
    ...{ version: '2.0', rawPath: `/ingest/fronts/${slug}`, rawQueryString: query, requestContext: { http: { method: 'POST' } }, body },
    headers: { 'x-broadsheet-signature': sign(key, { method: 'POST', target, body: Buffer.from(body) }, NOW / 1000) },
  };
  const keys = parseIngestKeys('{"wire": "wire-secret", "desk": "desk-secret"}');
  const answer = await answerPush(event, { table, keys, log: () => {}, now: NOW });
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? 'null') };
}

const stored = (slug: string) => readStoredFront(local.table, slug, instantOf(NOW));
const read = (document: object, name = 'home') => readFront({ bytes: Buffer.from(JSON.stringify(document)), source: 'wire', name });
const placesOf = (document: object) => {
  try {
    read(document);
  } catch (error) {
    return (error as { faults: { place: string }[] }).faults.map(({ place }) => place);
  }
  return [];
};

describe('a pushed front', () => {
  it('is answered 201 when it is accepted, 200 when it was known, and names articles as its source does', async () => {
    const document = {
      title: 'Home',
      version: 1,
      containers: [{ id: 'lead', items: [{ uri: 'urn:1', headline: 'Shut' }, { id: articleId('desk', 'x') }] }],
    };
    expect(await push(document)).toEqual({
      status: 201,
      body: {
        fronts: [
          { uri: 'home', id: 'home', outcome: 'ACCEPTED', version: 1, known: 1, path: '/', availableFrom: instantOf(NOW), warnings: [] },
        ],
      },
    });
    expect(await push(document)).toMatchObject({ status: 200, body: { fronts: [{ outcome: 'UNCHANGED' }] } });
    expect((await stored('home'))?.containers[0]?.items.map(({ article, headline }) => [article, headline])).toEqual([
      [articleId('wire', 'urn:1'), 'Shut'],
      [articleId('desk', 'x'), null],
    ]);
  });

  it('stands where its address says, in any script and depth', async () => {
    expect(await push({ title: 'Häfen' }, { slug: 'world/h%C3%A4fen' })).toMatchObject({
      status: 201,
      body: { fronts: [{ path: '/world/häfen' }] },
    });
    expect(await push({ title: 'Sport', slug: 'sport' }, { slug: 'world' })).toMatchObject({
      status: 422,
      body: { fronts: [{ faults: [{ place: 'slug' }] }] },
    });
    expect(await push({ title: 'X' }, { slug: 'No%20Slug' })).toMatchObject({
      status: 422,
      body: { fronts: [{ faults: [{ place: 'slug' }] }] },
    });
    expect(await push({ title: 'X' }, { slug: '%E0' })).toMatchObject({ status: 422 });
    expect([await stored('sport'), await stored('world')]).toEqual([null, null]);
  });

  it('goes through the gateway to a slug of several segments', async () => {
    const keys = parseIngestKeys('{"wire": "wire-secret"}');
    const desk = (event: unknown) => answerPush(event, { table: local.table, keys, log: () => {}, now: NOW });
    await using gateway = await startGateway({
      functions: { 'POST /ingest/{format}': desk, 'POST /ingest/fronts/{slug+}': desk },
      port: 0,
    });
    const body = '{"title": "Deep"}';
    const headers = {
      'x-broadsheet-signature': sign(
        'wire-secret',
        { method: 'POST', target: '/ingest/fronts/deep/er/est', body: Buffer.from(body) },
        NOW / 1000,
      ),
    };
    const answer = await fetch(`${gateway.url}/ingest/fronts/deep/er/est`, { method: 'POST', headers, body });
    expect([answer.status, (await stored('deep/er/est'))?.title]).toEqual([201, 'Deep']);
    expect((await fetch(`${gateway.url}/ingest/text/er`, { method: 'POST', headers, body })).status).toBe(404);
  });

  it('waits for its schedule, and is taken away by its status alone', async () => {
    await push({ title: 'Now' }, { slug: 'dated' });
    const later = { title: 'Later', embargoed: '2026-03-14T13:00:00+01:00', scheduled: '2026-03-14T20:00:00Z' };
    expect(await push(later, { slug: 'dated' })).toMatchObject({ body: { fronts: [{ version: 2, availableFrom: at('20:00') }] } });
    expect((await stored('dated'))?.title).toBe('Now');
    expect(await push({ pubStatus: 'canceled' }, { slug: 'dated' })).toMatchObject({ status: 201, body: { fronts: [{ path: null }] } });
    expect(await stored('dated')).toBeNull();
  });

  it('of another source is refused', async () => {
    await push({ title: 'Mine' }, { slug: 'owned' });
    expect(await push({ title: 'Yours' }, { slug: 'owned', key: 'desk-secret' })).toMatchObject({ status: 422 });
    expect((await stored('owned'))?.title).toBe('Mine');
  });

  it('is answered 401, 400, 413, 422 and 503 as an article is', async () => {
    expect(await push({ title: 'X' }, { slug: 'wrong', key: 'other' })).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED' } },
    });
    expect(await push({ title: 'X' }, { slug: 'wrong', query: 'section=world' })).toMatchObject({
      status: 400,
      body: { error: { faults: [{ place: 'parameter section', reason: 'is not known; there is none' }] } },
    });
    expect(await push({ title: 'x'.repeat(400_000) }, { slug: 'wrong' })).toMatchObject({ status: 413 });
    expect(await push({}, { slug: 'wrong', text: '{"title": ' })).toMatchObject({
      status: 422,
      body: { fronts: [{ faults: [{ place: 'document' }] }] },
    });
    expect(await push({}, { slug: 'wrong', text: '[]' })).toMatchObject({
      status: 422,
      body: { fronts: [{ faults: [{ place: 'document' }] }] },
    });
    const gone = openNewsTable({ tableName: 'news-gone', endpoint: 'http://127.0.0.1:1' });
    expect(await push({ title: 'X' }, { slug: 'wrong', table: gone })).toMatchObject({
      status: 503,
      body: { error: { code: 'UNAVAILABLE' } },
    });
    expect(await stored('wrong')).toBeNull();
  });
});

describe('the document of a front', () => {
  it('that is wrong in many places is told all of them at once', () => {
    const document = {
      ...{ titel: 'Home', version: -1, embargoed: 'soon', pubStatus: 'killed', inLanguage: 'en_GB' },
      containers: [
        {
          id: 'Lead Story',
          path: 'world',
          layout: 'three up!',
          items: [{}, { uri: 'a', id: 'b' }, { id: 'p_1' }, { uri: 'a', image: { alt: 'x' } }],
        },
        { id: 'a', fill: { from: 'archive', slug: 'world', upTo: 31 } },
        { id: 'a', fill: { from: 'section', language: 'en' } },
        { id: 'b', fill: { from: 'about', concept: 'a_1', upTo: 3 } },
        { headline: 5, items: 'harbour' },
      ],
    };
    expect(placesOf(document).map((place) => place.replace(/^document: /, '').replaceAll('containers, entry ', '#'))).toEqual([
      ...['pubStatus', 'version', 'embargoed', 'title', 'inLanguage'],
      ...['#1: id', '#1: path', '#1: layout'],
      ...['#1: items, entry 1: uri', '#1: items, entry 2: uri', '#1: items, entry 3: id'],
      ...['#1: items, entry 4: image: url', '#1: items, entry 4: image: alt'],
      ...['#2: fill: upTo', '#2: fill: from'],
      ...['#3: fill: upTo', '#3: fill: slug', '#3: fill: language'],
      '#4: fill: concept: id',
      ...['#5: id', '#5: headline', '#5: items'],
      'containers',
      'titel',
    ]);
  });

  it('may name a hundred articles and twenty lists, and no more', () => {
    const many = (count: number, one: (number: number) => object) => Array.from({ length: count }, (_, number) => one(number));
    const items = (count: number) => ({ title: 'X', containers: [{ id: 'a', items: many(count, (number) => ({ uri: `u${number}` })) }] });
    const lists = (count: number) => ({
      title: 'X',
      containers: many(count, (number) => ({ id: `c${number}`, fill: { from: 'section', slug: `s${number}`, upTo: 1 } })),
    });
    expect([placesOf(items(100)), placesOf(lists(20))]).toEqual([[], []]);
    expect([placesOf(items(101)), placesOf(lists(21))]).toEqual([['document: containers'], ['document: containers']]);
  });

  it('names the concept of a list by its id or as its source does', () => {
    const fillOf = (concept: unknown) =>
      (read({ title: 'X', containers: [{ id: 'a', fill: { from: 'about', concept, upTo: 1 } }] }).front?.containers[0]?.fill?.from ??
        null) as {
        concept: string;
      } | null;
    const id = conceptId('Place', '', { uri: 'urn:harbour' });
    expect([fillOf({ kind: 'place', uri: 'urn:harbour' })?.concept, fillOf({ id })?.concept, fillOf(id)?.concept]).toEqual([id, id, id]);
  });

  it('of the sample newsroom is taken whole', () => {
    const edition = readFront({ bytes: readFileSync(SAMPLE), source: 'local', name: 'home' });
    expect(edition.front?.containers.length).toBeGreaterThanOrEqual(5);
  });
});
