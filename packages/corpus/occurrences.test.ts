import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOccurrences } from './occurrences.ts'

describe('createOccurrences', () => {
  it('counts as a map does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 2 }), { maxLength: 300 }), (texts) => {
        const occurrences = createOccurrences()
        const map = new Map<string, number>()
        for (const text of texts) {
          map.set(text, (map.get(text) ?? 0) + 1)
          expect(occurrences.count(text)).toBe(map.get(text))
        }
        expect(occurrences.size).toBe(map.size)
      }),
    )
  })

  it('keeps its counts as it grows', () => {
    const occurrences = createOccurrences()
    for (let round = 1; round <= 2; round++) {
      for (let i = 0; i < 50_000; i++)
        if (occurrences.count(`row ${i}`) !== round) expect.fail(`row ${i}, round ${round}`)
    }
    expect(occurrences.size).toBe(50_000)
  })
})
