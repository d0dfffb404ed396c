import type { Article, Named } from '../../domain/article.ts';
import { type Image, PLAIN_IMAGE } from '../../domain/body.ts';
import { type ConceptRef, identifiedConcept } from '../../domain/concept.ts';
import { ArticleTooLarge, type Fault, Refused } from '../../domain/fault.ts';
import { type Instant, parseInstant } from '../../domain/instant.ts';
import type { Format, Piece, Sent } from '../format.ts';
import { parseLanguage } from '../language.ts';
import type { HtmlContent } from './html-body.ts';
import { linkOf } from './html-media.ts';
import { isMediaAddress } from './picture-fields.ts';
import { articleOf, type Term, termOf } from './wordpress-article.ts';
import { plainWords, readWritten } from './wordpress-content.ts';
import { ExportFacts } from './wordpress-facts.ts';
import { withFootnotes } from './wordpress-footnotes.ts';
import { ChannelReader, EXPORT_FOOT, EXPORT_HEAD, textOf, type XmlElement, xmlOf } from './wordpress-xml.ts';

/** A document that comes whole is in memory twice; a push carries 6 MB at most. Larger exports are read in pieces. */
const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** Longest name of an item in a fault, in characters. */
const LONGEST_NAME = 80;

/**
 * Exports of WordPress (WXR 1.0 to 1.2): items of type `post` become articles, all others do not. What becomes of each element stands in
 * docs/integrate.md. An export is read twice, since an item may name an author, a category or a picture that stands behind it.
 */
export const wordpressWxr: Format = {
  name: 'wordpress-wxr',
  extensions: ['.wxr', '.xml'],
  detect: ({ text }) => isExport(text),
  read: (sent) => readWhole(sent),
  pieces: (open) => readPieces(open),
};

/** Whether the root is an rss that declares the namespace of an export; a feed of WordPress has none. Comments and the declaration may stand above it. */
function isExport(text: string): boolean {
  const root = /^\s*(?:<\?xml\b[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->)[\s\S]){0,4000}-->\s*){0,20}<rss\b([^>]{0,4000})>/.exec(text)?.[1] ?? '';
  return /\sxmlns:[\w-]+\s*=\s*(["'])https?:\/\/wordpress\.org\/export\/[\d.]+\/\1/.test(root);
}

function readWhole(sent: Sent): Article[] {
  const { length } = sent.bytes;
  if (length > MAX_DOCUMENT_BYTES)
    throw new ArticleTooLarge([{ place: 'document', reason: `holds ${length} bytes; at most ${MAX_DOCUMENT_BYTES} can be taken at once` }]);
  const elements = elementsOf(sent.bytes);
  const facts = new ExportFacts();
  for (const element of elements) facts.add(element);
  const faults: Fault[] = [];
  const items = elements.filter(({ name }) => name === 'item');
  const isAlone = items.filter((item) => reasonToLeave(item) === null).length === 1;
  const articles = items.flatMap((item, index): Article[] => {
    if (reasonToLeave(item) !== null) return [];
    try {
      return [readItem(item, isAlone ? 'item' : `item ${index + 1} ${nameOf(item)}`, facts, sent)];
    } catch (error) {
      if (!(error instanceof Refused) || (error instanceof ArticleTooLarge && isAlone)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new Refused(faults);
  return articles;
}

function elementsOf(bytes: Uint8Array): XmlElement[] {
  const reader = new ChannelReader();
  const elements = reader.read(bytes);
  for (let last = reader.end(); last.length > 0; last = reader.end()) elements.push(...last);
  return elements;
}

/**
 * An export as documents of one item each, in its order, with what the item names. Whatever its size, no more than one item and the names of
 * authors, categories and pictures are in memory.
 */
async function* readPieces(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<Piece, void, undefined> {
  const facts = new ExportFacts();
  try {
    for await (const element of channelOf(open())) facts.add(element);
  } catch (error) {
    if (!(error instanceof Refused)) throw error; // what comes before the fault stands; it is told when the second reading gets there
  }
  let number = 0;
  try {
    for await (const item of channelOf(open())) {
      if (item.name !== 'item') continue;
      number += 1;
      const about = { place: `item ${number} ${nameOf(item)}`, number, of: facts.items };
      const left = reasonToLeave(item);
      if (left !== null) yield { ...about, left };
      else if (item.isTooLarge) yield { ...about, faults: [TOO_LARGE] };
      else yield { ...about, bytes: Buffer.from(EXPORT_HEAD + facts.xmlFor(item) + xmlOf(item) + EXPORT_FOOT) };
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    yield { place: `behind item ${number}`, number, of: facts.items, faults: error.faults };
  }
}

async function* channelOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<XmlElement, void, undefined> {
  const reader = new ChannelReader();
  for await (const chunk of chunks) yield* reader.read(chunk);
  for (let last = reader.end(); last.length > 0; last = reader.end()) yield* last;
}

const TOO_LARGE: Fault = { place: 'item', reason: 'holds more than can be taken' };

/** Why an item is no article; null when it is one. An item without a type may be anything, and is read as a post. */
function reasonToLeave(item: XmlElement): string | null {
  const type = textOf(item, 'wp:post_type') || 'post';
  if (type === 'post') return null;
  return type === 'attachment'
    ? 'is an attachment; pictures come with the articles that show them'
    : `is no article, but "${type.slice(0, 40)}"`;
}

function nameOf(item: XmlElement): string {
  const name = textOf(item, 'title') || textOf(item, 'guid') || textOf(item, 'wp:post_id') || 'without a name';
  return `"${name.replace(/\s+/g, ' ').slice(0, LONGEST_NAME).toWellFormed()}"`;
}

function readItem(item: XmlElement, place: string, facts: ExportFacts, sent: Sent): Article {
  if (item.isTooLarge) throw new ArticleTooLarge([{ ...TOO_LARGE, place }]);
  const faults: Fault[] = [];
  const placeOf = (field: string) => `${place}: ${FIELDS[field] ?? field}`;
  const attempt = <Value>(read: () => Value): Value | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refused) || error instanceof ArticleTooLarge) throw error;
      faults.push(...error.faults);
      return null;
    }
  };
  const words = (field: string, html: string) => (html === '' ? null : attempt(() => plainWords(html, placeOf(field))) || null);
  const status = textOf(item, 'wp:status').toLowerCase() || null;
  const link = textOf(item, 'link') || null;
  const hasPassword = item.children.some(({ name, text }) => name === 'wp:post_password' && text.trim() !== '');
  const written = withFootnotes(textOf(item, 'content:encoded'), facts.footnotesOf(item));
  const content: HtmlContent = attempt(() => readWritten(written, placeOf('content'), facts.libraryFor(item))) ?? { blocks: [], cut: null };
  const terms = (domain: string): Term[] =>
    item.children.flatMap((child) => {
      const { domain: of = 'category', nicename = '' } = child.attributes;
      if (child.name !== 'category' || of !== domain) return [];
      const name = words('category', child.text.trim()) ?? '';
      return nicename === '' && name === '' ? [] : [termOf(nicename, name, domain === 'category' ? parentsOf(nicename, facts) : [])];
    });
  return articleOf(
    {
      guid: textOf(item, 'guid') || link || facts.defaultGuid(textOf(item, 'wp:post_id')),
      ...{ link, slug: textOf(item, 'wp:post_name') || null, status, hasPassword, content },
      date: attempt(() => dateOf(item, status, placeOf)),
      modified: attempt(() => gmtOf(item, 'wp:post_modified_gmt', placeOf('modified_gmt'))),
      title: words('title', textOf(item, 'title')),
      abstract: words('excerpt', textOf(item, 'excerpt:encoded')),
      categories: terms('category'),
      tags: terms('post_tag'),
      authors: authorsOf(item, facts, sent.source, (html) => words('creator', html)),
      image: attempt(() => featuredImage(item, facts, placeOf)),
      language: facts.language === '' ? null : attempt(() => parseLanguage(facts.language, 'channel: language')),
    },
    placeOf,
    faults,
    sent,
  );
}

/** What the fields of a post are called in an export. */
const FIELDS: Readonly<Record<string, string>> = {
  content: 'content:encoded',
  excerpt: 'excerpt:encoded',
  date_gmt: 'wp:post_date_gmt',
  modified_gmt: 'wp:post_modified_gmt',
  password: 'wp:post_password',
  creator: 'dc:creator',
};

/** In UTC, without saying so; drafts have the year 0. */
function gmtOf(item: XmlElement, name: string, place: string): Instant | null {
  const text = textOf(item, name);
  return text === '' || text.startsWith('0000-') ? null : parseInstant(text, place, 'Z');
}

/** Of a post that is or will be public; the dates of others decide nothing. @throws {Refused} for a date that no zone stands beside */
function dateOf(item: XmlElement, status: string | null, placeOf: (field: string) => string): Instant | null {
  if (status !== 'publish' && status !== 'future') return null;
  const gmt = gmtOf(item, 'wp:post_date_gmt', placeOf('date_gmt'));
  if (gmt !== null) return gmt;
  const published = /^\w{3}, (\d{2}) (\w{3}) (\d{4}) (\d{2}:\d{2}:\d{2}) ([+-]\d{4})$/.exec(textOf(item, 'pubDate'));
  const month = published ? MONTHS.indexOf(published[2] ?? '') + 1 : 0;
  if (published && month > 0) {
    const [, day, , year, time, zone] = published;
    return parseInstant(`${year}-${String(month).padStart(2, '0')}-${day}T${time}${zone}`, placeOf('pubDate'));
  }
  const local = textOf(item, 'wp:post_date');
  return local === '' || local.startsWith('0000-') ? null : parseInstant(local, placeOf('wp:post_date')); // refused: it has no zone
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The names that the channel gives a login; without one nobody is named, as logins are nobody's business. */
function authorsOf(item: XmlElement, facts: ExportFacts, source: string, words: (html: string) => string | null): ConceptRef[] {
  const login = textOf(item, 'dc:creator') || textOf(item, 'wp:author');
  const name = words(facts.authors.get(login) ?? '');
  return name === null ? [] : [identifiedConcept('Person', name, `literal:${source}:author:${login}`)];
}

function parentsOf(nicename: string, { categories }: ExportFacts): Named[] {
  const parents: Named[] = [];
  const seen = new Set([nicename]);
  for (let at = categories.get(nicename)?.parent; at && !seen.has(at); at = categories.get(at)?.parent) {
    seen.add(at);
    const { slug, name } = termOf(at, plainWords(categories.get(at)?.name ?? '', 'channel: wp:category'));
    parents.unshift({ slug, name });
  }
  return parents;
}

function featuredImage(item: XmlElement, facts: ExportFacts, placeOf: (field: string) => string): Image | null {
  const picture = facts.pictures.get(facts.featuredOf(item));
  const url = linkOf(picture?.url ?? null);
  if (!picture || url === null || !isMediaAddress(url)) return null;
  const caption = picture.caption === null ? null : plainWords(picture.caption, placeOf('_thumbnail_id')) || null;
  return { ...PLAIN_IMAGE, ...picture, url, caption };
}
