import type { Article } from '../domain/article.ts';
import type { Fault } from '../domain/fault.ts';
import type { Instant } from '../domain/instant.ts';

/** A document as it reaches us, whoever brings it: the push endpoint or the command line. */
export type Sent = {
  bytes: Uint8Array;
  /** Who sends: the source that the key names. It may write only its own articles. */
  source: string;
  /** What to call the article when the document itself carries no identity: the path of the file. */
  uri: string;
  /** What the sender says beside the document. It fills what the document leaves open, and never overrides it. */
  wishes: {
    section?: string;
    path?: string;
    published?: Instant;
    /** BCP 47; without it and without one in the document, the language of the site. */
    language?: string;
    /** The source sends the language versions of an article under one uri: each is an article of its own. Of ninjs and ANS. */
    variants?: 'language';
  };
  /**
   * Where the public reads a file that was sent before the document. Left out: its source sends none.
   * @param id as the source calls the file
   * @returns null when it can be no id, which whoever gave this function says
   */
  addressOfAsset?: ((id: string) => string | null) | undefined;
};

/** A document as its format is told from it. */
export type Look = {
  text: string;
  /** What it says as JSON; null when it is none. */
  json: unknown;
};

/** One part of a document that is too large to be read at once. */
export type Piece = {
  /** Where it stands: its number, and how it is called. */
  place: string;
  number: number;
  /** How many there are, as far as the document could be read. */
  of: number;
} & (
  | { /** A document of the same format. */ bytes: Uint8Array }
  | { /** Why it is none of our business. */ left: string }
  | { /** Why it cannot be read; the others can. */ faults: readonly Fault[] }
);

/** An article as it was read, and what its sender should know of it: what was left out. Sentences, none where nothing was. */
export type ReadArticle = Article & { warnings?: readonly string[] };

/** One outside format: a pure function from bytes to articles. */
export type Format = {
  /** As it is named on the command line and in `/ingest/{format}`. */
  name: string;
  /** Endings of file names that mean this format. */
  extensions: readonly string[];
  /** Whether a document whose format nobody names is sure to be of this one. Left out: the format has to be named. */
  detect?(look: Look): boolean;
  /** @throws {Refused} with the place of each fault; a document is taken whole or not at all */
  read(sent: Sent): ReadArticle[];
  /**
   * Of a format whose documents may be larger than the memory: its parts, each to be taken or refused for itself.
   * @param open gives the bytes from the beginning, each time that it is called
   */
  pieces?: (open: () => AsyncIterable<Uint8Array>) => AsyncIterable<Piece>;
};
