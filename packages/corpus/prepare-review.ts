import { ImportItemLine, ImportLine } from '@reviewguide/contracts'
import { cleanText } from './clean-text.ts'
import { parseDate } from './fields/parse-date.ts'
import { parseLanguage } from './fields/parse-language.ts'
import { toStars } from './fields/parse-rating.ts'
import { contentKey, reviewKey } from './keys.ts'
import type { NewItem, NewReview } from './ports/index.ts'
import { type FileDefaults, orNull, prepareItem, webAddress } from './prepare-item.ts'

/** Longest text of a review, in UTF-16 units: a short book. What is longer is no review. */
export const MAX_TEXT = 100_000

const DEFAULT_SCALE = 5

/** A scale or a count of votes above this is a slip, and beyond what the database's columns hold. */
const MAX_SCALE = 1000
const MAX_VOTES = 2_000_000_000

/** An item with its review, or without one where the row describes the item alone. `unreadDate` is what stood for the date and is none. */
export type Prepared = { item: NewItem; review: NewReview | null; unreadDate?: string } | { reason: string }

/**
 * Checks a line, cleans its texts and gives item and review their ids. `line` is untrusted; a line without `review` describes its item. `nameless` tells that the
 * item's name was made from its id. `countOccurrence` numbers equal contents within the file.
 */
export function prepareReview(
  line: unknown,
  nameless: boolean,
  defaults: FileDefaults,
  countOccurrence: (content: string) => number,
): Prepared {
  if (!hasReview(line)) {
    const parsed = ImportItemLine.safeParse(line)
    if (!parsed.success) return { reason: sentence(parsed.error.issues[0]) }
    const item = prepareItem(parsed.data, { nameless, described: true }, defaults)
    return 'reason' in item ? item : { item, review: null }
  }
  const parsed = ImportLine.safeParse(line)
  if (!parsed.success) return { reason: sentence(parsed.error.issues[0]) }
  const { review } = parsed.data
  if (review.text.length > MAX_TEXT)
    return { reason: `text too long: ${review.text.length} characters, at most ${MAX_TEXT} are read` }
  const body = cleanText(review.text)
  if (body === '') return { reason: 'no text' }

  const scale = review.ratingScale ?? defaults.ratingScale ?? DEFAULT_SCALE
  const stars = review.rating === undefined ? null : scale > MAX_SCALE ? null : toStars(review.rating, scale)
  if (review.rating !== undefined && stars === null)
    return { reason: `rating out of range: ${review.rating} on a scale up to ${scale}` }

  const item = prepareItem(parsed.data, { nameless, described: false }, defaults)
  if ('reason' in item) return item
  const identity = {
    source: item.source,
    externalId: orNull(review.id),
    itemId: item.itemId,
    author: orNull(review.author),
    writtenAt: parseDate(review.writtenAt ?? ''),
    title: orNull(review.title),
    body,
    rating: stars,
  }
  const whole = {
    ...identity,
    // Three decimals: what is smaller would not fit the database's column.
    ratingOriginal: review.rating === undefined ? null : Math.round(review.rating * 1000) / 1000,
    ratingScale: review.rating === undefined ? null : scale,
    verified: review.verified ?? null,
    helpfulVotes: review.helpfulVotes === undefined ? null : Math.min(review.helpfulVotes, MAX_VOTES),
    url: webAddress(review.url),
    language: parseLanguage(review.language) ?? null,
  }
  const content = identity.externalId === null ? null : contentKey(whole)
  const unreadDate = identity.writtenAt === null ? orNull(review.writtenAt) : null
  return {
    item,
    review: { ...whole, reviewId: reviewKey(identity, countOccurrence), content },
    ...(unreadDate !== null && { unreadDate: unreadDate.slice(0, 60) }),
  }
}

const hasReview = (line: unknown) =>
  typeof line === 'object' && line !== null && 'review' in line && line.review !== undefined

function sentence(issue: { path: PropertyKey[]; message: string } | undefined): string {
  // Two steps name the field; a third would be a key out of the file.
  const path = issue?.path.slice(0, 2).join('.') ?? ''
  if (path === 'review.text') return 'no text'
  if (path === 'item.name') return 'no item name'
  return `${path}: ${issue?.message ?? 'not in the form that was expected'}`
}
