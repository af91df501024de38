import { defineConfig } from '@playwright/test'

/** The journeys: few and whole, in a real browser, over a system that the set-up starts by the same command that people use. */
export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '*.spec.ts',
  globalSetup: './tests/journeys/start-system.ts',
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: process.env.REVIEWGUIDE_TEST_REPORT
    ? [['list'], ['json', { outputFile: process.env.REVIEWGUIDE_TEST_REPORT }]]
    : [['list']],
  use: { trace: 'off', screenshot: 'off' },
})
