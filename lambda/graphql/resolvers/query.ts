import {
  articleId,
  type ConceptId,
  type ConceptKind,
  conceptId,
  conceptKindOf,
  foldName,
  isArticleId,
  parsePartId,
} from '../../domain/identity.ts';
import { normalizePath } from '../../domain/path.ts';
import { readablePart } from '../../domain/paywall.ts';
import { authorPath } from '../../domain/site-paths.ts';
import type {
  AuthorResolvers,
  ChangeResolvers,
  ConceptKind as ConceptKindOfSchema,
  DestinationResolvers,
  QueryResolvers,
} from '../../generated/graphql.ts';
import { articleConnection, connectionOf } from '../connection.ts';
import type { RequestContext } from '../context.ts';
import { destinationOf } from '../destination.ts';
import { BadInput } from '../errors.ts';
import { selects } from '../look-ahead.ts';
import { movedArticle, type ReadNode, withdrawnArticle } from '../outcomes.ts';
import type { LivePostOf } from '../parts.ts';
import { AnswerTooLarge } from '../room.ts';
import { fitted, held, wordsAskedFor } from '../words.ts';
import { BODY_FIELDS } from './article.ts';

/** A hundred teasers are one BatchGet. @see Amazon DynamoDB API Reference, "BatchGetItem": 100 items */
const MAX_NODES = 100;

/** No slug that was taken in is longer. @see checkNames in store/article-writes.ts */
const MAX_SLUG_BYTES = 1024;

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
  section: (_root, { slug }, { concepts }) => (Buffer.byteLength(slug) > MAX_SLUG_BYTES ? null : concepts.findSection(slug)),
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
  async nodes(_root, { ids }, context, info) {
    if (ids.length > MAX_NODES) throw new BadInput(`At most ${MAX_NODES} ids at a time, not ${ids.length}`);
    const posts = postsBehind(ids, context);
    const nodes = await Promise.all(
      ids.map(async (id) => {
        if (isArticleId(id)) return context.articles.teaserOf(id);
        return parsePartId('u', id) ? ((await posts).get(id) ?? null) : findNode(id, context, false);
      }),
    );
    const asked = wordsAskedFor(info);
    if (asked === null) return nodes;
    const fits = await held(
      nodes.map((node) => (node && 'type' in node ? node : null)),
      asked,
      context,
    );
    return nodes.map((node, place) => (node === null || fits[place] ? node : Promise.reject(new AnswerTooLarge())));
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

/** The posts among some ids, by id: one call for each of their articles, whose heads go first, then one for all posts. */
async function postsBehind(ids: readonly string[], { articles, livePosts }: RequestContext): Promise<Map<string, LivePostOf>> {
  const found = await Promise.all(
    [...new Set(ids)].map(async (id) => {
      const part = parsePartId('u', id);
      if (part === null) return [];
      const article = await articles.findById(part.article, { withBody: false });
      return article && 'head' in article ? [{ id, article: article.head, key: part.key }] : [];
    }),
  );
  const wanted = found.flat();
  const posts = wanted.length > 0 ? await livePosts.postsByKey(wanted) : [];
  return new Map(
    wanted.flatMap(({ id, article }, place) => {
      const post = posts[place];
      return post ? [[id, { ...post, article }] as const] : [];
    }),
  );
}

/** Whatever an id names: its first letter tells where to look. One call; two for a post. */
async function findNode(id: string, context: RequestContext, withBody: boolean): Promise<ReadNode | null> {
  const { articles, concepts, access } = context;
  if (isArticleId(id)) {
    const found = await articles.findById(id, { withBody });
    return found && 'head' in found ? found.head : null;
  }
  if (conceptKindOf(id)) return concepts.findConcept(id as ConceptId);
  if (parsePartId('u', id)) return (await postsBehind([id], context)).get(id) ?? null;
  const part = parsePartId('q', id);
  if (part === null) return null;
  const found = await articles.findById(part.article, { withBody: true });
  if (found === null || !('head' in found)) return null;
  const said = found.body ? readablePart(found.head, found.body, access).body.quotations : [];
  const quotation = [found.head.standfirst?.quotation, ...said].find((one) => one?.key === part.key);
  return quotation ? { ...quotation, article: found.head } : null;
}

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
