import { type Story, UNSAID } from './article.ts';
import type { FormerPath } from './article-state.ts';
import type { ArticleId } from './identity.ts';
import type { Instant } from './instant.ts';

/** What every stored version says of its publication. */
export type Publication = {
  id: ArticleId;
  source: string;
  uri: string;
  version: number;
  /** How much of `version` is not the source's own: see `Numbering` in ./article-state.ts. Left out where it is nothing. */
  base?: number;
  availableFrom: Instant;
  /** When the article was first readable; never changes once passed. */
  datePublished: Instant;
  /** When this version was first readable. */
  dateModified: Instant;
  /** When the version ends, if its source said so. */
  until: Instant | null;
};

/** The number of a version as its source counts. */
export function ownNumber({ version, base = 0 }: Pick<Publication, 'version' | 'base'>): number {
  return version - base;
}

/** A version that readers have seen, by its source's number. Nothing of its words is kept but what its source told readers about the change. */
export type EarlierVersion = { version: number; availableFrom: Instant; note: string | null };

/** Fifty take up to 4 KB of a head with notes; a live page changes hundreds of times, and nobody reads that far back. */
const MOST_EARLIER = 50;

/** The versions before the one that follows `head`. @param head null after a withdrawal: what was taken back is not told of */
export function earlierThan(head: Head | null): readonly EarlierVersion[] {
  if (head === null) return [];
  const { availableFrom, versionNote } = head;
  return [...head.earlier, { version: ownNumber(head), availableFrom, note: versionNote }].slice(-MOST_EARLIER);
}

/** A version as it is kept: all but the body. Also the widest thing that a list item can be asked for. */
export type Head = { type: 'HEAD' } & Publication &
  Story & {
    firstCreated: Instant | null;
    /** When the source made this version; null when it does not say. */
    versionCreated: Instant | null;
    /** Versions that could be read before this one, oldest first; at most {@link MOST_EARLIER} of them, the newest. */
    earlier: readonly EarlierVersion[];
    formerPaths: readonly FormerPath[];
    /**
     * Of a live blog: versions before this one that waited for their moment and reached it. What is kept of posts as having come with one of them
     * counts; what came with another version that waited never does. Left out where there is none.
     */
    waited?: readonly number[];
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

/** A head as text, without what it leaves unsaid. */
export function packHead(head: Head | Tombstone): string {
  if (head.type === 'TOMBSTONE') return JSON.stringify(head);
  const unsaid = Object.entries(UNSAID).filter(([field, value]) => isSame(head[field as keyof typeof UNSAID], value));
  return JSON.stringify({ ...head, ...Object.fromEntries(unsaid.map(([field]) => [field, undefined])) });
}

export function unpackHead(text: string): Head | Tombstone {
  const head = JSON.parse(text) as Head | Tombstone;
  return head.type === 'TOMBSTONE' ? head : { ...UNSAID, ...head };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && one.length === 0 && other.length === 0);
}
