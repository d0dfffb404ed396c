import { articleTag } from '../domain/cache-tags.ts';
import { type Exported, jsonLdOf, NEWEST_POSTS } from '../domain/exports/json-ld.ts';
import { type NinjsVersion, ninjsOf } from '../domain/exports/ninjs.ts';
import { isArticleId } from '../domain/identity.ts';
import { latest } from '../domain/instant.ts';
import { readablePart, readablePost } from '../domain/paywall.ts';
import { readArticleAt } from '../store/article-reads.ts';
import { listPosts } from '../store/live-post-reads.ts';
import type { Found, Reading } from './reading.ts';

/** The article in schema.org's words, as `jsonLd` of the API has it. One call; one more for the posts of a live blog. */
export function jsonLdAt(reading: Reading, id: string): Promise<Found> {
  return exportedAt(reading, id, NEWEST_POSTS, (exported) => ({ contentType: 'application/ld+json', body: jsonLdOf(exported) }));
}

/** The article as ninjs, as the field of that name has it. One call. */
export function ninjsAt(reading: Reading, id: string, version: NinjsVersion): Promise<Found> {
  return exportedAt(reading, id, 0, (exported) => ({ contentType: 'application/json', body: ninjsOf(exported, version) }));
}

async function exportedAt(
  { table, site, clock }: Reading,
  id: string,
  first: number,
  write: (exported: Exported) => { contentType: string; body: string },
): Promise<Found> {
  if (!isArticleId(id)) return null;
  const found = await readArticleAt(table, id, clock, { withBody: true });
  if (found === null) return null;
  if ('tombstone' in found) return 'GONE';
  const { head, body } = found;
  if (body === null) throw new Error(`The body of ${id} was asked for and did not come`);
  const { edges } = head.liveBlog && first > 0 ? await listPosts(table, head, clock, { first }) : { edges: [] };
  const posts = edges.map(({ node }) => readablePost(head, node, 'FREE'));
  const [newest] = posts;
  return {
    ...write({ site, head, part: readablePart(head, body, 'FREE'), posts }),
    ...{ tags: [articleTag(id)], ends: head.until },
    began: newest ? posts.reduce((last, { datePublished }) => latest(last, datePublished), newest.datePublished) : null,
  };
}
