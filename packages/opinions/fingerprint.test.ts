import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hammingDistance, normaliseText, simhash, textFingerprint, textOverlap } from './fingerprint.ts'

const review =
  'The drawer jams every other time you close it and the shop never answered the two letters that I sent them about it'

describe('textFingerprint', () => {
  it('heeds words and nothing else', () => {
    expect(textFingerprint('Très   BON, really!')).toBe(textFingerprint('tres bon really'))
    expect(textFingerprint('good phone')).not.toBe(textFingerprint('good phones'))
    expect(textFingerprint('…!')).toBe('')
    expect(normaliseText(' A–b ')).toBe('a b')
  })

  it('says the same of plain ASCII as of text with other letters', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        // The zero-width space keeps the text from the short way, and counts as no letter.
        expect(normaliseText(text)).toBe(normaliseText(`${text}\u200b`))
      }),
    )
  })

  it('is sixteen digits, known and the same everywhere', () => {
    // FNV-1a of 64 bits over "a" is a published test vector.
    expect(textFingerprint('a')).toBe('af63dc4c8601ec8c')
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => /^([0-9a-f]{16})?$/.test(textFingerprint(text))))
  })
})

describe('simhash', () => {
  it('is near for near texts, far for others, null for short ones', () => {
    const original = simhash(review)
    const near = simhash(`${review} today`)
    const other = simhash(
      'We stayed three nights with two small children and slept well in spite of the trams that pass below until one',
    )
    expect(original !== null && near !== null && other !== null).toBe(true)
    expect(hammingDistance(original as bigint, near as bigint)).toBeLessThan(
      hammingDistance(original as bigint, other as bigint),
    )
    expect(simhash('good product')).toBeNull()
  })
})

describe('textOverlap', () => {
  it('is the share of word triples in common', () => {
    expect(textOverlap(review, review)).toBe(1)
    expect(textOverlap(review, 'nothing like it at all')).toBe(0)
    expect(textOverlap('a b c d', 'a b c e')).toBeCloseTo(1 / 3)
  })
})
