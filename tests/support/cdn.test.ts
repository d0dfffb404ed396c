import { beforeEach, describe, expect, it } from 'vitest';
import { type CdnAnswer, type OriginAnswer, type SimulatedCdn, simulatedCdn } from './cdn.ts';

const USUAL = { 'cache-control': 'max-age=0, s-maxage=10, stale-while-revalidate=20, stale-if-error=100', 'cache-tag': 'one,two' };

let seconds: number;
let cdn: SimulatedCdn;
/** What the origin answers next; null: nothing, in time. */
let origin: Partial<OriginAnswer> | null;
/** Headers with which the origin was asked. */
let sent: Record<string, string>[];
beforeEach(() => {
  [seconds, origin, sent] = [1_000, { body: 'first' }, []];
  cdn = open();
});

function open(options = {}): SimulatedCdn {
  return simulatedCdn(
    async ({ headers }) => {
      sent.push(headers);
      if (origin === null) throw new Error('The origin took too long');
      return { status: 200, headers: USUAL, body: '', ...origin };
    },
    () => Math.round(seconds * 1000),
    options,
  );
}
const ask = (query = '', headers: Record<string, string> = {}) => cdn.ask({ path: '/x', query, headers });
const seen = ({ status, body, from, headers }: CdnAnswer) => [status, body, from, headers.age];
/** What a reader gets after so many seconds more. */
const later = async (more: number) => {
  seconds += more;
  const answer = await ask();
  await cdn.settled();
  return seen(answer);
};

describe('a simulated CDN', () => {
  it('keeps an answer for its s-maxage, says its age, and asks once', async () => {
    expect(seen(await ask())).toEqual([200, 'first', 'ORIGIN', undefined]);
    origin = { body: 'second' };
    expect(await later(0)).toEqual([200, 'first', 'CACHE', '0']);
    expect(await later(9.9)).toEqual([200, 'first', 'CACHE', '9']);
    expect(cdn.asked).toBe(1);
  });

  it('gives a stale answer while it fetches a newer one, and no longer than it may', async () => {
    await ask();
    origin = { body: 'second' };
    expect(await later(10)).toEqual([200, 'first', 'STALE', '10']);
    expect(await later(0)).toEqual([200, 'second', 'CACHE', '0']);
    origin = { body: 'third' };
    expect(await later(29.9)).toEqual([200, 'second', 'STALE', '29']);
    origin = { body: 'fourth' };
    expect(await later(30)).toEqual([200, 'fourth', 'ORIGIN', undefined]);
  });

  it('counts the age that an answer comes with', async () => {
    origin = { headers: { ...USUAL, age: '8' } };
    await ask();
    expect((await later(1)).slice(2)).toEqual(['CACHE', '9']);
    expect((await later(1)).slice(2)).toEqual(['STALE', '10']);
  });

  it.each([
    ['answers with an error', { status: 503, body: 'broken', headers: { 'cache-control': 'no-store' } }],
    ['does not answer', null],
  ])('gives what it has while the origin %s, and then the error', async (_, failure) => {
    await ask();
    origin = failure;
    expect(await later(10)).toEqual([200, 'first', 'STALE', '10']);
    expect(await later(99.9)).toEqual([200, 'first', 'IN_NEED', '109']);
    expect((await later(0.1))[0]).toBe(failure?.status ?? 504);
  });

  it('keeps no error, whatever it says of itself', async () => {
    for (const status of [400, 404, 500, 503]) {
      origin = { status, body: 'broken' };
      expect((await later(0)).slice(0, 2)).toEqual([status, 'broken']);
      origin = { body: 'well' };
      expect((await later(0)).slice(0, 3)).toEqual([200, 'well', 'ORIGIN']);
      seconds += 1_000;
    }
  });

  it.each(['no-store', 'no-store, s-maxage=10', 'private, s-maxage=10', ''])('keeps nothing that is sent with "%s"', async (control) => {
    origin = { headers: { 'cache-control': control } };
    await ask();
    expect((await ask()).from).toBe('ORIGIN');
  });

  it('asks whether what it has still holds, and goes on with it', async () => {
    origin = { body: 'first', headers: { ...USUAL, etag: '"a"' } };
    await ask();
    origin = { status: 304, headers: { ...USUAL, 'cache-control': 's-maxage=3', 'cache-tag': 'three' } };
    expect((await later(40)).slice(0, 3)).toEqual([200, 'first', 'ORIGIN']);
    expect(sent.at(-1)).toEqual({ 'if-none-match': '"a"' });
    expect(await later(2.9)).toEqual([200, 'first', 'CACHE', '2']);
    origin = { body: 'second' };
    cdn.purge(['three']);
    expect((await later(0)).slice(0, 2)).toEqual([200, 'second']);
  });

  it('tells a reader who has an answer that it holds', async () => {
    origin = { headers: { ...USUAL, etag: '"a"' }, body: 'first' };
    for (const from of ['ORIGIN', 'CACHE'])
      expect(await ask('', { 'if-none-match': '"a"' })).toMatchObject({ status: 304, body: '', from, headers: { etag: '"a"' } });
    expect(await ask('', { 'if-none-match': '"b"' })).toMatchObject({ status: 200, body: 'first' });
  });

  it('tells apart paths, queries, methods and who has paid or looks ahead', async () => {
    const requests: Parameters<SimulatedCdn['ask']>[0][] = [
      { path: '/x' },
      { path: '/y' },
      { path: '/x', query: 'a=1' },
      { path: '/x', headers: { 'x-broadsheet-reader': 'one' } },
      { path: '/x', headers: { 'x-broadsheet-preview': 'one' } },
      { path: '/x', method: 'POST', body: '' },
    ];
    for (const request of requests) expect((await cdn.ask(request)).from).toBe('ORIGIN');
    for (const request of requests) expect((await cdn.ask(request)).from).toBe(request.method ? 'ORIGIN' : 'CACHE');
    expect((await ask('', { accept: 'text/html' })).from).toBe('CACHE');
  });

  it('lets go of what has one of the tags, however they are written, and of nothing else', async () => {
    await ask();
    origin = { headers: { ...USUAL, 'cache-tag': 'three' } };
    await ask('other');
    cdn.purge(['TWO', 'four']);
    expect([(await ask()).from, (await ask('other')).from]).toEqual(['ORIGIN', 'CACHE']);
  });

  it('gives nothing that was purged, not even while the origin fails', async () => {
    await ask();
    cdn.purge(['one']);
    origin = null;
    expect((await later(0))[0]).toBe(504);
  });

  it('knows no more than fifty tags of an answer, and shows readers none', async () => {
    const tags = Array.from({ length: 51 }, (_, n) => `t${n}`);
    origin = { headers: { ...USUAL, 'cache-tag': tags.join(', ') } };
    for (const _ of ['from the origin', 'from the cache']) expect((await ask()).headers).not.toHaveProperty('cache-tag');
    cdn.purge(['t50']);
    expect((await ask()).from).toBe('CACHE');
    cdn.purge(['t49']);
    expect((await ask()).from).toBe('ORIGIN');
  });

  it('takes its time to purge; what was kept meanwhile goes too', async () => {
    cdn = open({ purgeTakes: 5_000 });
    await ask();
    cdn.purge(['one']);
    expect((await later(4.9))[2]).toBe('CACHE');
    expect((await later(0.1))[2]).toBe('ORIGIN');
    expect((await later(1))[2]).toBe('CACHE');
  });

  it('fetches once for all who ask at the same time', async () => {
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect([answers.map(({ body }) => body), cdn.asked]).toEqual([['first', 'first', 'first'], 1]);
  });
});
