/** Whether a row has the canonical form: an item and a review, or an item alone (with a source at most) that it describes. */
export function isCanonical(row: Record<string, unknown>): boolean {
  if (!isRecord(row.item)) return false
  return (
    isRecord(row.review) || Object.keys(row).every((key) => key === 'item' || key === 'source' || row[key] === null)
  )
}

const texts = ['id', 'name', 'brand', 'category', 'title', 'author', 'amount']
const numbers = ['rating', 'ratingScale', 'helpfulVotes']

/**
 * The row in the types of the canonical line, where nothing is lost by it: null is as good as left out, an id may be a number, a rating a
 * numeral in quotes. Everything else is left for the check to refuse.
 */
export function canonicalLine(row: Record<string, unknown>): unknown {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, isRecord(value) ? softened(value) : (value ?? undefined)]),
  )
}

function softened(part: Record<string, unknown>): Record<string, unknown> {
  const soft: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(part)) {
    if (value === null || value === undefined) continue
    if (typeof value === 'number' && texts.includes(key)) soft[key] = String(value)
    else if (typeof value === 'string' && numbers.includes(key)) {
      if (value.trim() !== '') soft[key] = /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value
    } else if (key === 'price' && isRecord(value)) soft[key] = softened(value)
    else soft[key] = value
  }
  return soft
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
