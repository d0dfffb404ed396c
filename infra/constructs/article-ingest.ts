import { type CfnElement, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV, type Stage } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';
import { BundledFunction, type FunctionSettings } from './bundled-function.ts';
import { DeadLetters } from './dead-letters.ts';
import { HttpGateway } from './http-gateway.ts';
import type { Secrets } from './secrets.ts';

export type ArticleIngestProps = FunctionSettings &
  StageValues['ingest'] & {
    stage: Stage;
    table: ITableV2;
    secrets: Secrets;
    files: Bucket /** Where the public reads them. */;
    filesUrl: string;
  };

/**
 * The way in: one function that takes signed pushes, on an API of its own, so that neither readers nor a firewall in front of them come in its way. It may
 * write the table item by item, and put and see files; it may neither Scan nor delete a file.
 */
export class ArticleIngest extends Construct {
  readonly intake: BundledFunction;
  readonly gateway: HttpGateway;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: ArticleIngestProps) {
    super(scope, id);
    const { stage, table, secrets, files, filesUrl, throttle, logDays, ...size } = props;
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    this.intake = new BundledFunction(this, 'Intake', {
      ...size,
      bundle: 'ingest',
      description: `Broadsheet ${stage}: ingest, takes pushes in`,
      timeout: Duration.seconds(28), // two below the gateway's 30, so that it still answers 503 and the CMS tries again
      logDays,
      environment: {
        [ENV.newsTable]: table.tableName,
        [ENV.stage]: stage,
        [ENV.assetsBucket]: files.bucketName,
        [ENV.assetsUrl]: filesUrl,
      },
      deadLetters: this.deadLetters.queue, // for pushes that an operator sends again, asynchronously: the gateway waits for each of its own
    });
    table.grant(
      this.intake.lambda,
      ...['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'],
      ...['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
    );
    this.intake.tell(ENV.ingestKeys, secrets.ingestKeys);
    this.intake.tell(ENV.assetsSecret, secrets.assetNames);
    Grant.addToPrincipal({
      grantee: this.intake.lambda,
      actions: ['s3:PutObject', 's3:GetObject'],
      resourceArns: [files.arnForObjects('*')],
    });
    Grant.addToPrincipal({ grantee: this.intake.lambda, actions: ['s3:ListBucket'], resourceArns: [files.bucketArn] });
    const filesId = Stack.of(this).getLogicalId(files.node.defaultChild as CfnElement);
    Validations.of(this.intake).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${filesId}.Arn>/*]`,
      reason: 'Any file of its own bucket: names are made from what a source calls a file.',
    });
    this.gateway = new HttpGateway(this, 'Gateway', {
      name: `broadsheet-${stage}-ingest`,
      routes: [
        ['POST', '/ingest'],
        ['POST', '/ingest/{format}'],
        ['POST', '/ingest/fronts/{slug+}'],
        ['GET', '/ingest/assets/{id+}'],
        ['POST', '/ingest/assets/{id+}'],
      ],
      handler: this.intake.lambda,
      throttle,
      logDays,
      openBecause: 'Every push is signed, and the function compares the signature before it reads a word.',
    });
  }
}
