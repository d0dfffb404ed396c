import type { Contribution } from '../domain/article.ts';
import { addressOf, type Site } from '../domain/site.ts';
import { authorPath } from '../domain/site-paths.ts';
import { type Feed, type FeedItem, itemId, itemsWithin, summaryOf } from './feed.ts';
import { MEDIA_NAMESPACE, mediaOf } from './media.ts';
import { element, type Markup, text, xmlDocument } from './xml.ts';

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

/** When a feed without articles was last changed. It must say something, and the same thing each time. */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed as Atom 1.0. @see RFC 4287 */
export function atomOf(site: Site, { title, description, page, place, language, updated, items }: Feed): string {
  const self = `${site.url}${place}.atom`;
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:media': MEDIA_NAMESPACE, 'xml:lang': language },
      text('id', self),
      text('title', title),
      text('subtitle', description),
      text('updated', updated ?? NEVER),
      element('link', { rel: 'self', type: 'application/atom+xml', href: self }),
      element('link', { rel: 'alternate', type: 'text/html', href: addressOf(site, page) }),
      element('author', {}, text('name', site.publisher), text('uri', site.url)),
      text('logo', site.logo),
      itemsWithin(items, (item) => entryOf(site, item)),
    ),
  );
}

function entryOf(site: Site, { head, html }: FeedItem): Markup {
  const { headline, path, datePublished, dateModified, language, contributions, section, about, image, copyrightNotice } = head;
  const authors = contributions.filter(({ role }) => role === 'AUTHOR');
  const others = contributions.filter(({ role }) => role !== 'AUTHOR');
  return element(
    'entry',
    { 'xml:lang': language },
    text('id', itemId(site, head)),
    element('title', { type: 'text' }, headline),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: language, href: addressOf(site, path) }),
    text('published', datePublished),
    text('updated', dateModified),
    authors.map((one) => personOf('author', site, one)),
    others.map((one) => personOf('contributor', site, one)),
    element('category', { term: section.slug, label: section.name }),
    about.map(({ id, name }) => element('category', { term: id, label: name })),
    text('rights', copyrightNotice),
    text('summary', summaryOf(head)),
    html === '' ? null : element('content', { type: 'html' }, html),
    image && mediaOf(image),
  );
}

function personOf(kind: 'author' | 'contributor', site: Site, { person }: Contribution): Markup {
  return element(kind, {}, text('name', person.name), text('uri', addressOf(site, authorPath(person))));
}
