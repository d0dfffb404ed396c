import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blockText } from '../../../lambda/domain/body.ts';
import { identifiedConcept, namedConcept } from '../../../lambda/domain/concept.ts';
import { ArticleTooLarge, Refused } from '../../../lambda/domain/fault.ts';
import { articleId } from '../../../lambda/domain/identity.ts';
import type { Sent } from '../../../lambda/ingest/format.ts';
import { ninjs } from '../../../lambda/ingest/formats/ninjs.ts';

const SOURCE = 'wire';

const SMALLEST = { uri: 'urn:wire:1', headlines: [{ value: 'Harbour closes' }], bodies: [{ value: 'The harbour closed.' }] };

function read(item: unknown, wishes: Sent['wishes'] = {}) {
  const bytes = typeof item === 'string' ? Buffer.from(item) : Buffer.from(JSON.stringify(item));
  const [article] = ninjs.read({ bytes, source: SOURCE, uri: 'a.ninjs.json', wishes });
  if (article === undefined) throw new Error('no article');
  return article;
}

/** An item with what a test says of it, beside what every article needs. */
function usable(item: object, wishes?: Sent['wishes']) {
  const article = read({ ...SMALLEST, ...item }, wishes);
  if (article.pubStatus === 'CANCELED') throw new Error('canceled');
  return article;
}

function faultsOf(item: unknown) {
  try {
    read(item);
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
    throw error;
  }
  return [];
}

describe('an item of ninjs', () => {
  it('needs a uri, a headline and a body, and nothing else', () => {
    const { story, body, ...edition } = usable({});
    expect(edition).toEqual({
      ...{ source: SOURCE, uri: 'urn:wire:1', version: null, versionCreated: null, firstCreated: null, firstPublished: null },
      ...{ embargoedUntil: null, scheduledFor: null, expires: null, pubStatus: 'USABLE' },
    });
    expect(story).toMatchObject({
      headline: 'Harbour closes',
      language: 'en',
      section: { slug: 'news' },
      path: '/news/harbour-closes',
      wordCount: 3,
    });
    expect(body.blocks).toMatchObject([{ kind: 'Paragraph', text: 'The harbour closed.' }]);
  });

  it('gives each of its keys its place', () => {
    const { story, ...edition } = usable({
      ...{ type: 'text', version: '7', firstCreated: '2026-11-02T20:00:00+01:00', versionCreated: '2026-11-02T21:00:00Z' },
      ...{ embargoedUntil: '2026-11-03T05:00:00Z', expires: '2027-11-03T05:00:00Z', pubStatus: 'withheld', language: 'de-at' },
      headlines: [
        { role: 'seo', value: 'Port Sorrel harbour' },
        { role: 'main', contentType: 'text/html', value: 'Harbour <b>closes</b> &amp; stays so' },
        { role: 'kicker', value: 'The Sound' },
        { role: 'short', value: 'Closed' },
      ],
      descriptions: [
        { role: 'summary', value: 'It closed.' },
        { role: 'standfirst', value: 'For three days' },
      ],
      ...{ by: 'By Hester Quayle', located: 'Port Sorrel', copyrightHolder: 'Wire', usageTerms: 'Not in print.' },
      rightsInfo: { linkedRights: 'https://wire.example/rights', langId: 'urn:x', encodedRights: 'x' },
      infoSources: [{ name: 'Wire', role: 'x' }, { name: 'Desk' }],
      genres: [{ uri: 'urn:g' }, { name: 'Report' }],
      altIds: [
        { role: 'path', value: '/world/harbour/' },
        { role: 'translations', value: 'harbour' },
        { role: 'guid', value: '1' },
      ],
      subjects: [
        { name: 'World', rel: 'section' },
        { name: 'Night Boats', rel: 'series' },
      ],
      digitalSourceType: { uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation', name: 'Made' },
    });
    expect(edition).toMatchObject({
      ...{ version: 7, firstCreated: '2026-11-02T19:00:00.000Z', versionCreated: '2026-11-02T21:00:00.000Z', pubStatus: 'WITHHELD' },
      ...{ embargoedUntil: '2026-11-03T05:00:00.000Z', expires: '2027-11-03T05:00:00.000Z' },
    });
    expect(story).toMatchObject({
      ...{ headline: 'Harbour closes & stays so', kicker: 'The Sound', abstract: 'It closed.', standfirst: { text: 'For three days' } },
      headlines: [
        { role: 'SHORT', text: 'Closed' },
        { role: 'SEARCH', text: 'Port Sorrel harbour' },
      ],
      ...{ byline: 'By Hester Quayle', located: 'Port Sorrel', copyrightNotice: 'Wire', creditLine: 'Wire, Desk', genre: 'Report' },
      usageTerms: 'Not in print. https://wire.example/rights',
      ...{ language: 'de-AT', path: '/world/harbour', translationGroup: 'harbour', digitalSourceType: 'digitalCreation' },
      ...{ section: { slug: 'world', name: 'World', parents: [] }, series: { slug: 'night-boats', name: 'Night Boats' } },
    });
    expect(JSON.stringify(story)).not.toContain('guid');
  });

  it('is about subjects, mentions everybody else, and was made by whoever has a part in it', () => {
    const { story } = usable({
      people: [
        { name: 'Hester Quayle', rel: 'http://cv.example/rel/author', uri: 'urn:p:quayle' },
        { name: 'Ilse Marrin', rel: 'about', literal: 'm1' },
        { name: 'Odo Farran', contactInfo: [{ value: 'odo@wire.example' }] },
      ],
      organisations: [{ name: 'Teller Line', uri: 'https://wire.example/o/teller' }],
      places: [{ name: 'Port Sorrel', rel: 'mentions' }],
      events: [{ name: 'Flood', rel: 'main', id: 'e1' }],
      subjects: [{ name: 'Shipping', uri: 'urn:t:shipping' }],
      objects: [{ name: 'Night boat' }],
    });
    expect(story.contributions).toEqual([
      { role: 'AUTHOR', person: identifiedConcept('Person', 'Hester Quayle', 'urn:p:quayle'), links: [], note: null },
    ]);
    expect(story.about).toEqual([
      identifiedConcept('Person', 'Ilse Marrin', 'literal:wire:m1'),
      namedConcept('NewsEvent', 'Flood', SOURCE),
      identifiedConcept('Topic', 'Shipping', 'urn:t:shipping'),
    ]);
    expect(story.mentions).toEqual([
      namedConcept('Person', 'Odo Farran', SOURCE),
      identifiedConcept('Organization', 'Teller Line', 'https://wire.example/o/teller'),
      namedConcept('Place', 'Port Sorrel', SOURCE),
      namedConcept('Topic', 'Night boat', SOURCE),
    ]);
    expect(JSON.stringify(story)).not.toContain('odo@');
  });

  it('is read from the best of its bodies', () => {
    const texts = (...bodies: object[]) => usable({ bodies }).body.blocks.map(blockText);
    const plain = { role: 'main', contentType: 'text/plain', value: 'Plain <p>.' };
    expect(texts(plain, { role: 'rich', contentType: 'text/html; charset=utf-8', value: '<p>Rich &amp;amp;</p>' })).toEqual(['Rich &amp;']);
    expect(texts({ contentType: 'text/html', value: '<p>A' }, { role: 'main', contentType: 'text/html', value: '<p>B' })).toEqual(['B']);
    expect(texts({ contentType: 'application/xml', value: '<x/>' }, plain)).toEqual(['Plain <p>.']);
    expect(texts({ role: 'richtext', value: 'a &lt; b' })).toEqual(['a < b']);
    expect(texts({ value: '<p>a &lt; b</p>' })).toEqual(['a < b']);
    expect(texts({ value: 'a &lt; b\n\nc\nd\n \ne' })).toEqual(['a &lt; b', 'c\nd', 'e']);
    expect(texts({ value: 'one\ntwo' })).toEqual(['one', 'two']);
  });

  it('does not begin with its headline twice', () => {
    const blocksOf = (value: string) => usable({ bodies: [{ contentType: 'text/html', value }] }).body.blocks.map(blockText);
    expect(blocksOf('<h1>Harbour closes</h1><p>Words.</p>')).toEqual(['Words.']);
    expect(blocksOf('<h1>Harbour opens</h1><p>Words.</p>')).toEqual(['Harbour opens', 'Words.']);
    expect(blocksOf('<p>Words.</p><h2>Harbour closes</h2>')).toEqual(['Words.', 'Harbour closes']);
    expect(blocksOf('<h1>Harbour closes</h1>')).toEqual(['Harbour closes']);
  });

  it('has quotations, with the identity that the item gives to whom it names', () => {
    const value =
      '<p>“We shall close it,” said Ilse Marrin.</p><blockquote><p>Never.</p><footer>Ilse Marrin, at Flood</footer></blockquote>';
    const { quotations } = usable({
      bodies: [{ contentType: 'text/html', value }],
      people: [{ name: 'Ilse Marrin', uri: 'urn:p:marrin' }],
      events: [{ name: 'Flood', uri: 'urn:e:flood' }],
    }).body;
    const agent = identifiedConcept('Person', 'Ilse Marrin', 'urn:p:marrin');
    expect(quotations).toMatchObject([
      { text: 'We shall close it,', assertedBy: 'MACHINE', speaker: { agent } },
      { text: 'Never.', assertedBy: 'SOURCE', speaker: { agent }, recordedAt: identifiedConcept('NewsEvent', 'Flood', 'urn:e:flood') },
    ]);
  });

  it('is withdrawn by a status and a uri', () => {
    expect(read({ uri: 'urn:wire:1', version: '3', pubStatus: 'canceled' })).toMatchObject({
      pubStatus: 'CANCELED',
      version: 3,
      story: null,
      body: null,
    });
  });

  it('counts an instant as its version by its milliseconds, and takes what its sender wishes for the rest', () => {
    const article = usable(
      { version: '1970-01-01T00:00:01+00:00' },
      { section: 'world', published: '2020-01-01T00:00:00.000Z' as never, language: 'fr' },
    );
    expect(article).toMatchObject({ version: 1000, firstPublished: '2020-01-01T00:00:00.000Z' });
    expect(article.story).toMatchObject({ language: 'fr', path: '/world/2020/01/harbour-closes' });
  });
});

describe('what comes along with an item of ninjs', () => {
  const sized = (name: string, width: number, more: object = {}) => ({
    ...{ name, href: `https://wire.example/${name}.jpg`, contentType: 'image/jpeg', width, height: width / 2 },
    ...more,
  });
  const picture = (name: string, more: object = {}) => ({
    name,
    uri: `urn:wire:${name}`,
    type: 'picture',
    renditions: [sized(name, 800)],
    ...more,
  });

  it('is its picture, in the widest of its renditions', () => {
    const { story, body } = usable({
      associations: [
        picture('other'),
        picture('featureimage', {
          renditions: [sized('small', 400), sized('large', 2000, { poi: { x: 500, y: 1000 } }), { name: 'print' }],
          descriptions: [
            { role: 'caption', value: 'The quay' },
            { role: 'altText', value: 'A quay' },
          ],
          by: 'K. Brandreth',
        }),
      ],
    });
    expect(story.image).toEqual({
      ...{
        url: 'https://wire.example/large.jpg',
        alternativeText: 'A quay',
        caption: 'The quay',
        creditText: 'K. Brandreth',
        width: 2000,
        height: 1000,
      },
      focalPoint: { x: 0.25, y: 1 },
      renditions: [{ name: 'small', url: 'https://wire.example/small.jpg', width: 400, height: 200, mimeType: 'image/jpeg' }],
    });
    expect(body.blocks.slice(1)).toMatchObject([{ kind: 'ImageBlock', image: { url: 'https://wire.example/other.jpg' } }]);
  });

  it('is a gallery, a video, a sound, a related article, an event', () => {
    const { story, body } = usable({
      associations: [
        ...[picture('lead'), picture('gallery-1'), picture('two', { rel: 'gallery' })],
        {
          name: 'film',
          uri: 'urn:v',
          type: 'video',
          title: 'Film',
          renditions: [sized('still', 640), { name: 'hd', href: '/v.mp4', contentType: 'video/mp4', duration: 12.5 }],
        },
        { name: 'song', uri: 'urn:a', type: 'audio', renditions: [{ name: 'mp3', href: 'https://wire.example/s.mp3' }] },
        { name: 'more', uri: 'urn:wire:2', type: 'text', title: 'The second story' },
        { name: 'Hearing', uri: 'urn:e:hearing', type: 'event' },
        { name: 'part', uri: 'urn:x', type: 'component' },
      ],
    });
    expect(body.blocks.slice(1)).toMatchObject([
      { kind: 'GalleryBlock', images: [{ url: 'https://wire.example/gallery-1.jpg' }, { url: 'https://wire.example/two.jpg' }] },
      {
        kind: 'VideoBlock',
        video: { url: '/v.mp4', mimeType: 'video/mp4', duration: 13, caption: 'Film', poster: { url: 'https://wire.example/still.jpg' } },
      },
      { kind: 'Embed', url: 'https://wire.example/s.mp3', text: 'song' },
    ]);
    expect(story.related).toEqual([{ article: articleId(SOURCE, 'urn:wire:2'), label: 'The second story' }]);
    expect(story.mentions).toEqual([identifiedConcept('NewsEvent', 'Hearing', 'urn:e:hearing')]);
  });

  it('is in all its sizes where the body shows it in one of them, and is described as the body does', () => {
    const figure = '<figure><img src="https://wire.example/small.jpg" alt="A quay"><figcaption>Here</figcaption></figure>';
    const { body } = usable({
      bodies: [{ contentType: 'text/html', value: `<p>Words.</p>${figure}<img src="https://wire.example/elsewhere.jpg" width="300">` }],
      associations: [
        picture('one', {
          renditions: [sized('large', 2000, { poi: { x: 500, y: 500 } }), sized('small', 400)],
          descriptions: [{ role: 'caption', value: 'The quay' }],
          by: 'K. Brandreth',
        }),
      ],
    });
    expect(body.blocks).toMatchObject([
      { kind: 'Paragraph' },
      {
        image: {
          ...{ url: 'https://wire.example/large.jpg', width: 2000, height: 1000, focalPoint: { x: 0.25, y: 0.5 } },
          ...{ alternativeText: 'A quay', caption: 'Here', creditText: 'K. Brandreth' },
          renditions: [{ name: 'small', url: 'https://wire.example/small.jpg', width: 400 }],
        },
      },
      { image: { url: 'https://wire.example/elsewhere.jpg', width: 300, renditions: [] } },
    ]);
    expect(body.blocks).toHaveLength(3);
  });

  it('does not follow the body where it stands in it, and is left out where it must not be shown', () => {
    const value = '<p>Words.</p><img src="https://wire.example/two.jpg">';
    const { story, body } = usable({
      bodies: [{ contentType: 'text/html', value }],
      associations: [
        picture('killed', { pubStatus: 'canceled' }),
        picture('held', { pubStatus: 'withheld' }),
        picture('one'),
        picture('two'),
      ],
    });
    expect(story.image?.url).toBe('https://wire.example/one.jpg');
    expect(body.blocks.map(({ kind }) => kind)).toEqual(['Paragraph', 'ImageBlock']);
    expect(JSON.stringify({ story, body })).not.toMatch(/killed|held/);
  });

  it('cannot be embargoed longer than its article', () => {
    const associations = [picture('late', { embargoedUntil: '2026-11-03T05:00:00Z' })];
    const reason = 'document: associations, entry 1: embargoedUntil: is later than that of the article, and nothing would hold it back';
    expect(faultsOf({ ...SMALLEST, associations })).toEqual([reason]);
    expect(faultsOf({ ...SMALLEST, associations, embargoedUntil: '2026-11-03T04:59:59Z' })).toEqual([reason]);
    expect(faultsOf({ ...SMALLEST, associations, embargoedUntil: '2026-11-03T05:00:00Z' })).toEqual([]);
  });
});

describe('an item of ninjs that is refused', () => {
  it('says everything that is wrong with it at once, each with its place', () => {
    expect(
      faultsOf({
        ...{
          version: '1.2',
          versioncreated: '2026-11-02T21:00:00Z',
          versionCreated: '2026-11-02T21:00:00',
          type: 'text',
          pubStatus: 'gone',
        },
        ...{ representationType: 'partial', standard: { name: 'ninjs', version: '4.0' }, language: 'en_GB' },
        ...{ headlines: [{ role: 'short', value: 'A' }], bodies: [{ contentType: 'text/html', value: '<script>x</script>' }] },
        people: [{ uri: 'urn:p' }, 7],
        associations: [{ name: 'a', type: 'picture', renditions: [{ href: '/a.jpg', width: -1 }] }],
        altIds: [{ role: 'path', value: 'world' }],
        random: 1,
      }),
    ).toEqual([
      'document: standard: version: is "4.0"; ninjs 1 to 3 are read',
      'document: uri: is missing',
      'document: version: "1.2" is neither a whole number nor an instant such as 2022-09-16T10:00:00Z',
      'document: versionCreated: "2026-11-02T21:00:00" has no time zone; write it in full, such as 2026-11-02T21:00:00Z',
      expect.stringMatching(/^document: pubStatus: "gone" is none of usable/),
      'document: representationType: is "partial", and would take the place of the whole article',
      'document: language: "en_GB" is no language tag such as en, de-AT or ar',
      'document: altIds, entry 1: value: "world" does not begin with "/"',
      'document: people, entry 1: name: is missing',
      'document: people, entry 2: must be a mapping, not the number 7',
      'document: associations, entry 1: renditions, entry 1: name: is missing',
      'document: associations, entry 1: renditions, entry 1: width: must be a whole number from 1 to 2147483647',
      'document: associations, entry 1: uri: is missing',
      'document: versioncreated: is not a known key; did you mean "versionCreated"?',
      expect.stringMatching(/^document: random: is not a known key/),
      'document: headlines: hold no main headline',
      'document: bodies, entry 1: value: holds no words',
    ]);
  });

  it.each<[what: string, item: unknown, faults: unknown[]]>([
    ['is a picture', { ...SMALLEST, type: 'picture' }, ['document: type: is "picture", and no article; text and composite are']],
    [
      'is of no type of the standard',
      { ...SMALLEST, type: 'pictur' },
      [expect.stringMatching(/^document: type: "pictur" is none of text/)],
    ],
    ['is an event', { ...SMALLEST, type: 'event' }, ['document: type: is "event", and no article; text and composite are']],
    ['is no JSON', '{"uri": ', [expect.stringMatching(/^document: is no JSON: /)]],
    ['is a list', [SMALLEST], ['document: must be a JSON object']],
    ['has no body', { ...SMALLEST, bodies: [] }, ['document: bodies: are missing; an article has at least one']],
    [
      'has a body of another kind only',
      { ...SMALLEST, bodies: [{ contentType: 'application/xml', value: '<x/>' }] },
      ['document: bodies: are neither text/html, application/xhtml+xml nor text/plain'],
    ],
    ['holds a control character by an escape', { ...SMALLEST, by: '\u0007' }, ['document: by: holds the control character U+0007']],
    [
      'holds one by an entity',
      { ...SMALLEST, bodies: [{ value: '<p>&#7;</p>' }] },
      ['document: bodies, entry 1: value: holds the control character U+0007'],
    ],
    [
      'holds half a character',
      '{"uri": "\\ud83d"}',
      [expect.stringContaining('document: uri: holds half a character'), expect.anything(), expect.anything()],
    ],
  ])('because it %s says where', (_, item, faults) => {
    expect(faultsOf(item)).toEqual(faults);
  });

  it('because of its size is too large, and not merely wrong', () => {
    const bodies = [{ value: `${'Words of a body. '.repeat(3000)}\n\n`.repeat(50) }];
    expect(() => read({ ...SMALLEST, bodies })).toThrow(ArticleTooLarge);
    expect(() => read(' '.repeat(7 * 1024 * 1024))).toThrow(ArticleTooLarge);
  });
});

const folder = `${import.meta.dirname}/../../../../shared/data/iptc-ninjs`;

describe.skipIf(!existsSync(folder))('the ninjs of the standard itself (its schema and examples lie beside the repository)', () => {
  type Schema = {
    $ref?: string;
    type?: string;
    enum?: string[];
    format?: string;
    pattern?: string;
    items?: Schema;
    properties?: Record<string, Schema>;
  };
  const schema = folder ? JSON.parse(readFileSync(`${folder}/specification/ninjs-schema_3.1.json`, 'utf8')) : {};
  const propertiesOf = ({ $ref = '', properties = {} }: Schema): Record<string, Schema> => ({
    ...(schema.$defs[$ref.replace('#/$defs/', '')]?.properties ?? {}),
    ...properties,
  });
  const inside = (of: Schema): Schema => of.items ?? of;

  function keysOf(of: Schema, before = ''): string[] {
    return Object.entries(propertiesOf(of)).flatMap(([key, value]) => [
      `${before}${key}`,
      ...(key === 'associations' ? ['associations.name', 'associations.rel'] : keysOf(inside(value), `${before}${key}.`)),
    ]);
  }

  /** A value that the schema allows, with every key that it allows. */
  function everything(of: Schema, key: string, depth = 0): unknown {
    const target = { ...(schema.$defs[(of.$ref ?? '').replace('#/$defs/', '')] ?? {}), ...of } as Schema;
    if (target.items) return depth > 3 ? [] : [everything(target.items, key, depth + 1)];
    const properties = propertiesOf(of);
    if (Object.keys(properties).length > 0) {
      return Object.fromEntries(
        Object.entries(properties).flatMap(([name, value]) => {
          if (name === 'associations' && depth > 0) return [];
          return [[name, everything(value, name, depth + 1)]];
        }),
      );
    }
    if (target.enum) return key === 'representationType' ? 'full' : target.enum[0];
    if (target.type === 'integer' || target.type === 'number') return 1;
    if (key === 'contentType') return 'text/html';
    if (target.format === 'date-time') return '2026-11-02T21:00:00Z';
    if (target.pattern) return '2026-11-02';
    if (key === 'language' || key === 'lang') return 'en';
    if (key === 'version') return '3';
    if (key === 'name') return 'ninjs';
    return key === 'uri' || key === 'href' ? 'http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation' : 'word';
  }

  it('has no key that the reader does not know', () => {
    const item = everything({ $ref: '#/$defs/ninjsType' }, 'ninjs') as Record<string, unknown>;
    expect(Object.keys(item).length).toBeGreaterThan(40);
    expect(faultsOf(item)).toEqual([]);
  });

  it('has no key that docs/integrate.md does not speak of, and none is spoken of that it does not have', () => {
    const page =
      readFileSync(`${import.meta.dirname}/../../../docs/integrate.md`, 'utf8')
        .split('\n## ')
        .find((section) => section.startsWith('ninjs 3\n')) ?? '';
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
    const keys = keysOf({ $ref: '#/$defs/ninjsType' });
    const wholes = told.filter((key) => key.endsWith('.*')).map((key) => key.slice(0, -2));
    const isTold = (key: string) => told.includes(key) || wholes.some((whole) => key === whole || key.startsWith(`${whole}.`));
    expect(keys.length).toBeGreaterThan(200);
    expect(keys.filter((key) => !isTold(key))).toEqual([]);
    const newer = ['contentDigitised']; // of 3.2; the schema beside the repository is that of 3.1
    expect(told.filter((key) => !keys.includes(key.replace(/\.\*$/, '')))).toEqual(newer);
  });

  it("may be an agency's profile of the standard, and no other standard", () => {
    expect(faultsOf({ ...SMALLEST, standard: { name: 'WIRENINJS', version: '3.1' } })).toEqual([]);
    expect(faultsOf({ ...SMALLEST, standard: { name: 'NewsML-G2', version: '2' } })).toContain(
      'document: standard: name: is "NewsML-G2"; ninjs is read',
    );
    const look = { text: '', json: { uri: 'x', standard: { name: 'WireNinjs' } } };
    expect(ninjs.detect?.(look)).toBe(true);
  });

  it('may hold what 3.2 and 3.3 added: of no use to readers, and no reason to refuse an article', () => {
    const extended = {
      name: 'big',
      href: 'https://wire.example/1.jpg',
      extensions: { 'mirror:eu': 'x' },
      resources: [{ role: 'commentary' }],
    };
    const item = {
      ...SMALLEST,
      contentDigitised: '1971-05-01T00:00:00Z',
      associations: [{ name: 'main', uri: 'urn:p', type: 'picture', renditions: [extended] }],
    };
    expect(faultsOf(item)).toEqual([]);
  });

  it('is read in its examples of 3.x, but for those that are no articles of 3.x or have no headline', () => {
    const files = folder ? globSync('{examples/3.*,validation/test_suite/3.0/should_fail}/*.json', { cwd: folder }).sort() : [];
    const isRead = (file: string) => faultsOf(readFileSync(`${folder}/${file}`, 'utf8')).length === 0;
    expect(files.filter(isRead)).toEqual([
      'examples/3.0/businesswire-newsml-20130605006126.json',
      'examples/3.0/tt_text_image_3.json',
      'examples/3.1/001_simple_example.json',
      'examples/3.1/003_associations_example.json',
      'examples/3.1/004_simple_text_article.json',
    ]);
    expect(files.length).toBe(13);
  });
});
