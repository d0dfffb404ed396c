import type { AssetFacts } from '../domain/asset.ts';
import { openAssetFolder } from './asset-folder.ts';

/** Where files are kept that sources send. Nothing is ever written twice under one name, and nobody is told what there is. */
export type AssetBucket = {
  /**
   * What is known of the file of that name, or null. One call.
   * @throws whatever the bucket throws when it does not answer
   */
  find(name: string, deadline?: AbortSignal): Promise<AssetFacts | null>;
  /**
   * Writes a file unless one of that name is there. One call, and one more when it is.
   * @returns null when it was written, else what is there
   * @throws whatever the bucket throws when it does not answer; the same file may then be sent again
   */
  keep(name: string, bytes: Uint8Array, facts: AssetFacts, deadline?: AbortSignal): Promise<AssetFacts | null>;
};

/**
 * Opens a bucket.
 * @param bucket its name, or `file://…`: a folder of this machine
 * @param endpoint where S3 answers; AWS when undefined
 */
export function openAssetBucket({ bucket, endpoint }: { bucket: string; endpoint?: string | undefined }): AssetBucket {
  if (bucket.startsWith('file://')) return openAssetFolder(new URL(bucket));
  // Most pushes bring no file: the client of S3 is made when the first one does.
  let opened: Promise<AssetBucket> | null = null;
  const open = () => (opened ??= import('./asset-bucket-s3.ts').then(({ openS3Bucket }) => openS3Bucket(bucket, endpoint)));
  return {
    find: async (...asked) => (await open()).find(...asked),
    keep: async (...sent) => (await open()).keep(...sent),
  };
}

/** What a bucket that would not write says is there. @throws {Error} when it is not there any more: somebody takes files away, and it may be sent again */
export function there(facts: AssetFacts | null): AssetFacts {
  if (facts === null) throw new Error('A file was there and is not any more');
  return facts;
}
