import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { HttpHandler } from './gateway.ts';
import { newestChange } from './newest-change.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Where the news site lies when it is built, and what it asks, as `npm run documents` takes it. */
export const SITE_FOLDER = join(ROOT, 'dist/web');
export const SITE_DOCUMENTS = join(ROOT, 'dist/web-documents.json');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A page may ask and run nothing but what comes from here. Pictures and films are wherever a newsroom keeps them. */
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src * data:; media-src *; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cache-control': 'no-cache',
};

/** Everything below `/-/` has its own hash in its name. */
const FOREVER = { 'cache-control': 'public, max-age=31536000, immutable' };

/** What is worth the time to compress: fonts are already. */
const TEXTS = ['.html', '.js', '.css', '.svg'];

/**
 * Serves the news site: its files by their names, and its one page at every other address, which asks the API what stands there. A file is looked for when it is
 * asked for, so that a build beside a running service is served at once.
 */
export function siteFiles(folder = SITE_FOLDER): HttpHandler {
  return async ({ rawPath, headers, requestContext: { http } }) => {
    if (http.method !== 'GET' && http.method !== 'HEAD')
      return { statusCode: 405, headers: { allow: 'GET, HEAD' }, body: 'Method Not Allowed' };
    const isHashed = rawPath.startsWith('/-/');
    const file = rawPath === '/' ? null : await readIfThere(join(folder, rawPath), folder);
    if (file === null && isHashed) return { statusCode: 404, headers: { 'cache-control': 'no-store' }, body: 'There is no such file' };
    const ending = file === null ? '.html' : extname(rawPath);
    const bytes = file ?? (await readFile(join(folder, 'index.html')));
    const isCompressed = TEXTS.includes(ending) && /\bgzip\b/.test(headers['accept-encoding'] ?? '');
    return {
      statusCode: 200,
      headers: {
        'content-type': TYPES[ending] ?? 'application/octet-stream',
        'x-content-type-options': 'nosniff',
        vary: 'accept-encoding',
        ...(isCompressed && { 'content-encoding': 'gzip' }),
        ...(ending === '.html' ? PAGE_HEADERS : isHashed ? FOREVER : { 'cache-control': 'no-cache' }),
      },
      body: (isCompressed ? gzipSync(bytes) : bytes).toString('base64'),
      isBase64Encoded: true,
    };
  };
}

/** Null for what is no file of the folder. */
async function readIfThere(file: string, folder: string): Promise<Buffer | null> {
  return file.startsWith(`${folder}/`) ? readFile(file).catch(() => null) : null;
}

/** Builds the site when it is missing or older than what it is made of; a second or two. */
export async function ensureSite(): Promise<void> {
  const page = join(SITE_FOLDER, 'index.html');
  if (existsSync(page) && existsSync(SITE_DOCUMENTS) && statSync(page).mtimeMs >= newestChange(ROOT, ['web', 'client/src'])) return;
  console.error('Building the news site …');
  const { buildSite } = await import('../../web/build.ts');
  await buildSite();
}
