import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { expectFreePort, type HttpHandler, startGateway } from '../../lambda/local/gateway.ts';

/** A gateway on a free port before one function that remembers what it was given and answers what it is told. */
async function gatewayBefore(answer: unknown, routeKey = 'ANY /graphql') {
  const calls: { event: APIGatewayProxyEventV2; context: Context }[] = [];
  const handler: HttpHandler = async (event, context) => {
    calls.push({ event, context });
    return typeof answer === 'function' ? answer(event) : answer;
  };
  const gateway = await startGateway({ functions: { [routeKey]: handler }, pages: { '/': () => '<h1>Hello</h1>' }, port: 0 });
  return { ...gateway, calls, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

/** What stands on the wire in answer to these bytes, for what fetch will not send. */
function exchange(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      answer += text;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}

describe('what a function is given', () => {
  it('is an event of API Gateway, payload format 2.0', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    await fetch(`${gateway.url}/graphql?a=1&b=x%20y&a=2`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Newsroom': 'Tide', 'User-Agent': 'a test' },
      body: '{"query":"{ __typename }"}',
    });

    const event = gateway.calls[0]?.event;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /graphql',
      rawPath: '/graphql',
      rawQueryString: 'a=1&b=x%20y&a=2',
      queryStringParameters: { a: '1,2', b: 'x y' },
      headers: { 'content-type': 'application/json', 'x-newsroom': 'Tide' },
      requestContext: { http: { method: 'POST', path: '/graphql', sourceIp: '127.0.0.1', userAgent: 'a test' }, stage: '$default' },
      body: '{"query":"{ __typename }"}',
      isBase64Encoded: false,
    });
    expect(event?.requestContext.requestId).toMatch(/^[\da-f-]{36}$/);
  });

  it('leaves out what a request does not have', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    await fetch(`${gateway.url}/graphql`);

    const event = gateway.calls[0]?.event;
    expect(event).toMatchObject({ rawQueryString: '', isBase64Encoded: false });
    expect(event).not.toHaveProperty('body');
    expect(event).not.toHaveProperty('cookies');
    expect(event).not.toHaveProperty('queryStringParameters');
  });

  it('joins repeated headers with commas and keeps cookies apart', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    await exchange(
      gateway.url,
      'GET /graphql HTTP/1.1\r\nHost: news\r\nX-Two: one\r\nx-two: two\r\nCookie: a=1; b=2\r\nConnection: close\r\n\r\n',
    );

    const event = gateway.calls[0]?.event;
    expect(event?.headers['x-two']).toBe('one,two');
    expect(event?.cookies).toEqual(['a=1', 'b=2']);
    expect(event?.headers).not.toHaveProperty('cookie');
  });

  it('has its bytes as base64 when they are no text, or not said to be', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    const bodies = [
      ['image/jpeg', randomBytes(1_000)],
      ['text/plain', Buffer.from('caf\xe9', 'latin1')],
      ['application/octet-stream', Buffer.from('plain words')],
    ] as const;
    for (const [type, body] of bodies) await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });

    const given = gateway.calls.map(({ event }) => event.isBase64Encoded && Buffer.from(event.body ?? '', 'base64'));
    expect(given).toEqual(bodies.map(([, body]) => body));
  });

  it('keeps every character of a text, a byte order mark too', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    const text = '\ufeff# ميناء\r\n\r\n“Ebb”, 🌊\n';
    await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': 'text/markdown; charset=utf-8' }, body: text });

    expect(gateway.calls[0]?.event.body).toBe(text);
  });

  it('names the parameters of its route, decoded', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 }, 'POST /ingest/{format}');
    await fetch(`${gateway.url}/ingest/plain%20text`, { method: 'POST', body: 'x' });

    expect(gateway.calls[0]?.event.pathParameters).toEqual({ format: 'plain text' });
  });

  it('comes with a context that counts down', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    await fetch(`${gateway.url}/graphql`);

    const context = gateway.calls[0]?.context;
    expect(context?.awsRequestId).toMatch(/^[\da-f-]{36}$/);
    const before = context?.getRemainingTimeInMillis() ?? 0;
    expect(before).toBeGreaterThan(20_000);
    await sleep(20);
    expect(context?.getRemainingTimeInMillis()).toBeLessThan(before);
  });
});

describe('what a client is answered', () => {
  it('has the status, headers, cookies and body of the function', async () => {
    await using gateway = await gatewayBefore({
      statusCode: 201,
      headers: { 'Content-Type': 'application/ld+json', 'X-Count': 3 },
      cookies: ['a=1; HttpOnly', 'b=2'],
      body: '{"ok":true}',
    });
    const response = await fetch(`${gateway.url}/graphql`);

    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/ld+json');
    expect(response.headers.get('x-count')).toBe('3');
    expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2']);
    expect(await response.json()).toEqual({ ok: true });
  });

  it('has the bytes of a base64 body', async () => {
    const bytes = randomBytes(500);
    await using gateway = await gatewayBefore({ statusCode: 200, body: bytes.toString('base64'), isBase64Encoded: true });
    const response = await fetch(`${gateway.url}/graphql`);

    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  });

  it.each([
    ['an object', { answer: 42 }, '{"answer":42}'],
    ['a text', 'Hello', 'Hello'],
    ['nothing', undefined, 'null'],
  ])('is a JSON body when the function gives only %s', async (_, answer, body) => {
    await using gateway = await gatewayBefore(answer);
    const response = await fetch(`${gateway.url}/graphql`);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.text()).toBe(body);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('the password is swordfish'))],
    ['answers without a proper status', { statusCode: 'none' }],
    ['answers with a body that is no text', { statusCode: 200, body: { a: 1 } }],
    ['answers with a header that HTTP cannot carry', { statusCode: 200, headers: { 'x-a': 'a\r\nb: c' } }],
    ['answers with more than Lambda carries', { statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024 + 1) }],
  ])('is a masked 500 when the function %s, and the log has it whole', async (_, answer) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    await using gateway = await gatewayBefore(answer);
    const response = await fetch(`${gateway.url}/graphql`);

    expect(response.status).toBe(500);
    expect(await response.text()).toBe('{"message":"Internal Server Error"}');
    expect(log).toHaveBeenCalledWith(expect.any(Error));
    log.mockRestore();
  });

  it('is 404 where nothing stands, and where the method or the path does not fit', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 }, 'POST /ingest/{format}');
    const statuses = await Promise.all(
      [
        ['GET', '/ingest/text'],
        ['POST', '/ingest'],
        ['POST', '/ingest/'],
        ['POST', '/ingest/text/more'],
        ['POST', '/ingest/%E0%A4'],
        ['GET', '/__proto__'],
        ['POST', '/'],
      ].map(async ([method, path]) => (await fetch(`${gateway.url}${path}`, { method })).status),
    );

    expect(statuses).toEqual(Array(7).fill(404));
    expect(gateway.calls).toEqual([]);
  });

  it('is a page where one stands, and the page may ask nobody else', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    const response = await fetch(gateway.url);

    expect(await response.text()).toBe('<h1>Hello</h1>');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self'/);
  });
});

describe('the limit of 6 MB', () => {
  const limit = 6 * 1024 * 1024;

  it('lets a text of just that size through', async () => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: 'x'.repeat(limit),
    });

    expect(response.status).toBe(204);
    expect(gateway.calls[0]?.event.body).toHaveLength(limit);
  });

  it.each([
    ['a text one byte longer', 'text/plain', Buffer.alloc(limit + 1, 'x')],
    ['five times as much', 'text/plain', Buffer.alloc(limit * 5, 'x')],
    ['bytes that base64 makes too long', 'image/jpeg', Buffer.alloc(limit - 1, 'x')],
  ])('answers 413 to %s, and the function never sees it', async (_, type, body) => {
    await using gateway = await gatewayBefore({ statusCode: 204 });
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers: { 'content-type': type }, body });

    expect(response.status).toBe(413);
    expect(gateway.calls).toEqual([]);
  });
});

describe('the end of a gateway', () => {
  it('lets a request under way finish, and takes no new one', async () => {
    const gateway = await gatewayBefore(async () => {
      await sleep(300);
      return { statusCode: 200, body: 'finished' };
    });
    const underWay = fetch(`${gateway.url}/graphql`).then((response) => response.text());
    await vi.waitFor(() => expect(gateway.calls).toHaveLength(1));
    await gateway[Symbol.asyncDispose]();

    expect(await underWay).toBe('finished');
    await expect(fetch(`${gateway.url}/graphql`)).rejects.toThrow();
  });

  it('does not wait for a function that hangs', async () => {
    const gateway = await gatewayBefore(() => new Promise(() => {}));
    const underWay = fetch(`${gateway.url}/graphql`).catch(() => 'cut');
    await vi.waitFor(() => expect(gateway.calls).toHaveLength(1));
    await gateway[Symbol.asyncDispose]();

    expect(await underWay).toBe('cut');
  });
});

describe('a port or a host that cannot be had', () => {
  it('is told in a sentence that says what to type', async () => {
    await using gateway = await gatewayBefore(null);
    const port = Number(new URL(gateway.url).port);

    await expect(expectFreePort(port)).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken. Choose another one: PORT=`);
    await expect(startGateway({ functions: {}, port: 0, host: '192.0.2.1' })).rejects.toThrow(
      'HOST=192.0.2.1 is no address of this machine',
    );
  });
});
