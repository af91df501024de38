import { expect, test } from 'vitest'
import { type Figure, keeps } from './figure.ts'
import { tableOf } from './print-table.ts'

const figure: Figure = { id: 'a.b', task: 'a', set: 'b', metric: 'F1', value: 0.6, unit: '', aim: 0.7 }

test('a figure keeps its bounds, their ends included; no figure keeps none', () => {
  expect(keeps(0.6, { atLeast: 0.6 })).toBe(true)
  expect(keeps(0.6, { atLeast: 0.61 })).toBe(false)
  expect(keeps(0.6, { atMost: 0.5 })).toBe(false)
  expect(keeps(Number.NaN, {})).toBe(false)
})

test('the table shows our figure, its threshold, whether it holds, and what stands beside it', () => {
  const references: Figure['references'] = [{ what: 'paper', value: 0.55, mark: 'M' }]
  const [, line] = tableOf([{ ...figure, references }], { 'a.b': { atLeast: 0.65 } }).split('\n')
  expect(line?.split(/ {2,}/)).toEqual(['a', 'b', 'F1', '.600', '≥ .650', 'BELOW', '.700', 'paper .550 M'])
})

test('shares are shown in percent where the figure says so, and repeated names once', () => {
  const lines = tableOf(
    [
      { ...figure, unit: '%' },
      { ...figure, metric: 'recall' },
    ],
    {},
  ).split('\n')
  expect(lines[1]).toContain('60.0 %')
  expect(lines[2]?.trim().startsWith('recall')).toBe(true)
})
