import { defineConfig } from 'vitest/config';

/** The tests that need a browser; `npm run test:web` sees to it that there is one. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    include: ['tests/web/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000, // a page with every check that it gets, on a machine that does other things
    hookTimeout: 120_000,
  },
});
