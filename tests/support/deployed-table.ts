import { readFileSync } from 'node:fs';
import { CreateTableCommand, type CreateTableCommandInput, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';

/** Names a file: a template that `npm run synth` wrote. Tests then make their tables as CloudFormation would. */
export const TABLE_TEMPLATE = 'TABLE_TEMPLATE';

type Properties = Pick<CreateTableCommandInput, 'AttributeDefinitions' | 'KeySchema' | 'BillingMode'> & Record<string, unknown>;

/** What a template says of its table besides its shape: nothing that a local server knows. */
const NOT_OF_THE_SHAPE = ['Replicas', 'StreamSpecification', 'WriteOnDemandThroughputSettings'];

/**
 * Makes the table of a template on a local server. Without its stream, as `lambda/local/dynamodb.ts` does.
 * @throws {Error} when the template has not exactly one table, or says something of its shape that would be left out here
 */
export async function createDeployedTable(endpoint: string, tableName: string, templateFile: string): Promise<void> {
  const { Resources } = JSON.parse(readFileSync(templateFile, 'utf8')) as {
    Resources: Record<string, { Type: string; Properties: Properties }>;
  };
  const tables = Object.values(Resources).filter(({ Type }) => Type === 'AWS::DynamoDB::GlobalTable');
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${templateFile} has ${tables.length} tables`);
  const { AttributeDefinitions, KeySchema, BillingMode, ...rest } = table.Properties;
  const unknown = Object.keys(rest).filter((name) => !NOT_OF_THE_SHAPE.includes(name));
  if (unknown.length > 0) throw new Error(`${templateFile}: the table has ${unknown.join(', ')}, which would be left out`);
  const client = new DynamoDBClient({ endpoint });
  await client.send(new CreateTableCommand({ TableName: tableName, AttributeDefinitions, KeySchema, BillingMode }));
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: tableName }); // seconds
  client.destroy();
}
