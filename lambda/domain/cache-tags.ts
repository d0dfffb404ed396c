import { type ArticleId, digest } from './identity.ts';

/**
 * What a cached answer is marked with, so that it can be purged: the read side writes these, the events side purges by them. CloudFront takes visible
 * ASCII without commas, at most 256 characters, does not tell capitals apart, and keeps the first fifty tags of an answer.
 * @see Amazon CloudFront Developer Guide, "What you need to know when invalidating tags"
 */

/** On every answer that shows words of the article: its page, and each list or front that it stands in. */
export function articleTag(id: ArticleId): string {
  return `article:${id}`;
}

/** On every answer that holds more articles than can be named. Purged with each withdrawal, which must not miss one. */
export const CROWDED = 'crowded';

/** On the answers that show a list from its top. @param partition as `LIST` of `listings.ts` makes it */
export function listTag(partition: string): string {
  const [kind = '', ...name] = partition.split('#');
  return name.length === 0 ? kind.toLowerCase() : tagOf(kind.toLowerCase(), name.join('#'));
}

export function frontTag(slug: string): string {
  return tagOf('front', slug);
}

export function conceptTag(id: string): string {
  return tagOf('concept', id);
}

/** Names in other scripts or very long ones are told by their digest. */
function tagOf(kind: string, name: string): string {
  return `${kind}:${/^[a-z0-9/_-]{1,100}$/i.test(name) ? name : digest(name)}`;
}
