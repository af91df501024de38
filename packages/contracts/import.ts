import { z } from 'zod'
import { Kind } from './catalogue.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

const ImportItem = z.object({
  id: z.string().min(1).max(500).optional(),
  name: z.string().min(1).max(1000),
  kind: Kind.optional(),
  brand: z.string().max(200).optional(),
  category: z.string().max(200).optional(),
  price: z
    .object({ amount: z.string().regex(/^\d{1,12}(\.\d{1,4})?$/), currency: z.string().regex(/^[A-Z]{3}$/) })
    .optional(),
  url: z.string().max(2000).optional(),
  image: z.string().max(2000).optional(),
  attributes: z.record(z.string(), scalar).optional(),
})

/** One line of the canonical import format (JSON lines, one review a line). Prices are in major units here and nowhere else. */
export const ImportLine = z.object({
  item: ImportItem,
  review: z.object({
    id: z.string().min(1).max(500).optional(),
    text: z.string(),
    title: z.string().max(2000).optional(),
    rating: z.number().optional(),
    /** The highest rating of the scale that `rating` is on; 5 when it is left out. */
    ratingScale: z.number().positive().optional(),
    writtenAt: z.string().optional(),
    author: z.string().max(300).optional(),
    verified: z.boolean().optional(),
    helpfulVotes: z.number().int().nonnegative().optional(),
    url: z.string().max(2000).optional(),
    language: z.string().max(20).optional(),
  }),
  source: z.string().min(1).max(200).optional(),
})
export type ImportLine = z.infer<typeof ImportLine>

/** A line that describes an item and holds no review. */
export const ImportItemLine = ImportLine.omit({ review: true })
export type ImportItemLine = z.infer<typeof ImportItemLine>

/**
 * What an import did: read = added + updated + repeated + described + rejected. `repeated` counts rows already known, in this file or before; `updated`
 * those whose review id was known with another content, which they replaced; `described` those that hold an item and no review.
 */
export const ImportReport = z.object({
  importId: z.string(),
  file: z.string(),
  format: z.string(),
  read: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  described: z.number().int(),
  repeated: z.number().int(),
  rejected: z.number().int(),
  items: z.number().int(),
  opinions: z.number().int(),
  rejectsFile: z.string().nullable(),
  ms: z.number(),
  dryRun: z.boolean(),
  /** Why rows were rejected, and how many for each reason. */
  reasons: z.record(z.string(), z.number().int()).optional(),
  /** What was assumed about the file, in sentences: an encoding, a scale. */
  notes: z.array(z.string()).optional(),
  /** Which column was taken for which field, and a row as it was understood; only in a dry run. */
  understood: z
    .object({ columns: z.record(z.string(), z.string()), unused: z.array(z.string()), sample: z.unknown() })
    .optional(),
  /** True when it was ended early; running it again imports the rest. */
  interrupted: z.boolean().optional(),
})
export type ImportReport = z.infer<typeof ImportReport>
