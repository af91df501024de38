/** Fails when README, ARCHITECTURE, CONTRIBUTING, the operations page or the runbook name a path, or an npm script, that does not exist. */
import { existsSync, readFileSync } from 'node:fs'

const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/operations.md', 'docs/runbook.md'].filter(
  (path) => existsSync(path),
)
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const builtIn = new Set(['ci', 'install', 'start', 'test', 'run'])
const problems: string[] = []

for (const document of documents) {
  const text = readFileSync(document, 'utf8')
  for (const [, path] of text.matchAll(/`([\w.@-]+(?:\/[\w.@-]+)+\/?)`/g)) {
    if (
      path &&
      /^(apps|packages|docs|scripts|tests|bench|evals|infra|sample-data|\.ci)\//.test(path) &&
      !existsSync(path)
    ) {
      problems.push(`${document} names ${path}, which does not exist`)
    }
  }
  for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)) {
    if (target && !existsSync(new URL(target, `file://${process.cwd()}/${document}`))) {
      problems.push(`${document} links to ${target}, which does not exist`)
    }
  }
  for (const [, script] of text.matchAll(/npm run ([\w:-]+)/g)) {
    if (script && !scripts[script] && !builtIn.has(script))
      problems.push(`${document} names npm run ${script}, which does not exist`)
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exit(problems.length > 0 ? 1 : 0)
