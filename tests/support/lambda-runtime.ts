import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { createInterface } from 'node:readline';
import { json } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { BundleName } from '../../build.ts';
import type { HttpHandler } from '../../lambda/local/gateway.ts';

/** Lambda's own shape of an error. */
export type LambdaError = { errorType: string; errorMessage: string; trace?: string[] };

/** What comes back for one invocation: the function's answer, or that it failed. */
export type Invoked = { response: unknown; error?: never } | { response?: never; error: LambdaError };

export type LambdaRuntime = AsyncDisposable & {
  /** Invokes the function, one event at a time. Never rejects. A function that has ended is not started again: it only gives its last error. */
  invoke(event: unknown): Promise<Invoked>;
  /** What the function has written to standard output and error so far. */
  lines: readonly string[];
};

const RUNTIME_API = /^\/2018-06-01\/runtime\/(?:invocation\/[\w-]+\/)?(init\/error|invocation\/next|response|error)$/;
const RUNTIME_CLIENT = fileURLToPath(import.meta.resolve('aws-lambda-ric'));
const TRANSPORT = import.meta.resolve('./rapid-client.ts');

/**
 * Runs a built bundle as Lambda does: in a folder that holds nothing else, under Lambda's own runtime client, with nothing
 * of this process's environment. Ends with the scope that holds it.
 * @param timeoutMs how long an invocation may take, waiting for its turn included; then the function is ended, as Lambda does
 * @throws {Error} when the bundle is not built
 */
export async function startLambda({ bundle, environment = {}, timeoutMs = 10_000 }: StartLambda): Promise<LambdaRuntime> {
  const built = `${import.meta.dirname}/../../dist/${bundle}`;
  if (!existsSync(built)) throw new Error(`dist/${bundle} is not built. Type: npm run build`);
  const taskRoot = mkdtempSync(`${tmpdir()}/lambda-${bundle}-`);
  cpSync(built, taskRoot, { recursive: true });

  const queue: { id: string; event: unknown; answer(invoked: Invoked): void }[] = []; // the first one is with the function
  const lines: string[] = [];
  let wake = (): void => {}; // ends the wait of `next` for an event
  let lastError: LambdaError | undefined;

  const fail = (error: LambdaError): void => {
    lastError ??= error;
    for (const { answer } of queue.splice(0)) answer({ error: lastError });
  };

  const api = createServer(async (request, reply) => {
    const call = RUNTIME_API.exec(request.url ?? '')?.[1];
    if (call === 'invocation/next') {
      while (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      reply.setHeader('lambda-runtime-aws-request-id', queue[0]?.id ?? '');
      reply.setHeader('lambda-runtime-deadline-ms', Date.now() + timeoutMs);
      reply.setHeader('lambda-runtime-invoked-function-arn', `arn:aws:lambda:eu-west-1:000000000000:function:${bundle}`);
      reply.end(JSON.stringify(queue[0]?.event));
    } else {
      const sent = await json(request);
      if (call === 'response') queue.shift()?.answer({ response: sent });
      else if (call === 'error') queue.shift()?.answer({ error: sent as LambdaError });
      else fail(sent as LambdaError);
      reply.writeHead(202).end();
    }
  }).listen(0, '127.0.0.1');
  await once(api, 'listening');

  const child = spawn(process.execPath, ['--import', TRANSPORT, RUNTIME_CLIENT], {
    cwd: taskRoot,
    env: {
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${(api.address() as AddressInfo).port}`,
      LAMBDA_TASK_ROOT: taskRoot,
      _HANDLER: 'index.handler',
      AWS_LAMBDA_FUNCTION_NAME: bundle,
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${bundle}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local',
      AWS_LAMBDA_LOG_FORMAT: 'JSON',
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      TZ: ':UTC',
      ...environment,
    },
    stdio: 'pipe', // the transport ends the function when standard input closes, so that it never outlives this process
  });
  for (const input of [child.stdout, child.stderr]) createInterface({ input }).on('line', (line) => lines.push(line));
  const closed = once(child, 'close').then(([code, signal]) =>
    fail({ errorType: 'Runtime.ExitError', errorMessage: `The function ended with ${signal ?? `exit code ${code}`}` }),
  );

  return {
    lines,
    invoke: (event) =>
      new Promise((resolve) => {
        if (lastError) return resolve({ error: lastError });
        const timer = setTimeout(() => {
          fail({ errorType: 'Sandbox.Timedout', errorMessage: `Task timed out after ${timeoutMs / 1000} seconds` });
          child.kill('SIGKILL');
        }, timeoutMs);
        const answer = (invoked: Invoked): void => {
          clearTimeout(timer);
          resolve(invoked);
        };
        queue.push({ id: randomUUID(), event, answer });
        wake();
      }),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL');
      await closed;
      api.close().closeAllConnections();
      rmSync(taskRoot, { recursive: true });
    },
  };
}

type StartLambda = {
  bundle: BundleName;
  /** The variables of the function. */
  environment?: Record<string, string>;
  timeoutMs?: number;
};

/** A function under the runtime, as the gateway calls it. */
export function through(runtime: LambdaRuntime): HttpHandler {
  return async (event) => {
    const { response, error } = await runtime.invoke(event);
    if (error) throw new Error(`${error.errorType}: ${error.errorMessage}`);
    return response;
  };
}
