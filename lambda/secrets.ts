import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { log, whole } from './log.ts';

/** What a secret says, as it is at this moment. @throws {SecretUnreadable} while it has never been read */
export type Secret<Value> = () => Promise<Value>;

/** AWS Secrets Manager does not answer, or what it holds cannot be read. Nothing of the text stands in the message. */
export class SecretUnreadable extends Error {
  override name = 'SecretUnreadable';
}

/** How long a text is good for: a secret that was changed is known everywhere after this time. Milliseconds. */
const GOOD_FOR_MS = 5 * 60_000;

/** After a reading that failed, the next one is tried so much later. Milliseconds. */
const TRY_AGAIN_MS = 30_000;

/** Secrets Manager answers within some 20 ms; the SDK by itself would wait for minutes. */
const TIMEOUT_MS = 1_000;
const ATTEMPTS = 3;

/**
 * Opens a secret: the text itself, as on a laptop, or the ARN under which AWS Secrets Manager has it, as CDK writes it, so that nobody sees the text who
 * sees the variables of a function. It is read when the function starts and every five minutes; when a later reading fails, the text of the last one stays good.
 * @param given what stands in the variable
 * @param parse may throw, and then says nothing of the text
 * @param now milliseconds since 1970
 * @throws what `parse` throws for a text that stands in the variable itself
 */
export function openSecret<Value>(
  given: string | undefined,
  parse: (text: string | undefined) => Value,
  now: () => number = Date.now,
): Secret<Value> {
  if (!given?.startsWith('arn:')) {
    const value = parse(given);
    return async () => value;
  }
  let known: { value: Value } | null = null;
  let goodUntil = 0;
  let reading: Promise<Value> | null = null;

  const read = async (): Promise<Value> => {
    try {
      known = { value: parse(await textOf(given)) };
      goodUntil = now() + GOOD_FOR_MS;
      return known.value;
    } catch (error) {
      log({ level: 'error', message: 'A secret could not be read', secret: given, kept: known !== null, error: whole(error) });
      if (!known) throw new SecretUnreadable(`${given} could not be read`, { cause: error });
      goodUntil = now() + TRY_AGAIN_MS;
      return known.value;
    } finally {
      reading = null;
    }
  };
  const ask = () => (reading ??= read());
  ask().catch(() => {}); // while the function starts; whoever needs it first hears of the failure, and tries again
  return async () => (known && now() < goodUntil ? known.value : ask());
}

let client: SecretsManagerClient | undefined;

async function textOf(arn: string): Promise<string> {
  client ??= new SecretsManagerClient({
    maxAttempts: ATTEMPTS,
    requestHandler: { connectionTimeout: TIMEOUT_MS, requestTimeout: TIMEOUT_MS, throwOnRequestTimeout: true },
  });
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  if (SecretString === undefined) throw new Error('It holds no text');
  return SecretString;
}
