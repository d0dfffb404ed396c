import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conceptId } from '../../lambda/domain/identity.ts';
import { readCards } from '../../lambda/ingest/formats/cards.ts';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { answerPush } from '../../lambda/ingest/push.ts';
import { sign } from '../../lambda/signature.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const NOW = Date.parse('2026-03-14T12:00:00Z');

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

async function push(document: unknown) {
  const body = JSON.stringify(document);
  const event = {
    ...{ version: '2.0', rawPath: '/ingest/concepts', rawQueryString: '', requestContext: { http: { method: 'POST' } }, body },
    headers: {
      'x-broadsheet-signature': sign('secret', { method: 'POST', target: '/ingest/concepts', body: Buffer.from(body) }, NOW / 1000),
    },
  };
  const answer = await answerPush(event, { table: local.table, keys: parseIngestKeys('{"wire": "secret"}'), log: () => {}, now: NOW });
  return { status: answer.statusCode, body: JSON.parse(answer.body ?? 'null') };
}

const placesOf = (document: unknown) => {
  try {
    readCards({ bytes: Buffer.from(JSON.stringify(document)), source: 'wire' });
  } catch (error) {
    return (error as { faults: { place: string }[] }).faults.map(({ place }) => place.replace('document: cards, entry ', '#'));
  }
  return [];
};

describe('pushed cards', () => {
  it('are answered 201, then 200, each by itself', async () => {
    const id = conceptId('Person', '', { uri: 'urn:ada' });
    const document = [{ kind: 'person', uri: 'urn:ada', alternateNames: ['A.'], links: [{ name: 'X', url: 'https://x.example' }] }];
    expect(await push(document)).toMatchObject({
      status: 201,
      body: { concepts: [{ uri: id, id, outcome: 'ACCEPTED', version: 1, path: null }] },
    });
    expect(await push([{ id, alternateNames: ['A.'], links: document[0]?.links }])).toMatchObject({ status: 200 });
    const large = [{ id, biography: 'x'.repeat(70_000) }];
    expect(await push(large)).toMatchObject({ status: 413 });
    expect(await push([])).toMatchObject({ status: 422, body: { concepts: [{ faults: [{ place: 'document' }] }] } });
  });

  it('are refused whole, with every fault of every card at once', () => {
    const document = [
      {
        kind: 'person',
        uri: 'urn:ada',
        geo: { latitude: 1, longitude: 2 },
        sameAs: ['ftp://x', 'https://ok.example'],
        alternateNames: 'Ada',
      },
      { kind: 'place', uri: 'urn:quay', geo: { latitude: 91 }, jobTitle: 'quay' },
      { kind: 'event', uri: 'urn:talks', startDate: '2026-03-14T00:00:00Z', endDate: '2026-03-13T00:00:00Z', links: [] },
      { kind: 'person', id: 'l_0123456789012345678901' },
      { id: 'a_0123456789012345678901', biography: 'x' },
      { kind: 'planet', uri: 'urn:x' },
      'Ada',
      { kind: 'person', uri: 'urn:ada' },
      { uri: 'urn:kindless' },
    ];
    expect(placesOf(document)).toEqual([
      ...['#1: alternateNames', '#1: sameAs, entry 1: url', '#1: geo'],
      ...['#2: geo: latitude', '#2: geo: longitude', '#2: jobTitle'],
      ...['#3: endDate', '#3: links'],
      '#4: kind',
      '#5: id',
      '#6: kind',
      '#7',
      '#9: kind',
      'document',
    ]);
  });

  it.each([
    ['no list', { kind: 'person' }],
    ['five hundred and one', Array.from({ length: 501 }, (_, number) => ({ kind: 'topic', uri: `urn:${number}` }))],
  ])('are refused as %s', (_, document) => {
    expect(placesOf(document)).toEqual(['document']);
  });

  it('of the sample newsroom are taken whole', () => {
    const bytes = readFileSync(`${import.meta.dirname}/../../samples/cards.concepts.json`);
    expect(readCards({ bytes, source: 'local' }).length).toBeGreaterThanOrEqual(4);
  });
});
