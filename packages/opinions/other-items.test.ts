import { describe, expect, it } from 'vitest'
import { createOpinionFinder } from './opinion-finder.ts'

const finder = createOpinionFinder()
const names = { itemName: 'Alvo Reed', otherNames: ['Tarn Whisper', 'Boreal Nine'] }
const found = (text: string) =>
  finder.find(text, 'headphones', names).map(({ aspect, polarity }) => `${aspect}: ${polarity}`)

describe('praise of other items', () => {
  it.each<[string, string[]]>([
    ['The Tarn has wonderful bass.', []],
    ['I tried the Whisper. It sounded superb.', []],
    ['Comfort: the Boreal wins easily.', []],
    ['The Reed has better bass than the Tarn.', ['bass: positive']],
    ['Unlike the Tarn, these have wonderful bass.', ['bass: positive']],
    ['The Tarn has awful bass, but mine has wonderful bass.', ['bass: positive']],
    ['The bass is wonderful.', ['bass: positive']],
    ['My previous pair had awful bass.', []],
  ])('%j: %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })
})
