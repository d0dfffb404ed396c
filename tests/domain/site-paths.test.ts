import { describe, expect, it } from 'vitest';
import { namedConcept } from '../../lambda/domain/concept.ts';
import { conceptId } from '../../lambda/domain/identity.ts';
import * as paths from '../../lambda/domain/site-paths.ts';

const SITE = 'https://news.example';

describe('an address of the site', () => {
  it.each([
    ['a whole address', 'https://news.example/world/a', '/world/a'],
    ['a path alone', '/world/a', '/world/a'],
    ['the other scheme', 'http://news.example/world/a', '/world/a'],
    ['www', 'https://www.news.example/world/a', '/world/a'],
    ['a port', 'https://news.example:8443/world/a', '/world/a'],
    ['capitals in the host', 'https://NEWS.Example/World/a', '/World/a'],
    ['a dot behind the host', 'https://news.example./world/a', '/world/a'],
    ['a query', 'https://news.example/world/a?utm_source=x&b', '/world/a'],
    ['a fragment', 'https://news.example/world/a#b_1', '/world/a'],
    ['a slash at the end', 'https://news.example/world/a/', '/world/a'],
    ['several slashes at the end', '/world/a///', '/world/a'],
    ['the root', 'https://news.example', '/'],
    ['percent-encoding', '/world/%D9%85%D8%B1%D9%81%D8%A3', '/world/مرفأ'],
    ['letters as they are', 'https://news.example/world/مرفأ', '/world/مرفأ'],
    ['letters in two parts', '/world/cafe\u0301', '/world/caf\u00e9'],
    ['encoded letters in two parts', '/world/cafe%CC%81', '/world/caf\u00e9'],
    ['blanks around it', '  https://news.example/world/a \n', '/world/a'],
    ['steps up', 'https://news.example/world/../sport/a', '/sport/a'],
    ['encoding in encoding, decoded once', '/world/100%2525', '/world/100%25'],
  ])('with %s means its path', (_, address, path) => {
    expect(paths.pathOfAddress(address, SITE)).toBe(path);
  });

  it.each([
    ['another host', 'https://other.example/world/a'],
    ['a host that begins like it', 'https://news.example.evil.example/world/a'],
    ['a name and password that look like it', 'https://news.example@other.example/world/a'],
    ['no scheme but a host', '//other.example/world/a'],
    ['another scheme', 'ftp://news.example/world/a'],
    ['a script', 'javascript:alert(1)'],
    ['broken encoding', '/world/%E0%A4'],
    ['a control character', '/world/%00a'],
    ['an encoded question mark', '/world/a%3Fb'],
    ['no address', 'http://'],
    ['too much', `/${'a'.repeat(2000)}`],
  ])('with %s means nothing', (_, address) => {
    expect(paths.pathOfAddress(address, SITE)).toBeNull();
  });
});

describe('a path that things get', () => {
  const person = namedConcept('Person', 'Ilse Marrin-Öz', 'test');
  const place = namedConcept('Place', 'مرسى', 'test');

  it('leads back to them, whatever name stands in it', () => {
    expect(paths.conceptAtPath(paths.conceptPath(person))).toBe(person.id);
    expect(paths.conceptAtPath(paths.conceptPath(place))).toBe(place.id);
    expect(paths.conceptAtPath(`/people/another-name-${person.id}`)).toBe(person.id);
    expect(paths.authorAtPath(paths.authorPath(person))).toBe(person.id);
  });

  it.each(['Person', 'Organization', 'Place', 'NewsEvent', 'Topic'] as const)('leads back to a %s of any name and id', (kind) => {
    for (const name of ['a_b-c', '-', '', 'x'.repeat(300)]) {
      for (let number = 0; number < 50; number += 1) {
        const id = conceptId(kind, '', { uri: `urn:${number}` }); // ids hold hyphens and underscores in any place
        expect(paths.conceptAtPath(paths.conceptPath({ id, kind, name }))).toBe(id);
      }
    }
  });

  it.each([`/places/a-${person.id}`, `/people/${person.id}`, `/people/a-${person.id}x`, `/authors/a-${place.id}`, '/people/a-p_short'])(
    'is no other: %s',
    (path) => expect([paths.conceptAtPath(path), paths.authorAtPath(path)]).toEqual([null, null]),
  );

  it('puts a section below those that it belongs to, and knows it by its slug alone', () => {
    const europe = { slug: 'europe', name: 'Europe', parents: [{ slug: 'world', name: 'World' }] };
    expect(paths.sectionPath(europe)).toBe('/world/europe');
    expect(['/world/europe', '/europe', '/sport/europe', '/europe/world'].map((path) => paths.leadsToSection(path, europe))).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it('puts the front home at the root', () => {
    expect(['home', 'world/europe'].map(paths.frontPath)).toEqual(['/', '/world/europe']);
    expect(['/', '/world/europe'].map(paths.frontSlugAt)).toEqual(['home', 'world/europe']);
  });
});
