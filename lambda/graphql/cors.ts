import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { PREVIEW_HEADER } from './preview-token.ts';
import { READER_HEADER } from './reader-token.ts';

/**
 * What pages of any other site may ask and read. Nothing here knows a reader by what a browser sends of itself: there are no cookies, and tokens are set by
 * the page. So everybody may ask, and `*` is one answer for all, which caches keep once.
 */

const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

/** Headers that a page may send besides those that every page may. The header of clients with a secret is not among them: a secret in a page is none. */
const MAY_SEND = [
  ...['accept', 'content-type', 'if-none-match'],
  ...['apollo-require-preflight', 'x-apollo-operation-name', 'apollographql-client-name', 'apollographql-client-version'],
  ...[READER_HEADER, PREVIEW_HEADER],
];

/** Headers that a page may read besides those that every page may. */
const MAY_READ = ['age', 'etag', 'retry-after', PREVIEW_HEADER];

/** A day, in seconds. Firefox keeps it as long, Chromium two hours. */
const KEPT = 24 * 60 * 60;

/** What a browser is answered that asks whether it may ask. Always the same. */
export function preflight(): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: 204,
    headers: {
      allow: 'GET, POST, OPTIONS',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': MAY_SEND.join(', '),
      'access-control-max-age': String(KEPT),
      'cache-control': `public, max-age=${KEPT}`,
    },
  };
}

/** An answer that pages of any site may read. */
export function forAnyOrigin(answer: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 {
  return { ...answer, headers: { ...answer.headers, ...ANY_ORIGIN, 'access-control-expose-headers': MAY_READ.join(', ') } };
}
