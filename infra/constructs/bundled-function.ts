import { existsSync } from 'node:fs';
import { type Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
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
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Size, StageValues } from '../stages.ts';

/** What is the same for all functions of a stage. */
export type FunctionSettings = Pick<StageValues, 'architecture' | 'logDays'>;

export type BundledFunctionProps = FunctionSettings &
  Size & {
    /** Name of its folder in dist/, which `npm run build` fills. */
    bundle: string;
    /** What it does, in the words of the console. */
    description: string;
    timeout: Duration;
    environment: Record<string, string>;
    /** Where events go that were sent asynchronously and failed three times. None: nothing is sent to it in that way. */
    deadLetters?: Queue;
  };

/**
 * One of our functions: the bundle that is tested, under a role of its own that may write its own log and its traces, and nothing else until
 * something is granted. Its log is JSON and ends after `logDays`.
 */
export class BundledFunction extends Construct {
  readonly lambda: LambdaFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const { bundle, architecture, memoryMiB, reservedConcurrency, deadLetters, logDays, ...same } = props;
    const logGroup = new LogGroup(this, 'Log', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
    const writeLog = new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Log: new PolicyDocument({ statements: [writeLog] }) },
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
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.WARN, // start, end and report of each request would be half of the log, and the metrics have them
      tracing: Tracing.ACTIVE,
    });
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'xray:PutTraceSegments and xray:PutTelemetryRecords know no resources.',
    });
    if (!deadLetters) {
      const reason = 'Whoever calls it waits for its answer. Lambda keeps events for a function only when they are sent asynchronously.';
      Validations.of(this.lambda).acknowledge({ id: 'Serverless-LambdaDLQ', reason });
    }
  }

  /** Lets the function read a secret, and tells it where that is: in the variable that would hold its text on a laptop. */
  tell(variable: string, secret: ISecret): void {
    this.lambda.addEnvironment(variable, secret.secretArn);
    Grant.addToPrincipal({ grantee: this.lambda, actions: ['secretsmanager:GetSecretValue'], resourceArns: [secret.secretArn] });
  }
}

/** @throws {Error} when the bundle is not built: without it there would be nothing to deploy */
function bundleFolder(bundle: string): string {
  const folder = `${import.meta.dirname}/../../dist/${bundle}`;
  if (!existsSync(`${folder}/index.mjs`)) throw new Error(`dist/${bundle} is not built. Type: npm run build`);
  return folder;
}
