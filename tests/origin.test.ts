import { describe, expect, it } from 'vitest';
import { isFromCdn, parseOriginSecrets } from '../lambda/origin.ts';

const secrets = parseOriginSecrets('{"a": "one", "b": "two"}');

describe('the door of the origin', () => {
  it('opens to either of two values', () => {
    expect(['one', 'two'].map((shown) => isFromCdn(shown, secrets))).toEqual([true, true]);
  });

  it.each([undefined, '', 'One', 'one ', 'on', 'onetwo', 'three', '\u0000'])('stays shut to %j', (shown) => {
    expect(isFromCdn(shown, secrets)).toBe(false);
  });

  it('does not open to an empty value that stands for a letter not yet used', () => {
    expect(isFromCdn('', parseOriginSecrets('{"a": "one", "b": ""}'))).toBe(false);
  });

  it('stands open where nothing is said, as on a laptop', () => {
    expect([isFromCdn(undefined, parseOriginSecrets(undefined)), isFromCdn('any', parseOriginSecrets(''))]).toEqual([true, true]);
  });

  it.each(['{}', '{"a": ""}', '[]', '"hunter2"', 'hunter2', '{"a": 5}', 'null', '{"a": "one", "b": 5}'])(
    'is refused as %s, without a word of it',
    (json) => {
      expect(() => parseOriginSecrets(json)).toThrow(/^ORIGIN_SECRETS must be a JSON object: letter -> value, one of them not empty$/);
    },
  );
});
