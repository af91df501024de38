/** Keys under which an item holds its reviews. */
const lists = /^(?:(?:customer|user|product|all|top)_?)?(?:reviews?|feedbacks?|comments)(?:_?list)?$/i

/** What exports put around the columns of a row, and what says nothing of them. */
const wrappers = new Set(['_source', 'fields', 'attributes', 'node', 'data', 'doc', 'properties'])

/** Columns that one nested object gives at most, and how deep they are looked for. */
const MAX_PARTS = 50
const MAX_STEPS = 2

type Row = Record<string, unknown>

/**
 * A row as flat ones. Nested objects are columns too: `{ "user": { "name": … } }` has a column "user.name", two steps deep. An item that holds a list of its reviews gives
 * a row for each, with the columns of the review under "reviews.". A row that is flat is given back as it is.
 */
export function flatRows(row: Row): Row[] {
  if (!Object.values(row).some((value) => isRecord(value) || isRecordList(value))) return [row]
  const [list, reviews] = Object.entries(row).find(([key, value]) => lists.test(key) && isRecordList(value)) ?? []
  if (list === undefined) return [flattened(row)]
  const { [list]: _, ...item } = row
  const columns = flattened(item)
  return (reviews as Row[]).map((review) => {
    const flat: Row = Object.assign(Object.create(null), columns)
    for (const [key, value] of Object.entries(flattened(review))) flat[`reviews.${key}`] = value
    return flat
  })
}

function flattened(row: Row): Row {
  const flat: Row = Object.create(null)
  const add = (values: Row, prefix: string, steps: number) => {
    const entries = Object.entries(values)
    for (const [key, value] of steps === 0 ? entries : entries.slice(0, MAX_PARTS)) {
      const plain = plainValue(value)
      if (!isRecord(plain)) flat[prefix + key] ??= plain
      else if (steps === 0 && wrappers.has(key)) add(plain, '', 1)
      else if (steps < MAX_STEPS) add(plain, `${prefix}${key}.`, steps + 1)
    }
  }
  add(row, '', 0)
  return flat
}

/** A value without what databases and XML put around it: `{ "$date": … }`, `{ "min": "1", "#text": "4" }`. */
function plainValue(value: unknown): unknown {
  if (!isRecord(value)) return value
  if ('#text' in value) return value['#text']
  const [key = '', ...more] = Object.keys(value)
  return key.startsWith('$') && more.length === 0 ? value[key] : value
}

const isRecord = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isRecordList = (value: unknown): value is Row[] =>
  Array.isArray(value) && value.length > 0 && value.every((each) => isRecord(each))
