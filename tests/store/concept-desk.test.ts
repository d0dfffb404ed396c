import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConceptRef, identifiedConcept, namedConcept } from '../../lambda/domain/concept.ts';
import { Refused } from '../../lambda/domain/fault.ts';
import { articleId, type ConceptId } from '../../lambda/domain/identity.ts';
import { requestContext } from '../../lambda/graphql/context.ts';
import { buildServer } from '../../lambda/graphql/server.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushCard } from '../../lambda/store/card-writes.ts';
import { confirmConcept, mergeConcepts, renameConcept, splitOff } from '../../lambda/store/concept-desk.ts';
import { listConcepts, readConcept, readConcepts } from '../../lambda/store/concept-reads.ts';
import { listAbout, listContributions, listDescriptions, listMentions, listQuotations } from '../../lambda/store/listing-reads.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { openPreview } from '../../lambda/store/preview-reads.ts';
import { relistTable } from '../../lambda/store/relist.ts';
import { repairTable } from '../../lambda/store/repair.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { type ArticleWish, anArticle, aPerson, aPost, aQuotation, at, idOf, LIVE } from '../support/article.ts';
import { aCard } from '../support/card.ts';
import { SITE } from '../support/graphql.ts';
import { meanwhile } from '../support/meanwhile.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let table: NewsTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());
beforeEach(async () => {
  ({ table } = await emptyTable(local.endpoint));
});

const ilse = identifiedConcept('Person', 'Ilse Marrin', 'https://who.example/ilse');
const marrin = aPerson('I. Marrin');
const push = (id: string, now: string, wish: Partial<ArticleWish> = {}, on = table) => pushArticle(on, anArticle({ id, ...wish }), at(now));
const about = (...concepts: ConceptRef[]) => ({ about: concepts });

/** Everything that stands in the lists of a concept, by the headlines of its articles. */
async function standing(id: ConceptId, clock: string, on = table) {
  const teasers = async (list: typeof listAbout) => (await list(on, id, at(clock), {})).edges.map(({ node }) => node.headline);
  return {
    about: await teasers(listAbout),
    mentions: await teasers(listMentions),
    contributions: await teasers(listContributions),
    said: (await listQuotations(on, id, at(clock), {})).edges.map(({ node }) => node.quotation.text),
    roles: (await listDescriptions(on, id, at(clock), {})).edges.map(({ node }) => node.description.jobTitle),
  };
}
const NOTHING = { about: [], mentions: [], contributions: [], said: [], roles: [] };
const findings = async (now: string, write = false) => {
  const found = [];
  for await (const page of repairTable(table, () => at(now), { write })) found.push(...page.findings);
  return found;
};
const built = buildServer({ stage: 'dev', log: () => {} });
/** Asks the API as a client does. */
async function ask(query: string, clock: string) {
  const contextValue = requestContext(table, { site: SITE, clock: at(clock) });
  const { body } = await built.executeOperation<Record<string, never>>({ query }, { contextValue });
  if (body.kind !== 'single') throw new Error('One answer was expected');
  expect(body.singleResult.errors).toBeUndefined();
  return { data: body.singleResult.data as Record<string, unknown>, calls: contextValue.meter.calls };
}
/** The table for a writer that ends before its n-th transaction. */
function cutBefore(transaction: number): NewsTable {
  let turn = 0;
  const send = (command: { constructor: { name: string } }) => {
    if (/^TransactWrite/.test(command.constructor.name)) turn += 1;
    if (turn >= transaction) throw new Error('cut');
    return table.client.send(command as never);
  };
  return { ...table, client: new Proxy(table.client, { get: (client, name) => (name === 'send' ? send : Reflect.get(client, name)) }) };
}

describe('two concepts that editors merge', () => {
  const wish = {
    contributions: [{ role: 'AUTHOR' as const, person: marrin, links: [], note: null }],
    mentions: [marrin],
    paragraphs: ['Not ugly, said I. Marrin.'],
    quotations: [aQuotation('Not ugly', 'I. Marrin')],
  };

  it('are one in every list, under every id and path, and in the articles that name them', async () => {
    await push('old', '06:00', wish);
    await push('both', '06:30', about(marrin, ilse));
    await push('new', '07:00', about(ilse));
    expect(await mergeConcepts(table, marrin.id, ilse.id, at('08:00'))).toEqual({ id: ilse.id, name: 'I. Marrin', articles: 2 });
    expect(await standing(ilse.id, '08:00')).toEqual({
      ...{ about: ['Headline of new', 'Headline of both'], mentions: ['Headline of old'], contributions: ['Headline of old'] },
      ...{ said: ['Not ugly'], roles: ['minister'] },
    });
    expect(await standing(marrin.id, '08:00')).toEqual(NOTHING);

    const person = (by: string) =>
      `${by} { id name identity ... on Person { path sameAs articles { edges { node { headline } } } quotations { edges { node { text } } } } }`;
    const one = {
      ...{ id: ilse.id, name: 'I. Marrin', identity: 'EDITOR', path: `/people/i-marrin-${ilse.id}`, sameAs: [] },
      articles: { edges: [{ node: { headline: 'Headline of new' } }, { node: { headline: 'Headline of both' } }] },
      quotations: { edges: [{ node: { text: 'Not ugly' } }] },
    };
    const { data } = await ask(
      `{ ${person(`old: concept(by: { id: "${marrin.id}" })`)} ${person(`new: concept(by: { id: "${ilse.id}" })`)}
      uri: concept(by: { uri: { kind: PERSON, uri: "https://who.example/ilse" } }) { id }
      node(id: "${marrin.id}") { id } nodes(ids: ["${marrin.id}", "${ilse.id}"]) { id }
      path: resolve(url: "/people/anything-${marrin.id}") { ... on Person { id } }
      author: resolve(url: "/authors/anything-${marrin.id}") { ... on Author { person { id } } }
      article(by: { id: "${idOf('both')}" }) { ... on NewsArticle { about { id name identity } } }
      said: article(by: { id: "${idOf('old')}" }) { ... on NewsArticle { contributions { person { id } } quotations { speaker { agent { id } } } } }
      concepts(kind: PERSON) { edges { node { id } } } }`,
      '08:00',
    );
    expect(data).toEqual({
      ...{ old: one, new: one, uri: { id: ilse.id }, node: { id: ilse.id }, nodes: [{ id: ilse.id }, { id: ilse.id }] },
      ...{ path: { id: ilse.id }, author: { person: { id: ilse.id } } },
      article: { about: [{ id: ilse.id, name: 'I. Marrin', identity: 'EDITOR' }] },
      said: { contributions: [{ person: { id: ilse.id } }], quotations: [{ speaker: { agent: { id: ilse.id } } }] },
      concepts: { edges: [{ node: { id: ilse.id } }] },
    });
    expect(await findings('09:00')).toEqual([]);
  });

  it('stay one when the old id comes again, when lists are written anew and when a version waits', async () => {
    await push('old', '06:00', about(marrin));
    await push('new', '05:00', about(ilse));
    await push('waits', '06:00', { version: 1, headline: 'Before' });
    await push('waits', '06:30', { version: 2, headline: 'After', ...about(marrin), embargoedUntil: at('20:00') });
    await mergeConcepts(table, marrin.id, ilse.id, at('08:00'));
    expect(await push('old', '08:10', about(marrin))).toMatchObject({ outcome: 'UNCHANGED' });
    await push('old', '08:20', { version: 2, headline: 'Second', ...about(marrin) });
    await push('another', '08:30', { mentions: [marrin] });
    expect(await standing(ilse.id, '09:00')).toMatchObject({ about: ['Second', 'Headline of new'], mentions: ['Headline of another'] });
    for await (const page of relistTable(table, () => at('09:10'))) expect(page.failed).toEqual([]);
    expect(await standing(ilse.id, '19:59:59.999')).toMatchObject({ about: ['Second', 'Headline of new'] });
    const preview = await openPreview(table, at('20:00'));
    expect((await standing(ilse.id, '20:00', preview)).about).toContain('After');
    expect(await readConcept(preview, marrin.id, at('20:00'))).toMatchObject({ id: ilse.id });
    await sweep(table, at('20:00'));
    expect((await standing(ilse.id, '20:00')).about.sort()).toEqual(['After', 'Headline of new', 'Second']);
    expect(await standing(marrin.id, '20:00')).toEqual(NOTHING);
    expect(await findings('20:30')).toEqual([]);
  });

  it('show nothing before its moment: name, list and old id cost and say what an unknown id does', async () => {
    const hidden = namedConcept('Person', 'Bo Late', 'test');
    const secret = namedConcept('Person', 'Bo Later', 'test');
    await push('early', '06:00', { ...about(hidden), embargoedUntil: at('20:00') });
    await push('late', '06:00', { ...about(secret), embargoedUntil: at('21:00') });
    await mergeConcepts(table, hidden.id, secret.id, at('07:00'));
    const query = (id: string) => `{ node(id: "${id}") { id } concept(by: { id: "${id}" }) { articles { edges { node { headline } } } } }`;
    for (const id of [hidden.id, secret.id]) {
      const unknown = await ask(query(aPerson('Nobody').id), '19:59:59.999');
      expect(await ask(query(id), '19:59:59.999')).toEqual(unknown);
      expect((await ask(query(id), '20:00')).data).toEqual({
        node: { id: secret.id },
        concept: { articles: { edges: [{ node: { headline: 'Headline of early' } }] } },
      });
    }
    expect((await listConcepts(table, 'Person', null, at('19:59:59.999'), {})).edges).toEqual([]);
    expect(await findings('08:00')).toEqual([]);
    await push('early', '09:00', { version: 2, status: 'CANCELED' });
    expect(await readConcepts(table, [hidden.id, secret.id], at('20:59:59.999'))).toEqual([null, null]);
    expect(await readConcepts(table, [hidden.id], at('21:00'))).toMatchObject([{ id: secret.id, name: 'Bo Later' }]);
    expect(await findings('09:30')).toEqual([]);
  });

  it('are one with all that were merged before, in either direction, and never with themselves or another kind', async () => {
    const [a, b, c] = ['Ada A', 'Ada B', 'Ada C'].map((name) => aPerson(name)) as [ConceptRef, ConceptRef, ConceptRef];
    for (const one of [a, b, c]) await push(one.name, '06:00', about(one));
    await mergeConcepts(table, a.id, b.id, at('07:00'));
    await expect(mergeConcepts(table, b.id, a.id, at('07:10'))).rejects.toThrow('are the same');
    await mergeConcepts(table, b.id, c.id, at('07:20'));
    expect(await mergeConcepts(table, a.id, b.id, at('07:30'))).toMatchObject({ id: c.id, articles: 0 });
    const found = await readConcepts(table, [a.id, b.id, c.id], at('08:00'));
    expect(found.map((one) => [one?.id, one?.identity])).toEqual(Array(3).fill([c.id, 'EDITOR']));
    await push('again', '08:00', about(a));
    expect((await standing(c.id, '09:00')).about).toHaveLength(4);
    const line = identifiedConcept('Organization', 'The Line', 'urn:line');
    await push('line', '06:00', about(line));
    await expect(mergeConcepts(table, c.id, line.id, at('09:00'))).rejects.toThrow('two kinds');
    await expect(mergeConcepts(table, aPerson('Nobody').id, c.id, at('09:00'))).rejects.toThrow(Refused);
    await expect(mergeConcepts(table, c.id, aPerson('Nobody').id, at('09:00'))).rejects.toThrow('no article that stands names');
    expect(await findings('10:00')).toEqual([]);
  });

  it('come together wherever the work is cut, once it is done again or the repair has come', async () => {
    for (const how of ['AGAIN', 'REPAIR'] as const) {
      let cuts = 0;
      for (let transaction = 1; ; transaction += 1) {
        ({ table } = await emptyTable(local.endpoint));
        await push('old', '06:00', wish);
        await push('older', '05:00', about(marrin));
        await push('new', '07:00', about(ilse));
        const done = await mergeConcepts(cutBefore(transaction), marrin.id, ilse.id, at('08:00')).catch((error: Error) => error.message);
        if (done !== 'cut') break;
        cuts += 1;
        for (const article of ['old', 'older', 'new'])
          expect(await readArticleAt(table, idOf(article), at('08:00'), { withBody: true })).toMatchObject({ head: { id: idOf(article) } });
        if (how === 'AGAIN') await mergeConcepts(table, marrin.id, ilse.id, at('09:00'));
        else await findings('09:00', true);
        if (how === 'REPAIR' && transaction === 1) continue; // nothing was written
        expect((await standing(ilse.id, '09:30')).about).toEqual(['Headline of new', 'Headline of older']);
        expect(await standing(marrin.id, '09:30')).toEqual(NOTHING);
        expect(await readConcept(table, marrin.id, at('09:30'))).toMatchObject({ id: ilse.id });
        expect(await findings('10:00')).toEqual([]);
      }
      expect(cuts).toBeGreaterThan(5);
    }
  }, 120_000);

  it('are one also for a push that was under way', async () => {
    await push('old', '06:00', about(marrin));
    await push('new', '06:00', about(ilse));
    await push(
      'beside',
      '08:00',
      about(marrin),
      meanwhile(table, () => mergeConcepts(table, marrin.id, ilse.id, at('08:00'))),
    );
    expect((await standing(ilse.id, '09:00')).about.sort()).toEqual(['Headline of beside', 'Headline of new', 'Headline of old']);
    expect(await standing(marrin.id, '09:00')).toEqual(NOTHING);
    expect(await findings('10:00')).toEqual([]);
  });

  it('keep one card, and what is sent of the old one is of the one', async () => {
    await push('old', '06:00', about(marrin));
    await push('new', '06:00', about(ilse));
    await pushCard(table, aCard(marrin.id, { description: 'A printer' }), at('06:00'));
    await mergeConcepts(table, marrin.id, ilse.id, at('07:00'));
    const description = async (id: ConceptId) => (await readConcepts(table, [id], at('08:00')))[0]?.card?.description;
    expect([await description(marrin.id), await description(ilse.id)]).toEqual(['A printer', 'A printer']);
    expect(await pushCard(table, aCard(marrin.id, { description: 'A reader', version: 2 }), at('07:30'))).toMatchObject({ id: ilse.id });
    expect(await description(ilse.id)).toBe('A reader');
  });

  it('are one for the posts of a live blog that come afterwards, again and again', async () => {
    const post = aPost('p', { contributions: [{ role: 'AUTHOR', person: marrin, links: [], note: null }] });
    await push('old', '06:00', about(marrin));
    await push('new', '06:00', about(ilse));
    await mergeConcepts(table, marrin.id, ilse.id, at('07:00'));
    for (const now of ['08:00', '08:30']) await push('live', now, { liveBlog: LIVE, posts: [post] });
    const { data } = await ask(
      `{ article(by: { id: "${idOf('live')}" }) { ... on NewsArticle { liveBlog { posts { edges { node { contributions { person { id } } } } } } } } }`,
      '09:00',
    );
    expect(JSON.stringify(data)).toContain(ilse.id);
    expect(JSON.stringify(data)).not.toContain(marrin.id);
    expect(await findings('10:00')).toEqual([]);
  });
});

describe('a concept that editors confirm or rename', () => {
  it('is identified by them, on its own and in every article, now and later', async () => {
    await push('one', '06:00', { ...about(marrin), contributions: [{ role: 'AUTHOR', person: marrin, links: [], note: null }] });
    await push('two', '06:00', { version: 1 });
    await push('two', '06:10', { version: 2, ...about(marrin), embargoedUntil: at('20:00') });
    expect(await confirmConcept(table, marrin.id, at('07:00'))).toEqual({ id: marrin.id, name: 'I. Marrin', articles: 2 });
    expect(await confirmConcept(table, marrin.id, at('07:10'))).toMatchObject({ articles: 0 });
    await push('three', '08:00', { mentions: [marrin] });
    const { data } = await ask(
      `{ node(id: "${marrin.id}") { ... on Person { identity } } latest { edges { node { about { identity } mentions { identity } contributions { person { identity } } } } } }`,
      '20:00',
    );
    expect(JSON.stringify(data)).not.toContain('NAME_ONLY');
    expect(data.node).toEqual({ identity: 'EDITOR' });
    expect(await readArticleAt(table, idOf('two'), at('20:00'), { withBody: false })).toMatchObject({
      head: { about: [{ identity: 'EDITOR' }] },
    });
    expect(await findings('09:00')).toEqual([]);
    await expect(confirmConcept(table, aPerson('Nobody').id, at('09:00'))).rejects.toThrow(Refused);
    await push('ilse', '09:00', about(ilse));
    await confirmConcept(table, ilse.id, at('09:10')); // its source says so already
    expect(await readConcept(table, ilse.id, at('10:00'))).toMatchObject({ identity: 'SOURCE' });
  });

  it('stands under the name that they gave it, and nothing tells it before its moment', async () => {
    await push('one', '06:00', { ...about(marrin), embargoedUntil: at('20:00') });
    expect(await renameConcept(table, marrin.id, '  Ilse Marrin-Öz ', at('07:00'))).toMatchObject({ name: 'Ilse Marrin-Öz' });
    expect(await readConcept(table, marrin.id, at('19:59:59.999'))).toBeNull();
    expect((await listConcepts(table, 'Person', 'ilse', at('19:59:59.999'), {})).edges).toEqual([]);
    expect(await readConcept(await openPreview(table, at('20:00')), marrin.id, at('20:00'))).toMatchObject({ name: 'Ilse Marrin-Öz' });
    await push('older', '05:00', { mentions: [marrin], published: at('04:00') });
    expect(await readConcept(table, marrin.id, at('08:00'))).toMatchObject({ name: 'Ilse Marrin-Öz' });
    expect((await listConcepts(table, 'Person', 'ilse', at('08:00'), {})).edges).toHaveLength(1);
    expect((await listConcepts(table, 'Person', 'i.', at('08:00'), {})).edges).toEqual([]);
    const { data } = await ask(`{ article(by: { id: "${idOf('older')}" }) { ... on NewsArticle { mentions { name } } } }`, '08:00');
    expect(data).toEqual({ article: { mentions: [{ name: 'I. Marrin' }] } });
    for await (const page of relistTable(table, () => at('09:10'))) expect(page.failed).toEqual([]);
    expect(await findings('09:30')).toEqual([]);
    for (const name of ['', ' ', 'a\u0001b', 'x'.repeat(501)])
      await expect(renameConcept(table, marrin.id, name, at('10:00'))).rejects.toThrow(Refused);
  });
});

describe('a concept that editors split', () => {
  it('is another in these articles, also when they come again, and the same elsewhere', async () => {
    for (const id of ['one', 'two', 'three'])
      await push(id, '06:00', { ...about(marrin), paragraphs: ['No'], quotations: [aQuotation('No', 'I. Marrin')] });
    const articles = [idOf('one'), idOf('two')];
    const { id, name, articles: renewed } = await splitOff(table, marrin.id, articles, at('07:00'));
    expect([name, renewed, id.slice(0, 2)]).toEqual(['I. Marrin', 2, 'p_']);
    expect(await splitOff(table, marrin.id, articles.toReversed(), at('07:10'))).toEqual({ id, name, articles: 0 });
    await push('one', '08:00', { version: 2, headline: 'Second', ...about(marrin) });
    await push('four', '08:00', about(marrin));
    expect(await standing(id, '09:00')).toMatchObject({ about: ['Headline of two', 'Second'].sort().reverse(), said: ['No'] });
    expect((await standing(marrin.id, '09:00')).about.sort()).toEqual(['Headline of four', 'Headline of three']);
    expect(await readConcepts(table, [id, marrin.id], at('09:00'))).toMatchObject([
      { id, identity: 'EDITOR' },
      { id: marrin.id, identity: 'NAME_ONLY' },
    ]);
    expect(await findings('09:30')).toEqual([]);

    await mergeConcepts(table, id, marrin.id, at('10:00'));
    await push('two', '10:10', { version: 2, headline: 'Third', ...about(marrin) });
    expect((await standing(marrin.id, '11:00')).about).toHaveLength(4);
    expect(await standing(id, '11:00')).toEqual(NOTHING);
    expect(await findings('11:30')).toEqual([]);
  });

  it('takes away what a merger brought, and stays apart when it is merged on', async () => {
    await push('old', '06:00', about(marrin));
    await push('new', '06:00', about(ilse));
    const third = aPerson('Third');
    await push('third', '06:00', about(third));
    await mergeConcepts(table, marrin.id, ilse.id, at('07:00'));
    const { id } = await splitOff(table, ilse.id, [idOf('old')], at('08:00'));
    await mergeConcepts(table, ilse.id, third.id, at('08:30'));
    await push('old', '09:00', { version: 2, ...about(marrin) });
    expect([(await standing(id, '10:00')).about, (await standing(third.id, '10:00')).about.length]).toEqual([['Headline of old'], 2]);
    expect(await findings('10:30')).toEqual([]);
  });

  it('is refused, and nothing changes, where an article does not name it', async () => {
    await push('one', '06:00', about(marrin));
    await push('two', '06:00');
    for (const wrong of [idOf('two'), articleId('test', 'nothing')])
      await expect(splitOff(table, marrin.id, [idOf('one'), wrong], at('07:00'))).rejects.toThrow(Refused);
    expect((await standing(marrin.id, '08:00')).about).toEqual(['Headline of one']);
  });
});
