import type { Image, Rendition } from '../../domain/body.ts';
import { isSafeLink, isWebAddress } from '../../domain/html.ts';
import type { Mapping } from './mapping.ts';

export { isWebAddress };

/** Why an address is refused. */
export const NO_ADDRESS = 'must be a URL that begins with http:// or https://';

/** What the whole numbers of GraphQL hold: a larger one could be stored, and never be answered. */
const MOST = 2_147_483_647;

/** Longest side of a picture, in pixels. */
export const MOST_PIXELS = MOST;

/** How long a film runs, in the whole seconds that the API answers; what no number of GraphQL holds is the longest that one holds. */
export function wholeSeconds(seconds: number): number {
  return Math.min(Math.round(seconds), MOST);
}

/** Whether a text leads to a picture or a video: on the web, or at a path of the site. */
export function isMediaAddress(text: string): boolean {
  return isWebAddress(text) || (text.startsWith('/') && isSafeLink(text));
}

/** `{ url, alt, caption, credit, width, height, focus: { x, y }, renditions: [{ name, url, width, height, type }] }`, sizes in pixels. */
export function readImage(fields: Mapping): Image {
  return {
    url: readAddress(fields),
    alternativeText: fields.text('alt'),
    caption: fields.text('caption'),
    creditText: fields.text('credit'),
    width: fields.wholeNumber('width', 1, MOST_PIXELS),
    height: fields.wholeNumber('height', 1, MOST_PIXELS),
    focalPoint: fields.mapping('focus', readFocus),
    renditions: fields.list('renditions', readRendition),
  };
}

function readAddress(fields: Mapping): string {
  const url = fields.needed('url');
  if (url && !isMediaAddress(url)) fields.faults.push({ place: fields.placeOf('url'), reason: `${NO_ADDRESS}, or a path of the site` });
  return url;
}

/** Both are needed; a mapping that lacks one is refused, so the numbers in its place do not matter. */
function readFocus(fields: Mapping): { x: number; y: number } {
  const part = (key: string) => fields.required(key, () => fields.number(key, 0, 1)) ?? 0;
  return { x: part('x'), y: part('y') };
}

function readRendition(fields: Mapping): Rendition {
  return {
    name: fields.needed('name'),
    url: readAddress(fields),
    width: fields.wholeNumber('width', 1, MOST_PIXELS),
    height: fields.wholeNumber('height', 1, MOST_PIXELS),
    mimeType: fields.text('type'),
  };
}
