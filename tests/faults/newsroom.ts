import type { Article } from '../../lambda/domain/article.ts';
import { identifiedConcept } from '../../lambda/domain/concept.ts';
import type { Instant } from '../../lambda/domain/instant.ts';
import { instantOf, millisecondsOf } from '../../lambda/domain/instant.ts';
import { anArticle, aPerson, aQuotation, at } from '../support/article.ts';
import { diceOf } from './dice.ts';

/** When everything is pushed. One instant for all, so that a push and its repetition at another time write the same. */
export const NOW = at('12:00');

/** When everything that waits has come, and everything that ends has ended. */
export const LATER = at('2026-03-15T12:00:00Z');

const SECTIONS = ['World', 'Politics', 'Business', 'Culture', 'Science', 'Sport'];
const LANGUAGES = ['en', 'de', 'ar'];
const FIRST = ['Odile', 'Tamsin', 'Ruben', 'Ishaan', 'Mirel', 'Jarek', 'Noor', 'Pilvi', 'Anselm', 'Dorsa'];
const LAST = ['Farran', 'Hadley', 'Okwuosa', 'Brandt', 'Leth', 'Sarrow', 'Quist', 'Marrin'];
const BODIES = ['Harbour Board', 'Grid Council', 'Ennet Barrier Authority', 'Kesselwerke', 'Court of Ports', 'Weir Trust', 'Tide Office'];

/** Article number `n` of a newsroom that `seed` made up: a few people, one or two institutions, now and then quotations, a day in the past. */
export function article(seed: number, n: number): Article {
  const dice = diceOf(seed * 1_000_003 + n);
  const pick = <One>(from: readonly One[]): One => from[Math.floor(dice() * from.length)] as One;
  const person = () => aPerson(`${pick(FIRST)} ${pick(LAST)}`);
  const institution = () => {
    const name = pick(BODIES);
    return identifiedConcept('Organization', name, `urn:example:${name}`);
  };
  const distinct = <One extends { id: string }>(many: One[]) => [...new Map(many.map((one) => [one.id, one])).values()];
  const many = <One>(most: number, make: () => One) => Array.from({ length: Math.floor(dice() * (most + 1)) }, make);

  const section = pick(SECTIONS);
  const words = `Number ${n}: the ${pick(BODIES)} met in ${section.toLowerCase()}.`;
  return anArticle({
    id: `story-${n}`,
    section,
    language: pick(LANGUAGES),
    published: instantOf(millisecondsOf(NOW) - Math.floor(dice() * 300 * 86_400_000)), // ms: the last 300 days
    headline: `Story ${n} of ${section}`,
    paragraphs: [words, `It will meet again, said number ${n}.`],
    contributions: [{ role: 'AUTHOR', person: person(), links: [], note: null }],
    about: distinct(many(2, institution)),
    mentions: distinct(many(2, person)),
    quotations: many(2, () => aQuotation(words.slice(0, 6 + Math.floor(dice() * 6)), `${pick(FIRST)} ${pick(LAST)}`)),
    ...(n % 100 === 1 ? { path: `/wanted/${Math.floor(n / 200)}` } : {}), // every second of these finds its path taken
  });
}

/** All versions of article number `n`, in their order: every tenth is corrected into another section and to another path, every fiftieth killed. */
export function versionsOf(seed: number, n: number): Article[] {
  const first = article(seed, n);
  if (n % 50 === 5) return [first, killOf(first, 2)];
  if (n % 10 !== 0 || first.story === null) return [first];
  const corrected = article(seed + 1, n);
  const path = `/corrected/story-${n}`;
  return [first, { ...corrected, version: 2, story: { ...corrected.story, path } } as Article];
}

/** The withdrawal of an article. */
export function killOf(former: Article, version: number): Article {
  return { ...former, version, pubStatus: 'CANCELED', story: null, body: null };
}

/** An article that no single transaction can hold: 110 quotations of three speakers, each listed under its own turn. */
export function largeArticle({
  version,
  from,
  section,
  created,
}: {
  version: number;
  from: number;
  section: string;
  created: Instant;
}): Article {
  const paragraphs = Array.from({ length: 110 }, (_, n) => `Speaker ${from + (n % 3)} agreed on point ${n}.`);
  return anArticle({
    ...{ id: 'hearing', version, created, section, paragraphs, headline: `The hearing, as of ${version}` },
    quotations: paragraphs.map((text, block) => aQuotation(text.slice(0, 9), `Speaker Number ${from + (block % 3)}`, { block })),
    about: [aPerson('Speaker Number 3')],
    path: `/politics/hearing-${version > 2 ? 'again' : 'first'}`,
  });
}
