import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_IMAGE } from '../../lambda/domain/body.ts';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import { type Instant, parseInstant } from '../../lambda/domain/instant.ts';
import { requestContext } from '../../lambda/graphql/context.ts';
import { buildServer } from '../../lambda/graphql/server.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { pushCard } from '../../lambda/store/card-writes.ts';
import { anArticle, aPerson, aQuotation, at, idOf } from '../support/article.ts';
import { aCard } from '../support/card.ts';
import { SITE } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
const built = buildServer({ stage: 'dev', log: () => {} });
const harbour = identifiedConcept('Place', 'Harbour', 'https://places.example/harbour');
const talks = identifiedConcept('NewsEvent', 'Talks', 'https://events.example/talks');
const line = identifiedConcept('Organization', 'The Line', 'urn:line');
const ada = aPerson('Ada Quill');

beforeAll(async () => {
  local = await startLocalTable();
  const wish = { about: [harbour, talks], mentions: [line], paragraphs: ['Words'], quotations: [aQuotation('Words', 'Ada Quill')] };
  await pushArticle(local.table, anArticle({ id: 'open', ...wish }), at('06:00'));
  await pushArticle(local.table, anArticle({ id: 'secret', about: [aPerson('Bo Late')], embargoedUntil: at('20:00') }), at('06:00'));
  const cards = [
    aCard(ada.id, {
      ...{ description: 'A printer', biography: 'Long', jobTitle: 'printer', image: { url: '/ada.jpg', ...PLAIN_IMAGE } },
      ...{ links: [{ name: 'Press', url: 'https://press.example/' }], alternateNames: ['A. Quill'], sameAs: ['https://who.example/ada'] },
    }),
    aCard(harbour.id, { geo: { latitude: 52.5, longitude: -3.25 }, sameAs: ['https://places.example/harbour', 'https://maps.example/1'] }),
    aCard(talks.id, { startDate: parseInstant('2026-03-10T08:00:00Z', 'test'), endDate: at('03:00') }),
    aCard(aPerson('Bo Late').id, { description: 'Hidden words', sameAs: ['https://who.example/bo'] }),
  ];
  for (const card of cards) await pushCard(local.table, card, at('06:00'));
});
afterAll(() => local[Symbol.asyncDispose]());

async function ask(query: string, clock: Instant = at('08:00')) {
  const contextValue = requestContext(local.table, { site: SITE, clock });
  const { body } = await built.executeOperation<Record<string, unknown>>({ query }, { contextValue });
  if (body.kind !== 'single') throw new Error('One answer was expected');
  return { ...body.singleResult, calls: contextValue.meter.calls };
}

describe('what editors say of a concept', () => {
  it('comes with its name, in one call', async () => {
    const { data, errors, calls } =
      await ask(`{ node(id: "${ada.id}") { ... on Person { name alternateNames sameAs description path biography
      jobTitle image { url } links { name url } } } }`);
    expect(errors).toBeUndefined();
    expect(data?.node).toEqual({
      ...{ name: 'Ada Quill', alternateNames: ['A. Quill'], sameAs: ['https://who.example/ada'], description: 'A printer' },
      ...{ path: `/people/ada-quill-${ada.id}`, biography: 'Long', jobTitle: 'printer', image: { url: '/ada.jpg' } },
      links: [{ name: 'Press', url: 'https://press.example/' }],
    });
    expect(calls).toBe(1);
  });

  it('comes in one call for everybody whom an article names, and costs none when it is not asked for', async () => {
    const article = (
      fields: string,
    ) => `{ article(by: { id: "${idOf('open')}" }) { ... on NewsArticle { about { ${fields} } mentions { ${fields} }
      quotations { speaker { agent { ${fields} } } } } } }`;
    const { data, calls } = await ask(
      article(
        'path sameAs description ... on Place { geo { latitude longitude } } ... on NewsEvent { startDate endDate } ... on Person { jobTitle }',
      ),
    );
    expect(data?.article).toEqual({
      about: [
        {
          ...{ path: `/places/harbour-${harbour.id}`, description: null, geo: { latitude: 52.5, longitude: -3.25 } },
          sameAs: ['https://places.example/harbour', 'https://maps.example/1'],
        },
        {
          ...{ path: `/events/talks-${talks.id}`, sameAs: ['https://events.example/talks'], description: null },
          ...{ startDate: '2026-03-10T08:00:00.000Z', endDate: at('03:00') },
        },
      ],
      mentions: [{ path: `/organisations/the-line-${line.id}`, sameAs: [], description: null }],
      quotations: [
        {
          speaker: {
            agent: {
              path: `/people/ada-quill-${ada.id}`,
              sameAs: ['https://who.example/ada'],
              description: 'A printer',
              jobTitle: 'printer',
            },
          },
        },
      ],
    });
    expect(calls).toBe(2);
    expect((await ask(article('id name path'))).calls).toBe(1);
  });

  it('stays hidden with its concept, to the millisecond and for the same calls', async () => {
    const query = `{ node(id: "${aPerson('Bo Late').id}") { ... on Person { name description sameAs } } }`;
    const before = await ask(query, at('19:59:59.999'));
    const after = await ask(query, at('20:00'));
    expect(before.data).toEqual({ node: null });
    expect(after.data).toEqual({ node: { name: 'Bo Late', description: 'Hidden words', sameAs: ['https://who.example/bo'] } });
    expect(before.calls).toBe(after.calls);
  });
});
