import { type BlockContent, type Image, PLAIN_IMAGE, type Rendition } from '../../domain/body.ts';
import { isSafeLink } from '../../domain/html.ts';
import { attributeOf, type HtmlElement, hasClass, isElement } from './html-tree.ts';
import { isMediaAddress, isWebAddress } from './picture-fields.ts';

/** Pictures smaller than this in both directions are signs in a line or counters of readers, in pixels. */
const SMALLEST_PICTURE = 33;

/** Where a link leads, if it may be followed: `//host/…` is taken as https, as pages of today do. */
export function linkOf(address: string | null): string | null {
  if (address === null) return null;
  // browsers take tabs and line ends out of addresses, and blanks from around them
  const plain = address
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replaceAll(' ', '%20');
  const whole = plain.startsWith('//') ? `https:${plain}` : plain;
  return isSafeLink(whole) ? whole : null;
}

/** An `img` as a picture; null when its address cannot be handed on, or when it is a counter or a sign in a line. */
export function imageOf(element: HtmlElement): Image | null {
  const url = linkOf(attributeOf(element, 'src')) ?? linkOf(attributeOf(element, 'data-src'));
  if (url === null || !isMediaAddress(url) || isTiny(element)) return null;
  return {
    ...PLAIN_IMAGE,
    url,
    alternativeText: attributeOf(element, 'alt')?.trim() || null,
    width: sizeOf(element, 'width'),
    height: sizeOf(element, 'height'),
    renditions: renditionsOf(attributeOf(element, 'srcset') ?? '', url),
  };
}

export function isTiny(element: HtmlElement): boolean {
  const sizes = [sizeOf(element, 'width'), sizeOf(element, 'height')];
  return sizes.every((size) => size !== null && size < SMALLEST_PICTURE) || sizes.includes(0) || sizes.includes(1);
}

/** `video` and its sources, null without an address of ours or of the web. */
export function videoOf(element: HtmlElement): (BlockContent & { kind: 'VideoBlock' }) | null {
  const sources = element.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'source');
  const [first] = [element, ...sources].flatMap((node) => {
    const url = linkOf(attributeOf(node, 'src'));
    return url !== null && isMediaAddress(url) ? [{ url, mimeType: attributeOf(node, 'type')?.split(';')[0]?.trim() || null }] : [];
  });
  if (first === undefined) return null;
  const poster = linkOf(attributeOf(element, 'poster'));
  const still = poster !== null && isMediaAddress(poster) ? { ...PLAIN_IMAGE, url: poster } : null;
  return { kind: 'VideoBlock', video: { ...first, caption: null, creditText: null, duration: null, poster: still } };
}

/** Addresses of players, and the public pages of what they play. */
const PLAYERS: readonly [player: RegExp, page: string, provider: string][] = [
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+).*$/i, 'https://www.youtube.com/watch?v=$1', 'YouTube'],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+).*$/i, 'https://vimeo.com/$1', 'Vimeo'],
  [/^https?:\/\/open\.spotify\.com\/embed\/([\w/-]+).*$/i, 'https://open.spotify.com/$1', 'Spotify'],
];

/** Whose pages are known by their host, without `www.` and `m.`. */
const PROVIDERS: Readonly<Record<string, string>> = {
  'youtube.com': 'YouTube',
  'youtu.be': 'YouTube',
  'vimeo.com': 'Vimeo',
  'dailymotion.com': 'Dailymotion',
  'ted.com': 'TED',
  'twitter.com': 'X',
  'x.com': 'X',
  'bsky.app': 'Bluesky',
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'tiktok.com': 'TikTok',
  'reddit.com': 'Reddit',
  'flickr.com': 'Flickr',
  'spotify.com': 'Spotify',
  'open.spotify.com': 'Spotify',
  'soundcloud.com': 'SoundCloud',
  'wordpress.tv': 'WordPress.tv',
};

/** Whose page an address is; null for everybody whom we do not know. */
export function providerOf(url: string): string | null {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(?:www|m)\./, '') : '';
  return Object.hasOwn(PROVIDERS, host) ? (PROVIDERS[host] ?? null) : null;
}

/** What stands in a frame, an `embed`, an `object` or an `audio`: a link to where it lives. */
export function frameOf(element: HtmlElement): (BlockContent & { kind: 'Embed' }) | null {
  const source = element.childNodes.filter(isElement).find(({ tagName }) => tagName === 'source');
  const addresses = [attributeOf(element, 'src'), attributeOf(element, 'data'), source ? attributeOf(source, 'src') : null];
  const url = addresses.map(linkOf).find((address) => address !== null && isWebAddress(address));
  if (!url) return null;
  const [player, page = '', provider = providerOf(url)] = PLAYERS.find(([pattern]) => pattern.test(url)) ?? [];
  return { kind: 'Embed', url: player ? url.replace(player, page) : url, provider, text: attributeOf(element, 'title')?.trim() ?? '' };
}

/** Blockquotes that a script would turn into a post of a network, and where they name the post. */
const POSTS: readonly [className: RegExp, provider: string, attribute: string][] = [
  [/^twitter-(?:tweet|video)$/, 'X', 'cite'],
  [/^instagram-media$/, 'Instagram', 'data-instgrm-permalink'],
  [/^tiktok-embed$/, 'TikTok', 'cite'],
  [/^bluesky-embed$/, 'Bluesky', 'cite'],
  [/^mastodon-embed$/, 'Mastodon', 'data-embed-url'],
  [/^text-post-media$/, 'Threads', 'data-text-post-permalink'],
  [/^reddit-embed-bq$/, 'Reddit', 'cite'],
];

/** The page of a post that a blockquote stands for; without an attribute that says it, its last link. Null for any other blockquote. */
export function postOf(element: HtmlElement, links: readonly string[]): { url: string; provider: string } | null {
  const post = POSTS.find(([className]) => hasClass(element, className));
  if (post === undefined) return null;
  const [, provider, attribute] = post;
  const url = linkOf(attributeOf(element, attribute)) ?? links.findLast(isWebAddress);
  return url && isWebAddress(url) ? { url, provider } : null;
}

function renditionsOf(srcset: string, ownUrl: string): Rendition[] {
  const found = candidatesIn(srcset).flatMap(([address, width]): Rendition[] => {
    const url = linkOf(address);
    return url !== null && url !== ownUrl && isMediaAddress(url) && width > 0
      ? [{ name: `${width}w`, url, width, height: null, mimeType: null }]
      : [];
  });
  return [...new Map(found.map((rendition) => [rendition.name, rendition])).values()];
}

/** The pictures of a `srcset` that say their width, and nothing else: `a.jpg 320w, b.jpg 640w`. Word by word: as one pattern it is quadratic. */
function candidatesIn(srcset: string): [address: string, width: number][] {
  const found: [string, number][] = [];
  let address = '';
  let open: [string, number] | null = null; // a comma or the end has to follow it
  for (const word of srcset.split(/\s+/).filter(Boolean)) {
    const [, width, next] = /^(\d{1,5})w(?:,(.*))?$/.exec(word) ?? [];
    if (open !== null && word.startsWith(',')) found.push(open);
    open = width !== undefined && /[^,]$/.test(address) ? [address, Number(width)] : null;
    if (open !== null && next !== undefined) found.push(open);
    if (next !== undefined) open = null;
    address = width === undefined ? word.replace(/^,+/, '') : (next ?? '');
  }
  return open === null ? found : [...found, open];
}

/** In pixels, as a number of the attribute; null for `auto`, `100%` and the like. */
function sizeOf(element: HtmlElement, name: string): number | null {
  const size = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(attributeOf(element, name) ?? '')?.[1];
  return size === undefined ? null : Number(size);
}
