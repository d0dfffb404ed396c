import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../../lambda/ingest/formats.ts';
import { type BundledService, type PushAnswer, startBundledService } from '../../support/bundled-service.ts';
import { EVERYTHING, type Fields, told } from './answer.ts';
import { FILES } from './files.ts';
import { answerOf, type NamedFile } from './named-file.ts';
import { textsOf, withWholeWords } from './source-words.ts';

/** Real files of agencies and CMSs: in through the push endpoint, out through the API, both as they are deployed, and every field of the answer. */

const FOLDER = new URL('../../../../shared/data/', import.meta.url);
const isPresent = existsSync(FOLDER);

/** Each file is of a source of its own, so that none meets what another one pushed. */
const sourceOf = ({ path }: NamedFile) => path.replace(/[^a-z0-9]+/gi, '-').toLowerCase();

/** The source that pushes files with nothing taken out. */
const AS_IT_IS = 'as-it-is';

let service: BundledService;
beforeAll(async () => {
  if (isPresent) service = await startBundledService([...FILES.map(sourceOf), AS_IT_IS]);
});
afterAll(() => service?.[Symbol.asyncDispose]());

const textOf = ({ path }: NamedFile) => readFileSync(new URL(path, FOLDER), 'utf8');

/** The documents of a file as `npm run ingest` pushes them: an export item by item, all others whole. */
async function documentsOf(file: NamedFile, changes: Changes): Promise<{ place: string; bytes: Uint8Array }[]> {
  const text = textOf(file);
  const { pieces } = FORMATS.find(({ name }) => name === file.format) ?? {};
  if (pieces === undefined) return [{ place: '', bytes: Buffer.from(changed(text, changes)) }];
  const open = async function* () {
    yield Buffer.from(text);
  };
  const documents: { place: string; bytes: Uint8Array }[] = [];
  for await (const piece of pieces(open)) if ('bytes' in piece) documents.push(piece);
  return documents;
}

type Changes = Pick<NamedFile, 'without' | 'beside'>;
const NOTHING: Changes = {};

function changed(text: string, { without = [], beside = {} }: Changes): string {
  if (without.length === 0 && Object.keys(beside).length === 0) return text;
  const kept = Object.entries(JSON.parse(text)).filter(([key]) => !without.includes(key));
  return JSON.stringify({ ...Object.fromEntries(kept), ...beside });
}

/** Pushes what a file says under a title; a file of one document has none. */
async function push(file: NamedFile, title?: string, changes: Changes = file, source = sourceOf(file)): Promise<PushAnswer> {
  const documents = (await documentsOf(file, changes)).filter(({ place }) => title === undefined || place.endsWith(`"${title}"`));
  if (documents.length !== 1) throw new Error(`${documents.length} documents of ${file.path} are called ${title}`);
  const { format, query = '' } = file;
  return service.push({ source, format, query, body: documents[0]?.bytes ?? '' });
}

async function answered({ articles }: PushAnswer): Promise<Fields> {
  const { data, errors } = await service.ask<{ article: Fields }>(EVERYTHING, { id: articles[0]?.id });
  expect(errors).toBeUndefined();
  const { source, ...article } = told(data.article) as Fields;
  // what else is about the same subject depends on what else is there
  const related = (article.related as Fields[] | undefined)?.filter(({ reason }) => reason === 'CHOSEN' || reason === 'REWRITES') ?? [];
  const { related: _, ...others } = article;
  return related.length > 0 ? { ...others, related } : others;
}

describe.each(FILES.map((file) => [file.path, file] as const))('%s', (_path, file) => {
  for (const expected of file.articles) {
    const { title, notSpoken = [], answer } = expected;
    const name = `${title === undefined ? 'is' : `“${title}” is`} answered field by field as an editor reads it`;
    it.runIf(isPresent)(isPresent ? name : `${name} (skipped: ../shared/data is not there)`, async () => {
      const pushed = await push(file, title);
      expect(pushed).toMatchObject({ status: 201, articles: [{ outcome: 'ACCEPTED', uri: answer.uri }] });
      const { quotations = [], ...article } = await answered(pushed);
      const { quotations: spoken = [], ...wanted } = withWholeWords(answerOf(expected), textsOf(file.path, textOf(file)));
      expect(article).toEqual(wanted);
      const isSpoken = ({ text }: Fields) => !notSpoken.includes(String(text));
      expect((quotations as Fields[]).filter(isSpoken).map(withoutEnd)).toEqual(spoken);
      expect((quotations as Fields[]).filter((one) => !isSpoken(one)).map(({ text }) => text)).toEqual(notSpoken);
      expect((quotations as Fields[]).every(({ text, start, end }) => Number(end) - Number(start) === String(text).length)).toBe(true);
    });
  }

  if (file.asItIs !== undefined) {
    const name = `is answered without ${file.without?.join()} taken out, too`;
    it.runIf(isPresent)(isPresent ? name : `${name} (skipped: ../shared/data is not there)`, async () => {
      expect(await answered(await push(file, undefined, NOTHING, AS_IT_IS))).toEqual(file.asItIs);
    });
  }

  for (const { title, faults } of file.refused ?? []) {
    const name = `${title === undefined ? 'is' : `“${title}” is`} refused, and why`;
    it.runIf(isPresent)(isPresent ? name : `${name} (skipped: ../shared/data is not there)`, async () => {
      const { status, articles, faults: ofAll } = await push(file, title, NOTHING, AS_IT_IS);
      expect(status).toBe(422);
      const told = [...ofAll, ...articles.flatMap((article) => article.faults ?? [])];
      expect(told.map(({ place, reason }) => `${place}: ${reason}`)).toEqual(faults);
    });
  }
});

function withoutEnd({ end, ...quotation }: Fields): Fields {
  return quotation;
}
