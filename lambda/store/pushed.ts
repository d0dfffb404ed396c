import { refuse } from '../domain/fault.ts';
import type { Instant } from '../domain/instant.ts';

/** What became of a push: of an article, a front or a card. */
export type Pushed<Id extends string = string> = {
  /** The id of an article or concept, the slug of a front. */
  id: Id;
  outcome: 'ACCEPTED' | 'UNCHANGED';
  /** The version that was sent, or the number that it got: as its source counts. */
  version: number;
  /** The highest version taken in. */
  known: number;
  /** Where it stands on the site; null for a withdrawal, for a card, whose concept stands where its name says, and when nothing was stored. */
  path: string | null;
  /** From when it can be read; null when nothing was stored. */
  availableFrom: Instant | null;
  warnings: string[];
};

/**
 * The answer to a push that changes nothing.
 * @param sent what an earlier attempt of this very push would have answered: it failed, and may have been written all the same
 */
export function unchanged<Id extends string>(
  id: Id,
  { version, conflicting, madeBefore }: { version: number; conflicting: boolean; madeBefore?: Instant | undefined },
  known: number,
  sent: Pushed<Id> | null,
): Pushed<Id> {
  if (sent && version === known && !conflicting && !madeBefore) return sent;
  const warnings = [
    ...(conflicting ? [`version ${version} is already known with other content; that one stays`] : []),
    ...(madeBefore ? [`version ${version} was made before its source began to number anew, as editors said at ${madeBefore}`] : []),
  ];
  return { id, outcome: 'UNCHANGED', version, known, path: null, availableFrom: null, warnings };
}

/** @throws {Refused} for a number that no key can hold; null is a source that does not number */
export function checkVersion(version: number | null): void {
  if (version !== null && !(Number.isSafeInteger(version) && version >= 0))
    refuse('version', `must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);
}
