import { ItemId } from '@reviewguide/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CategoryWords, TurnMemory, Understanding, Vocabulary } from '../ports/index.ts'
import { chipsOf } from './chips.ts'
import { parseQuestion } from './parse-question.ts'

const aspects = ['fit', 'sound quality', 'noise', 'price', 'battery life', 'microphone']
const brands = ['Tern', 'Orso', 'Acme & Sons', 'B12 Audio']
const earbuds: CategoryWords = {
  category: 'earbuds',
  kind: 'product',
  items: 7,
  reviews: 90,
  sample: true,
  brands,
  aspects,
  aspectTerms: aspects.map((aspect) => ({ aspect, mentions: 20, terms: [aspect] })),
}
const vocabulary: Vocabulary = { version: 1, currency: 'USD', brands, categories: [earbuds] }

const usd = (minor: number) => ({ minor, currency: 'USD' })
const some = <T>(values: T[], most: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: most })
const or = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

/** Whatever may have been understood of a need. */
const understood: fc.Arbitrary<Understanding> = fc
  .record({
    budget: or(fc.constantFrom({ max: usd(9_900) }, { min: usd(5_000) }, { min: usd(5_000), max: usd(9_900) })),
    minRating: or(fc.constantFrom(3, 4, 4.5)),
    brandsIn: some(brands.slice(0, 2), 2),
    brandsOut: some(brands.slice(2), 2),
    aspects: some(aspects, 4),
    use: or(fc.constantFrom('my father', 'long flights')),
    text: fc.constantFrom('', 'red', 'ear hooks'),
    features: some(['wireless charging', 'ambient mode'], 2),
    out: fc.boolean(),
  })
  .map(({ features, out, ...rest }) => {
    const itemId = ItemId.parse('itm_0000000007')
    return {
      intent: 'recommend',
      category: 'earbuds',
      kind: 'product',
      unread: [],
      items: [],
      itemsOut: out ? [itemId] : [],
      namesOut: out ? [{ itemId, name: 'Pico One' }] : [],
      followUp: false,
      ...rest,
      features: features.map((name, index) => ({ name, wanted: index === 0 })),
    } satisfies Understanding
  })

const turn = (understanding: Understanding): TurnMemory => ({ question: 'before', understanding, shown: [] })
const labels = (understanding: Understanding) => chipsOf(understanding).map(({ label }) => label)
const say = (text: string, before: Understanding) =>
  parseQuestion({ text, vocabulary, named: [], memory: [turn(before)] })

describe('chipsOf', () => {
  it('gives each part a message that takes back that part and nothing else', () => {
    fc.assert(
      fc.property(understood, (before) => {
        const all = labels(before)
        for (const { kind, label, without } of chipsOf(before)) {
          if (without === undefined) {
            expect(all).toEqual([label])
            continue
          }
          const after = say(without, before)
          // "Any brand" readmits those that were ruled out as well: it says so.
          const gone =
            kind === 'brand' && without === 'any brand'
              ? [label, ...before.brandsOut.map((brand) => `not ${brand}`)]
              : [label]
          expect(labels(after)).toEqual(all.filter((other) => !gone.includes(other)))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says nothing of small talk', () => {
    expect(chipsOf(say('hello', { ...say('earbuds', sample()) }))).toEqual([])
  })

  it('names items alone where items were asked for', () => {
    const itemId = ItemId.parse('itm_0000000001')
    const about: Understanding = { ...sample(), items: [{ itemId, name: 'Tern Sprint' }], aspects: ['fit'] }
    expect(chipsOf(about)).toEqual([
      { kind: 'item', label: 'Tern Sprint', without: 'never mind Tern Sprint' },
      { kind: 'wish', label: 'fit', without: 'never mind fit' },
    ])
  })

  function sample(): Understanding {
    return {
      intent: 'recommend',
      category: 'earbuds',
      brandsIn: [],
      brandsOut: [],
      aspects: [],
      text: '',
      unread: [],
      items: [],
      itemsOut: [],
      followUp: false,
    }
  }
})
