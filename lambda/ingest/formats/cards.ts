import type { CardEdition, ConceptCard } from '../../domain/concept-card.ts';
import { type Fault, Refused, refuse } from '../../domain/fault.ts';
import type { ConceptId, ConceptKind } from '../../domain/identity.ts';
import { readConceptName } from './concept-name.ts';
import { parseJson } from './json-document.ts';
import { readImage } from './json-image.ts';
import { Mapping } from './mapping.ts';
import { isWebAddress, NO_ADDRESS } from './picture-fields.ts';

/** Each card is three calls to DynamoDB, some 20 ms; a function has half a minute. */
const MOST_CARDS = 500;

/**
 * Reads cards: a JSON list of objects, each with `id`, or with `kind` and `uri`, and what there is to say of that kind of concept. An empty
 * card takes back what an earlier one said.
 * @throws {Refused} with every fault of every card at once
 */
export function readCards({ bytes, source }: { bytes: Uint8Array; source: string }): CardEdition[] {
  const value = parseJson(bytes);
  if (!Array.isArray(value)) refuse('document', 'must be a list of cards');
  if (value.length > MOST_CARDS) refuse('document', `holds ${value.length} cards; at most ${MOST_CARDS}`);
  const faults: Fault[] = [];
  const cards = new Mapping({ cards: value }, 'document', faults).list('cards', (fields) => readCard(fields, source));
  const concepts = cards.map(({ concept }) => concept);
  for (const [place, concept] of concepts.entries()) {
    if (concept !== '' && concepts.indexOf(concept) !== place) faults.push({ place: 'document', reason: `two cards are about ${concept}` });
  }
  if (faults.length > 0) throw new Refused(faults);
  return cards;
}

function readCard(fields: Mapping, source: string): CardEdition {
  const name = readConceptName(fields);
  return {
    source,
    concept: name?.id ?? ('' as ConceptId),
    version: fields.wholeNumber('version', 0),
    card: readFacts(fields, name?.kind ?? null),
  };
}

/** Only what a concept of that kind can have is asked for, so that the rest is told to be unknown. */
function readFacts(fields: Mapping, kind: ConceptKind | null): ConceptCard {
  const { isPerson, isPlace, isEvent } = { isPerson: kind === 'Person', isPlace: kind === 'Place', isEvent: kind === 'NewsEvent' };
  if (kind === null) fields.skip('image', 'biography', 'jobTitle', 'links', 'geo', 'startDate', 'endDate');
  const startDate = isEvent ? fields.instant('startDate') : null;
  const endDate = isEvent ? fields.instant('endDate') : null;
  if (startDate && endDate && endDate < startDate) fields.fault('endDate', 'lies before startDate');
  return {
    alternateNames: fields.texts('alternateNames'),
    sameAs: fields.list('sameAs', readAddress, 'url'),
    description: fields.text('description'),
    image: isPerson ? fields.mapping('image', readImage) : null,
    biography: isPerson ? fields.text('biography') : null,
    jobTitle: isPerson ? fields.text('jobTitle') : null,
    links: isPerson ? fields.list('links', (link) => ({ name: link.needed('name'), url: readAddress(link) })) : [],
    geo: isPlace ? fields.mapping('geo', readGeo) : null,
    startDate,
    endDate,
  };
}

function readAddress(fields: Mapping): string {
  const url = fields.needed('url');
  if (url && !isWebAddress(url)) fields.fault('url', NO_ADDRESS);
  return url;
}

function readGeo(fields: Mapping): { latitude: number; longitude: number } {
  return {
    latitude: fields.required('latitude', (key) => fields.number(key, -90, 90)) ?? 0,
    longitude: fields.required('longitude', (key) => fields.number(key, -180, 180)) ?? 0,
  };
}
