import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { CORS } from '../config.ts';

/**
 * What pages of any other site may ask and read. Nothing here knows a reader by what a browser sends of itself: there are no cookies, and tokens are set by
 * the page. So everybody may ask, and `*` is one answer for all, which caches keep once.
 */

const ANY_ORIGIN = { 'access-control-allow-origin': '*' };

/** A day, in seconds. Firefox keeps it as long, Chromium two hours. */
const KEPT = 24 * 60 * 60;

/** What a browser is answered that asks whether it may ask. Always the same. */
export function preflight(): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: 204,
    headers: {
      allow: 'GET, POST, OPTIONS',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': CORS.maySend.join(', '),
      'access-control-max-age': String(KEPT),
      'cache-control': `public, max-age=${KEPT}`,
    },
  };
}

/** An answer that pages of any site may read. */
export function forAnyOrigin(answer: APIGatewayProxyStructuredResultV2): APIGatewayProxyStructuredResultV2 {
  return { ...answer, headers: { ...answer.headers, ...ANY_ORIGIN, 'access-control-expose-headers': CORS.mayRead.join(', ') } };
}
