import { expect, test } from 'vitest'
import { unjudgedSignals } from './unjudged-signals.ts'

const full = { reviews: 40, dated: 40, authored: 40, verificationKnown: 40, branded: true }
const names = (over: Partial<typeof full>) => unjudgedSignals({ ...full, ...over }).map(({ name }) => name)

test('data that is there leaves nothing unjudged; no reviews leave nothing to judge', () => {
  expect(names({})).toEqual([])
  expect(names({ reviews: 0, dated: 0, authored: 0, verificationKnown: 0 })).toEqual([])
})

test('each lack names what it keeps from being judged', () => {
  expect(names({ dated: 0, authored: 0, verificationKnown: 0 })).toEqual(['burst', 'same_author', 'not_verified'])
  expect(names({ branded: false })).toEqual(['one_brand_author'])
  expect(unjudgedSignals({ ...full, dated: 4 })[0]?.text).toContain('only 4 bear a date')
})
