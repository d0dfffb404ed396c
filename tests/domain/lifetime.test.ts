import { describe, expect, it } from 'vitest';
import type { Instant } from '../../lambda/domain/instant.ts';
import { sharedCacheControl } from '../../lambda/domain/lifetime.ts';
import { at } from '../support/article.ts';

const sharedLifetime = (now: Instant, ends?: Instant) => Number(/s-maxage=(\d+)/.exec(sharedCacheControl(now, ends))?.[1]);

describe('a shared lifetime', () => {
  it.each([
    ['06:00:00.000', 15],
    ['06:00:00.001', 14],
    ['06:00:01', 14],
    ['06:00:14.000', 1],
    ['06:00:14.001', 0],
    ['06:00:59.999', 0],
    ['06:00:45', 15],
    ['23:59:50', 10],
  ])('at %s is %i seconds: until the next :00, :15, :30 or :45, and never beyond', (time, seconds) => {
    expect(sharedLifetime(at(time))).toBe(seconds);
  });

  it('at every millisecond of a minute ends at a beat or less than a second before', () => {
    const minute = Date.parse(at('06:00'));
    for (let time = minute; time < minute + 60_000; time += 7) {
      const end = time + sharedLifetime(new Date(time).toISOString() as never) * 1000;
      expect(Math.ceil(end / 1000) % 15).toBe(0);
    }
  });

  it('is shorter where something ends that everybody may know to end, and not longer where it ends later', () => {
    expect(sharedLifetime(at('06:00:00'), at('06:00:04.900'))).toBe(4);
    expect(sharedLifetime(at('06:00:00'), at('06:00:20'))).toBe(15);
    expect(sharedLifetime(at('06:00:00'), at('05:00:00'))).toBe(0);
    expect(sharedCacheControl(at('06:00:03'))).toBe('public, max-age=0, s-maxage=12, stale-while-revalidate=15, stale-if-error=285'); // 15 and 285 are the five minutes
  });
});
