import type { ConceptRef } from '../domain/concept.ts';
import type { ListedArticle } from '../domain/teaser.ts';
import type { Head, Tombstone } from '../domain/version.ts';
import type { LivePostOf, QuotationOf } from './parts.ts';

/** Anything that a node's id can lead to. */
export type ReadNode = ListedArticle | ConceptRef | QuotationOf | LivePostOf;

/** Moved and withdrawn are values of the graph, not errors. */
export function movedArticle({ id, path }: Head) {
  return { __typename: 'MovedArticle', articleId: id, path } as const;
}

export function withdrawnArticle({ id, reason, availableFrom }: Tombstone) {
  return { __typename: 'WithdrawnArticle', articleId: id, reason, withdrawnAt: availableFrom } as const;
}

/** The GraphQL type of what a node's id led to. */
export function typeOfNode(node: ReadNode): ConceptRef['kind'] | 'NewsArticle' | 'Quotation' | 'LivePost' {
  if ('kind' in node) return node.kind;
  if ('isTruncated' in node) return 'LivePost';
  return 'article' in node ? 'Quotation' : 'NewsArticle';
}
