/** Bundles the Lambda functions into dist/<name>/index.mjs, ready to deploy: everything in one file, source map beside it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Metafile } from 'esbuild';

/** Every function that is deployed: name of its folder in dist/ -> its entry, which exports `handler`. */
export const BUNDLES = {
  graphql: 'lambda/graphql/handler.ts',
  ingest: 'lambda/ingest/handler.ts',
  events: 'lambda/events/handler.ts',
  deployment: 'lambda/deployment/handler.ts',
  feeds: 'lambda/feeds/handler.ts',
  preview: 'lambda/preview/handler.ts',
} as const;

export type BundleName = keyof typeof BUNDLES;

/** Packages that break when two copies of them meet: both know their own objects by class. */
const SINGLE_PACKAGES = ['graphql', '@apollo/server'];

/**
 * Writes one bundle, index.mjs and its source map, to a folder of its own. The same sources give the same bytes.
 * @returns bytes of the code, raw and as gzip sends it
 * @throws {Error} when a package that must be single is in the bundle twice; nothing is written then
 */
export async function buildBundle(
  name: BundleName,
  folder = `${import.meta.dirname}/dist/${name}`,
): Promise<{ raw: number; gzip: number }> {
  rmSync(folder, { recursive: true, force: true });
  const { metafile, outputFiles } = await build({
    absWorkingDir: import.meta.dirname,
    entryPoints: [BUNDLES[name]],
    outfile: `${folder}/index.mjs`,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // The Lambda integration is CommonJS and would bring a second Apollo Server along. A folder, so that subpaths follow.
    alias: { '@apollo/server': './node_modules/@apollo/server/dist/esm' },
    // Bundled CommonJS calls require for Node's own modules, and an ES module has none.
    banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
    write: false,
  });
  const twice = packagesTwice(metafile);
  if (twice.length > 0) throw new Error(`The bundle ${name} would hold two copies of a package: ${twice.join('; ')}`);
  mkdirSync(folder, { recursive: true });
  for (const { path, contents } of outputFiles) writeFileSync(`${folder}/${basename(path)}`, contents);
  const code = outputFiles.find(({ path }) => path.endsWith('.mjs'))?.contents ?? new Uint8Array();
  return { raw: code.length, gzip: gzipSync(code).length };
}

/** Copies of {@link SINGLE_PACKAGES} in a bundle, where there are several: another folder, or the same code as CommonJS and as ES modules. */
export function packagesTwice(metafile: Metafile): string[] {
  return SINGLE_PACKAGES.flatMap((single) => {
    const copies = new Set<string>();
    for (const [path, { format, bytes }] of Object.entries(metafile.inputs)) {
      const end = path.lastIndexOf(`node_modules/${single}/`);
      if (end >= 0 && bytes > 0) copies.add(`${path.slice(0, end)}node_modules/${single} (${format})`);
    }
    return copies.size > 1 ? [[...copies].sort().join(' and ')] : [];
  });
}

if (import.meta.main) {
  for (const name of Object.keys(BUNDLES) as BundleName[]) {
    const { raw, gzip } = await buildBundle(name);
    console.log(`dist/${name}/index.mjs  ${Math.round(raw / 1024)} KB, ${Math.round(gzip / 1024)} KB as gzip`);
  }
}
