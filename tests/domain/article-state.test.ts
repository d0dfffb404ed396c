import { describe, expect, it } from 'vitest';
import { type ArticleState, decidePush, NEW_ARTICLE, settle, shownVersion, type Wish } from '../../lambda/domain/article-state.ts';
import { LAST_INSTANT } from '../../lambda/domain/instant.ts';
import { at } from '../support/article.ts';

const wish = (version: number | null, more: Partial<Wish> = {}): Wish => ({
  ...{ version, versionCreated: null, firstPublished: null, embargoedUntil: null, scheduledFor: null, expires: null },
  ...{ pubStatus: 'USABLE', hash: `content of ${version}`, path: '/a', chunks: 1, ...more },
});

const accept = (state: ArticleState, pushed: Wish, time: string) => {
  const decision = decidePush(state, pushed, at(time));
  if (decision.outcome !== 'ACCEPTED') throw new Error('was expected to be accepted');
  return decision;
};
const v1 = () => accept(NEW_ARTICLE, wish(1), '06:00').next;

describe('a pushed version', () => {
  it('is readable when it reaches us, and not later because its source claims so', () => {
    expect(accept(NEW_ARTICLE, wish(1, { versionCreated: at('23:00') }), '06:00').added?.availableFrom).toBe(at('06:00'));
    expect(accept(NEW_ARTICLE, wish(1, { versionCreated: at('05:00') }), '06:00').added?.availableFrom).toBe(at('05:00'));
  });

  it('waits for the later of embargo and schedule', () => {
    const { next, added } = accept(v1(), wish(2, { embargoedUntil: at('10:00'), scheduledFor: at('11:00') }), '07:00');
    expect(added?.availableFrom).toBe(at('11:00'));
    expect([next.current?.version, next.pending?.version]).toEqual([1, 2]);
  });

  it('removes the pending one before it, so that a moved embargo cannot leak', () => {
    const pending = accept(v1(), wish(2, { embargoedUntil: at('10:00') }), '07:00').next;
    const { superseded, next } = accept(pending, wish(3, { embargoedUntil: at('20:00') }), '08:00');
    expect([superseded?.version, next.pending?.version]).toEqual([2, 3]);
  });

  it('is unchanged when it is older or known; other content under a known number is said', () => {
    expect(decidePush(v1(), wish(0), at('07:00'))).toMatchObject({ outcome: 'UNCHANGED', conflicting: false });
    expect(decidePush(v1(), wish(1), at('07:00'))).toMatchObject({ outcome: 'UNCHANGED', conflicting: false });
    expect(decidePush(v1(), wish(1, { hash: 'other' }), at('07:00'))).toMatchObject({ outcome: 'UNCHANGED', conflicting: true });
  });

  it('never sorts below the current one, however early its source dates it', () => {
    expect(accept(v1(), wish(2, { versionCreated: at('01:00') }), '07:00').added?.availableFrom).toBe(at('06:00'));
  });

  it('keeps the first date of publication, except while nothing has been readable', () => {
    const embargoed = accept(NEW_ARTICLE, wish(1, { embargoedUntil: at('10:00') }), '06:00').next;
    const earlier = accept(embargoed, wish(2, { embargoedUntil: at('08:00') }), '07:00').next;
    expect([embargoed.listedAt, earlier.listedAt]).toEqual([at('10:00'), at('08:00')]);
    expect(accept(earlier, wish(3), '09:00').next.listedAt).toBe(at('08:00'));
  });
});

describe('a kill', () => {
  it('ignores every date that it carries', () => {
    const kill = wish(2, { pubStatus: 'CANCELED', embargoedUntil: at('23:00'), scheduledFor: at('23:30') });
    expect(accept(v1(), kill, '07:00').next.current).toMatchObject({ version: 2, status: 'CANCELED', availableFrom: at('07:00') });
  });

  it('of what never was readable leaves nothing but the number', () => {
    const embargoed = accept(NEW_ARTICLE, wish(1, { embargoedUntil: at('10:00') }), '06:00').next;
    const { added, next, superseded } = accept(embargoed, wish(2, { pubStatus: 'CANCELED' }), '07:00');
    expect([added, next.current, next.pending, next.listedAt, next.known.version, superseded?.version]).toEqual([
      null,
      null,
      null,
      null,
      2,
      1,
    ]);
  });
});

describe('the lists', () => {
  it('show the current version, never a pending update', () => {
    const pending = accept(v1(), wish(2, { embargoedUntil: at('10:00') }), '07:00').next;
    expect(shownVersion(pending, at('09:00'))?.version).toBe(1);
    expect(shownVersion(settle(pending, at('10:00')).state, at('10:00'))?.version).toBe(2);
  });

  it('hold a first publication already before its moment, and nothing that is withheld', () => {
    expect(shownVersion(accept(NEW_ARTICLE, wish(1, { embargoedUntil: at('10:00') }), '06:00').next, at('06:00'))?.version).toBe(1);
    const withheld = accept(NEW_ARTICLE, wish(1, { pubStatus: 'WITHHELD' }), '06:00').next;
    expect(withheld.pending?.availableFrom).toBe(LAST_INSTANT);
    expect(shownVersion(withheld, at('06:00'))).toBeNull();
  });

  it('lose an article that is killed or has expired', () => {
    expect(shownVersion(accept(v1(), wish(2, { pubStatus: 'CANCELED' }), '07:00').next, at('07:00'))).toBeNull();
    const brief = accept(NEW_ARTICLE, wish(1, { expires: at('08:00') }), '06:00').next;
    expect([shownVersion(brief, at('07:59:59.999'))?.version, shownVersion(brief, at('08:00'))]).toEqual([1, null]);
  });
});

describe('paths', () => {
  it('join when their version becomes readable, and say until when they held', () => {
    const moved = accept(v1(), wish(2, { path: '/b', embargoedUntil: at('10:00') }), '07:00').next;
    expect(moved.paths).toEqual([{ path: '/a', until: null }]);
    expect(settle(moved, at('10:00')).state.paths).toEqual([
      { path: '/a', until: at('10:00') },
      { path: '/b', until: null },
    ]);
  });

  it('come back as the current one when an article returns to a former place', () => {
    const away = accept(v1(), wish(2, { path: '/b' }), '07:00').next;
    expect(accept(away, wish(3), '08:00').next.paths).toEqual([
      { path: '/b', until: at('08:00') },
      { path: '/a', until: null },
    ]);
  });
});
