import { type Fault, Refused } from '../domain/fault.ts';
import { heldSections } from '../store/held-sections.ts';
import type { NewsTable } from '../store/news-table.ts';
import type { Intake, Ready } from './ingest.ts';
import type { IngestKey } from './keys.ts';

/** A key that verifies, and may not do this. Nothing of the document is stored. */
export class NotAllowed extends Refused {}

/** @throws {NotAllowed} when a key may not send documents of this kind */
export function checkFormat(
  { formats, sections }: IngestKey,
  { name, answers }: { name: string; answers: Intake['answers'] | 'assets' },
): void {
  if (formats !== null && !formats.includes(name)) throw new NotAllowed([fault('format', name, formats)]);
  if (sections !== null && answers !== 'articles')
    throw new NotAllowed([{ place: 'format', reason: `"${name}" is not for a key that is bound to sections; it sends articles` }]);
}

/**
 * Looks at all that a document holds. A key that is bound to sections is so both ways: its article may stand in one of them, and must not be taken from
 * elsewhere. One call for each article, and none for a key without sections.
 * @throws {NotAllowed} naming everything that the key may not send
 */
export async function checkThings(table: NewsTable, { sections, uriPrefixes }: IngestKey, things: readonly Ready[]): Promise<void> {
  const faults: Fault[] = [];
  for (const { uri, article } of things) {
    if (uriPrefixes !== null && !uriPrefixes.some((prefix) => uri.startsWith(prefix))) faults.push(fault('uri', uri, uriPrefixes));
    if (sections === null || article === null) continue;
    const held = (await heldSections(table, article.id)) ?? [];
    for (const wished of [article.sections, held])
      if (wished.length > 0 && !wished.some((slug) => sections.includes(slug)))
        faults.push(fault('section', wished[0] as string, sections));
  }
  if (faults.length > 0) throw new NotAllowed(faults);
}

function fault(place: string, said: string, allowed: readonly string[]): Fault {
  return { place, reason: `"${said.slice(0, 80)}" is not for this key; it has: ${allowed.join(', ')}` };
}
