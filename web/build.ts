/** Builds the news site into dist/web, and what it asks into dist/web-documents.json. `node web/build.ts` */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { documentsOf } from '../client/documents.ts';
import * as generated from './src/generated.ts';

/** Writes both; the documents are to be registered with the service before the site goes out. */
export async function buildSite(): Promise<void> {
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });
  writeFileSync(join(import.meta.dirname, '../dist/web-documents.json'), `${JSON.stringify(documentsOf(generated), null, 2)}\n`);
}

if (import.meta.main) await buildSite();
