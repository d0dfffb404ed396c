import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseIngestKeys, sign, verifiedSource } from '../../lambda/ingest/signature.ts';

const NOW = 1_773_500_000_000;
const SECONDS = NOW / 1000;
const BODY = Buffer.from('Harbour closes\n\n\xff', 'latin1');
const KEYS = parseIngestKeys('{"wire": "wire-secret", "desk": "desk-secret"}');

describe('the signature of a push', () => {
  it('is HMAC-SHA256 over its time, a full stop and its raw bytes, in hexadecimal', () => {
    const bytes = Buffer.concat([Buffer.from(`${SECONDS}.`), BODY]);
    expect(sign('wire-secret', BODY, SECONDS)).toBe(`t=${SECONDS},v1=${createHmac('sha256', 'wire-secret').update(bytes).digest('hex')}`);
  });

  it('names the source whose key verifies', () => {
    expect(verifiedSource(sign('wire-secret', BODY, SECONDS), BODY, KEYS, NOW)).toBe('wire');
    expect(verifiedSource(sign('desk-secret', BODY, SECONDS).toUpperCase().replace('T=', 't=').replace('V1', 'v1'), BODY, KEYS, NOW)).toBe(
      'desk',
    );
    expect(verifiedSource(sign('desk-secret', BODY, SECONDS).replace(',', ', '), BODY, KEYS, NOW)).toBe('desk');
  });

  it('verifies for five minutes before and after its time, and not a second longer', () => {
    for (const off of [-300, 0, 300]) expect(verifiedSource(sign('wire-secret', BODY, SECONDS + off), BODY, KEYS, NOW)).toBe('wire');
    for (const off of [-301, 301]) expect(verifiedSource(sign('wire-secret', BODY, SECONDS + off), BODY, KEYS, NOW)).toBeNull();
  });

  it('verifies nothing for another body, another time, another key, or when it is no signature', () => {
    const good = sign('wire-secret', BODY, SECONDS);
    expect(verifiedSource(good, Buffer.concat([BODY, Buffer.from(' ')]), KEYS, NOW)).toBeNull();
    expect(verifiedSource(good.replace(`t=${SECONDS}`, `t=${SECONDS + 1}`), BODY, KEYS, NOW)).toBeNull();
    for (const bad of [
      undefined,
      '',
      'x',
      sign('other', BODY, SECONDS),
      good.slice(0, -1),
      `${good}0`,
      `t=,${good}`,
      `v1=${good.slice(-64)}`,
      good.replace('v1', 'v0'),
    ]) {
      expect(verifiedSource(bad, BODY, KEYS, NOW)).toBeNull();
    }
  });
});

describe('the keys of the sources', () => {
  it.each([undefined, '', '{', '[]', 'null', '{}', '"x"'])('are refused when they are %s, without a word of what they hold', (json) => {
    expect(() => parseIngestKeys(json)).toThrow('must be a JSON object: name of a source -> secret');
  });

  it('are refused with everything that is wrong with them, and no secret', () => {
    expect(() => parseIngestKeys('{"a#b": "secret", "": "x", "c": "", "d": 5}')).toThrow(
      'The ingest keys: "a#b" must be a name without "#"; "" must be a name without "#"; the secret of "c" must be text; the secret of "d" must be text',
    );
  });
});
