import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { openAssets } from '../../lambda/ingest/assets/assets.ts';
import { FORMATS } from '../../lambda/ingest/formats.ts';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { answerPush } from '../../lambda/ingest/push.ts';
import { lookToken } from '../../lambda/ingest/signature.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { aPicture } from '../support/files.ts';
import { startLocalTable } from '../support/table.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/integrate.md'), 'utf8');

it.each<[section: string, article: object]>([
  ['Signing a push', { uri: 'first-story', outcome: 'ACCEPTED', path: '/world/häfen' }],
  ['Your own CMS', { uri: 'urn:sound:1', outcome: 'ACCEPTED', path: '/world/ferry-leaves' }],
])('the shell lines of docs/integrate.md under "%s" sign and push a story', async (section, article) => {
  const [, lines = ''] = new RegExp(`## ${section}[\\s\\S]*?\`\`\`sh\\n([\\s\\S]*?)\`\`\``).exec(PAGE) ?? [];
  await using local = await startLocalTable();
  const keys = parseIngestKeys('[{"source": "local", "secret": "a key of this test"}]');
  const desk = (event: unknown) => answerPush(event, { table: local.table, keys, log: () => {}, now: Date.now() });
  await using gateway = await startGateway({ functions: { 'POST /ingest/{format}': desk }, port: 0 });
  using folder = mkdtempDisposableSync(`${tmpdir()}/integrate-`);
  mkdirSync(join(folder.path, '.broadsheet'));
  writeFileSync(join(folder.path, '.broadsheet/ingest-key'), 'a key of this test');
  writeFileSync(join(folder.path, 'story.md'), '# Häfen\n\nWords.\n');

  const { stdout } = await promisify(execFile)('sh', ['-ec', lines.replace('http://127.0.0.1:4000', gateway.url)], { cwd: folder.path });
  expect(JSON.parse(stdout)).toMatchObject({ articles: [article] });
});

it('the shell lines of docs/integrate.md sign and send a file, and make the password for Superdesk', async () => {
  const [, lines = ''] = /## Files[\s\S]*?```sh\n([\s\S]*?)```/.exec(PAGE) ?? [];
  await using local = await startLocalTable();
  using folder = mkdtempDisposableSync(`${tmpdir()}/integrate-`);
  const keys = parseIngestKeys('[{"source": "local", "secret": "a key of this test"}]');
  const assets = openAssets({
    bucket: pathToFileURL(`${folder.path}/kept`).href,
    url: 'http://media.example',
    secret: 's'.repeat(32),
    endpoint: undefined,
  });
  const desk = (event: unknown) => answerPush(event, { table: local.table, assets, keys, log: () => {}, now: Date.now() });
  await using gateway = await startGateway({ functions: { 'POST /ingest/assets/{id+}': desk }, port: 0 });
  mkdirSync(join(folder.path, '.broadsheet'));
  writeFileSync(join(folder.path, '.broadsheet/ingest-key'), 'a key of this test');
  writeFileSync(join(folder.path, 'weir.png'), aPicture());
  const run = promisify(execFile);

  const { stdout } = await run('sh', ['-ec', lines.replace('http://127.0.0.1:4000', gateway.url)], { cwd: folder.path });
  expect(JSON.parse(stdout)).toMatchObject({ asset: { id: 'weir-2026.png', outcome: 'ACCEPTED', type: 'image/png' } });

  const [, password = ''] = /## Superdesk[\s\S]*?```sh\n([\s\S]*?)```/.exec(PAGE) ?? [];
  const made = await run('sh', ['-ec', password], { env: { ...process.env, SECRET: 'a key of this test' } });
  expect(made.stdout.trim()).toBe(lookToken('a key of this test'));
});

it('every format has its row in docs/integrate.md, with the endings of its files', () => {
  for (const { name, extensions } of FORMATS)
    expect(PAGE).toContain(`| \`${name}\` | ${extensions.map((extension) => `\`${extension}\``).join(', ')} |`);
});

/** The keys of a table, with what becomes of each. */
function tableOf(head: string): Map<string, string> {
  const rows = (PAGE.split(`| ${head} | | |`)[1] ?? '').split('\n\n')[0]?.split('\n') ?? [];
  return new Map(
    rows
      .filter((row) => row.startsWith('| `'))
      .flatMap((row) => {
        const [keys = '', fate = ''] = row.slice(2).split(' | ');
        return [...keys.matchAll(/`([^`]+)`/g)].map(([, key = '']): [string, string] => [key, fate]);
      }),
  );
}

const source = (...names: string[]) =>
  names.map((name) => readFileSync(join(import.meta.dirname, `../../lambda/ingest/formats/${name}.ts`), 'utf8')).join('\n');
const matchesIn = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, key = '']) => key))];

describe('the keys of WordPress in docs/integrate.md', () => {
  const post = tableOf('key of a post');
  const element = tableOf('element of an export');
  /** `sizes` and what stands inside, and `rendered`, are told with the key that holds them. */
  const INSIDE = /^(?:sizes|width|height|rendered|mime_type|source_url)$/;

  it('are those that the reader of posts asks for, and no others are kept or read', () => {
    const asked = matchesIn(
      source('wordpress-rest'),
      /(?:\.(?:text|mapping|lists?|flag|number|wholeNumber)|(?:wordsOf|dateOf)\(\w+,? ?)\(?'([\w:]+)'/g,
    );
    const last = (key: string) => key.split('.').at(-1) ?? '';
    const told = [...post].filter(([, fate]) => fate !== 'left').map(([key]) => last(key));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((key) => !told.includes(key) && !INSIDE.test(key))).toEqual([]);
    expect(told.filter((key) => !asked.includes(key.replace(/_gmt$/, '')) && key !== 'gmt_offset')).toEqual([]);
  });

  it('are those that the reader of exports asks for, and no others are kept or read', () => {
    const code = source('wordpress-wxr', 'wordpress-facts');
    const asked = matchesIn(code, /'((?:(?:wp|dc|content|excerpt):\w+)|title|link|guid|pubDate|category|language|item)'/g);
    const told = [...element].filter(([, fate]) => fate !== 'left').map(([key]) => key);
    expect(asked.length).toBeGreaterThan(25);
    expect(asked.filter((key) => !told.includes(key))).toEqual([]);
    expect(told.filter((key) => !asked.includes(key) && !/^wp:(?:wp_)?author$/.test(key))).toEqual([]);
  });

  const shared = join(import.meta.dirname, '../../../shared/data');
  it.skipIf(!existsSync(shared))('speak of every key of the files beside the repository (skipped where there are none)', () => {
    const files = globSync('wordpress-rest/post-{type,archive}/*.json', { cwd: shared });
    const keys = files.flatMap((file) => keysOf(JSON.parse(readFileSync(join(shared, file), 'utf8'))));
    expect(files.length).toBeGreaterThan(3);
    expect([...new Set(keys)].filter((key) => !post.has(key))).toEqual([]);

    const exports = globSync('wordpress-wxr/*.xml', { cwd: shared });
    expect(exports.length).toBeGreaterThan(8);
    for (const file of exports) {
      const xml = readFileSync(join(shared, file), 'utf8').replace(/<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->/g, '');
      const elements = matchesIn(xml, /<([a-zA-Z]\w*(?::\w+)?)[\s>/]/g);
      expect(elements.filter((name) => !element.has(name) && name !== 'rss' && name !== 'channel')).toEqual([]);
    }
  });
});

function keysOf(value: unknown, before = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((entry) => keysOf(entry, before));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [before + key, ...keysOf(inner, `${before + key}.`)]);
}
