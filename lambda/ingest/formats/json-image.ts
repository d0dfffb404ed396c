import type { Image } from '../../domain/body.ts';
import type { Mapping } from './mapping.ts';
import { isMediaAddress, MOST_PIXELS, NO_ADDRESS } from './picture-fields.ts';

/** A picture under the names of the API: `{ "url": …, "alternativeText": …, "focalPoint": { "x": 0.5, "y": 0.2 } }`. */
export function readImage(fields: Mapping): Image {
  const url = fields.needed('url');
  if (url && !isMediaAddress(url)) fields.fault('url', `${NO_ADDRESS}, or a path of the site`);
  return {
    url,
    alternativeText: fields.text('alternativeText'),
    caption: fields.text('caption'),
    creditText: fields.text('creditText'),
    width: fields.wholeNumber('width', 1, MOST_PIXELS),
    height: fields.wholeNumber('height', 1, MOST_PIXELS),
    focalPoint: fields.mapping('focalPoint', (point) => ({ x: point.number('x', 0, 1) ?? 0.5, y: point.number('y', 0, 1) ?? 0.5 })),
    renditions: [],
  };
}
