import { refuse } from './fault.ts';

/** An instant in UTC, always 24 characters (`2022-09-16T10:00:00.000Z`), so that instants compare as text. */
export type Instant = string & { readonly instant: unique symbol };

/** The last instant that 24 characters can say. A version whose moment is not known waits here. */
export const LAST_INSTANT = '9999-12-31T23:59:59.999Z' as Instant;

const ISO_8601 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,30}))?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?$/;

/**
 * Reads an instant as a source wrote it: ISO 8601 with a zone, to UTC, with three decimals, rounded up so that nothing
 * is public a fraction early, and clamped to {@link LAST_INSTANT}: `9999-12-31T23:59:59-05:00` would otherwise become
 * year +010000, which sorts before every other year and would be public at once.
 * @param zone the IANA zone or offset that the source states for its dates; counts when the text names none
 * @throws {Refused} naming `place`, when the text is no such instant or has no zone
 */
export function parseInstant(text: string, place: string, zone?: string): Instant {
  const match = ISO_8601.exec(text.trim());
  if (!match) refuse(place, `"${text.slice(0, 60)}" is no date and time such as 2022-09-16T10:00:00Z`);
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset] = match;
  const wall = wallClock([year, month, day, hour, minute, second].map(Number), text, place);
  const millis = fraction === '' ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3)) + (/[1-9]/.test(fraction.slice(3)) ? 1 : 0);
  const stated = offset ?? zone;
  if (stated === undefined) refuse(place, `"${text}" has no time zone; write it in full, such as ${text.trim().replace(' ', 'T')}Z`);
  return toInstant(wall - offsetOf(stated, wall, place) + millis, text, place);
}

/** The instant of a number of milliseconds since 1970, as the system clock gives it. */
export function instantOf(milliseconds: number): Instant {
  return toInstant(milliseconds, String(milliseconds), 'clock');
}

/** Milliseconds since 1970. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The later of some instants; absent ones do not count. */
export function latest(first: Instant, ...others: readonly (Instant | null | undefined)[]): Instant {
  return others.reduce<Instant>((newest, other) => (other && other > newest ? other : newest), first);
}

/** The earlier of two instants. */
export function earliest(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

/** Milliseconds of a date on the wall, as if it stood in UTC. Day 31 of a short month and hour 25 are refused, not carried over. */
function wallClock(parts: number[], text: string, place: string): number {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would read years below 100 as 19xx
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const midnightAsEnd = hour === 24 && minute === 0 && second === 0;
  if (!exists || (hour > 23 && !midnightAsEnd) || minute > 59 || second > 60) {
    refuse(place, `"${text.slice(0, 60)}" names a day or hour that does not exist`);
  }
  return date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000;
}

function offsetOf(zone: string, wall: number, place: string): number {
  if (zone === 'Z' || zone === 'z') return 0;
  const fixed = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(zone);
  if (fixed) {
    const [, sign, hours, minutes = '0'] = fixed;
    if (Number(hours) > 23 || Number(minutes) > 59) refuse(place, `"${zone}" is no time zone`);
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  }
  const zoned = (at: number): number => {
    const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value;
    const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '') ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  };
  try {
    return zoned(wall - zoned(wall)); // the second look settles the hours around a change of the clocks
  } catch {
    return refuse(place, `"${zone}" is no time zone`);
  }
}

function toInstant(milliseconds: number, text: string, place: string): Instant {
  if (milliseconds >= Date.parse(LAST_INSTANT)) return LAST_INSTANT;
  const date = new Date(milliseconds);
  if (Number.isNaN(milliseconds) || date.getUTCFullYear() < 0) refuse(place, `"${text}" lies outside the years 0000 to 9999`);
  return date.toISOString() as Instant;
}
