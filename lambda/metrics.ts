/** Names that the functions count under and that alarms and the dashboard watch. Data alone: infra imports this file. */

export const METRICS_NAMESPACE = 'Broadsheet';

/** Every metric, with CloudWatch's unit. `docs/operations.md` says what each means. */
export const METRICS = {
  /** Something went wrong on our side, masked or not: every line of level `error` is one. */
  Faults: 'Count',
  /** Invocations that came to their end. */
  Requests: 'Count',
  /** From the call of the handler to its answer. */
  Latency: 'Milliseconds',
  /** First invocations of an execution environment. */
  ColdStarts: 'Count',
  /** Attempts that DynamoDB throttled, those included that a repetition mended. */
  Throttles: 'Count',
  /** Calls to DynamoDB, and the capacity units that it states for them. */
  DynamoDbCalls: 'Count',
  DynamoDbUnits: 'Count',
  /** Changes that the event bus took. */
  Announced: 'Count',
  /** Changes that could not be announced at once and wait among the moments for the schedule. */
  Parked: 'Count',
  /** Moments that the schedule found more than two minutes late. */
  LateMoments: 'Count',
  /** From the acceptance of a withdrawal to the answer of the CDN that shows it gone. */
  KillLatency: 'Milliseconds',
  /** Withdrawals whose article the CDN still showed when the time to look was up. */
  KillsUnconfirmed: 'Count',
} as const;

export type MetricName = keyof typeof METRICS;

/** How a metric is told apart: by function, and where it decides on a deployment by its version as well. */
export const DIMENSIONS = { function: 'Function', version: 'Version' } as const;

/** Metrics that a deployment is judged by: these are told by function, and by function and version. All others by function alone. */
export const PER_VERSION: readonly MetricName[] = ['Faults', 'Latency'];
