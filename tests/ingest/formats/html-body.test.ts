import { describe, expect, it } from 'vitest';
import { type BlockContent, blockText, type Mark, PLAIN_IMAGE } from '../../../lambda/domain/body.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import { blockHtml } from '../../../lambda/domain/html.ts';
import { readHtmlBody } from '../../../lambda/ingest/formats/html-body.ts';
import { at } from '../../support/article.ts';

const read = (html: string) => readHtmlBody(html, 'body');

/** The only block of some HTML. */
function only(html: string): BlockContent {
  const [block, ...others] = read(html);
  if (block === undefined || others.length > 0) throw new Error(`${others.length + (block ? 1 : 0)} blocks`);
  return block;
}

/** What each mark marks: `STRONG closed`. */
function marked(block: BlockContent): string[] {
  const { text, marks } = block as { text: string; marks: Mark[] };
  return marks.map(({ type, start, end, href }) => [type, text.slice(start, end), ...(href ? [href] : [])].join(' '));
}

function faultsOf(html: string): string[] {
  try {
    read(html);
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
    throw error;
  }
  return [];
}

describe('text in HTML', () => {
  it('has its blanks fall together as in browsers, and keeps all other characters', () => {
    const html =
      '<p>\n One\t two <b>three </b>four<b> five</b>\u00a0\u00a0six \u200f«\u200dقال» e\u0301 &amp;amp; &lt;b&gt; &#128674; <!-- not this --></p>';
    expect(only(html)).toMatchObject({
      kind: 'Paragraph',
      text: 'One two three four five\u00a0\u00a0six \u200f«\u200dقال» e\u0301 &amp; <b> 🚢',
    });
    expect(marked(only(html))).toEqual(['STRONG three', 'STRONG five']);
  });

  it('has marks at exact UTF-16 offsets, the outer ones first', () => {
    const html =
      '<p>🚢 A <strong>ship <em>sank</em> at</strong> <del>noon</del>, <code>x  y</code> <a href="/a">a <i>link</i></a> 1<sup>st</sup></p>';
    expect(only(html)).toMatchObject({ text: '🚢 A ship sank at noon, x y a link 1st' });
    expect(marked(only(html))).toEqual([
      ...['STRONG ship sank at', 'EMPHASIS sank', 'STRIKETHROUGH noon', 'CODE x y', 'LINK a link /a', 'EMPHASIS link'],
    ]);
  });

  it('links to http, https, mailto and places of the site only; other links keep their words', () => {
    const links = [
      'https://x.example/a?b=1&amp;c',
      'mailto:a@x.example',
      '/world/c',
      '//x.example/d e',
      'javascript:alert(1)',
      'java\nscript:x',
      'data:text/html,x',
    ];
    const block = only(`<p>${links.map((href, n) => `<a href="${href}" onclick="x()">${n}</a>`).join(' ')}</p>`);
    expect(marked(block)).toEqual([
      ...['LINK 0 https://x.example/a?b=1&c', 'LINK 1 mailto:a@x.example', 'LINK 2 /world/c', 'LINK 3 https://x.example/d%20e'],
    ]);
    expect(blockText(block)).toBe('0 1 2 3 4 5 6');
  });

  it('is parted by an empty line, wherever it stands', () => {
    expect(read('One<br>\n two<br><br>Three <em>four<br> <br>five</em><p>six</p>seven')).toEqual([
      { kind: 'Paragraph', text: 'One\ntwo', marks: [] },
      { kind: 'Paragraph', text: 'Three four', marks: [{ type: 'EMPHASIS', start: 6, end: 10 }] },
      { kind: 'Paragraph', text: 'five', marks: [{ type: 'EMPHASIS', start: 0, end: 4 }] },
      { kind: 'Paragraph', text: 'six', marks: [] },
      { kind: 'Paragraph', text: 'seven', marks: [] },
    ]);
  });

  it('never holds what runs, styles or is filled in, nor what is hidden', () => {
    const html = `<html><head><title>Not</title><style>not</style></head><body><form action="/not"><p onload="not()">Words <b hidden>not</b>
      <script>not()</script><input value="not"><button>not</button><textarea>not</textarea><select><option>not</select></p></form>
      <p hidden>not</p><p style="color: red; display:none">not</p><template>not</template><figure hidden><img src=/not.jpg></figure><figure><div hidden><img src=/not.jpg></div></figure><svg><style>not</style><title>not</title></svg></body></html>`;
    expect(read(html)).toEqual([{ kind: 'Paragraph', text: 'Words', marks: [] }]);
  });

  it('keeps the words of elements that mean nothing to it, and the marks around whole blocks', () => {
    expect(
      read('<blink>A</blink> <x-b>b</x-b>.<section><a href="/x"><h2>C <i>d</i></h2><div>E</div></a></section><noscript>F</noscript>'),
    ).toEqual([
      { kind: 'Paragraph', text: 'A b.', marks: [] },
      {
        kind: 'Heading',
        level: 2,
        text: 'C d',
        marks: [
          { type: 'LINK', href: '/x', start: 0, end: 3 },
          { type: 'EMPHASIS', start: 2, end: 3 },
        ],
      },
      { kind: 'Paragraph', text: 'E', marks: [{ type: 'LINK', href: '/x', start: 0, end: 1 }] },
      { kind: 'Paragraph', text: 'F', marks: [] },
    ]);
    expect(read('<p>A</p><x-card><b>Card</b></x-card><pre> x\n  y</pre>')).toMatchObject([
      { kind: 'Paragraph' },
      { kind: 'UnknownBlock', name: 'x-card', text: 'Card' },
      { kind: 'UnknownBlock', name: 'pre', text: ' x\n  y' },
    ]);
  });
});

describe('blocks of HTML', () => {
  it('are lists with the levels of their items', () => {
    expect(only('<ol><li>One<ul><li>Two <em>em</em></li></ul>three</li><ul><li>Four</ul><li><p>Five</p><p>six</p></ol>')).toEqual({
      kind: 'ListBlock',
      ordered: true,
      items: [
        { text: 'One', marks: [], level: 0 },
        { text: 'Two em', marks: [{ type: 'EMPHASIS', start: 4, end: 6 }], level: 1 },
        { text: 'three', marks: [], level: 0 },
        { text: 'Four', marks: [], level: 1 },
        { text: 'Five\nsix', marks: [], level: 0 },
      ],
    });
  });

  it('are tables with spans, headers and captions', () => {
    const cell = { marks: [], isHeader: false, colSpan: 1, rowSpan: 1 };
    expect(
      only(
        '<table><caption>C</caption><thead><tr><th colspan="2">H<tbody><tr><td rowspan="0">1<td>2<br>3<table><tr><td>4<td>5</table></table>',
      ),
    ).toEqual({
      kind: 'TableBlock',
      caption: 'C',
      rows: [
        { cells: [{ ...cell, text: 'H', isHeader: true, colSpan: 2 }] },
        {
          cells: [
            { ...cell, text: '1' },
            { ...cell, text: '2\n3\n4\t5' },
          ],
        },
      ],
    });
    expect(only('<figure><table><tr><td>1</table><figcaption>Below</figcaption></figure>')).toMatchObject({
      kind: 'TableBlock',
      caption: 'Below',
    });
  });

  it('are quotations, with who is quoted where the markup or a dash says so', () => {
    const cites = (html: string) => read(html).map((block) => [block.kind, blockText(block), (block as { cite: string | null }).cite]);
    expect(cites('<blockquote><p>It was never safe.</p><p>No.</p><footer>— Ilse Marrin, pilot</footer></blockquote>')).toEqual([
      ['Blockquote', 'It was never safe.\nNo.', '— Ilse Marrin, pilot'],
    ]);
    expect(cites('<blockquote>Never.<cite>Ilse Marrin</cite></blockquote>')).toEqual([['Blockquote', 'Never.', 'Ilse Marrin']]);
    expect(cites('<blockquote><p>Never.<p>— Ilse Marrin</blockquote>')).toEqual([['Blockquote', 'Never.', '— Ilse Marrin']]);
    expect(cites('<blockquote>As <cite>The Pilot</cite> has it.</blockquote>')).toEqual([['Blockquote', 'As The Pilot has it.', null]]);
    expect(cites('<figure><blockquote>Never.</blockquote><figcaption>Ilse Marrin</figcaption></figure>')).toEqual([
      ['Blockquote', 'Never.', 'Ilse Marrin'],
    ]);
    expect(cites('<figure class="wp-block-pullquote"><blockquote><p>Never.</p><cite>I. M.</cite></blockquote></figure>')).toEqual([
      ['PullQuote', 'Never.', 'I. M.'],
    ]);
    expect(cites('<aside class="pull-quote">Never.</aside>')).toEqual([['PullQuote', 'Never.', null]]);
  });

  it('are pictures, before or behind the words among which they stand', () => {
    const image = { ...PLAIN_IMAGE, url: 'https://x.example/a.jpg', alternativeText: 'A quay', width: 800 };
    expect(
      read(
        '<p><img src="//x.example/a.jpg" alt="A quay" width=800> Words <img src="/e.png" width=16 height=16 alt="🚢"> and <img src="/b.jpg"></p>',
      ),
    ).toEqual([
      { kind: 'ImageBlock', image },
      { kind: 'Paragraph', text: 'Words 🚢 and', marks: [] },
      { kind: 'ImageBlock', image: { ...PLAIN_IMAGE, url: '/b.jpg' } },
    ]);
    expect(read('<img src="javascript:x" alt="A quay"><img src="/count.gif" width=1 height=1>')).toEqual([
      { kind: 'Paragraph', text: 'A quay', marks: [] },
    ]);
    expect(
      only(
        '<figure><img src="/a.jpg" srcset="/a-4.jpg 400w, /a.jpg 800w, javascript:x 900w"><div class="byline">K. B.</div><figcaption>The <b>quay</b></figcaption></figure>',
      ),
    ).toEqual({
      kind: 'ImageBlock',
      image: {
        ...{ ...PLAIN_IMAGE, url: '/a.jpg', caption: 'The quay', creditText: 'K. B.' },
        renditions: [{ name: '400w', url: '/a-4.jpg', width: 400, height: null, mimeType: null }],
      },
    });
  });

  it('have the renditions whose width is said, however the addresses are written', () => {
    const block = only(
      '<figure><img src="/a.jpg" srcset=" /b.jpg 400w,/c,d.jpg 500w , /e.jpg 2x, /f.jpg 600w 2h, /g.jpg, /h.jpg  700w"></figure>',
    );
    expect(block.kind === 'ImageBlock' && block.image?.renditions.map(({ url, name }) => `${url} ${name}`)).toEqual([
      '/b.jpg 400w',
      '/c,d.jpg 500w',
      '/h.jpg 700w',
    ]);
  });

  it('are galleries: figures in a figure', () => {
    const one = '<figure><img src="/a.jpg"><figcaption>One <span class="credit">K. B.</span></figcaption></figure>';
    expect(
      only(`<figure>${one}<figure><a href="/b"><img src="/b.jpg" alt="B"></a></figure><figcaption>Both</figcaption></figure>`),
    ).toEqual({
      kind: 'GalleryBlock',
      caption: 'Both',
      images: [
        { ...PLAIN_IMAGE, url: '/a.jpg', caption: 'One', creditText: 'K. B.' },
        { ...PLAIN_IMAGE, url: '/b.jpg', alternativeText: 'B' },
      ],
    });
  });

  it('are videos, frames and posts, by the address of their page', () => {
    expect(
      read(`<figure><video poster="/p.jpg"><source src="/v.mp4" type="video/mp4; codecs=x">Not seen</video><figcaption>V</figcaption></figure>
        <iframe src="//www.youtube-nocookie.com/embed/a-1?x=1" title="A film"></iframe><audio src="https://x.example/s.mp3"></audio>
        <iframe src="javascript:x"></iframe><embed src="/relative">
        <blockquote class="twitter-tweet"><p>Closed.</p>— P <a href="https://x.example/p/1">noon</a></blockquote><script src="https://x.example/w.js"></script>`),
    ).toMatchObject([
      { kind: 'VideoBlock', video: { url: '/v.mp4', mimeType: 'video/mp4', caption: 'V', poster: { url: '/p.jpg' } } },
      { kind: 'Embed', url: 'https://www.youtube.com/watch?v=a-1', provider: 'YouTube', text: 'A film' },
      { kind: 'Embed', url: 'https://x.example/s.mp3', provider: null, text: '' },
      { kind: 'Embed', url: 'https://x.example/p/1', provider: 'X', text: 'Closed.\n— P noon' },
    ]);
  });

  it('are embeds where a link is empty, or is all that stands in a figure and leads to a post', () => {
    const embed = (url: string, provider: string | null, text = '') => ({ kind: 'Embed', url, provider, text });
    const video = 'https://www.youtube.com/watch?v=a-1';
    expect(
      read(`<p>One</p><a data-asset-type="video" data-embedded="true" href="https://vimeo.com/943"></a>
        <p><a data-embedded href="https://sound.example/pod"></a></p>
        <figure><p><a href="${video}">${video}</a></p><figcaption>A film</figcaption></figure>
        <div class="wp-block-embed"><div class="wp-block-embed__wrapper"><p> <a href="https://x.com/p/status/1">What P said</a> </p></div></div>`),
    ).toEqual([
      { kind: 'Paragraph', text: 'One', marks: [] },
      embed('https://vimeo.com/943', 'Vimeo'),
      embed('https://sound.example/pod', null),
      embed(video, 'YouTube', 'A film'),
      embed('https://x.com/p/status/1', 'X', 'What P said'),
    ]);
  });

  it.each<[what: string, html: string]>([
    ['it has words', '<a data-embedded="true" href="https://vimeo.com/943">kept</a>'],
    ['it stands in a paragraph like any other', '<p><a href="https://vimeo.com/943">kept</a></p>'],
    ['others stand beside it', '<figure><p>and <a href="https://vimeo.com/943">kept</a></p></figure>'],
    ['it leads to somebody else', '<figure><p><a href="https://sound.example/943">kept</a></p></figure>'],
    ['it leads to a front door', '<figure><p><a href="https://vimeo.com/">kept</a></p></figure>'],
    ['it is the caption', '<figure><img src="/a.jpg"><figcaption><a href="https://vimeo.com/943">kept</a></figcaption></figure>'],
  ])('are no embed of a link when %s', (_, html) => {
    const blocks = read(html);
    expect(blocks.map(({ kind }) => kind)).not.toContain('Embed');
    expect(JSON.stringify(blocks)).toContain('kept');
  });

  it('are none of an embedded link whose address is not of the web', () => {
    expect(
      read('<a data-embedded="true" href="javascript:evil()"></a><figure><a href="javascript:evil()//vimeo.com/1"></a></figure>'),
    ).toEqual([]);
  });

  it.each<BlockContent>([
    { kind: 'Paragraph', text: 'A b', marks: [{ type: 'STRONG', start: 2, end: 3 }] },
    { kind: 'Heading', level: 3, text: 'A', marks: [] },
    { kind: 'Blockquote', cite: '— B', text: 'A', marks: [] },
    { kind: 'PullQuote', cite: 'B', text: 'A', marks: [] },
    {
      kind: 'ListBlock',
      ordered: true,
      items: [
        { text: 'A', marks: [], level: 0 },
        { text: 'B', marks: [], level: 1 },
      ],
    },
    { kind: 'KeyFacts', heading: 'A', items: [{ text: 'B', marks: [], level: 0 }] },
    { kind: 'TableBlock', caption: 'A', rows: [{ cells: [{ text: 'B', marks: [], isHeader: true, colSpan: 2, rowSpan: 3 }] }] },
    { kind: 'ImageBlock', image: { ...PLAIN_IMAGE, url: '/a.jpg', alternativeText: 'A', caption: 'B', width: 40, height: 50 } },
    {
      kind: 'GalleryBlock',
      caption: 'A',
      images: [
        { ...PLAIN_IMAGE, url: '/a.jpg', caption: 'B' },
        { ...PLAIN_IMAGE, url: '/b.jpg' },
      ],
    },
    { kind: 'VideoBlock', video: { url: '/v.mp4', mimeType: 'video/mp4', caption: 'A', creditText: null, duration: null, poster: null } },
    { kind: 'Divider' },
  ])('are what they were when our own HTML of a $kind comes back', (block) => {
    expect(read(blockHtml(block))).toEqual([block]);
  });

  it('are a correction, with its day', () => {
    expect(only('<aside class="correction"><p><time datetime="2026-11-02">2 November</time> It was three.</p></aside>')).toEqual({
      ...{ kind: 'CorrectionNote', date: '2026-11-02T00:00:00.000Z', text: '2 November It was three.', marks: [] },
    });
  });
});

describe('words of HTML', () => {
  const emphasis = (start: number, end: number) => ({ type: 'EMPHASIS', start, end });

  it('have one mark of a type, however many elements say it', () => {
    expect(read('<p><i><em>x</em></i> <b>y<strong>z</strong></b></p>')).toEqual([
      { kind: 'Paragraph', text: 'x yz', marks: [emphasis(0, 1), { type: 'STRONG', start: 2, end: 4 }] },
    ]);
    expect(read('<em><i><p>a <cite>b</cite></p><p>c</p></i></em><p>d <i>e</i></p>')).toMatchObject([
      { text: 'a b', marks: [emphasis(0, 3)] },
      { text: 'c', marks: [emphasis(0, 1)] },
      { text: 'd e', marks: [emphasis(2, 3)] },
    ]);
    expect(read('<p><i>a <b>b <em>c</em></b></i> <em>d</em></p>')).toMatchObject([
      { text: 'a b c d', marks: [emphasis(0, 5), { type: 'STRONG', start: 2, end: 5 }, emphasis(6, 7)] },
    ]);
  });

  it('are no block where they are no-break spaces only, and keep those between words', () => {
    expect(read('<p>&nbsp;</p><h2>&nbsp;</h2><p>a&nbsp;b</p><p> &nbsp; <br> &nbsp;</p>')).toEqual([
      { kind: 'Paragraph', text: 'a\u00a0b', marks: [] },
    ]);
  });

  it('of two elements in one line run together as browsers show them, and of two blocks never', () => {
    expect(read('<div><span>Kust</span><span>TT</span></div>')).toMatchObject([{ text: 'KustTT' }]);
    expect(read('<span>Kust</span><div>TT</div><span>Hamn</span>')).toMatchObject([{ text: 'Kust' }, { text: 'TT' }, { text: 'Hamn' }]);
    expect(read('<ul><li><div>Kust</div><div>TT</div></ul>')).toMatchObject([{ items: [{ text: 'Kust\nTT' }] }]);
  });
});

describe('HTML that is refused', () => {
  it.each<[what: string, html: string, fault: string]>([
    ['a control character', '<p>a&#7;</p>', 'body: holds the control character U+0007'],
    ['too deep a tree', '<div>'.repeat(100_000), 'body: holds elements that are nested too deep to be read'],
    [
      'formatting that is opened again and again',
      Array.from({ length: 20_000 }, (_, n) => `<p><font color=${n}>x</p>`).join(''),
      'body: holds elements that are nested too deep to be read',
    ],
    [
      'a tag of attributes',
      `<a ${Array.from({ length: 100_000 }, (_, n) => `a${n}`).join(' ')}>`,
      'body: holds a tag with more than 1000 attributes',
    ],
    [
      'a tag that hides them behind quotation marks',
      `<a b=">" ${Array.from({ length: 100_000 }, (_, n) => `a${n}`).join('/')}>`,
      'body: holds a tag with more than 1000 attributes',
    ],
    ['more elements than a page has', '<p>a'.repeat(200_000), 'body: holds more than 100000 elements'],
  ])('for %s is refused before it costs minutes', { timeout: 30_000 }, (_, html, fault) => {
    expect(faultsOf(html)).toEqual([fault]);
  });

  it.each<[what: string, html: string]>([
    ['text in a table', `<table>${'x<i></i>'.repeat(30_000)}`],
    ['figures in figures', `${'<figure>'.repeat(200)}${'<img src=/a>'.repeat(20_000)}`],
    ['lists in lists', `${'<ul>'.repeat(200)}${'<li>x'.repeat(30_000)}`],
    ['quotations in quotations', `${'<blockquote>a'.repeat(200)}${'<cite>x</cite>'.repeat(20_000)}`],
    ['empty lines', '<b>a<br><br></b>'.repeat(15_000)],
    ['tags that never close', '<a '.repeat(500)],
    ['less-than signs', '<'.repeat(500_000)],
    ['letters in the addresses of one picture', `<img src=/a srcset="${'a'.repeat(1_000_000)}"> x`],
  ])('is not HTML with many %s: that is read to its end', { timeout: 30_000 }, (_, html) => {
    expect(faultsOf(html)).toEqual([]);
  });
});

describe('a heading', () => {
  it('never stands as high as the headline of its article', () => {
    expect(read('<h1>One</h1><h2>Two</h2><h6>Six</h6>')).toMatchObject([
      { text: 'One', level: 2 },
      { text: 'Two', level: 2 },
      { text: 'Six', level: 6 },
    ]);
  });
});

const EMBED = { kind: 'Embed', url: 'https://kelp.example/@ada/1', provider: 'Kelp', text: 'The tide\nturned.' } as const;

describe('what we write ourselves', () => {
  it.each<[what: string, block: BlockContent]>([
    ['an embed of somebody whom nobody knows', EMBED],
    ['one without words', { ...EMBED, text: '' }],
    ['one without a provider', { ...EMBED, provider: null }],
    ['one whose provider is known', { ...EMBED, url: 'https://vimeo.com/1', provider: 'Vimeo', text: '' }],
    [
      'a picture with who made it',
      { kind: 'ImageBlock', image: { ...PLAIN_IMAGE, url: '/a.jpg', caption: 'Fog at sea', creditText: 'Ada Quill' } },
    ],
    ['a correction of a day', { kind: 'CorrectionNote', date: at('2026-11-02T00:00:00.000Z'), text: 'It was three.', marks: [] }],
  ])('is read as what it is: %s', (_what, block) => {
    expect(read(blockHtml(block))).toEqual([block]);
  });

  it('is told from other figures that bear the same class', () => {
    expect(only('<figure class="embed"><p><a href="https://x.com/a/1">Words of a post</a></p></figure>')).toMatchObject({
      ...{ kind: 'Embed', provider: 'X', text: 'Words of a post' },
    });
    expect(only('<figure class="embed"><img src="/a.jpg"><figcaption>Fog</figcaption></figure>').kind).toBe('ImageBlock');
  });
});
