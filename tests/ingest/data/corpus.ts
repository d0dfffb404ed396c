import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../../lambda/domain/article.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import { detectFormat } from '../../../lambda/ingest/detect.ts';
import type { Format } from '../../../lambda/ingest/format.ts';
import { FORMATS } from '../../../lambda/ingest/formats.ts';
import { intakeOfFile } from '../../../lambda/ingest/intakes.ts';
import { EXPORT_START, pictureItem, postItem } from '../../support/wordpress-export.ts';
import { DATA, HAS_DATA } from './folder.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** A document of a format, or of none. */
export type Source = { name: string; bytes: Buffer; format: Format | null };

/** The format that a document is read as: what its content says, else its ending. */
export function formatOf(name: string, bytes: Uint8Array): Format | null {
  try {
    return detectFormat(FORMATS, bytes);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const ending = name.endsWith('.xml') ? null : intakeOfFile(name);
    return FORMATS.find((format) => format.name === ending?.name) ?? null;
  }
}

/** All files of real wires and CMSs; none where they are not there. */
export function realFiles(): Source[] {
  return HAS_DATA ? filesIn(DATA, '**/*.*') : [];
}

/** Documents of the repository's own, at least two of each format. */
export function ownFiles(): Source[] {
  const post = {
    ...{ id: 7, slug: 'a', type: 'post', link: 'https://sound.example/2026/11/a/', status: 'publish', date_gmt: '2026-11-02T21:00:00' },
    ...{
      guid: { rendered: 'https://sound.example/?p=7' },
      title: { rendered: 'Ferry &amp; fog' },
      excerpt: { rendered: '<p>It left.</p>' },
    },
    content: {
      rendered:
        '<p>“It <b>left</b>,” said Ilse Marrin.</p><ul><li>One</li></ul><figure><img src="/f.jpg"><figcaption>Fog</figcaption></figure>',
      protected: false,
    },
    _embedded: {
      author: [{ name: 'Hester Quayle', link: 'https://sound.example/author/hq/' }],
      'wp:featuredmedia': [{ source_url: 'https://sound.example/f.jpg', media_details: { sizes: { medium: { width: 3, height: 2 } } } }],
      'wp:term': [[{ id: 3, parent: 2, taxonomy: 'category', slug: 'ferries', name: 'Ferries' }], [{ taxonomy: 'post_tag', slug: 'fog' }]],
    },
  };
  const classic =
    '[caption caption="Fog"]<img src="/f.jpg">[/caption]\n\nIt left.\n\n[gallery ids="10,20"]\n\n<!--more-->\n\nhttps://youtu.be/abc';
  const made = {
    'post.json': JSON.stringify(post),
    'posts.json': JSON.stringify([post, { ...post, status: 'trash' }], null, 1),
    'export.xml': `${EXPORT_START}${postItem(1)}${postItem(2, { 'content:encoded': classic })}${pictureItem(10)}</channel></rss>`,
  };
  return [
    ...filesIn(ROOT, '{samples,tests/fixtures/text}/**/*{.md,.txt,.ninjs.json}'),
    ...Object.entries(made).map(([name, text]) => ({ name, bytes: Buffer.from(text), format: formatOf(name, Buffer.from(text)) })),
  ];
}

/** The articles that a document holds, each refused piece left out; none where it is of no format. */
export async function articlesIn({ format, bytes, name: uri }: Source): Promise<Article[]> {
  if (format === null) return [];
  const read = (part: Uint8Array) => {
    try {
      return format.read({ bytes: part, source: 'desk', uri, wishes: {} });
    } catch (error) {
      if (error instanceof Refused) return [];
      throw error;
    }
  };
  if (!format.pieces) return read(bytes);
  const found: Article[] = [];
  const open = async function* () {
    yield bytes;
  };
  for await (const piece of format.pieces(open)) if ('bytes' in piece) found.push(...read(piece.bytes));
  return found;
}

function filesIn(folder: string, pattern: string): Source[] {
  return globSync(pattern, { cwd: folder })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, bytes, format: formatOf(name, bytes) };
    });
}
