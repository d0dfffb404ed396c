import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_IMAGE } from '../../lambda/domain/body.ts';
import type { FrontContainer } from '../../lambda/domain/front.ts';
import { type Instant, instantOf, millisecondsOf, parseInstant } from '../../lambda/domain/instant.ts';
import { requestContext } from '../../lambda/graphql/context.ts';
import { buildServer } from '../../lambda/graphql/server.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushFront } from '../../lambda/store/front-writes.ts';
import { anArticle, at, idOf } from '../support/article.ts';
import { aContainer, aFront, anItem, type FrontWish, latest, section } from '../support/front.ts';
import { SITE } from '../support/graphql.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

type Item = { headline: string; isCurated: boolean; [field: string]: unknown };
type Shown = { title: string; path: string; dateModified: string; containers: { slug: string; items: Item[] | null }[] } | null;

const FRONT = `query ($slug: String! = "home") { front(slug: $slug) { slug title path inLanguage description dateModified
  containers { slug headline kicker path layout items { headline kicker standfirst { text html } image { url } isCurated article { id path headline } } } } }`;

let server: LocalTable;
const built = buildServer({ stage: 'dev', log: () => {} });
beforeAll(async () => {
  server = await startLocalTable();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A newsroom of the test's own: stories one minute apart, the last one newest, all public by 08:00. */
async function newsroom(...stories: (string | Parameters<typeof anArticle>[0])[]) {
  const { table } = await emptyTable(server.endpoint);
  for (const [minute, story] of stories.entries()) {
    const wish = typeof story === 'string' ? { id: story } : story;
    await pushArticle(table, anArticle({ published: at(`06:${String(minute).padStart(2, '0')}`), ...wish }), at('07:00'));
  }
  const put = (wish: Omit<FrontWish, 'slug'> & { slug?: string }, now = '07:00') =>
    pushFront(table, aFront({ slug: 'home', ...wish }), at(now));
  const ask = async (clock: Instant = at('08:00'), slug = 'home', query = FRONT) => {
    const contextValue = requestContext(table, { site: SITE, clock });
    const { body } = await built.executeOperation<{ front: Shown }>({ query, variables: { slug } }, { contextValue });
    if (body.kind !== 'single') throw new Error('One answer was expected');
    return { front: body.singleResult.data?.front ?? null, errors: body.singleResult.errors, calls: contextValue.meter.calls };
  };
  const headlines = async (clock?: Instant) =>
    ((await ask(clock)).front?.containers ?? []).map(({ items }) =>
      items?.map(({ article }) => (article as { headline: string }).headline.slice(12)),
    );
  return { table, put, ask, headlines };
}

describe('a front', () => {
  it('shows what editors placed, in their words or the article’s own', async () => {
    const { put, ask } = await newsroom(
      {
        id: 'harbour',
        kicker: 'Port',
        standfirst: { text: 'Ships wait.', marks: [{ type: 'STRONG', start: 0, end: 5 }], quotation: null },
      },
      { id: 'ferry', image: { url: 'https://img.example/own.jpg', ...PLAIN_IMAGE } },
    );
    const words = { headline: 'Shut', kicker: 'Now', standfirst: 'Until <noon>', image: { url: '/cut.jpg', ...PLAIN_IMAGE } };
    const lead: FrontContainer = {
      ...aContainer('lead', ['harbour', anItem('ferry', words)]),
      ...{ headline: 'At sea', kicker: 'Coast', path: '/world', layout: 'hero' },
    };
    await put({ containers: [lead] });
    const { front, errors, calls } = await ask();
    expect(errors).toBeUndefined();
    expect(front).toMatchObject({ slug: 'home', path: '/', title: 'Title of home', inLanguage: null, dateModified: at('07:00') });
    expect(front?.containers).toMatchObject([
      {
        ...{ slug: 'lead', headline: 'At sea', kicker: 'Coast', path: '/world', layout: 'hero' },
        items: [
          {
            ...{ headline: 'Headline of harbour', kicker: 'Port', image: null, isCurated: true },
            standfirst: { text: 'Ships wait.', html: '<strong>Ships</strong> wait.' },
            article: { id: idOf('harbour') },
          },
          {
            ...{ headline: 'Shut', kicker: 'Now', image: { url: '/cut.jpg' } },
            standfirst: { text: 'Until <noon>', html: 'Until &#60;noon&#62;' },
            article: { path: '/world/ferry', headline: 'Headline of ferry' },
          },
        ],
      },
    ]);
    expect(calls).toBe(2);
  });

  it('fills what editors leave open, newest first, and shows each article once', async () => {
    const { put, headlines, ask } = await newsroom(
      ...['one', 'two', 'three', { id: 'four', section: 'Sport' }, 'five', { id: 'six', section: 'Sport' }, 'seven', 'eight'],
    );
    const containers = [
      aContainer('lead', ['two', 'two'], latest(3)), // 'six' stands below, where an editor put it
      aContainer('sport', ['six'], section('sport', 3)),
      aContainer('more', ['two', 'one'], latest(3)),
    ];
    await put({ containers });
    expect(await headlines()).toEqual([
      ['two', 'eight', 'seven'],
      ['six', 'four'],
      ['one', 'five', 'three'],
    ]);
    const { front, calls } = await ask();
    expect(front?.containers[0]?.items?.map(({ isCurated }) => isCurated)).toEqual([true, false, false]);
    expect(calls).toBe(4); // the front; what is curated, the newest, the section
  });

  it('takes no more than a container holds, and shows further down what had no room', async () => {
    const { put, headlines } = await newsroom('one', 'two', 'three');
    await put({ containers: [aContainer('lead', ['one', 'two'], latest(1)), aContainer('rest', [], latest(30))] });
    expect(await headlines()).toEqual([['one'], ['three', 'two']]);
  });

  it('shows an embargoed article at its instant, where an editor placed it, and fills its place until then', async () => {
    const { put, headlines, ask } = await newsroom('one', 'two', { id: 'secret', embargoedUntil: at('20:00') });
    await put({ containers: [aContainer('lead', [anItem('secret', { headline: 'Told too early' }), 'not-there'], latest(2))] });
    expect(await headlines(at('19:59:59.999'))).toEqual([['two', 'one']]);
    expect(await headlines(at('20:00'))).toEqual([['secret', 'two']]);
    const before = await ask(at('19:59:59.999'));
    expect(JSON.stringify(before)).not.toMatch(/Told too early|secret/);
    expect(before.calls).toBe((await ask(at('20:00'))).calls);
  });

  it('costs the same whether what it names can be read, waits, was killed or never was', async () => {
    const { table, put, ask } = await newsroom('open', 'killed', { id: 'secret', embargoedUntil: at('20:00') });
    await pushArticle(table, anArticle({ id: 'killed', version: 2, status: 'CANCELED' }), at('07:30'));
    const calls: number[] = [];
    for (const [number, name] of ['open', 'killed', 'secret', 'never-was'].entries()) {
      await put({ version: number + 1, containers: [aContainer('lead', [name], section('world', 2))] });
      const { front, calls: asked } = await ask();
      expect(JSON.stringify(front)).not.toMatch(/killed|secret/);
      calls.push(asked);
    }
    expect(calls).toEqual([3, 3, 3, 3]);
  });

  it('is read at a later clock by that clock alone', async () => {
    const { put, ask } = await newsroom('one');
    await put({ version: 1, title: 'Day', containers: [aContainer('lead', ['one'])] });
    await put({ version: 2, title: 'Night', scheduledFor: at('20:00') });
    const moment = at('20:00');
    expect((await ask(instantOf(millisecondsOf(moment) - 1))).front?.title).toBe('Day');
    expect((await ask(moment)).front?.title).toBe('Night');
  });

  it('is null where there is none, where one waits and where one was taken away, for one call', async () => {
    const { put, ask } = await newsroom();
    await put({ slug: 'waits', scheduledFor: at('20:00') });
    await put({ slug: 'gone' });
    await put({ slug: 'gone', version: 2, status: 'CANCELED' });
    for (const slug of ['nothing', 'waits', 'gone'])
      expect(await ask(at('08:00'), slug)).toEqual({ front: null, errors: undefined, calls: 1 });
    for (const slug of ['No Slug', '', 'a//b', '/', 'x'.repeat(2000)])
      expect(await ask(at('08:00'), slug)).toMatchObject({ front: null, calls: 0 });
  });

  it('reads no article when no item is asked for', async () => {
    const { put, ask } = await newsroom('one');
    await put({ containers: [aContainer('lead', ['one'], latest(3))] });
    expect(await ask(at('08:00'), 'home', '{ front { title containers { slug } } }')).toMatchObject({
      front: { containers: [{ slug: 'lead' }] },
      calls: 1,
    });
  });

  it('stands when one of its lists fails: that container alone is null', async () => {
    const { table, put } = await newsroom('one', 'two');
    const damaged = { pk: 'SECTION#broken', sk: `A#${at('06:00')}#${idOf('one')}`, e: 'Nobody' }; // no kind of item that we know
    await table.client.send(new PutCommand({ TableName: table.listing.table.getName(), Item: damaged }));
    const containers = [aContainer('lead', ['one']), aContainer('broken', [], section('broken', 2)), aContainer('latest', [], latest(2))];
    await put({ containers });
    const contextValue = requestContext(table, { site: SITE, clock: parseInstant('2026-03-14T08:00:00Z', 'test') });
    const { body } = await built.executeOperation<{ front: Shown }>({ query: FRONT }, { contextValue });
    if (body.kind !== 'single') throw new Error('One answer was expected');
    const { data, errors } = body.singleResult;
    expect(data?.front?.containers.map(({ items }) => items?.map(({ headline }) => headline))).toEqual([
      ['Headline of one'],
      undefined,
      ['Headline of two'],
    ]);
    expect(errors).toMatchObject([{ path: ['front', 'containers', 1, 'items'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  });
});
