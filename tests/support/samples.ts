import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Instant } from '../../lambda/domain/instant.ts';
import { type Intake, ingest, type Outcome } from '../../lambda/ingest/ingest.ts';
import { intakeOfFile } from '../../lambda/ingest/intakes.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';

const ROOT = `${import.meta.dirname}/../..`;

/** The articles of the sample newsroom, seen from the root of the repository. */
export const sampleFiles = globSync('samples/**/*{.md,.ninjs.json}', { cwd: ROOT }).sort();

/** Its fronts and what it says of concepts. */
export const sampleSheets = globSync('samples/**/*{.front.json,.concepts.json}', { cwd: ROOT }).sort();

/** The sample newsroom, as `npm start` loads it, in any table. */
export async function ingestSamples(table: NewsTable, now: Instant): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  // versions of one article lie in a folder of their own, and come in one after the other
  const byArticle = Map.groupBy([...sampleFiles, ...sampleSheets], (file) => (/\/\d+\.\w+$/.test(file) ? dirname(file) : file));
  const articles = byArticle.values();
  const work = async () => {
    for (const files of articles) {
      for (const file of files) {
        const sent = { bytes: readFileSync(`${ROOT}/${file}`), source: 'local', uri: file, wishes: {} };
        outcomes.push(...(await ingest(table, intakeOfFile(file) as Intake, sent, now)));
      }
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return outcomes;
}
