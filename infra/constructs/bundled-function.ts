import { existsSync } from 'node:fs';
import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Effect, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { StageValues } from '../stages.ts';

export type BundledFunctionProps = {
  /** Name of its folder in dist/, which `npm run build` fills. */
  bundle: string;
  description: string;
  architecture: StageValues['graphql']['architecture'];
  memoryMiB: number;
  timeout: Duration;
  logDays: StageValues['logDays'];
  environment: Record<string, string>;
  reservedConcurrency?: number | null;
  /** Where events go that were sent asynchronously and failed three times. None: nothing is sent to it in that way. */
  deadLetters?: Queue;
};

/**
 * One of our functions: the bundle that is tested, under a role of its own that may write its own log and its traces, and nothing else until
 * something is granted. Its log is JSON and ends after `logDays`.
 */
export class BundledFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const { bundle, architecture, memoryMiB, reservedConcurrency, deadLetters, logDays, ...same } = props;
    this.logGroup = new LogGroup(this, 'Log', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        Log: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [this.logGroup.logGroupArn],
              effect: Effect.ALLOW,
            }),
          ],
        }),
      },
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      ...same,
      role,
      runtime: Runtime.NODEJS_24_X,
      architecture: architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      handler: 'index.handler',
      code: Code.fromAsset(bundleFolder(bundle)),
      memorySize: memoryMiB,
      reservedConcurrentExecutions: reservedConcurrency ?? undefined,
      deadLetterQueue: deadLetters,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN, // start, end and report of every request would be half of what is logged, and the metrics have them
      tracing: Tracing.ACTIVE,
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'xray:PutTraceSegments and xray:PutTelemetryRecords know no resources.',
    });
    if (!deadLetters) {
      Validations.of(this.lambda).acknowledge({
        id: 'Serverless-LambdaDLQ',
        reason: 'Whoever calls it waits for its answer. Lambda keeps events for a function only when they are sent asynchronously.',
      });
    }
  }
}

/** @throws {Error} when the bundle is not built: without it there would be nothing to deploy */
function bundleFolder(bundle: string): string {
  const folder = `${import.meta.dirname}/../../dist/${bundle}`;
  if (!existsSync(`${folder}/index.mjs`)) throw new Error(`dist/${bundle} is not built. Type: npm run build`);
  return folder;
}
