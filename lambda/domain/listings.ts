import type { ConceptRef } from './concept.ts';
import { digest } from './identity.ts';
import { isBehindCut } from './paywall.ts';
import type { Attribution, Quotation } from './quotation.ts';
import type { Teaser } from './teaser.ts';
import type { Head } from './version.ts';

/** How a concept was described in one article. Never merged into its profile. */
export type Description = Pick<Attribution, 'jobTitle' | 'affiliation' | 'describedAs'> & { name: string };

/**
 * "This article stands in this list." `A` about (and every plain list), `M` mentioned, `Q` said, `R` described.
 * `partition` is the list's key; `turn` tells the quotations of one article apart; `paid` stands beside words from behind the paywall.
 */
export type Listing =
  | { partition: string; kind: 'A' | 'M'; teaser: Teaser; concept?: ConceptRef }
  | { partition: string; kind: 'Q'; turn: number; teaser: Teaser; quotation: Quotation; paid?: true }
  | { partition: string; kind: 'R'; teaser: Teaser; description: Description; paid?: true };

/** The partition of each list. Slugs and ids hold no `#`, so a list can never be taken for another. */
export const LIST = {
  latest: (language?: string) => (language ? `LATEST#${primaryLanguage(language)}` : 'LATEST'),
  section: (slug: string) => `SECTION#${slug}`,
  author: (person: string) => `AUTHOR#${person}`,
  series: (slug: string) => `SERIES#${slug}`,
  translations: (source: string, group: string) => `TRANSLATIONS#${digest(source, group)}`,
  concept: (id: string) => `CONCEPT#${id}`,
} as const;

/** Every listing that a version stands in, each list once. */
export function listingsOf(head: Head, teaser: Teaser, quotations: readonly Quotation[]): Listing[] {
  const plain = [
    LIST.latest(),
    LIST.latest(head.language),
    ...[head.section, ...head.section.parents].map(({ slug }) => LIST.section(slug)),
    ...head.contributions.map(({ person }) => LIST.author(person.id)),
    ...(head.series ? [LIST.series(head.series.slug)] : []),
    ...(head.translationGroup ? [LIST.translations(head.source, head.translationGroup)] : []),
  ].map((partition): Listing => ({ partition, kind: 'A', teaser }));

  const about = head.about.map((concept): Listing => ({ partition: LIST.concept(concept.id), kind: 'A', teaser, concept }));
  const named = [...head.mentions, ...head.contributions.map(({ person }) => person), ...quotations.flatMap(listedUnder)];
  const isAbout = new Set(head.about.map(({ id }) => id));
  const mentioned = named
    .filter(({ id }) => !isAbout.has(id))
    .map((concept): Listing => ({ partition: LIST.concept(concept.id), kind: 'M', teaser, concept }));

  const paid = (quotation: Quotation) => (isBehindCut(head, quotation) ? { paid: true as const } : {});
  const said = quotations.flatMap((quotation, turn) =>
    listedUnder(quotation).map(
      ({ id }): Listing => ({ partition: LIST.concept(id), kind: 'Q', turn, teaser, quotation, ...paid(quotation) }),
    ),
  );
  const described = quotations.flatMap((quotation): Listing[] => {
    const { speaker } = quotation;
    if (!speaker?.agent || !(speaker.jobTitle || speaker.affiliation || speaker.describedAs)) return [];
    const description = descriptionBy(speaker, speaker.agent);
    return [{ partition: LIST.concept(speaker.agent.id), kind: 'R', teaser, description, ...paid(quotation) }];
  });
  const byName = new Map<string, Listing>();
  for (const listing of [...plain, ...about, ...mentioned, ...said, ...described]) {
    const name = listingName(listing);
    if (!byName.has(name)) byName.set(name, listing);
  }
  return [...byName.values()];
}

/** The name under which the manifest remembers a listing: its partition, kind and, for quotations, turn. */
export function listingName(listing: Listing): string {
  return `${listing.partition}|${listing.kind}${listing.kind === 'Q' ? `|${listing.turn}` : ''}`;
}

/** Takes a {@link listingName} apart again. */
export function parseListingName(name: string): { partition: string; kind: Listing['kind']; turn: number | null } {
  const [partition = '', kind, turn] = name.split('|');
  return { partition, kind: kind as Listing['kind'], turn: turn === undefined ? null : Number(turn) };
}

/** Lists by language go by its first subtag: who asks for English wants British English too. */
function primaryLanguage(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? language;
}

/** What a quotation is listed under: the speaker, the institution that the article names beside the speaker, and the event. */
function listedUnder({ speaker, recordedAt }: Quotation): ConceptRef[] {
  return [speaker?.agent, speaker?.affiliation, recordedAt].filter((concept) => concept !== null && concept !== undefined);
}

function descriptionBy({ name, jobTitle, affiliation, describedAs }: Attribution, agent: ConceptRef): Description {
  return { name: name ?? agent.name, jobTitle, affiliation, describedAs };
}
