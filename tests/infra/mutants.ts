// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of source text

/** A grant, a limit or a retention, and the change of source text that spoils it. Every `from` stands exactly once in its file. */
export type Mutant = { file: string; cuts: readonly (readonly [from: string, to: string])[]; breaks: string };

const at = (path: string) => `infra/${path}.ts`;
const one = (breaks: string, path: string, from: string, to: string): Mutant => ({ breaks, file: at(path), cuts: [[from, to]] });

const GRAPHQL = 'constructs/graphql-api';
const FEEDS = 'constructs/article-feeds';
const PREVIEW = 'constructs/preview-signer';
const INGEST = 'constructs/article-ingest';
const ASSETS = 'constructs/asset-files';
const EVENTS = 'constructs/article-events';
const FUNCTION = 'constructs/bundled-function';
const GATEWAY = 'constructs/http-gateway';
const CDN = 'constructs/cdn';
const ALARMS = 'constructs/alarms';
const ROLLOUT = 'constructs/rollout';
const TABLE = 'constructs/news-table';
const SECRETS = 'constructs/secrets';
const FIREWALL = 'constructs/firewall';

const READ_SIDE = 'the read side asks the table by key, and may nothing else';
const INTAKE = 'the intake writes the table item by item and its own bucket, and may neither Scan nor delete a file';
const ANNOUNCER = 'the announcer follows the stream, settles articles, speaks on its bus and purges its distribution, and may nothing else';
const EXAMINER = 'the examiner calls the new version and answers its deployment, and may nothing else';
const WILD = 'no policy of ours holds a wildcard but for traces, for files of the own bucket and for versions of the examiner';
const TLS_DOOR = 'with an own domain the CDN shows its certificate, to a name that opens to nothing else';
const RETRIES = 'a change that fails is tried ten times alone for 23 hours at most, and then lies in the dead letters';
const HEARD = 'changes of articles, of live blogs, of fronts and of cards reach the announcer, and nothing else';
const AT_ONCE = 'a change is announced at once, a hundred at a time';
const MINUTE = 'moments are looked for every minute, and a minute that failed lies in the dead letters';
const HOOK = 'a new version gets no traffic before it has answered every document';
const ROLLBACK = 'faults and slowness of a new version bring the old one back, and so does whoever stops the deployment';
const KEY = 'answers are kept apart by what was asked who has paid and who looks ahead, and by nothing else';
const TTL = 'an answer is kept as long as the origin says, a day at most, and not at all when it says nothing';
const PREFLIGHT = 'what browsers ask before they ask is answered by the function, and kept by the CDN';
const CLIENTS = 'nobody but the examiner may ask in words of its own until somebody says so';
const SECRET_FREE_LOG = 'the log of the firewall holds neither what was asked nor what opens something';
const FEEDS_KEPT = 'feeds are kept by their address and the version of ninjs, and by nothing else';
const SAID = 'every answer may be read by any page and is never run';
const FILES = 'files of articles outlive the stack, keep their versions, and are nobody else’s';
const NOT_IN_VARIABLES = 'no text of a secret stands in the variables of a function: they name where it is kept';
const READERS = 'the gateway of readers turns away what is above its throttle, and logs every request';
const PUSHES = 'the gateway of pushes is another one, with a throttle of its own, and logs every request';
const ROUTERS =
  'routers ask outside of the CDN, at a gateway of their own that logs every request, and are answered by the version that has proved itself';
const EVERY_FUNCTION = 'every function logs JSON to its own group, is traced, and is what the bundle holds';
const GRANT = "'dynamodb:Query', 'dynamodb:GetItem', 'dynamodb:BatchGetItem'";
const alarm = (name: string, threshold: number | string, times: string) =>
  `the alarm ${name} rings from ${threshold} on, for ${times} seconds`;

/** Each spoils one thing; together they spoil everything that `guards.ts` holds. */
export const MUTANTS: readonly Mutant[] = [
  ...["'dynamodb:Scan', ", "'dynamodb:PutItem', ", "'dynamodb:*', "].map((more) => one(READ_SIDE, GRAPHQL, GRANT, `${more}${GRANT}`)),
  one(READ_SIDE, GRAPHQL, ", 'dynamodb:BatchGetItem'", ''),
  one(
    READ_SIDE,
    GRAPHQL,
    'table.grant(this.resolver.lambda, ',
    'table.grantReadData(this.resolver.lambda);\n    table.grant(this.resolver.lambda, ',
  ),
  one(READ_SIDE, FUNCTION, "'logs:CreateLogStream', ", "'logs:CreateLogGroup', 'logs:CreateLogStream', "),
  one('feeds ask the table by key, and may nothing else', FEEDS, GRANT, `'dynamodb:Scan', ${GRANT}`),
  one('feeds ask the table by key, and may nothing else', FEEDS, GRANT, `'dynamodb:PutItem', ${GRANT}`),
  one(
    'feeds open to the CDN alone, as the read side does',
    FEEDS,
    'if (originSecret) this.writer.tell(ENV.originSecrets, originSecret);',
    '',
  ),
  one(
    'behind mutual TLS feeds are told no secret at all',
    'stacks/service-stack',
    'originSecret: door ? null : secrets.origin',
    'originSecret: secrets.origin',
  ),
  one(FEEDS_KEPT, CDN, "['schema'], []", "['schema'], [HEADERS.reader]"),
  one(FEEDS_KEPT, CDN, "['schema']", "['schema', 'any']"),
  one(FEEDS_KEPT, CDN, "'/articles/*', ", ''),
  one('what stands at addresses is answered by the function for it', FEEDS, 'PATHS.flatMap(', 'PATHS.slice(1).flatMap('),
  one('functions are asked for what they answer, and for nothing else', FEEDS, ", ['HEAD', path] as const", ''),
  one('feeds has 14 seconds and 1024 MiB', FEEDS, 'Duration.seconds(14)', 'Duration.seconds(60)'),
  one(
    'what signs previews reads its secret, and may nothing else',
    PREVIEW,
    'previewSecrets);\n',
    'previewSecrets);\n    previewSecrets.grantWrite(this.signer.lambda);\n',
  ),
  one(
    'what signs previews reads its secret, and may nothing else',
    'stacks/service-stack',
    'previewSecrets: secrets.previewSecrets',
    'previewSecrets: secrets.ingestKeys',
  ),
  one(
    'what signs previews has no address, and is called by nobody whom IAM does not let',
    PREVIEW,
    'previewSecrets);\n',
    'previewSecrets);\n    this.signer.lambda.addFunctionUrl();\n',
  ),
  one(
    'what signs previews has no address, and is called by nobody whom IAM does not let',
    PREVIEW,
    'previewSecrets);\n',
    "previewSecrets);\n    this.signer.lambda.addPermission('Any', { principal: this.signer.lambda.grantPrincipal });\n",
  ),
  one(
    'what signs previews has no address, and is called by nobody whom IAM does not let',
    PREVIEW,
    'previewSecrets);\n',
    'previewSecrets);\n    this.signer.lambda.grantInvoke(this.signer.lambda);\n',
  ),
  one(
    'what signs previews is named by an output',
    'stacks/service-stack',
    'preview.signer.lambda.functionName',
    'graphql.resolver.lambda.functionName',
  ),
  one(NOT_IN_VARIABLES, PREVIEW, 'environment: {}', "environment: { [ENV.newsTable]: 'any' }"),
  one('preview has 10 seconds and 256 MiB', PREVIEW, 'Duration.seconds(10)', 'Duration.seconds(60)'),
  one('behind mutual TLS the read side is not told the secret of the origin', GRAPHQL, 'if (!mutualTls) ', ''),
  one(INTAKE, INGEST, "'dynamodb:ConditionCheckItem'", "'dynamodb:Scan'"),
  one(INTAKE, INGEST, "'s3:PutObject', ", "'s3:PutObject', 's3:DeleteObject', "),
  one(INTAKE, INGEST, 'resourceArns: [files.bucketArn]', "resourceArns: ['*']"),
  one(
    ANNOUNCER,
    EVENTS,
    "actions: ['cloudfront:CreateInvalidation'], resourceArns: [distribution.distributionArn]",
    "actions: ['cloudfront:CreateInvalidation'], resourceArns: ['*']",
  ),
  one(
    ANNOUNCER,
    EVENTS,
    "actions: ['events:PutEvents'], resourceArns: [this.bus.eventBusArn]",
    "actions: ['events:PutEvents'], resourceArns: ['*']",
  ),
  one(ANNOUNCER, EVENTS, "'dynamodb:DeleteItem', ", "'dynamodb:DeleteItem', 'dynamodb:Scan', "),
  one(EXAMINER, ROLLOUT, 'resourceArns: [version.functionArn]', 'resourceArns: [graphql.resolver.lambda.functionArn]'),
  one(EXAMINER, ROLLOUT, 'if (secret) examiner', 'if (!secret) examiner'),
  one(EXAMINER, ROLLOUT, 'if (clientSecrets) examiner.tell(ENV.clientSecrets, clientSecrets);', ''),
  one(READ_SIDE, GRAPHQL, 'this.resolver.tell(ENV.clientSecrets, secrets.clientSecrets);', ''),
  one(
    'where any document may be asked, the examiner is no client with a secret',
    'stacks/service-stack',
    "documents === 'registered' ? secrets.clientSecrets : null",
    'secrets.clientSecrets',
  ),
  one(WILD, FUNCTION, "actions: ['secretsmanager:GetSecretValue']", "actions: ['secretsmanager:*']"),

  one('the table outlives its stack and cannot be deleted', TABLE, 'deletionProtection: keepData', 'deletionProtection: false'),
  one(
    'the table outlives its stack and cannot be deleted',
    TABLE,
    'keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY',
    'RemovalPolicy.DESTROY',
  ),
  one(
    'the table can be restored to any second of 35 days',
    TABLE,
    'pointInTimeRecoveryEnabled: pointInTimeRecovery, recoveryPeriodInDays: 35',
    'pointInTimeRecoveryEnabled: false',
  ),
  one('the table can be restored to any second of 35 days', TABLE, 'recoveryPeriodInDays: 35', 'recoveryPeriodInDays: 1'),
  one('the stream of the table holds both images', TABLE, 'StreamViewType[stream]', 'StreamViewType.KEYS_ONLY'),
  one('the table is on demand and without a ceiling where a stage says none', TABLE, 'maxReadUnits ?? undefined', 'maxReadUnits ?? 1'),
  one('the table has the ceilings of its stage', TABLE, 'maxReadRequestUnits: maxReadUnits ?? undefined, ', ''),
  one('the table has the ceilings of its stage', TABLE, 'maxWriteRequestUnits: maxWriteUnits ?? undefined', ''),
  one(
    'a restored table takes the place of the own one everywhere, and the own one stays',
    TABLE,
    'this.table = tableArn',
    'this.table = tableArn && !restored',
  ),
  one(FILES, ASSETS, 'versioned: true', 'versioned: false'),
  one(FILES, ASSETS, 'keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY', 'RemovalPolicy.DESTROY'),
  one(FILES, ASSETS, 'BlockPublicAccess.BLOCK_ALL', 'BlockPublicAccess.BLOCK_ACLS_ONLY'),
  one('secrets outlive the stack', SECRETS, 'keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY', 'RemovalPolicy.DESTROY'),
  one(
    'the stack of prod is protected, and that of dev leaves nothing',
    'stacks/service-stack',
    'terminationProtection: keepData',
    'terminationProtection: false',
  ),
  one(
    'a stage that keeps nothing can be deleted whole',
    SECRETS,
    'keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY',
    'RemovalPolicy.RETAIN',
  ),

  one(
    NOT_IN_VARIABLES,
    FUNCTION,
    'addEnvironment(variable, secret.secretArn)',
    'addEnvironment(variable, secret.secretValue.unsafeUnwrap())',
  ),
  one(
    'the secret of the origin is made by Secrets Manager, 40 characters under a and nothing under b',
    SECRETS,
    "generateStringKey: 'a', excludePunctuation: true, passwordLength: 40",
    "generateStringKey: 'a', excludePunctuation: true, passwordLength: 8",
  ),
  one(CLIENTS, SECRETS, 'generateStringKey: EXAMINER', "generateStringKey: 'partner'"),
  one('prod answers registered documents only', 'stages', "documents: 'registered', // what", "documents: 'any', // what"),
  one('prod answers registered documents only', GRAPHQL, ', [ENV.documents]: documents', ''),
  one('dev answers any document', 'stages', "documents: 'any', // where", "documents: 'registered', // where"),
  one('nobody can push and nobody has paid until somebody says so', SECRETS, "unsafePlainText('[]')", `unsafePlainText('["a"]')`),
  one(
    'the CDN shows the secret of the origin under the letter of the stage, and only its place stands in the template',
    CDN,
    'jsonField: letter',
    "jsonField: 'b'",
  ),
  one(
    'the CDN shows the secret of the origin under the letter of the stage, and only its place stands in the template',
    CDN,
    '[HEADERS.origin]: shownValue',
    "'x-other': shownValue",
  ),
  one(TLS_DOOR, CDN, 'raw.addPropertyOverride(place, { ClientCertificateArn: shows.clientCertificateArn });', ''),
  one(TLS_DOOR, 'constructs/origin-door', '      mtls,\n', ''),
  one(TLS_DOOR, 'constructs/origin-door', 'version: authorities.version,', ''),
  one(
    'behind mutual TLS the API has no other name',
    GATEWAY,
    'disableExecuteApiEndpoint: onlyAt !== undefined',
    'disableExecuteApiEndpoint: false',
  ),
  one(
    'the CDN reaches its origin by TLS 1.2 only, and gives up after 15 seconds',
    CDN,
    'OriginProtocolPolicy.HTTPS_ONLY',
    'OriginProtocolPolicy.MATCH_VIEWER',
  ),
  one('the CDN reaches its origin by TLS 1.2 only, and gives up after 15 seconds', CDN, 'Duration.seconds(15)', 'Duration.seconds(60)'),
  one(KEY, CDN, '[HEADERS.reader, HEADERS.preview]', '[HEADERS.reader]'),
  one(KEY, CDN, "'variables', ", ''),
  one(TTL, CDN, 'defaultTtl: Duration.seconds(0)', 'defaultTtl: Duration.seconds(60)'),
  one(TTL, CDN, 'maxTtl: Duration.days(1)', 'maxTtl: Duration.days(365)'),
  one('no error is kept', CDN, '({ httpStatus, ttl: Duration.seconds(0) })', '({ httpStatus, ttl: Duration.seconds(10) })'),
  one('no error is kept', CDN, '502, 503, 504', '502, 504'),
  one('answers are let go of by the tags that the origin gave them', CDN, 'HeaderName: HEADERS.cacheTag', "HeaderName: 'x-other'"),
  one(
    'readers come by HTTPS, and answers go out compressed',
    CDN,
    'ViewerProtocolPolicy.HTTPS_ONLY,\n        allowedMethods: AllowedMethods.ALLOW_ALL',
    'ViewerProtocolPolicy.ALLOW_ALL,\n        allowedMethods: AllowedMethods.ALLOW_ALL',
  ),
  one(
    'readers come by HTTPS, and answers go out compressed',
    CDN,
    'compress: true,\n        cachePolicy',
    'compress: false,\n        cachePolicy',
  ),
  one(
    'an own domain has its own certificate, and TLS 1.2 at least',
    CDN,
    'SecurityPolicyProtocol.TLS_V1_2_2021',
    'SecurityPolicyProtocol.TLS_V1_2016',
  ),
  one(SAID, CDN, "accessControlAllowOrigins: ['*']", "accessControlAllowOrigins: ['https://example.com']"),
  one(SAID, CDN, '[...CORS.maySend]', "['*']"),
  one(SAID, CDN, '        accessControlExposeHeaders: [...CORS.mayRead],\n', ''),
  one(SAID, CDN, 'accessControlMaxAge: Duration.days(1)', 'accessControlMaxAge: Duration.seconds(5)'),
  one('what an answer is purged by is not said to readers', CDN, 'removeHeaders: [HEADERS.cacheTag],', ''),
  one(SAID, CDN, 'contentTypeOptions: { override: true },', ''),
  one(SAID, CDN, "default-src 'none'; ", ''),
  one(SAID, CDN, 'includeSubdomains: true, ', 'includeSubdomains: false, '),
  one(
    'the origin hears nothing that changes an answer besides what keeps answers apart',
    CDN,
    "'apollo-require-preflight', HEADERS.client]",
    "'apollo-require-preflight', HEADERS.client, 'accept']",
  ),
  one('the log of the CDN is kept as long as the others, without cookies', CDN, 'expiration: Duration.days(logDays), ', ''),
  one('the log of the CDN is kept as long as the others, without cookies', CDN, 'logIncludesCookies: false', 'logIncludesCookies: true'),
  one('buckets and queues are reached by TLS only', CDN, 'enforceSSL: true', 'enforceSSL: false'),
  one('buckets and queues are reached by TLS only', 'constructs/dead-letters', 'enforceSSL: true', 'enforceSSL: false'),
  one(
    'the firewall stands in front of the CDN, in us-east-1, and nowhere near the intake',
    'stacks/edge-stack',
    "region: 'us-east-1'",
    "region: 'eu-central-1'",
  ),
  one('the firewall stands in front of the CDN, in us-east-1, and nowhere near the intake', CDN, 'webAclId: firewallArn', ''),
  one(
    'the firewall turns away an address above its limit, and counts large bodies only',
    FIREWALL,
    'limit: requestsPerFiveMinutes',
    'limit: 2_000_000',
  ),
  one('the firewall turns away an address above its limit, and counts large bodies only', FIREWALL, "'SizeRestrictions_BODY', ", ''),
  one(SECRET_FREE_LOG, FIREWALL, '{ queryString: {} }, ', ''),
  one(SECRET_FREE_LOG, FIREWALL, ', HEADERS.client]', ']'),

  one('every log ends after the days of its stage', FUNCTION, 'retention: logDays', 'retention: 9999'),
  one('every log ends after the days of its stage', GATEWAY, 'retention: logDays', 'retention: 9999'),
  one('every log ends after the days of its stage', FIREWALL, 'retention: logDays', 'retention: 9999'),
  one(EVERY_FUNCTION, FUNCTION, 'Tracing.ACTIVE', 'Tracing.DISABLED'),
  one(EVERY_FUNCTION, FUNCTION, 'SystemLogLevel.WARN', 'SystemLogLevel.DEBUG'),
  one('graphql has 10 seconds and 1024 MiB', GRAPHQL, 'Duration.seconds(10)', 'Duration.seconds(30)'),
  one('ingest has 28 seconds and 1024 MiB', INGEST, 'Duration.seconds(28)', 'Duration.seconds(60)'),
  one('events has 90 seconds and 512 MiB', EVENTS, 'Duration.seconds(90)', 'Duration.seconds(900)'),
  one('deployment has 300 seconds and 512 MiB', ROLLOUT, 'memoryMiB: 512', 'memoryMiB: 128'),
  one(READERS, GATEWAY, 'rateLimit: throttle.perSecond, ', ''),
  one(READERS, 'stages', 'throttle: { perSecond: 10_000, burst: 5_000 }', 'throttle: { perSecond: 10_000, burst: 50_000 }'),
  one(READERS, GATEWAY, 'route: ', "address: '$context.identity.sourceIp',\n  route: "),
  one(PUSHES, GATEWAY, 'burstLimit: throttle.burst', 'burstLimit: 5_000'),
  one('functions are asked for what they answer, and for nothing else', INGEST, "['GET', '/ingest/assets/{id+}'],", ''),
  one(ROUTERS, 'stacks/service-stack', 'handler: graphql.alias', 'handler: graphql.resolver.lambda'),
  one(ROUTERS, 'stacks/service-stack', 'throttle: graphqlValues.throttle', 'throttle: values.ingest.throttle'),
  one(
    'functions are asked for what they answer, and for nothing else',
    'stacks/service-stack',
    "['POST', '/subgraph']",
    "['GET', '/subgraph']",
  ),
  one(PREFLIGHT, GRAPHQL, "['OPTIONS', '/graphql'],", ''),
  one(PREFLIGHT, CDN, 'CACHE_GET_HEAD_OPTIONS', 'CACHE_GET_HEAD'),
  one(PREFLIGHT, GATEWAY, 'createDefaultStage: false,', "createDefaultStage: false,\n      corsPreflight: { allowOrigins: ['*'] },"),
  one('the read side has the concurrency of its stage', FUNCTION, 'reservedConcurrency ?? undefined', 'undefined'),
  one('the read side has the concurrency of its stage', GRAPHQL, 'provisionedConcurrency ?? undefined', 'undefined'),
  one(
    'files are read through the CDN alone, which may neither list nor write',
    CDN,
    'S3BucketOrigin.withOriginAccessControl(files)',
    'S3BucketOrigin.withBucketDefaults(files)',
  ),
  one(
    'files are read through the CDN alone, which may neither list nor write',
    CDN,
    '  allowedMethods: AllowedMethods.ALLOW_GET_HEAD,\n          cache',
    '  allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,\n          cache',
  ),
  one('dead letters wait for 14 days', 'constructs/dead-letters', 'Duration.days(14)', 'Duration.days(4)'),
  one(
    'pushes that were sent asynchronously and failed lie in the dead letters of the intake',
    FUNCTION,
    'deadLetterQueue: deadLetters',
    'deadLetterQueue: undefined',
  ),
  one(HEARD, EVENTS, "FilterRule.or('INSERT', 'MODIFY')", "FilterRule.or('INSERT')"),
  one(HEARD, EVENTS, "FilterRule.beginsWith('C#')", "FilterRule.beginsWith('D#')"),
  one(RETRIES, EVENTS, 'retryAttempts: 10', 'retryAttempts: 0'),
  one(RETRIES, EVENTS, 'maxRecordAge: Duration.hours(23)', 'maxRecordAge: Duration.minutes(1)'),
  one(RETRIES, EVENTS, 'reportBatchItemFailures: true', 'reportBatchItemFailures: false'),
  one(RETRIES, EVENTS, 'onFailure: new SqsDlq(this.deadLetters.queue),', ''),
  one(RETRIES, EVENTS, 'StartingPosition.TRIM_HORIZON', 'StartingPosition.LATEST'),
  one(AT_ONCE, EVENTS, 'maxBatchingWindow: Duration.seconds(0)', 'maxBatchingWindow: Duration.seconds(60)'),
  one(AT_ONCE, EVENTS, 'batchSize: 100', 'batchSize: 1_000'),
  one(MINUTE, EVENTS, 'Schedule.rate(Duration.minutes(1))', 'Schedule.rate(Duration.minutes(5))'),
  one(MINUTE, EVENTS, 'deadLetterQueue: this.deadLetters.queue, ', ''),
  one(
    'the announcer purges the distribution of its own stage, and looks at it for what was withdrawn',
    EVENTS,
    '[ENV.distribution]: distribution.distributionId,',
    '',
  ),
  one(
    'the announcer purges the distribution of its own stage, and looks at it for what was withdrawn',
    EVENTS,
    "registered: `documentId=${createHash('sha256')",
    "registered: `documentId=${createHash('sha1')",
  ),
  one(
    'where any document may be asked, the look for what was withdrawn needs none that is registered',
    EVENTS,
    'any: `query=',
    'any: `document=',
  ),

  one(
    'a new version gets a tenth of the traffic for five minutes',
    ROLLOUT,
    'LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES',
    'LambdaDeploymentConfig.ALL_AT_ONCE',
  ),
  one(HOOK, ROLLOUT, 'preHook: examiner.lambda,', ''),
  one(HOOK, ROLLOUT, '[ENV.versionToTest]: version.functionArn', '[ENV.versionToTest]: graphql.resolver.lambda.functionArn'),
  one(ROLLBACK, ROLLOUT, 'deploymentInAlarm: stopAt.length > 0', 'deploymentInAlarm: false'),
  one(ROLLBACK, ROLLOUT, 'addDependency(examiner, ...stopAt)', 'addDependency(examiner)'),
  one('the gateway calls what has proved itself, and not the newest code', GRAPHQL, 'handler: this.alias', 'handler: this.resolver.lambda'),

  one('prod has these alarms, and no others', 'stages', "coldStarts: 'none', // the", 'coldStarts: 50, // the'),
  one(alarm('FaultsOfNewVersion', 5, '1 times 60'), ALARMS, "ours('Faults', resolver, version)", "ours('Faults', resolver)"),
  one(
    alarm('SlowNewVersion', 1500, '2 times 60'),
    ALARMS,
    "ours('Latency', resolver, version, 'p99')",
    "ours('Latency', resolver, version, 'p50')",
  ),
  one(alarm('Faults', 5, '1 times 60'), 'stages', 'faults: 5,', 'faults: 500,'),
  one(alarm('FeedsFaults', 5, '1 times 60'), ALARMS, "[lambda('Errors', writer), ours('Faults', writer)]", "[ours('Faults', writer)]"),
  one(alarm('IngestFaults', 5, '1 times 60'), ALARMS, "[lambda('Errors', intake), ours('Faults', intake)]", "[lambda('Errors', intake)]"),
  one(alarm('Slow', 1500, '5 times 60'), ALARMS, "'99 of 100 requests took longer', 5)", "'99 of 100 requests took longer', 50)"),
  one(
    alarm('FunctionThrottles', 1, '1 times 60'),
    ALARMS,
    '[resolver, writer, intake, announcer].map',
    '[resolver, intake, announcer].map',
  ),
  one(alarm('TableThrottles', 1, '1 times 60'), ALARMS, "'WriteThrottleEvents'", "'UserErrors'"),
  one(alarm('DeadLetters', 1, '1 times 60'), ALARMS, '[ingest, events].map', '[ingest].map'),
  one(
    alarm('IteratorAge', 60000, '3 times 60'),
    ALARMS,
    "lambda('IteratorAge', announcer, 'Maximum')",
    "lambda('IteratorAge', announcer, 'Minimum')",
  ),
  one(alarm('LateMoments', 1, '1 times 300'), ALARMS, 'Duration.minutes(5)', 'Duration.hours(5)'),
  one(alarm('LateMoments', 1, '1 times 300'), ALARMS, '      BREACHING,\n', ''),
  one(alarm('KillLatency', 30000, '1 times 60'), 'stages', 'killLatency: 30_000', 'killLatency: 3_000_000'),
  one(alarm('KillsUnconfirmed', 1, '1 times 60'), ALARMS, "ours('KillsUnconfirmed', announcer)", "ours('Announced', announcer)"),
  one(alarm('CostPerThousand', 0.01, '1 times 3600'), ALARMS, 'PRICES.lambdaRequests + PRICES.gatewayRequests', 'PRICES.lambdaRequests'),
  one(alarm('Faults', 5, '1 times 60'), ALARMS, 'treatMissingData = NOT_BREACHING', 'treatMissingData = BREACHING'),
  one(alarm('Faults', 5, '1 times 60'), ALARMS, 'if (this.topic) alarm.addAlarmAction(new SnsAction(this.topic));', ''),
  one(
    'alarms go to the mail of the stage',
    ALARMS,
    'new EmailSubscription(thresholds.mail)',
    "new EmailSubscription('nobody@example.com')",
  ),
  one(
    'where a stage says none there is no alarm, and nobody is told',
    ALARMS,
    "if (threshold === 'none') return [];",
    "if (threshold === 'none') threshold = 1;",
  ),
];
