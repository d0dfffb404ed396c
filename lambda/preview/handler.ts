import type { Context } from 'aws-lambda';
import { ENV, parseTokenSecrets } from '../config.ts';
import { type Fault, Refused, refuse } from '../domain/fault.ts';
import { type Instant, instantOf } from '../domain/instant.ts';
import { note, observed } from '../invocation.ts';
import { PREVIEW_HEADER, type PreviewWish, previewToken, readPreviewWish } from '../preview-token.ts';
import { openSecret } from '../secrets.ts';

const secrets = openSecret(process.env[ENV.previewSecrets], parseTokenSecrets(ENV.previewSecrets));

const KNOWN = ['asOf', 'expires', 'article'];

/** What a token opens, and until when: both instants in UTC. Or why there is none: everything that was wrong with the wish, or with the secret. */
export type PreviewAnswer = { header: string; token: string; asOf: Instant; expires: Instant } | { error: { faults: readonly Fault[] } };

/**
 * Signs a token for a newsroom that looks ahead, for whoever IAM lets call this function: `{ "asOf"?, "expires"?, "article"? }`, see {@link PreviewWish}. It has no
 * address, and reads nothing but the secret. The first of the secrets signs. The last line of an invocation says what was opened, and never the token.
 */
export function handler(event: unknown, context: Context): Promise<PreviewAnswer> {
  return observed(context, async () => {
    try {
      const { asOf, draft, expires } = readPreviewWish(wishIn(event), Date.now());
      const [secret] = await secrets().catch(() => refuse('secret', 'it cannot be read at the moment; the log says why'));
      if (secret === undefined) refuse('secret', 'there is none yet; docs/deploy.md says where it is put');
      const opened = { asOf, expires: instantOf(expires * 1000) };
      note({ ...opened, article: draft });
      return { header: PREVIEW_HEADER, token: previewToken(secret, { asOf, draft }, expires), ...opened };
    } catch (error) {
      if (error instanceof Refused) return { error: { faults: error.faults } };
      throw error;
    }
  });
}

function wishIn(event: unknown): PreviewWish {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) refuse('event', 'is no object such as { "expires": "15m" }');
  const faults = Object.keys(event)
    .filter((key) => !KNOWN.includes(key))
    .map((place) => ({ place, reason: `is no key that is known; those are ${KNOWN.join(', ')}` }));
  if (faults.length > 0) throw new Refused(faults.slice(0, 10));
  return event;
}
