import type { SectionResolvers, SeriesResolvers } from '../../generated/graphql.ts';
import { connectionOf } from '../connection.ts';

export const Section: Pick<SectionResolvers, 'articles'> = {
  articles: async ({ slug }, page, { articles }) => connectionOf(await articles.inSection(slug, page)),
};

export const Series: Pick<SeriesResolvers, 'articles'> = {
  articles: async ({ slug }, page, { articles }) => connectionOf(await articles.inSeries(slug, page)),
};
