/** `npm run check`: format, lint, types, import rules, unused code, Dockerfiles, documentation, unit tests. Ends non-zero at the end when any step failed. */
import { spawnSync } from 'node:child_process'

const steps: [name: string, command: string, ...args: string[]][] = [
  ['format', 'biome', 'check', '--linter-enabled=false', '.'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings', 'packages', 'apps', 'scripts', 'tests', 'bench', 'evals'],
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['types of the page', 'tsc', '--noEmit', '-p', 'apps/frontend'],
  ['import rules', 'depcruise', '--config', '.dependency-cruiser.cjs', 'packages', 'apps', 'scripts', 'bench', 'evals'],
  ['unused code', 'knip'],
  ['Dockerfiles', 'node', 'scripts/lint-dockerfiles.ts'],
  ['documentation', 'node', 'scripts/check-docs.ts'],
  ['unit tests', 'vitest', 'run', '--project', 'unit', '--reporter=default'],
]

const failed: string[] = []
for (const [name, command, ...args] of steps) {
  const started = performance.now()
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
  if (status !== 0) failed.push(name)
}
if (failed.length > 0) {
  process.stderr.write(`check failed: ${failed.join(', ')}\n`)
  process.exit(1)
}
