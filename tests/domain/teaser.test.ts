import { describe, expect, it } from 'vitest';
import { PLAIN_IMAGE } from '../../lambda/domain/body.ts';
import { packTeaser, teaserOf, unpackTeaser } from '../../lambda/domain/teaser.ts';
import type { Head } from '../../lambda/domain/version.ts';
import { anArticle, aPerson, aQuotation, at, idOf } from '../support/article.ts';

const headOf = (wish: Partial<Parameters<typeof anArticle>[0]>): Head => {
  const { story, source, uri } = anArticle({ id: 'a', ...wish });
  if (story === null) throw new Error('has no story');
  const publication = { availableFrom: at('06:00'), datePublished: at('06:00'), dateModified: at('06:00'), until: null };
  const edition = { firstCreated: null, versionCreated: null, formerPaths: [], earlier: [], chunks: 1 };
  return { type: 'HEAD', id: idOf('a'), source, uri, version: 1, ...publication, ...story, ...edition };
};

describe('a teaser', () => {
  it('holds a field whole or leaves it out, and stays within a thousand bytes', () => {
    const standfirst = { text: 'سطر '.repeat(150), marks: [], quotation: null };
    const teaser = teaserOf(headOf({ standfirst, abstract: 'Short.' }));
    expect(teaser.standfirst).toBeUndefined();
    expect(teaser.abstract).toBe('Short.');
    expect(Buffer.byteLength(packTeaser(teaser))).toBeLessThanOrEqual(1000);
  });

  it('tells an absent field from one that did not fit', () => {
    expect(teaserOf(headOf({ standfirst: null })).standfirst).toBeNull();
  });

  it('comes back from its packed form as it was, whatever it holds', () => {
    const quotation = { ...aQuotation('Words', 'Ada Quill'), block: null, key: 'k', blockKey: null };
    const wishes: Parameters<typeof headOf>[0][] = [
      {},
      { standfirst: { text: 'Words', marks: [], quotation }, kicker: 'K', genre: 'Report', byline: 'By A', isAccessibleForFree: false },
      { standfirst: { text: 'Words', marks: [{ type: 'STRONG', start: 0, end: 2 }], quotation: null }, abstract: 'Short.' },
      { image: { url: 'https://a.example/a.jpg', ...PLAIN_IMAGE, caption: 'C', width: 4, height: 3 } },
      {
        image: {
          ...{ url: 'https://a.example/p/a.jpg', ...PLAIN_IMAGE, focalPoint: { x: 0.25, y: 0.5 } },
          renditions: [
            { name: 'small', url: 'https://a.example/p/s…1.jpg', width: 320, height: 180, mimeType: 'image/jpeg' },
            { name: 'tall', url: '/other.webp', width: null, height: null, mimeType: null },
          ],
        },
      },
      { section: 'Europe' },
      { contributions: [{ role: 'AUTHOR', person: aPerson('A'), links: [{ name: 'Mastodon', url: null }], note: 'n' }] },
    ];
    for (const head of wishes.map(headOf)) {
      const teaser = teaserOf(head);
      expect(JSON.stringify(unpackTeaser(packTeaser(teaser)))).toBe(JSON.stringify(teaser));
      const later = { ...teaser, until: at('09:00'), datePublished: at('05:00') };
      expect(unpackTeaser(packTeaser(later))).toEqual(later);
    }
  });
});
