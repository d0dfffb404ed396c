import type { GraphQLResolveInfo } from 'graphql';
import type { ConceptRef } from '../../domain/concept.ts';
import type { ConceptCard } from '../../domain/concept-card.ts';
import { conceptPath } from '../../domain/site-paths.ts';
import type {
  ConceptResolvers,
  NewsEventResolvers,
  OrganizationResolvers,
  PersonArticlesArgs,
  PersonQuotationsArgs,
  PersonResolvers,
  PlaceResolvers,
  RoleResolvers,
  TopicResolvers,
} from '../../generated/graphql.ts';
import { articleConnection, connection, connectionOf } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { fitted } from '../words.ts';

export const Concept: ConceptResolvers = { __resolveType: ({ kind }) => kind };

/** What every kind of concept answers in the same way. What editors say of it is loaded when it is asked for. */
const everyConcept = {
  path: (concept: ConceptRef) => conceptPath(concept),
  alternateNames: fromCard('alternateNames', []),
  async sameAs({ id }: ConceptRef, _args: unknown, { concepts }: RequestContext) {
    const known = await concepts.findConcept(id);
    return [...new Set([...(known?.uri ? [known.uri] : []), ...(known?.card?.sameAs ?? [])])];
  },
  description: fromCard('description', null),
  articles: async ({ id }: ConceptRef, { role, ...page }: PersonArticlesArgs, context: RequestContext, info: GraphQLResolveInfo) =>
    articleConnection(
      await (role === 'ABOUT' ? context.articles.about(id, page) : context.articles.mentioning(id, page)),
      page,
      info,
      context,
    ),
};

const OF_ARTICLES = ['edges', 'node', 'isPartOf'];

const quotations = async ({ id }: ConceptRef, page: PersonQuotationsArgs, context: RequestContext, info: GraphQLResolveInfo) => {
  const said = await fitted(await context.concepts.saidBy(id, page), ({ teaser }) => teaser, page, { info, steps: OF_ARTICLES }, context);
  return connection(said, ({ quotation, teaser }) => ({ ...quotation, article: teaser }));
};

export const Person: PersonResolvers = {
  ...everyConcept,
  quotations,
  roles: async ({ id }, page, context, info) =>
    connectionOf(
      await fitted(await context.concepts.describedAs(id, page), ({ teaser }) => teaser, page, { info, steps: OF_ARTICLES }, context),
    ),
  contributions: async ({ id }, page, context, info) =>
    articleConnection(await context.articles.byContributor(id, page), page, info, context),
  image: fromCard('image', null),
  biography: fromCard('biography', null),
  jobTitle: fromCard('jobTitle', null),
  links: fromCard('links', []),
};

export const Role: RoleResolvers = {
  name: ({ description }) => description.name,
  jobTitle: ({ description }) => description.jobTitle,
  affiliation: ({ description }) => description.affiliation,
  describedAs: ({ description }) => description.describedAs,
  isPartOf: ({ teaser }) => teaser,
};

export const Organization: OrganizationResolvers = { ...everyConcept, quotations };
export const Place: PlaceResolvers = { ...everyConcept, geo: fromCard('geo', null) };
export const NewsEvent: NewsEventResolvers = {
  ...everyConcept,
  quotations,
  startDate: fromCard('startDate', null),
  endDate: fromCard('endDate', null),
};
export const Topic: TopicResolvers = everyConcept;

/** A field that only the card holds. @param unsaid the answer where there is no card, or the concept is not public at the clock */
function fromCard<Field extends keyof ConceptCard>(field: Field, unsaid: ConceptCard[Field]) {
  return async ({ id }: ConceptRef, _args: unknown, { concepts }: RequestContext) =>
    (await concepts.findConcept(id))?.card?.[field] ?? unsaid;
}
