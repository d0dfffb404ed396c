import { type CfnElement, Duration, Stack, Validations } from 'aws-cdk-lib';
import type { IAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { type ILambdaDeploymentConfig, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { Grant } from 'aws-cdk-lib/aws-iam';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { ENV, type Stage } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';
import { BundledFunction, type FunctionSettings } from './bundled-function.ts';
import type { GraphqlApi } from './graphql-api.ts';

export type RolloutProps = FunctionSettings & {
  stage: Stage;
  rollout: StageValues['graphql']['rollout'];
  graphql: GraphqlApi;
  /** What the CDN shows to the origin, which the test shows as well. None: the door is kept in front of the function. */
  secret: ISecret | null;
  /** What stops a new version and brings the old one back. */
  stopAt: IAlarm[];
  /** With which secret the test asks in its own words. None: everybody may. */
  clientSecrets: ISecret | null;
};

const ROLLOUTS: Record<StageValues['graphql']['rollout'], ILambdaDeploymentConfig> = {
  'all at once': LambdaDeploymentConfig.ALL_AT_ONCE,
  'a tenth for five minutes': LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES,
};

/**
 * How a new version of the read side takes over: first every document of examples/ is asked of it, then it gets its share of the traffic. The old one is back
 * at once when a document fails, when an alarm rings, or when somebody stops the deployment.
 */
export class Rollout extends Construct {
  constructor(scope: Construct, id: string, { stage, rollout, graphql, secret, clientSecrets, stopAt, ...settings }: RolloutProps) {
    super(scope, id);
    const { alias, version } = graphql;
    const examiner = new BundledFunction(this, 'Examiner', {
      ...settings,
      ...{ memoryMiB: 512, reservedConcurrency: null },
      bundle: 'deployment',
      description: `Broadsheet ${stage}: deployment, asks every document of a new version`,
      timeout: Duration.minutes(5), // CodeDeploy waits for an hour
      environment: { [ENV.stage]: stage, [ENV.versionToTest]: version.functionArn },
    });
    Grant.addToPrincipal({ grantee: examiner.lambda, actions: ['lambda:InvokeFunction'], resourceArns: [version.functionArn] });
    if (secret) examiner.tell(ENV.originSecrets, secret);
    if (clientSecrets) examiner.tell(ENV.clientSecrets, clientSecrets);
    const group = new LambdaDeploymentGroup(this, 'Group', {
      alias,
      deploymentConfig: ROLLOUTS[rollout],
      preHook: examiner.lambda,
      alarms: stopAt,
      autoRollback: { failedDeployment: true, stoppedDeployment: true, deploymentInAlarm: stopAt.length > 0 },
    });
    alias.node.addDependency(examiner, ...stopAt); // which both know the new version before it gets any traffic
    const examinerId = Stack.of(this).getLogicalId(examiner.lambda.node.defaultChild as CfnElement);
    Validations.of(group).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${examinerId}.Arn>:*]`,
      reason: 'The function that asks the documents, in whichever version it is.',
    });
    Validations.of(group).acknowledge({
      id: 'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSCodeDeployRoleForLambdaLimited]',
      reason: "CodeDeploy's own role: AWS keeps it at what deployments of functions need.",
    });
  }
}
