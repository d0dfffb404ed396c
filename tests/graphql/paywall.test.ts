import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partId } from '../../lambda/domain/identity.ts';
import { READER_HEADER, readerToken } from '../../lambda/graphql/reader-token.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, aPerson, aQuotation, at, idOf } from '../support/article.ts';
import { type Ask, askHandler, READER_SECRET } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let ask: Ask;
const IN_2099 = Date.UTC(2099, 0, 1) / 1000;
const paid = { [READER_HEADER]: readerToken(READER_SECRET, IN_2099) };
const article = anArticle({
  id: 'paid',
  paragraphs: ['Free words.', 'Paid words.'],
  isAccessibleForFree: false,
  accessTier: 'subscriber',
  freeBlocks: 1,
  quotations: [aQuotation('Free', 'Ada Quill'), aQuotation('Paid', 'Ada Quill', { block: 1 }), aQuotation('Paid', 'Bo Late', { block: 1 })],
});

beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
  await pushArticle(local.table, article, at('06:00'));
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

const QUERY = `query ($article: ID!, $ada: ID!, $bo: ID!, $said: ID!) {
  article(by: { id: $article }) { ... on NewsArticle {
    isAccessibleForFree accessTier body { text html wordCount timeRequired blocks { text } truncated { reason wordsLeft } } quotations { text } } }
  ada: node(id: $ada) { ... on Person { quotations { edges { node { text } } } roles { edges { node { jobTitle } } } } }
  bo: node(id: $bo) { ... on Person { quotations { edges { node { text } } pageInfo { hasNextPage } } roles { edges { node { jobTitle } } } } }
  said: node(id: $said) { ... on Quotation { text } }
}`;
const variables = {
  ...{ article: idOf('paid'), ada: aPerson('Ada Quill').id, bo: aPerson('Bo Late').id },
  said: partId('q', idOf('paid'), article.body?.quotations[1]?.key ?? ''),
};

describe('a paid article', () => {
  it('ends at its cut in every surface for whoever has no token', async () => {
    const { data, errors } = await ask(QUERY, variables);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      article: {
        ...{ isAccessibleForFree: false, accessTier: 'subscriber', quotations: [{ text: 'Free' }] },
        body: {
          ...{ text: 'Free words.', html: '<p>Free words.</p>', wordCount: 4, timeRequired: 'PT1M', blocks: [{ text: 'Free words.' }] },
          truncated: { reason: 'PAYWALL', wordsLeft: 2 },
        },
      },
      ada: { quotations: { edges: [{ node: { text: 'Free' } }] }, roles: { edges: [{ node: { jobTitle: 'minister' } }] } },
      bo: { quotations: { edges: [], pageInfo: { hasNextPage: false } }, roles: { edges: [] } },
      said: null,
    });
    expect(JSON.stringify(data)).not.toContain('Paid');
  });

  it('is whole for readers with a token', async () => {
    const { data, errors } = await ask(QUERY, variables, paid);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      article: {
        body: { text: 'Free words.\n\nPaid words.', truncated: null },
        quotations: [{ text: 'Free' }, { text: 'Paid' }, { text: 'Paid' }],
      },
      ada: { quotations: { edges: [{ node: { text: 'Paid' } }, { node: { text: 'Free' } }] } },
      bo: { quotations: { edges: [{ node: { text: 'Paid' } }] }, roles: { edges: [{ node: { jobTitle: 'minister' } }] } },
      said: { text: 'Paid' },
    });
  });

  it.each([
    ['of another secret', readerToken('another', IN_2099)],
    ['that has expired', readerToken(READER_SECRET, 1_700_000_000)],
    ['with a later end than was signed', readerToken(READER_SECRET, 1_700_000_000).replace('1700000000', String(IN_2099))],
    ['that is no token', 'please'],
    ['that is empty', ''],
  ])('refuses a token %s instead of passing over it', async (_, token) => {
    const { data, errors } = await ask(QUERY, variables, { [READER_HEADER]: token });
    expect(data ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});
