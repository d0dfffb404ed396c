import type { Library, LibraryPicture } from './wordpress-shortcodes.ts';
import { textOf, type XmlElement, xmlOf } from './wordpress-xml.ts';

/** Pictures of an export that are kept in memory, some 300 bytes each: a newsroom of twenty years has some 100,000. */
const MOST_PICTURES = 200_000;

/** Authors and categories that are kept; nobody has so many. */
const MOST_NAMES = 20_000;

/** Longest text that is kept of a picture or a name, in characters. */
const LONGEST = 1000;

/** Generations of categories that are told to an item. */
const DEEPEST = 20;

/** A picture that was uploaded to a post: its number, and its place among the others. */
type Attached = { id: string; order: number };

/** What the items of an export name, and what stands elsewhere in it. */
export class ExportFacts {
  /** As the channel says it; empty when it does not. */
  language = '';
  items = 0;
  /** Login -> the name that the site shows. */
  readonly authors = new Map<string, string>();
  /** Nicename -> name, and the nicename of the one that it lies in, or nothing. */
  readonly categories = new Map<string, { name: string; parent: string }>();
  /** Number of the attachment -> the picture. */
  readonly pictures = new Map<string, LibraryPicture>();
  /** Number of a post -> the pictures that were uploaded to it. */
  readonly #attached = new Map<string, Attached[]>();
  #base = '';

  /** @param element one of the channel; what is no fact is passed over */
  add(element: XmlElement): void {
    const { name } = element;
    if (name === 'language') this.language = kept(element.text.trim());
    else if (name === 'wp:base_blog_url') this.#base = kept(element.text.trim());
    else if (/^wp:(?:wp_)?author$/.test(name) && this.authors.size < MOST_NAMES) this.#addAuthor(element);
    else if (name === 'wp:category' && this.categories.size < MOST_NAMES) this.#addCategory(element);
    else if (name === 'item') {
      this.items += 1;
      if (textOf(element, 'wp:post_type') === 'attachment' && this.pictures.size < MOST_PICTURES) this.#addPicture(element);
    }
  }

  /** The guid that WordPress gives to a post of its own accord; null when the export does not say enough. */
  defaultGuid(id: string): string | null {
    return this.#base === '' || !/^\d+$/.test(id) ? null : `${this.#base.replace(/\/$/, '')}/?p=${id}`;
  }

  /** The number of the picture that an item puts above itself; empty without one. */
  featuredOf(item: XmlElement): string {
    return metaOf(item, '_thumbnail_id');
  }

  /** The pictures as a post names them. */
  libraryFor(item: XmlElement): Library {
    const picturesOf = (ids: readonly string[]) => ids.flatMap((id) => this.pictures.get(id) ?? []);
    const own = textOf(item, 'wp:post_id');
    return {
      numbered: picturesOf,
      attached: (post, without) => picturesOf(this.#attachedTo(post ?? own).flatMap(({ id }) => (without.includes(id) ? [] : [id]))),
    };
  }

  /** As WordPress orders them: by the place that somebody gave them, then as they were uploaded. */
  #attachedTo(post: string): readonly Attached[] {
    const attached = this.#attached.get(post) ?? [];
    return attached.toSorted((one, other) => one.order - other.order || Number(one.id) - Number(other.id));
  }

  /** The footnotes of an item, as JSON; empty without any. */
  footnotesOf(item: XmlElement): string {
    return metaOf(item, 'footnotes');
  }

  /** The facts that an item names, as elements of a channel. */
  xmlFor(item: XmlElement): string {
    const elements: XmlElement[] = [leaf('language', this.language), leaf('wp:base_blog_url', this.#base)];
    const login = textOf(item, 'dc:creator') || textOf(item, 'wp:author');
    const author = this.authors.get(login);
    if (author !== undefined) elements.push(branch('wp:author', leaf('wp:author_login', login), leaf('wp:author_display_name', author)));
    for (const { name, attributes } of item.children) {
      let at = name === 'category' ? attributes.nicename : undefined;
      for (let depth = 0; at && depth < DEEPEST; depth += 1) {
        const category = this.categories.get(at);
        if (category === undefined) break;
        const named = [leaf('wp:category_nicename', at), leaf('wp:category_parent', category.parent), leaf('wp:cat_name', category.name)];
        elements.push(branch('wp:category', ...named));
        at = category.parent;
      }
    }
    const galleries = textOf(item, 'content:encoded').match(/\[gallery[^\]]{0,4000}\]/g) ?? [];
    const posts =
      galleries.length === 0
        ? []
        : [textOf(item, 'wp:post_id'), ...galleries.flatMap((sign) => /\sid\s*=\s*["']?(\d+)/.exec(sign)?.[1] ?? [])];
    const attached = new Map([...new Set(posts)].flatMap((post) => this.#attachedTo(post).map(({ id, order }) => [id, { post, order }])));
    const ids = new Set([this.featuredOf(item), ...galleries.flatMap((sign) => sign.match(/\d+/g) ?? []), ...attached.keys()]);
    for (const id of ids) {
      const picture = this.pictures.get(id);
      if (picture) elements.push(attachment(id, picture, attached.get(id)));
    }
    return elements.map(xmlOf).join('');
  }

  #addAuthor(element: XmlElement): void {
    const login = textOf(element, 'wp:author_login');
    const names = [textOf(element, 'wp:author_first_name'), textOf(element, 'wp:author_last_name')];
    const shown = textOf(element, 'wp:author_display_name') || names.filter(Boolean).join(' ');
    if (login !== '' && shown !== '') this.authors.set(kept(login), kept(shown));
  }

  #addCategory(element: XmlElement): void {
    const nicename = textOf(element, 'wp:category_nicename');
    const about = { name: kept(textOf(element, 'wp:cat_name')), parent: kept(textOf(element, 'wp:category_parent')) };
    if (nicename !== '') this.categories.set(kept(nicename), about);
  }

  #addPicture(item: XmlElement): void {
    const url = textOf(item, 'wp:attachment_url');
    if (!/\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)$/i.test(url.split(/[?#]/)[0] ?? '')) return;
    const size = metaOf(item, '_wp_attachment_metadata');
    const pixels = (name: string) => Number(new RegExp(`^[^{]{0,8}\\{[^{}]*"${name}";i:(\\d{1,5});`).exec(size)?.[1] ?? 0) || null;
    const id = kept(textOf(item, 'wp:post_id'));
    const post = kept(textOf(item, 'wp:post_parent'));
    const attached = this.#attached.get(post) ?? [];
    if (post !== '' && post !== '0') this.#attached.set(post, attached);
    attached.push({ id, order: Number(textOf(item, 'wp:menu_order')) || 0 });
    this.pictures.set(id, {
      url: kept(url),
      alternativeText: kept(metaOf(item, '_wp_attachment_image_alt')) || null,
      caption: kept(textOf(item, 'excerpt:encoded')) || null,
      width: pixels('width'),
      height: pixels('height'),
    });
  }
}

function metaOf(item: XmlElement, key: string): string {
  const found = item.children.find((child) => child.name === 'wp:postmeta' && textOf(child, 'wp:meta_key') === key);
  return found ? textOf(found, 'wp:meta_value') : '';
}

/** A copy: a part of a text would keep the whole text in memory. */
function kept(text: string): string {
  return Buffer.from(text.slice(0, LONGEST)).toString();
}

function leaf(name: string, text: string): XmlElement {
  return { name, text, attributes: {}, children: [], line: 0, isTooLarge: false };
}

function branch(name: string, ...children: XmlElement[]): XmlElement {
  return { ...leaf(name, ''), children };
}

function attachment(
  id: string,
  { url, alternativeText, caption, width, height }: LibraryPicture,
  { post, order }: { post: string; order: number } = { post: '', order: 0 },
): XmlElement {
  const meta = (key: string, value: string) => branch('wp:postmeta', leaf('wp:meta_key', key), leaf('wp:meta_value', value));
  const size = `a:2:{s:5:"width";i:${width ?? 0};s:6:"height";i:${height ?? 0};}`;
  return branch(
    'item',
    ...[leaf('wp:post_id', id), leaf('wp:post_type', 'attachment'), leaf('wp:attachment_url', url), leaf('excerpt:encoded', caption ?? '')],
    ...[leaf('wp:post_parent', post), leaf('wp:menu_order', String(order))],
    ...[meta('_wp_attachment_image_alt', alternativeText ?? ''), meta('_wp_attachment_metadata', size)],
  );
}
