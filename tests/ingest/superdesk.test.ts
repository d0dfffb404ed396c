import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { SITE_ENVIRONMENT } from '../support/graphql.ts';
import { startLambda, through } from '../support/lambda-runtime.ts';
import { startLocalTable } from '../support/table.ts';

/** As Superdesk pushes: over HTTP, signed over the raw bytes, to the bundles as they are deployed. */

const KEYS = [
  { id: 'superdesk', source: 'newsroom', secret: 'superdesk secret', scheme: 'superdesk' },
  { source: 'agency', secret: 'agency secret', scheme: 'superdesk' },
];
const URI = 'urn:newsml:newsroom.example:2026-11-24:harbour';
const DAY = '2026-09-16';

const scope = new AsyncDisposableStack();
let url: string;

beforeAll(async () => {
  const { endpoint, tableName } = scope.use(await startLocalTable());
  const environment = {
    ...LOCAL_AWS,
    ...{ [ENV.newsTable]: tableName, [ENV.dynamodbEndpoint]: endpoint, [ENV.stage]: 'prod', [ENV.ingestKeys]: JSON.stringify(KEYS) },
    ...SITE_ENVIRONMENT,
  };
  const graphql = scope.use(await startLambda({ bundle: 'graphql', environment }));
  const ingest = scope.use(await startLambda({ bundle: 'ingest', environment }));
  const functions = {
    'ANY /graphql': through(graphql),
    'POST /ingest': through(ingest),
    'POST /ingest/{format}': through(ingest),
  };
  ({ url } = scope.use(await startGateway({ functions, port: 0 })));
});
afterAll(() => scope.disposeAsync());

type Item = { version: number; headline?: string; uri?: string; pubStatus?: string };

/** The bytes that Superdesk would send. */
function capture({ version, headline = 'Harbour closes', uri = URI, pubStatus = 'usable' }: Item): Buffer {
  const item = {
    ...{ uri, version: String(version), type: 'text', pubStatus, language: 'en' },
    versionCreated: `${DAY}T0${version}:00:00+00:00`,
    headlines: [{ role: 'main', value: headline }],
    bodies: [{ contentType: 'text/html', value: `<p>${headline}, für zwei Tage.</p>` }],
  };
  return Buffer.from(JSON.stringify(item));
}

const signature = (bytes: Buffer, secret = 'superdesk secret') => `sha1=${createHmac('sha1', secret).update(bytes).digest('hex')}`;

type Outcome = { id: string; outcome: string; version: number; known: number };

async function send(bytes: Buffer, signed = signature(bytes), path = '/ingest'): Promise<{ status: number; outcome: Outcome | undefined }> {
  const headers = { 'content-type': 'application/json', 'x-superdesk-signature': signed };
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: new Uint8Array(bytes) });
  const { articles } = (await answer.json()) as { articles?: Outcome[] };
  return { status: answer.status, outcome: articles?.[0] };
}

const push = (item: Item) => send(capture(item));

async function ask<Data>(query: string): Promise<Data> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  return ((await answer.json()) as { data: Data }).data;
}

/** What a reader who has the id, and one who reads the newest, gets to see: headlines, or what has become of the article. */
async function shown(id = ''): Promise<{ article: string | null; latest: string[] }> {
  const { article, latest } = await ask<{
    article: { __typename: string; headline?: string } | null;
    latest: { edges: { node: { headline: string } }[] };
  }>(`{
    article(by: { id: "${id}" }) { __typename ... on NewsArticle { headline } }
    latest(first: 10) { edges { node { headline } } }
  }`);
  return { article: article && (article.headline ?? article.__typename), latest: latest.edges.map(({ node }) => node.headline) };
}

describe('what Superdesk pushes', () => {
  it('is created, corrected, rewritten, killed and returned, and the API shows each at once', async () => {
    const created = await push({ version: 1 });
    expect(created).toMatchObject({ status: 201, outcome: { outcome: 'ACCEPTED', version: 1 } });
    const id = created.outcome?.id;
    expect(await shown(id)).toEqual({ article: 'Harbour closes', latest: ['Harbour closes'] });

    expect((await push({ version: 3, headline: 'Harbour closes for two days' })).status).toBe(201);
    expect(await shown(id)).toEqual({ article: 'Harbour closes for two days', latest: ['Harbour closes for two days'] });

    const rewritten = await push({ version: 1, uri: `${URI}:rewrite`, headline: 'Ferries wait outside' });
    expect(rewritten.status).toBe(201);
    expect((await shown(rewritten.outcome?.id)).article).toBe('Ferries wait outside');

    expect((await push({ version: 4, pubStatus: 'canceled' })).status).toBe(201);
    expect(await shown(id)).toEqual({ article: 'WithdrawnArticle', latest: ['Ferries wait outside'] });

    expect((await push({ version: 5, headline: 'Harbour open again' })).status).toBe(201);
    expect((await shown(id)).article).toBe('Harbour open again');
    expect((await shown(id)).latest.sort()).toEqual(['Ferries wait outside', 'Harbour open again']);
  });

  it('does no harm when a recording of it is played again', async () => {
    const old = capture({ version: 1, uri: `${URI}:replay`, headline: 'First' });
    const id = (await send(old)).outcome?.id;
    expect(await send(old)).toMatchObject({ status: 200, outcome: { outcome: 'UNCHANGED', version: 1, known: 1 } });
    await push({ version: 2, uri: `${URI}:replay`, headline: 'Second' });
    expect(await send(old)).toMatchObject({ status: 200, outcome: { outcome: 'UNCHANGED', version: 1, known: 2 } });
    expect((await shown(id)).article).toBe('Second');
    await push({ version: 3, uri: `${URI}:replay`, pubStatus: 'canceled' });
    expect(await send(old)).toMatchObject({ status: 200, outcome: { outcome: 'UNCHANGED', known: 3 } });
    expect((await shown(id)).article).toBe('WithdrawnArticle');
  });

  it('cannot be played to another address', async () => {
    const bytes = capture({ version: 1, uri: `${URI}:elsewhere`, headline: 'Elsewhere' });
    expect((await send(bytes, undefined, '/ingest/text?uri=elsewhere')).status).toBe(403);
    expect((await send(bytes, undefined, '/ingest?section=sport')).status).toBe(400);
    expect((await shown()).latest).not.toContain('Elsewhere');
  });

  it('is refused with a wrong signature, without one, or with one flipped bit, and nothing shows', async () => {
    const bytes = capture({ version: 1, uri: `${URI}:forged`, headline: 'Forged' });
    for (const wrong of [signature(bytes, 'another secret'), signature(Buffer.from('')), ''])
      expect((await send(bytes, wrong)).status).toBe(401);
    for (const place of [0, bytes.indexOf('Forged'), bytes.length - 1]) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] as number) ^ 1;
      expect((await send(flipped, signature(bytes))).status).toBe(401);
    }
    expect((await shown()).latest).not.toContain('Forged');
  });

  it('of one source never touches the article of another, though it bears its name', async () => {
    const uri = `${URI}:shared`;
    const own = (await push({ version: 1, uri, headline: 'Our own' })).outcome?.id;
    const bytes = capture({ version: 8, uri, headline: 'Taken over' });
    const other = await send(bytes, signature(bytes, 'agency secret'));
    const kill = capture({ version: 9, uri, pubStatus: 'canceled' });
    expect((await send(kill, signature(kill, 'agency secret'))).status).toBe(201);
    expect(other.outcome?.id).not.toBe(own);
    expect((await shown(own)).article).toBe('Our own');
    expect((await shown(other.outcome?.id)).article).toBe('WithdrawnArticle');
  });
});

describe('a body through the endpoint', () => {
  const largest = 2 * 1024 * 1024; // of text in a body, see store/body-codec.ts
  const paragraphsOf = (letters: number) => Array.from({ length: Math.ceil(letters / 1000) }, (_, turn) => `${turn} `.padEnd(1000, 'ü'));
  const document = (uri: string, paragraphs: string[]) => {
    const value = paragraphs.map((text) => `<p>${text}</p>`).join('');
    return Buffer.from(JSON.stringify({ uri, version: '1', headlines: [{ value: uri }], bodies: [{ contentType: 'text/html', value }] }));
  };
  const readBack = async (id: string | undefined) => {
    const query = `{ article(by: { id: "${id}" }) { ... on NewsArticle { body { blocks { text } } } } }`;
    const { article } = await ask<{ article: { body: { blocks: { text: string }[] } } | null }>(query);
    return article?.body.blocks.map(({ text }) => text);
  };

  // each letter takes two bytes
  it.each([199_000, 500_000, 900_000])('of %i letters is stored whole and read back equal', async (letters) => {
    const paragraphs = paragraphsOf(letters);
    const { status, outcome } = await send(document(`large-${letters}`, paragraphs));
    expect(status).toBe(201);
    expect((await readBack(outcome?.id))?.every((text, turn) => text === paragraphs[turn])).toBe(true);
    expect(await readBack(outcome?.id)).toHaveLength(paragraphs.length);
  });

  it.each([largest / 2 + 10_000, 1_950_000, 3_500_000])(
    'of %i letters is refused as too large before anything is written',
    async (letters) => {
      expect((await send(document(`oversize-${letters}`, paragraphsOf(letters)))).status).toBe(413);
      expect((await shown()).latest).not.toContain(`oversize-${letters}`);
    },
  );
});
