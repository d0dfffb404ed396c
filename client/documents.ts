/** Writes the documents of the package as `npm run documents` takes them, a JSON object: SHA-256 -> text. `node client/documents.ts FILE` */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import * as generated from './src/generated.ts';

/**
 * Every operation that a generated module exports, by the id under which it is asked when it is registered. Fragments are no documents of their own.
 * @param generated as GraphQL Code Generator writes it, with documents as strings
 */
export function documentsOf(generated: Record<string, unknown>): Record<string, string> {
  const texts = Object.entries(generated).flatMap(([name, value]) => (name.endsWith('Document') ? [String(value)] : []));
  return Object.fromEntries(texts.map((text) => [createHash('sha256').update(text).digest('hex'), text]));
}

const [file] = process.argv.slice(2);
if (import.meta.main && file) writeFileSync(file, `${JSON.stringify(documentsOf(generated), null, 2)}\n`);
