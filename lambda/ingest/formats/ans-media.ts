import { type BlockContent, blockText, type Image, PLAIN_IMAGE } from '../../domain/body.ts';
import type { Instant } from '../../domain/instant.ts';
import { creditIn } from './ans-credits.ts';
import { readEmbargo } from './ans-publication.ts';
import { asText, basicIn, htmlIn, lines, plainIn } from './ans-words.ts';
import { linkOf, providerOf } from './html-media.ts';
import type { Mapping } from './mapping.ts';
import { isMediaAddress, isWebAddress, MOST_PIXELS, wholeSeconds } from './picture-fields.ts';

/** What a story says of everything that comes with it. */
export type StoryFacts = { source: string; embargoedUntil: Instant | null };

/**
 * Pictures, galleries, videos and sounds are documents of their own, with all the fields of a story and more that systems add: of each, what is not
 * read here is left.
 */

/** Null for a picture without an address: it cannot be shown. */
export function readImage(of: Mapping, story: StoryFacts): Image | null {
  of.skipOthers();
  refuseLongerEmbargo(of, story);
  const url = linkOf(of.text('url'));
  const [width, height] = [of.wholeNumber('width', 0, MOST_PIXELS) || null, of.wholeNumber('height', 0, MOST_PIXELS) || null];
  const image = {
    alternativeText: plainIn(of, 'alt_text'),
    caption: plainIn(of, 'caption') ?? plainIn(of, 'subtitle'),
    creditText: creditIn(of, story.source),
    ...{ width, height },
    focalPoint: of.mapping('focal_point', (point) => focusOf(point, width, height)),
  };
  if (of.text('type') === 'reference' || url === null || !isMediaAddress(url)) return null;
  return { ...PLAIN_IMAGE, url, ...image };
}

/** From pixels to parts of the whole, three decimals; null where the whole is not known. */
function focusOf(point: Mapping, width: number | null, height: number | null): Image['focalPoint'] {
  point.skipOthers();
  const [x, y] = [point.number('x', 0, Number.MAX_SAFE_INTEGER), point.number('y', 0, Number.MAX_SAFE_INTEGER)];
  if (x === null || y === null || width === null || height === null) return null;
  const part = (at: number, whole: number) => Math.min(1, Math.round((at / whole) * 1000) / 1000);
  return { x: part(x, width), y: part(y, height) };
}

export function readGallery(of: Mapping, story: StoryFacts): BlockContent[] {
  of.skipOthers();
  refuseLongerEmbargo(of, story);
  const images = of.list('content_elements', (entry) => readImage(entry, story)).filter((image) => image !== null);
  const caption = lines(basicIn(of, 'headlines'), basicIn(of, 'description'));
  if (images.length > 0) return [{ kind: 'GalleryBlock', caption, images }];
  return caption === null ? [] : [{ kind: 'UnknownBlock', name: 'gallery', text: caption }];
}

type Stream = { url: string; type: string; width: number };

const MIME_TYPES: Readonly<Record<string, string>> = { mp4: 'video/mp4', ts: 'application/vnd.apple.mpegurl', webm: 'video/webm' };

/** The widest file that every browser plays, else the first stream; a video that has none is a link to where it is shown. */
export function readVideo(of: Mapping, story: StoryFacts): BlockContent[] {
  of.skipOthers();
  refuseLongerEmbargo(of, story);
  const streams = of.list('streams', readStream).filter((stream) => stream !== null);
  const [widest] = streams.filter(({ type }) => type === 'mp4').toSorted((one, other) => other.width - one.width);
  const { url, type } = widest ?? streams[0] ?? { url: null, type: '' };
  const caption = lines(basicIn(of, 'headlines'), basicIn(of, 'description'));
  const duration = of.number('duration', 0, Number.MAX_SAFE_INTEGER);
  const poster = of.mapping('promo_image', (image) => readImage(image, story)) ?? promotedImage(of, story);
  const creditText = creditIn(of, story.source);
  if (url !== null) {
    const seconds = duration === null ? null : wholeSeconds(duration / 1000); // ANS counts milliseconds
    return [{ kind: 'VideoBlock', video: { url, mimeType: MIME_TYPES[type] ?? null, caption, creditText, duration: seconds, poster } }];
  }
  const player = htmlIn(of, 'embed_html').find((block) => block.kind === 'Embed');
  const page = of.text('canonical_url');
  if (player) return [{ ...player, text: caption ?? player.text }];
  if (page !== null && isWebAddress(page)) return [{ kind: 'Embed', url: page, provider: providerOf(page), text: caption ?? '' }];
  return caption === null ? [] : [{ kind: 'UnknownBlock', name: 'video', text: caption }];
}

function readStream(of: Mapping): Stream | null {
  of.skipOthers();
  const [url, type] = [linkOf(of.text('url')), of.text('stream_type') ?? of.text('streamType') ?? ''];
  const width = of.number('width', 0, Number.MAX_SAFE_INTEGER) ?? 0;
  return url !== null && isMediaAddress(url) ? { url, type: type.toLowerCase(), width } : null;
}

export function readAudio(of: Mapping, story: StoryFacts): BlockContent[] {
  of.skipOthers();
  refuseLongerEmbargo(of, story);
  const [stream] = of.list('streams', readStream).filter((one) => one !== null);
  const url = stream?.url ?? linkOf(of.text('source_url'));
  const text = lines(basicIn(of, 'headlines'), basicIn(of, 'description'));
  if (url !== null && isWebAddress(url)) return [{ kind: 'Embed', url, provider: null, text: text ?? '' }];
  return text === null ? [] : [{ kind: 'UnknownBlock', name: 'audio', text }];
}

/** What another site answers about a thing of its own, by the rules of oEmbed. */
export function readOembed(of: Mapping): BlockContent[] {
  const id = of.mapping('referent', (referent) => {
    referent.skipOthers();
    return referent.text('id');
  });
  const blocks = of.mapping('raw_oembed', (oembed): BlockContent[] => {
    oembed.skipOthers();
    const html = htmlIn(oembed, 'html');
    const embed = html.find((block) => block.kind === 'Embed');
    const addresses = [oembed.text('url'), oembed.text('_id'), id, embed?.url ?? null];
    const url = addresses.find((address) => address !== null && isWebAddress(address)) ?? null;
    const title = plainIn(oembed, 'title');
    const provider = embed?.provider ?? plainIn(oembed, 'provider_name');
    if (oembed.text('type') === 'photo' && url !== null && html.length === 0) {
      return [{ kind: 'ImageBlock', image: { ...PLAIN_IMAGE, url, caption: title, creditText: plainIn(oembed, 'author_name') } }];
    }
    if (url === null) return html;
    const words = asText(html.filter((block) => block !== embed)).text.text || embed?.text || title;
    return [{ kind: 'Embed', url, provider: provider ?? providerOf(url), text: words ?? '' }];
  });
  if (blocks !== null && blocks.length > 0) return blocks;
  return id !== null && isWebAddress(id) ? [{ kind: 'Embed', url: id, provider: providerOf(id), text: '' }] : [];
}

/** Something of a newsroom's own plugin: `url` and `id` together are its address, and its configuration is nobody else's. */
export function readCustomEmbed(of: Mapping): BlockContent[] {
  const kind = of.text('subtype') ?? 'custom_embed';
  const address = of.required('embed', () =>
    of.mapping('embed', (embed) => {
      embed.skip('config');
      const [url, id] = [embed.text('url'), embed.textOrNumber('id')];
      embed.close(true);
      return { url: `${url ?? ''}${/[/=]$/.test(url ?? '') ? encodeURIComponent(id ?? '') : ''}` };
    }),
  );
  if (address && isWebAddress(address.url)) return [{ kind: 'Embed', url: address.url, provider: kind, text: '' }];
  return [{ kind: 'UnknownBlock', name: kind, text: '' }];
}

/** The picture of a list of `promo_items`: the one that is `basic`, or that of what is. */
function promotedImage(of: Mapping, story: StoryFacts): Image | null {
  return (
    of.mapping('promo_items', (items) => {
      items.skipOthers();
      return items.mapping('basic', (item) => readImage(item, story));
    }) ?? null
  );
}

/** What promotes a story: the picture of its card, and what stands above its words. */
export type Promoted = { image: Image | null; lead: BlockContent[] };

/** `basic` is the picture of the card, and where there is a `lead_art`, that stands above the words. Others promote the story elsewhere. */
export function readPromoted(fields: Mapping, story: StoryFacts): Promoted {
  const found = fields.mapping('promo_items', (items) => {
    items.skipOthers();
    const [basic, lead] = ['basic', 'lead_art'].map((key) => items.mapping(key, (item) => readPromotedItem(item, story)));
    const image = basic?.image ?? lead?.image ?? null;
    const shown = lead ?? (basic?.block.kind === 'ImageBlock' ? null : basic);
    const isSame = shown?.block.kind === 'ImageBlock' && shown.block.image.url === image?.url;
    return { image, lead: shown && !isSame ? [shown.block] : [] };
  });
  return found ?? { image: null, lead: [] };
}

function readPromotedItem(item: Mapping, story: StoryFacts): { block: BlockContent; image: Image | null } | null {
  item.skipOthers();
  const type = item.text('type');
  if (type === 'image') {
    const image = readImage(item, story);
    return image && { block: { kind: 'ImageBlock', image }, image };
  }
  const [block] = type === 'gallery' ? readGallery(item, story) : type === 'video' ? readVideo(item, story) : [];
  if (block === undefined || (blockText(block) === '' && block.kind === 'UnknownBlock')) return null;
  const own = block.kind === 'GalleryBlock' ? (block.images[0] ?? null) : block.kind === 'VideoBlock' ? block.video.poster : null;
  return { block, image: promotedImage(item, story) ?? own };
}

function refuseLongerEmbargo(of: Mapping, { embargoedUntil }: StoryFacts): void {
  const embargo = of.mapping('content_restrictions', (restrictions) => {
    restrictions.skipOthers();
    return restrictions.mapping('embargo', readEmbargo);
  });
  if (embargo?.isActive && (embargo.until === null || embargoedUntil === null || embargo.until > embargoedUntil)) {
    of.fault('content_restrictions', 'is an embargo that ends later than that of the story, and nothing would hold it back');
  }
}
