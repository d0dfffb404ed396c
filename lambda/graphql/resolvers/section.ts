import { sectionPath } from '../../domain/site-paths.ts';
import type { SectionResolvers, SeriesResolvers } from '../../generated/graphql.ts';
import { articleConnection } from '../connection.ts';

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
