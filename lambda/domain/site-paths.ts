import type { SectionRef } from './article.ts';
import { Refused } from './fault.ts';
import { HOME } from './front.ts';
import { type ConceptId, type ConceptKind, conceptKindOf } from './identity.ts';
import { normalizePath, slugOf } from './path.ts';

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

/** The page of a person as somebody who writes: `/authors/ilse-marrin-p_…`. */
export function authorPath({ id, name }: { id: ConceptId; name: string }): string {
  return `/authors/${slugOf(name)}-${id}`;
}

/** The person whom a path of {@link authorPath} means; null for every other path. */
export function authorAtPath(path: string): ConceptId | null {
  const [, folder, id = ''] = CONCEPT_PATH.exec(path) ?? [];
  return folder === 'authors' && conceptKindOf(id) === 'Person' ? (id as ConceptId) : null;
}

/** A section stands below those that it belongs to: `/world/europe`. */
export function sectionPath({ slug, parents }: SectionRef): string {
  return `/${[...parents.map((parent) => parent.slug), slug].join('/')}`;
}

/** Whether a path leads to a section: its own path, or its slug alone. */
export function leadsToSection(path: string, section: SectionRef): boolean {
  return path === sectionPath(section) || path === `/${section.slug}`;
}

/** `/` for the front at the root of the site, else `/` and its slug. */
export function frontPath(slug: string): string {
  return slug === HOME ? '/' : `/${slug}`;
}

/** The slug of the front that would stand at a path. */
export function frontSlugAt(path: string): string {
  return path === '/' ? HOME : path.slice(1);
}

/**
 * The path that a whole address of the site means, or a path alone: percent-decoded once, Unicode NFC, without query, fragment and trailing slash.
 * Null for what is no address, and for an address of another site; `www.` makes no other.
 * @param site the address of the site, as in {@link Site.url}
 */
export function pathOfAddress(address: string, site: string): string | null {
  const url = URL.parse(address.trim(), `${site}/`);
  if (url === null || !/^https?:$/.test(url.protocol) || bareHost(url) !== bareHost(new URL(site))) return null;
  try {
    return normalizePath(url.pathname);
  } catch (error) {
    if (error instanceof Refused) return null; // nothing can stand there
    throw error;
  }
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./, '').replace(/\.$/, '');
}
