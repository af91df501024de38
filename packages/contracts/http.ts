import { z } from 'zod'
import { Item, Kind, Review } from './catalogue.ts'
import { ItemId } from './ids.ts'

/** Largest body that is read, in bytes. */
export const BODY_LIMIT = 1024 * 1024

/** Lists page by cursor: pass `nextCursor` back as `cursor` until it is null. */
export const page = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const ItemsQuery = PageQuery.extend({
  q: z.string().max(400).optional(),
  category: z.string().max(200).optional(),
  kind: Kind.optional(),
})

export const ReviewsQuery = PageQuery.extend({
  aspect: z.string().max(200).optional(),
  polarity: z.enum(['positive', 'negative']).optional(),
})

export const CompareQuery = z.object({
  items: z
    .string()
    .describe('two to six item ids, separated by commas')
    .transform((ids) => ids.split(','))
    .pipe(z.array(ItemId).min(2).max(6)),
})

export const ItemPage = page(Item)
export type ItemPage = z.infer<typeof ItemPage>
export const ReviewPage = page(Review)
export type ReviewPage = z.infer<typeof ReviewPage>

/** A category of the corpus with its size and the aspects that its reviews speak of most. */
export const Category = z.object({
  category: z.string(),
  kind: Kind,
  items: z.number().int(),
  reviews: z.number().int(),
  aspects: z.array(z.string()),
  /** True while every review of the category belongs to the invented sample. */
  sample: z.boolean(),
})
export type Category = z.infer<typeof Category>

/** What the home page shows: what can be asked about, and questions that the corpus can answer. */
export const CorpusOverview = z.object({
  items: z.number().int(),
  reviews: z.number().int(),
  categories: z.array(Category),
  examples: z.array(z.string()),
})
export type CorpusOverview = z.infer<typeof CorpusOverview>

export const Health = z.object({ status: z.literal('ok') })
export const Readiness = z.object({
  status: z.enum(['ready', 'not_ready']),
  checks: z.array(z.object({ name: z.enum(['database', 'cache', 'replica']), ok: z.boolean() })),
})
export type Readiness = z.infer<typeof Readiness>
