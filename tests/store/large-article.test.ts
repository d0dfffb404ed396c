import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Article } from '../../lambda/domain/article.ts';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import { ArticleTooLarge, Refused } from '../../lambda/domain/fault.ts';
import { type Instant, instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import type { QuotationContent } from '../../lambda/domain/quotation.ts';
import { readArticleAt, readArticleByPath, readTeasers } from '../../lambda/store/article-reads.ts';
import { pushArticle } from '../../lambda/store/article-writes.ts';
import { readConcept } from '../../lambda/store/concept-reads.ts';
import { listAbout, listLatest, listMentions, listQuotations, listSection } from '../../lambda/store/listing-reads.ts';
import { type NewsTable, openNewsTable } from '../../lambda/store/news-table.ts';
import { readManifest } from '../../lambda/store/read-manifest.ts';
import { textOf } from '../../lambda/store/repair/table-walk.ts';
import { repairTable } from '../../lambda/store/repair.ts';
import { sweep } from '../../lambda/store/sweeper.ts';
import { anArticle, aQuotation, at, idOf } from '../support/article.ts';
import { emptyTable, type LocalTable, startLocalTable } from '../support/table.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await startLocalTable();
});
afterAll(() => local[Symbol.asyncDispose]());

/** Text of exactly so many bytes that compresses to about three quarters: as bad as text gets, and the same in every run. */
function prose(bytes: number, seed: string): string {
  const parts: string[] = [];
  for (let length = 0, part = 0; length < bytes; part += 1) {
    const digest = createHash('sha256').update(`${seed} ${part}`).digest('base64');
    parts.push(digest);
    length += digest.length;
  }
  return parts.join('').slice(0, bytes);
}

const ID = 'inquiry';
const topic = (number: number) => identifiedConcept('Topic', `Topic ${number}`, `urn:topic:${number}`);
const speaker = (number: number) => identifiedConcept('Person', `Speaker ${number}`, `urn:speaker:${number}`);

/** Sixty-seven quotations by 24 people, 76 subjects besides, 1.9 MB of text. From one version to the next the words, the section, the path and some subjects change. */
function largeArticle(version: number, status: Article['pubStatus'] = 'USABLE'): Article {
  const paragraphs = Array.from({ length: 190 }, (_, place) => prose(10_000, `${version} ${place}`));
  const quotations = Array.from({ length: 67 }, (_, turn): QuotationContent => {
    const text = paragraphs[turn]?.slice(0, 120) ?? '';
    const { speaker: said, ...rest } = aQuotation(text, `Speaker ${turn % 24}`, { block: turn });
    return { ...rest, speaker: said && { ...said, agent: speaker(turn % 24), affiliation: null } };
  });
  const subjects = Array.from({ length: 76 }, (_, number) => topic(number + version * 5));
  return anArticle({
    ...{ id: ID, version, status, headline: `Inquiry, part ${version}`, section: `Part ${version}`, path: `/inquiry/${version}` },
    ...{ paragraphs, quotations, about: subjects.slice(0, 6), mentions: subjects.slice(6) },
  });
}

/** What happens to it, hour by hour. The kill carries no story. */
const STEPS = [
  { name: 'published', article: largeArticle(1), now: at('06:00'), visible: 1 },
  { name: 'corrected', article: largeArticle(2), now: at('07:00'), visible: 2 },
  { name: 'killed', article: largeArticle(3, 'CANCELED'), now: at('08:00'), visible: null },
  { name: 'returned', article: largeArticle(4), now: at('09:00'), visible: 4 },
] as const;

/** The process that writes is gone. */
class Cut extends Error {}

/** The same table for a process that dies after its n-th write: nothing that it asks for afterwards is answered. */
function cutAfter(tableName: string, writes: number): { table: NewsTable; written: () => number } {
  const table = openNewsTable({ tableName, endpoint: local.endpoint });
  let written = 0;
  table.client.middlewareStack.add((next, { commandName = '' }) => async (args) => {
    if (written >= writes) throw new Cut();
    const answer = await next(args);
    if (/Write|Put|Update|Delete/.test(commandName)) {
      written += 1;
      if (written >= writes) throw new Cut(); // it was done, and nobody hears of it
    }
    return answer;
  });
  return { table, written: () => written };
}

/** What repair finds: nothing is orphaned, nothing is missing, every copy is the version's. */
async function findings(table: NewsTable, now: Instant): Promise<string[]> {
  const found: string[] = [];
  for await (const page of repairTable(table, () => now, { write: false })) {
    found.push(...page.findings.map(({ item, key, is }) => `${item} ${textOf(key)} ${is}`));
  }
  return found;
}

/** Everything that readers can see of it: by id and path, with its exact body, and in its lists. */
async function expectToStand(table: NewsTable, step: number, clock: Instant) {
  const { article, visible } = STEPS[step] as (typeof STEPS)[number];
  const id = idOf(ID);
  const found = await readArticleAt(table, id, clock, { withBody: true });
  const former = STEPS.slice(0, step).filter(({ visible }) => visible !== null);
  if (visible === null) {
    expect(found).toMatchObject({ tombstone: { version: article.version, reason: 'WITHDRAWN' } });
    expect((await listLatest(table, null, clock, {})).edges).toEqual([]);
    expect(await readTeasers(table, [id], clock)).toEqual([null]);
    for (const { article } of former) {
      expect(await readArticleByPath(table, article.story?.path ?? '', clock, { withBody: false })).toMatchObject({ withdrawn: { id } });
      expect((await listSection(table, article.story?.section.slug ?? '', clock, {})).edges).toEqual([]);
    }
    expect(await readConcept(table, topic(50).id, clock)).toBeNull();
    expect((await listQuotations(table, speaker(1).id, clock, {})).edges).toEqual([]);
    return;
  }
  expect(found && 'head' in found && [found.head.version, found.head.headline]).toEqual([visible, article.story?.headline]);
  expect(found && 'head' in found && JSON.stringify(found.body) === JSON.stringify(article.body)).toBe(true);
  const byPath = await readArticleByPath(table, article.story?.path ?? '', clock, { withBody: true });
  expect(byPath && 'article' in byPath && JSON.stringify(byPath.article.body) === JSON.stringify(article.body)).toBe(true);
  for (const { article } of former) {
    expect(await readArticleByPath(table, article.story?.path ?? '', clock, { withBody: false })).toMatchObject({
      moved: { version: visible },
    });
    expect((await listSection(table, article.story?.section.slug ?? '', clock, {})).edges).toEqual([]);
  }
  const versions = ({ edges }: Awaited<ReturnType<typeof listLatest>>) => edges.map(({ node }) => node.version);
  expect(versions(await listLatest(table, null, clock, {}))).toEqual([visible]);
  expect(versions(await listSection(table, article.story?.section.slug ?? '', clock, {}))).toEqual([visible]);
  const { about = [], mentions = [] } = article.story ?? {};
  expect(about.length + mentions.length).toBe(76);
  for (const { id, name } of about) {
    expect(versions(await listAbout(table, id, clock, {}))).toEqual([visible]);
    expect(await readConcept(table, id, clock)).toMatchObject({ name });
  }
  for (const { id } of mentions) expect(versions(await listMentions(table, id, clock, {}))).toEqual([visible]);
  const said = await Promise.all(Array.from({ length: 24 }, (_, number) => listQuotations(table, speaker(number).id, clock, {})));
  expect(said.flatMap(({ edges }) => edges)).toHaveLength(67);
  if (step > 0) expect(await readConcept(table, topic(visible * 5 - 1).id, clock)).toBeNull(); // a subject of the version before
}

/** Writes of each step that nothing cuts, as measured by the first test below. */
const writes: number[] = [];

/** The n-th write after which a step is cut: around the intent, the removals, the heads and the additions; among the profiles; before the finish. */
const POINTS = [() => 1, (all: number) => all - 1, () => 4, (all: number) => Math.ceil(all / 2), () => 2, () => 3, () => 5] as const;

/** Each step is cut at one of the points and finished in either way; with `CUTS=all` at each of them. */
const RUNS = process.env.CUTS === 'all' ? { retry: [0, 1, 2, 3, 4, 5, 6], sweeper: [0, 1, 2, 3, 4, 5, 6] } : { retry: [0], sweeper: [2] };

describe('an article of 67 quotations, 76 subjects and 1.9 MB', () => {
  it('is published, corrected, killed and returned, and leaves nothing behind', async () => {
    const { table, tableName } = await emptyTable(local.endpoint);
    for (const [step, { article, now }] of STEPS.entries()) {
      const whole = cutAfter(tableName, Number.POSITIVE_INFINITY);
      expect(await pushArticle(whole.table, article, now)).toMatchObject({ outcome: 'ACCEPTED', warnings: [] });
      writes.push(whole.written());
      await expectToStand(table, step, now);
      expect(await findings(table, now)).toEqual([]);
    }
    expect(Math.min(...writes)).toBeGreaterThan(6); // it does not fit one transaction: there is something to cut
  }, 120_000);

  it.each(RUNS.retry)(
    'is finished by one retry of a push that was cut, wherever that was (run %i)',
    async (run) => {
      const { table, tableName } = await emptyTable(local.endpoint);
      for (const [step, { article, now }] of STEPS.entries()) {
        await expect(pushArticle(cutAfter(tableName, pointOf(run, step)).table, article, now)).rejects.toThrow(Cut);
        await pushArticle(table, article, later(now, 20));
        await expectToStand(table, step, later(now, 20));
        expect(await findings(table, later(now, 20))).toEqual([]);
      }
    },
    240_000,
  );

  it.each(RUNS.sweeper)(
    'is finished by the sweeper alone, or else left as if nobody had pushed it (run %i)',
    async (run) => {
      const { table, tableName } = await emptyTable(local.endpoint);
      for (const [step, { article, now }] of STEPS.entries()) {
        await expect(pushArticle(cutAfter(tableName, pointOf(run, step)).table, article, now)).rejects.toThrow(Cut);
        await sweep(table, later(now, 60));
        const { state } = (await readManifest(table, idOf(ID))) ?? {};
        expect(state?.finished).toBe(true);
        const isTaken = state?.known.version === article.version;
        if (isTaken) await expectToStand(table, step, later(now, 60));
        else if (step > 0) await expectToStand(table, step - 1, later(now, 60));
        else expect(await readArticleAt(table, idOf(ID), later(now, 60), { withBody: false })).toBeNull();
        expect(await findings(table, later(now, 120))).toEqual([]);
        expect((await pushArticle(table, article, later(now, 120))).outcome).toBe(isTaken ? 'UNCHANGED' : 'ACCEPTED');
      }
      await expectToStand(table, STEPS.length - 1, at('12:00'));
    },
    240_000,
  );
});

function pointOf(run: number, step: number): number {
  const point = POINTS[(run + step) % POINTS.length] as (typeof POINTS)[number];
  return point(writes[step] as number);
}

function later(now: Instant, seconds: number): Instant {
  return instantOf(millisecondsOf(now) + seconds * 1000);
}

describe('a body', () => {
  it.each([399 * 1024, 700_000, 1_200_000, 2 * 1024 * 1024])('of %i bytes is stored whole and read back equal', async (bytes) => {
    const id = `body of ${bytes}`;
    const paragraphs = [prose(bytes - 999, id), '日'.repeat(333)]; // three bytes each
    const article = anArticle({ id, paragraphs });
    expect(article.body?.blocks.reduce((sum, block) => sum + Buffer.byteLength('text' in block ? block.text : ''), 0)).toBe(bytes);
    await pushArticle(local.table, article, at('06:00'));
    const found = await readArticleAt(local.table, idOf(id), at('06:00'), { withBody: true });
    expect(found && 'head' in found && found.head.chunks).toBeGreaterThan(bytes > 500_000 ? 1 : 0);
    expect(found && 'head' in found && JSON.stringify(found.body) === JSON.stringify(article.body)).toBe(true);
  });

  it('of more than 2 MB is refused before anything is asked of the table', async () => {
    const { table, calls } = countingTable();
    const paragraphs = [prose(2 * 1024 * 1024 + 1, 'too large')];
    await expect(pushArticle(table, anArticle({ id: 'too large', paragraphs }), at('06:00'))).rejects.toThrow(ArticleTooLarge);
    expect(calls).toEqual([]);
  });

  it('of 2 MB is refused before anything is written when what describes it is too large for an item', async () => {
    const { table, calls } = countingTable();
    const mentions = Array.from({ length: 4_000 }, (_, number) =>
      identifiedConcept('Topic', `Topic ${number} ${'of '.repeat(10)}`, `urn:${number}`),
    );
    const article = anArticle({ id: 'too many subjects', mentions, paragraphs: [prose(2 * 1024 * 1024, 'subjects')] });
    await expect(pushArticle(table, article, at('06:00'))).rejects.toThrow(Refused);
    expect(calls.filter((name) => !/^(GetItem|Query|BatchGetItem)Command$/.test(name))).toEqual([]);
    expect(await readManifest(local.table, idOf('too many subjects'))).toBeNull();
  });
});

/** The table of this file, with a list of everything that is asked of it. */
function countingTable(): { table: NewsTable; calls: string[] } {
  const table = openNewsTable({ tableName: local.tableName, endpoint: local.endpoint });
  const calls: string[] = [];
  table.client.middlewareStack.add((next, { commandName = '' }) => (args) => {
    calls.push(commandName);
    return next(args);
  });
  return { table, calls };
}
