import { describe, expect, it } from 'vitest';
import type { Article } from '../../../lambda/domain/article.ts';
import { type BlockContent, blockText, type Mark } from '../../../lambda/domain/body.ts';
import { Refused } from '../../../lambda/domain/fault.ts';
import { blockHtml } from '../../../lambda/domain/html.ts';
import { detectFormat } from '../../../lambda/ingest/detect.ts';
import type { Format, Sent } from '../../../lambda/ingest/format.ts';
import { FORMATS } from '../../../lambda/ingest/formats.ts';
import { prepareArticle } from '../../../lambda/store/article-writes.ts';
import { diceOf } from '../../faults/dice.ts';
import { halves } from '../../support/half-characters.ts';
import { ownFiles, realFiles, type Source } from './corpus.ts';
import { HAS_DATA } from './folder.ts';
import { mutate } from './mutate.ts';

/** One for everybody: what is red is red for all. */
const SEED = Number(process.env.SEED ?? 20_261_129);
const MUTATIONS = Number(process.env.MUTATIONS ?? 400);

/** How many of the slowest documents are told, when there are many. */
const SLOWEST = 10;
const MANY = 2000;

const WISHES: readonly Sent['wishes'][] = [{}, {}, { variants: 'language' }, { section: 'World', language: 'de', path: '/a/b' }];

type Counts = Record<string, { read: number; refused: number }>;

/** What became of one document. @throws whatever is no refusal, and a refusal that says nothing */
async function tryOne(format: Format, bytes: Buffer, wishes: Sent['wishes'], counts: Counts): Promise<void> {
  const count = counts[format.name] ?? { read: 0, refused: 0 };
  counts[format.name] = count;
  const sent = { bytes, source: 'desk', uri: 'a.json', wishes };
  const read = (part: Uint8Array): void => {
    const articles = answerOf(() => format.read({ ...sent, bytes: part }));
    if (articles === null) count.refused += 1;
    for (const article of articles ?? []) {
      count.read += 1;
      checkArticle(article);
      if (answerOf(() => prepareArticle(article)) !== null) expect(halves({ ...article, warnings: [] })).toEqual([]);
    }
  };
  read(bytes);
  if (!format.pieces) return;
  const open = async function* () {
    for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000);
  };
  for await (const piece of format.pieces(open)) {
    if ('bytes' in piece) read(piece.bytes);
    else if ('faults' in piece) checkFaults(piece.faults);
  }
}

/** Null when it is refused. */
function answerOf<Answer>(ask: () => Answer): Answer | null {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    checkFaults(error.faults);
    return null;
  }
}

function checkFaults(faults: Refused['faults']): void {
  expect(faults.length).toBeGreaterThan(0);
  for (const { place, reason } of faults) {
    if (!/\S/.test(place) || !/\S/.test(reason) || place.length > 1000 || reason.length > 2000)
      expect([place, reason]).toBe('a place and a reason');
  }
}

/** Whatever is taken can be kept and shown. */
function checkArticle(article: Article): void {
  if (article.pubStatus === 'CANCELED') return;
  const { story, body } = article;
  expect(story.headline.trim()).not.toBe('');
  expect(body.blocks.length).toBeGreaterThan(0);
  for (const block of body.blocks) {
    blockHtml(block);
    for (const { text, marks } of richTexts(block)) {
      for (const { start, end } of marks)
        if (!(start >= 0 && start < end && end <= text.length)) expect([start, end, text]).toBe('a mark within');
    }
  }
  for (const { text, block, start, end } of body.quotations) {
    const around = block === null ? undefined : body.blocks[block];
    if (around) expect(blockText(around).slice(start, end)).toBe(text);
  }
}

function richTexts(block: BlockContent): { text: string; marks: Mark[] }[] {
  if (block.kind === 'ListBlock' || block.kind === 'KeyFacts') return block.items;
  if (block.kind === 'TableBlock') return block.rows.flatMap(({ cells }) => cells);
  return 'marks' in block ? [block] : [];
}

function detected(bytes: Buffer): Format | null {
  return answerOf(() => detectFormat(FORMATS, bytes));
}

describe(`documents that came broken (seed ${SEED}, ${MUTATIONS} of them; SEED and MUTATIONS choose others)`, () => {
  const sources: Source[] = [...ownFiles(), ...realFiles()];
  const byFormat = [...Map.groupBy(sources, ({ format }) => format?.name ?? null).values()];

  it(`are read or refused with a place and a reason${HAS_DATA ? '' : ' (those of real wires and CMSs are not beside the repository)'}`, {
    timeout: 3_600_000,
  }, async () => {
    const counts: Counts = {};
    const slowest: { took: number; what: string }[] = [];
    for (let number = 0; number < MUTATIONS; number += 1) {
      const dice = diceOf(SEED + number); // each can be made again alone
      const some = byFormat[Math.floor(dice() * byFormat.length)] as Source[];
      const source = some[Math.floor(dice() * some.length)] as Source;
      const { bytes, done } = mutate(source, sources, dice);
      const formats = new Set([source.format, detected(bytes), FORMATS[Math.floor(dice() * FORMATS.length)] ?? null]);
      const wishes = WISHES[Math.floor(dice() * WISHES.length)] ?? {};
      for (const format of formats) {
        if (format === null) continue;
        const what = `${source.name} as ${format.name}, ${done.join(', ')}, ${bytes.length} bytes (SEED=${SEED + number} MUTATIONS=1)`;
        const before = process.cpuUsage();
        try {
          await tryOne(format, bytes, wishes, counts);
        } catch (error) {
          throw new Error(`${what}: ${(error as Error).message}`, { cause: error });
        }
        const { user, system } = process.cpuUsage(before);
        slowest.push({ took: (user + system) / 1000, what });
      }
      if (slowest.length > 1000) slowest.sort((one, other) => other.took - one.took).splice(SLOWEST);
    }
    slowest.sort((one, other) => other.took - one.took).splice(SLOWEST);
    if (MUTATIONS >= MANY) console.log([counts, ...slowest.map(({ took, what }) => `${Math.round(took)} ms of CPU: ${what}`)]);
    if (MUTATIONS < MANY) return; // a few prove nothing about the others
    for (const { name } of FORMATS) {
      expect([name, (counts[name]?.read ?? 0) > MUTATIONS / 200]).toEqual([name, true]);
      expect([name, (counts[name]?.refused ?? 0) > MUTATIONS / 200]).toEqual([name, true]);
    }
  });

  it('are kept without half a character, wherever one stands', () => {
    const tried = new Set<string>();
    for (const { name, format, bytes } of sources) {
      const document = format && jsonOf(bytes);
      if (!format || !document) continue;
      for (const path of placesOfText(document)) {
        const place = `${format.name}: ${path.map((key) => (/^\d+$/.test(key) ? '*' : key)).join('.')}`;
        if (tried.has(place)) continue;
        tried.add(place);
        for (const changed of HALF_OR_CUT.map((words) => withWords(document, path, words))) {
          const spoilt = Buffer.from(JSON.stringify(changed));
          for (const article of answerOf(() => format.read({ bytes: spoilt, source: 'desk', uri: 'a.json', wishes: {} })) ?? [])
            if (answerOf(() => prepareArticle(article)) !== null)
              expect([name, place, halves({ ...article, warnings: [] })]).toEqual([name, place, []]);
        }
      }
    }
    expect(tried.size).toBeGreaterThan(HAS_DATA ? 300 : 30);
  }, 120_000);
});

function jsonOf(bytes: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(bytes.toString());
    return typeof value === 'object' ? value : null;
  } catch {
    return null; // Markdown, text and XML, which cannot write half a character
  }
}

function placesOfText(value: unknown): string[][] {
  if (typeof value === 'string') return [[]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, within]) => placesOfText(within).map((path) => [key, ...path]));
}

/** Half a character, and whole ones of which a shortened text would hold half, wherever it is cut. */
const HALF_OR_CUT: readonly string[] = ['\ud83d', '🚢'.repeat(2000), `a${'🚢'.repeat(2000)}`];

function withWords(value: unknown, [key, ...path]: string[], words: string): unknown {
  if (key === undefined) return words === HALF_OR_CUT[0] ? `${value}${words}` : words;
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[key] = withWords((copy as Record<string, unknown>)[key], path, words);
  return copy;
}
