import { refuse } from './fault.ts';
import { type ArticleId, foldName } from './identity.ts';
import type { Instant } from './instant.ts';

/** Longest path, in bytes of UTF-8: a DynamoDB sort key may hold 1,024 and a partition key 2,048; URLs in the wild stay far below. */
const MAX_PATH_BYTES = 1024;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NOT_IN_A_PATH = /[\u0000-\u0020\u007f-\u00a0?#\\\u2028\u2029]/u;

/**
 * One spelling for one place on the site: percent-decoded once, Unicode NFC, no trailing slash, at most 1,024 bytes.
 * @throws {Refused} naming `place`, when the text is no absolute path
 */
export function normalizePath(path: string, place = 'path'): string {
  const normal = decoded(path, place).normalize('NFC').replace(/\/+$/, '') || '/';
  if (!normal.startsWith('/')) refuse(place, `"${path.slice(0, 80)}" does not begin with "/"`);
  if (NOT_IN_A_PATH.test(normal)) refuse(place, `"${path.slice(0, 80)}" holds a space, a control character, "?", "#" or "\\"`);
  if (normal.split('/').some((segment, place) => segment === '.' || segment === '..' || (segment === '' && place > 0 && normal !== '/'))) {
    refuse(place, `"${path.slice(0, 80)}" has an empty segment, "." or ".."`);
  }
  if (Buffer.byteLength(normal) > MAX_PATH_BYTES) refuse(place, `is longer than ${MAX_PATH_BYTES} bytes`);
  return normal;
}

/** Words as part of an address: letters and digits of any script, parted by single hyphens, at most 80 characters. Never empty. */
export function slugOf(words: string): string {
  const slug = foldName(words)
    .replace(/['’ʼ]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const whole = Array.from(slug).slice(0, 80).join('');
  const cut = slug === whole ? whole : whole.replace(/-[^-]*$/, '');
  return cut || 'untitled';
}

/** Where an article stands when its source does not say: `/<section>/<yyyy>/<mm>/<slug of headline>`; year and month only with a date. */
export function defaultPath(section: string, published: Instant | null, headline: string): string {
  const month = published ? `/${published.slice(0, 4)}/${published.slice(5, 7)}` : '';
  return normalizePath(`/${section}${month}/${slugOf(headline)}`);
}

/** The path an article gets when another one holds the path that it wished for: always the same, so that a retry ends in the same place. */
export function suffixedPath(path: string, id: ArticleId): string {
  return normalizePath(`${path === '/' ? '/article' : path}-${id.slice(2, 10).toLowerCase().replace(/[_-]/g, '0')}`);
}

function decoded(path: string, place: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return refuse(place, `"${path.slice(0, 80)}" holds a broken percent-encoding`);
  }
}
