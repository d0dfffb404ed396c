import type { Story } from './article.ts';
import type { FormerPath } from './article-state.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';

/** What every stored version says of its publication. */
export type Publication = {
  id: ArticleId;
  source: string;
  uri: string;
  version: number;
  availableFrom: Instant;
  /** When the article was first readable; never changes once passed. */
  datePublished: Instant;
  /** When this version was first readable. */
  dateModified: Instant;
  /** When the version ends, if its source said so. */
  until: Instant | null;
};

/** A version as it is kept: all but the body. Also the widest thing that a list item can be asked for. */
export type Head = { type: 'HEAD' } & Publication &
  Story & {
    firstCreated: Instant | null;
    formerPaths: readonly FormerPath[];
    /** Number of body chunks. */
    chunks: number;
  };

/** What is left of an article that was killed, taken down or has expired: nothing that a reader could read. */
export type Tombstone = {
  type: 'TOMBSTONE';
  id: ArticleId;
  version: number;
  availableFrom: Instant;
  reason: 'WITHDRAWN' | 'EXPIRED';
  /** Every path under which the article could be read. */
  paths: readonly string[];
};
