/**
 * `npm test`: unit, integration and browser tests with all that they need, ended by one line `N passed, N failed`.
 * `npm test -- --integration` runs the integration tests alone: on the server that DATABASE_URL names, or on one of our own.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Counts {
  passed: number
  failed: number
  skipped: number
}

const reports = mkdtempSync(join(tmpdir(), 'reviewguide-tests-'))
const onlyIntegration = process.argv.includes('--integration')
const total: Counts = { passed: 0, failed: 0, skipped: 0 }

function run(
  name: string,
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
  read: (report: string) => Counts,
): void {
  const report = join(reports, `${name}.json`)
  process.stdout.write(`\n${name} tests\n`)
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...environment, REVIEWGUIDE_TEST_REPORT: report },
  })
  let counts: Counts
  try {
    counts = read(readFileSync(report, 'utf8'))
  } catch {
    counts = { passed: 0, failed: 1, skipped: 0 }
  }
  // A runner that fails outside of any test (a broken set-up, an unhandled rejection) must not pass for success.
  if (status !== 0 && counts.failed === 0) counts.failed = 1
  if (counts.passed + counts.failed === 0) counts.failed = 1
  total.passed += counts.passed
  total.failed += counts.failed
  total.skipped += counts.skipped
}

function vitestCounts(report: string): Counts {
  const { numPassedTests, numFailedTests, numFailedTestSuites, numPendingTests } = JSON.parse(report) as Record<
    string,
    number
  >
  return {
    passed: numPassedTests ?? 0,
    failed: Math.max(numFailedTests ?? 0, numFailedTestSuites ? 1 : 0),
    skipped: numPendingTests ?? 0,
  }
}

function playwrightCounts(report: string): Counts {
  const { stats } = JSON.parse(report) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  }
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

function vitest(project: string): void {
  const report = join(reports, `${project}.json`)
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  run(project, 'vitest', args, {}, vitestCounts)
}

if (!onlyIntegration) vitest('unit')
vitest('integration')
if (!onlyIntegration) {
  run('browser', 'playwright', ['test'], {}, playwrightCounts)
}
rmSync(reports, { recursive: true, force: true })
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`)
process.exit(total.failed > 0 ? 1 : 0)
