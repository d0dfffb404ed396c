import { partId } from '../../domain/identity.ts';
import type { QuotationResolvers } from '../../generated/graphql.ts';

export const Quotation: Pick<QuotationResolvers, 'id' | 'blockId' | 'isPartOf'> = {
  id: ({ article, key }) => partId('q', article.id, key),
  blockId: ({ article, blockKey }) => (blockKey === null ? null : partId('b', article.id, blockKey)),
  isPartOf: ({ article }) => article,
};
