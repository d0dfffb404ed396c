import { describe, expect, it } from 'vitest';
import { teaserOf } from '../../lambda/domain/teaser.ts';
import type { Head } from '../../lambda/domain/version.ts';
import { anArticle, at, idOf } from '../support/article.ts';

const headOf = (wish: Partial<Parameters<typeof anArticle>[0]>): Head => {
  const { story, source, uri } = anArticle({ id: 'a', ...wish });
  if (story === null) throw new Error('has no story');
  const publication = { availableFrom: at('06:00'), datePublished: at('06:00'), dateModified: at('06:00'), until: null };
  return { type: 'HEAD', id: idOf('a'), source, uri, version: 1, ...publication, ...story, firstCreated: null, formerPaths: [], chunks: 1 };
};

describe('a teaser', () => {
  it('holds a field whole or leaves it out, and stays within a thousand bytes', () => {
    const standfirst = { text: 'سطر '.repeat(150), marks: [], quotation: null };
    const teaser = teaserOf(headOf({ standfirst, abstract: 'Short.' }));
    expect(teaser.standfirst).toBeUndefined();
    expect(teaser.abstract).toBe('Short.');
    expect(Buffer.byteLength(JSON.stringify(teaser))).toBeLessThanOrEqual(1000);
  });

  it('tells an absent field from one that did not fit', () => {
    expect(teaserOf(headOf({ standfirst: null })).standfirst).toBeNull();
  });
});
