import type { ConceptRef } from '../../domain/concept.ts';
import type {
  ConceptResolvers,
  OrganizationResolvers,
  PersonArticlesArgs,
  PersonQuotationsArgs,
  PersonResolvers,
  RoleResolvers,
} from '../../generated/graphql.ts';
import { connection, connectionOf } from '../connection.ts';
import type { RequestContext } from '../context.ts';

export const Concept: ConceptResolvers = { __resolveType: ({ kind }) => kind };

const articles = async ({ id }: ConceptRef, { role, ...page }: PersonArticlesArgs, context: RequestContext) =>
  connectionOf(await (role === 'ABOUT' ? context.articles.about(id, page) : context.articles.mentioning(id, page)));

const quotations = async ({ id }: ConceptRef, page: PersonQuotationsArgs, { concepts }: RequestContext) =>
  connection(await concepts.saidBy(id, page), ({ quotation, teaser }) => ({ ...quotation, article: teaser }));

export const Person: Pick<PersonResolvers, 'articles' | 'contributions' | 'quotations' | 'roles'> = {
  articles,
  quotations,
  roles: async ({ id }, page, { concepts }) => connectionOf(await concepts.describedAs(id, page)),
  contributions: async ({ id }, page, context) => connectionOf(await context.articles.byContributor(id, page)),
};

export const Role: RoleResolvers = {
  name: ({ description }) => description.name,
  jobTitle: ({ description }) => description.jobTitle,
  affiliation: ({ description }) => description.affiliation,
  describedAs: ({ description }) => description.describedAs,
  isPartOf: ({ teaser }) => teaser,
};

export const Organization: Pick<OrganizationResolvers, 'articles' | 'quotations'> = { articles, quotations };

export const Place = { articles };
export const NewsEvent = { articles, quotations };
export const Topic = { articles };
