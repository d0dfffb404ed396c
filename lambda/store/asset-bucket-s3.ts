import { HeadObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { AssetFacts } from '../domain/asset.ts';
import { type AssetBucket, there } from './asset-bucket.ts';
import { retries } from './retries.ts';

/** How long one attempt may take to connect, and to be answered: 4 MB go in within a second, and an attempt that is given up does no harm. */
const CONNECT_MS = 1_000;
const ANSWER_MS = 5_000;

/** A name never gets other bytes: whoever has the file has it for good. A year is as long as caches promise. */
const CACHE_CONTROL = 'public, max-age=31536000, immutable';

/**
 * A bucket of S3. Whoever calls may put, head and list: without `s3:ListBucket` S3 answers 403 for what is not there, which is no answer to the question.
 * @param endpoint where S3 answers, buckets as paths; AWS when undefined
 */
export function openS3Bucket(bucket: string, endpoint?: string): AssetBucket {
  const client = new S3Client({
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    retryStrategy: retries(() => {}), // what is counted are DynamoDB's
    requestHandler: { connectionTimeout: CONNECT_MS, requestTimeout: ANSWER_MS, throwOnRequestTimeout: true },
  });
  const within = (deadline?: AbortSignal) => (deadline ? { abortSignal: deadline } : {});
  const find: AssetBucket['find'] = async (name, deadline) => {
    try {
      return factsIn(await client.send(new HeadObjectCommand({ Bucket: bucket, Key: name }), within(deadline)));
    } catch (error) {
      if (statusOf(error) === 404) return null;
      throw error;
    }
  };
  return {
    find,
    async keep(name, bytes, { type, sha256 }, deadline) {
      const file = { Bucket: bucket, Key: name, Body: bytes, ContentType: type, CacheControl: CACHE_CONTROL, Metadata: { sha256 } };
      try {
        await client.send(new PutObjectCommand({ ...file, IfNoneMatch: '*' }), within(deadline));
        return null;
      } catch (error) {
        if (statusOf(error) !== 412) throw error;
        return there(await find(name, deadline));
      }
    },
  };
}

function factsIn(head: { ContentType?: string; ContentLength?: number; Metadata?: Record<string, string> }): AssetFacts {
  return { type: head.ContentType ?? '', size: head.ContentLength ?? 0, sha256: head.Metadata?.sha256 ?? '' };
}

function statusOf(error: unknown): number | undefined {
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
}
