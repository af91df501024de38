import { ItemId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import type { CategoryWords, NamedItem, TurnMemory, Vocabulary } from '../ports/index.ts'
import { parseQuestion } from './parse-question.ts'

/** How people go on with a talk: short, with pronouns, and with slips of the pen. */

const words = (category: string, brands: string[], aspects: string[]): CategoryWords => ({
  category,
  kind: 'product',
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
  brands: ['Tern', 'Orso', 'Dravik'],
  categories: [
    words('earbuds', ['Tern', 'Orso'], ['fit', 'sound quality', 'battery life', 'water resistance', 'price', 'noise']),
    words('vacuum cleaners', ['Dravik'], ['carpets', 'noise', 'pets', 'suction', 'reliability', 'price']),
    words('moving companies', [], ['price', 'punctuality', 'care of belongings']),
  ],
}

const serial = (index: number) => ItemId.parse(`itm_000000000${index}`)

const named = (text: string, name: string, category: string, index: number, similarity = 1): NamedItem => {
  const start = text.toLowerCase().indexOf(name.toLowerCase())
  return { itemId: serial(index), name, category, kind: 'product', start, end: start + name.length, similarity }
}

const parse = (text: string, memory: TurnMemory[] = [], items: NamedItem[] = []) =>
  parseQuestion({ text, vocabulary, named: items, memory })

const earbuds = ['Tern Sprint', 'Pico One', 'Quessa Voice']

/** A talk as it is remembered, each question with the places in its category of what it showed. */
function talk(...questions: [text: string, shown: number[], category?: string][]): TurnMemory[] {
  const memory: TurnMemory[] = []
  for (const [text, shown, category = 'earbuds'] of questions) {
    const understanding = parse(text, memory)
    memory.push({
      question: text,
      understanding,
      shown: shown.map((index) => ({
        itemId: serial(index),
        name: earbuds[index] ?? String(index),
        category,
        price: { minor: (index + 3) * 1000, currency: 'USD' },
      })),
    })
  }
  return memory
}

const list = talk(['best earbuds for running under $100', [0, 1, 2]])
const names = ({ items }: ReturnType<typeof parse>) => items.map(({ name }) => name)

describe('going on', () => {
  it('returns from one item to the need that it was found for', () => {
    const memory = talk(['best earbuds for running under $100', [0, 1, 2]], ['the second one', [1]])
    expect(parse('cheaper', memory)).toMatchObject({
      category: 'earbuds',
      use: 'running',
      aspects: ['fit', 'water resistance'],
      budget: { max: { minor: 3999 } },
    })
  })

  it('looks at a brand that is asked about whatever the limits of the need were', () => {
    const memory = talk(['best earbuds for running under $100', [0, 1, 2]], ['the second one', [1]])
    expect(parse('what about Orso?', memory)).toMatchObject({ brandsIn: ['Orso'], budget: undefined })
  })

  it('counts in the list that has all the places, and sets the one at hand beside', () => {
    const memory = talk(['best earbuds for running', [0, 1, 2]], ['the second one', [1]])
    expect(names(parse('compare the first and third', memory))).toEqual(['Tern Sprint', 'Quessa Voice'])
    expect(names(parse('compare it with the first', memory))).toEqual(['Pico One', 'Tern Sprint'])
    expect(names(parse('and 3', memory))).toEqual(['Quessa Voice'])
  })

  it('keeps to those that are compared', () => {
    const memory = talk(['best earbuds for running', [0, 1, 2]], ['compare those two', [0, 1]])
    expect(names(parse('which one would you buy?', memory))).toEqual(['Tern Sprint', 'Pico One'])
    const third = 'what about the Quessa Voice compared to those'
    const read = parse(third, memory, [named(third, 'Quessa Voice', 'earbuds', 2)])
    expect(names(read)).toEqual(['Quessa Voice', 'Tern Sprint', 'Pico One'])
  })

  it('takes "is it better?" of another as a comparison with the one at hand', () => {
    const text = 'is the Orso Run better?'
    const memory = talk(['best earbuds', [0, 1, 2]], ['the first one', [0]])
    expect(names(parse(text, memory, [named(text, 'Orso Run', 'earbuds', 5)]))).toEqual(['Orso Run', 'Tern Sprint'])
  })

  it('compares where a question asks which of two is better, whatever stands for the one at hand', () => {
    const both = 'is the Tern Sprint better than the Orso Run?'
    const two = [named(both, 'Tern Sprint', 'earbuds', 0), named(both, 'Orso Run', 'earbuds', 5)]
    expect(names(parse(both, [], two))).toEqual(['Tern Sprint', 'Orso Run'])
    const memory = talk(['best earbuds', [0, 1, 2]], ['the first one', [0]])
    for (const text of ['is it better than the Orso Run?', 'compare to Orso Run', 'vs Orso Run']) {
      const read = parse(text, memory, [named(text, 'Orso Run', 'earbuds', 5)])
      expect(names(read)).toEqual(['Orso Run', 'Tern Sprint'])
    }
  })

  it('asks of another what was just asked of one', () => {
    const memory = talk(['best earbuds', [0, 1, 2]], ['what do people dislike about the second one', [1]])
    expect(parse('and about the first?', memory).side).toBe('negative')
    expect(parse('and the first?', memory)).toMatchObject({
      intent: 'ask',
      side: 'negative',
      items: [{ name: 'Tern Sprint' }],
    })
  })

  it('takes "why?" as asking for the reasons of the first', () => {
    expect(parse('why?', list)).toMatchObject({ intent: 'assess', items: [{ name: 'Tern Sprint' }] })
  })

  it('never reads a number as a name', () => {
    const text = 'which of the two is quieter'
    const read = parse(text, list, [named(text, 'two', 'moving companies', 9, 0.7)])
    expect(names(read)).toEqual(['Tern Sprint', 'Pico One'])
    expect(read.aspects).toEqual(['noise'])
  })

  it('looks for others where one is to be surpassed, and keeps what was wished for', () => {
    const text = 'quieter than the Dravik T9'
    const memory = talk(['vacuum cleaners for pets', [6, 7], 'vacuum cleaners'])
    expect(parse(text, memory, [named(text, 'Dravik T9', 'vacuum cleaners', 7)])).toMatchObject({
      intent: 'recommend',
      category: 'vacuum cleaners',
      items: [],
      itemsOut: [serial(7)],
      aspects: ['noise'],
    })
    const not = 'not the Tern Sprint'
    expect(parse(not, list, [named(not, 'Tern Sprint', 'earbuds', 0)])).toMatchObject({
      use: 'running',
      budget: { max: { minor: 10_000 } },
      namesOut: [{ name: 'Tern Sprint' }],
    })
  })

  it('shows again, under another limit, what "more" had left out', () => {
    const memory = talk(['best earbuds', [0, 1, 2]], ['more', [3]])
    expect(memory[1]?.understanding.itemsOut).toHaveLength(3)
    expect(parse('under $80', memory).itemsOut).toEqual([])
    expect(parse('at any price', talk(['earbuds under $90', [0, 1]], ['more', [3]])).itemsOut).toEqual([])
  })

  it.each([
    ['the one with the best reviews', { category: 'earbuds' }],
    ['just the best one', { category: 'earbuds' }],
    ['endless battery life please', { category: 'earbuds', aspects: ['battery life'] }],
    ['dearer', { budget: { min: { minor: 3001 } }, text: '' }],
    ['around 60', { budget: { max: { minor: 7200 } } }],
    ['and for me, with good sound quality', { use: undefined, aspects: ['sound quality'] }],
    ['good battery life too', { aspects: ['fit', 'water resistance', 'battery life'] }],
    ['something for calls instead', { use: 'calls' }],
  ])('reads %j as of the same need', (text, understood) => {
    expect(parse(text, list)).toMatchObject({ intent: 'recommend', followUp: true, ...understood })
  })

  it.each([
    'the best phone for battery life',
    'which phone has good battery life',
    'what is the capital of France?',
    'who won the cup',
  ])('leaves %j a question of its own', (text) => {
    expect(parse(text, list).followUp).toBe(false)
  })

  it.each([
    ['vaccum cleaner for pets', 'vacuum cleaners'],
    ['best earbds', 'earbuds'],
    ['moving compnay', 'moving companies'],
    ['loving movies', undefined],
  ])('reads the category of %j', (text, category) => {
    expect(parse(text).category).toBe(category)
  })

  it('takes working for a function where nothing is worked with', () => {
    const memory = talk(['best vacuum cleaners', [6], 'vacuum cleaners'])
    expect(parse('does it work on carpets', memory).aspects).toEqual(['carpets'])
  })

  it('rules out no brand that is asked why not', () => {
    expect(parse('why not the Dravik?', talk(['best vacuum cleaners', [6, 7], 'vacuum cleaners']))).toMatchObject({
      brandsIn: ['Dravik'],
      brandsOut: [],
    })
  })
})
