import { mediaTypeOf } from '../domain/asset.ts';
import { readAsset } from '../store/asset-folder.ts';
import type { HttpHandler } from './gateway.ts';

/** What a CDN in front of the bucket says of each file: it never changes, and a browser neither guesses another type nor runs anything in it. */
const HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};

/** Serves the files that sources have sent, as `GET /assets/{name}`. */
export function assetFiles(folder: string): HttpHandler {
  return async ({ pathParameters }) => {
    const bytes = await readAsset(folder, pathParameters?.name ?? '');
    if (bytes === null) return { statusCode: 404, headers: { 'content-type': 'text/plain' }, body: 'There is no such file' };
    const type = mediaTypeOf(bytes) ?? 'application/octet-stream';
    return {
      statusCode: 200,
      headers: { ...HEADERS, 'content-type': type },
      body: Buffer.from(bytes).toString('base64'),
      isBase64Encoded: true,
    };
  };
}
