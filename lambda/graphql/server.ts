import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Stage } from '../config.ts';
import { typeDefs } from '../generated/type-defs.ts';
import { count, note } from '../invocation.ts';
import { type Log, whole } from '../log.ts';
import { PREVIEW_HEADER } from '../preview-token.ts';
import { CACHED } from './caching.ts';
import type { RequestContext } from './context.ts';
import { formatError, isOurs } from './errors.ts';
import { checkLimits, LIMITS } from './limits.ts';
import { resolvers } from './resolvers.ts';
import { subgraphResolvers, subgraphTypeDefs } from './subgraph.ts';

/**
 * The server, built once; Lambda, the local service and tests each adapt it.
 * @param of `subgraph`: what a router asks besides is answered as well
 */
export function buildServer({
  stage,
  log,
  of = 'graph',
}: {
  stage: Stage;
  log: Log;
  of?: 'graph' | 'subgraph';
}): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    typeDefs: of === 'graph' ? typeDefs : [typeDefs, subgraphTypeDefs],
    resolvers: of === 'graph' ? resolvers : [resolvers, subgraphResolvers],
    introspection: stage === 'dev',
    hideSchemaDetailsFromClientErrors: stage === 'prod',
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    nodeEnv: 'production',
    formatError: formatError((error) => log({ level: 'error', message: 'A field failed', error: whole(error) }), {
      hints: stage !== 'prod',
    }),
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log({ level: 'warn', message }),
      error: (message) => log({ level: 'error', message }),
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(), // else whoever asks as a router is told how long each field took
      ApolloServerPluginUsageReportingDisabled(),
      LIMITED,
      costOf(stage, log),
      CACHED,
    ],
  });
}

/** Nothing is executed that asks for more than a request may. */
const LIMITED: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (operation) checkLimits(schema, document, operation, request.variables ?? {});
    },
  }),
};

/** When to come back, in seconds: throttling and a change of ours are both over by then. */
const RETRY_AFTER = '5';

/** The name of an operation is the client's to choose; the longest of ours has 20 characters. */
const LONGEST_NAME = 80;

/** Notes what each request cost; on a development stage the answer says it too. Never the variables nor the text of an article. */
function costOf(stage: Stage, log: Log): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      async willSendResponse({ contextValue, operationName, request, response }) {
        const { calls, units } = contextValue.meter;
        const { preview } = contextValue;
        for (const error of contextValue.mended)
          log({ level: 'error', message: 'A field was answered without what it asked for', error: whole(error) });
        if (response.body.kind === 'single' && response.body.singleResult.errors?.some(isOurs)) {
          response.http.headers.set('retry-after', RETRY_AFTER);
          if (request.http?.method === 'GET') response.http.status = 503; // the edge then serves the last good answer
        }
        if (preview) {
          response.http.headers.set(PREVIEW_HEADER, `as-of=${preview.asOf}`);
          if (response.body.kind === 'single')
            response.body.singleResult.extensions = { ...response.body.singleResult.extensions, preview: { asOf: preview.asOf } };
        }
        note({ operationName: operationName?.slice(0, LONGEST_NAME) ?? null });
        count('DynamoDbCalls', calls);
        count('DynamoDbUnits', units);
        if (stage === 'dev' && response.body.kind === 'single') {
          response.body.singleResult.extensions = { ...response.body.singleResult.extensions, cost: { calls, units } };
        }
      },
    }),
  };
}
