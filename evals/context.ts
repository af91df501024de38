import type { OpinrankReader } from './data/analysed-opinrank.ts'
import type { DataFolder } from './data/data-folder.ts'
import type { Figure } from './figure.ts'

/** What the tasks of one run share. */
export interface EvalContext {
  data: DataFolder
  /** OpinRank's sets with what the analysis finds in them; each is analysed once a run. */
  opinrank: OpinrankReader
}

/** Measures one thing on all of its sets that are there. Missing ones are asked for through `data`, which notes them. */
export type Task = (context: EvalContext) => Promise<Figure[]>
