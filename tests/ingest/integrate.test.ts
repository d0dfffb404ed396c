import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempDisposableSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openAssets } from '../../lambda/ingest/assets/assets.ts';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { answerPush } from '../../lambda/ingest/push.ts';
import { lookToken } from '../../lambda/ingest/signature.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { aPicture } from '../support/files.ts';
import { startLocalTable } from '../support/table.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../docs/integrate.md'), 'utf8');

it('the shell lines of docs/integrate.md sign and push a story', async () => {
  const [, lines = ''] = /## Signing a push[\s\S]*?```sh\n([\s\S]*?)```/.exec(PAGE) ?? [];
  await using local = await startLocalTable();
  const keys = parseIngestKeys('[{"source": "local", "secret": "a key of this test"}]');
  const desk = (event: unknown) => answerPush(event, { table: local.table, keys, log: () => {}, now: Date.now() });
  await using gateway = await startGateway({ functions: { 'POST /ingest/{format}': desk }, port: 0 });
  using folder = mkdtempDisposableSync(`${tmpdir()}/integrate-`);
  mkdirSync(join(folder.path, '.broadsheet'));
  writeFileSync(join(folder.path, '.broadsheet/ingest-key'), 'a key of this test');
  writeFileSync(join(folder.path, 'story.md'), '# Häfen\n\nWords.\n');

  const { stdout } = await promisify(execFile)('sh', ['-ec', lines.replace('http://127.0.0.1:4000', gateway.url)], { cwd: folder.path });
  expect(JSON.parse(stdout)).toMatchObject({ articles: [{ uri: 'first-story', outcome: 'ACCEPTED', path: '/world/häfen' }] });
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
