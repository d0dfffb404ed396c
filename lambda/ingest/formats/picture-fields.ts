import type { Image, Rendition } from '../../domain/body.ts';
import { isSafeLink, isWebAddress } from '../../domain/html.ts';
import type { Mapping } from './mapping.ts';

export { isWebAddress };

/** Why an address is refused. */
export const NO_ADDRESS = 'must be a URL that begins with http:// or https://';

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
    width: fields.wholeNumber('width', 1),
    height: fields.wholeNumber('height', 1),
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
    width: fields.wholeNumber('width', 1),
    height: fields.wholeNumber('height', 1),
    mimeType: fields.text('type'),
  };
}
