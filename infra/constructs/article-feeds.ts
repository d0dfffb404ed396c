import { Duration } from 'aws-cdk-lib';
import type { ITableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ENV, type ReaderConfig, type Stage } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';
import { BundledFunction, type FunctionSettings } from './bundled-function.ts';
import type { HttpGateway } from './http-gateway.ts';

export type ArticleFeedsProps = FunctionSettings &
  StageValues['feeds'] & {
    stage: Stage;
    table: ITableV2;
    site: ReaderConfig['site'];
    /** What the CDN shows to the origin. None: the door is kept in front of the function. */
    originSecret: ISecret | null;
    /** That of the read side: the CDN has one origin, and its door is the same for all that is behind. */
    gateway: HttpGateway;
  };

/** Routes know whole parts of an address only: which endings there are, the function says. */
const PATHS = ['/articles/{file}', '/feeds/{file+}', '/sitemap.xml', '/sitemap-news.xml', '/sitemaps/{file}'];

/**
 * What stands at addresses instead of in queries: feeds, sitemaps, exports. A function of its own, so that a robot that reads the archive takes nothing
 * from readers' pages. It may Query and Get, and nothing else; it is told neither who has paid nor who looks ahead.
 */
export class ArticleFeeds extends Construct {
  readonly writer: BundledFunction;

  constructor(scope: Construct, id: string, props: ArticleFeedsProps) {
    super(scope, id);
    const { stage, table, site, originSecret, gateway, ...size } = props;
    this.writer = new BundledFunction(this, 'Writer', {
      ...size,
      bundle: 'feeds',
      description: `Broadsheet ${stage}: feeds, answers what stands at addresses`,
      timeout: Duration.seconds(14), // a sitemap reads thousands of articles; the CDN gives up at 15
      environment: { [ENV.newsTable]: table.tableName, [ENV.stage]: stage, [ENV.site]: JSON.stringify(site) },
    });
    table.grant(this.writer.lambda, 'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem');
    if (originSecret) this.writer.tell(ENV.originSecrets, originSecret);
    gateway.add(
      'Feeds',
      PATHS.flatMap((path) => [['GET', path] as const, ['HEAD', path] as const]),
      this.writer.lambda,
    );
  }
}
