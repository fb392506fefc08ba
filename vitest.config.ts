import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { DEXIE, unusedParts } from './.ci/build/unused-parts.ts';

/** By day a test in a real browser has another try, and the reporter says so; at night nothing is forgiven. */
const tries = (most: number): number => (process.env.GRANTKEEPER_NIGHTLY ? 0 : most);

/**
 * `unit` needs no browser; `components` puts our parts of pages into a document; `build` looks at what `npm run build`
 * made, and at what the linter refuses; `gallery` opens every state of every surface in one browser, from made-up
 * data; `simulator` and `driver` test the tests' own tools; `contracts` asks the browsers what we lean on; `e2e` drives
 * real browsers against the simulator; `release` builds the packages again elsewhere. The files of `contracts` and
 * `e2e` share a worker's browsers (`tests/e2e/support/pool.ts`), those of `unit` a worker: it takes a third less time.
 */
export default defineConfig({
  test: {
    reporters: ['default', './tests/reporter/retries.ts'],
    // Vitest leaves a core free by itself: of two, half.
    maxWorkers: 2,
    projects: [
      {
        // The database is played with as much of Dexie as ships.
        plugins: [WxtVitest(), { ...unusedParts(), apply: 'serve' }],
        resolve: { alias: [DEXIE] },
        test: {
          name: 'unit',
          isolate: false,
          server: { deps: { inline: ['dexie'] } },
          include: ['tests/{unit,chaos}/**/*.test.ts'],
          setupFiles: ['tests/unit/setup.ts'],
          restoreMocks: true,
        },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          setupFiles: ['tests/unit/setup.ts'],
          restoreMocks: true,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/{build,lint}/**/*.test.ts'],
          // They start linters, which wait for their turn on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'gallery',
          include: ['tests/gallery/**/*.test.ts'],
          globalSetup: ['tests/gallery/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'release',
          include: ['tests/release/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'simulator',
          include: ['tests/simulator/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'driver',
          retry: tries(1),
          include: ['tests/driver/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'contracts',
          isolate: false,
          retry: tries(2),
          include: ['tests/contracts/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          retry: tries(2),
        },
      },
    ],
  },
});
