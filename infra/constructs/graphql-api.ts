import { Duration } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { ENV, type ReaderConfig, type Stage } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';
import { BundledFunction } from './bundled-function.ts';
import { HttpGateway } from './http-gateway.ts';

export type GraphqlApiProps = StageValues['graphql'] & {
  stage: Stage;
  table: ITableV2;
  site: ReaderConfig['site'];
  logDays: StageValues['logDays'];
};

/** The read side: one function that answers every query. It may Query and Get, and nothing else: without Scan no reader can be written that skips the clock. */
export class GraphqlApi extends Construct {
  constructor(scope: Construct, id: string, { stage, table, site, logDays, throttle, ...size }: GraphqlApiProps) {
    super(scope, id);
    const { lambda } = new BundledFunction(this, 'Resolver', {
      ...size,
      bundle: 'graphql',
      description: `Broadsheet ${stage}: graphql, answers queries`,
      timeout: Duration.seconds(10), // the gateway gives up at 30 s, a reader long before
      logDays,
      environment: { [ENV.newsTable]: table.tableName, [ENV.stage]: stage, [ENV.site]: JSON.stringify(site) },
    });
    table.grant(lambda, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    new HttpGateway(this, 'Gateway', {
      routes: [
        ['ANY', '/graphql'],
        ['GET', '/health'],
      ],
      handler: lambda,
      throttle,
      logDays,
      openBecause: 'What is public is for everybody.',
    });
  }
}
