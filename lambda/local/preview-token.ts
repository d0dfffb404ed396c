/** `npm run preview-token`: a token with which a newsroom sees the site as of a later instant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refused } from '../domain/fault.ts';
import { isArticleId } from '../domain/identity.ts';
import { instantOf, parseInstant } from '../domain/instant.ts';
import { PREVIEW_HEADER, previewToken } from '../graphql/preview-token.ts';
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

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 60 * 60 };
const LONGEST = 24 * 60 * 60;

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
    const now = Date.now();
    const asOf = values['as-of'] === undefined ? instantOf(now) : parseInstant(values['as-of'], '--as-of');
    const draft = values.article ?? null;
    if (draft !== null && !isArticleId(draft))
      return complain(`--article: "${draft}" is no id of an article; an answer of the API gives it as \`id\``);
    const seconds = secondsOf(values.expires ?? '15m');
    if (seconds === null) return complain(`--expires: "${values.expires}" is no time such as 90s, 15m or 2h, up to a day`);
    const secret = process.env.PREVIEW_SECRET || developmentKey();
    if (secret === null) return complain('There is no secret: set PREVIEW_SECRET, or start the local service once, which makes a key');
    process.stdout.write(`${PREVIEW_HEADER}: ${previewToken(secret, { asOf, draft }, Math.floor(now / 1000) + seconds)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Refused) return complain(error.faults.map(({ place, reason }) => `${place}: ${reason}`).join('\n'));
    return complain(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** Null for what is no such time. */
function secondsOf(text: string): number | null {
  const [, number, unit = ''] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  const seconds = Number(number) * (UNITS[unit] ?? Number.NaN);
  return seconds > 0 && seconds <= LONGEST ? seconds : null;
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
