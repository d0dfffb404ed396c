import { vi } from 'vitest';

/**
 * Lets a test ask more in one request than a reader may: a walk through every field is no page. Called before the handler is loaded.
 * What readers may ask is tested in tests/graphql/limits.test.ts.
 */
export function liftLimits(): void {
  vi.doMock('../../lambda/graphql/limits.ts', async (original) => {
    const limits = await original<typeof import('../../lambda/graphql/limits.ts')>();
    return { ...limits, checkLimits: () => {}, LIMITS: { ...limits.LIMITS, tokens: 100_000, bytes: 1_000_000 } };
  });
}
