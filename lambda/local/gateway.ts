import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type OutgoingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context, Handler } from 'aws-lambda';
import { CannotStart } from './cannot-start.ts';

/** A function as it is deployed, whatever it answers. */
// biome-ignore lint/suspicious/noExplicitAny: handlers state the answer they give, and the gateway takes each as it comes
export type HttpHandler = Handler<APIGatewayProxyEventV2, any>;

/** A synchronous call of Lambda carries 6 MB each way, base64 included. See AWS Lambda quotas, "Invocation payload". */
const PAYLOAD_LIMIT = 6 * 1024 * 1024;

/** API Gateway gives up on a function after 30 seconds. See its quotas for HTTP APIs, "Maximum integration timeout". Milliseconds. */
const INTEGRATION_TIMEOUT = 30_000;

/** Requests under way have this long when the gateway ends. Milliseconds. */
const GRACE = 2_000;

/** Content types that API Gateway hands on as text; all others reach the function as base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b|[\w.-]+\/[\w.-]+\+(json|xml)\b)/i;

/** Nothing that a page holds may ask anybody but this service. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:",
  'cache-control': 'no-cache',
};

/**
 * Serves Lambda functions over HTTP as an HTTP API of Amazon API Gateway does with payload format 2.0: its events go in, its
 * kinds of answer come out, and its own words say 404, 413, 500 and 503.
 * @param options.functions by API Gateway's route keys: `ANY /graphql`, `POST /ingest/{format}`; the first that fits answers
 * @param options.pages HTML by path, besides the functions; made when it is asked for
 * @param options.port 0 takes a free one
 * @returns the address, without a slash at its end; the disposal lets requests under way finish for two seconds
 * @throws {CannotStart} when the port or the host cannot be had
 */
export async function startGateway(options: {
  functions: Record<string, HttpHandler>;
  pages?: Record<string, () => string | Promise<string>>;
  port: number;
  host?: string | undefined;
}): Promise<{ url: string } & AsyncDisposable> {
  const { functions, pages = {}, port, host = '127.0.0.1' } = options;
  const routes = Object.entries(functions).map(([key, handler]) => ({ key, handler, match: matcher(key) }));
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      if (!request.errored) console.error(error); // an error of the request: its sender went away
      if (response.headersSent) response.destroy();
      else say(response, 500, 'Internal Server Error');
    });
  });

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    const [path = '/', ...query] = url.split('?');
    const page = pages[path];
    if (page && (method === 'GET' || method === 'HEAD')) {
      return write(response, 200, PAGE_HEADERS, Buffer.from(await page()));
    }
    for (const { key, handler, match } of routes) {
      const parameters = match(method, path);
      if (!parameters) continue;
      const body = await readBody(request);
      const event = toEvent(request, { key, path, query: query.join('?'), parameters, body });
      if (body.length > PAYLOAD_LIMIT || (event.body?.length ?? 0) > PAYLOAD_LIMIT) return say(response, 413, 'Request Too Long');
      return call(handler, event, response);
    }
    say(response, 404, 'Not Found');
  }

  await listen(server, port, host);
  const { address, family, port: opened } = server.address() as AddressInfo;
  const name = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return { url: `http://${name}:${opened}`, [Symbol.asyncDispose]: () => close(server) };
}

/**
 * Finds out early whether a gateway could listen there.
 * @throws {CannotStart} as {@link startGateway} would
 */
export async function expectFreePort(port: number, host = '127.0.0.1'): Promise<void> {
  const server = createServer();
  await listen(server, port, host);
  await close(server);
}

/** @returns the parameters of a path that fits the route, decoded; null for one that does not */
function matcher(routeKey: string): (method: string, path: string) => Record<string, string> | null {
  const [wanted, pattern = '/'] = routeKey.split(' ');
  const names = pattern.split('/');
  return (method, path) => {
    const segments = path.split('/');
    const greedy = /^\{\w+\+\}$/.test(names.at(-1) ?? ''); // takes all that is left, as `{slug+}` does
    if (greedy) segments.push(segments.splice(names.length - 1).join('/'));
    if ((wanted !== 'ANY' && wanted !== method) || segments.length !== names.length) return null;
    const parameters: Record<string, string> = {};
    for (const [place, segment] of segments.entries()) {
      const variable = /^\{(\w+)\+?\}$/.exec(names[place] ?? '')?.[1];
      const value = variable ? decode(segment) : segment;
      if (variable && value) parameters[variable] = value;
      else if (variable || value !== names[place]) return null;
    }
    return parameters;
  };
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** Takes one byte more than the limit at most, and lets the rest go by: a sender that is cut off would not read the answer. */
async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (size > PAYLOAD_LIMIT) continue;
    size += chunk.length;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function toEvent(
  request: IncomingMessage,
  { key, path, query, parameters, body }: { key: string; path: string; query: string; parameters: Record<string, string>; body: Buffer },
): APIGatewayProxyEventV2 {
  const { cookie = [], ...distinct } = request.headersDistinct;
  const headers = Object.fromEntries(Object.entries(distinct).map(([name, values = []]) => [name, values.join(',')]));
  const cookies = cookie.flatMap((line) => line.split(/;\s*/)).filter(Boolean);
  const search = new URLSearchParams(query);
  const isText = TEXT.test(headers['content-type'] ?? '') && isUtf8(body);
  const now = new Date();
  return {
    version: '2.0',
    routeKey: key,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(search.size > 0 && {
      queryStringParameters: Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name).join(',')])),
    }),
    ...(Object.keys(parameters).length > 0 && { pathParameters: parameters }),
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

async function call(handler: HttpHandler, event: APIGatewayProxyEventV2, response: ServerResponse): Promise<void> {
  const deadline = Date.now() + INTEGRATION_TIMEOUT;
  const context: Context = {
    functionName: event.routeKey,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:local:function:${event.routeKey}`,
    memoryLimitInMB: '1024',
    awsRequestId: randomUUID(),
    logGroupName: 'local',
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
  const timer = new AbortController();
  const late = sleep(INTEGRATION_TIMEOUT, 'LATE', { signal: timer.signal }).catch(() => 'LATE');
  const result: unknown = await Promise.race([handler(event, context, () => {}), late]).finally(() => timer.abort());
  if (result === 'LATE') say(response, 503, 'Service Unavailable');
  else send(response, result);
}

/** What counts as an answer with a status is what API Gateway takes for one; anything else is a JSON body and went well. */
function send(response: ServerResponse, result: unknown): void {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const json = typeof result === 'string' ? result : JSON.stringify(result ?? null);
    write(response, 200, { 'content-type': 'application/json' }, Buffer.from(json));
    return;
  }
  const {
    statusCode,
    headers = {},
    cookies = [],
    body = '',
    isBase64Encoded = false,
  } = result as Partial<APIGatewayProxyStructuredResultV2>;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599) throw new Error(`A function answered with the status ${statusCode}`);
  if (typeof body !== 'string') throw new Error(`A function answered with a body that is no text but ${typeof body}`);
  if (Buffer.byteLength(body) > PAYLOAD_LIMIT) throw new Error('A function answered with more than 6 MB, which Lambda refuses');
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const sent = {
    'content-type': 'text/plain;charset=UTF-8',
    ...Object.fromEntries(named),
    ...(cookies.length > 0 && { 'set-cookie': cookies }),
  };
  write(response, status, sent, Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'));
}

/** An answer of the gateway's own, in API Gateway's shape. */
function say(response: ServerResponse, status: number, message: string): void {
  write(response, status, { 'content-type': 'application/json' }, Buffer.from(JSON.stringify({ message })));
}

/** States the length, as API Gateway does, except for answers that have no body. */
function write(response: ServerResponse, status: number, headers: OutgoingHttpHeaders, body: Buffer): void {
  response.writeHead(status, status === 204 || status === 304 ? headers : { ...headers, 'content-length': body.length }).end(body);
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const another = `Choose another one: PORT=${port < 65_535 ? port + 1 : 4000} npm start`;
    if (code === 'EADDRINUSE') throw new CannotStart(`Port ${port} of ${host} is taken. ${another}`);
    if (code === 'EACCES') throw new CannotStart(`Port ${port} may not be opened by this user. ${another.replace(/=\d+/, '=4000')}`);
    throw new CannotStart(`HOST=${host} is no address of this machine (${code}). Unset HOST to listen on 127.0.0.1.`, { cause: error });
  }
}

async function close(server: Server): Promise<void> {
  const closed = once(server.close(), 'close');
  const idle = setInterval(() => server.closeIdleConnections(), 20); // a connection kept alive turns idle only after its answer
  await Promise.race([closed, sleep(GRACE, undefined, { ref: false })]);
  clearInterval(idle);
  server.closeAllConnections();
  await closed;
}
