import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOpinionFinder } from './opinion-finder.ts'

const finder = createOpinionFinder()
const found = (text: string, category: string) =>
  finder.find(text, category).map(({ aspect, polarity }) => `${aspect}: ${polarity}`)

describe('createOpinionFinder', () => {
  it.each<[string, string, string[]]>([
    ['The battery is great.', 'earbuds', ['battery life: positive']],
    ['The batteries are great.', 'earbuds', ['battery life: positive']],
    ['Superb battery life.', 'laptops', ['battery life: positive']],
    ['The display is too dark.', 'laptops', ['screen: negative']],
    ['It is too heavy and overpriced.', 'laptops', ['weight: negative', 'price: negative']],
    ['Not as loud as I feared.', 'vacuum cleaners', ['noise: positive']],
    ['Louder than my old one.', 'vacuum cleaners', ['noise: negative']],
    ['A quiet hotel.', 'hotels', ['noise: positive']],
    ['The front desk was rude.', 'hotels', ['staff: negative']],
    ['Delicious!', 'restaurants', ['food: positive']],
    ['The waitress was lovely but the wine was awful.', 'restaurants', ['staff: positive', 'drinks: negative']],
    ['They arrived two hours late.', 'moving companies', ['punctuality: negative']],
    ['No outages in a year.', 'internet providers', ['reliability: positive']],
    ['Gas mileage is excellent.', 'cars', ['fuel economy: positive']],
    ['The drawbridge mechanism is fantastic.', 'castles', ['drawbridge mechanism: positive']],
    ['It is better than the screen of my tablet.', 'laptops', []],
    ['Great thing, bought it last week for my wife.', 'laptops', []],
    ['We paid on Tuesday.', 'hotels', []],
  ])('%j (%s): %j', (text, category, opinions) => {
    expect(found(text, category)).toEqual(opinions)
  })

  it('reads a text to its end, however long it is', () => {
    const text = `${'We went on to the next town on a Monday. '.repeat(2000)}The battery is great.`
    const { start, end } = finder.find(text, 'laptops').at(-1) ?? { start: 0, end: 0 }
    expect(text.slice(start, end)).toBe('battery')
    expect(end).toBeGreaterThan(80_000)
  })

  it('quotes the clause where a contrast splits the sentence, and the sentence where the clause would be a fragment', () => {
    const text = 'The sound is really great, but the charging case squeaks when you open it. Nice screen but heavy.'
    const quotes = finder.find(text, 'earbuds').map(({ quoteStart, quoteEnd }) => text.slice(quoteStart, quoteEnd))
    expect(quotes).toContain('The sound is really great')
    expect(quotes.some((quote) => quote.startsWith('the charging case squeaks'))).toBe(true)
    expect(quotes).toContain('Nice screen but heavy.')
  })

  it('uses the terms that a model learned for a category', () => {
    const learned = createOpinionFinder({ aspectModels: { kites: { terms: { bridle: 'lines', line: 'lines' } } } })
    expect(learned.find('The bridle is terrible.', 'kites').map(({ aspect }) => aspect)).toEqual(['lines'])
  })

  it('quotes exactly, whatever the text', () => {
    const words = fc.constantFrom(
      'great',
      'battery',
      'life',
      'but',
      'the',
      'screen',
      'is',
      'not',
      'too',
      'heavy',
      'cafe\u0301',
      '😀',
      '👍🏽',
      '👩‍👩‍👧',
      'n\u0303',
      '…',
      '.',
      ',',
      '!',
      '\n',
      'awful',
      'I love',
      'don’t',
      '  ',
    )
    const text = fc.oneof(
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    )
    fc.assert(
      fc.property(text, (body) => {
        const wrong = finder.find(body, 'laptops').filter(({ aspect, term, start, end, quoteStart, quoteEnd }) => {
          const quote = body.slice(quoteStart, quoteEnd)
          const exact =
            body.slice(start, end) === term &&
            start < end &&
            quoteStart <= start &&
            end <= quoteEnd &&
            quoteEnd <= body.length
          const whole = !body.isWellFormed() || (term.isWellFormed() && quote.isWellFormed())
          return (
            !exact ||
            !whole ||
            /^\p{M}/u.test(body.slice(end)) ||
            aspect !== aspect.toLowerCase() ||
            aspect.split(' ').length > 4
          )
        })
        expect(wrong).toEqual([])
      }),
      { numRuns: 300 },
    )
  }, 30_000)

  it.each<[string, string, number]>([
    ['ten million characters', 'The screen is great. ', 500_000],
    ['one sentence without end', 'I love the screen and the battery and ', 1000],
    ['one word without end', "don't", 8000],
    ['dashes', 'a-', 20_000],
    ['combining marks', 'e\u0301', 20_000],
    ['marks alone', '. ', 20_000],
  ])(
    'reads %s with work that grows as the text does',
    (_, piece, times) => {
      const quarter = cpuOf(() => finder.find(piece.repeat(times / 4), 'laptops'))
      const whole = cpuOf(() => finder.find(piece.repeat(times), 'laptops'))
      // Four times the text is some 4 times the work, and 16 times where the work grows with the square of the length. The second is for what is too short to compare.
      expect(whole).toBeLessThan(10 * quarter + 1_000_000)
    },
    60_000,
  )
})

/** Microseconds that this thread computed: what else goes on on the machine is not in it. */
function cpuOf(work: () => void): number {
  const before = process.threadCpuUsage()
  work()
  const { user, system } = process.threadCpuUsage(before)
  return user + system
}
