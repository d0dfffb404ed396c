import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Instant } from '../../../lambda/domain/instant.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../../support/table.ts';
import { HIDINGS, membersOf, pushNewsroom, READ_AT } from './newsroom.ts';

/** What `npm run test:hidden` shows of 1,000 among 10,000, in a size that every run of the tests can take. */

/** Ends what would take for ever, in milliseconds. */
const LONG = 200_000;

const members = membersOf(100, 20);

let local: LocalTable;
let control: Pick<LocalTable, 'table'>;

beforeAll(async () => {
  local = await startLocalTable();
  control = await emptyTable(local.endpoint);
  await pushNewsroom(local.table, members, { secrets: true });
  await pushNewsroom(control.table, members, { secrets: false });
}, LONG);
afterAll(() => local[Symbol.asyncDispose]());

/** A walk through the server as it is loaded now. */
async function walked(options: { compared: boolean; most?: number }) {
  vi.resetModules();
  const { askerOf, serverForWalks, walkBoth } = await import('./walk.ts');
  const server = serverForWalks();
  const other = options.compared ? askerOf(server, control.table, READ_AT) : null;
  return walkBoth(askerOf(server, local.table, READ_AT), other, members, { ...(options.most ? { most: options.most } : {}) });
}

describe('articles that are hidden among others', () => {
  it('are hidden in every way there is', () => {
    for (const hiding of HIDINGS) expect(members.filter((one) => one.hiding === hiding).length).toBeGreaterThan(2);
  });

  it(
    'show in no byte of any answer, and change no answer and no number of calls',
    async () => {
      const { faults, requests } = await walked({ compared: true });
      expect(faults).toEqual([]);
      expect(requests).toBeGreaterThan(150);
    },
    LONG,
  );
});

const LATER = '2099-06-01T00:00:00.000Z' as Instant;
const READS = '../../../lambda/store/article-reads.ts';
const LISTS = '../../../lambda/store/listing-reads.ts';
const CONCEPTS = '../../../lambda/store/concept-reads.ts';
const CHANGES = '../../../lambda/store/change-reads.ts';
const FRONTS = '../../../lambda/store/front-reads.ts';

describe('one way to read that forgets the clock', () => {
  afterEach(() => {
    for (const file of [READS, LISTS, CONCEPTS, CHANGES, FRONTS, '../../../lambda/domain/visible.ts']) vi.doUnmock(file);
  });

  it.each([
    ['teasers by id', READS, 'readTeasers'],
    ['an article by path', READS, 'readArticleByPath'],
    ['a section', LISTS, 'listSection'],
    ['quotations', LISTS, 'listQuotations'],
    ['translations', LISTS, 'listTranslations'],
    ['concepts by id', CONCEPTS, 'readConcepts'],
    ['a directory', CONCEPTS, 'listConcepts'],
    ['sections', CONCEPTS, 'listSections'],
    ['a front', FRONTS, 'readFront'],
    ['changes', CHANGES, 'listChanges'],
  ])(
    'is found: %s',
    async (_name, file, read) => {
      vi.doMock(file, async (original) => {
        const reads = await original<Record<string, (...args: unknown[]) => unknown>>();
        return { ...reads, [read]: (...args: unknown[]) => reads[read]?.(...args.map((one) => (one === READ_AT ? LATER : one))) };
      });
      const { faults } = await walked({ compared: read === 'listChanges', most: 1 });
      expect(faults).not.toEqual([]);
    },
    LONG,
  );

  it(
    'is found: nobody is asked whether something is visible',
    async () => {
      vi.doMock('../../../lambda/domain/visible.ts', () => ({ visible: () => true }));
      const { faults } = await walked({ compared: false, most: 1 });
      expect(faults).not.toEqual([]);
    },
    LONG,
  );
});
