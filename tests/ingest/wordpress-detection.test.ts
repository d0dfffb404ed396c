import { describe, expect, it } from 'vitest';
import { Refused } from '../../lambda/domain/fault.ts';
import { detectFormat } from '../../lambda/ingest/detect.ts';
import { FORMATS } from '../../lambda/ingest/formats.ts';
import { EXPORT_START, postItem } from '../support/wordpress-export.ts';

/** The format that a document is sure to be of; null when none is. */
function detected(document: string): string | null {
  try {
    return detectFormat(FORMATS, Buffer.from(document)).name;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

const rendered = (words: string) => ({ rendered: words });
const POST = { id: 1, type: 'post', status: 'publish', date_gmt: '2026-11-02T21:00:00', guid: rendered('https://sound.example/?p=1') };
const post = (other: object = {}) => ({ ...POST, title: rendered('Ferry'), content: rendered('<p>It left.</p>'), ...other });

describe('a document that nobody has named the format of', () => {
  it.each<[what: string, document: string]>([
    ['a post', JSON.stringify(post())],
    ['a list of posts', JSON.stringify([post(), post({ id: 2 })])],
    ['a post in the trash', JSON.stringify(post({ status: 'trash' }))],
    ['a post without dates', JSON.stringify(post({ date_gmt: undefined }))],
  ])('is of wordpress-rest: %s', (_, document) => {
    expect(detected(document)).toBe('wordpress-rest');
  });

  it.each<[what: string, document: string]>([
    ['an export', `${EXPORT_START}${postItem(1)}</channel></rss>`],
    ['an export of 1.0', `${EXPORT_START.replace('export/1.2/"', 'export/1.0/"')}</channel></rss>`],
    ['another prefix', `${EXPORT_START.replace('xmlns:wp=', 'xmlns:press=')}</channel></rss>`],
    ['notes above the root', EXPORT_START.replace('<rss', '<!-- This is a WordPress eXtended RSS file -->\n<!-- <p> > -->\n<rss')],
  ])('is of wordpress-wxr: %s', (_, document) => {
    expect(detected(document)).toBe('wordpress-wxr');
  });

  it.each<[what: string, document: string]>([
    ['a page', JSON.stringify(post({ type: 'page' }))],
    ['a post beside a page', JSON.stringify([post(), post({ type: 'page' })])],
    ['an empty list', '[]'],
    ['a post without words', JSON.stringify({ ...POST, title: rendered('Ferry') })],
    ['words that are not rendered', JSON.stringify(post({ content: '<p>It left.</p>' }))],
    ['a post of something else', JSON.stringify({ type: 'post', title: 'Ferry', content: 'It left.' })],
    ['a term', JSON.stringify({ id: 1, taxonomy: 'category', slug: 'news', name: 'News' })],
    [
      'a feed',
      '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel></channel></rss>',
    ],
    ['the namespace in words', '<rss version="2.0"><channel><title>xmlns:wp="http://wordpress.org/export/1.2/"</title></channel></rss>'],
    ['the namespace in a note', '<!-- <rss xmlns:wp="http://wordpress.org/export/1.2/"> --><feed/>'],
    ['another root', '<feed xmlns:wp="http://wordpress.org/export/1.2/"></feed>'],
    ['a note without an end', `<!--${'<!-- '.repeat(50_000)}`],
  ])('is of none: %s', (_, document) => {
    expect(detected(document)).toBeNull();
  });
});
