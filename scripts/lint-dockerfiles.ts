/** Says what is wrong with the Dockerfiles of `docker/`, by file and line, and fails when something is. */
import { globSync, readFileSync } from 'node:fs'
import { DockerfileError } from './image-steps/dockerfile.ts'
import { lintDockerfile } from './image-steps/lint-dockerfile.ts'

const files = globSync('docker/*.Dockerfile').sort()
const problems = files.length === 0 ? ['docker/: there is no Dockerfile'] : files.flatMap(problemsOf)

function problemsOf(file: string): string[] {
  try {
    return lintDockerfile(readFileSync(file, 'utf8')).map(({ line, text }) => `${file}:${line}: ${text}`)
  } catch (error) {
    if (error instanceof DockerfileError) return [`${file}: ${error.message}`]
    throw error
  }
}

for (const problem of problems) process.stderr.write(`${problem}\n`)
process.exit(problems.length > 0 ? 1 : 0)
