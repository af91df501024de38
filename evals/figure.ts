/** A figure that stands beside ours. Marks: V read in a published source, M from memory of the paper, H measured on these files with simple code, here: measured in this very run. */
export interface Reference {
  what: string
  value: number
  mark: 'V' | 'M' | 'H' | 'here'
}

/** One measured number. */
export interface Figure {
  /** Dotted name, by which `thresholds.json` knows it: "polarity.semeval14-laptops.4-classes". */
  id: string
  task: string
  set: string
  /** What is measured: "accuracy", "nDCG@10". */
  metric: string
  /** Shares are given as 0 to 1, also where a table shows percent. */
  value: number
  /** How the value is shown; 2 decimals of percent, or 3 decimals. */
  unit: '%' | ''
  /** What the project wants to reach. */
  aim?: number
  references?: Reference[]
  /** What the figure is made of, for the JSON: single aspects, products, counts. */
  details?: Record<string, number | string>
}

/** The bound that a figure must keep; thresholds only rise (or fall, where less is better). */
export interface Threshold {
  atLeast?: number
  atMost?: number
  /** Why it lies below a reference, or what it waits for. */
  note?: string
}

/** Whether a figure keeps its threshold. NaN keeps none. */
export function keeps(
  value: number,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Threshold,
): boolean {
  return value >= atLeast && value <= atMost
}
