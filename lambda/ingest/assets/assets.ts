import type { AssetsConfig } from '../../config.ts';
import { assetName, parseAssetId } from '../../domain/asset.ts';
import { type Fault, Refused } from '../../domain/fault.ts';
import { type AssetBucket, openAssetBucket } from '../../store/asset-bucket.ts';

/** The files of all sources: where they are kept, and how they are called. */
export type Assets = {
  bucket: AssetBucket;
  /** @param id as `parseAssetId` has it */
  nameOf(source: string, id: string): string;
  /** Where the public reads the file of that name. */
  addressOf(name: string): string;
};

export function openAssets(config: AssetsConfig): Assets {
  return {
    bucket: openAssetBucket(config),
    nameOf: (source, id) => assetName(config.secret, source, id),
    addressOf: (name) => `${config.url}/${name}`,
  };
}

/** Files that a document names, and that were not sent before it. */
export class AssetsMissing extends Refused {}

/** How many files are looked for at once. */
const AT_ONCE = 16;

/** The files that one document names. Their addresses follow from their ids; that they are there is asked before anything of the document is stored. */
export class NamedAssets {
  readonly #assets: Assets;
  readonly #source: string;
  /** Names by id. */
  readonly #named = new Map<string, string>();
  readonly #faults: Fault[] = [];

  constructor(assets: Assets, source: string) {
    this.#assets = assets;
    this.#source = source;
  }

  /** Where the public will read a file; null when the id can be none, which {@link expectAll} says. */
  addressOf(id: string): string | null {
    try {
      const parsed = parseAssetId(id, 'media');
      const name = this.#assets.nameOf(this.#source, parsed);
      this.#named.set(parsed, name);
      return this.#assets.addressOf(name);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#faults.push(...error.faults);
      return null;
    }
  }

  /**
   * One call for each file.
   * @throws {AssetsMissing} naming all that are not there
   */
  async expectAll(deadline?: AbortSignal): Promise<void> {
    const named = [...this.#named];
    const faults = [...this.#faults];
    for (let from = 0; from < named.length; from += AT_ONCE) {
      const looks = named
        .slice(from, from + AT_ONCE)
        .map(async ([id, name]) => ({ id, found: await this.#assets.bucket.find(name, deadline) }));
      for (const { id, found } of await Promise.all(looks))
        if (found === null) faults.push({ place: 'media', reason: `"${id}" was not sent to /ingest/assets before this document` });
    }
    if (faults.length > 0) throw new AssetsMissing(faults);
  }
}
