import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { startGateway } from '../../lambda/local/gateway.ts';
import { graphiqlPage } from '../../lambda/local/graphiql.ts';
import { SITE_ENVIRONMENT } from '../support/graphql.ts';
import { startLambda, through } from '../support/lambda-runtime.ts';
import { startLocalTable } from '../support/table.ts';
import { startChromium } from './chromium.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startChromium();
});
afterAll(() => browser?.close());

it('GraphiQL runs a query in the browser, and nothing of it leaves the machine', async () => {
  await using scope = new AsyncDisposableStack();
  const { endpoint, tableName } = scope.use(await startLocalTable());
  const environment = {
    ...LOCAL_AWS,
    ...SITE_ENVIRONMENT,
    [ENV.newsTable]: tableName,
    [ENV.dynamodbEndpoint]: endpoint,
    [ENV.stage]: 'dev',
  };
  const graphql = scope.use(await startLambda({ bundle: 'graphql', environment, timeoutMs: 60_000 }));
  const { url } = scope.use(
    await startGateway({ functions: { 'ANY /graphql': through(graphql) }, pages: { '/graphiql': graphiqlPage }, port: 0 }),
  );
  const page = await browser.newPage();
  const wrong: string[] = [];
  page.on('request', (request) => !/^(blob|data):/.test(request.url()) && !request.url().startsWith(url) && wrong.push(request.url()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(`${url}/graphiql`);
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  await page.locator('.graphiql-response', { hasText: 'The Test' }).waitFor();
  expect(wrong).toEqual([]);
});
