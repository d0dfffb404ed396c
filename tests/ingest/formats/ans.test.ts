import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { type BlockContent, blockText } from '../../../lambda/domain/body.ts';
import { identifiedConcept, namedConcept } from '../../../lambda/domain/concept.ts';
import { ArticleTooLarge, Refused } from '../../../lambda/domain/fault.ts';
import { articleId } from '../../../lambda/domain/identity.ts';
import { detectFormat } from '../../../lambda/ingest/detect.ts';
import type { ReadArticle, Sent } from '../../../lambda/ingest/format.ts';
import { ans } from '../../../lambda/ingest/formats/ans.ts';
import { Mapping } from '../../../lambda/ingest/formats/mapping.ts';
import { FORMATS } from '../../../lambda/ingest/formats.ts';

const SOURCE = 'sound';

const TEXT = { type: 'text', content: 'The harbour closed.' };

const SMALLEST = {
  ...{ _id: 'HARBOUR', type: 'story', version: '0.10.12', revision: { published: true } },
  headlines: { basic: 'Harbour closes' },
  content_elements: [TEXT],
};

function read(document: unknown, wishes: Sent['wishes'] = {}, uri = 'harbour.ans.json') {
  const bytes = typeof document === 'string' ? Buffer.from(document) : Buffer.from(JSON.stringify(document));
  const [article] = ans.read({ bytes, source: SOURCE, uri, wishes });
  if (article === undefined) throw new Error('no article');
  return article;
}

/** A story with what a test says of it, beside what every story needs. */
function told(said: object, wishes?: Sent['wishes']) {
  const article = read({ ...SMALLEST, ...said }, wishes);
  if (article.pubStatus === 'CANCELED') throw new Error('canceled');
  return article;
}

function blocksOf(...elements: object[]): BlockContent[] {
  return told({ content_elements: [TEXT, ...elements] })
    .body.blocks.slice(1)
    .map(({ key: _key, ...block }) => block);
}

function faultsOf(document: unknown, wishes?: Sent['wishes']): string[] {
  try {
    read(document, wishes);
  } catch (error) {
    if (error instanceof Refused) return error.faults.map(({ place, reason }) => `${place}: ${reason}`);
    throw error;
  }
  return [];
}

const marked = (text: string, ...marks: object[]) => ({ text, marks });

describe('a story of ANS', () => {
  it('needs an id, a headline, words, and that it says that it is published', () => {
    const { story, body, ...edition } = told({});
    expect(edition).toEqual({
      ...{ source: SOURCE, uri: 'HARBOUR', version: null, versionCreated: null, firstCreated: null, firstPublished: null },
      ...{ embargoedUntil: null, scheduledFor: null, expires: null, pubStatus: 'USABLE' },
    });
    expect(story).toMatchObject({
      ...{ headline: 'Harbour closes', language: 'en', section: { slug: 'news' }, path: '/news/harbour-closes', wordCount: 3 },
      ...{ isAccessibleForFree: true, accessTier: null, seo: null, corrections: [], related: [] },
    });
    expect(body.blocks).toMatchObject([{ kind: 'Paragraph', text: 'The harbour closed.' }]);
  });

  it('gives each of its keys its place', () => {
    const { story, body, ...edition } = told({
      ...{ created_date: '2026-11-02T20:00:00+01:00', last_updated_date: '2026-11-02T21:00:00.5Z' },
      ...{ first_publish_date: '2026-11-02T20:30:00Z', publish_date: '2026-11-02T21:00:01Z', display_date: '2026-11-02T20:30:00Z' },
      ...{ language: 'de_AT', location: 'Port Sorrel', copyright: '© The Sound', editor_note: 'First told of the <i>Teller</i>.' },
      ...{ canonical_url: 'https://sound.example/world/2026/11/02/harbour/', website: 'sound', website_url: '/ports/harbour/' },
      headlines: {
        ...{ basic: 'Harbour <em>closes</em> &amp; stays so', mobile: 'Closed', meta_title: 'Port Sorrel harbour', twitter: 'Shut!' },
        ...{ print: 'HARBOUR SHUT', native: '' },
      },
      subheadlines: { basic: 'For three days' },
      description: { basic: 'It closed.' },
      label: { basic: { text: 'The Sound', url: '/sound', display: true }, wire: { text: 'Wire' } },
      vanity_credits: { by: [{ type: 'author', name: 'Hester Quayle for The Sound' }] },
      distributor: { name: 'Tern Agency', category: 'wires', mode: 'custom' },
      content_restrictions: { content_code: 'premium' },
      syndication: { search: false, external_distribution: true },
      corrections: [{ type: 'correction', correction_type: 'clarification', text: 'It closed on <b>Monday</b>.' }],
      owner: { id: 'sound', sponsored: true },
    });
    expect(edition).toMatchObject({
      ...{ version: Date.parse('2026-11-02T21:00:00.500Z'), versionCreated: '2026-11-02T21:00:00.500Z' },
      ...{ firstCreated: '2026-11-02T19:00:00.000Z', firstPublished: '2026-11-02T20:30:00.000Z', scheduledFor: null },
    });
    expect(story).toMatchObject({
      ...{ headline: 'Harbour closes & stays so', standfirst: { text: 'For three days' }, abstract: 'It closed.', kicker: 'The Sound' },
      headlines: [
        { role: 'SHORT', text: 'Closed' },
        { role: 'SOCIAL', text: 'Shut!' },
        { role: 'SEARCH', text: 'Port Sorrel harbour' },
      ],
      ...{ byline: 'Hester Quayle for The Sound', language: 'de-AT', located: 'Port Sorrel', copyrightNotice: '© The Sound' },
      ...{ creditLine: 'Tern Agency', path: '/ports/harbour', isAccessibleForFree: false, accessTier: 'premium', genre: 'Sponsored' },
      ...{ seo: { noIndex: true } },
      corrections: [{ date: '2026-11-02T21:00:00.500Z', text: 'It closed on Monday.' }],
    });
    expect(body.blocks).toMatchObject([{}, { kind: 'UnknownBlock', name: 'editor_note', text: 'First told of the Teller.' }]);
  });

  it('stands where its site has it, and without an address where section, month and headline say', () => {
    const pathOf = (said: object, wishes = {}) => told(said, wishes).story.path;
    expect(pathOf({ canonical_url: '/world/harbour.html', website_url: null })).toBe('/world/harbour.html');
    expect(pathOf({ canonical_url: 'https://sound.example/?p=3' })).toBe('/news/harbour-closes');
    expect(pathOf({ canonical_url: 'https://sound.example/?p=3' }, { path: '/wished' })).toBe('/wished');
    expect(pathOf({ canonical_url: 'urn:sound:3', publish_date: '2026-11-02T20:00:00Z' })).toBe('/news/2026/11/harbour-closes');
    const websites = { sound: { website_url: '/s/harbour' }, tern: { website_url: '/t/harbour' } };
    expect(pathOf({ websites, canonical_website: 'tern', canonical_url: '/c/harbour' })).toBe('/t/harbour');
    expect(pathOf({ websites, canonical_url: '/c/harbour' })).toBe('/c/harbour');
    expect(pathOf({ websites: { sound: websites.sound } })).toBe('/s/harbour');
    expect(faultsOf({ ...SMALLEST, canonical_url: '/a%zz' })).toEqual(['document: canonical_url: "/a%zz" holds a broken percent-encoding']);
  });

  it('has no label that is hidden, and no credit for its own staff', () => {
    expect(told({ label: { basic: { text: 'The Sound', display: false } } }).story.kicker).toBeNull();
    const creditOf = (said: object) => told(said).story.creditLine;
    expect(creditOf({ distributor: { name: 'sound', category: 'staff' } })).toBeNull();
    expect(creditOf({ source: { name: 'Tern Agency', source_type: 'wires' } })).toBe('Tern Agency');
    expect(creditOf({ source: { name: 'sound', source_type: 'staff' } })).toBeNull();
    expect(creditOf({ source: { name: '(deprecated)', source_type: '(deprecated)' } })).toBeNull();
    expect(creditOf({ distributor: { mode: 'reference', reference_id: 'X' } })).toBeNull();
  });

  it('is in the language that it says, also by its English name', () => {
    const languageOf = (language: string | null, wishes = {}) => told({ language }, wishes).story.language;
    expect(['English', 'hebrew', 'Yiddish', 'Romanian', 'en_US', 'pt-br', ''].map((one) => languageOf(one))).toEqual([
      ...['en', 'he', 'yi', 'ro', 'en-US', 'pt-BR', 'en'],
    ]);
    expect(languageOf(null, { language: 'fr' })).toBe('fr');
    expect(faultsOf({ ...SMALLEST, language: 'the queen’s' })).toHaveLength(1);
  });

  it('is one article in each language where its source says so', () => {
    const variants = { variants: 'language' } as const;
    expect(told({ language: 'de' }, variants)).toMatchObject({ uri: 'HARBOUR|de', story: { translationGroup: 'HARBOUR' } });
    expect(faultsOf(SMALLEST, variants)).toEqual(['document: language: is missing, and is needed where language variants share one id']);
    expect(faultsOf({ ...SMALLEST, status: 'deleted' }, variants)).toHaveLength(1);
  });

  it('is called by its file where its CMS has not stored it', () => {
    expect(read({ ...SMALLEST, _id: undefined }).uri).toBe('harbour.ans.json');
  });

  it('is closed for every code that is not known to be open', () => {
    const isFree = (content_code: string | null) => told({ content_restrictions: { content_code } }).story.isAccessibleForFree;
    expect(['free', 'Free', 'metered', 'green', null].map(isFree)).toEqual([true, true, true, true, true]);
    expect(['premium', 'subscriber-only', 'registered', 'gold', 'red'].map(isFree)).toEqual([false, false, false, false, false]);
  });
});

describe('a story is public', () => {
  const { revision: _, ...SILENT } = SMALLEST;
  const statusOf = (said: object) => read({ ...SILENT, ...said }).pubStatus;
  const unpublished = { edition_name: 'default', edition_date: '2026-11-03T10:00:00Z', edition_published: false };

  it.each<[string, object]>([
    ['its revision says so', { revision: { published: true, editions: ['default'] } }],
    ['its default edition is', { publishing: { has_published_edition: true, editions: { default: { edition_published: true } } } }],
    ['any edition is', { publishing: { has_published_edition: true } }],
    ['its status is published', { status: 'Published', revision: {}, publishing: { scheduled_operations: { publish_edition: [] } } }],
    ['it has a date of publication', { publish_date: '2026-11-02T20:00:00Z' }],
    ['it has a first one', { first_publish_date: '2026-11-02T20:00:00Z' }],
    [
      'an embargo is over for its CMS',
      { status: 'published', content_restrictions: { embargo: { active: false, end_time: '9999-01-01T00:00:00Z' } } },
    ],
  ])('when %s', (_name, said) => {
    expect(statusOf(said)).toBe('USABLE');
  });

  it.each<[string, object]>([
    ['nothing says so', {}],
    ['the date for readers alone is there', { display_date: '2026-11-02T20:00:00Z' }],
    ['its revision is not', { revision: { published: false }, publish_date: '2026-11-02T20:00:00Z' }],
    ['its revision is that of no edition', { revision: { published: true, editions: [] } }],
    ['no edition is', { publishing: { has_published_edition: false }, status: 'published' }],
    ['its status is another word', { revision: { published: true }, status: 'draft' }],
    ['it is planned', { publishing: { scheduled_operations: { publish_edition: [{ operation_date: '2026-11-03T00:00:00Z' }] } } }],
    ['its embargo has no end', { revision: { published: true }, content_restrictions: { embargo: { active: true } } }],
    [
      'only some places may read it',
      { revision: { published: true }, content_restrictions: { geo: { restrictions: [{ restriction_id: 'x' }] } } },
    ],
  ])('but not when %s', (_name, said) => {
    expect(statusOf(said)).toBe('WITHHELD');
  });

  it.each<[string, object]>([
    ['its default edition is gone', { revision: { published: true }, publishing: { editions: { default: unpublished } } }],
    ['its status says so', { revision: { published: true }, status: 'unpublished' }],
    ['it is deleted, however wrong its words are', { status: 'deleted', headlines: null, content_elements: [{ type: 3 }], tail: 1 }],
  ])('no longer when %s', (_name, said) => {
    expect(read({ ...SILENT, ...said })).toMatchObject({ uri: 'HARBOUR', pubStatus: 'CANCELED', story: null, body: null });
  });

  it('not before the end of its embargo, nor before its only date of publication', () => {
    const embargo = { active: true, end_time: '2026-11-05T06:00:00+01:00', description: 'MARK' };
    expect(told({ content_restrictions: { embargo } })).toMatchObject({
      ...{ pubStatus: 'USABLE', embargoedUntil: '2026-11-05T05:00:00.000Z' },
    });
    expect(told({ publish_date: '2026-11-06T00:00:00Z' })).toMatchObject({
      ...{ firstPublished: '2026-11-06T00:00:00.000Z', scheduledFor: '2026-11-06T00:00:00.000Z' },
    });
  });

  it('in versions that rise with its last change: a draft before what is published of it, a withdrawal behind', () => {
    const last_updated_date = '2026-11-02T20:00:00Z';
    const at = Date.parse(last_updated_date);
    const versionOf = (said: object) => read({ ...SILENT, last_updated_date, ...said }).version;
    expect(versionOf({ revision: { published: false } })).toBe(at - 1);
    expect(versionOf({ revision: { published: true } })).toBe(at);
    expect(versionOf({ status: 'unpublished' })).toBe(at + 1);
    expect(versionOf({ publishing: { editions: { default: unpublished } } })).toBe(Date.parse('2026-11-03T10:00:00Z') + 1);
    expect(versionOf({ last_updated_date: null, revision: { published: true } })).toBeNull();
    expect(versionOf({ last_updated_date: null, status: 'deleted' })).toBeNull();
  });
});

describe('an operation on a story', () => {
  const operation = (said: object) => ({
    type: 'story_operation',
    version: '0.10.12',
    story_id: 'HARBOUR',
    date: '2026-11-03T00:00:00Z',
    ...said,
  });

  it('takes it away', () => {
    for (const said of [
      { operation: 'delete' },
      { operation: 'delete', story: { any: 1 } },
      { operation: 'unpublish_edition', editions: ['default', 'print'] },
      { operation: 'unpublish_edition', editions: ['web'], priority: 'standard', app_name: 'x', branch: 'default', revision_id: '2A' },
    ]) {
      expect(read(operation(said))).toEqual({
        ...{ source: SOURCE, uri: 'HARBOUR', version: Date.parse('2026-11-03T00:00:00Z') + 1, versionCreated: '2026-11-03T00:00:00.000Z' },
        ...{ firstCreated: null, firstPublished: null, embargoedUntil: null, scheduledFor: null, expires: null },
        ...{ pubStatus: 'CANCELED', story: null, body: null },
      });
    }
  });

  it('brings it, and says that it is published when that is what was done', () => {
    const { revision: _, ...story } = SMALLEST;
    expect(read(operation({ operation: 'publish_edition', editions: ['default'], story })).pubStatus).toBe('USABLE');
    expect(read(operation({ operation: 'update', story })).pubStatus).toBe('WITHHELD');
    expect(read(operation({ operation: 'create', story: { ...story, _id: undefined } })).uri).toBe('HARBOUR');
  });

  it.each<[string, object, string[]]>([
    ['brings none', { operation: 'update' }, ['document: story: is missing']],
    [
      'is not known',
      { operation: 'burn' },
      ['document: operation: "burn" is none of create, update, delete, publish_edition, unpublish_edition', 'document: story: is missing'],
    ],
    [
      'is for paper',
      { operation: 'unpublish_edition', editions: ['print'] },
      ['document: editions: hold neither default nor web, and the site is none of the others'],
    ],
    ['names another story', { operation: 'update', story_id: 'X', story: SMALLEST }, ['document: story_id: is not the id of the story']],
    ['names none', { operation: 'delete', story_id: '' }, ['document: story_id: is missing']],
    [
      'brings something wrong',
      { operation: 'update', story: { ...SMALLEST, headlines: {}, Headlines: 1 } },
      ['document: story: Headlines: is not a known key; did you mean "headlines"?', 'document: story: headlines: basic: is missing'],
    ],
  ])('that %s is refused', (_name, said, faults) => {
    expect(faultsOf(operation(said))).toEqual(faults);
  });

  it('would take away all languages of a story, and says so', () => {
    expect(faultsOf(operation({ operation: 'delete' }), { variants: 'language' })).toEqual([
      'document: story_id: names a story in all its languages, and each of them is an article',
    ]);
  });
});

describe('the body of a story', () => {
  it('is HTML in elements, each read as a browser would, and each block in its place', () => {
    expect(
      blocksOf(
        {
          _id: '1',
          type: 'text',
          content: 'A <b>bold</b> word, <a href="https://sound.example/x">a link</a> &amp;amp; <script>evil()</script>',
        },
        { type: 'text', content: '<br/>' },
        { type: 'text', content: '<p>One</p><p onclick="evil()">Two</p>' },
        { type: 'header', level: 3, content: 'What <i>now</i>?' },
        { type: 'header', content: 'Then' },
        { type: 'header', level: 1, content: 'At last' },
        { type: 'raw_html', content: '<iframe src="https://www.youtube.com/embed/abc"></iframe><style>p{}</style>' },
        { type: 'divider' },
        { type: 'code', content: 'if (a < b) {}', language: 'js' },
        { type: 'correction', correction_type: 'retraction', text: 'It was <b>Tuesday</b>.' },
        { type: 'endorsement', endorsement: 'Recommended' },
        { type: 'numeric_rating', numeric_rating: 4.5, min: 0, max: 5, units: 'stars' },
        { type: 'numeric_rating', numeric_rating: 4 },
        { type: 'content_zone', _id: 'zone' },
        { type: 'text', content: 'In print', channels: ['print'] },
        { type: 'text', content: 'In apps', channels: ['ios', 'print'] },
      ),
    ).toEqual([
      {
        kind: 'Paragraph',
        ...marked(
          'A bold word, a link &amp;',
          { type: 'STRONG', start: 2, end: 6 },
          { type: 'LINK', href: 'https://sound.example/x', start: 13, end: 19 },
        ),
      },
      { kind: 'Paragraph', ...marked('One') },
      { kind: 'Paragraph', ...marked('Two') },
      { kind: 'Heading', level: 3, ...marked('What now?', { type: 'EMPHASIS', start: 5, end: 8 }) },
      { kind: 'Heading', level: 2, ...marked('Then') },
      { kind: 'Heading', level: 2, ...marked('At last') },
      { kind: 'Embed', url: 'https://www.youtube.com/watch?v=abc', provider: 'YouTube', text: '' },
      { kind: 'Divider' },
      { kind: 'UnknownBlock', name: 'code', text: 'if (a < b) {}' },
      { kind: 'CorrectionNote', date: null, ...marked('It was Tuesday.', { type: 'STRONG', start: 7, end: 14 }) },
      { kind: 'UnknownBlock', name: 'endorsement', text: 'Recommended' },
      { kind: 'UnknownBlock', name: 'numeric_rating', text: '4.5/5 stars' },
      { kind: 'UnknownBlock', name: 'numeric_rating', text: '4' },
      { kind: 'Paragraph', ...marked('In apps') },
    ]);
  });

  it('has lists in lists, lists of links, and links between paragraphs', () => {
    const description = { type: 'text', content: 'Of <em>ferries</em>' };
    const link = { type: 'interstitial_link', url: 'https://sound.example/ferries', content: 'Ferries', description };
    const LINK = { type: 'LINK', href: 'https://sound.example/ferries', start: 0, end: 7 };
    const linked = marked('Ferries\nOf ferries', LINK, { type: 'EMPHASIS', start: 11, end: 18 });
    expect(
      blocksOf(
        {
          type: 'list',
          list_type: 'ordered',
          items: [
            { type: 'text', content: 'One <b>b</b>' },
            {
              type: 'list',
              list_type: 'unordered',
              items: [
                { type: 'text', content: 'Deep' },
                { type: 'image', url: 'https://sound.example/i.jpg' },
              ],
            },
            { type: 'text', content: 'Two' },
          ],
        },
        link,
        { ...link, url: 'javascript:evil()', description: null, image: { type: 'image', url: 'https://sound.example/i.jpg' } },
        { type: 'link_list', title: 'More', items: [link, { type: 'text', content: 'No link' }] },
        { type: 'list', items: [] },
      ),
    ).toMatchObject([
      {
        kind: 'ListBlock',
        ordered: true,
        items: [
          { ...marked('One b', { type: 'STRONG', start: 4, end: 5 }), level: 0 },
          { ...marked('Deep'), level: 1 },
          { ...marked('Two'), level: 0 },
        ],
      },
      { kind: 'ImageBlock', image: { url: 'https://sound.example/i.jpg' } },
      { kind: 'Paragraph', ...linked },
      { kind: 'Paragraph', ...marked('Ferries') },
      { kind: 'ImageBlock' },
      { kind: 'Paragraph', ...marked('More', { type: 'STRONG', start: 0, end: 4 }) },
      {
        kind: 'ListBlock',
        ordered: false,
        items: [
          { ...linked, level: 0 },
          { ...marked('No link'), level: 0 },
        ],
      },
    ]);
  });

  it('has quotations with whoever is quoted, and quotations in them behind them', () => {
    const citation = { type: 'text', content: 'Ilse Marrin, <i>harbour master</i>' };
    const words = [
      { type: 'text', content: 'It is <b>shut</b>.' },
      { type: 'text', content: 'It stays so.' },
    ];
    const inner = {
      type: 'quote',
      subtype: 'pullquote',
      content_elements: [{ type: 'text', content: 'Shut!' }],
      citation: { type: 'text', content: '' },
    };
    const { body } = told({
      content_elements: [
        { type: 'quote', subtype: 'blockquote', content_elements: [...words, inner], citation },
        { type: 'blockquote', content: '<i>So</i> he said.' },
      ],
    });
    expect(body.blocks).toMatchObject([
      {
        kind: 'Blockquote',
        cite: 'Ilse Marrin, harbour master',
        ...marked('It is shut.\nIt stays so.', { type: 'STRONG', start: 6, end: 10 }),
      },
      { kind: 'PullQuote', cite: null, text: 'Shut!' },
      { kind: 'Blockquote', cite: null, ...marked('So he said.', { type: 'EMPHASIS', start: 0, end: 2 }) },
    ]);
    expect(body.quotations[0]).toMatchObject({
      ...{ text: 'It is shut.\nIt stays so.', assertedBy: 'SOURCE', speaker: { name: 'Ilse Marrin', jobTitle: 'harbour master' } },
    });
    expect(faultsOf({ ...SMALLEST, content_elements: [{ type: 'quote', content_elements: words, citation: 'Ilse Marrin' }] })).toEqual([
      'document: content_elements, entry 1: citation: must be a mapping, not the text Ilse Marrin',
    ]);
  });

  it('has tables with their header, and pictures of cells behind them', () => {
    const cell = (content: string) => ({ type: 'text', content });
    const of = (text: string, isHeader = false) => ({ ...marked(text), isHeader, colSpan: 1, rowSpan: 1 });
    const rich = { type: 'table_cell', content_elements: [cell('Shut'), { type: 'image', url: 'https://sound.example/i.jpg' }] };
    expect(blocksOf({ type: 'table', header: [cell('Day'), cell('Port')], rows: [[cell('Monday'), rich], []] })).toMatchObject([
      {
        kind: 'TableBlock',
        rows: [{ cells: [of('Day', true), of('Port', true)] }, { cells: [of('Monday'), of('Shut')] }],
      },
      { kind: 'ImageBlock' },
    ]);
    expect(blocksOf({ type: 'table', rows: [{ type: 'table_row', cells: [rich] }] })).toMatchObject([
      { rows: [{ cells: [of('Shut')] }] },
      {},
    ]);
    expect(faultsOf({ ...SMALLEST, content_elements: [TEXT, { type: 'table', rows: ['x', { cells: 'x' }] }] })).toEqual([
      'document: content_elements, entry 2: rows: entry 1: must be a list, not the text x',
      'document: content_elements, entry 2: rows, entry 2: cells: must be a list, not the text x',
    ]);
  });

  it('has pictures with sizes, credits and focal points, galleries, videos and sounds', () => {
    const image = {
      ...{
        type: 'image',
        version: '0.10.12',
        url: 'https://sound.example/f.jpg',
        width: 1600,
        height: 900,
        alt_text: 'A ferry',
        subtitle: 'F',
      },
      caption: 'The quay at <b>noon</b>',
      credits: { by: [{ type: 'author', name: 'Odo Farran' }], affiliation: [{ type: 'author', name: 'Tern' }] },
      focal_point: { x: 400, y: 90 },
    };
    const shown = {
      ...{ url: 'https://sound.example/f.jpg', width: 1600, height: 900, alternativeText: 'A ferry', caption: 'The quay at noon' },
      ...{ creditText: 'Odo Farran, Tern', focalPoint: { x: 0.25, y: 0.1 }, renditions: [] },
    };
    const bare = { type: 'image', url: '/f.jpg', subtitle: 'Fog', copyright: '© Tern', focal_point: { x: 1, y: 2 } };
    const plain = {
      url: '/f.jpg',
      caption: 'Fog',
      creditText: '© Tern',
      alternativeText: null,
      width: null,
      height: null,
      focalPoint: null,
      renditions: [],
    };
    const streams = [
      { url: 'https://sound.example/v.m3u8', stream_type: 'ts', width: 1920 },
      { url: 'https://sound.example/s.mp4', stream_type: 'mp4', width: 640 },
      { url: 'https://sound.example/l.mp4', stream_type: 'mp4', width: 1280 },
    ];
    const about = { headlines: { basic: 'Fog' }, description: { basic: 'At the quay' } };
    expect(
      blocksOf(
        image,
        { ...bare, vanity_credits: { by: [{ type: 'author', name: 'The desk' }] } },
        { type: 'image', url: '' },
        { type: 'image', url: 'javascript:evil()' },
        { type: 'gallery', ...about, content_elements: [image, bare, { type: 'reference', referent: { id: 'X', type: 'image' } }] },
        { type: 'gallery', ...about, content_elements: [] },
        { type: 'video', ...about, streams, duration: 61500, promo_image: bare, credits: image.credits, transcript: 'Words' },
        { type: 'video', headlines: { basic: 'Fog' }, streams: streams.slice(0, 1), promo_items: { basic: bare } },
        { type: 'video', ...about, embed_html: '<iframe src="https://player.vimeo.com/video/7"></iframe>' },
        { type: 'video', canonical_url: 'https://www.youtube.com/watch?v=a' },
        { type: 'audio', ...about, streams: [{ url: 'https://sound.example/a.mp3' }] },
        { type: 'audio', source_url: 'https://sound.example/b.mp3' },
        { type: 'element_group', content_elements: [bare, { type: 'text', content: 'Beside it' }] },
      ),
    ).toEqual([
      { kind: 'ImageBlock', image: shown },
      { kind: 'ImageBlock', image: { ...plain, creditText: 'The desk' } },
      { kind: 'GalleryBlock', caption: 'Fog\nAt the quay', images: [shown, plain] },
      { kind: 'UnknownBlock', name: 'gallery', text: 'Fog\nAt the quay' },
      {
        kind: 'VideoBlock',
        video: {
          ...{ url: 'https://sound.example/l.mp4', mimeType: 'video/mp4', caption: 'Fog\nAt the quay', creditText: 'Odo Farran, Tern' },
          ...{ duration: 62, poster: plain },
        },
      },
      {
        kind: 'VideoBlock',
        video: {
          ...{ url: 'https://sound.example/v.m3u8', mimeType: 'application/vnd.apple.mpegurl', caption: 'Fog', creditText: null },
          ...{ duration: null, poster: plain },
        },
      },
      { kind: 'Embed', url: 'https://vimeo.com/7', provider: 'Vimeo', text: 'Fog\nAt the quay' },
      { kind: 'Embed', url: 'https://www.youtube.com/watch?v=a', provider: 'YouTube', text: '' },
      { kind: 'Embed', url: 'https://sound.example/a.mp3', provider: null, text: 'Fog\nAt the quay' },
      { kind: 'Embed', url: 'https://sound.example/b.mp3', provider: null, text: '' },
      { kind: 'ImageBlock', image: plain },
      { kind: 'Paragraph', ...marked('Beside it') },
    ]);
  });

  it('has what lives elsewhere by its address, and never its code', () => {
    const post =
      '<blockquote class="twitter-tweet"><p>Shut &amp; cold</p>&mdash; Port <a href="https://twitter.com/port/status/1">May 1</a></blockquote><script src="//evil.example"></script>';
    expect(
      blocksOf(
        {
          type: 'oembed_response',
          raw_oembed: { type: 'rich', url: 'https://twitter.com/port/status/1', html: post, provider_name: 'Twitter' },
          referent: { id: '1', provider: 'https://api.example' },
        },
        {
          type: 'oembed_response',
          subtype: 'youtube',
          raw_oembed: {
            type: 'video',
            title: 'Fog',
            _id: 'https://www.youtube.com/watch?v=a',
            html: '<iframe src="https://www.youtube.com/embed/a?x"></iframe>',
          },
        },
        { type: 'oembed_response', raw_oembed: { type: 'photo', url: 'https://sound.example/p.jpg', title: 'Fog', author_name: 'Odo' } },
        { type: 'oembed_response', raw_oembed: { html: '<p>Only words</p>' } },
        { type: 'oembed_response', raw_oembed: {}, referent: { id: 'https://x.com/port/status/2' } },
        { type: 'custom_embed', subtype: 'map', embed: { id: 'a b', url: 'https://maps.example/', config: { key: 'MARK' } } },
        { type: 'custom_embed', subtype: 'map', embed: { id: 'a b', url: 'https://maps.example/one' } },
        { type: 'custom_embed', subtype: 'map', embed: { id: '7', url: 'urn:map' } },
        { type: 'reference', referent: { id: 'https://x.com/port/status/3', type: 'oembed', provider: 'https://api.example' } },
        { type: 'reference', referent: { id: '4', type: 'image' } },
      ),
    ).toMatchObject([
      { kind: 'Embed', url: 'https://twitter.com/port/status/1', provider: 'X', text: expect.stringContaining('Shut & cold') },
      { kind: 'Embed', url: 'https://www.youtube.com/watch?v=a', provider: 'YouTube', text: 'Fog' },
      { kind: 'ImageBlock', image: { url: 'https://sound.example/p.jpg', caption: 'Fog', creditText: 'Odo' } },
      { kind: 'Paragraph', text: 'Only words' },
      { kind: 'Embed', url: 'https://x.com/port/status/2', provider: 'X' },
      { kind: 'Embed', url: 'https://maps.example/a%20b', provider: 'map', text: '' },
      { kind: 'Embed', url: 'https://maps.example/one', provider: 'map' },
      { kind: 'UnknownBlock', name: 'map', text: '' },
      { kind: 'Embed', url: 'https://x.com/port/status/3', provider: 'X' },
    ]);
  });

  it('keeps the words of elements that nobody knows', () => {
    expect(
      blocksOf(
        {
          type: 'ghost',
          mood: 3,
          content: '<p>I <b>haunt</b> it.</p>',
          headlines: { basic: 'Boo' },
          content_elements: [{ type: 'text', content: 'Inside' }],
        },
        { type: 'constructor' },
      ),
    ).toEqual([
      { kind: 'UnknownBlock', name: 'ghost', text: 'I haunt it.\nBoo' },
      { kind: 'Paragraph', ...marked('Inside') },
      { kind: 'UnknownBlock', name: 'constructor', text: '' },
    ]);
  });

  it('begins with what stands above it, once, and the picture of the card is that of the list', () => {
    const image = { type: 'image', url: 'https://sound.example/f.jpg' };
    const other = { type: 'image', url: 'https://sound.example/g.jpg' };
    const video = { type: 'video', streams: [{ url: 'https://sound.example/v.mp4' }], promo_items: { basic: other } };
    const seen = (promo_items: object, ...elements: object[]) => {
      const { story, body } = told({ promo_items, content_elements: [TEXT, ...elements] });
      return [story.image?.url.slice(-5, -4), ...body.blocks.map(({ kind }) => kind)];
    };
    expect(seen({ basic: image })).toEqual(['f', 'Paragraph']);
    expect(seen({ basic: image, lead_art: image })).toEqual(['f', 'Paragraph']);
    expect(seen({ basic: image, lead_art: other })).toEqual(['f', 'ImageBlock', 'Paragraph']);
    expect(seen({ basic: image, lead_art: other }, other)).toEqual(['f', 'Paragraph', 'ImageBlock']);
    expect(seen({ lead_art: other })).toEqual(['g', 'Paragraph']);
    expect(seen({ basic: video })).toEqual(['g', 'VideoBlock', 'Paragraph']);
    expect(seen({ basic: image, lead_art: video })).toEqual(['f', 'VideoBlock', 'Paragraph']);
    expect(seen({ basic: { type: 'gallery', content_elements: [other, image] } })).toEqual(['g', 'GalleryBlock', 'Paragraph']);
    expect(seen({ basic: { type: 'reference', referent: { id: 'X' } }, embed: { type: 'custom_embed' } })).toEqual([
      undefined,
      'Paragraph',
    ]);
  });

  it('ends with corrections that nobody dates', () => {
    const corrections = [{ type: 'correction', text: 'It was Tuesday.' }];
    const { story, body } = told({ corrections });
    expect([story.corrections, body.blocks.at(-1)]).toMatchObject([[], { kind: 'CorrectionNote', date: null, text: 'It was Tuesday.' }]);
  });
});

describe('whom and what a story names', () => {
  it('are its authors in their order, under the name that the public knows', () => {
    const { story } = told({
      credits: {
        by: [
          {
            ...{
              _id: 'quayle@sound.example',
              type: 'author',
              name: 'Hester M. Quayle',
              byline: 'By Hester Quayle',
              email: 'quayle@sound.example',
            },
            ...{ bio: 'Reports from the <b>quay</b>.', url: 'https://sound.example/quayle', role: 'MARK', long_bio: 'MARK' },
            social_links: [
              { site: 'email', url: 'quayle@sound.example' },
              { site: 'Mastodon', url: 'https://social.example/@quayle' },
              { site: 'twitter', url: '@quayle' },
              { site: 'whatsapp', url: '+49 30 901820' },
              { site: 'desk', url: 'mailto:desk@sound.example' },
            ],
          },
          { type: 'reference', referent: { id: 'odo@sound.example', type: 'author' } },
          { type: 'author', name: 'Ilse Marrin', slug: 'ilse-marrin' },
        ],
        photos_by: [{ type: 'author', name: 'Odo Farran' }],
        edited_by: [{ type: 'author', name: 'Ada Lund' }],
        translator: [{ type: 'author', name: 'Bo Kell' }],
        'additional reporting by': [{ type: 'author', org: 'Tern Agency' }],
        affiliation: [{ name: 'The Sound' }],
      },
    });
    const plain = { links: [], note: null };
    expect(story.contributions).toEqual([
      {
        role: 'AUTHOR',
        person: identifiedConcept('Person', 'Hester Quayle', 'author:sound:quayle@sound.example'),
        links: [
          { name: 'Mastodon', url: 'https://social.example/@quayle' },
          { name: 'twitter', url: null },
          { name: 'website', url: 'https://sound.example/quayle' },
        ],
        note: 'Reports from the quay.',
      },
      { role: 'AUTHOR', person: identifiedConcept('Person', 'Ilse Marrin', 'author:sound:ilse-marrin'), ...plain },
      { role: 'PHOTOGRAPHER', person: namedConcept('Person', 'Odo Farran', SOURCE), ...plain },
      { role: 'EDITOR', person: namedConcept('Person', 'Ada Lund', SOURCE), ...plain },
      { role: 'TRANSLATOR', person: namedConcept('Person', 'Bo Kell', SOURCE), ...plain },
      { role: 'CONTRIBUTOR', person: namedConcept('Person', 'Tern Agency', SOURCE), ...plain },
    ]);
    expect(JSON.stringify(story)).not.toMatch(/MARK|@sound\.example|901820/);
  });

  it('is its section with those that it lies in', () => {
    const sectionOf = (taxonomy: object, said: object = {}) => told({ taxonomy, ...said }).story.section;
    const section = (_id: string, name: string | null, parent_id?: string) => ({ type: 'section', version: '0.6.0', _id, name, parent_id });
    const ref = (id: string) => ({ type: 'reference', referent: { id, type: 'section', website: 'sound' } });
    const news = { slug: 'news', name: 'News', parents: [] };
    const ferries = { slug: 'ports-ferries', name: 'Ferries', parents: [{ slug: 'ports', name: 'Ports & Quays' }] };
    const sections = [section('/ports/ferries', 'Ferries', '/ports'), section('/ports', 'Ports &amp; Quays', '/')];
    expect(sectionOf({ sections })).toEqual(ferries);
    expect(sectionOf({ sections, primary_section: ref('/ports') })).toEqual(ferries.parents[0] && { ...ferries.parents[0], parents: [] });
    expect(sectionOf({ primary_section: ref('/ports/night-boats') })).toEqual({
      ...{ slug: 'ports-night-boats', name: 'Night boats', parents: [{ slug: 'ports', name: 'Ports' }] },
    });
    expect(sectionOf({ primary_section: ref('/'), sections: [ref('/')], primary_site: ref('/') })).toEqual(news);
    const sites = [
      { _id: 'site_1', type: 'site', name: 'Business', path: '/business' },
      { _id: 'site_2', type: 'site', name: 'Works', path: '/business/works', parent_id: 'site_1', primary: true },
    ];
    expect(sectionOf({ sites })).toEqual({ slug: 'business-works', name: 'Works', parents: [{ slug: 'business', name: 'Business' }] });
    expect(sectionOf({ sections: [{ title: 'Finance', path: '/business/finance', parent: '/business' }] }).name).toBe('Finance');
    const websites = { tern: { website_section: section('/birds', 'Birds') }, sound: { website_section: ref('/ports/ferries') } };
    expect(sectionOf({ sections }, { websites, website: 'tern' }).slug).toBe('birds');
    expect(sectionOf({ sections }, { websites, canonical_website: 'sound' })).toEqual(ferries);
    expect(sectionOf({ sections: [section('a', 'A', 'b'), section('b', 'B', 'a')] }).parents).toEqual([{ slug: 'b', name: 'B' }]);
    expect(told({}, { section: 'world' }).story.section.slug).toBe('world');
  });

  it('are its topics, and whom and what it mentions', () => {
    const { story } = told({
      content_elements: [{ type: 'text', content: '“It is shut,” said Ilse Marrin.' }],
      taxonomy: {
        sections: [
          { type: 'section', _id: '/ports', name: 'Ports' },
          { type: 'section', _id: '/weather', name: 'Weather' },
        ],
        tags: [{ text: 'Fog', slug: 'fog', _id: 'X', description: 'All fog' }, { text: 'Night boats' }],
        categories: [{ _id: '04', classifier: 'iptc', name: 'Transport', score: 1 }],
        content_topics: [{ _id: 'Q42', label: 'Harbours', score: 0.9 }],
        topics: [
          { _id: 'shipping', name: 'Shipping', score: 0.3, uid: 's' },
          { _id: '7', score: 0.1, uid: '7' },
        ],
        keywords: [{ keyword: 'quay', score: 0.1, frequency: 2, tag: 'x' }],
        seo_keywords: ['harbour news'],
        named_entities: [
          { _id: 'ilse-marrin', name: 'Ilse Marrin', type: 'person' },
          { _id: 'teller', name: 'Teller Line', type: 'organization', score: 1 },
          { _id: 'port-sorrel', name: 'Port Sorrel', type: 'location' },
        ],
        entities: [
          { _id: 'Q7', label: 'Great Flood', type: 'event' },
          { label: 'Eel', type: 'animal' },
        ],
        companies: ['Quay Works'],
        ...{ stock_symbols: ['TLL'], auxiliaries: [{ _id: 'a', uid: 'a', name: 'MARK' }], associated_tasks: ['MARK'] },
      },
    });
    const ilse = identifiedConcept('Person', 'Ilse Marrin', 'literal:sound:entity:ilse-marrin');
    expect(story.about).toEqual([
      identifiedConcept('Topic', 'Weather', 'literal:sound:section:weather'),
      identifiedConcept('Topic', 'Fog', 'literal:sound:tag:fog'),
      namedConcept('Topic', 'Night boats', SOURCE),
      identifiedConcept('Topic', 'Transport', 'literal:sound:category:iptc:04'),
      identifiedConcept('Topic', 'Harbours', 'https://www.wikidata.org/entity/Q42'),
    ]);
    expect(story.mentions).toEqual([
      ilse,
      identifiedConcept('Organization', 'Teller Line', 'literal:sound:entity:teller'),
      identifiedConcept('Place', 'Port Sorrel', 'literal:sound:entity:port-sorrel'),
      identifiedConcept('NewsEvent', 'Great Flood', 'https://www.wikidata.org/entity/Q7'),
      namedConcept('Topic', 'Eel', SOURCE),
      namedConcept('Organization', 'Quay Works', SOURCE),
      identifiedConcept('Topic', 'Shipping', 'literal:sound:topic:shipping'),
      namedConcept('Topic', 'quay', SOURCE),
      namedConcept('Topic', 'harbour news', SOURCE),
    ]);
  });

  it('are the stories beside it, by their ids, each once', () => {
    const { story } = told({
      content_elements: [
        TEXT,
        { type: 'story', _id: 'C', headlines: { basic: 'Sea' } },
        { type: 'reference', referent: { id: 'D', type: 'story' } },
      ],
      related_content: {
        basic: [
          { type: 'story', _id: 'A', version: '0.10.12', headlines: { basic: 'Fog' }, content_elements: [{ content: 'MARK' }] },
          { type: 'reference', referent: { type: 'story', id: 'B', referent_properties: { note: 'MARK' } } },
          { type: 'reference', referent: { type: 'image', id: 'I' } },
          { type: 'custom_embed', embed: { id: 'x' } },
        ],
        more: [{ type: 'story', _id: 'A' }],
        redirect: [{ type: 'redirect', canonical_url: '/a', redirect_url: '/b' }],
      },
    });
    const to = (id: string, label: string | null) => ({ article: articleId(SOURCE, id), label });
    expect(story.related).toEqual([to('A', 'Fog'), to('B', null), to('C', 'Sea'), to('D', null)]);
    expect(JSON.stringify(story)).not.toContain('MARK');
  });
});

it('what is for the newsroom never comes through', () => {
  const MARK = 'MARK@sound.example';
  const additional_properties = { owner: MARK, comments: [{ text: MARK }] };
  const author = {
    ...{ type: 'author', name: 'Hester Quayle', _id: MARK, email: MARK, location: MARK, division: MARK, long_bio: MARK },
    additional_properties,
  };
  const image = {
    ...{ type: 'image', url: 'https://sound.example/i.jpg', auth: { 1: MARK }, seo_filename: MARK, editor_note: MARK, status: MARK },
    ...{ credits: { by: [author] }, contributors: { created_by: { user_id: MARK } }, source: { edit_url: MARK }, additional_properties },
  };
  const article = told({
    ...{
      additional_properties,
      planning: { internal_note: MARK, budget_line: MARK },
      workflow: { note: MARK, status_code: 1 },
      slug: MARK,
    },
    ...{
      pitches: { platform: [{ note: MARK }] },
      contributors: { created_by: { user_id: MARK, display_name: MARK } },
      tracking: { in_url_headline: MARK },
    },
    ...{
      comments: { additional_properties },
      rendering_guides: {},
      content_aliases: [MARK],
      fronts: [MARK],
      address: { street_address: MARK },
    },
    ...{
      variations: { variants: [{ content: { headlines: { basic: MARK } } }] },
      voice_transcripts: [{ output: { headlines: { basic: MARK } } }],
    },
    revision: { published: true, user_id: MARK, additional_properties },
    publishing: {
      has_published_edition: true,
      additional_properties,
      editions: { default: { edition_published: true, additional_properties } },
    },
    source: { name: 'x', edit_url: MARK, additional_properties },
    owner: { id: MARK },
    credits: { by: [author] },
    label: { basic: { text: 'Fog', url: MARK, additional_properties } },
    content_restrictions: { embargo: { active: false, description: MARK } },
    taxonomy: { additional_properties, associated_tasks: [MARK], sections: [{ _id: '/ports', name: 'Ports', additional_properties }] },
    promo_items: { basic: image, other: { type: 'raw_html', content: MARK } },
    related_content: { basic: [{ type: 'story', _id: 'A', additional_properties, planning: { internal_note: MARK } }] },
    content_elements: [
      { ...TEXT, additional_properties },
      image,
      {
        type: 'quote',
        content_elements: [{ ...TEXT, additional_properties }],
        citation: { type: 'text', content: 'x', additional_properties },
      },
      {
        type: 'oembed_response',
        raw_oembed: { html: '<p>x</p>', additional_properties },
        referent: { id: '1', referent_properties: { additional_properties } },
      },
      { type: 'custom_embed', embed: { id: '1', url: 'https://sound.example/', config: { key: MARK } }, additional_properties },
      { type: 'video', streams: [{ url: 'https://sound.example/v.mp4', provider: MARK }], additional_properties },
      { type: 'gallery', content_elements: [image], additional_properties },
    ],
  });
  expect(JSON.stringify(article)).not.toContain('MARK');
  expect(article.body.blocks).toHaveLength(7);
});

it('reads the tables of 0.5, whose header is a row like the others', () => {
  const row = (...words: string[]) => ({
    ...{ type: 'table_row_02', _id: 'R', channels: ['web'], additional_properties: {} },
    cells: words.map((content) => ({ type: 'table_cell_02', _id: 'C', content_elements: [{ type: 'text', content }] })),
  });
  const [table] = blocksOf({ type: 'table_02', subtype: 'tides', header: row('Port', 'High'), rows: [row('Sorrel', '5:00')] });
  const cellsOf = table?.kind === 'TableBlock' ? table.rows.map(({ cells }) => cells.map(({ text, isHeader }) => [text, isHeader])) : [];
  expect(cellsOf).toEqual([
    [
      ['Port', true],
      ['High', true],
    ],
    [
      ['Sorrel', false],
      ['5:00', false],
    ],
  ]);
});

it('quotes a person, and not the work behind a semicolon', () => {
  const quote = {
    ...{ type: 'quote', content_elements: [{ type: 'text', content: 'The bar moves.' }] },
    citation: { type: 'text', content: 'Ilse Marrin; <em>Tides of the Sound</em>, p. 21' },
  };
  const [quotation] = told({ content_elements: [quote] }).body.quotations;
  expect(quotation?.speaker).toMatchObject({ name: 'Ilse Marrin', jobTitle: 'Tides of the Sound' });
});

describe('a key that nobody knows', () => {
  it('is left out with a warning, wherever it stands, and what stands beside it is kept', () => {
    const article = told({
      ...{ tide_table: { port: 'Sorrel' }, taxonomy: { tides: ['high'], tags: [{ slug: 'fog', text: 'Fog' }] } },
      content_elements: [{ ...TEXT, tide: 'high' }],
    }) as ReadArticle & ReturnType<typeof told>;
    expect(article.warnings).toEqual([
      'document: content_elements, entry 1: tide is not a known key, and is left out',
      'document: taxonomy: tides is not a known key, and is left out',
      'document: tide_table is not a known key, and is left out',
    ]);
    expect(article.body.blocks).toMatchObject([{ text: 'The harbour closed.' }]);
    expect(article.story.about.map(({ name }) => name)).toEqual(['Fog']);
    expect(read(SMALLEST)).not.toHaveProperty('warnings');
  });

  it('is left out of an operation too', () => {
    const article: ReadArticle = read({
      type: 'story_operation',
      operation: 'delete',
      story_id: 'X',
      date: '2026-11-05T00:00:00Z',
      desk: 'night',
    });
    expect(article).toMatchObject({ pubStatus: 'CANCELED', warnings: ['document: desk is not a known key, and is left out'] });
  });
});

describe('a document is refused', () => {
  it.each<[string, unknown, string[]]>([
    ['is a gallery', { type: 'gallery', version: '0.10.12' }, ['document: type: is "gallery", and no article; "story" is']],
    ['has no type', { _id: 'X' }, ['document: type: is missing; "story" is read']],
    ['is of no version', { ...SMALLEST, version: null }, ['document: version: is missing']],
    ['is of another version', { ...SMALLEST, version: '2.0' }, ['document: version: is "2.0"; ANS 0.5 to 0.10 is read']],
    ['is no JSON', '{"type": ', [expect.stringMatching(/^document: is no JSON: /)]],
    ['is a list', [SMALLEST], ['document: must be a JSON object']],
    [
      'has neither headline nor words',
      { ...SMALLEST, headlines: { mobile: 'x' }, content_elements: [{ type: 'divider' }, { type: 'text', content: '<br>' }] },
      ['document: headlines: basic: is missing', 'document: content_elements: hold no words'],
    ],
    [
      'has tags that are words alone',
      { ...SMALLEST, taxonomy: { tags: ['fog'] } },
      ['document: taxonomy: tags, entry 1: must be a mapping, not the text fog'],
    ],
    [
      'has the name of a key that is written otherwise',
      { ...SMALLEST, headlines: undefined, headline: { basic: 'x' }, Taxonomy: {}, content_elements: [{ ...TEXT, contents: 'x' }] },
      [
        'document: content_elements, entry 1: contents: is not a known key; did you mean "content"?',
        'document: headline: is not a known key; did you mean "headlines"?',
        'document: Taxonomy: is not a known key; did you mean "taxonomy"?',
        'document: headlines: basic: is missing',
      ],
    ],
    [
      'is restricted in a way that nobody knows',
      { ...SMALLEST, content_restrictions: { age: 18 } },
      [expect.stringMatching(/^document: content_restrictions: age: is not a known key/)],
    ],
    [
      'has an embargo with a key that nobody knows',
      { ...SMALLEST, content_restrictions: { embargo: { active: false, from: '2026-11-05T00:00:00Z' } } },
      [expect.stringMatching(/^document: content_restrictions: embargo: from: is not a known key/)],
    ],
    [
      'is published in a way that nobody knows',
      { ...SMALLEST, publishing: { paused: true } },
      [expect.stringMatching(/^document: publishing: paused: is not a known key/)],
    ],
    [
      'says all that an element says under a key that nobody knows',
      { ...SMALLEST, content_elements: [TEXT, { type: 'text', words: 'x' }, { type: 'list', items: [{ type: 'text', words: 'x' }] }] },
      [
        expect.stringMatching(/^document: content_elements, entry 2: words: is not a known key/),
        expect.stringMatching(/^document: content_elements, entry 3: items, entry 1: words: is not a known key/),
      ],
    ],
    [
      'has an embargo that is neither',
      { ...SMALLEST, content_restrictions: { embargo: {} } },
      ['document: content_restrictions: embargo: active: is missing'],
    ],
    [
      'has dates without a zone',
      { ...SMALLEST, last_updated_date: '2026-11-02T20:00:00' },
      [expect.stringMatching(/^document: last_updated_date: .* has no time zone/)],
    ],
    [
      'has pictures that are held back longer',
      {
        ...SMALLEST,
        content_restrictions: { embargo: { active: true, end_time: '2026-11-05T00:00:00Z' } },
        content_elements: [
          TEXT,
          ...[undefined, '2026-11-05T00:00:01Z', '2026-11-05T00:00:00Z'].map((end_time) => ({
            ...{ type: 'image', url: '/i.jpg', content_restrictions: { embargo: { active: true, end_time } } },
          })),
        ],
      },
      [2, 3].map(
        (at) =>
          `document: content_elements, entry ${at}: content_restrictions: is an embargo that ends later than that of the story, and nothing would hold it back`,
      ),
    ],
    [
      'has an embed with a key of its own',
      { ...SMALLEST, content_elements: [TEXT, { type: 'custom_embed', embed: { id: '1', address: 'x' } }] },
      ['document: content_elements, entry 2: embed: address: is not a known key; these are: config, url, id'],
    ],
    [
      'holds a control character',
      { ...SMALLEST, content_elements: [{ type: 'text', content: 'a&#7;' }] },
      ['document: content_elements, entry 1: content: holds the control character U+0007'],
    ],
  ])('that %s', (_name, document, faults) => {
    expect(faultsOf(document)).toEqual(faults);
  });

  it('for groups in groups without end, and for its size', () => {
    const deep = `${'{"type":"element_group","content_elements":['.repeat(50)}{"type":"text","content":"x"}${']}'.repeat(50)}`;
    const document = JSON.stringify({ ...SMALLEST, content_elements: ['X'] }).replace('"X"', deep);
    expect(faultsOf(document)).toEqual([expect.stringMatching(/type: stands in too many elements around it to be read$/)]);
    expect(() => told({ content_elements: [{ type: 'text', content: '<p>Words of a body.'.repeat(150_000) }] })).toThrow(ArticleTooLarge);
    expect(() => told({ content_elements: Array(40_000).fill({ type: 'text', content: '<b>x</b>' }) })).toThrow(ArticleTooLarge);
    expect(() => read(' '.repeat(7 * 1024 * 1024))).toThrow(ArticleTooLarge);
  });
});

it('is told from other JSON', () => {
  const formatOf = (document: unknown) => {
    try {
      return detectFormat(FORMATS, Buffer.from(JSON.stringify(document))).name;
    } catch (error) {
      return error instanceof Refused ? null : error;
    }
  };
  expect(formatOf(SMALLEST)).toBe('ans');
  expect(formatOf({ type: 'story', version: '0.5.8' })).toBe('ans');
  expect(formatOf({ type: 'story_operation', operation: 'delete', story_id: 'X' })).toBe('ans');
  expect(formatOf({ type: 'story' })).toBeNull();
  expect(formatOf({ type: 'story', version: '7' })).toBeNull();
  expect(formatOf({ type: 'image', version: '0.10.12' })).toBeNull();
});

const PAGE =
  readFileSync(`${import.meta.dirname}/../../../docs/integrate.md`, 'utf8')
    .split('\n## ')
    .find((section) => section.startsWith('ANS\n')) ?? '';

/** What stands in the first column of the tables. */
const TOLD = PAGE.split('\n')
  .filter((line) => line.startsWith('| `'))
  .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));

/** Documents that systems add to. */
const OPEN = ['image', 'gallery', 'video', 'audio', 'author', 'section', 'story'];
/** Elements whose keys the schemas close. */
const CLOSED = [
  ...['text', 'raw_html', 'header', 'list', 'quote', 'blockquote', 'table', 'link_list', 'interstitial_link', 'correction', 'code'],
  ...['endorsement', 'numeric_rating', 'divider', 'content_zone', 'element_group', 'custom_embed', 'oembed_response', 'reference'],
];

describe('docs/integrate.md', () => {
  /** The keys that a reader knows in one place: it names them when it finds one that is like none of them. */
  const STRANGE = 'zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz';
  function knownAt(place: string, document: object): string[] {
    const leave = vi.spyOn(Mapping.prototype, 'leave').mockReturnValue(false); // nothing is left out: what is not known is a fault
    const faults = faultsOf(document);
    leave.mockRestore();
    const fault = faults.find((one) => one.startsWith(`${place}: ${STRANGE}`)) ?? '';
    return (/these are: (.*)$/.exec(fault)?.[1] ?? '').split(', ').sort();
  }
  const COMMON = TOLD.filter((key) => key.startsWith('*.')).map((key) => key.slice(2));
  const inside = (before: string) =>
    [...new Set(TOLD.filter((key) => key.startsWith(`${before}.`)).map((key) => key.slice(before.length + 1).split('.')[0] ?? ''))].filter(
      (key) => key !== '*',
    );
  it('speaks of each key of a story that the reader knows, and of no other', () => {
    const elements = [...OPEN, ...CLOSED, '*'];
    const keys = [...new Set(TOLD.map((key) => key.split('.')[0] ?? ''))].filter((key) => !elements.includes(key));
    expect(keys.length).toBeGreaterThan(55);
    expect(knownAt('document', { ...SMALLEST, [STRANGE]: 1 })).toEqual(keys.sort());
  });

  it.each(['taxonomy', 'publishing', 'content_restrictions', 'content_restrictions.embargo', 'label', 'websites'])(
    'speaks of each key inside %s',
    (path) => {
      const [first = '', second] = path.split('.');
      const own = first === 'label' || first === 'websites' ? 'basic' : second;
      const value = own ? { [own]: { [STRANGE]: 1 } } : { [STRANGE]: 1 };
      const place = `document: ${first}${own ? `: ${own}` : ''}`;
      expect(knownAt(place, { ...SMALLEST, [first]: value })).toEqual(inside(path).sort());
    },
  );

  it.each(CLOSED)('speaks of each key of the element %s that the reader knows, and of no other', (type) => {
    const element = { type, [STRANGE]: 1, content: 'x', endorsement: 'x', embed: {}, content_elements: [] };
    const known = knownAt('document: content_elements, entry 1', { ...SMALLEST, content_elements: [element] });
    expect(known).toEqual([...new Set([...COMMON, ...inside(type)])].sort());
  });
});

const folder = `${import.meta.dirname}/../../../../shared/data/washingtonpost-ans`;

describe.skipIf(!existsSync(folder))('the ANS of its makers (schemas and examples lie beside the repository)', () => {
  const files = existsSync(folder)
    ? globSync('*/*.json', { cwd: folder })
        .filter((file) => file.includes('-fixture-'))
        .sort()
    : [];
  const contentOf = (file: string) => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  const isTold = (key: string) =>
    TOLD.some((one) => one === key || one.startsWith(`${key}.`) || (one.endsWith('.*') && key.startsWith(one.slice(0, -1))));

  /** Names of parts that are told of by their type, wherever they stand. */
  const PARTS: Readonly<Record<string, string>> = { site: 'section', story: '' };
  const TYPES = new Set([...OPEN, ...CLOSED]);
  /** Keys behind which every key is the author's own. */
  const OWN =
    /^(?:headlines|subheadlines|description|label|credits|vanity_credits|websites|promo_items|related_content|image\.credits|gallery\.(?:headlines|description))$/;

  function keysIn(value: unknown, before = ''): string[] {
    if (Array.isArray(value)) return value.flatMap((entry) => keysIn(entry, before));
    if (typeof value !== 'object' || value === null) return [];
    const type = (value as { type?: unknown }).type;
    const part = typeof type === 'string' && (TYPES.has(type) || type in PARTS) ? (PARTS[type] ?? type) : null;
    const place = part ?? before;
    return Object.entries(value).flatMap(([key, inner]) => {
      if (OWN.test(place)) return keysIn(inner, place);
      const path = place === '' ? key : `${place}.${key}`;
      const isCommon = part !== null && part !== '' && TOLD.includes(`*.${key}`);
      return [...(isCommon ? [] : [path]), ...(isCommon ? [] : keysIn(inner, path))];
    });
  }

  it('has no key in its examples that docs/integrate.md does not speak of', () => {
    const keys = files.flatMap((file) => keysIn(contentOf(file)).map((key) => `${file}: ${key}`));
    expect(keys.length).toBeGreaterThan(300);
    const left = (line: string) => !isTold(line.split(': ')[1] ?? '');
    expect(keys.filter(left)).toEqual([]);
  });

  it('has no key in its schemas that the reader refuses', () => {
    const schemas = existsSync(folder) ? globSync('*/{story,content}.json', { cwd: folder }) : [];
    const elements = existsSync(folder) ? globSync('*/story_elements/*.json', { cwd: folder }) : [];
    for (const file of schemas) for (const key of Object.keys(contentOf(file).properties)) expect([key, isTold(key)]).toEqual([key, true]);
    for (const file of elements) {
      const { properties = {} } = contentOf(file);
      const type = file.split('/').at(-1)?.replace('.json', '');
      for (const key of Object.keys(properties))
        expect([type, key, isTold(`${type}.${key}`) || TOLD.includes(`*.${key}`)]).toEqual([type, key, true]);
    }
    expect([schemas.length, elements.length]).toEqual([2, 18]);
  });

  it('is taken, or refused with a reason', () => {
    const outcomes = files.map((file) => {
      const document = contentOf(file);
      const faults = faultsOf(document);
      return [file.split('/').at(-1), faults.length === 0 ? read(document).pubStatus : faults];
    });
    const noArticle = (type: string) => [`document: type: is "${type}", and no article; "story" is`];
    expect(outcomes).toEqual([
      ['author-fixture-good.json', noArticle('author')],
      ['gallery-fixture-good.json', noArticle('gallery')],
      ['image-fixture-good.json', noArticle('image')],
      ['oembed-response-fixture-good.json', noArticle('oembed_response')],
      ['quote-fixture-bad-citation.json', noArticle('quote')],
      ['raw-html-fixture-good.json', noArticle('raw_html')],
      [
        'story-fixture-bad-tag-strings.json',
        ['alpha', 'beta', 'gamma'].map((tag, at) => `document: taxonomy: tags, entry ${at + 1}: must be a mapping, not the text ${tag}`),
      ],
      ['story-fixture-good-dropcap.json', 'WITHHELD'],
      ['story-fixture-good-embargo.json', 'WITHHELD'],
      ['story-fixture-good-taxonomy.json', ['document: headlines: basic: is missing', 'document: content_elements: hold no words']],
      ['story-fixture-tiny-house.json', 'USABLE'],
      ['table-fixture-good.json', noArticle('table')],
    ]);
  });

  it('is taken as parts of a story, where it is no story itself', () => {
    const parts = files.filter((file) => !/story|author|bad/.test(file)).map(contentOf);
    const { body, story } = told({
      content_elements: [TEXT, ...parts],
      credits: { by: [contentOf(files.find((file) => file.includes('author')) ?? '')] },
    });
    expect(body.blocks.map(({ kind }) => kind)).toEqual(['Paragraph', 'UnknownBlock', 'ImageBlock', 'Embed', 'Paragraph', 'TableBlock']);
    expect(body.blocks).toMatchObject([
      {},
      { text: 'gallery galleryName 1\ntest gallery description 1' },
      { image: { width: 800, height: 640, creditText: 'John Jacob', focalPoint: { x: 0.575, y: 0.344 } } },
      { url: 'https://twitter.com/pathfinderSport/status/1234567890', provider: 'X', text: expect.stringContaining('Αρσεναλ') },
      marked("Here's my html", { type: 'EMPHASIS', start: 0, end: 14 }),
      { rows: [{ cells: [{ isHeader: true }, {}] }, {}, {}] },
    ]);
    expect(story.contributions).toMatchObject([
      { person: { name: 'Greg Engel' }, links: [{ name: 'facebook' }, { name: 'reddit' }, { name: 'website' }] },
    ]);
    expect(JSON.stringify({ story, body })).not.toMatch(/washpost\.com|eldest|d63ebc8a/);
  });

  it('keeps all that readers would see', () => {
    const shown = (value: unknown, key = ''): string[] => {
      if (Array.isArray(value)) return value.flatMap((entry) => shown(entry, key));
      if (typeof value === 'string') return /^(?:content|caption|title|text|basic)$/.test(key) ? [value.replace(/<[^>]+>/g, '')] : [];
      return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([inner, of]) => shown(of, inner)) : [];
    };
    const taken = files.filter((file) => faultsOf(contentOf(file)).length === 0);
    for (const file of taken) {
      const { headlines, subheadlines, description, content_elements } = contentOf(file);
      const { story, body } = told(contentOf(file));
      const kept = [story.headline, story.abstract, ...(body?.blocks.map(blockText) ?? [])].join('\n');
      const wanted = shown({ headlines, subheadlines, description, content_elements });
      const lost = wanted.filter((words) => !kept.includes(words)).join('').length;
      expect([file, lost / wanted.join('').length < 0.01]).toEqual([file, true]);
    }
    expect(taken).toHaveLength(3);
  });
});
