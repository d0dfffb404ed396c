import type { ListedArticle, Teaser } from '../domain/teaser.ts';
import type { RelatedReason } from '../generated/graphql.ts';
import type { RequestContext } from './context.ts';

/** An article to read next, and why. */
export type Related = { reason: RelatedReason; label: string | null; article: Teaser };

/**
 * What to read after an article: what its source chose, then the newest of its series, then the newest about its first subject. One wave of three
 * calls at most, the same whatever can be read of what they name.
 */
export async function relatedTo(article: ListedArticle, first: number, { articles }: RequestContext): Promise<Related[] | null> {
  const head = await articles.headOf(article);
  if (head === null) return null;
  const { series, about, related } = head;
  const subject = about[0];
  const enough = { first: first + related.length + 1 }; // itself and those already chosen may stand in the lists too
  const [chosen, ofSeries, ofSubject] = await Promise.all([
    articles.teasersOf(related.map(({ article: id }) => id)),
    series && articles.inSeries(series.slug, enough),
    subject && articles.about(subject.id, enough),
  ]);
  const candidates: (Omit<Related, 'article'> & { article: Teaser | null })[] = [
    ...related.map(({ label, rewrites }, place) => ({
      reason: rewrites ? ('REWRITES' as const) : ('CHOSEN' as const),
      label,
      article: chosen[place] ?? null,
    })),
    ...(ofSeries?.edges ?? []).map(({ node }) => ({ reason: 'SAME_SERIES' as const, label: series?.name ?? null, article: node })),
    ...(ofSubject?.edges ?? []).map(({ node }) => ({ reason: 'SAME_SUBJECT' as const, label: subject?.name ?? null, article: node })),
  ];
  const seen = new Set<string>([article.id]);
  const shown: Related[] = [];
  for (const candidate of candidates) {
    if (candidate.article === null || seen.has(candidate.article.id) || shown.length === first) continue;
    seen.add(candidate.article.id);
    shown.push({ ...candidate, article: candidate.article });
  }
  return shown;
}
