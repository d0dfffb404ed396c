import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, LAST_INSTANT, latest, parseInstant } from '../../lambda/domain/instant.ts';

const parse = (text: string, zone?: string) => parseInstant(text, 'published', zone);

describe('an instant as a source writes it', () => {
  it.each([
    ['2022-09-16T10:00:00Z', '2022-09-16T10:00:00.000Z'],
    ['2022-09-16T10:00Z', '2022-09-16T10:00:00.000Z'],
    ['2022-09-16 10:00:00+02:00', '2022-09-16T08:00:00.000Z'],
    ['2022-09-16T10:00:00-0530', '2022-09-16T15:30:00.000Z'],
    ['2022-09-16T10:00:00.5Z', '2022-09-16T10:00:00.500Z'],
    ['2022-12-31T23:59:60Z', '2023-01-01T00:00:00.000Z'],
    ['2022-12-31T24:00:00Z', '2023-01-01T00:00:00.000Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
  ])('reads %s as %s', (text, instant) => {
    expect(parse(text)).toBe(instant);
  });

  it('rounds up what is finer than a millisecond, so that nothing is public a fraction early', () => {
    expect(parse('2022-09-16T10:00:00.0001Z')).toBe('2022-09-16T10:00:00.001Z');
    expect(parse('2022-09-16T10:00:00.9990001Z')).toBe('2022-09-16T10:00:01.000Z');
    expect(parse('2022-09-16T10:00:00.1230000Z')).toBe('2022-09-16T10:00:00.123Z');
  });

  it('stays within 24 characters at the end of time, where year 10000 would sort first', () => {
    expect(parse('9999-12-31T23:59:59-05:00')).toBe(LAST_INSTANT);
    expect(parse('9999-12-31T23:59:59.9999Z')).toBe(LAST_INSTANT);
  });

  it('takes the zone that the source states when the text has none, summer time included', () => {
    expect(parse('2026-07-01T12:00:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00.000Z');
    expect(parse('2026-12-01T12:00:00', 'Europe/Berlin')).toBe('2026-12-01T11:00:00.000Z');
    expect(parse('2026-12-01T12:00:00', '-03:00')).toBe('2026-12-01T15:00:00.000Z');
  });

  it.each(['2022-09-16', '2022-09-16T10:00:00', '2022-02-30T10:00:00Z', '2022-09-16T25:00:00Z', '2022-09-16T10:61:00Z', 'yesterday', ''])(
    'refuses "%s" and names the place',
    (text) => {
      expect(() => parse(text)).toThrow(/^published: /);
    },
  );

  it('refuses a year before the first', () => {
    expect(() => parse('0000-01-01T00:00:00+05:00')).toThrow(/outside the years/);
  });

  it('orders as text exactly as in time', () => {
    const moment = fc.integer({ min: 0, max: 253_402_300_799_999 });
    fc.assert(fc.property(moment, moment, (one, other) => one < other === instantOf(one) < instantOf(other)));
  });

  it('knows the latest of several, absent ones aside', () => {
    expect(latest(parse('2022-01-01T00:00:00Z'), null, parse('2023-01-01T00:00:00Z'), undefined)).toBe('2023-01-01T00:00:00.000Z');
  });
});
