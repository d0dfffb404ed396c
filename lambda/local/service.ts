import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENV, type Stage } from '../config.ts';
import { openNewsTable } from '../store/news-table.ts';
import { assetFiles } from './asset-files.ts';
import { CannotStart } from './cannot-start.ts';
import { readClientDocuments, registerDocuments } from './client-documents.ts';
import { dataFolderPath, openDataFolder } from './data-folder.ts';
import { createTable, identifyTable, LOCAL_AWS, startDynamodb } from './dynamodb.ts';
import { expectFreePort, startGateway } from './gateway.ts';
import { graphiqlPage } from './graphiql.ts';
import { loadFunctions } from './lambda-functions.ts';
import { LOCAL_SOURCE, loadSamples } from './samples.ts';
import { startSweeper } from './sweeper.ts';
import { welcomePage } from './welcome.ts';

/** The name of the table on this machine. */
export const LOCAL_TABLE = 'broadsheet';

const DEFAULT_PORT = 4000;

/** The site of the sample newsroom. */
const LOCAL_SITE = { name: 'The Port Sorrel Gazette', publisher: 'Gazette Press, Port Sorrel', languages: ['en', 'de', 'ar'] };

/** Where the function `feeds` answers, as API Gateway says it. */
export const FEED_ROUTES = [
  'ANY /articles/{file}',
  'ANY /feeds/{feed+}',
  'ANY /sitemap.xml',
  'ANY /sitemap-news.xml',
  'ANY /sitemaps/{file}',
] as const;

export type Service = {
  url: string;
  stage: Stage;
  dataFolder: string /** Signs pushes to this machine, questions of routers, and its readers' tokens. */;
  ingestKey: string;
};

/**
 * The whole service on this machine: DynamoDB, the table, the sample newsroom, and HTTP in front of the functions.
 * Sets what the functions read from `process.env`, as CDK does on AWS.
 * @param environment `PORT`, `HOST`, `STAGE`, `DATA_DIR` and `DYNAMODB_ENDPOINT`; all may be absent
 * @throws {CannotStart} with a sentence for the person at the keyboard
 */
export async function startService(environment: NodeJS.ProcessEnv = process.env): Promise<Service & AsyncDisposable> {
  const { stage, port, host } = readWishes(environment);
  await using parts = new AsyncDisposableStack();
  await expectFreePort(port, host);
  const folder = parts.use(await openDataFolder(dataFolderPath(environment)));
  const { endpoint } = parts.use(await startDynamodb({ dataFile: folder.databaseFile }));
  await createTable(endpoint, LOCAL_TABLE);

  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN']) delete process.env[name]; // nobody's real account is called from here
  Object.assign(process.env, LOCAL_AWS, {
    [ENV.newsTable]: LOCAL_TABLE,
    [ENV.stage]: stage,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.ingestKeys]: JSON.stringify(developmentKeys(folder.ingestKey)),
    [ENV.assetsBucket]: pathToFileURL(folder.assetsFolder).href,
    [ENV.assetsUrl]: `http://localhost:${port}/assets`,
    [ENV.assetsSecret]: folder.ingestKey,
    [ENV.site]: JSON.stringify({ ...LOCAL_SITE, url: `http://localhost:${port}` }),
    [ENV.readerSecrets]: JSON.stringify([folder.ingestKey]),
    [ENV.previewSecrets]: JSON.stringify([folder.ingestKey]),
    [ENV.clientSecrets]: JSON.stringify({ development: folder.ingestKey }),
  });
  const table = openNewsTable({ tableName: LOCAL_TABLE, endpoint });
  await loadSamples(table, { tableId: await identifyTable(endpoint, LOCAL_TABLE), loadedFile: folder.samplesFile });
  await registerDocuments(table, readClientDocuments([join(import.meta.dirname, '../../examples')], '/'));

  const { graphql, ingest, feeds } = await loadFunctions(stage);
  const { url } = parts.use(
    await startGateway({
      functions: {
        'ANY /graphql': graphql,
        'GET /health': graphql,
        'POST /subgraph': graphql,
        ...Object.fromEntries(FEED_ROUTES.map((route) => [route, feeds])),
        'POST /ingest': ingest,
        'POST /ingest/{format}': ingest,
        'POST /ingest/fronts/{slug+}': ingest,
        'GET /ingest/assets/{id+}': ingest,
        'POST /ingest/assets/{id+}': ingest,
        'GET /assets/{name}': assetFiles(folder.assetsFolder),
      },
      pages: { '/': () => welcomePage(stage), '/graphiql': graphiqlPage },
      port,
      host,
    }),
  );
  parts.use(startSweeper(table));
  const running = parts.move();
  return { url, stage, dataFolder: folder.path, ingestKey: folder.ingestKey, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

/** Superdesk sends the files of an article before it; whoever signs as we do says where they are. */
function developmentKeys(secret: string): object[] {
  const key = { source: LOCAL_SOURCE, secret };
  return [
    { ...key, id: 'development' },
    { ...key, id: 'development-superdesk', scheme: 'superdesk', assets: true },
  ];
}

function readWishes({ STAGE, PORT, HOST }: NodeJS.ProcessEnv): { stage: Stage; port: number; host: string | undefined } {
  if (STAGE && STAGE !== 'dev' && STAGE !== 'prod') throw new CannotStart(`STAGE must be "dev" or "prod", not "${STAGE}".`);
  if (PORT && !(/^\d{1,5}$/.test(PORT) && Number(PORT) <= 65_535))
    throw new CannotStart(`PORT must be a number up to 65535, not "${PORT}".`);
  return { stage: STAGE === 'prod' ? 'prod' : 'dev', port: PORT ? Number(PORT) : DEFAULT_PORT, host: HOST || undefined };
}
