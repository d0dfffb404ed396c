import type { Resolvers } from '../generated/graphql.ts';
import { DateTime } from './date-time.ts';
import { typeOfNode } from './outcomes.ts';
import * as article from './resolvers/article.ts';
import { Block, Body, blockKinds, Image, Mark } from './resolvers/body.ts';
import * as concept from './resolvers/concept.ts';
import * as front from './resolvers/front.ts';
import { LiveBlog, LivePost } from './resolvers/live-blog.ts';
import { Author, Change, Destination, Query } from './resolvers/query.ts';
import { Quotation } from './resolvers/quotation.ts';
import * as section from './resolvers/section.ts';

/** Every resolver, by the type whose fields it answers. A field that is a plain property of its domain type has none. */
export const resolvers: Resolvers = {
  Query: { ...Query, ...front.frontQueries },
  Node: { __resolveType: typeOfNode },
  NewsArticle: article.NewsArticle,
  ArticleResult: article.ArticleResult,
  Standfirst: article.Standfirst,
  Contribution: article.Contribution,
  Seo: article.Seo,
  Change,
  Destination,
  Author,
  Image,
  Role: concept.Role,
  Body,
  Block,
  ...blockKinds,
  Mark,
  Quotation,
  LiveBlog,
  LivePost,
  Concept: concept.Concept,
  Person: concept.Person,
  Organization: concept.Organization,
  Place: concept.Place,
  NewsEvent: concept.NewsEvent,
  Topic: concept.Topic,
  Front: front.Front,
  FrontContainer: front.FrontContainer,
  FrontItem: front.FrontItem,
  Section: section.Section,
  Series: section.Series,
  DateTime,
};
