import { articleId, type ConceptId, type ConceptKind, conceptId, conceptKindOf, foldName, isArticleId } from '../../domain/identity.ts';
import { normalizePath } from '../../domain/path.ts';
import { authorPath } from '../../domain/site-paths.ts';
import type {
  AuthorResolvers,
  ChangeResolvers,
  ConceptKind as ConceptKindOfSchema,
  DestinationResolvers,
  QueryResolvers,
} from '../../generated/graphql.ts';
import { articleConnection, connectionOf } from '../connection.ts';
import { destinationOf } from '../destination.ts';
import { BadInput } from '../errors.ts';
import { selects } from '../look-ahead.ts';
import { findNode, MAX_NODES, readNodes } from '../nodes.ts';
import { movedArticle, withdrawnArticle } from '../outcomes.ts';
import { fitted } from '../words.ts';
import { BODY_FIELDS } from './article.ts';
import { MAX_SLUG_BYTES, sectionAt } from './section.ts';

export const Query: QueryResolvers = {
  async article(_root, { by }, { articles }, info) {
    const wanted = { withBody: selects(info, BODY_FIELDS) };
    if (by.path != null) {
      const found = await articles.findByPath(normalizePath(by.path, 'by.path'), wanted);
      if (found === null) return null;
      if ('moved' in found) return movedArticle(found.moved);
      return 'withdrawn' in found ? withdrawnArticle(found.withdrawn) : found.article.head;
    }
    const id = by.uri == null ? by.id : articleId(by.uri.source, by.uri.uri);
    if (id == null || !isArticleId(id)) return null;
    const found = await articles.findById(id, wanted);
    return found && 'tombstone' in found ? withdrawnArticle(found.tombstone) : (found?.head ?? null);
  },
  latest: async (_root, { inLanguage, ...page }, context, info) =>
    articleConnection(await context.articles.latest(inLanguage == null ? null : languageTag(inLanguage), page), page, info, context),
  section: (_root, { slug }, context) => sectionAt(slug, context),
  sections: (_root, _args, { concepts }) => concepts.sections(),
  async concept(_root, { by }, { concepts }) {
    const id = by.uri == null ? by.id : conceptId(KINDS[by.uri.kind], '', { uri: by.uri.uri });
    return id != null && conceptKindOf(id) ? concepts.findConcept(id as ConceptId) : null;
  },
  async concepts(_root, { kind, startsWith, ...page }, { concepts }) {
    if (startsWith != null && Buffer.byteLength(foldName(startsWith)) > MAX_SLUG_BYTES)
      throw new BadInput('startsWith is longer than any name');
    return connectionOf(await concepts.directory(KINDS[kind], startsWith ?? null, page));
  },
  async changes(_root, { first, after }, context, info) {
    const { articles } = context;
    const all = await articles.changes(after ?? null, first ?? undefined);
    const page = await fitted(
      all,
      ({ articleId: id }) => articles.teaserOf(id),
      {},
      { info, steps: ['edges', 'node', 'article'] },
      context,
    );
    const { edges, pageInfo } = connectionOf(page);
    return { edges, pageInfo: { ...pageInfo, endCursor: pageInfo.endCursor ?? after ?? null } };
  },
  resolve: (_root, { url }, context, info) => destinationOf(url, context, { withBody: selects(info, BODY_FIELDS) }),
  site: (_root, _args, { site }) => ({ ...site, languages: [...site.languages] }),
  node: (_root, { id }, context, info) => findNode(id, context, selects(info, BODY_FIELDS)),
  nodes: (_root, { ids }, context, info) => {
    if (ids.length > MAX_NODES) throw new BadInput(`At most ${MAX_NODES} ids at a time, not ${ids.length}`);
    return readNodes(ids, context, info);
  },
};

export const Change: Pick<ChangeResolvers, 'article' | 'date'> = {
  date: ({ changedAt }) => changedAt,
  article: ({ articleId: id }, _args, { articles }) => articles.teaserOf(id),
};

export const Destination: DestinationResolvers = {
  __resolveType: (found) => {
    if ('__typename' in found && found.__typename) return found.__typename;
    return 'kind' in found ? found.kind : 'NewsArticle';
  },
};

export const Author: Pick<AuthorResolvers, 'path'> = { path: ({ person }) => authorPath(person) };

function languageTag(text: string): string {
  try {
    if (text.length > MAX_SLUG_BYTES) throw new RangeError();
    return new Intl.Locale(text).toString();
  } catch {
    throw new BadInput(`"${text.slice(0, 40)}" is no language tag such as en or pt-BR`);
  }
}

const KINDS: Record<ConceptKindOfSchema, ConceptKind> = {
  PERSON: 'Person',
  ORGANIZATION: 'Organization',
  PLACE: 'Place',
  NEWS_EVENT: 'NewsEvent',
  TOPIC: 'Topic',
};
