/** Hits among what was found and what should have been found. */
export interface Hits {
  hits: number
  found: number
  gold: number
}

/** Precision, recall and their harmonic mean, 0 to 1; 0 where nothing was found or nothing should have been. */
export function f1({ hits, found, gold }: Hits): { precision: number; recall: number; f1: number } {
  const precision = found > 0 ? hits / found : 0
  const recall = gold > 0 ? hits / gold : 0
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 }
}
