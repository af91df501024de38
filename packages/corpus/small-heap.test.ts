import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Makes objects that outlive collections, as batches on their way do, and prints the young space that the process has then, in bytes. */
const program = (prepare: string) => `
  import { getHeapSpaceStatistics } from 'node:v8'
  ${prepare}
  let kept = []
  for (let i = 0; i < 4e6; i++) {
    kept.push({ i })
    if (kept.length > 500_000) kept = []
  }
  console.log(getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size)`

const youngSpaceAfter = (prepare: string) =>
  Number(execFileSync(process.execPath, ['--input-type=module', '--eval', program(prepare)], { encoding: 'utf8' }))

test('the young space grows no further than it was made, and far enough to work with', () => {
  const file = new URL('./small-heap.ts', import.meta.url).href
  const kept = youngSpaceAfter(`const { keepHeapSmall } = await import(${JSON.stringify(file)}); keepHeapSmall()`)
  expect(kept).toBeGreaterThan(8_000_000)
  expect(kept).toBeLessThan(20_000_000)
  expect(youngSpaceAfter('')).toBeGreaterThan(2 * kept)
})
