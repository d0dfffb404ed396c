import type { DynamoDBBatchResponse } from 'aws-lambda';
import { digest } from '../domain/identity.ts';
import { millisecondsOf } from '../domain/instant.ts';
import { count } from '../invocation.ts';
import { whole } from '../log.ts';
import { parkChange } from '../store/announceable.ts';
import type { ChangeRef } from '../store/items.ts';
import { announce, type NewsDesk } from './announce.ts';
import { eventId } from './announcement.ts';
import { type Notice, noticeOf } from './records.ts';

/** A change so little ahead of our clock was written by somebody whose clock is ahead, and has no moment of its own; milliseconds. */
const CLOCKS_DIFFER_MS = 60_000;

type Told = { sequence: string; notice: Notice };

/**
 * Announces what a batch of the table's stream tells of. What cannot be announced now is left among the moments, so that the stream goes on and the
 * schedule tries again; only where that fails too are records given back to Lambda, which sends them again. Never rejects.
 */
export async function answerStream(desk: NewsDesk, records: readonly unknown[]): Promise<DynamoDBBatchResponse> {
  const told = records.flatMap((record): Told[] => {
    const sequence = (record as { dynamodb?: { SequenceNumber?: unknown } } | null)?.dynamodb?.SequenceNumber;
    try {
      return [{ sequence: typeof sequence === 'string' ? sequence : '', notice: noticeOf(record ?? {}) }];
    } catch (error) {
      desk.log({ level: 'error', message: 'A record of the stream cannot be read, and is passed over', sequence, error: whole(error) });
      return []; // sent again, it would be the same
    }
  });
  const failed = new Set([...(await purgeFor(desk, told)), ...(await announceFor(desk, told))]);
  return { batchItemFailures: [...failed].filter((sequence) => sequence !== '').map((itemIdentifier) => ({ itemIdentifier })) };
}

/** @returns the sequence numbers of records whose tags could not be purged */
async function purgeFor({ cdn, log, deadline }: NewsDesk, told: readonly Told[]): Promise<string[]> {
  const asked = told.flatMap(({ sequence, notice }) => (notice && 'purge' in notice ? [{ sequence, tag: notice.purge }] : []));
  if (asked.length === 0) return [];
  const tags = [...new Set(asked.map(({ tag }) => tag))].sort();
  try {
    await cdn.purge(tags, digest(...asked.map(({ sequence }) => sequence), ...tags), deadline);
    return [];
  } catch (error) {
    log({ level: 'error', message: 'A purge failed', tags, error: whole(error) });
    return asked.map(({ sequence }) => sequence);
  }
}

/** @returns the sequence numbers of records whose change is neither announced nor parked */
async function announceFor(desk: NewsDesk, told: readonly Told[]): Promise<string[]> {
  const asked = told.flatMap(({ sequence, notice }) => (notice && 'change' in notice ? [{ sequence, change: notice.change }] : []));
  const outcomes = await announce(
    desk,
    asked.map(({ change }) => change),
    'WRITTEN',
  );
  const failed: string[] = [];
  for (const [turn, { sequence, change }] of asked.entries()) {
    const outcome = outcomes[turn];
    const later = outcome === 'AHEAD' && millisecondsOf(change.changedAt) - millisecondsOf(desk.clock()) <= CLOCKS_DIFFER_MS;
    if ((later || typeof outcome === 'object') && !(await park(desk, change))) failed.push(sequence);
  }
  return failed;
}

async function park({ table, log }: NewsDesk, change: ChangeRef): Promise<boolean> {
  try {
    await parkChange(table, change);
    count('Parked');
    return true;
  } catch (error) {
    log({ level: 'error', message: 'A change could not be left for the schedule', change: eventId(change), error: whole(error) });
    return false;
  }
}
