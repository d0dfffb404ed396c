import type { Image } from './body.ts';
import type { ConceptId } from './identity.ts';
import type { Instant } from './instant.ts';

/**
 * Facts about a concept that editors keep and that no article says. A card makes nobody public: it is shown from the moment at which a readable
 * article names the concept, and as long as one does.
 */
export type ConceptCard = {
  /** Other names, in any language. */
  alternateNames: string[];
  /** Addresses of the web that mean the same concept. */
  sameAs: string[];
  description: string | null;
  /** Persons. */
  image: Image | null;
  biography: string | null;
  jobTitle: string | null;
  links: { name: string; url: string }[];
  /** Places. Degrees, WGS 84. */
  geo: { latitude: number; longitude: number } | null;
  /** Events. */
  startDate: Instant | null;
  endDate: Instant | null;
};

/** A card as its source sends it: whole, without an embargo; the newest version wins. */
export type CardEdition = {
  source: string;
  concept: ConceptId;
  /** The source's number, 0 to 2^53 - 1. Null: the source does not number; other content then counts as the next version. */
  version: number | null;
  card: ConceptCard;
};

/** A card as it is kept. `source` is the first that sent one; `rev` fences every write. */
export type StoredCard = { rev: number; source: string; known: { version: number; hash: string }; card: ConceptCard };
