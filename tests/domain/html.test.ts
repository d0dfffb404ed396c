import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../lambda/domain/body.ts';
import { blockHtml, isSafeLink, richTextHtml } from '../../lambda/domain/html.ts';

describe('the html of a text', () => {
  it('nests marks, and closes and opens again those that cross', () => {
    const marks: Mark[] = [
      { type: 'STRONG', start: 0, end: 5 },
      { type: 'EMPHASIS', start: 3, end: 8 },
      { type: 'LINK', start: 6, end: 7, href: 'https://x.example/?a=1&b="' },
    ];
    expect(richTextHtml({ text: 'abcdefgh', marks })).toBe(
      '<strong>abc<em>de</em></strong><em>f<a href="https://x.example/?a=1&#38;b=&#34;">g</a>h</em>',
    );
  });

  it('escapes what a source wrote and drops a link that would run', () => {
    const marks: Mark[] = [{ type: 'LINK', start: 0, end: 3, href: 'javascript:alert(1)' }];
    expect(richTextHtml({ text: '<b>&', marks })).toBe('&#60;b&#62;&#38;');
  });

  it('holds no tag but ours and balances them, whatever the marks', () => {
    const mark = fc.record({
      type: fc.constantFrom('STRONG' as const, 'EMPHASIS' as const, 'CODE' as const),
      start: fc.nat(12),
      end: fc.nat(12),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.array(mark, { maxLength: 6 }), (text, marks) => {
        const html = richTextHtml({ text, marks });
        const open: string[] = [];
        for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([^>]*)>/g)) {
          if (slash) expect(open.pop()).toBe(tag);
          else if (tag !== 'br') open.push(tag);
        }
        expect(open).toEqual([]);
        expect(
          html
            .replace(/<br>/g, '\n')
            .replace(/<[^>]*>/g, '')
            .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
        ).toBe(text);
      }),
    );
  });

  it('puts deeper items into the item before them', () => {
    const item = (text: string, level: number) => ({ text, level, marks: [] });
    expect(blockHtml({ kind: 'ListBlock', ordered: false, items: [item('a', 0), item('b', 1), item('c', 0)] })).toBe(
      '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>',
    );
  });

  it.each([
    ['https://a.example', true],
    ['/world', true],
    ['mailto:a@b.example', true],
    ['//evil.example', false],
    ['/\\evil.example', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    [' https://a.example', false],
  ])('follows %s: %s', (href, safe) => {
    expect(isSafeLink(href)).toBe(safe);
  });
});
