import { z } from 'zod'
import { Kind } from './catalogue.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** One line of the canonical import format (JSON lines, one review a line). Prices are in major units here and nowhere else. */
export const ImportLine = z.object({
  item: z.object({
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
  }),
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

/** What an import did. `repeated` counts rows already known, in this file or before. */
export const ImportReport = z.object({
  importId: z.string(),
  file: z.string(),
  format: z.string(),
  read: z.number().int(),
  added: z.number().int(),
  repeated: z.number().int(),
  rejected: z.number().int(),
  items: z.number().int(),
  opinions: z.number().int(),
  rejectsFile: z.string().nullable(),
  ms: z.number(),
  dryRun: z.boolean(),
  /** Why rows were rejected, and how many for each reason. */
  reasons: z.record(z.string(), z.number().int()).optional(),
  /** True when it was ended early; running it again imports the rest. */
  interrupted: z.boolean().optional(),
})
export type ImportReport = z.infer<typeof ImportReport>
