import type { Site } from './domain/site.ts';

/** Names of the environment variables that Lambda, CDK, the local service and tests share. */
export const ENV = {
  /** Name of the DynamoDB table. */
  newsTable: 'NEWS_TABLE',
  /** `dev` or `prod`. */
  stage: 'STAGE',
  /** Where DynamoDB answers, when it is not AWS. */
  dynamodbEndpoint: 'DYNAMODB_ENDPOINT',
  /** JSON: the keys with which sources sign their pushes, as `parseIngestKeys` of `ingest/keys.ts` has them. Or the ARN of the secret that holds it. */
  ingestKeys: 'INGEST_KEYS',
  /** JSON object: the site, as {@link Site} has it. */
  site: 'SITE',
  /** JSON array: secrets that sign the tokens of readers who have paid. Absent or empty: nobody has. Or the ARN of the secret that holds it. */
  readerSecrets: 'READER_SECRETS',
  /**
   * JSON object: what the CDN shows in {@link HEADERS.origin}, each value under a letter; any of them opens the door, an empty one never.
   * Or the ARN of the secret that holds it. Absent: the door stands open, as on a laptop, or is kept in front of the function by mutual TLS.
   */
  originSecrets: 'ORIGIN_SECRETS',
  /** Name of the bucket with files that sources sent. */
  assetBucket: 'ASSET_BUCKET',
  /** ARN of the version of a function that a deployment is about to send traffic to. */
  versionToTest: 'VERSION_TO_TEST',
  /** Name or ARN of the EventBridge bus that changes are announced on. */
  eventBus: 'EVENT_BUS',
  /** Id of the CloudFront distribution whose answers are purged. Absent: there is no CDN. */
  distribution: 'CDN_DISTRIBUTION',
  /** Where a withdrawal is looked for through the CDN: an address that holds `{id}`, see {@link readEventsConfig}. Absent: nobody looks. */
  killCheck: 'KILL_CHECK_URL',
} as const;

/** Names of headers that functions and the CDN share. In lower case, as API Gateway hands them on. */
export const HEADERS = {
  /** In which a site or app says that its reader has paid. */
  reader: 'x-broadsheet-reader',
  /** In which the CDN shows that it is the one who asks. */
  origin: 'x-broadsheet-origin',
  /** In which an answer names what stands in it, so that it can be purged when that changes. */
  cacheTag: 'cache-tag',
} as const;

export type Stage = 'dev' | 'prod';

export type Config = {
  newsTable: string;
  stage: Stage;
  /** Undefined means AWS itself. */
  dynamodbEndpoint: string | undefined;
};

/**
 * Reads the configuration once.
 * @throws {Error} naming everything that is missing or wrong at once, so that one deploy mends it all
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const newsTable = environment[ENV.newsTable];
  const stage = environment[ENV.stage];
  const wrong = [
    ...(newsTable ? [] : [`${ENV.newsTable} is missing: the name of the table`]),
    ...(stage === 'dev' || stage === 'prod' ? [] : [`${ENV.stage} must be "dev" or "prod", not "${stage ?? ''}"`]),
  ];
  if (wrong.length > 0) throw new Error(`Configuration: ${wrong.join('; ')}`);
  return { newsTable: newsTable as string, stage: stage as Stage, dynamodbEndpoint: environment[ENV.dynamodbEndpoint] || undefined };
}

/** What only the read side needs to know. */
export type ReaderConfig = { site: Site };

/**
 * Reads the configuration of the read side once.
 * @throws {Error} naming everything that is missing or wrong at once
 */
export function readReaderConfig(environment: NodeJS.ProcessEnv = process.env): ReaderConfig {
  const site = parsed(environment[ENV.site]) as Partial<Site> | null;
  const wrong = [
    ...(site ? [] : [`${ENV.site} must be a JSON object`]),
    ...(site
      ? (['name', 'publisher'] as const).filter((field) => !isText(site[field])).map((field) => `${ENV.site}: ${field} is missing`)
      : []),
    ...(site && !/^https?:\/\/[^/]+$/.test(site.url ?? '') ? [`${ENV.site}: url must be http(s)://host without a slash at the end`] : []),
    ...(site && !(site.languages?.length && site.languages.every(isText))
      ? [`${ENV.site}: languages must name one language at least`]
      : []),
  ];
  if (wrong.length > 0) throw new Error(`Configuration: ${wrong.join('; ')}`);
  const { name, url, publisher, languages, logo = null, imageService = null } = site as Site;
  return { site: { name, url, logo, publisher, languages, imageService } };
}

/**
 * Reads the secrets that sign readers' tokens.
 * @throws {Error} for what is no array of texts, and says nothing of it
 */
export function parseReaderSecrets(json: string | undefined): readonly string[] {
  const secrets = parsed(json || '[]');
  if (Array.isArray(secrets) && secrets.every(isText)) return secrets as string[];
  throw new Error(`Configuration: ${ENV.readerSecrets} must be a JSON array of texts`);
}

/** What only the events side needs to know. */
export type EventsConfig = {
  eventBus: string;
  distribution: string | undefined;
  /**
   * What a reader's client would ask for to see an article: the id takes the place of `{id}`, and the answer is GraphQL's, with the `__typename` of
   * `article`. It should be a document that pages do ask, for only then is what was in the cache looked at.
   */
  killCheck: string | undefined;
};

/**
 * Reads the configuration of the events side once.
 * @throws {Error} naming everything that is missing or wrong at once
 */
export function readEventsConfig(environment: NodeJS.ProcessEnv = process.env): EventsConfig {
  const eventBus = environment[ENV.eventBus];
  const killCheck = environment[ENV.killCheck] || undefined;
  const wrong = [
    ...(eventBus ? [] : [`${ENV.eventBus} is missing: the name of the event bus`]),
    ...(killCheck === undefined || (URL.canParse(killCheck) && /\{id\}|%7Bid%7D/i.test(killCheck))
      ? []
      : [`${ENV.killCheck} must be an address that holds {id}`]),
  ];
  if (wrong.length > 0) throw new Error(`Configuration: ${wrong.join('; ')}`);
  return { eventBus: eventBus as string, distribution: environment[ENV.distribution] || undefined, killCheck };
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return null; // said by whoever asked: the text may hold a secret
  }
}
