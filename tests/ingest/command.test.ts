import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { articleId, conceptId } from '../../lambda/domain/identity.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { parseIngestKeys } from '../../lambda/ingest/keys.ts';
import { answerPush } from '../../lambda/ingest/push.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { readArticleAt } from '../../lambda/store/article-reads.ts';
import { readFront } from '../../lambda/store/front-reads.ts';
import { type LocalTable, startLocalTable } from '../support/table.ts';

const COMMAND = join(import.meta.dirname, '../../lambda/local/ingest.ts');
const KEY = 'command-secret';
const scope = new AsyncDisposableStack();

let local: LocalTable;
let url: string;
let folder: string;

/** A service of the test's own: the real gateway, the real push desk, the real table. */
beforeAll(async () => {
  local = scope.use(await startLocalTable());
  const keys = parseIngestKeys(JSON.stringify({ local: KEY }));
  const desk = (event: unknown) => answerPush(event, { table: local.table, keys, log: () => {}, now: Date.now() });
  const functions = {
    'GET /health': async () => ({ service: 'broadsheet', status: 'ok' }),
    'POST /ingest': desk,
    'POST /ingest/{format}': desk,
    'POST /ingest/fronts/{slug+}': desk,
  };
  ({ url } = scope.use(await startGateway({ functions, port: 0 })));
});
afterAll(() => scope.disposeAsync());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadsheet-ingest-'));
  return () => rmSync(folder, { recursive: true });
});

type Ran = { code: number | null; out: string[]; errors: string };

async function ingest(words: string[], environment: Record<string, string> = {}): Promise<Ran> {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    env: {
      PATH: process.env.PATH,
      INIT_CWD: folder,
      BROADSHEET_URL: url,
      BROADSHEET_KEY: KEY,
      DATA_DIR: join(folder, 'data'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, out: out.split('\n').slice(0, -1), errors };
}

/** A server that is not ours. */
async function listen(answer: RequestListener): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
    },
  };
}

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), content);
}

describe('the ingest command', () => {
  it('puts files into the service, one line for each, and changes nothing the second time', async () => {
    write('harbour.md', '---\nuri: c1-harbour\n---\n# Harbour closes\n\nOne.\n');
    write('later.md', '---\nuri: c1-later\nembargoed: 2999-01-01T00:00:00Z\n---\n# Later\n\nOne.\n');
    const first = await ingest(['--section', 'World', '--published', '2026-03-01T00:00:00Z', '--language', 'de', 'harbour.md', 'later.md']);
    expect(first).toEqual({
      code: 0,
      out: [
        'accepted   /world/2026/03/harbour-closes  version 1  harbour.md',
        'accepted   /world/2026/03/later  version 1  later.md  from 2999-01-01T00:00:00.000Z',
        '2 accepted, 0 unchanged, 0 refused',
      ],
      errors: `Into the service at ${url}.\n`,
    });
    const found = await readArticleAt(local.table, articleId('local', 'c1-harbour'), instantOf(Date.now()), { withBody: false });
    expect(found).toMatchObject({ head: { headline: 'Harbour closes', language: 'de' } });
    const second = await ingest([
      '--section',
      'World',
      '--published',
      '2026-03-01T00:00:00Z',
      '--language',
      'de',
      'harbour.md',
      'later.md',
    ]);
    expect(second.out).toEqual([
      'unchanged  harbour.md  version 1',
      'unchanged  later.md  version 1',
      '0 accepted, 2 unchanged, 0 refused',
    ]);
  });

  it('takes versions of one article that lie side by side in their order, and refuses a number that comes twice', async () => {
    const version = (number: string) => `---\nuri: c1-versions\n${number}path: /w/versions\n---\n# Versions\n\nOf ${number || 'none'}.\n`;
    write('all/1.md', version('version: 1\n'));
    write('all/2.md', version('version: 2\n'));
    write('all/3.md', version('version: 2\n'));
    write('all/4.md', version(''));
    const refused = ['3.md', '4.md'].map(
      (file, at) => `refused    all/${file}: uri: "c1-versions" is already that of all/${['2.md', '1.md'][at]}`,
    );
    expect((await ingest(['all'])).out).toEqual([
      'accepted   /w/versions  version 1  all/1.md',
      'accepted   /w/versions  version 2  all/2.md',
      ...refused,
      '2 accepted, 0 unchanged, 2 refused',
    ]);
    expect((await ingest(['all'])).out).toEqual([
      'unchanged  all/1.md  version 1; version 2 is known',
      'unchanged  all/2.md  version 2',
      ...refused,
      '0 accepted, 2 unchanged, 2 refused',
    ]);
  });

  it('says of each bad file what is wrong and where, and takes the others', async () => {
    write('good.md', '---\nuri: c2-good\n---\n# Good\n\nOne.\n');
    write('dates.md', '---\nheadline: A\npublished: 1 March\n---\nOne.\n');
    write('bytes.md', Buffer.from('# A\n\n\xff', 'latin1'));
    write('headless.md', 'No headline.\n');
    write('large.txt', `A\n\n${'x'.repeat(2_200_000)}\n`);
    write('huge.txt', 'x'.repeat(4_300_000));
    write('paper.pdf', 'x');
    write('same.md', '---\nuri: c2-good\n---\n# Same\n\nOne.\n');
    mkdirSync(join(folder, 'empty'));
    symlinkSync('loop.md', join(folder, 'loop.md'));
    const names = [
      'dates.md',
      'bytes.md',
      'headless.md',
      'large.txt',
      'huge.txt',
      'paper.pdf',
      'absent.md',
      'empty',
      'loop.md',
      'good.md',
      'same.md',
    ];
    const { code, out } = await ingest(names);
    expect([code, out]).toEqual([
      1,
      [
        'refused    dates.md: front matter: published: "1 March" is no date and time such as 2022-09-16T10:00:00Z',
        'refused    bytes.md: line 3: holds bytes that are no UTF-8; save the document as UTF-8',
        'refused    headless.md: headline: is missing; give it in the front matter, or as a first line "# Headline"',
        expect.stringMatching(/^refused {4}large\.txt: body: holds 2200000 bytes of text; at most 2097152/),
        'refused    huge.txt: file: holds 4300000 bytes; at most 4194304 can be read',
        expect.stringMatching(
          /^refused {4}paper\.pdf: file: its ending tells no format; .*--format: text, markdown, ninjs, ans, wordpress-rest, wordpress-wxr, fronts, concepts$/,
        ),
        'refused    absent.md: file: does not exist',
        'refused    empty: folder: holds no file that ends in .txt, .md, .markdown, .ninjs.json, .ans.json, .wordpress.json, .wxr, .xml, .front.json, .concepts.json',
        'refused    loop.md: file: is a link that leads to itself',
        'accepted   /news/good  version 1  good.md',
        'refused    same.md: uri: "c2-good" is already that of good.md',
        '1 accepted, 0 unchanged, 10 refused',
      ],
    ]);
  });

  it('warns when an article had to stand elsewhere', async () => {
    write('one.md', '---\nuri: c3-one\npath: /c3\n---\n# One\n\nOne.\n');
    write('two.md', '---\nuri: c3-two\npath: /c3\n---\n# Two\n\nTwo.\n');
    const { code, out } = await ingest(['one.md', 'two.md']);
    expect([code, out[2]]).toEqual([0, expect.stringMatching(/^warning {4}two\.md: path \/c3 belongs to another article/)]);
  });

  it('walks folders in order, without hidden files and other kinds, and says how far it is', async () => {
    for (let n = 10; n < 22; n += 1) write(`stories/${n % 2 ? 'odd' : 'even'}/${n}.md`, `---\nuri: c4-${n}\n---\n# Story ${n}\n\nOne.\n`);
    write('stories/z.md', '---\nuri: c4-z\n---\n# Story z\n\nOne.\n');
    write('stories/.hidden/a.md', '# Hidden\n\nOne.\n');
    write('stories/.b.md', '# Hidden\n\nOne.\n');
    write('stories/notes.json', '{}');
    write('stories/a.txt', 'Other\n\nText.\n');
    const { code, out, errors } = await ingest(['--format', 'markdown', 'stories', 'stories/even/10.md']);
    expect(code).toBe(0);
    expect(out.map((line) => /stories\/\S+/.exec(line)?.[0] ?? line)).toEqual([
      ...[10, 12, 14, 16, 18, 20].map((n) => `stories/even/${n}.md`),
      ...[11, 13, 15, 17, 19, 21].map((n) => `stories/odd/${n}.md`),
      'stories/z.md',
      '13 accepted, 0 unchanged, 0 refused',
    ]);
    expect(errors).toContain('Ingesting: 13 of 13');
  });

  it('calls an article by the path of its file from the root of the project', async () => {
    write('named.md', '# Named\n\nOne.\n');
    await ingest(['named.md']);
    const uri = relative(join(import.meta.dirname, '../..'), join(folder, 'named.md'));
    expect(await readArticleAt(local.table, articleId('local', uri), instantOf(Date.now()), { withBody: false })).not.toBeNull();
  });

  it('puts fronts and cards where they belong, by their endings', async () => {
    write('desk/about.md', '---\nuri: c5-about\n---\n# About\n\nOne.\n');
    write('desk/tonight.front.json', '{"title": "Tonight", "containers": [{"id": "lead", "items": [{"uri": "c5-about"}]}]}');
    write('desk/deep.front.json', '{"slug": "deep/er", "title": "Deep", "scheduled": "2999-01-01T00:00:00Z"}');
    write('desk/places.concepts.json', '[{"kind": "place", "uri": "urn:c5-quay", "geo": {"latitude": 1, "longitude": 2}}]');
    write('desk/bad.concepts.json', '[{"kind": "place", "uri": "urn:c5-bad", "jobTitle": "quay"}]');
    const { code, out } = await ingest(['desk']);
    const quay = conceptId('Place', '', { uri: 'urn:c5-quay' });
    expect([code, out]).toEqual([
      1,
      [
        'accepted   /news/about  version 1  desk/about.md',
        expect.stringMatching(/^refused {4}desk\/bad\.concepts\.json: document: cards, entry 1: jobTitle: is not a known key/),
        'accepted   /deep/er  version 1  desk/deep.front.json  from 2999-01-01T00:00:00.000Z',
        `accepted   ${quay}  version 1  desk/places.concepts.json`,
        'accepted   /tonight  version 1  desk/tonight.front.json',
        '4 accepted, 0 unchanged, 1 refused',
      ],
    ]);
    const front = await readFront(local.table, 'tonight', instantOf(Date.now()));
    expect(front?.containers[0]?.items[0]?.article).toBe(articleId('local', 'c5-about'));
    expect((await ingest(['desk/places.concepts.json'])).out[0]).toBe(`unchanged  desk/places.concepts.json ${quay}  version 1`);
  });

  it('writes into the local table when no service runs, and says so', async () => {
    write('alone.md', '# Alone\n\nOne.\n');
    const environment = { BROADSHEET_URL: 'http://127.0.0.1:1' };
    const first = await ingest(['alone.md'], environment);
    expect(first.out).toEqual(['accepted   /news/alone  version 1  alone.md', '1 accepted, 0 unchanged, 0 refused']);
    expect(first.errors).toBe(`Into the local table in ${join(folder, 'data')}, as no service runs at http://127.0.0.1:1.\n`);
    expect((await ingest(['alone.md'], environment)).out[0]).toBe('unchanged  alone.md  version 1');
  });

  it('writes nowhere when a service elsewhere was named and does not answer as Broadsheet', async () => {
    write('alone.md', '# Alone\n\nOne.\n');
    const { code, out, errors } = await ingest(['alone.md'], { BROADSHEET_URL: 'http://broadsheet.invalid' });
    expect([code, out]).toEqual([1, ['0 accepted, 0 unchanged, 0 refused']]);
    expect(errors).toContain('No Broadsheet answers at http://broadsheet.invalid');
  });

  it('takes no other server for Broadsheet', async () => {
    await using other = await listen((_, response) => response.end('{"status": "ok"}'));
    write('alone.md', '# Alone\n\nOne.\n');
    const { errors } = await ingest(['alone.md'], { BROADSHEET_URL: other.url });
    expect(errors).toContain('Into the local table');
  });

  it('says so when its key is missing or wrong', async () => {
    write('a.md', '# A\n\nOne.\n');
    const wrong = await ingest(['a.md'], { BROADSHEET_KEY: 'wrong' });
    expect([wrong.code, wrong.errors]).toEqual([1, expect.stringContaining('does not know the key in BROADSHEET_KEY')]);
    const missing = await ingest(['a.md'], { BROADSHEET_KEY: '' });
    expect([missing.code, missing.errors]).toEqual([1, expect.stringContaining('Set BROADSHEET_KEY')]);
  });

  it('sends again what the service could not take, and stops when it never does', async () => {
    let asked = 0;
    await using busy = await listen((request, response) => {
      if (request.url === '/health') return response.end('{"service": "broadsheet"}');
      asked += 1;
      return response.writeHead(503, { 'retry-after': '0.01' }).end('{"error": {"code": "UNAVAILABLE", "message": "Try again"}}');
    });
    write('a.md', '# A\n\nOne.\n');
    const { code, errors } = await ingest(['a.md'], { BROADSHEET_URL: busy.url });
    expect([code, asked, errors]).toEqual([1, 3, expect.stringContaining('answers 503: Try again')]);
  });

  it.each<[what: string, words: string[], sentence: string]>([
    ['no file', [], 'Name at least one file or folder'],
    ['an unknown flag', ['--sectoin', 'x', 'a.md'], "Unknown option '--sectoin'"],
    [
      'an unknown format',
      ['--format', 'pdf', 'a.md'],
      '--format: "pdf" is no format; there are: text, markdown, ninjs, ans, wordpress-rest, wordpress-wxr, fronts, concepts',
    ],
    ['a bad date', ['--published', '1 March', 'a.md'], '--published: "1 March" is no date and time such as 2022-09-16T10:00:00Z'],
    [
      'a bad path and language',
      ['--path', 'x', '--language', 'en_GB', 'a.md'],
      '--path: "x" does not begin with "/"\n--language: "en_GB" is no language tag',
    ],
    ['one path for two files', ['--path', '/x', 'a.md', 'b.md'], '--path is for one file, and these are 2'],
  ])('typed with %s says what would be accepted, and exits with 2', async (_, words, sentence) => {
    const { code, out, errors } = await ingest(words);
    expect([code, out, errors]).toEqual([2, [], expect.stringContaining(sentence)]);
    expect(errors).toContain('Usage: npm run ingest');
  });

  it('explains itself', async () => {
    const { code, out } = await ingest(['--help']);
    expect([code, out[0]]).toEqual([0, 'Usage: npm run ingest -- [options] FILE|FOLDER...']);
  });

  it('has no colours and no control characters where no terminal is', async () => {
    write('a\u001b[31m.md', '# A\n\nOne.\n');
    const { out } = await ingest(['a\u001b[31m.md', 'b\u001b.md']);
    expect(out.join('\n')).not.toContain('\u001b');
    expect(out).toHaveLength(3);
  });
});
