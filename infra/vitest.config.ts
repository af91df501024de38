import { defineConfig } from 'vitest/config'

/** `unit` touches nothing outside its process; `database` turns real roles of a real PostgreSQL. */
export default defineConfig({
  test: {
    // One process, so that each stage is synthesised once for all files.
    maxWorkers: 1,
    isolate: false,
    // A whole stage is put together and judged in some seconds on a small machine.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['**/*.test.ts'], exclude: ['node_modules', '**/*.int.test.ts'] },
      },
      { extends: true, test: { name: 'database', include: ['**/*.int.test.ts'], exclude: ['node_modules'] } },
    ],
  },
})
