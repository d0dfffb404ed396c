import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { previewOf } from '../../lambda/graphql/preview-token.ts';
import type { PreviewAnswer } from '../../lambda/preview/handler.ts';
import { idOf } from '../support/article.ts';
import { type LambdaRuntime, startLambda } from '../support/lambda-runtime.ts';
import { type SecretsManager, startSecretsManager } from '../support/secrets-manager.ts';

const ARN = 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:previews-AbCdEf';
const SECRET = 'what signs previews';

let manager: SecretsManager;
let signer: LambdaRuntime;

beforeAll(async () => {
  manager = await startSecretsManager();
  manager.secrets = { [ARN]: JSON.stringify([SECRET, 'the one before']) };
  signer = await startLambda({ bundle: 'preview', environment: { ...manager.environment, [ENV.previewSecrets]: ARN } });
});
afterAll(async () => {
  await signer[Symbol.asyncDispose]();
  await manager[Symbol.asyncDispose]();
});

async function sign(wish: unknown): Promise<PreviewAnswer> {
  const { response, error } = await signer.invoke(wish);
  expect(error).toBeUndefined();
  return response as PreviewAnswer;
}

const opened = (token: string) => previewOf(token, [SECRET], 'POST', instantOf(Date.now()));

describe('the function that signs previews', () => {
  it('signs what opens as much as was wished, and says what that is', async () => {
    const before = Date.now();
    const answer = await sign({ asOf: '2099-01-02T03:04:05+01:00', expires: '2h', article: idOf('draft') });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    expect(answer).toMatchObject({ header: 'x-broadsheet-preview', asOf: '2099-01-02T02:04:05.000Z' });
    expect(Math.abs(Date.parse(answer.expires) - before - 2 * 3_600_000)).toBeLessThan(5_000);
    expect(opened(answer.token)).toEqual({ asOf: answer.asOf, draft: idOf('draft') });
  });

  it('opens what is there now, for a quarter of an hour, to whoever wishes nothing', async () => {
    const answer = await sign({});
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    expect(Math.abs(Date.parse(answer.expires) - Date.now() - 15 * 60_000)).toBeLessThan(5_000);
    expect(opened(answer.token)).toMatchObject({ draft: null });
  });

  it.each([
    [{ asOf: 'tonight' }, [['asOf', '"tonight" is no date and time']]],
    [{ asOf: 7 }, [['asOf', 'is no text']]],
    [{ asOf: null }, [['asOf', 'is no text']]],
    [{ expires: '25h' }, [['expires', '"25h" is no time such as 90s, 15m or 2h, up to a day']]],
    [{ expires: 15 }, [['expires', '"15" is no time']]],
    [{ article: 'p_1' }, [['article', '"p_1" is no id of an article']]],
    [
      { asOf: 'x', expires: '0m', article: {} },
      [
        ['asOf', '"x" is no'],
        ['expires', '"0m"'],
        ['article', 'is no id'],
      ],
    ],
    [{ until: '2099-01-01T00:00:00Z' }, [['until', 'is no key that is known; those are asOf, expires, article']]],
    [null, [['event', 'is no object']]],
    [[], [['event', 'is no object']]],
    ['as-of', [['event', 'is no object']]],
  ])('says what is wrong with %j, and signs nothing', async (wish, faults) => {
    const answer = await sign(wish);
    expect(answer).toEqual({
      error: { faults: faults.map(([place, reason]) => ({ place, reason: expect.stringContaining(reason as string) })) },
    });
    expect(JSON.stringify(answer)).not.toMatch(/signs previews|node_modules|\.mjs/);
  });

  it('says where the secret is missing, and that it cannot be read without a word of it', async () => {
    await using nobody = await startLambda({ bundle: 'preview', environment: { [ENV.previewSecrets]: '[]' } });
    expect((await nobody.invoke({})).response).toMatchObject({
      error: { faults: [{ place: 'secret', reason: expect.stringContaining('none yet') }] },
    });
    manager.secrets[`${ARN}x`] = 'no JSON, but a secret';
    await using broken = await startLambda({ bundle: 'preview', environment: { ...manager.environment, [ENV.previewSecrets]: `${ARN}x` } });
    const { error } = await broken.invoke({});
    expect(error?.errorMessage).toContain('could not be read');
    expect(JSON.stringify(error)).not.toContain('but a secret');
  });

  it('takes the wish that docs/deploy.md shows', async () => {
    const [, wish = ''] = /--function-name <PreviewFunction>[^']*--payload '([^']+)'/.exec(readFileSync('docs/deploy.md', 'utf8')) ?? [];
    expect(await sign(JSON.parse(wish))).toMatchObject({ token: expect.stringMatching(/^as-of=/) });
  });
});
