import type { Contribution, ContributionRole, Named } from '../../domain/article.ts';
import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import { type ConceptKind, conceptKindOf } from '../../domain/identity.ts';
import { slugOf } from '../../domain/path.ts';
import type { Declared } from '../quotations/find-quotations.ts';
import type { Mapping } from './mapping.ts';

/** Who and what a ninjs item names. */
export type NinjsConcepts = {
  contributions: Contribution[];
  about: ConceptRef[];
  mentions: ConceptRef[];
  events: ConceptRef[];
  /** Persons and organisations whose names may stand beside a quotation. */
  known: Declared[];
  /** The subject whose `rel` is `section`, and the one whose `rel` is `series`. */
  section: Named | null;
  series: Named | null;
};

/** `rel` of a person who has a part in the article. */
const ROLES: Readonly<Record<string, ContributionRole>> = {
  author: 'AUTHOR',
  creator: 'AUTHOR',
  writer: 'AUTHOR',
  reporter: 'AUTHOR',
  editor: 'EDITOR',
  photographer: 'PHOTOGRAPHER',
  translator: 'TRANSLATOR',
  contributor: 'CONTRIBUTOR',
};

/** `rel` of what an article is about. What has another `rel` is mentioned in it; without one, subjects are what it is about. */
const ABOUT = new Set(['about', 'subject', 'main', 'primary', 'classifies']);

/** The lists of concepts, their kind with us, and their keys that have no place in an article: contact data is on no public type of ours. */
const LISTS: readonly { key: string; kind: ConceptKind; left: readonly string[] }[] = [
  { key: 'people', kind: 'Person', left: ['contactInfo'] },
  { key: 'organisations', kind: 'Organization', left: ['symbols', 'contactInfo'] },
  { key: 'places', kind: 'Place', left: ['contactInfo', 'geoJSON'] },
  { key: 'events', kind: 'NewsEvent', left: ['id'] },
  { key: 'subjects', kind: 'Topic', left: ['creator', 'relevance', 'confidence'] },
  { key: 'objects', kind: 'Topic', left: [] },
];

type Entry = { key: string; kind: ConceptKind; rel: string; concept: ConceptRef; uri: string | null };

/** Reads `people`, `organisations`, `places`, `events`, `subjects` and `objects`. */
export function readConcepts(fields: Mapping, source: string): NinjsConcepts {
  const entries = LISTS.flatMap(({ key, kind, left }) =>
    fields
      .list(key, (entry): Entry | null => {
        entry.skip(...left);
        const [rel, concept] = [relationOf(entry), conceptOf(entry, kind, source)];
        return concept && { key, kind, rel, ...concept };
      })
      .filter((entry) => entry !== null),
  );
  const special = (rel: string) => entries.find((entry) => entry.key === 'subjects' && entry.rel === rel);
  const [section, series] = [special('section'), special('series')];
  const contributors = entries.filter(({ kind, rel }) => kind === 'Person' && Object.hasOwn(ROLES, rel));
  const others = entries.filter((entry) => entry !== section && entry !== series && !contributors.includes(entry));
  const isAbout = ({ key, rel }: Entry) => (rel === '' ? key === 'subjects' : ABOUT.has(rel));
  return {
    contributions: contributors.map(({ rel, concept }) => ({ role: ROLES[rel] ?? 'CONTRIBUTOR', person: concept, links: [], note: null })),
    about: others.filter(isAbout).map(({ concept }) => concept),
    mentions: others.filter((entry) => !isAbout(entry)).map(({ concept }) => concept),
    events: entries.filter(({ kind }) => kind === 'NewsEvent').map(({ concept }) => concept),
    known: entries.flatMap(({ kind, concept: { name }, uri }): Declared[] =>
      kind === 'Person' || kind === 'Organization' ? [{ name, kind, uri }] : [],
    ),
    section: section ? namedOf(section) : null,
    series: series ? namedOf(series) : null,
  };
}

/** A `uri` identifies for everybody, a `literal` only within its source. Null for one without a name, where it may be left out. */
function conceptOf(entry: Mapping, kind: ConceptKind, source: string): { concept: ConceptRef; uri: string | null } | null {
  const [uri, literal] = [entry.text('uri'), entry.text('literal')];
  if (entry.text('name') === null && entry.leave('name', 'is missing, so that nothing of this entry can be shown')) return null;
  const name = entry.needed('name');
  const identity = uri ?? (literal === null ? null : `literal:${source}:${literal}`);
  const concept = identity === null ? namedConcept(kind, name, source) : identifiedConcept(kind, name, identity);
  return { concept: kind === 'Topic' ? coded(concept, uri, literal) : concept, uri: identity };
}

/** The last word of a relation that may be a term of a vocabulary: `http://cv.example/rel/author`, `rel:author`. */
function relationOf(entry: Mapping): string {
  return (entry.text('rel') ?? '').split(/[/#:]/).at(-1)?.toLowerCase() ?? '';
}

function namedOf({ concept: { name } }: Entry): Named {
  return { slug: slugOf(name), name };
}

/** Vocabularies whose uris end in the code of a term. */
const VOCABULARY = /^(https?:\/\/cv\.[^\s#]+\/)([^/\s#]+)$/;

/**
 * A topic with the scheme and the code that its source gives it: `medtop:20000002`, a code alone, the uri of a term of a vocabulary, or a uri
 * that ends in the code. An id of ours, as our own exports give it for a topic without one, is no code.
 */
export function coded(concept: ConceptRef, uri: string | null, literal: string | null): ConceptRef {
  if (uri !== null && literal !== null && /[/#:]$/.test(uri.slice(0, -literal.length)) && uri.endsWith(literal))
    return { ...concept, scheme: uri.slice(0, -literal.length), code: literal };
  const [, scheme, code] = VOCABULARY.exec(uri ?? '') ?? /^([\w.-]+):([^\s/:][^\s:]*)$/.exec(literal ?? '') ?? [];
  if (scheme !== undefined && code !== undefined) return { ...concept, scheme, code };
  return literal === null || conceptKindOf(literal) !== null ? concept : { ...concept, code: literal };
}
