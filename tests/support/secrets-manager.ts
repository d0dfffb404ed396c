import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** AWS Secrets Manager, as far as functions ask it. */
export type SecretsManager = AsyncDisposable & {
  /** What a function must be told to ask this one instead of AWS. */
  environment: Record<string, string>;
  /** ARN -> text. What is not there cannot be read. */
  secrets: Record<string, string>;
  /** How often it was asked. */
  asked: number;
};

export async function startSecretsManager(): Promise<SecretsManager> {
  const server = createServer(async (request, reply) => {
    const { SecretId } = JSON.parse(await text(request)) as { SecretId: string };
    manager.asked += 1;
    const SecretString = manager.secrets[SecretId];
    const answer =
      SecretString === undefined ? { __type: 'ResourceNotFoundException', message: 'Not there' } : { ARN: SecretId, SecretString };
    reply.writeHead(SecretString === undefined ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const manager: SecretsManager = {
    environment: { AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    secrets: {},
    asked: 0,
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
    },
  };
  return manager;
}
