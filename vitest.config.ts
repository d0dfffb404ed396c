import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/web/**'], // they need a browser: npm run test:web
    maxWorkers: 2, // each test file may start a DynamoDB of its own
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
