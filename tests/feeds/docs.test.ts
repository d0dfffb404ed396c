import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInstant } from '../../lambda/domain/instant.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { FEED_ROUTES } from '../../lambda/local/service.ts';
import { expectXml, parseSitemap } from '../support/feeds.ts';
import { askHandler } from '../support/graphql.ts';
import { ingestSamples } from '../support/samples.ts';
import { startLocalTable } from '../support/table.ts';

const PAGE = readFileSync(`${import.meta.dirname}/../../docs/feeds.md`, 'utf8');
const blocks = [...PAGE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = '']) => lines);

const scope = new AsyncDisposableStack();
let url: string;
beforeAll(async () => {
  const local = scope.use(await startLocalTable());
  await askHandler(local); // sets what the functions read
  await ingestSamples(local.table, parseInstant('2026-11-24T00:00:00Z', 'test'));
  const { handler } = await import('../../lambda/feeds/handler.ts');
  const functions = Object.fromEntries(FEED_ROUTES.map((route) => [route, handler]));
  ({ url } = scope.use(await startGateway({ functions, port: 0 })));
}, 120_000);
afterAll(() => scope.disposeAsync());

/** What each `curl` that shows something writes, with the lines before it that it needs. */
async function shown(block: string): Promise<string[]> {
  const lines = block.trim().split('\n');
  const before = lines.filter((line) => !line.startsWith('curl'));
  const answers = lines.filter((line) => line.startsWith('curl'));
  return Promise.all(
    answers.map(async (line) => {
      const script = [...before, line].join('\n').replaceAll('http://127.0.0.1:4000', url);
      return (await promisify(execFile)('sh', ['-ec', script])).stdout;
    }),
  );
}

describe('docs/feeds.md', () => {
  it('shows requests that are answered with what it says', async () => {
    expect(blocks).toHaveLength(3);
    const [rss = '', atom = '', index = ''] = await shown(blocks[0] ?? '');
    for (const xml of [rss, atom]) expectXml(xml);
    expect([rss.includes('<rss '), atom.includes('<feed ')]).toEqual([true, true]);
    expect(parseSitemap(index, 'sitemapindex').sitemap?.[0]?.loc).toMatch(/\/sitemaps\/\d{4}-\d\d-[123]\.xml$/);

    const [jsonLd = '', ninjs = ''] = await shown(blocks[1] ?? '');
    expect(JSON.parse(jsonLd)).toMatchObject({ '@context': 'https://schema.org', headline: expect.stringMatching(/\S/) });
    expect(JSON.parse(ninjs)).toMatchObject({ standard: { name: 'ninjs', version: '3.0' } });

    expect(await shown(blocks[2] ?? '')).toEqual(['304']);
  });
});
