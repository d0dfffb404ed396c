import { describe, expect, it } from 'vitest';
import { parseClients, readDocumentsRule } from '../../lambda/config.ts';
import { clientOf } from '../../lambda/graphql/own-words.ts';

const SECRET = 'partner secret of these tests, 32 or more';
const OTHER = 'another secret of these tests, 32 or more';

/** The code of a refusal, or the name of the client who may ask. */
function asked(header: string | undefined, method = 'POST'): string {
  try {
    return clientOf(header, method, parseClients(JSON.stringify({ partner: SECRET, 'partner-2': OTHER })));
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
}

describe('a client that asks in its own words, where registered documents only are answered', () => {
  it('is known by its name and secret, whichever of several it has', () => {
    expect([asked(`partner:${SECRET}`), asked(` partner-2:${OTHER} `)]).toEqual(['partner', 'partner-2']);
  });

  it.each([
    ['', 'UNAUTHENTICATED'],
    ['partner', 'UNAUTHENTICATED'],
    ['partner:', 'UNAUTHENTICATED'],
    [`partner:${SECRET}x`, 'UNAUTHENTICATED'],
    [`partner:${SECRET.slice(0, -1)}`, 'UNAUTHENTICATED'],
    [`partner:${OTHER}`, 'UNAUTHENTICATED'],
    [`nobody:${SECRET}`, 'UNAUTHENTICATED'],
    ['nobody:', 'UNAUTHENTICATED'],
    [`__proto__:${SECRET}`, 'UNAUTHENTICATED'],
    [SECRET, 'UNAUTHENTICATED'],
    [undefined, 'DOCUMENT_REQUIRED'],
  ])('is refused as %j', (header, code) => {
    expect(asked(header)).toBe(code);
  });

  it('asks by POST alone: an answer to a GET would be kept for those who may not ask', () => {
    expect(asked(`partner:${SECRET}`, 'GET')).toBe('BAD_REQUEST');
    expect(asked(undefined, 'GET')).toBe('DOCUMENT_REQUIRED');
  });
});

describe('the configuration', () => {
  it.each([
    '[]',
    'null',
    '"x"',
    `{"partner": 7}`,
    `{"partner": "short"}`,
    `{"": "${SECRET}"}`,
    `{"a:b": "${SECRET}"}`,
    `{"partner": "${SECRET}"`,
  ])('names what is wrong, and no secret: %s', (json) => {
    expect(() => parseClients(json)).toThrow(/^Configuration: CLIENT_SECRETS must be a JSON object, name -> secret/);
    expect(() => parseClients(json)).not.toThrow(SECRET);
  });

  it('exempts nobody unless it names somebody', () => {
    for (const json of [undefined, '', '{}']) expect(parseClients(json)).toEqual(new Map());
  });

  it('answers anything unless it says otherwise, and a word that it does not know is no rule', () => {
    expect([readDocumentsRule({}), readDocumentsRule({ DOCUMENTS: '' }), readDocumentsRule({ DOCUMENTS: 'any' })]).toEqual([
      'any',
      'any',
      'any',
    ]);
    expect(readDocumentsRule({ DOCUMENTS: 'registered' })).toBe('registered');
    expect(() => readDocumentsRule({ DOCUMENTS: 'Registered' })).toThrow('DOCUMENTS must be "any" or "registered", not "Registered"');
  });
});
