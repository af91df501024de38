import type { ImportItemLine, ItemId, Kind } from '@reviewguide/contracts'
import { cleanLine } from './clean-text.ts'
import { toMoney } from './fields/parse-price.ts'
import { itemKey } from './keys.ts'
import type { NewItem } from './ports/index.ts'

/** The category of an item that nobody has told; a later row that tells it replaces it. */
export const NO_CATEGORY = 'uncategorised'

/** Attributes are shown and searched; what is larger is a document. */
const MAX_ATTRIBUTES = 100
const MAX_ATTRIBUTE_LENGTH = 1000

/** What holds for all rows of a file. A category or kind given here stands above what the rows say; a source below it. */
export interface FileDefaults {
  source: string
  category?: string
  kind?: Kind
  /** Highest rating of the scale where a row does not say. */
  ratingScale?: number
}

/** What a row is beside its values: `nameless` when the item's name was made from its id, `described` when the row holds no review. */
export interface ItemRow {
  nameless: boolean
  described: boolean
}

/** Cleans the item of a checked line and gives it its id. */
export function prepareItem(
  { item, source: named }: ImportItemLine,
  { nameless, described }: ItemRow,
  defaults: FileDefaults,
): NewItem | { reason: string } {
  const attributes = cleanAttributes(item.attributes ?? {})
  if (attributes === null)
    return { reason: `attributes too large: at most ${MAX_ATTRIBUTES}, of ${MAX_ATTRIBUTE_LENGTH} characters each` }
  const name = cleanLine(item.name)
  if (name === '') return { reason: 'no item name' }

  const source = orNull(named) ?? defaults.source
  const externalId = orNull(item.id)
  const itemId: ItemId = itemKey({ source, externalId, name })
  return {
    itemId,
    source,
    externalId,
    name,
    nameless,
    described,
    kind: defaults.kind ?? item.kind ?? 'product',
    brand: orNull(item.brand),
    category: categoryName(defaults.category ?? item.category),
    price: item.price ? toMoney(item.price.amount, item.price.currency) : null,
    url: webAddress(item.url),
    image: webAddress(item.image),
    attributes,
  }
}

/** Categories are one word for one thing: "Earbuds" and "earbuds " are the same. */
function categoryName(category: string | undefined): string {
  return cleanLine(category ?? '').toLowerCase() || NO_CATEGORY
}

/** A text on one line; null where nothing is left of it. */
export function orNull(text: string | undefined): string | null {
  const line = cleanLine(text ?? '')
  return line === '' ? null : line
}

/** Addresses are shown as links: only those of the web, so that no "javascript:" ever stands behind one. */
export function webAddress(text: string | undefined): string | null {
  const url = URL.parse(text?.trim() ?? '')
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null
}

function cleanAttributes(attributes: NewItem['attributes']): NewItem['attributes'] | null {
  const entries = Object.entries(attributes).map(
    ([key, value]) => [cleanLine(key), typeof value === 'string' ? cleanLine(value) : value] as const,
  )
  const large = entries.some(([key, value]) => key.length > 100 || String(value).length > MAX_ATTRIBUTE_LENGTH)
  return entries.length > MAX_ATTRIBUTES || large ? null : Object.fromEntries(entries)
}
