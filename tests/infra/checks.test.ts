import { Stack } from 'aws-cdk-lib';
import { CfnRoute } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { checkedApp } from '../../infra/checks.ts';

describe('the checks of what is deployed', () => {
  it.each<[string, string, (stack: Stack) => unknown]>([
    ['AwsSolutions', 'AwsSolutions::AwsSolutions-APIG4', (stack) => new CfnRoute(stack, 'Route', { apiId: 'a', routeKey: 'GET /' })],
    ['Serverless', 'Serverless::Serverless-LambdaTracing', (stack) => new CfnFunction(stack, 'Function', { code: {}, role: 'a' })],
    ['CloudFormation', 'CloudFormation-Validate::E2504', (stack) => new CfnQueue(stack, 'Queue', { queueName: 'q', fifoQueue: true })],
  ])('stop at what %s finds', (_pack, finding, add) => {
    const app = checkedApp();
    add(new Stack(app, 'Careless'));
    expect(() => app.synth()).toThrow(finding);
  });
});
