import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stageVariables } from '../lib/settings/stage-settings.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/deployment.md'), 'utf8')
const table = page.slice(page.indexOf('row by row'))

test('every construct and test that the table names exists, and every row has both', () => {
  const rows = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| row') && !line.startsWith('| ---'))
  expect(rows.length).toBeGreaterThan(15)
  for (const row of rows) {
    const [, , construct = '', tests = '', decisions = ''] = row.split('|')
    const files = (cell: string) => [...cell.matchAll(/`([\w./-]+\.ts)`/g)].map(([, file]) => file ?? '')
    expect(files(construct), row).not.toEqual([])
    expect(files(tests), row).not.toEqual([])
    for (const file of files(construct)) expect(existsSync(join(root, 'infra/lib', file)), file).toBe(true)
    for (const file of files(tests)) expect(existsSync(join(root, 'infra/test', file)), file).toBe(true)
    for (const [number] of decisions.matchAll(/\d+/g)) {
      const found = readdirSync(join(root, 'docs/decisions')).some((file) => file.startsWith(`00${number}-`))
      expect(found, `decision ${number}`).toBe(true)
    }
  }
})

test('every setting is explained', () => {
  for (const name of Object.keys(stageVariables('production').shape)) expect(page).toContain(`\`${name}\``)
})
