import { z } from 'zod'
import { Item } from './catalogue.ts'

/** What a search found, as it lies in the cache that all backends share: read with this schema, since another version of the program may have written it. */
export const KeptSearch = z.object({
  candidates: z.array(Item.extend({ relevance: z.number().min(0).max(1) })),
  leftOut: z.array(
    z.object({
      item: Item,
      feature: z.string().optional(),
      reason: z.enum([
        'over_budget',
        'under_budget',
        'unknown_price',
        'other_currency',
        'brand_excluded',
        'low_rating',
        'lacks_feature',
      ]),
    }),
  ),
  reviews: z.number().int().nonnegative(),
})
export type KeptSearch = z.infer<typeof KeptSearch>
