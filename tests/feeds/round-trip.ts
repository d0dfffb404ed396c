import type { Article, Story } from '../../lambda/domain/article.ts';
import { type Block, type Body, blockText, type Mark } from '../../lambda/domain/body.ts';
import type { ConceptRef } from '../../lambda/domain/concept.ts';
import type { NinjsVersion } from '../../lambda/domain/exports/ninjs.ts';
import type { ConceptKind } from '../../lambda/domain/identity.ts';
import { slugOf } from '../../lambda/domain/path.ts';
import type { Head } from '../../lambda/domain/version.ts';
import { SITE } from '../support/graphql.ts';

/** What becomes of an article that goes out as ninjs and comes in again. docs/integrate.md has the same list for people. */

type Told = Record<string, unknown>;

/** A place where an article that came in again is another one; `before` and `after` are what stands there, `whole` the two things that it is of. */
type Part = { place: string; before: unknown; after: unknown; whole: [before: unknown, after: unknown] };

/** With the articles that it is of. */
export type Difference = Part & { articles: [before: Told, after: Told] };

/** Keys of a head that are about where and when we keep it, and no part of an export. */
const OURS = [
  'type',
  'id',
  'source',
  'availableFrom',
  'datePublished',
  'dateModified',
  'until',
  'earlier',
  'formerPaths',
  'waited',
  'chunks',
  'base',
];

/** All that an article says, as it was before it went out. */
export function toldOf(head: Head, body: Body): Told {
  const story = Object.fromEntries(Object.entries(head).filter(([key]) => !OURS.includes(key)));
  return shaped({ ...(story as Head), expires: head.until, firstPublished: head.datePublished }, body);
}

/** The same of what was read. @throws for a withdrawal, which says nothing */
export function toldAgain({ story, body, uri, version, versionCreated, firstCreated, firstPublished, expires }: Article): Told {
  if (story === null || body === null) throw new Error('A withdrawal came in again');
  return shaped({ ...story, uri, version, versionCreated, firstCreated, firstPublished, expires }, body);
}

const KINDS: readonly ConceptKind[] = ['Person', 'Organization', 'Place', 'NewsEvent', 'Topic'];

/** In ninjs concepts stand by their kinds: their order is compared apart. */
function shaped({ about, mentions, ...rest }: Story & Told, { blocks, quotations }: Body): Told {
  const byKind = (some: readonly ConceptRef[]) => Object.fromEntries(KINDS.map((kind) => [kind, some.filter((one) => one.kind === kind)]));
  const order = [about, mentions].map((some) => some.map(({ kind }) => kind).join(' '));
  return { ...rest, about: byKind(about), mentions: byKind(mentions), order, blocks, quotations };
}

/** Where two articles differ, each place once for each thing that differs there. */
export function differencesOf(before: Told, after: Told): Difference[] {
  return differences(before, after, '', [before, after]).map((one) => ({ ...one, place: placeOf(one.place), articles: [before, after] }));
}

function differences(before: unknown, after: unknown, place: string, whole: Part['whole']): Part[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const here = [{ place, before, after, whole }];
  if (place.endsWith('.marks')) return here;
  if (Array.isArray(before) && Array.isArray(after))
    return before.length === after.length ? before.flatMap((one, n) => differences(one, after[n], place, [before, after])) : here;
  if (!isThing(before) || !isThing(after)) return here;
  const within = place === 'blocks' ? `blocks.${before.kind}` : place;
  if (before.kind !== after.kind) return [{ place: within, before, after, whole }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(before[key], after[key], within === '' ? key : `${within}.${key}`, [before, after]));
}

function isThing(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The place as it is called in {@link LOST}. */
function placeOf(place: string): string {
  return place
    .replace(/^(?:standfirst\.)?quotations?\.speaker\b.*/, 'quotations.speaker')
    .replace(/^quotations\b(?!\.speaker).*/, 'quotations')
    .replace(/^(?:(?:about|mentions)\.\w+|contributions\.person)\.(id|identity)$/, 'concepts.$1')
    .replace(/^mentions\.\w+$/, 'mentions')
    .replace(/^blocks\..*\bmarks$/, 'blocks.marks')
    .replace(/\.poster\..*/, '.poster')
    .replace(/^blocks\.\w+\.(text|key)$/, 'blocks.$1');
}

type IsLost = (difference: Difference) => boolean;

const isNothing: IsLost = ({ after }) => after === null || after === 0 || (Array.isArray(after) && after.length === 0);
const isSlugOfName: IsLost = ({ after, whole: [, named] }) => after === slugOf(String((named as Told).name));

/** It is made of the words of the body, and those are others. */
const followsBody: IsLost = ({ articles: [before, after] }) => JSON.stringify(before.blocks) !== JSON.stringify(after.blocks);

/** What is all one to whoever reads: how wide a gap is. */
const folded = (words: string) => words.replace(/\s+/gu, ' ').trim();
const wordsIn = (blocks: unknown) => (blocks as Block[]).map(blockText).join('').replace(/\s/gu, '');

/** Marks that are left when a mark inside another of its kind is one with it, and names of concepts are mere words. */
function keptMarks(marks: readonly Mark[]): string[] {
  const isInside = (one: Mark, other: Mark) => other !== one && other.type === one.type && other.start <= one.start && one.end <= other.end;
  return marks
    .filter((one) => one.type !== 'MENTION' && !marks.some((other) => isInside(one, other)))
    .map(({ type, href }) => `${type} ${href}`);
}

/** As many as before of each kind; more where a quotation names somebody. */
const isOtherOrder: IsLost = ({ before, after }) => {
  const [some, found] = [before, after].map((kinds) => Map.groupBy(String(kinds).split(' '), (kind) => kind));
  return [...(some ?? [])].every(([kind, all]) => all.length <= (found?.get(kind)?.length ?? 0));
};

/** The same names, and those that the words of quotations have. */
const isMore: IsLost = ({ before, after }) => {
  const [some = [], found = []] = [before, after].map((concepts) => (concepts as ConceptRef[]).map(({ name }) => name));
  return some.length < found.length && some.every((name, n) => found[n] === name);
};

/**
 * Everything that may differ, and how: another difference is a fault. `only`: in these versions.
 * Quotations are read anew from the words, so that they follow whatever became of those.
 */
export const LOST: Readonly<Record<string, { isLost: IsLost; only?: readonly NinjsVersion[] }>> = {
  uri: { isLost: ({ after }) => String(after).startsWith(`${SITE.url}/articles/a_`) },
  firstPublished: { isLost: isNothing },
  versionCreated: { isLost: ({ before, after }) => before === null && after !== null },
  dateline: { isLost: isNothing },
  'section.slug': { isLost: isSlugOfName },
  'section.parents': { isLost: isNothing },
  'series.slug': { isLost: isSlugOfName },
  translationGroup: { isLost: isNothing },
  related: { isLost: isNothing },
  seo: { isLost: isNothing },
  corrections: { isLost: isNothing },
  versionNote: { isLost: isNothing },
  accessTier: { isLost: isNothing },
  freeBlocks: { isLost: isNothing },
  liveBlog: { isLost: isNothing },
  'contributions.links': { isLost: isNothing },
  'contributions.note': { isLost: isNothing },
  'concepts.id': { isLost: ({ whole: [concept] }) => (concept as ConceptRef).uri === undefined },
  'concepts.identity': { isLost: ({ before, after }) => before === 'NAME_ONLY' && after === 'SOURCE' },
  order: { isLost: isOtherOrder },
  mentions: { isLost: isMore },
  'standfirst.marks': { isLost: isNothing },
  'blocks.text': { isLost: ({ before, after }) => folded(String(before)) === folded(String(after)) },
  'blocks.key': { isLost: ({ whole: [before, after] }) => wordsIn([before]) === wordsIn([after]) },
  'blocks.marks': { isLost: ({ before, after }) => String(keptMarks(before as Mark[])) === String(keptMarks(after as Mark[])) },
  'blocks.UnknownBlock': { isLost: ({ before, after }) => wordsIn([before]) === wordsIn([after]) },
  blocks: {
    isLost: ({ before, after }) => (before as Block[]).some(({ kind }) => kind === 'UnknownBlock') && wordsIn(before) === wordsIn(after),
  },
  'blocks.ImageBlock.image.renditions': { isLost: isNothing },
  'blocks.ImageBlock.image.focalPoint': { isLost: isNothing },
  'blocks.VideoBlock.video.duration': { isLost: isNothing },
  'blocks.VideoBlock.video.poster': { isLost: isNothing },
  quotations: { isLost: followsBody },
  'quotations.speaker': { isLost: () => true },
  'image.focalPoint': { isLost: isNothing, only: ['2.1', '3.0'] },
  digitalSourceType: { isLost: isNothing, only: ['2.1', '3.0'] },
};
