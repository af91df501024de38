/** One measured number. */
export interface Figure {
  /** Dotted name, by which `aims.json` knows its aim: "answers.first-text.median". */
  id: string
  /** What it is, in words. */
  name: string
  value: number
  unit: 'µs' | 'ms' | '/s' | 'kB' | 'MB' | 's' | '%' | 'times' | ''
  /** What was measured, on what, how often. */
  on: string
  /** What somebody would take instead, measured in the same run. */
  beside?: { what: string; value: number }
}

export interface Aim {
  atMost?: number
  atLeast?: number
}

/** Whether a figure meets its aim. */
export function meets(value: number, { atMost = Infinity, atLeast = -Infinity }: Aim): boolean {
  return value <= atMost && value >= atLeast
}

/** The value below which the share of the values lies, by the nearest rank; NaN of none. `share` is 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
