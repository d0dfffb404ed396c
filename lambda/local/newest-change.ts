import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When the last of some files was changed; milliseconds since 1970. What was built before then is out of date.
 * @param paths of files, and of folders with all that is below them; `package-lock.json` belongs to everything that is built
 */
export function newestChange(root: string, paths: readonly string[]): number {
  const files = paths.flatMap((path) => {
    const whole = join(root, path);
    if (statSync(whole).isFile()) return [whole];
    const below = readdirSync(whole, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return below.map(({ parentPath, name }) => join(parentPath, name));
  });
  return Math.max(...[...files, join(root, 'package-lock.json')].map((file) => statSync(file).mtimeMs));
}
