import { mkdtempDisposableSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Metafile } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { BUNDLES, type BundleName, buildBundle, packagesTwice } from '../../build.ts';

describe('a bundle', () => {
  it.each(Object.keys(BUNDLES) as BundleName[])('of %s has the same bytes each time it is built', async (name) => {
    using one = mkdtempDisposableSync(`${tmpdir()}/bundle-`);
    using other = mkdtempDisposableSync(`${tmpdir()}/bundle-`);
    await buildBundle(name, one.path);
    await buildBundle(name, other.path);

    const files = readdirSync(one.path);
    expect(files.sort()).toEqual(['index.mjs', 'index.mjs.map']);
    for (const file of files) expect(readFileSync(`${one.path}/${file}`).equals(readFileSync(`${other.path}/${file}`))).toBe(true);
  });
});

describe('the bundles', () => {
  it('hold each what its function needs: one GraphQL, no write side beside the read side, and AWS clients only where they are called', async () => {
    const PARTS = [
      'graphql/execution',
      '@apollo/server',
      'parse5',
      '@aws-sdk/client-dynamodb',
      '@aws-sdk/client-eventbridge',
      '@aws-sdk/client-cloudfront',
      '@aws-sdk/client-secrets-manager',
      '@aws-sdk/client-lambda',
      '@aws-sdk/client-codedeploy',
    ];
    const held: Record<string, string[]> = {};
    for (const name of Object.keys(BUNDLES) as BundleName[]) {
      using folder = mkdtempDisposableSync(`${tmpdir()}/bundle-`);
      await buildBundle(name, folder.path);
      const { sources } = JSON.parse(readFileSync(`${folder.path}/index.mjs.map`, 'utf8')) as { sources: string[] };
      held[name] = PARTS.filter((part) => sources.some((source) => source.includes(`node_modules/${part}/`)));
      expect(sources.some((source) => source.endsWith(BUNDLES[name]))).toBe(true);
    }
    expect(held).toEqual({
      graphql: ['graphql/execution', '@apollo/server', '@aws-sdk/client-dynamodb', '@aws-sdk/client-secrets-manager'],
      ingest: ['parse5', '@aws-sdk/client-dynamodb', '@aws-sdk/client-secrets-manager'],
      feeds: ['@aws-sdk/client-dynamodb', '@aws-sdk/client-secrets-manager'],
      events: ['@aws-sdk/client-dynamodb', '@aws-sdk/client-eventbridge', '@aws-sdk/client-cloudfront'],
      preview: ['@aws-sdk/client-secrets-manager'],
      deployment: ['@aws-sdk/client-secrets-manager', '@aws-sdk/client-lambda', '@aws-sdk/client-codedeploy'],
    });
  });
});

describe('the search for packages that are there twice', () => {
  it('finds one package in two folders', () => {
    const inputs = { 'node_modules/graphql/index.mjs': 'esm', 'node_modules/other/node_modules/graphql/index.mjs': 'esm' } as const;
    expect(packagesTwice(metafileOf(inputs))).toEqual(['node_modules/graphql (esm) and node_modules/other/node_modules/graphql (esm)']);
  });

  it('finds one package in two module systems', () => {
    const inputs = {
      'node_modules/@apollo/server/dist/esm/index.js': 'esm',
      'node_modules/@apollo/server/dist/cjs/index.js': 'cjs',
    } as const;
    expect(packagesTwice(metafileOf(inputs))).toEqual(['node_modules/@apollo/server (cjs) and node_modules/@apollo/server (esm)']);
  });

  it('is content with many files of one copy, and with other packages of a similar name', () => {
    const inputs = {
      'node_modules/graphql/index.mjs': 'esm',
      'node_modules/graphql/type/schema.mjs': 'esm',
      'node_modules/graphql-tag/index.js': 'cjs',
    } as const;
    expect(packagesTwice(metafileOf(inputs))).toEqual([]);
  });
});

function metafileOf(formats: Record<string, 'esm' | 'cjs'>): Metafile {
  return {
    inputs: Object.fromEntries(Object.entries(formats).map(([path, format]) => [path, { bytes: 1, imports: [], format }])),
    outputs: {},
  };
}
