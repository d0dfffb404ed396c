import type { Article, Named } from '../../domain/article.ts';
import { type Image, PLAIN_IMAGE, type Rendition } from '../../domain/body.ts';
import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import { ArticleTooLarge, type Fault, Refused, refuse } from '../../domain/fault.ts';
import { type Instant, parseInstant } from '../../domain/instant.ts';
import { MAX_BODY_BYTES } from '../../store/body-codec.ts';
import type { Format, Sent } from '../format.ts';
import { parseNamedLanguage } from '../language.ts';
import type { HtmlContent } from './html-body.ts';
import { linkOf } from './html-media.ts';
import { parseJson } from './json-document.ts';
import { isRecord, Mapping } from './mapping.ts';
import { isMediaAddress, isWebAddress, MOST_PIXELS } from './picture-fields.ts';
import { articleOf, type Term, termOf } from './wordpress-article.ts';
import { plainWords, readRendered } from './wordpress-content.ts';

/** Largest document, in bytes: the largest body with as much around it. A push carries 6 MB at most, base64 included. */
const MAX_DOCUMENT_BYTES = 2 * MAX_BODY_BYTES;

const NO_CONTENT: HtmlContent = { blocks: [], cut: null };

/**
 * Posts of WordPress as `GET /wp/v2/posts` answers them: one, or a list, best with `_embed`. What becomes of each key stands in
 * docs/integrate.md. Plugins add keys of their own to every object, so that a key that is not WordPress's is left out and not refused.
 */
export const wordpressRest: Format = {
  name: 'wordpress-rest',
  extensions: ['.wordpress.json'],
  detect: ({ json }) => (Array.isArray(json) ? json.length > 0 && json.every(isPost) : isPost(json)),
  read: (sent) => readPosts(sent),
};

/**
 * A post that says so itself, with words as `{ rendered }` and the names that WordPress has for what identifies and dates it; or what else has a type, such as a
 * page, so that its sender is told that it is no article. Nobody else has all of these.
 */
function isPost(json: unknown): boolean {
  if (!isRecord(json)) return false;
  if (Number.isSafeInteger(json.id) && ['slug', 'type', 'link'].every((key) => typeof json[key] === 'string')) return true;
  const isRendered = (value: unknown) => isRecord(value) && typeof value.rendered === 'string';
  return (
    json.type === 'post' &&
    isRendered(json.title) &&
    isRendered(json.content) &&
    (isRendered(json.guid) || typeof json.date_gmt === 'string')
  );
}

function readPosts(sent: Sent): Article[] {
  const { length } = sent.bytes;
  if (length > MAX_DOCUMENT_BYTES)
    throw new ArticleTooLarge([{ place: 'document', reason: `holds ${length} bytes; at most ${MAX_DOCUMENT_BYTES} can be taken` }]);
  const value = parseJson(sent.bytes);
  const isList = Array.isArray(value);
  const faults: Fault[] = [];
  const articles = (isList ? value : [value]).flatMap((entry: unknown, index): Article[] => {
    const place = isList ? `document, entry ${index + 1}` : 'document';
    try {
      if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return refuse(place, 'must be a JSON object');
      return [readPost(new Mapping(entry as Record<string, unknown>, place, []), sent)];
    } catch (error) {
      if (!(error instanceof Refused) || error instanceof ArticleTooLarge) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new Refused(faults);
  return articles;
}

function readPost(fields: Mapping, sent: Sent): Article {
  const { faults } = fields;
  const type = fields.text('type');
  if (type !== null && type !== 'post') {
    fields.fault('type', `is "${type.slice(0, 40)}", and no article; "post" is`);
    throw new Refused(faults); // what is no article needs no words
  }
  const status = fields.text('status')?.toLowerCase() ?? null;
  const offset = offsetOf(fields);
  const decides = status === 'publish' || status === 'future';
  const date = dateOf(fields, 'date', offset, decides);
  const modified = dateOf(fields, 'modified', offset, true);
  const link = fields.text('link');
  const embedded = fields.mapping('_embedded', (of) => readEmbedded(of, sent.source));
  const content = fields.mapping('content', (of) => {
    of.skipOthers();
    const html = of.text('rendered') ?? '';
    const isProtected = of.flag('protected') ?? false;
    return { isProtected, read: of.attempt(() => readRendered(html, of.placeOf('rendered'))) ?? NO_CONTENT };
  });
  const terms = embedded?.terms ?? [];
  return articleOf(
    {
      ...{ guid: wordsOf(fields, 'guid', false) ?? link, link, slug: fields.text('slug'), status, date, modified },
      hasPassword: (content?.isProtected ?? false) || fields.text('password') !== null, // the latter is shown to editors
      title: wordsOf(fields, 'title'),
      abstract: writtenExcerpt(wordsOf(fields, 'excerpt')),
      content: content?.read ?? NO_CONTENT,
      categories: terms.filter(({ taxonomy }) => taxonomy === 'category').map(({ term }) => term),
      tags: terms.filter(({ taxonomy }) => taxonomy === 'post_tag').map(({ term }) => term),
      authors: embedded?.authors ?? [],
      image: embedded?.image ?? jetpackImage(fields),
      language: languageOf(fields),
    },
    (field) => fields.placeOf(field),
    faults,
    sent,
  );
}

/** Jetpack gives the address of the featured picture without `_embed`. */
function jetpackImage(fields: Mapping): Image | null {
  const url = linkOf(fields.text('jetpack_featured_media_url'));
  return url !== null && isMediaAddress(url) ? { ...PLAIN_IMAGE, url } : null;
}

/** WordPress does not say it of a post, but plugins for several languages do (`lang`), and Yoast does; what is no language is none. */
function languageOf(fields: Mapping): string | null {
  const locale = fields.mapping('yoast_head_json', (of) => {
    of.skipOthers();
    return of.text('og_locale');
  });
  for (const word of [fields.text('lang'), locale]) {
    try {
      if (word !== null) return parseNamedLanguage(word, fields.placeOf('lang'));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  return null;
}

/** Hours from UTC, as the root of the REST interface gives them for the whole site; null when nobody does. */
function offsetOf(fields: Mapping): string | null {
  const hours = fields.number('gmt_offset', -14, 14);
  if (hours === null) return null;
  const minutes = Math.round(Math.abs(hours) * 60);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${hours < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** `date_gmt` is in UTC without saying so; `date` is the clock on the wall of the site, and needs the offset of that. */
function dateOf(fields: Mapping, key: 'date' | 'modified', offset: string | null, isNeeded: boolean): Instant | null {
  const gmt = fields.parsed(`${key}_gmt`, (text, place) => parseInstant(text, place, 'Z'));
  const local = fields.text(key);
  if (gmt !== null || local === null || !isNeeded || fields.faults.some(({ place }) => place === fields.placeOf(`${key}_gmt`))) return gmt;
  if (offset === null && !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(local))
    return fields.fault(key, `has no time zone; send ${key}_gmt, or gmt_offset beside it`);
  return fields.attempt(() => parseInstant(local, fields.placeOf(key), offset ?? undefined));
}

/** `{ rendered }` as plain words; null when there are none. */
function wordsOf(fields: Mapping, key: string, isHtml = true): string | null {
  const place = fields.placeOf(key);
  const rendered = fields.mapping(key, (of) => {
    of.skipOthers();
    return of.text('rendered');
  });
  if (rendered === null) return null;
  if (!isHtml) return rendered.replace(/&(?:amp|#0?38);/g, '&');
  return fields.attempt(() => plainWords(rendered, place)) || null;
}

/** An excerpt that WordPress has cut out of the content ends with `[…]`, in the middle of a sentence; it says nothing of its own. */
function writtenExcerpt(excerpt: string | null): string | null {
  return excerpt === null || /\[(?:…|\.\.\.)\]\s*(?:\n.*)?$/.test(excerpt) ? null : excerpt;
}

type Embedded = { authors: ConceptRef[]; image: Image | null; terms: { taxonomy: string; term: Term }[] };

function readEmbedded(of: Mapping, source: string): Embedded {
  of.skipOthers();
  const authors = of.list('author', (entry): ConceptRef[] => {
    entry.skipOthers();
    const [name, link] = [entry.text('name'), entry.text('link')];
    const words = name === null ? '' : plainWords(name, entry.placeOf('name'));
    if (words === '') return []; // also an author whom WordPress does not tell the public of: an error stands in their place
    return [link !== null && isWebAddress(link) ? identifiedConcept('Person', words, link) : namedConcept('Person', words, source)];
  });
  const images = of.list('wp:featuredmedia', readMedia);
  return { authors: authors.flat(), image: images.find((image) => image !== null) ?? null, terms: readTerms(of) };
}

type RestTerm = { id: number | null; parent: number | null; taxonomy: string; slug: string; name: string };

/** `wp:term` is a list of lists, one for each taxonomy. A parent is known where the post stands in it too. */
function readTerms(of: Mapping): Embedded['terms'] {
  const terms = of.lists('wp:term', (entry): RestTerm => {
    entry.skipOthers();
    return {
      id: entry.wholeNumber('id', 0),
      parent: entry.wholeNumber('parent', 0),
      taxonomy: entry.text('taxonomy') ?? '',
      slug: entry.text('slug') ?? '',
      name: plainWords(entry.text('name') ?? '', entry.placeOf('name')),
    };
  });
  const named = terms.filter(({ slug, name }) => slug !== '' || name !== '');
  const byId = new Map(named.map((term) => [term.id, term]));
  return named.map((term) => {
    const parents: Named[] = [];
    const seen = new Set([term]);
    for (let parent = byId.get(term.parent); term.parent && parent && !seen.has(parent); parent = byId.get(parent.parent)) {
      seen.add(parent);
      const { slug, name } = termOf(parent.slug, parent.name);
      parents.unshift({ slug, name });
      if (!parent.parent) break;
    }
    return { taxonomy: term.taxonomy, term: termOf(term.slug, term.name, parents) };
  });
}

/** The featured picture, null when it is none or WordPress does not show it: an error stands in its place. */
function readMedia(of: Mapping): Image | null {
  of.skipOthers();
  const url = linkOf(of.text('source_url'));
  const details = of.mapping('media_details', (inside) => {
    inside.skipOthers();
    const sizes = inside.mapping('sizes', (all) =>
      all.keys().flatMap((name) => {
        const size = all.mapping(name, (one): Rendition => {
          one.skipOthers();
          const [address, mimeType] = [linkOf(one.text('source_url')) ?? '', one.text('mime_type')];
          return { name, url: address, width: pixels(one, 'width'), height: pixels(one, 'height'), mimeType };
        });
        return size && isMediaAddress(size.url) && size.url !== url ? [size] : [];
      }),
    );
    return { width: pixels(inside, 'width'), height: pixels(inside, 'height'), renditions: sizes ?? [] };
  });
  const isImage = (of.text('media_type') ?? 'image') === 'image' && !/^(?!image\/)/.test(of.text('mime_type') ?? 'image/');
  const caption = wordsOf(of, 'caption');
  const alternativeText = of.text('alt_text');
  if (url === null || !isMediaAddress(url) || !isImage) return null;
  return { ...PLAIN_IMAGE, url, alternativeText, caption, ...details };
}

/** A number, also as digits, which some plugins write; null for 0, which stands for drawings, and for what is none. */
function pixels(of: Mapping, key: string): number | null {
  const number = Number(of.textOrNumber(key));
  return Number.isSafeInteger(number) && number > 0 && number <= MOST_PIXELS ? number : null;
}
