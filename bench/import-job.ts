import type { ImportReport } from '@reviewguide/contracts'

/** What an importing process is to do. */
export interface ImportJob {
  url: string
  files: string[]
  /** False leaves the analysis out: the opinions of a review are then none. */
  analysis: boolean
}

/** What an import came to. */
export interface ImportResult {
  reports: ImportReport[]
  /** Most memory that the process had at a time, in MB: threads included, the database not. */
  peakMb: number
  /** CPU of the process, in seconds. */
  cpuSeconds: number
}
