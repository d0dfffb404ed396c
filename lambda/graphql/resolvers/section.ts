import type { SectionRef } from '../../domain/article.ts';
import { sectionPath } from '../../domain/site-paths.ts';
import type { SectionResolvers, SeriesResolvers } from '../../generated/graphql.ts';
import { articleConnection } from '../connection.ts';
import type { RequestContext } from '../context.ts';

/** No slug that was taken in is longer. @see checkNames in store/article-writes.ts */
export const MAX_SLUG_BYTES = 1024;

/** A section by its slug. One call; none for what can be no slug. */
export async function sectionAt(slug: string, { concepts }: RequestContext): Promise<SectionRef | null> {
  return Buffer.byteLength(slug) > MAX_SLUG_BYTES ? null : concepts.findSection(slug);
}

export const Section: Pick<SectionResolvers, 'articles' | 'path' | 'parent' | 'children'> = {
  path: sectionPath,
  parent: ({ parents }) => {
    const parent = parents.at(-1);
    return parent ? { ...parent, parents: parents.slice(0, -1) } : null;
  },
  children: async ({ slug }, _args, { concepts }) => (await concepts.sections()).filter(({ parents }) => parents.at(-1)?.slug === slug),
  articles: async ({ slug }, page, context, info) => articleConnection(await context.articles.inSection(slug, page), page, info, context),
};

export const Series: Pick<SeriesResolvers, 'articles'> = {
  articles: async ({ slug }, page, context, info) => articleConnection(await context.articles.inSeries(slug, page), page, info, context),
};
