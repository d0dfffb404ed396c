import { type CfnElement, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ENV, type Stage } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';
import { BundledFunction, type FunctionSettings } from './bundled-function.ts';
import { DeadLetters } from './dead-letters.ts';
import { HttpGateway } from './http-gateway.ts';
import type { Secrets } from './secrets.ts';

export type ArticleIngestProps = FunctionSettings &
  StageValues['ingest'] & { stage: Stage; table: ITableV2; secrets: Secrets; keepData: boolean };

/**
 * The way in: one function that takes signed pushes, on an API of its own, so that neither readers nor a firewall in front of them come in its way. It may
 * write the table item by item, and put and see files of its bucket; it may neither Scan nor delete a file.
 */
export class ArticleIngest extends Construct {
  readonly intake: BundledFunction;
  readonly gateway: HttpGateway;
  readonly deadLetters: DeadLetters;
  /** Files that sources sent, for good: a name never gets other bytes. */
  readonly assets: Bucket;

  constructor(scope: Construct, id: string, props: ArticleIngestProps) {
    super(scope, id);
    const { stage, table, secrets, keepData, throttle, logDays, ...size } = props;
    this.assets = new Bucket(this, 'Assets', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(this.assets).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'The log of the CDN says who reads a file, the log of the intake who sent it; nobody else has access.',
    });
    this.deadLetters = new DeadLetters(this, 'DeadLetters');
    this.intake = new BundledFunction(this, 'Intake', {
      ...size,
      bundle: 'ingest',
      description: `Broadsheet ${stage}: ingest, takes pushes in`,
      timeout: Duration.seconds(28), // two below the gateway's 30, so that it still answers 503 and the CMS tries again
      logDays,
      environment: { [ENV.newsTable]: table.tableName, [ENV.stage]: stage, [ENV.assetBucket]: this.assets.bucketName },
      deadLetters: this.deadLetters.queue, // for pushes that an operator sends again, asynchronously: the gateway waits for each of its own
    });
    table.grant(
      this.intake.lambda,
      ...['dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'],
      ...['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
    );
    this.intake.tell(ENV.ingestKeys, secrets.ingestKeys);
    const files = this.assets.arnForObjects('*');
    Grant.addToPrincipal({ grantee: this.intake.lambda, actions: ['s3:PutObject', 's3:GetObject'], resourceArns: [files] });
    Grant.addToPrincipal({ grantee: this.intake.lambda, actions: ['s3:ListBucket'], resourceArns: [this.assets.bucketArn] });
    const assetsId = Stack.of(this).getLogicalId(this.assets.node.defaultChild as CfnElement);
    Validations.of(this.intake).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${assetsId}.Arn>/*]`,
      reason: 'Any file of its own bucket: names are made from what a source calls a file.',
    });
    this.gateway = new HttpGateway(this, 'Gateway', {
      name: `broadsheet-${stage}-ingest`,
      routes: [
        ['POST', '/ingest'],
        ['POST', '/ingest/{format}'],
        ['POST', '/ingest/fronts/{slug+}'],
      ],
      handler: this.intake.lambda,
      throttle,
      logDays,
      openBecause: 'Every push is signed, and the function compares the signature before it reads a word.',
    });
  }
}
