import type { PubStatus } from '../../domain/article.ts';
import { type Fault, Refused, refuse } from '../../domain/fault.ts';
import {
  type Fill,
  type FillList,
  type Front,
  type FrontContainer,
  type FrontEdition,
  type FrontItem,
  listsOf,
  MOST_CURATED,
  MOST_IN_CONTAINER,
  MOST_LISTS,
  parseFrontSlug,
} from '../../domain/front.ts';
import { type ArticleId, articleId, isArticleId } from '../../domain/identity.ts';
import { normalizePath, slugOf } from '../../domain/path.ts';
import { parseLanguage } from '../language.ts';
import { readConceptName } from './concept-name.ts';
import { readJson } from './json-document.ts';
import { readImage } from './json-image.ts';
import type { Mapping } from './mapping.ts';

const STATUSES: Readonly<Record<string, PubStatus>> = { usable: 'USABLE', withheld: 'WITHHELD', canceled: 'CANCELED' };

const LIST_KINDS = { latest: 'LATEST', section: 'SECTION', about: 'ABOUT', series: 'SERIES' } as const;

/** A layout is a word that the front end and the newsroom have agreed on, such as `hero` or `three-up`. */
const LAYOUT = /^[\w-]{1,40}$/;

/**
 * Reads a front: a JSON object with `slug`, `title`, `containers` and, where the source has them, `version`, `embargoed`, `scheduled` and
 * `pubStatus`. Items name articles by `uri`, as the same source calls them, or by `id`; one that is not there yet is no fault.
 * @param sent.name the slug of a document that does not carry its own
 * @throws {Refused} with every fault at once
 */
export function readFront({ bytes, source, name }: { bytes: Uint8Array; source: string; name: string }): FrontEdition {
  const faults: Fault[] = [];
  const fields = readJson(bytes, faults);
  const slug =
    fields.parsed('slug', parseFrontSlug) ?? (faults.length > 0 ? null : fields.attempt(() => parseFrontSlug(name, 'slug'))) ?? '';
  const pubStatus = fields.oneOf('pubStatus', STATUSES) ?? 'USABLE';
  const canceled = pubStatus === 'CANCELED';
  const edition = {
    ...{ source, slug, version: fields.wholeNumber('version', 0) },
    ...{ embargoedUntil: fields.instant('embargoed'), scheduledFor: fields.instant('scheduled') },
  };
  const front: Front = {
    slug,
    title: (canceled ? fields.text('title') : fields.needed('title')) ?? '',
    inLanguage: fields.parsed('inLanguage', parseLanguage),
    description: fields.text('description'),
    containers: fields.list('containers', (container) => readContainer(container, source)),
  };
  checkWhole(fields, front);
  fields.close();
  if (faults.length > 0) throw new Refused(faults);
  return pubStatus === 'CANCELED' ? { ...edition, pubStatus, front: null } : { ...edition, pubStatus, front };
}

/** What is only wrong when the containers are seen together. */
function checkWhole(fields: Mapping, front: Front): void {
  const ids = front.containers.map(({ id }) => id).filter(Boolean);
  const twice = [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
  for (const id of twice) fields.fault('containers', `the id "${id}" stands more than once`);
  const items = front.containers.reduce((sum, container) => sum + container.items.length, 0);
  if (items > MOST_CURATED) fields.fault('containers', `name ${items} articles; at most ${MOST_CURATED}`);
  const lists = listsOf(front).length;
  if (lists > MOST_LISTS) fields.fault('containers', `are filled from ${lists} lists; at most ${MOST_LISTS}`);
}

function readContainer(fields: Mapping, source: string): FrontContainer {
  return {
    id: fields.required('id', (key) => fields.parsed(key, parseSlug)) ?? '',
    headline: fields.text('headline'),
    kicker: fields.text('kicker'),
    path: fields.parsed('path', normalizePath),
    layout: fields.parsed('layout', (text, place) =>
      LAYOUT.test(text) ? text : refuse(place, `"${text.slice(0, 40)}" must be a word of letters, digits, "-" and "_", at most 40 long`),
    ),
    items: fields.list('items', (item) => readItem(item, source)),
    fill: fields.mapping('fill', readFill),
  };
}

function readItem(fields: Mapping, source: string): FrontItem {
  return {
    article: readArticleName(fields, source),
    headline: fields.text('headline'),
    kicker: fields.text('kicker'),
    standfirst: fields.text('standfirst'),
    image: fields.mapping('image', readImage),
  };
}

function readArticleName(fields: Mapping, source: string): ArticleId {
  const uri = fields.text('uri');
  const id = fields.text('id');
  if ((uri === null) === (id === null)) fields.fault('uri', 'name the article by its "uri" or by its "id", and by one of them alone');
  else if (id !== null && !isArticleId(id)) fields.fault('id', `"${id.slice(0, 40)}" is no id of an article`);
  return id !== null && isArticleId(id) ? id : articleId(source, uri ?? '');
}

function readFill(fields: Mapping): Fill {
  const upTo = fields.required('upTo', (key) => fields.wholeNumber(key, 1)) ?? 1;
  if (upTo > MOST_IN_CONTAINER) fields.fault('upTo', `must be at most ${MOST_IN_CONTAINER}`);
  const kind = fields.required('from', (key) => fields.oneOf(key, LIST_KINDS));
  return { from: readList(fields, kind), upTo };
}

/** Only the fields of that kind are asked for, so that others are told to be unknown. */
function readList(fields: Mapping, kind: FillList['kind'] | null): FillList {
  if (kind === 'SECTION' || kind === 'SERIES') {
    return { kind, slug: fields.required('slug', (key) => fields.parsed(key, parseListSlug)) ?? '' };
  }
  if (kind === 'ABOUT') {
    const concept = fields.required('concept', (key) => fields.mapping(key, readConceptName, 'id'));
    return { kind, concept: concept?.id ?? ('' as never) };
  }
  if (kind === null) fields.skip('slug', 'concept'); // the kind is wrong, not these
  return { kind: 'LATEST', language: fields.parsed('language', parseLanguage) };
}

function parseSlug(text: string, place: string): string {
  const accepted = slugOf(text);
  return text === accepted ? text : refuse(place, `"${text.slice(0, 80)}" is no slug; "${accepted}" would be`);
}

/** Sections and series have the slugs that sources gave them; these could never have been taken in. @see checkNames in store/article-writes.ts */
function parseListSlug(text: string, place: string): string {
  return /[#|]/.test(text) || Buffer.byteLength(text) > 1024 ? refuse(place, 'holds "#" or "|", or is longer than 1024 bytes') : text;
}
