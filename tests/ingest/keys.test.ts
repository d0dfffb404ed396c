import { describe, expect, it } from 'vitest';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';

describe('the keys of the sources', () => {
  it('open everything of their source unless they say otherwise', () => {
    const open = {
      id: null,
      source: 'wire',
      secret: 's',
      schemes: ['broadsheet'],
      formats: null,
      sections: null,
      uriPrefixes: null,
      assets: false,
      notAfter: null,
    };
    expect(parseIngestKeys('[{"source": "wire", "secret": "s"}]')).toEqual([open]);
    expect(parseIngestKeys('{"wire": "s"}')).toEqual([open]);
  });

  it('are bound as they say', () => {
    const key = { id: 'a', source: 'desk', secret: 's', formats: ['text'], sections: ['sport'], uriPrefixes: ['urn:'], assets: true };
    expect(
      parseIngestKeys(JSON.stringify([{ ...key, scheme: ['superdesk', 'broadsheet'], notAfter: '2027-01-01T01:00:00+01:00' }])),
    ).toEqual([{ ...key, schemes: ['superdesk', 'broadsheet'], notAfter: '2027-01-01T00:00:00.000Z' }]);
    expect(parseIngestKeys('[{"source": "desk", "secret": "s", "scheme": "superdesk"}]')).toMatchObject([{ formats: ['ninjs', 'assets'] }]);
  });

  it.each([undefined, '', '{', '[]', 'null', '{}', '"x"'])('are refused when they are %s, without a word of what they hold', (json) => {
    expect(() => parseIngestKeys(json)).toThrow('must be an array of keys { source, secret, … }, or an object: name of a source -> secret');
  });

  it('are refused with everything that is wrong with them, and no secret', () => {
    expect(() => parseIngestKeys('{"a#b": "secret", "c": "", "d": 5}')).toThrow(
      'The ingest keys: "a#b": source must be a name without "#"; "c": secret must be text; "d": secret must be text',
    );
    const wrong = [
      7,
      { source: 'a', secret: 'hidden', scheme: 'md5', notAfter: 'soon', formats: 'text', assets: 'yes', sekret: 'hidden' },
      { source: 'b', secret: 'hidden' },
    ];
    expect(() => parseIngestKeys(JSON.stringify(wrong))).toThrow(
      'The ingest keys: key 1: must be an object; key 1: source is missing; key 1: secret is missing; ' +
        'key 2: "sekret" is not known; there are: id, source, secret, scheme, formats, sections, uriPrefixes, assets, notAfter; ' +
        'key 2: assets must be true or false; key 2: scheme may be broadsheet or superdesk; key 2: formats must be an array of texts, or be left out; ' +
        'key 2: notAfter must be an instant with its zone, such as 2027-01-01T00:00:00Z; ' +
        'key 3: its secret is also that of another source, and would not tell them apart',
    );
  });
});
