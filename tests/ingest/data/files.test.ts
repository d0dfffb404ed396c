import { beforeAll, describe, expect, it } from 'vitest';
import { intakeNamed } from '../../../lambda/ingest/intakes.ts';
import { findFiles } from '../../../lambda/local/documents.ts';
import { NO_FORMAT, sum, Trial, type TriedFile } from '../../../lambda/local/trial.ts';
import { DATA, HAS_DATA, WITHOUT_DATA } from './folder.ts';

type Counts = { files: number; taken: number; refused: number; left: number };

/** What `npm run try` says of all files. A format more, or a file more, changes a line here. */
const TABLE: Record<string, Counts> = {
  markdown: { files: 15, taken: 15, refused: 0, left: 0 }, // where the others come from: Markdown is an article, whatever it speaks of
  ninjs: { files: 36, taken: 18, refused: 18, left: 0 },
  'wordpress-rest': { files: 4, taken: 0, refused: 4, left: 0 },
  'wordpress-wxr': { files: 9, taken: 55, refused: 6, left: 113 },
  ans: { files: 5, taken: 3, refused: 2, left: 0 },
  [NO_FORMAT]: { files: 207, taken: 0, refused: 0, left: 0 },
};

/** Files of no format, by where they come from: schemas, feeds, NewsML-G2, content trees, annotated texts, blocks and terms without a post. */
const NOT_READ: Record<string, number> = {
  ...{ feeds: 70, 'ft-content-tree': 56, 'iptc-newsml-g2': 9, 'iptc-ninjs': 25, 'superdesk-core': 4, 'washingtonpost-ans': 27 },
  ...{ 'wikinews-gum': 9, 'wordpress-gutenberg': 4, 'wordpress-rest': 3 },
};

const NO_ARTICLE = (type: string) => `document: type: is "${type}", and no article; text and composite are`;
const NO_HEADLINE = 'document: headlines: hold no main headline';
const NO_BODY = 'document: bodies: are missing; an article has at least one';
const NO_DATE = (key: string, text: string) => `document: ${key}: "${text}" is no date and time such as 2022-09-16T10:00:00Z`;
const NO_NAME = 'item: guid: is missing, and so is the link: nothing says what this article is called';

/**
 * Every file with something in it that is refused, and why: each was looked at, and none is an article that a newsroom would miss. Pictures and
 * events are none; the files of the test suite have one key each; the posts are shortened, or test what a theme does with a post of no words.
 */
const REFUSED: Record<string, readonly (string | RegExp)[]> = {
  'iptc-ninjs/examples/1.4/ninjsExSimplePhoto1.json': [NO_ARTICLE('picture')],
  'iptc-ninjs/examples/1.6/002_renditions_example.json': ['document: headline: hold no main headline'],
  'iptc-ninjs/examples/2.1/ap_image.json': [NO_ARTICLE('picture')],
  'iptc-ninjs/examples/2.1/imageEncodedRights.json': [NO_ARTICLE('picture')],
  'iptc-ninjs/examples/2.2/002_renditions_example.json': [NO_HEADLINE],
  'iptc-ninjs/examples/3.0/imageLinkedRights.json': [NO_ARTICLE('picture')],
  'iptc-ninjs/examples/3.0/simpleEvent.json': [NO_ARTICLE('event')],
  'iptc-ninjs/examples/3.1/002_renditions_example.json': [NO_HEADLINE],
  'iptc-ninjs/examples/3.1/008_event.json': [NO_ARTICLE('event')],
  'iptc-ninjs/validation/test_suite/1.0/should_pass/015_versioncreated.json': [NO_HEADLINE, NO_BODY],
  'iptc-ninjs/validation/test_suite/1.0/should_pass/016_versioncreated_bad_datetime.json': [
    ...[NO_DATE('versioncreated', 'Last Tuesday'), NO_HEADLINE, NO_BODY],
  ],
  'iptc-ninjs/validation/test_suite/1.0/should_pass/017_versioncreated_date_only.json': [
    ...[NO_DATE('versioncreated', '2019-09-24'), NO_HEADLINE, NO_BODY],
  ],
  'iptc-ninjs/validation/test_suite/1.0/should_pass/021_pubstatus_usable.json': [NO_HEADLINE, NO_BODY],
  'iptc-ninjs/validation/test_suite/1.0/should_pass/022_pubstatus_withheld.json': [NO_HEADLINE, NO_BODY],
  'iptc-ninjs/validation/test_suite/3.0/should_fail/001_bad_geojson.json': [NO_ARTICLE('picture')],
  'iptc-ninjs/validation/test_suite/3.0/should_fail/002_bad_association.json': [
    'document: associations, entry 1: name: is missing',
    /^document: associations, entry 1: i_can_put_anything: is not a known key/,
  ],
  'iptc-ninjs/validation/test_suite/3.0/should_fail/003_event_with_conflicting_start.json': [
    'document: places, entry 1: contactInfo: is not a known key; did you mean "contactinfo"?', // for it says that it is 2.2
    NO_ARTICLE('event'),
    /^document: eventDetails: is not a known key/,
  ],
  // an item of Superdesk's archive, with its desk, its users and the state of its editor; what Superdesk pushes has none of them
  'superdesk-core/tests/fixtures/article_with_embedded_article.json': ['document: _type: is not a known key; did you mean "type"?'],
  'washingtonpost-ans/0.10.12/story-fixture-bad-tag-strings.json': ['alpha', 'beta', 'gamma'].map(
    (tag, place) => `document: taxonomy: tags, entry ${place + 1}: must be a mapping, not the text ${tag}`,
  ),
  'washingtonpost-ans/0.10.12/story-fixture-good-taxonomy.json': [
    'document: headlines: basic: is missing',
    'document: content_elements: hold no words',
  ],
  'wordpress-rest/post-archive/posts.json': [1, 2, 3].flatMap((entry) =>
    ['title: is missing', 'content: holds no words'].map((fault) => `document, entry ${entry}: ${fault}`),
  ),
  'wordpress-rest/post-type/attachment-1.json': ['document: type: is "attachment", and no article; "post" is'],
  'wordpress-rest/post-type/page-1.json': ['document: type: is "page", and no article; "post" is'],
  'wordpress-rest/post-type/post-1.json': ['document: title: is missing', 'document: content: holds no words'],
  'wordpress-wxr/a11y-unit-test-data.xml': [
    'item: content:encoded: holds no words',
    'item: title: is missing',
    'item: content:encoded: holds no words',
  ],
  'wordpress-wxr/authors-multiline.xml': [NO_NAME],
  'wordpress-wxr/cdata-edge.xml': [NO_NAME],
  'wordpress-wxr/malformed-simple.xml': ['line 14: is no XML: Unclosed root tag'],
};

async function tryAll(folder: string, format: string | null = null) {
  const trial = new Trial(format === null ? null : intakeNamed(format));
  const tried: TriedFile[] = [];
  for (const file of findFiles([folder], DATA)) tried.push(await trial.read(file));
  return { rows: trial.rows, tried };
}

const saidOf = ({ faults }: TriedFile) => faults.map(({ place, reason }) => `${place}: ${reason}`);

describe.skipIf(!HAS_DATA)(`the files of real wires and CMSs${WITHOUT_DATA}`, () => {
  let all: ReturnType<typeof tryAll>;
  beforeAll(() => {
    all = tryAll('.');
  });

  it('are taken, or refused for what is wrong with them, format by format', async () => {
    const { rows, tried } = await all;
    const counted = [...rows].map(([name, row]): [string, Counts] => [
      name,
      { files: row.files, taken: sum(row), refused: row.refused, left: [...row.left.values()].reduce((all, { count }) => all + count, 0) },
    ]);
    expect(Object.fromEntries(counted)).toEqual(TABLE);
    const refused = tried.filter((file) => file.refused > 0).map((file) => [file.shown, saidOf(file)]);
    expect(Object.fromEntries(refused)).toEqual(
      Object.fromEntries(
        Object.entries(REFUSED).map(([file, faults]) => [
          file,
          faults.map((fault) => (fault instanceof RegExp ? expect.stringMatching(fault) : fault)),
        ]),
      ),
    );
  });

  it('are of no format where they are no articles, or of a format that is not read', async () => {
    const { tried } = await all;
    const kinds = Map.groupBy(
      tried.filter(({ format }) => format === null),
      ({ shown }) => shown.split('/')[0],
    );
    expect(Object.fromEntries([...kinds].map(([kind, files]) => [kind, files.length]))).toEqual(NOT_READ);
    for (const { shown, faults } of [...kinds.values()].flat())
      expect([shown, faults]).toEqual([shown, [expect.objectContaining({ reason: 'cannot be told from the document' })]]);
  });

  it('of the test suite of ninjs 1.0 are refused for having one key alone, but for the one that withdraws', async () => {
    const { tried } = await tryAll('iptc-ninjs/validation/test_suite/1.0', 'ninjs');
    expect(tried.filter(({ taken }) => taken > 0).map(({ shown }) => shown.split('/').at(-1))).toEqual(['023_pubstatus_canceled.json']);
    const others = tried.filter(({ taken }) => taken === 0);
    expect(others).toHaveLength(25);
    for (const file of others)
      expect(saidOf(file)).toContainEqual(expect.stringMatching(/hold no main headline$|and no article; text and composite are$/));
  });
});
