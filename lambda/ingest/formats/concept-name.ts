import { type ConceptId, type ConceptKind, conceptId, conceptKindOf } from '../../domain/identity.ts';
import type { Mapping } from './mapping.ts';

/** The kinds of concepts in the words of front matter. */
export const CONCEPT_KINDS: Readonly<Record<string, ConceptKind>> = {
  person: 'Person',
  organization: 'Organization',
  place: 'Place',
  event: 'NewsEvent',
  topic: 'Topic',
};

/**
 * Whom a document means: by `id`, as an answer of the API gave it out, or by `kind` and the `uri` by which the source identifies it.
 * @returns null when that is wrong; the faults are noted
 */
export function readConceptName(fields: Mapping): { id: ConceptId; kind: ConceptKind } | null {
  const id = fields.text('id');
  const uri = fields.text('uri');
  const before = fields.faults.length;
  const kind = fields.oneOf('kind', CONCEPT_KINDS);
  const isUnknown = fields.faults.length > before;
  const ofId = id === null ? null : conceptKindOf(id);
  if ((id === null) === (uri === null)) return fields.fault('id', 'name it by "id", or by "kind" and "uri", and in one way alone');
  if (id !== null && ofId === null) return fields.fault('id', `"${id.slice(0, 40)}" is no id of a concept`);
  if (ofId !== null && kind !== null && kind !== ofId) return fields.fault('kind', `the id is that of a ${ofId}`);
  if (ofId !== null) return { id: id as ConceptId, kind: ofId };
  if (isUnknown) return null;
  if (kind === null) return fields.fault('kind', `is missing: one of ${Object.keys(CONCEPT_KINDS).join(', ')}`);
  return { id: conceptId(kind, '', { uri: uri ?? '' }), kind };
}
