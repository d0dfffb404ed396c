import { describe, expect, it } from 'vitest';
import { realFiles } from './corpus.ts';
import { HAS_DATA, WITHOUT_DATA } from './folder.ts';
import { keysOfExport, keysOfJson, toldKeys } from './source-keys.ts';

/** Where docs/integrate.md speaks of the keys of a format. Those of WordPress are held in ../integrate.test.ts, those of ANS in ../formats/ans.test.ts. */
type Told = {
  format: string;
  keysOf(bytes: Uint8Array): string[];
  /** Whether the page speaks of a key. */
  isTold(key: string): boolean;
  /** How many different keys occur at least: else nothing was compared. */
  least: number;
  /** Files with keys that nobody knows; they are refused for them. */
  refused: readonly string[];
};

const ninjs = toldKeys('## ninjs 3');
const superdesk = toldKeys('| key of Superdesk | | |');

const TOLD: readonly Told[] = [
  {
    format: 'ninjs',
    keysOf: keysOfJson,
    isTold: (key) => ninjs.isTold(nameInThree(key)) || superdesk.isTold(key),
    least: 150,
    refused: [
      'iptc-ninjs/validation/test_suite/3.0/should_fail/002_bad_association.json',
      'superdesk-core/tests/fixtures/article_with_embedded_article.json',
    ],
  },
];

/** The names of 1.x that are not those of 3.1 in lower case; what else differs is said in words on the page. */
const OF_ONE: Record<string, string> = {
  ...{ byline: 'by', person: 'people', organisation: 'organisations', place: 'places', subject: 'subjects', event: 'events' },
  ...{ object: 'objects', genre: 'genres', infosource: 'infoSources', $standard: 'standard', embargoed: 'embargoedUntil' },
};

/** A key of any version of ninjs as it is called in 3.1. An item that comes along has the keys of an item. */
function nameInThree(key: string): string {
  const [top = '', ...inside] = key.split('.');
  const words = /^(headline|description|body)(?:_\w+)?$/.exec(top)?.[1];
  if (words && inside.length === 0) return { headline: 'headlines', description: 'descriptions', body: 'bodies' }[words] ?? top;
  if (top === 'associations' && inside.length > 0) {
    if (ninjs.keys.includes(key)) return key;
    const [first = '', ...rest] = inside;
    const isItemKey = ninjs.isTold(nameInThree(first));
    return isItemKey ? nameInThree(inside.join('.')) : rest.length === 0 ? 'associations.name' : nameInThree(rest.join('.'));
  }
  const part: Record<string, string> = { code: 'literal', qcode: 'literal', scheme: 'literal', contenttype: 'contentType' };
  return [OF_ONE[top] ?? top, ...inside.map((one) => part[one] ?? one)].join('.');
}

describe.skipIf(!HAS_DATA)(`the keys of the files of real wires and CMSs${WITHOUT_DATA}`, () => {
  it.each(TOLD)('of $format stand in docs/integrate.md', ({ format, keysOf, isTold, least, refused }) => {
    const files = realFiles().filter((file) => file.format?.name === format && !refused.includes(file.name));
    const found = new Map(files.flatMap(({ name, bytes }) => keysOf(bytes).map((key): [string, string] => [key, name])));
    expect(found.size).toBeGreaterThanOrEqual(least);
    expect([...found].filter(([key]) => !isTold(key))).toEqual([]);
  });

  it('would be missed', () => {
    const [told] = TOLD;
    for (const key of ['mood', 'task.user', 'service.mood', 'authors.salary', 'subject.mood', 'associations.logo.mood', 'bodies.mood']) {
      expect([key, told?.isTold(key)]).toEqual([key, false]);
    }
  });

  it('are read out of exports too', () => {
    const [file] = realFiles().filter(({ format }) => format?.name === 'wordpress-wxr');
    const keys = keysOfExport(file?.bytes ?? Buffer.from(''));
    expect(keys).toContain('item.category.@nicename');
  });
});
