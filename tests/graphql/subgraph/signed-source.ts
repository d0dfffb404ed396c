import { createHmac } from 'node:crypto';
import { RemoteGraphQLDataSource } from '@apollo/gateway';

/** Asks Broadsheet, and signs the very bytes that are sent. */
export function signedSource(url: string, secret: string): RemoteGraphQLDataSource {
  const sign = (body: string) => {
    const seconds = Math.floor(Date.now() / 1000);
    const signed = createHmac('sha256', secret).update(`${seconds}.POST ${new URL(url).pathname}.${body}`);
    return `t=${seconds},v2=${signed.digest('hex')}`;
  };
  return new RemoteGraphQLDataSource({
    url,
    fetcher: (address, { method = 'POST', headers = {}, body } = {}) =>
      fetch(address, { method, headers: { ...headers, 'x-broadsheet-signature': sign(String(body)) }, body: String(body) }),
  });
}
