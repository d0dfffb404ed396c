import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BlockContent, blockText } from '../../../lambda/domain/body.ts';
import { identifiedConcept } from '../../../lambda/domain/concept.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import type { Piece } from '../../../lambda/ingest/format.ts';
import { wordpressWxr } from '../../../lambda/ingest/formats/wordpress-wxr.ts';
import { EXPORT_START, pictureItem, postItem } from '../../support/wordpress-export.ts';

/** Megabytes of the export whose reading is measured; 500 are promised. */
const MEGABYTES = Number(process.env.WXR_MEGABYTES ?? 20);

const END = '</channel></rss>';
const whole = (...items: string[]) => EXPORT_START + items.join('') + END;

function read(xml: string | Uint8Array) {
  return wordpressWxr.read({ bytes: Buffer.from(xml), source: 'sound', uri: 'x.xml', wishes: {} });
}

/** The blocks of a post with some content. */
function blocksOf(content: string, ...others: string[]): BlockContent[] {
  const blocks = read(whole(postItem(1, { 'content:encoded': content }), ...others))[0]?.body?.blocks ?? [];
  return blocks.map(({ key, ...block }) => block);
}

function faultsOf(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
    throw error;
  }
  return [];
}

/** The pieces of an export that comes in chunks of so many bytes. */
async function piecesOf(xml: string | Uint8Array, size = 7): Promise<Piece[]> {
  const bytes = Buffer.from(xml);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const pieces: Piece[] = [];
  for await (const piece of wordpressWxr.pieces?.(chunks) ?? []) pieces.push(piece);
  return pieces;
}

const shownOf = (piece: Piece) => [
  piece.place,
  'left' in piece ? piece.left : 'faults' in piece ? piece.faults.map(({ place, reason }) => `${place}: ${reason}`).join() : 'article',
];

describe('an export', () => {
  it('gives an article for each post, field by field', () => {
    const [article, ...others] = read(whole(postItem(1), pictureItem(10)));
    expect(others).toEqual([]);
    expect(article).toMatchObject({
      ...{ uri: 'https://sound.example/?p=1', pubStatus: 'USABLE', version: Date.parse('2026-11-02T22:30:00Z') },
      ...{ firstPublished: '2026-11-02T21:00:00.000Z', scheduledFor: null },
      story: {
        headline: 'Ferry 1 leaves & returns',
        path: '/2026/11/ferry-1',
        language: 'en-GB',
        section: { slug: 'ferries', name: 'Ferries', parents: [{ slug: 'shipping', name: 'Ships & Quays' }] },
        contributions: [{ role: 'AUTHOR', person: identifiedConcept('Person', 'Hester Quayle', 'literal:sound:author:hq-login') }],
        about: [identifiedConcept('Topic', 'Fog', 'literal:sound:post_tag:fog')],
        image: {
          ...{ url: 'https://sound.example/media/ferry-10.jpg', alternativeText: 'A ferry in fog', caption: 'The quay at noon' },
          ...{ width: 1600, height: 900 },
        },
      },
    });
    expect(article?.body?.blocks.map(({ kind }) => kind)).toEqual(['Paragraph', 'Blockquote']);
    expect(article?.body?.quotations.some(({ text }) => text === 'It was never safe.')).toBe(true);
    expect(JSON.stringify(article)).not.toMatch(/hq-login|hq@|odo@|Odo|saw it too/);
  });

  it('says the same in pieces, however it is cut, with authors and pictures that stand behind', async () => {
    const xml = whole(postItem(1), postItem(2), pictureItem(10)).replaceAll('—', 'é');
    const articles = (await piecesOf(xml)).flatMap((piece) => ('bytes' in piece ? read(piece.bytes) : []));
    expect(articles).toEqual(read(xml));
    expect(articles).toHaveLength(2);
    expect((await piecesOf(xml, 4096)).map(({ place }) => place)).toEqual((await piecesOf(xml)).map(({ place }) => place));
  });

  it('goes on behind a post that is refused, and tells what is no article', async () => {
    const xml = whole(
      postItem(1, { 'wp:status': 'draft' }),
      postItem(2, { title: '' }),
      postItem(3, { 'wp:post_type': 'page' }),
      pictureItem(10),
      postItem(4),
    );
    const pieces = await piecesOf(xml, 1000);
    expect(pieces.map(shownOf)).toEqual([
      ['item 1 "Ferry 1 leaves &amp; returns"', 'article'],
      ['item 2 "https://sound.example/?p=2"', 'article'],
      ['item 3 "Ferry 3 leaves &amp; returns"', 'is no article, but "page"'],
      ['item 4 "ferry-10"', 'is an attachment; pictures come with the articles that show them'],
      ['item 5 "Ferry 4 leaves &amp; returns"', 'article'],
    ]);
    const bytes = pieces.map((piece) => ('bytes' in piece ? piece.bytes : Buffer.alloc(0)));
    expect(faultsOf(() => read(bytes[1] as Uint8Array))).toEqual(['item: title: is missing']);
    expect(read(bytes[0] as Uint8Array)[0]?.pubStatus).toBe('WITHHELD');
    expect(faultsOf(() => read(xml))).toEqual(['item 2 "https://sound.example/?p=2": title: is missing']);
  });

  it.each<[string, string, string]>([
    ['no XML', '<item><title>x</item>', 'line 11: is no XML: Unexpected close tag'],
    ['an entity of its own', '<item><title>&bomb;</title></item>', 'line 11: is no XML: Invalid character entity'],
    ['its end', '<item><title>x', 'line 11: is no XML: Unclosed root tag'],
  ])('that becomes %s stands as far as it was whole', async (_, broken, fault) => {
    const xml = EXPORT_START + postItem(1).replaceAll('\n', ' ') + broken;
    const pieces = await piecesOf(xml, 1000);
    expect(pieces.map(shownOf)).toEqual([
      ['item 1 "Ferry 1 leaves &amp; returns"', 'article'],
      ['behind item 1', fault],
    ]);
    expect(faultsOf(() => read(xml))).toEqual([fault]);
  });

  it.each<[string, string | Uint8Array, string]>([
    [
      'a DOCTYPE',
      `<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>${whole(postItem(1))}`.replace(/(<!DOCTYPE.*?\]>)(<\?xml.*?\?>)/s, '$2$1'),
      'line 1: holds a DOCTYPE, which no export of WordPress has',
    ],
    ['another encoding', whole().replace('UTF-8', 'ISO-8859-1'), 'line 1: names the encoding ISO-8859-1; save it as UTF-8'],
    [
      'broken bytes',
      Buffer.concat([Buffer.from(EXPORT_START), Buffer.from([0xff])]),
      'line 1: holds bytes that are no UTF-8, here or soon after',
    ],
    [
      'another root',
      '<feed xmlns="http://www.w3.org/2005/Atom"/>',
      'line 1: is no export of WordPress: its root is no rss with the namespace of one',
    ],
    ['RSS alone', '<rss version="2.0"><channel/></rss>', 'line 1: is no export of WordPress: its root is no rss with the namespace of one'],
    ['nothing', '', 'line 1: is no export of WordPress: there is no rss with its namespace'],
    ['elements too deep', `${EXPORT_START}<item>${'<x>'.repeat(40)}`, 'line 9: holds elements that are nested too deep to be read'],
  ])('is refused for %s', async (_, xml, fault) => {
    expect(faultsOf(() => read(xml))).toEqual([expect.stringContaining(fault.replace(/^line \d+/, ''))]);
    expect((await piecesOf(xml)).map((piece) => shownOf(piece)[1])).toEqual([expect.stringContaining(fault.replace(/^line \d+/, ''))]);
  });

  it('is given up at its first fault, and at a sign that never ends: the parser would take the square of what follows', () => {
    const refused = (words: string) => {
      try {
        wordpressWxr.read({ bytes: Buffer.from(EXPORT_START + words), source: 'wire', uri: '', wishes: {} });
      } catch (error) {
        if (error instanceof Refused) return error.faults.map(({ reason }) => reason);
        throw error;
      }
      return [];
    };
    expect(refused(`<![CDAT${'\n'.repeat(80_000)}`)).toEqual(['holds a declaration that does not end']);
    expect(refused(`<!DOCTYPE a>${'x '.repeat(40_000)}`)).toEqual([expect.stringContaining('octype declaration')]);
  });

  it('decodes once, joins CDATA and text, passes over comments, and takes any prefix for a namespace', () => {
    const title = '<title>A &amp;amp; <![CDATA[B &amp;lt; ]]]]><![CDATA[> ]]><!-- not this -->C</title>';
    const xml = whole(postItem(1).replace(/<title>.*?<\/title>/s, title));
    expect(read(xml)[0]?.story?.headline).toBe('A & B &lt; ]]> C');
    const renamed = xml.replaceAll('wp:', 'w:').replaceAll('xmlns:wp=', 'xmlns:w=').replace('export/1.2/"', 'export/1.0/"');
    expect(read(renamed)[0]?.story?.headline).toBe('A & B &lt; ]]> C');
  });

  it('passes over what plugins add in namespaces of their own, whatever they call them, also in pieces', async () => {
    const item = (namespaces: string, said = '') => postItem(1).replace('<item>', `<item ${namespaces}>${said}`);
    const unknown = '<wp:postmeta xmlns:wp="http://plugins.example/wp/"><wp:meta_key>_thumbnail_id</wp:meta_key></wp:postmeta>';
    const xml = whole(
      item('xmlns:tide="http://plugins.example/tide/"', '<tide:at><tide:hour>5</tide:hour></tide:at><tide:mark/>'),
      item(
        'xmlns="" xmlns:fähre="http://fähre.example/"',
        `<note xmlns="http://wordpress.org/export/1.2/">n</note><fähre:x>1</fähre:x>${unknown}`,
      ),
      item('xmlns:wp="http://plugins.example/wp/"'), // its status is a plugin's, and none of WordPress
      item('xmlns:wp="https://wordpress.org/export/1.2/"'),
      item('nobody:knows="this"', '<nobody:says>where this comes from</nobody:says>'),
    );
    const articles = (await piecesOf(xml)).flatMap((piece) => ('bytes' in piece ? read(piece.bytes) : []));
    expect(articles.map(({ pubStatus }) => pubStatus)).toEqual(['USABLE', 'USABLE', 'WITHHELD', 'USABLE', 'USABLE']);
    expect(read(xml)).toEqual(articles);
  });

  it('takes away what asks for a password and what is in the trash', () => {
    expect(read(whole(postItem(1, { 'wp:post_password': 'x' })))[0]).toMatchObject({ pubStatus: 'CANCELED', story: null });
    expect(read(whole(postItem(1, { 'wp:status': 'trash' })))[0]).toMatchObject({ pubStatus: 'CANCELED', story: null });
  });

  it('has dates in UTC: of the post, else of pubDate; one without a zone is refused', () => {
    const zero = { 'wp:post_date_gmt': '0000-00-00 00:00:00' };
    expect(read(whole(postItem(1, { ...zero, pubDate: 'Mon, 02 Nov 2026 21:00:00 +0100' })))[0]?.firstPublished).toBe(
      '2026-11-02T20:00:00.000Z',
    );
    expect(faultsOf(() => read(whole(postItem(1, { ...zero, 'wp:post_date': '2026-11-02 21:00:00' }))))).toEqual([
      expect.stringContaining('has no time zone'),
    ]);
    expect(read(whole(postItem(1, { 'wp:status': 'future' })))[0]).toMatchObject({
      scheduledFor: '2026-11-02T21:00:00.000Z',
      firstPublished: null,
    });
  });

  it(`of ${MEGABYTES} MB is read in less than 200 MB (WXR_MEGABYTES chooses another size)`, { timeout: 1_200_000 }, () => {
    const program = join(import.meta.dirname, 'wordpress-memory.ts');
    const { stdout, stderr } = spawnSync(process.execPath, [...switchesOfIngest(), program, String(MEGABYTES)], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const { articles, left, refused, megabytes } = JSON.parse(stdout);
    expect(articles).toBeGreaterThan(MEGABYTES * 100);
    expect(left).toBeGreaterThan(MEGABYTES * 10);
    expect(refused).toBe(0);
    expect(megabytes).toBeLessThan(200);
  });
});

/** The switches of Node with which `npm run ingest` starts: the youngest objects have little room, for its strings are all short-lived. */
function switchesOfIngest(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'));
  return scripts.ingest.split(' ').filter((word: string) => word.startsWith('--'));
}

describe('the content of a post', () => {
  const texts = (content: string) => blocksOf(content).map(blockText);

  it('of the classic editor is parted by empty lines, and broken by line ends', () => {
    expect(texts('One\ntwo\r\n\r\n<b>Three</b><br />\nfour\n<h2>Five</h2>\n<ul>\n<li>six</li>\n</ul>\nseven')).toEqual([
      ...['One\ntwo', 'Three\nfour', 'Five', 'six', 'seven'],
    ]);
  });

  it('of Gutenberg has its line ends as blanks, but not between its blocks', () => {
    expect(
      texts('a\nb\n<!-- wp:paragraph {"x":{"y":1}} -->\n<p>c\nd</p>\n<!-- /wp:paragraph -->\ne\nf\n<!-- wp:latest-posts /-->\ng'),
    ).toEqual([...['a\nb', 'c d', 'e\nf', 'g']]);
  });

  it('may be cut', () => {
    const cutOf = (content: string) => read(whole(postItem(1, { 'content:encoded': content })))[0]?.story?.freeBlocks;
    expect(cutOf('One\n\ntwo<!--more Read on-->three')).toBe(2);
    expect(cutOf('<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:more --><!--more--><!-- /wp:more -->b')).toBe(1);
    expect(cutOf('a<!-- moreover -->b')).toBe(0);
  });

  it('has its footnotes where it has a place for them', () => {
    const content =
      '<!-- wp:paragraph -->\n<p>It closed.</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->\n\n<!-- wp:paragraph -->\n<p>End.</p>\n<!-- /wp:paragraph -->';
    const withMeta = (meta: string, words: string) =>
      postItem(1, { 'content:encoded': words }).replace(
        '<wp:postmeta>',
        `<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[${meta}]]></wp:meta_value></wp:postmeta><wp:postmeta>`,
      );
    const shown = (meta: string, words = content) =>
      read(whole(withMeta(meta, words)))[0]?.body?.blocks.map((block) =>
        block.kind === 'ListBlock' ? block.items.map(({ text }) => text) : blockText(block),
      );
    const notes = JSON.stringify([{ id: 'a', content: 'By <em>log</em> $1' }, { id: 'b', content: 'Of 5 am' }, { id: 'c' }]);
    expect(shown(notes)).toEqual(['It closed.', ['By log $1', 'Of 5 am'], 'End.']);
    expect(shown(notes, 'It closed.')).toEqual(['It closed.']);
    for (const broken of ['', '[]', '{"content":"x"}', 'a:0:{}']) expect(shown(broken)).toEqual(['It closed.', 'End.']);
  });

  it('has captions, embeds, players and galleries by shortcodes', () => {
    expect(blocksOf('[caption id="a" width="300"]<a href="/x"><img src="/a.jpg" alt="A"></a> The <b>quay</b>[/caption]')).toMatchObject([
      { kind: 'ImageBlock', image: { url: '/a.jpg', alternativeText: 'A', caption: 'The quay' } },
    ]);
    expect(blocksOf('a [embed width="1"]https://x.example/v?a=1&amp;b=2[/embed] b')).toMatchObject([
      { text: 'a' },
      { kind: 'Embed', url: 'https://x.example/v?a=1&b=2' },
      { text: 'b' },
    ]);
    expect(blocksOf('a\nhttps://www.youtube.com/watch?v=1\nhttps://unknown.example/x')).toMatchObject([
      { text: 'a' },
      { kind: 'Embed', url: 'https://www.youtube.com/watch?v=1', provider: 'YouTube' },
      { text: 'https://unknown.example/x' },
    ]);
    expect(blocksOf('[video mp4="/v.mp4" poster="/p.jpg"][/video] [audio src=https://x.example/s.mp3]')).toMatchObject([
      { kind: 'VideoBlock', video: { url: '/v.mp4', poster: { url: '/p.jpg' } } },
      { kind: 'Embed', url: 'https://x.example/s.mp3' },
    ]);
    expect(blocksOf('[gallery ids="10, 20,999"]', pictureItem(10), pictureItem(20))).toMatchObject([
      { kind: 'GalleryBlock', images: [{ caption: 'The quay at noon', width: 1600 }, { url: 'https://sound.example/media/ferry-20.jpg' }] },
    ]);
  });

  it('has in a gallery that names no pictures all that were uploaded to its post, in their order, also in pieces', async () => {
    const of = (number: number, post: number, order = 0) =>
      pictureItem(number).replace('</item>', `<wp:post_parent>${post}</wp:post_parent><wp:menu_order>${order}</wp:menu_order></item>`);
    const post = (sign: string) => postItem(1, { 'content:encoded': `a\n\n${sign}` });
    const pictures = [of(30, 1), of(9, 1), of(20, 1, -1), of(40, 2), pictureItem(50)];
    const shown = (xml: string | Uint8Array) =>
      read(xml).flatMap(({ body }) =>
        (body?.blocks ?? []).flatMap((block) =>
          block.kind === 'GalleryBlock' ? block.images.map(({ url }) => /\d+/.exec(url)?.[0]) : block.kind === 'ImageBlock' ? ['one'] : [],
        ),
      );
    const signs = [
      '[gallery columns="3"]',
      '[gallery order="desc" size="x"]',
      '[gallery exclude="9"]',
      '[gallery id="2"]',
      '[gallery id="7"]',
    ];
    const galleries = [['20', '9', '30'], ['30', '9', '20'], ['20', '30'], ['one'], []];
    for (const [place, sign] of signs.entries()) {
      const xml = whole(post(sign), ...pictures);
      expect(shown(xml)).toEqual(galleries[place]);
      const pieces = (await piecesOf(xml, 1000)).flatMap((piece) => ('bytes' in piece ? [piece.bytes] : []));
      expect(pieces.flatMap(shown)).toEqual(galleries[place]);
    }
  });

  it('keeps the picture behind the words of a cover, and leaves out the button below a file', () => {
    const style = "background-image:url('https://sound.example/media/fog.jpg')";
    expect(blocksOf(`<div class="wp-block-cover" style="${style}"><p class="wp-block-cover-text">Fog</p></div>`)).toMatchObject([
      { kind: 'ImageBlock', image: { url: 'https://sound.example/media/fog.jpg' } },
      { kind: 'Paragraph', text: 'Fog' },
    ]);
    expect(texts('<div class="wp-block-cover" style="background-image:url(javascript:alert(1))"><p>Fog</p></div>')).toEqual(['Fog']);
    const file = '<a href="https://sound.example/plan.pdf">The plan</a>';
    const button = '<a href="https://sound.example/plan.pdf" class="wp-block-file__button" download>Download</a>';
    expect(texts(`<div class="wp-block-file">${file}${button}</div>`)).toEqual(['The plan']);
  });

  it('keeps the words of all other brackets', () => {
    expect(texts('[[gallery]] [sic] [box color="red"]in[/box] [note]n[/note] [caption]open [/embed] [a [b] ]')).toEqual([
      '[gallery] [sic] in [note]n[/note] open [a [b] ]',
    ]);
  });

  it('has the figures of Gutenberg, written and rendered, and of the classic editor', () => {
    const picture = (n: number) => `<figure class="wp-block-image"><img src="/${n}.jpg"><figcaption>C${n}</figcaption></figure>`;
    const gallery = { kind: 'GalleryBlock', caption: 'All', images: [{ caption: 'C1' }, { caption: 'C2' }] };
    const list = `<ul class="blocks-gallery-grid"><li class="blocks-gallery-item">${picture(1)}</li><li class="blocks-gallery-item">${picture(2)}</li></ul>`;
    expect(blocksOf(`<figure class="wp-block-gallery">${picture(1)}${picture(2)}<figcaption>All</figcaption></figure>`)).toMatchObject([
      gallery,
    ]);
    expect(blocksOf(`<figure class="wp-block-gallery">${list}<figcaption>All</figcaption></figure>`)).toMatchObject([gallery]);
    const item = (n: number) =>
      `<dl class="gallery-item"><dt class="gallery-icon"><a href="/x"><img src="/${n}.jpg"></a></dt><dd class="wp-caption-text gallery-caption">C${n}</dd></dl>`;
    expect(blocksOf(`<div id="gallery-1" class="gallery galleryid-5">${item(1)}${item(2)}<br style="clear: both"></div>`)).toMatchObject([
      { kind: 'GalleryBlock', images: [{ caption: 'C1' }, { caption: 'C2' }] },
    ]);
    expect(blocksOf('<div class="wp-caption"><img src="/1.jpg"><p class="wp-caption-text">C1</p></div>')).toMatchObject([
      { kind: 'ImageBlock', image: { caption: 'C1' } },
    ]);
    const embed = (inside: string) =>
      `<figure class="wp-block-embed is-provider-x"><div class="wp-block-embed__wrapper">\n${inside}\n</div><figcaption>E</figcaption></figure>`;
    expect(blocksOf(embed('https://x.example/1'))).toMatchObject([{ kind: 'Embed', url: 'https://x.example/1', text: 'E' }]);
    expect(blocksOf(embed('<iframe src="https://www.youtube.com/embed/abc?x=1"></iframe>'))).toMatchObject([
      { kind: 'Embed', url: 'https://www.youtube.com/watch?v=abc', provider: 'YouTube', text: 'E' },
    ]);
    expect(
      blocksOf(
        embed('<blockquote class="twitter-tweet">T <a href="https://twitter.com/a/status/1">d</a></blockquote><script src="x"></script>'),
      ),
    ).toMatchObject([
      { kind: 'Embed', url: 'https://twitter.com/a/status/1', text: 'T d' },
      { kind: 'Paragraph', text: 'E' },
    ]);
    expect(blocksOf('<figure class="wp-block-pullquote"><blockquote><p>P</p><cite>W</cite></blockquote></figure>')).toMatchObject([
      { kind: 'PullQuote', text: 'P', cite: 'W' },
    ]);
    expect(
      blocksOf(
        '<figure class="wp-block-table"><table><tr><td>1</td></tr></table><figcaption>T</figcaption></figure><hr class="wp-block-separator">',
      ),
    ).toMatchObject([{ kind: 'TableBlock', caption: 'T' }, { kind: 'Divider' }]);
  });
});
