import type { PubStatus } from '../../domain/article.ts';
import { type Instant, latest, millisecondsOf } from '../../domain/instant.ts';
import type { Mapping } from './mapping.ts';

/** What a story says of its own publication. */
export type Publication = {
  status: PubStatus;
  /** See {@link versionOf}. */
  version: number | null;
  /** When the source made this version. */
  updated: Instant | null;
  firstPublished: Instant | null;
  scheduledFor: Instant | null;
  embargoedUntil: Instant | null;
  /** The word of the source for who may read it; null: it has none. */
  access: string | null;
  isFree: boolean;
};

type Embargo = { isActive: boolean; until: Instant | null };

/** Words of `status` for a story that stood somewhere and does no longer. */
const GONE = /^(?:unpublished|deleted|killed|withdrawn|retracted|cancell?ed|trash(?:ed)?)$/i;

/**
 * Codes of `content_restrictions` that close nothing. They are each newsroom's own words: one that is not known here is taken for a closed door, since
 * what was read once cannot be sold. `metered` is counted by the site; the service shows all of it.
 */
const FREE = new Set(['free', 'open', 'public', 'none', 'unrestricted', 'green', 'metered']);

/**
 * Whether a story is public. It is when it says so, and nothing in it says otherwise: `revision.published`, else the default edition, else `status`, else a
 * date of publication. A default edition that is no longer published is a withdrawal; everything else waits for an editor.
 * @param isOperation the story comes as what was published just now
 */
export function readPublication(fields: Mapping, isOperation: boolean): Publication {
  const updated = fields.instant('last_updated_date');
  const [first, published, displayed] = [
    fields.instant('first_publish_date'),
    fields.instant('publish_date'),
    fields.instant('display_date'),
  ];
  const revision = fields.mapping('revision', (of) => {
    of.skipOthers();
    const isDraft = of.keys().includes('editions') && of.texts('editions').length === 0; // of a story that may be public in an older state
    return { published: of.flag('published'), isDraft };
  });
  const edition = fields.mapping('publishing', readPublishing);
  const word = fields.text('status');
  const restrictions = fields.mapping('content_restrictions', readRestrictions);
  const embargo = restrictions?.embargo ?? null;
  const isGone = edition?.published === false || GONE.test(word ?? '');
  const isHeld =
    revision?.published === false ||
    (revision?.isDraft ?? false) ||
    edition?.anywhere === false ||
    (word !== null && !/^published$/i.test(word)) ||
    (embargo?.isActive === true && embargo.until === null) ||
    (restrictions?.isByPlace ?? false);
  const isSaid =
    isOperation ||
    revision?.published === true ||
    edition?.published === true ||
    edition?.anywhere === true ||
    word !== null ||
    first !== null ||
    published !== null;
  const status = isGone ? 'CANCELED' : isSaid && !isHeld ? 'USABLE' : 'WITHHELD';
  return {
    status,
    version: versionOf(status, updated, edition?.date ?? null),
    updated,
    firstPublished: status === 'USABLE' ? (first ?? published ?? displayed) : null,
    scheduledFor: first === null ? published : null,
    embargoedUntil: embargo?.isActive ? embargo.until : null,
    access: restrictions?.code ?? null,
    isFree: restrictions?.code == null || FREE.has(restrictions.code.toLowerCase()),
  };
}

/**
 * ANS does not number. The instant of the last change counts, in milliseconds since 1970; a draft counts one less, since publishing it changes no date, and
 * a withdrawal one more, or the instant at which it happened.
 */
export function versionOf(status: PubStatus, updated: Instant | null, withdrawn: Instant | null): number | null {
  if (updated === null && (status !== 'CANCELED' || withdrawn === null)) return null;
  const at = status === 'CANCELED' ? latest((updated ?? withdrawn) as Instant, withdrawn) : (updated as Instant);
  const shift = { USABLE: 0, WITHHELD: -1, CANCELED: 1 }[status];
  return Math.max(0, millisecondsOf(at) + shift);
}

/** Editions are places where a story is published; the default one is the site. What is planned is the work of the CMS, which sends what comes of it. */
function readPublishing(of: Mapping): { anywhere: boolean | null; published: boolean | null; date: Instant | null } {
  of.skip('scheduled_operations', 'additional_properties');
  const edition = of.mapping('editions', (editions) => {
    editions.skipOthers();
    return editions.mapping('default', (edition) => {
      edition.skipOthers();
      return { published: edition.flag('edition_published'), date: edition.instant('edition_date') };
    });
  });
  const anywhere = of.flag('has_published_edition');
  of.close(true);
  return { anywhere, published: edition?.published ?? null, date: edition?.date ?? null };
}

/** A restriction that nobody knows is refused: it might be one that has to be kept. */
function readRestrictions(of: Mapping): { code: string | null; embargo: Embargo | null; isByPlace: boolean } {
  of.skip('additional_properties');
  const restrictions = {
    code: of.text('content_code'),
    embargo: of.mapping('embargo', readEmbargo),
    isByPlace: of.mapping('geo', (geo) => geo.list('restrictions', (one) => one.skipOthers()).length > 0) ?? false,
  };
  of.close(true);
  return restrictions;
}

/** An embargo without an end holds until the source says otherwise. */
export function readEmbargo(of: Mapping): Embargo {
  of.skip('description');
  const isActive = of.required('active', (key) => of.flag(key)) ?? true;
  const until = of.instant('end_time');
  of.close(true);
  return { isActive, until };
}
