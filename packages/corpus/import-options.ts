import type { Kind } from '@reviewguide/contracts'
import type { Mapping } from './fields/field-names.ts'

/** How a file is to be read; all of it may be left out. */
export interface ImportOptions {
  /** One of `formatNames`; 'auto' tells it from the content. */
  format?: string
  /** Category and kind of every item of the file, above what its rows say. */
  category?: string
  kind?: Kind
  /** Name of the one item that every row of the file is about, whatever the rows say. */
  item?: string
  /** Name of the source where a row names none; the file's name without its endings by default. */
  source?: string
  /** Columns by field, above the usual names. */
  map?: Mapping
  /** ISO 4217 code of prices that name no currency; such prices are unknown without it. */
  currency?: string
  /** Highest rating of the scale where a row does not say; 5 by default. */
  ratingScale?: number
  /** A name that TextDecoder knows, for files that are not UTF-8. */
  encoding?: string
  /** Reads and checks everything and stores nothing; no rejects file is written. */
  dryRun?: boolean
}

/** How far an import is. `position` of `size` bytes of the file on disk are read. */
export interface ImportProgress {
  file: string
  phase: 'waiting' | 'reading' | 'figures'
  read: number
  rejected: number
  /** Reviews that are stored, or were before. */
  stored: number
  position: number
  size: number
}
