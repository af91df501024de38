/** A line in the canonical form, or why a row gave none. `nameless` tells that the item's name was made from its id. */
export type Draft = { line: unknown; nameless: boolean } | { reason: string }

/** How a well-known data set writes its rows: one file of this folder each. */
export interface Shape {
  name: string
  /** Whether a row has this shape, judged by its keys. */
  fits(values: Record<string, unknown>): boolean
  /** The canonical lines of a row: one for most; a page's product with its reviews gives several. */
  lines(values: Record<string, unknown>): Draft[]
}
