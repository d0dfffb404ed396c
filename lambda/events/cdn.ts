import { CloudFrontClient, CreateInvalidationCommand } from '@aws-sdk/client-cloudfront';
import type { ArticleId } from '../domain/identity.ts';

/** The caches between the service and its readers. */
export type Cdn = {
  /**
   * Drops every cached answer that has one of the tags. @param reference the same for the same purge: a repetition does nothing more
   * @throws whatever keeps the CDN from taking the order
   */
  purge(tags: readonly string[], reference: string, deadline: AbortSignal): Promise<void>;
  /** Whether a reader behind the CDN finds the article gone; null where nobody looks. @throws when there is no answer to judge by */
  isGone: ((id: ArticleId, deadline: AbortSignal) => Promise<boolean>) | null;
};

const TIMEOUT_MS = 5_000;

/**
 * CloudFront, purged by tag. Without a distribution nothing is cached, and nothing is purged.
 * @param killCheck where to look for an article, see `readEventsConfig`
 */
export function openCdn({ distribution, killCheck }: { distribution: string | undefined; killCheck: string | undefined }): Cdn {
  const client =
    distribution === undefined
      ? null
      : new CloudFrontClient({
          requestHandler: { connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
        });
  return {
    async purge(tags, reference, abortSignal) {
      const Paths = { Quantity: tags.length, Items: tags.map((tag) => `#${tag}`) };
      const InvalidationBatch = { CallerReference: reference, Paths };
      await client?.send(new CreateInvalidationCommand({ DistributionId: distribution, InvalidationBatch }), { abortSignal });
    },
    isGone:
      killCheck === undefined
        ? null
        : async (id, deadline) => {
            const address = killCheck.replace(/\{id\}|%7Bid%7D/gi, encodeURIComponent(id));
            const signal = AbortSignal.any([deadline, AbortSignal.timeout(TIMEOUT_MS)]);
            const answer = await fetch(address, { headers: { 'content-type': 'application/json' }, signal });
            const { data } = (await answer.json()) as { data?: { article?: { __typename?: string } | null } };
            if (data?.article === undefined) throw new Error(`The answer, ${answer.status}, does not say what became of the article`);
            return data.article === null || data.article.__typename === 'WithdrawnArticle';
          },
  };
}
