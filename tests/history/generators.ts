import fc from 'fast-check';
import type { Article } from '../../lambda/domain/article.ts';
import { type ConceptRef, identifiedConcept } from '../../lambda/domain/concept.ts';
import { type ArticleId, articleId, type ConceptKind } from '../../lambda/domain/identity.ts';
import { type Instant, LAST_INSTANT, parseInstant } from '../../lambda/domain/instant.ts';
import { suffixedPath } from '../../lambda/domain/path.ts';
import type { QuotationContent } from '../../lambda/domain/quotation.ts';
import { anArticle } from '../support/article.ts';
import { NEVER, type Push } from './model.ts';

/** Histories take place on a grid of minutes, so that pushes, embargoes and expiries often fall on one another. */
const START = Date.parse('2026-03-14T06:00:00.000Z');
const MINUTE = 60_000;
export const SOURCE = 'history';

/** How a source writes an instant: plainly; a fraction of a millisecond late, which counts as the whole one; in a zone of its own. */
type Spelling = 'plain' | 'fraction' | 'zone';
/** Minutes from the push; `FAR` is a moment beyond the last one that a key can say. */
type Moment = { minutes: number | 'FAR'; spelling: Spelling };

/** What a version is about, by number: few of each, so that articles meet in every list. */
type Words = {
  section: number;
  language: 'en' | 'en-GB' | 'fr';
  series: boolean;
  group: boolean;
  author: boolean;
  about: number[];
  mentions: number[];
  /** Speaker and institution by number; null: nobody is named. */
  quotations: { speaker: number | null; affiliation: number | null; described: boolean }[];
  path: number;
  /** Concepts go by more than one name. */
  renamed: boolean;
  /** More listings than one transaction holds. */
  large: boolean;
};

export type PushWish = {
  article: number;
  /** Beside the highest number so far: 1 the next, 0 the same with other content, -1 an older one. */
  bump: number;
  status: Push['status'];
  created: Moment | null;
  firstPublished: Moment | null;
  embargo: Moment | null;
  schedule: Moment | null;
  expires: Moment | null;
  /** Embargo and schedule stay what they were: most corrections of a story that waits do not move it. */
  stays: boolean;
  words: Words;
};

/** What goes wrong on the way: the writer stops before its n-th write, loses the answer to it, or another one works in between. */
export type Trouble = { kind: 'CRASH' | 'LOST'; write: number } | { kind: 'MEANWHILE'; call: number; other: Plain };
type Plain =
  | { kind: 'PUSH'; push: PushWish }
  | { kind: 'AGAIN'; turn: number }
  | { kind: 'SWEEP' }
  /** What editors do. */
  | { kind: 'WITHDRAW' | 'RELEASE'; article: number };
export type Step = { wait: number; doing: Plain; trouble: Trouble | null };
export type History = { unnumbered: boolean; steps: Step[]; reads: number };

const spelling = fc.constantFrom<Spelling>('plain', 'plain', 'fraction', 'zone');
const moment = (min: number, max: number): fc.Arbitrary<Moment> => fc.record({ minutes: fc.integer({ min, max }), spelling });
/** Null, or in so many of a hundred cases something. */
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>, percent: number): fc.Arbitrary<Value | null> =>
  fc.oneof({ weight: 100 - percent, arbitrary: fc.constant(null) }, { weight: percent, arbitrary });
const far: fc.Arbitrary<Moment> = fc.constant({ minutes: 'FAR', spelling: 'zone' });

const words: fc.Arbitrary<Words> = fc.record({
  section: fc.nat(1),
  language: fc.constantFrom('en', 'en-GB', 'fr'),
  series: fc.boolean(),
  group: fc.boolean(),
  author: fc.boolean(),
  about: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  mentions: fc.uniqueArray(fc.nat(2), { maxLength: 2 }),
  quotations: fc.array(fc.record({ speaker: maybe(fc.nat(2), 80), affiliation: maybe(fc.nat(1), 50), described: fc.boolean() }), {
    maxLength: 2,
  }),
  path: fc.nat(2),
  renamed: fc.boolean(),
  large: fc.constantFrom(...Array<boolean>(11).fill(false), true),
});

const push: fc.Arbitrary<PushWish> = fc.record({
  article: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 2),
  bump: fc.constantFrom(1, 1, 1, 1, 1, 2, 0, -1),
  status: fc.constantFrom<Push['status'][]>('USABLE', 'USABLE', 'USABLE', 'USABLE', 'USABLE', 'USABLE', 'CANCELED', 'CANCELED', 'WITHHELD'),
  created: maybe(moment(-4, 4), 50),
  firstPublished: maybe(moment(-5, 3), 20),
  embargo: maybe(fc.oneof({ weight: 12, arbitrary: moment(-1, 9) }, { weight: 1, arbitrary: far }), 50),
  schedule: maybe(moment(-1, 9), 20),
  expires: maybe(moment(-1, 12), 25),
  stays: fc.constantFrom(false, false, true),
  words,
});

const plain: fc.Arbitrary<Plain> = fc.oneof(
  { weight: 21, arbitrary: fc.record({ kind: fc.constant('PUSH' as const), push }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('AGAIN' as const), turn: fc.nat(5) }) },
  { weight: 6, arbitrary: fc.constant({ kind: 'SWEEP' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constantFrom('WITHDRAW' as const, 'WITHDRAW' as const, 'RELEASE' as const),
      article: fc.constantFrom(0, 0, 0, 0, 1),
    }),
  },
);
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('CRASH' as const), write: fc.integer({ min: 1, max: 7 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('LOST' as const), write: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('MEANWHILE' as const),
      call: fc.constantFrom(1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 7, 7, 8, 9, 10, 12, 15),
      other: plain,
    }),
  },
);
export const histories: fc.Arbitrary<History> = fc.record({
  unnumbered: fc.boolean(),
  steps: fc.array(fc.record({ wait: fc.constantFrom(0, 1, 1, 2, 3, 5), doing: plain, trouble: maybe(trouble, 35) }), {
    minLength: 3,
    maxLength: 7,
  }),
  reads: fc.integer(),
});

export const tick = (minutes: number) => START + minutes * MINUTE;

/** An instant of the model as the store writes it. */
export const instant = (milliseconds: number): Instant =>
  milliseconds >= NEVER ? LAST_INSTANT : (new Date(milliseconds).toISOString() as Instant);

export const idOf = (article: number): ArticleId => articleId(SOURCE, `story ${article}`);
const PATHS = ['/one', '/two', '/drei-ä'];
export const SECTIONS = ['harbour', 'köy'];
const CONCEPTS = [
  ['Person', 'Ada Quill'],
  ['Organization', 'Tidewater Board'],
  ['NewsEvent', 'Lantern Fair'],
] as const;
export const concept = (turn: number, renamed = false): ConceptRef => {
  const [kind, name] = CONCEPTS[turn] ?? CONCEPTS[0];
  return identifiedConcept(kind, renamed ? `Old ${name}` : name, `urn:history:${turn}`);
};
const institution = (turn: number, renamed = false) =>
  identifiedConcept('Organization', `${renamed ? 'Old ' : ''}Office ${turn}`, `urn:office:${turn}`);
const AUTHOR = identifiedConcept('Person', 'Bo Inkwell', 'urn:author');

/** Every question that has a list for an answer, and every partition with a profile. */
export const LISTS = [
  ...['LATEST', 'LATEST en', 'LATEST fr', 'SERIES', 'TRANSLATIONS', `AUTHOR ${AUTHOR.id}`],
  ...SECTIONS.map((slug) => `SECTION ${slug}`),
  ...[concept(0), concept(1), concept(2)].flatMap(({ id }) => [`ABOUT ${id}`, `MENTIONED ${id}`, `SAID ${id}`, `DESCRIBED ${id}`]),
  ...[AUTHOR, institution(0), institution(1)].flatMap(({ id }) => [`MENTIONED ${id}`, `SAID ${id}`]),
];
export const PROFILES = [
  ...SECTIONS.map((slug) => `SECTION#${slug}`),
  ...[concept(0), concept(1), concept(2), AUTHOR, institution(0), institution(1)].map(({ id }) => `CONCEPT#${id}`),
];
export const DIRECTORIES: Record<ConceptKind, string[]> = {
  Person: [`CONCEPT#${concept(0).id}`, `CONCEPT#${AUTHOR.id}`],
  Organization: [concept(1), institution(0), institution(1)].map(({ id }) => `CONCEPT#${id}`),
  NewsEvent: [`CONCEPT#${concept(2).id}`],
  Place: [],
  Topic: [],
};
export const ALL_PATHS = [...PATHS, ...PATHS.flatMap((path) => [0, 1, 2].map((article) => suffixedPath(path, idOf(article))))];

/** A push for the store and for the model, made of one wish. @param earlier the article's push before this one */
export function pushOf(
  wish: PushWish,
  now: number,
  version: number | null,
  content: string,
  earlier: Push | undefined,
): { article: Article; push: Push } {
  const { status, words, created, firstPublished, embargo, schedule, expires } = wish;
  const texts = { created, firstPublished, embargo, schedule, expires };
  const told = (what: keyof typeof texts) => {
    const before = wish.stays && (what === 'embargo' || what === 'schedule') ? earlier?.[what] : undefined;
    if (before !== undefined) return before === null ? null : { text: before === NEVER ? FAR : instant(before), milliseconds: before };
    return texts[what] ? spelt(texts[what], now) : null;
  };
  const parsed = (what: keyof typeof texts) => {
    const text = told(what)?.text;
    return text === undefined ? null : parseInstant(text, what);
  };
  const known = (what: keyof typeof texts) => told(what)?.milliseconds ?? null;
  const quoted = words.large
    ? [...words.quotations, ...Array(110).fill({ speaker: 0, affiliation: null, described: false })]
    : words.quotations;
  const quotations = quoted.map(({ speaker, affiliation, described }, turn): QuotationContent => {
    const text = `Words ${turn}`;
    const agent = speaker === null ? null : concept(speaker, words.renamed);
    const office = affiliation === null ? null : institution(affiliation, words.renamed);
    return {
      ...{ text, directness: 'DIRECT', cue: null, block: 0, start: 0, end: text.length, assertedBy: 'SOURCE', confidence: null },
      speaker: agent && {
        name: agent.name,
        jobTitle: described ? 'clerk' : null,
        affiliation: office,
        describedAs: null,
        anonymous: false,
        agent,
      },
    };
  });
  const about = words.about.map((turn) => concept(turn, words.renamed));
  const mentions = words.mentions.map((turn) => concept(turn, words.renamed));
  const section = SECTIONS[words.section] ?? '';
  const path = PATHS[words.path] ?? '';
  const article = {
    ...anArticle({
      ...{
        id: `story ${wish.article}`,
        version,
        status,
        headline: content,
        paragraphs: [`Body of ${content}`],
        quotations,
        path,
        about,
        mentions,
      },
      ...{ language: words.language, section, translationGroup: words.group ? 'group' : null },
      series: words.series ? { slug: 'series', name: 'Series' } : null,
      contributions: words.author ? [{ role: 'AUTHOR', person: AUTHOR, links: [], note: null }] : [],
    }),
    ...{ source: SOURCE, versionCreated: parsed('created'), firstPublished: parsed('firstPublished') },
    ...{ embargoedUntil: parsed('embargo'), scheduledFor: parsed('schedule'), expires: parsed('expires') },
  } as Article;
  const push: Push = {
    ...{ kind: 'PUSH', now, article: idOf(wish.article), version, content, status, path, suffixed: suffixedPath(path, idOf(wish.article)) },
    ...{ created: known('created'), firstPublished: known('firstPublished'), embargo: known('embargo') },
    ...{ schedule: known('schedule'), expires: known('expires') },
    ...standsIn(words, section, about, mentions, quotations),
  };
  return { article, push };
}

/** Where a version stands, said once more and independently of the code: the promise of each list in one line. */
function standsIn(words: Words, section: string, about: ConceptRef[], mentions: ConceptRef[], quotations: QuotationContent[]) {
  const lists: Push['lists'] = {};
  const names: Push['names'] = {};
  const stand = (list: string, turn = 0) => {
    lists[list] = [...new Set([...(lists[list] ?? []), turn])];
  };
  for (const list of ['LATEST', `LATEST ${words.language.slice(0, 2)}`, `SECTION ${section}`]) stand(list);
  if (words.series) stand('SERIES');
  if (words.group) stand('TRANSLATIONS');
  if (words.author) stand(`AUTHOR ${AUTHOR.id}`);
  names[`SECTION#${section}`] = { name: section, passing: false };
  for (const { id, name } of about) {
    stand(`ABOUT ${id}`);
    names[`CONCEPT#${id}`] = { name, passing: false };
  }
  const speakers = quotations.flatMap(({ speaker }) => (speaker ? [speaker.agent, speaker.affiliation] : []));
  for (const one of [...mentions, ...(words.author ? [AUTHOR] : []), ...speakers]) {
    if (!one || about.some(({ id }) => id === one.id)) continue;
    stand(`MENTIONED ${one.id}`);
    names[`CONCEPT#${one.id}`] ??= { name: one.name, passing: true };
  }
  for (const [turn, { speaker }] of quotations.entries()) {
    if (speaker?.agent) stand(`SAID ${speaker.agent.id}`, turn);
    if (speaker?.affiliation) stand(`SAID ${speaker.affiliation.id}`, turn);
    if (speaker?.agent && (speaker.jobTitle || speaker.affiliation)) stand(`DESCRIBED ${speaker.agent.id}`);
  }
  return { lists, names };
}

/** A moment beyond the last one that a key can say, once it is in UTC. */
const FAR = '9999-12-31T23:59:59-05:00';

function spelt({ minutes, spelling }: Moment, now: number): { text: string; milliseconds: number } {
  if (minutes === 'FAR') return { text: FAR, milliseconds: NEVER };
  const milliseconds = now + minutes * MINUTE;
  const plain = new Date(milliseconds).toISOString();
  if (spelling === 'fraction') return { text: plain.replace('Z', '0001Z'), milliseconds: milliseconds + 1 };
  if (spelling === 'zone') return { text: new Date(milliseconds + 330 * MINUTE).toISOString().replace('Z', '+05:30'), milliseconds };
  return { text: plain, milliseconds };
}
