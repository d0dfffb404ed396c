import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsOf, isAssetName } from '../domain/asset.ts';
import { type AssetBucket, there } from './asset-bucket.ts';

/** A folder in place of a bucket: each file under its name, and nothing beside it. Made when the first file comes. */
export function openAssetFolder(place: URL): AssetBucket {
  const folder = fileURLToPath(place);
  const find: AssetBucket['find'] = async (name) => {
    const bytes = await readAsset(folder, name);
    return bytes && factsOf(bytes);
  };
  return {
    find,
    async keep(name, bytes) {
      await mkdir(folder, { recursive: true });
      const file = join(folder, `.${randomUUID()}`);
      await writeFile(file, bytes, { flag: 'wx' });
      try {
        await link(file, join(folder, name)); // a file has its name whole or not at all, and the first one keeps it
        return null;
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        return there(await find(name));
      } finally {
        await unlink(file);
      }
    },
  };
}

/** The bytes of a file; null when there is none of that name, or when it can be none. */
export async function readAsset(folder: string, name: string): Promise<Uint8Array | null> {
  if (!isAssetName(name)) return null;
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
