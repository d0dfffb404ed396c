import { createHash } from 'node:crypto';
import { Refused } from '../domain/fault.ts';
import { type Instant, parseInstant } from '../domain/instant.ts';
import { isRecord } from './formats/mapping.ts';

/** How a push may be signed: with a signature of ours, or as Superdesk signs. */
export const SCHEMES = ['broadsheet', 'superdesk'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What a key opens. */
export type IngestKey = {
  /** What it is called in the log; no secret. Null: it has no name. */
  id: string | null;
  /** The source that it writes as: a name without `#`. A key writes the articles of its source, and no others. */
  source: string;
  secret: string;
  schemes: readonly Scheme[];
  /** Names of the formats, `fronts`, `concepts` and `assets` that it may send. Null: all. */
  formats: readonly string[] | null;
  /** Slugs of the sections that its articles may stand in, or whose parents may. Null: all. With some it sends articles only. */
  sections: readonly string[] | null;
  /** What the uris of its articles begin with, one of them. Null: anything. */
  uriPrefixes: readonly string[] | null;
  /** Its articles name files that were sent before them: a rendition's `media` is such a file, and `href` does not count. */
  assets: boolean;
  /** From then on it opens nothing. Null: for good. */
  notAfter: Instant | null;
};

/** All keys that are in use. Several of one source are how a secret is changed: the new one is added, the CMS changes over, the old one goes. */
export type IngestKeys = readonly IngestKey[];

const FORM = 'an array of keys { source, secret, … }, or an object: name of a source -> secret';
const FIELDS: readonly string[] = ['id', 'source', 'secret', 'scheme', 'formats', 'sections', 'uriPrefixes', 'assets', 'notAfter'];

/**
 * Without a word about formats a key of Superdesk's scheme alone sends these: its signature covers the body and not the address, so that whoever
 * records a push could send it elsewhere.
 */
export const OF_SUPERDESK: readonly string[] = ['ninjs', 'assets'];

/**
 * Reads the keys of all sources.
 * @param json an array of `{ source, secret, id, scheme, formats, sections, uriPrefixes, assets, notAfter }`, of which the first two are needed and `scheme` is
 * `broadsheet` where it is not said, `superdesk`, or an array of both; or, in short, an object: name of a source -> secret
 * @throws {Error} naming everything that is wrong at once, and no secret
 */
export function parseIngestKeys(json: string | undefined): IngestKeys {
  const value = parsed(json);
  const said = Array.isArray(value)
    ? value.map((key: unknown, turn) => ({ key, place: `key ${turn + 1}` }))
    : Object.entries(value ?? {}).map(([source, secret]) => ({ key: { source, secret } as unknown, place: `"${source}"` }));
  if (said.length === 0) throw new Error(`The ingest keys must be ${FORM}`);
  const wrong: string[] = [];
  const keys = said.map(({ key, place }) => keyOf(key, (reason) => wrong.push(`${place}: ${reason}`)));
  for (const [turn, { place }] of said.entries()) {
    const { source, secret } = keys[turn] as IngestKey;
    if (keys.slice(0, turn).some((other) => other.source !== source && isSame(other.secret, secret)))
      wrong.push(`${place}: its secret is also that of another source, and would not tell them apart`);
  }
  if (wrong.length > 0) throw new Error(`The ingest keys: ${wrong.join('; ')}`);
  return keys;
}

function keyOf(value: unknown, complain: (reason: string) => void): IngestKey {
  const fields = isRecord(value) ? value : {};
  if (!isRecord(value)) complain('must be an object');
  for (const name of Object.keys(fields)) if (!FIELDS.includes(name)) complain(`"${name}" is not known; there are: ${FIELDS.join(', ')}`);
  const text = (name: string): string | null => {
    const said = fields[name] ?? null;
    if (said === null || (typeof said === 'string' && said !== '')) return said;
    complain(`${name} must be text`);
    return null;
  };
  const texts = (name: string): string[] | null => {
    const said = fields[name] ?? null;
    if (said === null) return null;
    if (Array.isArray(said) && said.length > 0 && said.every((one) => typeof one === 'string' && one !== '')) return said as string[];
    complain(`${name} must be an array of texts, or be left out`);
    return [];
  };
  const source = text('source');
  const secret = text('secret');
  if ((fields.source ?? null) === null) complain('source is missing');
  if ((fields.secret ?? null) === null) complain('secret is missing');
  if (source?.includes('#')) complain('source must be a name without "#"');
  const assets = fields.assets ?? false;
  if (typeof assets !== 'boolean') complain('assets must be true or false');
  const schemes = typeof fields.scheme === 'string' ? [fields.scheme] : (texts('scheme') ?? ['broadsheet']);
  for (const scheme of schemes) if (!(SCHEMES as readonly string[]).includes(scheme)) complain(`scheme may be ${SCHEMES.join(' or ')}`);
  return {
    ...{ id: text('id'), source: source ?? '', secret: secret ?? '', schemes: schemes as Scheme[] },
    formats: texts('formats') ?? (schemes.includes('broadsheet') ? null : OF_SUPERDESK),
    ...{
      sections: texts('sections'),
      uriPrefixes: texts('uriPrefixes'),
      assets: assets === true,
      notAfter: end(text('notAfter'), complain),
    },
  };
}

function end(text: string | null, complain: (reason: string) => void): Instant | null {
  try {
    return text === null ? null : parseInstant(text, 'notAfter');
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    complain('notAfter must be an instant with its zone, such as 2027-01-01T00:00:00Z');
    return null;
  }
}

/** Compared as hashes: a secret is looked at in one place only, where it signs. */
function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return one !== '' && hash(one) === hash(other);
}

/** Null for what is no array and no object: the text may hold a secret, so the parser's words stay here. */
function parsed(json: string | undefined): unknown[] | Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json ?? '');
    return typeof value === 'object' ? (value as unknown[] | Record<string, unknown> | null) : null;
  } catch {
    return null;
  }
}
