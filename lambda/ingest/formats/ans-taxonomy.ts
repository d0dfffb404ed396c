import type { Named, SectionRef } from '../../domain/article.ts';
import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import type { ConceptKind } from '../../domain/identity.ts';
import { slugOf } from '../../domain/path.ts';
import type { Declared } from '../quotations/find-quotations.ts';
import { plainIn } from './ans-words.ts';
import type { Mapping } from './mapping.ts';

/** Where a story stands, and what it is about. */
export type Taxonomy = {
  section: SectionRef | null;
  about: ConceptRef[];
  mentions: ConceptRef[];
  /** Persons and organisations whose names may stand beside a quotation. */
  known: Declared[];
};

/** One section or, as it was called before, site. A reference says its id alone. */
export type AnsSection = {
  id: string | null;
  path: string | null;
  name: string | null;
  parent: string | null;
  isPrimary: boolean;
};

/** Generations of sections that are followed. */
const DEEPEST_SECTION = 10;

/** Words of the tagging engine for what it found. All others are topics. */
const KINDS: readonly [type: RegExp, kind: ConceptKind][] = [
  [/^(?:person|people)$/i, 'Person'],
  [/^(?:organi[sz]ation|company|org)$/i, 'Organization'],
  [/^(?:location|place|geo|gpe|city|country)$/i, 'Place'],
  [/^event$/i, 'NewsEvent'],
];

/** @param placed the section of the site that the document is for, which goes before all others */
export function readTaxonomy(fields: Mapping, source: string, placed: AnsSection | null): Taxonomy {
  const found = fields.mapping('taxonomy', (of) => readAll(of, source));
  const { primary = [], sections = [], about = [], mentions = [], known = [] } = found ?? {};
  const all = [...(placed ? [placed] : []), ...primary, ...sections];
  const wished = [placed, ...primary, ...sections.filter(({ isPrimary }) => isPrimary), ...sections];
  const chosen = wished.find((one) => one !== null && slugOfSection(one, all) !== null) ?? null;
  const section = chosen ? sectionOf(chosen, all) : null;
  const standsIn = new Set(section ? [section.slug, ...section.parents.map(({ slug }) => slug)] : []);
  const others = sections.flatMap((one): ConceptRef[] => {
    const slug = slugOfSection(one, all);
    if (one.name === null || slug === null || standsIn.has(slug)) return [];
    return [identifiedConcept('Topic', one.name, `literal:${source}:section:${slug}`)];
  });
  return { section, about: [...others, ...about], mentions, known };
}

type Found = { primary: AnsSection[]; sections: AnsSection[]; about: ConceptRef[]; mentions: ConceptRef[]; known: Declared[] };

function readAll(of: Mapping, source: string): Found {
  // targets of advertising, tasks of desks, and symbols that name nobody
  of.skip('auxiliaries', 'associated_tasks', 'stock_symbols', 'additional_properties');
  const topic = (scheme: string) => (entry: Mapping) => readTopic(entry, scheme, source);
  const entity = (entry: Mapping) => readEntity(entry, source);
  const names = (key: string) => of.texts(key).map((name) => namedConcept('Topic', name, source));
  const primary = ['primary_section', 'primary_site'].map((key) => of.mapping(key, readSection));
  const sections = ['sections', 'sites'].flatMap((key) => of.list(key, readSection));
  const about = [
    ...of.list('tags', topic('tag')),
    ...['categories', 'custom_categories'].flatMap((key) => of.list(key, topic('category'))),
    ...of.list('content_topics', topic('topic')),
  ];
  const entities = ['named_entities', 'entities', 'custom_entities'].flatMap((key) => of.list(key, entity)).filter((one) => one !== null);
  const companies = of.list('companies', (entry) => readCompany(entry, source), 'name');
  const mentions = [...of.list('topics', topic('topic')), ...of.list('keywords', topic('keyword'))];
  const keywords = names('seo_keywords');
  return {
    primary: primary.filter((one) => one !== null),
    sections,
    about: about.filter((one) => one !== null),
    mentions: [...[...entities, ...companies].map(({ concept }) => concept), ...mentions.filter((one) => one !== null), ...keywords],
    known: [...entities, ...companies].flatMap(({ concept: { kind, name }, uri }): Declared[] =>
      kind === 'Person' || kind === 'Organization' ? [{ name, kind, uri }] : [],
    ),
  };
}

/** The names of a topic in the several engines, and its identity: in the world for an id of Wikidata, else within its source. */
function readTopic(entry: Mapping, scheme: string, source: string): ConceptRef | null {
  entry.skipOthers();
  const name = ['text', 'name', 'label', 'keyword'].map((key) => plainIn(entry, key)).find((one) => one !== null);
  const ids = scheme === 'keyword' ? [] : [entry.text('slug'), entry.textOrNumber('_id'), entry.text('uid')];
  const id = ids.find((one) => one !== null) ?? null;
  if (!name && scheme === 'topic' && id !== null) return null; // the tagging engine may give a number alone
  if (!name) return entry.fault(scheme === 'tag' ? 'text' : scheme === 'keyword' ? 'keyword' : 'name', 'is missing');
  if (id === null) return namedConcept('Topic', name, source);
  const within = entry.text('classifier');
  return identifiedConcept('Topic', name, wikidataUri(id) ?? `literal:${source}:${scheme}:${within === null ? '' : `${within}:`}${id}`);
}

function readEntity(entry: Mapping, source: string): { concept: ConceptRef; uri: string | null } | null {
  entry.skipOthers();
  const name = plainIn(entry, 'name') ?? plainIn(entry, 'label');
  const type = entry.text('type') ?? '';
  const id = entry.textOrNumber('_id') ?? entry.text('custom_id');
  if (name === null) return entry.fault('name', 'is missing');
  const kind = KINDS.find(([pattern]) => pattern.test(type))?.[1] ?? 'Topic';
  if (id === null) return { concept: namedConcept(kind, name, source), uri: null };
  const uri = wikidataUri(id) ?? `literal:${source}:entity:${id}`;
  return { concept: identifiedConcept(kind, name, uri), uri };
}

function readCompany(entry: Mapping, source: string): { concept: ConceptRef; uri: null } {
  entry.skipOthers();
  return { concept: namedConcept('Organization', entry.needed('name'), source), uri: null };
}

function wikidataUri(id: string): string | null {
  return /^Q\d+$/.test(id) ? `https://www.wikidata.org/entity/${id}` : null;
}

/** A section with all that the CMS keeps with it, or a reference to one. */
export function readSection(of: Mapping): AnsSection {
  of.skipOthers();
  const referent = of.mapping('referent', (one) => {
    one.skipOthers();
    return one.textOrNumber('id');
  });
  const parent = of.mapping(
    'parent',
    (one) => {
      one.skipOthers();
      return one.text('default');
    },
    'default',
  );
  return {
    id: of.textOrNumber('_id') ?? referent,
    path: of.text('path'),
    name: plainIn(of, 'name') ?? plainIn(of, 'title'),
    parent: of.textOrNumber('parent_id') ?? parent,
    isPrimary: of.flag('primary') ?? false,
  };
}

/** Made of the whole path of the section, which is unique: `/us/politics` and `/world/politics` are two. Null for the front page, which is none. */
function slugOfSection(section: AnsSection, all: readonly AnsSection[]): string | null {
  const place = placeOf(section);
  if (place !== null) return place.replaceAll('/', '') === '' ? null : slugOf(place);
  const name = section.name ?? all.find((one) => one.id === section.id && one.name !== null)?.name ?? section.id;
  return name ? slugOf(name) : null;
}

/** The path of a section, in a form that two of them can be compared in; null when it has none. */
function placeOf({ id, path }: Pick<AnsSection, 'id' | 'path'>): string | null {
  const place = [id, path].find((one) => one?.startsWith('/'));
  return place?.replace(/\/+$/, '').toLowerCase() ?? null;
}

function sectionOf(chosen: AnsSection, all: readonly AnsSection[]): SectionRef {
  const parents: Named[] = [];
  const seen = new Set([slugOfSection(chosen, all)]);
  let above = parentOf(chosen, all);
  for (let generation = 0; above !== null && generation < DEEPEST_SECTION; generation += 1) {
    const slug = slugOfSection(above, all);
    if (slug === null || seen.has(slug)) break;
    seen.add(slug);
    parents.unshift({ slug, name: nameOf(above, all) });
    above = parentOf(above, all);
  }
  return { slug: slugOfSection(chosen, all) ?? '', name: nameOf(chosen, all), parents };
}

/** The section that one lies in, as it says itself, else by its path. */
function parentOf(section: AnsSection, all: readonly AnsSection[]): AnsSection | null {
  const place = placeOf(section);
  const byPath = place === null ? null : place.replace(/\/[^/]*$/, '');
  const id = section.parent !== null && section.parent.replaceAll('/', '') !== '' ? section.parent : byPath;
  if (!id) return null;
  const known = all.find((one) => one.id === id || placeOf(one) === id.toLowerCase());
  return known ?? (id.startsWith('/') ? { id, path: null, name: null, parent: null, isPrimary: false } : null);
}

/** As anybody names it in the document, else made of the end of its path. */
function nameOf(section: AnsSection, all: readonly AnsSection[]): string {
  const place = placeOf(section);
  const same = (one: AnsSection) => one.name !== null && (one.id === section.id || (place !== null && placeOf(one) === place));
  const name = section.name ?? all.find(same)?.name;
  if (name) return name;
  const [first = '', ...rest] = (place ?? section.id ?? '').split('/').at(-1)?.replaceAll('-', ' ') ?? '';
  return first.toUpperCase() + rest.join('');
}
