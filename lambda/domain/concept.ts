import { isWebAddress } from './html.ts';
import { type ConceptId, type ConceptKind, conceptId } from './identity.ts';

/** A person, organisation, place, event or topic as one article names it. */
export type ConceptRef = {
  id: ConceptId;
  kind: ConceptKind;
  /** The name as that article writes it. */
  name: string;
  /** `SOURCE`: the source says who is meant. `EDITOR`: editors do. `NAME_ONLY`: nobody does; two people of one name may share this concept. */
  identity: 'SOURCE' | 'EDITOR' | 'NAME_ONLY';
  /** What the source calls it, where the source identifies it and that is an address of the web: `https://www.wikidata.org/entity/…`. */
  uri?: string;
  /** The controlled vocabulary of a topic, in the source's words, and the topic's code in it; left out where the source gives none. */
  scheme?: string;
  code?: string;
};

/** A concept that its source identifies by a uri (`urn:…`, `https://www.wikidata.org/entity/…`, a CMS id). */
export function identifiedConcept(kind: ConceptKind, name: string, uri: string): ConceptRef {
  const ref: ConceptRef = { id: conceptId(kind, '', { uri }), kind, name, identity: 'SOURCE' };
  return isWebAddress(uri) ? { ...ref, uri } : ref;
}

/** A concept of which only the name is known; it is kept apart per source. */
export function namedConcept(kind: ConceptKind, name: string, source: string): ConceptRef {
  return { id: conceptId(kind, source, { name }), kind, name, identity: 'NAME_ONLY' };
}

/** Each concept once, under the first of its names. */
export function distinctConcepts(concepts: readonly ConceptRef[]): ConceptRef[] {
  return [...Map.groupBy(concepts, ({ id }) => id).values()].flatMap(([first]) => first ?? []);
}
