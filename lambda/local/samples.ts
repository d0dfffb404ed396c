import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { instantOf } from '../domain/instant.ts';
import { type Intake, ingest } from '../ingest/ingest.ts';
import { intakeOfFile } from '../ingest/intakes.ts';
import type { NewsTable } from '../store/news-table.ts';
import { showProgress } from './progress.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The source that the sample newsroom, and everything else that is pushed with the local key, is written by. */
export const LOCAL_SOURCE = 'local';

/**
 * Loads the sample newsroom into a table that has not seen it, with visible progress, in the order of file names: versions of one article
 * are `1.md`, `2.md` … in a folder of their own. A load that is cut begins again at the next start
 * and finds unchanged what was done; one that went through to its end is remembered, so that what somebody does to the samples lasts.
 * @param options.tableId tells this table from one that had its name before
 * @param options.loadedFile where the id of the table is remembered
 */
export async function loadSamples(table: NewsTable, { tableId, loadedFile }: { tableId: string; loadedFile: string }): Promise<void> {
  const loaded = await readFile(loadedFile, 'utf8').catch(() => '');
  if (loaded.trim() === tableId) return;
  const files = globSync('samples/**/*', { cwd: ROOT })
    .sort()
    .map((file) => ({ file, intake: intakeOfFile(file) }))
    .filter((one): one is { file: string; intake: Intake } => one.intake !== null);
  const articles = new Set<string>(); // several versions of one are one
  {
    using progress = showProgress('Loading the sample newsroom', files.length);
    for (const { file, intake } of files) {
      const sent = { bytes: await readFile(join(ROOT, file)), source: LOCAL_SOURCE, uri: file.replaceAll(sep, '/'), wishes: {} };
      for (const outcome of await ingest(table, intake, sent, instantOf(Date.now()))) {
        if (outcome.outcome === 'REFUSED') for (const { place, reason } of outcome.faults) console.error(`${file}: ${place}: ${reason}`);
        else if (intake.answers === 'articles') articles.add(outcome.uri);
      }
      progress.step();
    }
  }
  await writeFile(loadedFile, `${tableId}\n`);
  console.log(`Loaded the sample newsroom: ${articles.size} articles.`);
}
