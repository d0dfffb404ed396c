import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { HEADERS } from '../../lambda/config.ts';
import type { StageValues } from '../stages.ts';

/** Headers whose values open something. */
const SECRET_HEADERS = [HEADERS.reader, HEADERS.preview, HEADERS.client];

/**
 * A firewall in front of the CDN, and so of readers only: pushes have their own API, and no rule about bodies ever sees one. It counts requests of
 * an address over five minutes, and knows what attackers send. A query may be larger than the 8 KB that its rule about bodies allows.
 * It lives in us-east-1, as everything does that CloudFront is given.
 */
export class Firewall extends Construct {
  readonly arn: string;

  constructor(
    scope: Construct,
    id: string,
    { requestsPerFiveMinutes, logDays }: { requestsPerFiveMinutes: number; logDays: StageValues['logDays'] },
  ) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('All'),
      rules: [
        {
          name: 'TooMany',
          priority: 0,
          action: { block: { customResponse: { responseCode: 429 } } },
          statement: { rateBasedStatement: { limit: requestsPerFiveMinutes, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
          visibilityConfig: seen('TooMany'),
        },
        managed(1, 'AWSManagedRulesAmazonIpReputationList'),
        managed(2, 'AWSManagedRulesKnownBadInputsRuleSet'),
        managed(3, 'AWSManagedRulesCommonRuleSet', ['SizeRestrictions_BODY', 'SizeRestrictions_QUERYSTRING']), // of whole pages a document has 4 KB
      ],
    });
    this.arn = acl.attrArn;
    const log = new LogGroup(this, 'Log', {
      logGroupName: `aws-waf-logs-${Stack.of(this).stackName}`, // WAF writes to groups of that name only
      retention: logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const { partition, region, account } = Stack.of(this);
    new CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [`arn:${partition}:logs:${region}:${account}:log-group:${log.logGroupName}`],
      redactedFields: [{ queryString: {} }, ...SECRET_HEADERS.map((Name) => ({ singleHeader: { Name } }))],
    });
  }
}

function seen(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false, metricName };
}

/** A rule group of AWS. @param onlyCounted rules in it that are no reason to refuse */
function managed(priority: number, name: string, onlyCounted: string[] = []): CfnWebACL.RuleProperty {
  const ruleActionOverrides = onlyCounted.map((rule) => ({ name: rule, actionToUse: { count: {} } }));
  return {
    ...{ name, priority, overrideAction: { none: {} }, visibilityConfig: seen(name) },
    statement: { managedRuleGroupStatement: { vendorName: 'AWS', name, ruleActionOverrides } },
  };
}
