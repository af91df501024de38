import type { LoadedCorpus } from './corpus.ts'
import type { Figure } from './figure.ts'
import type { BenchServer } from './server.ts'

/** What the tasks of one run share. */
export interface BenchContext {
  server: BenchServer
  /** The sample and the large file, imported into a database by the first task that asks. */
  corpus(): Promise<LoadedCorpus>
  /** Takes how far a task is, in a line. */
  say(text: string): void
  /** Aborts when the run is to end. */
  signal: AbortSignal
}

/** What came of a task: its figures, and by name what could not be measured. */
export interface TaskResult {
  figures: Figure[]
  skipped?: string[]
  /** What belongs under the table: plans, say. */
  notes?: string[]
}

export type Task = (context: BenchContext) => Promise<TaskResult>
