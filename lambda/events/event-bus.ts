import { setTimeout as sleep } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { type Log, whole } from '../log.ts';
import { type Announcement, EVENT_SOURCE } from './announcement.ts';

/** Takes announcements. @returns the ids of those that it did not take. Never rejects. */
export type EventBus = (announcements: readonly Announcement[], deadline: AbortSignal) => Promise<ReadonlySet<string>>;

/** @see Amazon EventBridge API Reference, "PutEvents": at most 10 entries */
const PER_CALL = 10;

/** The bus takes some entries of a call and not others, mostly for a moment's throttling. */
const ROUNDS = 3;
const FIRST_WAIT_MS = 100;

/** How long one attempt may take to connect, and how long to be answered. EventBridge answers within some 50 ms. */
const TIMEOUT_MS = 2_000;

/** The bus of that name. Keeps connections for the life of the process. */
export function openEventBus(name: string, log: Log): EventBus {
  const client = new EventBridgeClient({
    requestHandler: { connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
  });
  const put = async (announcements: readonly Announcement[], abortSignal: AbortSignal): Promise<Announcement[]> => {
    const Entries = announcements.map(({ type, detail }) => ({
      EventBusName: name,
      Source: EVENT_SOURCE,
      DetailType: type,
      Time: new Date(detail.changedAt),
      Detail: JSON.stringify(detail),
    }));
    try {
      const { Entries: answers = [] } = await client.send(new PutEventsCommand({ Entries }), { abortSignal });
      const refused = announcements.filter((_, turn) => answers[turn]?.EventId === undefined);
      const codes = [...new Set(answers.flatMap(({ ErrorCode }) => ErrorCode ?? []))];
      if (refused.length > 0) log({ level: 'warn', message: 'The event bus did not take everything', refused: refused.length, codes });
      return refused;
    } catch (error) {
      log({ level: 'error', message: 'The event bus failed', error: whole(error) });
      return [...announcements];
    }
  };
  return async (announcements, deadline) => {
    const untaken = new Set<string>();
    for (let at = 0; at < announcements.length; at += PER_CALL) {
      let left = await put(announcements.slice(at, at + PER_CALL), deadline);
      for (let round = 2; left.length > 0 && round <= ROUNDS && !deadline.aborted; round += 1) {
        await sleep(FIRST_WAIT_MS * 2 ** (round - 2) * (0.5 + Math.random() / 2), undefined, { signal: deadline }).catch(() => {});
        left = await put(left, deadline);
      }
      for (const { detail } of left) untaken.add(detail.id);
    }
    return untaken;
  };
}
