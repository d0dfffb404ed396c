import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { ENTITY_KEYS } from '../../../lambda/graphql/subgraph-sdl.ts';
import { startGateway } from '../../../lambda/local/gateway.ts';
import { pushArticle } from '../../../lambda/store/article-writes.ts';
import { temporaryFolder } from '../../local/processes.ts';
import { anArticle, at } from '../../support/article.ts';
import { askHandler, ROUTER_SECRET } from '../../support/graphql.ts';
import { startLocalTable } from '../../support/table.ts';

const ROOT = `${import.meta.dirname}/../../..`;
const PAGE = readFileSync(`${ROOT}/docs/federation.md`, 'utf8');
const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);

const scope = new AsyncDisposableStack();
let url: string;
let folder: string;
beforeAll(async () => {
  const local = scope.use(await startLocalTable());
  await pushArticle(local.table, anArticle({ id: 'any' }), at('06:00'));
  await askHandler(local); // sets what the function reads
  const { handler } = await import('../../../lambda/graphql/handler.ts');
  ({ url } = scope.use(await startGateway({ functions: { 'POST /subgraph': handler }, port: 0 })));
  folder = scope.use(await temporaryFolder()).path;
  mkdirSync(`${folder}/.broadsheet`);
  writeFileSync(`${folder}/.broadsheet/ingest-key`, ROUTER_SECRET);
}, 60_000);
afterAll(() => scope.disposeAsync());

describe('docs/federation.md', () => {
  it('names every type that has a key, and no other', () => {
    expect([...PAGE.matchAll(/^\| `(\w+)` \| `(\w+)` \|$/gm)].map(([, type, key]) => [type, key])).toEqual(Object.entries(ENTITY_KEYS));
  });

  it('shows the graph and the source that the tests of the gateway use', () => {
    expect(blocks('graphql')).toEqual([readFileSync(`${import.meta.dirname}/reads.graphql`, 'utf8')]);
    expect(blocks('ts')).toEqual([readFileSync(`${import.meta.dirname}/signed-source.ts`, 'utf8')]);
  });

  it('prints a schema that is composed by its own configuration, with the version that is tested', async () => {
    const [command = '', ask = ''] = blocks('sh');
    expect(command).toBe('npm run --silent schema -- --subgraph > broadsheet.graphql\n');
    const { scripts, devDependencies } = JSON.parse(readFileSync(`${ROOT}/package.json`, 'utf8'));
    const [program, ...words] = `${scripts.schema} --subgraph`.split(' ');
    const { stdout } = await promisify(execFile)(program === 'node' ? process.execPath : '', words, { cwd: ROOT });
    const config = parseYaml(blocks('yaml')[0] ?? '') as {
      federation_version: string;
      subgraphs: Record<string, { routing_url: string; schema: { file: string } }>;
    };
    expect(config.federation_version).toBe(`=${devDependencies['@apollo/composition']}`);
    const files: Record<string, string> = { './broadsheet.graphql': stdout, './reads.graphql': blocks('graphql')[0] ?? '' };
    const { errors, hints } = composeServices(
      Object.entries(config.subgraphs).map(([name, { routing_url, schema }]) => ({
        ...{ name, url: routing_url },
        typeDefs: parse(files[schema.file] ?? ''),
      })),
    );
    expect([errors, hints]).toEqual([undefined, []]);
    expect(ask).toContain(config.subgraphs.broadsheet?.routing_url);
  });

  it('signs a question that is answered as it shows', async () => {
    const script = (blocks('sh')[1] ?? '').replace('http://127.0.0.1:4000', url);
    const { stdout } = await promisify(execFile)('sh', ['-ec', script], { cwd: folder });
    const { data, errors } = JSON.parse(stdout);
    expect([errors, { data }]).toEqual([undefined, JSON.parse(blocks('json')[0] ?? '')]);
  });
});
