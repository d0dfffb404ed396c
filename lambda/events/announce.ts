import { articleTag, CROWDED, listTag } from '../domain/cache-tags.ts';
import { digest } from '../domain/identity.ts';
import type { Instant } from '../domain/instant.ts';
import { count } from '../invocation.ts';
import { type Log, whole } from '../log.ts';
import { type Announceable, readAnnounceable } from '../store/announceable.ts';
import type { ChangeRef } from '../store/items.ts';
import type { NewsTable } from '../store/news-table.ts';
import { announcementOf, eventId } from './announcement.ts';
import type { Cdn } from './cdn.ts';
import type { EventBus } from './event-bus.ts';
import { confirmKills } from './kill-receipt.ts';

/** What announcing needs. */
export type NewsDesk = {
  table: NewsTable;
  bus: EventBus;
  cdn: Cdn;
  log: Log;
  /** The wall clock. */
  clock: () => Instant;
  /** When the time of the invocation is up. */
  deadline: AbortSignal;
};

/** What came of a change: it is announced; its moment has not come; it never will be; it could not be. */
export type Told = 'ANNOUNCED' | 'AHEAD' | 'GONE' | { failed: unknown };

/**
 * Announces the changes that are due, after the answers that they make stale were purged: whoever hears of a change and asks finds it. Nothing is
 * said of a change whose moment has not come. Where all together fail, each is tried alone: one that cannot be read holds up no other.
 * @param occasion tells apart purges of the same change that must both happen
 * @returns what came of each, in their order. Never rejects.
 */
export async function announce(desk: NewsDesk, changes: readonly ChangeRef[], occasion: 'WRITTEN' | 'SETTLED'): Promise<Told[]> {
  if (changes.length === 0) return [];
  try {
    return await announceTogether(desk, changes, occasion);
  } catch (failed) {
    if (changes.length > 1 && !desk.deadline.aborted) {
      const told: Told[] = [];
      for (const change of changes) told.push(...(await announce(desk, [change], occasion)));
      return told;
    }
    desk.log({ level: 'error', message: 'A change could not be announced', changes: changes.map(eventId), error: whole(failed) });
    return changes.map(() => ({ failed }));
  }
}

async function announceTogether(desk: NewsDesk, changes: readonly ChangeRef[], occasion: string): Promise<Told[]> {
  const { table, bus, cdn, clock, deadline } = desk;
  const found = await readAnnounceable(table, changes, clock());
  const due = [...new Map(found.filter(isDue).map((change) => [eventId(change), change])).values()];
  if (due.length > 0) {
    const tags = [...new Set(due.flatMap(tagsOf))].sort();
    await cdn.purge(tags, digest(occasion, ...due.map(eventId).sort(), ...tags), deadline);
  }
  const purgedAt = clock();
  const untaken = await bus(due.map(announcementOf), deadline);
  const announced = due.filter((change) => !untaken.has(eventId(change)));
  if (announced.length > 0) count('Announced', announced.length);
  await confirmKills(
    desk,
    announced.filter(({ kind }) => kind === 'WITHDRAWN'),
    purgedAt,
  );
  return found.map((change) => {
    if (!isDue(change)) return change.stands;
    return untaken.has(eventId(change)) ? { failed: 'The event bus did not take it' } : 'ANNOUNCED';
  });
}

function isDue(change: Announceable): change is Announceable & { stands: 'DUE' } {
  return change.stands === 'DUE';
}

/**
 * Every answer that shows an article is marked with it, so that what changes or goes takes them along. A new one stands in none yet: the lists
 * that editors watch are purged for it, all others show it when they have aged. Each tag is paid for.
 */
function tagsOf({ articleId, kind, lists }: Announceable & { stands: 'DUE' }): string[] {
  if (kind === 'PUBLISHED') return [articleTag(articleId), ...lists.filter((list) => /^(LATEST|SECTION)\b/.test(list)).map(listTag)];
  return kind === 'WITHDRAWN' ? [articleTag(articleId), CROWDED] : [articleTag(articleId)];
}
