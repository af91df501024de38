import { configDefaults, defineConfig } from 'vitest/config'

const exclude = [...configDefaults.exclude, '**/.next/**', '**/.data/**', 'infra/**', 'tests/journeys/**']

/** Unit tests touch nothing outside their process; integration tests have a real PostgreSQL, which the global set-up provides. */
export default defineConfig({
  test: {
    // Two cores are the smallest machine this is run on; more workers there only wait for each other.
    maxWorkers: 2,
    testTimeout: process.env.PROPERTY_RUNS ? 600_000 : 15_000,
    setupFiles: ['./packages/testing/property-runs.ts'],
    projects: [
      {
        extends: true,
        // The frontend's tsconfig leaves JSX to Next.
        oxc: { jsx: { runtime: 'automatic' } },
        test: { name: 'unit', include: ['**/*.test.ts', '**/*.test.tsx'], exclude: [...exclude, '**/*.int.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude,
          globalSetup: './packages/testing/global-setup.ts',
          // Whole imports, and processes that load a language model, on a machine that may be busy with other tests.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
