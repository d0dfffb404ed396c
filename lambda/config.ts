/** Names of the environment variables that Lambda, CDK, the local service and tests share. */
export const ENV = {
  /** Name of the DynamoDB table. */
  newsTable: 'NEWS_TABLE',
  /** `dev` or `prod`. */
  stage: 'STAGE',
  /** Where DynamoDB answers, when it is not AWS. */
  dynamodbEndpoint: 'DYNAMODB_ENDPOINT',
  /** JSON object: name of a source -> secret with which it signs its pushes. */
  ingestKeys: 'INGEST_KEYS',
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
