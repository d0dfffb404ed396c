import { refuse } from '../../domain/fault.ts';
import { millisecondsOf, parseInstant } from '../../domain/instant.ts';

/** `20261103T055000Z`, as newswires write instants where colons may not stand. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})$/;

/**
 * A whole number, or an instant or a day in UTC, which counts as its milliseconds since 1970: each of them rises with time, and no other text is
 * sure to. A source has to keep to one of them.
 * @throws {Refused} naming `place`
 */
export function parseVersion(text: string, place: string): number {
  const number = Number(text);
  if (/^\d{1,16}$/.test(text) && Number.isSafeInteger(number)) return number;
  const instant = text.replace(COMPACT, '$1-$2-$3T$4:$5:$6$7').replace(/^(\d{4}-\d{2}-\d{2})$/, '$1T00:00:00Z');
  if (/^\d{4}-\d{2}-\d{2}T/.test(instant)) return Math.max(0, millisecondsOf(parseInstant(instant, place)));
  return refuse(place, `"${text.slice(0, 40)}" is neither a whole number nor an instant such as 2022-09-16T10:00:00Z`);
}
