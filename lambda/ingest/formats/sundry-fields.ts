import type { Correction, LiveCoverage, RelatedRef, Seo, Sundry } from '../../domain/article.ts';
import { refuse } from '../../domain/fault.ts';
import { articleId } from '../../domain/identity.ts';
import { parseDay } from './day.ts';
import type { Mapping } from './mapping.ts';

const HEADLINE_ROLES = { short: 'SHORT', social: 'SOCIAL', search: 'SEARCH' } as const;

/** IPTC's vocabulary of digital source types; a term may come as its whole address. */
const DIGITAL_SOURCE_TYPES = /^(?:https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/)?([a-z][A-Za-z]{2,60})$/;

/**
 * What most documents leave unsaid: `headlines`, `located`, `terms`, `digitalSource`, `seo`, `related`, `corrections`, `note`, `access` and
 * `live`. Where the body is cut stands in the body.
 * @param source who sends; related articles are its own
 */
export function readSundry(fields: Mapping, source: string): Omit<Sundry, 'freeBlocks'> {
  return {
    headlines: fields.mapping('headlines', readHeadlines) ?? [],
    located: fields.text('located'),
    usageTerms: fields.text('terms'),
    digitalSourceType: fields.parsed('digitalSource', parseDigitalSourceType),
    seo: fields.mapping('seo', readSeo),
    related: readRelated(fields, source),
    corrections: fields.list('corrections', readCorrection),
    versionNote: fields.text('note'),
    accessTier: fields.text('access'),
    liveBlog: readLive(fields),
  };
}

/** A term of IPTC's digital source types, by its name or by its address. @throws {Refused} naming `place`, when it is no such term */
export function parseDigitalSourceType(text: string, place: string): string {
  return (
    DIGITAL_SOURCE_TYPES.exec(text)?.[1] ??
    refuse(place, `"${text.slice(0, 80)}" is no term of IPTC's, such as digitalCapture or digitalCreation`)
  );
}

function readHeadlines(fields: Mapping): Sundry['headlines'] {
  return Object.entries(HEADLINE_ROLES).flatMap(([key, role]) => {
    const text = fields.text(key);
    return text === null ? [] : [{ role, text }];
  });
}

function readSeo(fields: Mapping): Seo {
  return { title: fields.text('title'), description: fields.text('description'), noIndex: fields.flag('index') === false };
}

function readRelated(fields: Mapping, source: string): RelatedRef[] {
  const seen = new Set<string>();
  return fields.list(
    'related',
    (entry) => {
      const article = articleId(source, entry.needed('uri'));
      if (seen.has(article)) entry.faults.push({ place: entry.placeOf('uri'), reason: 'names an article for the second time' });
      seen.add(article);
      return { article, label: entry.text('label') };
    },
    'uri',
  );
}

function readCorrection(fields: Mapping): Correction {
  fields.needed('date');
  return { date: fields.parsed('date', parseDay) ?? parseDay('1970-01-01', 'date'), text: fields.needed('text') }; // a refused date does not matter
}

/** `true`: posts are still to come. `false`: it was live, and has ended. A mapping says when, too. */
function readLive(fields: Mapping): LiveCoverage | null {
  const live = fields.mapping(
    'live',
    (of): LiveCoverage => {
      const [starts, ends] = [of.instant('starts'), of.instant('ends')];
      if (starts && ends && ends < starts) of.faults.push({ place: of.placeOf('ends'), reason: 'lies before its beginning' });
      return { isLive: of.flag('live') ?? true, starts, ends };
    },
    { flagIs: 'live' },
  );
  return live;
}
