import { richTextHtml } from '../domain/html.ts';
import { type Instant, millisecondsOf } from '../domain/instant.ts';
import { addressOf, type Site } from '../domain/site.ts';
import { type Feed, type FeedItem, itemId, itemsWithin, summaryOf } from './feed.ts';
import { MEDIA_NAMESPACE, mediaOf } from './media.ts';
import { element, type Markup, text, xmlDocument } from './xml.ts';

export const RSS_TYPE = 'application/rss+xml; charset=utf-8';

const NAMESPACES = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:media': MEDIA_NAMESPACE,
};

/**
 * A feed as RSS 2.0. Titles are plain text; `description` and `content:encoded` are HTML, as the specification has them.
 * @see https://www.rssboard.org/rss-specification and https://www.rssboard.org/rss-profile
 */
export function rssOf(site: Site, { title, description, page, place, language, updated, items }: Feed): string {
  const channel = element(
    'channel',
    {},
    text('title', title),
    text('link', addressOf(site, page)),
    element('description', {}, html(description ?? title)),
    text('language', language),
    text('lastBuildDate', updated && rfc822(updated)),
    element('atom:link', { rel: 'self', type: 'application/rss+xml', href: `${site.url}${place}.rss` }),
    site.logo && element('image', {}, text('url', site.logo), text('title', title), text('link', addressOf(site, page))),
    itemsWithin(items, (item) => itemOf(site, item)),
  );
  return xmlDocument(element('rss', { version: '2.0', ...NAMESPACES }, channel));
}

function itemOf(site: Site, { head, html: content }: FeedItem): Markup {
  const { headline, path, datePublished, language, contributions, byline, section, about, image } = head;
  const summary = summaryOf(head);
  const authors = contributions.filter(({ role }) => role === 'AUTHOR').map(({ person }) => person.name);
  return element(
    'item',
    {},
    text('title', headline),
    text('link', addressOf(site, path)),
    element('guid', { isPermaLink: 'false' }, itemId(site, head)),
    text('pubDate', rfc822(datePublished)),
    text('dc:language', language),
    (authors.length > 0 ? authors : [byline]).map((name) => text('dc:creator', name)),
    [section.name, ...about.map(({ name }) => name)].map((name) => text('category', name)),
    summary && element('description', {}, html(summary)),
    text('content:encoded', content),
    image && mediaOf(image),
  );
}

/** A text as HTML, which is then escaped once more as text of XML. */
function html(words: string): string {
  return richTextHtml({ text: words, marks: [] });
}

/** `Tue, 24 Nov 2026 06:30:00 GMT`: RFC 822 with four digits of the year, as RSS asks for it. */
function rfc822(instant: Instant): string {
  return new Date(millisecondsOf(instant)).toUTCString();
}
