import type { Image } from '../domain/body.ts';
import { isWebAddress } from '../domain/html.ts';
import { element, type Markup, text } from './xml.ts';

export const MEDIA_NAMESPACE = 'http://search.yahoo.com/mrss/';

/** A picture in the words of Media RSS, which RSS and Atom share; null where its address leads nowhere. @see https://www.rssboard.org/media-rss */
export function mediaOf({ url, width, height, caption, creditText, alternativeText }: Image): Markup | null {
  if (!isWebAddress(url)) return null;
  return element(
    'media:content',
    { url, medium: 'image', width, height },
    text('media:description', caption ?? alternativeText),
    text('media:credit', creditText),
  );
}
