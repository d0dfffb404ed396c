import { describe, expect, it } from 'vitest';
import { withKeys } from '../../lambda/domain/body.ts';
import { articleId, parsePartId, partId, postKey } from '../../lambda/domain/identity.ts';
import { type PostStates, postBlocks, shownPost } from '../../lambda/domain/live-post.ts';
import { readablePost } from '../../lambda/domain/paywall.ts';
import { aPost, at } from '../support/article.ts';

describe('ids of posts', () => {
  it('are made of the article and the id that the source gives', () => {
    const article = articleId('wire', 'storm');
    const id = partId('u', article, postKey('post 1'));
    expect(id).toMatch(/^u_[\w-]{22}_[\w-]{16}$/);
    expect(parsePartId('u', id)).toEqual({ article, key: postKey('post 1') });
    expect(parsePartId('b', id)).toBeNull();
    expect(postKey('post 1')).not.toBe(postKey('post 2'));
  });

  it('part the blocks of a post from those of others and of the body that say the same', () => {
    const contents = [{ kind: 'Divider' }, { kind: 'Divider' }] as const;
    const [one, other] = [postKey('one'), postKey('other')];
    const keys = [withKeys(contents), postBlocks(one, contents), postBlocks(other, contents)].flat().map(({ key }) => key);
    expect(new Set(keys).size).toBe(6);
    expect(partId('b', articleId('wire', 'storm'), keys.at(-1) ?? '')).toMatch(/^b_[\w-]{22}_[\w-]{24}$/);
  });
});

describe('what is shown of a post', () => {
  const post = (text: string, time = '05:00') => aPost('a', { text, datePublished: at(time) });
  const shown = (states: Partial<PostStates>, head: { version: number; waited?: number[] }, clock: string) => {
    const found = shownPost({ standing: null, waiting: null, ...states }, head, at(clock));
    return found?.blocks[0] && 'text' in found.blocks[0] ? found.blocks[0].text : found;
  };
  const standing = { since: at('06:00'), post: post('old') };
  const waiting = { version: 2, since: at('10:00'), post: post('new') };

  it.each<[string, ReturnType<typeof shown>, Parameters<typeof shown>]>([
    ['what stands', 'old', [{ standing, waiting }, { version: 1 }, '09:00']],
    ['what came with the version in hand', 'new', [{ standing, waiting }, { version: 2 }, '10:00']],
    ['what came with a version that waited and was read', 'new', [{ standing, waiting }, { version: 5, waited: [2, 4] }, '12:00']],
    ['nothing of a version that was superseded, whatever its moment', 'old', [{ standing, waiting }, { version: 3, waited: [1] }, '12:00']],
    ['nothing where the version in hand removes it', null, [{ standing, waiting: { ...waiting, post: null } }, { version: 2 }, '10:00']],
    ['nothing before the moment of its version', null, [{ waiting }, { version: 2 }, '09:59:59.999']],
    ['nothing before its own date', null, [{ standing: { ...standing, post: post('soon', '08:00') } }, { version: 1 }, '07:59:59.999']],
    ['all of it from its own date', 'soon', [{ standing: { ...standing, post: post('soon', '08:00') } }, { version: 1 }, '08:00']],
  ])('is %s', (_name, text, asked) => {
    expect(shown(...asked)).toBe(text);
  });
});

describe('a post behind the paywall', () => {
  const post = aPost('a', { headline: 'Gate opens', byline: 'By Ona Pell' });

  it('keeps its headline, dates and byline, and no block', () => {
    const { key, datePublished } = post;
    expect(readablePost({ isAccessibleForFree: false }, post, 'FREE')).toMatchObject({
      ...{ key, datePublished, headline: 'Gate opens', byline: 'By Ona Pell', blocks: [], isTruncated: true },
    });
  });

  it('is whole for who has paid, and where the article is free', () => {
    for (const [isAccessibleForFree, access] of [
      [false, 'SUBSCRIBER'],
      [true, 'FREE'],
    ] as const)
      expect(readablePost({ isAccessibleForFree }, post, access)).toEqual({ ...post, isTruncated: false });
  });
});
