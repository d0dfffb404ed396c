import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blockText } from '../lambda/domain/body.ts';
import { articleId } from '../lambda/domain/identity.ts';
import { parseInstant } from '../lambda/domain/instant.ts';
import { markdown } from '../lambda/ingest/formats/markdown.ts';
import { ninjs } from '../lambda/ingest/formats/ninjs.ts';
import { readArticleAt } from '../lambda/store/article-reads.ts';
import { type Ask, askHandler } from './support/graphql.ts';
import { ingestSamples, sampleFiles } from './support/samples.ts';
import { type LocalTable, startLocalTable } from './support/table.ts';

const articles = sampleFiles.flatMap((uri) =>
  (uri.endsWith('.md') ? markdown : ninjs).read({
    bytes: readFileSync(`${import.meta.dirname}/../${uri}`),
    source: 'local',
    uri,
    wishes: {},
  }),
);
const stories = articles.map(({ story }) => story).filter((story) => story !== null);
const quotations = articles.flatMap(({ body, uri }) => body?.quotations.map((quotation) => ({ ...quotation, uri })) ?? []);

describe('the sample newsroom', () => {
  it('has articles in seven sections, one inside another, and three languages, one written from right to left', () => {
    expect(new Set(articles.map(({ uri }) => uri)).size).toBeGreaterThanOrEqual(46);
    expect(new Set(stories.map(({ section }) => section.slug)).size).toBe(7);
    expect(stories.find(({ section }) => section.slug === 'shipping')?.section.parents).toEqual([{ slug: 'business', name: 'Business' }]);
    expect(new Set(stories.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'ar']));
  });

  it('has a series, translations, and one very long piece', () => {
    expect(stories.filter(({ series }) => series?.slug === 'down-the-sarrow').length).toBeGreaterThanOrEqual(4);
    expect(stories.filter(({ translationGroup }) => translationGroup).length).toBeGreaterThanOrEqual(8);
    expect(Math.max(...stories.map(({ wordCount }) => wordCount))).toBeGreaterThan(4000);
  });

  it('has one of everything that a newsroom can say', () => {
    const blocks = articles.flatMap(({ body }) => body?.blocks ?? []);
    const kinds = [
      'PullQuote',
      'KeyFacts',
      'GalleryBlock',
      'VideoBlock',
      'Embed',
      'CorrectionNote',
      'TableBlock',
      'ImageBlock',
      'Blockquote',
    ];
    expect(kinds.filter((kind) => !blocks.some((block) => block.kind === kind))).toEqual([]);
    expect(stories.some(({ isAccessibleForFree, freeBlocks }) => !isAccessibleForFree && freeBlocks > 0)).toBe(true);
    const [live, ...others] = articles.filter(({ posts }) => posts?.length);
    expect(others).toEqual([]);
    expect(live?.posts?.length).toBe(7);
    expect(live?.story?.liveBlog).toMatchObject({ isLive: false });
    expect(stories.some(({ related }) => related.length > 1)).toBe(true);
    expect(stories.some(({ corrections }) => corrections.length > 1)).toBe(true);
    expect(stories.some(({ image }) => image?.focalPoint && image.renditions.length > 1)).toBe(true);
    expect(quotations.filter(({ recordedAt }) => recordedAt).length).toBe(2);
    expect(sampleFiles.filter((file) => file.endsWith('.ninjs.json'))).toHaveLength(2);
  });

  it('relates articles to articles that there are', () => {
    const ids = new Set(articles.map(({ source, uri }) => articleId(source, uri)));
    expect(stories.flatMap(({ related }) => related).filter(({ article }) => !ids.has(article))).toEqual([]);
  });

  it('quotes the same people in several stories', () => {
    const stories = new Map<string, Set<string>>();
    for (const { speaker, uri } of quotations) {
      if (speaker?.agent?.identity === 'SOURCE') stories.set(speaker.agent.id, (stories.get(speaker.agent.id) ?? new Set()).add(uri));
    }
    expect([...stories.values()].filter(({ size }) => size >= 3).length).toBeGreaterThanOrEqual(8);
  });

  it('cuts every quotation exactly out of its block', () => {
    expect(quotations.length).toBeGreaterThan(200);
    for (const { body } of articles) {
      for (const { block, start, end, text } of body?.quotations ?? []) {
        const found = body?.blocks[block ?? -1];
        expect(found && blockText(found).slice(start, end)).toBe(text);
      }
    }
  });

  it('names the speaker of most quotations', () => {
    const named = quotations.filter(({ speaker }) => speaker?.name || speaker?.describedAs);
    expect(named.length / quotations.length).toBeGreaterThan(0.9);
  });
});

describe('the sample newsroom, once it is loaded', () => {
  let local: LocalTable;
  let ask: Ask;
  beforeAll(async () => {
    local = await startLocalTable();
    ask = await askHandler(local);
    const outcomes = await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
    expect(outcomes.filter(({ outcome }) => outcome !== 'ACCEPTED')).toEqual([]);
  }, 120_000);
  afterAll(() => local[Symbol.asyncDispose]());

  const storyOf = (uri: string) =>
    `article(by: { uri: { source: "local", uri: "https://broadsheet.example/stories/${uri}" } }) { __typename ... on NewsArticle {
      headline path formerPaths { path } corrections { text } versions { number note }
    } }`;

  it('says of a story corrected twice what was wrong, and of one that moved where it stood', async () => {
    const { data, errors } = await ask<{ fares: { versions: object[] } }>(
      `{ fares: ${storyOf('boat-fares')} races: ${storyOf('quay-races')} lamp: ${storyOf('lamp-of-saint-orrin')} tables: ${storyOf('tide-tables-2027')} }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      fares: { corrections: [{ text: expect.stringContaining('64') }, { text: expect.stringContaining('Pensioners') }] },
      races: {
        headline: 'Quay races on, uphill',
        path: '/sport/2026/11/quay-races-on',
        formerPaths: [{ path: '/sport/2026/11/quay-races-off' }],
      },
      lamp: { __typename: 'WithdrawnArticle' },
      tables: { headline: 'Tide tables for 2027 are two centimetres thicker', versions: [{ note: null }] },
    });
    expect(data.fares.versions).toHaveLength(3);
  });

  it('has a live blog with its newest post first, its main events, and what it holds above all', async () => {
    const { data, errors } = await ask(
      `{ article(by: { path: "/politics/2026/11/the-night-of-the-flood-hour-by-hour" }) { ... on NewsArticle { liveBlog {
        isLive pinned { headline } keyEvents { headline } posts(first: 2) { edges { node { headline byline } } }
      } } } }`,
    );
    expect(errors).toBeUndefined();
    const headlines = (...all: string[]) => ({ edges: all.map((headline) => ({ node: { headline } })) });
    expect(data).toMatchObject({
      article: {
        liveBlog: {
          ...{ isLive: false, pinned: [{ headline: 'Two people are dead' }], posts: headlines('The water goes', 'Two people are dead') },
          keyEvents: ['Two people are dead', '“Count streets”', 'One gate, not three', 'The narrows are closed'].map((headline) => ({
            headline,
          })),
        },
      },
    });
  });

  it('shows nothing of what waits or was taken back, wherever one looks', async () => {
    const hidden = /nightjar|kestrel|sandpiper/i;
    expect(articles.filter(({ story }) => story && hidden.test(story.headline))).toHaveLength(3); // so there is something to hide
    const inquiry = articleId('local', 'samples/politics/inquiry-into-the-flood-opens.md');
    const later = await readArticleAt(local.table, inquiry, parseInstant('2099-01-11T09:00:00Z', 'test'), { withBody: false });
    expect(JSON.stringify(later)).toMatch(hidden);

    const answered = async (query: string, variables?: Record<string, unknown>) => {
      const answer = await ask(query, variables);
      expect(answer.errors).toBeUndefined();
      return answer.data;
    };
    const page = (after: string | null) =>
      ask<{ latest: { edges: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } }>(
        `query ($after: String) { latest(first: 20, after: $after) { edges { node { headline path about { name } mentions { name } } }
          pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
    const seen: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await page(after);
      seen.push(...data.latest.edges);
      [after, more] = [data.latest.pageInfo.endCursor, data.latest.pageInfo.hasNextPage];
    }
    expect(seen).toHaveLength(new Set(articles.map(({ uri }) => uri)).size - 2);
    for (const path of ['/politics/nightjar-inquiry-into-the-flood-opens', '/culture/2026/11/kestrel-lamp-of-saint-orrin-goes-to-auction'])
      seen.push(
        await ask('query ($path: String!) { article(by: { path: $path }) { __typename ... on NewsArticle { headline } } }', { path }),
      );
    for (const kind of ['PERSON', 'ORGANIZATION', 'PLACE', 'NEWS_EVENT', 'TOPIC'])
      for (const startsWith of ['night', 'sand', 'wilmot', 'ottilie'])
        seen.push(await answered(`{ concepts(kind: ${kind}, startsWith: "${startsWith}") { edges { node { name } } } }`));
    seen.push(await answered('{ changes(first: 100) { edges { node { kind article { headline path } } } } sections { name } }'));
    expect(JSON.stringify(seen)).toContain('Quay races on');
    expect(JSON.stringify(seen)).not.toMatch(hidden);
  });
});
