/** `npm run preview-token`: a token with which a newsroom sees the site as of a later instant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused } from '../domain/fault.ts';
import { PREVIEW_HEADER, previewToken, readPreviewWish } from '../preview-token.ts';
import { dataFolderPath, INGEST_KEY_FILE } from './data-folder.ts';

const USAGE = `Usage: npm run preview-token -- [--as-of INSTANT] [--expires 15m] [--article ID]

Prints a header. Whoever sends it with a query, by POST, sees the site as of that instant: what lifts,
changes and ends until then, in lists, pages and references alike. Never as of an earlier instant than now.

  --as-of    an instant with its zone, such as 2026-11-03T18:00:00Z; now when it is left out
  --expires  how long the token holds: 90s, 15m, 2h; at most a day; 15m when it is left out
  --article  an article whose version that waits may be read too, also a draft without a moment
  --help     this text

Signed with PREVIEW_SECRET, one of those that the service knows; without it, with the development key of the
local service.
Exit code: 0 done, 2 it was typed wrongly, or there is no secret.
`;

process.exitCode = run(process.argv.slice(2));

function run(words: string[]): number {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        'as-of': { type: 'string' },
        expires: { type: 'string' },
        article: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(USAGE);
      return 0;
    }
    const { 'as-of': asOf, ...wish } = values;
    const grant = readPreviewWish({ ...wish, asOf }, Date.now());
    const secret = process.env.PREVIEW_SECRET || developmentKey();
    if (secret === null) return complain('There is no secret: set PREVIEW_SECRET, or start the local service once, which makes a key');
    process.stdout.write(`${PREVIEW_HEADER}: ${previewToken(secret, grant, grant.expires)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Refused)
      return complain(error.faults.map(({ place, reason }) => `--${place === 'asOf' ? 'as-of' : place}: ${reason}`).join('\n'));
    return complain(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function developmentKey(): string | null {
  try {
    return readFileSync(join(dataFolderPath(), INGEST_KEY_FILE), 'utf8').trim();
  } catch {
    return null;
  }
}

function complain(message: string): number {
  process.stderr.write(`${message.trimEnd()}\n`);
  return 2;
}
