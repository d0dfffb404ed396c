import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';

/** Which layers a layer may import besides itself: they point one way, and graphql and ingest never meet. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  config: ['domain'],
  'http-event': [],
  metrics: [],
  invocation: ['metrics'],
  log: ['invocation'],
  secrets: ['log'],
  signature: [],
  'preview-token': ['config', 'domain'],
  origin: ['config'],
  domain: [],
  store: ['domain', 'config'],
  generated: ['graphql', 'store', 'domain'],
  graphql: ['generated', 'store', 'domain', 'config', 'http-event', 'log', 'invocation', 'secrets', 'signature', 'preview-token', 'origin'],
  ingest: ['store', 'domain', 'config', 'http-event', 'log', 'invocation', 'secrets', 'signature'],
  events: ['store', 'domain', 'config', 'log', 'invocation'],
  feeds: ['store', 'domain', 'config', 'http-event', 'log', 'invocation', 'origin', 'secrets'],
  local: ['graphql', 'ingest', 'events', 'feeds', 'store', 'domain', 'config', 'signature', 'preview-token', 'build', 'web'],
  preview: ['preview-token', 'domain', 'config', 'invocation', 'secrets'],
  deployment: ['generated', 'config', 'log', 'invocation', 'secrets', 'origin'],
  infra: [],
};

/** What infra may know of the house: names, no code. */
const NAMES = ['lambda/config.ts', 'lambda/metrics.ts', 'lambda/store/table-shape.ts'];

/** Packages that only some layers may know. */
const PACKAGES: readonly { name: RegExp; layers: readonly string[] }[] = [
  { name: /^(dynamodb-toolbox|@aws-sdk\/(client|lib)-dynamodb|@aws-sdk\/client-s3)(\/|$)/, layers: ['store', 'local'] },
  { name: /^(graphql|@apollo\/server|@as-integrations\/aws-lambda)(\/|$)/, layers: ['graphql', 'generated', 'local'] },
  { name: /^@aws-sdk\/client-(eventbridge|cloudfront)(\/|$)/, layers: ['events'] },
  { name: /^@aws-sdk\/client-secrets-manager(\/|$)/, layers: ['secrets'] },
  { name: /^@aws-sdk\/client-(lambda|codedeploy)(\/|$)/, layers: ['deployment'] },
];
const DOMAIN_MAY_USE = ['node:crypto', 'node:zlib'];

/** The read side answers readers. Nothing that it loads, however far away, may ask the table for more than this. */
const READ_SIDE = ['graphql', 'feeds'];
const READS =
  /\/actions\/(query|get|batchGet|transactGet)$|^(Query|GetItem|Get|BatchGetItem|BatchGet|TransactGetItems|GetSecretValue)Command$/;

/** Who reads the time. Everybody else is given it. */
const CLOCKS =
  /^lambda\/(graphql\/context\.ts|ingest\/handler\.ts|local\/.*|events\/handler\.ts|feeds\/handler\.ts|preview\/handler\.ts|invocation\.ts|secrets\.ts)$/;

/** Names that say nothing of what is inside. */
const EMPTY_NAME = /(^|[/-])(utils?|helpers?|common|misc|shared)([./-]|$)/;

type Sources = Record<string, string>;
/** `from` is null where it is only known when the program runs. */
type Import = { from: string | null; names: string[]; typesOnly: boolean };

/** Every breach of the rules above in some files of the house, as `file: what is wrong`. Paths start at the repository root. */
function breaches(sources: Sources): string[] {
  const files = Object.entries(sources).map(([path, source]) => ({ path, layer: layerOf(path), ...factsOf(path, source) }));
  const found: string[] = [];
  for (const { path, layer, imports, readsTime } of files) {
    if (!(layer in MAY_IMPORT)) found.push(`${path}: "${layer}" is no layer of the house`);
    if (EMPTY_NAME.test(path)) found.push(`${path}: the name does not say what is inside`);
    if (readsTime && !CLOCKS.test(path)) found.push(`${path}: reads the time; the clock is an argument`);
    for (const { from } of imports) {
      if (from === null) {
        if (layer !== 'local') found.push(`${path}: an import that cannot be read from the source`);
      } else if (from.startsWith('.')) {
        const target = posix.join(posix.dirname(path), from);
        const allowed = [layer, ...(MAY_IMPORT[layer] ?? [])].includes(layerOf(target)) || (layer === 'infra' && NAMES.includes(target));
        if (!allowed) found.push(`${path}: ${layer} may not import ${target}`);
      } else if (layer === 'domain' && !DOMAIN_MAY_USE.includes(from)) found.push(`${path}: domain may not use ${from}`);
      else if (PACKAGES.some(({ name, layers }) => name.test(from) && !layers.includes(layer))) {
        found.push(`${path}: ${layer} may not use ${from}`);
      }
    }
  }
  for (const [path, by] of loadedByReadSide(files)) {
    for (const { from, names } of files.find((file) => file.path === path)?.imports ?? []) {
      const asked = from?.includes('/actions/')
        ? [from]
        : names.filter((name) => from?.startsWith('@aws-sdk/') && name.endsWith('Command'));
      for (const ask of asked) if (!READS.test(ask)) found.push(`${path}: the read side loads it by ${by}, and it uses ${ask}`);
    }
  }
  return found;
}

/** All files that run when the read side runs, with one that loads each. Imports of types alone do not run. */
function loadedByReadSide(files: readonly { path: string; layer: string; imports: Import[] }[]): Map<string, string> {
  const loaded = new Map(files.filter(({ layer }) => READ_SIDE.includes(layer)).map(({ path }) => [path, 'itself']));
  for (const path of loaded.keys()) {
    for (const { from, typesOnly } of files.find((file) => file.path === path)?.imports ?? []) {
      const target = posix.join(posix.dirname(path), from ?? '');
      if (from?.startsWith('.') && !typesOnly && !loaded.has(target)) loaded.set(target, path);
    }
  }
  return loaded;
}

/** `lambda/store/keys.ts` -> `store`; a file outside any folder is a layer of its own: `lambda/config.ts` -> `config`. */
function layerOf(path: string): string {
  return (path.replace(/^lambda\//, '').split('/')[0] ?? '').replace(/\.ts$/, '');
}

type Node = {
  type: string;
  source?: { value?: string } | null;
  importKind?: string;
  exportKind?: string;
  specifiers?: { imported?: { name: string } }[];
  name?: string;
  callee?: Node;
  object?: Node;
  property?: Node;
  arguments?: unknown[];
};

function factsOf(path: string, source: string): { imports: Import[]; readsTime: boolean } {
  const all = [...nodes(parseAst(source, { lang: 'ts' }, path))];
  return {
    imports: all.flatMap(({ source, specifiers = [], importKind, exportKind, type }) => {
      if (!source) return [];
      const typesOnly = importKind === 'type' || exportKind === 'type' || type === 'TSImportType';
      return [{ from: source.value ?? null, names: specifiers.flatMap(({ imported }) => imported?.name ?? []), typesOnly }];
    }),
    readsTime: all.some(
      ({ type, object, property, callee, arguments: given }) =>
        (type === 'MemberExpression' && object?.name === 'Date' && property?.name === 'now') ||
        (type === 'MemberExpression' && object?.name === 'Temporal' && property?.name === 'Now') ||
        (type === 'NewExpression' && callee?.name === 'Date' && given?.length === 0) ||
        (type === 'CallExpression' && callee?.name === 'Date'),
    ),
  };
}

function* nodes(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if ('type' in value) yield value as Node;
  for (const child of Object.values(value)) yield* nodes(child);
}

describe('the house', () => {
  it('keeps its own rules in every file', () => {
    const root = posix.join(import.meta.dirname, '..');
    const paths = globSync('{lambda,infra}/**/*.ts', { cwd: root });
    expect(paths.length).toBeGreaterThan(20);
    expect(breaches(Object.fromEntries(paths.map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')])))).toEqual([]);
  });
});

describe('the check of the house', () => {
  it.each<[string, Sources]>([
    ['domain may not import lambda/store/keys.ts', { 'lambda/domain/a.ts': `import type { Key } from '../store/keys.ts';` }],
    ['domain may not import lambda/config.ts', { 'lambda/domain/a.ts': `export { ENV } from '../config.ts';` }],
    ['domain may not use node:fs', { 'lambda/domain/a.ts': `import { readFileSync } from 'node:fs';` }],
    ['store may not import lambda/graphql/a.ts', { 'lambda/store/a.ts': `export * from '../graphql/a.ts';` }],
    ['graphql may not import lambda/ingest/a.ts', { 'lambda/graphql/a.ts': `const a = await import('../ingest/a.ts');` }],
    ['ingest may not import lambda/graphql/a.ts', { 'lambda/ingest/formats/a.ts': `type A = import('../../graphql/a.ts').A;` }],
    ['ingest may not import lambda/generated/a.ts', { 'lambda/ingest/a.ts': `import { typeDefs } from '../generated/a.ts';` }],
    ['events may not import lambda/local/a.ts', { 'lambda/events/a.ts': `import '../local/a.ts';` }],
    ['infra may not import lambda/store/keys.ts', { 'infra/app.ts': `import { KEY } from '../lambda/store/keys.ts';` }],
    [
      'graphql may not use @aws-sdk/client-dynamodb',
      { 'lambda/graphql/a.ts': `import { GetItemCommand } from '@aws-sdk/client-dynamodb';` },
    ],
    [
      'ingest may not use @aws-sdk/client-eventbridge',
      { 'lambda/ingest/a.ts': `import { PutEventsCommand } from '@aws-sdk/client-eventbridge';` },
    ],
    ['store may not import lambda/invocation.ts', { 'lambda/store/a.ts': `import { count } from '../invocation.ts';` }],
    ['reads the time; the clock is an argument', { 'lambda/events/announce.ts': 'export const now = () => Date.now();' }],
    ['ingest may not use @aws-sdk/client-s3', { 'lambda/ingest/a.ts': `import { PutObjectCommand } from '@aws-sdk/client-s3';` }],
    ['preview may not import lambda/graphql/a.ts', { 'lambda/preview/a.ts': `import { previewOf } from '../graphql/a.ts';` }],
    ['preview may not import lambda/store/a.ts', { 'lambda/preview/a.ts': `import { readA } from '../store/a.ts';` }],
    ['preview-token may not use graphql', { 'lambda/preview-token.ts': `import { GraphQLError } from 'graphql';` }],
    ['ingest may not use graphql', { 'lambda/ingest/a.ts': `import { parse } from 'graphql';` }],
    ['an import that cannot be read from the source', { 'lambda/graphql/a.ts': 'const a = await import(name);' }],
    ['"magic" is no layer of the house', { 'lambda/magic/a.ts': '' }],
    ['the name does not say what is inside', { 'lambda/store/key-utils.ts': '' }],
    ['the name does not say what is inside', { 'lambda/graphql/shared/keys.ts': '' }],
    ['reads the time; the clock is an argument', { 'lambda/store/a.ts': 'export const a = () => Date.now();' }],
    ['reads the time; the clock is an argument', { 'lambda/graphql/resolvers/a.ts': 'const clock: () => number = Date.now;' }],
    ['reads the time; the clock is an argument', { 'lambda/domain/a.ts': 'const now = new Date().toISOString();' }],
    [
      'the read side loads it by lambda/store/a-reads.ts, and it uses dynamodb-toolbox/entity/actions/put',
      {
        'lambda/graphql/a.ts': `import { readA } from '../store/a-reads.ts';`,
        'lambda/store/a-reads.ts': `import { b } from './b.ts';`,
        'lambda/store/b.ts': `import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';`,
      },
    ],
    [
      'the read side loads it by lambda/feeds/a.ts, and it uses ScanCommand',
      {
        'lambda/feeds/a.ts': `import { readA } from '../store/a.ts';`,
        'lambda/store/a.ts': `import { ScanCommand } from '@aws-sdk/lib-dynamodb';`,
      },
    ],
  ])('finds that %s', (breach, sources) => {
    expect(breaches(sources)).toEqual([expect.stringMatching(new RegExp(`: ${breach.replace(/[/.]/g, '\\$&')}$`))]);
  });

  it('allows what the house needs', () => {
    const allowed = {
      'lambda/domain/a.ts': `import { createHash } from 'node:crypto'; export const day = new Date(0);`,
      'lambda/store/a-reads.ts': `import { QueryCommand } from 'dynamodb-toolbox/table/actions/query'; import type { A } from './a-writes.ts';`,
      'lambda/store/a-writes.ts': `import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';`,
      'lambda/graphql/context.ts': `import { readA } from '../store/a-reads.ts'; export const clock = () => Date.now();`,
      'lambda/ingest/a.ts': `import { writeA } from '../store/a-writes.ts'; const started = performance.now(); // not utils, shared`,
      'lambda/events/handler.ts': `import { observed } from '../invocation.ts'; export const clock = () => Date.now();`,
      'infra/constructs/alarms.ts': `import { METRICS } from '../../lambda/metrics.ts';`,
      'infra/stacks/service.ts': `import { TABLE_SHAPE } from '../../lambda/store/table-shape.ts'; import { Stack } from 'aws-cdk-lib';`,
    };
    expect(breaches(allowed)).toEqual([]);
  });
});
