import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../lambda/domain/body.ts';
import { identifiedConcept, namedConcept } from '../../../lambda/domain/concept.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import { articleId } from '../../../lambda/domain/identity.ts';
import type { Sent } from '../../../lambda/ingest/format.ts';
import { ninjs } from '../../../lambda/ingest/formats/ninjs.ts';
import { BESIDE } from '../../../lambda/ingest/formats/ninjs-dialects.ts';

const SOURCE = 'wire';

function read(item: object, wishes: Sent['wishes'] = {}) {
  const [article] = ninjs.read({ bytes: Buffer.from(JSON.stringify(item)), source: SOURCE, uri: '', wishes });
  if (article === undefined || article.pubStatus === 'CANCELED') throw new Error('no story');
  return article;
}

function faultsOf(item: object, wishes: Sent['wishes'] = {}) {
  try {
    ninjs.read({ bytes: Buffer.from(JSON.stringify(item)), source: SOURCE, uri: '', wishes });
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
    throw error;
  }
  return [];
}

const THREE = {
  ...{ uri: 'urn:wire:1', type: 'text', version: '4', versionCreated: '2026-11-02T21:00:00Z', pubStatus: 'usable', urgency: 3 },
  ...{ by: 'By Hester Quayle', located: 'Port Sorrel', copyrightHolder: 'Wire', usageTerms: 'Not in print.', edNote: 'hold the line' },
  embargoedUntil: '2026-11-03T05:00:00Z',
  headlines: [
    { role: 'main', value: 'Harbour closes' },
    { role: 'short', value: 'Closed' },
  ],
  descriptions: [{ role: 'summary', value: 'It closed.' }],
  bodies: [
    { role: '', contentType: 'text/plain', value: 'Plain.', wordCount: 1 },
    { role: '', contentType: 'text/html', value: '<p>Rich.</p>' },
  ],
  people: [{ name: 'Ilse Marrin', rel: 'about', literal: 'staff:m1', contactInfo: [{ value: 'ilse@wire.example' }] }],
  subjects: [
    { name: 'Shipping', literal: 'medtop:20000337' },
    { name: 'Ports', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000338' },
  ],
  places: [{ name: 'Port Sorrel', literal: 'gaz:7' }],
  infoSources: [{ name: 'Wire' }],
  altIds: [{ role: 'path', value: '/world/harbour' }],
  genres: [{ name: 'Report', literal: 'report' }],
  rightsInfo: { linkedRights: 'https://wire.example/rights', langId: 'x' },
  associations: [
    {
      ...{ name: 'main', uri: 'urn:p:1', type: 'picture', copyrightHolder: 'Odo Farran' },
      renditions: [{ name: 'big', href: 'https://wire.example/1.jpg', contentType: 'image/jpeg', width: 800, height: 600, sizeInBytes: 9 }],
      descriptions: [{ role: 'caption', value: 'The harbour.' }],
    },
  ],
};

/** {@link THREE} as 2.2 writes it. */
const TWO = {
  ...{ uri: 'urn:wire:1', type: 'text', version: '4', versioncreated: '2026-11-02T21:00:00Z', pubstatus: 'usable', urgency: 3 },
  ...{ by: 'By Hester Quayle', located: 'Port Sorrel', copyrightholder: 'Wire', usageterms: 'Not in print.', ednote: 'hold the line' },
  embargoed: '2026-11-03T05:00:00Z',
  ...{ headlines: THREE.headlines, descriptions: THREE.descriptions, subjects: THREE.subjects, places: THREE.places, altids: THREE.altIds },
  bodies: [
    { role: '', contenttype: 'text/plain', value: 'Plain.', wordcount: 1 },
    { role: '', contenttype: 'text/html', value: '<p>Rich.</p>' },
  ],
  people: [{ name: 'Ilse Marrin', rel: 'about', literal: 'staff:m1', contactinfo: [{ value: 'ilse@wire.example' }] }],
  ...{ infosources: THREE.infoSources, genres: THREE.genres, rightsinfo: { linkedrights: 'https://wire.example/rights', langid: 'x' } },
  associations: [
    {
      ...{ name: 'main', uri: 'urn:p:1', type: 'picture', copyrightholder: 'Odo Farran' },
      renditions: [{ name: 'big', href: 'https://wire.example/1.jpg', contenttype: 'image/jpeg', width: 800, height: 600, sizeinbytes: 9 }],
      descriptions: [{ role: 'caption', value: 'The harbour.' }],
    },
  ],
};

/** {@link THREE} as 1.6 writes it. */
const ONE = {
  ...{ uri: 'urn:wire:1', type: 'text', version: '4', versioncreated: '2026-11-02T21:00:00Z', pubstatus: 'usable', urgency: 3 },
  ...{ byline: 'By Hester Quayle', located: 'Port Sorrel', copyrightholder: 'Wire', usageterms: 'Not in print.', ednote: 'hold the line' },
  embargoed: '2026-11-03T05:00:00Z',
  ...{ headline: 'Harbour closes', headline_short: 'Closed', description_summary: 'It closed.' },
  ...{ body_text: 'Plain.', body_xhtml: '<p>Rich.</p>', wordcount: 1 },
  person: [{ name: 'Ilse Marrin', rel: 'about', scheme: 'staff', code: 'm1', contactinfo: [{ value: 'ilse@wire.example' }] }],
  subject: [
    { name: 'Shipping', scheme: 'medtop', code: '20000337' },
    { name: 'Ports', scheme: 'http://cv.iptc.org/newscodes/mediatopic', code: '20000338' },
  ],
  place: [{ name: 'Port Sorrel', scheme: 'gaz', code: '7', geometry_point: { type: 'Point' } }],
  ...{ infosource: [{ name: 'Wire' }], genre: [{ name: 'Report', code: 'report' }], altids: { path: '/world/harbour' } },
  rightsinfo: { linkedrights: 'https://wire.example/rights', langid: 'x' },
  $standard: { name: 'ninjs', version: '1.6' },
  associations: {
    main: {
      ...{ uri: 'urn:p:1', type: 'picture', copyrightholder: 'Odo Farran', description_caption: 'The harbour.' },
      renditions: { big: { href: 'https://wire.example/1.jpg', mimetype: 'image/jpeg', width: 800, height: 600, sizeinbytes: 9 } },
    },
  },
};

describe('ninjs 1.x and 2.x', () => {
  it('say the same as 3.x in other names', () => {
    const three = read(THREE);
    expect(three.story.image).toMatchObject({ url: 'https://wire.example/1.jpg', caption: 'The harbour.', creditText: 'Odo Farran' });
    expect(three.body.blocks.map(blockText)).toEqual(['Rich.']);
    expect(read(TWO)).toEqual(three);
    expect(read(ONE)).toEqual(three);
  });

  it('are told by their keys where they do not say their version, and are then held to it', () => {
    expect(faultsOf({ ...TWO, versionCreated: '2026-11-02T21:00:00Z' })).not.toEqual([]);
    const { $standard, ...unsaid } = ONE;
    expect(read(unsaid)).toEqual(read(ONE));
    expect(faultsOf({ ...unsaid, pubStatus: 'usable', bodies: [] })).toEqual([
      'document: pubStatus: is not a known key; did you mean "pubstatus"?',
      expect.stringMatching(/^document: bodies: is not a known key/),
    ]);
  });

  it('are faulted in the words of their author', () => {
    expect(
      faultsOf({
        ...{ guid: 'urn:wire:1', headline: 'A', body_html: '<p>&#7;</p>', versioncreated: 'Monday', subject: [{ name: 5, code: '1' }] },
        associations: {
          main: { guid: 'urn:p', type: 'picture', renditions: { big: { href: 'https://wire.example/1.jpg', width: 'wide' } } },
        },
      }),
    ).toEqual([
      'document: versioncreated: "Monday" is no date and time such as 2022-09-16T10:00:00Z',
      'document: subject, entry 1: name: must be text, not the number 5; put it between quotation marks',
      'document: associations: main: renditions: big: width: must be a whole number from 1 to 2147483647',
      'document: body_html: holds the control character U+0007',
    ]);
  });

  it('have the scheme and the code of a topic apart where its uri ends in its literal, and where the scheme of 1.x is an address', () => {
    const of = (item: object) => read(item).story.about.map(({ scheme, code }) => [scheme, code]);
    const uri = 'http://wire.example/subref/16000000';
    expect(of({ ...THREE, people: [], subjects: [{ name: 'War', literal: '16000000', uri }] })).toEqual([
      ['http://wire.example/subref/', '16000000'],
    ]);
    expect(of({ ...THREE, people: [], subjects: [{ name: 'War', literal: '000', uri }] })).toEqual([[undefined, '000']]);
    expect(of({ ...ONE, person: [], subject: [{ name: 'War', code: '16000000', scheme: 'http://wire.example/subref/' }] })).toEqual([
      ['http://wire.example/subref/', '16000000'],
    ]);
  });

  it('are about what classifies them', () => {
    const { about } = read({ ...THREE, people: [], subjects: [{ name: 'War', literal: 'w', rel: 'classifies' }] }).story;
    expect(about.map(({ name }) => name)).toEqual(['War']);
  });

  it('give topics the scheme and code that their source gives them, and no other concept', () => {
    const { about, mentions } = read(ONE).story;
    const topics = about.filter(({ kind }) => kind === 'Topic');
    expect(topics.map(({ name, scheme, code }) => [name, scheme, code])).toEqual([
      ['Shipping', 'medtop', '20000337'],
      ['Ports', 'http://cv.iptc.org/newscodes/mediatopic/', '20000338'],
    ]);
    expect([...about, ...mentions].filter(({ kind, code }) => kind !== 'Topic' && code !== undefined)).toEqual([]);
  });
});

const DESK = {
  ...{ guid: 'urn:newsml:desk:1', type: 'text', version: '3', pubstatus: 'usable', headline: 'Harbour closes', language: 'en' },
  ...{ versioncreated: '2026-11-02T21:00:00+0000', firstpublished: '2026-11-02T20:00:00+0000', body_html: '<p>The harbour closed.</p>' },
};

function picture(id: string, more: object = {}) {
  const href = `https://desk.example/${id}.jpg`;
  return {
    guid: `urn:p:${id}`,
    type: 'picture',
    renditions: { original: { href, width: 1200, height: 800, mimetype: 'image/jpeg' } },
    ...more,
  };
}

function embed(id: string) {
  return `<!-- EMBED START Image {id: "${id}"} -->\n<figure><img src="https://desk.example/old.jpg"><figcaption>Old</figcaption></figure>\n<!-- EMBED END Image {id: "${id}"} -->`;
}

describe('an article of Superdesk', () => {
  it('has its items where its body points at them', () => {
    const body_html = `<p>One.</p>${embed('editor_0')}<p>Two.</p>${embed('editor_1')}<p>Three.</p>`;
    const { body, story } = read({
      ...DESK,
      body_html,
      associations: {
        featuremedia: picture('lead', { body_text: 'A harbour at dusk', description_text: 'The harbour.', byline: 'Odo Farran' }),
        editor_0: picture('quay', {
          headline: 'The quay',
          description_text: 'The quay at noon.',
          renditions: {
            original: {
              href: 'https://desk.example/quay.jpg',
              width: 1200,
              height: 800,
              mimetype: 'image/jpeg',
              poi: { x: 300, y: 600 },
              media: 'm1',
            },
            '4-3': {
              href: 'https://desk.example/quay-43.jpg',
              width: 800,
              height: 600,
              mimetype: 'image/jpeg',
              poi: { x: 200, y: 450 },
              media: 'm2',
            },
          },
        }),
        editor_1: null,
      },
    });
    expect(story.image).toMatchObject({
      ...{ url: 'https://desk.example/lead.jpg', alternativeText: 'A harbour at dusk', caption: 'The harbour.', creditText: 'Odo Farran' },
    });
    expect(body.blocks).toMatchObject([
      { kind: 'Paragraph', text: 'One.' },
      {
        kind: 'ImageBlock',
        image: {
          ...{
            url: 'https://desk.example/quay.jpg',
            caption: 'The quay at noon.',
            focalPoint: { x: 0.25, y: 0.75 },
            width: 1200,
            height: 800,
          },
          renditions: [{ name: '4-3', url: 'https://desk.example/quay-43.jpg', width: 800, height: 600, mimeType: 'image/jpeg' }],
        },
      },
      { kind: 'Paragraph', text: 'Two.' },
      { kind: 'ImageBlock', image: { url: 'https://desk.example/old.jpg', caption: 'Old' } }, // nothing came along: what stands there stays
      { kind: 'Paragraph', text: 'Three.' },
    ]);
  });

  it('loses an item that was withdrawn from its body, and not only from its associations', () => {
    const { body } = read({
      ...DESK,
      body_html: `<p>One.</p>${embed('editor_0')}`,
      associations: { editor_0: picture('quay', { pubstatus: 'canceled' }) },
    });
    expect(body.blocks.map(blockText)).toEqual(['One.']);
  });

  it('names its authors in the order of the byline, each by what tells namesakes apart', () => {
    const { contributions } = read({
      ...DESK,
      authors: [
        {
          name: 'Hester Quayle',
          role: 'writer',
          code: 'u-1',
          biography: '<p>Writes about boats.</p>',
          twitter: '@quayle',
          email: 'h@desk.example',
        },
        {
          name: 'Odo Farran',
          role: 'subeditor',
          user: 'u-2',
          avatar_url: 'https://desk.example/odo.jpg',
          jobtitle: { qcode: '1', name: 'Sub' },
        },
        { name: 'Hester Quayle', role: 'writer', code: 'u-3' },
        { name: 'Ilse Marrin', role: 'layout' },
      ],
    }).story;
    expect(contributions).toEqual([
      {
        role: 'AUTHOR',
        person: identifiedConcept('Person', 'Hester Quayle', 'author:wire:u-1'),
        links: [{ name: 'twitter', url: null }],
        note: 'Writes about boats.',
      },
      { role: 'EDITOR', person: identifiedConcept('Person', 'Odo Farran', 'author:wire:u-2'), links: [], note: null },
      { role: 'AUTHOR', person: identifiedConcept('Person', 'Hester Quayle', 'author:wire:u-3'), links: [], note: null },
      { role: 'CONTRIBUTOR', person: namedConcept('Person', 'Ilse Marrin', SOURCE), links: [], note: null },
    ]);
  });

  it('stands in its first category, is about the others, and keeps its first publication', () => {
    const { story, firstPublished } = read({
      ...DESK,
      service: [
        { code: 'f', name: 'Sea & Ships' },
        { code: 'g', name: 'Business' },
      ],
      subject: [{ code: '01001000', name: 'archaeology' }],
      keywords: ['harbour'],
      source: 'Desk',
    });
    expect(story.section).toEqual({ slug: 'sea-ships', name: 'Sea & Ships', parents: [] });
    expect(story.about.map(({ name, code }) => [name, code])).toEqual([
      ['archaeology', '01001000'],
      ['Business', 'g'],
    ]);
    expect(story.mentions.map(({ name }) => name)).toContain('harbour');
    expect(story).toMatchObject({ creditLine: 'Desk', path: '/sea-ships/2026/11/harbour-closes' });
    expect(firstPublished).toBe('2026-11-02T20:00:00.000Z');
  });

  it('says what a correction put right, and nothing of what is for editors', () => {
    const corrected = { ...DESK, correction_sequence: 1, ednote: 'CORRECTION: see the desk' };
    expect(read(corrected).story).toMatchObject({ corrections: [], versionNote: null });
    expect(
      read({ ...corrected, extra: { public_note: '<p>An earlier version named the wrong quay.</p>', secret: 'x' } }).story,
    ).toMatchObject({
      corrections: [{ date: '2026-11-02T21:00:00.000Z', text: 'An earlier version named the wrong quay.' }],
    });
    expect(read({ ...DESK, public_note: 'More from the inquiry.' }).story).toMatchObject({
      ...{ corrections: [], versionNote: 'More from the inquiry.' },
    });
    expect(
      read({ ...DESK, signal: [{ code: 'sig:correction', name: 'Correction' }], public_note: 'Wrong quay.' }).story.corrections,
    ).toHaveLength(1);
  });

  it('keeps what is said of its words behind its body', () => {
    const { body } = read({ ...DESK, annotations: [{ id: 1, type: 'regular', body: '<p>A quay is a <b>landing</b>.</p>' }] });
    expect(body.blocks).toMatchObject([{ kind: 'Paragraph' }, { kind: 'UnknownBlock', name: 'annotation', text: 'A quay is a landing.' }]);
  });

  it('that was told anew from another one points at it, and is an article of its own', () => {
    const { story, uri } = read({ ...DESK, guid: 'urn:newsml:desk:2', evolvedfrom: 'urn:newsml:desk:1' });
    expect(uri).toBe('urn:newsml:desk:2');
    expect(story.related).toEqual([{ article: articleId(SOURCE, 'urn:newsml:desk:1'), label: null, rewrites: true }]);
  });

  it('cannot be made slow by comments that never end', () => {
    const body_html = `<p>One.</p>${'<!-- EMBED START Image {id: "editor_0"} -->'.repeat(20_000)}`;
    expect(read({ ...DESK, body_html, associations: { editor_0: picture('quay') } }).body.blocks.map(blockText)[0]).toBe('One.');
  });
});

describe('what a source calls an article and its versions', () => {
  it.each([
    ['https://api.example/content/b2b6?qt=H1K&et=0a1aza3c0', 'https://api.example/content/b2b6'],
    ['https://api.example/content/b2b6?qt=other&id=7&utm_source=x', 'https://api.example/content/b2b6?id=7'],
    ['https://blog.example/?p=123', 'https://blog.example/?p=123'],
    ['urn:x?qt=1', 'urn:x?qt=1'],
  ])('%s loses only what changes from one fetch to the next', (uri, stable) => {
    expect(read({ ...THREE, uri }).uri).toBe(stable);
  });

  it.each<[version: unknown, number: number | null]>([
    ['7', 7],
    [7, 7],
    ['0007', 7],
    ['2026-11-02T21:00:00Z', Date.parse('2026-11-02T21:00:00Z')],
    ['20261102T210000+0100', Date.parse('2026-11-02T20:00:00Z')],
    ['2026-11-02', Date.parse('2026-11-02T00:00:00Z')],
    ['', null],
  ])('version %j is %j', (version, number) => {
    expect(read({ ...THREE, version }).version).toBe(number);
  });

  it.each(['v3', '1.2', '-1', '99999999999999999', 1.5])('version %j is refused, for nothing says what comes after it', (version) => {
    expect(faultsOf({ ...THREE, version })).toEqual([expect.stringMatching(/^document: version: /)]);
  });

  it('keeps language variants apart where the source says that they share a uri, and then needs a language', () => {
    const variants = 'language';
    expect(read({ ...THREE, language: 'de-at' }, { variants }).uri).toBe('urn:wire:1|de-AT');
    expect(read({ ...THREE, language: 'fr' }, { variants }).uri).toBe('urn:wire:1|fr');
    expect(read({ ...THREE, language: 'fr' }, { variants }).story.translationGroup).toBe('urn:wire:1');
    expect(read({ ...THREE, language: 'fr' }).uri).toBe('urn:wire:1');
    expect(faultsOf({ uri: 'urn:wire:1', pubStatus: 'canceled' }, { variants })).toEqual([
      expect.stringMatching(/^document: language: is missing/),
    ]);
  });

  it('takes the words for a withdrawal that are in use, and no others', () => {
    const [killed] = ninjs.read({ bytes: Buffer.from('{"guid":"urn:1","pubstatus":"Cancelled"}'), source: SOURCE, uri: '', wishes: {} });
    expect(killed?.pubStatus).toBe('CANCELED');
    expect(read({ ...THREE, pubStatus: undefined }).pubStatus).toBe('USABLE');
    expect(faultsOf({ ...THREE, pubStatus: 'gone' })).toEqual([expect.stringMatching(/^document: pubStatus: "gone" is none of/)]);
  });
});

it('has no key of Superdesk that docs/integrate.md does not speak of', () => {
  const page = readFileSync(`${import.meta.dirname}/../../../docs/integrate.md`, 'utf8').split('| key of Superdesk | | |')[1] ?? '';
  const told = page
    .split('\n')
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([\w.]+)(?:\.\*)?`/g)].map(([, key = '']) => key));
  expect(BESIDE.length).toBeGreaterThan(20);
  expect(BESIDE.filter((key) => !told.includes(key))).toEqual([]);
});

describe("a key of Superdesk's that nobody knows", () => {
  it("is a desk's own, and is left out with a warning, wherever it stands", () => {
    const own = { task: { user: 'u-1' }, subject: [{ code: '04000000' }], authors: [{ name: 'A', salary: 1 }] };
    const [article] = ninjs.read({ bytes: Buffer.from(JSON.stringify({ ...DESK, ...own })), source: SOURCE, uri: '', wishes: {} });
    expect(article?.warnings).toEqual([
      'document: authors, entry 1: salary is not a known key, and is left out',
      'document: subject, entry 1: name is missing, so that nothing of this entry can be shown',
      'document: task is not a known key, and is left out',
    ]);
    expect(JSON.stringify({ ...article, warnings: null })).not.toMatch(/u-1|salary|04000000/);
  });

  it('is refused where it is a slip of the hand: a kill must not be passed over', () => {
    for (const slip of ['pubStatus', 'pub_status', 'pubstatuss', 'embargoedd', 'Embargoed'])
      expect(faultsOf({ ...DESK, [slip]: 'canceled' }), slip).toEqual([
        expect.stringContaining(`${slip}: is not a known key; did you mean`),
      ]);
  });

  it('is no slip where the right key stands beside it and is of another kind', () => {
    const item = { ...DESK, byline: 'Hester Quayle', bylines: [{ byline: 'Hester Quayle', email: 'hq@wire.example' }] };
    expect(faultsOf(item)).toEqual([]);
    expect(JSON.stringify(read(item).story)).not.toContain('hq@');
    expect(faultsOf({ ...DESK, byline: undefined, bylines: 'Hester Quayle' })).toEqual([
      expect.stringContaining('bylines: is not a known key; did you mean'),
    ]);
  });

  it('is refused in ninjs that is not of Superdesk', () => {
    const { guid, ...others } = { guid: '', uri: 'urn:x', headline: 'A', body_html: '<p>Words.</p>', task: 1 };
    expect(faultsOf(others)).toEqual([expect.stringMatching(/^document: task: is not a known key/)]);
  });
});

it('takes what PHP writes for nothing: an empty list in the place of a mapping', () => {
  const item = {
    guid: 'urn:wire:php',
    headline: 'Harbour closes',
    body_html: '<p>It closed.</p>',
    extra: [],
    renditions: [],
    associations: [],
    genre: null,
  };
  expect(read(item).story.headline).toBe('Harbour closes');
  expect(faultsOf({ ...item, extra: ['x'] })).toEqual(['document: extra: must be a mapping, not a list']);
});

it('tells authors of one name apart by their uri', () => {
  const personOf = (uri: string) =>
    read({ guid: 'urn:wire:a', headline: 'H', body_html: '<p>x</p>', authors: [{ name: 'Hester Quayle', uri }] }).story.contributions[0]
      ?.person;
  expect(personOf('urn:desk:user:1')).toEqual(identifiedConcept('Person', 'Hester Quayle', `author:${SOURCE}:urn:desk:user:1`));
});

it('does not show readers how a field of Superdesk calls its places', () => {
  const associations = { 'see_also--1': { guid: 'urn:wire:b', type: 'text' }, background: { guid: 'urn:wire:c', type: 'text' } };
  const { related } = read({ guid: 'urn:wire:a', headline: 'H', body_html: '<p>x</p>', associations }).story;
  expect(related.map(({ label }) => label)).toEqual([null, 'background']);
});

it('has the widest file of a video that every browser plays, and the widest of its stills', () => {
  const file = (name: string, mimetype: string, width?: number) => [
    name,
    { href: `https://wire.example/${name}`, mimetype, ...(width ? { width } : {}) },
  ];
  const renditions = Object.fromEntries([
    ...[file('small.jpg', 'image/jpeg', 72), file('wide.jpg', 'image/jpeg', 640), file('fog.wmv', 'video/x-ms-wmv', 900)],
    ...[file('fog.mp4', 'video/mp4'), file('fog-480.mp4', 'video/mp4', 480)],
  ]);
  const item = {
    guid: 'urn:wire:a',
    headline: 'H',
    body_html: '<p>x</p>',
    associations: { fog: { guid: 'urn:wire:v', type: 'video', renditions } },
  };
  expect(read(item).body.blocks.at(-1)).toMatchObject({
    video: { url: 'https://wire.example/fog-480.mp4', mimeType: 'video/mp4', poster: { url: 'https://wire.example/wide.jpg', width: 640 } },
  });
});

it('has the still of a video whose files do not say their type', () => {
  const renditions = {
    original: { href: 'https://wire.example/fog.mp4', width: 640 },
    thumbnail: { href: 'https://wire.example/fog.jpg?w=60' },
  };
  const item = {
    guid: 'urn:wire:a',
    headline: 'H',
    body_html: '<p>x</p>',
    associations: { embedded1: { guid: 'urn:wire:v', type: 'video', renditions } },
  };
  expect(read(item).body.blocks.at(-1)).toMatchObject({
    video: { url: 'https://wire.example/fog.mp4', poster: { url: 'https://wire.example/fog.jpg?w=60' } },
  });
});

it('takes lists of words for 2.x, and tells of a key of 1.x beside them', () => {
  const item = {
    uri: 'urn:wire:a',
    versioncreated: '2026-11-02T21:00:00Z',
    headlines: [{ value: 'H' }],
    bodies: [{ value: 'x' }],
    byline: 'Hester Quayle',
  };
  expect(faultsOf(item)).toEqual([expect.stringMatching(/^document: byline: is not a known key/)]);
});

it('reads capitals as those of 3.x, also where the document says 2.x; small letters beside them are refused', () => {
  const { embargoedUntil: _, ...three } = THREE;
  const item = { ...three, standard: { name: 'ninjs', version: '2.2' } };
  expect(read(item)).toEqual(read({ ...three, standard: { name: 'ninjs', version: '3.0' } }));
  expect(faultsOf({ ...item, usageTerms: undefined, usageterms: 'x' }).length).toBeGreaterThan(0);
});
