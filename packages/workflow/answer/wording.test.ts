import { expect, it } from 'vitest'
import { toAsker } from './wording.ts'

it('says the words of the asker back to the asker', () => {
  expect(toAsker('my mother')).toBe('your mother')
  expect(toAsker('a friend of me and our dogs')).toBe('a friend of you and your dogs')
  expect(toAsker('a home gym')).toBe('a home gym')
})
