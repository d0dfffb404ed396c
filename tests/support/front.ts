import type { Fill, FillList, FrontContainer, FrontEdition, FrontItem } from '../../lambda/domain/front.ts';
import type { ArticleId } from '../../lambda/domain/identity.ts';
import type { Instant } from '../../lambda/domain/instant.ts';
import { idOf, SOURCE } from './article.ts';

/** What a test says of a front; the rest is filled in. */
export type FrontWish = {
  slug: string;
  version?: number | null;
  status?: FrontEdition['pubStatus'];
  title?: string;
  embargoedUntil?: Instant;
  scheduledFor?: Instant;
  containers?: readonly FrontContainer[];
  source?: string;
};

/** A front of the source `test`: usable, without containers. */
export function aFront(wish: FrontWish): FrontEdition {
  const { slug, version = 1, status = 'USABLE', title = `Title of ${slug}`, containers = [], source = SOURCE } = wish;
  return {
    ...{ source, slug, version, embargoedUntil: wish.embargoedUntil ?? null, scheduledFor: wish.scheduledFor ?? null },
    ...{ pubStatus: status, front: { slug, title, inLanguage: null, description: null, containers } },
  };
}

/** A container of articles, by the names that tests give them, or as whole items. */
export function aContainer(id: string, items: readonly (string | FrontItem)[], fill: Fill | null = null): FrontContainer {
  const placed = items.map((item) => (typeof item === 'string' ? anItem(item) : item));
  return { ...{ id, headline: null, kicker: null, path: null, layout: null }, items: placed, fill };
}

/** An article in its place, in its own words unless a test says others. */
export function anItem(article: string, wish: Partial<FrontItem> = {}): FrontItem {
  return { article: idOf(article) as ArticleId, headline: null, kicker: null, standfirst: null, image: null, ...wish };
}

export const latest = (upTo: number, language: string | null = null): Fill => ({ from: { kind: 'LATEST', language }, upTo });
export const section = (slug: string, upTo: number): Fill => ({ from: { kind: 'SECTION', slug } satisfies FillList, upTo });
