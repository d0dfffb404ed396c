import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { StageValues, Throttle } from '../stages.ts';

export type HttpGatewayProps = {
  /** What `handler` answers: a method and a path, as API Gateway writes routes. */
  routes: readonly (readonly [method: 'ANY' | 'GET' | 'POST', path: string])[];
  handler: IFunction;
  throttle: Throttle;
  logDays: StageValues['logDays'];
  /** Why nobody has to show who he is to API Gateway itself. */
  openBecause: string;
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
  error: '$context.error.messageString',
};

/**
 * An HTTP API in front of one function. Above its throttle it answers 429; a function that takes longer than 30 s, or sends more than 6 MB, is 5xx.
 * @see Amazon API Gateway Developer Guide, "Quotas for configuring and running an HTTP API"
 */
export class HttpGateway extends Construct {
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(scope: Construct, id: string, { routes, handler, throttle, logDays, openBecause }: HttpGatewayProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { createDefaultStage: false });
    const integration = new HttpLambdaIntegration('Integration', handler);
    for (const [method, path] of routes) {
      for (const route of this.api.addRoutes({ path, methods: [HttpMethod[method]], integration })) {
        Validations.of(route).acknowledge({ id: 'AwsSolutions-APIG4', reason: openBecause });
      }
    }
    const logGroup = new LogGroup(this, 'AccessLog', { retention: logDays, removalPolicy: RemovalPolicy.DESTROY });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.perSecond, burstLimit: throttle.burst },
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)) },
    });
  }
}
