import type { Instant } from '../domain/instant.ts';

/** Which part of a list is asked for. `first`/`after` walk from the newest to the oldest, `last`/`before` back. */
export type PageRequest = { first?: number | null; after?: string | null; last?: number | null; before?: string | null };

/** A part of a dated list: what was first published in this time, `from` included and `until` not. */
export type DatedPageRequest = PageRequest & { published?: { from?: Instant | null; until?: Instant | null } | null };

/** A page, newest first. */
export type Page<Node> = {
  edges: { cursor: string; node: Node }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
};

/** A cursor or page size that this list never gave out. The client's mistake. */
export class InvalidPage extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidPage';
  }
}

/** Page sizes: twenty fill a screen; a hundred teasers of 1.2 KB are 120 KB and 15 read units. */
export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

/** A page request made sure of: one direction, a size, and the sort key to start behind. */
export type Walk = { size: number; newestFirst: boolean; behind: string | null };

/**
 * @param shape what a sort key of this list looks like
 * @throws {InvalidPage} for both directions at once, a size out of 1 to 100, or a cursor that is none of this list's
 */
export function walkOf({ first, after, last, before }: PageRequest, shape: RegExp): Walk {
  const newestFirst = last == null;
  if (first != null && last != null) throw new InvalidPage('Ask for `first` or for `last`, not for both');
  if (newestFirst ? before != null : after != null) throw new InvalidPage('`after` goes with `first`, `before` with `last`');
  const size = first ?? last ?? DEFAULT_PAGE_SIZE;
  if (size < 1 || size > MAX_PAGE_SIZE) throw new InvalidPage(`A page holds 1 to ${MAX_PAGE_SIZE} items, not ${size}`);
  const cursor = newestFirst ? after : before;
  return { size, newestFirst, behind: cursor == null ? null : readCursor(cursor, shape) };
}

/** A cursor is the sort key and nothing else: the partition is the list's own, so no cursor leads into another list. */
export function cursorOf(sortKey: string): string {
  return Buffer.from(sortKey, 'utf8').toString('base64url');
}

/** See Amazon DynamoDB Developer Guide, "Service, account, and table quotas". */
const MAX_SORT_KEY_BYTES = 1024;

function readCursor(cursor: string, shape: RegExp): string {
  const bytes = Buffer.from(cursor, 'base64url');
  const sortKey = bytes.toString('utf8');
  if (bytes.length > MAX_SORT_KEY_BYTES || cursorOf(sortKey) !== cursor || !shape.test(sortKey))
    throw new InvalidPage('This cursor is not one that this list gave out');
  return sortKey;
}

const INSTANT = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z`;

/** Sort keys of the dated lists. */
export const LISTING_SHAPE = {
  A: new RegExp(`^A#${INSTANT}#a_[\\w-]{22}$`),
  M: new RegExp(`^M#${INSTANT}#a_[\\w-]{22}$`),
  Q: new RegExp(`^Q#${INSTANT}#a_[\\w-]{22}#\\d{4}$`),
  R: new RegExp(`^R#${INSTANT}#a_[\\w-]{22}$`),
} as const;

/** Sort keys of the lists of posts: all, key events, pinned ones. */
export const POST_SHAPE = {
  P: new RegExp(`^P#${INSTANT}#${INSTANT}#[\\w-]{16}$`),
  K: new RegExp(`^K#${INSTANT}#${INSTANT}#[\\w-]{16}$`),
  T: new RegExp(`^T#${INSTANT}#${INSTANT}#[\\w-]{16}$`),
} as const;

/** Sort keys of the changes. */
export const CHANGE_SHAPE = new RegExp(`^C#${INSTANT}#a_[\\w-]{22}#\\d{16}$`);

/** Sort keys of the directories: a folded name, and behind it an id or slug. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that very character parts the name from what follows
export const DIRECTORY_SHAPE = /^[^\u0001]*\u0001[^\u0001#|]+$/u;

/** The instant in a dated sort key. */
export function instantIn(sortKey: string): Instant {
  return sortKey.split('#')[1] as Instant;
}
