import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { NewsTable } from '../../lambda/store/news-table.ts';

/** A handle on a table whose first transaction finds that somebody else has written since it was decided. */
export function meanwhile(table: NewsTable, other: () => Promise<unknown>): NewsTable {
  let done = false;
  const send = async (command: never) => {
    if ((command as object) instanceof TransactWriteCommand && !done) {
      done = true;
      await other();
    }
    return table.client.send(command);
  };
  return { ...table, client: new Proxy(table.client, { get: (client, name) => (name === 'send' ? send : Reflect.get(client, name)) }) };
}
