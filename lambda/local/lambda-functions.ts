import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../config.ts';
import type { HttpHandler } from './gateway.ts';
import { newestChange } from './newest-change.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The functions as they are deployed, by the name of their bundle. */
export type LambdaFunctions = { graphql: HttpHandler; ingest: HttpHandler; feeds: HttpHandler };

/**
 * Loads the functions: from their sources on `dev`, from their bundles on `prod`, which are built first when they are missing or older
 * than what they are made of. Each reads its configuration as it is loaded, as it would on Lambda.
 */
export async function loadFunctions(stage: Stage): Promise<LambdaFunctions> {
  if (stage === 'dev') {
    const [graphql, ingest, feeds] = await Promise.all([
      import('../graphql/handler.ts'),
      import('../ingest/handler.ts'),
      import('../feeds/handler.ts'),
    ]);
    return { graphql: graphql.handler, ingest: ingest.handler, feeds: feeds.handler };
  }
  const [graphql, ingest, feeds] = await Promise.all([loadBundle('graphql'), loadBundle('ingest'), loadBundle('feeds')]);
  return { graphql, ingest, feeds };
}

async function loadBundle(name: keyof LambdaFunctions): Promise<HttpHandler> {
  const file = join(ROOT, 'dist', name, 'index.mjs');
  if (!existsSync(file) || statSync(file).mtimeMs < newestChange(ROOT, ['lambda', 'build.ts'])) {
    console.error(`Building dist/${name}/index.mjs …`);
    const { buildBundle } = await import('../../build.ts');
    await buildBundle(name);
  }
  const { handler } = await import(file);
  return handler;
}
