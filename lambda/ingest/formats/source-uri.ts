/** Parameters that change whenever the same document is fetched: tokens of AP's API, signatures and sessions, and marks of campaigns. */
const VOLATILE = /^(?:qt|et|token|sig|signature|expires|session|sessionid|jsessionid|utm_\w+|x-amz-[\w-]+|fbclid|gclid)$/i;

/**
 * What a source calls an article, without what changes from one fetch to the next. Only addresses of the web lose anything, and of them only
 * parameters that are known to change: `?p=123` is the whole identity of a post of WordPress, and two articles that fall together are worse than
 * one that comes twice.
 */
export function stableUri(uri: string): string {
  if (!/^https?:\/\//i.test(uri)) return uri;
  const [whole = '', fragment] = uri.split(/(?=#)/, 2);
  const [place = '', ...rest] = whole.split('?');
  if (rest.length === 0) return uri;
  const kept = rest
    .join('?')
    .split('&')
    .filter((pair) => !VOLATILE.test(pair.split('=')[0] ?? ''));
  return `${place}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment ?? ''}`;
}
