import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refused } from '../../../lambda/domain/fault.ts';
import { blockHtml } from '../../../lambda/domain/html.ts';
import { ans } from '../../../lambda/ingest/formats/ans.ts';

/** One for everybody: what is red is red for all. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_129);
const RUNS = Number(process.env.FUZZ_RUNS ?? 300);

const PICTURE = { type: 'image', url: 'https://sound.example/f.jpg', width: 800, height: 600, caption: 'Fog', focal_point: { x: 1, y: 1 } };

/** A story with a little of everything. */
const STORY = {
  ...{ _id: 'HARBOUR', type: 'story', version: '0.10.12', last_updated_date: '2026-11-02T20:00:00Z', publish_date: '2026-11-02T20:00:00Z' },
  ...{ revision: { published: true, editions: ['default'] }, language: 'en', canonical_url: '/ports/harbour/', location: 'Port Sorrel' },
  publishing: { has_published_edition: true, editions: { default: { edition_published: true, edition_date: '2026-11-02T20:00:00Z' } } },
  content_restrictions: { content_code: 'free', embargo: { active: false } },
  ...{ headlines: { basic: 'Harbour closes', mobile: 'Shut' }, subheadlines: { basic: 'For days' }, description: { basic: 'It closed.' } },
  ...{
    label: { basic: { text: 'The Sound', display: true } },
    owner: { sponsored: false },
    distributor: { name: 'Tern', category: 'wires' },
  },
  websites: { sound: { website_section: { _id: '/ports', name: 'Ports', parent_id: '/' }, website_url: '/ports/harbour/' } },
  credits: { by: [{ type: 'author', _id: 'x', name: 'Hester Quayle', social_links: [{ site: 'x', url: 'https://x.com/q' }] }] },
  taxonomy: {
    ...{ sections: [{ _id: '/ports/ferries', name: 'Ferries', parent: { default: '/ports' } }], tags: [{ text: 'Fog', slug: 'fog' }] },
    ...{ named_entities: [{ _id: 'i', name: 'Ilse Marrin', type: 'person' }], keywords: [{ keyword: 'quay' }], seo_keywords: ['quay'] },
  },
  promo_items: { basic: PICTURE, lead_art: { type: 'video', streams: [{ url: 'https://sound.example/v.mp4', stream_type: 'mp4' }] } },
  related_content: { basic: [{ type: 'story', _id: 'A', headlines: { basic: 'Fog' } }] },
  corrections: [{ type: 'correction', text: 'It was Tuesday.' }],
  content_elements: [
    { type: 'text', content: 'The <b>harbour</b> <a href="/x">closed</a>.' },
    {
      type: 'list',
      list_type: 'ordered',
      items: [
        { type: 'text', content: 'One' },
        { type: 'list', items: [{ type: 'text', content: 'Two' }] },
      ],
    },
    { type: 'quote', content_elements: [{ type: 'text', content: 'Shut!' }], citation: { type: 'text', content: 'Ilse Marrin' } },
    { type: 'table', header: [{ type: 'text', content: 'Day' }], rows: [[{ type: 'text', content: 'Monday' }]] },
    { type: 'link_list', title: 'More', items: [{ type: 'interstitial_link', url: 'https://sound.example/m', content: 'M' }] },
    { type: 'oembed_response', raw_oembed: { url: 'https://x.com/p/status/1', html: '<p>Post</p>' }, referent: { id: '1' } },
    { type: 'custom_embed', subtype: 'map', embed: { id: '1', url: 'https://maps.example/' } },
    { type: 'gallery', headlines: { basic: 'Fog' }, content_elements: [PICTURE] },
    PICTURE,
  ],
};

const HOSTILE = [
  ...[
    null,
    0,
    -1,
    1e21,
    true,
    '',
    ' ',
    'x',
    [],
    {},
    [[]],
    [{}],
    [null],
    '\ud83d',
    '\u0007',
    '&#7;',
    '<b>'.repeat(200),
    '9999-12-31T23:59:59-05:00',
  ],
  ...[
    'javascript:evil()',
    ' jAvA\tscript:evil()',
    'data:text/html,evil()',
    '//evil.example',
    '/\\evil.example',
    '<img src=x onerror=evil()>',
  ],
  ...[
    '"><script>evil()</script>',
    { type: 'text', content: '<a href="javascript:evil()">x</a>' },
    { type: '__proto__' },
    { basic: { basic: [] } },
  ],
];

/** Every place in a document at which something else may stand. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

const PLACES = placesIn(STORY).filter((path) => path.length > 0);

function changed(document: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (typeof document !== 'object' || document === null) return document;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(document) ? [...document] : { ...document };
  Reflect.set(copy, key, changed(Reflect.get(document, key), rest, value));
  return copy;
}

it(`a story in which anything may stand anywhere is taken or refused, and nothing of it runs (FUZZ_SEED=${SEED})`, () => {
  const change = fc.record({ path: fc.constantFrom(...PLACES), value: fc.constantFrom(...HOSTILE) });
  let taken = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 0, maxLength: 3 }), (changes) => {
      const document = changes.reduce<unknown>((whole, { path, value }) => changed(whole, path, value), STORY);
      try {
        const [article] = ans.read({ bytes: Buffer.from(JSON.stringify(document)), source: 'sound', uri: 'x', wishes: {} });
        const html = article?.body?.blocks.map(blockHtml).join('') ?? '';
        expect(html).not.toMatch(/<script|<img src=x|(?:href|src)="(?!https?:|\/[^/\\]|mailto:)/i);
        expect(JSON.stringify(article)).not.toMatch(/"(?:url|href)":"(?!https?:|\/[^/\\]|mailto:)/i);
        taken += 1;
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        expect(error.faults.length).toBeGreaterThan(0);
      }
    }),
    { seed: SEED, numRuns: RUNS, examples: [[[]]] },
  );
  expect(taken).toBeGreaterThan(RUNS / 20);
});
