import type { GraphQLResolveInfo } from 'graphql';
import { readablePart } from '../domain/paywall.ts';
import type { ListedArticle } from '../domain/teaser.ts';
import type { Page, PageRequest } from '../store/page.ts';
import type { RequestContext } from './context.ts';
import { type Selected, selectedBelow, selectedIn } from './look-ahead.ts';
import type { WholeArticle } from './readers/articles.ts';
import { AnswerTooLarge } from './room.ts';

/** How often a document asks for the words of each article. */
type Asked = { blocks: number; quotations: number };

/** How often the fields below an article's own ask for its words. @param fields of an article */
function askedOf(fields: Selected): Asked {
  const asked = { blocks: 0, quotations: 0 };
  for (const [name, nodes] of fields.named()) {
    if (name === 'jsonLd') asked.blocks += 1;
    if (name === 'ninjs') asked.blocks += 2; // text and markup
    if (name === 'quotations') asked.quotations += 1;
    if (name === 'body') asked.blocks += copiesInBody(fields.below(nodes));
  }
  return asked;
}

function copiesInBody(fields: Selected): number {
  let copies = 0;
  for (const [name, nodes] of fields.named()) {
    if (name === 'html' || name === 'text') copies += 1;
    if (name === 'blocks') copies += 1 + copiesInBlocks(fields.below(nodes)); // ids and names of types take room too
  }
  return copies;
}

/** A block is of one kind: of what is asked of several kinds, the most counts. */
function copiesInBlocks(fields: Selected): number {
  const byKind = new Map<string, number>();
  for (const [name, [node], kind] of fields.named())
    if (name === 'html' || name === 'text' || node?.selectionSet) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  const { [EVERY_KIND]: every = 0, ...kinds } = Object.fromEntries(byKind);
  return every + Math.max(0, ...Object.values(kinds));
}

const EVERY_KIND = '';

/** What an article's words take of an answer, in bytes, as they are kept; markup and names of fields take about as much. */
function bytesOf({ head, body }: WholeArticle, { blocks, quotations }: Asked, { access }: RequestContext): number {
  const { body: readable } = readablePart(head, body, access);
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
  return (blocks > 0 ? blocks * bytes(readable.blocks) : 0) + (quotations > 0 ? quotations * bytes(readable.quotations) : 0);
}

/**
 * Head and body of an article, for one of its fields that shows words; null when it can no longer be read.
 * @throws {AnswerTooLarge} when the answer has no room left for them
 */
export async function wordsOf(article: ListedArticle, info: GraphQLResolveInfo, context: RequestContext): Promise<WholeArticle | null> {
  const found = await context.articles.bodyOf(article);
  if (found === null || context.room.isHeld(article)) return found;
  if (!context.room.take(bytesOf(found, askedOf(selectedIn(info)), context))) throw new AnswerTooLarge();
  return found;
}

/**
 * A page that ends where the answer is full, when it shows the words of its articles: they are read here, in the call that their fields would make.
 * @param steps from the field of the list to its articles
 * @throws {AnswerTooLarge} when other fields of the request have left no room for any of it
 */
export async function fitted<Item>(
  page: Page<Item>,
  articleOf: (item: Item) => ListedArticle | null | Promise<ListedArticle | null>,
  { last }: PageRequest,
  { info, steps }: { info: GraphQLResolveInfo; steps: readonly string[] },
  context: RequestContext,
): Promise<Page<Item>> {
  const asked = wordsAskedFor(info, steps);
  if (asked === null || page.edges.length === 0) return page;
  const isBack = last != null;
  const nearest = isBack ? page.edges.toReversed() : page.edges; // from where the walk began
  const fits = await held(await Promise.all(nearest.map(({ node }) => articleOf(node))), asked, context);
  const shown = fits.includes(false) ? fits.indexOf(false) : fits.length;
  if (shown === 0) throw new AnswerTooLarge();
  if (shown === fits.length) return page;
  return isBack
    ? { ...page, edges: page.edges.slice(-shown), hasPreviousPage: true }
    : { ...page, edges: page.edges.slice(0, shown), hasNextPage: true };
}

/** Which of some articles fit into the answer, in their order; what has gone takes nothing. */
export async function held(articles: readonly (ListedArticle | null)[], asked: Asked, context: RequestContext): Promise<boolean[]> {
  const { room } = context;
  const found = await Promise.all(
    articles.map(
      (article) => article && context.articles.bodyOf(article).catch((error) => (error instanceof AnswerTooLarge ? error : null)),
    ),
  );
  let isFull = false;
  return found.map((whole, place) => {
    const article = articles[place];
    if (whole instanceof AnswerTooLarge) isFull = true;
    if (isFull || !article || whole === null || whole === undefined || whole instanceof AnswerTooLarge) return !isFull;
    isFull = !room.hold(article, bytesOf(whole, asked, context));
    return !isFull;
  });
}

/** How often a field asks for the words of each of its articles; null where it does not. @param steps from the field to the articles */
export function wordsAskedFor(info: GraphQLResolveInfo, steps: readonly string[] = []): Asked | null {
  const asked = askedOf(selectedBelow(info, steps));
  return asked.blocks > 0 || asked.quotations > 0 ? asked : null;
}
