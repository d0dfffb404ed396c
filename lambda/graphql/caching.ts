import type { ApolloServerPlugin } from '@apollo/server';
import { HEADERS } from '../config.ts';
import { lifetimeOf, NOT_KEPT } from '../domain/lifetime.ts';
import { PREVIEW_HEADER } from '../preview-token.ts';
import { type Policy, policyOf } from './caching-policy.ts';
import type { RequestContext } from './context.ts';
import { READER_HEADER } from './reader-token.ts';

/** What an answer depends on besides its address. */
const VARY = ['accept', READER_HEADER, PREVIEW_HEADER].join(', ');

/**
 * Says of each answer how long it lives and what it is purged by. Only a whole answer to GET that everybody may read is kept: no error, nothing that
 * is left out because something failed, nothing for who has paid or looks ahead. Every other answer is kept nowhere.
 */
export const CACHED: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    async willSendResponse({ schema, document, contextValue, request, response }) {
      const { access, clock, mended, preview, shown, wallClock } = contextValue;
      const { headers, status = 200 } = response.http;
      headers.set('cache-control', NOT_KEPT);
      if (request.http?.method !== 'GET') return;
      headers.set('vary', VARY);
      if (response.body.kind !== 'single' || document === undefined) return;
      const { data, errors = [] } = response.body.singleResult;
      if (status !== 200 || !data || errors.length > 0 || mended.length > 0 || access !== 'FREE' || preview) return;
      const { seconds, pages } = policyOf(schema, document);
      const isEmpty = lacksRoot(data, pages);
      headers.set('cache-control', lifetimeOf({ readAt: clock, sentAt: wallClock(), seconds, ends: shown.ends, isEmpty }));
      const { tags } = shown;
      if (tags.length > 0) headers.set(HEADERS.cacheTag, tags.join(','));
    },
  }),
};

/** Whether a field of the root is null, a list that is empty or has gaps, or a page on which nothing is to be seen. */
function lacksRoot(data: Record<string, unknown>, pages: Policy['pages']): boolean {
  return Object.entries(data).some(([name, value]) => {
    if (value === null) return true;
    if (Array.isArray(value)) return value.length === 0 || value.includes(null);
    return pages.has(name) && !Object.values(value as object).some((part) => Array.isArray(part) && part.length > 0);
  });
}
