import { type Instant, LAST_INSTANT } from '../domain/instant.ts';

/**
 * Key rules that several items share. Instants and versions in keys have a fixed width, so that keys compare as text;
 * a dated read is always the one {@link upTo}.
 */

/** 16 digits hold every safe integer. */
export function padVersion(version: number): string {
  return String(version).padStart(16, '0');
}

/**
 * The range of a dated read: everything under `prefix` up to and including `clock`, and no neighbouring prefix.
 * `$` follows `#`, so every tail after the instant is inside, whatever script it is in. The last instant of all is no moment but a
 * waiting room, and stays outside at any clock.
 */
export function upTo(prefix: string, clock: Instant, since?: Instant): { between: [string, string] } {
  return {
    between: [since ? `${prefix}#${since}` : `${prefix}#`, clock < LAST_INSTANT ? `${prefix}#${clock}$` : `${prefix}#${LAST_INSTANT}`],
  };
}

/** The partition of the posts of an article. */
export function liveBlogKey(articleId: string): string {
  return `LIVEBLOG#${articleId}`;
}

/** The lists of one live blog: `P` all posts, `K` key events, `T` what is held at the top. */
export type PostList = 'P' | 'K' | 'T';

/** Where a post lies for whoever holds its id. */
export function postPlace(key: string): string {
  return `U#${key}`;
}

/** Chunks count down, so that newest first meets the head, then its first chunk, then the second. */
export function chunkNumber(chunk: number): string {
  return String(99 - chunk).padStart(2, '0');
}
