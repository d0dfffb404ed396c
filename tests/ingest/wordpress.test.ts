import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleId } from '../../lambda/domain/identity.ts';
import { type Instant, instantOf } from '../../lambda/domain/instant.ts';
import { wordpressRest } from '../../lambda/ingest/formats/wordpress-rest.ts';
import { wordpressWxr } from '../../lambda/ingest/formats/wordpress-wxr.ts';
import { ingestDocument } from '../../lambda/ingest/ingest.ts';
import { type Ask, askHandler } from '../support/graphql.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';
import { EXPORT_START, postItem } from '../support/wordpress-export.ts';

const SOURCE = 'sound';

let local: LocalTable;
let ask: Ask;
beforeAll(async () => {
  local = await startLocalTable();
  ask = await askHandler(local);
});
afterAll(() => local[Symbol.asyncDispose]());

const START = Date.now(); // the API reads by the wall clock

/** Hours before the tests began. */
const ago = (hours: number): Instant => instantOf(START - hours * 3_600_000);

type Post = { guid: string; status?: string | undefined; modified: Instant; date?: Instant; title?: string | null; password?: boolean };

/** A post in both formats. */
const FORMATS = {
  'wordpress-rest': (post: Post) => ({
    format: wordpressRest,
    bytes: JSON.stringify({
      ...{ type: 'post', guid: { rendered: post.guid }, status: post.status, date_gmt: (post.date ?? ago(48)).slice(0, 19) },
      ...{ modified_gmt: post.modified.slice(0, 19), title: { rendered: post.title === undefined ? post.guid : post.title } },
      content: { rendered: post.password ? '' : '<p>The ferry left.</p>', protected: post.password ?? false },
    }),
  }),
  'wordpress-wxr': (post: Post) => ({
    format: wordpressWxr,
    bytes: `${EXPORT_START}${postItem(1, {
      ...{ guid: post.guid, link: '', title: post.title === undefined ? post.guid : (post.title ?? ''), 'wp:status': post.status ?? '' },
      ...{
        'wp:post_modified_gmt': post.modified.slice(0, 19).replace('T', ' '),
        'wp:post_date_gmt': (post.date ?? ago(48)).slice(0, 19).replace('T', ' '),
      },
      ...{ 'content:encoded': '<p>The ferry left.</p>', 'wp:post_password': post.password ? 'x' : '' },
    })}</channel></rss>`,
  }),
} as const;

async function push(format: keyof typeof FORMATS, post: Post): Promise<string | undefined> {
  const { format: reader, bytes } = FORMATS[format](post);
  const sent = { bytes: Buffer.from(bytes), source: SOURCE, uri: 'x', wishes: {} };
  const [outcome] = await ingestDocument(local.table, reader, sent, instantOf(Date.now()));
  return outcome?.outcome;
}

/** What readers find of an article: its headline, what has become of it, or nothing; and whether the newest list has it. */
async function shown(guid: string): Promise<{ article: string | null; isListed: boolean }> {
  const { data, errors } = await ask<{
    article: { __typename: string; headline?: string } | null;
    latest: { edges: { node: { uri: string } }[] };
  }>(
    `query ($id: ID!) {
      article(by: { id: $id }) { __typename ... on NewsArticle { headline } }
      latest(first: 50) { edges { node { uri } } }
    }`,
    { id: articleId(SOURCE, guid) },
  );
  expect(errors).toBeUndefined();
  const { article, latest } = data;
  return { article: article && (article.headline ?? article.__typename), isListed: latest.edges.some(({ node }) => node.uri === guid) };
}

const PUBLIC = (guid: string) => ({ article: guid, isListed: true });
const NOTHING = { article: null, isListed: false };
const WITHDRAWN = { article: 'WithdrawnArticle', isListed: false };

describe.each(Object.keys(FORMATS) as (keyof typeof FORMATS)[])('a post of %s', (format) => {
  it.each(['draft', 'pending', 'private', 'trash', 'archived'])(
    'that was public and is %s is withdrawn, and returns when it is published',
    async (status) => {
      const guid = `${format}-${status}`;
      await push(format, { guid, status: 'publish', modified: ago(9) });
      expect(await shown(guid)).toEqual(PUBLIC(guid));
      expect(await push(format, { guid, status, modified: ago(8) })).toBe('ACCEPTED');
      expect(await shown(guid)).toEqual(WITHDRAWN);
      expect(await push(format, { guid, status, modified: ago(8) })).toBe('UNCHANGED');
      expect(await push(format, { guid, status: 'publish', modified: ago(9) })).toBe('UNCHANGED');
      expect(await shown(guid)).toEqual(WITHDRAWN);
      await push(format, { guid, status: 'publish', modified: ago(7) });
      expect(await shown(guid)).toEqual(PUBLIC(guid));
    },
  );

  it('that is not whole, or asks for a password, is withdrawn all the same', async () => {
    for (const [guid, post] of [
      [`${format}-broken`, { status: 'draft', title: null }],
      [`${format}-password`, { status: 'publish', password: true }],
    ] as const) {
      await push(format, { guid, status: 'publish', modified: ago(9) });
      expect(await push(format, { guid, modified: ago(8), ...post })).toBe('ACCEPTED');
      expect(await shown(guid)).toEqual(WITHDRAWN);
    }
  });

  it('that never was public is nothing to readers, and neither is what becomes of it', async () => {
    const guid = `${format}-never`;
    for (const [hours, status] of [
      [9, 'draft'],
      [8, 'pending'],
      [7, 'trash'],
      [6, 'draft'],
    ] as const) {
      expect(await push(format, { guid, status, modified: ago(hours) })).toBe('ACCEPTED');
      expect(await shown(guid)).toEqual(NOTHING);
    }
    await push(format, { guid, status: 'publish', modified: ago(5) });
    expect(await shown(guid)).toEqual(PUBLIC(guid));
  });

  it('that is scheduled is public from its moment on, and no longer scheduled when it is a draft again', async () => {
    const guid = `${format}-future`;
    await push(format, { guid, status: 'future', date: ago(-24), modified: ago(9) });
    expect(await shown(guid)).toEqual(NOTHING);
    await push(format, { guid, status: 'draft', modified: ago(8) });
    expect(await shown(guid)).toEqual(NOTHING);
    await push(format, { guid, status: 'future', date: ago(1), modified: ago(7) });
    expect(await shown(guid)).toEqual(PUBLIC(guid));
  });

  it('that says no status changes nothing for readers', async () => {
    const guid = `${format}-unsaid`;
    await push(format, { guid, status: 'publish', modified: ago(9) });
    await push(format, { guid, status: undefined, modified: ago(8) });
    expect(await shown(guid)).toEqual(PUBLIC(guid));
  });

  it('that waits for an update of its own is withdrawn with it', async () => {
    const guid = `${format}-update`;
    await push(format, { guid, status: 'publish', modified: ago(9) });
    await push(format, { guid, status: 'future', date: ago(-24), modified: ago(8) });
    expect(await shown(guid)).toEqual(PUBLIC(guid));
    await push(format, { guid, status: 'private', modified: ago(7) });
    expect(await shown(guid)).toEqual(WITHDRAWN);
  });
});
