import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, aPerson, at, idOf } from '../support/article.ts';
import { type Ask, askHandler } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let ask: Ask;
const series = { slug: 'deeper', name: 'Deeper Water' };
const subject = aPerson('Ada Quill');
const related = ['chosen', 'waits', 'twice', 'never'].map((id) => ({ article: idOf(id), label: `Because of ${id}` }));

beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  const wishes: Parameters<typeof anArticle>[0][] = [
    { id: 'chosen' },
    { id: 'waits', embargoedUntil: at('2099-01-01T00:00:00Z') },
    { id: 'twice', series, about: [subject] },
    { id: 'part', series },
    { id: 'same', about: [subject] },
    { id: 'story', series, about: [subject], related },
    { id: 'de', language: 'de', translationGroup: 'g', headline: 'Auf Deutsch' },
    { id: 'en', translationGroup: 'g' },
    { id: 'ar', language: 'ar', translationGroup: 'g', path: '/world/مرفأ' },
    { id: 'fr', language: 'fr', translationGroup: 'g', embargoedUntil: at('2099-01-01T00:00:00Z') },
  ];
  for (const wish of wishes) await pushArticle(local.table, anArticle(wish), at('06:00'));
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

describe('what to read next', () => {
  const QUERY = `query ($id: ID!, $first: Int) { article(by: { id: $id }) { ... on NewsArticle { related(first: $first) { reason label article { id } } } } }`;
  type Related = { article: { related: { reason: string; label: string; article: { id: string } }[] | null } };

  it('is what the source chose, then the series, then the subject; each once, never itself, never what waits', async () => {
    const { data, extensions } = await ask<Related>(QUERY, { id: idOf('story') });
    expect(data.article.related?.map(({ reason, label, article }) => [reason, label, article.id])).toEqual([
      ['CHOSEN', 'Because of chosen', idOf('chosen')],
      ['CHOSEN', 'Because of twice', idOf('twice')],
      ['SAME_SERIES', 'Deeper Water', idOf('part')],
      ['SAME_SUBJECT', 'Ada Quill', idOf('same')],
    ]);
    expect(extensions?.cost.calls).toBe(4);
  });

  it('is as many as asked', async () => {
    const { data } = await ask<Related>(QUERY, { id: idOf('story'), first: 3 });
    expect(data.article.related?.map(({ article }) => article.id)).toEqual([idOf('chosen'), idOf('twice'), idOf('part')]);
    const { errors } = await ask<Related>(QUERY, { id: idOf('story'), first: 21 });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('is nothing where nothing belongs to it', async () => {
    expect((await ask<Related>(QUERY, { id: idOf('chosen') })).data.article.related).toEqual([]);
  });
});

describe('the same story in other languages', () => {
  it('has its language and address, the one in hand left out', async () => {
    type Alternate = { inLanguage: string; canonicalUrl: string; article: { headline: string } };
    const { data } = await ask<{ article: { alternates: Alternate[] } }>(
      'query ($id: ID!) { article(by: { id: $id }) { ... on NewsArticle { alternates { inLanguage canonicalUrl article { headline } } } } }',
      { id: idOf('en') },
    );
    expect(data.article.alternates.toSorted((one, other) => (one.inLanguage < other.inLanguage ? -1 : 1))).toEqual([
      { inLanguage: 'ar', canonicalUrl: 'https://test.example/world/%D9%85%D8%B1%D9%81%D8%A3', article: { headline: 'Headline of ar' } },
      { inLanguage: 'de', canonicalUrl: 'https://test.example/world/de', article: { headline: 'Auf Deutsch' } },
    ]);
  });
});
