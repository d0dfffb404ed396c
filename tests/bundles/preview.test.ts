import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ENV } from '../../lambda/config.ts';
import { instantOf } from '../../lambda/domain/instant.ts';
import { previewOf } from '../../lambda/graphql/preview-token.ts';
import type { PreviewAnswer } from '../../lambda/preview/handler.ts';
import { idOf } from '../support/article.ts';
import { INTERNAL } from '../support/internal-words.ts';
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

  it.each([{}, { asOf: null, expires: null, article: null }])('opens what is there now, for a quarter of an hour, by %j', async (wish) => {
    const answer = await sign(wish);
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    expect(Math.abs(Date.parse(answer.expires) - Date.now() - 15 * 60_000)).toBeLessThan(5_000);
    expect(opened(answer.token)).toMatchObject({ draft: null });
  });

  it.each([
    [{ asOf: 'tonight' }, [['asOf', '"tonight" is no date and time']]],
    [{ asOf: 7 }, [['asOf', 'is no text']]],
    [{ expires: '25h' }, [['expires', '"25h" is no time such as 90s, 15m or 2h, up to a day']]],
    [{ expires: 15 }, [['expires', 'is no text']]],
    [{ expires: ['15m'] }, [['expires', 'is no text']]],
    [{ expires: '' }, [['expires', '"" is no time']]],
    [{ expires: { toString: 1, valueOf: 1 } }, [['expires', 'is no text']]],
    [{ article: { toString: 1, valueOf: 1 } }, [['article', 'is no text']]],
    [{ article: '' }, [['article', '"" is no id of an article']]],
    [{ asOf: '2099-01-01T00:00:00' }, [['asOf', 'has no time zone']]],
    [{ expires: '86401s' }, [['expires', '"86401s" is no time']]],
    [{ article: 'a'.repeat(100_000) }, [['article', 'is no id of an article']]],
    [{ article: 'p_1' }, [['article', '"p_1" is no id of an article']]],
    [
      { asOf: 'x', expires: '0m', article: {} },
      [
        ['asOf', '"x" is no'],
        ['expires', '"0m"'],
        ['article', 'is no text'],
      ],
    ],
    [
      { until: '2099-01-01T00:00:00Z', 'as-of': '2099-01-01T00:00:00Z' },
      [
        ['until', 'is no key that is known; those are asOf, expires, article'],
        ['as-of', 'is no key that is known'],
      ],
    ],
    [JSON.parse('{ "__proto__": { "asOf": "x" } }'), [['__proto__', 'is no key that is known']]],
    [null, [['event', 'is no object']]],
    [[], [['event', 'is no object']]],
    ['as-of', [['event', 'is no object']]],
  ])('says what is wrong with %j, and signs nothing', async (wish, faults) => {
    const answer = await sign(wish);
    expect(answer).toEqual({
      error: { faults: faults.map(([place, reason]) => ({ place, reason: expect.stringContaining(reason as string) })) },
    });
    expect(JSON.stringify(answer)).not.toMatch(INTERNAL);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(JSON.stringify(answer).length).toBeLessThan(1_500);
  });

  it('says where the secret is missing, and that it cannot be read without a word of it', async () => {
    await using nobody = await startLambda({ bundle: 'preview', environment: { [ENV.previewSecrets]: '[]' } });
    expect((await nobody.invoke({})).response).toMatchObject({
      error: { faults: [{ place: 'secret', reason: expect.stringContaining('none yet') }] },
    });
    manager.secrets[`${ARN}x`] = 'no JSON, but a secret';
    await using broken = await startLambda({ bundle: 'preview', environment: { ...manager.environment, [ENV.previewSecrets]: `${ARN}x` } });
    for (const _time of ['the text that was read at the start', 'read again']) {
      expect(await broken.invoke({})).toEqual({
        response: { error: { faults: [{ place: 'secret', reason: 'it cannot be read at the moment; the log says why' }] } },
      });
    }
    const done = () => broken.lines.filter((line) => line.includes('"Done"')).map((line) => JSON.parse(line));
    await vi.waitFor(() => expect(done()).toHaveLength(2));
    expect(done()[1].Faults).toBe(1); // what is read before any invocation is logged, and counts for none
    expect(broken.lines.join('\n')).toContain('A secret could not be read');
    expect(broken.lines.join('\n')).not.toContain('but a secret');
  });

  it('logs what was opened and until when, and neither the token nor what signs it', async () => {
    const before = signer.lines.length;
    const answer = await sign({ asOf: '2099-05-06T07:08:09Z', article: idOf('logged') });
    if (!('token' in answer)) throw new Error(JSON.stringify(answer));
    const lines = await vi.waitFor(() => {
      const written = signer.lines.slice(before);
      expect(written.length).toBeGreaterThan(0);
      return written;
    });
    const { asOf, expires } = answer;
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ message: 'Done', asOf, expires, article: idOf('logged'), Faults: 0 });
    const [, signature = SECRET] = /v1=(\w+)/.exec(answer.token) ?? [];
    for (const hidden of [signature, SECRET]) expect(signer.lines.join('\n')).not.toContain(hidden);
  });

  it('takes the wish that docs/deploy.md shows, which the statement beside it allows', async () => {
    const [, section = ''] = /## Previews\n(.*?)\n## /s.exec(readFileSync('docs/deploy.md', 'utf8')) ?? [];
    const [, wish = ''] = /--function-name <PreviewFunction>[^']*--payload '([^']+)'/.exec(section) ?? [];
    expect(await sign(JSON.parse(wish))).toMatchObject({ token: expect.stringMatching(/^as-of=/) });
    const [, policy = ''] = /```json\n(.*?)```/s.exec(section) ?? [];
    expect(JSON.parse(policy).Statement).toEqual([
      { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: expect.stringMatching(/:function:<PreviewFunction>$/) },
    ]);
  });
});
