import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLAIN_IMAGE } from '../../lambda/domain/body.ts';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { anArticle, aQuotation, at, idOf, SOURCE } from '../support/article.ts';
import { type Ask, askHandler } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
let ask: Ask;
type Wish = Parameters<typeof anArticle>[0];
const push = (wish: Wish, now = '06:00') => pushArticle(local.table, anArticle(wish), at(now));
const summit = identifiedConcept('NewsEvent', 'Harbour Summit', 'https://events.example/harbour-summit');

beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
}, 60_000);
afterAll(() => local[Symbol.asyncDispose]());

const articleOf = async (id: string, fields: string): Promise<Record<string, unknown>> => {
  const { data, errors, extensions } = await ask<{ article: Record<string, unknown> }>(
    `query ($id: ID!) { article(by: { id: $id }) { ... on NewsArticle { ${fields} } } }`,
    { id: idOf(id) },
  );
  expect(errors).toBeUndefined();
  return { ...data.article, calls: extensions?.cost.calls };
};

describe('an article', () => {
  it('has a headline for each role, and the main one where its source has none', async () => {
    await push({ id: 'heads', headline: 'Main', headlines: [{ role: 'SHORT', text: 'Short' }] });
    const roles = 'headline short: headline(role: SHORT) social: headline(role: SOCIAL)';
    expect(await articleOf('heads', roles)).toEqual({ headline: 'Main', short: 'Short', social: 'Main', calls: 1 });
  });

  it('tells of its versions that could be read, and of none that was replaced before its moment', async () => {
    await push({ id: 'versions', version: 1, headline: 'First words' }, '06:00');
    await push({ id: 'versions', version: 2, versionNote: 'Never seen', embargoedUntil: at('20:00') }, '07:00');
    await push(
      { id: 'versions', version: 3, versionNote: 'Corrects a number', corrections: [{ date: at('08:00'), text: 'It was five.' }] },
      '08:00',
    );
    const { versions, ...rest } = await articleOf('versions', 'versions { number date note } corrections { date text }');
    expect(versions).toEqual([
      { number: 3, date: at('08:00'), note: 'Corrects a number' },
      { number: 1, date: at('06:00'), note: null },
    ]);
    expect(rest).toEqual({ corrections: [{ date: at('08:00'), text: 'It was five.' }], calls: 1 });
  });

  it('tells of no version from before it was withdrawn', async () => {
    await push({ id: 'back', version: 1 }, '06:00');
    await push({ id: 'back', version: 2, status: 'CANCELED' }, '07:00');
    await push({ id: 'back', version: 3 }, '08:00');
    expect(await articleOf('back', 'versions { number }')).toEqual({ versions: [{ number: 3 }], calls: 1 });
  });

  it('tells search engines what its source says, else what stands in it', async () => {
    const standfirst = { text: 'Below the headline.', marks: [], quotation: null };
    const image = { url: 'https://pictures.example/a.jpg', ...PLAIN_IMAGE };
    await push({ id: 'seo-none', headline: 'Main', standfirst, image });
    await push({ id: 'seo-some', headline: 'Main', abstract: 'In short.', standfirst, headlines: [{ role: 'SEARCH', text: 'Searched' }] });
    await push({ id: 'seo-all', abstract: 'In short.', seo: { title: 'Title', description: 'Described.', noIndex: true } });
    const seo = 'seo { title description robots ogImage { url } }';
    const open = 'index, max-image-preview:large';
    expect([await articleOf('seo-none', seo), await articleOf('seo-some', seo), await articleOf('seo-all', seo)]).toEqual([
      { seo: { title: 'Main', description: 'Below the headline.', robots: open, ogImage: { url: image.url } }, calls: 1 },
      { seo: { title: 'Searched', description: 'In short.', robots: open, ogImage: null }, calls: 1 },
      { seo: { title: 'Title', description: 'Described.', robots: 'noindex', ogImage: null }, calls: 1 },
    ]);
  });

  it('is found by what its source calls it', async () => {
    await push({ id: 'urn:test:one' });
    const query = 'query ($by: ArticleBy!) { article(by: $by) { ... on NewsArticle { id source uri canonicalUrl } } }';
    const { data } = await ask<Record<string, unknown>>(query, { by: { uri: { source: SOURCE, uri: 'urn:test:one' } } });
    expect(data.article).toEqual({
      id: idOf('urn:test:one'),
      source: SOURCE,
      uri: 'urn:test:one',
      canonicalUrl: 'https://test.example/world/urn-test-one',
    });
    const nothing = await ask<Record<string, unknown>>(query, { by: { uri: { source: 'another', uri: 'urn:test:one' } } });
    expect(nothing.data.article).toBeNull();
  });

  it('has every kind of block, as type and as HTML, with an id of its own', async () => {
    const image = { url: 'https://pictures.example/a.jpg', ...PLAIN_IMAGE, caption: 'A <quay>' };
    await push({
      id: 'blocks',
      blocks: [
        { kind: 'PullQuote', text: 'Seen twice', marks: [], cite: 'A. Q.' },
        { kind: 'GalleryBlock', caption: 'Two', images: [image, { ...image, caption: 'Another' }] },
        {
          kind: 'VideoBlock',
          video: {
            url: 'https://films.example/a.mp4',
            mimeType: 'video/mp4',
            caption: 'A film',
            creditText: null,
            duration: 61,
            poster: image,
          },
        },
        { kind: 'Embed', url: 'https://posts.example/1', provider: 'Posts', text: 'What it said' },
        { kind: 'Embed', url: 'javascript:alert(1)', provider: null, text: '' },
        { kind: 'KeyFacts', heading: 'In short', items: [{ text: 'One', marks: [], level: 0 }] },
        { kind: 'CorrectionNote', text: 'It was five.', marks: [], date: at('08:00') },
      ],
    });
    const { body } = await articleOf(
      'blocks',
      `body { text blocks { __typename id html
        ... on GalleryBlock { caption images { caption crop(ratio: "1:1", width: 100) } } ... on VideoBlock { video { duration poster { url } } }
        ... on Embed { url provider } ... on KeyFacts { heading items { text } } ... on CorrectionNote { date } ... on PullQuote { cite } } }`,
    );
    const { blocks, text } = body as { blocks: { __typename: string; id: string; html: string }[]; text: string };
    expect(blocks.map(({ __typename }) => __typename)).toEqual([
      'PullQuote',
      'GalleryBlock',
      'VideoBlock',
      'Embed',
      'Embed',
      'KeyFacts',
      'CorrectionNote',
    ]);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(7);
    expect(blocks[1]).toMatchObject({ caption: 'Two', images: [{ caption: 'A <quay>', crop: image.url }, { caption: 'Another' }] });
    expect(blocks[2]).toMatchObject({ video: { duration: 61, poster: { url: image.url } } });
    expect(blocks.map(({ html }) => html).join('\n')).not.toMatch(/javascript|<quay>/);
    expect(text).toBe('Seen twice\n\nTwo\nA <quay>\nAnother\n\nA film\n\nWhat it said\n\nIn short\nOne\n\nIt was five.');
  });

  it('lists what was said at an event, and when it was first published', async () => {
    await push({
      id: 'said',
      published: at('05:00'),
      about: [summit],
      quotations: [aQuotation('At the summit', 'Ada Quill', { recordedAt: summit })],
    });
    const { data } = await ask<Record<string, unknown>>(
      `query ($uri: String!, $from: DateTime, $until: DateTime) { concept(by: { uri: { kind: NEWS_EVENT, uri: $uri } }) { name ... on NewsEvent {
        all: quotations { edges { node { text recordedAt { name } } } }
        inside: quotations(published: { from: $from, until: $until }) { edges { node { text } } }
        before: quotations(published: { until: $from }) { edges { node { text } } } after: articles(published: { from: $until }) { edges { node { id } } } } } }`,
      { uri: 'https://events.example/harbour-summit', from: '2026-03-14T06:00:00+01:00', until: '2026-03-14T05:00:00.001Z' },
    );
    expect(data.concept).toEqual({
      name: 'Harbour Summit',
      all: { edges: [{ node: { text: 'At the summit', recordedAt: { name: 'Harbour Summit' } } }] },
      inside: { edges: [{ node: { text: 'At the summit' } }] },
      before: { edges: [] },
      after: { edges: [] },
    });
  });
});

describe('a list', () => {
  const LIST = (fields: string) => `{ section(slug: "listed") { articles(first: 10) { edges { node { ${fields} } } } } }`;
  beforeAll(async () => {
    for (let number = 0; number < 12; number += 1)
      await push({ id: `listed ${number}`, section: 'Listed', copyrightNotice: `© ${number}` });
  });

  it.each([
    ['cards', 'headline section { name }', 2],
    ['what only the article itself holds', 'copyrightNotice seo { title } short: headline(role: SHORT)', 3],
    ['whole bodies', 'copyrightNotice body { text } quotations { text }', 4],
  ])('of ten articles with %s costs no call for each', async (_, fields, calls) => {
    const { data, errors, extensions } = await ask<{ section: { articles: { edges: unknown[] } } }>(LIST(fields));
    expect([errors, data.section.articles.edges.length]).toEqual([undefined, 10]);
    expect(extensions?.cost.calls).toBe(calls);
  });
});

describe('changes', () => {
  it('come oldest first, with the article as it is now, and go on from a cursor', async () => {
    await push({ id: 'changed', version: 1 }, '09:00');
    await push({ id: 'changed', version: 2, headline: 'As it is now' }, '09:01');
    await push({ id: 'changed away', version: 1 }, '09:02');
    await push({ id: 'changed away', version: 2, status: 'CANCELED' }, '09:03');
    type Changes = {
      changes: {
        edges: { node: { kind: string; articleId: string; article: { headline: string } | null } }[];
        pageInfo: { endCursor: string };
      };
    };
    const query =
      'query ($after: String) { changes(after: $after, first: 100) { edges { node { kind articleId article { headline } } } pageInfo { endCursor } } }';
    const { data, extensions } = await ask<Changes>(query);
    const ours = data.changes.edges.filter(({ node }) => [idOf('changed'), idOf('changed away')].includes(node.articleId as never));
    expect(ours.map(({ node }) => [node.kind, node.article?.headline ?? null])).toEqual([
      ['PUBLISHED', 'As it is now'],
      ['UPDATED', 'As it is now'],
      ['PUBLISHED', null],
      ['WITHDRAWN', null],
    ]);
    expect(extensions?.cost.calls).toBe(2);
    const next = await ask<Changes>(query, { after: data.changes.pageInfo.endCursor });
    expect(next.data.changes).toEqual({ edges: [], pageInfo: { endCursor: data.changes.pageInfo.endCursor } });
  });
});
