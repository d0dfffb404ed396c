import { CodeDeployClient, PutLifecycleEventHookExecutionStatusCommand } from '@aws-sdk/client-codedeploy';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Context } from 'aws-lambda';
import { ENV, EXAMINER, HEADERS, parseClients } from '../config.ts';
import { observed } from '../invocation.ts';
import { log, whole } from '../log.ts';
import { parseOriginSecrets } from '../origin.ts';
import { openSecret } from '../secrets.ts';
import { type Answer, examine } from './examine.ts';

const version = process.env[ENV.versionToTest];
if (!version) throw new Error(`Configuration: ${ENV.versionToTest} is missing: the version to ask`);
const originSecrets = openSecret(process.env[ENV.originSecrets], parseOriginSecrets);
const clients = openSecret(process.env[ENV.clientSecrets], parseClients);

/** One document may take as long as the function that answers it: 10 seconds, and some for its cold start. Milliseconds. */
const TIMEOUT_MS = 20_000;

const requestHandler = { connectionTimeout: 2_000, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true };
const lambda = new LambdaClient({ requestHandler });
const codeDeploy = new CodeDeployClient({ requestHandler });

/**
 * What CodeDeploy calls before a version gets any traffic: asks it every document of examples/, and says whether all were answered. Where this function fails
 * itself, CodeDeploy waits an hour and then gives the version up.
 */
export function handler(event: unknown, context: Context): Promise<{ status: 'Succeeded' | 'Failed' } | { refused: string }> {
  return observed(context, async () => {
    const { DeploymentId: deploymentId, LifecycleEventHookExecutionId: lifecycleEventHookExecutionId } = (event ?? {}) as Record<
      string,
      unknown
    >;
    if (typeof deploymentId !== 'string' || typeof lifecycleEventHookExecutionId !== 'string') {
      log({ level: 'warn', message: 'An event was no deployment' });
      return { refused: 'This function takes the events of a deployment only' };
    }
    const status = (await isSound()) ? 'Succeeded' : 'Failed';
    await codeDeploy.send(new PutLifecycleEventHookExecutionStatusCommand({ deploymentId, lifecycleEventHookExecutionId, status }));
    return { status };
  });
}

async function isSound(): Promise<boolean> {
  try {
    const { asked, wrong } = await examine(ask);
    for (const fault of wrong) log({ level: 'error', message: 'The new version did not answer a document', version, ...fault });
    log({ level: 'info', message: 'The new version was asked', version, asked, wrong: wrong.length });
    return wrong.length === 0;
  } catch (error) {
    log({ level: 'error', message: 'The new version could not be asked', version, error: whole(error) });
    return false;
  }
}

/** Asks as API Gateway would, with what the CDN shows, and as a client that may ask in its own words. */
async function ask(query: string, variables: object): Promise<Answer> {
  const [origin, known] = await Promise.all([originSecrets(), clients()]);
  const [shown] = origin ?? [];
  const secret = known.get(EXAMINER);
  const event = {
    ...{ version: '2.0', routeKey: 'ANY /graphql', rawPath: '/graphql', rawQueryString: '', isBase64Encoded: false },
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/json' },
      ...(shown ? { [HEADERS.origin]: shown } : {}),
      ...(secret ? { [HEADERS.client]: `${EXAMINER}:${secret}` } : {}),
    },
    requestContext: { http: { method: 'POST', path: '/graphql', protocol: 'HTTP/1.1', sourceIp: '', userAgent: 'deployment' } },
    body: JSON.stringify({ query, variables }),
  };
  const { FunctionError, Payload } = await lambda.send(new InvokeCommand({ FunctionName: version, Payload: JSON.stringify(event) }));
  const said = Payload?.transformToString() ?? '';
  if (FunctionError) throw new Error(`The function failed: ${said.slice(0, 500)}`);
  const { statusCode, body } = JSON.parse(said) as { statusCode: number; body: string };
  return { statusCode, ...(JSON.parse(body) as object) };
}
