/**
 * Reads an export of `process.argv[2]` megabytes to its end, and says in JSON what came of it. A process of its own, with the switches of
 * `npm run ingest`: its memory is measured.
 */
import { wordpressWxr } from '../../../lambda/ingest/formats/wordpress-wxr.ts';
import { wordpressExport } from '../../support/wordpress-export.ts';

const bytes = Number(process.argv[2]) * 1024 * 1024;
const counts = { articles: 0, left: 0, refused: 0 };
for await (const piece of wordpressWxr.pieces?.(() => wordpressExport(bytes)) ?? []) {
  if ('left' in piece) counts.left += 1;
  else if ('faults' in piece) counts.refused += 1;
  else counts.articles += wordpressWxr.read({ bytes: piece.bytes, source: 'wire', uri: 'big.xml', wishes: {} }).length;
}
console.log(JSON.stringify({ ...counts, megabytes: process.resourceUsage().maxRSS / 1024 }));
