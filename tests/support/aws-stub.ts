import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { ENV } from '../../lambda/config.ts';

/** An event as EventBridge was given it. */
export type PutEvent = { EventBusName: string; Source: string; DetailType: string; Time: number; Detail: string };

/** EventBridge, CloudFront and the site behind it, as far as the events side asks them, over HTTP and to the letter of their APIs. */
export type AwsStub = AsyncDisposable & {
  /** What a function must be told to ask these instead of AWS. */
  environment: Record<string, string>;
  events: PutEvent[];
  purges: { reference: string; tags: string[] }[];
  /** What came, in its order: `purge`, the detail type of an event, `check`. */
  order: string[];
  /** Which entries EventBridge does not take, though the call went well; none at first. */
  refuses: (event: PutEvent) => boolean;
  /** Whether CloudFront refuses orders; whether EventBridge takes calls and answers none. */
  purgesFail: boolean;
  hangs: boolean;
  /** What a reader behind the CDN is answered for an article. */
  shown: (id: string) => { __typename: string } | null;
};

const DISTRIBUTION = 'E0STUB';

export async function startAwsStub(): Promise<AwsStub> {
  const server = createServer(async (request, reply) => {
    const body = await text(request);
    const url = new URL(request.url ?? '/', 'http://stub');
    const json = (status: number, answer: unknown, type = 'application/json') =>
      reply.writeHead(status, { 'content-type': type }).end(JSON.stringify(answer));
    if (request.headers['x-amz-target'] === 'AWSEvents.PutEvents') {
      if (stub.hangs) return;
      const { Entries } = JSON.parse(body) as { Entries: PutEvent[] };
      const answers = Entries.map((event, turn) => {
        if (stub.refuses(event)) return { ErrorCode: 'ThrottlingException', ErrorMessage: 'Rate exceeded' };
        stub.events.push(event);
        stub.order.push(event.DetailType);
        return { EventId: `event-${stub.events.length}-${turn}` };
      });
      const FailedEntryCount = answers.filter((answer) => 'ErrorCode' in answer).length;
      json(200, { FailedEntryCount, Entries: answers }, 'application/x-amz-json-1.1');
    } else if (request.method === 'POST' && url.pathname === `/2020-05-31/distribution/${DISTRIBUTION}/invalidation`) {
      if (stub.purgesFail) {
        const error = '<Code>TooManyInvalidationsInProgress</Code><Message>Too many</Message>';
        reply
          .writeHead(400, { 'content-type': 'text/xml' })
          .end(`<ErrorResponse><Error><Type>Sender</Type>${error}</Error></ErrorResponse>`);
        return;
      }
      const reference = /<CallerReference>(.*?)<\/CallerReference>/.exec(body)?.[1] ?? '';
      const tags = [...body.matchAll(/<Path>(.*?)<\/Path>/g)].map(([, tag = '']) => tag);
      stub.purges.push({ reference, tags });
      stub.order.push('purge');
      const status = '<Id>I1</Id><Status>InProgress</Status><CreateTime>2026-03-14T06:00:00Z</CreateTime>';
      reply.writeHead(201, { 'content-type': 'text/xml' }).end(`<Invalidation>${status}</Invalidation>`);
    } else if (url.pathname === '/graphql') {
      stub.order.push('check');
      json(200, { data: { article: stub.shown(url.searchParams.get('id') ?? '') } });
    } else json(404, { message: `${request.method} ${request.url}` });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stub: AwsStub = {
    environment: {
      [ENV.eventBus]: 'news',
      [ENV.distribution]: DISTRIBUTION,
      [ENV.killCheck]: `${address}/graphql?id={id}`,
      AWS_ENDPOINT_URL_EVENTBRIDGE: address,
      AWS_ENDPOINT_URL_CLOUDFRONT: address,
    },
    ...{ events: [], purges: [], order: [], refuses: () => false, purgesFail: false, hangs: false },
    shown: () => ({ __typename: 'WithdrawnArticle' }),
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
    },
  };
  return stub;
}
