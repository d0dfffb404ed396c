import { type App, Stack } from 'aws-cdk-lib';
import type { Stage } from '../../lambda/config.ts';
import { GraphqlApi } from '../constructs/graphql-api.ts';
import { NewsTable } from '../constructs/news-table.ts';
import type { StageValues } from '../stages.ts';

/** Everything of one stage that lives in its own region. */
export class ServiceStack extends Stack {
  constructor(app: App, id: string, { stage, values }: { stage: Stage; values: StageValues }) {
    super(app, id, { env: { region: values.region }, terminationProtection: values.table.keep });
    const { table } = new NewsTable(this, 'News', values.table);
    new GraphqlApi(this, 'Graphql', { ...values.graphql, stage, table, site: values.site, logDays: values.logDays });
  }
}
