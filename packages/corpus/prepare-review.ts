import { ImportLine, type ItemId, type Kind } from '@reviewguide/contracts'
import { cleanLine, cleanText } from './clean-text.ts'
import { parseDate } from './fields/parse-date.ts'
import { toMoney } from './fields/parse-price.ts'
import { toStars } from './fields/parse-rating.ts'
import { itemKey, reviewKey } from './keys.ts'
import type { NewItem, NewReview } from './ports/index.ts'

/** Longest text of a review, in UTF-16 units: a short book. What is longer is no review. */
export const MAX_TEXT = 100_000

const DEFAULT_SCALE = 5

/** A scale or a count of votes above this is a slip, and beyond what the database's columns hold. */
const MAX_SCALE = 1000
const MAX_VOTES = 2_000_000_000

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

export type Prepared = { item: NewItem; review: NewReview } | { reason: string }

/**
 * Checks a line, cleans its texts and gives item and review their ids. `line` is untrusted; `nameless` tells that the item's name was made
 * from its id. `countOccurrence` numbers equal contents within the file.
 */
export function prepareReview(
  line: unknown,
  nameless: boolean,
  defaults: FileDefaults,
  countOccurrence: (content: string) => number,
): Prepared {
  const parsed = ImportLine.safeParse(line)
  if (!parsed.success) return { reason: sentence(parsed.error.issues[0]) }
  const { item, review } = parsed.data
  if (review.text.length > MAX_TEXT)
    return { reason: `text too long: ${review.text.length} characters, at most ${MAX_TEXT} are read` }
  const body = cleanText(review.text)
  if (body === '') return { reason: 'no text' }

  const scale = review.ratingScale ?? defaults.ratingScale ?? DEFAULT_SCALE
  const stars = review.rating === undefined ? null : scale > MAX_SCALE ? null : toStars(review.rating, scale)
  if (review.rating !== undefined && stars === null)
    return { reason: `rating out of range: ${review.rating} on a scale up to ${scale}` }

  const attributes = cleanAttributes(item.attributes ?? {})
  if (attributes === null)
    return { reason: `attributes too large: at most ${MAX_ATTRIBUTES}, of ${MAX_ATTRIBUTE_LENGTH} characters each` }
  const name = cleanLine(item.name)
  if (name === '') return { reason: 'no item name' }

  const source = orNull(parsed.data.source) ?? defaults.source
  const externalItemId = orNull(item.id)
  const itemId: ItemId = itemKey({ source, externalId: externalItemId, name })
  const identity = {
    source,
    externalId: orNull(review.id),
    itemId,
    author: orNull(review.author),
    writtenAt: parseDate(review.writtenAt ?? ''),
    title: orNull(review.title),
    body,
    rating: stars,
  }
  return {
    item: {
      itemId,
      source,
      externalId: externalItemId,
      name,
      nameless,
      kind: defaults.kind ?? item.kind ?? 'product',
      brand: orNull(item.brand),
      category: categoryName(defaults.category ?? item.category),
      price: item.price ? toMoney(item.price.amount, item.price.currency) : null,
      url: webAddress(item.url),
      image: webAddress(item.image),
      attributes,
    },
    review: {
      ...identity,
      reviewId: reviewKey(identity, countOccurrence),
      // Three decimals: what is smaller would not fit the database's column.
      ratingOriginal: review.rating === undefined ? null : Math.round(review.rating * 1000) / 1000,
      ratingScale: review.rating === undefined ? null : scale,
      verified: review.verified ?? null,
      helpfulVotes: review.helpfulVotes === undefined ? null : Math.min(review.helpfulVotes, MAX_VOTES),
      url: webAddress(review.url),
      language: orNull(review.language),
    },
  }
}

/** Categories are one word for one thing: "Earbuds" and "earbuds " are the same. */
function categoryName(category: string | undefined): string {
  return cleanLine(category ?? '').toLowerCase() || 'uncategorised'
}

function orNull(text: string | undefined): string | null {
  const line = cleanLine(text ?? '')
  return line === '' ? null : line
}

/** Addresses are shown as links: only those of the web, so that no "javascript:" ever stands behind one. */
function webAddress(text: string | undefined): string | null {
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

function sentence(issue: { path: PropertyKey[]; message: string } | undefined): string {
  // Two steps name the field; a third would be a key out of the file.
  const path = issue?.path.slice(0, 2).join('.') ?? ''
  if (path === 'review.text') return 'no text'
  if (path === 'item.name') return 'no item name'
  return `${path}: ${issue?.message ?? 'not in the form that was expected'}`
}
