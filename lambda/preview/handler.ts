import type { Context } from 'aws-lambda';
import { ENV, parseTokenSecrets } from '../config.ts';
import { type Fault, Refused, refuse } from '../domain/fault.ts';
import { observed } from '../invocation.ts';
import { PREVIEW_HEADER, type PreviewWish, previewToken, readPreviewWish } from '../preview-token.ts';
import { openSecret } from '../secrets.ts';

const secrets = openSecret(process.env[ENV.previewSecrets], parseTokenSecrets(ENV.previewSecrets));

const KNOWN = ['asOf', 'expires', 'article'];

/** What a token opens, and until when: both instants in UTC. Or everything that was wrong with the wish. */
export type PreviewAnswer = { header: string; token: string; asOf: string; expires: string } | { error: { faults: readonly Fault[] } };

/**
 * Signs a token for a newsroom that looks ahead, for whoever IAM lets call this function: `{ "asOf"?, "expires"?, "article"? }`, see {@link PreviewWish}. It has no
 * address, and reads nothing but the secret.
 */
export function handler(event: unknown, context: Context): Promise<PreviewAnswer> {
  return observed(context, async () => {
    try {
      const [secret] = await secrets();
      const { asOf, draft, expires } = readPreviewWish(wishIn(event), Date.now());
      if (secret === undefined) refuse('secret', 'there is none yet; docs/deploy.md says where it is put');
      const token = previewToken(secret, { asOf, draft }, expires);
      return { header: PREVIEW_HEADER, token, asOf, expires: new Date(expires * 1000).toISOString() };
    } catch (error) {
      if (error instanceof Refused) return { error: { faults: error.faults } };
      throw error;
    }
  });
}

function wishIn(event: unknown): PreviewWish {
  if (typeof event !== 'object' || event === null || Array.isArray(event)) refuse('event', 'is no object such as { "expires": "15m" }');
  const unknown = Object.keys(event).filter((key) => !KNOWN.includes(key));
  if (unknown.length > 0) refuse(unknown[0]?.slice(0, 80) ?? '', `is no key that is known; those are ${KNOWN.join(', ')}`);
  return event;
}
