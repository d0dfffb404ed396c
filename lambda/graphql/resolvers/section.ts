import { sectionPath } from '../../domain/site-paths.ts';
import type { SectionResolvers, SeriesResolvers } from '../../generated/graphql.ts';
import { connectionOf } from '../connection.ts';

export const Section: Pick<SectionResolvers, 'articles' | 'path' | 'parent' | 'children'> = {
  path: sectionPath,
  parent: ({ parents }) => {
    const parent = parents.at(-1);
    return parent ? { ...parent, parents: parents.slice(0, -1) } : null;
  },
  children: async ({ slug }, _args, { concepts }) => (await concepts.sections()).filter(({ parents }) => parents.at(-1)?.slug === slug),
  articles: async ({ slug }, page, { articles }) => connectionOf(await articles.inSection(slug, page)),
};

export const Series: Pick<SeriesResolvers, 'articles'> = {
  articles: async ({ slug }, page, { articles }) => connectionOf(await articles.inSeries(slug, page)),
};
