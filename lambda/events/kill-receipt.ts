import { setTimeout as sleep } from 'node:timers/promises';
import type { ArticleId } from '../domain/identity.ts';
import { type Instant, millisecondsOf } from '../domain/instant.ts';
import { count } from '../invocation.ts';
import { type Log, whole } from '../log.ts';
import type { ChangeRef } from '../store/items.ts';
import type { Cdn } from './cdn.ts';

/** How long the CDN may take to show an article gone before somebody has to look; milliseconds. CloudFront says 5 seconds, mostly. */
const CONFIRM_MS = 10_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1_000;

type Desk = { cdn: Cdn; log: Log; clock: () => Instant; deadline: AbortSignal };

/**
 * Asks for each withdrawn article as a reader would until it is gone, and writes one line for it: the milliseconds from its acceptance to the tombstone's
 * purge and to the answer that shows it gone. Never rejects.
 */
export async function confirmKills(desk: Desk, kills: readonly ChangeRef[], purgedAt: Instant): Promise<void> {
  await Promise.all(kills.map((kill) => confirmKill(desk, kill, purgedAt)));
}

async function confirmKill(
  { cdn, log, clock, deadline }: Desk,
  { articleId, version, changedAt }: ChangeRef,
  purgedAt: Instant,
): Promise<void> {
  const since = (instant: Instant) => millisecondsOf(instant) - millisecondsOf(changedAt);
  const receipt = { articleId, version, acceptedAt: changedAt, purgedAfterMs: since(purgedAt) };
  if (cdn.isGone === null) {
    log({ level: 'info', message: 'Withdrawn; nobody has looked', ...receipt });
    return;
  }
  const problem = await untilGone(() => cdn.isGone?.(articleId as ArticleId, deadline), deadline);
  if (problem === null) {
    const goneAfterMs = since(clock());
    count('KillLatency', goneAfterMs);
    log({ level: 'info', message: 'Withdrawn and gone', ...receipt, goneAfterMs });
  } else {
    count('KillsUnconfirmed');
    log({ level: 'error', message: 'Withdrawn, and not seen to be gone', ...receipt, error: whole(problem) });
  }
}

/** @returns null once it is gone, else what kept us from seeing so */
async function untilGone(isGone: () => Promise<boolean> | undefined, deadline: AbortSignal): Promise<unknown> {
  const until = performance.now() + CONFIRM_MS;
  let problem: unknown;
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
    try {
      if (await isGone()) return null;
      problem = 'The article is still shown';
    } catch (error) {
      problem = error;
    }
    if (deadline.aborted || performance.now() + wait > until) return problem;
    await sleep(wait, undefined, { signal: deadline }).catch(() => {});
  }
}
