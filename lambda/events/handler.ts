import type { Context, DynamoDBBatchResponse } from 'aws-lambda';
import { readConfig, readEventsConfig } from '../config.ts';
import { instantOf } from '../domain/instant.ts';
import { count, deadlineOf, observed } from '../invocation.ts';
import { log } from '../log.ts';
import { metered, openNewsTable } from '../store/news-table.ts';
import type { NewsDesk } from './announce.ts';
import { openCdn } from './cdn.ts';
import { openEventBus } from './event-bus.ts';
import { answerSchedule } from './schedule.ts';
import { answerStream } from './stream.ts';

const { newsTable, dynamodbEndpoint } = readConfig();
const { eventBus, distribution, killCheck } = readEventsConfig();
const table = openNewsTable({ tableName: newsTable, endpoint: dynamodbEndpoint, throttled: () => count('Throttles') });
const bus = openEventBus(eventBus, log);
const cdn = openCdn({ distribution, killCheck });

/** What a pass of the schedule may take after its last wait, in milliseconds. */
const FOR_A_PASS = 20_000;

type Answer = DynamoDBBatchResponse | { moments: number } | { refused: string };

/** The events side as Lambda calls it: with records of the table's stream, and every minute by a schedule. */
export function handler(event: unknown, context: Context): Promise<Answer> {
  return observed(context, async () => {
    const left = context.getRemainingTimeInMillis();
    const deadline = deadlineOf(context);
    const desk: NewsDesk = { table: metered(table, deadline), bus, cdn, log, clock: () => instantOf(Date.now()), deadline };
    try {
      if (isStream(event)) return await answerStream(desk, event.Records);
      if (isSchedule(event)) return await answerSchedule(desk, left - FOR_A_PASS);
      log({ level: 'warn', message: 'An event was neither records of the table nor the schedule' });
      return { refused: 'This function takes records of the table and its schedule only' };
    } finally {
      const { calls, units } = desk.table.meter;
      count('DynamoDbCalls', calls);
      count('DynamoDbUnits', units);
    }
  });
}

/** One record that is not as it should be spoils no batch: what is not answered for counts as done. */
function isStream(event: unknown): event is { Records: unknown[] } {
  const { Records } = (event ?? {}) as { Records?: { eventSource?: unknown }[] };
  return Array.isArray(Records) && Records.some((record) => record?.eventSource === 'aws:dynamodb');
}

/** EventBridge's rules and its scheduler say so alike. */
function isSchedule(event: unknown): boolean {
  return (event as { 'detail-type'?: unknown } | null)?.['detail-type'] === 'Scheduled Event';
}
