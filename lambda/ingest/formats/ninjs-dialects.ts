import type { Sent } from '../format.ts';
import { AS_WRITTEN, isRecord, STANDS_AT, type Values } from './mapping.ts';
import { LEFT_OUT } from './superdesk.ts';

/**
 * ninjs 1.x, 2.x and Superdesk's 1.x in the names and shapes of 3.1, so that one reader reads them all. Faults still name what the document says: `body_html`,
 * `renditions: original`. Keys that a version of ninjs does not have are left for the reader to refuse.
 */

/** `item`: the document in the shape of 3.1; `beside`: what only Superdesk says; `isSuperdesk`: whether it is Superdesk that wrote it. */
export type Normalised = { item: Values; beside: Values; isSuperdesk: boolean };

type AddressOfAsset = Sent['addressOfAsset'];

type Names = Readonly<Record<string, string>>;

/** What was written in capitals from 3.0 on. */
const LOWER_CASE: Names = {
  ...{ representationtype: 'representationType', firstcreated: 'firstCreated', versioncreated: 'versionCreated' },
  ...{ contentcreated: 'contentCreated', embargoed: 'embargoedUntil', pubstatus: 'pubStatus', copyrightholder: 'copyrightHolder' },
  ...{ copyrightnotice: 'copyrightNotice', usageterms: 'usageTerms', ednote: 'edNote', rightsinfo: 'rightsInfo', altids: 'altIds' },
  ...{ digitalsourcetype: 'digitalSourceType', contentdigitised: 'contentDigitised' },
};

/** The same in every version. */
const SAME = ['uri', 'type', 'profile', 'version', 'urgency', 'language', 'title', 'slugline', 'located', 'renditions', 'associations'];

const ITEM_2: Names = {
  ...named(...SAME, 'descriptions', 'bodies', 'headlines', 'people', 'organisations', 'places', 'subjects', 'events', 'objects', 'by'),
  ...named('standard', 'genres', 'expires', 'name', 'rel'),
  ...LOWER_CASE,
  ...{ infosources: 'infoSources', trustindicators: 'trustIndicators' },
};

const ITEM_1: Names = {
  ...named(...SAME, 'expires', 'standard'),
  ...LOWER_CASE,
  ...{ guid: 'uri', byline: 'by', person: 'people', organisation: 'organisations', place: 'places', subject: 'subjects', event: 'events' },
  ...{ object: 'objects', genre: 'genres', infosource: 'infoSources', trustindicator: 'trustIndicators', $standard: 'standard' },
};

/** Inside the parts of an item, in 1.x and 2.x. */
const PART: Names = {
  ...{ contenttype: 'contentType', mimetype: 'contentType', charcount: 'charCount', wordcount: 'wordCount', sizeinbytes: 'sizeInBytes' },
  ...{ contactinfo: 'contactInfo', geojson: 'geoJSON', langid: 'langId', linkedrights: 'linkedRights', encodedrights: 'encodedRights' },
};

/** What Superdesk adds to 1.x, and the counts of 1.x, which belong to no body. docs/integrate.md says what becomes of each. */
export const BESIDE: readonly string[] = [
  ...LEFT_OUT,
  ...[
    'service',
    'signal',
    'keywords',
    'evolvedfrom',
    'extra',
    'firstpublished',
    'authors',
    'annotations',
    'correction_sequence',
    'public_note',
  ],
];

/** Of these, what ninjs 1.x has itself. */
const OF_NINJS = ['mimetype', 'charcount', 'wordcount'];

/** Words of 1.x by the end of their key: `body_html`, `headline_short`. */
const WORDS = /^(headline|description|body)(?:_([a-zA-Z0-9_]+))?$/;
const CONCEPTS = ['person', 'organisation', 'place', 'subject', 'event', 'object', 'infosource', 'genre', 'trustindicator'];

/** What a gazetteer says of a place in Superdesk. */
const OF_PLACES = [
  ...['country', 'country_code', 'state', 'state_code', 'region', 'region_code', 'locality', 'locality_code', 'area', 'continent_code'],
  ...['world_region', 'group', 'line', 'feature_class', 'location', 'tz', 'qcode', 'locator'],
];

/**
 * @param values a document of any version of ninjs
 * @param addressOfAsset where a `media` of Superdesk's is read, in place of the `href` that stands beside it
 */
export function normaliseNinjs(values: Values, addressOfAsset?: AddressOfAsset): Normalised {
  const version = versionOf(values);
  if (version === 3) return { item: values, beside: {}, isSuperdesk: false };
  if (version === 2) return { item: fromTwo(values), beside: {}, isSuperdesk: false };
  const isSuperdesk = Object.keys(values).some((key) => key === 'guid' || (BESIDE.includes(key) && !OF_NINJS.includes(key)));
  return { item: fromOne(values, addressOfAsset), beside: pick(values, BESIDE), isSuperdesk };
}

/** What the document says of itself, else what its keys show. */
function versionOf(values: Values): 1 | 2 | 3 {
  const standard = own(values, 'standard') ?? own(values, '$standard');
  const said = /^([123])(?:\.|$)/.exec(isRecord(standard) ? String(own(standard, 'version') ?? '') : '')?.[1];
  const keys = Object.keys(values);
  const isLower = keys.some((key) => Object.hasOwn(LOWER_CASE, key));
  const isCapital = keys.some((key) => Object.values(LOWER_CASE).includes(key));
  if (said === '2' && isCapital && !isLower) return 3; // what was moved to 3.0 may go on to say 2.2
  if (said) return Number(said) as 1 | 2 | 3;
  const isKeyed = ['associations', 'renditions', 'altids'].some((key) => isRecord(own(values, key)));
  const ofOne = ['guid', 'byline', 'person', 'organisation', 'place', 'subject', 'event', 'object', 'infosource', 'genre', '$standard'];
  const isListed = ['headlines', 'bodies'].some((key) => listIn(values, key).length > 0); // a key of 1.x beside them is a slip
  if (!isListed && (isKeyed || keys.some((key) => WORDS.test(key) || ofOne.includes(key) || BESIDE.includes(key)))) return 1;
  const ofTwo = [...Object.keys(LOWER_CASE), 'infosources', 'trustindicators'];
  const parts = ['bodies', 'headlines', 'descriptions', 'renditions'].flatMap((key) => listIn(values, key));
  const isTwo = keys.some((key) => ofTwo.includes(key)) && !keys.some((key) => Object.values(LOWER_CASE).includes(key));
  return isTwo || parts.some((part) => isRecord(part) && Object.hasOwn(part, 'contenttype')) ? 2 : 3;
}

function fromTwo(values: Values): Values {
  const item = renamed(values, ITEM_2);
  return changed(item, (key, value) => {
    if (!Array.isArray(value)) return isRecord(value) ? renamed(value, PART, true) : value;
    if (key === 'associations') return value.map((one) => (isRecord(one) ? fromTwo(one) : one));
    return value.map((one) => (isRecord(one) ? renamed(one, PART, true) : one));
  });
}

/** @param addressOfAsset of the items that come with it: renditions of the article as a whole are left */
function fromOne(values: Values, addressOfAsset?: AddressOfAsset, addressOfOwn?: AddressOfAsset): Values {
  const words = Object.keys(values).filter((key) => WORDS.test(key));
  const beside = [...BESIDE, ...(Object.hasOwn(values, 'uri') ? ['guid'] : [])];
  const item = renamed(without(values, [...words, ...beside]), ITEM_1);
  const isPicture = ['picture', 'graphic'].includes(String(own(values, 'type')));
  const texts = (kind: string) => words.filter((key) => WORDS.exec(key)?.[1] === kind).map((key) => wordsAt(key, own(values, key)));
  // Superdesk puts the words that stand for a picture into its body
  const alternative = isPicture ? texts('body').map((one) => ({ ...one, role: 'alternative' })) : [];
  const shaped = changed(item, (key, value) => {
    if (key === 'renditions') return entriesOf(value, 'renditions').map((one) => renditionOf(one, addressOfOwn));
    if (key === 'associations') return associationsIn(value, addressOfAsset);
    if (key === 'altIds') return isRecord(value) ? Object.entries(value).map(([role, id]) => ({ role, value: id })) : value;
    if (key === 'rightsInfo') return isRecord(value) ? renamed(value, PART, true) : value;
    return CONCEPTS.includes(writtenOf(item, key)) && Array.isArray(value) ? value.map(conceptOf) : value;
  });
  return marked(
    {
      ...shaped,
      headlines: texts('headline'),
      descriptions: [...texts('description'), ...alternative],
      bodies: isPicture ? [] : texts('body'),
      ...extraIds(values, own(shaped, 'altIds')),
      ...creditOf(values, own(shaped, 'infoSources')),
    },
    {
      ...shaped[AS_WRITTEN],
      headlines: 'headline',
      descriptions: 'description_text',
      bodies: 'body_html',
      uri: Object.hasOwn(values, 'guid') ? 'guid' : 'uri',
    },
  );
}

/** `headline` and `body_main` say in which form they are by their end; where they do not, the words show it. */
function wordsAt(key: string, value: unknown): Values {
  const end = WORDS.exec(key)?.[2] ?? '';
  const [role, contentType] = /^x?html/i.test(end) ? ['', 'text/html'] : end === 'text' ? ['', 'text/plain'] : [end, null];
  const names = { role: '', value: '', contentType: '' };
  return { ...{ role, value, contentType }, [AS_WRITTEN]: names, [STANDS_AT]: key };
}

/** A scheme that is an address of the web and its code are one uri; else they identify within their source, parted by a colon. */
function conceptOf(entry: unknown): unknown {
  if (!isRecord(entry)) return entry;
  const geometries = Object.keys(entry).filter((key) => /^geometry_/.test(key));
  const [code, scheme] = [own(entry, 'code') ?? own(entry, 'qcode'), own(entry, 'scheme')];
  const plain = renamed(without(entry, [...geometries, ...OF_PLACES, 'code', 'scheme']), PART, true);
  if (typeof code !== 'string' || code.trim() === '') return plain;
  if (typeof scheme !== 'string' || scheme.trim() === '') return { ...plain, literal: code };
  if (/^https?:\/\//.test(scheme)) return { ...plain, uri: `${scheme.replace(/[/#]?$/, (end) => end || '/')}${code}`, literal: code };
  return { ...plain, literal: `${scheme}:${code}` };
}

function renditionOf(entry: Values, addressOfAsset: AddressOfAsset | undefined): Values {
  const media = own(entry, 'media');
  const address = typeof media === 'string' && media !== '' ? (addressOfAsset?.(media) ?? null) : null;
  return { ...without(renamed(entry, PART, true), ['media']), ...(address === null ? {} : { href: address }) };
}

function associationsIn(value: unknown, addressOfAsset: AddressOfAsset | undefined): unknown {
  if (!isRecord(value)) return value;
  const items = Object.entries(value).filter(([name, item]) => item !== null && !(name === 'label' && typeof item === 'string'));
  return items.map(([name, item]) => (isRecord(item) ? associated(name, item, addressOfAsset) : item));
}

/** Related articles are labelled with their headline: the name of their place says nothing to readers. */
function associated(name: string, values: Values, addressOfAsset: AddressOfAsset | undefined): Values {
  const item = fromOne(values, undefined, addressOfAsset);
  const title = own(values, 'title') ?? own(values, 'headline');
  return { ...item, name, ...(typeof title === 'string' ? { title } : {}), [STANDS_AT]: `associations: ${name}` };
}

/** Superdesk gives all translations of a story one id. */
function extraIds(values: Values, altIds: unknown): { altIds?: unknown } {
  const id = own(values, 'translation_id');
  if (typeof id !== 'string') return {};
  return { altIds: [...(Array.isArray(altIds) ? altIds : []), { role: 'translations', value: id }] };
}

function creditOf(values: Values, infoSources: unknown): { infoSources?: unknown } {
  const source = own(values, 'source');
  if (typeof source !== 'string' || source.trim() === '' || infoSources !== undefined) return {};
  return { infoSources: [{ name: source, [STANDS_AT]: 'source', [AS_WRITTEN]: { name: '' } }] };
}

/** The entries of an object by name, as a list of entries that know theirs. */
function entriesOf(value: unknown, place: string): Values[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => (isRecord(entry) ? [{ ...entry, name, [STANDS_AT]: `${place}: ${name}` }] : []));
}

/** The values under their names of 3.1. A key that the version does not have keeps its name for the reader's faults, and is read by nobody. */
function renamed(values: Values, names: Names, isOpen = false): Values {
  const written: Record<string, string> = {};
  const pairs = Object.entries(values).map(([key, value]): [string, unknown] => {
    const isKnown = Object.hasOwn(names, key);
    const taken = isKnown ? (names[key] as string) : isOpen && !Object.values(names).includes(key) ? key : `?${key}`;
    if (taken !== key) written[taken] = key;
    return [taken, value];
  });
  const called = Object.fromEntries(
    Object.entries(names)
      .map(([old, now]) => [now, old])
      .reverse(), // the first of several names is the usual one
  );
  const result: Values = Object.fromEntries(pairs); // defines each key, also one that is called __proto__
  return { ...marked(result, { ...called, ...written }), ...(values[STANDS_AT] ? { [STANDS_AT]: values[STANDS_AT] } : {}) };
}

function marked(values: Values, written: Record<string, string>): Values {
  return { ...values, [AS_WRITTEN]: written };
}

function writtenOf(values: Values, key: string): string {
  return values[AS_WRITTEN]?.[key] ?? key;
}

function changed(values: Values, change: (key: string, value: unknown) => unknown): Values {
  const pairs = Object.entries(values).map(([key, value]): [string, unknown] => [key, change(key, value)]);
  return { ...Object.fromEntries(pairs), ...(values[AS_WRITTEN] ? { [AS_WRITTEN]: values[AS_WRITTEN] } : {}) };
}

function pick(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
}

function without(values: Values, keys: readonly string[]): Values {
  const marks = {
    ...(values[AS_WRITTEN] ? { [AS_WRITTEN]: values[AS_WRITTEN] } : {}),
    ...(values[STANDS_AT] ? { [STANDS_AT]: values[STANDS_AT] } : {}),
  };
  return { ...Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key))), ...marks };
}

function own(values: Values, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function listIn(values: Values, key: string): unknown[] {
  const value = own(values, key);
  return Array.isArray(value) ? value : [];
}

function named(...keys: string[]): Names {
  return Object.fromEntries(keys.map((key) => [key, key]));
}
