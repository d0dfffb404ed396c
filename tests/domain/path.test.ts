import { describe, expect, it } from 'vitest';
import { articleId } from '../../lambda/domain/identity.ts';
import { parseInstant } from '../../lambda/domain/instant.ts';
import { defaultPath, normalizePath, slugOf, suffixedPath } from '../../lambda/domain/path.ts';

describe('a path', () => {
  it('has one spelling: decoded once, NFC, without a trailing slash', () => {
    expect(normalizePath('/world/caf%C3%A9/')).toBe('/world/caf\u00e9');
    expect(normalizePath('/world/cafe\u0301')).toBe('/world/caf\u00e9');
    expect(normalizePath('/a%2541')).toBe('/a%41');
    expect(normalizePath('/')).toBe('/');
    expect(normalizePath('/العالم/خبر')).toBe('/العالم/خبر');
  });

  it.each(['world', '/a b', '/a?b', '/a#b', '/a//b', '/a/../b', '/%E0%A4%A', `/${'x'.repeat(1024)}`, '/a\\b', '/a%00b'])(
    'refuses %s',
    (path) => {
      expect(() => normalizePath(path)).toThrow(/^path: /);
    },
  );

  it('is made of section, month and headline when the source names none', () => {
    const published = parseInstant('2022-09-16T10:00:00Z', 'test');
    expect(defaultPath('world', published, 'Why it’s “not over”: a story')).toBe('/world/2022/09/why-its-not-over-a-story');
    expect(defaultPath('world', null, '…')).toBe('/world/untitled');
  });

  it('keeps the letters of every script in a slug, and cuts it at a word', () => {
    expect(slugOf('Обзор недели № 5')).toBe('обзор-недели-no-5');
    expect(slugOf('हिन्दी समाचार')).toBe('हिन्दी-समाचार');
    expect(slugOf('word '.repeat(40))).toHaveLength(79);
  });

  it('gets the same suffix every time for one article, another for another', () => {
    const one = suffixedPath('/a', articleId('s', '1'));
    expect(suffixedPath('/a', articleId('s', '1'))).toBe(one);
    expect(suffixedPath('/a', articleId('s', '2'))).not.toBe(one);
  });
});
