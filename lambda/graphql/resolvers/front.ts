import { frontPath } from '../../domain/site-paths.ts';
import type { FrontContainerResolvers, FrontItemResolvers, FrontResolvers, QueryResolvers } from '../../generated/graphql.ts';
import { roomy } from './article.ts';

export const frontQueries: Pick<QueryResolvers, 'front'> = {
  front: (_root, { slug }, { fronts }) => fronts.findFront(slug),
};

export const Front: Pick<FrontResolvers, 'path' | 'dateModified' | 'containers'> = {
  path: ({ slug }) => frontPath(slug),
  dateModified: ({ availableFrom }) => availableFrom,
  containers: (front) => front.containers.map((container, at) => ({ ...container, front, at })),
};

export const FrontContainer: Pick<FrontContainerResolvers, 'slug' | 'items'> = {
  slug: ({ id }) => id,
  items: ({ front, at }, _args, { fronts }) => fronts.itemsIn(front, at),
};

export const FrontItem: FrontItemResolvers = {
  headline: ({ curated, teaser }) => curated?.headline ?? teaser.headline,
  kicker: ({ curated, teaser }) => curated?.kicker ?? teaser.kicker,
  async standfirst({ curated, teaser }, _args, context) {
    if (curated?.standfirst) return { text: curated.standfirst, marks: [], quotation: null, article: teaser };
    const standfirst = await roomy(teaser, 'standfirst', context);
    return standfirst && { ...standfirst, article: teaser };
  },
  image: ({ curated, teaser }, _args, context) => curated?.image ?? roomy(teaser, 'image', context),
  isCurated: ({ curated }) => curated !== null,
  article: ({ teaser }) => teaser,
};
