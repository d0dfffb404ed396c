import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type BlockContent, blockText, type Mark } from '../../../lambda/domain/body.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import { blockHtml } from '../../../lambda/domain/html.ts';
import { readHtmlBody } from '../../../lambda/ingest/formats/html-body.ts';
import { halves } from '../../support/half-characters.ts';

/** One for everybody: what is red is red for all. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);

/** Elements of every sort, opened and closed in any order. */
const TAGS = [
  ...[
    'p',
    'div',
    'h2',
    'ul',
    'ol',
    'li',
    'blockquote',
    'cite',
    'footer',
    'aside',
    'figure',
    'figcaption',
    'table',
    'caption',
    'tr',
    'td',
    'th',
  ],
  ...[
    'b',
    'em',
    's',
    'code',
    'span',
    'q',
    'sup',
    'pre',
    'section',
    'x-card',
    'blink',
    'form',
    'details',
    'noscript',
    'svg',
    'dl',
    'dt',
    'ruby',
    'rt',
  ],
  ...['script', 'style', 'template', 'button', 'textarea', 'select', 'option', 'title', 'video', 'iframe', 'body', 'html'],
];

const PIECES = [
  ...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...['<a href="/a">', '<a href="javascript:evil()">', '</a>', '<p hidden>', '<div style="display: none">', '<aside class="pullquote">'],
  ...['<aside class="correction">', '<figure class="wp-block-pullquote">', '<span class="credit">', '<blockquote class="twitter-tweet">'],
  ...[
    '<img src="/a.jpg" alt="Attr">',
    '<img src="javascript:evil()" alt="Attr">',
    '<img src=/b.jpg width=1>',
    '<iframe src="//x.example/f" title="Attr">',
  ],
  ...[
    '<video src="/v.mp4">',
    '<audio src="https://x.example/s.mp3"></audio>',
    '<td colspan="2">',
    '<script>evil()</script>',
    '<b onclick="evil()">',
  ],
  ...[
    '<br>',
    '<hr>',
    '<!--',
    '-->',
    '<!-- evil -->',
    '<',
    '>',
    '&amp;',
    '&lt;',
    '&nbsp;',
    '&#7;',
    '"',
    "'",
    '=',
    '/',
    '\u200f',
    '\u00a0',
    '\ufeff',
  ],
  ...[' ', '\n', '\t', 'word', 'Two words.', '“Said,” said Ilse Marrin', '— Ilse Marrin', '🚢', 'e\u0301', '日本', 'قال'],
];

const documents = fc
  .array(
    fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) }),
    {
      maxLength: 50,
      size: 'max',
    },
  )
  .map((parts) => parts.join('').toWellFormed());

/** Read for themselves, and once more here: what no browser shows of a document, even where no scripts run. */
const UNSEEN = new Set([
  ...['script', 'style', 'template', 'head', 'title', 'button', 'textarea', 'select', 'option', 'video', 'audio', 'iframe', 'img'],
  ...['frameset', 'noframes', 'canvas', 'desc', 'metadata', 'defs', 'input', 'dialog'],
]);

/** The words that a reader sees, and those of the attributes that may stand for something. */
function seen(html: string): { words: string; attributes: string } {
  const found = { words: '', attributes: '' };
  const walk = (node: DefaultTreeAdapterTypes.ChildNode): void => {
    if (node.nodeName === '#text') found.words += ` ${(node as DefaultTreeAdapterTypes.TextNode).value}`;
    if (!('tagName' in node)) return;
    for (const { name, value } of node.attrs) if (name === 'alt' || name === 'title') found.attributes += ` ${value}`;
    const isHidden = node.attrs.some(({ name, value }) => name === 'hidden' || (name === 'style' && value.includes('display: none')));
    if (!UNSEEN.has(node.tagName) && !isHidden) node.childNodes.forEach(walk);
  };
  parse(html, { scriptingEnabled: false }).childNodes.forEach(walk as never);
  return found;
}

/** All words of some blocks, also those that stand for a picture. */
function told(block: BlockContent): string {
  const images = block.kind === 'ImageBlock' ? [block.image] : block.kind === 'GalleryBlock' ? block.images : [];
  const cite = 'cite' in block ? block.cite : null;
  const caption = block.kind === 'TableBlock' ? block.caption : null;
  return [blockText(block), cite, caption, ...images.map(({ alternativeText }) => alternativeText)].filter(Boolean).join(' ');
}

const letters = (text: string) => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort();

/** The letters of one text that another has not, or has less often. */
function missing(wanted: string, from: string): string {
  const left = Map.groupBy(letters(from), (letter) => letter);
  return letters(wanted)
    .filter((letter) => left.get(letter)?.pop() === undefined)
    .join('');
}

function read(html: string): BlockContent[] | null {
  try {
    return readHtmlBody(html, 'body');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    expect(error.faults.every(({ place, reason }) => place !== '' && reason !== '')).toBe(true);
    return null;
  }
}

function richTexts(block: BlockContent): { text: string; marks: Mark[] }[] {
  if (block.kind === 'ListBlock' || block.kind === 'KeyFacts') return block.items;
  if (block.kind === 'TableBlock') return block.rows.flatMap(({ cells }) => cells);
  return 'marks' in block ? [block] : [];
}

describe(`the HTML reader, on documents made at random (seed ${SEED}, ${RUNS} runs; FUZZ_SEED and FUZZ_RUNS choose others)`, () => {
  it('keeps every word that a reader would see, and adds none', () => {
    let kept = 0;
    fc.assert(
      fc.property(documents, (html) => {
        const blocks = read(html);
        if (blocks === null) return;
        const { words, attributes } = seen(html);
        const all = blocks.map(told).join(' ');
        expect(missing(words, all)).toBe('');
        expect(missing(all, `${words} ${attributes}`)).toBe('');
        kept += words.length;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(kept).toBeGreaterThan(RUNS * 5); // else it proves nothing
  });

  it('gives marks that lie in their text, addresses that may be followed, and HTML that is ours', () => {
    fc.assert(
      fc.property(documents, (html) => {
        for (const block of read(html) ?? []) {
          for (const { text, marks } of richTexts(block)) {
            for (const { start, end, type, href } of marks) {
              expect(start >= 0 && start < end && end <= text.length).toBe(true);
              if (type === 'LINK') expect(href).toMatch(/^(https?:\/\/|mailto:|\/(?!\/))/);
            }
          }
          expect(blockHtml(block)).not.toMatch(
            /<(?!\/?(?:p|h[1-6]|blockquote|footer|aside|strong|em|s|code|a|ul|ol|li|table|caption|tr|t[hd]|figure|figcaption|img|video|source|hr|br|time)\b)|javascript:/i,
          );
          expect(halves(block)).toEqual([]);
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
