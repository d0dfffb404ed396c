import { EXPORT_START, pictureItem, postItem } from '../../support/wordpress-export.ts';

/** Every way by which HTML, or words that look like it, can come in: one line for each. A new format adds its own. */

/** A document that says something hostile wherever its format takes words. */
export type WayIn = {
  /** The intake that it is for. */
  format: string;
  /** @param html in the body  @param words the same for places that take one line  @param uri what the article is called */
  document: (html: string, words: string, uri: string) => string;
};

const DAY = '2026-11-02';
const PICTURE = 'https://kept.example/picture.jpg';

/** The same in a place beside the body: captions and names are not as long, and may end in the middle of a tag. */
const beside = (html: string): string => `. ${html.slice(0, 2000)}`;

const json = (value: object): string => JSON.stringify(value);

export const WAYS_IN: Readonly<Record<string, WayIn>> = {
  'ninjs 3': {
    format: 'ninjs',
    document: (html, words, uri) =>
      json({
        ...{ uri, type: 'text', standard: { name: 'ninjs', version: '3.1' }, versionCreated: `${DAY}T05:00:00Z`, by: words, title: words },
        headlines: [
          { role: 'main', value: words },
          ...['short', 'social', 'kicker'].map((role) => ({ role, contentType: 'text/html', value: beside(html) })),
        ],
        descriptions: ['standfirst', 'summary'].map((role) => ({ role, contentType: 'text/html', value: beside(html) })),
        bodies: [{ role: 'main', contentType: 'text/html', value: html }],
        people: [{ name: words, rel: 'author', uri: `https://kept.example/people/${uri}` }],
        subjects: [{ name: words, uri: `https://kept.example/subjects/${uri}` }],
        ...{ copyrightNotice: words, usageTerms: words, located: words, infoSources: [{ name: words }] },
        associations: [
          {
            ...{ name: 'main', rel: 'main', uri: `${uri}/picture`, type: 'picture', by: words, title: words },
            descriptions: ['caption', 'alternative'].map((role) => ({ role, contentType: 'text/html', value: beside(html) })),
            renditions: [
              { name: words, href: PICTURE, width: 1600, height: 900, contentType: words },
              { name: 'small', href: 'javascript:evil()', width: 400, height: 225 },
            ],
          },
          {
            ...{ name: 'second', uri: `${uri}/second`, type: 'video', headlines: [{ value: words }] },
            renditions: [{ name: 'video', href: 'https://kept.example/v.mp4', contentType: `video/mp4 ${words}` }],
          },
        ],
      }),
  },
  'ninjs 2': {
    format: 'ninjs',
    document: (html, words, uri) =>
      json({
        ...{ uri, type: 'text', standard: { name: 'ninjs', version: '2.1' }, versioncreated: `${DAY}T05:00:00Z`, by: words },
        headlines: [{ value: words }],
        descriptions: [{ role: 'summary', contenttype: 'text/html', value: beside(html) }],
        bodies: [{ contenttype: 'application/xhtml+xml', value: html }],
      }),
  },
  'ninjs 1': {
    format: 'ninjs',
    document: (html, words, uri) =>
      json({
        ...{ uri, type: 'text', $standard: { name: 'ninjs', version: '1.3' }, versioncreated: `${DAY}T05:00:00Z`, byline: words },
        ...{ headline: words, description_html: beside(html), body_xhtml: html },
        associations: {
          main: { uri: `${uri}/picture`, type: 'picture', description_text: words, byline: words, renditions: { a: { href: PICTURE } } },
        },
      }),
  },
  Superdesk: {
    format: 'ninjs',
    document: (html, words, uri) => {
      const picture = {
        ...{ guid: `${uri}:picture`, type: 'picture', headline: words, byline: words, description_html: beside(html), body_text: words },
        renditions: { original: { href: 'https://kept.example/embedded.jpg', width: 800, height: 600, media: 'x', mimetype: words } },
      };
      const sign = (edge: string) => `<!-- EMBED ${edge} Image {id: "editor_0"} -->`;
      return json({
        ...{
          guid: uri,
          version: '1',
          type: 'text',
          versioncreated: `${DAY}T05:00:00+0000`,
          headline: words,
          description_html: beside(html),
        },
        body_html: `${sign('START')}<figure>${html}</figure>${sign('END')}\n${html}`,
        ...{ byline: words, source: words, keywords: [words], service: [{ name: words, code: 'x' }] },
        ...{ extra: { public_note: beside(html) }, annotations: [{ id: 1, type: 'regular', body: `<p>.</p>${html}` }] },
        authors: [{ code: uri, name: words, role: 'writer', biography: beside(html), twitter: 'javascript:evil()', facebook: words }],
        associations: { editor_0: picture, featuremedia: { ...picture, guid: `${uri}:feature` } },
      });
    },
  },
  'WordPress, as its interface answers': {
    format: 'wordpress-rest',
    document: (html, words, uri) =>
      json({
        ...{ id: 1, type: 'post', status: 'publish', date_gmt: `${DAY}T05:00:00`, modified_gmt: `${DAY}T05:00:00` },
        ...{ guid: { rendered: uri }, slug: uri, title: { rendered: beside(html) }, excerpt: { rendered: beside(html) } },
        content: { rendered: html },
        _embedded: {
          author: [{ name: beside(html), link: 'javascript:evil()' }],
          'wp:term': [
            [{ id: 3, taxonomy: 'category', slug: 'quay', name: `. ${words}` }],
            [{ id: 4, taxonomy: 'post_tag', slug: 'fog', name: `. ${words}` }],
          ],
          'wp:featuredmedia': [
            {
              ...{ source_url: PICTURE, media_type: 'image', alt_text: words, caption: { rendered: beside(html) } },
              media_details: {
                sizes: {
                  thumbnail: { source_url: 'javascript:evil()' },
                  medium: { source_url: 'https://kept.example/m.jpg', mime_type: words },
                },
              },
            },
          ],
        },
      }),
  },
  'WordPress, as it exports': {
    format: 'wordpress-wxr',
    document: (html, words, uri) => {
      const cdata = (text: string) => text.replaceAll(']]>', ']]]]><![CDATA[>');
      const picture = pictureItem(10).replace('The quay at <b>noon</b>', () => cdata(beside(html)));
      const post = postItem(1, {
        ...{ guid: uri, link: `https://sound.example/${uri}/`, title: cdata(beside(html)), 'wp:post_name': uri },
        ...{ 'excerpt:encoded': cdata(beside(html)), 'content:encoded': cdata(`${html}\n\n[gallery ids="10"]`) },
      }).replace('Fog', () => cdata(`. ${words}`));
      return `${EXPORT_START}${post}${picture}</channel></rss>`;
    },
  },
  'the HTML of Markdown': {
    format: 'markdown',
    document: (html, words, uri) => {
      const text = JSON.stringify(words);
      const front = [
        ...[
          `uri: ${JSON.stringify(uri)}`,
          `headline: ${text}`,
          `standfirst: ${text}`,
          `kicker: ${text}`,
          `abstract: ${text}`,
          `byline: ${text}`,
        ],
        ...[
          `headlines: { short: ${text}, social: ${text} }`,
          `dateline: ${text}`,
          `genre: ${text}`,
          `note: ${text}`,
          `copyright: ${text}`,
          `credit: ${text}`,
        ],
        ...[`section: { name: ${text}, slug: quay }`, `authors: [{ name: ${text}, links: { ${text}: "https://kept.example/a" } }]`],
        ...[
          `about: [{ kind: topic, name: ${text} }]`,
          `corrections: [{ date: ${DAY}, text: ${text} }]`,
          `seo: { title: ${text}, description: ${text} }`,
        ],
        `image: { url: "${PICTURE}", alt: ${text}, caption: ${text}, credit: ${text}, renditions: [{ name: ${text}, url: "${PICTURE}", type: ${text} }] }`,
        'live: true',
      ];
      return `---\n${front.join('\n')}\n---\n\n${html}\n\n<!--posts-->\n\n## ${DAY}T06:00:00Z ${words.replace(/[{}]/g, '')} {#one .pinned .key}\n\n${html}\n`;
    },
  },
};

/** Plain text, which has no HTML: everything in it is words. */
export const PLAIN_TEXT: WayIn = { format: 'text', document: (html, words) => `${words}\n\n${html}\n` };

/** A Markdown document of some Markdown, in its body and in a post. */
export const MARKDOWN: WayIn = {
  format: 'markdown',
  document: (text, _, uri) =>
    `---\nuri: ${JSON.stringify(uri)}\nheadline: Words\nlive: true\n---\n\n${text}\n\n<!--posts-->\n\n## ${DAY}T06:00:00Z Words {#one .pinned .key}\n\n${text}\n`,
};

/** Documents that put an address wherever their format takes one apart from HTML. Most may refuse it; what they take has to be harmless. */
export const ADDRESS_FIELDS: Readonly<Record<string, { format: string; document: (address: string, uri: string) => string }>> = {
  'pictures, videos and rewrites of ninjs': {
    format: 'ninjs',
    document: (address, uri) => {
      const item = (type: string, renditions: object[]) => ({ name: type, type, uri: `${uri}/${type}`, title: 'A', renditions });
      const rendition = { name: 'a', href: address, width: 800, height: 600 };
      return json({
        ...{ uri, headlines: [{ value: 'Words' }], bodies: [{ contentType: 'text/html', value: '<p>Words.</p>' }] },
        people: [{ name: 'Ilse Marrin', rel: 'author', uri: address }],
        subjects: [{ name: 'Fog', uri: address }],
        associations: [
          item('picture', [{ ...rendition, name: 'b', href: PICTURE, width: 1600 }, rendition]),
          ...['graphic', 'video', 'audio'].map((type) => item(type, [rendition])),
        ],
      });
    },
  },
  'the path of ninjs': {
    format: 'ninjs',
    document: (address, uri) =>
      json({ uri, headlines: [{ value: 'W' }], bodies: [{ value: 'Words.' }], altIds: [{ role: 'path', value: address }] }),
  },
  'accounts and pictures of Superdesk': {
    format: 'ninjs',
    document: (address, uri) =>
      json({
        ...{ guid: uri, headline: 'Words', body_html: '<p>Words.</p>', evolvedfrom: address },
        authors: [{ name: 'Ilse Marrin', twitter: address, facebook: address, instagram: address }],
        associations: { featuremedia: { guid: `${uri}:p`, type: 'picture', renditions: { a: { href: address, width: 9, height: 9 } } } },
      }),
  },
  'addresses of WordPress': {
    format: 'wordpress-rest',
    document: (address, uri) =>
      json({
        ...{ type: 'post', status: 'publish', date_gmt: `${DAY}T05:00:00`, guid: { rendered: uri }, link: address, slug: address },
        ...{ title: { rendered: 'Words' }, content: { rendered: '<p>Words.</p>' } },
        _embedded: {
          author: [{ name: 'Ilse Marrin', link: address }],
          'wp:featuredmedia': [{ source_url: address, media_details: { sizes: { small: { source_url: address } } } }],
        },
      }),
  },
  'addresses of an export': {
    format: 'wordpress-wxr',
    document: (address, uri) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them
      const words = address.replace(/[\u0000-\u0008\u000b-\u001f]/g, '').replaceAll(']]>', '');
      const picture = pictureItem(10).replace(
        /<wp:attachment_url>.*?<\/wp:attachment_url>/,
        () => `<wp:attachment_url><![CDATA[${words}#.jpg]]></wp:attachment_url>`,
      );
      const content = `<p>Words.</p>[gallery ids="10"][video src="${words}" poster="${words}"][audio src="${words}"][embed]${words}[/embed]`;
      return `${EXPORT_START}${postItem(1, { guid: uri, link: words, 'content:encoded': content })}${picture}</channel></rss>`;
    },
  },
  ...Object.fromEntries(
    [
      [
        'the picture of Markdown',
        (address: string) => `image: { url: ${JSON.stringify(address)}, renditions: [{ name: a, url: ${JSON.stringify(address)} }] }`,
      ],
      [
        'a rendition of Markdown',
        (address: string) => `image: { url: "${PICTURE}", renditions: [{ name: a, url: ${JSON.stringify(address)} }] }`,
      ],
      [
        'a link of an author of Markdown',
        (address: string) => `authors: [{ name: Ilse Marrin, links: { Page: ${JSON.stringify(address)} } }]`,
      ],
      ['the path of Markdown', (address: string) => `path: ${JSON.stringify(address)}`],
    ].map(([what, line]) => [what, inFrontMatter(line as (address: string) => string)]),
  ),
  'links and pictures of Markdown': {
    format: 'markdown',
    document: (address, uri) =>
      `---\nuri: ${uri}\nheadline: Words\n---\n[kept](<${address}>) <${address}> ${address} [x]\n\n![kept](<${address}>)\n\n[x]: <${address}>\n`,
  },
  'a video of Markdown': {
    format: 'markdown',
    document: (address, uri) => `---\nuri: ${uri}\nheadline: Words\n---\n::: video ${address}\n:::\n`,
  },
  'an embed of Markdown': {
    format: 'markdown',
    document: (address, uri) => `---\nuri: ${uri}\nheadline: Words\n---\n::: embed ${address}\n:::\n`,
  },
  'a line about a reporter': {
    format: 'text',
    document: (address) => `Words\n\nWords.\n\nFollow Ilse Marrin on Twitter ${address} and Mastodon (${address}).\n`,
  },
};

function inFrontMatter(line: (address: string) => string) {
  return {
    format: 'markdown',
    document: (address: string, uri: string) => `---\nuri: ${uri}\nheadline: Words\n${line(address)}\n---\nWords.\n`,
  };
}
