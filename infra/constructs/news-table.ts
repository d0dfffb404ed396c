import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, Billing, type ITableV2, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { TABLE_SHAPE } from '../../lambda/store/table-shape.ts';
import type { StageValues } from '../stages.ts';

export type NewsTableProps = StageValues['table'] & { keepData: boolean };

/**
 * The one table, as `store/table-shape.ts` describes it. Restorable to any second of the last 35 days; with `keepData` neither a deploy nor the end of
 * the stack deletes it. On demand: 40,000 read and write units a second, of which one partition serves 3,000 and 1,000; a ceiling is for the bill.
 * @see Amazon DynamoDB Developer Guide, "Service, account, and table quotas"
 */
export class NewsTable extends Construct {
  /** The one that is read and written. */
  readonly table: ITableV2;

  constructor(scope: Construct, id: string, { keepData, maxReadUnits, maxWriteUnits, restored }: NewsTableProps) {
    super(scope, id);
    const { partitionKey, sortKey, stream, pointInTimeRecovery } = TABLE_SHAPE;
    const own = new TableV2(this, 'Table', {
      partitionKey: { name: partitionKey.name, type: AttributeType[KIND[partitionKey.type]] },
      sortKey: { name: sortKey.name, type: AttributeType[KIND[sortKey.type]] },
      billing: Billing.onDemand({ maxReadRequestUnits: maxReadUnits ?? undefined, maxWriteRequestUnits: maxWriteUnits ?? undefined }),
      dynamoStream: StreamViewType[stream],
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: pointInTimeRecovery, recoveryPeriodInDays: 35 },
      deletionProtection: keepData,
      removalPolicy: keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const tableArn = restored && Stack.of(this).formatArn({ service: 'dynamodb', resource: 'table', resourceName: restored.name });
    this.table = tableArn
      ? TableV2.fromTableAttributes(this, 'Restored', { tableArn, tableStreamArn: `${tableArn}/stream/${restored.streamLabel}` })
      : own;
  }
}

const KIND = { S: 'STRING' } as const;
