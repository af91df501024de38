import { ItemId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import { readMissed } from './missed.ts'
import { wordsOf } from './words.ts'

const items = [{ itemId: ItemId.parse('itm_0000000001'), name: 'Orrin Court' }]
const about = { intent: 'assess' as const, items }

/** The reading of a text in which only these words are known to nobody. */
const missed = (text: string, unknown: string, reading: Parameters<typeof readMissed>[1] = about) =>
  readMissed(
    text,
    reading,
    wordsOf(text).filter((word) => unknown.toLowerCase().split(' ').includes(word.text)),
  )

describe('what a question about one item asks for in vain', () => {
  it.each([
    ['does it have parking?', 'parking'],
    ['And is there a helipad at the Orrin Court?', 'helipad'],
    ['how is the Karaoke', 'Karaoke'],
  ])('is kept as it was said: %s', (text, unknown) => {
    expect(missed(text, unknown)).toEqual({ words: [unknown], rival: false })
  })

  it('is a rival in a comparison', () => {
    expect(missed('compare Sony WF-1000XM5 and Orrin Court', 'sony wf-1000xm5')).toEqual({
      words: ['Sony', 'WF-1000XM5'],
      rival: true,
    })
  })

  it.each([
    ['is Orrin Court worth buying?', 'buying'],
    ['what are the reviews of Orrin Court', 'reviews'],
    ['Orrin Court parking', 'parking'],
    ['should I buy Orrin Court or wait?', 'wait'],
    ['what about the second one?', 'second'],
  ])('is nothing where the whole is asked for: %s', (text, unknown) => {
    expect(missed(text, unknown)).toBeUndefined()
  })

  it('is nothing where aspects are asked for or several items are', () => {
    expect(missed('does it have parking?', 'parking', { intent: 'ask', items })).toBeUndefined()
    expect(missed('does it have parking?', 'parking', { intent: 'recommend', items: [] })).toBeUndefined()
  })
})
