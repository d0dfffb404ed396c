import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

type RetryStrategy = Extract<DynamoDBClientConfig['retryStrategy'], { acquireInitialRetryToken: unknown }>;
type RetryToken = Awaited<ReturnType<RetryStrategy['acquireInitialRetryToken']>>;

/** Where three calls in ten fail, ten in a row do six times in a million; the nine waits between them take 1.2 seconds on average, 2.4 at most. */
const ATTEMPTS = 10;

/** DynamoDB answers within some 10 ms, and what throttles one call is often gone with the next. */
const FIRST_WAIT_MS = 25;
const LONGEST_WAIT_MS = 400;

/** How long to wait before an attempt, in milliseconds: doubling, with full jitter. @param attempt 2 for the first repetition */
export function backOff(attempt: number): number {
  return Math.random() * Math.min(FIRST_WAIT_MS * 2 ** (attempt - 2), LONGEST_WAIT_MS);
}

/**
 * Repeats what was throttled, answered with 500 or not answered at all. The SDK's own strategy waits a second after the first throttling, and
 * its allowance for repetitions runs dry after some thousand calls when three in ten fail; a reader would get errors that one more attempt avoids.
 * Ours is bounded by the attempts of each call and by the deadline of each request.
 * @param throttled is told of every attempt that was throttled
 */
export const retries = (throttled: () => void): RetryStrategy => ({
  acquireInitialRetryToken: async () => tokenFor(1),
  refreshRetryTokenForRetry: async (token, { errorType }) => {
    if (errorType === 'THROTTLING') throttled();
    const attempt = token.getRetryCount() + 2;
    if (attempt > ATTEMPTS || (errorType !== 'THROTTLING' && errorType !== 'TRANSIENT')) throw new Error('No further attempt');
    await sleep(backOff(attempt));
    return tokenFor(attempt);
  },
  recordSuccess: () => {},
});

function tokenFor(attempt: number): RetryToken {
  return { getRetryCount: () => attempt - 1, getRetryDelay: () => 0 };
}
