import type { GraphQLResolveInfo } from 'graphql';
import { type ConceptId, conceptKindOf, isArticleId, parsePartId } from '../domain/identity.ts';
import { readablePart } from '../domain/paywall.ts';
import type { RequestContext } from './context.ts';
import type { ReadNode } from './outcomes.ts';
import type { LivePostOf } from './parts.ts';
import { AnswerTooLarge } from './room.ts';
import { held, wordsAskedFor } from './words.ts';

/** A hundred teasers are one BatchGet. @see Amazon DynamoDB API Reference, "BatchGetItem": 100 items */
export const MAX_NODES = 100;

/**
 * What some ids name, in their order, null where nothing can be read; read in one wave: articles in one call, concepts in another, each post and
 * quotation behind its article. Articles whose words do not fit into the answer are AnswerTooLarge, each in its place.
 */
export async function readNodes(
  ids: readonly string[],
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<(ReadNode | null | Promise<never>)[]> {
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
}

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
export async function findNode(id: string, context: RequestContext, withBody: boolean): Promise<ReadNode | null> {
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
