import type { Contribution, ContributionRole } from '../article.ts';
import { blockText, type Image } from '../body.ts';
import type { ConceptRef } from '../concept.ts';
import type { ConceptKind } from '../identity.ts';
import type { ReadablePart, ReadablePost } from '../paywall.ts';
import type { Attribution, Quotation } from '../quotation.ts';
import { addressOf, type Site } from '../site.ts';
import { authorPath, conceptPath } from '../site-paths.ts';
import type { Head } from '../version.ts';

/** What schema.org's JSON has: texts, numbers, and things of a type. Keys without a value are left out. */
type Thing = { '@type': string | string[]; [property: string]: unknown };

/** An article as its reader may read it, with the newest posts of a live blog. */
export type Exported = { site: Site; head: Head; part: ReadablePart; posts: readonly ReadablePost[] };

/** As many posts of a live blog as a page shows at first. */
export const NEWEST_POSTS = 20;

/** The class of what stands behind the cut on the article's page: Google asks pages to name it. */
const PAYWALL_SELECTOR = '.paywall';

const TYPES: Record<ConceptKind, string> = {
  Person: 'Person',
  Organization: 'Organization',
  Place: 'Place',
  NewsEvent: 'Event',
  Topic: 'Thing',
};

const PROPERTY_OF: Record<ContributionRole, 'author' | 'editor' | 'translator' | 'contributor'> = {
  ...{ AUTHOR: 'author', EDITOR: 'editor', TRANSLATOR: 'translator', PHOTOGRAPHER: 'contributor', CONTRIBUTOR: 'contributor' },
};

/**
 * The article in schema.org's words, for search engines: a `NewsArticle`, or a `LiveBlogPosting` with its newest posts. What is not free shows what stands
 * before its cut, and says so.
 * @returns JSON that may stand in a `<script>`: without `<`, and without the two line ends that JavaScript does not know
 */
export function jsonLdOf(exported: Exported): string {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...articleOf(exported) });
  return json.replace(/[<\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function articleOf({ site, head, part, posts }: Exported): Thing {
  const url = addressOf(site, head.path);
  const { liveBlog } = head;
  return {
    '@type': liveBlog ? 'LiveBlogPosting' : 'NewsArticle',
    '@id': url,
    url,
    mainEntityOfPage: url,
    headline: head.headline,
    alternativeHeadline: head.headlines.find(({ role }) => role === 'SHORT')?.text,
    description: head.abstract ?? head.standfirst?.text,
    datePublished: head.datePublished,
    dateModified: head.availableFrom,
    inLanguage: head.language,
    articleSection: [...head.section.parents, head.section].map(({ name }) => name),
    genre: head.genre ?? undefined,
    wordCount: head.wordCount,
    dateline: head.dateline ?? undefined,
    locationCreated: head.located === null ? undefined : { '@type': 'Place', name: head.located },
    image: head.image ? imageOf(head.image) : undefined,
    ...contributorsOf(site, head),
    publisher: publisherOf(site),
    isAccessibleForFree: head.isAccessibleForFree,
    isPartOf: head.series ? { '@type': 'CreativeWorkSeries', name: head.series.name } : undefined,
    about: listOf(head.about.map((concept) => conceptOf(site, concept))),
    mentions: listOf(head.mentions.map((concept) => conceptOf(site, concept))),
    correction: listOf(head.corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', datePublished: date, text }))),
    hasPart: listOf([...quotationsOf(site, head, part), ...(head.isAccessibleForFree ? [] : [PAID_PART])]),
    copyrightNotice: head.copyrightNotice ?? undefined,
    creditText: head.creditLine ?? undefined,
    ...(liveBlog && {
      coverageStartTime: liveBlog.starts ?? head.datePublished,
      coverageEndTime: liveBlog.ends ?? undefined,
      liveBlogUpdate: listOf(posts.filter(({ isTruncated }) => !isTruncated).map((post) => updateOf(site, post))),
    }),
  };
}

const PAID_PART: Thing = { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: PAYWALL_SELECTOR };

/** Whoever wrote it; where the source names nobody, the publisher answers for it. */
function contributorsOf(site: Site, { contributions }: Head): Record<string, Thing[] | Thing> {
  const byProperty = Map.groupBy(contributions, ({ role }) => PROPERTY_OF[role]);
  const named = [...byProperty].map(([property, some]): [string, Thing[]] => [property, some.map((one) => contributorOf(site, one))]);
  return { author: publisherOf(site), ...Object.fromEntries(named) };
}

function contributorOf(site: Site, { person, links }: Pick<Contribution, 'person' | 'links'>): Thing {
  const sameAs = [...(person.uri ? [person.uri] : []), ...links.flatMap(({ url }) => url ?? [])];
  return { '@type': 'Person', name: person.name, url: addressOf(site, authorPath(person)), sameAs: listOf(sameAs) };
}

function publisherOf({ publisher, url, logo }: Site): Thing {
  return {
    '@type': 'NewsMediaOrganization',
    name: publisher,
    url,
    logo: logo === null ? undefined : { '@type': 'ImageObject', url: logo },
  };
}

function imageOf({ url, width, height, caption, creditText }: Image): Thing {
  return {
    ...{ '@type': 'ImageObject', url, width: width ?? undefined, height: height ?? undefined },
    ...{ caption: caption ?? undefined, creditText: creditText ?? undefined },
  };
}

function conceptOf(site: Site, concept: ConceptRef): Thing {
  const { kind, name, uri, scheme, code } = concept;
  const term = scheme !== undefined && code !== undefined;
  return {
    '@type': term ? 'DefinedTerm' : TYPES[kind],
    name,
    url: addressOf(site, conceptPath(concept)),
    sameAs: uri,
    ...(term && { termCode: code, inDefinedTermSet: scheme }),
  };
}

/** Each with who says it. One without a speaker is no quotation that a search engine could show. */
function quotationsOf(site: Site, { standfirst }: Head, { body }: ReadablePart): Thing[] {
  const said: Quotation[] = [...(standfirst?.quotation ? [standfirst.quotation] : []), ...body.quotations];
  return said.flatMap(({ text, speaker }) => {
    const by = speaker && speakerOf(site, speaker);
    return by ? [{ '@type': 'Quotation', text, spokenByCharacter: by }] : [];
  });
}

function speakerOf(site: Site, { name, jobTitle, affiliation, agent, describedAs }: Attribution): Thing | null {
  const called = name ?? describedAs ?? agent?.name ?? null;
  if (called === null) return null;
  const known = agent ? { url: addressOf(site, conceptPath(agent)) } : {};
  if (agent?.kind === 'Organization') return { '@type': 'Organization', name: called, ...known };
  return {
    '@type': 'Person',
    name: called,
    jobTitle: jobTitle ?? undefined,
    affiliation: affiliation ? { '@type': 'Organization', name: affiliation.name } : undefined,
    ...known,
  };
}

function updateOf(site: Site, { headline, datePublished, dateModified, blocks, contributions }: ReadablePost): Thing {
  const authors = contributions.map((one) => contributorOf(site, one));
  return {
    '@type': 'BlogPosting',
    headline: headline ?? undefined,
    datePublished,
    dateModified: dateModified ?? undefined,
    articleBody: blocks.map(blockText).filter(Boolean).join('\n\n'),
    author: listOf(authors),
  };
}

/** No property for what there is none of. */
function listOf<One>(things: readonly One[]): readonly One[] | undefined {
  return things.length > 0 ? things : undefined;
}
