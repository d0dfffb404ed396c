import { vi } from 'vitest';

/**
 * Lets a test ask more in one request than a reader may: a walk through every field is no page. Called before the handler is loaded.
 * What readers may ask is tested in tests/graphql/limits.test.ts, and how much one answer holds in large-answers.test.ts.
 */
export function liftLimits(): void {
  vi.doMock('../../lambda/graphql/limits.ts', async (original) => {
    const limits = await original<typeof import('../../lambda/graphql/limits.ts')>();
    return { ...limits, checkLimits: () => {}, LIMITS: { ...limits.LIMITS, tokens: 100_000, bytes: 1_000_000 } };
  });
  vi.doMock('../../lambda/graphql/room.ts', async (original) => {
    const room = await original<typeof import('../../lambda/graphql/room.ts')>();
    const Room = class extends room.Room {
      override take = () => true;
    };
    return { ...room, Room, PAYLOAD_BYTES: 1_000_000_000 };
  });
}
