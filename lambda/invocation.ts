import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'aws-lambda';
import { DIMENSIONS, METRICS, METRICS_NAMESPACE, type MetricName, PER_VERSION } from './metrics.ts';

/** What one invocation adds to its lines, and what it has counted. */
type Invocation = { requestId: string; traceId: string | undefined; counts: Map<MetricName, number>; facts: Record<string, unknown> };

/** Lambda's own switch (`AWS_LAMBDA_LOG_LEVEL`) says from which level on lines are written; it drops the others, metrics included. */
export const onlyTrouble = ['WARN', 'ERROR', 'FATAL'].includes(process.env.AWS_LAMBDA_LOG_LEVEL ?? '');

const invocations = new AsyncLocalStorage<Invocation>();

let cold = true;

/**
 * Runs one invocation of a function. Whatever is logged within names its request, whatever is counted within is its own; one line at the end
 * holds all of it, as CloudWatch's embedded metric format has it: CloudWatch makes metrics of such a line, and nothing is called for them.
 * @see Amazon CloudWatch User Guide, "Specification: Embedded metric format"
 */
export async function observed<Answer>(context: Context, run: () => Promise<Answer>): Promise<Answer> {
  const began = performance.now();
  const invocation: Invocation = {
    requestId: context.awsRequestId,
    traceId: /Root=([\w-]+)/.exec(process.env._X_AMZN_TRACE_ID ?? '')?.[1],
    counts: new Map([
      ['Requests', 1],
      ['Faults', 0],
    ]),
    facts: {},
  };
  if (cold) invocation.counts.set('ColdStarts', 1);
  cold = false;
  return invocations.run(invocation, async () => {
    try {
      return await run();
    } finally {
      count('Latency', Math.round(performance.now() - began));
      if (!onlyTrouble) process.stdout.write(`${JSON.stringify(metricsLine(context, invocation))}\n`);
    }
  });
}

/** Time that is kept back to answer cleanly instead of being ended by Lambda, in milliseconds. */
const TO_ANSWER = 500;

/** Ends what a function asks of others while there is still time to answer. */
export function deadlineOf(context: Context): AbortSignal {
  return AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - TO_ANSWER));
}

/** Adds to a metric of the invocation that runs. Outside of one, as on a laptop or while a function is loaded, nothing is counted. */
export function count(metric: MetricName, by = 1): void {
  const counts = invocations.getStore()?.counts;
  counts?.set(metric, (counts.get(metric) ?? 0) + by);
}

/** Says something of the invocation in its last line. Never variables of a query or the text of an article. */
export function note(facts: Record<string, unknown>): void {
  Object.assign(invocations.getStore()?.facts ?? {}, facts);
}

/** What every line of the invocation that runs names; nothing outside of one. */
export function names(): { requestId?: string; traceId?: string } {
  const { requestId, traceId } = invocations.getStore() ?? {};
  return { ...(requestId ? { requestId } : {}), ...(traceId ? { traceId } : {}) };
}

/** On a laptop nobody makes metrics of a line. */
const onLambda = process.env.AWS_LAMBDA_FUNCTION_NAME !== undefined;

/** The name of an operation is a fact and no dimension: clients choose it, and each dimension costs as much as a metric. */
function metricsLine({ functionName, functionVersion }: Context, { counts, facts }: Invocation): object {
  const { function: byFunction, version: byVersion } = DIMENSIONS;
  const directive = ({ names, Dimensions }: { names: MetricName[]; Dimensions: string[][] }) => ({
    ...{ Namespace: METRICS_NAMESPACE, Dimensions },
    Metrics: names.map((name) => ({ Name: name, Unit: METRICS[name] })),
  });
  const counted = [...counts.keys()];
  const directives = [
    { names: counted.filter((name) => PER_VERSION.includes(name)), Dimensions: [[byFunction], [byFunction, byVersion]] },
    { names: counted.filter((name) => !PER_VERSION.includes(name)), Dimensions: [[byFunction]] },
  ];
  return {
    ...{ level: 'info', message: 'Done', ...names(), ...facts },
    ...{ [byFunction]: functionName, [byVersion]: functionVersion },
    ...Object.fromEntries(counts),
    ...(onLambda ? { _aws: { Timestamp: Date.now(), CloudWatchMetrics: directives.map(directive) } } : {}),
  };
}
