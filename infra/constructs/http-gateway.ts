import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { ApiMapping, type DomainName, HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageValues, Throttle } from '../stages.ts';

/** A method and a path, as API Gateway writes routes. Never any method. */
export type Route = readonly [method: 'GET' | 'HEAD' | 'POST' | 'OPTIONS', path: string];

export type HttpGatewayProps = {
  /** What it is called in the console. */
  name: string;
  /** What `handler` answers. */
  routes: readonly Route[];
  handler: IFunction;
  throttle: Throttle;
  logDays: StageValues['logDays'];
  /** Why nobody has to show who he is to API Gateway itself. */
  openBecause: string;
  /** The only name under which it is reached. None: API Gateway's own. */
  onlyAt?: DomainName | undefined;
};

/** What a line of the access log holds: nobody's address, and nothing of what was asked. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  method: '$context.httpMethod',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationMilliseconds: '$context.integrationLatency',
  integrationStatus: '$context.integrationStatus',
  error: '$context.error.message',
};

/**
 * An HTTP API in front of one function, or of several by their routes. Above its throttle it answers 429. It takes 10 MB, of which the function gets 6, and waits 30 s.
 * What pages of other sites may do is the function's to say: a gateway that is told so itself drops what the function says.
 * @see Amazon API Gateway Developer Guide, "Quotas for configuring and running an HTTP API"
 */
export class HttpGateway extends Construct {
  readonly api: HttpApi;
  private readonly openBecause: string;

  constructor(scope: Construct, id: string, props: HttpGatewayProps) {
    super(scope, id);
    const { name, routes, handler, throttle, logDays, openBecause, onlyAt } = props;
    this.openBecause = openBecause;
    this.api = new HttpApi(this, 'Api', {
      apiName: name,
      createDefaultStage: false,
      disableExecuteApiEndpoint: onlyAt !== undefined,
    });
    this.add('', routes, handler);
    const accessLog = new LogGroup(this, 'AccessLog', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.perSecond, burstLimit: throttle.burst },
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)) },
    });
    if (onlyAt) new ApiMapping(this, 'Mapping', { api: this.api, domainName: onlyAt, stage });
  }

  /**
   * Lets a function answer some routes.
   * @param id tells one function of a gateway from the others
   */
  add(id: string, routes: readonly Route[], handler: IFunction): void {
    const integration = new HttpLambdaIntegration(`${id}Integration`, handler);
    for (const [method, path] of routes) {
      for (const route of this.api.addRoutes({ path, methods: [HttpMethod[method]], integration })) {
        Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: this.openBecause });
      }
    }
  }

  /** `https://…` as API Gateway itself calls it, without a slash at the end. */
  get url(): string {
    return this.api.apiEndpoint;
  }
}
