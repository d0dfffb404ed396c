import { describe, expect, it } from 'vitest';
import { blockText } from '../../../lambda/domain/body.ts';
import { identifiedConcept, namedConcept } from '../../../lambda/domain/concept.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import { wordpressRest } from '../../../lambda/ingest/formats/wordpress-rest.ts';

const SOURCE = 'sound';

/** A post as the REST interface answers it with `_embed`. */
const POST = {
  id: 12,
  date: '2026-11-02T22:00:00',
  date_gmt: '2026-11-02T21:00:00',
  modified: '2026-11-02T23:30:00',
  modified_gmt: '2026-11-02T22:30:00',
  guid: { rendered: 'https://sound.example/?post_type=post&#038;p=12' },
  slug: 'ferry-leaves',
  status: 'publish',
  type: 'post',
  link: 'https://sound.example/2026/11/ferry-leaves/',
  title: { rendered: 'Ferry leaves &#038; &amp;amp; returns' },
  content: { rendered: '<p>The ferry left.</p>\n<span id="more-12"></span>\n<p>It came\nback.</p>', protected: false },
  excerpt: { rendered: '<p>It left, and came back.</p>\n', protected: false },
  author: 7,
  featured_media: 40,
  sticky: true,
  format: 'aside',
  yoast_head: '<script>evil()</script>',
  _embedded: {
    author: [
      { id: 7, name: 'Hester Quayle', link: 'https://sound.example/author/hester/', slug: 'hester', email: 'hq@sound.example' },
      { id: 8, name: 'Odo Farran' },
      { code: 'rest_user_invalid_id', message: 'Invalid user ID.', data: { status: 404 } },
    ],
    'wp:featuredmedia': [
      {
        id: 40,
        media_type: 'image',
        mime_type: 'image/jpeg',
        source_url: 'https://sound.example/media/ferry.jpg',
        alt_text: 'A ferry in fog',
        caption: { rendered: '<p>The quay at <b>noon</b></p>' },
        media_details: {
          width: 1600,
          height: 900,
          sizes: {
            medium: {
              file: 'f.jpg',
              width: 300,
              height: 169,
              mime_type: 'image/jpeg',
              source_url: 'https://sound.example/media/ferry-300.jpg',
            },
            bad: { width: 10, height: 10, mime_type: 'image/jpeg', source_url: 'javascript:evil()' },
            full: { width: 1600, height: 900, mime_type: 'image/jpeg', source_url: 'https://sound.example/media/ferry.jpg' },
          },
        },
      },
    ],
    'wp:term': [
      [
        { id: 3, name: 'Ferries', slug: 'ferries', taxonomy: 'category', parent: 2 },
        { id: 2, name: 'Ships &amp; Quays', slug: 'ships', taxonomy: 'category', parent: 0 },
      ],
      [{ id: 9, name: 'Fog', slug: 'fog', taxonomy: 'post_tag' }],
    ],
  },
};

function read(post: unknown, wishes = {}) {
  const bytes = Buffer.from(JSON.stringify(post));
  return wordpressRest.read({ bytes, source: SOURCE, uri: 'x', wishes });
}

function only(said: object, wishes = {}) {
  const [article, ...others] = read({ ...POST, ...said }, wishes);
  if (article === undefined || others.length > 0) throw new Error('not one article');
  return article;
}

function faultsOf(post: unknown): string[] {
  try {
    read(post);
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
    throw error;
  }
  return [];
}

describe('a post of the REST interface', () => {
  it('is an article, field by field', () => {
    const { story, body, ...edition } = only({});
    expect(edition).toEqual({
      ...{ source: SOURCE, uri: 'https://sound.example/?post_type=post&p=12', version: Date.parse('2026-11-02T22:30:00Z') },
      ...{ versionCreated: '2026-11-02T22:30:00.000Z', firstCreated: null, firstPublished: '2026-11-02T21:00:00.000Z' },
      ...{ embargoedUntil: null, scheduledFor: null, expires: null, pubStatus: 'USABLE' },
    });
    expect(story).toMatchObject({
      headline: 'Ferry leaves & &amp; returns',
      abstract: 'It left, and came back.',
      path: '/2026/11/ferry-leaves',
      section: { slug: 'ferries', name: 'Ferries', parents: [{ slug: 'ships', name: 'Ships & Quays' }] },
      freeBlocks: 1,
      contributions: [
        { role: 'AUTHOR', person: identifiedConcept('Person', 'Hester Quayle', 'https://sound.example/author/hester/') },
        { role: 'AUTHOR', person: namedConcept('Person', 'Odo Farran', SOURCE) },
      ],
      about: [
        identifiedConcept('Topic', 'Ships & Quays', 'literal:sound:category:ships'),
        identifiedConcept('Topic', 'Fog', 'literal:sound:post_tag:fog'),
      ],
      image: {
        ...{
          url: 'https://sound.example/media/ferry.jpg',
          alternativeText: 'A ferry in fog',
          caption: 'The quay at noon',
          width: 1600,
          height: 900,
        },
        renditions: [{ name: 'medium', url: 'https://sound.example/media/ferry-300.jpg', width: 300, height: 169, mimeType: 'image/jpeg' }],
      },
    });
    expect(body?.blocks.map(blockText)).toEqual(['The ferry left.', 'It came back.']);
    expect(JSON.stringify({ story, body })).not.toMatch(/evil|hq@|Invalid user/);
  });

  it('is public only when it says so, and gone when it is in the trash', () => {
    const statusOf = (status: string | undefined) => only({ status }).pubStatus;
    expect(['publish', 'PUBLISH', 'draft', 'pending', 'private', 'archived', 'inherit', undefined, 'trash'].map(statusOf)).toEqual([
      ...['USABLE', 'USABLE', 'WITHHELD', 'WITHHELD', 'WITHHELD', 'WITHHELD', 'WITHHELD', 'WITHHELD', 'CANCELED'],
    ]);
    expect(['draft', 'archived', undefined].map((status) => only({ status }).takesBack)).toEqual([true, true, undefined]);
    expect(only({ status: 'trash' }).story).toBeNull();
    expect(only({ content: { rendered: '', protected: true } })).toMatchObject({ pubStatus: 'CANCELED', story: null });
    expect(only({ status: 'draft', title: null, content: { rendered: '' } })).toMatchObject({ pubStatus: 'CANCELED', story: null });
    expect(faultsOf({ ...POST, status: 'draft', title: null, guid: null, link: null })).toEqual([
      'document: guid: is missing, and so is the link: nothing says what this article is called',
    ]);
    expect(only({ status: 'future', date_gmt: '2030-01-01T00:00:00' })).toMatchObject({
      ...{ pubStatus: 'USABLE', scheduledFor: '2030-01-01T00:00:00.000Z', firstPublished: null },
    });
  });

  it('has dates in UTC, or in the zone that stands beside them', () => {
    expect(only({ date_gmt: null, gmt_offset: -3.5 }).firstPublished).toBe('2026-11-03T01:30:00.000Z');
    expect(only({ modified_gmt: null, gmt_offset: 1 }).version).toBe(Date.parse('2026-11-02T22:30:00Z'));
    expect(only({ status: 'draft', date_gmt: null }).pubStatus).toBe('WITHHELD');
    expect(faultsOf({ ...POST, date_gmt: null })).toEqual(['document: date: has no time zone; send date_gmt, or gmt_offset beside it']);
  });

  it('stands where its address says, or else by section, month and slug', () => {
    expect(only({ link: 'https://sound.example/?p=12' }).story?.path).toBe('/ferries/2026/11/ferry-leaves');
    expect(only({ link: 'https://sound.example/?p=12' }, { path: '/wished' }).story?.path).toBe('/wished');
    expect(only({ _embedded: null }).story?.section.name).toBe('News');
    expect(only({ _embedded: null }, { section: 'world' }).story?.section.slug).toBe('world');
  });

  it('has no excerpt where WordPress has cut one out of the content', () => {
    expect(only({ excerpt: { rendered: '<p>The ferry [&hellip;]</p>' } }).story?.abstract).toBeNull();
  });

  it.each<[string, object, string[]]>([
    [
      'no words',
      { content: { rendered: ' <!-- x --> ' }, title: null },
      ['document: title: is missing', 'document: content: holds no words'],
    ],
    [
      'no identity',
      { guid: null, link: null },
      ['document: guid: is missing, and so is the link: nothing says what this article is called'],
    ],
    ['another type', { type: 'page' }, ['document: type: is "page", and no article; "post" is']],
    [
      'a moment that is not said',
      { status: 'future', date_gmt: null, date: null },
      ['document: date_gmt: is missing; a post of the future says when it is to be published'],
    ],
    [
      'a day that does not exist',
      { date_gmt: '2026-02-30T00:00:00' },
      ['document: date_gmt: "2026-02-30T00:00:00" names a day or hour that does not exist'],
    ],
    [
      'words where an object should be',
      { content: 'x', _embedded: { 'wp:term': [[1]] } },
      [
        'document: _embedded: wp:term: entry 1, entry 1: must be a mapping, not the number 1',
        'document: content: must be a mapping, not the text x',
      ],
    ],
  ])('is refused for %s', (_, said, faults) => {
    expect(faultsOf({ ...POST, ...said })).toEqual(faults);
  });

  it('comes alone or in a list, and a list is refused with everything that is wrong in it', () => {
    expect(read([POST, { ...POST, guid: { rendered: 'urn:b' } }]).map(({ uri }) => uri)).toHaveLength(2);
    expect(faultsOf([POST, { ...POST, title: null }, 3])).toEqual([
      'document, entry 2: title: is missing',
      'document, entry 3: must be a JSON object',
    ]);
  });
});

describe('what plugins and PHP make of a post', () => {
  const media = (said: object) => {
    const [picture] = POST._embedded['wp:featuredmedia'];
    return { _embedded: { ...POST._embedded, 'wp:featuredmedia': [{ ...picture, ...said }] } };
  };
  const imageOf = (said: object) => only(said).story?.image;

  it('is a picture whatever is said of its sizes', () => {
    const url = 'https://sound.example/media/ferry.jpg';
    for (const details of [[], {}, { width: 0, height: 0, sizes: [] }]) {
      expect(imageOf(media({ media_details: details }))).toMatchObject({ url, width: null });
    }
    const small = { width: '300', height: '0', source_url: 'https://sound.example/media/ferry-300.jpg' };
    expect(imageOf(media({ media_details: { width: '1600', height: 900, sizes: { small } } }))).toMatchObject({
      ...{ width: 1600, height: 900, renditions: [{ name: 'small', width: 300, height: null }] },
    });
  });

  it('is the picture of Jetpack where none is embedded', () => {
    const url = 'https://sound.example/media/fog.jpg';
    expect(imageOf({ _embedded: undefined, jetpack_featured_media_url: url })).toMatchObject({ url });
    expect(imageOf({ _embedded: undefined, jetpack_featured_media_url: 'javascript:evil()' })).toBeNull();
    expect(imageOf({ jetpack_featured_media_url: url })).toMatchObject({ url: 'https://sound.example/media/ferry.jpg' });
  });

  it('is a language, where one says it', () => {
    const languageOf = (said: object) => only(said, { language: 'en-GB' }).story?.language;
    expect(languageOf({})).toBe('en-GB');
    expect(languageOf({ lang: 'de' })).toBe('de');
    expect(languageOf({ yoast_head_json: { og_locale: 'de_DE', title: 'x' } })).toBe('de-DE');
    expect(languageOf({ lang: 'no such language', yoast_head_json: {} })).toBe('en-GB');
    expect(faultsOf({ ...POST, lang: 'x'.repeat(300) })).toEqual([]);
  });

  it('is taken back when it asks for a password, as editors are shown it', () => {
    expect(read({ ...POST, password: 'tide' })[0]?.pubStatus).toBe('CANCELED');
    expect(read({ ...POST, password: '' })[0]?.pubStatus).toBe('USABLE');
  });
});
