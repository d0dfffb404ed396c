import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ENV, parseTokenSecrets } from '../lambda/config.ts';
import { LOCAL_AWS } from '../lambda/local/dynamodb.ts';
import { openSecret } from '../lambda/secrets.ts';
import { type SecretsManager, startSecretsManager } from './support/secrets-manager.ts';

const ARN = 'arn:aws:secretsmanager:eu-central-1:000000000000:secret:readers-AbCdEf';
const MINUTE = 60_000;

let manager: SecretsManager;
let now = 0;
let said: string[] = [];
beforeAll(async () => {
  manager = await startSecretsManager();
  Object.assign(process.env, LOCAL_AWS, manager.environment);
  vi.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await manager[Symbol.asyncDispose]();
});
beforeEach(() => {
  Object.assign(manager, { secrets: { [ARN]: '["old"]' }, asked: 0 });
  now = 0;
  said = [];
});

const open = (given = ARN) => openSecret(given, parseTokenSecrets(ENV.readerSecrets), () => now);

describe('a secret', () => {
  it('is what stands in the variable, and nobody is asked', async () => {
    expect(await open('["own"]')()).toEqual(['own']);
    expect(manager.asked).toBe(0);
  });

  it('is refused at once where what stands in the variable is wrong, without a word of it', () => {
    expect(() => open('hunter2')).toThrow(/^Configuration: READER_SECRETS must be a JSON array of texts$/);
  });

  it('is read once for five minutes where an ARN stands there, and anew after them', async () => {
    const secret = open();
    expect([await secret(), await secret()]).toEqual([['old'], ['old']]);
    manager.secrets[ARN] = '["old", "new"]';
    now = 5 * MINUTE - 1;
    expect(await secret()).toEqual(['old']);
    expect(manager.asked).toBe(1);
    now = 5 * MINUTE;
    expect(await secret()).toEqual(['old', 'new']);
    expect(manager.asked).toBe(2);
  });

  it.each([
    ['cannot be reached', () => (manager.secrets = {})],
    ['holds what cannot be read', () => (manager.secrets[ARN] = 'hunter2')],
  ])('stays what it was while Secrets Manager %s, which is logged without a word of it', async (_problem, spoil) => {
    const secret = open();
    await secret();
    spoil();
    now = 5 * MINUTE;
    expect(await secret()).toEqual(['old']);
    expect(said.join('')).toMatch(/"level":"error".*A secret could not be read.*"kept":true/);
    expect(said.join('')).not.toMatch(/hunter2|"old"/);

    manager.secrets[ARN] = '["new"]';
    expect(await secret()).toEqual(['old']); // not asked again for every request
    now += MINUTE / 2;
    expect(await secret()).toEqual(['new']);
  });

  it('that was never read is asked for again by whoever needs it next', async () => {
    manager.secrets = {};
    const secret = open();
    await expect(secret()).rejects.toThrow(/could not be read/);
    manager.secrets[ARN] = '["back"]';
    expect(await secret()).toEqual(['back']);
  });
});
