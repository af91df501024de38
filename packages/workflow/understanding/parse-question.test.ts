import { ItemId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import type { CategoryWords, NamedItem, TurnMemory, Vocabulary } from '../ports/index.ts'
import { parseQuestion } from './parse-question.ts'

const words = (category: string, kind: CategoryWords['kind'], brands: string[], aspects: string[]): CategoryWords => ({
  category,
  kind,
  items: 7,
  reviews: 90,
  sample: true,
  brands,
  aspects,
  aspectTerms: aspects.map((aspect) => ({ aspect, mentions: 20, terms: [aspect] })),
})

const vocabulary: Vocabulary = {
  version: 1,
  currency: 'USD',
  brands: ['Tern', 'Orso', 'Fenlo', 'Sony'],
  categories: [
    words(
      'earbuds',
      'product',
      ['Tern', 'Orso', 'Sony'],
      ['fit', 'sound quality', 'battery life', 'water resistance', 'price', 'call quality'],
    ),
    words('laptops', 'product', ['Fenlo'], ['weight', 'battery life', 'keyboard', 'screen', 'price', 'noise']),
    words('hotels', 'place', [], ['noise', 'location', 'breakfast', 'family', 'staff', 'room', 'price']),
    words('moving companies', 'service', [], ['price', 'crew', 'punctuality']),
  ],
}

const item = (text: string, name: string, category: string, serial: number): NamedItem => {
  const start = text.toLowerCase().indexOf(name.toLowerCase())
  return {
    itemId: ItemId.parse(`itm_000000000${serial}`),
    name,
    category,
    kind: 'product',
    start,
    end: start + name.length,
    similarity: 1,
  }
}

const parse = (text: string, memory: TurnMemory[] = [], named: NamedItem[] = []) =>
  parseQuestion({ text, vocabulary, named, memory })

const usd = (major: number) => ({ minor: major * 100, currency: 'USD' })

function turn(question: string, shown: [name: string, price?: number][]): TurnMemory {
  return {
    question,
    understanding: parse(question),
    shown: shown.map(([name, price], index) => ({
      itemId: ItemId.parse(`itm_000000000${index}`),
      name,
      category: 'earbuds',
      ...(price ? { price: usd(price) } : {}),
    })),
  }
}

const earbuds = turn('best earbuds for running under $100', [
  ['Tern Sprint', 79],
  ['Pico One', 39],
  ['Quessa Voice', 94],
])

describe('parseQuestion', () => {
  it('reads category, use, wishes and budget', () => {
    expect(parse('best earbuds for running under $100')).toMatchObject({
      intent: 'recommend',
      category: 'earbuds',
      use: 'running',
      budget: { max: usd(100) },
      currencyAssumed: false,
    })
    expect(parse('best earbuds for running under $100').aspects).toEqual(['fit', 'water resistance'])
  })

  it('reads a need for a place', () => {
    const { intent, category, aspects, text } = parse('quiet hotel near the old town for a family')
    expect({ intent, category }).toEqual({ intent: 'recommend', category: 'hotels' })
    expect(aspects).toEqual(expect.arrayContaining(['noise', 'location', 'family']))
    expect(text).toBe('old town')
  })

  it.each([
    ['is the Tern Sprint any good?', 'assess'],
    ['Tern Sprint', 'assess'],
    ['what do people complain about most in Tern Sprint?', 'ask'],
    ['how is the battery life of the Tern Sprint?', 'ask'],
  ])('reads %j as %s', (text, intent) => {
    expect(parse(text, [], [item(text, 'Tern Sprint', 'earbuds', 1)])).toMatchObject({
      intent,
      items: [{ name: 'Tern Sprint' }],
    })
  })

  it('takes no wish from a name', () => {
    const text = 'compare Tern Sprint and Orso Run'
    expect(
      parse(text, [], [item(text, 'Tern Sprint', 'earbuds', 1), item(text, 'Orso Run', 'earbuds', 2)]).aspects,
    ).toEqual([])
  })

  it('reads two names as a comparison, and the side of a complaint', () => {
    const text = 'compare Tern Sprint and Orso Run'
    expect(
      parse(text, [], [item(text, 'Tern Sprint', 'earbuds', 1), item(text, 'Orso Run', 'earbuds', 2)]).intent,
    ).toBe('compare')
    const complaint = 'what do people complain about most in Orso Run?'
    expect(parse(complaint, [], [item(complaint, 'Orso Run', 'earbuds', 2)]).side).toBe('negative')
  })

  it('takes an item that an alternative is wanted to as ruled out', () => {
    const text = 'alternatives to the Orso Run'
    expect(parse(text, [], [item(text, 'Orso Run', 'earbuds', 2)])).toMatchObject({
      intent: 'recommend',
      category: 'earbuds',
      items: [],
      itemsOut: ['itm_0000000002'],
    })
  })

  it.each([
    ['earbuds but not Sony', [], ['Sony']],
    ['Sony earbuds', ['Sony'], []],
    ['earbuds, anything but Sony or Orso', [], ['Sony', 'Orso']],
    ['earbuds without Tern please', [], ['Tern']],
  ])('reads the brands of %j', (text, brandsIn, brandsOut) => {
    const read = parse(text)
    expect(read.brandsIn).toEqual(brandsIn)
    expect(read.brandsOut.toSorted()).toEqual(brandsOut.toSorted())
  })

  it.each([
    ['ok thanks!', true],
    ['bye', true],
    ['hello', undefined],
  ])('knows whether %j asks for nothing more', (text, thanks) => {
    expect(parse(text).thanks).toBe(thanks)
  })

  it.each(['hi', 'Hello!', 'thanks', 'ok thanks!', 'what can you do?'])('takes %j as small talk', (text) => {
    expect(parse(text).intent).toBe('chat')
  })

  it.each(['what is the capital of France?', 'write me a poem', 'asdf qwer', '2+2'])(
    'does not take %j for a need of any category',
    (text) => {
      expect(parse(text)).not.toHaveProperty('category', 'earbuds')
      expect(parse(text).items).toEqual([])
    },
  )
})

describe('parseQuestion on a follow-up', () => {
  it('reads "cheaper ones?" as below the price of the pick, with all else kept', () => {
    expect(parse('cheaper ones?', [earbuds])).toMatchObject({
      intent: 'recommend',
      category: 'earbuds',
      aspects: ['fit', 'water resistance'],
      budget: { max: { minor: 7899 } },
      followUp: true,
    })
  })

  it.each([
    ['what about the second one?', 'Pico One'],
    ['tell me more about the third', 'Quessa Voice'],
    ['is number 2 any good?', 'Pico One'],
    ['and the last one?', 'Quessa Voice'],
    ['what do people complain about in it?', 'Tern Sprint'],
  ])('reads whom %j points at', (text, name) => {
    expect(parse(text, [earbuds]).items.map((shown) => shown.name)).toEqual([name])
  })

  it('reads "compare those two"', () => {
    expect(parse('compare those two', [earbuds])).toMatchObject({
      intent: 'compare',
      items: [{ name: 'Tern Sprint' }, { name: 'Pico One' }],
    })
  })

  it('changes one wish and keeps the limits', () => {
    expect(parse('and for calls?', [earbuds])).toMatchObject({
      category: 'earbuds',
      aspects: ['call quality'],
      budget: { max: usd(100) },
    })
    expect(parse('what about Sony?', [earbuds])).toMatchObject({
      category: 'earbuds',
      brandsIn: ['Sony'],
      aspects: ['fit', 'water resistance'],
    })
    expect(parse('under $50', [earbuds])).toMatchObject({
      category: 'earbuds',
      budget: { max: usd(50) },
      aspects: ['fit', 'water resistance'],
    })
  })

  it('starts afresh with a subject of its own', () => {
    const read = parse('best laptops for college', [earbuds])
    expect(read).toMatchObject({ category: 'laptops', followUp: false })
    expect(read.budget).toBeUndefined()
  })

  it('goes back to a category spoken of earlier, with its limits', () => {
    const laptops = { ...turn('best laptops', []), understanding: parse('best laptops') }
    expect(parse('back to the earbuds', [earbuds, laptops])).toMatchObject({
      category: 'earbuds',
      budget: { max: usd(100) },
    })
  })

  it.each(['any price', 'price does not matter', 'forget about the budget', 'money is no object', 'no price limit'])(
    'takes the limit of price back at %j',
    (text) => {
      const read = parse(text, [earbuds])
      expect(read).toMatchObject({ category: 'earbuds', aspects: ['fit', 'water resistance'], followUp: true })
      expect(read.budget).toBeUndefined()
    },
  )

  it('takes a part back and reads the rest of the message', () => {
    expect(parse('never mind the fit, but under $50', [earbuds])).toMatchObject({
      aspects: ['water resistance'],
      budget: { max: usd(50) },
    })
  })

  it('does not read "at any price" as a wish about the price, also in a first question', () => {
    expect(parse('best earbuds at any price')).toMatchObject({ category: 'earbuds', aspects: [] })
  })

  it('leaves what was no part of the question to be read as anything else', () => {
    expect(parse('forget the keyboard', [earbuds]).aspects).not.toContain('keyboard')
    expect(parse('never mind the hotels', [earbuds]).followUp).toBe(false)
  })

  it('adds a wish that is said to come on top, and puts any other in the place of those before', () => {
    expect(parse('and with good sound quality', [earbuds]).aspects).toEqual([
      'fit',
      'water resistance',
      'sound quality',
    ])
    expect(parse('what about sound quality?', [earbuds]).aspects).toEqual(['sound quality'])
  })

  it('reads "more expensive ones" as above the price of the pick', () => {
    expect(parse('show me more expensive ones', [earbuds])).toMatchObject({ budget: { min: { minor: 7901 } } })
  })

  it('shows others at "what else?"', () => {
    expect(parse('what else?', [earbuds])).toMatchObject({
      intent: 'recommend',
      aspects: ['fit', 'water resistance'],
      itemsOut: earbuds.shown.map(({ itemId }) => itemId),
    })
  })

  it('compares the two that were spoken of last, each in a turn of its own', () => {
    const second = {
      ...earbuds,
      shown: earbuds.shown.slice(1, 2),
      understanding: parse('what about the second one?', [earbuds]),
    }
    const read = parse('compare those two', [earbuds, second])
    expect(read.intent).toBe('compare')
    expect(read.items.map(({ name }) => name)).toEqual(['Tern Sprint', 'Pico One'])
  })

  it('compares what the talk was of with what is named', () => {
    const text = 'compare it with Orso Run'
    const read = parse(text, [earbuds], [item(text, 'Orso Run', 'earbuds', 9)])
    expect(read.items.map(({ name }) => name)).toEqual(['Orso Run', 'Tern Sprint'])
  })

  it('keeps limits over a turn that is small talk, and what is asked for somebody else', () => {
    expect(parse('and for my father, who hears badly?', [earbuds])).toMatchObject({
      use: 'my father',
      aspects: ['sound quality', 'call quality'],
      budget: { max: usd(100) },
      unread: [],
    })
  })
})
