import { describe, expect, it } from 'vitest';
import { articleTag, conceptTag, frontTag, listTag } from '../../lambda/domain/cache-tags.ts';
import { LIST } from '../../lambda/domain/listings.ts';
import { idOf } from '../support/article.ts';

describe('a cache tag', () => {
  it('names what it stands for, where it can be read', () => {
    expect([listTag(LIST.latest()), listTag(LIST.latest('en-GB')), listTag(LIST.section('world')), frontTag('sport/home')]).toEqual([
      'latest',
      'latest:en',
      'section:world',
      'front:sport/home',
    ]);
  });

  it.each([
    ['in another script', 'العالم'],
    ['with a comma and a space', 'home, away'],
    ['of a thousand bytes', 'x'.repeat(1_000)],
  ])('of a name %s is one that CloudFront takes: visible ASCII, no comma, at most 256 characters', (_name, slug) => {
    for (const tag of [listTag(LIST.section(slug)), frontTag(slug), conceptTag(slug), articleTag(idOf(slug))])
      expect(tag).toMatch(/^[\x21-\x2b\x2d-\x7e]{1,256}$/);
    expect(listTag(LIST.section(slug))).not.toBe(listTag(LIST.section(`${slug}s`)));
  });
});
