import type { SectionRef } from './article.ts';

/** Where a section stands on the site: below those that it belongs to. */
export function sectionPath({ slug, parents }: SectionRef): string {
  return `/${[...parents.map((parent) => parent.slug), slug].join('/')}`;
}
