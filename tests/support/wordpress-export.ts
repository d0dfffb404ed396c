/** An export of a newsroom that never was, of any size, made as it is read: nothing of it is kept. */
export async function* wordpressExport(bytes: number): AsyncGenerator<Uint8Array, void, undefined> {
  yield Buffer.from(EXPORT_START);
  let made = EXPORT_START.length;
  for (let number = 1; made < bytes; number += 1) {
    const item = number % 10 === 0 ? pictureItem(number) : postItem(number);
    made += Buffer.byteLength(item);
    yield Buffer.from(item);
  }
  yield Buffer.from('</channel></rss>');
}

export const EXPORT_START = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.9" created="2026-11-02 21:00" -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Sound</title><link>https://sound.example</link><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>https://sound.example</wp:base_blog_url>
<wp:author><wp:author_id>7</wp:author_id><wp:author_login>hq-login</wp:author_login><wp:author_email>hq@sound.example</wp:author_email>
<wp:author_display_name><![CDATA[Hester Quayle]]></wp:author_display_name></wp:author>
<wp:category><wp:category_nicename>shipping</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Ships &amp; Quays]]></wp:cat_name></wp:category>
<wp:category><wp:category_nicename>ferries</wp:category_nicename><wp:category_parent>shipping</wp:category_parent><wp:cat_name><![CDATA[Ferries]]></wp:cat_name></wp:category>
`;

/** A post; what it says can be put in the place of what it would say. */
export function postItem(number: number, said: Record<string, string> = {}): string {
  const words = `The ferry number ${number} left the quay at Port Sorrel in fog and came back with the tide behind it. `.repeat(60);
  const fields = {
    title: `Ferry ${number} leaves &amp; returns`,
    link: `https://sound.example/2026/11/ferry-${number}/`,
    'dc:creator': 'hq-login',
    guid: `https://sound.example/?p=${number}`,
    'content:encoded': `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:quote -->\n<blockquote class="wp-block-quote"><p>It was never safe.</p><cite>Ilse Marrin</cite></blockquote>\n<!-- /wp:quote -->`,
    'wp:post_id': String(number),
    'wp:post_date_gmt': '2026-11-02 21:00:00',
    'wp:post_modified_gmt': '2026-11-02 22:30:00',
    'wp:post_name': `ferry-${number}`,
    'wp:status': 'publish',
    'wp:post_type': 'post',
    'wp:post_password': '',
    'wp:thumbnail': `${number - (number % 10) + 10}`,
    ...said,
  };
  const { 'wp:thumbnail': thumbnail, ...others } = fields;
  const elements = Object.entries(others).map(([name, text]) => `<${name}><![CDATA[${text}]]></${name}>`);
  return `<item>${elements.join('\n')}
<category domain="category" nicename="ferries"><![CDATA[Ferries]]></category><category domain="post_tag" nicename="fog"><![CDATA[Fog]]></category>
<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>${thumbnail}</wp:meta_value></wp:postmeta>
<wp:comment><wp:comment_author>Odo Farran</wp:comment_author><wp:comment_author_email>odo@readers.example</wp:comment_author_email><wp:comment_content>I saw it too.</wp:comment_content></wp:comment>
</item>
`;
}

export function pictureItem(number: number): string {
  return `<item><title>ferry-${number}</title><guid>https://sound.example/?attachment_id=${number}</guid><wp:post_id>${number}</wp:post_id>
<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type><wp:attachment_url>https://sound.example/media/ferry-${number}.jpg</wp:attachment_url>
<excerpt:encoded><![CDATA[The quay at <b>noon</b>]]></excerpt:encoded>
<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value>A ferry in fog</wp:meta_value></wp:postmeta>
<wp:postmeta><wp:meta_key>_wp_attachment_metadata</wp:meta_key><wp:meta_value><![CDATA[a:5:{s:5:"width";i:1600;s:6:"height";i:900;s:4:"file";s:9:"ferry.jpg";}]]></wp:meta_value></wp:postmeta>
</item>
`;
}
