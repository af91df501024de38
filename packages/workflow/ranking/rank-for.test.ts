import { ItemId } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import type { Candidate, ItemLedger } from '../ports/index.ts'
import { rankFor } from './rank-for.ts'

const idOf = (name: string) => ItemId.parse(`itm_${name.padEnd(10, '0')}`)

function candidate(name: string, price: { minor: number; currency: string } | null): Candidate {
  return {
    itemId: idOf(name),
    externalId: null,
    name,
    kind: 'product',
    brand: null,
    category: 'lamps',
    price,
    url: null,
    image: null,
    attributes: {},
    source: 'test',
    rating: { mean: 4, adjusted: 4, count: 10, histogram: [0, 0, 0, 10, 0] },
    relevance: 1,
  }
}

function ledger(name: string, adjusted: number, reviews = 20): ItemLedger {
  return {
    itemId: idOf(name),
    reviews,
    rating: { mean: adjusted, adjusted, count: reviews, histogram: [0, 0, 0, reviews, 0] },
    ratingWeight: reviews,
    tone: 0.5,
    aspects: [],
  }
}

const given = {
  candidates: [
    candidate('good', { minor: 9000, currency: 'USD' }),
    candidate('plain', { minor: 2000, currency: 'USD' }),
    candidate('new', { minor: 1000, currency: 'USD' }),
    candidate('foreign', { minor: 500, currency: 'EUR' }),
    candidate('unpriced', null),
  ],
  ledgers: [
    ledger('good', 4.8),
    ledger('plain', 2.5),
    ledger('new', 4, 1),
    ledger('foreign', 4),
    ledger('unpriced', 1.5),
  ],
  priors: [],
}
const names = (understanding: Partial<Parameters<typeof rankFor>[0]>) =>
  rankFor({ intent: 'recommend', aspects: [], ...understanding }, given).ranked.map(({ item }) => item.name)

describe('rankFor', () => {
  it('goes by fitness where no order is asked for', () => {
    expect(names({})).toEqual(['good', 'foreign', 'plain', 'unpriced'])
  })

  it('goes by price within the currency, few reviews or not, and puts what has no such price after it', () => {
    expect(names({ priceOrder: { first: 'lowest', currency: 'USD' } })).toEqual([
      'new',
      'plain',
      'good',
      'foreign',
      'unpriced',
    ])
    expect(names({ priceOrder: { first: 'highest', currency: 'USD' } }).slice(0, 3)).toEqual(['good', 'plain', 'new'])
  })

  it('puts the least liked first, and of the rarely reviewed nothing', () => {
    expect(names({ worstFirst: true })).toEqual(['unpriced', 'plain', 'foreign', 'good'])
  })

  it('keeps the order of items that were named', () => {
    expect(names({ intent: 'compare', worstFirst: true })[0]).toBe('good')
  })
})
