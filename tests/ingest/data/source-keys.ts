import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sax from 'sax';

/** The keys of documents, and those that docs/integrate.md speaks of. A key inside of another stands behind a dot: `renditions.href`. */

/** Every key of a JSON document, once. Entries of lists have none. */
export function keysOfJson(bytes: Uint8Array): string[] {
  const keys = new Set<string>();
  const walk = (value: unknown, before: string): void => {
    if (Array.isArray(value)) for (const entry of value) walk(entry, before);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        keys.add(`${before}${key}`);
        walk(inner, `${before}${key}.`);
      }
    }
  };
  walk(JSON.parse(Buffer.from(bytes).toString()), '');
  return [...keys].sort();
}

/** Every element inside of the channel of an export, by its name as the document writes it; attributes stand behind `@`. As far as it is XML. */
export function keysOfExport(bytes: Uint8Array): string[] {
  const keys = new Set<string>();
  const path: string[] = [];
  const parser = sax.parser(true);
  parser.onopentag = ({ name, attributes }) => {
    path.push(name);
    if (path.length < 3) return;
    const key = path.slice(2).join('.');
    keys.add(key);
    for (const attribute of Object.keys(attributes)) keys.add(`${key}.@${attribute}`);
  };
  parser.onclosetag = () => void path.pop();
  parser.onerror = () => {
    parser.resume();
  };
  parser.write(Buffer.from(bytes).toString()).close();
  return [...keys].sort();
}

/**
 * The keys in the first column of some tables of docs/integrate.md, and whether one of them speaks of a key: it names it, or what it stands in
 * with `.*` behind.
 * @param heading the first line of a section, or of a table
 */
export function toldKeys(heading: string): { keys: string[]; isTold(key: string): boolean } {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/integrate.md'), 'utf8');
  const at = page.indexOf(`${heading}\n`);
  const rest = at < 0 ? '' : page.slice(at + heading.length);
  const [section = ''] = rest.split(/\n## /);
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  const keys = rows.flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
  const lower = new Set(keys.map((key) => key.toLowerCase()));
  const isTold = (key: string): boolean => {
    const name = key.toLowerCase();
    const above = name.split('.').map((_, index, parts) => `${parts.slice(0, index + 1).join('.')}.*`);
    return lower.has(name) || above.some((whole) => lower.has(whole));
  };
  return { keys, isTold };
}
