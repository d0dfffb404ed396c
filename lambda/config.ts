import type { Site } from './domain/site.ts';

/** Names of the environment variables that Lambda, CDK, the local service and tests share. */
export const ENV = {
  /** Name of the DynamoDB table. */
  newsTable: 'NEWS_TABLE',
  /** `dev` or `prod`. */
  stage: 'STAGE',
  /** What may be asked: `any` document, or `registered` ones only. Absent: any. */
  documents: 'DOCUMENTS',
  /**
   * JSON object: the clients that may ask in their own words where others ask registered documents only, name -> secret. Absent or empty: nobody.
   * Or the ARN of the secret that holds it.
   */
  clientSecrets: 'CLIENT_SECRETS',
  /** Where DynamoDB answers, when it is not AWS. */
  dynamodbEndpoint: 'DYNAMODB_ENDPOINT',
  /** JSON: the keys with which sources sign their pushes, as `parseIngestKeys` of `ingest/keys.ts` has them. Or the ARN of the secret that holds it. */
  ingestKeys: 'INGEST_KEYS',
  /** Where files are kept that sources send: the name of a bucket of S3, or `file://…`. Absent: none are taken. */
  assetsBucket: 'ASSETS_BUCKET',
  /** Where the public reads these files, without a slash at its end. */
  assetsUrl: 'ASSETS_URL',
  /** Makes their addresses unguessable. Never changes: every address follows from it. Or the ARN of the secret that holds it. */
  assetsSecret: 'ASSETS_SECRET',
  /** Where S3 answers, when it is not AWS. */
  s3Endpoint: 'S3_ENDPOINT',
  /** JSON object: the site, as {@link Site} has it. */
  site: 'SITE',
  /** JSON array: secrets that sign the tokens of readers who have paid. Absent or empty: nobody has. Or the ARN of the secret that holds it. */
  readerSecrets: 'READER_SECRETS',
  /** JSON array: secrets that sign the tokens of a newsroom that looks ahead. Absent or empty: nobody does. Or the ARN of the secret that holds it. */
  previewSecrets: 'PREVIEW_SECRETS',
  /**
   * JSON object: what the CDN shows in {@link HEADERS.origin}, each value under a letter; any of them opens the door, an empty one never.
   * Or the ARN of the secret that holds it. Absent: the door stands open, as on a laptop, or is kept in front of the function by mutual TLS.
   */
  originSecrets: 'ORIGIN_SECRETS',
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
  /** In which the newsroom says at what instant it reads. */
  preview: 'x-broadsheet-preview',
  /** In which a client says who it is where registered documents only are answered: `<name>:<secret>`. */
  client: 'x-broadsheet-client',
  /** In which the CDN shows that it is the one who asks. */
  origin: 'x-broadsheet-origin',
  /** In which an answer names what stands in it, so that it can be purged when that changes. */
  cacheTag: 'cache-tag',
} as const;

/** What pages of any site may send and read besides what every page may: the function says so, and the CDN with it. */
export const CORS = {
  /** The header of clients with a secret is not among them: a secret in a page is none. */
  maySend: [
    ...['accept', 'content-type', 'if-none-match'],
    ...['apollo-require-preflight', 'x-apollo-operation-name', 'apollographql-client-name', 'apollographql-client-version'],
    ...[HEADERS.reader, HEADERS.preview],
  ],
  mayRead: ['age', 'etag', 'retry-after', HEADERS.preview],
} as const;

/** The client that asks a new version its documents before it gets traffic; see `lambda/deployment/`. */
export const EXAMINER = 'deployment';

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

/** Where files are kept that sources send, and where they are read. */
export type AssetsConfig = {
  bucket: string;
  url: string;
  secret: string;
  /** Undefined means AWS itself. */
  endpoint: string | undefined;
};

/** As many characters as nobody guesses: 128 bits in hexadecimal. */
const SECRET_LENGTH = 32;

/**
 * Reads where files are kept, once.
 * @returns null where none are taken
 * @throws {Error} naming everything that is missing or wrong at once, and no secret
 */
export function readAssetsConfig(environment: NodeJS.ProcessEnv = process.env): AssetsConfig | null {
  const [bucket = '', url = '', secret = ''] = [ENV.assetsBucket, ENV.assetsUrl, ENV.assetsSecret].map((name) => environment[name]);
  if (bucket === '' && url === '' && secret === '') return null;
  const wrong = [
    ...(bucket ? [] : [`${ENV.assetsBucket} is missing: the name of the bucket`]),
    ...(/^https?:\/\/[^/?#]+(?:\/[^?#]*)?(?<!\/)$/.test(url) ? [] : [`${ENV.assetsUrl} must be http(s)://… without a slash at the end`]),
    ...(secret.length >= SECRET_LENGTH ? [] : [`${ENV.assetsSecret} must have ${SECRET_LENGTH} characters at least`]),
  ];
  if (wrong.length > 0) throw new Error(`Configuration: ${wrong.join('; ')}`);
  return { bucket, url, secret, endpoint: environment[ENV.s3Endpoint] || undefined };
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
 * Reads the secrets that sign tokens, of readers or of the newsroom.
 * @param variable where they stand, or are named
 * @throws {Error} for what is no array of texts, and says nothing of it
 */
export function parseTokenSecrets(variable: string): (json: string | undefined) => readonly string[] {
  return (json) => {
    const secrets = parsed(json || '[]');
    if (Array.isArray(secrets) && secrets.every(isText)) return secrets as string[];
    throw new Error(`Configuration: ${variable} must be a JSON array of texts`);
  };
}

/**
 * Whether registered documents only are answered.
 * @throws {Error} for any other word, for a rule that is written wrongly must not be no rule
 */
export function readDocumentsRule(environment: NodeJS.ProcessEnv = process.env): 'any' | 'registered' {
  const rule = environment[ENV.documents] || 'any';
  if (rule === 'any' || rule === 'registered') return rule;
  throw new Error(`Configuration: ${ENV.documents} must be "any" or "registered", not "${rule}"`);
}

/** Who may ask in words of their own, and with which secret each: name -> secret. */
export type Clients = ReadonlyMap<string, string>;

/**
 * Reads the clients that may ask in their own words: a JSON object, name -> secret. A secret is changed by a second name that lives beside the first.
 * @throws {Error} for anything else, and says nothing of a secret
 */
export function parseClients(json: string | undefined): Clients {
  const said = parsed(json || '{}');
  const clients = typeof said === 'object' && said !== null && !Array.isArray(said) ? Object.entries(said) : [['', '']];
  const isClient = ([name, secret]: unknown[]) =>
    /^[\w.-]{1,60}$/.test(name as string) && typeof secret === 'string' && secret.length >= SECRET_LENGTH;
  if (clients.every(isClient)) return new Map(clients as [string, string][]);
  const form = `a JSON object, name -> secret: a name of letters, digits and _ . -, a secret of ${SECRET_LENGTH} characters at least`;
  throw new Error(`Configuration: ${ENV.clientSecrets} must be ${form}`);
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
