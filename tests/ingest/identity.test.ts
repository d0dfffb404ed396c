import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BundledService, type PushAnswer, startBundledService } from '../support/bundled-service.ts';
import { EXPORT_START, postItem } from '../support/wordpress-export.ts';

/** "Identity and versions" of docs/integrate.md as readers get to see it: pushed to the bundles, asked of the API. */

let service: BundledService;
beforeAll(async () => {
  service = await startBundledService(['wire', 'agency']);
});
afterAll(() => service[Symbol.asyncDispose]());

type Item = Record<string, unknown>;

/** An item of ninjs 3 with what a test says of it. */
const item = (said: Item): Item => ({
  ...{ version: '1', versionCreated: '2026-02-03T04:05:06Z' },
  headlines: [{ value: `Headline ${said.version ?? 1}` }],
  bodies: [{ value: 'Words.' }],
  ...said,
});

/** An article as Superdesk writes it. */
const desk = (said: Item): Item => ({
  ...{ version: '1', versioncreated: '2026-02-03T04:05:06+0000', headline: `Headline ${said.version ?? 1}`, body_html: '<p>Words.</p>' },
  ...said,
});

async function push(document: Item, { source = 'wire', query = '' } = {}) {
  return outcomeOf(await service.push({ source, query, format: 'ninjs', body: JSON.stringify(document) }));
}

function outcomeOf({ status, articles: [first] }: PushAnswer) {
  return { id: first?.id ?? '', status, outcome: first?.outcome, version: first?.version, known: first?.known };
}

async function ask<Data>(fields: string, id: string): Promise<Data> {
  const query = `query ($id: ID!) { article(by: { id: $id }) { __typename ... on NewsArticle { ${fields} } } }`;
  const { data, errors } = await service.ask<{ article: Data }>(query, { id });
  expect(errors).toBeUndefined();
  return data.article;
}

/** The headline that readers get, or what has become of the article. */
async function shown(id: string): Promise<string | null> {
  const article = await ask<{ __typename: string; headline?: string } | null>('headline', id);
  return article && (article.headline ?? article.__typename);
}

describe('what a source calls an article', () => {
  it('is its uri; where there is none, its guid, and the two are one name', async () => {
    const byGuid = await push(desk({ guid: 'urn:desk:1' }));
    expect(await push(desk({ uri: 'urn:desk:1', version: '2' }))).toMatchObject({ id: byGuid.id, outcome: 'ACCEPTED' });
    const both = await push(desk({ uri: 'urn:desk:uri', guid: 'urn:desk:guid' }));
    expect(both.id).toBe((await push(desk({ guid: 'urn:desk:uri' }))).id);
    expect(both.id).not.toBe((await push(desk({ guid: 'urn:desk:guid' }))).id);
  });

  it('stays the same when only what changes with each fetch is another', async () => {
    const uri = (query: string) => `https://api.wire.example/content/b2b6${query}`;
    const first = await push(item({ uri: uri('?qt=one&et=two') }));
    const second = await push(item({ uri: uri('?et=four&qt=three&utm_source=x'), version: '2' }));
    expect(second).toMatchObject({ id: first.id, version: 2, outcome: 'ACCEPTED' });
    expect((await push(item({ uri: uri('?id=7&qt=five') }))).id).not.toBe(first.id);
  });

  it('means nothing to another source', async () => {
    const uri = 'urn:shared';
    const own = await push(item({ uri }));
    const other = await push(item({ uri, version: '9', pubStatus: 'canceled' }), { source: 'agency' });
    expect(other.id).not.toBe(own.id);
    expect(await shown(own.id)).toBe('Headline 1');
  });

  it('is one of WordPress however it comes, and so are its categories', async () => {
    const guid = 'https://sound.example/?p=31';
    const wxr = `${EXPORT_START}${postItem(31, { guid }).replace('nicename="ferries"', 'nicename="shipping"')}</channel></rss>`;
    const exported = outcomeOf(await service.push({ source: 'wire', format: 'wordpress-wxr', body: wxr }));
    const post = {
      ...{ type: 'post', status: 'publish', slug: 'ferry-31', date_gmt: '2026-11-02T21:00:00', modified_gmt: '2026-11-02T23:30:00' },
      ...{ guid: { rendered: guid }, title: { rendered: 'Ferry 31 returns' }, content: { rendered: '<p>It came back.</p>' } },
      _embedded: { 'wp:term': [[], [{ id: 3, taxonomy: 'post_tag', slug: 'fog', name: 'Fog' }]] },
    };
    const about = async () => (await ask<{ about: { id: string }[] }>('about { id }', exported.id)).about.map(({ id }) => id);
    const before = await about();
    const rest = (said: Item) => service.push({ source: 'wire', format: 'wordpress-rest', body: JSON.stringify({ ...post, ...said }) });
    expect(outcomeOf(await rest({}))).toMatchObject({ id: exported.id, outcome: 'ACCEPTED' });
    expect(await shown(exported.id)).toBe('Ferry 31 returns');
    expect(await about()).toEqual(before);
    expect(before).toHaveLength(1);
    expect(outcomeOf(await rest({ status: 'trash', modified_gmt: '2026-11-03T01:00:00' })).status).toBe(201);
    expect(await shown(exported.id)).toBe('WithdrawnArticle');
    const again = await rest({ modified_gmt: '2026-11-03T02:00:00' });
    expect(again.status).toBe(201);
    expect(await shown(exported.id)).toBe('Ferry 31 returns');
  });

  it('and its language are the name together, where its language versions share a uri', async () => {
    const query = 'variants=language';
    const variant = (language: string, said: Item = {}) =>
      item({ uri: 'urn:variants', language, headlines: [{ value: language }], ...said });
    const english = await push(variant('en'), { query });
    const german = await push(variant('de-AT'), { query });
    expect(german.id).not.toBe(english.id);
    const alternates = (id: string) => ask<{ alternates: { inLanguage: string }[] | null }>('alternates { inLanguage }', id);
    expect((await alternates(english.id)).alternates?.map(({ inLanguage }) => inLanguage)).toContain('de-AT');
    await push(variant('de-AT', { version: '2', pubStatus: 'canceled' }), { query });
    expect([await shown(english.id), await shown(german.id)]).toEqual(['en', 'WithdrawnArticle']);
    expect((await alternates(english.id)).alternates?.map(({ inLanguage }) => inLanguage) ?? []).not.toContain('de-AT');
    const { language, ...nobodys } = variant('', { version: '3', pubStatus: 'canceled' });
    expect((await push(nobodys, { query })).status).toBe(422);
    expect(await shown(english.id)).toBe('en');
  });
});

describe('a version', () => {
  it('that is an instant or a day comes behind all earlier ones, however it is written', async () => {
    const push3 = (version: string) => push(item({ uri: 'urn:dated', version, headlines: [{ value: version }] }));
    const { id } = await push3('20261102T210000+0100');
    expect((await push3('2026-11-02T19:59:59Z')).outcome).toBe('UNCHANGED');
    expect(await push3('2026-11-02T20:00:00Z')).toMatchObject({ outcome: 'UNCHANGED', known: Date.parse('2026-11-02T20:00:00Z') });
    expect((await push3('2026-11-03')).outcome).toBe('ACCEPTED');
    expect(await shown(id)).toBe('2026-11-03');
    expect((await push3('v4')).status).toBe(422);
    expect(await shown(id)).toBe('2026-11-03');
  });

  it('changes nothing with other content, on every replay, whatever came between', async () => {
    const uri = 'urn:replayed';
    const { id } = await push(item({ uri, version: '2' }));
    const other = item({ uri, version: '2', headlines: [{ value: 'Other words' }] });
    for (const replay of [other, other])
      expect(await push(replay)).toMatchObject({ status: 200, outcome: 'UNCHANGED', version: 2, known: 2 });
    expect(await shown(id)).toBe('Headline 2');
    await push(item({ uri, version: '3' }));
    expect(await push(other)).toMatchObject({ status: 200, outcome: 'UNCHANGED', version: 2, known: 3 });
    expect(await shown(id)).toBe('Headline 3');
  });

  it.each(['canceled', 'cancelled', 'killed', 'recalled', 'takedown'])(
    'that is %s takes the article away; older ones never bring it back, a newer one does',
    async (pubStatus) => {
      const uri = `urn:gone:${pubStatus}`;
      const { id } = await push(item({ uri }));
      expect((await push({ uri, version: '3', pubStatus })).status).toBe(201);
      expect(await shown(id)).toBe('WithdrawnArticle');
      for (const version of ['1', '2']) expect((await push(item({ uri, version }))).outcome).toBe('UNCHANGED');
      expect((await push(item({ uri, version: '3' }))).outcome).toBe('UNCHANGED');
      expect(await shown(id)).toBe('WithdrawnArticle');
      expect((await push(item({ uri, version: '4' }))).outcome).toBe('ACCEPTED');
      expect(await shown(id)).toBe('Headline 4');
    },
  );

  it('that was killed before anybody saw the article is never seen', async () => {
    const uri = 'urn:killed-first';
    const { id } = await push({ uri, version: '2', pubStatus: 'canceled' });
    expect((await push(item({ uri, version: '1' }))).outcome).toBe('UNCHANGED');
    expect(await shown(id)).toBeNull();
  });

  it('without a publication status is usable, with a word that nobody knows refused', async () => {
    expect(await shown((await push(item({ uri: 'urn:unsaid' }))).id)).toBe('Headline 1');
    expect((await push(item({ uri: 'urn:unknown', pubStatus: 'ready' }))).status).toBe(422);
    expect(await shown((await push(item({ uri: 'urn:held', pubStatus: 'withheld' }))).id)).toBeNull();
  });
});

describe('a rewrite', () => {
  const related = async (id: string) =>
    (await ask<{ related: { reason: string; article: { uri: string } }[] | null }>('related { reason article { uri } }', id)).related ?? [];

  it('points at its original though that comes later, and each has its own kill', async () => {
    const rewrite = await push(desk({ guid: 'urn:told:2', evolvedfrom: 'urn:told:1' }));
    expect(await related(rewrite.id)).toEqual([]);
    const original = await push(desk({ guid: 'urn:told:1' }));
    expect(await related(rewrite.id)).toEqual([{ reason: 'REWRITES', article: { uri: 'urn:told:1' } }]);
    expect([await shown(original.id), await shown(rewrite.id)]).toEqual(['Headline 1', 'Headline 1']);
    const third = await push(desk({ guid: 'urn:told:3', evolvedfrom: 'urn:told:2' }));
    expect(await related(third.id)).toEqual([{ reason: 'REWRITES', article: { uri: 'urn:told:2' } }]);
    await push(desk({ guid: 'urn:told:1', version: '2', pubstatus: 'canceled' }));
    expect(await related(rewrite.id)).toEqual([]);
    expect([await shown(original.id), await shown(rewrite.id), await shown(third.id)]).toEqual([
      'WithdrawnArticle',
      'Headline 1',
      'Headline 1',
    ]);
  });
});

describe('people of one name', () => {
  type Person = { id: string; identity: string };
  const authorsOf = async (id: string) =>
    (await ask<{ contributions: { person: Person }[] }>('contributions { person { id identity } }', id)).contributions.map(
      ({ person }) => person,
    );
  let numbers = 0;
  const authorOf = async (person: Item, source = 'wire'): Promise<Person> => {
    numbers += 1;
    const people = [{ name: 'Hester Quayle', rel: 'author', ...person }];
    const { id } = await push(item({ uri: `urn:byline:${numbers}`, people }), { source });
    return (await authorsOf(id))[0] as Person;
  };

  it('are one person only where the source gives both the same identity', async () => {
    const uri = 'https://people.example/hester';
    const [named, again, elsewhere] = [await authorOf({}), await authorOf({}), await authorOf({}, 'agency')];
    expect([named, again, elsewhere].map(({ identity }) => identity)).toEqual(['NAME_ONLY', 'NAME_ONLY', 'NAME_ONLY']);
    expect(again.id).toBe(named.id);
    expect(elsewhere.id).not.toBe(named.id);

    const [known, knownElsewhere] = [await authorOf({ uri }), await authorOf({ uri }, 'agency')];
    expect(known).toEqual({ id: knownElsewhere.id, identity: 'SOURCE' });
    const [literal, other, literalElsewhere] = [
      await authorOf({ literal: 'staff:1' }),
      await authorOf({ literal: 'staff:2' }),
      await authorOf({ literal: 'staff:1' }, 'agency'),
    ];
    expect(new Set([named, elsewhere, known, literal, other, literalElsewhere].map(({ id }) => id)).size).toBe(6);
  });

  it('are told apart by the ids of Superdesk, in the order of the byline', async () => {
    const authors = ['u-1', 'u-2', 'u-1'].map((user) => ({ name: 'Odo Farran', role: 'writer', user }));
    const { id } = await push(desk({ guid: 'urn:namesakes', authors }));
    const people = await authorsOf(id);
    expect(new Set(people.map((person) => person.id)).size).toBe(2);
    expect(people[0]?.id).not.toBe(people[1]?.id);
  });
});
