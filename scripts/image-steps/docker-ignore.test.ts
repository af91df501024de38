import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { parseDockerIgnore } from './docker-ignore.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

test.each([
  ['node_modules', 'node_modules', true],
  ['node_modules', 'node_modules/a/b.js', true],
  ['node_modules', 'apps/node_modules/a.js', false],
  ['**/node_modules', 'node_modules/a.js', true],
  ['**/node_modules', 'apps/web/node_modules/a.js', true],
  ['**/node_modules', 'apps/my_node_modules', false],
  ['*.md', 'README.md', true],
  ['*.md', 'docs/README.md', false],
  ['**/*.md', 'docs/deep/README.md', true],
  ['docs/**', 'docs/a/b', true],
  ['/docs/', 'docs/a', true],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[ab].ts', 'b.ts', true],
  ['a.b', 'aXb', false],
  ['# docs', '# docs', false],
  ['', 'anything', false],
])('the line %j on %s: %s', (line, path, ignored) => {
  expect(parseDockerIgnore(line).ignores(path)).toBe(ignored)
})

test('the last line that matches decides', () => {
  const { ignores } = parseDockerIgnore('*\n!apps\napps/*/secret\n!apps/web/secret\n')
  expect(
    ['README.md', 'apps', 'apps/web/main.ts', 'apps/api/secret', 'apps/web/secret'].filter((path) => ignores(path)),
  ).toEqual(['README.md', 'apps/api/secret'])
})

test('the files of a folder are those that are left, within folders left out as well, and links as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reviewguide-ignore-'))
  folders.push(folder)
  for (const path of [
    'package.json',
    '.env',
    'apps/web/main.ts',
    'apps/web/.next/x.js',
    'notes/a.md',
    'notes/keep.md',
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), '')
  }
  symlinkSync('/', join(folder, 'apps/link'))
  const ignore = parseDockerIgnore('*\n!package.json\n!apps\n!notes/keep.md\n**/.next\n')
  expect(ignore.files(folder)).toEqual(['apps/link', 'apps/web/main.ts', 'notes/keep.md', 'package.json'])
})
