import { describe, expect, it } from 'vitest'
import { productType } from './product-types.ts'

describe('productType', () => {
  it.each([
    ['Candes 12 L Room/Personal Air Cooler (White, Black)', 'air coolers'],
    ['Fenlo 15 Laptop with Backpack', 'laptops'],
    ['Silicone Case for Fenlo 12 Phone', null],
    ['Orrin Phone Case for Fenlo 12', 'phone cases'],
    ['750 W Juicer Mixer Grinder with 3 Jars', 'mixer grinders'],
    ['500 W Mixer Grinder 3 Jars, Red', 'mixer grinders'],
    ['Stainless Steel Knives - Set of 6', 'knives'],
    ['Brisk Running Shoes', 'shoes'],
    ['Smart Watches', 'smartwatches'],
    ['Motor with Remote 3 Blade Ceiling Fan', 'fans'],
    ['Tern Sprint', null],
    ['', null],
  ])('finds in "%s" %s', (name, kind) => {
    expect(productType(name)).toBe(kind)
  })
})
