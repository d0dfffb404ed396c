import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { type Block, type BlockContent, blockText, type Image, type Mark } from '../../../lambda/domain/body.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import { markdown } from '../../../lambda/ingest/formats/markdown.ts';
import { halves } from '../../support/half-characters.ts';

/** One for everybody: what is red is red for all. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);

/** Pieces of which documents are made, right and wrong ones. */
const PIECES = [
  ...['---\n', '---', '\n', '\n\n', ' ', '  \n', '\\\n', '\t', '\r\n', '\u0000', '\u0007', '\ufeff', '\u200f', '🚢', 'e\u0301', '\ud83d'],
  ...['# ', '## ', '> ', '- ', '1. ', '* * *\n', '```\n', '~~~', '    ', '| a | b |\n|---|---|\n', '|', '[^a]', '[^a]: ', '[a]: /x "t"\n'],
  ...[
    '**',
    '*',
    '_',
    '~~',
    '`',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '/a',
    'https://x.example',
    'javascript:x',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<br>',
    '&amp;',
    '&#0;',
  ],
  ...[
    '“',
    '”',
    '„',
    '«',
    '»',
    '"',
    '‘',
    '’',
    '— Ilse Marrin, pilot, Port\n',
    '-- ',
    'said Ilse Marrin',
    'she added',
    'قال',
    '他说',
    'word',
    'Two words.',
    '![Two words.](/a)',
    '[word](/a)',
    '`word`',
  ],
  ...[
    'headline: Words\n',
    'headline: ',
    'published: 2026-09-12T14:20:00Z\n',
    'published: soon\n',
    'version: 9e99\n',
    'uri: "#"\n',
    'path: /%ff\n',
    'language: en\n',
  ],
  ...[
    'people:\n  - { name: Ilse Marrin, uri: u }\n',
    'authors: [A]\n',
    'about: [{ kind: place, name: P }]\n',
    'image: { url: /i.jpg }\n',
    'section: { slug: s, name: S }\n',
  ],
  ...[
    '\n::: pullquote\nWord\n— Ilse Marrin\n:::\n',
    '\n::: facts Word\n- Two words.\n:::\n',
    '\n::: gallery\n![word](/a)\n:::\n',
    '\n::: video /v.mp4\n![word](/a)\n\nword\n:::\n',
    '\n::: embed https://x.example\nTwo words.\n:::\n',
    '\n::: correction 2026-11-02\nTwo words.\n:::\n',
    '\n::: embed https://x.example\n',
    '\n:::\n',
    '\n<!--more-->\n',
  ],
  ...[
    'live: true\n',
    'related: [a, b]\n',
    'corrections: [{ date: 2026-11-02, text: Word }]\n',
    'headlines: { short: Word }\n',
    '&a ',
    '*a ',
    '!!binary ',
    '{',
    '}',
    '[[',
    ': ',
    '"\\ud800"',
    'status: canceled\n',
    '__proto__: { x: 1 }\n',
    'constructor: x\n',
    '<<: *a\n',
  ],
];

const pieces = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }),
  {
    maxLength: 60,
    size: 'max',
  },
);
const body = pieces.map((parts) => parts.join(''));
const withFrontMatter = fc.tuple(pieces, body).map(([parts, lines]) => `---\nheadline: Words\n${parts.join('')}\n---\n${lines}`);
const mutated = fc
  .tuple(
    fc.oneof(
      withFrontMatter, // refused, most of it
      { weight: 3, arbitrary: body.map((lines) => `---\nheadline: Words\n---\n${lines}`) },
    ),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 }),
  )
  .map(([document, changes]) => {
    const bytes = Buffer.from(document);
    for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
    return bytes;
  });

function read(bytes: Uint8Array) {
  const [article, ...others] = markdown.read({ bytes, source: 'desk', uri: 'a.md', wishes: {} });
  expect(others).toEqual([]);
  if (article === undefined) throw new Error('no article');
  return article;
}

function marksOf(block: BlockContent): { text: string; marks: Mark[] }[] {
  if (block.kind === 'ListBlock' || block.kind === 'KeyFacts') return block.items;
  if (block.kind === 'TableBlock') return block.rows.flatMap(({ cells }) => cells);
  return 'marks' in block ? [block] : [];
}

function imagesOf(block: BlockContent): readonly Image[] {
  if (block.kind === 'ImageBlock') return [block.image];
  if (block.kind === 'VideoBlock') return block.video.poster ? [block.video.poster] : [];
  return block.kind === 'GalleryBlock' ? block.images : [];
}

/** Every word that a reader sees, in the order of the source, whatever the blocks. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All text in a tree of mdast, without what no reader sees. */
function visibleText(node: ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number]): string {
  if ('children' in node)
    return node.children
      .map((child) => visibleText(child as never))
      .join(['paragraph', 'heading', 'tableCell', 'emphasis', 'strong', 'delete', 'link', 'linkReference'].includes(node.type) ? '' : ' ');
  if (node.type === 'break') return '\n';
  if (node.type === 'html' || node.type === 'definition') return '';
  return 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : '';
}

describe(`the Markdown reader, on documents made at random (seed ${SEED}, ${RUNS} runs; FUZZ_SEED and FUZZ_RUNS choose others)`, () => {
  it('gives an article or refuses, and never fails in another way', () => {
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(mutated, (bytes) => {
        try {
          const { story, body: content } = read(bytes);
          seen.read += 1;
          for (const block of content?.blocks ?? []) checkBlock(block);
          for (const { text, block, start, end } of content?.quotations ?? []) {
            expect(blockText(content?.blocks[block as number] as Block).slice(start, end)).toBe(text);
          }
          expect(halves({ story, content })).toEqual([]);
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          seen.refused += 1;
          expect(error.faults.length).toBeGreaterThan(0);
          for (const { place, reason } of error.faults) expect([place, reason]).not.toContain('');
        }
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(seen.read).toBeGreaterThan(RUNS / 20); // else it proves nothing
    expect(seen.refused).toBeGreaterThan(RUNS / 20);
  });

  it('keeps every word that a reader of the document would see', () => {
    let kept = 0;
    fc.assert(
      fc.property(body, (lines) => {
        const document = `---\nheadline: Words\n---\n\n${lines}`;
        let blocks: readonly BlockContent[];
        try {
          blocks = read(Buffer.from(document)).body?.blocks ?? [];
        } catch (error) {
          if (error instanceof Refused) return;
          throw error;
        }
        const containers = /^:::.*$/gm; // their lines are signs, not words
        const source = `\n${lines.toWellFormed().replace(/\r\n?/g, '\n')}`.replace(containers, '');
        const tree = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
        const expected = words(visibleText(tree)).join('').split('').sort().join('');
        const all = blocks.map(
          (block) =>
            `${blockText(block)} ${'cite' in block ? (block.cite ?? '') : ''} ${imagesOf(block).map(({ alternativeText }) => alternativeText)}`,
        );
        const found = words(all.join(' ')).join('').split('').sort().join('');
        kept += expected.length;
        expect(missing(expected, found)).toBe('');
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(kept).toBeGreaterThan(RUNS * 5);
  });
});

/** The letters of a sorted text that another sorted text has not, or has less often. */
function missing(expected: string, found: string): string {
  let at = 0;
  return [...expected.split('')]
    .filter((letter) => {
      while (at < found.length && (found[at] as string) < letter) at += 1;
      if (found[at] !== letter) return true;
      at += 1;
      return false;
    })
    .join('');
}

function checkBlock(block: BlockContent): void {
  for (const { text, marks } of marksOf(block)) {
    for (const { type, start, end, href } of marks) {
      expect(start >= 0 && start < end && end <= text.length).toBe(true);
      if (type === 'LINK') expect(href).toMatch(/^(https?:\/\/|mailto:|\/(?!\/))/);
    }
  }
  for (const { url } of imagesOf(block)) expect(url).toMatch(/^(https?:\/\/|\/(?!\/))/);
}
