import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    maxWorkers: 2, // each test file may start a DynamoDB of its own
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
