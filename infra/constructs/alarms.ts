import { Duration, Validations } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  Dashboard,
  GraphWidget,
  type IMetric,
  MathExpression,
  Metric,
  TextWidget,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Stage } from '../../lambda/config.ts';
import { DIMENSIONS, METRICS_NAMESPACE, type MetricName } from '../../lambda/metrics.ts';
import { PRICES } from '../prices.ts';
import type { StageValues, Threshold } from '../stages.ts';
import type { ArticleEvents } from './article-events.ts';
import type { ArticleFeeds } from './article-feeds.ts';
import type { ArticleIngest } from './article-ingest.ts';
import type { GraphqlApi } from './graphql-api.ts';

export type AlarmsProps = {
  stage: Stage;
  thresholds: StageValues['alarms'];
  architecture: StageValues['architecture'];
  /** Of the read side. */
  memoryMiB: number;
  table: ITableV2;
  graphql: GraphqlApi;
  feeds: ArticleFeeds;
  ingest: ArticleIngest;
  events: ArticleEvents;
};

const MINUTE = Duration.minutes(1);
const { BREACHING, NOT_BREACHING } = TreatMissingData;

/**
 * What rings, and what can be looked at. Each alarm stands in docs/operations.md under its own name, with what to do. Where a threshold is `none`
 * there is no alarm. A metric that says nothing is no alarm, for at night nobody asks; but the schedule comes every minute, and its silence is one.
 */
export class Alarms extends Construct {
  /** Those that see the version of this template alone: they stop a rollout. */
  readonly ofTheNewVersion: Alarm[];
  private readonly topic: Topic | null;
  private readonly stage: Stage;

  constructor(
    scope: Construct,
    id: string,
    { stage, thresholds, architecture, memoryMiB, table, graphql, feeds, ingest, events }: AlarmsProps,
  ) {
    super(scope, id);
    this.stage = stage;
    this.topic = thresholds.mail === 'none' ? null : new Topic(this, 'Topic', { displayName: `Broadsheet ${stage}`, enforceSSL: true });
    if (this.topic && thresholds.mail !== 'none') {
      this.topic.addSubscription(new EmailSubscription(thresholds.mail));
      const reason = 'A mail that does not arrive is not lost: the alarm stands in CloudWatch, and on the dashboard.';
      Validations.of(this.topic).acknowledge({ id: 'Serverless-SNSRedrivePolicy', reason });
    }
    const [resolver, writer, intake, announcer] = [
      ...[graphql.resolver.lambda, feeds.writer.lambda, ingest.intake.lambda, events.announcer.lambda],
    ] as const;
    const version = { [DIMENSIONS.version]: graphql.version.version };

    const faults = ours('Faults', resolver);
    const p99 = ours('Latency', resolver, {}, 'p99');
    this.ofTheNewVersion = [
      ...this.ring(
        'FaultsOfNewVersion',
        thresholds.faults,
        ours('Faults', resolver, version),
        'The new version answers with errors of ours',
      ),
      ...this.ring('SlowNewVersion', thresholds.p99, ours('Latency', resolver, version, 'p99'), 'The new version is slow', 2),
    ];
    this.ring('Faults', thresholds.faults, faults, 'Readers get errors of ours');
    const feedFaults = sum('feeds', [lambda('Errors', writer), ours('Faults', writer)]);
    this.ring('FeedsFaults', thresholds.faults, feedFaults, 'Feeds, sitemaps and exports fail on our side');
    this.ring(
      'IngestFaults',
      thresholds.faults,
      sum('ingest', [lambda('Errors', intake), ours('Faults', intake)]),
      'Pushes fail on our side',
    );
    this.ring('Slow', thresholds.p99, p99, '99 of 100 requests took longer', 5);
    const throttles = sum(
      'functions',
      [resolver, writer, intake, announcer].map((one) => lambda('Throttles', one)),
    );
    this.ring('FunctionThrottles', thresholds.throttles, throttles, 'A function was turned away: concurrency is used up');
    const tableThrottles = sum(
      'table',
      ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => dynamodb(name, table)),
    );
    this.ring('TableThrottles', thresholds.throttles, tableThrottles, 'The table turned requests away');
    const letters = [ingest, events].map(({ deadLetters }) => waiting(deadLetters.queue));
    this.ring('DeadLetters', thresholds.deadLetters, sum('letters', letters), 'Something could not be worked off, and waits for a person');
    const age = lambda('IteratorAge', announcer, 'Maximum');
    this.ring('IteratorAge', thresholds.iteratorAge, age, 'Changes wait to be announced and purged', 3);
    const late = ours('LateMoments', announcer);
    this.ring(
      'LateMoments',
      thresholds.lateMoments,
      late.with({ period: Duration.minutes(5) }),
      'Moments are worked off late, or not at all',
      1,
      BREACHING,
    );
    const kills = ours('KillLatency', announcer, {}, 'Maximum');
    this.ring('KillLatency', thresholds.killLatency, kills, 'A withdrawal took long to leave the CDN');
    const unconfirmed = ours('KillsUnconfirmed', announcer);
    this.ring('KillsUnconfirmed', thresholds.killsUnconfirmed, unconfirmed, 'The CDN still shows what was withdrawn');
    const cold = coldStartsOf(resolver);
    this.ring(
      'ColdStarts',
      thresholds.coldStarts,
      coldStartsOf(resolver, Duration.minutes(15)),
      'Many requests wait for an environment to start',
    );
    const size = { architecture, memoryMiB };
    const cost = costPerThousand(resolver, size);
    this.ring(
      'CostPerThousand',
      thresholds.costPerThousand,
      costPerThousand(resolver, size, Duration.hours(1)),
      'A thousand requests cost more',
    );

    new Dashboard(this, 'Dashboard', {
      dashboardName: `broadsheet-${stage}`,
      widgets: [
        [new TextWidget({ markdown: 'What each line means, and what to do: docs/operations.md', width: 24, height: 1 })],
        [
          graph('Faults', faults, ours('Faults', writer), ours('Faults', intake)),
          graph('Answer time, p50 and p99, ms', ours('Latency', resolver, {}, 'p50'), p99),
        ],
        [graph('Requests', ours('Requests', resolver), ours('Requests', writer)), graph('Cold starts, of a hundred requests', cold)],
        [graph('Throttles', throttles, tableThrottles), graph('Dead letters', ...letters)],
        [graph('Age of what is announced, ms', age), graph('Late moments', late), graph('Withdrawal to purge, ms', kills)],
        [graph('US dollars for a thousand requests', cost), graph('Units of the table', ours('DynamoDbUnits', resolver))],
      ],
    });
  }

  /** @param minutes for how many in a row the threshold must be reached. Nothing is made when there is none. */
  private ring(
    name: string,
    threshold: Threshold,
    metric: IMetric,
    alarmDescription: string,
    minutes = 1,
    treatMissingData = NOT_BREACHING,
  ): Alarm[] {
    if (threshold === 'none') return [];
    const alarm = new Alarm(this, name, {
      alarmName: `broadsheet-${this.stage}-${name}`,
      alarmDescription: `${alarmDescription}. docs/operations.md, "${name}"`,
      metric,
      threshold,
      evaluationPeriods: minutes,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData,
    });
    if (this.topic) alarm.addAlarmAction(new SnsAction(this.topic));
    return [alarm];
  }
}

/** Something that our functions measure themselves. */
function ours(metricName: MetricName, { functionName }: LambdaFunction, more: Record<string, string> = {}, statistic = 'Sum'): Metric {
  return new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { [DIMENSIONS.function]: functionName, ...more },
    statistic,
    period: MINUTE,
  });
}

/** Something that Lambda measures of a function. */
function lambda(metricName: string, { functionName }: LambdaFunction, statistic = 'Sum'): Metric {
  return new Metric({ namespace: 'AWS/Lambda', metricName, dimensionsMap: { FunctionName: functionName }, statistic, period: MINUTE });
}

function dynamodb(metricName: string, { tableName }: ITableV2): Metric {
  return new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap: { TableName: tableName }, statistic: 'Sum', period: MINUTE });
}

function waiting(queue: Queue): Metric {
  return queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: MINUTE });
}

/** @param name what the ids of its metrics begin with: a graph may hold each id once */
function sum(name: string, metrics: Metric[]): MathExpression {
  const named = metrics.map((metric, turn) => [`${name}${turn}`, metric] as const);
  const expression = named.map(([id]) => `FILL(${id}, 0)`).join(' + ');
  return new MathExpression({ expression, usingMetrics: Object.fromEntries(named), period: MINUTE, label: name });
}

function coldStartsOf(resolver: LambdaFunction, period = MINUTE): MathExpression {
  const usingMetrics = { cold: ours('ColdStarts', resolver).with({ period }), all: ours('Requests', resolver).with({ period }) };
  return new MathExpression({ expression: '100 * cold / all', usingMetrics, period, label: 'cold starts' });
}

/** Function, gateway and table; not what readers get from the CDN, nor the log. */
function costPerThousand(
  resolver: LambdaFunction,
  { architecture, memoryMiB }: Pick<AlarmsProps, 'architecture' | 'memoryMiB'>,
  period = MINUTE,
): MathExpression {
  const gigabytes = memoryMiB / 1024;
  const perMillisecond = (PRICES.lambdaSeconds[architecture] * gigabytes) / 1000;
  const perRequest = (PRICES.lambdaRequests + PRICES.gatewayRequests) / 1e6;
  const perUnit = PRICES.dynamodbReadUnits / 1e6;
  const usingMetrics = {
    requests: ours('Requests', resolver).with({ period }),
    units: ours('DynamoDbUnits', resolver).with({ period }),
    milliseconds: lambda('Duration', resolver, 'Sum').with({ period }),
  };
  const plain = (dollars: number) => dollars.toFixed(15).replace(/0+$/, ''); // CloudWatch knows no 1e-7
  const all = `${plain(perRequest)} * requests + ${plain(perUnit)} * units + ${plain(perMillisecond)} * milliseconds`;
  return new MathExpression({ expression: `1000 * (${all}) / requests`, usingMetrics, period, label: 'US dollars' });
}

function graph(title: string, ...left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, left, width: 12, height: 6 });
}
