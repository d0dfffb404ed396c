import { Duration } from 'aws-cdk-lib';
import type { DomainName } from 'aws-cdk-lib/aws-apigatewayv2';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Alias, type Version } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ENV, type ReaderConfig, type Stage } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';
import { BundledFunction, type FunctionSettings } from './bundled-function.ts';
import { HttpGateway } from './http-gateway.ts';
import type { Secrets } from './secrets.ts';

export type GraphqlApiProps = FunctionSettings &
  Omit<StageValues['graphql'], 'rollout'> & {
    stage: Stage;
    table: ITableV2;
    site: ReaderConfig['site'];
    secrets: Secrets;
    /** The door that only the CDN can open by its certificate. None: it shows the secret of the origin. */
    mutualTls: DomainName | undefined;
  };

/**
 * The read side: one function that answers every query. It may Query and Get, and nothing else: without Scan no reader can be written that skips the clock.
 * What did not come through the CDN is refused, at the door or as the first thing the function does.
 */
export class GraphqlApi extends Construct {
  readonly resolver: BundledFunction;
  /** The version that this template describes. */
  readonly version: Version;
  /** What the gateway calls: the version that has proved itself. */
  readonly alias: Alias;
  readonly gateway: HttpGateway;

  constructor(scope: Construct, id: string, props: GraphqlApiProps) {
    super(scope, id);
    const { stage, table, site, secrets, mutualTls, throttle, provisionedConcurrency, documents, logDays, ...size } = props;
    this.resolver = new BundledFunction(this, 'Resolver', {
      ...size,
      bundle: 'graphql',
      description: `Broadsheet ${stage}: graphql, answers queries`,
      timeout: Duration.seconds(10), // the gateway gives up at 30 s, a reader long before
      logDays,
      environment: { [ENV.newsTable]: table.tableName, [ENV.stage]: stage, [ENV.site]: JSON.stringify(site), [ENV.documents]: documents },
    });
    table.grant(this.resolver.lambda, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    this.resolver.tell(ENV.readerSecrets, secrets.readerSecrets);
    this.resolver.tell(ENV.previewSecrets, secrets.previewSecrets);
    this.resolver.tell(ENV.clientSecrets, secrets.clientSecrets);
    if (!mutualTls) this.resolver.tell(ENV.originSecrets, secrets.origin);
    this.version = this.resolver.lambda.currentVersion;
    this.alias = new Alias(this, 'Live', {
      aliasName: 'live',
      version: this.version,
      provisionedConcurrentExecutions: provisionedConcurrency ?? undefined,
    });
    this.gateway = new HttpGateway(this, 'Gateway', {
      name: `broadsheet-${stage}-graphql`,
      routes: [
        ['GET', '/graphql'],
        ['POST', '/graphql'],
        ['OPTIONS', '/graphql'], // what browsers ask before they ask: always the same answer, which the CDN keeps for a day
        ['GET', '/health'],
      ],
      handler: this.alias,
      throttle,
      logDays,
      openBecause:
        'What is public is for everybody. Only the CDN comes this far, by its certificate or by the secret that the function compares first.',
      onlyAt: mutualTls,
    });
  }
}
