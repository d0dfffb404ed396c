import { parseDocument } from 'yaml';
import type { Contribution, ContributionRole, Named, PubStatus, SectionRef, Sundry } from '../../domain/article.ts';
import type { Image } from '../../domain/body.ts';
import { type ConceptRef, identifiedConcept, namedConcept } from '../../domain/concept.ts';
import { ArticleTooLarge, type Fault, Refused, refuse } from '../../domain/fault.ts';
import type { ConceptKind } from '../../domain/identity.ts';
import { foldName } from '../../domain/identity.ts';
import type { Instant } from '../../domain/instant.ts';
import { normalizePath, slugOf } from '../../domain/path.ts';
import { parseLanguage } from '../language.ts';
import type { Declared } from '../quotations/find-quotations.ts';
import { CONCEPT_KINDS } from './concept-name.ts';
import { Mapping } from './mapping.ts';
import { isStackOverflow, refuseDeepYaml } from './nesting.ts';
import { isWebAddress, NO_ADDRESS, readImage } from './picture-fields.ts';
import { readSundry } from './sundry-fields.ts';

/** What the author of a document says of it. Null is what was not said. */
export type FrontMatter = {
  uri: string | null;
  version: number | null;
  status: PubStatus;
  created: Instant | null;
  published: Instant | null;
  updated: Instant | null;
  embargoed: Instant | null;
  scheduled: Instant | null;
  expires: Instant | null;
  headline: string | null;
  standfirst: string | null;
  kicker: string | null;
  abstract: string | null;
  byline: string | null;
  dateline: string | null;
  genre: string | null;
  language: string | null;
  section: SectionRef | null;
  series: Named | null;
  translations: string | null;
  path: string | null;
  authors: Contribution[];
  about: ConceptRef[];
  /** Declared as mentioned, and the declared people. */
  mentions: ConceptRef[];
  /** Everybody whose name may stand beside a quotation. */
  known: Declared[];
  /** The events among what it is about and mentions: a quotation may say that it was recorded at one. */
  events: ConceptRef[];
  image: Image | null;
  free: boolean;
  copyright: string | null;
  credit: string | null;
  sundry: Omit<Sundry, 'freeBlocks'>;
};

/** Largest front matter, in bytes. An article's head aims to stay under 4 KB; YAML takes a second for 100 KB of keys. */
const MAX_FRONT_MATTER_BYTES = 64 * 1024;

/** How often all that an alias stands for may be repeated, so that a few lines cannot unfold into gigabytes. */
const MAX_ALIASES = 50;

const TOO_MANY_ALIASES = 'unfolds into more than can be read: its aliases stand for each other too often';

const PLACE = 'front matter';

const STATUSES: Record<string, PubStatus> = { usable: 'USABLE', withheld: 'WITHHELD', canceled: 'CANCELED' };

const ROLES: Record<string, ContributionRole> = {
  author: 'AUTHOR',
  editor: 'EDITOR',
  photographer: 'PHOTOGRAPHER',
  translator: 'TRANSLATOR',
  contributor: 'CONTRIBUTOR',
};

/**
 * Parts a document into its front matter, between a first line `---` and the next, and its body.
 * @returns `yaml` null when there is none; `bodyLine`, from 1, is the line in which the body begins
 * @throws {Refused} when the front matter does not end
 */
export function splitFrontMatter(document: string): { yaml: string | null; body: string; bodyLine: number } {
  const opening = /^---[ \t]*\n/.exec(document)?.[0];
  if (opening === undefined) return { yaml: null, body: document, bodyLine: 1 };
  const closing = /^---[ \t]*$/m;
  const rest = document.slice(opening.length);
  const end = closing.exec(rest);
  if (end === null) return refuse(PLACE, 'begins in line 1 and does not end; close it with a line ---');
  const yaml = rest.slice(0, end.index);
  return { yaml, body: rest.slice(end.index + end[0].length + 1), bodyLine: yaml.split('\n').length + 2 };
}

/**
 * Reads front matter: YAML 1.2 with its core schema, so that a date stays what was written.
 * @param yaml the lines between the fences; null reads as empty
 * @param source who sends; concepts without a uri are kept apart per source
 * @param faults everything that is wrong is added here, with its place; a field with a fault reads as absent
 * @throws {ArticleTooLarge} when it is longer than 64 KB
 */
export function readFrontMatter(yaml: string | null, source: string, faults: Fault[]): FrontMatter {
  const fields = new Mapping(parseYaml(yaml ?? '', faults), PLACE, faults);
  const faultsOfYaml = faults.length;
  const people = fields.list('people', readPerson, 'name');
  const declaredAbout = fields.list('about', readConcept);
  const declaredMentions = fields.list('mentions', readConcept);
  const authors = fields.list('authors', readAuthor, 'name');

  const identify = identifier(
    [...people.map((person) => ({ ...person, kind: 'Person' as const })), ...declaredAbout, ...declaredMentions],
    source,
  );
  const frontMatter: FrontMatter = {
    uri: fields.text('uri'),
    version: fields.wholeNumber('version', 0),
    status: fields.oneOf('status', STATUSES) ?? 'USABLE',
    created: fields.instant('created'),
    published: fields.instant('published'),
    updated: fields.instant('updated'),
    embargoed: fields.instant('embargoed'),
    scheduled: fields.instant('scheduled'),
    expires: fields.instant('expires'),
    headline: fields.text('headline'),
    standfirst: fields.text('standfirst'),
    kicker: fields.text('kicker'),
    abstract: fields.text('abstract'),
    byline: fields.text('byline'),
    dateline: fields.text('dateline'),
    genre: fields.text('genre'),
    language: fields.parsed('language', parseLanguage),
    section: fields.mapping('section', readSection, 'name'),
    series: fields.mapping('series', readNamed, 'name'),
    translations: fields.text('translations'),
    path: fields.parsed('path', normalizePath),
    authors: authors.map(({ name, uri, ...rest }) => ({ ...rest, person: identify('Person', name, uri), note: null })),
    about: declaredAbout.map(({ kind, name, uri }) => identify(kind, name, uri)),
    mentions: [
      ...declaredMentions.map(({ kind, name, uri }) => identify(kind, name, uri)),
      ...people.map(({ name, uri }) => identify('Person', name, uri)),
    ],
    known: declared(people, [...declaredAbout, ...declaredMentions]),
    events: [...declaredAbout, ...declaredMentions]
      .filter(({ kind }) => kind === 'NewsEvent')
      .map(({ kind, name, uri }) => identify(kind, name, uri)),
    image: fields.mapping('image', readImage),
    free: fields.flag('free') ?? true,
    copyright: fields.text('copyright'),
    credit: fields.text('credit'),
    sundry: readSundry(fields, source),
  };
  if (faultsOfYaml === 0) fields.close();
  return frontMatter;
}

function parseYaml(yaml: string, faults: Fault[]): Record<string, unknown> {
  if (Buffer.byteLength(yaml) > MAX_FRONT_MATTER_BYTES) {
    throw new ArticleTooLarge([{ place: PLACE, reason: `is longer than ${MAX_FRONT_MATTER_BYTES} bytes` }]);
  }
  try {
    refuseDeepYaml(yaml, placeOfLine);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    faults.push(...error.faults);
    return {};
  }
  const document = parseDocument(yaml, { schema: 'core', resolveKnownTags: false, prettyErrors: false, logLevel: 'silent' });
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    faults.push({ place: placeOfLine(yaml.slice(0, pos[0]).split('\n').length), reason: `is no YAML: ${message.slice(0, 120)}` });
  }
  if (faults.length > 0) return {};
  let values: unknown;
  try {
    values = document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    // a ReferenceError for too many aliases; the end of the stack for a mapping that is a key of itself
    if (!(error instanceof ReferenceError) && !isStackOverflow(error)) throw error;
    const unknown = /^Unresolved alias .*: (.*)$/s.exec((error as Error).message)?.[1];
    faults.push({
      place: PLACE,
      reason: unknown === undefined ? TOO_MANY_ALIASES : `has an alias without an anchor: *${unknown.slice(0, 40)}`,
    });
    return {};
  }
  if (values === null || values === undefined) return {};
  if (typeof values === 'object' && !Array.isArray(values)) return values as Record<string, unknown>;
  faults.push({ place: PLACE, reason: 'must be lines such as headline: Words' });
  return {};
}

/** @param line of the YAML, from 1; the fence is line 1 of the document */
function placeOfLine(line: number): string {
  return `${PLACE}, line ${line + 1}`;
}

type NamedThing = { kind: ConceptKind; name: string; uri: string | null };
type Organisation = { name: string; uri: string | null };

function readNamed(fields: Mapping): Named {
  const name = fields.needed('name');
  const slug = fields.parsed('slug', (text, place) => {
    const accepted = slugOf(text);
    return text === accepted ? text : refuse(place, `"${text.slice(0, 80)}" is no slug; "${accepted}" would be`);
  });
  return { slug: slug ?? slugOf(name), name };
}

/** How deep sections may lie in each other; news sites have three levels, and each is one more list to keep. */
const DEEPEST_SECTION = 8;

/** A section, and those that it lies in: `{ name: Harbour, in: { name: Port Sorrel, in: World } }`. */
function readSection(fields: Mapping): SectionRef {
  const chain: Named[] = [];
  const read = (level: Mapping): void => {
    const named = readNamed(level);
    if (chain.some(({ slug }) => slug === named.slug)) level.faults.push({ place: level.place, reason: `lies in itself: ${named.slug}` });
    chain.push(named);
    if (chain.length <= DEEPEST_SECTION) level.mapping('in', read, 'name');
    else level.faults.push({ place: level.place, reason: `lies deeper than ${DEEPEST_SECTION} sections` });
  };
  read(fields);
  const [section = { slug: '', name: '' }, ...parents] = chain;
  return { ...section, parents: parents.reverse() };
}

function readConcept(fields: Mapping): NamedThing {
  const kind = fields.needed('kind') ? fields.oneOf('kind', CONCEPT_KINDS) : null;
  return { kind: kind ?? 'Topic', name: fields.needed('name'), uri: fields.text('uri') }; // the kind of a refused one does not matter
}

function readPerson(fields: Mapping): { name: string; uri: string | null; jobTitle: string | null; affiliation: Organisation | null } {
  return {
    name: fields.needed('name'),
    uri: fields.text('uri'),
    jobTitle: fields.text('jobTitle'),
    affiliation: fields.mapping('affiliation', (of) => ({ name: of.needed('name'), uri: of.text('uri') }), 'name'),
  };
}

function readAuthor(fields: Mapping): { name: string; uri: string | null } & Pick<Contribution, 'role' | 'links'> {
  return {
    name: fields.needed('name'),
    uri: fields.text('uri'),
    role: fields.oneOf('role', ROLES) ?? 'AUTHOR',
    links: fields.pairs('links').map(([name, url]) => {
      if (url !== null && !isWebAddress(url)) fields.faults.push({ place: `${fields.placeOf('links')}: ${name}`, reason: NO_ADDRESS });
      return { name, url };
    }),
  };
}

/** A name without a uri means whom the same document identifies under that name, if that is one. */
function identifier(things: readonly NamedThing[], source: string): (kind: ConceptKind, name: string, uri: string | null) => ConceptRef {
  const uris = new Map<string, Set<string>>();
  const keyOf = (kind: ConceptKind, name: string) => `${kind} ${foldName(name)}`;
  for (const { kind, name, uri } of things) {
    const key = keyOf(kind, name);
    if (uri) uris.set(key, (uris.get(key) ?? new Set()).add(uri));
  }
  return (kind, name, uri) => {
    const [only, ...others] = uris.get(keyOf(kind, name)) ?? [];
    const identity = uri ?? (others.length === 0 ? only : undefined);
    return identity ? identifiedConcept(kind, name, identity) : namedConcept(kind, name, source);
  };
}

function declared(people: readonly ReturnType<typeof readPerson>[], things: readonly NamedThing[]): Declared[] {
  const named = new Set(people.map(({ name }) => foldName(name)));
  const others = things.flatMap(({ kind, name, uri }): Declared[] =>
    (kind === 'Person' && !named.has(foldName(name))) || kind === 'Organization' ? [{ name, kind, uri }] : [],
  );
  const institutions = people.flatMap(({ affiliation }): Declared[] =>
    affiliation?.uri ? [{ ...affiliation, kind: 'Organization' }] : [],
  );
  const all: Declared[] = [...people, ...others, ...institutions];
  const byName = new Map(all.map((one) => [`${one.kind ?? 'Person'} ${foldName(one.name)} ${one.uri ?? ''}`, one]));
  return [...byName.values()];
}
