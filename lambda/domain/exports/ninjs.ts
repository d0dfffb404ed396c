import type { ContributionRole, HeadlineRole } from '../article.ts';
import { blockText, type Image } from '../body.ts';
import type { ConceptRef } from '../concept.ts';
import { blockHtml } from '../html.ts';
import type { ConceptKind } from '../identity.ts';
import type { Exported } from './json-ld.ts';

/** Versions of IPTC's ninjs that an article can be had in. */
export const NINJS_VERSIONS = ['2.1', '3.0', '3.1'] as const;
export type NinjsVersion = (typeof NINJS_VERSIONS)[number];

/** A key may have no value: it is then left out. */
type Item = { [key: string]: unknown };

const ROLES: Record<Exclude<HeadlineRole, 'MAIN'>, string> = { SHORT: 'short', SOCIAL: 'social', SEARCH: 'search' };

const LISTS: Record<ConceptKind, string> = {
  ...{ Person: 'people', Organization: 'organisations', Place: 'places', NewsEvent: 'events', Topic: 'subjects' },
};

const RELATIONS: Record<ContributionRole, string> = {
  ...{ AUTHOR: 'author', EDITOR: 'editor', PHOTOGRAPHER: 'photographer', TRANSLATOR: 'translator', CONTRIBUTOR: 'contributor' },
};

/**
 * The article as IPTC's ninjs, for partners and their systems. Nothing is in it that is not public, and of what is not free only what stands before its
 * cut. docs/integrate.md says what ninjs has no words for.
 * @returns a JSON object in the names of that version, valid against its schema
 */
export function ninjsOf(exported: Exported, version: NinjsVersion): string {
  const item = itemOf(exported, version);
  return JSON.stringify(version === '2.1' ? renamed(item) : item);
}

function itemOf({ site, head, part }: Exported, version: NinjsVersion): Item {
  const { body } = part;
  const html = body.blocks.map(blockHtml).join('\n');
  const text = body.blocks.map(blockText).filter(Boolean).join('\n\n');
  const isLatest = version === '3.1';
  return {
    standard: { name: 'ninjs', version, schema: `http://www.iptc.org/std/ninjs/ninjs-schema_${version}.json` },
    uri: `${site.url}/articles/${head.id}`,
    type: 'text',
    representationType: part.truncated ? 'partial' : 'full',
    version: String(head.version),
    firstCreated: head.firstCreated ?? undefined,
    versionCreated: head.versionCreated ?? head.availableFrom,
    pubStatus: 'usable',
    language: head.language,
    headlines: [
      { role: 'main', value: head.headline },
      ...(head.kicker === null ? [] : [{ role: 'kicker', value: head.kicker }]),
      ...head.headlines.map(({ role, text: value }) => ({ role: ROLES[role], value })),
    ],
    descriptions: someOf([
      ...(head.standfirst === null ? [] : [{ role: 'standfirst', value: head.standfirst.text }]),
      ...(head.abstract === null ? [] : [{ role: 'summary', value: head.abstract }]),
    ]),
    bodies: someOf(
      body.blocks.length === 0
        ? []
        : [
            { role: 'main', contentType: 'text/html', value: html },
            ...(text === '' ? [] : [{ role: 'main', contentType: 'text/plain', value: text }]), // a film alone has no words
          ],
    ),
    by: head.byline ?? undefined,
    located: head.located ?? undefined,
    copyrightNotice: head.copyrightNotice ?? undefined,
    usageTerms: head.usageTerms ?? undefined,
    infoSources: head.creditLine === null ? undefined : [{ name: head.creditLine }],
    genres: head.genre === null ? undefined : [{ name: head.genre }],
    ...conceptsOf(head),
    altIds: [{ role: 'path', value: head.path }],
    associations: head.image ? [associated(head.image, isLatest)] : undefined,
    digitalSourceType:
      isLatest && head.digitalSourceType !== null
        ? { uri: `http://cv.iptc.org/newscodes/digitalsourcetype/${head.digitalSourceType}`, name: head.digitalSourceType }
        : undefined,
  };
}

/** Who and what the article is about, mentions, and was made by; section and series are subjects whose relation says so. */
function conceptsOf(head: Exported['head']): Item {
  const named = [
    ...head.contributions.map(({ role, person }) => ({ concept: person, rel: RELATIONS[role] })),
    ...head.about.map((concept) => ({ concept, rel: 'about' })),
    ...head.mentions.map((concept) => ({ concept, rel: 'mentions' })),
  ];
  const byList = Map.groupBy(named, ({ concept }) => LISTS[concept.kind]);
  const lists = [...byList].map(([list, some]): [string, Item[]] => [list, some.map(({ concept, rel }) => entryOf(concept, rel))]);
  const subjects = [
    { name: head.section.name, rel: 'section' },
    ...(head.series ? [{ name: head.series.name, rel: 'series' }] : []),
    ...(byList.get('subjects') ?? []).map(({ concept, rel }) => entryOf(concept, rel)),
  ];
  return { ...Object.fromEntries(lists), subjects };
}

/** A source's own uri where it is public; else the scheme and code, or our id, which mean the same in every article of ours. */
function entryOf({ name, uri, id, scheme, code }: ConceptRef, rel: string): Item {
  if (uri !== undefined) return { name, rel, uri };
  return { name, rel, literal: code === undefined ? id : scheme === undefined ? code : `${scheme}:${code}` };
}

function associated(image: Image, isLatest: boolean): Item {
  const { url, width, height, focalPoint, alternativeText, caption, creditText, renditions } = image;
  const poi =
    isLatest && focalPoint && width && height ? { x: Math.round(focalPoint.x * width), y: Math.round(focalPoint.y * height) } : undefined;
  return {
    name: 'main',
    uri: url,
    type: 'picture',
    by: creditText ?? undefined,
    descriptions: someOf([
      ...(caption === null ? [] : [{ role: 'caption', value: caption }]),
      ...(alternativeText === null ? [] : [{ role: 'alternative', value: alternativeText }]),
    ]),
    renditions: [
      { name: 'original', href: url, width: width ?? undefined, height: height ?? undefined, poi },
      ...renditions.map(({ name, url: href, width: across, height: down, mimeType }) => ({
        ...{ name, href, width: across ?? undefined, height: down ?? undefined, contentType: mimeType ?? undefined },
      })),
    ],
  };
}

/** In the names of 2.x: all in lower case. */
function renamed(item: Item): Item {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [
      key.toLowerCase(),
      Array.isArray(value) ? value.map((one) => (isItem(one) ? renamed(one) : one)) : isItem(value) ? renamed(value) : value,
    ]),
  );
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function someOf<One>(things: One[]): One[] | undefined {
  return things.length > 0 ? things : undefined;
}
