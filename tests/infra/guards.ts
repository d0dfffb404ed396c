import { expect } from 'vitest';
import type { VariantName } from '../../infra/variants.ts';
import { DIMENSIONS, METRICS_NAMESPACE } from '../../lambda/metrics.ts';
import { only, type Resource, resourcesOf, type Stacks } from '../support/templates.ts';
import { type Grants, grantsOf } from './grants.ts';

/** Something that the templates of a variant must say. `mutants.ts` takes each away once, to see that it is missed. */
export type Guard = { of: VariantName; check(stacks: Stacks): void };

const LOGS_AND_TRACES = (log: string): Grants => ({
  ...{ 'logs:CreateLogStream': [log], 'logs:PutLogEvents': [log] },
  ...{ 'xray:PutTraceSegments': ['*'], 'xray:PutTelemetryRecords': ['*'] },
});
const READS: Grants = { 'dynamodb:BatchGetItem': ['NewsTable'], 'dynamodb:GetItem': ['NewsTable'], 'dynamodb:Query': ['NewsTable'] };
const WRITES: Grants = {
  ...{ 'dynamodb:PutItem': ['NewsTable'], 'dynamodb:DeleteItem': ['NewsTable'], 'dynamodb:ConditionCheckItem': ['NewsTable'] },
};

const lambdaOf = (stacks: Stacks, bundle: string): Resource => {
  const found = resourcesOf(stacks, 'AWS::Lambda::Function').find(([, { Properties }]) => Properties.Description.includes(`: ${bundle},`));
  if (!found) throw new Error(`No function has the bundle ${bundle}`);
  return found[1];
};
const variablesOf = (stacks: Stacks, bundle: string): Record<string, unknown> => lambdaOf(stacks, bundle).Properties.Environment.Variables;
const distributionOf = (stacks: Stacks) => only(stacks, 'AWS::CloudFront::Distribution').Properties.DistributionConfig;
const alarmOf = (stacks: Stacks, name: string) => {
  const found = resourcesOf(stacks, 'AWS::CloudWatch::Alarm').find(
    ([, { Properties }]) => Properties.AlarmName === `broadsheet-prod-${name}`,
  );
  if (!found) throw new Error(`There is no alarm ${name}`);
  return found[1].Properties;
};
const kept = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

/** Limits of every function: seconds, MiB. */
const SIZES: Record<string, { Timeout: number; MemorySize: number }> = {
  graphql: { Timeout: 10, MemorySize: 1024 },
  feeds: { Timeout: 14, MemorySize: 1024 },
  ingest: { Timeout: 28, MemorySize: 1024 },
  events: { Timeout: 90, MemorySize: 512 },
  deployment: { Timeout: 300, MemorySize: 512 },
  preview: { Timeout: 10, MemorySize: 256 },
};

/** Every alarm of prod: what it watches, from which value on, and for how many minutes in a row. */
export const ALARMS: Record<string, { watches: string; threshold: number; periods: number; seconds: number }> = {
  FaultsOfNewVersion: { watches: 'Faults by version', threshold: 5, periods: 1, seconds: 60 },
  SlowNewVersion: { watches: 'Latency by version p99', threshold: 1_500, periods: 2, seconds: 60 },
  Faults: { watches: 'Faults', threshold: 5, periods: 1, seconds: 60 },
  FeedsFaults: { watches: 'FILL(feeds0, 0) + FILL(feeds1, 0): Errors, Faults', threshold: 5, periods: 1, seconds: 60 },
  IngestFaults: { watches: 'FILL(ingest0, 0) + FILL(ingest1, 0): Errors, Faults', threshold: 5, periods: 1, seconds: 60 },
  Slow: { watches: 'Latency p99', threshold: 1_500, periods: 5, seconds: 60 },
  FunctionThrottles: {
    watches: `${[0, 1, 2, 3].map((turn) => `FILL(functions${turn}, 0)`).join(' + ')}: Throttles, Throttles, Throttles, Throttles`,
    threshold: 1,
    periods: 1,
    seconds: 60,
  },
  TableThrottles: {
    watches: 'FILL(table0, 0) + FILL(table1, 0): ReadThrottleEvents, WriteThrottleEvents',
    threshold: 1,
    periods: 1,
    seconds: 60,
  },
  DeadLetters: {
    watches: 'FILL(letters0, 0) + FILL(letters1, 0): ApproximateNumberOfMessagesVisible, ApproximateNumberOfMessagesVisible',
    threshold: 1,
    periods: 1,
    seconds: 60,
  },
  IteratorAge: { watches: 'IteratorAge Maximum', threshold: 60_000, periods: 3, seconds: 60 },
  LateMoments: { watches: 'LateMoments', threshold: 1, periods: 1, seconds: 300 },
  KillLatency: { watches: 'KillLatency Maximum', threshold: 30_000, periods: 1, seconds: 60 },
  KillsUnconfirmed: { watches: 'KillsUnconfirmed', threshold: 1, periods: 1, seconds: 60 },
  CostPerThousand: {
    watches:
      '1000 * (0.0000014 * requests + 0.0000001525 * units + 0.0000000133334 * milliseconds) / requests: Requests, DynamoDbUnits, Duration',
    threshold: 0.01,
    periods: 1,
    seconds: 3_600,
  },
};

type Query = { Id: string; Expression?: string; MetricStat?: { Metric: { MetricName: string }; Period: number } };

function watched({ MetricName, Namespace, Dimensions, Statistic, ExtendedStatistic, Period, Metrics = [] }: Resource['Properties']): {
  watches: string;
  seconds: number;
} {
  if (MetricName) {
    const names = Dimensions.map(({ Name }: { Name: string }) => Name);
    if (Namespace === METRICS_NAMESPACE) expect(names).toContain(DIMENSIONS.function);
    const statistic = ExtendedStatistic ?? (Statistic === 'Sum' ? undefined : Statistic);
    return {
      watches: [MetricName, ...(names.includes(DIMENSIONS.version) ? ['by version'] : []), ...(statistic ? [statistic] : [])].join(' '),
      seconds: Period,
    };
  }
  const expression = Metrics.find(({ Expression }: Query) => Expression)?.Expression;
  const parts = Metrics.flatMap(({ MetricStat }: Query) => MetricStat ?? []);
  return {
    watches: `${expression}: ${parts.map(({ Metric }: { Metric: { MetricName: string } }) => Metric.MetricName).join(', ')}`,
    seconds: parts[0].Period,
  };
}

const EVENTS = {
  'changes of articles, of live blogs, of fronts and of cards reach the announcer, and nothing else': (mapping: Resource['Properties']) => {
    const patterns = mapping.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern));
    const keys = patterns.map(({ dynamodb }: { dynamodb: { Keys: { pk: { S: unknown }; sk: { S: unknown } } } }) => [
      dynamodb.Keys.pk.S,
      dynamodb.Keys.sk.S,
    ]);
    expect(keys).toEqual([
      [['CHANGES'], [{ prefix: 'C#' }]],
      [[{ prefix: 'LIVEBLOG#' }], ['INDEX']],
      [[{ prefix: 'FRONT#' }], ['STATE']],
      [[{ prefix: 'CONCEPT#' }], ['CARD']],
    ]);
    for (const { eventName } of patterns) expect(eventName).toEqual(['INSERT', 'MODIFY']);
  },
  'a change that fails is tried ten times alone for 23 hours at most, and then lies in the dead letters': (
    mapping: Resource['Properties'],
  ) => {
    expect(mapping).toMatchObject({
      ...{ BisectBatchOnFunctionError: true, FunctionResponseTypes: ['ReportBatchItemFailures'] },
      ...{ MaximumRetryAttempts: 10, MaximumRecordAgeInSeconds: 82_800, StartingPosition: 'TRIM_HORIZON' },
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^EventsDeadLetters/), 'Arn'] } } },
    });
  },
  'a change is announced at once, a hundred at a time': (mapping: Resource['Properties']) => {
    expect(mapping).toMatchObject({ BatchSize: 100, MaximumBatchingWindowInSeconds: 0, ParallelizationFactor: 2 });
  },
};

/** By the sentence that a red test shows. */
export const GUARDS: Record<string, Guard> = {
  'the read side asks the table by key, and may nothing else': {
    of: 'prod',
    check: (stacks) =>
      expect(grantsOf(stacks).graphql).toEqual({
        ...LOGS_AND_TRACES('GraphqlResolverLog'),
        ...READS,
        'secretsmanager:GetSecretValue': ['SecretsClientSecrets', 'SecretsOrigin', 'SecretsPreviewSecrets', 'SecretsReaderSecrets'],
      }),
  },
  'feeds ask the table by key, and may nothing else': {
    of: 'prod',
    check: (stacks) => {
      const { 'secretsmanager:GetSecretValue': secrets, ...others } = grantsOf(stacks).feeds ?? {};
      expect(others).toEqual({ ...LOGS_AND_TRACES('FeedsWriterLog'), ...READS });
      expect(secrets).toEqual(['SecretsOrigin']);
    },
  },
  'what signs previews reads its secret, and may nothing else': {
    of: 'prod',
    check: (stacks) =>
      expect(grantsOf(stacks).preview).toEqual({
        ...LOGS_AND_TRACES('PreviewSignerLog'),
        'secretsmanager:GetSecretValue': ['SecretsPreviewSecrets'],
      }),
  },
  'what signs previews has no address, and is called by nobody whom IAM does not let': {
    of: 'prod-everything',
    check: (stacks) => {
      const { Resources } = stacks.service.template;
      const naming = Object.keys(Resources).filter((id) => JSON.stringify(Resources[id]).includes('"PreviewSignerFunction'));
      expect(naming).toEqual([]); // a permission, an address, a route, a rule, an alias, the policy of a role: each would have to name it
    },
  },
  'what signs previews is named by an output': {
    of: 'dev',
    check: (stacks) =>
      expect(stacks.service.template.Outputs?.PreviewFunction).toMatchObject({
        Value: { Ref: expect.stringMatching(/^PreviewSignerFunction/) },
      }),
  },
  'feeds open to the CDN alone, as the read side does': {
    of: 'prod',
    check: (stacks) =>
      expect(variablesOf(stacks, 'feeds')).toEqual({
        ...{ NEWS_TABLE: expect.anything(), STAGE: 'prod', SITE: expect.any(String) },
        ORIGIN_SECRETS: variablesOf(stacks, 'graphql').ORIGIN_SECRETS,
      }),
  },
  'behind mutual TLS feeds are told no secret at all': {
    of: 'prod-everything',
    check: (stacks) => {
      expect(grantsOf(stacks).feeds).toEqual({ ...LOGS_AND_TRACES('FeedsWriterLog'), ...READS });
      expect(variablesOf(stacks, 'feeds')).not.toHaveProperty('ORIGIN_SECRETS');
    },
  },
  'feeds are kept by their address and the version of ninjs, and by nothing else': {
    of: 'prod',
    check: (stacks) => {
      const policy = only(stacks, 'AWS::CloudFront::CachePolicy', 'CdnAddresses').Properties.CachePolicyConfig;
      expect(policy).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 86_400 });
      expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toEqual({
        QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['schema'] },
        HeadersConfig: { HeaderBehavior: 'none' },
        CookiesConfig: { CookieBehavior: 'none' },
        ...{ EnableAcceptEncodingBrotli: true, EnableAcceptEncodingGzip: true },
      });
      const behaviors = distributionOf(stacks).CacheBehaviors.filter(({ CachePolicyId }: { CachePolicyId: { Ref?: string } }) =>
        CachePolicyId.Ref?.startsWith('CdnAddresses'),
      );
      expect(behaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual(['/articles/*', '/feeds/*', '/sitemap*']);
      const { TargetOriginId, ResponseHeadersPolicyId } = distributionOf(stacks).DefaultCacheBehavior;
      for (const behavior of behaviors)
        expect(behavior).toMatchObject({
          ...{ TargetOriginId, ResponseHeadersPolicyId },
          ...{ AllowedMethods: ['GET', 'HEAD'], ViewerProtocolPolicy: 'https-only', Compress: true },
        });
    },
  },
  'what stands at addresses is answered by the function for it': {
    of: 'prod',
    check: (stacks) => {
      const integration = only(stacks, 'AWS::ApiGatewayV2::Integration', 'GraphqlGatewayApiGETarticles');
      expect(JSON.stringify(integration.Properties.IntegrationUri)).toMatch(/FeedsWriterFunction/);
    },
  },
  'behind mutual TLS the read side is not told the secret of the origin': {
    of: 'prod-everything',
    check: (stacks) => {
      expect(grantsOf(stacks).graphql?.['secretsmanager:GetSecretValue']).toEqual([
        ...['SecretsClientSecrets', 'SecretsPreviewSecrets', 'SecretsReaderSecrets'],
      ]);
      expect(variablesOf(stacks, 'graphql')).not.toHaveProperty('ORIGIN_SECRETS');
    },
  },
  'the intake writes the table item by item and its own bucket, and may neither Scan nor delete a file': {
    of: 'prod',
    check: (stacks) =>
      expect(grantsOf(stacks).ingest).toEqual({
        ...LOGS_AND_TRACES('IngestIntakeLog'),
        ...READS,
        ...WRITES,
        ...{ 's3:GetObject': ['FilesBucket/*'], 's3:PutObject': ['FilesBucket/*'], 's3:ListBucket': ['FilesBucket'] },
        ...{ 'secretsmanager:GetSecretValue': ['SecretsAssetNames', 'SecretsIngestKeys'], 'sqs:SendMessage': ['IngestDeadLettersQueue'] },
      }),
  },
  'the announcer follows the stream, settles articles, speaks on its bus and purges its distribution, and may nothing else': {
    of: 'prod',
    check: (stacks) => {
      const stream = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => [
        `dynamodb:${action}`,
        ['NewsTable.StreamArn'],
      ]);
      const queue = ['GetQueueAttributes', 'GetQueueUrl', 'SendMessage'].map((action) => [`sqs:${action}`, ['EventsDeadLettersQueue']]);
      expect(grantsOf(stacks).events).toEqual({
        ...LOGS_AND_TRACES('EventsAnnouncerLog'),
        ...READS,
        ...WRITES,
        ...Object.fromEntries([...stream, ...queue]),
        'events:PutEvents': ['EventsBus'],
        'cloudfront:CreateInvalidation': ['arn:aws:cloudfront::AWS::AccountId:distribution/CdnDistribution'],
      });
    },
  },
  'the examiner calls the new version and answers its deployment, and may nothing else': {
    of: 'prod',
    check: (stacks) =>
      expect(grantsOf(stacks).deployment).toEqual({
        ...LOGS_AND_TRACES('RolloutExaminerLog'),
        'lambda:InvokeFunction': ['GraphqlResolverFunctionCurrentVersion'],
        'secretsmanager:GetSecretValue': ['SecretsClientSecrets', 'SecretsOrigin'],
        'codedeploy:PutLifecycleEventHookExecutionStatus': [
          'arn:aws:codedeploy:eu-central-1:AWS::AccountId:deploymentgroup:RolloutGroupApplication/RolloutGroup',
        ],
      }),
  },
  'where any document may be asked, the examiner is no client with a secret': {
    of: 'dev',
    check: (stacks) => {
      expect(grantsOf(stacks).deployment?.['secretsmanager:GetSecretValue']).toEqual(['SecretsOrigin']);
      expect(variablesOf(stacks, 'deployment')).not.toHaveProperty('CLIENT_SECRETS');
    },
  },
  'no policy of ours holds a wildcard but for traces, for files of the own bucket and for versions of the examiner': {
    of: 'prod',
    check: (stacks) => {
      const all = [...resourcesOf(stacks, 'AWS::IAM::Policy'), ...resourcesOf(stacks, 'AWS::IAM::Role')].map(([, { Properties }]) =>
        JSON.stringify(Properties),
      );
      const wild = all.flatMap((text) => text.match(/"[^"]*\*[^"]*"/g) ?? []);
      expect(new Set(wild)).toEqual(new Set(['"*"', '"/*"', '":*"']));
      expect(all.join().match(/"Action":"\*"|:\*","Effect"|"NotAction"|"NotResource"/)).toBeNull();
    },
  },

  'the table outlives its stack and cannot be deleted': {
    of: 'prod',
    check: (stacks) => {
      const table = only(stacks, 'AWS::DynamoDB::GlobalTable');
      expect(table).toMatchObject(kept);
      expect(table.Properties.Replicas[0].DeletionProtectionEnabled).toBe(true);
    },
  },
  'the table can be restored to any second of 35 days': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::DynamoDB::GlobalTable').Properties.Replicas[0].PointInTimeRecoverySpecification).toEqual({
        PointInTimeRecoveryEnabled: true,
        RecoveryPeriodInDays: 35,
      }),
  },
  'the stream of the table holds both images': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::DynamoDB::GlobalTable').Properties.StreamSpecification.StreamViewType).toBe('NEW_AND_OLD_IMAGES'),
  },
  'the table is on demand and without a ceiling where a stage says none': {
    of: 'prod',
    check: (stacks) => {
      const { BillingMode, WriteOnDemandThroughputSettings, Replicas } = only(stacks, 'AWS::DynamoDB::GlobalTable').Properties;
      expect([BillingMode, WriteOnDemandThroughputSettings, Replicas[0].ReadOnDemandThroughputSettings]).toEqual([
        'PAY_PER_REQUEST',
        undefined,
        undefined,
      ]);
    },
  },
  'the table has the ceilings of its stage': {
    of: 'prod-everything',
    check: (stacks) => {
      const { WriteOnDemandThroughputSettings, Replicas } = only(stacks, 'AWS::DynamoDB::GlobalTable').Properties;
      expect(WriteOnDemandThroughputSettings).toEqual({ MaxWriteRequestUnits: 10_000 });
      expect(Replicas[0].ReadOnDemandThroughputSettings).toEqual({ MaxReadRequestUnits: 40_000 });
    },
  },
  'a restored table takes the place of the own one everywhere, and the own one stays': {
    of: 'prod-restored',
    check: (stacks) => {
      for (const bundle of ['graphql', 'feeds', 'ingest', 'events']) {
        const granted = Object.entries(grantsOf(stacks)[bundle] ?? {}).filter(([action]) => action.startsWith('dynamodb:'));
        const where = 'arn:aws:dynamodb:eu-central-1:AWS::AccountId:table/broadsheet-restored';
        for (const [action, [place]] of granted) expect([where, `${where}/stream/2026-11-24T06:30:00.000`], action).toContain(place);
        expect(granted.length).toBeGreaterThan(2);
        expect(variablesOf(stacks, bundle).NEWS_TABLE).toBe('broadsheet-restored');
      }
      expect(only(stacks, 'AWS::DynamoDB::GlobalTable')).toMatchObject(kept);
      expect(JSON.stringify(only(stacks, 'AWS::Lambda::EventSourceMapping').Properties.EventSourceArn)).toContain(
        'table/broadsheet-restored/stream/',
      );
    },
  },
  'files of articles outlive the stack, keep their versions, and are nobody else’s': {
    of: 'prod',
    check: (stacks) => {
      const bucket = only(stacks, 'AWS::S3::Bucket', 'FilesBucket');
      expect(bucket).toMatchObject(kept);
      expect(bucket.Properties).toMatchObject({
        VersioningConfiguration: { Status: 'Enabled' },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
    },
  },
  'secrets outlive the stack': {
    of: 'prod',
    check: (stacks) => {
      const secrets = resourcesOf(stacks, 'AWS::SecretsManager::Secret');
      expect(secrets).toHaveLength(6);
      for (const [, secret] of secrets) expect(secret).toMatchObject(kept);
    },
  },
  'the stack of prod is protected, and that of dev leaves nothing': {
    of: 'prod',
    check: (stacks) => expect(stacks.service.terminationProtection).toBe(true),
  },
  'a stage that keeps nothing can be deleted whole': {
    of: 'dev',
    check: (stacks) => {
      expect(stacks.service.terminationProtection).toBe(false);
      const table = only(stacks, 'AWS::DynamoDB::GlobalTable');
      expect([table.DeletionPolicy, table.Properties.Replicas[0].DeletionProtectionEnabled]).toEqual(['Delete', false]);
      for (const [, { DeletionPolicy }] of resourcesOf(stacks, 'AWS::SecretsManager::Secret')) expect(DeletionPolicy).toBe('Delete');
    },
  },

  'no text of a secret stands in the variables of a function: they name where it is kept': {
    of: 'prod',
    check: (stacks) => {
      const where = (id: string) => ({ Ref: expect.stringMatching(new RegExp(`^Secrets${id}[0-9A-F]{8}$`)) });
      expect(variablesOf(stacks, 'graphql')).toMatchObject({
        ORIGIN_SECRETS: where('Origin'),
        READER_SECRETS: where('ReaderSecrets'),
        PREVIEW_SECRETS: where('PreviewSecrets'),
        CLIENT_SECRETS: where('ClientSecrets'),
      });
      expect(variablesOf(stacks, 'ingest')).toMatchObject({ INGEST_KEYS: where('IngestKeys'), ASSETS_SECRET: where('AssetNames') });
      expect(variablesOf(stacks, 'deployment')).toMatchObject({ ORIGIN_SECRETS: where('Origin'), CLIENT_SECRETS: where('ClientSecrets') });
      expect(variablesOf(stacks, 'preview')).toEqual({ PREVIEW_SECRETS: where('PreviewSecrets') });
      for (const [, { Properties }] of resourcesOf(stacks, 'AWS::Lambda::Function'))
        expect(JSON.stringify(Properties)).not.toContain('{{resolve:');
    },
  },
  'the secret of the origin is made by Secrets Manager, 40 characters under a and nothing under b': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::SecretsManager::Secret', 'SecretsOrigin').Properties.GenerateSecretString).toEqual({
        ...{ ExcludePunctuation: true, GenerateStringKey: 'a', PasswordLength: 40, SecretStringTemplate: '{"b":""}' },
      }),
  },
  'nobody but the examiner may ask in words of its own until somebody says so': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::SecretsManager::Secret', 'SecretsClientSecrets').Properties.GenerateSecretString).toEqual({
        ...{ ExcludePunctuation: true, GenerateStringKey: 'deployment', PasswordLength: 40, SecretStringTemplate: '{}' },
      }),
  },
  'prod answers registered documents only': {
    of: 'prod',
    check: (stacks) => expect(variablesOf(stacks, 'graphql').DOCUMENTS).toBe('registered'),
  },
  'dev answers any document': {
    of: 'dev',
    check: (stacks) => expect(variablesOf(stacks, 'graphql').DOCUMENTS).toBe('any'),
  },
  'nobody can push and nobody has paid until somebody says so': {
    of: 'prod',
    check: (stacks) => {
      for (const id of ['SecretsIngestKeys', 'SecretsReaderSecrets', 'SecretsPreviewSecrets'])
        expect(only(stacks, 'AWS::SecretsManager::Secret', id).Properties.SecretString).toBe('[]');
    },
  },
  'the CDN shows the secret of the origin under the letter of the stage, and only its place stands in the template': {
    of: 'prod',
    check: (stacks) => {
      const [origin] = distributionOf(stacks).Origins;
      expect(origin.OriginCustomHeaders).toEqual([
        {
          HeaderName: 'x-broadsheet-origin',
          HeaderValue: {
            'Fn::Join': ['', ['{{resolve:secretsmanager:', { Ref: expect.stringMatching(/^SecretsOrigin/) }, ':SecretString:a::}}']],
          },
        },
      ]);
    },
  },
  'with an own domain the CDN shows its certificate, to a name that opens to nothing else': {
    of: 'prod-everything',
    check: (stacks) => {
      const [origin] = distributionOf(stacks).Origins;
      expect(origin.CustomOriginConfig.OriginMtlsConfig).toEqual({
        ClientCertificateArn: expect.stringMatching(/^arn:aws:acm:us-east-1:/),
      });
      expect(origin.OriginCustomHeaders).toBeUndefined();
      const door = only(stacks, 'AWS::ApiGatewayV2::DomainName').Properties;
      expect(door.MutualTlsAuthentication).toEqual({
        TruststoreUri: 's3://example-authorities/broadsheet.pem',
        TruststoreVersion: '3sL4kqtJlcpXroDTDmJrmSpXd3dIbrHY',
      });
      expect([door.DomainName, door.DomainNameConfigurations[0].SecurityPolicy]).toEqual(['origin.api.example.com', 'TLS_1_2']);
      expect(origin.DomainName).toEqual({ Ref: expect.stringMatching(/^DoorName/) });
      expect(only(stacks, 'AWS::ApiGatewayV2::ApiMapping').Properties.ApiId).toEqual({ Ref: expect.stringMatching(/^GraphqlGatewayApi/) });
    },
  },
  'behind mutual TLS the API has no other name': {
    of: 'prod-everything',
    check: (stacks) => expect(only(stacks, 'AWS::ApiGatewayV2::Api', 'Graphql').Properties.DisableExecuteApiEndpoint).toBe(true),
  },
  'the CDN reaches its origin by TLS 1.2 only, and gives up after 15 seconds': {
    of: 'prod',
    check: (stacks) =>
      expect(distributionOf(stacks).Origins[0].CustomOriginConfig).toEqual({
        ...{ OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'], OriginReadTimeout: 15 },
      }),
  },
  'answers are kept apart by what was asked who has paid and who looks ahead, and by nothing else': {
    of: 'prod',
    check: (stacks) =>
      expect(
        only(stacks, 'AWS::CloudFront::CachePolicy', 'CdnAnswers').Properties.CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin,
      ).toEqual({
        QueryStringsConfig: {
          QueryStringBehavior: 'whitelist',
          QueryStrings: ['documentId', 'operationName', 'query', 'variables', 'extensions'],
        },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['x-broadsheet-reader', 'x-broadsheet-preview'] },
        CookiesConfig: { CookieBehavior: 'none' },
        ...{ EnableAcceptEncodingBrotli: true, EnableAcceptEncodingGzip: true },
      }),
  },
  'an answer is kept as long as the origin says, a day at most, and not at all when it says nothing': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::CloudFront::CachePolicy', 'CdnAnswers').Properties.CachePolicyConfig).toMatchObject({
        MinTTL: 0,
        DefaultTTL: 0,
        MaxTTL: 86_400,
      }),
  },
  'no error is kept': {
    of: 'prod',
    check: (stacks) => {
      const kept = distributionOf(stacks).CustomErrorResponses.map((one: { ErrorCode: number; ErrorCachingMinTTL: number }) => [
        one.ErrorCode,
        one.ErrorCachingMinTTL,
      ]);
      expect(kept).toEqual([400, 403, 404, 405, 414, 500, 501, 502, 503, 504].map((code) => [code, 0]));
    },
  },
  'answers are let go of by the tags that the origin gave them': {
    of: 'prod',
    check: (stacks) => expect(distributionOf(stacks).CacheTagConfig).toEqual({ HeaderName: 'cache-tag' }),
  },
  'readers come by HTTPS, and answers go out compressed': {
    of: 'prod',
    check: (stacks) =>
      expect(distributionOf(stacks).DefaultCacheBehavior).toMatchObject({ ViewerProtocolPolicy: 'https-only', Compress: true }),
  },
  'an own domain has its own certificate, and TLS 1.2 at least': {
    of: 'prod-everything',
    check: (stacks) => {
      const { Aliases, ViewerCertificate } = distributionOf(stacks);
      expect(Aliases).toEqual(['api.example.com']);
      expect(ViewerCertificate).toMatchObject({ MinimumProtocolVersion: 'TLSv1.2_2021', SslSupportMethod: 'sni-only' });
      expect(ViewerCertificate.AcmCertificateArn['Fn::GetStackOutput']).toMatchObject({
        StackName: 'broadsheet-prod-edge',
        Region: 'us-east-1',
      });
      expect(
        resourcesOf(stacks, 'AWS::Route53::RecordSet')
          .map(([, { Properties }]) => [Properties.Name, Properties.Type])
          .sort(),
      ).toEqual([
        ['api.example.com.', 'A'],
        ['api.example.com.', 'AAAA'],
        ['origin.api.example.com.', 'A'],
      ]);
    },
  },
  'every answer may be read by any page and is never run': {
    of: 'prod',
    check: (stacks) => {
      const { CorsConfig, SecurityHeadersConfig } = only(stacks, 'AWS::CloudFront::ResponseHeadersPolicy').Properties
        .ResponseHeadersPolicyConfig;
      expect(CorsConfig).toEqual({
        AccessControlAllowCredentials: false,
        AccessControlAllowOrigins: { Items: ['*'] },
        AccessControlAllowMethods: { Items: ['GET', 'HEAD', 'POST', 'OPTIONS'] },
        AccessControlAllowHeaders: {
          Items: [
            ...['accept', 'content-type', 'if-none-match', 'apollo-require-preflight', 'x-apollo-operation-name'],
            ...['apollographql-client-name', 'apollographql-client-version', 'x-broadsheet-reader', 'x-broadsheet-preview'],
          ],
        },
        AccessControlExposeHeaders: { Items: ['age', 'etag', 'retry-after', 'x-broadsheet-preview'] },
        AccessControlMaxAgeSec: 86_400,
        OriginOverride: true,
      });
      expect(SecurityHeadersConfig).toEqual({
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'; sandbox", Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true, Override: true },
      });
    },
  },
  'what an answer is purged by is not said to readers': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::CloudFront::ResponseHeadersPolicy').Properties.ResponseHeadersPolicyConfig.RemoveHeadersConfig).toEqual({
        Items: [{ Header: 'cache-tag' }],
      }),
  },
  'the origin hears nothing that changes an answer besides what keeps answers apart': {
    of: 'prod',
    check: (stacks) => {
      const { HeadersConfig, QueryStringsConfig, CookiesConfig } = only(stacks, 'AWS::CloudFront::OriginRequestPolicy').Properties
        .OriginRequestPolicyConfig;
      expect(HeadersConfig.Headers).toEqual([
        ...['content-type', 'x-apollo-operation-name', 'apollo-require-preflight', 'x-broadsheet-client'],
        ...['origin', 'access-control-request-method', 'access-control-request-headers'],
      ]);
      expect([QueryStringsConfig.QueryStringBehavior, CookiesConfig.CookieBehavior]).toEqual(['none', 'none']);
    },
  },
  'the log of the CDN is kept as long as the others, without cookies': {
    of: 'prod',
    check: (stacks) => {
      expect(distributionOf(stacks).Logging).toMatchObject({ IncludeCookies: false });
      const [rule] = only(stacks, 'AWS::S3::Bucket', 'CdnAccessLog').Properties.LifecycleConfiguration.Rules;
      expect([rule.ExpirationInDays, rule.AbortIncompleteMultipartUpload.DaysAfterInitiation]).toEqual([90, 1]);
    },
  },
  'buckets and queues are reached by TLS only': {
    of: 'prod',
    check: (stacks) => {
      const policies = [...resourcesOf(stacks, 'AWS::S3::BucketPolicy'), ...resourcesOf(stacks, 'AWS::SQS::QueuePolicy')];
      expect(policies).toHaveLength(4);
      for (const [, { Properties }] of policies)
        expect(Properties.PolicyDocument.Statement).toContainEqual(
          expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } }, Principal: { AWS: '*' } }),
        );
    },
  },
  'the firewall stands in front of the CDN, in us-east-1, and nowhere near the intake': {
    of: 'prod-everything',
    check: (stacks) => {
      expect(stacks.edge?.region).toBe('us-east-1');
      expect(only(stacks, 'AWS::WAFv2::WebACL').Properties.Scope).toBe('CLOUDFRONT');
      expect(distributionOf(stacks).WebACLId['Fn::GetStackOutput']).toMatchObject({ OutputName: expect.stringContaining('Firewall') });
      expect(resourcesOf(stacks, 'AWS::WAFv2::WebACLAssociation')).toEqual([]);
      expect(distributionOf(stacks).Origins).toHaveLength(2); // the read side, and the files
    },
  },
  'the firewall turns away an address above its limit, and counts large bodies only': {
    of: 'prod-everything',
    check: (stacks) => {
      const { Rules } = only(stacks, 'AWS::WAFv2::WebACL').Properties;
      expect(Rules[0].Statement.RateBasedStatement).toEqual({ Limit: 2_000, AggregateKeyType: 'IP', EvaluationWindowSec: 300 });
      const counted = Rules.flatMap(
        ({ Statement }: { Statement: Record<string, { RuleActionOverrides?: unknown[] }> }) =>
          Statement.ManagedRuleGroupStatement?.RuleActionOverrides ?? [],
      );
      expect(counted).toEqual(
        ['SizeRestrictions_BODY', 'SizeRestrictions_QUERYSTRING'].map((Name) => ({ Name, ActionToUse: { Count: {} } })),
      );
    },
  },
  'the log of the firewall holds neither what was asked nor what opens something': {
    of: 'prod-everything',
    check: (stacks) =>
      expect(only(stacks, 'AWS::WAFv2::LoggingConfiguration').Properties.RedactedFields).toEqual([
        { QueryString: {} },
        ...['x-broadsheet-reader', 'x-broadsheet-preview', 'x-broadsheet-client'].map((Name) => ({ SingleHeader: { Name } })),
      ]),
  },

  'every log ends after the days of its stage': {
    of: 'prod-everything',
    check: (stacks) => {
      const groups = resourcesOf(stacks, 'AWS::Logs::LogGroup').map(([id, { Properties }]) => [
        id.replace(/[0-9A-F]{8}$/, ''),
        Properties.RetentionInDays,
      ]);
      expect(groups.sort()).toEqual(
        [
          ...['EventsAnnouncerLog', 'FeedsWriterLog', 'FirewallLog', 'GraphqlGatewayAccessLog', 'GraphqlResolverLog'],
          ...['IngestGatewayAccessLog', 'IngestIntakeLog', 'PreviewSignerLog', 'RolloutExaminerLog', 'SubgraphGatewayAccessLog'],
        ].map((id) => [id, 90]),
      );
    },
  },
  'every function logs JSON to its own group, is traced, and is what the bundle holds': {
    of: 'prod',
    check: (stacks) => {
      const functions = resourcesOf(stacks, 'AWS::Lambda::Function');
      expect(functions).toHaveLength(Object.keys(SIZES).length);
      for (const [, { Properties }] of functions)
        expect(Properties).toMatchObject({
          ...{ Runtime: 'nodejs24.x', Handler: 'index.handler', Architectures: ['arm64'], TracingConfig: { Mode: 'Active' } },
          LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO', SystemLogLevel: 'WARN', LogGroup: { Ref: expect.any(String) } },
        });
    },
  },
  ...Object.fromEntries(
    Object.entries(SIZES).map(([bundle, size]) => [
      `${bundle} has ${size.Timeout} seconds and ${size.MemorySize} MiB`,
      { of: 'prod', check: (stacks: Stacks) => expect(lambdaOf(stacks, bundle).Properties).toMatchObject(size) } satisfies Guard,
    ]),
  ),
  'the gateway of readers turns away what is above its throttle, and logs every request': {
    of: 'prod',
    check: (stacks) => expectGateway(stacks, 'Graphql', { ThrottlingRateLimit: 10_000, ThrottlingBurstLimit: 5_000 }),
  },
  'the gateway of pushes is another one, with a throttle of its own, and logs every request': {
    of: 'prod',
    check: (stacks) => {
      expectGateway(stacks, 'Ingest', { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
      expect(resourcesOf(stacks, 'AWS::ApiGatewayV2::Api')).toHaveLength(3);
    },
  },
  'routers ask outside of the CDN, at a gateway of their own that logs every request, and are answered by the version that has proved itself':
    {
      of: 'prod-everything',
      check: (stacks) => {
        expectGateway(stacks, 'Subgraph', { ThrottlingRateLimit: 10_000, ThrottlingBurstLimit: 5_000 });
        expect(only(stacks, 'AWS::ApiGatewayV2::Api', 'Subgraph').Properties.DisableExecuteApiEndpoint).not.toBe(true);
        const { IntegrationUri } = only(stacks, 'AWS::ApiGatewayV2::Integration', 'Subgraph').Properties;
        expect(IntegrationUri).toEqual({ Ref: expect.stringMatching(/^GraphqlLive/) });
      },
    },
  'functions are asked for what they answer, and for nothing else': {
    of: 'prod',
    check: (stacks) => {
      const routes = resourcesOf(stacks, 'AWS::ApiGatewayV2::Route').map(
        ([id, { Properties }]) => `${id.replace(/Gateway.*/, '')} ${Properties.RouteKey}`,
      );
      expect(routes.sort()).toEqual(
        [
          ...['/articles/{file}', '/feeds/{file+}', '/sitemap-news.xml', '/sitemap.xml', '/sitemaps/{file}'].flatMap((path) => [
            ...[`Graphql GET ${path}`, `Graphql HEAD ${path}`],
          ]),
          ...['Graphql GET /graphql', 'Graphql GET /health', 'Graphql OPTIONS /graphql', 'Graphql POST /graphql'],
          ...['Ingest GET /ingest/assets/{id+}', 'Ingest POST /ingest', 'Ingest POST /ingest/assets/{id+}'],
          ...['Ingest POST /ingest/fronts/{slug+}', 'Ingest POST /ingest/{format}', 'Subgraph POST /subgraph'],
        ].sort(),
      );
    },
  },
  'what browsers ask before they ask is answered by the function, and kept by the CDN': {
    of: 'prod',
    check: (stacks) => {
      expect(distributionOf(stacks).DefaultCacheBehavior.CachedMethods).toEqual(['GET', 'HEAD', 'OPTIONS']);
      const gateways = resourcesOf(stacks, 'AWS::ApiGatewayV2::Api').map(([, { Properties }]) => Properties);
      expect(gateways).toHaveLength(3);
      for (const gateway of gateways) expect(gateway).not.toHaveProperty('CorsConfiguration'); // it would drop what the function says
      const asked = only(stacks, 'AWS::ApiGatewayV2::Route', 'GraphqlGatewayApiOPTIONS').Properties;
      expect(asked.Target).toEqual(only(stacks, 'AWS::ApiGatewayV2::Route', 'GraphqlGatewayApiPOST').Properties.Target);
    },
  },
  'the read side has the concurrency of its stage': {
    of: 'prod-everything',
    check: (stacks) => {
      expect(lambdaOf(stacks, 'graphql').Properties.ReservedConcurrentExecutions).toBe(500);
      expect(only(stacks, 'AWS::Lambda::Alias').Properties.ProvisionedConcurrencyConfig).toEqual({ ProvisionedConcurrentExecutions: 10 });
    },
  },
  'files are read through the CDN alone, which may neither list nor write': {
    of: 'prod',
    check: (stacks) => {
      const { Statement } = only(stacks, 'AWS::S3::BucketPolicy', 'FilesBucket').Properties.PolicyDocument;
      const allowed = Statement.filter(({ Effect }: { Effect: string }) => Effect === 'Allow');
      expect(allowed).toMatchObject([{ Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } }]);
      expect(JSON.stringify(allowed[0].Condition)).toMatch(/SourceArn.*CdnDistribution/);
      const behavior = distributionOf(stacks).CacheBehaviors.at(-1);
      expect(behavior).toMatchObject({ PathPattern: '/assets/*', AllowedMethods: ['GET', 'HEAD'], ViewerProtocolPolicy: 'https-only' });
      expect(behavior.ResponseHeadersPolicyId).toEqual(distributionOf(stacks).DefaultCacheBehavior.ResponseHeadersPolicyId);
      expect(JSON.stringify(variablesOf(stacks, 'ingest').ASSETS_URL)).toMatch(/https:\/\/.*CdnDistribution.*\/assets/);
    },
  },
  'dead letters wait for 14 days': {
    of: 'prod',
    check: (stacks) => {
      const queues = resourcesOf(stacks, 'AWS::SQS::Queue');
      expect(queues).toHaveLength(2);
      for (const [, { Properties }] of queues)
        expect(Properties).toMatchObject({ MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true });
    },
  },
  'pushes that were sent asynchronously and failed lie in the dead letters of the intake': {
    of: 'prod',
    check: (stacks) =>
      expect(lambdaOf(stacks, 'ingest').Properties.DeadLetterConfig).toEqual({
        TargetArn: { 'Fn::GetAtt': [expect.stringMatching(/^IngestDeadLetters/), 'Arn'] },
      }),
  },
  ...Object.fromEntries(
    Object.entries(EVENTS).map(([sentence, check]) => [
      sentence,
      { of: 'prod', check: (stacks: Stacks) => check(only(stacks, 'AWS::Lambda::EventSourceMapping').Properties) } satisfies Guard,
    ]),
  ),
  'moments are looked for every minute, and a minute that failed lies in the dead letters': {
    of: 'prod',
    check: (stacks) => {
      const { ScheduleExpression, State, Targets } = only(stacks, 'AWS::Events::Rule', 'EventsEveryMinute').Properties;
      expect([ScheduleExpression, State]).toEqual(['rate(1 minute)', 'ENABLED']);
      expect(Targets[0]).toMatchObject({
        DeadLetterConfig: { Arn: { 'Fn::GetAtt': [expect.stringMatching(/^EventsDeadLetters/), 'Arn'] } },
        RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 },
      });
    },
  },
  'the announcer purges the distribution of its own stage, and looks at it for what was withdrawn': {
    of: 'prod',
    check: (stacks) => {
      const variables = variablesOf(stacks, 'events');
      expect(variables.CDN_DISTRIBUTION).toEqual({ Ref: expect.stringMatching(/^CdnDistribution/) });
      expect(JSON.stringify(variables.KILL_CHECK_URL)).toMatch(
        /https:\/\/.*CdnDistribution.*DomainName.*\/graphql\?documentId=[0-9a-f]{64}&variables=.*%7Bid%7D/,
      );
    },
  },
  'where any document may be asked, the look for what was withdrawn needs none that is registered': {
    of: 'dev',
    check: (stacks) =>
      expect(JSON.stringify(variablesOf(stacks, 'events').KILL_CHECK_URL)).toMatch(
        /\/graphql\?query=query%20KillCheck.*&variables=.*%7Bid%7D/,
      ),
  },

  'a new version gets a tenth of the traffic for five minutes': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::CodeDeploy::DeploymentGroup').Properties.DeploymentConfigName).toBe(
        'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      ),
  },
  'a new version gets no traffic before it has answered every document': {
    of: 'prod',
    check: (stacks) => {
      const alias = only(stacks, 'AWS::Lambda::Alias');
      expect(alias.UpdatePolicy.CodeDeployLambdaAliasUpdate.BeforeAllowTrafficHook).toEqual({
        Ref: expect.stringMatching(/^RolloutExaminer/),
      });
      expect(alias.DependsOn).toContainEqual(expect.stringMatching(/^RolloutExaminerFunction/));
      expect(variablesOf(stacks, 'deployment').VERSION_TO_TEST).toEqual({
        Ref: expect.stringMatching(/^GraphqlResolverFunctionCurrentVersion/),
      });
    },
  },
  'faults and slowness of a new version bring the old one back, and so does whoever stops the deployment': {
    of: 'prod',
    check: (stacks) => {
      const { AlarmConfiguration, AutoRollbackConfiguration } = only(stacks, 'AWS::CodeDeploy::DeploymentGroup').Properties;
      expect(AlarmConfiguration.Alarms.map(({ Name }: { Name: { Ref: string } }) => Name.Ref.replace(/[0-9A-F]{8}$/, ''))).toEqual([
        'AlarmsFaultsOfNewVersion',
        'AlarmsSlowNewVersion',
      ]);
      expect(AutoRollbackConfiguration).toEqual({
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_REQUEST', 'DEPLOYMENT_STOP_ON_ALARM'],
      });
      const waitsFor = only(stacks, 'AWS::Lambda::Alias').DependsOn ?? [];
      for (const { Name } of AlarmConfiguration.Alarms) expect(waitsFor).toContain(Name.Ref); // they know the new version before it gets traffic
    },
  },
  'the gateway calls what has proved itself, and not the newest code': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::ApiGatewayV2::Integration', 'GraphqlGatewayApiGETgraphql').Properties.IntegrationUri).toEqual({
        Ref: expect.stringMatching(/^GraphqlLive/),
      }),
  },

  'prod has these alarms, and no others': {
    of: 'prod',
    check: (stacks) => {
      const names = resourcesOf(stacks, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
        Properties.AlarmName.replace('broadsheet-prod-', ''),
      );
      expect(names.sort()).toEqual(Object.keys(ALARMS).sort());
    },
  },
  ...Object.fromEntries(
    Object.entries(ALARMS).map(([name, { threshold, periods, ...seen }]) => [
      `the alarm ${name} rings from ${threshold} on, for ${periods} times ${seen.seconds} seconds`,
      {
        of: 'prod',
        check: (stacks: Stacks) => {
          const alarm = alarmOf(stacks, name);
          expect(watched(alarm)).toEqual(seen);
          expect(alarm).toMatchObject({
            ...{
              Threshold: threshold,
              EvaluationPeriods: periods,
              TreatMissingData: name === 'LateMoments' ? 'breaching' : 'notBreaching',
            },
            ComparisonOperator: 'GreaterThanOrEqualToThreshold',
            AlarmActions: [{ Ref: expect.stringMatching(/^AlarmsTopic/) }],
          });
        },
      } satisfies Guard,
    ]),
  ),
  'alarms go to the mail of the stage': {
    of: 'prod',
    check: (stacks) =>
      expect(only(stacks, 'AWS::SNS::Subscription').Properties).toMatchObject({ Endpoint: 'newsdesk-tech@example.com', Protocol: 'email' }),
  },
  'where a stage says none there is no alarm, and nobody is told': {
    of: 'dev',
    check: (stacks) => {
      expect(resourcesOf(stacks, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) => Properties.AlarmName)).toEqual([
        'broadsheet-dev-DeadLetters',
      ]);
      expect(resourcesOf(stacks, 'AWS::SNS::Topic')).toEqual([]);
    },
  },
};

function expectGateway(stacks: Stacks, capability: string, throttle: object): void {
  const { DefaultRouteSettings, AccessLogSettings, StageName } = only(stacks, 'AWS::ApiGatewayV2::Stage', capability).Properties;
  expect(StageName).toBe('$default');
  expect(DefaultRouteSettings).toEqual({ ...throttle, DetailedMetricsEnabled: true });
  expect(AccessLogSettings.DestinationArn['Fn::GetAtt'][0]).toMatch(new RegExp(`^${capability}GatewayAccessLog`));
  const line = JSON.parse(AccessLogSettings.Format);
  expect(Object.values(line).join()).not.toMatch(/identity|path|querystring|authorizer/i); // nobody's address, and nothing of what was asked
}
