import { escapeHtml } from '../../domain/html.ts';

/** A picture of the media library, as its shortcodes name it by number. */
export type LibraryPicture = {
  url: string;
  alternativeText: string | null;
  caption: string | null;
  width: number | null;
  height: number | null;
};

/** The media library, as far as a post may name what is in it. */
export type Library = {
  /** In the order of the numbers; what is not there is passed over. */
  numbered(ids: readonly string[]): readonly LibraryPicture[];
  /** What was uploaded to a post, in the order in which WordPress shows it; to this post, when no number is given. */
  attached(post: string | null, without: readonly string[]): readonly LibraryPicture[];
};

/** A sign in brackets. Attributes are long where a caption stands in them; what has no end within that is text. */
const SIGN = /\[(\[?)(\/?)([a-z][a-z0-9_-]*)((?:\s[^[\]]{0,4000})?)\](\]?)/g;

const ATTRIBUTE = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/g;

/** Signs that stand around words. */
const AROUND = new Set(['caption', 'wp_caption', 'embed']);

/** Attributes of `[audio]` and `[video]` that may hold the address. */
const SOURCES = ['src', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv', 'mp3', 'm4a', 'ogg', 'wav', 'wma'];

/**
 * The shortcodes of WordPress itself as the HTML that they stand for: `[caption]`, `[embed]`, `[gallery]`, `[audio]`, `[video]`, `[playlist]`.
 * `[[gallery]]` is the words `[gallery]`. Of the shortcodes of plugins the words between are kept, and the signs are not, where attributes give
 * them away; `[sic]` may be anything, and is words.
 */
export function withoutShortcodes(content: string, library: Library): string {
  let parts: string[] = [];
  const open: { name: string; attributes: Map<string, string>; before: string[] }[] = [];
  const dropped = new Set<string>();
  let from = 0;
  for (const match of content.matchAll(SIGN)) {
    const [whole, escaped, closing, name = '', words = '', escapedEnd] = match;
    parts.push(content.slice(from, match.index));
    from = match.index + whole.length;
    if (escaped && escapedEnd) {
      parts.push(whole.slice(1, -1));
      continue;
    }
    if (escaped) parts.push('[');
    const attributes = attributesOf(words);
    const opened = open.at(-1);
    if (AROUND.has(name) && !closing) {
      open.push({ name, attributes, before: parts });
      parts = [];
    } else if (AROUND.has(name) && opened?.name === name) {
      const inside = parts.join('');
      parts = opened.before;
      parts.push(wrapped(name, opened.attributes, inside));
      open.pop();
    } else if (!AROUND.has(name)) {
      const plain = closing ? (dropped.has(name) ? '' : null) : standing(name, attributes, library);
      if (!closing && plain !== null) dropped.add(name);
      parts.push(plain ?? whole.slice(escaped ? 1 : 0, escapedEnd ? -1 : undefined));
    }
    if (escapedEnd) parts.push(']');
  }
  parts.push(content.slice(from));
  for (const { before } of open.toReversed()) {
    for (const part of parts) before.push(part);
    parts = before;
  }
  return parts.join('');
}

/** An address alone becomes an embed. */
export function embedHtml(url: string): string {
  return `<figure><iframe src="${escapeHtml(url.trim())}"></iframe></figure>`;
}

function wrapped(name: string, attributes: ReadonlyMap<string, string>, inside: string): string {
  if (name === 'embed') return embedHtml(inside.replace(/<[^<>]*>/g, '').replaceAll('&amp;', '&'));
  const caption = attributes.get('caption');
  return `<figure>${inside}${caption ? `<figcaption>${caption}</figcaption>` : ''}</figure>`;
}

/** What stands for a sign that has no words of its own; null when it is no shortcode that we can tell from words. */
function standing(name: string, attributes: ReadonlyMap<string, string>, library: Library): string | null {
  const source = SOURCES.map((key) => attributes.get(key)).find((address) => address !== undefined);
  if (name === 'gallery') return galleryHtml(galleryOf(attributes, library));
  if (name === 'playlist') return '';
  if (name === 'audio') return source ? `<audio src="${escapeHtml(source)}"></audio>` : '';
  if (name === 'video') {
    const poster = attributes.get('poster');
    return source ? `<video src="${escapeHtml(source)}"${poster ? ` poster="${escapeHtml(poster)}"` : ''}></video>` : '';
  }
  return attributes.size > 0 ? '' : null;
}

/** A gallery that names no pictures is all that was uploaded to its post. */
function galleryOf(attributes: ReadonlyMap<string, string>, library: Library): readonly LibraryPicture[] {
  const named = attributes.get('ids') ?? attributes.get('include');
  if (named !== undefined) return library.numbered(numbersIn(named));
  const attached = library.attached(attributes.get('id') ?? null, numbersIn(attributes.get('exclude') ?? ''));
  return attributes.get('order')?.toUpperCase() === 'DESC' ? attached.toReversed() : attached;
}

function numbersIn(list: string): string[] {
  return list.split(/[\s,]+/);
}

function galleryHtml(pictures: readonly LibraryPicture[]): string {
  const shown = pictures.map(({ url, alternativeText, caption, width, height }) => {
    const size = width && height ? ` width="${width}" height="${height}"` : '';
    const words = caption ? `<figcaption>${caption}</figcaption>` : '';
    return `<figure><img src="${escapeHtml(url)}" alt="${escapeHtml(alternativeText ?? '')}"${size}>${words}</figure>`;
  });
  return shown.length > 0 ? `<figure>${shown.join('')}</figure>` : '';
}

function attributesOf(words: string): Map<string, string> {
  return new Map([...words.matchAll(ATTRIBUTE)].map(([, name = '', double, single, bare]) => [name, double ?? single ?? bare ?? '']));
}
