import { HOME } from './front.ts';
import { type ConceptId, type ConceptKind, conceptKindOf } from './identity.ts';
import { slugOf } from './path.ts';

/** Where on the site things stand that do not choose their path, as articles do. A path made here leads back to its thing by the id in it. */

const FOLDERS: Readonly<Record<ConceptKind, string>> = {
  Person: 'people',
  Organization: 'organisations',
  Place: 'places',
  NewsEvent: 'events',
  Topic: 'topics',
};

/** `-` and the 24 characters of an id end every path of a concept, so that a slug may hold hyphens. */
const CONCEPT_PATH = /^\/([a-z]+)\/.+-([a-z]_[\w-]{22})$/u;

/** `/people/ilse-marrin-p_…`. The name is for readers; the id alone says who is meant. */
export function conceptPath({ id, kind, name }: { id: ConceptId; kind: ConceptKind; name: string }): string {
  return `/${FOLDERS[kind]}/${slugOf(name)}-${id}`;
}

/** The concept that a path of {@link conceptPath} leads to, under whatever name it was made; null for every other path. */
export function conceptAtPath(path: string): ConceptId | null {
  const [, folder, id = ''] = CONCEPT_PATH.exec(path) ?? [];
  const kind = conceptKindOf(id);
  return kind && FOLDERS[kind] === folder ? (id as ConceptId) : null;
}

/** `/` for the front at the root of the site, else `/` and its slug. */
export function frontPath(slug: string): string {
  return slug === HOME ? '/' : `/${slug}`;
}
