import type { RelatedRef } from '../../domain/article.ts';
import { type BlockContent, type Image, PLAIN_IMAGE } from '../../domain/body.ts';
import { type ConceptRef, identifiedConcept } from '../../domain/concept.ts';
import { articleId } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Mapping } from './mapping.ts';
import { ITEM_TYPES, LEFT_OF_ITEM, PUB_STATUSES, plainText, readWords, wordsOf } from './ninjs-item.ts';
import { isMediaAddress, MOST_PIXELS, wholeSeconds } from './picture-fields.ts';
import { stableUri } from './source-uri.ts';

/** What belongs to an article: items that come with it. */
export type Associated = {
  /** The picture whose name or relation says that it leads, else the first. */
  image: Image | null;
  /** Pictures, galleries, videos and sounds besides that one, in their order. */
  blocks: BlockContent[];
  /** All pictures: one that a body shows in one of its sizes is known by that. */
  pictures: Image[];
  related: RelatedRef[];
  events: ConceptRef[];
  /** By its name what an item is in a body that points at it; nothing for one that may not be shown. Items that cannot be shown are not in it. */
  embeddable: ReadonlyMap<string, readonly BlockContent[]>;
};

type Item = {
  name: string;
  rel: string;
  uri: string;
  type: string;
  title: string | null;
  headline: string | null;
  caption: string | null;
  alternativeText: string | null;
  credit: string | null;
  renditions: Rendition[];
  /** What is canceled or withheld may not be shown. */
  isUsable: boolean;
};

type Rendition = {
  name: string;
  url: string | null;
  mimeType: string | null;
  width: number | null;
  height: number | null;
  duration: number | null;
  poi: { x: number; y: number } | null;
};

/** Names and relations of the picture that leads an article, and of those that stand together. */
const LEADING = /^(?:feature|main|lead|hero|teaser|primary|top)/i;
const TOGETHER = /gallery|slideshow/i;

/** What Superdesk calls the places of a field that takes several items: a name for nobody. */
const PLACE = /--\d+$/;

const IMAGE_FILE = /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i;

/**
 * Reads `associations`. Pictures and videos without an address cannot be shown, and items that are canceled or withheld must not be: both are
 * left out.
 * @param embargoedUntil that of the article: an item that is embargoed longer is refused, for nothing would hold it back
 */
export function readAssociations(fields: Mapping, source: string, embargoedUntil: Instant | null): Associated {
  const all = fields.list('associations', (entry) => readItem(entry, embargoedUntil));
  const items = all.filter(({ isUsable }) => isUsable);
  const pictures = items.filter(({ type }) => type === 'picture' || type === 'graphic');
  const shown = pictures.flatMap((item) => {
    const image = imageOf(item);
    return image ? [{ item, image }] : [];
  });
  const apart = shown.filter(({ item }) => !TOGETHER.test(item.name) && !TOGETHER.test(item.rel));
  const lead = apart.find(({ item }) => LEADING.test(item.rel) || LEADING.test(item.name)) ?? apart[0] ?? null;
  const together = shown.filter((one) => !apart.includes(one)).map(({ image }) => image);
  return {
    image: lead?.image ?? null,
    blocks: [
      ...apart.filter((one) => one !== lead).map(({ image }): BlockContent => ({ kind: 'ImageBlock', image })),
      ...(together.length > 0 ? [{ kind: 'GalleryBlock' as const, caption: null, images: together }] : []),
      ...items.flatMap(mediaOf),
    ],
    pictures: shown.map(({ image }) => image),
    related: distinctRelated(
      items
        .filter(({ type }) => type === 'text' || type === 'composite')
        .map(({ uri, title, name }) => ({
          article: articleId(source, stableUri(uri)),
          label: title ?? (PLACE.test(name) ? null : name || null),
        })),
    ),
    embeddable: new Map(all.flatMap((item) => placedBlocks(item))),
    events: items.filter(({ type }) => type === 'event').map(({ uri, title, name }) => identifiedConcept('NewsEvent', title ?? name, uri)),
  };
}

function placedBlocks(item: Item): [name: string, blocks: readonly BlockContent[]][] {
  if (!item.isUsable) return [[item.name, []]];
  const isPicture = item.type === 'picture' || item.type === 'graphic';
  const image = isPicture ? imageOf(item) : null;
  const blocks = image ? [{ kind: 'ImageBlock' as const, image }] : mediaOf(item);
  return blocks.length > 0 ? [[item.name, blocks]] : [];
}

function readItem(entry: Mapping, embargoedUntil: Instant | null): Item {
  entry.skip(...LEFT_OF_ITEM, 'representationType', 'associations', 'rightsInfo', 'bodies', 'located', 'genres', 'digitalSourceType');
  entry.skip('people', 'organisations', 'places', 'subjects', 'events', 'objects', 'version', 'firstCreated', 'versionCreated', 'language');
  entry.skip('usageTerms', 'copyrightNotice', 'expires', 'altIds');
  const status = entry.oneOf('pubStatus', PUB_STATUSES) ?? 'USABLE';
  const embargo = entry.instant('embargoedUntil');
  if (embargo !== null && (embargoedUntil === null || embargo > embargoedUntil)) {
    entry.faults.push({
      place: entry.placeOf('embargoedUntil'),
      reason: 'is later than that of the article, and nothing would hold it back',
    });
  }
  const renditions = entry.list('renditions', readRendition);
  const descriptions = readWords(entry, 'descriptions');
  const headlines = readWords(entry, 'headlines');
  const sources = entry.list('infoSources', (of) => {
    of.skip('role', 'uri', 'literal', 'contactInfo');
    return of.text('name');
  });
  const item: Item = {
    name: entry.needed('name'),
    rel: entry.text('rel') ?? '',
    uri: entry.needed('uri'),
    type: entry.oneOf('type', ITEM_TYPES) ?? typeBy(renditions),
    title: entry.text('title'),
    headline: headlines[0] ? plainText(headlines[0]) : null,
    alternativeText: wordsOf(descriptions, /^alt/i),
    caption: wordsOf(descriptions, /^(?:caption|summary|description|text|main)?$/i),
    credit: entry.text('by') ?? entry.text('copyrightHolder') ?? sources[0] ?? null,
    renditions,
    isUsable: status === 'USABLE',
  };
  entry.skip('copyrightHolder');
  return item;
}

function typeBy(renditions: readonly Rendition[]): string {
  const types = renditions.map(({ mimeType }) => mimeType?.split('/')[0]);
  if (types.includes('image')) return 'picture';
  return types.includes('video') ? 'video' : 'text';
}

function readRendition(of: Mapping): Rendition {
  of.skip('title', 'sizeInBytes', 'format', 'aspectRatio', 'videoCodec', 'frameRate', 'transportProtocol', 'scanType', 'bitrate');
  of.skip('resources', 'extensions'); // of 3.2 and 3.3
  const url = of.text('href');
  return {
    name: of.needed('name'),
    url: url !== null && isMediaAddress(url) ? url : null,
    mimeType: of.text('contentType'),
    width: of.wholeNumber('width', 1, MOST_PIXELS),
    height: of.wholeNumber('height', 1, MOST_PIXELS),
    duration: of.number('duration', 0, Number.MAX_SAFE_INTEGER),
    poi: of.mapping('poi', (point) => ({ x: point.wholeNumber('x', 0) ?? 0, y: point.wholeNumber('y', 0) ?? 0 })),
  };
}

type Placed = Rendition & { url: string };

/** The largest rendition is the picture, the others are its renditions. Null when none has an address. */
function imageOf({ renditions, alternativeText, caption, credit }: Item): Image | null {
  const placed = renditions.filter((one): one is Placed => one.url !== null && !one.mimeType?.startsWith('video/'));
  const [largest, ...others] = placed.toSorted((one, other) => (other.width ?? 0) - (one.width ?? 0));
  if (largest === undefined) return null;
  const { url, width, height } = largest;
  const pointed = placed.find(({ poi, width: across, height: down }) => poi && across && down);
  return {
    ...PLAIN_IMAGE,
    ...{ url, width, height, alternativeText, caption, creditText: credit },
    focalPoint: pointed?.poi ? focusOf(pointed.poi, pointed) : null,
    renditions: placed
      .filter((one) => others.includes(one))
      .map(({ name, url: href, width: across, height: down, mimeType }) => ({ name, url: href, width: across, height: down, mimeType })),
  };
}

/** From pixels to parts of the whole, three decimals. */
function focusOf(poi: { x: number; y: number }, { width, height }: Rendition): { x: number; y: number } {
  const part = (at: number, of: number | null) => Math.min(1, Math.round((at / (of ?? 1)) * 1000) / 1000);
  return { x: part(poi.x, width), y: part(poi.y, height) };
}

function mediaOf({ type, renditions, title, headline, name, alternativeText, caption, credit }: Item): BlockContent[] {
  const placed = renditions.filter((one): one is Placed => one.url !== null);
  if (type === 'audio') {
    return placed.slice(0, 1).map(({ url }) => ({ kind: 'Embed', url, provider: null, text: caption ?? title ?? headline ?? name }));
  }
  if (type !== 'video') return [];
  const isStill = ({ mimeType, url }: Placed) => mimeType?.startsWith('image/') ?? IMAGE_FILE.test(url);
  const byWidth = (one: Placed, other: Placed) => (other.width ?? 0) - (one.width ?? 0);
  const isPlayed = ({ mimeType }: Placed) => mimeType === 'video/mp4';
  const [still] = placed.filter(isStill).toSorted(byWidth);
  const files = placed.filter((one) => !isStill(one)).toSorted(byWidth);
  const largest = files.find(isPlayed) ?? files[0]; // other files play in some browsers only
  if (largest === undefined) return [];
  const { url, mimeType } = largest;
  const duration = largest.duration === null ? null : wholeSeconds(largest.duration);
  const poster = still ? { ...PLAIN_IMAGE, url: still.url, width: still.width, height: still.height, alternativeText } : null;
  return [{ kind: 'VideoBlock', video: { url, mimeType, caption: caption ?? title ?? headline, creditText: credit, duration, poster } }];
}

/** Each article once. */
export function distinctRelated(related: readonly RelatedRef[]): RelatedRef[] {
  return [...Map.groupBy(related, ({ article }) => article).values()].flatMap(([first]) => first ?? []);
}
