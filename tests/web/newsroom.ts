import { ENV } from '../../lambda/config.ts';
import type { Site } from '../../lambda/domain/site.ts';
import { readClientDocuments, registerDocuments } from '../../lambda/local/client-documents.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { pictures } from '../../lambda/local/pictures.ts';
import { SITE_DOCUMENTS, siteFiles } from '../../lambda/local/site-files.ts';
import type { NewsTable } from '../../lambda/store/news-table.ts';
import { PREVIEW_SECRET, READER_SECRET } from '../support/graphql.ts';
import { startLambda, through } from '../support/lambda-runtime.ts';
import { startLocalTable } from '../support/table.ts';

/** A newsroom with its site: the bundle as it is deployed, on a table of its own, with the switches of production; registered documents only. */
export type Newsroom = AsyncDisposable & { url: string; table: NewsTable; site: Site };

/** @param site what is said of the newsroom; pictures are drawn, and so stay on this machine */
export async function startNewsroom(site: Pick<Site, 'name' | 'languages'> & Partial<Site>): Promise<Newsroom> {
  const scope = new AsyncDisposableStack();
  const { table, endpoint, tableName } = scope.use(await startLocalTable());
  await registerDocuments(table, readClientDocuments([SITE_DOCUMENTS], '/'));
  const whole: Site = {
    ...{ url: 'https://news.example', publisher: `${site.name} Press`, logo: null, ...site },
    imageService: '/pictures?url={url}&width={width}&height={height}',
  };
  const graphql = scope.use(
    await startLambda({
      bundle: 'graphql',
      environment: {
        ...LOCAL_AWS,
        [ENV.newsTable]: tableName,
        [ENV.dynamodbEndpoint]: endpoint,
        [ENV.stage]: 'prod',
        [ENV.documents]: 'registered',
        [ENV.site]: JSON.stringify(whole),
        [ENV.readerSecrets]: JSON.stringify([READER_SECRET]),
        [ENV.previewSecrets]: JSON.stringify([PREVIEW_SECRET]),
      },
      timeoutMs: 60_000,
    }),
  );
  const files = siteFiles();
  const functions = { 'ANY /graphql': through(graphql), 'GET /pictures': pictures, 'ANY /': files, 'ANY /{path+}': files };
  const { url } = scope.use(await startGateway({ functions, port: 0 }));
  return { url, table, site: whole, [Symbol.asyncDispose]: () => scope.disposeAsync() };
}
