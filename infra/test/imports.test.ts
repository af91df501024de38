import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const dependencies = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const known = new Set(Object.keys({ ...dependencies.dependencies, ...dependencies.devDependencies }))

test('nothing of the application is imported, and no package that is not named', () => {
  const files = globSync('{bin,lib,functions,test}/**/*.ts', { cwd: root })
  expect(files.length).toBeGreaterThan(50)
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, from = ''] of text.matchAll(/^(?:import (?:[^'"\n]+ from )?|\} from )'([^'\n]+)'$/gm)) {
      if (from.startsWith('.')) expect(resolve(root, dirname(file), from), file).toContain(`${root}/`)
      else if (from === 'aws-lambda') expect(known).toContain('@types/aws-lambda')
      else if (!from.startsWith('node:')) {
        const name = from
          .split('/')
          .slice(0, from.startsWith('@') ? 2 : 1)
          .join('/')
        expect(known, `${file} imports ${from}`).toContain(name)
      }
    }
  }
})
