import { type App, CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import { HostedZone } from 'aws-cdk-lib/aws-route53';
import type { Stage } from '../../lambda/config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { ArticleEvents } from '../constructs/article-events.ts';
import { ArticleFeeds } from '../constructs/article-feeds.ts';
import { ArticleIngest } from '../constructs/article-ingest.ts';
import { AssetFiles } from '../constructs/asset-files.ts';
import { Cdn } from '../constructs/cdn.ts';
import { GraphqlApi } from '../constructs/graphql-api.ts';
import { HttpGateway } from '../constructs/http-gateway.ts';
import { NewsTable } from '../constructs/news-table.ts';
import { OriginDoor } from '../constructs/origin-door.ts';
import { PreviewSigner } from '../constructs/preview-signer.ts';
import { Rollout } from '../constructs/rollout.ts';
import { Secrets } from '../constructs/secrets.ts';
import type { StageValues } from '../stages.ts';
import type { EdgeStack } from './edge-stack.ts';

export type ServiceStackProps = {
  stage: Stage;
  values: StageValues;
  /** What lives in us-east-1. None when nothing has to. */
  edge: EdgeStack | null;
};

/** Everything of one stage that lives in its own region. */
export class ServiceStack extends Stack {
  constructor(app: App, id: string, { stage, values, edge }: ServiceStackProps) {
    const { region, site, domain, origin, keepData, architecture, logDays } = values;
    super(app, id, { env: { region }, description: `Broadsheet ${stage}: articles in, answers out`, terminationProtection: keepData });
    const settings = { stage, architecture, logDays };
    const zone = domain && HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId: domain.zoneId, zoneName: domain.zoneName });
    const { rollout, ...graphqlValues } = values.graphql;
    const { documents } = graphqlValues;

    const { table } = new NewsTable(this, 'News', { ...values.table, keepData });
    const secrets = new Secrets(this, 'Secrets', { keepData });
    const door =
      origin.by === 'mutual TLS' && domain && zone
        ? new OriginDoor(this, 'Door', { name: `origin.${domain.name}`, zone, authorities: origin.authorities })
        : undefined;
    const graphql = new GraphqlApi(this, 'Graphql', { ...settings, ...graphqlValues, table, site, secrets, mutualTls: door?.domainName });
    const subgraph = new HttpGateway(this, 'SubgraphGateway', {
      name: `broadsheet-${stage}-subgraph`,
      routes: [['POST', '/subgraph']],
      handler: graphql.alias,
      throttle: graphqlValues.throttle,
      logDays,
      openBecause: 'Every question of a router is signed, and the function compares the signature before it reads a word.',
    });
    const feeds = new ArticleFeeds(this, 'Feeds', {
      ...settings,
      ...values.feeds,
      ...{ table, site, gateway: graphql.gateway, originSecret: door ? null : secrets.origin },
    });
    const files = new AssetFiles(this, 'Files', { keepData }).bucket;
    const { distribution } = new Cdn(this, 'Cdn', {
      stage,
      files,
      originName: door ? door.domainName.name : Fn.select(2, Fn.split('/', graphql.gateway.url)), // https://name
      shows: origin.by === 'header' ? { secret: secrets.origin, letter: origin.shows } : origin,
      domain: domain && zone && edge?.certificate ? { name: domain.name, zone, certificate: edge.certificate } : null,
      firewallArn: edge?.firewallArn ?? null,
      logDays,
    });
    const publicName = domain?.name ?? distribution.distributionDomainName;
    const ingest = new ArticleIngest(this, 'Ingest', {
      ...settings,
      ...values.ingest,
      ...{ table, secrets, files, filesUrl: `https://${publicName}/assets` },
    });
    const events = new ArticleEvents(this, 'Events', { ...settings, ...values.events, table, distribution, publicName, documents });
    const alarms = new Alarms(this, 'Alarms', {
      ...settings,
      thresholds: values.alarms,
      memoryMiB: graphqlValues.memoryMiB,
      table,
      graphql,
      feeds,
      ingest,
      events,
    });
    new Rollout(this, 'Rollout', {
      ...settings,
      ...{ rollout, graphql, stopAt: alarms.ofTheNewVersion },
      secret: door ? null : secrets.origin,
      clientSecrets: documents === 'registered' ? secrets.clientSecrets : null,
    });

    const preview = new PreviewSigner(this, 'Preview', { ...settings, previewSecrets: secrets.previewSecrets });

    new CfnOutput(this, 'Api', {
      description: 'Where queries go',
      value: `https://${publicName}/graphql`,
    });
    new CfnOutput(this, 'Push', { description: 'Where pushes go', value: `${ingest.gateway.url}/ingest` });
    new CfnOutput(this, 'Subgraph', { description: 'Where routers ask', value: `${subgraph.url}/subgraph` });
    new CfnOutput(this, 'NewsTable', { description: 'NEWS_TABLE of the commands of an operator', value: table.tableName });
    new CfnOutput(this, 'Bus', { description: 'Where to hear what happened to articles', value: events.bus.eventBusArn });
    new CfnOutput(this, 'OriginSecret', { description: 'What the CDN shows to the origin', value: secrets.origin.secretName });
    new CfnOutput(this, 'IngestKeysSecret', { description: 'Keys of the sources', value: secrets.ingestKeys.secretName });
    new CfnOutput(this, 'PreviewSecretsSecret', {
      description: 'What signs tokens of the newsroom',
      value: secrets.previewSecrets.secretName,
    });
    new CfnOutput(this, 'PreviewFunction', {
      description: 'Signs tokens of the newsroom, for whoever IAM lets call it',
      value: preview.signer.lambda.functionName,
    });
    new CfnOutput(this, 'ClientSecretsSecret', {
      description: 'Clients that may ask in their own words, routers among them',
      value: secrets.clientSecrets.secretName,
    });
    new CfnOutput(this, 'ReaderSecretsSecret', { description: 'What signs tokens of readers', value: secrets.readerSecrets.secretName });
  }
}
