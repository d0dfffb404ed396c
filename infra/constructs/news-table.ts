import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, Billing, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE_SHAPE } from '../../lambda/store/table-shape.ts';
import type { StageValues } from '../stages.ts';

/**
 * The one table, as `store/table-shape.ts` describes it. Restorable to any second of the last 35 days; with `keep`, neither a deploy nor the end of
 * the stack deletes it. On demand: 40,000 read and write units a second at first, twice the last peak later; a ceiling is for the bill.
 * @see Amazon DynamoDB Developer Guide, "Service, account, and table quotas" and "On-demand capacity mode"
 */
export class NewsTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { keep, maxReadUnits, maxWriteUnits }: StageValues['table']) {
    super(scope, id);
    const { partitionKey, sortKey, stream, pointInTimeRecovery } = TABLE_SHAPE;
    this.table = new TableV2(this, 'Table', {
      partitionKey: { name: partitionKey.name, type: AttributeType[KIND[partitionKey.type]] },
      sortKey: { name: sortKey.name, type: AttributeType[KIND[sortKey.type]] },
      billing: Billing.onDemand({ maxReadRequestUnits: maxReadUnits ?? undefined, maxWriteRequestUnits: maxWriteUnits ?? undefined }),
      dynamoStream: StreamViewType[stream],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: pointInTimeRecovery, recoveryPeriodInDays: 35 },
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }
}

const KIND = { S: 'STRING' } as const;
