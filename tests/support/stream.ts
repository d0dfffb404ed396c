import { randomUUID } from 'node:crypto';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { createTable, LOCAL_AWS } from '../../lambda/local/dynamodb.ts';
import { type NewsTable, openNewsTable } from '../../lambda/store/news-table.ts';

/** An empty table with a stream of both images, as AWS has it, and all that its stream holds. Small tables only: see `createTable`. */
export type StreamedTable = {
  table: NewsTable;
  tableName: string;
  /** The records since it was last asked, as Lambda hands them on: oldest first. */
  records(): Promise<StreamRecord[]>;
};

export type StreamRecord = {
  eventSource: 'aws:dynamodb';
  eventName: string;
  dynamodb: { Keys: { pk: { S: string }; sk: { S: string } }; SequenceNumber: string };
};

export async function streamedTable(endpoint: string): Promise<StreamedTable> {
  const tableName = `news-${randomUUID()}`;
  await createTable(endpoint, tableName, { stream: true });
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = LOCAL_AWS;
  const client = new DynamoDBStreamsClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const { Streams = [] } = await client.send(new ListStreamsCommand({ TableName: tableName }));
  const StreamArn = Streams[0]?.StreamArn;
  const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn }));
  const iterators = await Promise.all(
    (StreamDescription?.Shards ?? []).map(async ({ ShardId }) => {
      const asked = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
      return (await client.send(asked)).ShardIterator;
    }),
  );
  return {
    table: openNewsTable({ tableName, endpoint }),
    tableName,
    async records() {
      const found: StreamRecord[] = [];
      for (const [turn, iterator] of iterators.entries()) {
        let next = iterator;
        for (;;) {
          const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator: next }));
          found.push(...Records.map((record) => ({ ...(record as StreamRecord), eventSource: 'aws:dynamodb' as const })));
          next = NextShardIterator;
          if (Records.length === 0 || next === undefined) break;
        }
        iterators[turn] = next;
      }
      return found;
    },
  };
}
