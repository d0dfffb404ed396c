import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Duration } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { ENV, type Stage } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';
import { BundledFunction, type FunctionSettings } from './bundled-function.ts';
import { DeadLetters } from './dead-letters.ts';

export type ArticleEventsProps = FunctionSettings &
  StageValues['events'] & {
    stage: Stage;
    table: ITableV2;
    distribution: IDistribution;
    /** Where readers ask, and what they may. */
    publicName: string;
    documents: StageValues['graphql']['documents'];
  };

/**
 * What happens after a write: the stream of the table, filtered, to one function, which purges the CDN of what changed and then announces it on the bus.
 * Every minute it also works off the moments that have come. Records of one article come in order; one that fails is tried again alone, ten times, and its
 * place then lies in the dead letters. The stream holds 24 hours.
 */
export class ArticleEvents extends Construct {
  readonly announcer: BundledFunction;
  readonly bus: EventBus;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: ArticleEventsProps) {
    super(scope, id);
    const { stage, table, distribution, publicName, documents, logDays, ...size } = props;
    this.bus = new EventBus(this, 'Bus', { description: `Broadsheet ${stage}: what happened to articles` });
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    this.announcer = new BundledFunction(this, 'Announcer', {
      ...size,
      bundle: 'events',
      description: `Broadsheet ${stage}: events, purges and announces`,
      timeout: Duration.seconds(90), // a round of the schedule lasts a minute, and what it found is still worked off
      logDays,
      environment: {
        [ENV.newsTable]: table.tableName,
        [ENV.stage]: stage,
        [ENV.eventBus]: this.bus.eventBusName,
        [ENV.distribution]: distribution.distributionId,
        [ENV.killCheck]: `https://${publicName}/graphql?${KILL_CHECK[documents]}&variables=${encodeURIComponent('{"id":"{id}"}')}`,
      },
      deadLetters: this.deadLetters.queue,
    });
    const { lambda } = this.announcer;
    lambda.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON, // nothing that was written before the first deploy was done is left out
        filters: HEARD.map((heard) => FilterCriteria.filter(heard)),
        batchSize: 100,
        maxBatchingWindow: Duration.seconds(0), // a kill does not wait for company
        parallelizationFactor: 2,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 10,
        maxRecordAge: Duration.hours(23),
        onFailure: new SqsDlq(this.deadLetters.queue),
      }),
    );
    new Rule(this, 'EveryMinute', {
      description: `Broadsheet ${stage}: works off the moments that have come`,
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(lambda, { deadLetterQueue: this.deadLetters.queue, retryAttempts: 0, maxEventAge: Duration.minutes(1) }), // the next minute is the next attempt
      ],
    });
    table.grant(
      lambda,
      ...['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'],
      ...['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
    );
    Grant.addToPrincipal({ grantee: lambda, actions: ['events:PutEvents'], resourceArns: [this.bus.eventBusArn] });
    Grant.addToPrincipal({ grantee: lambda, actions: ['cloudfront:CreateInvalidation'], resourceArns: [distribution.distributionArn] });
  }
}

/** What `lambda/events/records.ts` has an answer to: changes of articles, and what else pages show that is no article. What is removed says nothing. */
const HEARD = [
  written('CHANGES', FilterRule.beginsWith('C#')),
  written(FilterRule.beginsWith('LIVEBLOG#'), 'INDEX'),
  written(FilterRule.beginsWith('FRONT#'), 'STATE'),
  written(FilterRule.beginsWith('CONCEPT#'), 'CARD'),
];

function written(pk: string | object[], sk: string | object[]): object {
  const one = (value: string | object[]) => ({ S: typeof value === 'string' ? [value] : value });
  return { eventName: FilterRule.or('INSERT', 'MODIFY'), dynamodb: { Keys: { pk: one(pk), sk: one(sk) } } };
}

/** What is asked through the CDN until a withdrawn article is gone. Where registered documents only are answered it is one of them: `npm run documents -- infra/kill-check.graphql`. */
const KILL_CHECK_TEXT = readFileSync(`${import.meta.dirname}/../kill-check.graphql`, 'utf8');
const KILL_CHECK: Record<StageValues['graphql']['documents'], string> = {
  any: `query=${encodeURIComponent(KILL_CHECK_TEXT)}`,
  registered: `documentId=${createHash('sha256').update(KILL_CHECK_TEXT).digest('hex')}`,
};
